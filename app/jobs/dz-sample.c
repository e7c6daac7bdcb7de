/* dz-sample.c - the sample county 望泽县, to try the program on
 *
 * The files are a resource of the program: they are laid out in a folder beside
 * the review, so that “open the original” works on them too.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-sample.h"

#include "dz-error.h"
#include "dz-job-thread.h"
#include "dz-overlaps-job.h"
#include "dz-roster-job.h"
#include "dz-samples-resources.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define PREFIX "/duizhao/samples/"
#define REVIEW_NAME "望泽县2024" DZ_REVIEW_EXTENSION
#define REPORTS_NAME "望泽县报送材料"

/* The files have plain names in the source; a township's would be in Chinese. */
static const struct
{
  const char *stem;
  const char *name;
} names[] = {
  { "fengwu", "枫梧畲族乡" }, { "hequan", "禾泉镇" },     { "huaidi", "槐堤镇" },
  { "lanqiao", "澜桥镇" },    { "liuqu", "六渠乡" },      { "lubei", "鹭陂乡" },
  { "qiyan", "栖砚镇" },      { "shizhu", "石竺乡" },     { "shuangzhu", "双渚街道" },
  { "wangxi", "望溪街道" },   { "wanyu", "万榆镇" },      { "weizhou", "苇洲镇" },
};

/* "wz-2024-wangxi.html" -> "2024年望溪街道.html" */
static char *
dup_chinese_name (const char *file)
{
  g_auto(GStrv) parts = g_strsplit (file, "-", 3);
  const char *dot = strrchr (file, '.');

  for (guint i = 0; g_strv_length (parts) == 3 && dot != NULL && i < G_N_ELEMENTS (names); i++)
    if (g_str_has_prefix (parts[2], names[i].stem) && parts[2][strlen (names[i].stem)] == '.')
      return g_strconcat (parts[1], "年", names[i].name, dot, NULL);

  return g_strdup (file);
}

