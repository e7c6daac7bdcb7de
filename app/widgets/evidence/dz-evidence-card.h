/* dz-evidence-card.h - one piece of evidence in the pane: what was found, where, and in which words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-codebook.h"
#include "dz-evidence-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *dz_evidence_card_new (DzReport       *report,
                                 DzCodebook     *codebook,
                                 DzEvidenceItem *item,
                                 gboolean        selected,
                                 GtkWidget      *radio);

G_END_DECLS
