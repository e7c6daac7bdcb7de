/* dz-evidence-item.h - what a click asks to see: a place in a report, and what was found there
 *
 * A cell of a table, a bar, a mark, a chip: each hands the session one or more
 * of these, and the evidence pane shows them one after the other.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-review.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  DZ_EVIDENCE_FIGURE,   /* index into report->figures */
  DZ_EVIDENCE_WEAKNESS, /* index into report->weaknesses */
  DZ_EVIDENCE_CAUSE,
  DZ_EVIDENCE_CHECK,    /* index into report->checks */
  DZ_EVIDENCE_SPAN,     /* only a passage */
  DZ_EVIDENCE_MISSING   /* a body that reported nothing here: subject says what */
} DzEvidenceKind;

#define DZ_TYPE_EVIDENCE_ITEM (dz_evidence_item_get_type ())
G_DECLARE_FINAL_TYPE (DzEvidenceItem, dz_evidence_item, DZ, EVIDENCE_ITEM, GObject)

DzEvidenceItem    *dz_evidence_item_new            (DzEvidenceKind  kind,
                                           gint64          report_id,
                                           guint           index,
                                           DzSpan          span);
DzEvidenceItem    *dz_evidence_item_new_missing    (gint64          body_id,
                                           const char     *subject);
DzEvidenceItem    *dz_evidence_item_new_undeclared (gint64        body_id,
                                              const char         *weakness);
gboolean       dz_evidence_item_is_undeclared  (DzEvidenceItem     *self);
DzEvidenceItem    *dz_evidence_item_new_figure     (DzReport       *report,
                                           guint           index);
DzEvidenceItem    *dz_evidence_item_new_weakness   (DzReport       *report,
                                           guint           index);
DzEvidenceKind dz_evidence_item_get_kind       (DzEvidenceItem     *self);
gint64         dz_evidence_item_get_report_id  (DzEvidenceItem     *self);
gint64         dz_evidence_item_get_body_id    (DzEvidenceItem     *self);
guint          dz_evidence_item_get_index      (DzEvidenceItem     *self);
const DzFigure *dz_evidence_item_get_figure    (DzEvidenceItem     *self,
                                           DzReport       *report);
const DzWeakness *dz_evidence_item_get_weakness (DzEvidenceItem     *self,
                                           DzReport       *report);
DzSpan         dz_evidence_item_get_span       (DzEvidenceItem     *self);
DzSpan         dz_evidence_item_find_span      (DzEvidenceItem     *self,
                                           DzReport       *report);
void           dz_evidence_list_set_walked     (GListModel         *list);
gboolean       dz_evidence_list_is_walked      (GListModel         *list);
const char    *dz_evidence_item_get_subject    (DzEvidenceItem     *self);

G_END_DECLS
