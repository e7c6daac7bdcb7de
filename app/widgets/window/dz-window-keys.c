/* dz-window-keys.c - keys without Ctrl or Alt: deciding about evidence, walking through passages
 *
 * They are letters and Space, so they act only where nothing can be typed or
 * pressed: on a row of a list, a drawn table, or the text of a report.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-window-private.h"

#include "dz-view.h"

/* A row of a list or table, or a widget that draws its own cells, marks or text; where nothing has the keyboard,
 * nothing can be typed or pressed either. */
static gboolean
is_place (GtkWidget *focus)
{
  GtkWidget *parent = focus != NULL ? gtk_widget_get_parent (focus) : NULL;

  if (focus == NULL)
    return TRUE;
  if (parent == NULL || GTK_IS_BUTTON (focus) || GTK_IS_EDITABLE (focus) || GTK_IS_TEXT_VIEW (focus) ||
      GTK_IS_CHECK_BUTTON (focus) || GTK_IS_SWITCH (focus) || GTK_IS_DROP_DOWN (focus) ||
      GTK_IS_LIST_BOX_ROW (focus))
    return FALSE;

  return GTK_IS_LIST_VIEW (parent) || GTK_IS_LIST_VIEW (focus) || GTK_IS_DRAWING_AREA (focus) ||
         gtk_widget_get_ancestor (focus, DZ_TYPE_VIEW) != NULL;
}

static gboolean
is_typing (GtkWidget *focus)
{
  return focus != NULL && (GTK_IS_EDITABLE (focus) || GTK_IS_TEXT_VIEW (focus));
}

static gboolean
step_view (DzWindow *self,
           int       by)
{
  GtkWidget *view = gtk_stack_get_visible_child (self->views);

  return self->session != NULL && view != NULL && dz_view_step (DZ_VIEW (view), by);
}

static gboolean
decide (DzWindow *self,
        guint     key)
{
  if (!adw_flap_get_reveal_flap (self->evidence_flap) ||
      !dz_evidence_pane_can_decide (self->evidence_pane))
    return FALSE;
  switch (key)
    {
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
      dz_evidence_pane_confirm (self->evidence_pane);
      return TRUE;

    case GDK_KEY_e:
    case GDK_KEY_E:
      dz_evidence_pane_correct (self->evidence_pane);
      return TRUE;

    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      dz_evidence_pane_reject (self->evidence_pane);
      return TRUE;

    default:
      return FALSE;
    }
}

/* Enter goes on in the search, as its entry does by itself; with Shift back. */
static gboolean
search_back (DzWindow        *self,
             GtkWidget       *focus,
             guint            key,
             GdkModifierType  state)
{
  if ((key != GDK_KEY_Return && key != GDK_KEY_KP_Enter) || (state & GDK_SHIFT_MASK) == 0 || focus == NULL ||
      !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->search_entry)))
    return FALSE;
  dz_search_list_step (self->search_list, -1);

  return TRUE;
}

static gboolean
key_pressed_cb (DzWindow        *self,
                guint            key,
                guint            code,
                GdkModifierType  state)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (self->session == NULL || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return FALSE;
  if (key == GDK_KEY_F8)
    return step_view (self, (state & GDK_SHIFT_MASK) != 0 ? -1 : 1);
  if (is_typing (focus))
    return search_back (self, focus, key, state);
  if (key == GDK_KEY_n || key == GDK_KEY_p)
    return step_view (self, key == GDK_KEY_n ? 1 : -1);
  if (!is_place (focus))
    return FALSE;

  return decide (self, key);
}

/**
 * dz_window_add_keys:
 *
 * Called once, when the window is made.
 */
void
dz_window_add_keys (DzWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  /* In the capture phase: a row of a list takes Space for itself. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
