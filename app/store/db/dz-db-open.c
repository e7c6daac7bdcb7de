/* dz-db-open.c - a review file is opened: ours, whole, of a schema we know
 *
 * A review may come by mail or on a stick. What is in it beside our own tables is refused: a
 * trigger or a view of somebody else's would run with our next statement.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-db.h"

#include "dz-db-backup.h"
#include "dz-db-copy.h"
#include "dz-db-file.h"
#include "dz-error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#define BUSY_TIMEOUT_MS 5000
#define BUSY_WAIT_MS 20
#define BUSY_POLL_MS 1
#define GIVE_WAY_MS 3 /* time enough for one that polls to begin */
/* checking a whole file costs 1 ms per MB; larger ones are trusted until a page proves bad */
#define CHECK_LIMIT (64 * 1024 * 1024)
/* no text of a report comes near: what is longer was made to fill the memory */
#define LONGEST_VALUE (64 * 1024 * 1024)

/* What can be said before SQLite opens the file, and said better. */
static gboolean
check_file (const char *path,
            GError    **error)
{
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

  return dz_db_file_check_name (path, error);
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
  if (dz_db_get_int (self, "PRAGMA application_id", DZ_NO_CELLS) != DZ_APPLICATION_ID)
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
  /* 0, -1: no program of ours ever wrote that */
  if (version < 1 || !dz_schema_is_ours (self, (int) version))
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

/* SQLite's own waiting grows to a tenth of a second a time: between the reports of an import it
 * would come too late again and again. */
static int
busy_cb (gpointer user_data,
         int      n_tries)
{
  if (n_tries * BUSY_POLL_MS >= BUSY_TIMEOUT_MS)
    return 0;
  g_usleep (BUSY_POLL_MS * 1000);

  return 1;
}

/* Another handle at work is waited for, and asked often. */
static void
wait_for_others (DzDb *self)
{
  sqlite3_busy_handler (self->handle, busy_cb, NULL);
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

  if (self->read_only != SQLITE_OK)
    return;
  /* without waiting: whoever is in the way does it after us */
  sqlite3_busy_timeout (self->handle, 0);
  sqlite3_wal_checkpoint_v2 (self->handle, "main", SQLITE_CHECKPOINT_PASSIVE, &n_log, NULL);
  /* an empty log begun anew would look like a change to every other handle */
  if (n_log > 0)
    sqlite3_wal_checkpoint_v2 (self->handle, "main", SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
  wait_for_others (self);
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
 * dz_db_give_way:
 *
 * Between two of many changes: SQLite has no queue, and who begins anew at once is always before who asks by the
 * millisecond. A person's decision waits for one change, not for as many as chance wants.
 */
void
dz_db_give_way (DzDb *self)
{
  if (self->read_only == SQLITE_OK)
    g_usleep (GIVE_WAY_MS * 1000);
}

static DzDb *
db_new (const char *path)
{
  DzDb *self = g_new0 (DzDb, 1);

  self->path = g_strdup (path);
  self->statements =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, finalize_statement);

  return self;
}

/* Before another schema is put into it, the file as the older program left it is kept. */
static gboolean
bring_up_to_date (DzDb    *self,
                  GError **error)
{
  gint64 version = dz_db_get_int (self, "PRAGMA user_version", DZ_NO_CELLS);

  self->migrated = version > 0 && version < dz_schema_version ();
  if (self->migrated && self->read_only == SQLITE_OK &&
      !dz_db_keep_backup (self, DZ_BACKUP_UPDATE, error))
    return FALSE;

  return dz_schema_migrate (self, error);
}

/* @code: (out): of SQLite, where it failed */
static DzDb *
open_here (const char *path,
           gboolean    fill,
           int        *code,
           GError    **error)
{
  g_autoptr(DzDb) self = db_new (path);
  /* a full path begins with a slash: "file:x?mode=ro" is a name and no address */
  g_autofree char *full = g_canonicalize_filename (path, NULL);
  gboolean ok;

  if (sqlite3_open_v2 (full, &self->handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) !=
      SQLITE_OK)
    {
      *code = sqlite3_errcode (self->handle) & 0xff;
      dz_db_fail (self, error);
      return NULL;
    }
  wait_for_others (self);
  disarm (self->handle);
  ok = check_stamp (self, fill, error) && check_health (self, error) &&
       bring_up_to_date (self, error) && use_log (self, error) &&
       dz_db_script (self,
                     "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
                     "PRAGMA wal_autocheckpoint = 4000;",
                     error);
  if (!ok)
    {
      *code = sqlite3_errcode (self->handle) & 0xff;
      return NULL;
    }

  return g_steal_pointer (&self);
}

/* What may not be written beside is read as it was at this moment, and written to no more. */
static DzDb *
open_to_read (const char *path,
              int         why,
              GError    **error)
{
  g_autoptr(DzDb) self = db_new (path);

  self->read_only = why;
  if (sqlite3_open_v2 (":memory:", &self->handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) !=
        SQLITE_OK)
    {
      dz_db_fail (self, error);
      return NULL;
    }
  if (!dz_db_read_file (path, self->handle, error))
    return NULL;
  disarm (self->handle);
  if (!check_stamp (self, FALSE, error) || !check_health (self, error) ||
      !bring_up_to_date (self, error) || !dz_db_script (self, "PRAGMA foreign_keys = ON", error))
    return NULL;

  return g_steal_pointer (&self);
}

static gboolean
may_write (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return g_access (path, W_OK) == 0 && g_access (folder, W_OK) == 0;
}

/**
 * dz_db_open:
 * @fill: a file with nothing in it becomes a review
 *
 * Where nothing can be written (a write-protected stick or folder, a full disk) the review is open
 * for reading: DzDb.read_only says why.
 *
 * Returns: (transfer full) (nullable): the review's database with the current schema, or %NULL
 *   with @error of %DZ_ERROR
 */
DzDb *
dz_db_open (const char *path,
            gboolean    fill,
            GError    **error)
{
  g_autoptr(GError) problem = NULL;
  DzDb *self;
  int code = SQLITE_OK;

  if (!check_file (path, error))
    return NULL;
  if (!fill && !may_write (path))
    return open_to_read (path, SQLITE_READONLY, error);
  self = open_here (path, fill, &code, &problem);
  /* a disk that is full has no room for what stands beside an open file either */
  if (self == NULL && !fill &&
      (code == SQLITE_READONLY || code == SQLITE_FULL || code == SQLITE_CANTOPEN || code == SQLITE_IOERR))
    self = open_to_read (path, code == SQLITE_READONLY ? SQLITE_READONLY : SQLITE_FULL, NULL);
  if (self == NULL)
    g_propagate_error (error, g_steal_pointer (&problem));

  return self;
}
