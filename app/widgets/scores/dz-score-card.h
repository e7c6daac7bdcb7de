/* dz-score-card.h - one head of the 评分表: what it asks, what the program holds, what the scorer gives
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-score-sheet.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DZ_TYPE_SCORE_CARD (dz_score_card_get_type ())
G_DECLARE_FINAL_TYPE (DzScoreCard, dz_score_card, DZ, SCORE_CARD, GtkBox)

DzScoreCard *dz_score_card_new       (const DzScoreHead *head);
void         dz_score_card_show      (DzScoreCard       *self,
                                      const DzScoreHead *head,
                                      const DzScore     *score,
                                      const char        *evidence,
                                      gboolean           open,
                                      gboolean           same);
gboolean     dz_score_card_read      (DzScoreCard       *self,
                                      double            *points,
                                      char             **note);
void         dz_score_card_grab      (DzScoreCard       *self);

G_END_DECLS
