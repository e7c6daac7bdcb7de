/* dz-row-table.c - a table of labels, a row an item, of which one can be chosen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-row-table.h"

#include "dz-spoken.h"

#include <glib/gi18n-lib.h>

static guint
get_column (GtkSignalListItemFactory *factory)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "dz-column"));
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item,
          gpointer                  user_data)
{
  const DzRowTableKind *kind = user_data;
  const DzRowColumn *column = &kind->columns[get_column (factory)];
  GtkWidget *cell = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (cell), column->kind == DZ_COLUMN_NUMBER ? 1 : 0);
  if (column->least > 0)
    {
      gtk_label_set_ellipsize (GTK_LABEL (cell), column->cut);
      gtk_label_set_width_chars (GTK_LABEL (cell), column->least);
      gtk_label_set_max_width_chars (GTK_LABEL (cell), column->most);
    }
  if (column->kind == DZ_COLUMN_NUMBER)
    gtk_widget_add_css_class (cell, "dz-number");
  if (column->kind == DZ_COLUMN_SECONDARY)
    gtk_widget_add_css_class (cell, "dz-secondary");
  if (column->kind == DZ_COLUMN_PILL)
    {
      gtk_widget_set_halign (cell, GTK_ALIGN_START);
      gtk_widget_set_valign (cell, GTK_ALIGN_CENTER);
    }
  gtk_list_item_set_child (list_item, cell);
}

/* The row is called by all it says. */
static void
name_row (const DzRowTableKind *kind,
          GtkWidget            *cell,
          gpointer              item)
{
  GtkWidget *frame = gtk_widget_get_parent (cell);
  GtkWidget *row = frame != NULL ? gtk_widget_get_parent (frame) : NULL;
  g_autofree char *name = kind->dup_name (item);

  if (row != NULL)
    dz_spoken_set_name (row, name);
}

static void
show_words (const DzRowTableKind *kind,
            GtkListItem          *list_item,
            guint                 column)
{
  GtkWidget *cell = gtk_list_item_get_child (list_item);
  gpointer item = gtk_list_item_get_item (list_item);
  g_autofree char *words = kind->dup_words (item, column);

  gtk_label_set_label (GTK_LABEL (cell), words);
  if (kind->dress != NULL)
    kind->dress (item, column, cell, words);
  if (column == 0)
    name_row (kind, cell, item);
}

/* Cells on screen, with their column: what they show can be renewed without the list hearing of it. */
static GHashTable *
get_bound (gpointer table_or_factory)
{
  return g_object_get_data (table_or_factory, "dz-bound");
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         gpointer                  user_data)
{
  g_hash_table_insert (get_bound (factory), list_item, GUINT_TO_POINTER (get_column (factory)));
  show_words (user_data, list_item, get_column (factory));
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *list_item)
{
  g_hash_table_remove (get_bound (factory), list_item);
}

static void
add_columns (GtkColumnView        *table,
             const DzRowTableKind *kind)
{
  g_autoptr(GHashTable) bound = g_hash_table_new (NULL, NULL);

  g_object_set_data (G_OBJECT (table), "dz-kind", (gpointer) kind);
  g_object_set_data_full (G_OBJECT (table), "dz-bound", g_hash_table_ref (bound), (GDestroyNotify) g_hash_table_unref);
  for (guint i = 0; i < kind->n_columns; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      GtkColumnViewColumn *column;

      g_object_set_data (G_OBJECT (factory), "dz-column", GUINT_TO_POINTER (i));
      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), (gpointer) kind);
      g_object_set_data_full (G_OBJECT (factory), "dz-bound", g_hash_table_ref (bound), (GDestroyNotify) g_hash_table_unref);
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), (gpointer) kind);
      g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
      column = gtk_column_view_column_new (_(kind->columns[i].title), factory);
      gtk_column_view_column_set_expand (column, kind->columns[i].expand);
      gtk_column_view_append_column (table, column);
      g_object_unref (column);
    }
}

/**
 * dz_row_table_new:
 * @kind: lives as long as the program
 * @name: what a screen reader calls the table
 *
 * Returns: (transfer floating): a table without rows; none is chosen until a person does
 */
