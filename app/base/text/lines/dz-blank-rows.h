/* dz-blank-rows.h - rows of a table whose cells nothing but blanks part
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

GArray *dz_blank_rows_find (const char *text,
                            gsize       len);

G_END_DECLS
