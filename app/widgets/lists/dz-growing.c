/* dz-growing.c - a scrolled list that makes its parts as they are scrolled to
 *
 * Rows of different heights, with buttons and tags of their own, cannot come from a GtkListView without being thrown
 * away under the keyboard. Nearly nobody scrolls through a thousand of them, and laying out those nobody looks at cost
 * seconds: those in sight are made, some more when the main loop has nothing better to do, and more again before the
 * last one comes into sight.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-growing.h"

#define FRAMES 50 /* ms: time for a frame or two */
#define SLICE 4

struct _DzGrowing
{
  GtkAdjustment *along;
  guint first;
  guint at_once;
  DzGrowingMake make;
  gpointer user_data;
  guint n_parts;
  guint n_made;
  guint ahead;   /* how many are made without being scrolled to */
  guint slicing; /* the source that makes these */
  guint filling; /* the source that makes more where a page is not full */
};

static void
grow_to (DzGrowing *self,
         guint      n)
{
  for (; self->n_made < MIN (n, self->n_parts); self->n_made++)
    self->make (self->n_made, self->user_data);
}

static gboolean
slice_cb (gpointer user_data)
{
  DzGrowing *self = user_data;

  grow_to (self, MIN (self->n_made + SLICE, self->ahead));
  if (self->n_made < self->ahead)
    return G_SOURCE_CONTINUE;
  self->slicing = 0;

  return G_SOURCE_REMOVE;
}

static void
scrolled_cb (DzGrowing *self)
{
  double page = gtk_adjustment_get_page_size (self->along);

  if (gtk_adjustment_get_value (self->along) + 2 * page >= gtk_adjustment_get_upper (self->along))
    grow_to (self, self->n_made + self->at_once);
}

/* What does not fill its page cannot be scrolled, so nobody could ask for more. */
static gboolean
is_page_full (const DzGrowing *self)
{
  return gtk_adjustment_get_page_size (self->along) < gtk_adjustment_get_upper (self->along);
}

static gboolean
fill_cb (gpointer user_data)
{
  DzGrowing *self = user_data;

  if (self->slicing == 0 && !is_page_full (self))
    grow_to (self, self->n_made + self->at_once);
  if (!is_page_full (self) && self->n_made < self->n_parts)
    return G_SOURCE_CONTINUE;
  self->filling = 0;

  return G_SOURCE_REMOVE;
}

/* The page or what is on it has another size. This is told while both are laid out: no time to put more on it; and
 * what is put on it is laid out with the next frame, until when nobody knows whether it is enough. */
static void
changed_cb (DzGrowing *self)
{
  if (self->filling == 0 && self->n_made < self->n_parts && gtk_adjustment_get_page_size (self->along) > 0 && !is_page_full (self))
    self->filling = g_timeout_add (FRAMES, fill_cb, self);
}

/**
 * dz_growing_find_along:
 * @page: a page of preferences, which keeps what it is scrolled by to itself
 *
 * Returns: (transfer none): the adjustment the page is scrolled by
 */
GtkAdjustment *
dz_growing_find_along (GtkWidget *page)
{
  GtkWidget *child = gtk_widget_get_first_child (page);

  while (child != NULL && !GTK_IS_SCROLLED_WINDOW (child))
    child = gtk_widget_get_first_child (child);
  g_return_val_if_fail (child != NULL, NULL);

  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (child));
}

/**
 * dz_growing_new:
 * @along: the adjustment the list is scrolled by
 * @first: how many parts are made before the list is shown: as many as are in sight on most screens
 * @at_once: how many there are soon after, and how many more are made each time they are wanted: more than most pages hold
 * @make: called with @user_data for each part
 *
 * Returns: (transfer full): a list without parts
 */
