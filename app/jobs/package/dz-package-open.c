/* dz-package-open.c - a package taken apart: the review and the originals lie in a folder again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-package.h"

#include "dz-error.h"
#include "dz-job-thread.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

/* A name that leads nowhere but into the folder. */
static gboolean
is_inside (const char *name)
{
  g_auto(GStrv) parts = name != NULL && *name != '\0' && *name != '/' ? g_strsplit (name, "/", -1) : NULL;

  if (parts == NULL)
    return FALSE;
  for (guint i = 0; parts[i] != NULL; i++)
    if (g_str_equal (parts[i], "..") || g_str_equal (parts[i], ".") || *parts[i] == '\0' || strchr (parts[i], '\\') != NULL)
      return FALSE;

  return TRUE;
}

static gboolean
set_error (GError     **error,
           const char  *path)
{
  g_set_error (error, DZ_ERROR, DZ_ERROR_IO, _("“%s” could not be written: %s"), path, g_strerror (errno));

  return FALSE;
}

static gboolean
copy_member (struct archive *archive,
             const char     *path,
             GError        **error)
{
  char block[65536];
  la_ssize_t n;
  FILE *file = g_fopen (path, "wxb");

  if (file == NULL || g_chmod (path, 0600) != 0)
    {
      if (file != NULL)
        fclose (file);
      return set_error (error, path);
    }
  while ((n = archive_read_data (archive, block, sizeof block)) > 0)
    if (fwrite (block, 1, (gsize) n, file) != (gsize) n)
      break;
  if (fclose (file) != 0 || n > 0)
    return set_error (error, path);
  if (n < 0)
    g_set_error (error, DZ_ERROR, DZ_ERROR_BROKEN, _("The package is damaged: %s"), archive_error_string (archive));

  return n == 0;
}

/* @review: (out): (nullable): path of the review among the members */
static gboolean
copy_all (struct archive *archive,
          const char     *folder,
          char          **review,
          GError        **error)
{
  struct archive_entry *entry;
  int code;

  while ((code = archive_read_next_header (archive, &entry)) == ARCHIVE_OK || code == ARCHIVE_WARN)
    {
      const char *name = archive_entry_pathname_utf8 (entry);
      g_autofree char *path = is_inside (name) ? g_build_filename (folder, name, NULL) : NULL;
      g_autofree char *inner = path != NULL ? g_path_get_dirname (path) : NULL;

      if (path == NULL || archive_entry_filetype (entry) != AE_IFREG)
        continue;
      g_mkdir_with_parents (inner, 0700);
      if (!copy_member (archive, path, error))
        return FALSE;
      if (strchr (name, '/') == NULL && g_str_has_suffix (name, DZ_REVIEW_EXTENSION) && *review == NULL)
        *review = g_steal_pointer (&path);
    }
  if (code != ARCHIVE_EOF)
    {
      g_set_error (error, DZ_ERROR, DZ_ERROR_BROKEN, _("The package is damaged: %s"), archive_error_string (archive));
      return FALSE;
    }
  if (*review == NULL)
    g_set_error (error, DZ_ERROR, DZ_ERROR_NOT_A_REVIEW, _("The archive holds no review."));

  return *review != NULL;
}

/**
 * dz_package_open:
 * @folder: to be made; one that is there already is refused, so that nothing is written over
 *
 * Returns: (transfer full) (nullable): path of the review in @folder, or %NULL with @error set
 */
char *
dz_package_open (const char  *package_path,
                 const char  *folder,
                 GError     **error)
{
  /* libarchive turns names by the thread's locale; under "C" it would lose the Chinese ones */
  locale_t utf8 = newlocale (LC_CTYPE_MASK, "C.UTF-8", duplocale (LC_GLOBAL_LOCALE));
  locale_t before = uselocale (utf8);
  struct archive *archive = archive_read_new ();
  g_autofree char *review = NULL;
  gboolean ok = FALSE;

  archive_read_support_format_zip (archive);
  archive_read_set_options (archive, "zip:hdrcharset=UTF-8");
  if (archive_read_open_filename (archive, package_path, 65536) != ARCHIVE_OK)
    g_set_error (error, DZ_ERROR, DZ_ERROR_IO, _("The package is damaged: %s"), archive_error_string (archive));
  else if (g_mkdir (folder, 0700) != 0)
    g_set_error (error, DZ_ERROR, DZ_ERROR_IO, _("The folder “%s” is there already, or cannot be made."), folder);
  else
    ok = copy_all (archive, folder, &review, error);
  archive_read_free (archive);
  uselocale (before);
  if (utf8 != (locale_t) 0)
    freelocale (utf8);

  return ok ? g_steal_pointer (&review) : NULL;
}

static void
open_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  const char *const *paths = task_data;
  GError *error = NULL;
  char *review = dz_package_open (paths[0], paths[1], &error);

  if (review != NULL)
    g_task_return_pointer (task, review, g_free);
  else
    g_task_return_error (task, error);
}

/**
 * dz_package_open_async:
 *
 * dz_package_open() in a thread.
 */
void
dz_package_open_async (const char          *package_path,
                       const char          *folder,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  const char *paths[] = { package_path, folder, NULL };
  g_autoptr(GTask) task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_source_tag (task, dz_package_open_async);
  g_task_set_task_data (task, g_strdupv ((char **) paths), (GDestroyNotify) g_strfreev);
  dz_job_run (task, open_thread);
}

/**
 * dz_package_open_finish:
 *
 * Returns: (transfer full) (nullable): path of the review, or %NULL with @error set
 */
char *
dz_package_open_finish (GAsyncResult *result,
                        GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
