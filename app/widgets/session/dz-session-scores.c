/* dz-session-scores.c - the score sheet of a year, and what scorers give
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-session-private.h"

#include "dz-session-scores.h"

#include "dz-scores-job.h"

#include <glib/gi18n-lib.h>

/**
 * dz_session_set_score_sheet:
 * @sheet: a copy of the snapshot's with what the person changed
 */
gboolean
dz_session_set_score_sheet (DzSession          *self,
                            const DzScoreSheet *sheet)
{
  g_autoptr(GError) error = NULL;

  g_return_val_if_fail (DZ_IS_SESSION (self), FALSE);

  return dz_session_finish_change (self, dz_store_set_score_sheet (self->store, sheet, NULL, &error), &error, "score-sheet", 0,
                                   _("Score sheet changed"));
}

/**
 * dz_session_take_sample_sheet:
 *
 * The sample sheet becomes that of the year on screen.
 */
gboolean
dz_session_take_sample_sheet (DzSession *self)
{
  g_autoptr(GError) error = NULL;
  g_auto(DzScoresTally) tally = { 0 };

  g_return_val_if_fail (DZ_IS_SESSION (self), FALSE);

  return dz_session_finish_change (self, dz_score_sheet_take_sample (self->store, self->codebook, self->year, &tally, &error), &error,
                                   "score-sheet", 0, _("Sample sheet taken. Export the result to change it, and import it again"));
}

/**
 * dz_session_set_score:
 * @score: points NAN: taken back
 *
 * Says nothing of it: who scores enters one after the other, and sees the sum.
 */
gboolean
dz_session_set_score (DzSession     *self,
                      const DzScore *score)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) scores = g_ptr_array_new ();

  g_return_val_if_fail (DZ_IS_SESSION (self), FALSE);

  g_ptr_array_add (scores, (gpointer) score);

  return dz_session_finish_change (self, dz_store_set_scores (self->store, scores, NULL, &error), &error, "scores", 0, NULL);
}
