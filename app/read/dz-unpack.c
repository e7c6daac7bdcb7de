/* dz-unpack.c - the members of 7z, rar, tar and rare zip archives, as libarchive takes them apart
 *
 * What is compressed several times over is unwrapped one coat at a time: the library itself would not stop. A member's
 * name and how much it becomes are looked at before the next block; what nobody wants is run over in steps too.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-unpack.h"

#include "dz-error.h"
#include "dz-litter.h"
#include "dz-zip.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

typedef struct
{
  const DzLimits *limits;
  gint64 most;  /* microseconds outside the callback */
  gint64 spent; /* of them, up to @since */
  gint64 since;
  gsize packed; /* bytes of the archive */
  DzUnpackFunc callback;
  gpointer user_data;
  GCancellable *cancellable;
  gboolean stop;
} Unpacking;

static gboolean
has_magic (const guint8 *data,
           gsize         len,
           gsize         at,
           const char   *magic,
           gsize         magic_len)
{
  return len >= at + magic_len && memcmp (data + at, magic, magic_len) == 0;
}

/**
 * dz_unpack_find_coat:
 *
 * Returns: which of the library's filters takes off the outermost coat of what is only compressed; -1: it wears none
 */
int
dz_unpack_find_coat (const guint8 *data,
                     gsize         len)
{
  if (has_magic (data, len, 0, "\x1f\x8b\x08", 3))
    return ARCHIVE_FILTER_GZIP;
  if (has_magic (data, len, 0, "\xfd" "7zXZ", 6))
    return ARCHIVE_FILTER_XZ;
  if (has_magic (data, len, 0, "BZh", 3) && has_magic (data, len, 4, "1AY&SY", 6))
    return ARCHIVE_FILTER_BZIP2;
  if (has_magic (data, len, 0, "\x28\xb5\x2f\xfd", 4))
    return ARCHIVE_FILTER_ZSTD;

  return -1;
}

static gboolean
check_time (Unpacking *self,
            GError   **error)
{
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  if (self->spent + g_get_monotonic_time () - self->since <= self->most)
    return TRUE;
  dz_set_error (error, DZ_ERROR_TIMEOUT,
                _("Unpacking the archive takes too long. Unpack it yourself and import the files."));

  return FALSE;
}

static void
show (Unpacking    *self,
      const char   *name,
      GBytes       *bytes,
      const GError *problem)
{
  self->spent += g_get_monotonic_time () - self->since;
  if (!self->callback (name, bytes, problem, self->user_data))
    self->stop = TRUE;
  self->since = g_get_monotonic_time ();
}

/* Wide names first: libarchive makes the others from them by the locale. */
static char *
get_entry_name (struct archive_entry *entry)
{
  const wchar_t *wide = archive_entry_pathname_w (entry);
  const char *raw;
  char *name = NULL;

  if (wide != NULL)
    name = g_ucs4_to_utf8 ((const gunichar *) wide, -1, NULL, NULL, NULL);
  /* beyond the last character of Unicode there is none, though the C library goes on */
  if (name != NULL && g_utf8_validate (name, -1, NULL))
    return name;
  g_free (name);
  raw = archive_entry_pathname (entry);

  return raw != NULL ? dz_zip_decode_name (raw, strlen (raw)) : g_strdup ("?");
}

/* Why a member cannot be unpacked, as far as the library tells. */
static void
set_member_error (struct archive *archive,
                  const char     *name,
                  GError        **error)
{
  const char *detail = archive_error_string (archive);
  g_autofree char *lower = g_ascii_strdown (detail != NULL ? detail : "", -1);

  if (strstr (lower, "encrypt") != NULL || strstr (lower, "passphrase") != NULL)
    dz_set_error (error, DZ_ERROR_ENCRYPTED,
                  _("“%s” is protected by a password. Ask for it without one."), name);
  else if (strstr (lower, "unsupported") != NULL || strstr (lower, "not supported") != NULL || strstr (lower, "unavailable") != NULL)
    dz_set_error (error, DZ_ERROR_UNKNOWN_FORMAT,
                  _("“%s” is packed in an unusual way. Unpack the archive yourself and import the folder."), name);
  else
    dz_set_error (error, DZ_ERROR_BROKEN,
                  _("The file is damaged: “%s” in it cannot be unpacked. Ask for it again."), name);
}

static GBytes *
read_entry (Unpacking      *self,
            struct archive *archive,
            const char     *name,
            GError        **error)
{
  g_autoptr(GByteArray) out = g_byte_array_new ();
  const void *block;
  size_t size;
  la_int64_t offset;
  int status;

  while ((status = archive_read_data_block (archive, &block, &size, &offset)) == ARCHIVE_OK)
    {
      if (!dz_limits_check_unpacked (self->limits, name, self->packed, out->len + size, error) ||
          !check_time (self, error))
        return NULL;
      if (offset > (la_int64_t) out->len) /* a hole of a sparse file: refuse to invent bytes */
        break;
      g_byte_array_append (out, block, (guint) size);
    }
  if (status == ARCHIVE_EOF)
    return g_byte_array_free_to_bytes (g_steal_pointer (&out));
  set_member_error (archive, name, error);

  return NULL;
}

