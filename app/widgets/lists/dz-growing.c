/* dz-growing.c - a scrolled list that makes its parts as they are scrolled to
 *
 * Rows of different heights, with buttons and tags of their own, cannot come from a GtkListView without being thrown
 * away under the keyboard. Nearly nobody scrolls through a thousand of them, and laying out those nobody looks at cost
 * seconds: the first are made, and more before the last one comes into sight.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-growing.h"

struct _DzGrowing
{
  GtkAdjustment *along;
  guint at_once;
  DzGrowingMake make;
  gpointer user_data;
  guint n_parts;
  guint n_made;
};

static void
grow_to (DzGrowing *self,
         guint      n)
{
  for (; self->n_made < MIN (n, self->n_parts); self->n_made++)
    self->make (self->n_made, self->user_data);
}

static void
scrolled_cb (DzGrowing *self)
{
  double page = gtk_adjustment_get_page_size (self->along);

  if (gtk_adjustment_get_value (self->along) + 2 * page >= gtk_adjustment_get_upper (self->along))
    grow_to (self, self->n_made + self->at_once);
}

/**
 * dz_growing_new:
 * @along: the adjustment the list is scrolled by
 * @at_once: how many parts are made at first, and each time more are wanted: more than a page holds
 * @make: called with @user_data for each part
 *
 * Returns: (transfer full): a list without parts
 */
DzGrowing *
dz_growing_new (GtkAdjustment *along,
                guint          at_once,
                DzGrowingMake  make,
                gpointer       user_data)
{
  DzGrowing *self;

  g_return_val_if_fail (GTK_IS_ADJUSTMENT (along) && at_once > 0 && make != NULL, NULL);

  self = g_new0 (DzGrowing, 1);
  self->along = g_object_ref (along);
  self->at_once = at_once;
  self->make = make;
  self->user_data = user_data;
  g_signal_connect_swapped (along, "value-changed", G_CALLBACK (scrolled_cb), self);

  return self;
}

void
dz_growing_free (DzGrowing *self)
{
  if (self == NULL)
    return;

  g_signal_handlers_disconnect_by_data (self->along, self);
  g_object_unref (self->along);
  g_free (self);
}

/**
 * dz_growing_start:
 * @n_parts: how many there are now; the owner has taken the old ones away
 * @keep: whether it shows the same list anew: whoever had scrolled on finds what was made before
 *
 * Makes the first parts.
 */
void
dz_growing_start (DzGrowing *self,
                  guint      n_parts,
                  gboolean   keep)
{
  guint n = keep ? MAX (self->n_made, self->at_once) : self->at_once;

  self->n_parts = n_parts;
  self->n_made = 0;
  grow_to (self, n);
}
