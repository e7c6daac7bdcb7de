/* dz-table-plan.c - a table of the county as it was understood, before it is kept
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-table-plan.h"

#include "dz-report.h"

#include <math.h>
#include <string.h>

static void
clear_column (gpointer data)
{
  DzPlanColumn *column = data;

  g_free (column->head);
  g_free (column->key);
  g_free (column->unit);
  g_free (column->sample);
}

/**
 * dz_table_plan_new:
 * @sheet: (nullable)
 * @title: (nullable)
 *
 * Returns: (transfer full): a table without columns
 */
DzTablePlan *
dz_table_plan_new (const char *file,
                   const char *sheet,
                   const char *title)
{
  DzTablePlan *self = g_new0 (DzTablePlan, 1);

  self->file = g_strdup (file);
  self->sheet = g_strdup (sheet);
  self->title = g_strdup (title);
  self->columns = g_array_new (FALSE, TRUE, sizeof (DzPlanColumn));
  g_array_set_clear_func (self->columns, clear_column);
  self->cells = g_array_new (FALSE, TRUE, sizeof (DzTableCell));
  self->strangers = g_ptr_array_new_with_free_func (g_free);
  self->unread = g_ptr_array_new_with_free_func (g_free);
  self->again = g_ptr_array_new_with_free_func (g_free);

  return self;
}

void
dz_table_plan_free (DzTablePlan *self)
{
  if (self == NULL)
    return;

  g_free (self->file);
  g_free (self->sheet);
  g_free (self->title);
  g_free (self->sha256);
  g_array_unref (self->columns);
  g_array_unref (self->cells);
  g_ptr_array_unref (self->strangers);
  g_ptr_array_unref (self->unread);
  g_ptr_array_unref (self->again);
  g_free (self);
}

/**
 * dz_table_plan_say:
 * @indicator: (nullable): %NULL: the column is left out
 *
 * A person says what a column counts.
 */
void
dz_table_plan_say (DzTablePlan *self,
                   guint        column,
                   const char  *indicator)
{
  DzPlanColumn *one = &g_array_index (self->columns, DzPlanColumn, column);

  one->indicator = g_intern_string (indicator);
  one->ground = DZ_COLUMN_SAID;
  one->asked = FALSE;
}

/**
 * dz_table_plan_set_year:
 *
 * A person says of which year a table is.
 */
void
dz_table_plan_set_year (DzTablePlan *self,
                        int          year)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      DzPlanColumn *column = &g_array_index (self->columns, DzPlanColumn, i);

      if (column->year == 0 || (self->year != 0 && column->year == self->year - column->years_back))
        column->year = year - column->years_back;
    }
  self->year = year;
}

/**
 * dz_table_plan_count_asked:
 *
 * Returns: how many columns a person has to say something about
 */
guint
dz_table_plan_count_asked (const DzTablePlan *self)
{
  guint n = 0;

  for (guint i = 0; i < self->columns->len; i++)
    n += g_array_index (self->columns, DzPlanColumn, i).asked;

  return n;
}

