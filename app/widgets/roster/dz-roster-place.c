/* dz-roster-place.c - what the board is sorted by and which row stands on top, as words and back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-roster-place.h"

#include "dz-kept-name.h"
#include "dz-roster-columns.h"
#include "dz-roster-table.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define MOST_FRAMES 12 /* until a list has laid out the rows that have come */

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
 * dz_roster_place_dup_order:
 *
 * Returns: (transfer full): the number of the column @table is sorted by, wherever it was dragged, with a sign for the
 *   direction; "" where it stands in its own order
 */
char *
dz_roster_place_dup_order (GtkColumnView *table)
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

/**
 * dz_roster_place_set_order:
 * @order: as dz_roster_place_dup_order() gave it
 */
void
dz_roster_place_set_order (GtkColumnView *table,
                           const char    *order)
{
  GtkColumnViewColumn *column = find_column (table, *order != '\0' ? atoi (order + 1) : -1);
  g_autofree char *now = dz_roster_place_dup_order (table);

  if (!g_str_equal (now, order))
    gtk_column_view_sort_by_column (table, column, *order == '-' ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

/* Rows are of one height. */
static double
get_row_height (GtkColumnView *table)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (table)));

  return n > 0 ? gtk_adjustment_get_upper (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (table))) / n : 0;
}

/**
 * dz_roster_place_dup_top:
 *
 * Returns: (transfer full): the body of the first row in sight and how many hundredths of it are out of sight; "" where
 *   nothing is scrolled
 */
char *
dz_roster_place_dup_top (GtkColumnView *table)
{
  double value = gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (table)));
  double height = get_row_height (table);
  double rows = height > 0 ? value / height : 0;
  g_autoptr(DzRosterRow) row = g_list_model_get_item (G_LIST_MODEL (gtk_column_view_get_model (table)), (guint) rows);
  g_autofree char *name = row != NULL && value > 0 ? dz_body_dup_kept (dz_roster_row_get_body (row)) : NULL;

  return name != NULL ? g_strdup_printf ("%d@%s", (int) lround ((rows - floor (rows)) * 100), name) : g_strdup ("");
}

typedef struct
{
  char *name; /* as it is kept */
  double part;
  guint frames;
} Way;

static void
free_way (gpointer data)
{
  Way *way = data;

  g_free (way->name);
  g_free (way);
}

static int
find_row (GListModel *rows,
          const char *kept)
{
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(DzRosterRow) row = g_list_model_get_item (rows, i);
      g_autofree char *name = dz_body_dup_kept (dz_roster_row_get_body (row));

      if (g_str_equal (name, kept))
        return (int) i;
    }

  return -1;
}

/* A list knows how long it is only some frames after its rows have come. */
static gboolean
go_on_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       data)
{
  GtkColumnView *table = GTK_COLUMN_VIEW (widget);
  GtkAdjustment *down = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (table));
  double height = get_row_height (table);
  Way *way = data;
  int row = find_row (G_LIST_MODEL (gtk_column_view_get_model (table)), way->name);

  if (row < 0)
    return G_SOURCE_REMOVE;
  gtk_adjustment_set_value (down, (row + way->part) * height);

  return ++way->frames < MOST_FRAMES ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/**
 * dz_roster_place_go_to:
 * @top: as dz_roster_place_dup_top() gave it; nothing is done where its body is not shown
 */
void
dz_roster_place_go_to (GtkColumnView *table,
                       const char    *top)
{
  const char *name = strchr (top, '@');
  Way *way;

  if (name == NULL)
    return;
  way = g_new0 (Way, 1);
  way->name = g_strdup (name + 1);
  way->part = CLAMP (atoi (top), 0, 99) / 100.0;
  gtk_widget_add_tick_callback (GTK_WIDGET (table), go_on_cb, way, free_way);
}
