/* dz-common-matrix-draw.c - what the matrix of common weaknesses draws, and says of a cell
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-common-matrix-private.h"

#include "dz-common-draw.h"
#include "dz-figure-draw.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
draw_row_ground (DzCommonMatrix *self,
                 DzFigurePen    *pen,
                 int             row,
                 double          y,
                 double          width)
{
  if (row == self->row)
    dz_figure_pen_fill (pen, 0, y, width, ROW_HEIGHT, DZ_PEN_SELECTED);
  else if (row == self->hover_row)
    dz_figure_pen_fill (pen, 0, y, width, ROW_HEIGHT, DZ_PEN_HOVER);
}

void
dz_common_matrix_draw_corner (GtkDrawingArea *area,
                              cairo_t        *cr,
                              int             width,
                              int             height,
                              gpointer        user_data)
{
  DzCommonMatrix *self = user_data;
  g_autoptr(DzFigurePen) pen = dz_figure_pen_new (GTK_WIDGET (area), cr);
  double x = RANK_WIDTH + NAME_WIDTH + 4;
  double y = height - 34 * self->scale;

  dz_figure_pen_text (pen, _("Weakness"), RANK_WIDTH + 8, y, NAME_WIDTH - 30, 30 * self->scale, DZ_PEN_SECONDARY, 0, FALSE);
  if (self->sort == DZ_COMMON_HEAD_NAME)
    dz_figure_pen_text (pen, "▾", RANK_WIDTH, y, NAME_WIDTH - 12, 30 * self->scale, DZ_PEN_SECONDARY, 1, FALSE);
  if (self->kinds == NULL)
    {
      g_autofree char *words = g_strconcat (_("Named by"),
                                            self->sort == DZ_COMMON_HEAD_COUNT ? " ▾" : "", NULL);

      dz_figure_pen_text (pen, words, x, y, COUNT_WIDTH - 8, 30 * self->scale, DZ_PEN_SECONDARY, 0, FALSE);
    }
  for (guint i = 0; self->kinds != NULL && i < self->kinds->len; i++)
    dz_figure_pen_text (pen, g_ptr_array_index (self->kinds, i), x + i * KIND_WIDTH, y, KIND_WIDTH - 6, 30 * self->scale,
                        DZ_PEN_SECONDARY, 0, FALSE);
  dz_figure_pen_line (pen, 0, height - 0.5, width, height - 0.5);
  dz_figure_pen_line (pen, width - 0.5, 0, width - 0.5, height);
}

void
dz_common_matrix_draw_head (GtkDrawingArea *area,
                            cairo_t        *cr,
                            int             width,
                            int             height,
                            gpointer        user_data)
{
  DzCommonMatrix *self = user_data;
  g_autoptr(DzFigurePen) pen = dz_figure_pen_new (GTK_WIDGET (area), cr);
  double w = column_width (self);

  for (int i = 0; i < n_columns (self); i++)
    {
      const DzBody *body = get_body (self, i);
      double x = i * w - get_offset_x (self);
      gboolean pale = n_rows (self) > 0 && get_cell (self, 0, i)->naming == DZ_NAMING_NO_REPORT;

      if (x + w < 0 || x > width)
        continue;
      if (i == self->column)
        dz_figure_pen_fill (pen, x, 0, w, height, DZ_PEN_SELECTED);
      if (w >= DZ_COMMON_WORDS_WIDTH * self->scale)
        dz_common_draw_vertical (GTK_WIDGET (area), cr, body->name, x, w, height, pale);
      if (self->sort == i)
        dz_figure_pen_text (pen, "▾", x, 0, w, 14 * self->scale, DZ_PEN_SECONDARY, 0.5, FALSE);
      if (w >= DZ_COMMON_WORDS_WIDTH * self->scale && i > 0)
        dz_figure_pen_line (pen, x - 0.5, 0, x - 0.5, height);
    }
  if (n_columns (self) > 0 && w < DZ_COMMON_WORDS_WIDTH * self->scale)
    dz_figure_pen_text (pen, self->column >= 0 ? get_body (self, self->column)->name
                                               : _("Point at a column for its name"),
                        12, height - 34 * self->scale, width - 24, 30 * self->scale, DZ_PEN_SECONDARY, 0, FALSE);
  dz_figure_pen_line (pen, 0, height - 0.5, width, height - 0.5);
}

static void
draw_count (DzCommonMatrix *self,
            DzFigurePen    *pen,
            cairo_t        *cr,
            int             row,
            double          y)
{
  DzCommonRow *item = get_row (self, row);
  double x = RANK_WIDTH + NAME_WIDTH + 4;
  double bar = FULL_BAR * dz_common_row_get_count (item) / (double) MAX (self->most, 1);
  g_autofree char *count = g_strdup_printf ("%u", dz_common_row_get_count (item));
  g_autofree char *total = g_strdup_printf ("/%u", dz_common_row_get_total (item));
  double digits = 9.0 * self->scale * (double) strlen (count);

  if (bar >= 4)
    dz_common_draw_solid (cr, get_theme (self, row), x, y + 7 * self->scale, bar, 11 * self->scale, 2);
  dz_figure_pen_text (pen, count, x + bar + 8, y, 40 * self->scale, ROW_HEIGHT, DZ_PEN_TEXT, 0, TRUE);
  dz_figure_pen_text (pen, total, x + bar + 8 + digits + 5, y, 40 * self->scale, ROW_HEIGHT, DZ_PEN_SECONDARY, 0, FALSE);
}

static void
draw_kinds (DzCommonMatrix *self,
            DzFigurePen    *pen,
            int             row,
            double          y)
{
  for (guint i = 0; i < self->kinds->len; i++)
    {
      double x = RANK_WIDTH + NAME_WIDTH + 4 + i * KIND_WIDTH;
      guint total;
      guint n = dz_common_row_get_kind_count (get_row (self, row), g_ptr_array_index (self->kinds, i), &total);
      g_autofree char *count = g_strdup_printf ("%u", n);
      g_autofree char *of = g_strdup_printf ("/%u", total);

      dz_figure_pen_text (pen, count, x, y, 20 * self->scale, ROW_HEIGHT, n > 0 ? DZ_PEN_TEXT : DZ_PEN_SECONDARY, 1, n > 0);
      dz_figure_pen_text (pen, of, x + 24 * self->scale, y, 34 * self->scale, ROW_HEIGHT, DZ_PEN_SECONDARY, 0, FALSE);
    }
}

void
dz_common_matrix_draw_names (GtkDrawingArea *area,
                             cairo_t        *cr,
                             int             width,
                             int             height,
                             gpointer        user_data)
{
  DzCommonMatrix *self = user_data;
  g_autoptr(DzFigurePen) pen = dz_figure_pen_new (GTK_WIDGET (area), cr);

  for (int i = 0; i < n_rows (self); i++)
    {
      const DzEntry *entry = dz_common_row_get_entry (get_row (self, i));
      g_autofree char *rank = g_strdup_printf ("%u", g_array_index (self->places, guint, i));
      double y = i * ROW_HEIGHT - get_offset_y (self);

      if (y + ROW_HEIGHT < 0 || y > height)
        continue;
      draw_row_ground (self, pen, i, y, width);
      dz_figure_pen_text (pen, rank, 4, y, RANK_WIDTH - 8, ROW_HEIGHT, DZ_PEN_SECONDARY, 1, FALSE);
      dz_common_draw_solid (cr, entry->theme, RANK_WIDTH + 8, y + 8 * self->scale, 10 * self->scale, 10 * self->scale, 2);
      dz_figure_pen_text (pen, entry->name, RANK_WIDTH + 12 + 13 * self->scale, y, NAME_WIDTH - 16 - 13 * self->scale, ROW_HEIGHT, DZ_PEN_TEXT, 0,
                          FALSE);
      if (self->kinds != NULL)
        draw_kinds (self, pen, i, y);
      else
        draw_count (self, pen, cr, i, y);
      dz_figure_pen_line (pen, 0, y + ROW_HEIGHT - 0.5, width, y + ROW_HEIGHT - 0.5);
    }
  dz_figure_pen_line (pen, width - 0.5, 0, width - 0.5, height);
}

void
dz_common_matrix_draw_body (GtkDrawingArea *area,
                            cairo_t        *cr,
                            int             width,
                            int             height,
                            gpointer        user_data)
{
  DzCommonMatrix *self = user_data;
  g_autoptr(DzFigurePen) pen = dz_figure_pen_new (GTK_WIDGET (area), cr);
  double w = column_width (self);
  double top = get_offset_y (self);
  double bottom = top + gtk_widget_get_height (self->scroll);

  for (int i = 0; i < n_rows (self); i++)
    {
      double y = i * ROW_HEIGHT;

      if (y + ROW_HEIGHT < top || y > bottom)
        continue;
      draw_row_ground (self, pen, i, y, width);
      for (int k = 0; k < n_columns (self); k++)
        dz_common_draw_cell (GTK_WIDGET (area), cr, get_cell (self, i, k), get_theme (self, i), k * w, y, w,
                             ROW_HEIGHT);
      dz_figure_pen_line (pen, 0, y + ROW_HEIGHT - 0.5, width, y + ROW_HEIGHT - 0.5);
    }
  for (int k = 1; k <= n_columns (self) && w >= DZ_COMMON_WORDS_WIDTH * self->scale; k++)
    dz_figure_pen_line (pen, k * w - 0.5, 0, k * w - 0.5, n_rows (self) * ROW_HEIGHT);
  if (self->row >= 0 && self->column >= 0 && self->row < n_rows (self))
    dz_figure_pen_frame (pen, self->column * w + 1, self->row * ROW_HEIGHT + 1, w - 2.5, ROW_HEIGHT - 3);
}

static const char *
naming_words (const DzWeaknessCell *cell)
{
  switch (cell->naming)
    {
    case DZ_NAMING_NAMED: return _("named");
    case DZ_NAMING_SUGGESTED: return _("to be confirmed, not counted");
    case DZ_NAMING_NO_PART: return _("the whole report declares no weakness");
    case DZ_NAMING_NO_REPORT: return _("no report");
    case DZ_NAMING_SILENT:
    default: return _("none declared");
    }
}

/* “执法力量不足，万榆镇，提出，上年也提出”: what a screen reader says, and the tooltip. */
/**
 * dz_common_matrix_say_cell:
 *
 * Returns: (transfer full): what a cell shows, in words
 */
