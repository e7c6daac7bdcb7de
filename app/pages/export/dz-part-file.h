/* dz-part-file.h - a file written beside its name and moved into place at the end
 *
 * A failed or cancelled export leaves what was there before.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char *path; /* wanted */
  char *part; /* written to */
} DzPartFile;

void     dz_part_file_init   (DzPartFile *self,
                              const char *path);
gboolean dz_part_file_finish (DzPartFile *self,
                              GError    **error);
void     dz_part_file_clear  (DzPartFile *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DzPartFile, dz_part_file_clear)

G_END_DECLS
