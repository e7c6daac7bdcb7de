/* dz-page-lines.c - the glyphs of one page become lines in reading order
 *
 * Glyphs that follow each other make runs, runs at one height make rows, a
 * row is cut into segments at wide gaps. Columns of prose and tables both show
 * as gaps above each other; they differ in that prose fills its column. The
 * page is cut at gutters between prose first (dz-page-columns.c), what
 * is left is set line by line and table by table (dz-page-block.c).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-page-segments.h"

#include <math.h>

typedef struct
{
  guint first, n; /* glyphs */
  DzBox box;
  float size;
  guint apart : 1;
} Run;

static gboolean
starts_run (const DzGlyph *last,
            const DzGlyph *glyph)
{
  float size = MAX (last->size, glyph->size);
  float gap = glyph->x1 - last->x2;
  float rise = (glyph->y1 + glyph->y2 - last->y1 - last->y2) / 2;

  return glyph->apart || fabsf (rise) > 0.35f * size || gap > size || gap < -0.6f * size;
}

static void
widen (DzBox       *box,
       const DzBox *other)
{
  box->x1 = MIN (box->x1, other->x1);
  box->y1 = MIN (box->y1, other->y1);
  box->x2 = MAX (box->x2, other->x2);
  box->y2 = MAX (box->y2, other->y2);
}

/* Which way the text runs: counted over neighbours, so that one turned stamp changes nothing. */
static DzTurn
find_turn (GArray *glyphs)
{
  guint ways[4] = { 0, 0, 0, 0 };
  guint best = 0;

  for (guint i = 1; i < glyphs->len; i++)
    {
      const DzGlyph *a = &g_array_index (glyphs, DzGlyph, i - 1);
      const DzGlyph *b = &g_array_index (glyphs, DzGlyph, i);
      float dx = (b->x1 + b->x2 - a->x1 - a->x2) / 2;
      float dy = (b->y1 + b->y2 - a->y1 - a->y2) / 2;

      if (fabsf (dx) > 2 * b->size || fabsf (dy) > 2 * b->size)
        continue;
      if (fabsf (dx) > 2 * fabsf (dy))
        ways[dx > 0 ? DZ_TURN_NONE : DZ_TURN_BACK]++;
      else if (fabsf (dy) > 2 * fabsf (dx))
        ways[dy > 0 ? DZ_TURN_DOWN : DZ_TURN_UP]++;
    }
  for (guint way = 1; way < 4; way++)
    if (ways[way] > ways[best])
      best = way;

  return ways[best] > 2 * ways[DZ_TURN_NONE] && ways[best] > 4 ? (DzTurn) best : DZ_TURN_NONE;
}

static void
turn_glyphs (GArray             *glyphs,
             const DzLayoutPage *page)
{
  float w = (float) page->width;
  float h = (float) page->height;

  for (guint i = 0; i < glyphs->len; i++)
    {
      DzGlyph *glyph = &g_array_index (glyphs, DzGlyph, i);
      DzBox box = { glyph->x1, glyph->y1, glyph->x2, glyph->y2 };

      if (page->turn == DZ_TURN_DOWN)
        box = (DzBox){ glyph->y1, w - glyph->x2, glyph->y2, w - glyph->x1 };
      else if (page->turn == DZ_TURN_UP)
        box = (DzBox){ h - glyph->y2, glyph->x1, h - glyph->y1, glyph->x2 };
      else
        box = (DzBox){ w - glyph->x2, h - glyph->y2, w - glyph->x1, h - glyph->y1 };
      glyph->x1 = box.x1;
      glyph->y1 = box.y1;
      glyph->x2 = box.x2;
      glyph->y2 = box.y2;
    }
}

static GArray *
find_runs (DzLayout *self)
{
  GArray *glyphs = self->glyphs;
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (Run));

  for (guint i = 0; i < glyphs->len; i++)
    {
      const DzGlyph *glyph = &g_array_index (glyphs, DzGlyph, i);
      DzBox box = { glyph->x1, glyph->y1, glyph->x2, glyph->y2 };

      if (i == 0 || starts_run (glyph - 1, glyph) || dz_page_grid_parts (self, glyph - 1, glyph) ||
          dz_page_guides_part (self, glyph - 1, glyph) || dz_page_forms_part (self, glyph - 1, glyph))
        {
          Run run = { i, 1, box, glyph->size, glyph->apart };

          g_array_append_val (runs, run);
        }
      else
        {
          Run *run = &g_array_index (runs, Run, runs->len - 1);

          run->n++;
          widen (&run->box, &box);
          run->size = MAX (run->size, glyph->size);
        }
    }

  return runs;
}

