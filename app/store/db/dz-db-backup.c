/* dz-db-backup.c - dated copies of a review in the user's own folder
 *
 * They lie on another disk than a review on a stick, under its name and a few letters of its place:
 * two counties that call their files alike have a folder each.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-db-backup.h"

#include "dz-db-copy.h"
#include "dz-db-file.h"
#include "dz-digest.h"
#include "dz-error.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define LETTERS 8
#define LONGEST_STEM 120 /* bytes: what follows has to fit into a name */

const char *const dz_backup_words[DZ_N_BACKUPS] = { "day", "update", "restore" };

/**
 * dz_backup_dup_folder:
 * @path: of a review
 *
 * Returns: (transfer full): where its backups are
 */
char *
dz_backup_dup_folder (const char *path)
{
  g_autofree char *full = g_canonicalize_filename (path, NULL);
  g_autofree char *base = g_path_get_basename (full);
  g_autofree char *sum = dz_digest_dup_hex (full, strlen (full));
  const char *dot = strrchr (base, '.');
  gsize len = dot != NULL && dot > base ? (gsize) (dot - base) : strlen (base);
  g_autofree char *name = NULL;

  while (len > LONGEST_STEM)
    len = (gsize) (g_utf8_find_prev_char (base, base + len) - base);
  name = g_strdup_printf ("%.*s %.*s", (int) len, base, LETTERS, sum);

  return g_build_filename (g_get_user_data_dir (), "duizhao", "backups", name, NULL);
}

/**
 * dz_backup_prove:
 * @path: of a copy
 * @n_reports: how many it has to have; -1: any number
 *
 * Returns: whether it opens and is whole
 */
gboolean
dz_backup_prove (const char  *path,
                 gint64       n_reports,
                 GError     **error)
{
  sqlite3 *handle = dz_db_open_still (path);
  sqlite3_stmt *statement = NULL;
  gboolean ok = FALSE;

  if (handle != NULL &&
      sqlite3_prepare_v2 (handle, "SELECT (SELECT count(*) FROM report), integrity_check FROM"
                                  " pragma_integrity_check(1)", -1, &statement, NULL) == SQLITE_OK &&
      sqlite3_step (statement) == SQLITE_ROW)
    ok = (n_reports < 0 || sqlite3_column_int64 (statement, 0) == n_reports) &&
         g_strcmp0 ((const char *) sqlite3_column_text (statement, 1), "ok") == 0;
  sqlite3_finalize (statement);
  sqlite3_close (handle);
  if (!ok)
    g_set_error (error, DZ_ERROR, DZ_ERROR_STORE,
                 _("The backup that was made does not open. Save a copy of the review yourself."));

  return ok;
}

/* Of two in the same second the later has a number. */
static char *
name_backup (const char   *folder,
             DzBackupKind  kind)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *day = g_date_time_format (now, "%Y-%m-%d %H%M%S");

  for (guint i = 1;; i++)
    {
      g_autofree char *number = i > 1 ? g_strdup_printf (" %u", i) : g_strdup ("");
      g_autofree char *name = g_strconcat (day, " ", dz_backup_words[kind], number, ".duizhao", NULL);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
}

/**
 * dz_db_keep_backup:
 * @kind: what it is made for
 *
 * Makes a backup of the review as it is now and proves that it opens.
 */
gboolean
dz_db_keep_backup (DzDb         *self,
                   DzBackupKind  kind,
                   GError      **error)
{
  g_autofree char *folder = dz_backup_dup_folder (self->path);
  g_autofree char *path = name_backup (folder, kind);
  g_autofree char *aside = NULL;
  gint64 n_reports = dz_db_get_int (self, "SELECT count(*) FROM report", DZ_NO_CELLS);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, DZ_ERROR, DZ_ERROR_STORE,
                   _("No backup could be made in %s. Make room there, or let yourself write to it."), folder);
      return FALSE;
    }
  aside = dz_db_file_make_aside (path, error);
  if (aside == NULL)
    return FALSE;
  if (!dz_db_copy (self, aside, NULL, NULL, NULL, error) || !dz_backup_prove (aside, n_reports, error))
    {
      dz_db_file_drop (aside);
      return FALSE;
    }

  return dz_db_file_put (aside, path, FALSE, NULL, error);
}
