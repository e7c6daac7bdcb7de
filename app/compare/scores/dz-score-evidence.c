/* dz-score-evidence.c - what the program holds about a body for one head of the 评分表
 *
 * Which indicators, weaknesses and checks belong to a head stands on the sheet. The tables behind it are made once for a
 * year, and asked for each head and body.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-score-evidence.h"

#include "dz-quotation-marks.h"

#include "dz-checks-table.h"
#include "dz-common-weaknesses.h"
#include "dz-figure-cell.h"
#include "dz-format.h"
#include "dz-ledger-table.h"
#include "dz-score-shows.h"
#include "dz-year-change.h"

#include <math.h>

struct _DzScoreEvidence
{
  DzReview *review;
  DzCodebook *codebook;
  int year;
  DzChecksTable *checks;
  DzYearChange *change;
  DzLedgerTable *ledger;
};

static void
free_shown (gpointer data)
{
  DzShown *self = data;

  g_free (self->name);
  g_free (self->words);
  if (self->report != NULL)
    dz_report_unref (self->report);
  g_free (self);
}

static DzShown *
add (GPtrArray  *list,
     DzShownKind kind,
     const char *name,
     char       *words)
{
  DzShown *shown = g_new0 (DzShown, 1);

  shown->kind = kind;
  shown->name = g_strdup (name);
  shown->words = words;
  g_ptr_array_add (list, shown);

  return shown;
}

static void
stand (DzShown  *shown,
       DzReport *report,
       DzSpan    span)
{
  shown->report = dz_report_ref (report);
  shown->span = span;
}

/* 98%, ≥2.6万人次, 12或15人; 推算: it stands in no sentence by itself */
static char *
dup_value (const DzFigureCell *cell)
{
  g_autofree char *value = dz_format_amount (cell->value, cell->unit);
  g_autofree char *other = NULL;

  if (!isnan (cell->second))
    {
      other = dz_format_amount (cell->second, cell->unit);
      return g_strdup_printf ("%s或%s", value, other);
    }

  return g_strdup_printf ("%s%s%s", dz_format_bound_sign (cell->bound), value, cell->derived ? "（推算）" : "");
}

static void
add_figures (DzScoreEvidence   *self,
             GPtrArray         *list,
             const DzScoreHead *head,
             DzReport          *report)
{
  g_autoptr(GPtrArray) entries = dz_score_shows_list (self->codebook, head->shows, DZ_ENTRY_INDICATOR);

  for (guint i = 0; i < entries->len; i++)
    {
      const DzEntry *entry = g_ptr_array_index (entries, i);
      DzFigureCell cell = { 0 };
      const DzFigure *figure;
      DzShown *shown;

      dz_figure_cell_resolve (report, entry, &cell);
      if (dz_figure_cell_is_reported (&cell))
        {
          shown = add (list, DZ_SHOWN_FIGURE, entry->name, dup_value (&cell));
          shown->unsure = dz_figure_cell_is_undecided (&cell);
          figure = dz_figure_cell_get_figure (&cell, 0);
          if (figure != NULL && report != NULL)
            stand (shown, report, figure->span);
        }
      else
        add (list, DZ_SHOWN_UNREPORTED, entry->name, NULL);
      dz_figure_cell_clear (&cell);
    }
}

static void
add_weaknesses (GPtrArray *list,
                GPtrArray *entries,
                DzReport  *report)
{
  for (guint i = 0; i < report->weaknesses->len; i++)
    {
      const DzWeakness *weakness = &g_array_index (report->weaknesses, DzWeakness, i);
      gboolean suggested = dz_weakness_is_suggested (weakness);

      if (!suggested && !dz_weakness_is_named (weakness))
        continue;
      for (guint k = 0; k < entries->len; k++)
        {
          const DzEntry *entry = g_ptr_array_index (entries, k);
          DzShown *shown;

          if (entry->id != weakness->code)
            continue;
          shown = add (list, DZ_SHOWN_WEAKNESS, entry->name, dz_text_dup_line (report->text, weakness->span));
          shown->unsure = suggested;
          stand (shown, report, weakness->span);
        }
    }
}

