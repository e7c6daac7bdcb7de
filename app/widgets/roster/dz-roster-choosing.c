/* dz-roster-choosing.c - rows of the roster board chosen by pointer and keys
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-roster-choosing.h"

#include "dz-roster-cell.h"

/* The list item of the cell at a place of the table, NULL: none there. */
static GtkListItem *
find_item (GtkColumnView *table,
           double         x,
           double         y)
{
  for (GtkWidget *at = gtk_widget_pick (GTK_WIDGET (table), x, y, GTK_PICK_DEFAULT); at != NULL;
       at = gtk_widget_get_parent (at))
    {
      GtkWidget *inside = gtk_widget_get_first_child (at);
      GtkListItem *item = dz_roster_cell_get_item (at);

      if (item == NULL && inside != NULL)
        item = dz_roster_cell_get_item (inside);
      if (item != NULL)
        return item;
    }

  return NULL;
}

static gboolean
focus_row_cb (gpointer user_data)
{
  GtkWidget *table = user_data;
  GtkRoot *root = gtk_widget_get_root (table);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, table))
    return G_SOURCE_REMOVE;
  while (focus != NULL && g_strcmp0 (gtk_widget_get_css_name (focus), "row") != 0)
    focus = gtk_widget_get_parent (focus);
  if (focus != NULL)
    gtk_root_set_focus (root, focus);

  return G_SOURCE_REMOVE;
}

/* Ctrl and a click take a row in or out. GTK 4.8 does so twice, once for the row and once for the
 * cell, so it must not hear of it. */
static void
ctrl_pressed_cb (GtkGestureClick *click,
                 int              n_press,
                 double           x,
                 double           y,
                 GtkColumnView   *table)
{
  GtkSelectionModel *model = gtk_column_view_get_model (table);
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (click));
  GtkListItem *item = (state & GDK_CONTROL_MASK) != 0 ? find_item (table, x, y) : NULL;
  guint position;

  /* a click gives the focus to the first button of the row: that is to be the row's */
  if (gtk_widget_get_ancestor (gtk_widget_pick (GTK_WIDGET (table), x, y, GTK_PICK_DEFAULT), GTK_TYPE_BUTTON) == NULL)
    g_idle_add_full (G_PRIORITY_DEFAULT, focus_row_cb, g_object_ref (table), g_object_unref);
  if (item == NULL)
    return;
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  position = gtk_list_item_get_position (item);
  if (gtk_selection_model_is_selected (model, position))
    gtk_selection_model_unselect_item (model, position);
  else
    gtk_selection_model_select_item (model, position, FALSE);
}

/* An arrow leads to a row, not to the first button in it: Enter opens the report. */
static gboolean
row_key_cb (GtkEventControllerKey *controller,
            guint                  key,
            guint                  code,
            GdkModifierType        state,
            GtkColumnView         *table)
{
  if (key == GDK_KEY_Up || key == GDK_KEY_Down || key == GDK_KEY_Page_Up || key == GDK_KEY_Page_Down)
    g_idle_add_full (G_PRIORITY_DEFAULT, focus_row_cb, g_object_ref (table), g_object_unref);

  return FALSE;
}

/**
 * dz_roster_choosing_attach:
 * @table: of the board, with its model
 *
 * Rows are chosen one by one with Ctrl, the focus stays with rows, and Ctrl+Enter asks for “roster.compare”.
 */
void
dz_roster_choosing_attach (GtkColumnView *table)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (ctrl_pressed_cb), table);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (row_key_cb), table);
  gtk_widget_add_controller (GTK_WIDGET (table), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (table), keys);
  /* before the rows, to which Ctrl+Enter is Enter */
  gtk_event_controller_set_propagation_phase (shortcuts, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Return, GDK_CONTROL_MASK),
                      gtk_named_action_new ("roster.compare")));
  gtk_widget_add_controller (GTK_WIDGET (table), shortcuts);
}
