/* dz-ledger-table.c - the 整改台账 of a year
 *
 * All problems of papers of the year and after it, for what an inspection finds in the spring is about the year before;
 * of earlier ones those that are not put right yet.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-ledger-table.h"

#include "dz-weakness-table.h"
#include "dz-common-weaknesses.h"
#include "dz-untrue.h"

#include <string.h>

struct _DzLedgerTable
{
  gatomicrefcount refs;
  DzReview *review;
  DzCodebook *codebook;
  GArray *rows; /* DzLedgerRow */
  gboolean has_years;
};

/* The first sentence of the code a body's report counts with, else one that waits for a person. */
static int
find_weakness (DzReport   *report,
               const char *code,
               gboolean   *named)
{
  int suggested = -1;

  for (guint i = 0; i < report->weaknesses->len; i++)
    {
      const DzWeakness *weakness = &g_array_index (report->weaknesses, DzWeakness, i);

      *named = weakness->code == code && dz_weakness_is_named (weakness);
      if (*named)
        return (int) i;
      if (suggested < 0 && weakness->code == code && dz_weakness_is_suggested (weakness))
        suggested = (int) i;
    }

  return suggested;
}

static void
ask_body (DzReview    *review,
          DzLedgerRow *row)
{
  gboolean named = FALSE;

  row->report = dz_review_report_of (review, row->body->id, row->entry->year);
  if (row->report != NULL && row->report->identity.kind == DZ_KIND_OTHER)
    row->report = NULL;
  if (row->report == NULL)
    row->admission = DZ_ADMISSION_NO_REPORT;
  else if (row->code == NULL)
    row->admission = DZ_ADMISSION_UNKNOWN;
  else
    {
      row->weakness = find_weakness (row->report, row->code->id, &named);
      row->admission = row->weakness < 0 ? DZ_ADMISSION_NOT_FOUND : named ? DZ_ADMISSION_FOUND : DZ_ADMISSION_SUGGESTED;
    }
}

/* Of several bodies: how many of those that reported name it. */
static void
ask_all (DzReview    *review,
         DzLedgerRow *row)
{
  for (guint i = 0; row->entry->many && row->code != NULL && i < review->bodies->len; i++)
    {
      const DzBody *body = g_ptr_array_index (review->bodies, i);
      DzReport *report = dz_review_report_of (review, body->id, row->entry->year);
      gboolean named = FALSE;

      if (report == NULL || report->identity.kind == DZ_KIND_OTHER)
        continue;
      row->n_reported++;
      find_weakness (report, row->code->id, &named);
      row->n_admitted += named;
    }
}

static gboolean
is_shown (const DzLedgerEntry *entry,
          int                  year)
{
  return entry->year >= year || entry->state == DZ_LEDGER_OPEN || entry->state == DZ_LEDGER_UNDER_WAY;
}

/**
 * dz_ledger_table_new:
 * @scope: (nullable): only what its bodies are asked; what several are asked always
 *
 * Returns: (transfer full): the problems in the order they came in
 */
DzLedgerTable *
dz_ledger_table_new (DzReview            *review,
                     DzCodebook          *codebook,
                     int                  year,
                     const DzScopeFilter *scope)
{
  DzLedgerTable *self = g_new0 (DzLedgerTable, 1);

  g_atomic_ref_count_init (&self->refs);
  self->review = dz_review_ref (review);
  self->codebook = dz_codebook_ref (codebook);
  self->rows = g_array_new (FALSE, TRUE, sizeof (DzLedgerRow));
  for (guint i = 0; i < review->ledger->len; i++)
    {
      DzLedgerRow row = { g_ptr_array_index (review->ledger, i), NULL, NULL, DZ_ADMISSION_UNKNOWN, NULL, -1, 0, 0 };

      if (!is_shown (row.entry, year))
        continue;
      if (row.entry->body_id != 0)
        row.body = dz_review_find_body (review, row.entry->body_id);
      else if (row.entry->asked != NULL)
        row.body = dz_review_body_named (review, row.entry->asked);
      if (row.body != NULL && scope != NULL && !dz_scope_filter_includes (scope, row.body))
        continue;
      row.code = row.entry->code != NULL ? dz_codebook_find (codebook, DZ_ENTRY_WEAKNESS, row.entry->code) : NULL;
      if (row.body != NULL)
        ask_body (review, &row);
      else
        ask_all (review, &row);
      self->has_years |= row.entry->year != year;
      g_array_append_val (self->rows, row);
    }

  return self;
}

