/* dz-roster-cell.c - what stands in one column of one row of the roster board
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-roster-cell.h"

#include "dz-content-mark.h"
#include "dz-date-popover.h"
#include "dz-pill.h"
#include "dz-quotation.h"
#include "dz-spoken.h"
#include "dz-state-popover.h"
#include "dz-tip.h"
#include "dz-view.h"
#include "dz-words.h"

#include <glib/gi18n-lib.h>

static DzSession *
get_session (GtkWidget *inside)
{
  return dz_view_get_session (DZ_VIEW (gtk_widget_get_ancestor (inside, DZ_TYPE_VIEW)));
}

/* The view knows what a mark stands for. */
static void
mark_clicked_cb (GtkButton   *button,
                 GtkListItem *item)
{
  gtk_widget_activate_action (GTK_WIDGET (button), "roster.mark", "(ui)", gtk_list_item_get_position (item),
                              GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "dz-content")));
}

static const char *
reviewing_class (DzReviewing reviewing)
{
  switch (reviewing)
    {
    case DZ_REVIEWING_NOW: return "info";
    case DZ_REVIEWING_DONE: return "good";
    case DZ_REVIEWING_DISPUTED: return "warning";
    case DZ_REVIEWING_UNREAD:
    default: return "plain";
    }
}

/* Where the weaknesses of a report begin, for 对照阅读 to open there. */
static DzSpan
find_first_weakness (DzReport *report)
{
  for (guint i = 0; i < report->weaknesses->len; i++)
    if (dz_weakness_counts (&g_array_index (report->weaknesses, DzWeakness, i)))
      return g_array_index (report->weaknesses, DzWeakness, i).span;

  return DZ_SPAN_NONE;
}

static void
count_clicked_cb (GtkButton   *button,
                  GtkListItem *item)
{
  static const struct
  {
    DzRosterColumn column;
    const char *view;
  } targets[] = {
    { DZ_ROSTER_FIGURES, "figures" }, { DZ_ROSTER_WEAKNESSES, "reading" }, { DZ_ROSTER_FAILING, "checks" },
  };
  DzRosterRow *row = gtk_list_item_get_item (item);
  int column = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "dz-column"));
  DzReport *report = row != NULL ? dz_roster_row_get_report (row) : NULL;

  for (guint i = 0; report != NULL && i < G_N_ELEMENTS (targets); i++)
    if ((int) targets[i].column == column)
      dz_session_go (get_session (GTK_WIDGET (button)), targets[i].view,
                     dz_roster_row_get_body (row)->id, report->id,
                     targets[i].column == DZ_ROSTER_WEAKNESSES ? find_first_weakness (report) : DZ_SPAN_NONE);
}

