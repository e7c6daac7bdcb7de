/* dz-common-weaknesses.c - which weaknesses several bodies name: 共性问题
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-common-weaknesses.h"

#include "dz-past.h"

#include <math.h>

struct _DzCommonRow
{
  GObject parent_instance;

  DzReview *review;     /* keeps the bodies and reports of the cells */
  DzCodebook *codebook; /* keeps the entry */
  const DzEntry *entry;
  guint theme_position;
  guint rank;
  guint total;
  gboolean common;
  GArray *cells;        /* DzWeaknessCell, a body of the scope each */
  GPtrArray *columns;   /* DzBody, shared with the table */
  GPtrArray *bodies;    /* DzBody that name it */
  GPtrArray *suggested; /* DzBody */
  DzAnswerCounts answers;
};

G_DEFINE_FINAL_TYPE (DzCommonRow, dz_common_row, G_TYPE_OBJECT)

struct _DzCommonWeaknesses
{
  GObject parent_instance;

  DzReview *review;
  DzCodebook *codebook;
  int year;
  GListStore *rows[DZ_COMMON_SINGLE + 1];
  GPtrArray *bodies;       /* DzBody */
  GPtrArray *without_part; /* DzBody */
  GArray *uncoded;         /* DzUncoded */
  guint n_reported;
  DzAnswerCounts answers;
};

G_DEFINE_FINAL_TYPE (DzCommonWeaknesses, dz_common_weaknesses, G_TYPE_OBJECT)

static void
clear_cell (gpointer cell)
{
  dz_weakness_cell_clear (cell);
}

static void
dz_common_row_finalize (GObject *object)
{
  DzCommonRow *self = DZ_COMMON_ROW (object);

  g_array_unref (self->cells);
  g_ptr_array_unref (self->bodies);
  g_ptr_array_unref (self->suggested);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_pointer (&self->review, dz_review_unref);
  g_clear_pointer (&self->codebook, dz_codebook_unref);

  G_OBJECT_CLASS (dz_common_row_parent_class)->finalize (object);
}

static void
dz_common_row_class_init (DzCommonRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dz_common_row_finalize;
}

static void
dz_common_row_init (DzCommonRow *self)
{
  self->cells = g_array_new (FALSE, TRUE, sizeof (DzWeaknessCell));
  g_array_set_clear_func (self->cells, clear_cell);
  self->bodies = g_ptr_array_new ();
  self->suggested = g_ptr_array_new ();
}

/**
 * dz_common_row_get_entry:
 *
 * Returns: (transfer none): the code
 */
const DzEntry *
dz_common_row_get_entry (DzCommonRow *self)
{
  g_return_val_if_fail (DZ_IS_COMMON_ROW (self), NULL);

  return self->entry;
}

/**
 * dz_common_row_get_rank:
 *
 * Returns: place from 1; codes with the same count share the first of their places
 */
guint
dz_common_row_get_rank (DzCommonRow *self)
{
  g_return_val_if_fail (DZ_IS_COMMON_ROW (self), 0);

  return self->rank;
}

/**
 * dz_common_row_get_count:
 *
 * Returns: M: bodies that name it
 */
guint
dz_common_row_get_count (DzCommonRow *self)
{
  g_return_val_if_fail (DZ_IS_COMMON_ROW (self), 0);

  return self->bodies->len;
}

/* Whether a body before the @n-th names it in the same words. */
static gboolean
repeats_another (DzCommonRow *self,
                 guint        n)
{
  const DzWeaknessCell *cell = dz_common_row_get_cell (self, n);

  for (guint i = 0; i < n; i++)
    {
      const DzWeaknessCell *other = dz_common_row_get_cell (self, i);

      for (guint k = 0; other->naming == DZ_NAMING_NAMED && k < cell->same_as->len; k++)
        if (g_array_index (cell->same_as, gint64, k) == other->report->body_id)
          return TRUE;
    }

  return FALSE;
}

/**
 * dz_common_row_count_once:
 *
 * Returns: the bodies that name it, those that do so in the same words as another counted once
 */
guint
dz_common_row_count_once (DzCommonRow *self)
{
  guint count = 0;

  g_return_val_if_fail (DZ_IS_COMMON_ROW (self), 0);

  for (guint i = 0; i < dz_common_row_get_n_cells (self); i++)
    count += dz_common_row_get_cell (self, i)->naming == DZ_NAMING_NAMED && !repeats_another (self, i);

  return count;
}

