/* dz-atomic-file.h - a file written beside its name and moved into place at the end
 *
 * The one door through which files are written: a failed or cancelled export,
 * or a full disk, leaves what was there before. What is no ordinary file (a
 * device, a pipe) is written to where it is.
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

gboolean dz_atomic_file_init   (DzAtomicFile *self,
                              const char *path,
                              GError    **error);
gboolean dz_atomic_file_finish (DzAtomicFile *self,
                              GError    **error);
void     dz_atomic_file_clear  (DzAtomicFile *self);
gboolean dz_atomic_file_refuse (const char *path,
                              int         code,
                              GError    **error);
gboolean dz_atomic_file_save   (const char *path,
                              const char *data,
                              gsize       len,
                              GError    **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DzAtomicFile, dz_atomic_file_clear)

G_END_DECLS
