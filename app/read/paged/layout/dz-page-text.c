/* dz-page-text.c - whether the characters a page gives are text at all
 *
 * A font that does not say which characters its shapes are gives numbers in
 * their place: signs one after the other, characters of the private area, Han
 * nobody writes. The page shows a report; what comes out of the file is none.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-page-text.h"

#include "dz-encoding.h"
#include "dz-layout.h"

#include <string.h>

typedef struct
{
  guint n, han, common, accented, odd;
  guint kinds; /* of odd signs, as bits */
} Count;

static void
count (Count    *self,
       gunichar  ch)
{
  static const char odd[] = "!\"#$&';<>?@[\\]^`{}+";
  const char *at = ch > 0x20 && ch < 0x7f ? strchr (odd, (int) ch) : NULL;

  self->n++;
  if (at != NULL)
    {
      self->odd++;
      self->kinds |= 1u << (at - odd);
    }
  else if (ch >= 0xc0 && ch < 0x250 && ch != 0xd7 && ch != 0xf7)
    self->accented++;
  else if (ch >= 0x3400 && ch < 0xa000)
    {
      self->han++;
      self->common += dz_encoding_is_common (ch);
    }
}

static guint
count_bits (guint bits)
{
  guint n = 0;

  for (; bits != 0; bits &= bits - 1)
    n++;

  return n;
}

/**
 * dz_page_text_is_usable:
 * @glyphs: (element-type DzGlyph): the characters of a page
 * @n_unreadable: those left out because they stand for nothing
 *
 * Returns: whether they can be read; true for a page without any
 */
gboolean
dz_page_text_is_usable (GArray *glyphs,
                        guint   n_unreadable)
{
  Count self = { 0 };

  for (guint i = 0; i < glyphs->len; i++)
    count (&self, g_array_index (glyphs, DzGlyph, i).ch);
  if (n_unreadable > 3 && n_unreadable * 10 > self.n + n_unreadable)
    return FALSE;
  if (self.han >= 30 && self.common * 100 < self.han * 8)
    return FALSE;
  if (self.accented >= 10 && self.accented * 10 > self.n * 3)
    return FALSE;

  return !(self.n >= 12 && self.han * 10 < self.n && count_bits (self.kinds) >= 6 && self.odd * 100 > self.n * 12);
}
