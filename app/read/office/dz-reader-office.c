/* dz-reader-office.c - .doc, .wps, .rtf, Word 2003 XML and .uot, through LibreOffice
 *
 * LibreOffice turns the file into .docx; our own reader reads that.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-limits.h"
#include "dz-office-program.h"
#include "dz-reader-docx.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
is_ole (const guint8 *data,
        gsize         len)
{
  return len >= 8 && memcmp (data, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8) == 0;
}

/* Programs that put the mark of UTF-8 before everything do so before what has no such encoding too. */
static gsize
mark_length (const guint8 *data,
             gsize         len)
{
  return len >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
}

/* The extension under which LibreOffice will know the file, or NULL. */
static const char *
get_kind (const guint8 *data,
          gsize         len)
{
  const char *text = (const char *) data;
  gssize head = (gssize) MIN (len, 4096);

  if (is_ole (data, len))
    return dz_office_has_name (data, len, "WordDocument") || dz_office_has_name (data, len, "EncryptedPackage") ? "doc" : NULL;
  if (len >= mark_length (data, len) + 5 && memcmp (data + mark_length (data, len), "{\\rtf", 5) == 0)
    return "rtf";
  if (len > 0 && (data[0] == '<' || data[0] == 0xef))
    {
      if (g_strstr_len (text, head, "Word.Document") != NULL || g_strstr_len (text, head, "w:wordDocument") != NULL ||
          g_strstr_len (text, head, "pkg:package") != NULL)
        return "xml";
      if (g_strstr_len (text, head, "UOF") != NULL || g_strstr_len (text, head, "uof:") != NULL)
        return "uot";
    }

  return NULL;
}

static int
sniff_office (const guint8 *data,
              gsize         len,
              const char   *name)
{
  if (get_kind (data, len) != NULL)
    return 95;

  return is_ole (data, len) && !dz_office_has_name (data, len, "Workbook") && !dz_office_has_name (data, len, "PowerPoint Document")
           ? 1 : 0;
}

static gboolean
check_file (const guint8 *data,
            gsize         len,
            GError      **error)
{
  if (!dz_limits_check_input (&dz_limits_default, len, error))
    return FALSE;
  if (is_ole (data, len) && dz_office_has_name (data, len, "EncryptedPackage"))
    {
      dz_set_error (error, DZ_ERROR_ENCRYPTED,
                    _("The file is protected by a password. Ask for it without one."));
      return FALSE;
    }
  /* LibreOffice shows its markup */
  if (!is_ole (data, len) && g_strstr_len ((const char *) data, (gssize) MIN (len, 4096), "pkg:package") != NULL)
    {
      dz_set_error (error, DZ_ERROR_UNKNOWN_FORMAT,
                    _("This is a Word document in one file of markup. Open it in Word or WPS, save it as .docx and import that."));
      return FALSE;
    }
  if (is_ole (data, len) && !dz_office_has_name (data, len, "WordDocument"))
    {
      dz_set_error (error, DZ_ERROR_BROKEN,
                    _("The file is damaged: there is no document in it. Ask for it again."));
      return FALSE;
    }

  return TRUE;
}

static DzText *
read_office (GBytes        *bytes,
             DzSource      *source,
             GCancellable  *cancellable,
             GError       **error)
{
  gsize len;
  const guint8 *data = g_bytes_get_data (bytes, &len);
  const char *kind = get_kind (data, len);
  g_autoptr(GBytes) plain = NULL;
  g_autoptr(GBytes) docx = NULL;

  if (!check_file (data, len, error))
    return NULL;
  if (kind != NULL)
    {
      g_free (source->format);
      source->format = g_strdup (kind);
    }
  plain = g_strcmp0 (kind, "rtf") == 0 ? g_bytes_new_from_bytes (bytes, mark_length (data, len), len - mark_length (data, len)) : g_bytes_ref (bytes);
  docx = dz_office_convert (plain, kind != NULL ? kind : "doc", "docx", cancellable, error);

  return docx != NULL ? dz_reader_docx.read (docx, source, cancellable, error) : NULL;
}

static const char *const extensions[] = { "doc", "wps", "rtf", "wpt", "dot", "uot", "uof", "xml", NULL };

const DzReader dz_reader_office = { "office", extensions, sniff_office, read_office, FALSE, TRUE };
