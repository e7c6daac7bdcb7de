/* dz-session-seals.c - what was opened held against its checksums, while it is looked at already
 *
 * They are a quarter of the work of opening. A bit that turned is told as soon as it is found, and the store keeps no change
 * before that (dz_store_put_off_seals()).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-session-private.h"

#include "dz-seals-job.h"

/* Goes with the session. */
typedef struct
{
  DzSession *session;
  guint source; /* 0: begun with */
  GCancellable *cancellable;
} Seals;

static void
seals_free (gpointer data)
{
  Seals *seals = data;

  g_clear_handle_id (&seals->source, g_source_remove);
  g_cancellable_cancel (seals->cancellable);
  g_object_unref (seals->cancellable);
  g_free (seals);
}

/* @broken: (nullable): as in dz_store_take_broken() */
static void
take_broken (DzSession *self,
             GArray    *broken)
{
  g_autofree char *words = NULL;

  if (!dz_store_take_broken (self->store, broken))
    return;
  words = dz_session_dup_untrue (self);
  dz_session_tell (self, words);
}

static void
seals_checked_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) broken = dz_seals_check_finish (result, &error);
  DzSession *self = user_data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* there is no session any more */
  /* what the job read under the name may be another review */
  if (dz_store_has_moved (self->store))
    g_clear_pointer (&broken, g_array_unref);
  take_broken (self, broken);
}

static gboolean
check_cb (gpointer user_data)
{
  Seals *seals = user_data;

  seals->source = 0;
  dz_seals_check_async (dz_store_get_path (seals->session->store), seals->cancellable, seals_checked_cb, seals->session);

  return G_SOURCE_REMOVE;
}

/**
 * dz_session_check_seals_soon:
 *
 * For whoever shows what dz_session_new() opened: once it is seen, a job looks at the checksums.
 */
void
dz_session_check_seals_soon (DzSession *self)
{
  Seals *seals;

  g_return_if_fail (DZ_IS_SESSION (self));

  seals = g_new0 (Seals, 1);
  seals->session = self;
  seals->cancellable = g_cancellable_new ();
  seals->source = g_idle_add_full (G_PRIORITY_LOW, check_cb, seals, NULL);
  g_object_set_data_full (G_OBJECT (self), "dz-seals", seals, seals_free);
}

/* Before the store is given up for another one: what it has not been held against yet would never be told. */
void
dz_session_finish_seals (DzSession *self)
{
  take_broken (self, NULL);
}