static void
add_checks (DzScoreEvidence   *self,
            GPtrArray         *list,
            const DzScoreHead *head,
            const DzBody      *body)
{
  g_autoptr(GPtrArray) entries = dz_score_shows_list (self->codebook, head->shows, DZ_ENTRY_CHECK);

  for (guint i = 0; i < entries->len; i++)
    {
      const DzEntry *entry = g_ptr_array_index (entries, i);
      DzFinding *finding = dz_checks_table_find (self->checks, entry->id, body->id);
      DzShown *shown;
      GArray *passages;

      if (finding == NULL || dz_finding_get_result (finding) != DZ_RESULT_FAIL || dz_finding_get_state (finding) == DZ_STATE_REJECTED)
        continue;
      shown = add (list, DZ_SHOWN_CHECK, entry->name, g_strdup (dz_finding_get_message (finding)));
      shown->unsure = !entry->certain && dz_finding_get_state (finding) == DZ_STATE_SUGGESTED;
      passages = dz_finding_get_passages (finding);
      if (passages != NULL && passages->len > 0 && dz_finding_get_report (finding) != NULL &&
          g_array_index (passages, DzPassage, 0).report_id == dz_finding_get_report (finding)->id)
        stand (shown, dz_finding_get_report (finding), g_array_index (passages, DzPassage, 0).span);
    }
}

static void
add_promises (DzScoreEvidence   *self,
              GPtrArray         *list,
              const DzScoreHead *head,
              const DzBody      *body)
{
  DzChangeRow *row = dz_score_shows_has (head->shows, DZ_SHOWS_PROMISES) ? dz_year_change_find_row (self->change, body->id) : NULL;
  GArray *items = row != NULL ? dz_change_row_get_plan_items (row) : NULL;

  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      const DzPlanItem *item = &g_array_index (items, DzPlanItem, i);
      DzPromise promise = dz_plan_item_get_promise (item);
      DzShown *shown = add (list, DZ_SHOWN_PROMISE, dz_promise_get_name (promise), dz_text_dup_line (item->report->text, item->span));
      DzReport *report = dz_change_row_get_this_report (row);

      shown->unsure = item->decision == NULL;
      /* the sentence that keeps it, else the promise itself */
      if (!dz_span_is_empty (item->kept) && report != NULL)
        stand (shown, report, item->kept);
      else
        stand (shown, item->report, item->span);
    }
}

static void
add_problems (DzScoreEvidence   *self,
              GPtrArray         *list,
              const DzScoreHead *head,
              const DzBody      *body)
{
  g_autoptr(GPtrArray) entries = dz_score_shows_list (self->codebook, head->shows, DZ_ENTRY_WEAKNESS);
  gboolean all = dz_score_shows_has (head->shows, DZ_SHOWS_LEDGER);

  for (guint i = 0; i < dz_ledger_table_get_n (self->ledger); i++)
    {
      const DzLedgerRow *row = dz_ledger_table_get (self->ledger, i);
      gboolean shown = all;

      if (row->body == NULL || row->body->id != body->id)
        continue;
      for (guint k = 0; !shown && k < entries->len; k++)
        shown = row->code != NULL && row->code == g_ptr_array_index (entries, k);
      if (shown)
        add (list, DZ_SHOWN_PROBLEM, dz_ledger_state_get_name (row->entry->state), g_strdup (row->entry->problem));
    }
}

/**
 * dz_score_evidence_new:
 *
 * Returns: (transfer full): what is held of a year
 */
DzScoreEvidence *
dz_score_evidence_new (DzReview   *review,
                       DzCodebook *codebook,
                       int         year)
{
  DzScoreEvidence *self = g_new0 (DzScoreEvidence, 1);

  self->review = dz_review_ref (review);
  self->codebook = dz_codebook_ref (codebook);
  self->year = year;
  self->checks = dz_checks_table_new (review, codebook, year, NULL);
  self->change = dz_year_change_new (review, codebook, year, NULL);
  self->ledger = dz_ledger_table_new (review, codebook, year, NULL);

  return self;
}

void
dz_score_evidence_free (DzScoreEvidence *self)
{
  if (self == NULL)
    return;

  g_object_unref (self->checks);
  g_object_unref (self->change);
  dz_ledger_table_unref (self->ledger);
  dz_codebook_unref (self->codebook);
  dz_review_unref (self->review);
  g_free (self);
}

/**
 * dz_score_evidence_new_of:
 * @tables: what other views made of the same snapshot and year already
 *
 * Returns: (transfer full): what is held of the bodies of the tables' scope
 */
