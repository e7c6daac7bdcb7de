/* dz-import-view.c - 导入结果: what became of each file, corrected by one click
 *
 * Rows that need a hand stand on top. What the record said when the file was
 * read stays; body, year and kind are shown as the review has them now.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-import-view.h"

#include "dz-import-row.h"
#include "dz-import.h"
#include "dz-quotation.h"
#include "dz-session-corrections.h"
#include "dz-slices.h"
#include "dz-spoken.h"
#include "dz-text-scale.h"
#include "dz-tip.h"

#include <glib/gi18n-lib.h>

typedef enum
{
  COLUMN_OUTCOME,
  COLUMN_FILE,
  COLUMN_BODY,
  COLUMN_YEAR,
  COLUMN_KIND,
  COLUMN_WORDS,
  COLUMN_ACTIONS,
  N_COLUMNS
} Column;

static const int widths[N_COLUMNS] = { 92, 252, 126, 84, 112, -1, 158 };

typedef enum
{
  SHOW_ALL,
  SHOW_LOOK,
  SHOW_FAILED,
  N_SHOWS
} Show;

struct _DzImportView
{
  DzView parent_instance;

  /* template */
  GtkStack *stack;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkWidget *toggles;
  GtkWidget *take_back_button;
  GtkColumnView *table;
  GtkLabel *ground;

  DzSlices rows; /* DzImportRow */
  GtkFilterListModel *filtered;
  GtkCustomFilter *filter;
  GtkSingleSelection *selection;
  GtkToggleButton *shows[N_SHOWS];
  Show show;
  guint run; /* number of the import on screen, 0: none */
};

G_DEFINE_FINAL_TYPE (DzImportView, dz_import_view, DZ_TYPE_VIEW)

static gboolean
is_shown (DzImportRow *row,
          Show         show)
{
  switch (show)
    {
    case SHOW_LOOK: return dz_import_row_wants_look (row);
    case SHOW_FAILED: return dz_import_row_get_record (row)->outcome == DZ_OUTCOME_FAILED;
    case SHOW_ALL:
    case N_SHOWS:
    default: return TRUE;
    }
}

static gboolean
filter_cb (gpointer item,
           gpointer user_data)
{
  return is_shown (item, DZ_IMPORT_VIEW (user_data)->show);
}

static DzReport *
get_report (DzImportView         *self,
            const DzImportRecord *record)
{
  DzReview *review = dz_session_get_review (dz_view_get_session (DZ_VIEW (self)));
  gint64 id = record->report_id != 0 ? record->report_id : record->duplicate_of;

  return dz_review_find_report (review, id);
}

static const char *
say_outcome (DzOutcome outcome)
{
  switch (outcome)
    {
    case DZ_OUTCOME_FAILED: return _("Unreadable");
    case DZ_OUTCOME_UNSURE: return _("Please confirm");
    case DZ_OUTCOME_OLDER: return _("Older version here");
    case DZ_OUTCOME_DUPLICATE: return _("Duplicate");
    case DZ_OUTCOME_LOSSES: return _("Something left out");
    case DZ_OUTCOME_READ:
    default: return _("Recognised");
    }
}

static const char *
outcome_class (DzOutcome outcome)
{
  switch (outcome)
    {
    case DZ_OUTCOME_FAILED: return "error";
    case DZ_OUTCOME_UNSURE:
    case DZ_OUTCOME_OLDER: return "info";
    case DZ_OUTCOME_DUPLICATE: return "plain";
    case DZ_OUTCOME_LOSSES: return "warning";
    case DZ_OUTCOME_READ:
    default: return "good";
    }
}

