/* dz-series.c - labels and values ready to draw: filling in and reading
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-series.h"

#include <math.h>
#include <string.h>

static const DzCell missing_cell = { .high = NAN, .decimals = -1, .evidence = { 0, -1, { 0, 0 } } };
static const DzNaming not_named = { .evidence = { 0, -1, { 0, 0 } } };

static gpointer
make_key (guint row,
          guint column)
{
  g_assert (column < 4096);
  return GUINT_TO_POINTER (row * 4096 + column + 1);
}

static void
free_cell (gpointer data)
{
  DzCell *cell = data;

  g_free (cell->note);
  g_free (cell->words);
  g_free (cell);
}

static void
free_naming (gpointer data)
{
  DzNaming *naming = data;

  g_free (naming->words);
  g_free (naming);
}

static void
free_measure (gpointer data)
{
  DzMeasure *measure = data;

  g_free (measure->name);
  g_free (measure->short_name);
  g_free (measure);
}

static void
free_row (gpointer data)
{
  DzSeriesRow *row = data;

  g_free (row->name);
  g_free (row);
}

static void
free_code (gpointer data)
{
  DzSeriesCode *code = data;

  g_free (code->name);
  g_free (code->short_name);
  g_free (code->theme_name);
  g_free (code);
}

/**
 * dz_series_new:
 * @year: the reported year, 0 if there is none
 *
 * Returns: (transfer full): an empty series
 */
DzSeries *
dz_series_new (int year)
{
  DzSeries *self = g_new0 (DzSeries, 1);

  g_atomic_ref_count_init (&self->refs);
  self->year = year;
  self->common = 3;
  self->title = g_strdup ("");
  self->explanations = g_ptr_array_new_with_free_func (g_free);
  self->incomparable = g_ptr_array_new_with_free_func (g_free);
  self->groups = g_ptr_array_new_with_free_func (g_free);
  self->measures = g_ptr_array_new_with_free_func (free_measure);
  self->rows = g_ptr_array_new_with_free_func (free_row);
  self->codes = g_ptr_array_new_with_free_func (free_code);
  self->cells = g_hash_table_new_full (NULL, NULL, NULL, free_cell);
  self->namings = g_hash_table_new_full (NULL, NULL, NULL, free_naming);
  return self;
}

/**
 * dz_series_ref:
 *
 * Returns: (transfer full): @self
 */
DzSeries *
dz_series_ref (DzSeries *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);
  return self;
}

/**
 * dz_series_unref:
 * @self: (transfer full): a series
 */
void
dz_series_unref (DzSeries *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->sample);
  g_free (self->source);
  g_ptr_array_unref (self->explanations);
  g_ptr_array_unref (self->incomparable);
  g_ptr_array_unref (self->groups);
  g_ptr_array_unref (self->measures);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->codes);
  g_hash_table_unref (self->cells);
  g_hash_table_unref (self->namings);
  g_clear_pointer (&self->ranked, g_ptr_array_unref);
  g_free (self);
}

/**
 * dz_series_add_measure:
 * @id: (nullable): codebook id
 * @name: for the head of a panel, without its unit
 * @short_name: (nullable): for subtitle and legend; %NULL: as @name
 * @unit: (nullable): "件"
 * @kind: (nullable): kind of the codebook; %NULL: "count"
 *
 * Returns: (transfer none): the measure; set its year if it is not the series' own
 */
DzMeasure *
dz_series_add_measure (DzSeries   *self,
                       const char *id,
                       const char *name,
                       const char *short_name,
                       const char *unit,
                       const char *kind)
{
  DzMeasure *measure = g_new0 (DzMeasure, 1);

  measure->id = g_intern_string (id);
  measure->name = g_strdup (name);
  measure->short_name = g_strdup (short_name != NULL ? short_name : name);
  measure->unit = g_intern_string (unit != NULL ? unit : "");
  measure->kind = g_intern_string (kind != NULL ? kind : "count");
  g_ptr_array_add (self->measures, measure);
  return measure;
}

