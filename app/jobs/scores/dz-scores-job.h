/* dz-scores-job.h - the county's 评分表 and what scorers filled in, taken into the review
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-codebook.h"
#include "dz-store.h"

G_BEGIN_DECLS

/**
 * DzScoresTally: what came of a file
 * @year: of the sheet
 * @found: heads, or points of a scorer for a body and a head; @changed: of the points, how many were not so before
 * @left: points that stand on heads the sheet has no more
 * @scorers: (element-type utf8): whose points they are
 * @told: (element-type utf8): a sentence for each thing that could not be used or that a person ought to know
 */
typedef struct
{
  int year;
  guint found;
  guint changed;
  guint left;
  GPtrArray *scorers;
  GPtrArray *told;
} DzScoresTally;

void     dz_scores_tally_clear      (DzScoresTally       *self);

gboolean dz_score_sheet_import      (DzStore             *store,
                                     DzCodebook          *codebook,
                                     const char          *path,
                                     int                  year,
                                     DzScoresTally       *tally,
                                     GError             **error);
gboolean dz_score_sheet_take_sample (DzStore             *store,
                                     DzCodebook          *codebook,
                                     int                  year,
                                     DzScoresTally       *tally,
                                     GError             **error);
gboolean dz_scores_import           (DzStore             *store,
                                     DzCodebook          *codebook,
                                     const char          *path,
                                     int                  year,
                                     DzScoresTally       *tally,
                                     GError             **error);

void     dz_scores_import_async     (const char          *review_path,
                                     DzCodebook          *codebook,
                                     const char          *path,
                                     int                  year,
                                     gboolean             is_sheet,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data);
gboolean dz_scores_import_finish    (GAsyncResult        *result,
                                     DzScoresTally       *tally,
                                     GError             **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DzScoresTally, dz_scores_tally_clear)

G_END_DECLS
