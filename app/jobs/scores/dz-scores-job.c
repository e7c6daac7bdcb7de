/* dz-scores-job.c - the county's 评分表 and what scorers filled in, taken into the review
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-scores-job.h"

#include "dz-error.h"
#include "dz-head-words.h"
#include "dz-score-reader.h"
#include "dz-score-sample-resources.h"
#include "dz-sheet-import.h"
#include "dz-sheet.h"
#include "dz-table-file.h"

#include <glib/gi18n-lib.h>

#define SAMPLE "/duizhao/scores/score-sheet.csv"
#define TITLE_ROWS 6

static void
tally_init (DzScoresTally *self)
{
  *self = (DzScoresTally){ .scorers = g_ptr_array_new_with_free_func (g_free), .told = g_ptr_array_new_with_free_func (g_free) };
}

void
dz_scores_tally_clear (DzScoresTally *self)
{
  g_clear_pointer (&self->scorers, g_ptr_array_unref);
  g_clear_pointer (&self->told, g_ptr_array_unref);
}

/* What a new sheet does not say of a head that was there stays: beside what it is shown a person may have corrected. */
static void
keep_shows (const DzScoreSheet *was,
            DzScoreSheet       *now)
{
  for (guint i = 0; i < now->heads->len; i++)
    {
      DzScoreHead *head = g_ptr_array_index (now->heads, i);
      const DzScoreHead *before = dz_score_sheet_find_named (was, head->group, head->name);

      if (before == NULL)
        continue;
      g_free (head->shows);
      head->shows = g_strdup (before->shows);
    }
}

/* Nor does it say, where it is silent, that the highest and the lowest count: a person may have chosen that in the window. */
static void
keep_settings (const DzScoreSheet *was,
               DzScoreSheet       *now,
               gboolean            says_shows,
               GPtrArray          *told)
{
  if (!says_shows)
    keep_shows (was, now);
  if (!was->drops_extremes || now->drops_extremes)
    return;
  now->drops_extremes = TRUE;
  g_ptr_array_add (told, g_strdup (_("The sheet does not say that the highest and the lowest are dropped; as before, they are.")));
}

static gboolean
take_sheet (DzStore       *store,
            DzCodebook    *codebook,
            GPtrArray     *tables,
            const char    *source,
            int            year,
            DzScoresTally *tally,
            GError       **error)
{
  g_autoptr(DzScoreWords) words = dz_score_words_new (codebook, error);
  g_autoptr(DzReview) review = words != NULL ? dz_store_load (store, NULL, error) : NULL;
  g_autoptr(DzScoreSheet) sheet = NULL;
  const DzScoreSheet *was;
  gboolean says_shows = FALSE;

  if (review == NULL)
    return FALSE;
  sheet = dz_score_sheet_read (words, codebook, tables, year, &says_shows, tally->told, error);
  if (sheet == NULL)
    return FALSE;
  was = dz_review_score_sheet_of (review, sheet->year);
  if (was != NULL)
    keep_settings (was, sheet, says_shows, tally->told);
  sheet->source = g_strdup (source);
  tally->year = sheet->year;
  tally->found = sheet->heads->len;
  if (!dz_store_set_score_sheet (store, sheet, &tally->left, error))
    return FALSE;
  if (tally->left > 0)
    g_ptr_array_add (tally->told, g_strdup_printf (ngettext ("%u score stands on a head that is not on the sheet any more; undo brings it back.",
                                                             "%u scores stand on heads that are not on the sheet any more; undo brings them back.",
                                                             tally->left), tally->left));

  return TRUE;
}

/**
 * dz_score_sheet_import:
 * @path: xlsx, csv, xls, et, or docx with tables
 * @year: of a sheet whose title tells none; 0: not known
 * @tally: (out caller-allocates): to be cleared, also after an error
 *
 * Makes it the score sheet of its year, as one undo step. Points that were given on heads it still has stay.
 */
gboolean
dz_score_sheet_import (DzStore       *store,
                       DzCodebook    *codebook,
                       const char    *path,
                       int            year,
                       DzScoresTally *tally,
                       GError       **error)
{
  g_autoptr(GPtrArray) tables = NULL;
  g_autofree char *file = NULL;

  g_return_val_if_fail (DZ_IS_STORE (store) && codebook != NULL && path != NULL && tally != NULL, FALSE);

  tally_init (tally);
  file = g_path_get_basename (path);
  tables = dz_sheet_import_read (path, error);

  return tables != NULL && take_sheet (store, codebook, tables, file, year, tally, error);
}

/**
 * dz_score_sheet_take_sample:
 *
 * The sample sheet of five heads that comes with the program, as the sheet of @year: to begin with, and to be changed.
 */
