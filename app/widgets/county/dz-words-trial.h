/* dz-words-trial.h - additions to the codebook tried on a sentence and on the reports, before they are kept
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-review.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define DZ_TYPE_WORDS_TRIAL (dz_words_trial_get_type ())
G_DECLARE_FINAL_TYPE (DzWordsTrial, dz_words_trial, DZ, WORDS_TRIAL, AdwPreferencesGroup)

GtkWidget *dz_words_trial_new     (DzReview     *review);
void       dz_words_trial_set_xml (DzWordsTrial *self,
                                   const char   *xml);

G_END_DECLS
