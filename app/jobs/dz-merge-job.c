/* dz-merge-job.c - another review merged into this one, off the main thread; and what would come of it
 *
 * What would come of it is found by merging into a copy: nobody's decision waits for it, and no step
 * of the journal tells of a merge that was only looked at.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-merge-job.h"

#include "dz-job-thread.h"

#include <glib/gstdio.h>

typedef struct
{
  char *path;
  char *other;
  GHashTable *theirs; /* (nullable) */
  gboolean preview;
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_free (order->path);
  g_free (order->other);
  g_clear_pointer (&order->theirs, g_hash_table_unref);
  g_free (order);
}

void
dz_merged_free (DzMerged *self)
{
  if (self == NULL)
    return;

  dz_merged_clear (self);
  g_free (self);
}

static gboolean
merge_into (const char  *path,
            const char  *other,
            GHashTable  *theirs,
            DzMerged    *merged,
            GError     **error)
{
  g_autoptr(DzStore) store = dz_store_open (path, error);

  return store != NULL && dz_store_merge (store, other, theirs, merged, error);
}

/* One that may not be changed says so before anybody has decided anything. */
static gboolean
copy_to (const char    *path,
         const char    *copy,
         GCancellable  *cancellable,
         GError       **error)
{
  g_autoptr(DzStore) store = dz_store_open (path, error);

  if (store == NULL)
    return FALSE;
  if (dz_store_is_read_only (store))
    return dz_store_hold (store, "merge", error) && dz_store_release (store, FALSE, error);

  return dz_store_save_copy (store, copy, NULL, NULL, cancellable, error);
}

/**
 * dz_merge_preview_run:
 * @merged: (out caller-allocates): to be cleared, also after an error
 *
 * What dz_store_merge() would bring and where both decided; neither review is changed.
 */
gboolean
dz_merge_preview_run (const char    *review_path,
                      const char    *other_path,
                      DzMerged      *merged,
                      GCancellable  *cancellable,
                      GError       **error)
{
  static const char *const leftovers[] = { "", "-wal", "-shm", "-journal" };
  g_autofree char *folder = g_dir_make_tmp ("duizhao-merge-XXXXXX", error);
  g_autofree char *copy = folder != NULL ? g_build_filename (folder, "copy" DZ_REVIEW_EXTENSION, NULL) : NULL;
  g_autoptr(GFile) mine = g_file_new_for_path (review_path);
  g_autoptr(GFile) theirs = g_file_new_for_path (other_path);
  gboolean ok;

  *merged = (DzMerged){ 0 };
  if (folder == NULL)
    return FALSE;
  /* the copy would not be told from the review itself */
  ok = g_file_equal (mine, theirs) ? merge_into (review_path, other_path, NULL, merged, error)
                                   : copy_to (review_path, copy, cancellable, error) &&
                                       merge_into (copy, other_path, NULL, merged, error);
  for (guint i = 0; i < G_N_ELEMENTS (leftovers); i++)
    {
      g_autofree char *path = g_strconcat (copy, leftovers[i], NULL);

      g_unlink (path);
    }
  g_rmdir (folder);

  return ok;
}

static void
merge_thread (GTask        *task,
              gpointer      source_object,
              gpointer      task_data,
              GCancellable *cancellable)
{
  Order *order = task_data;
  g_autoptr(DzMerged) merged = g_new0 (DzMerged, 1);
  GError *error = NULL;
  gboolean ok = order->preview ? dz_merge_preview_run (order->path, order->other, merged, cancellable, &error)
                               : merge_into (order->path, order->other, order->theirs, merged, &error);

  if (ok)
    g_task_return_pointer (task, g_steal_pointer (&merged), (GDestroyNotify) dz_merged_free);
  else
    g_task_return_error (task, error);
}

static void
start (Order               *order,
       gpointer             tag,
       GCancellable        *cancellable,
       GAsyncReadyCallback  callback,
       gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, order, order_free);
  dz_job_run (task, merge_thread);
}

/**
 * dz_merge_preview_async:
 *
 * dz_merge_preview_run() in a thread; dz_merge_finish() gives what it found.
 */
void
dz_merge_preview_async (const char          *review_path,
                        const char          *other_path,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  Order *order = g_new0 (Order, 1);

  order->path = g_strdup (review_path);
  order->other = g_strdup (other_path);
  order->preview = TRUE;
  start (order, dz_merge_preview_async, cancellable, callback, user_data);
}

/**
 * dz_merge_async:
 * @theirs: (nullable): as in dz_store_merge(); not changed until @callback
 *
 * dz_store_merge() in a thread.
 */
void
dz_merge_async (const char          *review_path,
                const char          *other_path,
                GHashTable          *theirs,
                GAsyncReadyCallback  callback,
                gpointer             user_data)
{
  Order *order = g_new0 (Order, 1);

  order->path = g_strdup (review_path);
  order->other = g_strdup (other_path);
  order->theirs = theirs != NULL ? g_hash_table_ref (theirs) : NULL;
  start (order, dz_merge_async, NULL, callback, user_data);
}

/**
 * dz_merge_finish:
 *
 * Returns: (transfer full) (nullable): what came of it, or would; %NULL with @error set
 */
DzMerged *
dz_merge_finish (GAsyncResult *result,
                 GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
