/* dz-page-grid.c - tables whose cells are drawn
 *
 * Where lines are drawn around pieces of text there is nothing to guess: all text
 * between the same four lines is one cell, however many lines it has and however
 * close its neighbours stand. The line above a cell says in which row it begins,
 * the line at its left in which column; of cells that were made one, that is the
 * first of them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-page-segments.h"

#include <math.h>

#define TOUCH 3.0f  /* points between lines that meet */
#define LONG 40.0f  /* no letter has a stroke of this length */
#define APART 6.0f  /* points between two tables */
#define MAX_COLUMNS 60

static gboolean
is_level (const DzBox *rule)
{
  return rule->x2 - rule->x1 > rule->y2 - rule->y1;
}

static gboolean
meet (const DzBox *one,
      const DzBox *other)
{
  return one->x1 < other->x2 + TOUCH && other->x1 < one->x2 + TOUCH && one->y1 < other->y2 + TOUCH && other->y1 < one->y2 + TOUCH;
}

/* Lines of a table meet others at both ends; an underline and the stroke of a letter do not. */
static gboolean
is_of_table (GArray *rules,
             guint   index)
{
  const DzBox *rule = &g_array_index (rules, DzBox, index);
  gboolean level = is_level (rule);
  DzBox first = level ? (DzBox){ rule->x1, rule->y1, rule->x1, rule->y2 } : (DzBox){ rule->x1, rule->y1, rule->x2, rule->y1 };
  DzBox last = level ? (DzBox){ rule->x2, rule->y1, rule->x2, rule->y2 } : (DzBox){ rule->x1, rule->y2, rule->x2, rule->y2 };
  gboolean begins = FALSE;
  gboolean ends = FALSE;

  for (guint i = 0; i < rules->len && !(begins && ends); i++)
    {
      const DzBox *other = &g_array_index (rules, DzBox, i);

      if (is_level (other) == level)
        continue;
      begins |= meet (&first, other);
      ends |= meet (&last, other);
    }

  return (begins && ends) || ((begins || ends) && !level && rule->y2 - rule->y1 > LONG);
}

static float
find_largest_size (GArray *glyphs)
{
  float size = 0;

  for (guint i = 0; i < glyphs->len; i++)
    size = MAX (size, g_array_index (glyphs, DzGlyph, i).size);

  return size;
}

/* 一 is a level stroke too, of nearly the size of its letter. */
static void
drop_strokes (GArray *rules,
              float   shortest)
{
  guint n = 0;

  for (guint i = 0; i < rules->len; i++)
    {
      DzBox rule = g_array_index (rules, DzBox, i);

      if (!is_level (&rule) || rule.x2 - rule.x1 > shortest)
        g_array_index (rules, DzBox, n++) = rule;
    }
  g_array_set_size (rules, n);
}

/* Lines that go through many letters do not stand where the text does: a font that was not at hand, a wrong move. */
static gboolean
strikes_out (GArray *rules,
             GArray *glyphs)
{
  guint n = 0;

  for (guint i = 0; i < glyphs->len; i++)
    {
      const DzGlyph *glyph = &g_array_index (glyphs, DzGlyph, i);
      float quarter = (glyph->y2 - glyph->y1) / 4;

      for (guint k = 0; k < rules->len; k++)
        {
          const DzBox *rule = &g_array_index (rules, DzBox, k);

          if (is_level (rule) && rule->x1 < glyph->x1 && rule->x2 > glyph->x2 && rule->y1 > glyph->y1 + quarter && rule->y1 < glyph->y2 - quarter)
            {
              n++;
              break;
            }
        }
    }

  return n > 3 && n * 20 > glyphs->len;
}

/**
 * dz_page_grid_choose:
 *
 * Lets go of the lines of the page under way that are none of a table; the level ones are kept aside.
 */
