/* dz-search-tools.c - beside the entry of the search: regular expressions, and searches that were pinned
 *
 * A pinned search is kept in the review, as the words of its entry; a pattern
 * has a stroke before it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-search-tools.h"

#include "dz-session-corrections.h"
#include "dz-tip.h"

#include <glib/gi18n-lib.h>

#define MOST_HEIGHT 340 /* of the list of what is pinned, in pixels */

struct _DzSearchTools
{
  GtkBox parent_instance;

  GtkToggleButton *pattern; /* borrowed, like the rest */
  GtkMenuButton *pinned;
  GtkWidget *pin;
  GtkListBox *list;
  GtkWidget *scroll; /* around the list: as many as one likes may be pinned */

  DzSession *session;
  char *words; /* in the entry */
};

enum
{
  CHANGED,
  PICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DzSearchTools, dz_search_tools, GTK_TYPE_BOX)

static char *
dup_search (DzSearchTools *self)
{
  return g_strconcat (dz_search_tools_is_pattern (self) ? "/" : "", self->words, NULL);
}

static gboolean
find_pinned (DzSearchTools *self,
             const char    *search,
             guint         *at)
{
  GPtrArray *searches = dz_session_get_review (self->session)->county->searches;

  return g_ptr_array_find_with_equal_func (searches, search, g_str_equal, at);
}

static void
write_pinned (DzSearchTools *self,
              const char    *search,
              gboolean       pinned)
{
  g_autoptr(DzCounty) county = dz_county_copy (dz_session_get_review (self->session)->county);
  guint at;

  if (pinned)
    g_ptr_array_add (county->searches, g_strdup (search));
  else if (g_ptr_array_find_with_equal_func (county->searches, search, g_str_equal, &at))
    g_ptr_array_remove_index (county->searches, at);
  if (dz_session_set_county (self->session, county, NULL))
    dz_session_toast (self->session, pinned ? _("Search pinned") : _("Search no longer pinned"), TRUE);
}

static void
pin_clicked_cb (DzSearchTools *self)
{
  g_autofree char *search = dup_search (self);

  gtk_menu_button_popdown (self->pinned);
  write_pinned (self, search, TRUE);
}

static void
remove_clicked_cb (GtkButton     *button,
                   DzSearchTools *self)
{
  g_autofree char *search = g_strdup (g_object_get_data (G_OBJECT (button), "dz-search"));

  gtk_menu_button_popdown (self->pinned);
  write_pinned (self, search, FALSE);
}

static void
row_activated_cb (DzSearchTools *self,
                  GtkListBoxRow *row)
{
  g_autofree char *search = g_strdup (g_object_get_data (G_OBJECT (row), "dz-search"));
  gboolean pattern = *search == '/';

  gtk_menu_button_popdown (self->pinned);
  gtk_toggle_button_set_active (self->pattern, pattern);
  g_signal_emit (self, signals[PICKED], 0, search + pattern);
}

static GtkWidget *
make_row (DzSearchTools *self,
          const char    *search)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *words = gtk_label_new (*search == '/' ? search + 1 : search);
  GtkWidget *kind = gtk_label_new (*search == '/' ? _("Regular expression") : NULL);
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  g_autofree char *tip = g_strdup_printf (_("Pin no longer: %s"), gtk_label_get_text (GTK_LABEL (words)));

  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_label_set_ellipsize (GTK_LABEL (words), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (words), 16);
  gtk_label_set_max_width_chars (GTK_LABEL (words), 40);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_add_css_class (kind, "dz-secondary");
  gtk_widget_add_css_class (button, "flat");
  dz_tip_set (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  g_object_set_data_full (G_OBJECT (button), "dz-search", g_strdup (search), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (remove_clicked_cb), self);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), kind);
  gtk_box_append (GTK_BOX (box), button);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "dz-search", g_strdup (search), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (GTK_LABEL (words)), -1);

  return row;
}

/* Just before it is seen: what is pinned may have changed by undo, or in another window. */
static void
fill (DzSearchTools *self)
{
  g_autofree char *search = dup_search (self);
  GtkListBoxRow *row;
  GPtrArray *searches;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  if (self->session == NULL)
    return;
  searches = dz_session_get_review (self->session)->county->searches;
  for (guint i = 0; i < searches->len; i++)
    gtk_list_box_append (self->list, make_row (self, g_ptr_array_index (searches, i)));
  gtk_widget_set_visible (self->scroll, searches->len > 0);
  gtk_widget_set_sensitive (self->pin, *self->words != '\0' && !find_pinned (self, search, NULL));
}

static void
pattern_toggled_cb (DzSearchTools *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
dz_search_tools_dispose (GObject *object)
{
  DzSearchTools *self = DZ_SEARCH_TOOLS (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->words, g_free);

  G_OBJECT_CLASS (dz_search_tools_parent_class)->dispose (object);
}

static void
dz_search_tools_class_init (DzSearchToolsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dz_search_tools_dispose;

  signals[CHANGED] = g_signal_new ("changed", DZ_TYPE_SEARCH_TOOLS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                   0);
  signals[PICKED] = g_signal_new ("picked", DZ_TYPE_SEARCH_TOOLS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, G_TYPE_STRING);
}

static void
dz_search_tools_init (DzSearchTools *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->words = g_strdup ("");
  self->pattern = GTK_TOGGLE_BUTTON (gtk_toggle_button_new_with_label (_("Regular Expression")));
  self->pinned = GTK_MENU_BUTTON (gtk_menu_button_new ());
  self->pin = gtk_button_new_with_label (_("Pin This Search"));
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  self->scroll = gtk_scrolled_window_new ();
  gtk_box_set_spacing (GTK_BOX (self), 6);
  dz_tip_set (GTK_WIDGET (self->pattern), _("For example 第.{1,3}次; blanks and line breaks are not there"));
  g_signal_connect_swapped (self->pattern, "toggled", G_CALLBACK (pattern_toggled_cb), self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Pinned searches"), -1);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  g_signal_connect_swapped (self->pin, "clicked", G_CALLBACK (pin_clicked_cb), self);
  g_signal_connect_swapped (popover, "show", G_CALLBACK (fill), self);
  gtk_box_append (GTK_BOX (box), self->pin);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroll), GTK_WIDGET (self->list));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroll), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroll), MOST_HEIGHT);
  gtk_box_append (GTK_BOX (box), self->scroll);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (self->pinned, popover);
  gtk_menu_button_set_label (self->pinned, _("Pinned"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->pinned), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Pinned searches"),
                                  -1);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->pattern));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->pinned));
}

void
dz_search_tools_set_session (DzSearchTools *self,
                             DzSession     *session)
{
  g_return_if_fail (DZ_IS_SEARCH_TOOLS (self));

  g_set_object (&self->session, session);
}

/**
 * dz_search_tools_set_words:
 * @words: in the entry now: what would be pinned
 */
void
dz_search_tools_set_words (DzSearchTools *self,
                           const char    *words)
{
  g_return_if_fail (DZ_IS_SEARCH_TOOLS (self) && words != NULL);

  g_free (self->words);
  self->words = g_strdup (words);
}

gboolean
dz_search_tools_is_pattern (DzSearchTools *self)
{
  g_return_val_if_fail (DZ_IS_SEARCH_TOOLS (self), FALSE);

  return gtk_toggle_button_get_active (self->pattern);
}
