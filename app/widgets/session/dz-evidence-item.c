/* dz-evidence-item.c - what a click asks to see: a place in a report, and what was found there
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-evidence-item.h"

struct _DzEvidenceItem
{
  GObject parent_instance;

  DzEvidenceKind kind;
  gint64 report_id;
  gint64 body_id;
  guint index;
  gint64 fact_id; /* of the figure or weakness in the store: its place may become another */
  DzSpan span;
  char *subject;
  gboolean undeclared; /* the subject is a weakness */
};

G_DEFINE_FINAL_TYPE (DzEvidenceItem, dz_evidence_item, G_TYPE_OBJECT)

static void
dz_evidence_item_finalize (GObject *object)
{
  g_free (DZ_EVIDENCE_ITEM (object)->subject);

  G_OBJECT_CLASS (dz_evidence_item_parent_class)->finalize (object);
}

static void
dz_evidence_item_class_init (DzEvidenceItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dz_evidence_item_finalize;
}

static void
dz_evidence_item_init (DzEvidenceItem *self)
{
}

/**
 * dz_evidence_item_new:
 * @index: place in the report's array of that kind; ignored for a mere passage
 *
 * Returns: (transfer full): an evidence
 */
DzEvidenceItem *
dz_evidence_item_new (DzEvidenceKind kind,
                 gint64         report_id,
                 guint          index,
                 DzSpan         span)
{
  DzEvidenceItem *self = g_object_new (DZ_TYPE_EVIDENCE_ITEM, NULL);

  self->kind = kind;
  self->report_id = report_id;
  self->index = index;
  self->span = span;

  return self;
}

/**
 * dz_evidence_item_new_missing:
 * @subject: what the body did not report, in the user's words
 *
 * Returns: (transfer full): an evidence that says there is none
 */
DzEvidenceItem *
dz_evidence_item_new_missing (gint64      body_id,
                         const char *subject)
{
  DzEvidenceItem *self = g_object_new (DZ_TYPE_EVIDENCE_ITEM, NULL);

  self->kind = DZ_EVIDENCE_MISSING;
  self->body_id = body_id;
  self->subject = g_strdup (subject);

  return self;
}

/**
 * dz_evidence_item_new_undeclared:
 * @weakness: what the body did not declare, in the user's words
 *
 * Returns: (transfer full): an evidence that says so, which does not say that there is no such weakness
 */
DzEvidenceItem *
dz_evidence_item_new_undeclared (gint64      body_id,
                                 const char *weakness)
{
  DzEvidenceItem *self = dz_evidence_item_new_missing (body_id, weakness);

  self->undeclared = TRUE;

  return self;
}

gboolean
dz_evidence_item_is_undeclared (DzEvidenceItem *self)
{
  g_return_val_if_fail (DZ_IS_EVIDENCE_ITEM (self), FALSE);

  return self->undeclared;
}

/**
 * dz_evidence_item_new_figure:
 *
 * Returns: (transfer full): the evidence of figure @index of @report
 */
DzEvidenceItem *
dz_evidence_item_new_figure (DzReport *report,
                        guint     index)
{
  DzEvidenceItem *self;
  const DzFigure *figure;

  g_return_val_if_fail (report != NULL && index < report->figures->len, NULL);

  figure = &g_array_index (report->figures, DzFigure, index);
  self = dz_evidence_item_new (DZ_EVIDENCE_FIGURE, report->id, index, figure->span);
  self->fact_id = figure->id;

  return self;
}

/**
 * dz_evidence_item_new_weakness:
 *
 * Returns: (transfer full): the evidence of weakness @index of @report
 */
DzEvidenceItem *
dz_evidence_item_new_weakness (DzReport *report,
                          guint     index)
{
  DzEvidenceItem *self;
  const DzWeakness *weakness;

  g_return_val_if_fail (report != NULL && index < report->weaknesses->len, NULL);

  weakness = &g_array_index (report->weaknesses, DzWeakness, index);
  self = dz_evidence_item_new (DZ_EVIDENCE_WEAKNESS, report->id, index, weakness->span);
  self->fact_id = weakness->id;

  return self;
}

