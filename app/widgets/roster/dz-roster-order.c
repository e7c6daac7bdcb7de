/* dz-roster-order.c - what the board is sorted by, as words and back, and which way a head sorts first
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-roster-order.h"

#include "dz-roster-columns.h"

#include <stdlib.h>

/* The mark of the order in the head of a column. GTK 4.8 has no other way to ask what a table is sorted by. */
static GtkWidget *
find_mark (GtkWidget *head)
{
  if (gtk_widget_has_css_class (head, "ascending") || gtk_widget_has_css_class (head, "descending"))
    return head;
  for (GtkWidget *child = gtk_widget_get_first_child (head); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *mark = find_mark (child);

      if (mark != NULL)
        return mark;
    }

  return NULL;
}

/**
 * dz_roster_order_dup:
 *
 * Returns: (transfer full): the number of the column @table is sorted by, wherever it was dragged, with a sign for the
 *   direction; "" where it stands in its own order
 */
char *
dz_roster_order_dup (GtkColumnView *table)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (table));
  guint at = 0;

  for (GtkWidget *head = gtk_widget_get_first_child (header); head != NULL; head = gtk_widget_get_next_sibling (head))
    {
      GtkWidget *mark = find_mark (head);

      if (mark != NULL)
        {
          g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (gtk_column_view_get_columns (table), at);

          return g_strdup_printf ("%c%d", gtk_widget_has_css_class (mark, "descending") ? '-' : '+',
                                  dz_roster_columns_get_number (column));
        }
      at++;
    }

  return g_strdup ("");
}

static GtkColumnViewColumn *
find_column (GtkColumnView *table,
             int            number)
{
  GListModel *columns = gtk_column_view_get_columns (table);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (dz_roster_columns_get_number (column) == number)
        return column; /* the table has it */
    }

  return NULL;
}

/* Of the words of an order: which column, -1: none. */
static int
get_number (const char *order)
{
  return *order != '\0' ? atoi (order + 1) : -1;
}

/* The column that was sorted by when it was last looked at, as a number from 1 on. */
static void
set_first (GtkColumnView *table,
           int            number)
{
  g_object_set_data (G_OBJECT (table), "dz-first", GINT_TO_POINTER (number + 1));
}

static int
get_first (GtkColumnView *table)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (table), "dz-first")) - 1;
}

/**
 * dz_roster_order_set:
 * @order: as dz_roster_order_dup() gave it
 */
void
dz_roster_order_set (GtkColumnView *table,
                     const char    *order)
{
  GtkColumnViewColumn *column = find_column (table, get_number (order));
  g_autofree char *now = dz_roster_order_dup (table);

  set_first (table, get_number (order));
  if (!g_str_equal (now, order))
    gtk_column_view_sort_by_column (table, column, *order == '-' ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

/* GTK sorts by a head that is clicked from the least on, turns it at the second click, and goes by the heads before where
 * rows are alike. Before anything is drawn the head is made the only one, and of a count the other way round: the arrow
 * is turned with it. */
static gboolean
settle_cb (gpointer user_data)
{
  GtkColumnView *table = user_data;
  g_autofree char *order = NULL;
  int before = get_first (table);
  int number;

  g_object_set_data (G_OBJECT (table), "dz-settling", NULL);
  if (gtk_widget_get_root (GTK_WIDGET (table)) == NULL) /* it is going away */
    return G_SOURCE_REMOVE;
  order = dz_roster_order_dup (table);
  number = get_number (order);
  set_first (table, number);
  if (number >= 0 && number != before)
    gtk_column_view_sort_by_column (table, find_column (table, number),
                                    *order == '-' || dz_roster_columns_is_count (number) ? GTK_SORT_DESCENDING
                                                                                        : GTK_SORT_ASCENDING);

  return G_SOURCE_REMOVE;
}

static void
changed_cb (GtkColumnView *table)
{
  if (g_object_get_data (G_OBJECT (table), "dz-settling") != NULL)
    return;
  g_object_set_data (G_OBJECT (table), "dz-settling", table);
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, settle_cb, g_object_ref (table), g_object_unref);
}

/**
 * dz_roster_order_watch:
 *
 * From now on the first click on the head of a count has the largest on top: who sorts by problems asks who has most.
 */
void
dz_roster_order_watch (GtkColumnView *table)
{
  g_signal_connect_object (gtk_column_view_get_sorter (table), "changed", G_CALLBACK (changed_cb), table, G_CONNECT_SWAPPED);
}
