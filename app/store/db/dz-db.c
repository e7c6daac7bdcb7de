/* dz-db.c - statements of a review, and its errors in the words of this program
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-db.h"

#include "dz-error.h"

#include <glib/gi18n-lib.h>

/**
 * dz_db_set_error:
 * @code: of SQLite
 * @reason: (nullable): in SQLite's words, for what has none of ours
 */
void
dz_db_set_error (GError    **error,
                 int         code,
                 const char *reason)
{
  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error (error, DZ_ERROR, DZ_ERROR_STORE,
                   _("Another program is writing to the review. Close it there and try again."));
      break;

    case SQLITE_READONLY:
    case SQLITE_PERM:
      g_set_error (error, DZ_ERROR, DZ_ERROR_STORE,
                   _("The review is write-protected. Copy it to a folder of your own and open the copy."));
      break;

    case SQLITE_CORRUPT:
    case SQLITE_FORMAT:
      g_set_error (error, DZ_ERROR, DZ_ERROR_STORE,
                   _("The review file is damaged. Use your last copy of it."));
      break;

    case SQLITE_FULL:
      g_set_error (error, DZ_ERROR, DZ_ERROR_STORE,
                   _("The disk is full. Make room and try again."));
      break;

    case SQLITE_NOTADB:
      g_set_error (error, DZ_ERROR, DZ_ERROR_NOT_A_REVIEW,
                   _("This file is not a review. Import it as a report instead."));
      break;

    case SQLITE_CANTOPEN:
    case SQLITE_IOERR:
      g_set_error (error, DZ_ERROR, DZ_ERROR_STORE,
                   _("The review cannot be read or written. Check the disk and the folder."));
      break;

    case SQLITE_ERROR: /* our SQL is right: a table or column is not there */
      g_set_error (error, DZ_ERROR, DZ_ERROR_STORE,
                   _("The review file lacks a part (%s). Use your last copy of it."), reason);
      break;

    default:
      g_set_error (error, DZ_ERROR, DZ_ERROR_STORE, _("The review refused a change: %s"), reason);
    }
}

/**
 * dz_db_fail:
 *
 * Puts SQLite's last error into @error, in our words.
 *
 * Returns: %FALSE
 */
gboolean
dz_db_fail (DzDb    *self,
            GError **error)
{
  dz_db_set_error (error, sqlite3_errcode (self->handle), sqlite3_errmsg (self->handle));

  return FALSE;
}

/**
 * dz_db_has_moved:
 *
 * Returns: whether the file was renamed, removed or replaced since it was opened, so that what is
 *   written is not found under its name
 */
gboolean
dz_db_has_moved (DzDb *self)
{
  int moved = 0;

  sqlite3_file_control (self->handle, "main", SQLITE_FCNTL_HAS_MOVED, &moved);

  return moved != 0;
}

void
dz_db_close (DzDb *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->statements, g_hash_table_unref);
  sqlite3_close (self->handle);
  g_free (self->path);
  g_free (self);
}

/**
 * dz_db_script:
 * @sql: statements without values; never of a user's words
 *
 * Returns: %FALSE with @error set at the first that fails
 */
gboolean
dz_db_script (DzDb       *self,
              const char *sql,
              GError    **error)
{
  return sqlite3_exec (self->handle, sql, NULL, NULL, NULL) == SQLITE_OK || dz_db_fail (self, error);
}

/**
 * dz_db_bind:
 * @at: place of the value, from 1
 */
gboolean
dz_db_bind (sqlite3_stmt *statement,
            int           at,
            DzSqlValue    cell)
{
  switch (cell.type)
    {
    case SQLITE_INTEGER:
      return sqlite3_bind_int64 (statement, at, cell.integer) == SQLITE_OK;

    case SQLITE_FLOAT: /* NAN is bound as NULL */
      return sqlite3_bind_double (statement, at, cell.real) == SQLITE_OK;

    case SQLITE_TEXT:
      return sqlite3_bind_text (statement, at, cell.text, (int) cell.len, SQLITE_STATIC) == SQLITE_OK;

    case SQLITE_BLOB:
      return sqlite3_bind_blob (statement, at, cell.text, (int) cell.len, SQLITE_STATIC) == SQLITE_OK;

    default:
      return sqlite3_bind_null (statement, at) == SQLITE_OK;
    }
}

/**
 * dz_db_query:
 *
 * Returns: (transfer none) (nullable): the statement with its values, to be stepped with
 *   dz_db_next() and given back with dz_db_done(); %NULL with @error set
 */
sqlite3_stmt *
dz_db_query (DzDb             *self,
             GError          **error,
             const char       *sql,
             const DzSqlValue *cells,
             gsize             n_cells)
{
  sqlite3_stmt *statement = g_hash_table_lookup (self->statements, sql);

  if (statement == NULL)
    {
      if (sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) !=
          SQLITE_OK)
        {
          dz_db_fail (self, error);
          return NULL;
        }
      g_hash_table_insert (self->statements, g_strdup (sql), statement);
    }
  for (gsize i = 0; i < n_cells; i++)
    if (!dz_db_bind (statement, (int) i + 1, cells[i]))
      {
        dz_db_fail (self, error);
        return NULL;
      }

  return statement;
}

/**
 * dz_db_next:
 *
 * Returns: whether there is a row; at the end and at an error not, dz_db_done() tells which
 */
gboolean
dz_db_next (sqlite3_stmt *statement)
{
  return sqlite3_step (statement) == SQLITE_ROW;
}

/**
 * dz_db_done:
 *
 * Gives a statement back.
 *
 * Returns: whether all of its steps went well
 */
gboolean
dz_db_done (DzDb         *self,
            sqlite3_stmt *statement,
            GError      **error)
{
  int code = sqlite3_reset (statement);

  sqlite3_clear_bindings (statement);
  if (code == SQLITE_OK)
    return TRUE;
  dz_db_set_error (error, code, sqlite3_errmsg (self->handle));

  return FALSE;
}

/**
 * dz_db_run:
 *
 * Runs one statement to its end, rows thrown away.
 */
gboolean
dz_db_run (DzDb             *self,
           GError          **error,
           const char       *sql,
           const DzSqlValue *cells,
           gsize             n_cells)
{
  sqlite3_stmt *statement = dz_db_query (self, error, sql, cells, n_cells);

  if (statement == NULL)
    return FALSE;
  while (dz_db_next (statement))
    ;

  return dz_db_done (self, statement, error);
}

/**
 * dz_db_get_int:
 *
 * Returns: the first value of the first row; 0 where there is none
 */
gint64
dz_db_get_int (DzDb             *self,
               const char       *sql,
               const DzSqlValue *cells,
               gsize             n_cells)
{
  sqlite3_stmt *statement = dz_db_query (self, NULL, sql, cells, n_cells);
  gint64 value = 0;

  if (statement == NULL)
    return 0;
  if (dz_db_next (statement))
    value = sqlite3_column_int64 (statement, 0);
  dz_db_done (self, statement, NULL);

  return value;
}

/**
 * dz_db_dup_text:
 *
 * Returns: (transfer full) (nullable): a column's text; bytes that are no UTF-8 are mended
 */
char *
dz_db_dup_text (sqlite3_stmt *statement,
                int           column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);

  if (text == NULL)
    return NULL;

  return g_utf8_validate (text, -1, NULL) ? g_strdup (text) : g_utf8_make_valid (text, -1);
}
