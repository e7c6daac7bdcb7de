/* dz-plain-table.c - a drawn table as words in rows and cells, in a window of its own
 *
 * A screen reader cannot go through a drawing. Here each row is a row, with the
 * heads said beside the cells.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-plain-table.h"

#include "dz-spoken.h"
#include "dz-text-scale.h"

#include <adwaita.h>

#define WIDTH 900
#define HEIGHT 560

/* “望溪街道；专题会议（次）：4；…” */
static char *
say_row (char **heads,
         char **cells)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; cells[i] != NULL; i++)
    if (i == 0 || heads[i] == NULL)
      g_string_append (words, cells[i]);
    else
      g_string_append_printf (words, "；%s：%s", heads[i], cells[i]);

  return g_string_free (words, FALSE);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  user_data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         char                    **heads)
{
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "dz-column"));
  GtkWidget *label = gtk_list_item_get_child (item);
  GtkWidget *frame = gtk_widget_get_parent (label);
  g_auto(GStrv) cells = g_strsplit (gtk_string_object_get_string (gtk_list_item_get_item (item)), "\t", -1);
  const char *words = column < g_strv_length (cells) ? cells[column] : "";
  g_autofree char *spoken = g_strdup_printf ("%s：%s", heads[column], words);
  g_autofree char *row = say_row (heads, cells);

  gtk_label_set_label (GTK_LABEL (label), words);
  dz_spoken_set_name (label, spoken);
  if (column == 0 && frame != NULL && gtk_widget_get_parent (frame) != NULL)
    dz_spoken_set_name (gtk_widget_get_parent (frame), row);
}

static GtkWidget *
make_table (const char *title,
            char      **heads,
            char      **rows)
{
  GtkStringList *list = gtk_string_list_new ((const char *const *) rows);
  GtkWidget *table = gtk_column_view_new (GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (list))));

  for (guint i = 0; heads[i] != NULL; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      GtkColumnViewColumn *column;

      g_object_set_data (G_OBJECT (factory), "dz-column", GUINT_TO_POINTER (i));
      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
      g_signal_connect_data (factory, "bind", G_CALLBACK (bind_cb), g_strdupv (heads),
                             (GClosureNotify) (GCallback) g_strfreev, 0);
      column = gtk_column_view_column_new (heads[i], factory);
      gtk_column_view_append_column (GTK_COLUMN_VIEW (table), column);
      g_object_unref (column);
    }
  gtk_column_view_set_show_row_separators (GTK_COLUMN_VIEW (table), TRUE);
  gtk_widget_add_css_class (table, "dz-table");
  gtk_widget_add_css_class (table, "dz-plain-table");
  dz_spoken_set_name (table, title);

  return table;
}

/**
 * dz_plain_table_present:
 * @from: in the window it belongs to
 * @title: what the table is called
 * @table: rows by lines, cells by tabs, the first row the heads
 *
 * Returns: (transfer none): the window, which closes by Escape
 */
GtkWidget *
dz_plain_table_present (GtkWidget  *from,
                        const char *title,
                        const char *table)
{
  g_auto(GStrv) lines = g_strsplit (table, "\n", -1);
  g_auto(GStrv) heads = g_strsplit (lines[0], "\t", -1);
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroll = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();
  guint n = g_strv_length (lines);
  double scale = dz_text_scale (from);

  if (n > 1 && *lines[n - 1] == '\0')
    g_clear_pointer (&lines[n - 1], g_free);
  gtk_window_set_title (GTK_WINDOW (window), title);
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (gtk_widget_get_root (from)));
  gtk_window_set_default_size (GTK_WINDOW (window), (int) (WIDTH * scale), (int) (HEIGHT * scale));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (window, keys);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), make_table (title, heads, lines + 1));
  gtk_widget_set_vexpand (scroll, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), scroll);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));

  return window;
}