static void
set_class (GtkWidget  *widget,
           const char *css_class,
           gboolean    on)
{
  if (on)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

static void
empty_box (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

/* Whether the cell shows these words already; after this it is taken to show them. A cell whose inside is
 * made anew costs a tenth of a click, and every new snapshot binds all rows in sight. */
static gboolean
shows_already (GtkWidget *cell,
               char      *words)
{
  gboolean same = g_strcmp0 (g_object_get_data (G_OBJECT (cell), "dz-shown"), words) == 0;

  g_object_set_data_full (G_OBJECT (cell), "dz-shown", words, g_free);

  return same;
}

/* The report of the row a button stands in: the row may show another since the button was made. */
static DzReport *
get_report (GtkMenuButton *button)
{
  GtkListItem *item = dz_roster_cell_get_item (gtk_widget_get_parent (GTK_WIDGET (button)));

  return dz_roster_row_get_report (gtk_list_item_get_item (item));
}

/* "02-26" in its own year; the year as well where it is another than the one after the reported. */
static char *
shorten_date (DzRosterRow *row,
              const char  *date)
{
  return g_str_has_prefix (date, "2") &&
             g_ascii_strtoll (date, NULL, 10) == dz_roster_row_get_report (row)->identity.year + 1
           ? g_strdup (date + 5) : g_strdup (date);
}

static char *
dup_shown_day (DzRosterRow *row,
               const char  *date,
               int          days_late)
{
  if (dz_roster_row_is_missing (row))
    return g_strdup ("missing");

  return g_strdup_printf ("%s %d %d", date != NULL ? date : "", days_late,
                          dz_roster_row_get_report (row)->identity.year);
}

static void
bind_date (GtkWidget   *cell,
           DzRosterRow *row,
           const char  *date,
           int          days_late)
{
  empty_box (cell);
  if (date == NULL)
    {
      GtkWidget *mark = dz_content_mark_new ();

      dz_content_mark_set_dash (DZ_CONTENT_MARK (mark));
      gtk_widget_set_hexpand (mark, TRUE);
      gtk_widget_set_halign (mark, GTK_ALIGN_END);
      gtk_box_append (GTK_BOX (cell), mark);
    }
  else
    {
      g_autofree char *text = shorten_date (row, date);
      GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
      GtkWidget *label = gtk_label_new (text);

      gtk_widget_add_css_class (label, "dz-number");
      gtk_label_set_xalign (GTK_LABEL (label), 1);
      gtk_widget_set_hexpand (lines, TRUE);
      gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (lines), label);
      if (days_late > 0)
        {
          g_autofree char *late = g_strdup_printf (ngettext ("%d day late", "%d days late", days_late),
                                                   days_late);
          GtkWidget *days = gtk_label_new (late);

          gtk_label_set_xalign (GTK_LABEL (days), 1);
          gtk_widget_add_css_class (days, "dz-late");
          gtk_widget_add_css_class (label, "dz-alarm");
          gtk_box_append (GTK_BOX (lines), days);
        }
      gtk_box_append (GTK_BOX (cell), lines);
    }
}

/* The report is here, only the day it came in is not known: that is no silence of the body. */
static void
bind_received (GtkWidget   *cell,
               DzRosterRow *row)
{
  const char *date = dz_roster_row_get_received (row);
  GtkWidget *label;

  if (date != NULL)
    {
      bind_date (cell, row, date, dz_roster_row_get_days_late (row));
      return;
    }
  empty_box (cell);
  label = gtk_label_new (_("day unknown"));
  gtk_widget_add_css_class (label, "dz-secondary");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_halign (label, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (cell), label);
}

static void
make_date_popover_cb (GtkMenuButton *button,
                      gpointer       day)
{
  gtk_menu_button_set_popover (button, dz_date_popover_new (get_session (GTK_WIDGET (button)), get_report (button),
                                                            (DzDay) GPOINTER_TO_INT (day)));
}

/* The date, or that there is none, on a button: a click asks for the day. */
static void
bind_day (GtkWidget   *cell,
          DzRosterRow *row,
          DzDay        day)
{
  gboolean received = day == DZ_DAY_RECEIVED;
  const char *date = received ? dz_roster_row_get_received (row) : dz_roster_row_get_published (row);
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  g_autofree char *spoken = received ? g_strdup_printf (_("Received: %s"), date != NULL ? date : _("day unknown"))
                                     : g_strdup_printf (_("Published: %s"), date != NULL ? date : _("not reported"));

  if (received)
    bind_received (box, row);
  else
    bind_date (box, row, date, dz_roster_row_get_publish_days_late (row));
  empty_box (cell);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), box);
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (button), FALSE);
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (button), FALSE);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), make_date_popover_cb, GINT_TO_POINTER (day), NULL);
  dz_tip_set (button, received ? _("Click to enter the day the report was received") : _("Click to enter the day of publication"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_widget_add_css_class (button, "dz-cell-button");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (cell), button);
}

