/* dz-made-review.c - a review made up in memory
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-made-review.h"

#include "dz-format.h"

#include <math.h>
#include <string.h>

#define YEAR 2024

static const char *const indicators[] = {
  "law_meetings",       "center_group_study", "cadre_study",           "law_training_sessions", "law_training_people",
  "enforcement_staff",  "certified_enforcers", "inspections",          "penalty_cases",         "propaganda_events",
  "propaganda_materials", "law_lectures",     "law_literate_people",   "disputes_found",        "disputes_mediated",
  "mediation_success_rate", "petitions_received", "escalated_petitions", "mediators",           "contracts_reviewed",
  "legal_opinions",     "adviser_services",   "law_culture_sites",     "special_operations",    "legal_aid_cases",
  "info_disclosed",     "hotline_accepted",   "penalty_amount",        "grid_workers",          "village_rules",
};

/* Returns: (transfer full): the codebook of the source tree */
DzCodebook *
dz_made_codebook (void)
{
  static const char *const names[] = { "indicators.xml", "weaknesses.xml", "causes.xml", "checks.xml",
                                       "sections.xml",   "phrases.xml", "dated.xml", "gallery.xml" };
  DzCodebook *codebook = dz_codebook_new ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (g_getenv ("DZ_ROOT"), "data", "codebook", names[i], NULL);
      g_autofree char *xml = NULL;
      g_autoptr(GError) error = NULL;
      gsize len;

      g_file_get_contents (path, &xml, &len, &error);
      g_assert_no_error (error);
      dz_codebook_add (codebook, xml, (gssize) len, names[i], &error);
      g_assert_no_error (error);
    }

  return codebook;
}

/* One paragraph; returns the span of the whole of it, and of @part if there is one. */
static DzSpan
add_line (GString    *text,
          const char *line)
{
  DzSpan span = { text->len, text->len + strlen (line) };

  g_string_append (text, line);
  g_string_append_c (text, '\n');

  return span;
}

static double
make_value (const DzEntry *entry,
            guint          body,
            guint          column,
            int            year)
{
  guint seed = (body * 37 + column * 101 + (year == YEAR ? 0 : 53)) % 97;

  if (g_strcmp0 (entry->kind, "rate") == 0)
    return 90 + seed % 100 / 10.0;
  if (g_str_equal (entry->id, "propaganda_materials") || g_str_equal (entry->id, "penalty_amount"))
    return 3000 + seed * 250.0;
  if (g_str_equal (entry->id, "escalated_petitions"))
    return seed % 3;

  return 2 + seed * (column % 3 + 1);
}

static void
add_figure (DzReport      *report,
            GString       *text,
            const DzEntry *entry,
            guint          body,
            guint          column,
            int            year)
{
  double value = make_value (entry, body, column, year);
  DzBound bound = (body + column) % 11 == 0 ? DZ_BOUND_AT_LEAST : DZ_BOUND_EXACT;
  g_autofree char *number = dz_format_plain (value);
  g_autofree char *line = g_strdup_printf ("%s为%s%s%s。", entry->name, number, entry->unit,
                                           bound == DZ_BOUND_AT_LEAST ? "以上" : "");
  DzFigure figure = { .indicator = entry->id, .unit = entry->unit, .value = value, .high = NAN, .bound = bound,
                      .confidence = 0.9 };

  figure.span = figure.number = figure.ground.clause = add_line (text, line);
  g_array_append_val (report->figures, figure);
}

static void
add_weakness (DzReport      *report,
              GString       *text,
              const DzEntry *entry,
              guint          body)
{
  g_autofree char *line = g_strdup_printf ("本单位%s，基层反映还比较集中。", entry->name);
  DzWeakness weakness = { .code = entry->id, .confidence = 0.9, .grade = DZ_GRADE_NONE };

  weakness.span = weakness.ground.clause = add_line (text, line);
  if (body % 9 == 4)
    weakness.state = DZ_STATE_CONFIRMED;
  g_array_append_val (report->weaknesses, weakness);
}

static void
add_answers (DzReport *report,
             GString  *text)
{
  for (guint i = 0; i < report->weaknesses->len; i++)
    {
      DzWeakness *weakness = &g_array_index (report->weaknesses, DzWeakness, i);
      g_autofree char *line = g_strdup_printf ("针对第%u项问题，六月底前办专题班%u期。", i + 1, i + 2);

      if (i % 3 == 2)
        continue;
      weakness->answer = add_line (text, line);
      weakness->grade = i % 3 == 0 ? DZ_GRADE_DIRECT : DZ_GRADE_PARTIAL;
    }
}