/**
 * dz_common_row_get_total:
 *
 * Returns: N: bodies that reported
 */
guint
dz_common_row_get_total (DzCommonRow *self)
{
  g_return_val_if_fail (DZ_IS_COMMON_ROW (self), 0);

  return self->total;
}

/**
 * dz_common_row_get_kind_count:
 * @kind_group: as dz_scope_filter_list_kinds() gives them
 * @total: (out) (optional): bodies of that kind that reported
 *
 * Returns: bodies of that kind that name it
 */
guint
dz_common_row_get_kind_count (DzCommonRow *self,
                              const char  *kind_group,
                              guint       *total)
{
  const char *group = g_intern_string (kind_group);
  guint count = 0;
  guint all = 0;

  g_return_val_if_fail (DZ_IS_COMMON_ROW (self), 0);

  for (guint i = 0; i < self->columns->len; i++)
    {
      const DzBody *body = g_ptr_array_index (self->columns, i);
      const DzWeaknessCell *cell = &g_array_index (self->cells, DzWeaknessCell, i);

      if (dz_body_kind_group (body->kind) != group)
        continue;
      all += cell->report != NULL;
      count += cell->naming == DZ_NAMING_NAMED;
    }
  if (total != NULL)
    *total = all;

  return count;
}

/**
 * dz_common_row_get_bodies:
 *
 * Returns: (transfer none) (element-type DzBody): those that name it, in roster order
 */
GPtrArray *
dz_common_row_get_bodies (DzCommonRow *self)
{
  g_return_val_if_fail (DZ_IS_COMMON_ROW (self), NULL);

  return self->bodies;
}

/**
 * dz_common_row_get_suggested:
 *
 * Returns: (transfer none) (element-type DzBody): those whose words wait to be confirmed
 */
GPtrArray *
dz_common_row_get_suggested (DzCommonRow *self)
{
  g_return_val_if_fail (DZ_IS_COMMON_ROW (self), NULL);

  return self->suggested;
}

guint
dz_common_row_get_n_cells (DzCommonRow *self)
{
  g_return_val_if_fail (DZ_IS_COMMON_ROW (self), 0);

  return self->cells->len;
}

/**
 * dz_common_row_get_cell:
 * @body: place in dz_common_weaknesses_get_bodies()
 *
 * Returns: (transfer none): the cell
 */
const DzWeaknessCell *
dz_common_row_get_cell (DzCommonRow *self,
                        guint        body)
{
  g_return_val_if_fail (DZ_IS_COMMON_ROW (self), NULL);
  g_return_val_if_fail (body < self->cells->len, NULL);

  return &g_array_index (self->cells, DzWeaknessCell, body);
}

/**
 * dz_common_row_get_answers:
 *
 * Returns: (transfer none): how the plans answer this code, a body each
 */
const DzAnswerCounts *
dz_common_row_get_answers (DzCommonRow *self)
{
  g_return_val_if_fail (DZ_IS_COMMON_ROW (self), NULL);

  return &self->answers;
}

/**
 * dz_common_row_is_common:
 *
 * Returns: whether so many bodies name it that the briefing calls it common (county setting)
 */
gboolean
dz_common_row_is_common (DzCommonRow *self)
{
  g_return_val_if_fail (DZ_IS_COMMON_ROW (self), FALSE);

  return self->common;
}

/* ---- the table ---- */

static void
dz_common_weaknesses_finalize (GObject *object)
{
  DzCommonWeaknesses *self = DZ_COMMON_WEAKNESSES (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->rows); i++)
    g_clear_object (&self->rows[i]);
  g_clear_pointer (&self->bodies, g_ptr_array_unref);
  g_ptr_array_unref (self->without_part);
  g_array_unref (self->uncoded);
  g_clear_pointer (&self->review, dz_review_unref);
  g_clear_pointer (&self->codebook, dz_codebook_unref);

  G_OBJECT_CLASS (dz_common_weaknesses_parent_class)->finalize (object);
}

static void
dz_common_weaknesses_class_init (DzCommonWeaknessesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dz_common_weaknesses_finalize;
}

