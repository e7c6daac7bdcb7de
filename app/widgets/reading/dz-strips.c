/* dz-strips.c - where the codes of a passage stand in its margin
 *
 * Two codes may be of the same lines: one sentence has both, or one was added to a part of what has the other. Each
 * stands beside lines that are its own words, and has some of them to itself where there are enough.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-strips.h"

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const DzCodeStrip *x = a;
  const DzCodeStrip *y = b;

  if (x->top != y->top)
    return x->top < y->top ? -1 : 1;

  return x->index < y->index ? -1 : x->index > y->index;
}

/* @last begins no later than @strip. Returns: whether each has lines of its own now. */
static gboolean
part (DzCodeStrip *last,
      DzCodeStrip *strip,
      double       least)
{
  double half = (last->top + last->bottom) / 2;

  if (strip->top >= last->bottom)
    return strip->bottom - strip->top > least;
  if (strip->bottom - last->bottom > least)
    strip->top = last->bottom;
  else if (strip->top - last->top > least && strip->bottom - strip->top > least)
    last->bottom = strip->top;
  else if (last->bottom - strip->bottom > least && strip->bottom - strip->top > least)
    last->top = strip->bottom;
  else if (half - last->top > least)
    {
      strip->top = half;
      strip->bottom = last->bottom;
      last->bottom = half;
    }
  else
    return FALSE;

  return TRUE;
}

/**
 * dz_strips_share:
 * @strips: (element-type DzCodeStrip): each beside all of its lines
 * @least: how high one must be more than, to have its name
 *
 * Sorts them and parts the lines among them. One that is left none stands aside.
 */
void
dz_strips_share (GArray *strips,
                 double  least)
{
  DzCodeStrip *last = NULL;

  g_return_if_fail (strips != NULL);

  g_array_sort (strips, compare);
  for (guint i = 0; i < strips->len; i++)
    {
      DzCodeStrip *strip = &g_array_index (strips, DzCodeStrip, i);

      strip->aside = last != NULL ? !part (last, strip, least) : strip->bottom - strip->top <= least;
      if (!strip->aside && (last == NULL || strip->bottom > last->bottom))
        last = strip;
    }
}
