/* dz-evidence-pane.h - the words of the report behind what was clicked, and the decision about it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DZ_TYPE_EVIDENCE_PANE (dz_evidence_pane_get_type ())
G_DECLARE_FINAL_TYPE (DzEvidencePane, dz_evidence_pane, DZ, EVIDENCE_PANE, GtkBox)

void dz_evidence_pane_set_session (DzEvidencePane *self,
                                   DzSession      *session);
void dz_evidence_pane_keep_notes (DzEvidencePane *self);
void dz_evidence_pane_confirm     (DzEvidencePane *self);
void dz_evidence_pane_correct     (DzEvidencePane *self);
void dz_evidence_pane_reject      (DzEvidencePane *self);
gboolean dz_evidence_pane_can_decide (DzEvidencePane *self);
void dz_evidence_pane_step        (DzEvidencePane *self,
                                   int             by);

G_END_DECLS
