/* dz-confirm-many.c - the figures of the table the machine is sure of, confirmed together
 *
 * Sixty reports have thousands of figures, most of them plain. Whoever has
 * looked at the table may confirm those above a confidence in one step, which
 * is undone as one; what contradicts itself or is marked in any way is left.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-confirm-many.h"

#include "dz-session-corrections.h"
#include "dz-spoken.h"
#include "dz-still-spin.h"
#include "dz-statistics.h"

#include <glib/gi18n-lib.h>

#define FIRST_LEAST 90 /* per cent */

static void
append_cell (GArray             *ids,
             const DzFigureCell *cell,
             double              least)
{
  for (guint i = 0; cell->figures != NULL && i < cell->figures->len; i++)
    {
      const DzFigure *figure = dz_figure_cell_get_figure (cell, i);

      if (figure->state == DZ_STATE_SUGGESTED && figure->confidence >= least)
        g_array_append_val (ids, figure->id);
    }
}

/**
 * dz_confirm_many_list:
 * @least: confidence, 0 to 1
 *
 * Returns: (transfer full) (element-type gint64): the figures of @table nobody decided about, at least
 *   that sure and in no contradiction
 */
GArray *
dz_confirm_many_list (DzFigureTable *table,
                      double         least)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < dz_figure_table_get_n_rows (table); i++)
    for (guint k = 0; k < dz_figure_table_get_n_columns (table); k++)
      {
        const DzFigureCell *cell = dz_figure_row_get_cell (dz_figure_table_get_row (table, i), k);

        if (!dz_figure_cell_is_undecided (cell) &&
            !dz_statistics_is_outlier (&dz_figure_table_get_statistics (table, k)->usable, cell->value))
          append_cell (ids, cell, least);
      }

  return ids;
}

static GArray *
list_now (GtkWidget *popover)
{
  return dz_confirm_many_list (g_object_get_data (G_OBJECT (popover), "dz-table"),
                               gtk_spin_button_get_value (g_object_get_data (G_OBJECT (popover), "dz-spin")) / 100 -
                                 0.0001);
}

static void
count_cb (GtkWidget *popover)
{
  g_autoptr(GArray) ids = list_now (popover);
  g_autofree char *words = g_strdup_printf (ngettext ("Confirm %u Figure", "Confirm %u Figures", ids->len), ids->len);
  GtkWidget *button = g_object_get_data (G_OBJECT (popover), "dz-button");

  gtk_button_set_label (GTK_BUTTON (button), words);
  gtk_widget_set_sensitive (button, ids->len > 0);
}

static void
confirm_cb (GtkWidget *popover)
{
  g_autoptr(GArray) ids = list_now (popover);
  g_autoptr(DzSession) session = g_object_ref (g_object_get_data (G_OBJECT (popover), "dz-session"));

  gtk_popover_popdown (GTK_POPOVER (popover));
  dz_session_confirm_figures (session, ids);
}

/**
 * dz_confirm_many_new_popover:
 *
 * Returns: (transfer floating): asks above which confidence the figures of @table are to be confirmed
 */
GtkWidget *
dz_confirm_many_new_popover (DzSession     *session,
                             DzFigureTable *table)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *what = gtk_label_new (_("Figures of the bodies and indicators shown. What contradicts itself or "
                                     "stands out is left for you."));
  GtkWidget *spin = dz_still_spin_new (50, 99);
  GtkWidget *button = gtk_button_new ();

  gtk_label_set_wrap (GTK_LABEL (what), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (what), 24);
  gtk_label_set_xalign (GTK_LABEL (what), 0);
  gtk_box_append (GTK_BOX (line), gtk_label_new (_("At least this sure, in per cent")));
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), FIRST_LEAST);
  dz_spoken_set_name (spin, _("At least this sure, in per cent"));
  gtk_box_append (GTK_BOX (line), spin);
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_box_append (GTK_BOX (box), what);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), button);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  g_object_set_data_full (G_OBJECT (popover), "dz-session", g_object_ref (session), g_object_unref);
  g_object_set_data_full (G_OBJECT (popover), "dz-table", g_object_ref (table), g_object_unref);
  g_object_set_data (G_OBJECT (popover), "dz-spin", spin);
  g_object_set_data (G_OBJECT (popover), "dz-button", button);
  g_signal_connect_object (spin, "value-changed", G_CALLBACK (count_cb), popover, G_CONNECT_SWAPPED);
  g_signal_connect_object (button, "clicked", G_CALLBACK (confirm_cb), popover, G_CONNECT_SWAPPED);
  count_cb (popover);

  return popover;
}