static char *
make_words (DzImportView         *self,
            const DzImportRecord *record,
            DzReport             *report)
{
  g_autoptr(GString) words = g_string_new (NULL);

  if (record->error != NULL)
    return g_strdup (record->error);
  if (g_strcmp0 (record->source->format, "roster") == 0)
    return record->outcome == DZ_OUTCOME_READ
             ? g_strdup_printf (ngettext ("Roster of %u body", "Roster of %u bodies", record->n_figures),
                                record->n_figures)
             : g_strdup (_("A roster is here already; import it by the main menu to replace it"));
  if (record->outcome == DZ_OUTCOME_DUPLICATE)
    return g_strdup (_("Same text as a report that is here already; not imported again"));
  if (record->outcome == DZ_OUTCOME_OLDER)
    g_string_append (words, _("A report of this body and year is here already"));
  else if (record->outcome == DZ_OUTCOME_UNSURE)
    return dz_import_record_explain (record, report);
  for (guint i = 0; i < record->source->losses->len; i++)
    {
      g_autofree char *loss = dz_loss_describe (&g_array_index (record->source->losses, DzLoss, i), TRUE);

      g_string_append_printf (words, "%s%s", words->len > 0 ? "；" : "", loss);
    }
  if (words->len == 0)
    g_string_append_printf (words, _("%u figures, %u weaknesses found"), record->n_figures,
                            record->n_weaknesses);

  return g_strdup (words->str);
}

/* What a popover of choices gave back: which field of which report. */
typedef struct
{
  DzImportView *view;
  gint64 report_id;
  Column column;
} Choice;

static void
choice_picked_cb (GtkListBox    *list,
                  GtkListBoxRow *row,
                  Choice        *choice)
{
  DzSession *session = dz_view_get_session (DZ_VIEW (choice->view));
  DzReport *report = dz_review_find_report (dz_session_get_review (session), choice->report_id);
  gint64 *value = g_object_get_data (G_OBJECT (row), "dz-value");
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (list), GTK_TYPE_POPOVER);
  gint64 body_id, chosen = *value;
  Column column = choice->column;
  int year;
  DzReportKind kind;

  if (report == NULL)
    return;
  body_id = column == COLUMN_BODY ? chosen : report->body_id;
  year = column == COLUMN_YEAR ? (int) chosen : report->identity.year;
  kind = column == COLUMN_KIND ? (DzReportKind) chosen : report->identity.kind;
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
add_choices (GtkWidget *list,
             DzReview  *review,
             DzReport  *report,
             Column     column)
{
  if (column == COLUMN_BODY)
    for (guint i = 0; i < review->bodies->len; i++)
      {
        const DzBody *body = g_ptr_array_index (review->bodies, i);

        add_choice (list, body->name, body->id);
      }
  else if (column == COLUMN_YEAR)
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
  DzReview *review = dz_session_get_review (dz_view_get_session (DZ_VIEW (choice->view)));
  DzReport *report = dz_review_find_report (review, choice->report_id);
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scroll = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();

  if (report != NULL)
    add_choices (list, review, report, choice->column);
  g_signal_connect (list, "row-activated", G_CALLBACK (choice_picked_cb), choice);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroll), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroll), 340);
  gtk_popover_set_child (GTK_POPOVER (popover), scroll);
  gtk_menu_button_set_popover (button, popover);
}

static void
set_choices (DzImportView  *self,
             GtkMenuButton *button,
             DzReport      *report,
             Column         column)
{
  Choice *choice = g_new (Choice, 1);

  *choice = (Choice) { self, report->id, column };
  gtk_menu_button_set_popover (button, NULL);
  gtk_menu_button_set_create_popup_func (button, make_choices_cb, choice, g_free);
}

static void
fill_choice (DzImportView   *self,
             GtkMenuButton  *button,
             DzReport       *report,
             Column          column)
{
  g_autofree char *text = NULL;
  const DzBody *body;
  gboolean guess = FALSE;

  gtk_widget_set_visible (GTK_WIDGET (button), report != NULL);
  if (report == NULL)
    return;
  body = dz_review_find_body (dz_session_get_review (dz_view_get_session (DZ_VIEW (self))), report->body_id);
  if (column == COLUMN_BODY)
    {
      text = g_strdup (body != NULL ? body->name : _("Choose…"));
      guess = body == NULL || report->identity.township_confidence < 0.8;
    }
  else if (column == COLUMN_YEAR)
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
  set_choices (self, button, report, column);
  if (guess && !report->guess_confirmed)
    gtk_widget_add_css_class (GTK_WIDGET (button), "dz-guess");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (button), "dz-guess");
}

