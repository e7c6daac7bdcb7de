/* dz-aside-begin.h - for the programs: that they may be started once more, to read files aside
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * DzAsideOther:
 * @question: in words the two who use it agree on
 * @file: what it is about
 *
 * Returns: (transfer full): the answer
 */
typedef GBytes *(*DzAsideOther) (GBytes *question,
                                 GBytes *file);

void     dz_aside_begin     (int            argc,
                             char         **argv);
void     dz_aside_set_other (DzAsideOther   other);
gboolean dz_aside_can_other (void);
GBytes  *dz_aside_ask_other (GBytes        *question,
                             GBytes        *file,
                             GCancellable  *cancellable,
                             GError       **error);

G_END_DECLS
