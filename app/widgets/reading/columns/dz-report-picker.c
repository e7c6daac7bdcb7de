/* dz-report-picker.c - a list of all reports, in a popover: one is searched for and taken
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-report-picker.h"

#include "dz-pick-list.h"
#include "dz-quotation.h"
#include "dz-text-scale.h"

#include <glib/gi18n-lib.h>

struct _DzReportPicker
{
  GtkPopover parent_instance;

  GtkEditable *entry; /* borrowed, like the list */
  GtkListBox *list;
  DzSession *session; /* (nullable): until the rows are made */
  GArray *taken;      /* gint64 */
};

enum
{
  PICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DzReportPicker, dz_report_picker, GTK_TYPE_POPOVER)

static gboolean
filter_row_cb (GtkListBoxRow *row,
               gpointer       user_data)
{
  DzReportPicker *self = user_data;
  const char *wanted = gtk_editable_get_text (self->entry);
  const char *words = g_object_get_data (G_OBJECT (row), "dz-words");

  return *wanted == '\0' || g_strstr_len (words, -1, wanted) != NULL;
}

static void
row_activated_cb (DzReportPicker *self,
                  GtkListBoxRow  *row)
{
  gint64 *id = g_object_get_data (G_OBJECT (row), "dz-id");

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[PICKED], 0, *id);
}

static void
add_report (DzReportPicker *self,
            DzReview       *review,
            DzReport       *report)
{
  char *words = dz_report_dup_title (report, review);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 56);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  for (guint k = 0; k < self->taken->len; k++)
    if (g_array_index (self->taken, gint64, k) == report->id)
      gtk_widget_set_sensitive (row, FALSE);
  g_object_set_data_full (G_OBJECT (row), "dz-words", words, g_free);
  g_object_set_data_full (G_OBJECT (row), "dz-id", g_memdup2 (&report->id, sizeof report->id), g_free);
  gtk_list_box_append (self->list, row);
}

/* The rows are made when they are to be seen: every column has a picker of all reports of the review. */
static void
dz_report_picker_show (GtkWidget *widget)
{
  DzReportPicker *self = DZ_REPORT_PICKER (widget);
  DzReview *review = self->session != NULL ? dz_session_get_review (self->session) : NULL;

  for (guint i = 0; review != NULL && i < review->reports->len; i++)
    add_report (self, review, g_ptr_array_index (review->reports, i));
  g_clear_object (&self->session);

  GTK_WIDGET_CLASS (dz_report_picker_parent_class)->show (widget);
}

static void
dz_report_picker_dispose (GObject *object)
{
  DzReportPicker *self = DZ_REPORT_PICKER (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->taken, g_array_unref);

  G_OBJECT_CLASS (dz_report_picker_parent_class)->dispose (object);
}

static void
dz_report_picker_class_init (DzReportPickerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dz_report_picker_dispose;
  GTK_WIDGET_CLASS (klass)->show = dz_report_picker_show;

  signals[PICKED] = g_signal_new ("picked", DZ_TYPE_REPORT_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, G_TYPE_INT64);
}

static void
dz_report_picker_init (DzReportPicker *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *entry = gtk_search_entry_new ();
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *scroll = gtk_scrolled_window_new ();

  self->entry = GTK_EDITABLE (entry);
  self->list = GTK_LIST_BOX (list);
  gtk_list_box_set_filter_func (GTK_LIST_BOX (list), filter_row_cb, self, NULL);
  g_signal_connect_swapped (entry, "search-changed", G_CALLBACK (gtk_list_box_invalidate_filter), list);
  g_signal_connect_swapped (list, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search for a report"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Reports"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  dz_text_scale_request (scroll, 280, 320);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), scroll);
  dz_pick_list_link (GTK_SEARCH_ENTRY (entry), GTK_LIST_BOX (list));
  gtk_popover_set_child (GTK_POPOVER (self), box);
}

/**
 * dz_report_picker_new:
 * @taken: (element-type gint64): reports that cannot be taken again
 *
 * Returns: (transfer floating): the popover
 */
GtkWidget *
dz_report_picker_new (DzSession *session,
                      GArray    *taken)
{
  DzReportPicker *self = g_object_new (DZ_TYPE_REPORT_PICKER, NULL);

  self->session = g_object_ref (session);
  self->taken = g_array_copy (taken);

  return GTK_WIDGET (self);
}
