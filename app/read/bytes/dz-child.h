/* dz-child.h - other programs, started with no more than they need to know
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define DZ_CHILD_MEMORY ((gsize) 400 << 20) /* bytes a program that helps may fill */

GSubprocessLauncher *dz_child_launcher_new (GSubprocessFlags flags);
void                 dz_child_limit_memory (void);

G_END_DECLS
