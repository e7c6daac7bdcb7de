/* dz-overlaps-job.c - which reports share text: found and stored
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-overlaps-job.h"

#include "dz-codebook-job.h"
#include "dz-job-thread.h"
#include "dz-overlap.h"

/* One year after the other, with the year before: a province of ten years is never at hand as a whole. */
static gboolean
search_years (DzOverlapSearch *search,
              DzStore         *store,
              GArray          *years,
              GPtrArray      **given,
              GCancellable    *cancellable,
              GError         **error)
{
  for (guint i = 0; i < years->len; i++)
    {
      int year = g_array_index (years, int, i);
      g_autoptr(DzReview) review = dz_store_load_texts (store, year - 1, year, error);

      if (review == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      dz_overlap_search_add_year (search, review, year, i + 1 == years->len ? given : NULL);
    }

  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/**
 * dz_overlaps_run:
 *
 * Compares the texts of a review and stores the pairs that share some.
 */
gboolean
dz_overlaps_run (const char   *review_path,
                 GCancellable *cancellable,
                 GError      **error)
{
  g_autoptr(DzStore) store = dz_store_open (review_path, error);
  g_autoptr(DzCodebook) codebook = store != NULL ? dz_codebook_load_for (store, error) : NULL;
  g_autoptr(DzCounty) county = codebook != NULL ? dz_store_dup_county (store, error) : NULL;
  g_autoptr(GArray) years = county != NULL ? dz_store_list_years (store, error) : NULL;
  g_autoptr(DzOverlapSearch) search = NULL;
  g_autoptr(GPtrArray) overlaps = NULL;
  g_autoptr(GPtrArray) given = NULL;

  if (years == NULL)
    return FALSE;
  search = dz_overlap_search_new (codebook, dz_overlap_get_least (county));
  if (!search_years (search, store, years, &given, cancellable, error))
    return FALSE;
  overlaps = dz_overlap_search_finish (search);
  if (given == NULL)
    given = g_ptr_array_new_with_free_func (g_free);

  return dz_store_set_overlaps (store, overlaps, error) && dz_store_set_given_wording (store, given, error);
}

static void
overlaps_thread (GTask        *task,
                 gpointer      source_object,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  GError *error = NULL;

  if (dz_overlaps_run (task_data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
dz_overlaps_async (const char         *review_path,
                   GCancellable       *cancellable,
                   GAsyncReadyCallback callback,
                   gpointer            user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, dz_overlaps_async);
  g_task_set_task_data (task, g_strdup (review_path), g_free);
  dz_job_run (task, overlaps_thread);
}

/**
 * dz_overlaps_finish:
 *
 * Returns: whether the pairs are stored; dz_store_load() gives them
 */
gboolean
dz_overlaps_finish (GAsyncResult *result,
                    GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
