/* dz-store.c - a review file: opening, and one change as a transaction
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-db-file.h"
#include "dz-store-private.h"

#include "dz-error.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

G_DEFINE_FINAL_TYPE (DzStore, dz_store, G_TYPE_OBJECT)

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
dz_store_finalize (GObject *object)
{
  DzStore *self = DZ_STORE (object);

  g_clear_pointer (&self->db, dz_db_close);
  g_clear_pointer (&self->name_keys, g_hash_table_unref);
  g_clear_pointer (&self->bodies, g_hash_table_unref);
  g_clear_pointer (&self->stale_bodies, g_array_unref);
  g_clear_pointer (&self->digested, dz_text_unref);
  g_clear_pointer (&self->digest, g_free);

  G_OBJECT_CLASS (dz_store_parent_class)->finalize (object);
}

static void
dz_store_class_init (DzStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dz_store_finalize;

  signals[CHANGED] = g_signal_new ("changed", DZ_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
dz_store_init (DzStore *self)
{
  self->owner = g_thread_self ();
  self->name_keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->stale_bodies = g_array_new (FALSE, FALSE, sizeof (gint64));
}

static DzStore *
store_new (DzDb *db)
{
  DzStore *self = g_object_new (DZ_TYPE_STORE, NULL);

  self->db = db;
  dz_store_watch_bodies (self);

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
      !dz_store_leave (self, dz_store_write_county (self, county, FALSE, error), error))
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

/**
 * dz_store_get_path:
 *
 * Returns: (transfer none): the file as it was opened
 */
const char *
dz_store_get_path (DzStore *self)
{
  g_return_val_if_fail (DZ_IS_STORE (self), NULL);

  return self->db->path;
}

/**
 * dz_store_has_moved:
 *
 * Returns: whether the file was renamed, removed or replaced while it was open. Every change is
 *   refused with %DZ_ERROR_MOVED then; dz_store_save_copy() keeps what the review holds.
 */
gboolean
dz_store_has_moved (DzStore *self)
{
  g_return_val_if_fail (DZ_IS_STORE (self), FALSE);

  return dz_db_has_moved (self->db);
}

static gboolean
check_place (DzStore *self,
             GError **error)
{
  if (!dz_db_has_moved (self->db))
    return TRUE;
  g_set_error (error, DZ_ERROR, DZ_ERROR_MOVED,
               _("The review was moved, renamed or replaced while it was open: the change was not kept."
                 " Save a copy of the review and go on with the copy."));

  return FALSE;
}

/**
 * dz_store_hold:
 * @verb: of the undo step, as in #DzLogEntry
 *
 * Makes the changes up to dz_store_release() one transaction and one undo step. Holds nest.
 */
gboolean
dz_store_hold (DzStore    *self,
               const char *verb,
               GError    **error)
{
  return dz_store_enter (self, g_intern_string (verb), error);
}

/**
 * dz_store_release:
 * @ok: %FALSE rolls everything since the outermost hold back
 *
 * Returns: whether it is on disk (or, inside another hold, will be with that one)
 */
gboolean
dz_store_release (DzStore  *self,
                  gboolean  ok,
                  GError  **error)
{
  return dz_store_leave (self, ok, error);
}

/* Starts a change, or joins the one that is open. @verb names its step in the journal. */
gboolean
dz_store_enter (DzStore    *self,
                const char *verb,
                GError    **error)
{
  g_return_val_if_fail (DZ_IS_STORE (self), FALSE);
  g_return_val_if_fail (self->owner == g_thread_self (), FALSE);

  if (self->depth == 0)
    {
      if (!check_place (self, error) || !dz_db_script (self->db, "BEGIN IMMEDIATE", error))
        return FALSE;
      self->failed = FALSE;
      self->changed = FALSE;
      self->step = self->group != NULL ? self->group_step : 0;
      self->verb = self->group != NULL ? self->group : verb;
    }
  self->depth++;

  return TRUE;
}

/* Ends what dz_store_enter() started. Returns whether all of it is on disk. */
gboolean
dz_store_leave (DzStore  *self,
                gboolean  ok,
                GError  **error)
{
  g_assert (self->depth > 0);

  if (!ok)
    self->failed = TRUE;
  if (--self->depth > 0)
    return ok;

  if (self->failed)
    {
      dz_db_script (self->db, "ROLLBACK", NULL);
      dz_store_forget_bodies (self);
      return FALSE;
    }
  if (!check_place (self, error) || !dz_db_script (self->db, "COMMIT", error))
    {
      dz_db_script (self->db, "ROLLBACK", NULL);
      dz_store_forget_bodies (self);
      return FALSE;
    }
  if (self->group != NULL)
    self->group_step = self->step;
  else
    dz_db_settle (self->db);
  if (self->changed)
    g_signal_emit (self, signals[CHANGED], 0);

  return TRUE;
}