/* 万元 -> 元 and 10000; what is left of the word stays. */
static double
strip_scale (const char **unit)
{
  static const struct { const char *word; double factor; } scales[] = {
    { "百万", 1e6 }, { "千万", 1e7 }, { "万", 1e4 }, { "亿", 1e8 }, { "千", 1e3 }, { "百", 1e2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    /* 千米 is a unit of its own */
    if (g_str_has_prefix (*unit, scales[i].word) && !g_str_has_prefix (*unit, "千米"))
      {
        *unit += strlen (scales[i].word);
        return scales[i].factor;
      }

  return 1;
}

/**
 * dz_unit_factor:
 * @from: (nullable): "万元", "万人次", "公顷", "件"; "" and %NULL: not told
 * @to: (nullable): the base unit of an indicator
 *
 * Returns: what turns a number of @from into one of @to; %NAN where the two measure different things
 */
double
dz_unit_factor (const char *from,
                const char *to)
{
  static const struct { const char *word; const char *base; double factor; } sizes[] = {
    { "元", "元", 1 },           { "块", "元", 1 },         { "%", "%", 1 },
    { "％", "%", 1 },            { "平方米", "平方米", 1 }, { "㎡", "平方米", 1 },
    { "平米", "平方米", 1 },     { "平方", "平方米", 1 },   { "亩", "亩", 1 },
    { "公顷", "亩", 15 },        { "平方公里", "平方公里", 1 }, { "平方千米", "平方公里", 1 },
    { "公顷", "平方米", 10000 }, { "亩", "平方米", 10000.0 / 15 }, { "平方米", "亩", 15 / 10000.0 },
  };
  double factor;
  gboolean size = FALSE;

  if (from == NULL || *from == '\0')
    return 1;
  factor = strip_scale (&from);
  if (to == NULL || *from == '\0')
    return factor;
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      if (g_str_equal (sizes[i].word, from) && g_str_equal (sizes[i].base, to))
        return factor * sizes[i].factor;
      size = size || g_str_equal (sizes[i].word, from) || g_str_equal (sizes[i].base, to);
    }

  /* 件, 起, 宗: what is counted is one, whatever the measure word */
  return size ? NAN : factor;
}

static gboolean
is_used (const DzPlanColumn *column,
         DzCodebook          *codebook)
{
  const DzEntry *entry =
    column->indicator != NULL ? dz_codebook_find (codebook, DZ_ENTRY_INDICATOR, column->indicator) : NULL;

  return entry != NULL && !column->asked && column->year != 0 && !isnan (dz_unit_factor (column->unit, entry->unit));
}

/**
 * dz_table_plan_make:
 *
 * Returns: (transfer full): what is to be kept: the cells of columns that are no question any more
 */
DzCountyTable *
dz_table_plan_make (const DzTablePlan *self,
                    DzCodebook        *codebook)
{
  DzCountyTable *table = dz_county_table_new (self->file, self->sheet, self->title, self->sha256);

  for (guint i = 0; i < self->cells->len; i++)
    {
      const DzTableCell *cell = &g_array_index (self->cells, DzTableCell, i);
      const DzPlanColumn *column = &g_array_index (self->columns, DzPlanColumn, cell->column);
      DzCountyValue value = { 0 };

      if (!is_used (column, codebook))
        continue;
      value.body_id = cell->body_id;
      value.year = column->year;
      value.indicator = column->indicator;
      value.value = cell->value * dz_unit_factor (column->unit, dz_codebook_find (codebook, DZ_ENTRY_INDICATOR,
                                                                                   column->indicator)->unit);
      if (column->share)
        value.value *= 100;
      /* 12.3万元 is 123000元, and not a hair less */
      value.value = round (value.value * 1e6) / 1e6;
      value.sure = column->ground >= DZ_COLUMN_NAMED;
      value.head = g_intern_string (column->head);
      value.cell = cell->place;
      if (dz_figure_is_value (value.value))
        g_array_append_val (table->values, value);
    }

  return table;
}

/**
 * dz_table_plan_remember:
 * @heads: (element-type utf8): as in #DzCounty: what was said of this table's columns is put in
 */
void
dz_table_plan_remember (const DzTablePlan *self,
                        GPtrArray         *heads)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const DzPlanColumn *column = &g_array_index (self->columns, DzPlanColumn, i);
      g_autofree char *begin = g_strconcat (column->key, "\t", NULL);

      if (column->ground != DZ_COLUMN_SAID)
        continue;
      for (guint k = heads->len; k > 0; k--)
        if (g_str_has_prefix (g_ptr_array_index (heads, k - 1), begin))
          g_ptr_array_remove_index (heads, k - 1);
      g_ptr_array_add (heads, g_strconcat (begin, column->indicator != NULL ? column->indicator : "", NULL));
    }
}
