/* dz-db.c - SQLite in the words of this program
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-db.h"

#include "dz-error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define BUSY_TIMEOUT_MS 5000
/* checking a whole file costs 1 ms per MB; larger ones are trusted until a page proves bad */
#define CHECK_LIMIT (64 * 1024 * 1024)

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

/* What can be said before SQLite opens the file, and said better. */
static gboolean
check_file (const char *path,
            GError    **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, DZ_ERROR, DZ_ERROR_IO,
                   _("The review is not there any more. It may have been moved or renamed."));
      return FALSE;
    }
  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error (error, DZ_ERROR, DZ_ERROR_NOT_A_REVIEW,
                   _("This file is not a review. Import it as a report instead."));
      return FALSE;
    }
  if (g_access (path, R_OK) != 0)
    {
      g_set_error (error, DZ_ERROR, DZ_ERROR_IO, _("You may not read this review: %s"),
                   g_strerror (errno));
      return FALSE;
    }
  if (g_access (path, W_OK) != 0 || g_access (folder, W_OK) != 0)
    {
      dz_db_set_error (error, SQLITE_READONLY, NULL);
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_stamp (DzDb    *self,
             GError **error)
{
  int version;

  /* the first query reads the file: it says whether this is a database at all */
  if (sqlite3_exec (self->handle, "SELECT count(*) FROM sqlite_schema", NULL, NULL, NULL) !=
      SQLITE_OK)
    return dz_db_fail (self, error);
  if (dz_db_get_int (self, "PRAGMA application_id", DZ_NO_CELLS) != DZ_APPLICATION_ID)
    {
      dz_db_set_error (error, SQLITE_NOTADB, NULL);
      return FALSE;
    }
  version = (int) dz_db_get_int (self, "PRAGMA user_version", DZ_NO_CELLS);
  if (version > dz_schema_version ())
    {
      g_set_error (error, DZ_ERROR, DZ_ERROR_NOT_A_REVIEW,
                   _("This review was made by a newer version of the program. Update the program to open it."));
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_health (DzDb    *self,
              GError **error)
{
  sqlite3_stmt *statement;
  gboolean healthy;

  if (dz_db_get_int (self, "PRAGMA page_count", DZ_NO_CELLS) *
          dz_db_get_int (self, "PRAGMA page_size", DZ_NO_CELLS) >
      CHECK_LIMIT)
    return TRUE;

  statement = dz_db_query (self, error, "PRAGMA quick_check(1)", DZ_NO_CELLS);
  if (statement == NULL)
    return FALSE;
  healthy = dz_db_next (statement) &&
            g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), "ok") == 0;
  dz_db_done (self, statement, NULL);
  if (!healthy)
    dz_db_set_error (error, SQLITE_CORRUPT, NULL);

  return healthy;
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

static void
finalize_statement (gpointer statement)
{
  sqlite3_finalize (statement);
}

/**
 * dz_db_open:
 * @create: makes a new file, which must not exist
 *
 * Returns: (transfer full) (nullable): the review's database with the current schema, or %NULL
 *   with @error of %DZ_ERROR
 */
DzDb *
dz_db_open (const char *path,
            gboolean    create,
            GError    **error)
{
  g_autoptr(DzDb) self = g_new0 (DzDb, 1);
  int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | (create ? SQLITE_OPEN_CREATE : 0);

  if (!create && !check_file (path, error))
    return NULL;

  self->path = g_strdup (path);
  self->statements =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, finalize_statement);
  if (sqlite3_open_v2 (path, &self->handle, flags, NULL) != SQLITE_OK)
    {
      dz_db_fail (self, error);
      return NULL;
    }
  sqlite3_busy_timeout (self->handle, BUSY_TIMEOUT_MS);
  /* a review may come by mail: what its schema says is not trusted */
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  if (!create && (!check_stamp (self, error) || !check_health (self, error)))
    return NULL;
  if (!dz_db_script (self,
                     "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;"
                     "PRAGMA foreign_keys = ON; PRAGMA wal_autocheckpoint = 4000;",
                     error) ||
      !dz_schema_migrate (self, create, error))
    return NULL;

  return g_steal_pointer (&self);
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
            DzCell        cell)
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
dz_db_query (DzDb         *self,
             GError      **error,
             const char   *sql,
             const DzCell *cells,
             gsize         n_cells)
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
dz_db_run (DzDb         *self,
           GError      **error,
           const char   *sql,
           const DzCell *cells,
           gsize         n_cells)
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
dz_db_get_int (DzDb         *self,
               const char   *sql,
               const DzCell *cells,
               gsize         n_cells)
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