/**
 * dz_series_add_row:
 * @kind: (nullable): kind of body
 *
 * Adds a body, in roster order. It has a report unless the caller says otherwise.
 *
 * Returns: (transfer none): the row, for its other parts
 */
DzSeriesRow *
dz_series_add_row (DzSeries   *self,
                   gint64      body_id,
                   const char *name,
                   const char *kind)
{
  DzSeriesRow *row = g_new0 (DzSeriesRow, 1);

  row->body_id = body_id;
  row->name = g_strdup (name);
  row->kind = g_intern_string (kind);
  row->position = self->rows->len + 1;
  row->has_report = TRUE;
  row->group = -1;
  g_ptr_array_add (self->rows, row);
  return row;
}

/**
 * dz_series_add_code:
 * @short_name: (nullable): for the heat map; %NULL: as @name
 *
 * Returns: (transfer none): the code
 */
DzSeriesCode *
dz_series_add_code (DzSeries   *self,
                    const char *id,
                    const char *name,
                    const char *short_name,
                    const char *theme,
                    const char *theme_name)
{
  DzSeriesCode *code = g_new0 (DzSeriesCode, 1);

  code->id = g_intern_string (id);
  code->theme = g_intern_string (theme);
  code->name = g_strdup (name);
  code->short_name = g_strdup (short_name != NULL ? short_name : name);
  code->theme_name = g_strdup (theme_name);
  dz_theme_look_init (&code->look, NULL);
  g_ptr_array_add (self->codes, code);
  return code;
}

/**
 * dz_series_explain:
 * @sentence: what ＊ or 待核 mean here, with the numbers, ending in 。
 */
void
dz_series_explain (DzSeries   *self,
                   const char *sentence)
{
  g_ptr_array_add (self->explanations, g_strdup (sentence));
}

/**
 * dz_series_add_incomparable:
 * @line: from the stock of notes, without an end mark
 */
void
dz_series_add_incomparable (DzSeries   *self,
                            const char *line)
{
  g_ptr_array_add (self->incomparable, g_strdup (line));
}

static DzCell *
renew_cell (DzSeries *self,
            guint     row,
            guint     measure,
            DzMark    mark)
{
  DzCell *cell = g_new (DzCell, 1);

  *cell = missing_cell;
  cell->mark = mark;
  g_hash_table_insert (self->cells, make_key (row, measure), cell);
  g_clear_pointer (&self->ranked, g_ptr_array_unref);
  return cell;
}

/**
 * dz_series_set_value:
 *
 * Returns: (transfer none) (nullable): the cell, for its other parts (derived, decimals, mark)
 */
DzCell *
dz_series_set_value (DzSeries *self,
                     guint     row,
                     guint     measure,
                     double    value,
                     DzBound   bound)
{
  DzCell *cell;

  g_return_val_if_fail (row < self->rows->len && measure < self->measures->len, NULL);

  if (!isfinite (value)) /* no number, no ink: the figures were asked before, a quotient was not */
    return renew_cell (self, row, measure, DZ_MARK_MISSING);
  cell = renew_cell (self, row, measure, DZ_MARK_VALUE);
  cell->value = value;
  cell->bound = bound;
  return cell;
}

/**
 * dz_series_set_mark:
 * @mark: a mark without a value: missing, no report, not applicable
 *
 * Returns: (transfer none) (nullable): the cell
 */
DzCell *
dz_series_set_mark (DzSeries *self,
                    guint     row,
                    guint     measure,
                    DzMark    mark)
{
  g_return_val_if_fail (row < self->rows->len && measure < self->measures->len, NULL);

  return renew_cell (self, row, measure, mark);
}

/**
 * dz_series_set_two_values:
 *
 * A report that states two values, in either order.
 *
 * Returns: (transfer none) (nullable): the cell
 */
DzCell *
dz_series_set_two_values (DzSeries *self,
                          guint     row,
                          guint     measure,
                          double    a,
                          double    b)
{
  DzCell *cell;

  g_return_val_if_fail (row < self->rows->len && measure < self->measures->len, NULL);

  cell = renew_cell (self, row, measure, DZ_MARK_TWO_VALUES);
  cell->value = MIN (a, b);
  cell->high = MAX (a, b);
  return cell;
}

