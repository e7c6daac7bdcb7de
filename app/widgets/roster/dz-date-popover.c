/* dz-date-popover.c - when a report was received or published, typed in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-date-popover.h"

#include "dz-day.h"
#include "dz-session-corrections.h"

#include <glib/gi18n-lib.h>

static void
date_entered_cb (GtkEntry *entry)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (entry), GTK_TYPE_POPOVER);
  DzSession *session = g_object_get_data (G_OBJECT (popover), "dz-session");
  DzReport *report = g_object_get_data (G_OBJECT (popover), "dz-report");
  g_autofree char *date = dz_day_from_words (gtk_editable_get_text (GTK_EDITABLE (entry)), report->identity.year + 1);

  if (date == NULL)
    {
      gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
      gtk_widget_set_visible (g_object_get_data (G_OBJECT (popover), "dz-wrong"), TRUE);
      return;
    }
  gtk_popover_popdown (GTK_POPOVER (popover));
  if (GPOINTER_TO_INT (g_object_get_data (G_OBJECT (popover), "dz-day")) == DZ_DAY_RECEIVED)
    dz_session_set_dates (session, report->id, date, NULL);
  else
    dz_session_set_dates (session, report->id, NULL, date);
}

/**
 * dz_date_popover_new:
 * @day: which of its days
 *
 * Returns: (transfer floating): asks for that day of @report and notes it
 */
GtkWidget *
dz_date_popover_new (DzSession *session,
                     DzReport  *report,
                     DzDay      day)
{
  gboolean received = day == DZ_DAY_RECEIVED;
  const char *known = received ? report->received : report->identity.published;
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *wrong = gtk_label_new (_("This is no day. Write it like 2025-03-31."));
  GtkWidget *label = gtk_label_new (received ? _("Received on (Enter notes it, empty: not known)")
                                             : _("Published on (Enter notes it, empty: not known)"));
  g_autofree char *example = g_strdup_printf (received ? "%d-02-20" : "%d-03-28", report->identity.year + 1);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), example);
  if (known != NULL)
    gtk_editable_set_text (GTK_EDITABLE (entry), known);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  received ? _("Date of receipt") : _("Date of publication"), -1);
  g_signal_connect (entry, "activate", G_CALLBACK (date_entered_cb), NULL);
  g_object_set_data (G_OBJECT (popover), "dz-day", GINT_TO_POINTER (day));
  g_object_set_data_full (G_OBJECT (popover), "dz-session", g_object_ref (session), g_object_unref);
  g_object_set_data_full (G_OBJECT (popover), "dz-report", dz_report_ref (report),
                          (GDestroyNotify) dz_report_unref);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_label_set_xalign (GTK_LABEL (wrong), 0);
  gtk_widget_add_css_class (wrong, "dz-error-text");
  gtk_widget_set_visible (wrong, FALSE);
  g_object_set_data (G_OBJECT (popover), "dz-wrong", wrong);
  gtk_box_append (GTK_BOX (box), wrong);
  gtk_popover_set_child (GTK_POPOVER (popover), box);

  return popover;
}
