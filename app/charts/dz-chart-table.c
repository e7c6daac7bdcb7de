/* dz-chart-table.c - a chart as text: same rows, order and signs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-chart.h"

#include "dz-chart-marks.h"

static void
free_cells (gpointer data)
{
  g_strfreev (data);
}

static DzChartTable *
table_new (GPtrArray *head)
{
  DzChartTable *table = g_new0 (DzChartTable, 1);

  g_ptr_array_add (head, NULL);
  table->head = (char **) g_ptr_array_free (head, FALSE);
  table->rows = g_ptr_array_new_with_free_func (free_cells);
  table->row_indexes = g_array_new (FALSE, FALSE, sizeof (int));
  return table;
}

/**
 * dz_chart_table_free:
 * @self: (transfer full): a table
 */
void
dz_chart_table_free (DzChartTable *self)
{
  g_strfreev (self->head);
  g_ptr_array_unref (self->rows);
  g_array_unref (self->row_indexes);
  g_free (self);
}

static void
add_row (DzChartTable *table,
         GPtrArray    *cells,
         int           index)
{
  g_ptr_array_add (cells, NULL);
  g_ptr_array_add (table->rows, g_ptr_array_free (cells, FALSE));
  g_array_append_val (table->row_indexes, index);
}

static char *
make_head (DzSeries *series,
           guint     measure)
{
  const DzMeasure *info = dz_series_get_measure (series, measure);
  g_autofree char *year = info->year > 0 && info->year != series->year
                            ? g_strdup_printf ("%d年", info->year) : g_strdup ("");

  return info->unit[0] != '\0' ? g_strdup_printf ("%s%s（%s）", year, info->name, info->unit)
                               : g_strdup_printf ("%s%s", year, info->name);
}

static char *
make_cell (const DzCell *cell)
{
  g_autofree char *label = dz_cell_dup_label (cell, FALSE);
  const char *word = dz_mark_word (cell);
  const char *note = cell->note != NULL ? cell->note : "";

  return g_strconcat (label, word != NULL ? " " : "", word != NULL ? word : "",
                      note[0] != '\0' ? " " : "", note, NULL);
}

static DzChartTable *
make_figures (DzSeries *series)
{
  g_autofree guint *order = dz_series_dup_order (series);
  GPtrArray *head = g_ptr_array_new ();
  DzChartTable *table;

  g_ptr_array_add (head, g_strdup ("单位"));
  for (guint m = 0; m < dz_series_get_n_measures (series); m++)
    g_ptr_array_add (head, make_head (series, m));
  table = table_new (head);
  for (guint i = 0; i < dz_series_get_n_rows (series); i++)
    {
      GPtrArray *cells = g_ptr_array_new ();

      g_ptr_array_add (cells, g_strdup (dz_series_get_row (series, order[i])->name));
      for (guint m = 0; m < dz_series_get_n_measures (series); m++)
        g_ptr_array_add (cells, make_cell (dz_series_get_cell (series, order[i], m)));
      add_row (table, cells, (int) order[i]);
    }
  return table;
}

static char *
list_names (DzSeries *series,
            guint     code,
            DzNamed   named)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < dz_series_get_n_rows (series); i++)
    if (dz_series_get_naming (series, i, code)->named == named)
      g_string_append_printf (out, "%s%s", out->len > 0 ? "、" : "",
                              dz_series_get_row (series, i)->name);
  return g_string_free (out, FALSE);
}

static DzChartTable *
make_codes (DzSeries *series)
{
  GPtrArray *head = g_ptr_array_new ();
  DzChartTable *table;

  g_ptr_array_add (head, g_strdup ("主题"));
  g_ptr_array_add (head, g_strdup ("问题"));
  g_ptr_array_add (head, g_strdup ("单位数"));
  g_ptr_array_add (head, g_strdup ("提出的单位"));
  g_ptr_array_add (head, g_strdup ("待确认"));
  table = table_new (head);
  for (guint c = 0; c < dz_series_get_n_codes (series); c++)
    {
      const DzSeriesCode *code = dz_series_get_code (series, c);
      GPtrArray *cells = g_ptr_array_new ();

      g_ptr_array_add (cells, g_strdup (code->theme_name));
      g_ptr_array_add (cells, g_strdup (code->name));
      g_ptr_array_add (cells, g_strdup_printf ("%u", dz_series_count_named (series, c)));
      g_ptr_array_add (cells, list_names (series, c, DZ_NAMED));
      g_ptr_array_add (cells, list_names (series, c, DZ_NAMED_SUGGESTED));
      add_row (table, cells, (int) c);
    }
  return table;
}

/**
 * dz_chart_make_table:
 *
 * The table alternative: what a screen reader gets, what is copied as text.
 *
 * Returns: (transfer full): the table
 */
DzChartTable *
dz_chart_make_table (const DzChart *self,
                     DzSeries      *series)
{
  g_return_val_if_fail (self != NULL && series != NULL, NULL);

  if (self->table != NULL)
    return self->table (series);
  return dz_series_get_n_codes (series) > 0 ? make_codes (series) : make_figures (series);
}