static void
bind_missing (GtkWidget *cell)
{
  GtkWidget *button = gtk_button_new_with_label (C_("narrow cell", "Import…"));

  empty_box (cell);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.import");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_set_hexpand (button, TRUE);
  gtk_box_append (GTK_BOX (cell), button);
}

static void
make_state_popover_cb (GtkMenuButton *button,
                       gpointer       user_data)
{
  gtk_menu_button_set_popover (button, dz_state_popover_new (get_session (GTK_WIDGET (button)), get_report (button)));
}

static void
life_cb (GtkButton *button,
         gpointer   user_data)
{
  GtkListItem *item = dz_roster_cell_get_item (gtk_widget_get_parent (GTK_WIDGET (button)));
  DzRosterRow *row = gtk_list_item_get_item (item);

  dz_session_go (get_session (GTK_WIDGET (button)), "life", dz_roster_row_get_body (row)->id, 0, DZ_SPAN_NONE);
}

static void
append_life (GtkWidget *cell)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("document-open-recent-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "dz-cell-button");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_set_hexpand (button, TRUE);
  dz_tip_set (button, _("Over the years"));
  dz_spoken_set_name (button, _("Over the years"));
  g_signal_connect (button, "clicked", G_CALLBACK (life_cb), NULL);
  gtk_box_append (GTK_BOX (cell), button);
}

static void
bind_state (GtkWidget   *cell,
            DzRosterRow *row)
{
  DzReviewing reviewing = dz_roster_row_get_reviewing (row);
  DzReport *report = dz_roster_row_get_report (row);
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  gboolean has_note = report->note != NULL && *report->note != '\0';
  g_autofree char *spoken = g_strdup_printf ("%s：%s%s%s", _("State"), dz_reviewing_title (reviewing),
                                             has_note ? "，" : "", has_note ? report->note : "");

  empty_box (cell);
  gtk_box_append (GTK_BOX (box), dz_pill_new (dz_reviewing_title (reviewing), reviewing_class (reviewing)));
  if (has_note)
    gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("document-edit-symbolic"));
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), box);
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (button), FALSE);
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (button), FALSE);
  gtk_widget_add_css_class (button, "dz-cell-button");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  dz_tip_set (button, has_note ? report->note : _("Set the state, write a note"));
  dz_spoken_set_name (button, spoken);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), make_state_popover_cb, NULL, NULL);
  gtk_box_append (GTK_BOX (cell), button);
}

static void
bind_received_missing (GtkWidget *cell)
{
  empty_box (cell);
  gtk_box_append (GTK_BOX (cell), dz_pill_new (C_("narrow cell", "Missing"), "error"));
}

static void
bind_count (GtkWidget  *cell,
            const char *what,
            guint       count,
            const char *zero,
            gboolean    alarm,
            gboolean    missing)
{
  g_autofree char *text = count == 0 && zero != NULL ? g_strdup (zero)
                                                     : g_strdup_printf ("%u", count);
  g_autofree char *spoken = g_strdup_printf ("%s：%s", what, text);

  gtk_button_set_label (GTK_BUTTON (cell), text);
  dz_spoken_set_name (cell, spoken);
  gtk_widget_set_visible (cell, !missing);
  set_class (cell, "dz-alarm", alarm);
}

/* “原因：另有段落写到”: the heads of the columns are not read with the marks. */
static void
bind_content (GtkWidget   *cell,
              DzRosterRow *row,
              DzContent    content)
{
  GtkWidget *mark = gtk_button_get_child (GTK_BUTTON (cell));
  g_autofree char *spoken = NULL;

  dz_content_mark_set (DZ_CONTENT_MARK (mark), dz_roster_row_get_content (row, content, NULL));
  gtk_widget_set_sensitive (cell, !dz_roster_row_is_missing (row) &&
                                    dz_roster_row_get_content (row, content, NULL) != DZ_CONTENT_NOT_ASKED);
  spoken = g_strdup_printf ("%s：%s", dz_words_content (content), dz_content_mark_get_words (DZ_CONTENT_MARK (mark)));
  dz_spoken_set_name (cell, spoken);
}

