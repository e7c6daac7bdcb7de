/* dz-slices.c - a list on screen takes over another list's rows, a few at a time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-slices.h"

#define AT_ONCE 12
#define SLICE 6
/* GTK makes widgets for some 200 rows round those in sight: the rest at once, or each slice lays these out again */
#define DRAWN 240

/**
 * dz_slices_init:
 * @type: of the rows
 * @follow: (nullable): %NULL: every row is replaced
 * @taken: (nullable): called with @user_data after each slice
 */
void
dz_slices_init (DzSlices      *self,
                GType          type,
                DzSlicesFollow follow,
                DzSlicesTaken  taken,
                gpointer       user_data)
{
  self->follow = follow;
  self->taken = taken;
  self->user_data = user_data;
  self->rows = g_list_store_new (type);
}

void
dz_slices_clear (DzSlices *self)
{
  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->source);
  g_clear_object (&self->rows);
}

/* Rows of the source take the places of @n rows from where it stands, or come behind the last. */
static void
replace_run (DzSlices *self,
             guint     n)
{
  guint shown = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  g_autoptr(GPtrArray) run = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (run, g_list_model_get_item (self->source, self->at + i));
  g_list_store_splice (self->rows, self->at, self->at < shown ? MIN (n, shown - self->at) : 0, run->pdata, run->len);
  self->at += n;
}

static DzFollow
follow (DzSlices *self,
        guint     at)
{
  g_autoptr(GObject) shown = self->follow != NULL ? g_list_model_get_item (G_LIST_MODEL (self->rows), at) : NULL;
  g_autoptr(GObject) next = shown != NULL ? g_list_model_get_item (self->source, at) : NULL;

  if (next == NULL)
    return DZ_FOLLOW_NOT;

  return shown == next ? DZ_FOLLOW_AS_IS : self->follow (shown, next);
}

/* Puts the next @n rows that must be drawn in their places; FALSE when all are there. */
static gboolean
take_slice (DzSlices *self,
            guint     n)
{
  guint total = g_list_model_get_n_items (self->source);
  gboolean more;

  while (n > 0 && self->at < total)
    {
      DzFollow followed = follow (self, self->at);

      if (followed == DZ_FOLLOW_NOT)
        {
          replace_run (self, MIN (n, total - self->at));
          break;
        }
      self->at++;
      n -= followed == DZ_FOLLOW_CHANGED;
    }
  more = self->at < total;
  if (!more && g_list_model_get_n_items (G_LIST_MODEL (self->rows)) > total)
    g_list_store_splice (self->rows, total, g_list_model_get_n_items (G_LIST_MODEL (self->rows)) - total, NULL, 0);
  if (self->taken != NULL)
    self->taken (self->user_data, !more);

  return more;
}

static gboolean
idle_cb (gpointer data)
{
  DzSlices *self = data;

  if (take_slice (self, self->at < DRAWN ? SLICE : G_MAXUINT))
    return G_SOURCE_CONTINUE;
  self->idle = 0;
  g_clear_object (&self->source);

  return G_SOURCE_REMOVE;
}

/**
 * dz_slices_take:
 * @source: whose rows are to be shown, in its order; it must not change meanwhile
 */
void
dz_slices_take (DzSlices   *self,
                GListModel *source)
{
  g_set_object (&self->source, source);
  self->at = 0;
  if (!take_slice (self, AT_ONCE))
    {
      g_clear_handle_id (&self->idle, g_source_remove);
      g_clear_object (&self->source);
    }
  else if (self->idle == 0)
    self->idle = g_idle_add (idle_cb, self);
}
