/* dz-common-matrix-draw.c - what the matrix of common weaknesses draws, and says of a cell
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-common-matrix-private.h"

#include "dz-common-draw.h"

#include <glib/gi18n-lib.h>
#include <string.h>


static gboolean
has_words (DzMatrix *self)
{
  return dz_matrix_get_column_width (self) >= DZ_COMMON_WORDS_WIDTH * dz_matrix_get_scale (self);
}

static void
draw_corner (DzMatrix    *matrix,
             DzFigurePen *pen,
             int          width,
             int          height)
{
  DzCommonMatrix *self = DZ_COMMON_MATRIX (matrix);
  double scale = dz_matrix_get_scale (matrix);
  double x = RANK_WIDTH + NAME_WIDTH + 4;
  double y = height - 34 * scale;

  dz_figure_pen_text (pen, _("Weakness"), RANK_WIDTH + 8, y, NAME_WIDTH - 30, 30 * scale, DZ_PEN_SECONDARY, 0, FALSE);
  if (self->sort == DZ_COMMON_HEAD_NAME)
    dz_figure_pen_text (pen, "▾", RANK_WIDTH, y, NAME_WIDTH - 12, 30 * scale, DZ_PEN_SECONDARY, 1, FALSE);
  if (self->kinds == NULL)
    {
      g_autofree char *words = g_strconcat (_("Named by"), self->sort == DZ_COMMON_HEAD_COUNT ? " ▾" : "", NULL);

      dz_figure_pen_text (pen, words, x, y, COUNT_WIDTH - 8, 30 * scale, DZ_PEN_SECONDARY, 0, FALSE);
    }
  for (guint i = 0; self->kinds != NULL && i < self->kinds->len; i++)
    dz_figure_pen_text (pen, g_ptr_array_index (self->kinds, i), x + i * KIND_WIDTH, y, KIND_WIDTH - 6, 30 * scale,
                        DZ_PEN_SECONDARY, 0, FALSE);
}

static void
draw_head (DzMatrix    *matrix,
           DzFigurePen *pen,
           int          column,
           double       x,
           double       width,
           int          height)
{
  DzCommonMatrix *self = DZ_COMMON_MATRIX (matrix);
  gboolean pale = self->rows->len > 0 && get_cell (self, 0, column)->naming == DZ_NAMING_NO_REPORT;
  int row, chosen;

  dz_matrix_get_chosen (matrix, &row, &chosen);
  if (column == chosen)
    dz_figure_pen_fill (pen, x, 0, width, height, DZ_PEN_SELECTED);
  if (has_words (matrix))
    dz_common_draw_vertical (dz_matrix_get_area (matrix, DZ_MATRIX_HEAD), dz_figure_pen_get_cairo (pen),
                             get_body (self, column)->name, x, width, height, pale);
  if (self->sort == column)
    dz_figure_pen_text (pen, "▾", x, 0, width, 14 * dz_matrix_get_scale (matrix), DZ_PEN_SECONDARY, 0.5, FALSE);
  if (has_words (matrix) && column > 0)
    dz_figure_pen_line (pen, x - 0.5, 0, x - 0.5, height);
}

static void
draw_over_head (DzMatrix    *matrix,
                DzFigurePen *pen,
                int          width,
                int          height)
{
  DzCommonMatrix *self = DZ_COMMON_MATRIX (matrix);
  double scale = dz_matrix_get_scale (matrix);
  int row, column;

  dz_matrix_get_chosen (matrix, &row, &column);
  if (self->columns != NULL && self->columns->len > 0 && !has_words (matrix))
    dz_figure_pen_text (pen, column >= 0 ? get_body (self, column)->name
                                         : _("Point at a column for its name"),
                        12, height - 34 * scale, width - 24, 30 * scale, DZ_PEN_SECONDARY, 0, FALSE);
}

static void
draw_count (DzCommonMatrix *self,
            DzFigurePen    *pen,
            int             row,
            double          y)
{
  DzCommonRow *item = get_row (self, row);
  double scale = dz_matrix_get_scale (DZ_MATRIX (self)), h = DZ_COMMON_ROW_HEIGHT * scale;
  double x = RANK_WIDTH + NAME_WIDTH + 4;
  double bar = FULL_BAR * dz_common_row_get_count (item) / (double) MAX (self->most, 1);
  g_autofree char *count = g_strdup_printf ("%u", dz_common_row_get_count (item));
  g_autofree char *total = g_strdup_printf ("/%u", dz_common_row_get_total (item));
  double digits = 9.0 * scale * (double) strlen (count);

  if (bar >= 4)
    dz_common_draw_solid (dz_figure_pen_get_cairo (pen), dz_common_row_get_entry (item)->theme, x, y + 7 * scale, bar, 11 * scale, 2);
  dz_figure_pen_text (pen, count, x + bar + 8, y, 40 * scale, h, DZ_PEN_TEXT, 0, TRUE);
  dz_figure_pen_text (pen, total, x + bar + 8 + digits + 5, y, 40 * scale, h, DZ_PEN_SECONDARY, 0, FALSE);
}

static void
draw_kinds (DzCommonMatrix *self,
            DzFigurePen    *pen,
            int             row,
            double          y)
{
  double scale = dz_matrix_get_scale (DZ_MATRIX (self)), h = DZ_COMMON_ROW_HEIGHT * scale;

  for (guint i = 0; i < self->kinds->len; i++)
    {
      double x = RANK_WIDTH + NAME_WIDTH + 4 + i * KIND_WIDTH;
      guint total;
      guint n = dz_common_row_get_kind_count (get_row (self, row), g_ptr_array_index (self->kinds, i), &total);
      g_autofree char *count = g_strdup_printf ("%u", n);
      g_autofree char *of = g_strdup_printf ("/%u", total);

      dz_figure_pen_text (pen, count, x, y, 20 * scale, h, n > 0 ? DZ_PEN_TEXT : DZ_PEN_SECONDARY, 1, n > 0);
      dz_figure_pen_text (pen, of, x + 24 * scale, y, 34 * scale, h, DZ_PEN_SECONDARY, 0, FALSE);
    }
}

static void
draw_name (DzMatrix    *matrix,
           DzFigurePen *pen,
           int          row,
           double       y,
           int          width)
{
  DzCommonMatrix *self = DZ_COMMON_MATRIX (matrix);
  const DzEntry *entry = dz_common_row_get_entry (get_row (self, row));
  double scale = dz_matrix_get_scale (matrix), h = DZ_COMMON_ROW_HEIGHT * scale;
  g_autofree char *rank = g_strdup_printf ("%u", g_array_index (self->places, guint, row));

  dz_figure_pen_text (pen, rank, 4, y, RANK_WIDTH - 8, h, DZ_PEN_SECONDARY, 1, FALSE);
  dz_common_draw_solid (dz_figure_pen_get_cairo (pen), entry->theme, RANK_WIDTH + 8, y + 8 * scale, 10 * scale,
                        10 * scale, 2);
  dz_figure_pen_text (pen, entry->name, RANK_WIDTH + 12 + 13 * scale, y, NAME_WIDTH - 16 - 13 * scale, h, DZ_PEN_TEXT, 0,
                      FALSE);
  if (self->kinds != NULL)
    draw_kinds (self, pen, row, y);
  else
    draw_count (self, pen, row, y);
}

static void
draw_cell (DzMatrix    *matrix,
           DzFigurePen *pen,
           int          row,
           int          column,
           double       x,
           double       y,
           double       width)
{
  DzCommonMatrix *self = DZ_COMMON_MATRIX (matrix);

  dz_common_draw_cell (dz_matrix_get_area (matrix, DZ_MATRIX_BODY), dz_figure_pen_get_cairo (pen),
                       get_cell (self, row, column), dz_common_row_get_entry (get_row (self, row))->theme, x, y, width,
                       DZ_COMMON_ROW_HEIGHT * dz_matrix_get_scale (matrix));
}

static void
draw_over_cells (DzMatrix    *matrix,
                 DzFigurePen *pen)
{
  DzCommonMatrix *self = DZ_COMMON_MATRIX (matrix);
  double w = dz_matrix_get_column_width (matrix);
  double height = (self->rows != NULL ? self->rows->len : 0) * DZ_COMMON_ROW_HEIGHT * dz_matrix_get_scale (matrix);

  for (guint k = 1; height > 0 && k <= self->columns->len && has_words (matrix); k++)
    dz_figure_pen_line (pen, k * w - 0.5, 0, k * w - 0.5, height);
}

/* The matrix draws itself so. */
void
dz_common_matrix_draw_with (DzMatrixClass *klass)
{
  klass->draw_corner = draw_corner;
  klass->draw_head = draw_head;
  klass->draw_over_head = draw_over_head;
  klass->draw_name = draw_name;
  klass->draw_cell = draw_cell;
  klass->draw_over_cells = draw_over_cells;
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

/**
 * dz_common_matrix_describe_cell:
 *
 * Returns: (transfer full): the cell in words, for who does not see it: weakness, body, what is so
 */
char *
dz_common_matrix_describe_cell (DzCommonMatrix *self,
                                int             row,
                                int             column)
{
  g_autofree char *words = dz_common_matrix_say_cell (get_cell (self, row, column));

  return g_strdup_printf ("%s，%s，%s", dz_common_row_get_entry (get_row (self, row))->name,
                          get_body (self, column)->name, words);
}

/**
 * dz_common_matrix_describe_row:
 *
 * Returns: (transfer full): the weakness of the row, how many bodies name it, and which
 */
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