DzGrowing *
dz_growing_new (GtkAdjustment *along,
                guint          first,
                guint          at_once,
                DzGrowingMake  make,
                gpointer       user_data)
{
  DzGrowing *self;

  g_return_val_if_fail (GTK_IS_ADJUSTMENT (along) && first > 0 && at_once >= first && make != NULL, NULL);

  self = g_new0 (DzGrowing, 1);
  self->along = g_object_ref (along);
  self->first = first;
  self->at_once = at_once;
  self->make = make;
  self->user_data = user_data;
  g_signal_connect_swapped (along, "value-changed", G_CALLBACK (scrolled_cb), self);
  g_signal_connect_swapped (along, "changed", G_CALLBACK (changed_cb), self);

  return self;
}

void
dz_growing_free (DzGrowing *self)
{
  if (self == NULL)
    return;

  g_clear_handle_id (&self->filling, g_source_remove);
  g_clear_handle_id (&self->slicing, g_source_remove);
  g_signal_handlers_disconnect_by_data (self->along, self);
  g_object_unref (self->along);
  g_free (self);
}

/* The parts of the list as it was up to the lower end of the page: they have the keyboard and what is looked at. */
static guint
count_seen (const DzGrowing *self)
{
  double end = gtk_adjustment_get_value (self->along) + gtk_adjustment_get_page_size (self->along);
  double upper = gtk_adjustment_get_upper (self->along);

  /* shown anew twice before a frame: the size is still of all that was to be made */
  return upper > 0 ? (guint) (MIN (end / upper, 1) * MAX (self->n_made, self->ahead)) + 2 : 0;
}

/**
 * dz_growing_start:
 * @n_parts: how many there are now; the owner has taken the old ones away
 * @keep: whether it shows the same list anew: whoever had scrolled on finds what was made before
 *
 * Makes the parts that are in sight; the others of the first follow when there is time.
 */
void
dz_growing_start (DzGrowing *self,
                  guint      n_parts,
                  gboolean   keep)
{
  guint n = keep ? MAX (self->first, count_seen (self)) : self->first;

  self->ahead = MIN (keep ? MAX (MAX (self->n_made, self->ahead), self->at_once) : self->at_once, n_parts);
  self->n_parts = n_parts;
  self->n_made = 0;
  grow_to (self, MIN (n, self->ahead));
  if (self->n_made < self->ahead && self->slicing == 0)
    self->slicing = g_idle_add (slice_cb, self);
  changed_cb (self); /* no other size is told of where neither list fills the page */
}

/**
 * dz_growing_finish:
 *
 * Makes at once what would have followed without being scrolled to: something is done with all parts.
 */
void
dz_growing_finish (DzGrowing *self)
{
  grow_to (self, self->ahead);
}

/**
 * dz_growing_extend:
 * @n_parts: how many there are now, no fewer than before
 *
 * More parts stand behind those there were.
 */
void
dz_growing_extend (DzGrowing *self,
                   guint      n_parts)
{
  g_return_if_fail (self != NULL && n_parts >= self->n_parts);

  self->n_parts = n_parts;
  self->ahead = MAX (self->ahead, MIN (self->at_once, n_parts));
  grow_to (self, MIN (self->first, n_parts));
  if (self->n_made < self->ahead && self->slicing == 0)
    self->slicing = g_idle_add (slice_cb, self);
  changed_cb (self);
}

/**
 * dz_growing_drop:
 *
 * The owner has taken away a part that was made; those behind it move up by one.
 */
void
dz_growing_drop (DzGrowing *self)
{
  g_return_if_fail (self != NULL && self->n_made > 0);

  self->n_made--;
  self->n_parts--;
  self->ahead = MIN (self->ahead, self->n_parts);
  changed_cb (self);
}

/**
 * dz_growing_reach:
 * @index: of a part
 *
 * Makes the parts up to that one at once: it is gone to.
 */
void
dz_growing_reach (DzGrowing *self,
                  guint      index)
{
  g_return_if_fail (self != NULL);

  grow_to (self, index + 1);
}