static void
dz_common_weaknesses_init (DzCommonWeaknesses *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->rows); i++)
    self->rows[i] = g_list_store_new (DZ_TYPE_COMMON_ROW);
  self->without_part = g_ptr_array_new ();
  self->uncoded = g_array_new (FALSE, FALSE, sizeof (DzUncoded));
}

static void
count_answer (DzAnswerCounts       *answers,
              const DzWeaknessCell *cell)
{
  answers->total++;
  answers->open += cell->open;
  answers->direct += cell->grade == DZ_GRADE_DIRECT;
  answers->partial += cell->grade == DZ_GRADE_PARTIAL;
  answers->generic += cell->grade == DZ_GRADE_GENERIC && !cell->open;
  answers->none += cell->grade == DZ_GRADE_NONE && !cell->open;
}

/* A body's report of the year with what it goes back to, looked up once for all codes. */
typedef struct
{
  DzReport *report; /* (nullable) */
  GPtrArray *lasts; /* (nullable) */
} Column;

static void
column_clear (gpointer data)
{
  g_clear_pointer (&((Column *) data)->lasts, g_ptr_array_unref);
}

static GArray *
list_columns (DzCommonWeaknesses *self)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (Column));

  g_array_set_clear_func (columns, column_clear);
  for (guint i = 0; i < self->bodies->len; i++)
    {
      const DzBody *body = g_ptr_array_index (self->bodies, i);
      Column column = { dz_review_report_of (self->review, body->id, self->year), NULL };

      if (column.report != NULL)
        column.lasts = dz_review_list_before (self->review, body->id, self->year);
      g_array_append_val (columns, column);
    }

  return columns;
}

static DzCommonRow *
make_row (DzCommonWeaknesses *self,
          GArray             *columns,
          const DzEntry      *entry)
{
  DzCommonRow *row = g_object_new (DZ_TYPE_COMMON_ROW, NULL);
  const DzEntry *theme = dz_weakness_find_theme (self->codebook, entry);

  row->review = dz_review_ref (self->review);
  row->codebook = dz_codebook_ref (self->codebook);
  row->columns = g_ptr_array_ref (self->bodies);
  row->entry = entry;
  row->theme_position = theme != NULL ? theme->position : G_MAXUINT;
  row->total = self->n_reported;
  for (guint i = 0; i < self->bodies->len; i++)
    {
      DzBody *body = g_ptr_array_index (self->bodies, i);
      const Column *column = &g_array_index (columns, Column, i);
      DzWeaknessCell cell;

      dz_weakness_cell_fill_beside (&cell, self->review, column->report, column->lasts, entry->id);
      g_array_append_val (row->cells, cell);
      if (cell.naming == DZ_NAMING_SUGGESTED)
        g_ptr_array_add (row->suggested, body);
      if (cell.naming != DZ_NAMING_NAMED)
        continue;
      g_ptr_array_add (row->bodies, body);
      count_answer (&row->answers, &cell);
    }
  row->common = row->bodies->len >= dz_common_weaknesses_get_threshold (self);

  return row;
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  DzCommonRow *x = *(DzCommonRow *const *) a;
  DzCommonRow *y = *(DzCommonRow *const *) b;

  if (x->bodies->len != y->bodies->len)
    return (int) y->bodies->len - (int) x->bodies->len;
  if (x->theme_position != y->theme_position)
    return x->theme_position < y->theme_position ? -1 : 1;

  return (int) x->entry->position - (int) y->entry->position;
}

static void
list_rows (DzCommonWeaknesses *self)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GArray) columns = list_columns (self);
  GPtrArray *codes = dz_codebook_list (self->codebook, DZ_ENTRY_WEAKNESS);

  for (guint i = 0; i < codes->len; i++)
    {
      g_autoptr(DzCommonRow) row = make_row (self, columns, g_ptr_array_index (codes, i));

      if (row->bodies->len > 0 || row->suggested->len > 0)
        g_ptr_array_add (rows, g_steal_pointer (&row));
    }
  g_ptr_array_sort (rows, compare_rows);
  for (guint i = 0; i < rows->len; i++)
    {
      DzCommonRow *row = g_ptr_array_index (rows, i);
      DzCommonRow *before = i > 0 ? g_ptr_array_index (rows, i - 1) : NULL;
      guint count = row->bodies->len;

      row->rank = before != NULL && before->bodies->len == count ? before->rank : i + 1;
      self->answers.total += row->answers.total;
      self->answers.direct += row->answers.direct;
      self->answers.partial += row->answers.partial;
      self->answers.generic += row->answers.generic;
      self->answers.none += row->answers.none;
      self->answers.open += row->answers.open;
      g_list_store_append (self->rows[DZ_COMMON_ALL], row);
      if (count >= 2)
        g_list_store_append (self->rows[DZ_COMMON_SHARED], row);
      else if (count == 1)
        g_list_store_append (self->rows[DZ_COMMON_SINGLE], row);
    }
}

