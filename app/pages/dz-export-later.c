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