void
dz_cell_set_note (DzCell     *self,
                  const char *note)
{
  g_free (self->note);
  self->note = g_strdup (note);
}

void
dz_cell_set_words (DzCell     *self,
                   const char *words)
{
  g_free (self->words);
  self->words = g_strdup (words);
}

void
dz_cell_set_evidence (DzCell *self,
                      gint64  report_id,
                      int     index,
                      DzSpan  span)
{
  self->evidence = (DzEvidence) { report_id, index, span };
}

/**
 * dz_series_set_naming:
 * @grade: of the plan's answer; counts for %DZ_NAMED only
 *
 * Returns: (transfer none) (nullable): the naming, for its words and evidence
 */
DzNaming *
dz_series_set_naming (DzSeries *self,
                      guint     row,
                      guint     code,
                      DzNamed   named,
                      DzGrade   grade)
{
  DzNaming *naming;

  g_return_val_if_fail (row < self->rows->len && code < self->codes->len, NULL);

  naming = g_new (DzNaming, 1);
  *naming = not_named;
  naming->named = named;
  naming->grade = grade;
  g_hash_table_insert (self->namings, make_key (row, code), naming);
  return naming;
}

void
dz_naming_set_words (DzNaming   *self,
                     const char *words)
{
  g_free (self->words);
  self->words = g_strdup (words);
}

guint
dz_series_get_n_rows (DzSeries *self)
{
  return self->rows->len;
}

guint
dz_series_get_n_measures (DzSeries *self)
{
  return self->measures->len;
}

guint
dz_series_get_n_codes (DzSeries *self)
{
  return self->codes->len;
}

const DzSeriesRow *
dz_series_get_row (DzSeries *self,
                   guint     row)
{
  g_return_val_if_fail (row < self->rows->len, NULL);

  return g_ptr_array_index (self->rows, row);
}

const DzMeasure *
dz_series_get_measure (DzSeries *self,
                       guint     measure)
{
  g_return_val_if_fail (measure < self->measures->len, NULL);

  return g_ptr_array_index (self->measures, measure);
}

const DzSeriesCode *
dz_series_get_code (DzSeries *self,
                    guint     code)
{
  g_return_val_if_fail (code < self->codes->len, NULL);

  return g_ptr_array_index (self->codes, code);
}

/**
 * dz_series_get_cell:
 *
 * Returns: (transfer none) (not nullable): the cell; one that nobody filled is missing
 */
const DzCell *
dz_series_get_cell (DzSeries *self,
                    guint     row,
                    guint     measure)
{
  const DzCell *cell = g_hash_table_lookup (self->cells, make_key (row, measure));

  return cell != NULL ? cell : &missing_cell;
}

/**
 * dz_series_get_naming:
 *
 * Returns: (transfer none) (not nullable): the naming; one that nobody filled is not named
 */
const DzNaming *
dz_series_get_naming (DzSeries *self,
                      guint     row,
                      guint     code)
{
  const DzNaming *naming = g_hash_table_lookup (self->namings, make_key (row, code));

  return naming != NULL ? naming : &not_named;
}

/**
 * dz_series_find_body:
 *
 * Returns: its row, or -1
 */
int
dz_series_find_body (DzSeries *self,
                     gint64    body_id)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (dz_series_get_row (self, i)->body_id == body_id)
      return (int) i;
  return -1;
}

/**
 * dz_series_count_named:
 *
 * Returns: bodies that name the code; suggestions do not count
 */
guint
dz_series_count_named (DzSeries *self,
                       guint     code)
{
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    n += dz_series_get_naming (self, i, code)->named == DZ_NAMED;
  return n;
}

gboolean
dz_cell_has_value (const DzCell *self)
{
  return self->mark >= DZ_MARK_VALUE;
}

gboolean
dz_cell_is_usable (const DzCell *self)
{
  return self->mark == DZ_MARK_VALUE;
}
