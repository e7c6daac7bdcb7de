/* dz-roster-columns.c - the columns of the roster board: heads, widths, order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-roster-columns.h"

#include "dz-quotation.h"
#include "dz-roster-cell.h"
#include "dz-text-scale.h"
#include "dz-words.h"

#include <glib/gi18n-lib.h>

/* In pixels at 100 %, where the words of the language need no more. */
static const int widths[DZ_N_ROSTER_COLUMNS] = { 118, 60, 92, 98, 86, 50, 50, 50, 50, 50, 50, 60, 64, 64, -1 };

#define BESIDE_WORDS 28 /* px of a cell on both sides of its words, with what its letters are larger than the table's */

/* Sorting: bodies without a report stay first whatever is sorted by. */
static int
compare_column (DzRosterColumn  column,
                DzRosterRow    *a,
                DzRosterRow    *b)
{
  switch (column)
    {
    case DZ_ROSTER_KIND:
      return g_strcmp0 (dz_roster_row_get_body (a)->kind, dz_roster_row_get_body (b)->kind);
    case DZ_ROSTER_RECEIVED:
      return g_strcmp0 (dz_roster_row_get_received (a), dz_roster_row_get_received (b));
    case DZ_ROSTER_PUBLISHED:
      return g_strcmp0 (dz_roster_row_get_published (a), dz_roster_row_get_published (b));
    case DZ_ROSTER_FIGURES:
      return (int) dz_roster_row_get_n_figures (a) - (int) dz_roster_row_get_n_figures (b);
    case DZ_ROSTER_WEAKNESSES:
      return (int) dz_roster_row_get_n_weaknesses (a) - (int) dz_roster_row_get_n_weaknesses (b);
    case DZ_ROSTER_FAILING:
      return (int) dz_roster_row_get_n_failing (a) - (int) dz_roster_row_get_n_failing (b);
    case DZ_ROSTER_STATE:
      return (int) dz_roster_row_get_reviewing (a) - (int) dz_roster_row_get_reviewing (b);
    case DZ_ROSTER_BODY:
    case DZ_ROSTER_DUE:
    case DZ_ROSTER_CONTENT:
    case DZ_N_ROSTER_COLUMNS:
    default:
      return (int) dz_roster_row_get_body (a)->position - (int) dz_roster_row_get_body (b)->position;
    }
}

static int
compare_cb (gconstpointer a,
            gconstpointer b,
            gpointer      user_data)
{
  return compare_column ((DzRosterColumn) GPOINTER_TO_INT (user_data), (DzRosterRow *) a, (DzRosterRow *) b);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  user_data)
{
  g_object_set_data (G_OBJECT (item), "dz-column", user_data);
  gtk_list_item_set_child (item, dz_roster_cell_new ((DzRosterColumn) GPOINTER_TO_INT (user_data), item));
}

static void
show_row (GtkListItem *item)
{
  dz_roster_cell_show (gtk_list_item_get_child (item),
                       (DzRosterColumn) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (item), "dz-column")),
                       gtk_list_item_get_item (item));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  user_data)
{
  show_row (item);
  g_signal_connect_swapped (gtk_list_item_get_item (item), "changed", G_CALLBACK (show_row), item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           gpointer                  user_data)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), show_row, item);
}

static char *
column_title (DzRosterColumn column)
{
  switch (column)
    {
    case DZ_ROSTER_BODY: return g_strdup (_("Body"));
    case DZ_ROSTER_KIND: return g_strdup (_("Type"));
    case DZ_ROSTER_DUE: return g_strdup (_("Kind"));
    case DZ_ROSTER_RECEIVED: return g_strdup (_("Received"));
    case DZ_ROSTER_PUBLISHED: return g_strdup (_("Published"));
    case DZ_ROSTER_FIGURES: return g_strdup (C_("narrow head", "Figures"));
    case DZ_ROSTER_WEAKNESSES: return g_strdup (C_("narrow head", "Problems"));
    case DZ_ROSTER_FAILING: return g_strdup (C_("narrow head", "Failed"));
    case DZ_ROSTER_STATE: return g_strdup (_("State"));
    case DZ_ROSTER_CONTENT:
    case DZ_N_ROSTER_COLUMNS:
    default: return g_strdup (dz_words_content (dz_roster_column_get_content (column)));
    }
}

