/* dz-sight.c - what keeps its place on screen: scrolled parts when the focus moves or a view is shown anew
 *
 * A GtkViewport shows the far end of a focused child that is taller than
 * itself: a click into a long text threw the reader to its last line. Here the
 * focus moves a scrolled part only where it would be out of sight, and a press
 * of the pointer moves none at all.
 *
 * A view that builds its widgets again is brought back to where it stood: the
 * scrolled parts and the focus are known by their place in the tree of widgets,
 * which stays the same where the content does.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-sight.h"

#define SETTLING_FRAMES 4

static guint n_restoring; /* the focus is given back: what has it stands where it stood, though it has no size yet */

typedef struct
{
  GArray *path; /* guint: which child, from the view down */
  GType type;
  double across;
  double down;
} Spot;

struct _DzSight
{
  GtkWidget *view;
  GPtrArray *scrolled; /* Spot */
  Spot *focus;         /* (nullable) */
};

/* The value an adjustment is to have once its content is as long as that. */
typedef struct
{
  GtkAdjustment *adjustment; /* borrowed, owns this */
  double value;
  gboolean setting;
  gulong changed;
  gulong moved;
} Wanted;

static gboolean
is_pressed (GtkWindow *window)
{
  GdkSeat *seat = gdk_display_get_default_seat (gtk_widget_get_display (GTK_WIDGET (window)));
  GdkDevice *pointer = seat != NULL ? gdk_seat_get_pointer (seat) : NULL;
  GdkModifierType state = 0;

  if (pointer == NULL || gtk_native_get_surface (GTK_NATIVE (window)) == NULL)
    return FALSE;
  gdk_surface_get_device_position (gtk_native_get_surface (GTK_NATIVE (window)), pointer, NULL, NULL, &state);

  return (state & (GDK_BUTTON1_MASK | GDK_BUTTON2_MASK | GDK_BUTTON3_MASK)) != 0;
}

static void
bring_in (GtkAdjustment *adjustment,
          double         start,
          double         size)
{
  double value = gtk_adjustment_get_value (adjustment);
  double page = gtk_adjustment_get_page_size (adjustment);
  gboolean outside = start + size <= value || start >= value + page;

  if (size > page ? outside : start < value)
    gtk_adjustment_set_value (adjustment, start);
  else if (size <= page && start + size > value + page)
    gtk_adjustment_set_value (adjustment, start + size - page);
}

static void
bring_into_sight (GtkViewport *viewport,
                  GtkWidget   *widget)
{
  GtkAdjustment *across = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (viewport));
  GtkAdjustment *down = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport));
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (widget, gtk_viewport_get_child (viewport), &bounds))
    return;
  bring_in (across, bounds.origin.x, bounds.size.width);
  bring_in (down, bounds.origin.y, bounds.size.height);
}

static void
focus_moved_cb (GtkWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (window);
  gboolean pressed = focus != NULL && is_pressed (window);

  for (GtkWidget *part = focus; part != NULL; part = gtk_widget_get_parent (part))
    if (GTK_IS_VIEWPORT (part))
      {
        gtk_viewport_set_scroll_to_focus (GTK_VIEWPORT (part), FALSE);
        if (!pressed && n_restoring == 0)
          bring_into_sight (GTK_VIEWPORT (part), focus);
      }
}

/**
 * dz_sight_follow_focus:
 *
 * Takes over from GTK how the scrolled parts of @window follow the focus. To be called before
 * anything is put into it: so this is heard before the viewports themselves.
 */
void
dz_sight_follow_focus (GtkWindow *window)
{
  g_return_if_fail (GTK_IS_WINDOW (window));

  g_signal_connect (window, "notify::focus-widget", G_CALLBACK (focus_moved_cb), NULL);
}

static void
spot_free (Spot *spot)
{
  g_array_unref (spot->path);
  g_free (spot);
}

