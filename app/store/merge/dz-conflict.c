/* dz-conflict.c - what two analysts decided of one matter, and not the same, told side by side
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-merge-private.h"

#include <glib/gi18n-lib.h>

static void
free_field (gpointer data)
{
  DzConflictField *field = data;

  g_free (field->mine);
  g_free (field->theirs);
  g_free (field);
}

void
dz_conflict_free (DzConflict *self)
{
  if (self == NULL)
    return;

  g_free (self->key);
  g_free (self->subject);
  g_free (self->quote);
  g_ptr_array_unref (self->fields);
  g_free (self->my_name);
  g_free (self->my_time);
  g_free (self->their_name);
  g_free (self->their_time);
  g_free (self);
}

void
dz_merged_clear (DzMerged *merged)
{
  g_clear_pointer (&merged->conflicts, g_ptr_array_unref);
  g_clear_pointer (&merged->left_out, g_ptr_array_unref);
  g_clear_pointer (&merged->second, g_ptr_array_unref);
}

/**
 * dz_merged_is_empty:
 *
 * Returns: whether the other review has nothing this one lacks
 */
gboolean
dz_merged_is_empty (const DzMerged *merged)
{
  return merged->added + merged->bodies + merged->taken + merged->conflicts->len == 0;
}

/**
 * dz_conflict_to_line:
 *
 * Returns: (transfer full): “青禾镇 2024: note; note: here …, there …”
 */
char *
dz_conflict_to_line (const DzConflict *self)
{
  GString *line = g_string_new (self->subject);

  g_string_append_printf (line, ": %s", self->name != NULL ? self->name : self->what);
  for (guint i = 0; i < self->fields->len; i++)
    {
      const DzConflictField *field = g_ptr_array_index (self->fields, i);

      g_string_append_printf (line, _("; %s: here %s, there %s"), field->field, field->mine != NULL ? field->mine : "-",
                              field->theirs != NULL ? field->theirs : "-");
    }

  return g_string_free (line, FALSE);
}

static char *
dup_words (DzMerge       *merge,
           const DzField *field,
           DzSqlValue     cell)
{
  if (g_str_equal (field->column, "body") && cell.type == SQLITE_INTEGER)
    {
      sqlite3_stmt *statement = dz_db_query (merge->store->db, NULL, "SELECT name FROM body WHERE id = ?", DZ_CELLS (cell));
      char *name = statement != NULL && dz_db_next (statement) ? dz_db_dup_text (statement, 0) : NULL;

      if (statement != NULL)
        dz_db_done (merge->store->db, statement, NULL);

      return name;
    }
  switch (cell.type)
    {
    case SQLITE_TEXT: return g_strdup (cell.text);
    case SQLITE_FLOAT: return g_strdup_printf ("%.15g", cell.real);
    case SQLITE_INTEGER: return g_strdup_printf ("%" G_GINT64_FORMAT, cell.integer);
    default: return NULL;
    }
}

static gboolean
add_field (DzMerge           *merge,
           const DzMergePair *pair,
           const DzField     *field,
           DzSqlValue         own,
           DzSqlValue         theirs,
           gpointer           user_data)
{
  DzConflict *self = user_data;
  DzConflictField *one = g_new0 (DzConflictField, 1);

  one->field = g_intern_string (field->column);
  one->mine = dup_words (merge, field, own);
  one->theirs = dup_words (merge, field, theirs);
  g_ptr_array_add (self->fields, one);

  return TRUE;
}

/* Who said what the row says, and when: the last change of its columns. */
static void
find_author (DzStore           *store,
             const DzMergePair *pair,
             gint64             row,
             char             **name,
             char             **time)
{
  g_autofree char *columns = g_strjoinv ("', '", (char **) pair->columns);
  g_autofree char *sql = g_strdup_printf (
    "SELECT ifnull(o.who, s.who), ifnull(o.at, s.at) FROM change c JOIN step s ON s.id = c.step"
    " LEFT JOIN origin o ON o.change = c.id WHERE s.undone = 0 AND c.tbl = ? AND c.row = ? AND c.col IN ('%s')"
    " ORDER BY c.id DESC LIMIT 1", columns);
  sqlite3_stmt *statement = dz_db_query (store->db, NULL, sql, DZ_CELLS (dz_str (pair->table->name), dz_int (row)));

  if (statement == NULL)
    return;
  if (dz_db_next (statement))
    {
      g_autoptr(GDateTime) at = g_date_time_new_from_unix_local (sqlite3_column_int64 (statement, 1));

      *name = dz_db_dup_text (statement, 0);
      *time = at != NULL ? g_date_time_format (at, "%Y-%m-%d %H:%M") : NULL;
    }
  dz_db_done (store->db, statement, NULL);
}

/**
 * dz_conflict_new:
 * @subject: whose report, of which year
 *
 * Returns: (transfer full): what the two rows of @pair say
 */
DzConflict *
dz_conflict_new (DzMerge           *merge,
                 const DzMergePair *pair,
                 const char        *subject)
{
  DzConflict *self = g_new0 (DzConflict, 1);

  self->key = g_strdup_printf ("%s/%" G_GINT64_FORMAT "/%s", pair->table->name, pair->own_row, pair->columns[0]);
  self->what = g_str_equal (pair->table->name, "finding") ? "check" : g_intern_string (pair->table->name);
  self->name = pair->name;
  self->subject = g_strdup (subject);
  self->fields = g_ptr_array_new_with_free_func (free_field);
  if (!dz_span_is_empty (pair->span) && merge->own != NULL)
    self->quote = dz_text_dup_span (merge->own->text, pair->span);
  dz_merge_each_difference (merge, pair, add_field, self);
  find_author (merge->store, pair, pair->own_row, &self->my_name, &self->my_time);
  find_author (merge->other, pair, pair->their_row, &self->their_name, &self->their_time);
  self->theirs_stand = merge->theirs_stand != NULL && g_hash_table_contains (merge->theirs_stand, self->key);

  return self;
}
