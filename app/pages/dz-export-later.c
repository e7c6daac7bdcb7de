/* dz-export-later.c - exports whose writers are still to come
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-export.h"

#include "dz-error.h"

static gboolean
refuse (GError **error)
{
  g_set_error (error, DZ_ERROR, DZ_ERROR_NEEDS_PROGRAM, "This format cannot be written yet. Write a PDF.");

  return FALSE;
}

gboolean
dz_export_docx (DzDocument    *document,
                const char    *path,
                GCancellable  *cancellable,
                GError       **error)
{
  return refuse (error);
}

gboolean
dz_export_xlsx (DzBriefing    *briefing,
                const char    *path,
                GCancellable  *cancellable,
                GError       **error)
{
  return refuse (error);
}

gboolean
dz_export_csv (DzBriefing  *briefing,
               DzTableId    table,
               const char  *path,
               GError     **error)
{
  return refuse (error);
}

int
dz_export_letters (DzReview               *review,
                   DzCodebook             *codebook,
                   GArray                 *bodies,
                   const DzLetterOptions  *options,
                   gboolean                as_docx,
                   const char             *folder,
                   DzExportProgress        progress,
                   gpointer                user_data,
                   GCancellable           *cancellable,
                   GError                **error)
{
  return refuse (error) ? 0 : -1;
}