static void
list_uncoded (DzCommonWeaknesses *self)
{
  for (guint i = 0; i < self->bodies->len; i++)
    {
      DzBody *body = g_ptr_array_index (self->bodies, i);
      DzReport *report = dz_review_report_of (self->review, body->id, self->year);
      gboolean declares = FALSE;

      for (guint k = 0; report != NULL && k < report->weaknesses->len; k++)
        {
          const DzWeakness *weakness = &g_array_index (report->weaknesses, DzWeakness, k);
          DzUncoded uncoded = { .body = body, .report = report, .weakness = k };

          if (weakness->last_year || weakness->county || weakness->state == DZ_STATE_REJECTED)
            continue;
          declares = TRUE;
          if (weakness->code == NULL)
            g_array_append_val (self->uncoded, uncoded);
        }
      if (report != NULL && !declares)
        g_ptr_array_add (self->without_part, body);
    }
}

/**
 * dz_common_weaknesses_new:
 * @scope: (nullable): %NULL for all
 *
 * Returns: (transfer full): the ranked list over the bodies of the scope
 */
DzCommonWeaknesses *
dz_common_weaknesses_new (DzReview            *review,
                          DzCodebook          *codebook,
                          int                  year,
                          const DzScopeFilter *scope)
{
  DzCommonWeaknesses *self = g_object_new (DZ_TYPE_COMMON_WEAKNESSES, NULL);

  g_return_val_if_fail (review != NULL && codebook != NULL, self);

  self->review = dz_review_ref (review);
  self->codebook = dz_codebook_ref (codebook);
  self->year = year;
  self->bodies = dz_scope_filter_list_bodies_in (scope, review, year);
  for (guint i = 0; i < self->bodies->len; i++)
    {
      const DzBody *body = g_ptr_array_index (self->bodies, i);

      self->n_reported += dz_review_report_of (review, body->id, year) != NULL;
    }
  list_rows (self);
  list_uncoded (self);

  return self;
}

/**
 * dz_common_weaknesses_get_rows:
 *
 * Returns: (transfer none): rows (#DzCommonRow), most named first. DZ_COMMON_ALL also has codes
 *   that are only suggested, last
 */
GListModel *
dz_common_weaknesses_get_rows (DzCommonWeaknesses *self,
                               DzCommonList        list)
{
  g_return_val_if_fail (DZ_IS_COMMON_WEAKNESSES (self), NULL);
  g_return_val_if_fail (list < G_N_ELEMENTS (self->rows), NULL);

  return G_LIST_MODEL (self->rows[list]);
}

guint
dz_common_weaknesses_get_n_rows (DzCommonWeaknesses *self)
{
  g_return_val_if_fail (DZ_IS_COMMON_WEAKNESSES (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->rows[DZ_COMMON_ALL]));
}

/**
 * dz_common_weaknesses_get_row:
 *
 * Returns: (transfer none) (nullable): a row of DZ_COMMON_ALL, without a reference of its own
 */
DzCommonRow *
dz_common_weaknesses_get_row (DzCommonWeaknesses *self,
                              guint               row)
{
  g_autoptr(DzCommonRow) item = NULL;

  g_return_val_if_fail (DZ_IS_COMMON_WEAKNESSES (self), NULL);

  item = g_list_model_get_item (G_LIST_MODEL (self->rows[DZ_COMMON_ALL]), row);

  return item; /* the store keeps it alive */
}

/**
 * dz_common_weaknesses_find_row:
 *
 * Returns: (transfer none) (nullable): the row of a code; %NULL: nobody names it
 */
