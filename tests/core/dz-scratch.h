/* dz-scratch.h - a review in a temporary folder, made reports, and dumps to compare
 *
 * Header only, so that each store test links no more than the store.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-journal.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char *folder;
  char *path;
  DzStore *store;
} DzScratch;

static inline gint64
dz_scratch_clock (void)
{
  return 1740000000;
}

static inline DzScratch *
dz_scratch_new (void)
{
  DzScratch *self = g_new0 (DzScratch, 1);
  g_autoptr(GError) error = NULL;

  dz_journal_set_clock (dz_scratch_clock, "李文书");
  self->folder = g_dir_make_tmp ("dz-test-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "望泽县.duizhao", NULL);
  self->store = dz_store_create (self->path, &error);
  g_assert_no_error (error);

  return self;
}

static inline void
dz_scratch_free (DzScratch *self)
{
  g_autoptr(GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  g_clear_object (&self->store);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->path);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzScratch, dz_scratch_free)

static inline DzSpan
dz_scratch_span (DzReport   *report,
                 const char *words)
{
  gsize len;
  const char *text = dz_text_peek (report->text, &len);
  const char *at = strstr (text, words);

  g_assert_nonnull (at);

  return (DzSpan){ (gsize) (at - text), (gsize) (at - text) + strlen (words) };
}

static inline void
dz_scratch_add_figure (DzReport   *report,
                       const char *indicator,
                       double      value,
                       const char *words,
                       const char *number)
{
  DzFigure figure = { .indicator = g_intern_string (indicator), .unit = g_intern_string ("件"),
                      .value = value, .high = value, .confidence = 0.9 };

  figure.span = dz_scratch_span (report, words);
  figure.number = dz_scratch_span (report, number);
  figure.ground.rule = g_intern_string ("调处");
  g_array_append_val (report->figures, figure);
}

static inline void
dz_scratch_add_weakness (DzReport   *report,
                         const char *code,
                         const char *words)
{
  DzWeakness weakness = { .code = g_intern_string (code), .confidence = 0.8,
                          .grade = DZ_GRADE_PARTIAL };

  weakness.span = dz_scratch_span (report, words);
  g_array_append_val (report->weaknesses, weakness);
}

/* Two figures, two weaknesses, a cause of the second, a failing check; @cases makes it differ. */
static inline DzReport *
dz_scratch_report (const char *body,
                   int         year,
                   guint       cases)
{
  g_autofree char *number = g_strdup_printf ("%u件", cases);
  g_autofree char *words = g_strdup_printf ("调处纠纷%u件", cases);
  g_autofree char *content =
    g_strdup_printf ("一、主要做法\n全年%s，开展法治宣传4场次。\n二、存在问题\n执法力量相对薄弱。"
                     "普法形式单一。\n三、下步打算\n增配执法人员。\n", words);
  g_autoptr(DzText) text = dz_text_new_from_string (content);
  DzReport *report = dz_report_new (text, dz_source_new ("reports/a.docx"));
  DzSection section = { .kind = DZ_SECTION_PROBLEMS, .level = 1, .confidence = 1 };
  DzCause cause = { .code = g_intern_string ("cause_workload"), .weakness = 1 };
  DzCheck *check;
  DzSpan span;

  report->source->format = g_strdup ("docx");
  report->identity.township = g_strdup (body);
  report->identity.year = year;
  report->identity.kind = DZ_KIND_ANNUAL_REPORT;
  report->identity.year_confidence = 0.75;
  section.heading = dz_scratch_span (report, "二、存在问题");
  section.span = (DzSpan){ section.heading.start, section.heading.end + 10 };
  g_array_append_val (report->sections, section);
  dz_scratch_add_figure (report, "disputes_mediated", cases, words, number);
  dz_scratch_add_figure (report, "publicity_events", 4, "开展法治宣传4场次", "4场次");
  dz_scratch_add_weakness (report, "enforce_staff_short", "执法力量相对薄弱");
  dz_scratch_add_weakness (report, "publicity_form_monotone", "普法形式单一");
  cause.span = dz_scratch_span (report, "普法形式单一");
  g_array_append_val (report->causes, cause);
  check = dz_report_add_check (report, "C-CERT", DZ_RESULT_FAIL, "持证人数多于执法人员数。");
  span = dz_scratch_span (report, "执法力量");
  g_array_append_val (check->spans, span);

  return report;
}

