/* dz-weakness-table.c - chosen reports side by side by weakness: 对照阅读 · 按问题
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-weakness-table.h"

struct _DzWeaknessRow
{
  GObject parent_instance;

  DzReview *review;
  DzCodebook *codebook;
  const DzEntry *entry;
  guint theme_position;
  guint count;  /* columns that name it */
  gsize first;  /* where the first column says it, G_MAXSIZE if it does not */
  GArray *cells;
};

G_DEFINE_FINAL_TYPE (DzWeaknessRow, dz_weakness_row, G_TYPE_OBJECT)

struct _DzWeaknessTable
{
  GObject parent_instance;

  DzReview *review;
  DzCodebook *codebook;
  GPtrArray *reports; /* DzReport, borrowed from the review */
  GPtrArray *all;     /* DzWeaknessRow in codebook order */
  GListStore *rows;   /* those shown, arranged */
};

G_DEFINE_FINAL_TYPE (DzWeaknessTable, dz_weakness_table, G_TYPE_OBJECT)

static void
clear_cell (gpointer cell)
{
  dz_weakness_cell_clear (cell);
}

static void
dz_weakness_row_finalize (GObject *object)
{
  DzWeaknessRow *self = DZ_WEAKNESS_ROW (object);

  g_array_unref (self->cells);
  g_clear_pointer (&self->review, dz_review_unref);
  g_clear_pointer (&self->codebook, dz_codebook_unref);

  G_OBJECT_CLASS (dz_weakness_row_parent_class)->finalize (object);
}

static void
dz_weakness_row_class_init (DzWeaknessRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dz_weakness_row_finalize;
}

static void
dz_weakness_row_init (DzWeaknessRow *self)
{
  self->cells = g_array_new (FALSE, TRUE, sizeof (DzWeaknessCell));
  g_array_set_clear_func (self->cells, clear_cell);
  self->first = G_MAXSIZE;
}

/**
 * dz_weakness_row_get_entry:
 *
 * Returns: (transfer none): the code
 */
const DzEntry *
dz_weakness_row_get_entry (DzWeaknessRow *self)
{
  g_return_val_if_fail (DZ_IS_WEAKNESS_ROW (self), NULL);

  return self->entry;
}

/**
 * dz_weakness_row_get_count:
 *
 * Returns: M: columns that name it
 */
guint
dz_weakness_row_get_count (DzWeaknessRow *self)
{
  g_return_val_if_fail (DZ_IS_WEAKNESS_ROW (self), 0);

  return self->count;
}

/**
 * dz_weakness_row_get_cell:
 *
 * Returns: (transfer none): the cell
 */
const DzWeaknessCell *
dz_weakness_row_get_cell (DzWeaknessRow *self,
                          guint          column)
{
  g_return_val_if_fail (DZ_IS_WEAKNESS_ROW (self), NULL);
  g_return_val_if_fail (column < self->cells->len, NULL);

  return &g_array_index (self->cells, DzWeaknessCell, column);
}

static void
dz_weakness_table_finalize (GObject *object)
{
  DzWeaknessTable *self = DZ_WEAKNESS_TABLE (object);

  g_clear_object (&self->rows);
  g_ptr_array_unref (self->reports);
  g_ptr_array_unref (self->all);
  g_clear_pointer (&self->review, dz_review_unref);
  g_clear_pointer (&self->codebook, dz_codebook_unref);

  G_OBJECT_CLASS (dz_weakness_table_parent_class)->finalize (object);
}

static void
dz_weakness_table_class_init (DzWeaknessTableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dz_weakness_table_finalize;
}

static void
dz_weakness_table_init (DzWeaknessTable *self)
{
  self->rows = g_list_store_new (DZ_TYPE_WEAKNESS_ROW);
  self->reports = g_ptr_array_new ();
  self->all = g_ptr_array_new_with_free_func (g_object_unref);
}

static DzWeaknessRow *
make_row (DzWeaknessTable *self,
          const DzEntry   *entry)
{
  DzWeaknessRow *row = g_object_new (DZ_TYPE_WEAKNESS_ROW, NULL);
  const DzEntry *theme = dz_weakness_find_theme (self->codebook, entry);

  row->review = dz_review_ref (self->review);
  row->codebook = dz_codebook_ref (self->codebook);
  row->entry = entry;
  row->theme_position = theme != NULL ? theme->position : G_MAXUINT;
  for (guint i = 0; i < self->reports->len; i++)
    {
      DzWeaknessCell cell;

      dz_weakness_cell_fill (&cell, self->review, g_ptr_array_index (self->reports, i), entry->id);
      g_array_append_val (row->cells, cell);
      row->count += cell.naming == DZ_NAMING_NAMED;
      if (i == 0 && cell.weaknesses->len > 0)
        row->first = dz_weakness_cell_get (&cell, 0)->span.start;
    }

  return row;
}

static gboolean
has_words (DzWeaknessRow *row)
{
  for (guint i = 0; i < row->cells->len; i++)
    if (g_array_index (row->cells, DzWeaknessCell, i).weaknesses->len > 0)
      return TRUE;

  return FALSE;
}

/**
 * dz_weakness_table_new:
 * @report_ids: (array length=n_reports): the columns, from left to right; unknown ids are left out
 *
 * Returns: (transfer full): the table, arranged by count, all rows shown
 */