static Spot *
spot_new (GtkWidget *view,
          GtkWidget *widget)
{
  Spot *spot = g_new0 (Spot, 1);

  spot->path = g_array_new (FALSE, FALSE, sizeof (guint));
  spot->type = G_OBJECT_TYPE (widget);
  for (; widget != view; widget = gtk_widget_get_parent (widget))
    {
      guint at = 0;

      for (GtkWidget *before = gtk_widget_get_prev_sibling (widget); before != NULL;
           before = gtk_widget_get_prev_sibling (before))
        at++;
      g_array_prepend_val (spot->path, at);
    }

  return spot;
}

static GtkWidget *
spot_find (const Spot *spot,
           GtkWidget  *view)
{
  GtkWidget *widget = view;

  for (guint i = 0; i < spot->path->len && widget != NULL; i++)
    {
      widget = gtk_widget_get_first_child (widget);
      for (guint k = g_array_index (spot->path, guint, i); k > 0 && widget != NULL; k--)
        widget = gtk_widget_get_next_sibling (widget);
    }

  return widget != NULL && G_OBJECT_TYPE (widget) == spot->type ? widget : NULL;
}

static void
wanted_free (Wanted *wanted)
{
  g_clear_signal_handler (&wanted->changed, wanted->adjustment);
  g_clear_signal_handler (&wanted->moved, wanted->adjustment);
  g_free (wanted);
}

static void
drop_wanted (GtkAdjustment *adjustment)
{
  g_object_set_data (G_OBJECT (adjustment), "dz-wanted", NULL);
}

static double
get_place (GtkAdjustment *adjustment)
{
  Wanted *wanted = g_object_get_data (G_OBJECT (adjustment), "dz-wanted");

  return wanted != NULL ? wanted->value : gtk_adjustment_get_value (adjustment);
}

static void
content_changed_cb (GtkAdjustment *adjustment,
                    Wanted        *wanted)
{
  wanted->setting = TRUE;
  gtk_adjustment_set_value (adjustment, wanted->value);
  wanted->setting = FALSE;
}

/* Somebody went elsewhere on purpose. */
static void
moved_cb (GtkAdjustment *adjustment,
          Wanted        *wanted)
{
  double most = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);

  if (!wanted->setting && ABS (gtk_adjustment_get_value (adjustment) - MIN (most, wanted->value)) > 1)
    drop_wanted (adjustment);
}

static void
want (GtkAdjustment *adjustment,
      double         value)
{
  Wanted *wanted;

  drop_wanted (adjustment);
  if (ABS (gtk_adjustment_get_value (adjustment) - value) < 0.5)
    return;
  wanted = g_new0 (Wanted, 1);
  wanted->adjustment = adjustment;
  wanted->value = value;
  wanted->changed = g_signal_connect (adjustment, "changed", G_CALLBACK (content_changed_cb), wanted);
  wanted->moved = g_signal_connect (adjustment, "value-changed", G_CALLBACK (moved_cb), wanted);
  g_object_set_data_full (G_OBJECT (adjustment), "dz-wanted", wanted, (GDestroyNotify) wanted_free);
  content_changed_cb (adjustment, wanted);
}

static void
find_scrolled (DzSight   *self,
               GtkWidget *widget)
{
  if (!gtk_widget_get_visible (widget) || GTK_IS_POPOVER (widget))
    return;
  if (GTK_IS_SCROLLED_WINDOW (widget))
    {
      Spot *spot = spot_new (self->view, widget);

      spot->across = get_place (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (widget)));
      spot->down = get_place (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (widget)));
      g_ptr_array_add (self->scrolled, spot);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    find_scrolled (self, child);
}

/**
 * dz_sight_get_focus:
 *
 * Returns: (transfer none) (nullable): what has the keyboard in the window of @widget
 */
GtkWidget *
dz_sight_get_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return root != NULL ? gtk_root_get_focus (root) : NULL;
}

/* What is to have the keyboard again. A popover goes with what opened it and is not there when that is made anew:
 * what opened it has the keyboard then, as when the popover is shut. */