typedef struct
{
  DzImportView *view;
  DzImportRow *row;
} Click;

static Click *
click_new (DzImportView *view,
           DzImportRow  *row)
{
  Click *click = g_new (Click, 1);

  *click = (Click) { view, g_object_ref (row) };

  return click;
}

static void
click_free (gpointer data)
{
  Click *click = data;

  g_object_unref (click->row);
  g_free (click);
}

static void
confirm_clicked_cb (GtkButton *button,
                    Click     *click)
{
  DzReport *report = get_report (click->view, dz_import_row_get_record (click->row));

  if (report != NULL)
    dz_session_set_identity (dz_view_get_session (DZ_VIEW (click->view)), report->id, report->body_id,
                             report->identity.year, report->identity.kind);
}

static void
replace_clicked_cb (GtkButton *button,
                    Click     *click)
{
  const DzImportRecord *record = dz_import_row_get_record (click->row);

  dz_session_supersede (dz_view_get_session (DZ_VIEW (click->view)), record->older_id, record->report_id);
}

static void
skip_clicked_cb (GtkButton *button,
                 Click     *click)
{
  dz_session_remove_report (dz_view_get_session (DZ_VIEW (click->view)),
                            dz_import_row_get_record (click->row)->report_id);
}

/* A newer text beside the older one: both stay, and nobody is asked again. */
static void
keep_both_clicked_cb (GtkButton *button,
                      Click     *click)
{
  confirm_clicked_cb (button, click);
}

/* Both versions as columns, the older first. */
static void
compare_clicked_cb (GtkButton *button,
                    Click     *click)
{
  const DzImportRecord *record = dz_import_row_get_record (click->row);
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (ids, record->older_id);
  g_array_append_val (ids, record->report_id);
  dz_session_compare (dz_view_get_session (DZ_VIEW (click->view)), ids);
}

static void
import_anyway_done_cb (GObject      *source,
                       GAsyncResult *result,
                       gpointer      user_data)
{
  g_autoptr(DzSession) session = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) records = dz_import_finish (result, &error);

  if (records == NULL)
    {
      dz_session_tell_error (session, _("The import stopped."), error);
      return;
    }
  dz_session_reload_async (session, NULL, NULL);
  dz_session_toast (session, _("Imported once more"), TRUE);
}

/* The same text a second time: two bodies may have sent the same words. */
static void
import_anyway_clicked_cb (GtkButton *button,
                          Click     *click)
{
  DzSession *session = dz_view_get_session (DZ_VIEW (click->view));
  const DzImportRecord *record = dz_import_row_get_record (click->row);
  const char *const paths[] = { record->source->path, NULL };
  DzImportOptions options = { .keep_duplicates = TRUE, .run = record->run };
  DzImportOrder order = { dz_session_get_path (session), paths, &options };

  if (!dz_session_check_place (session, _("The import stopped.")))
    return;
  dz_import_async (&order, NULL, NULL, NULL, import_anyway_done_cb, g_object_ref (session));
}

static void
see_clicked_cb (GtkButton *button,
                Click     *click)
{
  DzReport *report = get_report (click->view, dz_import_row_get_record (click->row));

  if (report != NULL)
    dz_session_go (dz_view_get_session (DZ_VIEW (click->view)), "reading", report->body_id, report->id,
                   DZ_SPAN_NONE);
}

static void
original_clicked_cb (GtkButton *button,
                     Click     *click)
{
  const DzImportRecord *record = dz_import_row_get_record (click->row);
  g_autoptr(GFile) file = g_file_new_for_path (record->source->path);
  g_autofree char *uri = g_file_get_uri (file);

  gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (button))), uri, GDK_CURRENT_TIME);
}

static void
connect_click (DzImportView *self,
               GtkWidget    *button,
               DzImportRow  *row,
               GCallback     callback)
{
  g_signal_connect_data (button, "clicked", callback, click_new (self, row), (GClosureNotify) (void (*) (void)) click_free,
                         0);
}

