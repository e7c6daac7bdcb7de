/* dz-backup.c - the dated copies of a review: one a day of work, kept by a rule, put back whole
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-backup.h"

#include "dz-db-backup.h"
#include "dz-db-copy.h"
#include "dz-db-file.h"
#include "dz-error.h"
#include "dz-store-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

/* The last days of work, then a day of each of some weeks, then of each of some months. */
#define DAYS 7
#define WEEKS 4
#define MONTHS 12
#define OTHERS 5 /* before an update, before another backup was put in place */

void
dz_backup_free (DzBackup *self)
{
  if (self == NULL)
    return;

  g_free (self->path);
  g_free (self->at);
  g_free (self);
}

/* NULL for a file that is none of ours. */
static DzBackup *
backup_new (const char *folder,
            const char *name)
{
  int year, month, day, time, end = 0;

  if (!g_str_has_suffix (name, ".duizhao") ||
      sscanf (name, "%4d-%2d-%2d %6d %n", &year, &month, &day, &time, &end) != 4 || end == 0 ||
      !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return NULL;
  for (guint i = 0; i < DZ_N_BACKUPS; i++)
    if (g_str_has_prefix (name + end, dz_backup_words[i]))
      {
        DzBackup *self = g_new0 (DzBackup, 1);

        self->path = g_build_filename (folder, name, NULL);
        self->at = g_strdup_printf ("%04d-%02d-%02d %02d:%02d", year, month, day, time / 10000,
                                    time / 100 % 100);
        self->date = g_date_get_julian (
          &(GDate){ .dmy = 1, .day = (guint) day, .month = (guint) month, .year = (guint) year });
        self->kind = i;
        return self;
      }

  return NULL;
}

static int
compare_newest_first (gconstpointer a,
                      gconstpointer b)
{
  const DzBackup *one = *(DzBackup *const *) a, *other = *(DzBackup *const *) b;

  return strcmp (other->path, one->path);
}

/* What tells whether anything happened since: changes, undone steps, reports, settings. */
static char *
describe_state (sqlite3 *handle,
                guint   *n_reports,
                guint   *n_decisions)
{
  static const char sql[] =
    "SELECT (SELECT count(*) FROM report WHERE live = 1),"
    " (SELECT count(*) FROM change c JOIN step s ON s.id = c.step WHERE s.undone = 0 AND"
    "  s.verb NOT IN ('import', 'reread', 'roster', 'county')),"
    " (SELECT count(*) || ' ' || ifnull(max(id), 0) FROM change) || ' ' ||"
    " (SELECT count(*) FROM step WHERE undone = 1) || ' ' || (SELECT ifnull(max(id), 0) FROM version)"
    " || ' ' || (SELECT count(*) FROM import_file)";
  sqlite3_stmt *statement = NULL;
  char *state = NULL;

  if (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL) == SQLITE_OK &&
      sqlite3_step (statement) == SQLITE_ROW)
    {
      *n_reports = (guint) sqlite3_column_int (statement, 0);
      *n_decisions = (guint) sqlite3_column_int (statement, 1);
      state = g_strdup ((const char *) sqlite3_column_text (statement, 2));
    }
  sqlite3_finalize (statement);

  return state;
}

/* Of a file nobody writes to. */
static char *
describe_file (const char *path,
               guint      *n_reports,
               guint      *n_decisions)
{
  sqlite3 *handle = dz_db_open_whole (path);
  char *state = handle != NULL ? describe_state (handle, n_reports, n_decisions) : NULL;

  sqlite3_close (handle);

  return state;
}

/**
 * dz_backup_list:
 * @path: of a review, which need not be there any more
 *
 * Returns: (transfer full) (element-type DzBackup): its backups, the newest first
 */
GPtrArray *
dz_backup_list (const char *path)
{
  g_autofree char *folder = dz_backup_dup_folder (path);
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_backup_free);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      DzBackup *backup = backup_new (folder, name);

      if (backup == NULL)
        continue;
      g_free (describe_file (backup->path, &backup->n_reports, &backup->n_decisions));
      g_ptr_array_add (list, backup);
    }
  g_ptr_array_sort (list, compare_newest_first);

  return list;
}

/* Whether it is the newest of its week, or month, among those not kept for a better reason. */
static gboolean
begins (guint32  date,
        gboolean month,
        guint32 *last)
{
  g_autoptr(GDate) day = g_date_new_julian (date);
  guint32 key = month ? (guint32) (g_date_get_year (day) * 12 + (int) g_date_get_month (day)) : date / 7;

  if (key == *last)
    return FALSE;
  *last = key;

  return TRUE;
}

/**
 * dz_backup_prune:
 * @path: of a review
 *
 * Removes the backups the rule no longer keeps, and nothing else that lies beside them.
 */
void
dz_backup_prune (const char *path)
{
  g_autoptr(GPtrArray) list = dz_backup_list (path);
  guint n_days = 0, n_weeks = 0, n_months = 0, n_others[DZ_N_BACKUPS] = { 0 };
  guint32 last_day = 0, last_week = 0, last_month = 0;

  for (guint i = 0; i < list->len; i++)
    {
      const DzBackup *backup = g_ptr_array_index (list, i);
      gboolean keep;

      if (backup->kind != DZ_BACKUP_DAY)
        keep = n_others[backup->kind]++ < OTHERS;
      else if (n_days < DAYS)
        {
          keep = backup->date != last_day;
          last_day = backup->date;
          n_days += keep;
          last_week = backup->date / 7;
          begins (backup->date, TRUE, &last_month);
        }
      else
        {
          gboolean week = begins (backup->date, FALSE, &last_week);
          gboolean month = begins (backup->date, TRUE, &last_month);

          keep = (week && n_weeks++ < WEEKS) || (month && n_months++ < MONTHS);
        }
      if (!keep)
        g_unlink (backup->path);
    }
}

