/* dz-import-scores.h - score sheets and filled-in scores on the command line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-store.h"

G_BEGIN_DECLS

/**
 * DzScoreFiles:
 * @sheets: (nullable): the county's sheets; @scores: (nullable): files scorers filled in
 * @year: of those that tell none; 0: the one a person would look at
 */
typedef struct
{
  char **sheets;
  char **scores;
  int year;
  gboolean quiet;
} DzScoreFiles;

gboolean dz_import_score_files (DzStore            *store,
                                const DzScoreFiles *files,
                                guint              *n_failed,
                                GError            **error);

G_END_DECLS