void
dz_page_grid_choose (DzLayout *self)
{
  g_autoptr(GArray) chosen = g_array_new (FALSE, FALSE, sizeof (DzBox));

  drop_strokes (self->rules, MIN (1.25f * find_largest_size (self->glyphs), LONG));
  for (guint i = 0; i < self->rules->len; i++)
    if (is_level (&g_array_index (self->rules, DzBox, i)))
      g_array_append_vals (self->levels, &g_array_index (self->rules, DzBox, i), 1);
  for (guint i = 0; i < self->rules->len; i++)
    if (is_of_table (self->rules, i))
      g_array_append_vals (chosen, &g_array_index (self->rules, DzBox, i), 1);
  g_array_set_size (self->rules, 0);
  if (!strikes_out (chosen, self->glyphs))
    g_array_append_vals (self->rules, chosen->data, chosen->len);
}

/**
 * dz_page_grid_parts:
 *
 * Returns: whether an upright line is drawn between two characters at one height
 */
gboolean
dz_page_grid_parts (DzLayout      *self,
                    const DzGlyph *one,
                    const DzGlyph *other)
{
  float left = (one->x1 + one->x2) / 2;
  float right = (other->x1 + other->x2) / 2;
  float y = (other->y1 + other->y2) / 2;

  for (guint i = 0; i < self->rules->len; i++)
    {
      const DzBox *rule = &g_array_index (self->rules, DzBox, i);

      if (!is_level (rule) && rule->x1 > left && rule->x2 < right && rule->y1 < y && rule->y2 > y)
        return TRUE;
    }

  return FALSE;
}

/* The lines around the middle of @segment; %FALSE unless there is one on each side. */
static gboolean
find_cell (DzLayout        *self,
           const DzSegment *segment,
           DzBox           *cell)
{
  float x = (segment->box.x1 + segment->box.x2) / 2;
  float y = (segment->box.y1 + segment->box.y2) / 2;

  *cell = (DzBox){ -G_MAXFLOAT, -G_MAXFLOAT, G_MAXFLOAT, G_MAXFLOAT };
  for (guint i = 0; i < self->rules->len; i++)
    {
      const DzBox *rule = &g_array_index (self->rules, DzBox, i);
      float place;

      if (is_level (rule) && rule->x1 < x && rule->x2 > x)
        {
          place = (rule->y1 + rule->y2) / 2;
          if (place <= y)
            cell->y1 = MAX (cell->y1, place);
          else
            cell->y2 = MIN (cell->y2, place);
        }
      else if (!is_level (rule) && rule->y1 < y && rule->y2 > y)
        {
          place = (rule->x1 + rule->x2) / 2;
          if (place <= x)
            cell->x1 = MAX (cell->x1, place);
          else
            cell->x2 = MIN (cell->x2, place);
        }
    }

  return cell->x1 > -G_MAXFLOAT && cell->y1 > -G_MAXFLOAT && cell->x2 < G_MAXFLOAT && cell->y2 < G_MAXFLOAT;
}

/**
 * dz_page_grid_end:
 *
 * Returns: one past the last segment of the drawn table that begins with segment @from, or @from if none does; a
 *   frame around text is none
 */
guint
dz_page_grid_end (DzLayout *self,
                  GArray   *segments,
                  guint     from)
{
  DzBox cell, first;
  float bottom;
  gboolean several = FALSE;
  guint end = from;

  if (from >= segments->len || !find_cell (self, &g_array_index (segments, DzSegment, from), &first))
    return from;
  bottom = first.y2;
  for (; end < segments->len && find_cell (self, &g_array_index (segments, DzSegment, end), &cell) && cell.y1 < bottom + APART; end++)
    {
      bottom = MAX (bottom, cell.y2);
      several |= fabsf (cell.x1 - first.x1) > TOUCH;
    }

  return several ? end : from;
}

static int
compare_floats (gconstpointer a,
                gconstpointer b)
{
  float d = *(const float *) a - *(const float *) b;

  return d < 0 ? -1 : d > 0;
}

