/* dz-layout-characters.c - the characters of a layout: written, joined by a blank or not, raised
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-layout-private.h"

#include "dz-text-builder.h"

#include <math.h>

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

/* A digit much smaller than @base, right of it or of a digit raised before, and higher. */
static gboolean
is_raised (const DzGlyph *base,
           const DzGlyph *before,
           const DzGlyph *glyph)
{
  float middle = (glyph->y1 + glyph->y2) / 2;
  float base_middle = (base->y1 + base->y2) / 2;

  return glyph->ch >= '0' && glyph->ch <= '9' && glyph->confidence >= 1 && glyph->size < 0.75f * base->size &&
         fabsf (glyph->x1 - before->x2) < 0.3f * base->size && middle < base_middle - 0.08f * base->size &&
         glyph->y2 > base->y1 + 0.2f * base->size;
}

/**
 * dz_layout_raise_digits:
 *
 * The numbers of notes and powers on the page under way become raised digits: else they joined the number before.
 */
void
dz_layout_raise_digits (DzLayout *self)
{
  const DzGlyph *base = NULL;

  for (guint i = 0; i < self->glyphs->len; i++)
    {
      DzGlyph *glyph = &g_array_index (self->glyphs, DzGlyph, i);

      if (base == NULL || !is_raised (base, glyph - 1, glyph))
        {
          base = glyph;
          continue;
        }
      glyph->ch = dz_raised_digit (glyph->ch - '0');
      glyph->space = FALSE;
    }
}
