/* dz-reading-keys.c - keys and wheel of the columns of text
 *
 * Up and Down scroll the text, since nothing in it can be chosen by an arrow;
 * Left and Right, and the wheel with Shift, go across where the columns are
 * wider than the window; Alt+Shift and a digit go to a section.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-reading-keys.h"

#define STEP 48 /* px of a press of an arrow, about two lines */
#define WHEEL 80

static void
move_by (GtkAdjustment *adjustment,
         double         by)
{
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + by);
}

/* The scrolled part the focus is in: with the columns apart each has its own. */
static GtkAdjustment *
find_down (DzSectionGrid *grid)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (grid));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *viewport = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_VIEWPORT) : NULL;

  if (viewport == NULL || !gtk_widget_is_ancestor (viewport, GTK_WIDGET (grid)))
    return NULL;

  return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport));
}

static gboolean
key_pressed_cb (GtkEventControllerKey *keys,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                GtkScrolledWindow     *across)
{
  DzSectionGrid *grid = DZ_SECTION_GRID (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (keys)));
  GtkAdjustment *down = find_down (grid);
  GtkAdjustment *aside = gtk_scrolled_window_get_hadjustment (across);

  if (down == NULL || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return FALSE;
  switch (key)
    {
    case GDK_KEY_Up: move_by (down, -STEP); return TRUE;
    case GDK_KEY_Down: move_by (down, STEP); return TRUE;
    case GDK_KEY_Left: move_by (aside, -STEP * 2); return TRUE;
    case GDK_KEY_Right: move_by (aside, STEP * 2); return TRUE;
    case GDK_KEY_Home: gtk_adjustment_set_value (down, 0); return TRUE;
    case GDK_KEY_End: gtk_adjustment_set_value (down, gtk_adjustment_get_upper (down)); return TRUE;
    default: return FALSE;
    }
}

/* The columns' own scrolled windows lie inside and take the wheel, whichever way it turns. */
static gboolean
scroll_cb (GtkEventControllerScroll *scroll,
           double                    dx,
           double                    dy,
           GtkScrolledWindow        *across)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll));

  if ((state & GDK_SHIFT_MASK) != 0 && dx == 0)
    dx = dy;
  else if (dx == 0 || (state & GDK_CONTROL_MASK) != 0)
    return FALSE;
  move_by (gtk_scrolled_window_get_hadjustment (across), dx * WHEEL);

  return TRUE;
}

static gboolean
go_cb (GtkWidget *grid,
       GVariant  *kind,
       gpointer   user_data)
{
  if (!gtk_widget_get_mapped (grid))
    return FALSE;
  dz_section_grid_go_to_kind (DZ_SECTION_GRID (grid), (DzSectionKind) g_variant_get_int32 (kind));

  return TRUE;
}

/**
 * dz_reading_keys_add:
 * @across: the scrolled window the columns are in
 * @kinds: (array length=n_kinds): what Alt+Shift+1, 2 … go to
 */
void
dz_reading_keys_add (DzSectionGrid       *grid,
                     GtkScrolledWindow   *across,
                     const DzSectionKind *kinds,
                     guint                n_kinds)
{
  /* what Shift makes of the digits, on the keyboards that do not keep them */
  static const guint shifted[] = { GDK_KEY_exclam, GDK_KEY_at,      GDK_KEY_numbersign,
                                   GDK_KEY_dollar, GDK_KEY_percent, GDK_KEY_asciicircum };
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *wheel = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  g_return_if_fail (DZ_IS_SECTION_GRID (grid) && GTK_IS_SCROLLED_WINDOW (across));

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (shortcuts), GTK_SHORTCUT_SCOPE_GLOBAL);
  for (guint i = 0; i < MIN (n_kinds, G_N_ELEMENTS (shifted)); i++)
    {
      GtkShortcut *shortcut =
        gtk_shortcut_new (gtk_alternative_trigger_new (
                            gtk_keyval_trigger_new (GDK_KEY_1 + i, GDK_ALT_MASK | GDK_SHIFT_MASK),
                            gtk_alternative_trigger_new (
                              gtk_keyval_trigger_new (shifted[i], GDK_ALT_MASK | GDK_SHIFT_MASK),
                              gtk_keyval_trigger_new (shifted[i], GDK_ALT_MASK))),
                          gtk_callback_action_new (go_cb, NULL, NULL));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (kinds[i]));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts), shortcut);
    }
  gtk_widget_add_controller (GTK_WIDGET (grid), shortcuts);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), across);
  gtk_widget_add_controller (GTK_WIDGET (grid), keys);
  gtk_event_controller_set_propagation_phase (wheel, GTK_PHASE_CAPTURE);
  g_signal_connect (wheel, "scroll", G_CALLBACK (scroll_cb), across);
  gtk_widget_add_controller (GTK_WIDGET (across), wheel);
}
