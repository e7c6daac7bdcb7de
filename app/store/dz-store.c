/* dz-store.c - a review file: one change as a transaction
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-broken.h"
#include "dz-seal.h"

#include "dz-error.h"

#include <glib/gi18n-lib.h>

#define SETTLE_MS 300 /* the main file alone holds what is older than a second */

G_DEFINE_FINAL_TYPE (DzStore, dz_store, G_TYPE_OBJECT)

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
forget_settling (DzStore *self)
{
  if (self->settling == NULL)
    return;
  g_source_destroy (self->settling);
  g_clear_pointer (&self->settling, g_source_unref);
}

static void
dz_store_finalize (GObject *object)
{
  DzStore *self = DZ_STORE (object);

  if (self->settling != NULL)
    dz_db_settle (self->db);
  forget_settling (self);
  g_clear_pointer (&self->db, dz_db_close);
  dz_seal_free (self);
  g_clear_pointer (&self->name_keys, g_hash_table_unref);
  g_clear_pointer (&self->bodies, g_hash_table_unref);
  g_clear_pointer (&self->stale_bodies, g_array_unref);
  g_clear_pointer (&self->digested, dz_text_unref);
  g_clear_pointer (&self->digest, g_free);
  g_clear_pointer (&self->untrue_reports, g_hash_table_unref);

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
  self->untrue_reports = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
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

/**
 * dz_store_check_place:
 *
 * For those who are about to write, or to open the file by its name: dz_store_open() would find another one, or none.
 *
 * Returns: %FALSE with %DZ_ERROR_MOVED if dz_store_has_moved(), and with %DZ_ERROR_BROKEN where checksums that were put off
 *   do not hold: nothing is decided upon before that is told; asked again it is %TRUE
 */
gboolean
dz_store_check_place (DzStore *self,
                      GError **error)
{
  g_return_val_if_fail (DZ_IS_STORE (self), FALSE);

  if (!dz_db_has_moved (self->db))
    return dz_broken_catch_up (self, error);
  g_set_error (error, DZ_ERROR, DZ_ERROR_MOVED,
               _("The review was moved, renamed or replaced while it was open: the change was not kept."
                 " Save a copy of the review and go on with the copy."));

  return FALSE;
}

/**
 * dz_store_is_read_only:
 *
 * Returns: whether the review is open for reading: nothing may be written where it lies. What is
 *   shown is what it held when it was opened; every change is refused with the reason.
 */
gboolean
dz_store_is_read_only (DzStore *self)
{
  g_return_val_if_fail (DZ_IS_STORE (self), FALSE);

  return self->db->read_only != SQLITE_OK;
}

/**
 * dz_store_get_step:
 *
 * Returns: the undo step this handle's last change belongs to, 0 if it changed nothing
 */
gint64
dz_store_get_step (DzStore *self)
{
  g_return_val_if_fail (DZ_IS_STORE (self), 0);

  return self->step;
}

/**
 * dz_store_is_stale:
 *
 * Returns: whether another handle, of this program or another, wrote to the file since
 *   dz_store_load()
 */
gboolean
dz_store_is_stale (DzStore *self)
{
  g_return_val_if_fail (DZ_IS_STORE (self), FALSE);

  return dz_store_get_version (self) != self->loaded_version;
}

/**
 * dz_store_get_version:
 *
 * Returns: a number that changes when another handle writes to the file
 */
gint64
dz_store_get_version (DzStore *self)
{
  g_return_val_if_fail (DZ_IS_STORE (self), 0);

  return dz_db_get_int (self->db, "PRAGMA data_version", DZ_NO_CELLS);
}

/**
 * dz_store_set_seen:
 * @version: dz_store_get_version() before another handle's dz_store_load()
 *
 * What that one loaded is what the owner of this handle shows: it is stale only if somebody wrote since.
 */
void
dz_store_set_seen (DzStore *self,
                   gint64   version)
{
  g_return_if_fail (DZ_IS_STORE (self));

  self->loaded_version = version;
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

/* The roster as it was read holds no more: after a rollback, and when another program wrote. */
void
dz_store_forget_bodies (DzStore *self)
{
  g_clear_pointer (&self->bodies, g_hash_table_unref);
  g_array_set_size (self->stale_bodies, 0);
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
      if (self->db->read_only != SQLITE_OK)
        {
          dz_db_set_error (error, self->db->read_only, NULL);
          return FALSE;
        }
      if (!dz_store_check_place (self, error) || !dz_db_script (self->db, "BEGIN IMMEDIATE", error))
        return FALSE;
      self->failed = FALSE;
      self->changed = FALSE;
      self->step = self->group != NULL ? self->group_step : 0;
      self->verb = self->group != NULL ? self->group : verb;
    }
  self->depth++;

  return TRUE;
}

static void
forget_changes (DzStore *self)
{
  dz_db_script (self->db, "ROLLBACK", NULL);
  dz_store_forget_bodies (self);
  dz_seal_forget (self);
}

static gboolean
settle_cb (gpointer user_data)
{
  DzStore *self = DZ_STORE (user_data);

  forget_settling (self);
  /* an open step does it at its end */
  if (self->depth == 0 && self->group == NULL)
    dz_db_settle (self->db);

  return G_SOURCE_REMOVE;
}

/* The decision is kept once its log is on the disk. That the main file alone holds it costs as many writes to the disk
 * again, so a person who decides one after the other waits for them only where no main loop runs that does it after. */
static void
settle_soon (DzStore *self)
{
  if (g_main_depth () == 0)
    {
      dz_db_settle (self->db);
      return;
    }
  if (self->settling != NULL)
    return;
  self->settling = g_timeout_source_new (SETTLE_MS);
  g_source_set_callback (self->settling, settle_cb, self, NULL);
  g_source_attach (self->settling, g_main_context_get_thread_default ());
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
      forget_changes (self);
      return FALSE;
    }
  if (!dz_seal_write (self, error) || !dz_store_check_place (self, error) ||
      !dz_db_script (self->db, "COMMIT", error))
    {
      forget_changes (self);
      return FALSE;
    }
  dz_step_remember (self);
  if (self->group != NULL)
    {
      self->group_step = self->step;
      dz_db_give_way (self->db);
    }
  else
    settle_soon (self);
  if (self->changed)
    g_signal_emit (self, signals[CHANGED], 0);

  return TRUE;
}
