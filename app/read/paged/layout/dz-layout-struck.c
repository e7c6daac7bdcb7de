/* dz-layout-struck.c - what stands on a page and is not to be read: struck out, or seen by nobody
 *
 * A number with a line through it is no longer right. Such a line begins and ends with what it strikes out, where one of
 * a table goes on; it crosses the middle of each character, where one under a word or over it does not; and it spans the
 * gaps between characters, where the strokes of 一 and 二 end before.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-page-segments.h"

#include <math.h>

#define SLACK 0.6f /* points: little more than a pixel of what lines are looked for in */
#define MIN_LETTERS 3

/* Level strokes of their own, from one side to the other or nearly so: what is not crossed beside them is not struck out. */
static gboolean
is_flat (gunichar ch)
{
  static const gunichar flat[] = { 0x4e00, 0x4e8c, 0x4e09, '2', '4', '-', '_', '=', '+', '~', 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015,
                                   0x2212, 0x2500, 0x2501, 0x30fc, 0xfe58, 0xff0d, 0xff1d, 0xff3f, 0xff5e, 0x2026, 0x22ef };

  for (guint i = 0; i < G_N_ELEMENTS (flat); i++)
    if (ch == flat[i])
      return TRUE;

  return FALSE;
}

static const DzStrike *
find_strike (GArray        *strikes,
             const DzGlyph *glyph)
{
  float height = glyph->y2 - glyph->y1;
  float slack = 0.15f * (glyph->x2 - glyph->x1);

  for (guint i = 0; i < strikes->len; i++)
    {
      const DzStrike *strike = &g_array_index (strikes, DzStrike, i);

      if (strike->y > glyph->y1 + DZ_STRIKE_FROM * height && strike->y < glyph->y1 + DZ_STRIKE_TO * height &&
          strike->x1 < glyph->x1 + slack && strike->x2 > glyph->x2 - slack)
        return strike;
    }

  return NULL;
}

static gboolean
goes_on (const DzGlyph *one,
         const DzGlyph *other)
{
  return fabsf (one->y1 + one->y2 - other->y1 - other->y2) < MAX (one->size, other->size) && other->x1 > one->x1 &&
         other->x1 - one->x2 < MAX (one->size, other->size);
}

/* One past the last of the characters from @first on that one line strikes out; @first if it strikes out none.
 * @y: where the line runs that strikes out what stands before; 0: none does. */
static guint
struck_end (GArray *glyphs,
            GArray *strikes,
            guint   first,
            float  *y)
{
  const DzGlyph *glyph = &g_array_index (glyphs, DzGlyph, first);
  const DzStrike *strike = find_strike (strikes, glyph);
  float left = glyph->x1 - 0.6f * glyph->size;
  guint n_letters = 0;
  guint n_digits = 0;
  guint end;

  for (end = first; strike != NULL && end < glyphs->len; end++)
    {
      const DzGlyph *next = &g_array_index (glyphs, DzGlyph, end);
      const DzStrike *other = find_strike (strikes, next);

      if (other == NULL ||
          (end > first && (fabsf (other->y - strike->y) > 0.15f * glyph->size || !goes_on (glyph, next) || strike->x2 < next->x1 - SLACK)))
        break;
      n_letters += !is_flat (next->ch);
      n_digits += g_unichar_isdigit (next->ch) && !is_flat (next->ch);
      glyph = next;
      strike = other;
    }
  /* 平 and 王 have a stroke as long as they are wide, no digit has but 2 and 4; a line that goes on goes on at its height */
  if ((n_digits == 0 && n_letters < MIN_LETTERS && !(n_letters > 0 && fabsf (strike->y - *y) < SLACK)) || strike->x1 < left || strike->x2 > glyph->x2 + 0.6f * glyph->size)
    {
      *y = 0;
      return first;
    }
  *y = strike->y;

  return end;
}

/* Where characters from @first to @end stood is no gap between columns, unless a line is drawn there. */
static void
close_gap (DzLayout *self,
           guint     first,
           guint     end)
{
  GArray *glyphs = self->glyphs;
  DzGlyph *from = &g_array_index (glyphs, DzGlyph, first);
  DzGlyph *to = &g_array_index (glyphs, DzGlyph, end - 1);

  if (first > 0 && goes_on (from - 1, from) && !dz_page_grid_parts (self, from - 1, from))
    (from - 1)->x2 = MAX ((from - 1)->x2, to->x2);
  else if (end < glyphs->len && goes_on (to, to + 1) && !dz_page_grid_parts (self, to, to + 1))
    (to + 1)->x1 = from->x1;
}

static gboolean
is_gone (GArray *glyphs,
         guint   i)
{
  return g_array_index (glyphs, DzGlyph, i).ch == 0;
}

/**
 * dz_layout_drop_struck:
 * @strikes: (element-type DzStrike): level lines of the page under way
 *
 * Leaves out what is struck out by one of them.
 */
void
dz_layout_drop_struck (DzLayout *self,
                       GArray   *strikes)
{
  GArray *glyphs = self->glyphs;
  guint kept = 0;
  guint end;
  float y = 0;

  for (guint i = 0; strikes->len > 0 && i < glyphs->len; i = MAX (end, i + 1))
    {
      end = struck_end (glyphs, strikes, i, &y);
      for (guint k = i; k < end; k++)
        g_array_index (glyphs, DzGlyph, k).ch = 0;
    }
  for (guint i = 0; i < glyphs->len; i = MAX (end, i + 1))
    {
      for (end = i; end < glyphs->len && is_gone (glyphs, end); end++)
        ;
      if (end == i)
        continue;
      close_gap (self, i, end);
      self->n_struck++;
    }
  for (guint i = 0; i < glyphs->len; i++)
    if (!is_gone (glyphs, i))
      g_array_index (glyphs, DzGlyph, kept++) = g_array_index (glyphs, DzGlyph, i);
  g_array_set_size (glyphs, kept);
}

/**
 * dz_layout_drop_unseen:
 *
 * Leaves out the characters of the page under way that are marked as unseen, and counts their lines.
 */
void
dz_layout_drop_unseen (DzLayout *self)
{
  guint kept = 0;
  float y = -1e6f;

  for (guint i = 0; i < self->glyphs->len; i++)
    {
      DzGlyph glyph = g_array_index (self->glyphs, DzGlyph, i);

      if (!glyph.unseen)
        {
          g_array_index (self->glyphs, DzGlyph, kept++) = glyph;
          continue;
        }
      self->n_unseen += fabsf (glyph.y1 + glyph.y2 - y) > glyph.size;
      y = glyph.y1 + glyph.y2;
    }
  g_array_set_size (self->glyphs, kept);
}
