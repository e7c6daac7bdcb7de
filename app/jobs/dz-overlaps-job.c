/* dz-overlaps-job.c - which reports share text: found and stored
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-overlaps-job.h"

#include "dz-codebook-job.h"
#include "dz-job-thread.h"
#include "dz-overlap.h"

static gboolean
go_on (gpointer cancellable)
{
  return !g_cancellable_is_cancelled (cancellable);
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
  g_autoptr(DzReview) review = store != NULL ? dz_store_load_texts (store, error) : NULL;
  g_autoptr(DzCodebook) codebook = review != NULL ? dz_codebook_load_for (store, error) : NULL;
  g_autoptr(GPtrArray) overlaps = NULL;
  g_autoptr(GPtrArray) given = NULL;

  if (codebook == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  overlaps = dz_overlap_find_all (review, codebook, dz_overlap_get_least (review->county), &given, go_on, cancellable);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

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
