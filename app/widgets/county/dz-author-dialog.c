/* dz-author-dialog.c - who works here: the name that stands beside every decision
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-author-dialog.h"

#include "dz-session-corrections.h"

#include <glib/gi18n-lib.h>

/**
 * dz_author_restore:
 * @settings: remember the name
 *
 * The name is that of the person at this computer, whichever review is open.
 */
void
dz_author_restore (GSettings *settings)
{
  g_autofree char *name = g_settings_get_string (settings, "author");

  dz_session_set_author (g_strstrip (name));
}

static void
response_cb (AdwMessageDialog *dialog,
             const char       *response,
             GSettings        *settings)
{
  GtkEditable *entry = g_object_get_data (G_OBJECT (dialog), "dz-entry");

  if (!g_str_equal (response, "keep"))
    return;
  g_settings_set_string (settings, "author", gtk_editable_get_text (entry));
  dz_author_restore (settings);
}

/**
 * dz_author_dialog_present:
 * @settings: where the name is remembered
 *
 * Asks for the name; an empty one is that of the login.
 */
void
dz_author_dialog_present (GtkWindow *parent,
                          GSettings *settings)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, _("Who Works Here"),
                                              _("The name stands beside every decision you make, in the log and where "
                                                "reviews are merged. Empty: the name you log in with."));
  GtkWidget *entry = gtk_entry_new ();
  g_autofree char *name = g_settings_get_string (settings, "author");

  gtk_editable_set_text (GTK_EDITABLE (entry), name);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Your name"), -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "keep", _("_Keep"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "keep", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data (G_OBJECT (dialog), "dz-entry", entry);
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), settings, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