static void
add_action (DzImportView *self,
            GtkWidget    *box,
            DzImportRow  *row,
            const char   *text,
            GCallback     callback)
{
  GtkWidget *button = gtk_button_new_with_label (text);

  gtk_widget_add_css_class (button, "dz-small-button");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  connect_click (self, button, row, callback);
  gtk_box_append (GTK_BOX (box), button);
}

static void
close_popover_cb (GtkWidget *button,
                  gpointer   unused)
{
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (button, GTK_TYPE_POPOVER)));
}

static void
add_item (DzImportView *self,
          GtkWidget    *menu,
          DzImportRow  *row,
          const char   *text,
          GCallback     callback)
{
  GtkWidget *button = gtk_button_new_with_label (text);

  gtk_widget_add_css_class (button, "flat");
  /* first: what is done may bring the row down with its button */
  g_signal_connect (button, "clicked", G_CALLBACK (close_popover_cb), NULL);
  connect_click (self, button, row, callback);
  gtk_box_append (GTK_BOX (menu), button);
}

static gboolean
has_original (const DzImportRecord *record)
{
  return record->source->path != NULL && g_file_test (record->source->path, G_FILE_TEST_EXISTS);
}

static gboolean
asks_about_older (DzImportView         *self,
                  const DzImportRecord *record,
                  DzReport             *report)
{
  DzReview *review = dz_session_get_review (dz_view_get_session (DZ_VIEW (self)));

  return record->outcome == DZ_OUTCOME_OLDER && !report->guess_confirmed &&
         dz_review_find_report (review, record->older_id) != NULL;
}

/* What is asked for less often, behind a button with three dots; made when it is opened. */
static void
make_menu_cb (GtkMenuButton *button,
              gpointer       user_data)
{
  Click *click = user_data;
  const DzImportRecord *record = dz_import_row_get_record (click->row);
  DzReport *report = get_report (click->view, record);
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *menu = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  if (report != NULL && asks_about_older (click->view, record, report))
    {
      add_item (click->view, menu, click->row, _("Keep Both"), G_CALLBACK (keep_both_clicked_cb));
      add_item (click->view, menu, click->row, _("Skip"), G_CALLBACK (skip_clicked_cb));
    }
  if (record->outcome == DZ_OUTCOME_DUPLICATE && record->source->member == NULL && has_original (record))
    add_item (click->view, menu, click->row, _("Import All the Same"), G_CALLBACK (import_anyway_clicked_cb));
  if (has_original (record))
    add_item (click->view, menu, click->row, _("See the Original"), G_CALLBACK (original_clicked_cb));
  gtk_widget_add_css_class (popover, "menu");
  gtk_popover_set_child (GTK_POPOVER (popover), menu);
  gtk_menu_button_set_popover (button, popover);
}

static void
fill_menu (DzImportView *self,
           GtkWidget    *box,
           DzImportRow  *row,
           DzReport     *report)
{
  const DzImportRecord *record = dz_import_row_get_record (row);
  GtkWidget *button;

  if (!(report != NULL && asks_about_older (self, record, report)) && !has_original (record))
    return;
  button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  dz_tip_set (button, _("More"));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), make_menu_cb, click_new (self, row), click_free);
  gtk_box_append (GTK_BOX (box), button);
}

