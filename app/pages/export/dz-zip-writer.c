/* dz-zip-writer.c - a zip file written member by member
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-zip-writer.h"

#include "dz-error.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>


struct _DzZipWriter
{
  struct archive *archive;
  char *path;
};

static void
set_error (DzZipWriter *self,
           GError     **error)
{
  g_set_error (error, DZ_ERROR, DZ_ERROR_IO, _("“%s” cannot be written: %s. Choose another folder."), self->path,
               archive_error_string (self->archive));
}

/* Returns: (transfer full): an empty archive at @path, %NULL with @error set */
DzZipWriter *
dz_zip_writer_new (const char *path,
                   GError    **error)
{
  g_autoptr(DzZipWriter) self = g_new0 (DzZipWriter, 1);

  self->path = g_strdup (path);
  self->archive = archive_write_new ();
  if (archive_write_set_format_zip (self->archive) != ARCHIVE_OK ||
      archive_write_set_options (self->archive, "zip:compression=deflate,zip:!zip64") != ARCHIVE_OK ||
      archive_write_open_filename (self->archive, path) != ARCHIVE_OK)
    {
      set_error (self, error);
      return NULL;
    }

  return g_steal_pointer (&self);
}

gboolean
dz_zip_writer_add (DzZipWriter *self,
                   const char  *name,
                   const void  *data,
                   gsize        len,
                   GError     **error)
{
  struct archive_entry *entry = archive_entry_new ();
  gboolean ok;

  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_size (entry, (la_int64_t) len);
  /* no time: libarchive would turn it to local time, and the bytes would depend on the place */
  ok = archive_write_header (self->archive, entry) == ARCHIVE_OK &&
       archive_write_data (self->archive, data, len) == (la_ssize_t) len;
  archive_entry_free (entry);
  if (!ok)
    set_error (self, error);

  return ok;
}

gboolean
dz_zip_writer_close (DzZipWriter *self,
                     GError     **error)
{
  if (archive_write_close (self->archive) == ARCHIVE_OK)
    return TRUE;
  set_error (self, error);

  return FALSE;
}

void
dz_zip_writer_free (DzZipWriter *self)
{
  archive_write_free (self->archive);
  g_free (self->path);
  g_free (self);
}