static gboolean
set_archive_error (struct archive *archive,
                   GError        **error)
{
  const char *detail = archive_error_string (archive);
  g_autofree char *lower = g_ascii_strdown (detail != NULL ? detail : "", -1);

  if (strstr (lower, "encrypt") != NULL || strstr (lower, "passphrase") != NULL)
    dz_set_error (error, DZ_ERROR_ENCRYPTED,
                  _("The archive is protected by a password. Ask for it without one."));
  else if (strstr (lower, "unsupported") != NULL || strstr (lower, "not supported") != NULL)
    dz_set_error (error, DZ_ERROR_UNKNOWN_FORMAT,
                  _("The archive is packed in an unusual way. Unpack it yourself and import the folder."));
  else
    dz_set_error (error, DZ_ERROR_BROKEN,
                  _("The archive is damaged or cut off. Ask for it again."));

  return FALSE;
}

static gboolean
show_entry (Unpacking            *self,
            struct archive       *archive,
            struct archive_entry *entry,
            GError              **error)
{
  g_autofree char *name = get_entry_name (entry);
  g_autofree char *slashed = g_strdelimit (g_strdup (name), "\\", '/'); /* as who asked will see it */
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) problem = NULL;

  if (archive_entry_filetype (entry) == AE_IFDIR)
    return TRUE;
  if (dz_litter_is (slashed))
    problem = NULL;
  else if (archive_entry_is_encrypted (entry))
    dz_set_error (&problem, DZ_ERROR_ENCRYPTED,
                  _("“%s” is protected by a password. Ask for it without one."), name);
  else if (archive_entry_filetype (entry) != AE_IFREG && archive_entry_filetype (entry) != 0)
    dz_set_error (&problem, DZ_ERROR_UNSAFE,
                  _("“%s” in the archive is a link, not a file, so it was not read."), name);
  else
    bytes = read_entry (self, archive, name, &problem);
  if (problem != NULL && (problem->domain != DZ_ERROR || problem->code == DZ_ERROR_TIMEOUT))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  show (self, name, bytes, problem);

  return TRUE;
}

/* What is left of a member nobody wanted, or only the beginning of. The library would run over it by itself, at one
 * stretch, and forty kilobytes can unpack to fifty gigabytes. */
static gboolean
run_over (Unpacking      *self,
          struct archive *archive,
          GError        **error)
{
  const void *block;
  size_t size;
  la_int64_t offset;

  while (archive_read_data_block (archive, &block, &size, &offset) == ARCHIVE_OK)
    if (!check_time (self, error))
      return FALSE;

  return TRUE;
}

/* A file that is only compressed (report.txt.gz) has no name inside; most often it is text. */
static void
name_raw_entry (struct archive       *archive,
                struct archive_entry *entry)
{
  if (archive_format (archive) == ARCHIVE_FORMAT_RAW &&
      g_strcmp0 (archive_entry_pathname (entry), "data") == 0)
    archive_entry_set_pathname (entry, "data.txt");
}

/* The raw format takes anything; only what was compressed is meant by it. */
static gboolean
is_no_archive (struct archive *archive)
{
  return archive_format (archive) == 0 ||
         (archive_format (archive) == ARCHIVE_FORMAT_RAW && archive_filter_count (archive) <= 1);
}

static gboolean
show_entries (Unpacking      *self,
              struct archive *archive,
              GError        **error)
{
  gboolean ok = TRUE;

  while (ok && !self->stop)
    {
      struct archive_entry *entry;
      int status = archive_read_next_header (archive, &entry);

      if (is_no_archive (archive) || (status != ARCHIVE_OK && status != ARCHIVE_WARN && status != ARCHIVE_EOF))
        return set_archive_error (archive, error);
      if (status == ARCHIVE_EOF)
        break;
      name_raw_entry (archive, entry);
      ok = show_entry (self, archive, entry, error) &&
           (self->stop || archive_entry_is_encrypted (entry) || run_over (self, archive, error));
    }

  return ok;
}

/* Under a coat is a tar or a single file, and nothing is looked for under a second one. */
static void
choose_kinds (struct archive *archive,
              int             coat)
{
  archive_read_support_format_tar (archive);
  if (coat >= 0)
    {
      archive_read_append_filter (archive, coat);
      archive_read_support_format_raw (archive);
      return;
    }
  archive_read_support_format_zip (archive);
  archive_read_support_format_7zip (archive);
  archive_read_support_format_rar (archive);
  archive_read_support_format_rar5 (archive);
}

/**
 * dz_unpack_foreach:
 * @microseconds: that may be spent outside @callback
 * @callback: called for each file, in the archive's order
 *
 * Returns: %FALSE with @error set if the archive cannot be read to its end; what came before has been shown
 */
gboolean
dz_unpack_foreach (GBytes         *bytes,
                   const DzLimits *limits,
                   gint64          microseconds,
                   DzUnpackFunc    callback,
                   gpointer        user_data,
                   GCancellable   *cancellable,
                   GError        **error)
{
  struct archive *archive = archive_read_new ();
  /* libarchive turns names by the thread's locale; under "C" it would lose the Chinese ones */
  locale_t utf8 = newlocale (LC_CTYPE_MASK, "C.UTF-8", duplocale (LC_GLOBAL_LOCALE));
  locale_t before = utf8 != (locale_t) 0 ? uselocale (utf8) : (locale_t) 0;
  Unpacking self = { limits, microseconds, 0, g_get_monotonic_time (), 0, callback, user_data, cancellable, FALSE };
  const void *data = g_bytes_get_data (bytes, &self.packed);
  gboolean ok;

  choose_kinds (archive, dz_unpack_find_coat (data, self.packed));
  if (archive_read_open_memory (archive, data, self.packed) == ARCHIVE_OK)
    ok = show_entries (&self, archive, error);
  else
    ok = set_archive_error (archive, error);
  archive_read_free (archive);
  if (utf8 != (locale_t) 0)
    {
      uselocale (before);
      freelocale (utf8);
    }

  return ok;
}
