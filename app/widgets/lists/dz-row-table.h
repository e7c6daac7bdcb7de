/* dz-row-table.h - a table of labels, a row an item, of which one can be chosen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum { DZ_COLUMN_WORDS, DZ_COLUMN_SECONDARY, DZ_COLUMN_NUMBER, DZ_COLUMN_PILL } DzColumnKind;

/* A column: @least and @most are the characters a label has at least and asks for at most, 0 where it is never cut. */
typedef struct
{
  const char *title; /* not translated yet */
  DzColumnKind kind;
  PangoEllipsizeMode cut;
  int least;
  int most;
  gboolean expand;
} DzRowColumn;

/* What a table is of: @dup_words says the words of a cell, @dress (nullable) gives the cell its tip and its classes,
 * @dup_name what a screen reader calls the row. @is_same: whether two items
 * are about the same thing; @renew: the first becomes what the second is. */
typedef struct
{
  GType (*get_type) (void);
  const DzRowColumn *columns;
  guint n_columns;
  char *(*dup_words) (gpointer item,
                      guint    column);
  void (*dress) (gpointer    item,
                 guint       column,
                 GtkWidget  *cell,
                 const char *words);
  char *(*dup_name) (gpointer item);
  gboolean (*is_same) (gpointer item,
                       gpointer other);
  void (*renew) (gpointer item,
                 gpointer from);
} DzRowTableKind;

/* px at 100 %, of what a table scrolls in: its head and a row. GTK gives a list below its head less than nothing. */
#define DZ_ROW_TABLE_LEAST 84

GtkColumnView      *dz_row_table_new           (const DzRowTableKind *kind,
                                                const char           *name);
GtkSingleSelection *dz_row_table_get_selection (GtkColumnView        *table);
GListStore         *dz_row_table_get_rows      (GtkColumnView        *table);
void                dz_row_table_fill          (GtkColumnView        *table,
                                                GPtrArray            *items);
void                dz_row_table_heed_clicks   (GtkColumnView        *table,
                                                void                (*clicked) (gpointer user_data),
                                                gpointer              user_data);

G_END_DECLS