static GtkWidget *
get_lasting_focus (GtkWidget *view)
{
  GtkWidget *focus = dz_sight_get_focus (view);

  if (focus == NULL || !gtk_widget_is_ancestor (focus, view))
    return NULL;
  for (GtkWidget *part = focus; part != view; part = gtk_widget_get_parent (part))
    if (GTK_IS_POPOVER (part))
      focus = gtk_widget_get_parent (part);

  return focus;
}

/**
 * dz_sight_remember:
 *
 * Returns: (transfer full): where @view stands, to be handed to dz_sight_restore()
 */
DzSight *
dz_sight_remember (GtkWidget *view)
{
  DzSight *self = g_new0 (DzSight, 1);
  GtkWidget *focus = get_lasting_focus (view);

  self->view = g_object_ref (view);
  self->scrolled = g_ptr_array_new_with_free_func ((GDestroyNotify) spot_free);
  find_scrolled (self, view);
  if (focus != NULL)
    self->focus = spot_new (view, focus);

  return self;
}

/**
 * dz_sight_is_typing:
 * @before: (nullable): what had the keyboard when something else was promised it
 *
 * Whoever gives the keyboard only later, once something is laid out, asks this first. An entry that came since (Ctrl+F
 * at once after going somewhere) keeps it, though it may not be on screen yet; one that had it before and is gone from
 * the screen keeps nothing.
 *
 * Returns: whether somebody types in the window of @widget and is to keep the keyboard
 */
gboolean
dz_sight_is_typing (GtkWidget *widget,
                    GtkWidget *before)
{
  GtkWidget *focus = dz_sight_get_focus (widget);

  return (GTK_IS_EDITABLE (focus) || GTK_IS_TEXT_VIEW (focus)) && (gtk_widget_get_mapped (focus) || focus != before);
}

static gboolean
settle_cb (GtkWidget     *view,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  GPtrArray *adjustments = user_data;
  guint frames = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (view), "dz-settling"));

  g_object_set_data (G_OBJECT (view), "dz-settling", GUINT_TO_POINTER (frames - 1));
  if (frames > 1)
    return G_SOURCE_CONTINUE;
  for (guint i = 0; i < adjustments->len; i++)
    drop_wanted (g_ptr_array_index (adjustments, i));

  return G_SOURCE_REMOVE;
}

static void
restore_focus (DzSight *self)
{
  GtkWidget *now = dz_sight_get_focus (self->view);
  GtkWidget *focus = self->focus != NULL ? spot_find (self->focus, self->view) : NULL;

  if (focus != NULL && focus != now && (now == NULL || !gtk_widget_is_ancestor (now, self->view)))
    {
      n_restoring++;
      gtk_widget_grab_focus (focus);
      n_restoring--;
    }
}

/**
 * dz_sight_restore:
 * @self: (transfer full)
 *
 * Brings the view back to where it stood, once what it shows now has its size.
 */
void
dz_sight_restore (DzSight *self)
{
  GPtrArray *adjustments = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->scrolled->len; i++)
    {
      const Spot *spot = g_ptr_array_index (self->scrolled, i);
      GtkWidget *scrolled = spot_find (spot, self->view);
      GtkAdjustment *both[2];

      if (scrolled == NULL)
        continue;
      both[0] = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scrolled));
      both[1] = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
      for (int k = 0; k < 2; k++)
        {
          want (both[k], k == 0 ? spot->across : spot->down);
          g_ptr_array_add (adjustments, g_object_ref (both[k]));
        }
    }
  restore_focus (self);
  g_object_set_data (G_OBJECT (self->view), "dz-settling", GUINT_TO_POINTER (SETTLING_FRAMES));
  gtk_widget_add_tick_callback (self->view, settle_cb, adjustments, (GDestroyNotify) g_ptr_array_unref);
  g_ptr_array_unref (self->scrolled);
  g_clear_pointer (&self->focus, spot_free);
  g_object_unref (self->view);
  g_free (self);
}
