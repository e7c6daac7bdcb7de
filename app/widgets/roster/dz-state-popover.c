/* dz-state-popover.c - how far a report has been looked at, and a note about it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-state-popover.h"

#include "dz-session-corrections.h"
#include "dz-spoken.h"
#include "dz-text-scale.h"

#include <glib/gi18n-lib.h>

#define NOTE_WIDTH 260
#define NOTE_HEIGHT 74

/**
 * dz_reviewing_title:
 *
 * Returns: (transfer none): what the state is called
 */
const char *
dz_reviewing_title (DzReviewing reviewing)
{
  switch (reviewing)
    {
    case DZ_REVIEWING_NOW: return _("In review");
    case DZ_REVIEWING_DONE: return _("Checked");
    case DZ_REVIEWING_DISPUTED: return _("Disputed");
    case DZ_REVIEWING_UNREAD:
    default: return _("Unread");
    }
}

static char *
dup_note (GtkWidget *popover)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (g_object_get_data (G_OBJECT (popover), "dz-note"));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

/* From here on closing keeps nothing. */
static void
give_up (GtkWidget *popover)
{
  g_object_set_data (G_OBJECT (popover), "dz-given-up", popover);
}

static void
keep (GtkWidget   *popover,
      DzReviewing  reviewing)
{
  DzSession *session = g_object_ref (g_object_get_data (G_OBJECT (popover), "dz-session"));
  DzReport *report = dz_report_ref (g_object_get_data (G_OBJECT (popover), "dz-report"));
  g_autofree char *note = dup_note (popover);
  gboolean same_note = g_strcmp0 (note, report->note != NULL ? report->note : "") == 0;

  give_up (popover);
  gtk_popover_popdown (GTK_POPOVER (popover));
  if (!same_note || reviewing != report->reviewing)
    dz_session_set_reviewing (session, report->id, reviewing, same_note ? NULL : note);
  dz_report_unref (report);
  g_object_unref (session);
}

static void
state_clicked_cb (GtkButton *button,
                  gpointer   user_data)
{
  keep (gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_POPOVER),
        (DzReviewing) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "dz-reviewing")));
}

static void
note_clicked_cb (GtkButton *button,
                 gpointer   user_data)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_POPOVER);

  keep (popover, ((DzReport *) g_object_get_data (G_OBJECT (popover), "dz-report"))->reviewing);
}

/* Pressed away with a click beside it: the note that was typed is kept, as everything is. */
static void
closed_cb (GtkWidget *popover,
           gpointer   unused)
{
  if (g_object_get_data (G_OBJECT (popover), "dz-given-up") == NULL)
    keep (popover, ((DzReport *) g_object_get_data (G_OBJECT (popover), "dz-report"))->reviewing);
}

/* Escape, wherever the focus is in it, gives up what was typed. */
static gboolean
escape_cb (GtkEventControllerKey *keys,
           guint                  key,
           guint                  code,
           GdkModifierType        state,
           GtkWidget             *popover)
{
  if (key == GDK_KEY_Escape)
    give_up (popover);

  return FALSE;
}

/* Ctrl+Enter keeps the note: Enter alone begins a new line. */
static gboolean
note_key_cb (GtkEventControllerKey *keys,
             guint                  key,
             guint                  code,
             GdkModifierType        state,
             GtkWidget             *popover)
{
  if ((key != GDK_KEY_Return && key != GDK_KEY_KP_Enter) || (state & GDK_CONTROL_MASK) == 0)
    return FALSE;
  keep (popover, ((DzReport *) g_object_get_data (G_OBJECT (popover), "dz-report"))->reviewing);

  return TRUE;
}

static void
add_note (GtkWidget *popover,
          GtkBox    *box,
          DzReport  *report)
{
  GtkWidget *text = gtk_text_view_new ();
  GtkWidget *scroll = gtk_scrolled_window_new ();
  GtkWidget *label = gtk_label_new (_("Note"));
  GtkWidget *button = gtk_button_new_with_label (_("Keep the Note"));
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (text), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (text), FALSE);
  gtk_widget_add_css_class (text, "dz-note");
  dz_spoken_set_name (text, _("Note"));
  if (report->note != NULL)
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)), report->note, -1);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (note_key_cb), popover);
  gtk_widget_add_controller (text, keys);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), text);
  gtk_scrolled_window_set_has_frame (GTK_SCROLLED_WINDOW (scroll), TRUE);
  dz_text_scale_request (scroll, NOTE_WIDTH, NOTE_HEIGHT);
  g_signal_connect (button, "clicked", G_CALLBACK (note_clicked_cb), NULL);
  gtk_box_append (box, label);
  gtk_box_append (box, scroll);
  gtk_box_append (box, button);
  g_object_set_data (G_OBJECT (popover), "dz-note", text);
}

/**
 * dz_state_popover_new:
 *
 * Returns: (transfer floating): asks for the state of @report and a note, and keeps them as one step
 */
GtkWidget *
dz_state_popover_new (DzSession *session,
                      DzReport  *report)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_object_set_data_full (G_OBJECT (popover), "dz-session", g_object_ref (session), g_object_unref);
  g_object_set_data_full (G_OBJECT (popover), "dz-report", dz_report_ref (report),
                          (GDestroyNotify) dz_report_unref);
  for (int i = DZ_REVIEWING_UNREAD; i <= DZ_REVIEWING_DISPUTED; i++)
    {
      GtkWidget *button = gtk_button_new_with_label (dz_reviewing_title ((DzReviewing) i));

      gtk_widget_add_css_class (button, "flat");
      g_object_set_data (G_OBJECT (button), "dz-reviewing", GINT_TO_POINTER (i));
      g_signal_connect (button, "clicked", G_CALLBACK (state_clicked_cb), NULL);
      gtk_box_append (GTK_BOX (box), button);
    }
  add_note (popover, GTK_BOX (box), report);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (escape_cb), popover);
  gtk_widget_add_controller (popover, keys);
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);

  return popover;
}
