/* dz-child.h - other programs, started with no more than they need to know
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GSubprocessLauncher *dz_child_launcher_new (GSubprocessFlags flags);

G_END_DECLS
