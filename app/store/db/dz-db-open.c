/* dz-db-open.c - a review file is opened: ours, whole, of a schema we know
 *
 * A review may come by mail or on a stick. What is in it beside our own tables is refused: a
 * trigger or a view of somebody else's would run with our next statement.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-db.h"

#include "dz-error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#define BUSY_TIMEOUT_MS 5000
#define BUSY_WAIT_MS 20
/* checking a whole file costs 1 ms per MB; larger ones are trusted until a page proves bad */
#define CHECK_LIMIT (64 * 1024 * 1024)
/* no text of a report comes near: what is longer was made to fill the memory */
#define LONGEST_VALUE (64 * 1024 * 1024)

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

/* Whether nothing was ever put into the file: an empty one, or one whose creation was killed. */
static gboolean
is_blank (DzDb *self)
{
  return dz_db_get_int (self, "SELECT count(*) FROM sqlite_schema", DZ_NO_CELLS) == 0 &&
         dz_db_get_int (self, "PRAGMA user_version", DZ_NO_CELLS) == 0;
}

static gboolean
check_stamp (DzDb     *self,
             gboolean  fill,
             GError  **error)
{
  gint64 version;

  /* the first query reads the file: it says whether this is a database at all */
  if (sqlite3_exec (self->handle, "SELECT count(*) FROM sqlite_schema", NULL, NULL, NULL) !=
      SQLITE_OK)
    return dz_db_fail (self, error);
  if (fill && is_blank (self))
    return TRUE;
  version = dz_db_get_int (self, "PRAGMA user_version", DZ_NO_CELLS);
  if (dz_db_get_int (self, "PRAGMA application_id", DZ_NO_CELLS) != DZ_APPLICATION_ID || version < 1)
    {
      dz_db_set_error (error, SQLITE_NOTADB, NULL);
      return FALSE;
    }
  if (version > dz_schema_version ())
    {
      g_set_error (error, DZ_ERROR, DZ_ERROR_NOT_A_REVIEW,
                   _("This review was made by a newer version of the program. Update the program to open it."));
      return FALSE;
    }
  if (!dz_schema_is_ours (self, (int) version))
    {
      g_set_error (error, DZ_ERROR, DZ_ERROR_NOT_A_REVIEW,
                   _("The file holds what no review holds: another program changed it. Use your last copy of it."));
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

static void
finalize_statement (gpointer statement)
{
  sqlite3_finalize (statement);
}

/* What stands in a file has no power over the program that reads it. */
static void
disarm (sqlite3 *handle)
{
  sqlite3_db_config (handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
  sqlite3_limit (handle, SQLITE_LIMIT_LENGTH, LONGEST_VALUE);
  sqlite3_limit (handle, SQLITE_LIMIT_ATTACHED, 0);
}

/* A file that is not in this mode yet has to be alone for a moment to get there. */
static gboolean
use_log (DzDb    *self,
         GError **error)
{
  int code = SQLITE_BUSY;

  for (int waited = 0; code == SQLITE_BUSY && waited <= BUSY_TIMEOUT_MS; waited += BUSY_WAIT_MS)
    {
      if (waited > 0)
        g_usleep (BUSY_WAIT_MS * 1000);
      code = sqlite3_exec (self->handle, "PRAGMA journal_mode = WAL", NULL, NULL, NULL) & 0xff;
    }

  return code == SQLITE_OK || dz_db_fail (self, error);
}

/**
 * dz_db_settle:
 *
 * Brings what was committed into the file itself, as far as other handles let it: a copy of that
 * one file holds it then, and nothing is left beside it that could be taken for another's.
 */
void
dz_db_settle (DzDb *self)
{
  int n_log = 0;

  /* without waiting: whoever is in the way does it after us */
  sqlite3_busy_timeout (self->handle, 0);
  sqlite3_wal_checkpoint_v2 (self->handle, "main", SQLITE_CHECKPOINT_PASSIVE, &n_log, NULL);
  /* an empty log begun anew would look like a change to every other handle */
  if (n_log > 0)
    sqlite3_wal_checkpoint_v2 (self->handle, "main", SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
  sqlite3_busy_timeout (self->handle, BUSY_TIMEOUT_MS);
}

/**
 * dz_db_be_quick:
 * @quick: many changes follow: each is whole, but the last may be lost with the power
 *
 * Between transactions. Without it, what is committed outlives a power cut.
 */
void
dz_db_be_quick (DzDb     *self,
                gboolean  quick)
{
  dz_db_script (self, quick ? "PRAGMA synchronous = NORMAL" : "PRAGMA synchronous = FULL", NULL);
}

/**
 * dz_db_open:
 * @fill: a file with nothing in it becomes a review
 *
 * Returns: (transfer full) (nullable): the review's database with the current schema, or %NULL
 *   with @error of %DZ_ERROR
 */
DzDb *
dz_db_open (const char *path,
            gboolean    fill,
            GError    **error)
{
  g_autoptr(DzDb) self = g_new0 (DzDb, 1);
  g_autofree char *full = NULL;

  if (!check_file (path, error))
    return NULL;

  self->path = g_strdup (path);
  self->statements =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, finalize_statement);
  /* a full path begins with a slash: "file:x?mode=ro" is a name and no address */
  full = g_canonicalize_filename (path, NULL);
  if (sqlite3_open_v2 (full, &self->handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) !=
      SQLITE_OK)
    {
      dz_db_fail (self, error);
      return NULL;
    }
  sqlite3_busy_timeout (self->handle, BUSY_TIMEOUT_MS);
  disarm (self->handle);
  if (!check_stamp (self, fill, error) || !check_health (self, error) ||
      !dz_schema_migrate (self, error) || !use_log (self, error) ||
      !dz_db_script (self,
                     "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
                     "PRAGMA wal_autocheckpoint = 4000;",
                     error))
    return NULL;

  return g_steal_pointer (&self);
}
