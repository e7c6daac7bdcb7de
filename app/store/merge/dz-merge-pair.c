/* dz-merge-pair.c - one row of two reviews: theirs is taken over, or both are kept and one of them stands
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-merge-private.h"

static gboolean
write_cell (DzMerge           *self,
            const DzMergePair *pair,
            const DzField     *field,
            DzSqlValue         cell)
{
  return dz_journal_write (self->store, pair->table->name, pair->own_row, field->column,
                           self->own != NULL ? self->own->id : 0, cell, self->error);
}

static gboolean
put_theirs (DzMerge           *self,
            const DzMergePair *pair,
            const DzField     *field,
            DzSqlValue         own,
            DzSqlValue         theirs,
            gpointer           user_data)
{
  return write_cell (self, pair, field, theirs);
}

static gboolean
put_ours (DzMerge           *self,
          const DzMergePair *pair,
          const DzField     *field,
          DzSqlValue         own,
          DzSqlValue         theirs,
          gpointer           user_data)
{
  return write_cell (self, pair, field, own);
}

/* Counts what no merge has told before; one that was undone told nothing. */
static gboolean
count_untold (DzMerge           *self,
              const DzMergePair *pair,
              const DzField     *field,
              DzSqlValue         own,
              DzSqlValue         theirs,
              gpointer           user_data)
{
  *(guint *) user_data +=
    dz_db_get_int (self->store->db,
                   "SELECT EXISTS (SELECT 1 FROM change c JOIN step s ON s.id = c.step WHERE"
                   " s.verb = 'merge' AND s.undone = 0 AND c.tbl = ? AND c.row = ? AND c.col = ? AND c.now IS ?)",
                   DZ_CELLS (dz_str (pair->table->name), dz_int (pair->own_row),
                             dz_str (field->column), theirs)) == 0;

  return TRUE;
}

static gboolean
list_column (DzMerge           *self,
             const DzMergePair *pair,
             const DzField     *field,
             DzSqlValue         own,
             DzSqlValue         theirs,
             gpointer           user_data)
{
  g_ptr_array_add (user_data, (gpointer) field->column);

  return TRUE;
}

static char *
dup_subject (DzMerge           *self,
             const DzMergePair *pair)
{
  g_autofree char *name = NULL;
  sqlite3_stmt *statement;

  if (pair->table == &dz_table_body)
    return g_strdup (((const DzBody *) pair->theirs)->name);
  if (self->own != NULL)
    return g_strdup_printf ("%s %d", self->own->identity.township != NULL ? self->own->identity.township : "?",
                            self->own->identity.year);
  if (pair->body_id == 0)
    return g_strdup_printf ("%d", pair->year);
  statement = dz_db_query (self->store->db, NULL, "SELECT name FROM body WHERE id = ?", DZ_CELLS (dz_int (pair->body_id)));
  if (statement != NULL && dz_db_next (statement))
    name = dz_db_dup_text (statement, 0);
  if (statement != NULL)
    dz_db_done (self->store->db, statement, NULL);

  return g_strdup_printf ("%s %d", name != NULL ? name : "?", pair->year);
}

/**
 * dz_merge_pair:
 *
 * What only the other decided is taken over with its history. Where both did and not the same, the
 * conflict is told; theirs goes into the history all the same, and out of it again unless theirs is
 * to stand: whoever looks sees both and who said so, and undo leaves no trace. Inside a change.
 */
gboolean
dz_merge_pair (DzMerge           *self,
               const DzMergePair *pair)
{
  g_autofree char *subject = NULL;
  g_autoptr(GPtrArray) columns = g_ptr_array_new ();
  gboolean theirs_stand = TRUE;
  guint untold = 0;

  if (!pair->their_decided)
    return TRUE;
  dz_merge_each_difference (self, pair, count_untold, &untold);
  if (untold == 0)
    return TRUE;
  if (pair->own_decided)
    {
      DzConflict *conflict;

      subject = dup_subject (self, pair);
      conflict = dz_conflict_new (self, pair, subject);
      theirs_stand = conflict->theirs_stand;
      g_ptr_array_add (self->merged->conflicts, conflict);
    }
  else
    self->merged->taken++;

  /* history that ends where ours does anyway would be undone past it */
  dz_merge_each_difference (self, pair, list_column, columns);
  g_ptr_array_add (columns, NULL);

  return dz_merge_each_difference (self, pair, put_theirs, NULL) &&
         dz_journal_adopt (self, pair->table->name, (const char *const *) columns->pdata, pair->their_row, pair->own_row) &&
         (theirs_stand || dz_merge_each_difference (self, pair, put_ours, NULL));
}
