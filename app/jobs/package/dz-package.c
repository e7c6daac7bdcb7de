/* dz-package.c - a review and the originals of its reports in one file, to hand over
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-package.h"

#include "dz-archive.h"
#include "dz-csv.h"
#include "dz-digest.h"
#include "dz-job-thread.h"
#include "dz-spoken-word.h"
#include "dz-zip-writer.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define ORIGINALS "原件"
#define LIST "清单.csv"

/* A package while it is written. */
typedef struct
{
  DzReview *review;
  DzZipWriter *zip;
  GString *list;
  DzPackaged *packaged;
} Package;

/* The member of an archive or letter a report was read from. */
typedef struct
{
  const DzSource *source;
  GBytes *bytes; /* (nullable) */
} Wanted;

static gboolean
is_what_was_read (const DzSource *source,
                  GBytes         *bytes)
{
  g_autofree char *sum = dz_digest_dup_hex (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  return g_strcmp0 (sum, source->sha256) == 0;
}

/* Where the name of the file ends in @member: "a.docx #2" is the second report of a.docx, "#2" of the file itself. */
static gsize
find_name_end (const char *member)
{
  gsize end = strlen (member);

  while (end > 0 && g_ascii_isdigit (member[end - 1]))
    end--;
  if (end == 0 || member[end] == '\0' || member[end - 1] != '#')
    return strlen (member);
  end--;

  return end > 0 && member[end - 1] == ' ' ? end - 1 : end == 0 ? 0 : strlen (member);
}

/* Letters of a mailbox may each bring a file of the same name: the one that was read is looked for. */
static gboolean
take_member (const char   *name,
             GBytes       *bytes,
             const GError *problem,
             gpointer      user_data)
{
  Wanted *wanted = user_data;
  const char *member = wanted->source->member;

  if (bytes == NULL || (!g_str_equal (name, member) &&
                        (strlen (name) != find_name_end (member) || strncmp (name, member, strlen (name)) != 0)))
    return TRUE;
  g_clear_pointer (&wanted->bytes, g_bytes_unref);
  wanted->bytes = g_bytes_ref (bytes);

  return !is_what_was_read (wanted->source, bytes);
}

/* Returns: (transfer full) (nullable): what lies where the report was read from */
static GBytes *
read_original (const DzSource *source,
               GCancellable   *cancellable)
{
  g_autofree char *contents = NULL;
  g_autoptr(GBytes) bytes = NULL;
  Wanted wanted = { source, NULL };
  gsize len;

  if (source->path == NULL || !g_file_test (source->path, G_FILE_TEST_IS_REGULAR) ||
      !g_file_get_contents (source->path, &contents, &len, NULL))
    return NULL;
  bytes = g_bytes_new_take (g_steal_pointer (&contents), len);
  if (source->member == NULL || find_name_end (source->member) == 0)
    return g_steal_pointer (&bytes);
  dz_archive_foreach (bytes, &dz_limits_default, take_member, &wanted, NULL, cancellable, NULL);

  return wanted.bytes;
}

static void
add_row (Package    *self,
         DzReport   *report,
         const char *name,
         const char *state)
{
  const DzBody *body = dz_review_find_body (self->review, report->body_id);
  g_autofree char *year = g_strdup_printf ("%d", report->identity.year);
  const char *fields[] = { body != NULL ? body->name : report->identity.township != NULL ? report->identity.township : "",
                           year, dz_spoken_word (dz_report_kind_to_string (report->identity.kind)),
                           report->source->path != NULL ? report->source->path : "",
                           report->source->member != NULL ? report->source->member : "", name, state };

  dz_csv_append_row (self->list, G_N_ELEMENTS (fields), fields);
}

static gboolean
add_original (Package      *self,
              DzReport     *report,
              guint         number,
              GCancellable *cancellable,
              GError      **error)
{
  const DzSource *source = report->source;
  g_autoptr(GBytes) bytes = read_original (source, cancellable);
  g_autofree char *inside = NULL;
  g_autofree char *base = NULL;
  g_autofree char *name = NULL;
  gsize len;
  const void *data;

  if (bytes == NULL)
    {
      self->packaged->missing++;
      add_row (self, report, "", "找不到原件");
      return TRUE;
    }
  if (!is_what_was_read (source, bytes))
    {
      self->packaged->changed++;
      add_row (self, report, "", "原件已不是读入时的内容，未收入");
      return TRUE;
    }
  self->packaged->kept++;
  inside = source->member != NULL ? g_strndup (source->member, find_name_end (source->member)) : NULL;
  base = g_path_get_basename (inside != NULL && *inside != '\0' ? inside : source->path);
  name = g_strdup_printf (ORIGINALS "/%03u %s", number, base);
  add_row (self, report, name, "已收入");
  data = g_bytes_get_data (bytes, &len);

  return dz_zip_writer_add (self->zip, name, data, len, error);
}

/* The review as it is now, through SQLite: nothing of its log is left out. */
static gboolean
add_review (Package       *self,
            DzStore       *store,
            const char    *name,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autofree char *folder = g_dir_make_tmp ("duizhao-package-XXXXXX", error);
  g_autofree char *copy = folder != NULL ? g_build_filename (folder, "copy" DZ_REVIEW_EXTENSION, NULL) : NULL;
  g_autofree char *contents = NULL;
  gsize len = 0;
  gboolean ok = folder != NULL && dz_store_save_copy (store, copy, NULL, NULL, cancellable, error) &&
                g_file_get_contents (copy, &contents, &len, error) &&
                dz_zip_writer_add (self->zip, name, contents, len, error);

  if (folder != NULL)
    {
      g_unlink (copy);
      g_rmdir (folder);
    }

  return ok;
}

/**
 * dz_package_write:
 * @progress: (nullable): reports done
 * @packaged: (out): what became of the originals
 *
 * An original that is not what was read, or not there any more, is left out and told in the list.
 */
gboolean
dz_package_write (const char      *review_path,
                  const char      *package_path,
                  DzProgressFunc   progress,
                  gpointer         progress_data,
                  DzPackaged      *packaged,
                  GCancellable    *cancellable,
                  GError         **error)
{
  static const char *const head[] = { "单位", "年度", "报告种类", "读入自", "压缩包内", "本包文件", "情况" };
  g_autoptr(DzStore) store = dz_store_open (review_path, error);
  g_autoptr(DzReview) review = store != NULL ? dz_store_load (store, NULL, error) : NULL;
  g_autoptr(DzZipWriter) zip = review != NULL ? dz_zip_writer_new (package_path, error) : NULL;
  g_autoptr(GString) list = g_string_new (DZ_CSV_MARK);
  g_autofree char *name = g_path_get_basename (review_path);
  Package self = { review, zip, list, packaged };

  *packaged = (DzPackaged){ 0 };
  if (zip == NULL || !add_review (&self, store, name, cancellable, error))
    return FALSE;
  dz_csv_append_row (list, G_N_ELEMENTS (head), head);
  for (guint i = 0; i < review->reports->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !add_original (&self, g_ptr_array_index (review->reports, i), i + 1, cancellable, error))
        return FALSE;
      if (progress != NULL)
        progress (NULL, i + 1, review->reports->len, progress_data);
    }

  return dz_zip_writer_add (zip, LIST, list->str, list->len, error) && dz_zip_writer_close (zip, error);
}

