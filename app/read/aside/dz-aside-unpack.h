/* dz-aside-unpack.h - archives taken apart in a process of their own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-unpack.h"

G_BEGIN_DECLS

gboolean dz_aside_unpack (GBytes         *bytes,
                          const DzLimits *limits,
                          gint64          microseconds,
                          DzUnpackFunc    callback,
                          gpointer        user_data,
                          GCancellable   *cancellable,
                          GError        **error);

G_END_DECLS
