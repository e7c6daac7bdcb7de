/* dz-line-split.h - where a text that came as one line would begin its paragraphs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

GArray *dz_line_split_find (const char *text,
                            gsize       len,
                            guint       rows);

G_END_DECLS
