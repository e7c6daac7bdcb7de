/* dz-finding.c - one (body, check) pair, and the rows that gather them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-finding.h"

struct _DzFinding
{
  GObject parent_instance;

  DzReview *review;     /* keeps body, report, overlap */
  DzCodebook *codebook; /* keeps the entry */
  const DzBody *body;
  const DzEntry *check;
  DzReport *report;
  DzResult result;
  DzState state;
  char *message;
  char *note;
  GArray *passages; /* DzPassage */
  const DzOverlap *overlap;
};

G_DEFINE_FINAL_TYPE (DzFinding, dz_finding, G_TYPE_OBJECT)

struct _DzCheckRow
{
  GObject parent_instance;

  DzReview *review;
  DzCodebook *codebook;
  const DzEntry *check;
  const DzBody *body;
  gboolean off;
  guint failing, unhandled, passing, cannot_tell;
  GListStore *findings; /* the failing ones, then those that cannot be told */
};

G_DEFINE_FINAL_TYPE (DzCheckRow, dz_check_row, G_TYPE_OBJECT)

static void
dz_finding_finalize (GObject *object)
{
  DzFinding *self = DZ_FINDING (object);

  g_free (self->message);
  g_free (self->note);
  g_clear_pointer (&self->passages, g_array_unref);
  g_clear_pointer (&self->review, dz_review_unref);
  g_clear_pointer (&self->codebook, dz_codebook_unref);

  G_OBJECT_CLASS (dz_finding_parent_class)->finalize (object);
}

static void
dz_finding_class_init (DzFindingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dz_finding_finalize;
}

static void
dz_finding_init (DzFinding *self)
{
}

static DzFinding *
make_finding (DzReview      *review,
              DzCodebook    *codebook,
              const DzBody  *body,
              DzReport      *report,
              const DzEntry *entry)
{
  DzFinding *self = g_object_new (DZ_TYPE_FINDING, NULL);

  self->review = dz_review_ref (review);
  self->codebook = dz_codebook_ref (codebook);
  self->body = body;
  self->report = report;
  self->check = entry;

  return self;
}

/**
 * dz_finding_new_from_check:
 *
 * Returns: (transfer full): what a report's own check says
 */
DzFinding *
dz_finding_new_from_check (DzReview      *review,
                           DzCodebook    *codebook,
                           const DzBody  *body,
                           DzReport      *report,
                           const DzCheck *check,
                           const DzEntry *entry)
{
  DzFinding *self = make_finding (review, codebook, body, report, entry);

  self->result = check->result;
  self->state = check->state;
  self->message = g_strdup (check->message);
  self->note = g_strdup (check->note);
  self->passages = g_array_new (FALSE, FALSE, sizeof (DzPassage));
  for (guint i = 0; i < check->spans->len; i++)
    {
      DzPassage passage = { report->id, g_array_index (check->spans, DzSpan, i) };

      g_array_append_val (self->passages, passage);
    }

  return self;
}

/**
 * dz_finding_new_cross:
 * @cross: its message and passages are taken
 *
 * Returns: (transfer full): a finding over several reports. What a person decided about it is kept
 *   in the body's report, under the same id; without a report in a decision "check" whose value is
 *   the word of the state.
 */
DzFinding *
dz_finding_new_cross (const DzCrossContext *context,
                      const DzEntry        *entry,
                      DzCrossFinding       *cross)
{
  DzFinding *self =
    make_finding (context->review, context->codebook, context->body, context->report, entry);
  DzCheck *kept = context->report != NULL ? dz_report_find_check (context->report, entry->id) : NULL;

  const DzDecision *decision =
    context->report == NULL ? dz_review_find_decision (context->review, "check", context->body->id,
                                                       context->year, entry->id) : NULL;

  self->result = cross->result;
  self->message = g_steal_pointer (&cross->message);
  self->passages = g_steal_pointer (&cross->passages);
  self->overlap = cross->overlap;
  if (kept != NULL)
    {
      self->state = kept->state;
      self->note = g_strdup (kept->note);
    }
  else if (decision != NULL && dz_state_from_string (decision->value, &self->state))
    self->note = g_strdup (decision->note);

  return self;
}

/**
 * dz_finding_get_body:
 *
 * Returns: (transfer none): the body it is about
 */
const DzBody *
dz_finding_get_body (DzFinding *self)
{
  g_return_val_if_fail (DZ_IS_FINDING (self), NULL);

  return self->body;
}

/**
 * dz_finding_get_check:
 *
 * Returns: (transfer none): the check
 */
const DzEntry *
dz_finding_get_check (DzFinding *self)
{
  g_return_val_if_fail (DZ_IS_FINDING (self), NULL);

  return self->check;
}

/**
 * dz_finding_get_report:
 *
 * Returns: (transfer none) (nullable): the body's report; %NULL where it is missing
 */
DzReport *
dz_finding_get_report (DzFinding *self)
{
  g_return_val_if_fail (DZ_IS_FINDING (self), NULL);

  return self->report;
}

DzResult
dz_finding_get_result (DzFinding *self)
{
  g_return_val_if_fail (DZ_IS_FINDING (self), DZ_RESULT_CANNOT_TELL);

  return self->result;
}

DzState
dz_finding_get_state (DzFinding *self)
{
  g_return_val_if_fail (DZ_IS_FINDING (self), DZ_STATE_SUGGESTED);

  return self->state;
}

/**
 * dz_finding_get_message:
 *
 * Returns: (transfer none) (nullable): a Chinese sentence
 */
const char *
dz_finding_get_message (DzFinding *self)
{
  g_return_val_if_fail (DZ_IS_FINDING (self), NULL);

  return self->message;
}

/**
 * dz_finding_get_note:
 *
 * Returns: (transfer none) (nullable): the analyst's explanation
 */