/* Each of several places that are nearly the same once. */
static void
sort_places (GArray *places)
{
  guint n = 0;

  g_array_sort (places, compare_floats);
  for (guint i = 0; i < places->len; i++)
    if (n == 0 || g_array_index (places, float, i) > g_array_index (places, float, n - 1) + TOUCH)
      g_array_index (places, float, n++) = g_array_index (places, float, i);
  g_array_set_size (places, n);
}

static guint
place_of (GArray *places,
          float   value)
{
  guint i = 0;

  while (i + 1 < places->len && g_array_index (places, float, i + 1) <= value + TOUCH / 2)
    i++;

  return i;
}

static void
set_row (DzLayout *self,
         GArray   *segments,
         guint     from,
         GArray   *columns, /* guint: of the row's segments, others have G_MAXUINT */
         guint     n_columns,
         guint     flow)
{
  guint first_cell = self->cells->len;
  const DzSegment *like = NULL;

  for (guint column = 0; column < n_columns; column++)
    {
      gboolean goes_on = FALSE;

      for (guint i = 0; i < columns->len; i++)
        if (g_array_index (columns, guint, i) == column)
          {
            like = &g_array_index (segments, DzSegment, from + i);
            dz_page_cell_add (self, like, goes_on);
            goes_on = TRUE;
          }
      if (!goes_on)
        dz_page_cell_skip (self);
    }
  if (like != NULL)
    dz_page_row_add (self, flow, first_cell, like);
  else
    g_array_set_size (self->cells, first_cell);
}

/* How wide the table is, for what follows it: as a column of one page. */
static guint
add_flow (DzLayout *self,
          GArray   *segments,
          guint     from,
          guint     to)
{
  DzLayoutFlow flow = { .left = G_MAXFLOAT, .right = -G_MAXFLOAT };

  for (guint i = from; i < to; i++)
    {
      flow.left = MIN (flow.left, g_array_index (segments, DzSegment, i).box.x1);
      flow.right = MAX (flow.right, g_array_index (segments, DzSegment, i).box.x2);
    }
  g_array_append_val (self->flows, flow);

  return self->flows->len - 1;
}

/**
 * dz_page_grid_set:
 *
 * Adds a line with cells for each row of the drawn table @segments[@from, @to).
 */
void
dz_page_grid_set (DzLayout *self,
                  GArray   *segments,
                  guint     from,
                  guint     to)
{
  g_autoptr(GArray) cells = g_array_new (FALSE, FALSE, sizeof (DzBox));
  g_autoptr(GArray) tops = g_array_new (FALSE, FALSE, sizeof (float));
  g_autoptr(GArray) lefts = g_array_new (FALSE, FALSE, sizeof (float));
  g_autoptr(GArray) columns = g_array_new (FALSE, FALSE, sizeof (guint));
  guint flow = add_flow (self, segments, from, to);
  guint first_line = self->lines->len;

  for (guint i = from; i < to; i++)
    {
      DzBox cell;

      find_cell (self, &g_array_index (segments, DzSegment, i), &cell);
      g_array_append_val (cells, cell);
      g_array_append_val (tops, cell.y1);
      g_array_append_val (lefts, cell.x1);
    }
  sort_places (tops);
  sort_places (lefts);
  for (guint row = 0; row < tops->len; row++)
    {
      g_array_set_size (columns, 0);
      for (guint i = 0; i < cells->len; i++)
        {
          const DzBox *cell = &g_array_index (cells, DzBox, i);
          guint column = place_of (tops, cell->y1) == row ? MIN (place_of (lefts, cell->x1), MAX_COLUMNS - 1) : G_MAXUINT;

          g_array_append_val (columns, column);
        }
      set_row (self, segments, from, columns, MIN (lefts->len, MAX_COLUMNS), flow);
    }
  g_array_index (self->flows, DzLayoutFlow, flow).n_lines = self->lines->len - first_line;
}
