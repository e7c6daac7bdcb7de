/* dz-empty-page.c - the first thing seen: start a review, try the sample, open a recent one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-empty-page.h"

#include "dz-recent.h"
#include "dz-wrap-box.h"

#include <glib/gi18n-lib.h>

#define MOST_RECENT 6

struct _DzEmptyPage
{
  AdwBin parent_instance;

  /* template */
  GtkWidget *recent_box;
  GtkListBox *recent;
  GtkWidget *steps;
};

G_DEFINE_FINAL_TYPE (DzEmptyPage, dz_empty_page, ADW_TYPE_BIN)

static void
remove_clicked_cb (GtkButton *button,
                   gpointer   user_data)
{
  dz_recent_remove (g_object_get_data (G_OBJECT (button), "dz-path"));
  dz_empty_page_refresh (DZ_EMPTY_PAGE (user_data));
}

static GtkWidget *
make_row (DzEmptyPage    *self,
          const DzRecent *recent)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = g_path_get_basename (recent->path);
  g_autofree char *counts = g_strdup_printf (_("%u bodies, %u reports"), recent->n_bodies,
                                             recent->n_reports);
  g_autofree char *subtitle = NULL;

  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 recent->title != NULL && *recent->title != '\0' ? recent->title
                                                                                 : name);
  subtitle = recent->missing
               ? g_strdup_printf (_("%s: the file is not there any more"), recent->path)
               : g_strdup_printf ("%s · %s · %s", name, counts, recent->opened);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (recent->missing)
    {
      GtkWidget *button = gtk_button_new_with_label (_("Remove"));

      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (button, "flat");
      g_object_set_data_full (G_OBJECT (button), "dz-path", g_strdup (recent->path), g_free);
      g_signal_connect_object (button, "clicked", G_CALLBACK (remove_clicked_cb), self, 0);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
      gtk_widget_add_css_class (row, "dim-label");
    }
  else
    {
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-path");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", recent->path);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 gtk_image_new_from_icon_name ("go-next-symbolic"));
    }

  return row;
}

static void
dz_empty_page_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), DZ_TYPE_EMPTY_PAGE);

  G_OBJECT_CLASS (dz_empty_page_parent_class)->dispose (object);
}

static void
dz_empty_page_class_init (DzEmptyPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dz_empty_page_dispose;

  g_type_ensure (DZ_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/duizhao/Duizhao/dz-empty-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DzEmptyPage, recent_box);
  gtk_widget_class_bind_template_child (widget_class, DzEmptyPage, recent);
  gtk_widget_class_bind_template_child (widget_class, DzEmptyPage, steps);
}

static void
dz_empty_page_init (DzEmptyPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  dz_empty_page_refresh (self);
}

/**
 * dz_empty_page_refresh:
 *
 * Lists the recent reviews anew; without any, the page says what will happen instead.
 */
void
dz_empty_page_refresh (DzEmptyPage *self)
{
  g_autoptr(GPtrArray) recent = dz_recent_list ();
  GtkListBoxRow *row;

  g_return_if_fail (DZ_IS_EMPTY_PAGE (self));

  while ((row = gtk_list_box_get_row_at_index (self->recent, 0)) != NULL)
    gtk_list_box_remove (self->recent, GTK_WIDGET (row));
  for (guint i = 0; i < recent->len && i < MOST_RECENT; i++)
    gtk_list_box_append (self->recent, make_row (self, g_ptr_array_index (recent, i)));
  gtk_widget_set_visible (self->recent_box, recent->len > 0);
  gtk_widget_set_visible (self->steps, recent->len == 0);
}
