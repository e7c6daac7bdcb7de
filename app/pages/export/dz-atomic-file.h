/* dz-atomic-file.h - a file written beside its name and moved into place at the end
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
} DzAtomicFile;

void     dz_atomic_file_init   (DzAtomicFile *self,
                                const char *path);
gboolean dz_atomic_file_finish (DzAtomicFile *self,
                                GError      **error);
void     dz_atomic_file_clear  (DzAtomicFile *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DzAtomicFile, dz_atomic_file_clear)

G_END_DECLS
