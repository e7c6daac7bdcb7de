/* dz-typed-lines.h - what was typed into a text, a line each
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void dz_typed_lines_take (GtkTextBuffer *buffer,
                          GPtrArray     *lines);

G_END_DECLS