const char *
dz_finding_get_note (DzFinding *self)
{
  g_return_val_if_fail (DZ_IS_FINDING (self), NULL);

  return self->note;
}

/**
 * dz_finding_get_passages:
 *
 * Returns: (transfer none) (element-type DzPassage): the evidence
 */
GArray *
dz_finding_get_passages (DzFinding *self)
{
  g_return_val_if_fail (DZ_IS_FINDING (self), NULL);

  return self->passages;
}

/**
 * dz_finding_get_overlap:
 *
 * Returns: (transfer none) (nullable): the pair, for C-COPY-PEER and C-COPY-SELF
 */
const DzOverlap *
dz_finding_get_overlap (DzFinding *self)
{
  g_return_val_if_fail (DZ_IS_FINDING (self), NULL);

  return self->overlap;
}

/**
 * dz_finding_is_unhandled:
 *
 * Returns: whether it fails and nobody confirmed or explained it: 未处理
 */
gboolean
dz_finding_is_unhandled (DzFinding *self)
{
  g_return_val_if_fail (DZ_IS_FINDING (self), FALSE);

  return self->result == DZ_RESULT_FAIL && self->state == DZ_STATE_SUGGESTED;
}

/* ---- rows ---- */

static void
dz_check_row_finalize (GObject *object)
{
  DzCheckRow *self = DZ_CHECK_ROW (object);

  g_clear_object (&self->findings);
  g_clear_pointer (&self->review, dz_review_unref);
  g_clear_pointer (&self->codebook, dz_codebook_unref);

  G_OBJECT_CLASS (dz_check_row_parent_class)->finalize (object);
}

static void
dz_check_row_class_init (DzCheckRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dz_check_row_finalize;
}

static void
dz_check_row_init (DzCheckRow *self)
{
  self->findings = g_list_store_new (DZ_TYPE_FINDING);
}

/**
 * dz_check_row_new:
 * @check: (nullable): %NULL for the row of a body
 * @body: (nullable): %NULL for the row of a check
 *
 * Returns: (transfer full): an empty row
 */
DzCheckRow *
dz_check_row_new (DzReview      *review,
                  DzCodebook    *codebook,
                  const DzEntry *check,
                  const DzBody  *body,
                  gboolean       off)
{
  DzCheckRow *self = g_object_new (DZ_TYPE_CHECK_ROW, NULL);

  self->review = dz_review_ref (review);
  self->codebook = dz_codebook_ref (codebook);
  self->check = check;
  self->body = body;
  self->off = off;

  return self;
}

/**
 * dz_check_row_add:
 *
 * Counts @finding; keeps it unless it is a pass.
 */
void
dz_check_row_add (DzCheckRow *self,
                  DzFinding  *finding)
{
  guint last = g_list_model_get_n_items (G_LIST_MODEL (self->findings));

  self->unhandled += dz_finding_is_unhandled (finding);
  switch (finding->result)
    {
    case DZ_RESULT_FAIL:
      g_list_store_insert (self->findings, self->failing++, finding);
      break;
    case DZ_RESULT_CANNOT_TELL:
      g_list_store_insert (self->findings, last, finding);
      self->cannot_tell++;
      break;
    case DZ_RESULT_PASS:
    default:
      self->passing++;
      break;
    }
}

/**
 * dz_check_row_get_check:
 *
 * Returns: (transfer none) (nullable): the check; %NULL in the list by body
 */
const DzEntry *
dz_check_row_get_check (DzCheckRow *self)
{
  g_return_val_if_fail (DZ_IS_CHECK_ROW (self), NULL);

  return self->check;
}

/**
 * dz_check_row_get_body:
 *
 * Returns: (transfer none) (nullable): the body; %NULL in the list by check
 */
const DzBody *
dz_check_row_get_body (DzCheckRow *self)
{
  g_return_val_if_fail (DZ_IS_CHECK_ROW (self), NULL);

  return self->body;
}

/**
 * dz_check_row_get_severity:
 *
 * Returns: (transfer none) (nullable): "M", "Q" or "I"; %NULL in the list by body
 */
const char *
dz_check_row_get_severity (DzCheckRow *self)
{
  g_return_val_if_fail (DZ_IS_CHECK_ROW (self), NULL);

  return self->check != NULL ? self->check->kind : NULL;
}

/**
 * dz_check_row_is_off:
 *
 * Returns: whether the county switched the check off; it then counts nothing
 */
gboolean
dz_check_row_is_off (DzCheckRow *self)
{
  g_return_val_if_fail (DZ_IS_CHECK_ROW (self), FALSE);

  return self->off;
}

guint
dz_check_row_count_failing (DzCheckRow *self)
{
  g_return_val_if_fail (DZ_IS_CHECK_ROW (self), 0);

  return self->failing;
}

guint
dz_check_row_count_unhandled (DzCheckRow *self)
{
  g_return_val_if_fail (DZ_IS_CHECK_ROW (self), 0);

  return self->unhandled;
}

guint
dz_check_row_count_passing (DzCheckRow *self)
{
  g_return_val_if_fail (DZ_IS_CHECK_ROW (self), 0);

  return self->passing;
}

guint
dz_check_row_count_cannot_tell (DzCheckRow *self)
{
  g_return_val_if_fail (DZ_IS_CHECK_ROW (self), 0);

  return self->cannot_tell;
}

/**
 * dz_check_row_get_findings:
 *
 * Returns: (transfer none): #DzFinding, those that fail first, each group in roster (or codebook)
 *   order; passes are left out
 */
GListModel *
dz_check_row_get_findings (DzCheckRow *self)
{
  g_return_val_if_fail (DZ_IS_CHECK_ROW (self), NULL);

  return G_LIST_MODEL (self->findings);
}