DzWeaknessTable *
dz_weakness_table_new (DzReview     *review,
                       DzCodebook   *codebook,
                       const gint64 *report_ids,
                       guint         n_reports)
{
  DzWeaknessTable *self = g_object_new (DZ_TYPE_WEAKNESS_TABLE, NULL);
  GPtrArray *codes;

  g_return_val_if_fail (review != NULL && codebook != NULL, self);

  self->review = dz_review_ref (review);
  self->codebook = dz_codebook_ref (codebook);
  for (guint i = 0; i < n_reports; i++)
    {
      DzReport *report = dz_review_find_report (review, report_ids[i]);

      if (report != NULL)
        g_ptr_array_add (self->reports, report);
    }
  codes = dz_codebook_list (codebook, DZ_ENTRY_WEAKNESS);
  for (guint i = 0; i < codes->len; i++)
    {
      g_autoptr(DzWeaknessRow) row = make_row (self, g_ptr_array_index (codes, i));

      if (has_words (row))
        g_ptr_array_add (self->all, g_steal_pointer (&row));
    }
  dz_weakness_table_arrange (self, DZ_WEAKNESS_SORT_COUNT, DZ_WEAKNESS_SHOW_ALL);

  return self;
}

/**
 * dz_weakness_table_get_rows:
 *
 * Returns: (transfer none): the rows shown (#DzWeaknessRow)
 */
GListModel *
dz_weakness_table_get_rows (DzWeaknessTable *self)
{
  g_return_val_if_fail (DZ_IS_WEAKNESS_TABLE (self), NULL);

  return G_LIST_MODEL (self->rows);
}

static gboolean
lacks_answer (DzWeaknessRow *row)
{
  for (guint i = 0; i < row->cells->len; i++)
    {
      const DzWeaknessCell *cell = &g_array_index (row->cells, DzWeaknessCell, i);

      if (cell->weaknesses->len > 0 && cell->grade < DZ_GRADE_PARTIAL)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_shown (DzWeaknessRow *row,
          DzWeaknessShow show)
{
  switch (show)
    {
    case DZ_WEAKNESS_SHOW_SHARED:     return row->count >= 2;
    case DZ_WEAKNESS_SHOW_SINGLE:     return row->count == 1;
    case DZ_WEAKNESS_SHOW_UNANSWERED: return lacks_answer (row);
    case DZ_WEAKNESS_SHOW_ALL:
    default:                          return TRUE;
    }
}

static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer      sort)
{
  const DzWeaknessRow *x = *(DzWeaknessRow *const *) a;
  const DzWeaknessRow *y = *(DzWeaknessRow *const *) b;

  if (GPOINTER_TO_UINT (sort) == DZ_WEAKNESS_SORT_COUNT && x->count != y->count)
    return x->count > y->count ? -1 : 1;
  if (GPOINTER_TO_UINT (sort) == DZ_WEAKNESS_SORT_FIRST && x->first != y->first)
    return x->first < y->first ? -1 : 1;
  if (x->theme_position != y->theme_position)
    return x->theme_position < y->theme_position ? -1 : 1;

  return (int) x->entry->position - (int) y->entry->position;
}

/**
 * dz_weakness_table_arrange:
 *
 * Sorts the rows and shows those asked for; the model tells of it in one change.
 */
void
dz_weakness_table_arrange (DzWeaknessTable *self,
                           DzWeaknessSort   sort,
                           DzWeaknessShow   show)
{
  g_autoptr(GPtrArray) shown = g_ptr_array_new ();

  g_return_if_fail (DZ_IS_WEAKNESS_TABLE (self));

  for (guint i = 0; i < self->all->len; i++)
    if (is_shown (g_ptr_array_index (self->all, i), show))
      g_ptr_array_add (shown, g_ptr_array_index (self->all, i));
  g_ptr_array_sort_with_data (shown, compare_rows, GUINT_TO_POINTER (sort));
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)),
                       shown->pdata, shown->len);
}

guint
dz_weakness_table_get_n_columns (DzWeaknessTable *self)
{
  g_return_val_if_fail (DZ_IS_WEAKNESS_TABLE (self), 0);

  return self->reports->len;
}

static void
append_cell (GString              *string,
             const DzWeaknessCell *cell)
{
  const DzWeakness *weakness = dz_weakness_cell_get (cell, 0);
  g_autofree char *words = NULL;

  g_string_append_c (string, '\t');
  if (weakness == NULL)
    {
      g_string_append (string, "未提出");
      return;
    }
  words = dz_text_dup_line (cell->report->text, weakness->span);
  g_string_append (string, words);
  if (cell->weaknesses->len > 1)
    g_string_append_printf (string, "（另%u句）", cell->weaknesses->len - 1);
}

/**
 * dz_weakness_table_to_tsv:
 *
 * Returns: (transfer full): the rows shown, tab-separated, with a head: for the clipboard
 */
char *
dz_weakness_table_to_tsv (DzWeaknessTable *self)
{
  GString *string = g_string_new ("问题");

  g_return_val_if_fail (DZ_IS_WEAKNESS_TABLE (self), g_string_free (string, FALSE));

  for (guint i = 0; i < self->reports->len; i++)
    {
      DzReport *report = g_ptr_array_index (self->reports, i);
      const DzBody *body = dz_review_find_body (self->review, report->body_id);

      g_string_append_printf (string, "\t%s%d年", body != NULL ? body->name : "",
                              report->identity.year);
    }
  g_string_append_c (string, '\n');
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    {
      g_autoptr(DzWeaknessRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      g_string_append (string, row->entry->name);
      for (guint k = 0; k < row->cells->len; k++)
        append_cell (string, &g_array_index (row->cells, DzWeaknessCell, k));
      g_string_append_c (string, '\n');
    }

  return g_string_free (string, FALSE);
}
