/* dz-import-choice.c - body, year or kind of an imported report, chosen from a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-import-choice.h"

#include "dz-quotation.h"
#include "dz-session-corrections.h"

#include <glib/gi18n-lib.h>

/* What a popover of choices gave back: which field of which report. */
typedef struct
{
  DzView *view;
  gint64 report_id;
  DzImportField field;
} Choice;

static void
choice_picked_cb (GtkListBox    *list,
                  GtkListBoxRow *row,
                  Choice        *choice)
{
  DzSession *session = dz_view_get_session (choice->view);
  DzReport *report = dz_review_find_report (dz_session_get_review (session), choice->report_id);
  gint64 *value = g_object_get_data (G_OBJECT (row), "dz-value");
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (list), GTK_TYPE_POPOVER);
  gint64 body_id, chosen = *value;
  DzImportField field = choice->field;
  int year;
  DzReportKind kind;

  if (report == NULL)
    return;
  body_id = field == DZ_IMPORT_BODY ? chosen : report->body_id;
  year = field == DZ_IMPORT_YEAR ? (int) chosen : report->identity.year;
  kind = field == DZ_IMPORT_KIND ? (DzReportKind) chosen : report->identity.kind;
  gtk_popover_popdown (GTK_POPOVER (popover));
  dz_session_set_identity (session, report->id, body_id, year, kind);
}

static void
add_choice (GtkWidget  *list,
            const char *text,
            gint64      value)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  g_object_set_data_full (G_OBJECT (row), "dz-value", g_memdup2 (&value, sizeof value), g_free);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

static void
add_choices (GtkWidget     *list,
             DzReview      *review,
             DzReport      *report,
             DzImportField  field)
{
  if (field == DZ_IMPORT_BODY)
    for (guint i = 0; i < review->bodies->len; i++)
      {
        const DzBody *body = g_ptr_array_index (review->bodies, i);

        add_choice (list, body->name, body->id);
      }
  else if (field == DZ_IMPORT_YEAR)
    for (int year = report->identity.year > 0 ? report->identity.year + 1 : 2026, n = 0; n < 6; n++, year--)
      {
        g_autofree char *text = g_strdup_printf ("%d", year);

        add_choice (list, text, year);
      }
  else
    for (int kind = DZ_KIND_ANNUAL_REPORT; kind <= DZ_KIND_DUTY_REPORT; kind++)
      add_choice (list, dz_report_kind_title ((DzReportKind) kind), kind);
}

/* Made when it is opened: 120 rows with a popover of 60 bodies each would be 7,200 rows nobody looks at. */
static void
make_choices_cb (GtkMenuButton *button,
                 gpointer       user_data)
{
  Choice *choice = user_data;
  DzReview *review = dz_session_get_review (dz_view_get_session (choice->view));
  DzReport *report = dz_review_find_report (review, choice->report_id);
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scroll = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();

  if (report != NULL)
    add_choices (list, review, report, choice->field);
  g_signal_connect (list, "row-activated", G_CALLBACK (choice_picked_cb), choice);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroll), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroll), 340);
  gtk_popover_set_child (GTK_POPOVER (popover), scroll);
  gtk_menu_button_set_popover (button, popover);
}

static void
set_choices (DzView        *self,
             GtkMenuButton *button,
             DzReport      *report,
             DzImportField  field)
{
  Choice *choice = g_new (Choice, 1);

  *choice = (Choice) { self, report->id, field };
  gtk_menu_button_set_popover (button, NULL);
  gtk_menu_button_set_create_popup_func (button, make_choices_cb, choice, g_free);
}

/**
 * dz_import_choice_fill:
 * @view: whose session is asked for the change
 * @report: (nullable): %NULL: nothing to choose, the button hides
 *
 * Shows what @report says of the field, dotted where it is a guess, and makes @button open the choices.
 */
void
dz_import_choice_fill (DzView        *view,
                       GtkMenuButton *button,
                       DzReport      *report,
                       DzImportField  field)
{
  g_autofree char *text = NULL;
  const DzBody *body;
  gboolean guess = FALSE;

  gtk_widget_set_visible (GTK_WIDGET (button), report != NULL);
  if (report == NULL)
    return;
  body = dz_review_find_body (dz_session_get_review (dz_view_get_session (view)), report->body_id);
  if (field == DZ_IMPORT_BODY)
    {
      text = g_strdup (body != NULL ? body->name : _("Choose…"));
      guess = body == NULL || report->identity.township_confidence < 0.8;
    }
  else if (field == DZ_IMPORT_YEAR)
    {
      text = report->identity.year > 0 ? g_strdup_printf ("%d", report->identity.year)
                                       : g_strdup (_("Choose…"));
      guess = report->identity.year_confidence < 0.8;
    }
  else
    {
      text = g_strdup (dz_report_kind_title (report->identity.kind));
      guess = report->identity.kind_confidence < 0.8;
    }
  gtk_menu_button_set_label (button, text);
  set_choices (view, button, report, field);
  if (guess && !report->guess_confirmed)
    gtk_widget_add_css_class (GTK_WIDGET (button), "dz-guess");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (button), "dz-guess");
}
