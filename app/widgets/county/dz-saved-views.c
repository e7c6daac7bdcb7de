/* dz-saved-views.c - a window with the views that were saved: to go to one, to save the one on screen
 *
 * A view is kept in the review as words parted by tabs: its name first, the
 * rest is read by whoever saved it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-saved-views.h"

#include "dz-session-corrections.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _DzSavedViews
{
  AdwWindow parent_instance;

  GtkEditable *entry; /* borrowed, like the others */
  GtkWidget *save;
  GtkListBox *list;

  DzSession *session;
  char *words; /* of the view on screen */
};

enum
{
  GO,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DzSavedViews, dz_saved_views, ADW_TYPE_WINDOW)

static char *
dup_name (DzSavedViews *self)
{
  return g_strstrip (g_strdelimit (g_strdup (gtk_editable_get_text (self->entry)), "\t\n", ' '));
}

static int
find_named (GPtrArray  *views,
            const char *name)
{
  g_autofree char *head = g_strconcat (name, "\t", NULL);

  for (guint i = 0; i < views->len; i++)
    if (g_str_has_prefix (g_ptr_array_index (views, i), head))
      return (int) i;

  return -1;
}

/* @words: (nullable): %NULL takes the view of that name out of the list */
static void
write_view (DzSavedViews *self,
            const char   *name,
            const char   *words)
{
  g_autoptr(DzCounty) county = dz_county_copy (dz_session_get_review (self->session)->county);
  int at = find_named (county->views, name);

  if (at >= 0)
    g_ptr_array_remove_index (county->views, (guint) at);
  if (words != NULL)
    g_ptr_array_insert (county->views, at, g_strconcat (name, "\t", words, NULL));
  if (dz_session_set_county (self->session, county, NULL))
    dz_session_toast (self->session, words != NULL ? _("View saved") : _("Saved view removed"), TRUE);
}

static void
name_changed_cb (DzSavedViews *self)
{
  g_autofree char *name = dup_name (self);

  gtk_widget_set_sensitive (self->save, *name != '\0');
}

static void
save_clicked_cb (DzSavedViews *self)
{
  g_autofree char *name = dup_name (self);

  if (*name == '\0')
    return;
  write_view (self, name, self->words);
  gtk_window_close (GTK_WINDOW (self));
}

static void
remove_clicked_cb (GtkButton    *button,
                   DzSavedViews *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_LIST_BOX_ROW);

  write_view (self, g_object_get_data (G_OBJECT (row), "dz-name"), NULL);
  gtk_list_box_remove (self->list, row);
}

static void
row_activated_cb (DzSavedViews  *self,
                  GtkListBoxRow *row)
{
  g_autofree char *words = g_strdup (g_object_get_data (G_OBJECT (row), "dz-words"));

  gtk_window_close (GTK_WINDOW (self));
  g_signal_emit (self, signals[GO], 0, words);
}

static void
add_row (DzSavedViews *self,
         const char   *saved)
{
  const char *tab = strchr (saved, '\t');
  char *name = tab != NULL ? g_strndup (saved, (gsize) (tab - saved)) : NULL;
  GtkWidget *row, *button;
  g_autofree char *tip = NULL;

  if (name == NULL)
    return;
  row = adw_action_row_new ();
  button = gtk_button_new_from_icon_name ("window-close-symbolic");
  tip = g_strdup_printf (_("Remove: %s"), name);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (button, "clicked", G_CALLBACK (remove_clicked_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  g_object_set_data_full (G_OBJECT (row), "dz-name", name, g_free);
  g_object_set_data_full (G_OBJECT (row), "dz-words", g_strdup (tab + 1), g_free);
  gtk_list_box_append (self->list, row);
}

static void
dz_saved_views_dispose (GObject *object)
{
  DzSavedViews *self = DZ_SAVED_VIEWS (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->words, g_free);

  G_OBJECT_CLASS (dz_saved_views_parent_class)->dispose (object);
}

static void
dz_saved_views_class_init (DzSavedViewsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dz_saved_views_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);

  signals[GO] = g_signal_new ("go", DZ_TYPE_SAVED_VIEWS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                              G_TYPE_STRING);
}

static void
dz_saved_views_init (DzSavedViews *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *scroll = gtk_scrolled_window_new ();

  self->entry = GTK_EDITABLE (gtk_entry_new ());
  self->save = gtk_button_new_with_label (_("Save the View on Screen"));
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (self->entry), TRUE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _("Name of the view"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name of the view"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Saved views"), -1);
  gtk_widget_add_css_class (bar, "dz-toolbar");
  gtk_widget_set_sensitive (self->save, FALSE);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (name_changed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (save_clicked_cb), self);
  g_signal_connect_swapped (self->save, "clicked", G_CALLBACK (save_clicked_cb), self);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (bar), self->save);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), GTK_WIDGET (self->list));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroll, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), scroll);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_title (GTK_WINDOW (self), _("Saved Views"));
  gtk_window_set_default_size (GTK_WINDOW (self), 420, 420);
}

/**
 * dz_saved_views_new:
 * @words: tell the view on screen, tabs between them
 * @title: what it might be called
 *
 * Returns: (transfer floating): the window
 */
DzSavedViews *
dz_saved_views_new (DzSession  *session,
                    GtkWindow  *parent,
                    const char *words,
                    const char *title)
{
  DzSavedViews *self = g_object_new (DZ_TYPE_SAVED_VIEWS, "transient-for", parent, "modal", TRUE, NULL);
  GPtrArray *views = dz_session_get_review (session)->county->views;

  self->session = g_object_ref (session);
  self->words = g_strdup (words);
  for (guint i = 0; i < views->len; i++)
    add_row (self, g_ptr_array_index (views, i));
  gtk_editable_set_text (self->entry, title);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));

  return self;
}
