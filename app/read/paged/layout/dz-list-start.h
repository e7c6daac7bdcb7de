/* dz-list-start.h - the number a list item or heading begins with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gsize dz_list_start_length (const char *text,
                            gsize       len);

G_END_DECLS
