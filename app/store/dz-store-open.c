/* dz-store-open.c - a review file made or opened
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-seal.h"

#include "dz-db-file.h"
#include "dz-error.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

static void
row_written_cb (gpointer      user_data,
                int           operation,
                const char   *database,
                const char   *table,
                sqlite3_int64 row)
{
  DzStore *self = user_data;

  dz_seal_note (self, table, row);
  if (strcmp (table, "body") == 0)
    dz_store_body_written (self, row);
}

static DzStore *
store_new (DzDb *db)
{
  DzStore *self = g_object_new (DZ_TYPE_STORE, NULL);

  self->db = db;
  self->last_known_step = dz_db_get_int (db, "SELECT max(id) FROM step", DZ_NO_CELLS);
  dz_seal_init (self);
  sqlite3_update_hook (db->handle, row_written_cb, self);
  if (db->migrated && db->read_only == SQLITE_OK)
    dz_seal_all (self);

  return self;
}

/* The settings of a county nobody has described yet. */
static DzStore *
store_new_filled (const char *path,
                  GError    **error)
{
  g_autoptr(DzCounty) county = dz_county_new ();
  g_autoptr(DzStore) self = NULL;
  DzDb *db = dz_db_open (path, TRUE, error);

  if (db == NULL)
    return NULL;
  self = store_new (db);
  if (!dz_store_enter (self, "county", error) ||
      !dz_store_leave (self, dz_store_write_county (self, county, NULL, FALSE, error), error))
    return NULL;

  return g_steal_pointer (&self);
}

/* Made aside and then given its name, so that nobody ever sees half of it. */
static gboolean
make_review (const char *path,
             gboolean   *there,
             GError    **error)
{
  g_autofree char *aside = dz_db_file_make_aside (path, error);
  g_autoptr(DzStore) made = aside != NULL ? store_new_filled (aside, error) : NULL;

  if (made == NULL)
    {
      if (aside != NULL)
        dz_db_file_drop (aside);
      return FALSE;
    }
  g_clear_object (&made);

  return dz_db_file_put (aside, path, FALSE, there, error);
}

/* Whether the name is free, or taken by a file nothing was ever put in. */
static gboolean
is_free (const char *path)
{
  GStatBuf info;

  return g_stat (path, &info) != 0 || (S_ISREG (info.st_mode) && dz_db_file_is_blank (path));
}

/**
 * dz_store_create:
 * @path: of no file yet, or of an empty one; NAME.duizhao by habit
 *
 * The file is there once it is whole: a kill or a full disk leaves none.
 *
 * Returns: (transfer full) (nullable): an empty review with a default county, or %NULL with
 *   @error of %DZ_ERROR
 */
DzStore *
dz_store_create (const char *path,
                 GError    **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  if (!is_free (path))
    {
      g_set_error (error, DZ_ERROR, DZ_ERROR_STORE,
                   _("There is a file of that name already. Choose another name."));
      return NULL;
    }
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return store_new_filled (path, error);

  return make_review (path, NULL, error) ? dz_store_open (path, error) : NULL;
}

/**
 * dz_store_open_or_create:
 * @path: of a review, or as for dz_store_create()
 *
 * However many programs do this at once, all get the same review.
 *
 * Returns: (transfer full) (nullable): the review
 */
DzStore *
dz_store_open_or_create (const char *path,
                         GError    **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_autoptr(GError) problem = NULL;
      gboolean there = FALSE;

      if (!make_review (path, &there, &problem) && !there)
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return NULL;
        }
    }
  else if (is_free (path))
    return store_new_filled (path, error);

  return dz_store_open (path, error);
}

/**
 * dz_store_open:
 *
 * Opens a review and brings it to the current schema.
 *
 * Returns: (transfer full) (nullable): the review, or %NULL with @error: %DZ_ERROR_NOT_A_REVIEW
 *   for any other file and for a review of a newer program, %DZ_ERROR_STORE for a locked,
 *   write-protected or damaged one, %DZ_ERROR_IO for one that is not there
 */
DzStore *
dz_store_open (const char *path,
               GError    **error)
{
  DzDb *db;

  g_return_val_if_fail (path != NULL, NULL);

  db = dz_db_open (path, FALSE, error);

  return db != NULL ? store_new (db) : NULL;
}
