/* dz-import-choice.c - body, year or kind of an imported report, chosen from a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-import-choice.h"

#include "dz-pick-list.h"
#include "dz-quotation.h"
#include "dz-session-corrections.h"
#include "dz-tip.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FEWEST_YEARS 5
#define MOST_YEARS 30
#define SEARCHED_FROM 8 /* so many bodies are seen at a glance */

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
  g_object_set_data_full (G_OBJECT (row), "dz-words", g_strdup (text), g_free);
  g_object_set_data_full (G_OBJECT (row), "dz-value", g_memdup2 (&value, sizeof value), g_free);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

/* A year read wrongly may lie far from the right one: what is offered reaches from next year back to the oldest report
 * that is there, within reason. */
static void
add_years (GtkWidget *list,
           DzReview  *review,
           DzReport  *report)
{
  g_autoptr(GArray) years = dz_review_list_years (review);
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  int newest = MAX (report->identity.year, g_date_time_get_year (now)), oldest;

  if (years->len > 0)
    newest = MAX (newest, g_array_index (years, int, years->len - 1));
  newest++;
  oldest = newest - FEWEST_YEARS;
  for (guint i = 0; i < years->len; i++)
    if (g_array_index (years, int, i) > newest - MOST_YEARS)
      oldest = MIN (oldest, g_array_index (years, int, i) - 1);
  for (int year = newest; year >= oldest; year--)
    {
      g_autofree char *text = g_strdup_printf ("%d", year);

      add_choice (list, text, year);
    }
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
    add_years (list, review, report);
  else
    for (int kind = DZ_KIND_ANNUAL_REPORT; kind <= DZ_KIND_DUTY_REPORT; kind++)
      add_choice (list, dz_report_kind_title ((DzReportKind) kind), kind);
}

static gboolean
filter_cb (GtkListBoxRow *row,
           gpointer       entry)
{
  return strstr (g_object_get_data (G_OBJECT (row), "dz-words"), gtk_editable_get_text (entry)) != NULL;
}

/* Over a long list of bodies: their names by the keyboard. */
static GtkWidget *
make_search (GtkListBox *list)
{
  GtkWidget *entry = gtk_search_entry_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search for a body"), -1);
  gtk_list_box_set_filter_func (list, filter_cb, entry, NULL);
  g_signal_connect_object (entry, "search-changed", G_CALLBACK (gtk_list_box_invalidate_filter), list, G_CONNECT_SWAPPED);
  dz_pick_list_link (GTK_SEARCH_ENTRY (entry), list);

  return entry;
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
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroll = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();

  if (choice->field == DZ_IMPORT_BODY && review->bodies->len >= SEARCHED_FROM)
    gtk_box_append (GTK_BOX (box), make_search (GTK_LIST_BOX (list)));
  gtk_box_append (GTK_BOX (box), scroll);
  if (report != NULL)
    add_choices (list, review, report, choice->field);
  g_signal_connect (list, "row-activated", G_CALLBACK (choice_picked_cb), choice);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroll), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroll), 340);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
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

/* The whole name, where the column cuts it. */
static gboolean
query_tooltip_cb (GtkWidget  *button,
                  int         x,
                  int         y,
                  gboolean    keyboard,
                  GtkTooltip *tip)
{
  GtkLabel *label = GTK_LABEL (gtk_menu_button_get_child (GTK_MENU_BUTTON (button)));

  if (dz_tip_is_held_back (button) || !pango_layout_is_ellipsized (gtk_label_get_layout (label)))
    return FALSE;
  dz_tip_set_words (tip, gtk_label_get_label (label));

  return TRUE;
}

/**
 * dz_import_choice_new:
 * @field: what it is to show
 *
 * Returns: (transfer floating): a flat button for dz_import_choice_fill(), a long name of a body ends in dots, and the arrow
 *   stays in the column
 */
GtkWidget *
dz_import_choice_new (DzImportField field)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *label = gtk_label_new (NULL);

  if (field == DZ_IMPORT_BODY)
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_set_has_tooltip (button, TRUE);
      g_signal_connect (button, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
    }
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), label);
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (button), TRUE);
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (button), FALSE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "dz-cell-button");

  return button;
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
  gtk_label_set_label (GTK_LABEL (gtk_menu_button_get_child (button)), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  set_choices (view, button, report, field);
  if (guess && !report->guess_confirmed)
    gtk_widget_add_css_class (GTK_WIDGET (button), "dz-guess");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (button), "dz-guess");
}
