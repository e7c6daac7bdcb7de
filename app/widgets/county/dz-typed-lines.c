/* dz-typed-lines.c - what was typed into a text, a line each
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-typed-lines.h"

/**
 * dz_typed_lines_take:
 * @lines: (element-type utf8): frees its elements; what it held gives way to the lines of @buffer, without blanks at
 *   their ends and without empty ones
 */
void
dz_typed_lines_take (GtkTextBuffer *buffer,
                     GPtrArray     *lines)
{
  GtkTextIter start, end;
  g_autofree char *text = NULL;
  g_auto(GStrv) parts = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  parts = g_strsplit (text, "\n", -1);
  g_ptr_array_set_size (lines, 0);
  for (guint i = 0; parts[i] != NULL; i++)
    if (*g_strstrip (parts[i]) != '\0')
      g_ptr_array_add (lines, g_strdup (parts[i]));
}