char *
dz_common_matrix_say_cell (const DzWeaknessCell *cell)
{
  GString *words = g_string_new (naming_words (cell));

  if (cell->naming == DZ_NAMING_NAMED && cell->last_year)
    g_string_append_printf (words, "，%s", _("last year too"));
  if (cell->naming == DZ_NAMING_NAMED && cell->same_as != NULL && cell->same_as->len > 0)
    g_string_append_printf (words, "，%s", _("same words as another body"));

  return g_string_free (words, FALSE);
}

char *
dz_common_matrix_describe_cell (DzCommonMatrix *self,
                                int             row,
                                int             column)
{
  g_autofree char *words = dz_common_matrix_say_cell (get_cell (self, row, column));

  return g_strdup_printf ("%s，%s，%s", dz_common_row_get_entry (get_row (self, row))->name,
                          get_body (self, column)->name, words);
}

char *
dz_common_matrix_describe_row (DzCommonMatrix *self,
                               int             row)
{
  DzCommonRow *item = get_row (self, row);
  GPtrArray *bodies = dz_common_row_get_bodies (item);
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint i = 0; i < bodies->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "、" : "",
                            ((const DzBody *) g_ptr_array_index (bodies, i))->name);

  if (dz_common_row_count_once (item) < dz_common_row_get_count (item))
    g_string_append_printf (names, _("; the same words counted once: %u"), dz_common_row_count_once (item));

  return g_strdup_printf (_("%s, named by %u of %u bodies: %s"), dz_common_row_get_entry (item)->name,
                          dz_common_row_get_count (item), dz_common_row_get_total (item), names->str);
}
