/* dz-litter.h - what systems and office programs leave among files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean dz_litter_is (const char *path);

G_END_DECLS