static int
compare_heights (gconstpointer a,
                 gconstpointer b)
{
  const Run *one = a;
  const Run *other = b;
  float d = one->box.y1 + one->box.y2 - other->box.y1 - other->box.y2;

  if (d != 0)
    return d < 0 ? -1 : 1;

  return one->first < other->first ? -1 : one->first > other->first;
}

static int
compare_edges (gconstpointer a,
               gconstpointer b)
{
  const Run *one = a;
  const Run *other = b;

  if (one->box.x1 != other->box.x1)
    return one->box.x1 < other->box.x1 ? -1 : 1;

  return one->first < other->first ? -1 : one->first > other->first;
}

/* Bold is sometimes faked by printing twice. */
static gboolean
is_printed_twice (GArray    *glyphs,
                  const Run *a,
                  const Run *b)
{
  if (a->n != b->n || fabsf (a->box.x1 - b->box.x1) > 0.3f * a->size ||
      fabsf (a->box.y1 - b->box.y1) > 0.3f * a->size)
    return FALSE;
  for (guint i = 0; i < a->n; i++)
    if (g_array_index (glyphs, DzGlyph, a->first + i).ch !=
        g_array_index (glyphs, DzGlyph, b->first + i).ch)
      return FALSE;

  return TRUE;
}

static gboolean
belongs_to_segment (const DzSegment *segment,
                    const Run       *run)
{
  float gap = run->box.x1 - segment->box.x2;
  float size = MAX (segment->size, run->size);

  return gap < (run->apart ? 0.6f : 1.1f) * size;
}

static void
append_blank (DzLayout        *self,
              const DzSegment *segment,
              const Run       *run)
{
  const DzGlyph *first = &g_array_index (self->glyphs, DzGlyph, run->first);
  const char *end = self->chars->str + self->chars->len;
  gunichar before = g_utf8_get_char (g_utf8_prev_char (end));
  float gap = run->box.x1 - segment->box.x2;

  if (first->space || (gap > 0.2f * run->size && dz_layout_blank_between (before, first->ch)) ||
      (gap > 0.5f * run->size && !(dz_is_han (before) && dz_is_han (first->ch))))
    g_string_append_c (self->chars, ' ');
}

/* Whether a line is drawn between the end of one run and the beginning of another, or two columns say it. */
static gboolean
are_parted (DzLayout  *self,
            const Run *one,
            const Run *other)
{
  const DzGlyph *last = &g_array_index (self->glyphs, DzGlyph, one->first + one->n - 1);
  const DzGlyph *first = &g_array_index (self->glyphs, DzGlyph, other->first);

  return dz_page_grid_parts (self, last, first) || dz_page_guides_part (self, last, first) || dz_page_forms_part (self, last, first);
}

/* One row, from left to right: @runs[from, to) sorted by their left edges. */
static void
cut_row (DzLayout *self,
         GArray   *runs,
         guint     from,
         guint     to,
         guint     row,
         GArray   *segments)
{
  guint row_start = segments->len;
  const Run *last = NULL;

  for (guint i = from; i < to; i++)
    {
      const Run *run = &g_array_index (runs, Run, i);
      DzSegment *segment = segments->len > row_start
                             ? &g_array_index (segments, DzSegment, segments->len - 1) : NULL;

      if (last != NULL && is_printed_twice (self->glyphs, last, run))
        continue;
      if (segment != NULL && belongs_to_segment (segment, run) && !are_parted (self, last, run))
        {
          append_blank (self, segment, run);
          widen (&segment->box, &run->box);
          segment->size = MAX (segment->size, run->size);
        }
      else
        {
          DzSegment fresh = { .start = self->chars->len, .box = run->box, .size = run->size,
                              .row = row };

          fresh.first_width = g_array_index (self->glyphs, DzGlyph, run->first).x2 - run->box.x1;
          g_array_append_val (segments, fresh);
          segment = &g_array_index (segments, DzSegment, segments->len - 1);
        }
      for (guint k = run->first; k < run->first + run->n; k++)
        segment->confidence += g_array_index (self->glyphs, DzGlyph, k).confidence;
      segment->n_glyphs += run->n;
      dz_layout_append_glyphs (self, run->first, run->n);
      segment->end = self->chars->len;
      last = run;
    }
}

