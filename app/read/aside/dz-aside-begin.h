/* dz-aside-begin.h - for the programs: that they may be started once more, to read files aside
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void dz_aside_begin (int    argc,
                     char **argv);

G_END_DECLS
