/* dz-step-owner.c - whose step it is: nobody takes back what somebody else decided
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-store-private.h"

/* Steps this program wrote, through whichever handle: "number of the step, path". */
static GHashTable *made_here;
static GMutex made_lock;

static char *
dup_key (DzStore *self,
         gint64   step)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT ", %s", step, self->db->path);
}

/* The step of this transaction is on disk. */
void
dz_step_remember (DzStore *self)
{
  if (self->step == 0)
    return;
  g_mutex_lock (&made_lock);
  if (made_here == NULL)
    made_here = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_add (made_here, dup_key (self, self->step));
  g_mutex_unlock (&made_lock);
}

/*
 * Made by this program, or by the same person before this handle opened the review: what another
 * window does since is not this one's.
 */
gboolean
dz_step_is_own (DzStore  *self,
                gint64    step,
                gboolean  same_person)
{
  g_autofree char *key = dup_key (self, step);
  gboolean made;

  g_mutex_lock (&made_lock);
  made = made_here != NULL && g_hash_table_contains (made_here, key);
  g_mutex_unlock (&made_lock);

  return made || (same_person && step <= self->last_known_step);
}
