/* dz-date-popover.c - when a report was received or published, typed in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-date-popover.h"

#include "dz-session-corrections.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

/**
 * dz_date_popover_parse:
 * @text: as people write a day: 2025-03-28, 2025.3.28, 2025年3月28日, 3-28
 * @year: the year meant where none is written
 *
 * Returns: (transfer full) (nullable): YYYY-MM-DD, "" for no date, %NULL if it is no day
 */
char *
dz_date_popover_parse (const char *text,
                       int         year)
{
  g_autoptr(GString) digits = g_string_new (NULL);
  int a = 0, b = 0, c = 0;
  int n;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_ascii_isdigit (*p))
      g_string_append_c (digits, *p);
    else if (digits->len > 0 && digits->str[digits->len - 1] != ' ')
      g_string_append_c (digits, ' ');
  g_strstrip (digits->str);
  if (*digits->str == '\0')
    return *text == '\0' ? g_strdup ("") : NULL;
  n = sscanf (digits->str, "%4d %2d %2d", &a, &b, &c);
  if (n == 2)
    {
      c = b;
      b = a;
      a = year;
    }
  if (n < 2 || a < 2000 || a > 2100 || b < 1 || b > 12 || c < 1 ||
      !g_date_valid_dmy ((GDateDay) c, (GDateMonth) b, (GDateYear) a))
    return NULL;

  return g_strdup_printf ("%04d-%02d-%02d", a, b, c);
}

static void
date_entered_cb (GtkEntry *entry)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (entry), GTK_TYPE_POPOVER);
  DzSession *session = g_object_get_data (G_OBJECT (popover), "dz-session");
  DzReport *report = g_object_get_data (G_OBJECT (popover), "dz-report");
  g_autofree char *date = dz_date_popover_parse (gtk_editable_get_text (GTK_EDITABLE (entry)),
                                                 report->identity.year + 1);

  if (date == NULL)
    {
      gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
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
  gtk_popover_set_child (GTK_POPOVER (popover), box);

  return popover;
}
