/* dz-layout-characters.c - the characters of a layout: written, and joined by a blank or not
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-layout-private.h"

/**
 * dz_layout_blank_between:
 *
 * Returns: whether a line that ends with @before and the next that starts with @after are joined
 *   by a blank: only words of letters are parted by one
 */
gboolean
dz_layout_blank_between (gunichar before,
                         gunichar after)
{
  if (dz_is_han (before) || dz_is_han (after) || before == 0 || after == 0)
    return FALSE;
  if (before == '-' || before == '/' || before == 0x2014 || after == '%')
    return FALSE;
  if (g_unichar_isdigit (before) && g_unichar_isdigit (after))
    return FALSE;

  return (g_unichar_isalnum (after) && (g_unichar_isalnum (before) || before == ',' ||
                                        before == '.' || before == ';' || before == ':'));
}

/**
 * dz_layout_append_glyphs:
 *
 * Writes glyphs of the page under way to the layout's characters.
 */
void
dz_layout_append_glyphs (DzLayout *self,
                         guint     first,
                         guint     n)
{
  for (guint i = first; i < first + n; i++)
    {
      const DzGlyph *glyph = &g_array_index (self->glyphs, DzGlyph, i);

      if (glyph->space && i > first)
        g_string_append_c (self->chars, ' ');
      g_string_append_unichar (self->chars, glyph->ch);
    }
}