/* (nullable): the longest words the cells of a column have but for numbers and what the roster itself says */
static const char *
longest_words (DzRosterColumn column)
{
  switch (column)
    {
    case DZ_ROSTER_DUE: return dz_report_kind_title (DZ_KIND_ANNUAL_REPORT);
    case DZ_ROSTER_RECEIVED: return _("day unknown");
    case DZ_ROSTER_WEAKNESSES: return C_("narrow cell", "none");
    case DZ_ROSTER_BODY:
    case DZ_ROSTER_KIND:
    case DZ_ROSTER_PUBLISHED:
    case DZ_ROSTER_CONTENT:
    case DZ_ROSTER_FIGURES:
    case DZ_ROSTER_FAILING:
    case DZ_ROSTER_STATE:
    case DZ_N_ROSTER_COLUMNS:
    default: return NULL;
    }
}

static int
measure_words (GtkWidget  *table,
               const char *words)
{
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (table, words);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);

  return width;
}

/* No word of the interface is cut, in whatever language it is. */
static int
find_width (GtkWidget      *table,
            DzRosterColumn  column,
            const char     *title)
{
  const char *words = longest_words (column);
  int beside = (int) (BESIDE_WORDS * dz_text_scale (table));
  int width = MAX (measure_words (table, title) + beside * 2 / 5, words != NULL ? measure_words (table, words) + beside : 0);

  return MAX ((int) (widths[column] * dz_text_scale (table)), width);
}

/**
 * dz_roster_columns_is_count:
 * @number: as of dz_roster_columns_get_number()
 *
 * Returns: whether the column counts something
 */
gboolean
dz_roster_columns_is_count (int number)
{
  return number >= DZ_ROSTER_FIGURES && number <= DZ_ROSTER_FAILING;
}

/* The heads of numbers and dates stand over them. GTK 4.8 has no property for it. */
static void
align_heads (GtkColumnView *table)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (table));
  int column = 0;

  for (GtkWidget *head = gtk_widget_get_first_child (header); head != NULL;
       head = gtk_widget_get_next_sibling (head), column++)
    {
      GtkWidget *box = gtk_widget_get_first_child (head);

      if (box == NULL)
        continue;
      if (column == DZ_ROSTER_RECEIVED || column == DZ_ROSTER_PUBLISHED ||
          dz_roster_columns_is_count (column))
        gtk_widget_set_halign (box, GTK_ALIGN_END);
      else if (column >= DZ_ROSTER_CONTENT && column < DZ_ROSTER_FIGURES)
        gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
    }
}

/**
 * dz_roster_columns_add:
 *
 * Gives @table, which is to show #DzRosterRow, the columns of the board; each sorts by what it shows.
 */
void
dz_roster_columns_add (GtkColumnView *table)
{
  for (int i = 0; i < DZ_N_ROSTER_COLUMNS; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autofree char *title = column_title ((DzRosterColumn) i);
      GtkColumnViewColumn *column;

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GINT_TO_POINTER (i));
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
      g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
      column = gtk_column_view_column_new (title, factory);
      if (widths[i] > 0)
        gtk_column_view_column_set_fixed_width (column, find_width (GTK_WIDGET (table), (DzRosterColumn) i, title));
      else
        gtk_column_view_column_set_expand (column, TRUE);
      gtk_column_view_column_set_sorter (column,
        GTK_SORTER (gtk_custom_sorter_new (compare_cb, GINT_TO_POINTER (i), NULL)));
      g_object_set_data (G_OBJECT (column), "dz-number", GINT_TO_POINTER (i));
      gtk_column_view_append_column (table, column);
      g_object_unref (column);
    }
  align_heads (table);
}

/**
 * dz_roster_columns_get_number:
 * @column: one of dz_roster_columns_add()
 *
 * Returns: which it is, from 0, wherever a person dragged it
 */
int
dz_roster_columns_get_number (GtkColumnViewColumn *column)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (column), "dz-number"));
}