DzCommonRow *
dz_common_weaknesses_find_row (DzCommonWeaknesses *self,
                               const char         *code)
{
  for (guint i = 0; i < dz_common_weaknesses_get_n_rows (self); i++)
    {
      DzCommonRow *row = dz_common_weaknesses_get_row (self, i);

      if (g_strcmp0 (row->entry->id, code) == 0)
        return row;
    }

  return NULL;
}

/**
 * dz_common_weaknesses_get_bodies:
 *
 * Returns: (transfer none) (element-type DzBody): the columns: all bodies of the scope
 */
GPtrArray *
dz_common_weaknesses_get_bodies (DzCommonWeaknesses *self)
{
  g_return_val_if_fail (DZ_IS_COMMON_WEAKNESSES (self), NULL);

  return self->bodies;
}

/**
 * dz_common_weaknesses_get_n_reported:
 *
 * Returns: N
 */
guint
dz_common_weaknesses_get_n_reported (DzCommonWeaknesses *self)
{
  g_return_val_if_fail (DZ_IS_COMMON_WEAKNESSES (self), 0);

  return self->n_reported;
}

/**
 * dz_common_weaknesses_get_threshold:
 *
 * Returns: the number of bodies from which a weakness is common: max (3, the county's share of N)
 */
guint
dz_common_weaknesses_get_threshold (DzCommonWeaknesses *self)
{
  g_return_val_if_fail (DZ_IS_COMMON_WEAKNESSES (self), 0);

  return MAX (3, (guint) ceil (self->review->county->common_share * self->n_reported - 1e-9));
}

/**
 * dz_common_weaknesses_get_uncoded:
 *
 * Returns: (transfer none) (element-type DzUncoded): declared weaknesses without a code
 */
GArray *
dz_common_weaknesses_get_uncoded (DzCommonWeaknesses *self)
{
  g_return_val_if_fail (DZ_IS_COMMON_WEAKNESSES (self), NULL);

  return self->uncoded;
}

/**
 * dz_common_weaknesses_list_unnamed:
 *
 * Returns: (transfer container) (element-type DzEntry): codes nobody names, in codebook order
 */
GPtrArray *
dz_common_weaknesses_list_unnamed (DzCommonWeaknesses *self)
{
  GPtrArray *codes = dz_codebook_list (self->codebook, DZ_ENTRY_WEAKNESS);
  GPtrArray *unnamed = g_ptr_array_new ();

  for (guint i = 0; i < codes->len; i++)
    {
      const DzEntry *entry = g_ptr_array_index (codes, i);

      if (dz_common_weaknesses_find_row (self, entry->id) == NULL)
        g_ptr_array_add (unnamed, (gpointer) entry);
    }

  return unnamed;
}

/**
 * dz_common_weaknesses_get_without_part:
 *
 * Returns: (transfer none) (element-type DzBody): bodies whose report declares no weakness at all
 */
GPtrArray *
dz_common_weaknesses_get_without_part (DzCommonWeaknesses *self)
{
  g_return_val_if_fail (DZ_IS_COMMON_WEAKNESSES (self), NULL);

  return self->without_part;
}

/**
 * dz_common_weaknesses_count_body:
 * @body: place in dz_common_weaknesses_get_bodies()
 *
 * Returns: how many codes that body names
 */
guint
dz_common_weaknesses_count_body (DzCommonWeaknesses *self,
                                 guint               body)
{
  guint count = 0;

  for (guint i = 0; i < dz_common_weaknesses_get_n_rows (self); i++)
    count += dz_common_row_get_cell (dz_common_weaknesses_get_row (self, i), body)->naming ==
             DZ_NAMING_NAMED;

  return count;
}

/**
 * dz_common_weaknesses_get_answers:
 *
 * Returns: (transfer none): answers over all (body, code) pairs
 */
const DzAnswerCounts *
dz_common_weaknesses_get_answers (DzCommonWeaknesses *self)
{
  g_return_val_if_fail (DZ_IS_COMMON_WEAKNESSES (self), NULL);

  return &self->answers;
}

int
dz_common_weaknesses_get_year (DzCommonWeaknesses *self)
{
  g_return_val_if_fail (DZ_IS_COMMON_WEAKNESSES (self), 0);

  return self->year;
}