gboolean
dz_score_sheet_take_sample (DzStore       *store,
                            DzCodebook    *codebook,
                            int            year,
                            DzScoresTally *tally,
                            GError       **error)
{
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(DzSource) source = dz_source_new (SAMPLE);
  g_autoptr(GPtrArray) tables = NULL;

  g_return_val_if_fail (DZ_IS_STORE (store) && codebook != NULL && tally != NULL, FALSE);

  tally_init (tally);
  bytes = g_resource_lookup_data (dz_score_sample_get_resource (), SAMPLE, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  tables = bytes != NULL ? dz_table_file_read (bytes, source, error) : NULL;

  return tables != NULL && take_sheet (store, codebook, tables, _("sample sheet"), year, tally, error);
}

/* The year in the title of a filled-in file; 0: it tells none. */
static int
find_year (GPtrArray *tables)
{
  for (guint i = 0; i < tables->len; i++)
    {
      const DzSheet *table = g_ptr_array_index (tables, i);
      DzHeadTime time;
      int year = table->title != NULL ? dz_head_words_read_year (table->title, &time) : 0;

      for (guint k = 0; year == 0 && k < MIN (table->rows->len, TITLE_ROWS); k++)
        {
          const char *line = dz_score_row_find_first (g_ptr_array_index (table->rows, k));
          g_autofree char *key = line != NULL ? dz_sheet_cell_key (line) : NULL;

          year = key != NULL ? dz_head_words_read_year (key, &time) : 0;
        }
      if (year != 0)
        return year;
    }

  return 0;
}

static gint
compare_words (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static void
list_scorers (DzScoresTally *tally,
              GPtrArray     *scores)
{
  for (guint i = 0; i < scores->len; i++)
    {
      const DzScore *score = g_ptr_array_index (scores, i);

      if (!g_ptr_array_find_with_equal_func (tally->scorers, score->scorer, g_str_equal, NULL))
        g_ptr_array_add (tally->scorers, g_strdup (score->scorer));
    }
  g_ptr_array_sort (tally->scorers, compare_words);
}

/**
 * dz_scores_import:
 * @path: xlsx, csv, xls, et, or docx with tables, filled in by one scorer or by several
 * @year: of a file whose title tells none
 * @tally: (out caller-allocates): to be cleared, also after an error
 *
 * Takes over what scorers gave, as one undo step. A cell left empty takes nothing back, and nobody's points are written over
 * by another's.
 */
gboolean
dz_scores_import (DzStore       *store,
                  DzCodebook    *codebook,
                  const char    *path,
                  int            year,
                  DzScoresTally *tally,
                  GError       **error)
{
  g_autoptr(GPtrArray) tables = NULL;
  g_autoptr(DzScoreWords) words = NULL;
  g_autoptr(DzReview) review = NULL;
  g_autoptr(GPtrArray) scores = NULL;
  const DzScoreSheet *sheet;

  g_return_val_if_fail (DZ_IS_STORE (store) && codebook != NULL && path != NULL && tally != NULL, FALSE);

  tally_init (tally);
  tables = dz_sheet_import_read (path, error);
  words = tables != NULL ? dz_score_words_new (codebook, error) : NULL;
  review = words != NULL ? dz_store_load (store, NULL, error) : NULL;
  if (review == NULL)
    return FALSE;
  tally->year = find_year (tables);
  if (tally->year == 0)
    tally->year = year;
  sheet = dz_review_score_sheet_of (review, tally->year);
  if (sheet == NULL)
    {
      dz_set_error (error, DZ_ERROR_NO_DATA, _("There is no score sheet of %d yet. Import the county's sheet first."), tally->year);
      return FALSE;
    }
  scores = dz_score_marks_read (words, sheet, review->bodies, tables, tally->told, error);
  if (scores == NULL)
    return FALSE;
  tally->found = scores->len;
  list_scorers (tally, scores);

  return dz_store_set_scores (store, scores, &tally->changed, error);
}

/* --- in a thread --- */

typedef gboolean (*Import) (DzStore       *store,
                            DzCodebook    *codebook,
                            const char    *path,
                            int            year,
                            DzScoresTally *tally,
                            GError       **error);

static void
free_tally (gpointer data)
{
  dz_scores_tally_clear (data);
  g_free (data);
}

static void
run (GTask               *task,
     const DzSheetImport *order,
     Import               import)
{
  GError *error = NULL;
  g_autoptr(DzStore) store = dz_store_open (order->review_path, &error);
  DzScoresTally *tally = g_new0 (DzScoresTally, 1);

  if (store != NULL && import (store, order->codebook, order->path, order->year, tally, &error))
    g_task_return_pointer (task, tally, free_tally);
  else
    {
      free_tally (tally);
      g_task_return_error (task, dz_sheet_import_name_file (error, order->path));
    }
}

static void
sheet_thread (GTask        *task,
              gpointer      source_object,
              gpointer      task_data,
              GCancellable *cancellable)
{
  run (task, task_data, dz_score_sheet_import);
}

static void
scores_thread (GTask        *task,
               gpointer      source_object,
               gpointer      task_data,
               GCancellable *cancellable)
{
  run (task, task_data, dz_scores_import);
}

/**
 * dz_scores_import_async:
 * @is_sheet: dz_score_sheet_import(), else dz_scores_import()
 *
 * In a thread, through a handle of its own.
 */
void
dz_scores_import_async (const char          *review_path,
                        DzCodebook          *codebook,
                        const char          *path,
                        int                  year,
                        gboolean             is_sheet,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  DzSheetImport order = { review_path, codebook, path, year };

  dz_sheet_import_async (&order, is_sheet ? sheet_thread : scores_thread, callback, user_data);
}

/**
 * dz_scores_import_finish:
 * @tally: (out caller-allocates): to be cleared, also after an error
 */
gboolean
dz_scores_import_finish (GAsyncResult   *result,
                         DzScoresTally  *tally,
                         GError        **error)
{
  g_autofree DzScoresTally *told = g_task_propagate_pointer (G_TASK (result), error);

  *tally = told != NULL ? *told : (DzScoresTally){ 0 };

  return told != NULL;
}