/* The row is called by its body and what is known of it. */
static void
name_row (GtkWidget   *cell,
          DzRosterRow *row)
{
  GtkWidget *frame = gtk_widget_get_parent (cell);
  GtkWidget *list_row = frame != NULL ? gtk_widget_get_parent (frame) : NULL;
  const DzBody *body = dz_roster_row_get_body (row);
  g_autofree char *words =
    dz_roster_row_is_missing (row)
      ? g_strdup_printf ("%s，%s，%s", body->name, body->kind != NULL ? body->kind : "", _("Not submitted"))
      : g_strdup_printf ("%s，%s，%s", body->name, body->kind != NULL ? body->kind : "",
                         dz_reviewing_title (dz_roster_row_get_reviewing (row)));

  if (list_row != NULL)
    dz_spoken_set_name (list_row, words);
}

/**
 * dz_roster_column_get_content:
 * @column: one of the columns of contents
 *
 * Returns: the content it is about; the board's order differs from the table's: 整改 stands before 计划
 */
DzContent
dz_roster_column_get_content (DzRosterColumn column)
{
  static const DzContent order[DZ_N_CONTENTS] = {
    DZ_CONTENT_RESULTS, DZ_CONTENT_PROBLEMS, DZ_CONTENT_CAUSES,
    DZ_CONTENT_DUTY, DZ_CONTENT_LAST_YEAR, DZ_CONTENT_PLAN,
  };

  g_return_val_if_fail (column >= DZ_ROSTER_CONTENT && column < DZ_ROSTER_FIGURES, DZ_CONTENT_RESULTS);

  return order[column - DZ_ROSTER_CONTENT];
}

/**
 * dz_roster_cell_new:
 * @item: the list item the cell is the child of
 *
 * Returns: (transfer floating): an empty cell for rows of this column
 */
GtkWidget *
dz_roster_cell_new (DzRosterColumn  column,
                    GtkListItem    *item)
{
  GtkWidget *cell;

  if (column >= DZ_ROSTER_CONTENT && column < DZ_ROSTER_FIGURES)
    {
      cell = gtk_button_new ();
      gtk_widget_add_css_class (cell, "flat");
      gtk_widget_add_css_class (cell, "dz-cell-button");
      gtk_widget_set_halign (cell, GTK_ALIGN_CENTER);
      gtk_button_set_child (GTK_BUTTON (cell), dz_content_mark_new ());
      g_object_set_data (G_OBJECT (cell), "dz-content",
                         GINT_TO_POINTER (dz_roster_column_get_content (column)));
      g_signal_connect (cell, "clicked", G_CALLBACK (mark_clicked_cb), item);
    }
  else if (column >= DZ_ROSTER_FIGURES && column <= DZ_ROSTER_FAILING)
    {
      cell = gtk_button_new_with_label ("");
      gtk_widget_add_css_class (cell, "flat");
      gtk_widget_add_css_class (cell, "dz-cell-button");
      gtk_widget_add_css_class (cell, "dz-number");
      gtk_widget_set_halign (cell, GTK_ALIGN_END);
      g_object_set_data (G_OBJECT (cell), "dz-column", GINT_TO_POINTER (column));
      g_signal_connect (cell, "clicked", G_CALLBACK (count_clicked_cb), item);
    }
  else if (column == DZ_ROSTER_STATE)
    {
      cell = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
    }
  else if (column == DZ_ROSTER_RECEIVED || column == DZ_ROSTER_PUBLISHED)
    {
      cell = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
      gtk_widget_set_halign (cell, column == DZ_ROSTER_PUBLISHED ? GTK_ALIGN_END : GTK_ALIGN_FILL);
    }
  else
    {
      cell = gtk_label_new (NULL);
      gtk_label_set_xalign (GTK_LABEL (cell), 0);
      gtk_label_set_ellipsize (GTK_LABEL (cell), PANGO_ELLIPSIZE_END);
      if (column == DZ_ROSTER_BODY)
        gtk_widget_add_css_class (cell, "heading");
    }
  g_object_set_data (G_OBJECT (cell), "dz-item", item);

  return cell;
}