static void
fill_actions (DzImportView *self,
              GtkWidget    *box,
              DzImportRow  *row,
              DzReport     *report)
{
  const DzImportRecord *record = dz_import_row_get_record (row);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
  if (record->outcome == DZ_OUTCOME_FAILED)
    {
      child = gtk_button_new_with_label (_("Choose Again…"));
      gtk_widget_add_css_class (child, "dz-small-button");
      gtk_widget_set_valign (child, GTK_ALIGN_CENTER);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (child), "win.import");
      gtk_box_append (GTK_BOX (box), child);
    }
  else if (report == NULL)
    ;
  else if (record->outcome == DZ_OUTCOME_UNSURE && !report->guess_confirmed)
    add_action (self, box, row, _("Confirm"), G_CALLBACK (confirm_clicked_cb));
  else if (asks_about_older (self, record, report))
    {
      add_action (self, box, row, _("Compare"), G_CALLBACK (compare_clicked_cb));
      add_action (self, box, row, _("Replace"), G_CALLBACK (replace_clicked_cb));
    }
  else if (record->outcome == DZ_OUTCOME_LOSSES && has_original (record))
    add_action (self, box, row, _("See the Original"), G_CALLBACK (original_clicked_cb));
  else
    add_action (self, box, row, _("Read"), G_CALLBACK (see_clicked_cb));
  fill_menu (self, box, row, report);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  user_data)
{
  Column column = (Column) GPOINTER_TO_INT (user_data);
  GtkWidget *cell;

  if (column == COLUMN_BODY || column == COLUMN_YEAR || column == COLUMN_KIND)
    {
      cell = gtk_menu_button_new ();
      gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (cell), FALSE);
      gtk_widget_set_valign (cell, GTK_ALIGN_CENTER);
      gtk_widget_set_halign (cell, GTK_ALIGN_START);
      gtk_widget_add_css_class (cell, "dz-cell-button");
    }
  else if (column == COLUMN_ACTIONS)
    {
      cell = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      gtk_widget_set_halign (cell, GTK_ALIGN_END);
    }
  else
    {
      cell = gtk_label_new (NULL);
      gtk_label_set_xalign (GTK_LABEL (cell), 0);
      gtk_label_set_ellipsize (GTK_LABEL (cell), column == COLUMN_FILE ? PANGO_ELLIPSIZE_MIDDLE
                                                                        : PANGO_ELLIPSIZE_END);
      if (column == COLUMN_OUTCOME)
        gtk_widget_set_halign (cell, GTK_ALIGN_START);
      if (column == COLUMN_OUTCOME)
        gtk_widget_set_valign (cell, GTK_ALIGN_CENTER);
      if (column == COLUMN_WORDS)
        gtk_widget_add_css_class (cell, "dz-secondary");
    }
  gtk_list_item_set_child (item, cell);
}

static void
set_only_class (GtkWidget  *widget,
                const char *css_class)
{
  const char *classes[] = { "dz-pill", css_class, NULL };

  gtk_widget_set_css_classes (widget, classes);
}

/* The row is called by its file and what became of it. */
static void
name_row (GtkWidget  *cell,
          const char *file,
          const char *outcome)
{
  GtkWidget *frame = gtk_widget_get_parent (cell);
  GtkWidget *list_row = frame != NULL ? gtk_widget_get_parent (frame) : NULL;
  g_autofree char *words = g_strdup_printf ("%s，%s", file, outcome);

  if (list_row != NULL)
    dz_spoken_set_name (list_row, words);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  user_data)
{
  DzImportView *self = g_object_get_data (G_OBJECT (factory), "dz-view");
  Column column = (Column) GPOINTER_TO_INT (user_data);
  GtkWidget *cell = gtk_list_item_get_child (item);
  DzImportRow *row = gtk_list_item_get_item (item);
  const DzImportRecord *record = dz_import_row_get_record (row);
  DzReport *report = get_report (self, record);
  g_autofree char *text = NULL;

  switch (column)
    {
    case COLUMN_OUTCOME:
      gtk_label_set_label (GTK_LABEL (cell), say_outcome (record->outcome));
      set_only_class (cell, outcome_class (record->outcome));
      break;

    case COLUMN_FILE:
      text = g_path_get_basename (record->source->member != NULL ? record->source->member
                                                                 : record->source->path);
      gtk_label_set_label (GTK_LABEL (cell), text);
      dz_tip_set (cell, record->source->path);
      name_row (cell, text, say_outcome (record->outcome));
      break;

    case COLUMN_WORDS:
      text = make_words (self, record, report);
      gtk_label_set_label (GTK_LABEL (cell), text);
      dz_tip_set (cell, text);
      break;

    case COLUMN_ACTIONS:
      fill_actions (self, cell, row, report);
      break;

    case COLUMN_BODY:
    case COLUMN_YEAR:
    case COLUMN_KIND:
    case N_COLUMNS:
    default:
      fill_choice (self, GTK_MENU_BUTTON (cell), report, column);
      break;
    }
}