GtkColumnView *
dz_row_table_new (const DzRowTableKind *kind,
                  const char           *name)
{
  GtkSingleSelection *selection = gtk_single_selection_new (G_LIST_MODEL (g_list_store_new (kind->get_type ())));
  GtkColumnView *table;

  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  table = GTK_COLUMN_VIEW (gtk_column_view_new (GTK_SELECTION_MODEL (selection)));
  gtk_column_view_set_show_row_separators (table, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (table), "dz-table");
  gtk_widget_add_css_class (GTK_WIDGET (table), "dz-plain-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (table), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  add_columns (table, kind);

  return table;
}

/**
 * dz_row_table_get_selection:
 *
 * Returns: (transfer none): which row of @table is chosen
 */
GtkSingleSelection *
dz_row_table_get_selection (GtkColumnView *table)
{
  return GTK_SINGLE_SELECTION (gtk_column_view_get_model (table));
}

/**
 * dz_row_table_get_rows:
 *
 * Returns: (transfer none): the items of @table, to be filled
 */
GListStore *
dz_row_table_get_rows (GtkColumnView *table)
{
  return G_LIST_STORE (gtk_single_selection_get_model (dz_row_table_get_selection (table)));
}

static gboolean
are_same (const DzRowTableKind *kind,
          GListModel           *rows,
          GPtrArray            *items)
{
  if (g_list_model_get_n_items (rows) != items->len)
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    {
      g_autoptr(GObject) row = g_list_model_get_item (rows, i);

      if (!kind->is_same (row, g_ptr_array_index (items, i)))
        return FALSE;
    }

  return TRUE;
}

/**
 * dz_row_table_fill:
 * @items: (element-type GObject): of the kind of @table
 *
 * Shows these. Rows about the same things as before, in the same order, stay where they are, with the place, the
 * choice and the focus, and only say what is so now: GTK scrolls a list whose rows are replaced to the chosen one.
 */
void
dz_row_table_fill (GtkColumnView *table,
                   GPtrArray     *items)
{
  const DzRowTableKind *kind = g_object_get_data (G_OBJECT (table), "dz-kind");
  GListStore *rows = dz_row_table_get_rows (table);
  GHashTableIter iter;
  gpointer list_item, column;

  if (!are_same (kind, G_LIST_MODEL (rows), items))
    {
      g_list_store_splice (rows, 0, g_list_model_get_n_items (G_LIST_MODEL (rows)), items->pdata, items->len);
      return;
    }
  for (guint i = 0; i < items->len; i++)
    {
      g_autoptr(GObject) row = g_list_model_get_item (G_LIST_MODEL (rows), i);

      kind->renew (row, g_ptr_array_index (items, i));
    }
  g_hash_table_iter_init (&iter, get_bound (table));
  while (g_hash_table_iter_next (&iter, &list_item, &column))
    show_words (kind, list_item, GPOINTER_TO_UINT (column));
}

typedef struct
{
  void (*clicked) (gpointer user_data);
  gpointer user_data;
} Heeded;

static void
released_cb (GtkGesture *gesture,
             int         n_press,
             double      x,
             double      y,
             Heeded     *heeded)
{
  GtkWidget *table = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  GtkWidget *at = gtk_widget_pick (table, x, y, GTK_PICK_DEFAULT);

  if (at != NULL && gtk_widget_get_ancestor (at, GTK_TYPE_LIST_VIEW) != NULL) /* not on the heads */
    heeded->clicked (heeded->user_data);
}

static void
free_heeded (gpointer  heeded,
             GClosure *closure)
{
  g_free (heeded);
}

/**
 * dz_row_table_heed_clicks:
 * @clicked: a row was clicked, also one that was chosen before, of which the selection tells nothing; the row is chosen then
 */
void
dz_row_table_heed_clicks (GtkColumnView *table,
                          void         (*clicked) (gpointer user_data),
                          gpointer       user_data)
{
  GtkGesture *gesture = gtk_gesture_click_new ();
  Heeded *heeded = g_new (Heeded, 1);

  *heeded = (Heeded){ clicked, user_data };
  g_signal_connect_data (gesture, "released", G_CALLBACK (released_cb), heeded, free_heeded, 0);
  gtk_widget_add_controller (GTK_WIDGET (table), GTK_EVENT_CONTROLLER (gesture));
}