/**
 * dz_roster_cell_get_item:
 *
 * Returns: (transfer none) (nullable): the list item @cell was made for, %NULL if it is no cell
 */
GtkListItem *
dz_roster_cell_get_item (GtkWidget *cell)
{
  return g_object_get_data (G_OBJECT (cell), "dz-item");
}

/**
 * dz_roster_cell_show:
 *
 * Shows what @row has in @column, of which @cell is one.
 */
void
dz_roster_cell_show (GtkWidget      *cell,
                     DzRosterColumn  column,
                     DzRosterRow    *row)
{
  const DzBody *body = dz_roster_row_get_body (row);
  DzReport *report = dz_roster_row_get_report (row);
  gboolean missing = dz_roster_row_is_missing (row);
  GtkWidget *frame = gtk_widget_get_parent (cell);

  if (frame != NULL)
    set_class (frame, "dz-hatched", column >= DZ_ROSTER_RECEIVED && missing);
  switch (column)
    {
    case DZ_ROSTER_BODY:
      gtk_label_set_label (GTK_LABEL (cell), body->name);
      dz_tip_set (cell, body->name);
      name_row (cell, row);
      break;

    case DZ_ROSTER_KIND:
      gtk_label_set_label (GTK_LABEL (cell), body->kind);
      break;

    case DZ_ROSTER_DUE:
      gtk_label_set_label (GTK_LABEL (cell),
                           report != NULL ? dz_report_kind_title (report->identity.kind)
                           : body->due != DZ_KIND_OTHER ? dz_report_kind_title (body->due)
                                                        : dz_report_kind_title (DZ_KIND_ANNUAL_REPORT));
      break;

    case DZ_ROSTER_RECEIVED:
      if (shows_already (cell, dup_shown_day (row, dz_roster_row_get_received (row), dz_roster_row_get_days_late (row))))
        break;
      if (missing)
        bind_received_missing (cell);
      else
        bind_day (cell, row, DZ_DAY_RECEIVED);
      break;

    case DZ_ROSTER_PUBLISHED:
      if (shows_already (cell, dup_shown_day (row, dz_roster_row_get_published (row),
                                              dz_roster_row_get_publish_days_late (row))))
        break;
      if (missing)
        empty_box (cell);
      else
        bind_day (cell, row, DZ_DAY_PUBLISHED);
      break;

    case DZ_ROSTER_FIGURES:
      bind_count (cell, _("Figure count"), dz_roster_row_get_n_figures (row), NULL, FALSE, missing);
      break;

    case DZ_ROSTER_WEAKNESSES:
      bind_count (cell, _("Weakness count"), dz_roster_row_get_n_weaknesses (row), C_("narrow cell", "none"),
                  dz_roster_row_get_n_weaknesses (row) == 0, missing);
      break;

    case DZ_ROSTER_FAILING:
      bind_count (cell, _("Failed checks"), dz_roster_row_get_n_failing (row), NULL,
                  dz_roster_row_get_n_failing (row) > 0, missing);
      break;

    case DZ_ROSTER_STATE:
      if (shows_already (cell, missing ? g_strdup ("missing")
                                       : g_strdup_printf ("%d %s", dz_roster_row_get_reviewing (row),
                                                          report->note != NULL ? report->note : "")))
        break;
      if (missing)
        bind_missing (cell);
      else
        bind_state (cell, row);
      append_life (cell);
      break;

    case DZ_ROSTER_CONTENT:
    case DZ_N_ROSTER_COLUMNS:
    default:
      bind_content (cell, row, dz_roster_column_get_content (column));
      break;
    }
}
