/* dz-table-file.c - the tables of a file, whichever of our formats it is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-table-file.h"

#include "dz-error.h"
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

static gboolean
is_document (GBytes *bytes)
{
  g_autoptr(DzZip) zip = dz_zip_open (bytes, &dz_limits_default, NULL);

  return zip != NULL && dz_zip_has (zip, "word/document.xml");
}

/**
 * dz_table_file_read:
 * @bytes: csv in any encoding, xlsx, or docx with tables
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
    {
      gboolean document = is_document (bytes);

      set_format (source, document ? "docx" : "xlsx");
      return document ? dz_sheet_read_docx (bytes, error) : dz_sheet_read_xlsx (bytes, error);
    }
  if (len >= 4 && memcmp (data, "\xd0\xcf\x11\xe0", 4) == 0)
    {
      dz_set_error (error, DZ_ERROR_UNKNOWN_FORMAT,
                    _("This is an old Excel workbook, or one with a password. Save it as .xlsx without a password and import that."));
      return NULL;
    }
  set_format (source, "csv");
  grid = dz_sheet_read_csv (bytes, source, error);
  if (grid == NULL)
    return NULL;
  grids = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_sheet_free);
  g_ptr_array_add (grids, grid);

  return g_steal_pointer (&grids);
}