static void
add_checks (DzReport *report,
            guint     body)
{
  static const char *const passing[] = { "C-RESULTS", "C-PROBLEM", "C-DUTY", "C-PLAN" };
  DzCheck *check;

  for (guint i = 0; i < G_N_ELEMENTS (passing); i++)
    dz_report_add_check (report, passing[i], DZ_RESULT_PASS, NULL);
  check = dz_report_add_check (report, "C-CAUSE", body % 5 == 2 ? DZ_RESULT_FAIL : DZ_RESULT_PASS,
                               body % 5 == 2 ? "没有写明问题原因。" : NULL);
  check = dz_report_add_check (report, "C-NUMBER", body % 6 == 3 ? DZ_RESULT_FAIL : DZ_RESULT_PASS,
                               body % 6 == 3 ? "两处数值不一致。" : NULL);
  if (body % 6 == 3)
    {
      DzSpan span = g_array_index (report->figures, DzFigure, 0).span;

      g_array_append_val (check->spans, span);
      check->state = DZ_STATE_CONFIRMED;
    }
}

static DzReport *
make_report (DzCodebook   *codebook,
             const DzBody *body,
             guint         n,
             int           year)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(DzText) empty = dz_text_new_from_string ("");
  DzSource *source = dz_source_new ("made.txt");
  DzReport *report = dz_report_new (empty, source);
  GPtrArray *codes = dz_codebook_list (codebook, DZ_ENTRY_WEAKNESS);
  g_autofree char *title = g_strdup_printf ("%s%d年度法治政府建设情况报告", body->name, year);
  DzSection section = { .level = 1 };

  add_line (text, title);
  section.kind = DZ_SECTION_ACHIEVEMENTS;
  section.heading = add_line (text, "一、工作成效");
  section.span.start = section.heading.start;
  for (guint i = 0; i < G_N_ELEMENTS (indicators); i++)
    if ((n * 13 + i * 7) % 10 < 8)
      add_figure (report, text, dz_codebook_find (codebook, DZ_ENTRY_INDICATOR, indicators[i]), n, i, year);
  /* what every plan promises is kept */
  add_line (text, "针对各项问题，六月底前办专题班三十期。");
  section.span.end = text->len;
  g_array_append_val (report->sections, section);
  section.kind = DZ_SECTION_PROBLEMS;
  section.heading = add_line (text, "二、存在的问题");
  section.span.start = section.heading.start;
  for (guint i = 0; i < codes->len; i++)
    if ((n * 5 + i * 3 + (year == YEAR ? 0 : 1)) % 7 == 0)
      add_weakness (report, text, g_ptr_array_index (codes, i), n);
  section.span.end = text->len;
  g_array_append_val (report->sections, section);
  section.kind = DZ_SECTION_PLAN;
  section.heading = add_line (text, "三、下一步计划");
  section.span.start = section.heading.start;
  add_answers (report, text);
  section.span.end = text->len;
  g_array_append_val (report->sections, section);
  add_checks (report, n);

  dz_text_unref (report->text);
  report->text = dz_text_new_from_string (text->str);
  report->body_id = body->id;
  report->identity.year = year;
  report->identity.kind = DZ_KIND_ANNUAL_REPORT;
  report->identity.title = g_strdup (title);
  report->identity.township = g_strdup (body->name);
  report->identity.issued = g_strdup_printf ("%d-01-%02u", year + 1, n % 28 + 1);

  return report;
}

/**
 * dz_made_review:
 * @n_reported: the first so many bodies have a report of 2024; every second one of 2023 too
 *
 * Returns: (transfer full)
 */
DzReview *
dz_made_review (DzCodebook *codebook,
                guint       n_bodies,
                guint       n_reported)
{
  static const char *const kinds[] = { "街道", "镇", "乡" };
  static const char *const stems[] = { "望", "澜", "栖", "禾", "榆", "槐", "苇", "渠", "竺", "枫" };
  DzReview *review = dz_review_new ();
  gint64 next = 1;

  g_free (review->county->name);
  review->county->name = g_strdup ("望泽县");
  for (guint i = 0; i < n_bodies; i++)
    {
      guint kind = i * 3 / MAX (n_bodies, 1);
      g_autofree char *name = g_strdup_printf ("%s%s%s%s", stems[i % 10], stems[i / 10 % 10],
                                               i >= 100 ? stems[i / 100 % 10] : "",
                                               i >= 1000 ? "北" : "");
      g_autofree char *full = g_strconcat (name, kinds[kind], NULL);
      DzBody *body = dz_body_new (full, g_intern_string (kinds[kind]));

      body->id = i + 1;
      body->position = i + 1;
      body->population = 10000 + i * 311;
      body->households = body->population / 3;
      body->villages = 6 + i % 9;
      body->due = DZ_KIND_ANNUAL_REPORT;
      g_ptr_array_add (review->bodies, body);
      for (int year = YEAR - 1; year <= YEAR; year++)
        {
          DzReport *report;

          if (i >= n_reported || (year < YEAR && i % 2 == 1))
            continue;
          report = make_report (codebook, body, i, year);
          report->id = next++;
          g_ptr_array_add (review->reports, report);
        }
    }

  return review;
}