static inline void
dz_scratch_dump_into (GString  *dump,
                      DzReport *report)
{
  g_string_append_printf (dump, "%s %d %s %s conf=%d body=%d rev=%d note=%s received=%s published=%s\n%s",
                          report->identity.township, report->identity.year,
                          dz_report_kind_to_string (report->identity.kind), report->source->format,
                          report->guess_confirmed, report->body_id != 0, report->reviewing,
                          report->note, report->received, report->identity.published,
                          dz_text_peek (report->text, NULL));
  for (guint i = 0; i < report->source->losses->len; i++)
    g_string_append_printf (dump, "loss %s\n", g_array_index (report->source->losses, DzLoss, i).where);
  for (guint i = 0; i < report->sections->len; i++)
    {
      const DzSection *s = &g_array_index (report->sections, DzSection, i);

      g_string_append_printf (dump, "section %s %u-%u\n", dz_section_kind_to_string (s->kind),
                              s->span.start, s->span.end);
    }
  for (guint i = 0; i < report->figures->len; i++)
    {
      const DzFigure *f = &g_array_index (report->figures, DzFigure, i);

      g_string_append_printf (dump, "figure %s %s %g %s %s %g %u-%u %u-%u %s %s\n", f->indicator,
                              f->set_aside, f->value, dz_bound_to_string (f->bound), f->unit,
                              f->confidence, f->span.start, f->span.end, f->number.start,
                              f->number.end, f->ground.rule, dz_state_to_string (f->state));
    }
  for (guint i = 0; i < report->weaknesses->len; i++)
    {
      const DzWeakness *w = &g_array_index (report->weaknesses, DzWeakness, i);

      g_string_append_printf (dump, "weakness %s %u-%u %s %s\n", w->code, w->span.start, w->span.end,
                              dz_grade_to_string (w->grade), dz_state_to_string (w->state));
    }
  for (guint i = 0; i < report->causes->len; i++)
    {
      const DzCause *c = &g_array_index (report->causes, DzCause, i);

      g_string_append_printf (dump, "cause %s %d %s\n", c->code, c->weakness,
                              dz_state_to_string (c->state));
    }
  for (guint i = 0; i < report->checks->len; i++)
    {
      const DzCheck *c = &g_array_index (report->checks, DzCheck, i);

      g_string_append_printf (dump, "check %s %s %s %s %u %s\n", c->id, dz_result_to_string (c->result),
                              c->message, dz_state_to_string (c->state), c->spans->len, c->note);
    }
}

static inline char *
dz_scratch_dump_report (DzReport *report)
{
  GString *dump = g_string_new (NULL);

  dz_scratch_dump_into (dump, report);

  return g_string_free (dump, FALSE);
}

/* All a snapshot shows. */
static inline char *
dz_scratch_dump (DzStore *store)
{
  g_autoptr(DzReview) review = dz_store_load (store, NULL, NULL);
  g_autoptr(GPtrArray) unplaced = dz_store_list_unplaced (store, 0);
  GString *dump = g_string_new (NULL);

  g_assert_nonnull (review);
  g_string_append_printf (dump, "county %s %g %u\n", review->county->name,
                          review->county->peer_threshold, review->county->checks_off->len);
  for (guint i = 0; i < review->bodies->len; i++)
    {
      const DzBody *b = g_ptr_array_index (review->bodies, i);

      g_string_append_printf (dump, "body %s %s %u %u %u\n", b->name, b->kind, b->position,
                              b->population, b->villages);
    }
  for (guint i = 0; i < review->reports->len; i++)
    dz_scratch_dump_into (dump, g_ptr_array_index (review->reports, i));
  for (guint i = 0; i < unplaced->len; i++)
    {
      const DzUnplaced *u = g_ptr_array_index (unplaced, i);

      g_string_append_printf (dump, "unplaced %s %g %s %s\n", u->name, u->value, u->quote,
                              dz_state_to_string (u->state));
    }
  for (guint i = 0; i < review->tables->len; i++)
    {
      const DzCountyTable *t = g_ptr_array_index (review->tables, i);

      for (guint k = 0; k < t->values->len; k++)
        {
          const DzCountyValue *v = &g_array_index (t->values, DzCountyValue, k);

          g_string_append_printf (dump, "table %s %s %s: %d %s %g %s %s\n", t->file, t->sheet, t->title, v->year,
                                  v->indicator, v->value, v->head, v->cell);
        }
    }

  for (guint i = 0; i < review->ledger->len; i++)
    {
      const DzLedgerEntry *e = g_ptr_array_index (review->ledger, i);

      g_string_append_printf (dump, "ledger %d %s %s %s %s %s\n", e->year, e->problem, dz_ledger_state_to_string (e->state),
                              e->measure, e->deadline, e->evidence);
    }
  for (guint i = 0; i < review->score_sheets->len; i++)
    {
      const DzScoreSheet *t = g_ptr_array_index (review->score_sheets, i);

      for (guint k = 0; k < t->heads->len; k++)
        g_string_append_printf (dump, "head %d %s %g\n", t->year, ((DzScoreHead *) g_ptr_array_index (t->heads, k))->name,
                                ((DzScoreHead *) g_ptr_array_index (t->heads, k))->most);
      for (guint k = 0; k < t->scores->len; k++)
        g_string_append_printf (dump, "score %s %g\n", ((DzScore *) g_ptr_array_index (t->scores, k))->scorer,
                                ((DzScore *) g_ptr_array_index (t->scores, k))->points);
    }

  return g_string_free (dump, FALSE);
}
