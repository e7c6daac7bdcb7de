/* dz-import-scores.c - score sheets and filled-in scores on the command line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-import-scores.h"

#include "dz-codebook-job.h"
#include "dz-scores-job.h"

#include <glib/gi18n-lib.h>

/* The word of the sheet that comes with the program. */
#define SAMPLE "sample"

static gboolean
import_file (DzStore       *store,
             DzCodebook    *codebook,
             gboolean       is_sheet,
             const char    *path,
             int            year,
             DzScoresTally *tally,
             GError       **error)
{
  if (!is_sheet)
    return dz_scores_import (store, codebook, path, year, tally, error);
  if (g_str_equal (path, SAMPLE) && !g_file_test (path, G_FILE_TEST_EXISTS))
    return dz_score_sheet_take_sample (store, codebook, year, tally, error);

  return dz_score_sheet_import (store, codebook, path, year, tally, error);
}

/* What could not be used is told also where nothing else is wanted. */
static void
tell (const char          *path,
      const DzScoresTally *tally,
      gboolean             quiet)
{
  g_autoptr(GString) scorers = g_string_new (NULL);

  for (guint i = 0; i < tally->told->len; i++)
    g_printerr ("%s: %s\n", path, (const char *) g_ptr_array_index (tally->told, i));
  for (guint i = 0; i < tally->scorers->len; i++)
    g_string_append_printf (scorers, "%s%s", i > 0 ? _(", ") : "", (const char *) g_ptr_array_index (tally->scorers, i));
  if (quiet)
    return;
  if (tally->scorers->len == 0)
    g_printerr (_("%s: score sheet of %d, %u heads\n"), path, tally->year, tally->found);
  else
    g_printerr (_("%s: %d, %s: %u scores, %u of them new or changed\n"), path, tally->year, scorers->str, tally->found, tally->changed);
}

/**
 * dz_import_score_files:
 * @n_failed: (inout): one more for each file that holds nothing of the kind
 *
 * Takes over sheets first, then scores. %FALSE with @error set where the review cannot be read.
 */
gboolean
dz_import_score_files (DzStore            *store,
                       const DzScoreFiles *files,
                       guint              *n_failed,
                       GError            **error)
{
  g_autoptr(DzReview) review = dz_store_load (store, NULL, error);
  g_autoptr(DzCodebook) codebook = review != NULL ? dz_codebook_load_for (store, error) : NULL;
  int year = files->year != 0 || review == NULL ? files->year : dz_review_choose_year (review, 0, 0);
  char **const lists[] = { files->sheets, files->scores };

  if (codebook == NULL)
    return FALSE;
  for (guint k = 0; k < G_N_ELEMENTS (lists); k++)
    for (guint i = 0; lists[k] != NULL && lists[k][i] != NULL; i++)
      {
        g_auto(DzScoresTally) tally = { 0 };
        g_autoptr(GError) refusal = NULL;

        if (import_file (store, codebook, k == 0, lists[k][i], year, &tally, &refusal))
          tell (lists[k][i], &tally, files->quiet);
        else
          {
            g_printerr ("%s: %s\n", lists[k][i], refusal->message);
            ++*n_failed;
          }
      }

  return TRUE;
}