static void
add_columns (DzImportView *self)
{
  const char *titles[N_COLUMNS] = { _("Outcome"), _("File"), _("Body"), _("Year"), _("Report kind"),
                                    _("Remarks"), "" };

  for (int i = 0; i < N_COLUMNS; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      GtkColumnViewColumn *column;

      g_object_set_data (G_OBJECT (factory), "dz-view", self);
      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GINT_TO_POINTER (i));
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GINT_TO_POINTER (i));
      column = gtk_column_view_column_new (titles[i], factory);
      if (widths[i] > 0)
        gtk_column_view_column_set_fixed_width (column, (int) (widths[i] * dz_text_scale (GTK_WIDGET (self))));
      else
        gtk_column_view_column_set_expand (column, TRUE);
      gtk_column_view_append_column (self->table, column);
      g_object_unref (column);
    }
}

static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer      unused)
{
  const DzImportRecord *x = dz_import_row_get_record ((DzImportRow *) a);
  const DzImportRecord *y = dz_import_row_get_record ((DzImportRow *) b);

  if (x->outcome != y->outcome)
    return (int) x->outcome - (int) y->outcome;

  return (int) x->position - (int) y->position;
}

static void
toggled_cb (GtkToggleButton *button,
            DzImportView    *self)
{
  if (!gtk_toggle_button_get_active (button) || self->filter == NULL)
    return;
  self->show = (Show) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "dz-show"));
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

static void
update_head (DzImportView *self,
             GListModel   *rows)
{
  const char *titles[N_SHOWS] = { _("All"), _("Needs me"), _("Unreadable") };
  guint n = g_list_model_get_n_items (rows);
  guint outcomes[DZ_N_OUTCOMES] = { 0 };
  guint counts[N_SHOWS] = { 0 };
  g_autofree char *title = g_strdup_printf (ngettext ("%u file imported", "%u files imported", n), n);
  g_autofree char *subtitle = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(DzImportRow) row = g_list_model_get_item (rows, i);

      outcomes[dz_import_row_get_record (row)->outcome]++;
      for (int k = 0; k < N_SHOWS; k++)
        counts[k] += is_shown (row, (Show) k);
    }
  subtitle = g_strdup_printf (_("%u read · %u to confirm · %u with an older version · %u duplicates, not imported again · %u unreadable"),
                              n - outcomes[DZ_OUTCOME_FAILED] - outcomes[DZ_OUTCOME_DUPLICATE],
                              outcomes[DZ_OUTCOME_UNSURE], outcomes[DZ_OUTCOME_OLDER],
                              outcomes[DZ_OUTCOME_DUPLICATE], outcomes[DZ_OUTCOME_FAILED]);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->subtitle, subtitle);
  for (int k = 0; k < N_SHOWS; k++)
    {
      g_autofree char *label = g_strdup_printf ("%s %u", titles[k], counts[k]);

      gtk_button_set_label (GTK_BUTTON (self->shows[k]), label);
      gtk_widget_set_sensitive (GTK_WIDGET (self->shows[k]), counts[k] > 0 || k == SHOW_ALL);
    }
}

static void
selected_cb (DzImportView *self)
{
  DzImportRow *row = gtk_single_selection_get_selected_item (self->selection);
  g_autofree char *words = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  const DzImportRecord *record;

  if (row == NULL)
    return;
  record = dz_import_row_get_record (row);
  words = dz_import_record_explain (record, get_report (self, record));
  name = g_path_get_basename (record->source->path);
  text = g_strdup_printf (_("%s: %s"), name, words);
  gtk_label_set_label (self->ground, text);
}

static void
taken_back_cb (DzImportView *self)
{
  DzSession *session = dz_view_get_session (DZ_VIEW (self));

  if (session != NULL && dz_session_take_back (session, self->run))
    dz_session_go (session, "roster", 0, 0, DZ_SPAN_NONE);
}

