/* dz-body-sheet-strips.c - the main figures of one body beside those of all others
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-body-sheet.h"

#include "dz-body-strips.h"
#include "dz-format.h"
#include "dz-gallery.h"

#include <math.h>

#define LONGEST_NAME 10 /* characters the line of the legend has room for */

static DzStripOthers *
need_others (DzBriefing *briefing,
             guint       column)
{
  DzStripOthers *others = g_hash_table_lookup (briefing->strip_others, GUINT_TO_POINTER (column));
  guint n = dz_figure_table_get_n_rows (briefing->figures);

  if (others != NULL)
    return others;
  others = dz_strip_others_new ();
  for (guint r = 0; r < n; r++)
    {
      const DzFigureCell *cell = dz_figure_row_get_cell (dz_figure_table_get_row (briefing->figures, r), column);

      dz_strip_others_add (others, dz_figure_cell_is_reported (cell) ? cell->value : NAN);
    }
  g_hash_table_insert (briefing->strip_others, GUINT_TO_POINTER (column), others);

  return others;
}

static const DzFigureCell *
own_cell (DzBodySheet *self,
          guint        column)
{
  return dz_figure_row_get_cell (dz_figure_table_get_row (self->briefing->figures, self->row), column);
}

static void
fill_own (DzBodySheet        *self,
          DzBodyStrip        *strip,
          guint               column,
          const DzFigureCell *cell)
{
  DzBriefing *briefing = self->briefing;
  const DzFigure *figure = dz_figure_cell_get_figure (cell, 0);
  const char *hang;

  strip->body_id = self->body->id;
  strip->indicator = dz_figure_table_get_entry (briefing->figures, column)->id;
  strip->label = dz_briefing_cell_text (cell, FALSE, &hang);
  if (hang != NULL)
    {
      char *label = g_strdup_printf ("%s%s", strip->label,
                                     g_str_equal (hang, "核") ? " 待核" : hang);

      g_free (strip->label);
      strip->label = label;
    }
  if (strip->label == NULL)
    strip->label = g_strdup ("未报");
  strip->value = dz_figure_cell_is_reported (cell) ? cell->value : NAN;
  strip->second = cell->mark == DZ_CELL_TWO_VALUES ? cell->second : NAN;
  strip->hollow = cell->mark == DZ_CELL_TWO_VALUES || cell->mark == DZ_CELL_CONFLICT;
  strip->open_right = cell->bound == DZ_BOUND_AT_LEAST && !isnan (strip->value);
  strip->open_left = cell->bound == DZ_BOUND_AT_MOST && !isnan (strip->value);
  if (figure != NULL)
    {
      g_autofree char *words = dz_briefing_figure_label (briefing, column, cell);

      strip->report_id = cell->report->id;
      strip->span = figure->span;
      dz_citations_note (briefing->book, cell->report->id, figure->span, words);
    }
}

static void
fill_strip (DzBodySheet *self,
            DzBodyStrip *strip,
            guint        column)
{
  DzBriefing *briefing = self->briefing;
  const DzColumnStatistics *statistics = dz_figure_table_get_statistics (briefing->figures, column);

  strip->median = statistics->usable.median;
  if (!isnan (statistics->usable.median))
    {
      g_autofree char *number = dz_format_number (statistics->usable.median);

      strip->median_label = g_strconcat ("中位 ", number, NULL);
    }
  fill_own (self, strip, column, own_cell (self, column));
}

/* Does this body report the column? */
static gboolean
reports_column (DzBodySheet *self,
                guint        column)
{
  return dz_figure_cell_is_reported (own_cell (self, column));
}

static gboolean
is_chosen (GArray *chosen,
           guint   column)
{
  for (guint i = 0; i < chosen->len; i++)
    if (g_array_index (chosen, guint, i) == column)
      return TRUE;

  return FALSE;
}

static gboolean
has_median (DzBodySheet *self,
            guint        column)
{
  return dz_figure_table_get_statistics (self->briefing->figures, column)->usable.has_median;
}

/* What everybody asks first, then columns with a median, those the body reports before those it
 * does not. */
static void
choose_strips (DzBodySheet *self,
               guint        n,
               GArray      *chosen)
{
  DzBriefing *briefing = self->briefing;
  GArray *columns = briefing->main_columns;
  const DzEntry *first = dz_gallery_get_first (briefing->codebook, "sheet");
  const char *indicator;

  for (guint i = 0; first != NULL && chosen->len < n && (indicator = dz_gallery_get_measure (first, i)) != NULL; i++)
    {
      int column = dz_figure_table_find_column (briefing->figures, indicator);

      if (column >= 0 && has_median (self, (guint) column) && reports_column (self, (guint) column))
        g_array_append_val (chosen, column);
    }
  for (guint pass = 0; pass < 4; pass++)
    for (guint i = 0; i < columns->len && chosen->len < n; i++)
      {
        guint column = g_array_index (columns, guint, i);
        gboolean median = has_median (self, column);

        /* a rate on a scale from 0 shows nothing */
        if (!is_chosen (chosen, column) &&
            g_strcmp0 (dz_figure_table_get_entry (briefing->figures, column)->kind, "rate") != 0 &&
            pass == (reports_column (self, column) ? (median ? 0 : 1) : (median ? 2 : 3)))
          g_array_append_val (chosen, column);
      }
}

static gint
compare_columns (gconstpointer a,
                 gconstpointer b)
{
  return *(const guint *) a < *(const guint *) b ? -1 : *(const guint *) a > *(const guint *) b;
}

/**
 * dz_body_sheet_add_strips:
 * @n: at most so many
 *
 * Adds, under its heading and legend, a strip an indicator: the other bodies, the median and the body itself.
 */
void
dz_body_sheet_add_strips (DzBodySheet *self,
                          GPtrArray   *blocks,
                          guint        n)
{
  g_autoptr(GArray) chosen = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(DzRich) heading = dz_rich_new ("主要数据与全县对照");
  g_autofree char *legend = NULL;
  const char *own;
  DzBodyStrips *strips;
  DzBlock *block;

  choose_strips (self, n, chosen);
  if (chosen->len == 0)
    return;
  g_array_sort (chosen, compare_columns);
  strips = dz_body_strips_new ();
  for (guint i = 0; i < chosen->len; i++)
    {
      guint column = g_array_index (chosen, guint, i);
      const DzEntry *entry = dz_figure_table_get_entry (self->briefing->figures, column);
      g_autofree char *name = dz_briefing_column_name (entry);
      DzBodyStrip *strip = dz_body_strips_add (strips, name, entry->unit, need_others (self->briefing, column), self->row);

      fill_strip (self, strip, column);
    }
  own = dz_briefing_name (self->briefing, self->body);
  legend = g_strdup_printf ("　细竖线：其他单位　粗竖线：中位数　圆点：%s　各格刻度不同",
                            g_utf8_strlen (own, -1) > LONGEST_NAME ? "本单位" : own);
  dz_rich_append_styled (heading, DZ_RICH_FINE, legend);
  block = dz_text_block_new (DZ_ROLE_HEADING_3, heading);
  g_ptr_array_add (blocks, block);
  g_ptr_array_add (blocks, &strips->parent);
}
