/* dz-atomic-file.c - a file written beside its name and moved into place at the end
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-atomic-file.h"

#include "dz-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/**
 * dz_atomic_file_refuse:
 * @path: the file that was wanted
 * @code: of errno, 0 where nobody knows
 *
 * Returns: %FALSE with @error set: what happened, and what to do
 */
gboolean
dz_atomic_file_refuse (const char *path,
                     int         code,
                     GError    **error)
{
  if (code == 0)
    g_set_error (error, DZ_ERROR, DZ_ERROR_IO, _("“%s” cannot be written. Is the disk full?"), path);
  else if (code == ENOSPC || code == EDQUOT || code == EFBIG)
    g_set_error (error, DZ_ERROR, DZ_ERROR_IO, _("“%s” cannot be written: %s. Is the disk full?"), path,
                 g_strerror (code));
  else
    g_set_error (error, DZ_ERROR, DZ_ERROR_IO, _("“%s” cannot be written: %s. Choose another folder."), path,
                 g_strerror (code));

  return FALSE;
}

/* By its first bytes, or its name: one that is damaged is worth as much. */
static gboolean
is_review (const char *path)
{
  static const char magic[] = "SQLite format 3";
  char head[sizeof magic] = { 0 };
  FILE *stream;

  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return FALSE;
  if (g_str_has_suffix (path, ".duizhao"))
    return TRUE;
  stream = g_fopen (path, "rb");
  if (stream == NULL)
    return FALSE;
  (void) !fread (head, 1, sizeof head, stream);
  fclose (stream);

  return memcmp (head, magic, sizeof head) == 0;
}

/**
 * dz_atomic_file_init:
 *
 * Makes an empty file of a name nobody else has beside @path, for the writer to fill.
 *
 * Returns: %FALSE with @error set if nothing can be written there, or a review would be lost
 */
gboolean
dz_atomic_file_init (DzAtomicFile *self,
                   const char *path,
                   GError    **error)
{
  int fd;

  self->path = g_strdup (path);
  if (is_review (path))
    {
      g_set_error (error, DZ_ERROR, DZ_ERROR_IO, _("“%s” is a review, and would be lost. Choose another name."), path);
      return FALSE;
    }
  if (g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      self->part = g_strdup (path);
      return TRUE;
    }
  self->part = g_strconcat (path, ".XXXXXX", NULL);
  fd = g_mkstemp_full (self->part, O_RDWR | O_CLOEXEC, 0666);
  if (fd >= 0)
    {
      close (fd);
      return TRUE;
    }
  g_clear_pointer (&self->part, g_free);

  return dz_atomic_file_refuse (path, errno, error);
}

/* What the system only promised to write is asked for: a disk may be full without a word so far. */
static gboolean
reach_disk (const char *part)
{
  int fd = g_open (part, O_RDWR | O_CLOEXEC, 0);
  gboolean ok = fd >= 0 && fsync (fd) == 0;
  int code = errno;

  if (fd >= 0 && close (fd) != 0 && ok)
    return FALSE;
  errno = code;

  return ok;
}

/**
 * dz_atomic_file_finish:
 *
 * Moves the file into place.
 *
 * Returns: %FALSE with @error set if it did not reach the disk whole
 */
gboolean
dz_atomic_file_finish (DzAtomicFile *self,
                       GError      **error)
{
  if (!g_str_equal (self->part, self->path) &&
      (!reach_disk (self->part) || g_rename (self->part, self->path) != 0))
    return dz_atomic_file_refuse (self->path, errno, error);
  g_clear_pointer (&self->part, g_free);

  return TRUE;
}

/* Removes what was not finished. */
void
dz_atomic_file_clear (DzAtomicFile *self)
{
  if (self->part != NULL && !g_str_equal (self->part, self->path))
    g_unlink (self->part);
  g_clear_pointer (&self->part, g_free);
  g_clear_pointer (&self->path, g_free);
}

/**
 * dz_atomic_file_save:
 *
 * Writes @data as the whole of @path.
 *
 * Returns: %FALSE with @error set if it cannot be written; what was there before is there still
 */
gboolean
dz_atomic_file_save (const char *path,
                   const char *data,
                   gsize       len,
                   GError    **error)
{
  g_auto(DzAtomicFile) file = { 0 };
  FILE *stream;
  gboolean ok;

  if (!dz_atomic_file_init (&file, path, error))
    return FALSE;
  stream = g_fopen (file.part, "wb");
  ok = stream != NULL && fwrite (data, 1, len, stream) == len && fflush (stream) == 0;
  if (!ok)
    dz_atomic_file_refuse (path, errno, error);
  if (stream != NULL && fclose (stream) != 0 && ok)
    ok = dz_atomic_file_refuse (path, errno, error);

  return ok && dz_atomic_file_finish (&file, error);
}
