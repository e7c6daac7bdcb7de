/* dz-print-report.c - a report's reading for people: lines of text, rows of a table
 *
 * The text form is a line a finding, its bytes, its name and value, and after
 * a bar the report's own words: what bug reports and tests are written in.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-print-report.h"

#include "dz-csv.h"
#include "dz-json.h"
#include "dz-spoken-word.h"

#include <string.h>

static void
append_words (GString  *out,
              DzReport *report,
              DzSpan    span)
{
  g_autofree char *words = dz_text_dup_line (report->text, span);

  g_string_append_printf (out, " | %s\n", words);
}

static void
append_range (GString *out,
              DzSpan   span)
{
  g_string_append_printf (out, "[%u,%u) ", span.start, span.end);
}

static const char *
or_dash (const char *word)
{
  return word != NULL && *word != '\0' ? word : "-";
}

static void
print_figure (GString        *out,
              DzReport       *report,
              const DzFigure *figure)
{
  append_range (out, figure->span);
  g_string_append_printf (out, "figure %s", or_dash (figure->indicator));
  if (figure->set_aside != NULL)
    g_string_append_printf (out, " (%s)", figure->set_aside);
  g_string_append (out, " = ");
  dz_json_append_number (out, figure->value);
  g_string_append_printf (out, " %s, %s, %s, %s%s", or_dash (figure->unit),
                          dz_bound_to_string (figure->bound), dz_scope_to_string (figure->scope),
                          dz_period_to_string (figure->period), figure->derived ? ", derived" : "");
  append_words (out, report, figure->span);
}

static void
print_weakness (GString          *out,
                DzReport         *report,
                const DzWeakness *weakness)
{
  append_range (out, weakness->span);
  g_string_append_printf (out, "weakness %s%s%s%s, answer %s", or_dash (weakness->code),
                          weakness->last_year ? ", last year" : "",
                          weakness->some_only ? ", some only" : "",
                          weakness->county ? ", county" : "", dz_grade_to_string (weakness->grade));
  append_words (out, report, weakness->span);
  if (!dz_span_is_empty (weakness->answer))
    {
      g_string_append (out, "  ");
      append_range (out, weakness->answer);
      g_string_append (out, "answer");
      append_words (out, report, weakness->answer);
    }
}

static void
print_check (GString       *out,
             const DzCheck *check)
{
  g_string_append_printf (out, "check %s %s", check->id, dz_result_to_string (check->result));
  for (guint i = 0; i < check->spans->len; i++)
    {
      g_string_append_c (out, ' ');
      append_range (out, g_array_index (check->spans, DzSpan, i));
      g_string_truncate (out, out->len - 1);
    }
  g_string_append_printf (out, " | %s\n", check->message != NULL ? check->message : "");
}

/**
 * dz_print_text:
 *
 * Sections and findings of a report, one a line.
 */
void
dz_print_text (GString  *out,
               DzReport *report)
{
  const DzIdentity *identity = &report->identity;

  g_string_append_printf (out, "# %s%s%s\n", or_dash (report->source->path),
                          report->source->member != NULL ? " > " : "",
                          report->source->member != NULL ? report->source->member : "");
  g_string_append_printf (out, "report %s, %d, %s, county %s, issued %s, published %s\n",
                          or_dash (identity->township), identity->year,
                          dz_report_kind_to_string (identity->kind), or_dash (identity->county),
                          or_dash (identity->issued), or_dash (identity->published));
  for (guint i = 0; i < report->sections->len; i++)
    {
      const DzSection *section = &g_array_index (report->sections, DzSection, i);

      append_range (out, section->span);
      g_string_append_printf (out, "section %s, level %u", dz_section_kind_to_string (section->kind),
                              section->level);
      append_words (out, report, section->heading);
    }
  for (guint i = 0; i < report->figures->len; i++)
    print_figure (out, report, &g_array_index (report->figures, DzFigure, i));
  for (guint i = 0; i < report->weaknesses->len; i++)
    print_weakness (out, report, &g_array_index (report->weaknesses, DzWeakness, i));
  for (guint i = 0; i < report->causes->len; i++)
    {
      const DzCause *cause = &g_array_index (report->causes, DzCause, i);

      append_range (out, cause->span);
      g_string_append_printf (out, "cause %s of %d", or_dash (cause->code), cause->weakness);
      append_words (out, report, cause->span);
    }
  for (guint i = 0; i < report->checks->len; i++)
    print_check (out, &g_array_index (report->checks, DzCheck, i));
}

/**
 * dz_print_csv_head:
 *
 * The mark by which WPS and Excel know UTF-8, and the head row.
 */
void
dz_print_csv_head (GString *out)
{
  g_string_append (out, DZ_CSV_MARK "文件,单位,年度,种类,内容,代码,数值,单位（量）,界限,措施,搁置原因,原文\r\n");
}

static void
append_fact (GString    *out,
             DzReport   *report,
             const char *what,
             const char *code,
             const char *value,
             const char *unit,
             const char *bound,
             const char *grade,
             const char *set_aside,
             DzSpan      span)
{
  g_autofree char *words = dz_text_dup_line (report->text, span);
  g_autofree char *year = report->identity.year != 0
                            ? g_strdup_printf ("%d", report->identity.year) : NULL;
  g_autofree char *file = report->source->member != NULL
                            ? g_strconcat (report->source->path, " > ", report->source->member, NULL)
                            : g_strdup (report->source->path);
  const char *cells[] = { file, report->identity.township, year,
                          dz_spoken_word (dz_report_kind_to_string (report->identity.kind)),
                          dz_spoken_word (what), code, value, unit, dz_spoken_word (bound),
                          dz_spoken_word (grade), dz_spoken_word (set_aside), words };

  dz_csv_append_row (out, G_N_ELEMENTS (cells), cells);
}

/**
 * dz_print_csv:
 *
 * A row for each figure, weakness and cause.
 */
void
dz_print_csv (GString  *out,
              DzReport *report)
{
  for (guint i = 0; i < report->figures->len; i++)
    {
      const DzFigure *figure = &g_array_index (report->figures, DzFigure, i);
      g_autoptr(GString) value = g_string_new (NULL);

      dz_json_append_number (value, figure->value);
      append_fact (out, report, "figure", figure->indicator, value->str, figure->unit,
                   dz_bound_to_string (figure->bound), NULL, figure->set_aside, figure->span);
    }
  for (guint i = 0; i < report->weaknesses->len; i++)
    {
      const DzWeakness *weakness = &g_array_index (report->weaknesses, DzWeakness, i);

      append_fact (out, report, "weakness", weakness->code, NULL, NULL, NULL,
                   dz_grade_to_string (weakness->grade),
                   weakness->last_year ? "last-year" : weakness->county ? "county" : NULL,
                   weakness->span);
    }
  for (guint i = 0; i < report->causes->len; i++)
    {
      const DzCause *cause = &g_array_index (report->causes, DzCause, i);

      append_fact (out, report, "cause", cause->code, NULL, NULL, NULL, NULL, NULL, cause->span);
    }
}
