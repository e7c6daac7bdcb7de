/* dz-zip-writer.c - a zip file written member by member
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-zip-writer.h"

#include "dz-atomic-file.h"

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>

#define PIECE 65536 /* bytes read at a time */

struct _DzZipWriter
{
  struct archive *archive;
  DzAtomicFile file;
  locale_t utf8; /* names are turned by the thread's locale; under "C" Chinese ones would be refused */
};

static gboolean
refuse (DzZipWriter *self,
        GError     **error)
{
  return dz_atomic_file_refuse (self->file.path, archive_errno (self->archive), error);
}

/**
 * dz_zip_writer_new:
 *
 * Returns: (transfer full) (nullable): an archive that will be @path once it is closed, or %NULL
 *   with @error set
 */
DzZipWriter *
dz_zip_writer_new (const char *path,
                   GError    **error)
{
  g_autoptr(DzZipWriter) self = g_new0 (DzZipWriter, 1);
  locale_t before;
  gboolean ok;

  self->archive = archive_write_new ();
  self->utf8 = newlocale (LC_CTYPE_MASK, "C.UTF-8", duplocale (LC_GLOBAL_LOCALE));
  if (!dz_atomic_file_init (&self->file, path, error))
    return NULL;
  before = uselocale (self->utf8);
  ok = archive_write_set_format_zip (self->archive) == ARCHIVE_OK &&
       archive_write_set_options (self->archive, "zip:compression=deflate,zip:compression-level=4,zip:!zip64,zip:hdrcharset=UTF-8") == ARCHIVE_OK &&
       archive_write_open_filename (self->archive, self->file.part) == ARCHIVE_OK;
  uselocale (before);
  if (!ok)
    {
      refuse (self, error);
      return NULL;
    }

  return g_steal_pointer (&self);
}

static gboolean
begin_member (DzZipWriter *self,
              const char  *name,
              gsize        len)
{
  struct archive_entry *entry = archive_entry_new ();
  gboolean ok;

  /* pictures are deflated already */
  if (g_str_has_suffix (name, ".png"))
    archive_write_zip_set_compression_store (self->archive);
  else
    archive_write_zip_set_compression_deflate (self->archive);
  archive_entry_set_pathname_utf8 (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_size (entry, (la_int64_t) len);
  /* no time: libarchive would turn it to local time, and the bytes would depend on the place */
  ok = archive_write_header (self->archive, entry) == ARCHIVE_OK;
  archive_entry_free (entry);

  return ok;
}

/**
 * dz_zip_writer_add:
 * @name: path of the member, UTF-8 with '/'
 *
 * Returns: %FALSE with @error set if it could not be written; the archive is then to be given up
 */
gboolean
dz_zip_writer_add (DzZipWriter *self,
                   const char  *name,
                   const void  *data,
                   gsize        len,
                   GError     **error)
{
  locale_t before = uselocale (self->utf8);
  gboolean ok = begin_member (self, name, len) && archive_write_data (self->archive, data, len) == (la_ssize_t) len;

  uselocale (before);

  return ok || refuse (self, error);
}

/**
 * dz_zip_writer_add_stream:
 * @stream: can be read from its beginning and sought in
 *
 * Adds all that @stream has, a piece at a time.
 *
 * Returns: %FALSE with @error set if it cannot be read or written
 */
gboolean
dz_zip_writer_add_stream (DzZipWriter *self,
                          const char  *name,
                          FILE        *stream,
                          GError     **error)
{
  locale_t before = uselocale (self->utf8);
  g_autofree char *piece = g_malloc (PIECE);
  long len = fseek (stream, 0, SEEK_END) == 0 ? ftell (stream) : -1;
  gboolean ok = len >= 0 && begin_member (self, name, (gsize) len);
  gsize done = 0, got;

  rewind (stream);
  while (ok && (got = fread (piece, 1, PIECE, stream)) > 0)
    {
      ok = archive_write_data (self->archive, piece, got) == (la_ssize_t) got;
      done += got;
    }
  uselocale (before);

  return (ok && done == (gsize) len) || refuse (self, error);
}

/**
 * dz_zip_writer_close:
 *
 * Returns: whether the archive is whole and in its place, else %FALSE with @error set
 */
gboolean
dz_zip_writer_close (DzZipWriter *self,
                     GError     **error)
{
  if (archive_write_close (self->archive) != ARCHIVE_OK)
    return refuse (self, error);

  return dz_atomic_file_finish (&self->file, error);
}

void
dz_zip_writer_free (DzZipWriter *self)
{
  archive_write_free (self->archive);
  if (self->utf8 != (locale_t) 0)
    freelocale (self->utf8);
  dz_atomic_file_clear (&self->file);
  g_free (self);
}
