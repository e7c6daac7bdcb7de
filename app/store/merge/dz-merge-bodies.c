/* dz-merge-bodies.c - what the roster there says of bodies both reviews have
 *
 * Who counted the villages of a township there has not done it for nothing: what ours does not say is taken over; where
 * both say something else, a person decides as in all other matters.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-merge-private.h"

static const char *const of_body[][2] = {
  { "households", NULL }, { "population", NULL }, { "villages", NULL }, { "contact", NULL }, { "past", NULL }, { "due", NULL },
};

static void
list_said (const DzBody *body,
           gboolean      said[static G_N_ELEMENTS (of_body)])
{
  said[0] = body->households != 0;
  said[1] = body->population != 0;
  said[2] = body->villages != 0;
  said[3] = body->contact != NULL;
  said[4] = body->past != NULL;
  said[5] = body->due != DZ_KIND_OTHER;
}

static const DzBody *
find_own (GPtrArray *bodies,
          gint64     id)
{
  for (guint i = 0; i < bodies->len; i++)
    if (((const DzBody *) g_ptr_array_index (bodies, i))->id == id)
      return g_ptr_array_index (bodies, i);

  return NULL;
}

static gboolean
merge_one (DzMerge      *self,
           const DzBody *own,
           const DzBody *theirs)
{
  DzMergePair pair = { &dz_table_body, NULL, own, theirs, own->id, theirs->id, FALSE, FALSE, g_intern_string (theirs->name), DZ_SPAN_NONE };
  gboolean own_said[G_N_ELEMENTS (of_body)], they_said[G_N_ELEMENTS (of_body)];
  gboolean ok = TRUE;

  if (!dz_store_enter (self->store, "merge", self->error))
    return FALSE;
  list_said (own, own_said);
  list_said (theirs, they_said);
  for (guint i = 0; ok && i < G_N_ELEMENTS (of_body); i++)
    {
      pair.columns = of_body[i];
      pair.own_decided = own_said[i];
      pair.their_decided = they_said[i];
      ok = dz_merge_pair (self, &pair);
    }

  return dz_store_leave (self->store, ok, self->error);
}

/* Each a transaction of its own. */
gboolean
dz_merge_bodies (DzMerge *self)
{
  g_autoptr(GPtrArray) bodies = dz_store_list_bodies (self->store, self->error);
  gboolean ok = bodies != NULL;

  for (guint i = 0; ok && i < self->review->bodies->len; i++)
    {
      const DzBody *theirs = g_ptr_array_index (self->review->bodies, i);
      const DzBody *own = find_own (bodies, dz_store_find_body (self->store, theirs->name));

      ok = own == NULL || merge_one (self, own, theirs);
    }

  return ok;
}
