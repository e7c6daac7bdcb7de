/* dz-table-file.c - the tables of a file, whichever of our formats it is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-table-file.h"

#include "dz-error.h"
#include "dz-office-program.h"
#include "dz-sheet-file.h"
#include "dz-zip.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
set_format (DzSource   *source,
            const char *format)
{
  g_free (source->format);
  source->format = g_strdup (format);
}

/* What comes in a zip: a workbook or a document; of others it is said what they are not. */
static GPtrArray *
read_zipped (GBytes    *bytes,
             DzSource  *source,
             GError   **error)
{
  g_autoptr(DzZip) zip = dz_zip_open (bytes, &dz_limits_default, NULL);

  if (zip != NULL && dz_zip_has (zip, "word/document.xml"))
    {
      set_format (source, "docx");
      return dz_sheet_read_docx (bytes, error);
    }
  if (zip != NULL && !dz_zip_has (zip, "xl/workbook.xml") && dz_zip_has (zip, "content.xml"))
    {
      dz_set_error (error, DZ_ERROR_UNKNOWN_FORMAT,
                    _("Tables are not read from OpenDocument files (.ods, .odt). Save it as .xlsx and import that."));
      return NULL;
    }
  set_format (source, "xlsx");

  return dz_sheet_read_xlsx (bytes, error);
}

/* .xls and .et: the container both Excel and WPS wrote before, through LibreOffice. */
static GPtrArray *
read_old_workbook (GBytes    *bytes,
                   DzSource  *source,
                   GError   **error)
{
  gsize len;
  const guint8 *data = g_bytes_get_data (bytes, &len);
  g_autoptr(GBytes) xlsx = NULL;

  if (!dz_limits_check_input (&dz_limits_default, len, error))
    return NULL;
  if (dz_office_has_name (data, len, "EncryptedPackage") ||
      (!dz_office_has_name (data, len, "Workbook") && !dz_office_has_name (data, len, "Book")))
    {
      dz_set_error (error, DZ_ERROR_UNKNOWN_FORMAT,
                    _("This is no workbook, or one with a password. Save it as .xlsx without a password and import that."));
      return NULL;
    }
  set_format (source, "xls");
  xlsx = dz_office_convert (bytes, "xls", "xlsx", NULL, error);

  return xlsx != NULL ? dz_sheet_read_xlsx (xlsx, error) : NULL;
}

/**
 * dz_table_file_read:
 * @bytes: csv in any encoding, xlsx, xls or et through LibreOffice, or docx with tables
 * @source: format and encoding are filled in
 *
 * Returns: (transfer full) (element-type DzSheet): its tables in order; %NULL with @error set
 */
GPtrArray *
dz_table_file_read (GBytes    *bytes,
                    DzSource  *source,
                    GError   **error)
{
  gsize len;
  const guint8 *data = g_bytes_get_data (bytes, &len);
  g_autoptr(GPtrArray) grids = NULL;
  DzSheet *grid;

  if (len >= 4 && memcmp (data, "PK\3\4", 4) == 0)
    return read_zipped (bytes, source, error);
  if (len >= 4 && memcmp (data, "\xd0\xcf\x11\xe0", 4) == 0)
    return read_old_workbook (bytes, source, error);
  set_format (source, "csv");
  grid = dz_sheet_read_csv (bytes, source, error);
  if (grid == NULL)
    return NULL;
  grids = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_sheet_free);
  g_ptr_array_add (grids, grid);

  return g_steal_pointer (&grids);
}
