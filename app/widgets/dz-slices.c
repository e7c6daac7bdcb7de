/* dz-slices.c - a list on screen takes over another list's rows, a few at a time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-slices.h"

#define AT_ONCE 12
#define SLICE 6

/**
 * dz_slices_init:
 * @type: of the rows
 * @taken: (nullable): called with @user_data after each slice
 */
void
dz_slices_init (DzSlices      *self,
                GType          type,
                DzSlicesTaken  taken,
                gpointer       user_data)
{
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

/* Puts the next @n rows of the source in their places; FALSE when all are there. */
static gboolean
take_slice (DzSlices *self,
            guint     n)
{
  guint total = g_list_model_get_n_items (self->source);
  guint shown = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  g_autoptr(GPtrArray) slice = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean more;

  for (guint i = 0; i < n && self->at + i < total; i++)
    g_ptr_array_add (slice, g_list_model_get_item (self->source, self->at + i));
  more = self->at + slice->len < total;
  g_list_store_splice (self->rows, self->at, more ? MIN (slice->len, shown - self->at) : shown - self->at,
                       slice->pdata, slice->len);
  self->at += slice->len;
  if (self->taken != NULL)
    self->taken (self->user_data, !more);

  return more;
}

static gboolean
idle_cb (gpointer data)
{
  DzSlices *self = data;

  if (take_slice (self, SLICE))
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
