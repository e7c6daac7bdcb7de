/* dz-work-bar.c - the long works under way, a line each, with a way to stop them
 *
 * A work shows itself only when it has lasted a moment: what is done at once does not flicker.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-work-bar.h"

#include <glib/gi18n-lib.h>

#define MOMENT 300 /* ms */

struct _DzWorkBar
{
  AdwBin parent_instance;

  GtkBox *rows;
  guint n_works;
};

G_DEFINE_FINAL_TYPE (DzWorkBar, dz_work_bar, ADW_TYPE_BIN)

/* One line; a widget of the bar from the beginning, shown after a moment. */
typedef struct
{
  GtkWidget *box;
  GtkWidget *label;
  GtkWidget *bar;
  GtkWidget *cancel;
  DzWork *work;
  guint moment;
} Row;

static void
row_free (gpointer data)
{
  Row *row = data;

  g_clear_handle_id (&row->moment, g_source_remove);
  g_object_unref (row->work);
  g_free (row);
}

static gboolean
moment_cb (gpointer data)
{
  Row *row = data;

  row->moment = 0;
  gtk_widget_show (row->box);

  return G_SOURCE_REMOVE;
}

static void
changed_cb (GtkWidget *box,
            DzWork    *work)
{
  Row *row = g_object_get_data (G_OBJECT (box), "dz-row");
  g_autofree char *words = dz_work_dup_words (row->work);
  double fraction = dz_work_get_fraction (row->work);

  gtk_label_set_label (GTK_LABEL (row->label), words);
  gtk_widget_set_visible (row->bar, fraction >= 0);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (row->bar), MAX (fraction, 0));
}

static void
ended_cb (GtkWidget    *box,
          const char   *text,
          const GError *error)
{
  DzWorkBar *self = DZ_WORK_BAR (gtk_widget_get_ancestor (box, DZ_TYPE_WORK_BAR));

  if (self == NULL)
    return;
  self->n_works--;
  gtk_box_remove (self->rows, box);
}

static void
cancel_clicked_cb (GtkButton *button,
                   Row       *row)
{
  gtk_widget_set_sensitive (row->cancel, FALSE);
  g_cancellable_cancel (dz_work_get_cancellable (row->work));
}

static Row *
row_new (DzWork *work)
{
  Row *row = g_new0 (Row, 1);
  GtkWidget *spinner = gtk_spinner_new ();

  row->work = g_object_ref (work);
  row->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  row->label = gtk_label_new (NULL);
  row->bar = gtk_progress_bar_new ();
  row->cancel = gtk_button_new_with_label (_("Cancel"));
  gtk_widget_hide (row->box);
  gtk_widget_add_css_class (row->box, "dz-work-row");
  gtk_spinner_start (GTK_SPINNER (spinner));
  gtk_label_set_ellipsize (GTK_LABEL (row->label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_xalign (GTK_LABEL (row->label), 0);
  gtk_widget_set_hexpand (row->label, TRUE);
  gtk_widget_set_valign (row->bar, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (row->bar, 240, -1);
  gtk_box_append (GTK_BOX (row->box), spinner);
  gtk_box_append (GTK_BOX (row->box), row->label);
  gtk_box_append (GTK_BOX (row->box), row->bar);
  gtk_box_append (GTK_BOX (row->box), row->cancel);
  g_object_set_data_full (G_OBJECT (row->box), "dz-row", row, row_free);
  g_signal_connect (row->cancel, "clicked", G_CALLBACK (cancel_clicked_cb), row);
  g_signal_connect_object (work, "changed", G_CALLBACK (changed_cb), row->box, G_CONNECT_SWAPPED);
  g_signal_connect_object (work, "ended", G_CALLBACK (ended_cb), row->box, G_CONNECT_SWAPPED);
  row->moment = g_timeout_add (MOMENT, moment_cb, row);

  return row;
}

static void
dz_work_bar_class_init (DzWorkBarClass *klass)
{
}

static void
dz_work_bar_init (DzWorkBar *self)
{
  self->rows = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->rows));
}

/**
 * dz_work_bar_add:
 *
 * Shows @work until it ends.
 */
void
dz_work_bar_add (DzWorkBar *self,
                 DzWork    *work)
{
  Row *row;

  g_return_if_fail (DZ_IS_WORK_BAR (self) && DZ_IS_WORK (work));

  row = row_new (work);
  gtk_box_append (self->rows, row->box);
  changed_cb (row->box, work);
  self->n_works++;
}

/**
 * dz_work_bar_count:
 *
 * Returns: how many works have not ended, shown or not
 */
guint
dz_work_bar_count (DzWorkBar *self)
{
  g_return_val_if_fail (DZ_IS_WORK_BAR (self), 0);

  return self->n_works;
}

/**
 * dz_work_bar_cancel_all:
 *
 * As if each line's button had been clicked; the works end by themselves after that.
 */
void
dz_work_bar_cancel_all (DzWorkBar *self)
{
  for (GtkWidget *box = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); box != NULL;
       box = gtk_widget_get_next_sibling (box))
    {
      Row *row = g_object_get_data (G_OBJECT (box), "dz-row");

      g_cancellable_cancel (dz_work_get_cancellable (row->work));
    }
}