/**
 * dz_backup_keep_day:
 * @made: (out) (optional): whether one was made
 *
 * Keeps the review as it is before this day's work: once a day, and only if something changed since
 * the newest backup.
 */
gboolean
dz_backup_keep_day (DzStore  *store,
                    gboolean *made,
                    GError  **error)
{
  g_autoptr(GPtrArray) list = NULL;
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *state = NULL;
  guint n_reports = 0, n_decisions = 0;

  g_return_val_if_fail (DZ_IS_STORE (store), FALSE);

  if (made != NULL)
    *made = FALSE;
  if (store->db->read_only != SQLITE_OK)
    return TRUE;
  state = describe_state (store->db->handle, &n_reports, &n_decisions);
  if (n_reports == 0 && n_decisions == 0)
    return TRUE;
  list = dz_backup_list (store->db->path);
  for (guint i = 0; i < list->len; i++)
    {
      const DzBackup *backup = g_ptr_array_index (list, i);
      g_autofree char *old = i == 0 ? describe_file (backup->path, &n_reports, &n_decisions) : NULL;

      if ((backup->kind == DZ_BACKUP_DAY && g_str_has_prefix (backup->at, today)) ||
          (old != NULL && g_strcmp0 (old, state) == 0))
        return TRUE;
    }
  if (!dz_db_keep_backup (store->db, DZ_BACKUP_DAY, error))
    return FALSE;
  if (made != NULL)
    *made = TRUE;
  dz_backup_prune (store->db->path);

  return TRUE;
}

/* A review that cannot be opened stays, with what a crash left beside it, under another name. */
static gboolean
set_aside (const char *path,
           GError    **error)
{
  static const char *const tails[] = { "", "-wal" };
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *day = g_date_time_format (now, "%Y-%m-%d %H%M%S");
  g_autofree char *stem = g_str_has_suffix (path, ".duizhao") ? g_strndup (path, strlen (path) - 8)
                                                              : g_strdup (path);
  g_autofree char *name = g_strdup_printf (_("%s damaged %s.duizhao"), stem, day);

  for (guint i = 0; i < G_N_ELEMENTS (tails); i++)
    {
      g_autofree char *from = g_strconcat (path, tails[i], NULL);
      g_autofree char *to = g_strconcat (name, tails[i], NULL);

      if (g_file_test (from, G_FILE_TEST_EXISTS) && g_rename (from, to) != 0)
        {
          dz_db_set_error (error, SQLITE_READONLY, NULL);
          return FALSE;
        }
    }

  return TRUE;
}

/* What is there now can be had back: as a backup or, where it does not open, beside the review. */
static gboolean
keep_present (const char *path,
              GError    **error)
{
  g_autoptr(DzStore) store = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  store = dz_store_open (path, NULL);
  if (store == NULL)
    return set_aside (path, error);
  if (store->db->read_only != SQLITE_OK)
    {
      dz_db_set_error (error, store->db->read_only, NULL);
      return FALSE;
    }

  return dz_db_keep_backup (store->db, DZ_BACKUP_RESTORE, error);
}

/* Another review may have a log beside it that belongs to it. */
static gboolean
put_contents (const char *backup,
              const char *aside,
              GError    **error)
{
  sqlite3 *handle = dz_db_open_whole (backup);
  sqlite3_int64 len = 0;
  unsigned char *contents = handle != NULL ? sqlite3_serialize (handle, "main", &len, 0) : NULL;
  gboolean ok = contents != NULL && g_file_set_contents_full (aside, (char *) contents, (gssize) len,
                                                              G_FILE_SET_CONTENTS_NONE, 0600, error);

  if (contents == NULL)
    g_set_error (error, DZ_ERROR, DZ_ERROR_STORE, _("This backup does not open. Choose another one."));
  sqlite3_free (contents);
  sqlite3_close (handle);

  return ok;
}

/**
 * dz_backup_restore:
 * @backup: of dz_backup_list(), or any other review
 * @path: of the review it takes the place of
 *
 * Puts a backup in the place of the review. What was there is kept: as a backup, or under another
 * name if it no longer opens. Handles that are open on it find out (dz_store_has_moved()).
 */
gboolean
dz_backup_restore (const char *backup,
                   const char *path,
                   GError    **error)
{
  g_autofree char *aside = NULL;
  g_autofree char *state = NULL;
  guint n_reports = 0, n_decisions = 0;

  g_return_val_if_fail (backup != NULL && path != NULL, FALSE);

  state = describe_file (backup, &n_reports, &n_decisions);
  if (state == NULL)
    {
      g_set_error (error, DZ_ERROR, DZ_ERROR_STORE, _("This backup does not open. Choose another one."));
      return FALSE;
    }
  aside = dz_db_file_make_aside (path, error);
  if (aside == NULL)
    return FALSE;
  if (!put_contents (backup, aside, error) || !dz_backup_prove (aside, -1, error) ||
      !keep_present (path, error))
    {
      dz_db_file_drop (aside);
      return FALSE;
    }

  return dz_db_file_put (aside, path, TRUE, NULL, error);
}