DzScoreEvidence *
dz_score_evidence_new_of (DzSharedTables *tables)
{
  DzScoreEvidence *self = g_new0 (DzScoreEvidence, 1);

  self->review = dz_review_ref (dz_shared_tables_get_review (tables));
  self->codebook = dz_codebook_ref (dz_shared_tables_get_codebook (tables));
  self->year = dz_shared_tables_get_year (tables);
  self->checks = g_object_ref (dz_shared_tables_get_checks (tables));
  self->change = g_object_ref (dz_shared_tables_get_change (tables));
  self->ledger = dz_ledger_table_new (self->review, self->codebook, self->year, NULL);

  return self;
}

/**
 * dz_score_evidence_list:
 * @body: of the review
 *
 * Returns: (transfer full) (element-type DzShown): figures, weaknesses, failing checks, promises, problems of the ledger that
 *   belong to the head, in this order; what a person rejected or explained is left out
 */
GPtrArray *
dz_score_evidence_list (DzScoreEvidence   *self,
                        const DzScoreHead *head,
                        const DzBody      *body)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (free_shown);
  DzReport *report = dz_body_find_report (body, self->review, self->year);
  g_autoptr(GPtrArray) codes = dz_score_shows_list (self->codebook, head->shows, DZ_ENTRY_WEAKNESS);

  add_figures (self, list, head, report);
  if (report != NULL)
    add_weaknesses (list, codes, report);
  add_checks (self, list, head, body);
  add_promises (self, list, head, body);
  add_problems (self, list, head, body);

  return list;
}

/**
 * dz_shown_dup_short:
 *
 * Returns: (transfer full): without its kind, which stands before all of a kind: 持证率 88%; “执法力量不足”（待核）
 */
char *
dz_shown_dup_short (const DzShown *self)
{
  const char *unsure = self->unsure ? "（待核）" : "";
  g_autofree char *plain = NULL;

  switch (self->kind)
    {
    case DZ_SHOWN_FIGURE: return g_strdup_printf ("%s %s%s", self->name, self->words, unsure);
    case DZ_SHOWN_UNREPORTED: return g_strdup (self->name);
    case DZ_SHOWN_WEAKNESS: plain = g_strdup_printf ("“%s”%s", self->words, unsure); break;
    case DZ_SHOWN_CHECK: plain = g_strdup_printf ("%s%s", self->words != NULL ? self->words : self->name, unsure); break;
    case DZ_SHOWN_PROMISE:
    case DZ_SHOWN_PROBLEM:
    default: plain = g_strdup_printf ("“%s”%s%s", self->words, self->name, unsure); break;
    }

  return dz_marks_order (plain);
}

/**
 * dz_shown_list_dup_text:
 * @list: (element-type DzShown)
 * @most: things of a kind, of what is not reported half as many; how many there are is told; 0: all
 * @between: what parts the kinds: a line break
 *
 * Returns: (transfer full): 数值：…；…, then 未报, 自述问题 …, each kind once; "" for nothing
 */
char *
dz_shown_list_dup_text (GPtrArray  *list,
                        guint       most,
                        const char *between)
{
  GString *text = g_string_new (NULL);

  for (int kind = 0; kind < DZ_N_SHOWN_KINDS; kind++)
    {
      /* what is not there says less than what is */
      guint limit = kind == DZ_SHOWN_UNREPORTED ? (most + 1) / 2 : most;
      guint n = 0;

      for (guint i = 0; i < list->len; i++)
        {
          const DzShown *shown = g_ptr_array_index (list, i);
          g_autofree char *words = NULL;

          if ((int) shown->kind != kind || (++n > limit && limit > 0))
            continue;
          words = dz_shown_dup_short (shown);
          if (n == 1)
            g_string_append_printf (text, "%s%s：%s", text->len > 0 ? between : "", dz_shown_kind_get_name (shown->kind), words);
          else
            g_string_append_printf (text, "；%s", words);
        }
      if (limit > 0 && n > limit)
        g_string_append_printf (text, "……共%u项", n);
    }

  return g_string_free (text, FALSE);
}

const char *
dz_shown_kind_get_name (DzShownKind kind)
{
  static const char *const names[DZ_N_SHOWN_KINDS] = { "数值", "未报", "自述问题", "核查", "上年计划", "整改台账" };

  return names[kind];
}
