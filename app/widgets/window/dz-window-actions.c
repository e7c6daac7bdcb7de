/* dz-window-actions.c - what the user asks the window for by menu or key
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-window-private.h"

#include "dz-author-dialog.h"
#include "dz-second-window.h"
#include "dz-sight.h"
#include "dz-view.h"
#include "dz-views.h"

#include <glib/gi18n-lib.h>

static void
print_action_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  DzWindow *self = user_data;
  GtkWidget *view = gtk_stack_get_visible_child (self->views);

  if (view != NULL && dz_view_can_print (DZ_VIEW (view)))
    dz_view_print (DZ_VIEW (view), GTK_WINDOW (self));
}

/* A view that is to have the keyboard. */
typedef struct
{
  gint64 frame; /* in which that was asked, 0: not known yet */
  GtkWidget *before; /* (weak) (nullable): what had it then */
} Entering;

static void
entering_free (gpointer data)
{
  Entering *self = data;

  g_clear_weak_pointer (&self->before);
  g_free (self);
}

/* Once it has been laid out: before, its parts have no order for Tab. */
static gboolean
enter_view_cb (GtkWidget     *view,
               GdkFrameClock *clock,
               gpointer       user_data)
{
  Entering *self = user_data;

  if (self->frame == 0)
    self->frame = gdk_frame_clock_get_frame_counter (clock);
  if (gtk_widget_get_mapped (view) && gdk_frame_clock_get_frame_counter (clock) < self->frame + 2)
    return G_SOURCE_CONTINUE;
  if (gtk_widget_get_mapped (view) && gtk_widget_get_focus_child (view) == NULL &&
      (dz_sight_get_focus (view) == self->before || !dz_sight_is_typing (view, self->before)))
    gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD);

  return G_SOURCE_REMOVE;
}

static void
view_action_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  DzWindow *self = user_data;
  Entering *entering;

  if (self->session == NULL)
    return;
  dz_window_show_view (self, g_variant_get_string (parameter, NULL));
  entering = g_new0 (Entering, 1);
  g_set_weak_pointer (&entering->before, gtk_window_get_focus (GTK_WINDOW (self)));
  gtk_widget_add_tick_callback (gtk_stack_get_visible_child (self->views), enter_view_cb, entering, entering_free);
}

static void
import_log_action_cb (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  dz_window_show_view (user_data, "import");
}

static void
county_action_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  dz_window_show_county (user_data, FALSE);
}

static void
county_checks_action_cb (GSimpleAction *action,
                         GVariant      *parameter,
                         gpointer       user_data)
{
  dz_window_show_county (user_data, TRUE);
}

static void
search_action_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  DzWindow *self = user_data;

  if (self->session == NULL)
    return;
  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
escape_action_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  DzWindow *self = user_data;

  if (adw_flap_get_reveal_flap (self->evidence_flap))
    adw_flap_set_reveal_flap (self->evidence_flap, FALSE);
  else if (self->session != NULL)
    gtk_search_bar_set_search_mode (self->search_bar, FALSE);
}

static void
back_action_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  dz_window_go_back (user_data);
}

/* F4 closes the pane, or opens it with what is chosen; without a choice it stays closed. */
static void
evidence_action_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  DzWindow *self = user_data;

  if (self->session == NULL)
    return;
  if (dz_session_list_evidence (self->session) != NULL)
    dz_session_show_evidence (self->session, NULL, NULL, 0);
  else
    dz_view_show_evidence (DZ_VIEW (gtk_stack_get_visible_child (self->views)));
}

static void
author_action_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  DzWindow *self = user_data;

  if (self->settings != NULL)
    dz_author_dialog_present (GTK_WINDOW (self), self->settings);
}

static void
saved_action_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  dz_window_show_saved (user_data);
}

static void
second_action_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  DzWindow *self = user_data;

  if (self->session == NULL)
    return;
  if (self->second == NULL)
    g_set_weak_pointer (&self->second, GTK_WINDOW (dz_second_window_new (self->session, GTK_WINDOW (self))));
  gtk_window_present (self->second);
}

static const GActionEntry entries[] = {
  { "second-reading", second_action_cb },
  { "author", author_action_cb },
  { "saved-views", saved_action_cb },
  { "import-log", import_log_action_cb },
  { "county", county_action_cb },
  { "county-checks", county_checks_action_cb },
  { "print", print_action_cb },
  { "search", search_action_cb },
  { "escape", escape_action_cb },
  { "back", back_action_cb },
  { "evidence", evidence_action_cb },
  { "view", view_action_cb, "s" },
};

static void
set_accels (DzWindow   *self,
            const char *action,
            const char *accel)
{
  const char *accels[] = { accel, NULL };
  GtkApplication *application = GTK_APPLICATION (g_application_get_default ());

  if (application != NULL)
    gtk_application_set_accels_for_action (application, action, accels);
}

static void
add_view_accels (DzWindow *self)
{
  /* the row of digits, and the key beside it */
  static const char *const keys[] = { "1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "minus" };

  for (guint i = 0, n = 0; i < dz_n_views && n < G_N_ELEMENTS (keys); i++)
    if (dz_views[i].title != NULL)
      {
        g_autofree char *action = g_strdup_printf ("win.view('%s')", dz_views[i].name);
        g_autofree char *accel = g_strdup_printf ("<Alt>%s", keys[n++]);

        set_accels (self, action, accel);
      }
}

/**
 * dz_window_add_actions:
 *
 * Called once, when the window is made.
 */
void
dz_window_add_actions (DzWindow *self)
{
  g_autoptr(GPropertyAction) sidebar = g_property_action_new ("sidebar", self->sidebar_flap,
                                                              "reveal-flap");

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  dz_window_add_file_actions (self);
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (sidebar));
  set_accels (self, "win.new", "<Control>n");
  set_accels (self, "win.open", "<Control>o");
  set_accels (self, "win.import", "<Control>i");
  set_accels (self, "win.undo", "<Control>z");
  set_accels (self, "win.redo", "<Control><Shift>z");
  set_accels (self, "win.print", "<Control>p");
  set_accels (self, "win.search", "<Control>f");
  set_accels (self, "win.county", "<Control>comma");
  set_accels (self, "win.sidebar", "F9");
  set_accels (self, "win.evidence", "F4");
  set_accels (self, "win.show-help-overlay", "<Control>question");
  set_accels (self, "win.escape", "Escape");
  set_accels (self, "win.back", "<Alt>Left");
  add_view_accels (self);
}
