/* dz-score-form.h - the 评分表 of one body and one scorer, to be filled in from head to head by Enter
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-score-evidence.h"
#include "dz-score-table.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DZ_TYPE_SCORE_FORM (dz_score_form_get_type ())
G_DECLARE_FINAL_TYPE (DzScoreForm, dz_score_form, DZ, SCORE_FORM, GtkBox)

void dz_score_form_show (DzScoreForm        *self,
                         const DzScoreTable *table,
                         DzScoreEvidence    *evidence,
                         const DzScoreRow   *row,
                         const char         *scorer);
void dz_score_form_grab (DzScoreForm        *self);

G_END_DECLS