/* Opens a folder of our own, that no link leads away from: others may write into the parent. */
static int
open_own_folder (int         parent,
                 const char *name)
{
  int fd = openat (parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  struct stat info;

  if (fd >= 0 && (fstat (fd, &info) != 0 || info.st_uid != geteuid ()))
    {
      close (fd);
      fd = -1;
    }

  return fd;
}

/* Removes what this program laid out in @folder, and nothing else: a file of the user's keeps its
 * folder. Takes @folder. */
static void
empty_folder (int         folder,
              const char *name_start)
{
  DIR *dir = fdopendir (folder);
  const struct dirent *entry;

  if (dir == NULL)
    {
      close (folder);
      return;
    }
  while ((entry = readdir (dir)) != NULL)
    if (g_str_has_prefix (entry->d_name, name_start) || g_str_equal (entry->d_name, "roster.csv"))
      unlinkat (folder, entry->d_name, 0);
  closedir (dir);
}

static void
remove_old_sample (int         parent,
                   const char *name,
                   gint64      oldest)
{
  int folder = open_own_folder (parent, name);
  int reports;
  struct stat info;

  if (folder < 0)
    return;
  if (fstatat (folder, REVIEW_NAME, &info, AT_SYMLINK_NOFOLLOW) != 0 || !S_ISREG (info.st_mode) ||
      (gint64) info.st_mtime > oldest)
    {
      close (folder);
      return;
    }
  reports = open_own_folder (folder, REPORTS_NAME);
  if (reports >= 0)
    empty_folder (reports, "20");
  unlinkat (folder, REPORTS_NAME, AT_REMOVEDIR);
  empty_folder (folder, REVIEW_NAME);
  unlinkat (parent, name, AT_REMOVEDIR);
}

/**
 * dz_sample_remove_old:
 * @parent: the temporary folder, in which others may write too
 *
 * Removes sample reviews nobody touched for some days: the temporary folder is not for ever.
 */
void
dz_sample_remove_old (const char *parent)
{
  g_autoptr(GDir) dir = g_dir_open (parent, 0, NULL);
  gint64 oldest = g_get_real_time () / G_USEC_PER_SEC - 3 * 24 * 60 * 60;
  int fd = g_open (parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  const char *name;

  while (fd >= 0 && dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, "duizhao-"))
      remove_old_sample (fd, name, oldest);
  if (fd >= 0)
    close (fd);
}

/**
 * dz_sample_dup_path:
 *
 * Returns: (transfer full): a path for a sample review of one's own, in a new temporary folder;
 *   those left from days ago are removed
 */
char *
dz_sample_dup_path (void)
{
  g_autofree char *folder = NULL;

  dz_sample_remove_old (g_get_tmp_dir ());
  folder = g_dir_make_tmp ("duizhao-XXXXXX", NULL);

  return g_build_filename (folder != NULL ? folder : g_get_tmp_dir (), REVIEW_NAME, NULL);
}

static gboolean
lay_out_file (const char *folder,
              const char *file,
              GPtrArray  *reports,
              char      **roster,
              GError    **error)
{
  g_autofree char *resource = g_strconcat (PREFIX, file, NULL);
  g_autofree char *name = dup_chinese_name (file);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr(GBytes) bytes = g_resources_lookup_data (resource, 0, error);

  if (bytes == NULL ||
      !g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                            error))
    return FALSE;
  if (g_str_equal (file, "roster.csv"))
    *roster = g_steal_pointer (&path);
  else
    g_ptr_array_add (reports, g_steal_pointer (&path));

  return TRUE;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* The sample's files in a folder beside the review; @reports in name order. */
static gboolean
lay_out (const char *review_path,
         GPtrArray  *reports,
         char      **roster,
         GError    **error)
{
  g_autofree char *parent = g_path_get_dirname (review_path);
  g_autofree char *folder = g_build_filename (parent, REPORTS_NAME, NULL);
  g_auto(GStrv) files = NULL;

  /* named, so that the linker keeps the resource of a static library */
  g_resources_register (dz_samples_get_resource ());
  files = g_resources_enumerate_children (PREFIX, 0, error);
  if (files == NULL)
    return FALSE;
  if (g_mkdir_with_parents (folder, 0755) != 0)
    {
      g_set_error (error, DZ_ERROR, DZ_ERROR_IO, _("The folder cannot be made: %s"),
                   g_strerror (errno));
      return FALSE;
    }
  for (guint i = 0; files[i] != NULL; i++)
    if (!lay_out_file (folder, files[i], reports, roster, error))
      return FALSE;
  g_ptr_array_sort (reports, compare_names);

  return TRUE;
}

static void
progress_cb (const DzImportRecord *record,
             guint                 done,
             guint                 total,
             gpointer              task)
{
  if (task != NULL && record != NULL)
    {
      g_autofree char *name = g_path_get_basename (record->source->path);

      dz_progress_tell (task, name, done, total);
    }
}

/* Each year's reports came in the spring after, in time. */
static gboolean
import_year (const char    *review_path,
             GPtrArray     *reports,
             const char    *year,
             GTask         *task,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr(GPtrArray) paths = g_ptr_array_new ();
  g_autoptr(GPtrArray) records = NULL;
  g_autofree char *received = g_strdup_printf ("%d-02-20", atoi (year) + 1);
  DzImportOptions options = { .received = received };

  for (guint i = 0; i < reports->len; i++)
    {
      char *path = g_ptr_array_index (reports, i);
      g_autofree char *name = g_path_get_basename (path);

      if (g_str_has_prefix (name, year))
        g_ptr_array_add (paths, path);
    }
  g_ptr_array_add (paths, NULL);
  records = dz_import_run (review_path, (const char *const *) paths->pdata, &options, progress_cb, task,
                           cancellable, error);

  return records != NULL;
}

/* @task: (nullable): whom to tell how far it is */
static gboolean
create (const char    *review_path,
        GTask         *task,
        GCancellable  *cancellable,
        GError       **error)
{
  g_autoptr(GPtrArray) reports = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(DzStore) store = NULL;
  g_autoptr(DzCounty) county = NULL;
  g_autofree char *roster = NULL;

  if (!lay_out (review_path, reports, &roster, error))
    return FALSE;
  store = dz_store_create (review_path, error);
  county = store != NULL ? dz_store_dup_county (store, error) : NULL;
  if (county == NULL)
    return FALSE;
  county->name = g_strdup ("望泽县");
  county->title = g_strdup ("望泽县2024（示例）");
  county->issuer = g_strdup ("中共望泽县委全面依法治县委员会办公室");
  if (!dz_store_set_county (store, county, NULL, error) ||
      !dz_roster_import (store, roster, NULL, NULL, error))
    return FALSE;

  return import_year (review_path, reports, "2023", task, cancellable, error) &&
         import_year (review_path, reports, "2024", task, cancellable, error) &&
         dz_overlaps_run (review_path, cancellable, error);
}

/**
 * dz_sample_create:
 * @review_path: must not exist
 *
 * Makes a review of the sample county: its roster, two years of reports in several formats, the
 * shared text.
 */
gboolean
dz_sample_create (const char   *review_path,
                  GCancellable *cancellable,
                  GError      **error)
{
  g_return_val_if_fail (review_path != NULL, FALSE);

  return create (review_path, NULL, cancellable, error);
}

static void
create_thread (GTask        *task,
               gpointer      source_object,
               gpointer      task_data,
               GCancellable *cancellable)
{
  GError *error = NULL;

  if (create (task_data, task, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * dz_sample_create_async:
 * @progress: (nullable): @progress_data must live until @callback
 */
void
dz_sample_create_async (const char         *review_path,
                        DzProgressFunc      progress,
                        gpointer            progress_data,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, dz_sample_create_async);
  g_task_set_task_data (task, g_strdup (review_path), g_free);
  dz_progress_watch (task, progress, progress_data);
  dz_job_run (task, create_thread);
}

gboolean
dz_sample_create_finish (GAsyncResult *result,
                         GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