DzEvidenceKind
dz_evidence_item_get_kind (DzEvidenceItem *self)
{
  g_return_val_if_fail (DZ_IS_EVIDENCE_ITEM (self), DZ_EVIDENCE_SPAN);

  return self->kind;
}

gint64
dz_evidence_item_get_report_id (DzEvidenceItem *self)
{
  g_return_val_if_fail (DZ_IS_EVIDENCE_ITEM (self), 0);

  return self->report_id;
}

gint64
dz_evidence_item_get_body_id (DzEvidenceItem *self)
{
  g_return_val_if_fail (DZ_IS_EVIDENCE_ITEM (self), 0);

  return self->body_id;
}

guint
dz_evidence_item_get_index (DzEvidenceItem *self)
{
  g_return_val_if_fail (DZ_IS_EVIDENCE_ITEM (self), 0);

  return self->index;
}

/**
 * dz_evidence_item_get_figure:
 * @report: (nullable): the report of the item, in a snapshot that may be newer than the item
 *
 * Returns: (transfer none) (nullable): the figure, %NULL where the item is about none or it is gone
 */
const DzFigure *
dz_evidence_item_get_figure (DzEvidenceItem *self,
                             DzReport       *report)
{
  g_return_val_if_fail (DZ_IS_EVIDENCE_ITEM (self), NULL);

  for (guint i = 0; self->kind == DZ_EVIDENCE_FIGURE && report != NULL && i < report->figures->len; i++)
    if (g_array_index (report->figures, DzFigure, i).id == self->fact_id)
      return &g_array_index (report->figures, DzFigure, i);

  return NULL;
}

/**
 * dz_evidence_item_get_weakness:
 * @report: (nullable): the report of the item, in a snapshot that may be newer than the item
 *
 * Returns: (transfer none) (nullable): the weakness, %NULL where the item is about none or it is gone
 */
const DzWeakness *
dz_evidence_item_get_weakness (DzEvidenceItem *self,
                               DzReport       *report)
{
  g_return_val_if_fail (DZ_IS_EVIDENCE_ITEM (self), NULL);

  for (guint i = 0; self->kind == DZ_EVIDENCE_WEAKNESS && report != NULL && i < report->weaknesses->len; i++)
    if (g_array_index (report->weaknesses, DzWeakness, i).id == self->fact_id)
      return &g_array_index (report->weaknesses, DzWeakness, i);

  return NULL;
}

DzSpan
dz_evidence_item_get_span (DzEvidenceItem *self)
{
  g_return_val_if_fail (DZ_IS_EVIDENCE_ITEM (self), DZ_SPAN_NONE);

  return self->span;
}

/**
 * dz_evidence_item_get_subject:
 *
 * Returns: (transfer none) (nullable): what was not reported
 */
const char *
dz_evidence_item_get_subject (DzEvidenceItem *self)
{
  g_return_val_if_fail (DZ_IS_EVIDENCE_ITEM (self), NULL);

  return self->subject;
}

/**
 * dz_evidence_list_set_walked:
 * @list: of #DzEvidenceItem
 *
 * Notes that somebody asked to go through @list one by one: a decision about one opens the next.
 */
void
dz_evidence_list_set_walked (GListModel *list)
{
  g_return_if_fail (G_IS_LIST_MODEL (list));

  g_object_set_data (G_OBJECT (list), "dz-walked", GINT_TO_POINTER (TRUE));
}

gboolean
dz_evidence_list_is_walked (GListModel *list)
{
  g_return_val_if_fail (G_IS_LIST_MODEL (list), FALSE);

  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (list), "dz-walked"));
}

/**
 * dz_evidence_item_find_span:
 * @report: (nullable): the report as it is now
 *
 * Returns: where the figure or the weakness stands now; of other evidence, the passage it was made with
 */
DzSpan
dz_evidence_item_find_span (DzEvidenceItem *self,
                            DzReport       *report)
{
  const DzFigure *figure = dz_evidence_item_get_figure (self, report);
  const DzWeakness *weakness = dz_evidence_item_get_weakness (self, report);

  if (figure != NULL)
    return figure->span;
  if (weakness != NULL)
    return weakness->span;

  return dz_evidence_item_get_span (self);
}
