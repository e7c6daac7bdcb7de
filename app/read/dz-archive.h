/* dz-archive.h - the files inside zip, 7z, rar and tar archives and letters, one after the other
 *
 * Archives inside archives are opened too (to a depth), so the caller sees only
 * files; their names are then "outer.zip/inner.docx". Names are UTF-8, from
 * UTF-8 or GB18030, never absolute and never with ".."; folders and what
 * systems leave behind (dz-litter.h) is not shown but counted. A letter is an
 * archive of what was sent along with it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-limits.h"

G_BEGIN_DECLS

/**
 * DzArchiveFunc:
 * @name: path inside the archive, safe to show and to take the extension from
 * @bytes: (nullable): the file, or %NULL if it cannot be had
 * @problem: (nullable): why not: encrypted, damaged, too large, unsafe name, too deep
 *
 * Returns: %TRUE to go on
 */
typedef gboolean (*DzArchiveFunc) (const char   *name,
                                   GBytes       *bytes,
                                   const GError *problem,
                                   gpointer      user_data);

const char *const *dz_archive_list_endings (void);
gboolean dz_archive_is_volume (GBytes         *bytes,
                               const char     *name);
gboolean dz_archive_is      (GBytes         *bytes,
                             const char     *name);
gboolean dz_archive_foreach (GBytes         *bytes,
                             const DzLimits *limits,
                             DzArchiveFunc   callback,
                             gpointer        user_data,
                             guint          *n_skipped,
                             GCancellable   *cancellable,
                             GError        **error);

G_END_DECLS