typedef struct
{
  char *review;
  char *package;
  DzPackaged packaged;
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_free (order->review);
  g_free (order->package);
  g_free (order);
}

static void
step_cb (const char *name,
         guint       done,
         guint       total,
         gpointer    task)
{
  dz_progress_tell (task, name, done, total);
}

static void
package_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Order *order = task_data;
  GError *error = NULL;

  if (dz_package_write (order->review, order->package, step_cb, task, &order->packaged, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * dz_package_async:
 * @progress: (nullable): reports done; @progress_data must live until @callback
 *
 * dz_package_write() in a thread.
 */
void
dz_package_async (const char          *review_path,
                  const char          *package_path,
                  DzProgressFunc       progress,
                  gpointer             progress_data,
                  GCancellable        *cancellable,
                  GAsyncReadyCallback  callback,
                  gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Order *order = g_new0 (Order, 1);

  order->review = g_strdup (review_path);
  order->package = g_strdup (package_path);
  g_task_set_source_tag (task, dz_package_async);
  g_task_set_task_data (task, order, order_free);
  dz_progress_watch (task, progress, progress_data);
  dz_job_run (task, package_thread);
}

/**
 * dz_package_finish:
 * @packaged: (out): what became of the originals
 */
gboolean
dz_package_finish (GAsyncResult *result,
                   DzPackaged   *packaged,
                   GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  *packaged = ((Order *) g_task_get_task_data (G_TASK (result)))->packaged;

  return g_task_propagate_boolean (G_TASK (result), error);
}
