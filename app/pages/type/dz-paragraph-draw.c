/* dz-paragraph-draw.c - the ink of a paragraph's lines, and what of it answers a click
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-paragraph-private.h"

#include "dz-line-record.h"

/* The dashed hollow box that stands for 未报 wherever a number would stand. */
void
dz_hollow_dash_draw (cairo_t *cr,
                     double   x,
                     double   centre,
                     double   width,
                     double   height)
{
  const double dashes[] = { 1.5, 1.1 };

  cairo_save (cr);
  cairo_set_line_width (cr, 0.5);
  cairo_set_dash (cr, dashes, 2, 0);
  cairo_rectangle (cr, x, centre - height / 2, width, height);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* The letters of a line, from the top of a Chinese character to its foot. */
static void
note_line (DzParagraph *self,
           cairo_t     *cr,
           guint        n,
           double       x,
           double       baseline)
{
  const Line *line = &g_array_index (self->lines, Line, n);
  g_autofree char *words = NULL;

  if (!dz_line_record_is_watched (cr) || line->last == line->first)
    return;
  words = dz_paragraph_dup_line (self, n);
  dz_line_record_note (cr, (DzLineRecord) { x + line->x, baseline - 0.84 * self->style.size, line->width,
                                        0.92 * self->style.size, words, FALSE });
}

/**
 * dz_paragraph_draw:
 * @y: top of line @from
 *
 * Draws the lines from @from up to, not including, @to.
 */
void
dz_paragraph_draw (DzParagraph *self,
                   cairo_t     *cr,
                   double       x,
                   double       y,
                   guint        from,
                   guint        to)
{
  const char *text = self->rich->text->str;

  for (guint i = from; i < MIN (to, self->lines->len); i++)
    {
      Line *line = &g_array_index (self->lines, Line, i);
      double middle = y + (i - from) * self->style.pitch + self->style.pitch / 2;
      double baseline = middle + 0.37 * self->style.size;

      note_line (self, cr, i, x, baseline);
      for (guint p = 0; p < line->pieces->len; p++)
        {
          const Piece *piece = &g_array_index (line->pieces, Piece, p);

          if (piece->rich >= 0 &&
              g_array_index (self->rich->runs, DzRichRun, piece->rich).style == DZ_RICH_DASH)
            {
              dz_hollow_dash_draw (cr, x + piece->x + 0.5, middle, MIN (8, 0.8 * self->style.size), 3.2);
              continue;
            }
          cairo_move_to (cr, x + piece->x, baseline - piece->rise);
          pango_cairo_show_glyph_item (cr, text, piece->item);
        }
    }
}

static void
piece_range (DzParagraph *self,
             const Line  *line,
             gsize        start,
             gsize        end,
             double      *from,
             double      *to)
{
  double x = line->x;

  *from = *to = -1;
  if (line->last == line->first || line->start >= end || line->end <= start)
    return;
  for (guint i = line->first; i < line->last; i++)
    {
      const Stop *stop = &self->stops[i];

      if (stop->start >= start && stop->end <= end)
        {
          if (*from < 0)
            *from = x;
          *to = x + stop->width;
        }
      x += stop->width;
    }
}

/**
 * dz_paragraph_foreach:
 *
 * Calls @func for each run with evidence and each sentence of ours, once a line it is on,
 * with its rectangle; @y is the top of line @from.
 */
void
dz_paragraph_foreach (DzParagraph *self,
                      double       x,
                      double       y,
                      guint        from,
                      guint        to,
                      DzPieceFunc  func,
                      gpointer     user_data)
{
  double pitch = self->style.pitch;

  for (guint i = from; i < MIN (to, self->lines->len); i++)
    {
      const Line *line = &g_array_index (self->lines, Line, i);
      double top = y + (i - from) * pitch, a, b;

      for (guint k = 0; k < self->rich->keys->len; k++)
        {
          const DzRichKey *key = &g_array_index (self->rich->keys, DzRichKey, k);

          piece_range (self, line, key->start, key->end, &a, &b);
          if (a >= 0)
            func (NULL, key, x + a, top, b - a, pitch, user_data);
        }
      for (guint r = 0; r < self->rich->runs->len; r++)
        {
          const DzRichRun *run = &g_array_index (self->rich->runs, DzRichRun, r);

          if (run->report_id == 0 && run->body_id == 0)
            continue;
          piece_range (self, line, run->start, run->end, &a, &b);
          if (a >= 0)
            func (run, NULL, x + a, top, b - a, pitch, user_data);
        }
    }
}