/* The import on screen, not whatever was done last; what else goes with it is told first. */
static void
take_back_clicked_cb (DzImportView *self)
{
  DzSession *session = dz_view_get_session (DZ_VIEW (self));
  guint n_later = 0;
  guint n = dz_session_count_import (session, self->run, &n_later);
  g_autofree char *heading = g_strdup_printf (ngettext ("Take back the import of %u report?",
                                                        "Take back the import of %u reports?", n), n);
  g_autofree char *body =
    n_later == 0
      ? g_strdup (_("The reports leave the review. Undo brings them back."))
      : g_strdup_printf (ngettext ("The reports leave the review, and %u decision made in them since. Undo brings all back.",
                                   "The reports leave the review, and %u decisions made in them since. Undo brings all back.",
                                   n_later), n_later);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                              heading, body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "go",
                                    _("_Take Back"), NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response::go", G_CALLBACK (taken_back_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
done_clicked_cb (DzImportView *self)
{
  dz_session_go (dz_view_get_session (DZ_VIEW (self)), "roster", 0, 0, DZ_SPAN_NONE);
}

static void
dz_import_view_update (DzView    *view,
                       DzSession *session)
{
  DzImportView *self = DZ_IMPORT_VIEW (view);
  g_autoptr(GPtrArray) records = dz_session_list_import (session);
  g_autoptr(GListStore) rows = g_list_store_new (DZ_TYPE_IMPORT_ROW);
  guint n_later;

  self->run = records->len > 0 ? ((const DzImportRecord *) g_ptr_array_index (records, 0))->run : 0;
  gtk_widget_set_sensitive (self->take_back_button,
                            self->run != 0 && dz_session_count_import (session, self->run, &n_later) > 0);
  for (guint i = 0; i < records->len; i++)
    {
      g_autoptr(DzImportRow) row = dz_import_row_new (g_ptr_array_index (records, i));

      g_list_store_append (rows, row);
    }
  g_list_store_sort (rows, compare_rows, NULL);
  dz_slices_take (&self->rows, G_LIST_MODEL (rows));
  update_head (self, G_LIST_MODEL (rows));
  gtk_stack_set_visible_child_name (self->stack, records->len > 0 ? "table" : "empty");
}

static void
dz_import_view_dispose (GObject *object)
{
  DzImportView *self = DZ_IMPORT_VIEW (object);

  g_clear_object (&self->selection);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), DZ_TYPE_IMPORT_VIEW);
  dz_slices_clear (&self->rows);

  G_OBJECT_CLASS (dz_import_view_parent_class)->dispose (object);
}

static void
dz_import_view_class_init (DzImportViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dz_import_view_dispose;
  DZ_VIEW_CLASS (klass)->update = dz_import_view_update;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/duizhao/Duizhao/dz-import-view.ui");
  gtk_widget_class_bind_template_child (widget_class, DzImportView, stack);
  gtk_widget_class_bind_template_child (widget_class, DzImportView, title);
  gtk_widget_class_bind_template_child (widget_class, DzImportView, subtitle);
  gtk_widget_class_bind_template_child (widget_class, DzImportView, toggles);
  gtk_widget_class_bind_template_child (widget_class, DzImportView, take_back_button);
  gtk_widget_class_bind_template_child (widget_class, DzImportView, table);
  gtk_widget_class_bind_template_child (widget_class, DzImportView, ground);
  gtk_widget_class_bind_template_callback (widget_class, take_back_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, done_clicked_cb);
}

static void
dz_import_view_init (DzImportView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int i = 0; i < N_SHOWS; i++)
    {
      GtkWidget *button = gtk_toggle_button_new ();

      self->shows[i] = GTK_TOGGLE_BUTTON (button);
      if (i > 0)
        gtk_toggle_button_set_group (self->shows[i], self->shows[0]);
      g_object_set_data (G_OBJECT (button), "dz-show", GINT_TO_POINTER (i));
      g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), self);
      gtk_box_append (GTK_BOX (self->toggles), button);
    }
  gtk_toggle_button_set_active (self->shows[SHOW_ALL], TRUE);
  add_columns (self);
  dz_slices_init (&self->rows, DZ_TYPE_IMPORT_ROW, NULL, NULL, NULL);
  self->filter = gtk_custom_filter_new (filter_cb, self, NULL);
  self->filtered = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->rows.rows)),
                                              GTK_FILTER (self->filter));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (self->filtered));
  gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_swapped (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self);
}
