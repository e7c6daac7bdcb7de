/* dz-tnef.h - winmail.dat: what Outlook packs the files of a letter into
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-source.h"

G_BEGIN_DECLS

/**
 * DzTnefFunc:
 * @name: (transfer full) (nullable): of the file
 * @bytes: (nullable): %NULL where they are cut off or an object only Outlook has
 */
typedef void (*DzTnefFunc) (char     *name,
                            GBytes   *bytes,
                            gpointer  user_data);

gboolean dz_tnef_is   (const guint8 *data,
                       gsize         len);
void     dz_tnef_walk (GBytes       *bytes,
                       DzTnefFunc    func,
                       gpointer      user_data);

G_END_DECLS
