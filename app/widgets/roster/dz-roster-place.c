/* dz-roster-place.c - which row of the board stands on top, as words and back, and which is to be in sight
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-roster-place.h"

#include "dz-kept-name.h"
#include "dz-roster-table.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define SETTLING_FRAMES 3 /* until a list that is shown anew has its size */
#define MOST_FRAMES 12 /* until a list has laid out the rows that have come */

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

/**
 * dz_roster_place_find:
 *
 * Returns: the position of the row of a body; -1 where it is not shown
 */
int
dz_roster_place_find (GtkColumnView *table,
                      gint64         body_id)
{
  GListModel *rows = G_LIST_MODEL (gtk_column_view_get_model (table));

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(DzRosterRow) row = g_list_model_get_item (rows, i);

      if (dz_roster_row_get_body (row)->id == body_id)
        return (int) i;
    }

  return -1;
}

typedef struct
{
  gint64 body_id;
  guint frames;
} Show;

static gboolean
show_cb (GtkWidget     *table,
         GdkFrameClock *clock,
         gpointer       data)
{
  Show *show = data;
  int row;

  if (++show->frames < SETTLING_FRAMES)
    return G_SOURCE_CONTINUE;
  row = dz_roster_place_find (GTK_COLUMN_VIEW (table), show->body_id);
  /* the action is of the list in the table */
  if (row >= 0)
    gtk_widget_activate_action (gtk_widget_get_last_child (table), "list.scroll-to-item", "u", (guint) row);

  return G_SOURCE_REMOVE;
}

/**
 * dz_roster_place_show:
 *
 * The row of a body comes into sight, no further than it must; where it is in sight nothing moves.
 */
void
dz_roster_place_show (GtkColumnView *table,
                      gint64         body_id)
{
  Show *show = g_new0 (Show, 1);

  show->body_id = body_id;
  gtk_widget_add_tick_callback (GTK_WIDGET (table), show_cb, show, g_free);
}
