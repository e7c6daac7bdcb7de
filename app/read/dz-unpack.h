/* dz-unpack.h - the members of 7z, rar, tar and rare zip archives, as libarchive takes them apart
 *
 * What the library holds while it unpacks, the archive says (a dictionary of gigabytes); so programs have it done
 * aside (dz-aside-unpack.h).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-limits.h"

G_BEGIN_DECLS

/**
 * DzUnpackFunc:
 * @name: as it stands in the archive, UTF-8
 * @bytes: (nullable): the file, or %NULL if it cannot be had
 * @problem: (nullable): why not; neither this nor @bytes: what systems leave in archives, which was passed over
 *
 * Returns: %TRUE to go on
 */
typedef gboolean (*DzUnpackFunc) (const char   *name,
                                  GBytes       *bytes,
                                  const GError *problem,
                                  gpointer      user_data);

int      dz_unpack_find_coat (const guint8   *data,
                              gsize           len);
gboolean dz_unpack_foreach   (GBytes         *bytes,
                              const DzLimits *limits,
                              gint64          microseconds,
                              DzUnpackFunc    callback,
                              gpointer        user_data,
                              GCancellable   *cancellable,
                              GError        **error);

G_END_DECLS