static GArray *
find_segments (DzLayout *self)
{
  g_autoptr(GArray) runs = find_runs (self);
  GArray *segments = g_array_new (FALSE, FALSE, sizeof (DzSegment));
  guint row = 0;
  guint to;

  g_array_sort (runs, compare_heights);
  for (guint from = 0; from < runs->len; from = to)
    {
      const Run *first = &g_array_index (runs, Run, from);
      float middle = (first->box.y1 + first->box.y2) / 2;
      float size = first->size;

      for (to = from + 1; to < runs->len; to++)
        {
          const Run *run = &g_array_index (runs, Run, to);

          if ((run->box.y1 + run->box.y2) / 2 - middle > 0.5f * MAX (size, run->size))
            break;
        }
      qsort (runs->data + from * sizeof (Run), to - from, sizeof (Run), compare_edges);
      cut_row (self, runs, from, to, row++, segments);
    }

  return segments;
}

/**
 * dz_layout_may_have_table:
 *
 * Returns: whether there are lines with wide gaps on the page under way: then its drawn lines are worth looking for
 */
gboolean
dz_layout_may_have_table (DzLayout *self)
{
  g_autoptr(GArray) runs = find_runs (self);
  guint n = 0;

  g_array_sort (runs, compare_heights);
  for (guint i = 1; i < runs->len && n < 2; i++)
    {
      const Run *one = &g_array_index (runs, Run, i - 1);
      const Run *other = one + 1;
      float size = MAX (one->size, other->size);
      float rise = (other->box.y1 + other->box.y2 - one->box.y1 - one->box.y2) / 2;

      n += rise < 0.5f * size && (other->box.x1 > one->box.x2 + 0.8f * size || one->box.x1 > other->box.x2 + 0.8f * size);
    }

  return n >= 2;
}

/* The table that begins with segment @from: drawn, or shown by its form. */
static guint
table_end (DzLayout *self,
           GArray   *segments,
           guint     from)
{
  return self->rules->len > 0 ? dz_page_grid_end (self, segments, from) : dz_page_forms_end (self, segments, from);
}

/* What drawn lines enclose is a table, and where there are none what has its form; the rest of the page is not. */
static void
set_page (DzLayout *self,
          GArray   *segments)
{
  guint next;

  for (guint i = 0; i < segments->len; i = next)
    {
      g_autoptr(GArray) others = g_array_new (FALSE, FALSE, sizeof (DzSegment));
      guint end = table_end (self, segments, i);

      if (end > i)
        {
          if (self->rules->len > 0)
            dz_page_grid_set (self, segments, i, end);
          else
            dz_page_forms_set (self, segments, i, end);
          next = end;
          continue;
        }
      for (next = i; next < segments->len && table_end (self, segments, next) == next; next++)
        g_array_append_vals (others, &g_array_index (segments, DzSegment, next), 1);
      dz_page_columns_set (self, others, 0, 0);
    }
}

/**
 * dz_page_lines_find:
 *
 * Makes lines of the glyphs of the page under way.
 */
void
dz_page_lines_find (DzLayout *self)
{
  DzLayoutPage *page = &g_array_index (self->pages, DzLayoutPage, self->pages->len - 1);
  g_autoptr(GArray) segments = NULL;
  gsize n_chars = self->chars->len;

  if (self->glyphs->len == 0)
    return;

  page->turn = find_turn (self->glyphs);
  if (page->turn != DZ_TURN_NONE)
    turn_glyphs (self->glyphs, page);
  if (page->turn != DZ_TURN_NONE)
    g_array_set_size (self->rules, 0); /* of the page as it lies */
  dz_page_grid_choose (self);
  if (self->rules->len == 0)
    dz_page_forms_find (self);
  segments = find_segments (self);
  if (dz_page_guides_find (self, segments))
    {
      g_string_truncate (self->chars, n_chars);
      g_array_unref (segments);
      segments = find_segments (self);
    }
  if (self->rules->len > 0 || self->forms->len > 0)
    set_page (self, segments);
  else
    dz_page_columns_set (self, segments, 0, 0);
}