DzLedgerTable *
dz_ledger_table_ref (DzLedgerTable *self)
{
  g_atomic_ref_count_inc (&self->refs);

  return self;
}

void
dz_ledger_table_unref (DzLedgerTable *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->refs))
    return;

  g_array_unref (self->rows);
  dz_review_unref (self->review);
  dz_codebook_unref (self->codebook);
  g_free (self);
}

guint
dz_ledger_table_get_n (const DzLedgerTable *self)
{
  return self->rows->len;
}

/**
 * dz_ledger_table_has_years:
 *
 * Returns: whether a problem is of another year than the ledger, so that it must be said of which each is
 */
gboolean
dz_ledger_table_has_years (const DzLedgerTable *self)
{
  return self->has_years;
}

/**
 * dz_ledger_table_get:
 *
 * Returns: (transfer none): the @n-th row
 */
const DzLedgerRow *
dz_ledger_table_get (const DzLedgerTable *self,
                     guint                n)
{
  return &g_array_index (self->rows, DzLedgerRow, n);
}

const char *
dz_admission_to_string (DzAdmission admission)
{
  static const char *const words[DZ_N_ADMISSIONS] = { "unknown", "no-report", "not-found", "suggested", "found" };

  return words[admission];
}

/**
 * dz_ledger_row_get_who:
 *
 * Returns: (transfer none): who is to act: the body, or whom the paper asks, in its words
 */
const char *
dz_ledger_row_get_who (const DzLedgerRow *self)
{
  if (self->body != NULL)
    return self->body->name;

  return self->entry->asked != NULL ? self->entry->asked : "未写明单位";
}

/**
 * dz_ledger_row_dup_admission:
 *
 * Returns: (transfer full): in Chinese: what the bodies' own reports say of it
 */
char *
dz_ledger_row_dup_admission (const DzLedgerRow *self)
{
  static const char *const words[DZ_N_ADMISSIONS] = { "不能对照", "没有报告", "未见提出", "待核", "已提出" };

  if (self->body == NULL && self->n_reported > 0)
    return g_strdup_printf ("%u个单位中%u个提出", self->n_reported, self->n_admitted);

  return g_strdup (self->entry->declared ? "本单位报告" : words[self->admission]);
}

/**
 * dz_ledger_row_get_sentence:
 *
 * Returns: the sentence of the body's own report that admits it; empty: none was found
 */
DzSpan
dz_ledger_row_get_sentence (const DzLedgerRow *self)
{
  return self->weakness >= 0 ? g_array_index (self->report->weaknesses, DzWeakness, (guint) self->weakness).span
                             : DZ_SPAN_NONE;
}

/**
 * dz_ledger_row_find_words:
 * @paper: the document the problem stands in, as it is read now
 *
 * Returns: where its words stand; empty where they stand there no more
 */
DzSpan
dz_ledger_row_find_words (const DzLedgerRow *self,
                          DzReport          *paper)
{
  const char *text = dz_text_peek (paper->text, NULL);
  const char *problem = self->entry->problem;
  DzSpan span = self->entry->span;
  const char *at;

  if (dz_is_span (paper->text, span) && span.end - span.start == strlen (problem) &&
      memcmp (text + span.start, problem, strlen (problem)) == 0)
    return span;
  at = strstr (text, problem);

  return at != NULL ? (DzSpan){ (gsize) (at - text), (gsize) (at - text) + strlen (problem) } : DZ_SPAN_NONE;
}

/**
 * dz_ledger_entry_from_report:
 * @weakness: index in the report
 * @body: its name
 *
 * Returns: (transfer full): the body's own shortfall as a problem of the ledger, with what its plan says it will do
 */
DzLedgerEntry *
dz_ledger_entry_from_report (DzReport   *report,
                             guint       weakness,
                             const char *body)
{
  const DzWeakness *one = &g_array_index (report->weaknesses, DzWeakness, weakness);
  g_autofree char *words = dz_text_dup_line (report->text, one->span);
  DzLedgerEntry *self = dz_ledger_entry_new (words, report->identity.year);

  self->body_id = report->body_id;
  self->report_id = report->id;
  self->span = one->span;
  self->code = one->code;
  self->declared = TRUE;
  if (!dz_span_is_empty (one->answer))
    self->measure = dz_text_dup_line (report->text, one->answer);
  self->source = g_strdup_printf ("%s%d年度报告", body, report->identity.year);

  return self;
}
