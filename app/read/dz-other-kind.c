/* dz-other-kind.c - files that are no report, and what their kind is called
 *
 * Who imports a folder has workbooks, slides, photos of telephones and the sealed documents of office systems in it. What
 * such a file is and where it belongs is said instead of that nobody knows it. The content is asked first: a name may be
 * anything; sealed documents alone are known by how they are named.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE /* memmem */

#include "dz-other-kind.h"

#include "dz-error.h"
#include "dz-office-program.h"
#include "dz-zip.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define HEAD 8192

typedef enum { UNKNOWN, WORKBOOK, SLIDES, PICTURE, SEALED, FILM, LOCKED } Kind;

/* What the names end in where the content says nothing: of damaged zips, of what office systems seal. */
static const struct
{
  const char *ending;
  Kind kind;
} endings[] = {
  { "xlsx", WORKBOOK }, { "xlsm", WORKBOOK }, { "xlsb", WORKBOOK }, { "xls", WORKBOOK }, { "et", WORKBOOK }, { "ett", WORKBOOK },
  { "ods", WORKBOOK }, { "fods", WORKBOOK }, { "pptx", SLIDES }, { "ppt", SLIDES }, { "dps", SLIDES }, { "odp", SLIDES },
  { "heic", PICTURE }, { "heif", PICTURE }, { "webp", PICTURE }, { "gif", PICTURE }, { "avif", PICTURE },
  { "jp2", PICTURE }, { "pcx", PICTURE }, { "psd", PICTURE }, { "svg", PICTURE }, { "emf", PICTURE }, { "wmf", PICTURE },
  { "ceb", SEALED }, { "cebx", SEALED }, { "gd", SEALED }, { "gw", SEALED }, { "sep", SEALED }, { "caj", SEALED },
  { "mp4", FILM }, { "mov", FILM }, { "avi", FILM }, { "mp3", FILM }, { "m4a", FILM }, { "wav", FILM }, { "amr", FILM },
  { "p7m", LOCKED }, { "pgp", LOCKED }, { "gpg", LOCKED },
};

static Kind
find_by_name (const char *name)
{
  const char *dot = name != NULL ? strrchr (name, '.') : NULL;

  for (guint i = 0; dot != NULL && i < G_N_ELEMENTS (endings); i++)
    if (g_ascii_strcasecmp (dot + 1, endings[i].ending) == 0)
      return endings[i].kind;

  return UNKNOWN;
}

static gboolean
holds (const void *data,
       gsize       len,
       const char *words)
{
  return len > 0 && memmem (data, len, words, strlen (words)) != NULL;
}

static Kind
find_in_zip (GBytes *bytes)
{
  g_autoptr(DzZip) zip = dz_zip_open (bytes, NULL, NULL);
  g_autoptr(GBytes) type = zip != NULL && dz_zip_has (zip, "mimetype") ? dz_zip_get (zip, "mimetype", NULL) : NULL;
  gsize len = 0;
  const char *words = type != NULL ? g_bytes_get_data (type, &len) : NULL;

  if (zip == NULL)
    return UNKNOWN;
  if (dz_zip_has (zip, "xl/workbook.xml") || dz_zip_has (zip, "xl/workbook.bin") || holds (words, len, "opendocument.spreadsheet"))
    return WORKBOOK;
  if (dz_zip_has (zip, "ppt/presentation.xml") || holds (words, len, "opendocument.presentation"))
    return SLIDES;

  return UNKNOWN;
}

/* Files made of boxes, the first of which says of what: still pictures, else films. */
static Kind
find_in_boxes (const guint8 *data)
{
  static const char *const stills[] = { "heic", "heix", "hevc", "mif1", "msf1", "avif" };

  for (guint i = 0; i < G_N_ELEMENTS (stills); i++)
    if (memcmp (data + 8, stills[i], 4) == 0)
      return PICTURE;

  return FILM;
}

static Kind
find_by_content (GBytes *bytes)
{
  gsize len;
  const guint8 *data = g_bytes_get_data (bytes, &len);

  if (len < 12)
    return UNKNOWN;
  if (memcmp (data, "PK\3\4", 4) == 0)
    return find_in_zip (bytes);
  if (memcmp (data, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8) == 0)
    return dz_office_has_name (data, len, "Workbook") || dz_office_has_name (data, len, "Book") ? WORKBOOK
           : dz_office_has_name (data, len, "PowerPoint Document")                              ? SLIDES
                                                                                                  : UNKNOWN;
  if (memcmp (data, "Founder CEB", 11) == 0)
    return SEALED;
  if (memcmp (data, "-----BEGIN P", 12) == 0)
    return LOCKED;
  if (memcmp (data, "GIF8", 4) == 0 || (memcmp (data, "RIFF", 4) == 0 && memcmp (data + 8, "WEBP", 4) == 0))
    return PICTURE;
  if (memcmp (data + 4, "ftyp", 4) == 0)
    return find_in_boxes (data);
  if (holds (data, MIN (len, HEAD), "Excel.Sheet") || holds (data, MIN (len, HEAD), "opendocument.spreadsheet"))
    return WORKBOOK;

  return holds (data, MIN (len, HEAD), "opendocument.presentation") ? SLIDES : UNKNOWN;
}

/**
 * dz_other_kind_is_named:
 * @name: (nullable): of a file
 *
 * Returns: whether it ends as the names of files do that are known to be no report
 */
gboolean
dz_other_kind_is_named (const char *name)
{
  return find_by_name (name) != UNKNOWN;
}

/**
 * dz_other_kind_set_error:
 * @bytes: what no reader reads
 * @name: (nullable): of the file
 *
 * Says what the file is, and what to do with it.
 */
void
dz_other_kind_set_error (GBytes      *bytes,
                         const char  *name,
                         GError     **error)
{
  Kind kind = find_by_content (bytes);

  switch (kind != UNKNOWN ? kind : find_by_name (name))
    {
    case WORKBOOK:
      dz_set_error (error, DZ_ERROR_UNKNOWN_FORMAT,
                    _("This is a workbook, not a report. If it holds the roster or numbers of the county, import it as a roster or as a table of the county; a ledger and scores are imported where they are shown. A report that was typed into it has to be saved as .docx or PDF."));
      break;
    case SLIDES:
      dz_set_error (error, DZ_ERROR_UNKNOWN_FORMAT,
                    _("These are slides, not a report. Ask for the report itself, or save the slides as PDF and import that."));
      break;
    case PICTURE:
      dz_set_error (error, DZ_ERROR_UNKNOWN_FORMAT,
                    _("Pictures of this kind are not read. Save it as JPEG or PNG and import that, or ask for the report as .docx."));
      break;
    case SEALED:
      dz_set_error (error, DZ_ERROR_UNKNOWN_FORMAT,
                    _("This is a sealed document only its own program opens. Open it there and print it to PDF, or ask for the report as .docx or OFD."));
      break;
    case FILM:
      dz_set_error (error, DZ_ERROR_UNKNOWN_FORMAT, _("This is a film or a recording, not a report. Ask for the report."));
      break;
    case LOCKED:
      dz_set_error (error, DZ_ERROR_ENCRYPTED, _("The letter is encrypted. Ask for the report without a password."));
      break;
    case UNKNOWN:
    default:
      dz_set_error (error, DZ_ERROR_UNKNOWN_FORMAT,
                    _("This kind of file is not known. Save it as .docx, PDF or plain text and import it again."));
    }
}
