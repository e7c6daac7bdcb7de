/* dz-scores-view.c - 评分: bodies, the points of a scorer, and what is held beside each head
 *
 * The left lists the bodies with the scorer's own sum, the mean of all and the grade; the right is the sheet of the chosen
 * body. Who scores is named above and stays; what others gave is only in the mean. Enter goes from head to head and from the
 * last on to the next body; the evidence pane follows the head that has the keyboard.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-scores-view.h"

#include "dz-chooser.h"
#include "dz-evidence-item.h"
#include "dz-grade-limits.h"
#include "dz-score-columns.h"
#include "dz-score-files.h"
#include "dz-score-form.h"
#include "dz-session-scores.h"
#include "dz-spoken.h"
#include "dz-view-paper.h"
#include "dz-wrap-box.h"

#include <glib/gi18n-lib.h>

struct _DzScoresView
{
  DzView parent_instance;

  GtkStack *stack; /* borrowed, like the others */
  GtkComboBoxText *scorers;
  GtkEditable *scorer;
  GtkCheckButton *drops;
  DzGradeLimits *limits;
  GtkColumnView *table;
  GtkSingleSelection *selection;
  GListStore *rows;
  DzScoreForm *form;
  AdwStatusPage *empty;
  GtkFileChooserNative *chooser;
  gboolean chooses_sheet;
  gboolean exports_form;

  DzScoreTable *scores;      /* (nullable) */
  DzScoreEvidence *evidence; /* (nullable) */
  gint64 head;               /* whose evidence the pane shows */
  gint64 body;               /* and of which body */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (DzScoresView, dz_scores_view, DZ_TYPE_VIEW)

/* (transfer full) (nullable): who scores */
static char *
dup_scorer (DzScoresView *self)
{
  return dz_score_dup_scorer (gtk_editable_get_text (self->scorer));
}

static const DzScoreRow *
get_chosen (DzScoresView *self)
{
  DzScoreItem *item = gtk_single_selection_get_selected_item (self->selection);

  return item != NULL && self->scores != NULL ? dz_score_table_find (self->scores, dz_score_item_get_body (item)) : NULL;
}

static void
show_form (DzScoresView *self)
{
  g_autofree char *scorer = dup_scorer (self);

  if (self->scores != NULL)
    dz_score_form_show (self->form, self->scores, self->evidence, get_chosen (self), scorer);
}

/* Who was chosen stays chosen. */
static void
fill_rows (DzScoresView *self)
{
  DzScoreItem *was = gtk_single_selection_get_selected_item (self->selection);
  gint64 id = was != NULL ? dz_score_item_get_body (was) : 0;
  g_autofree char *scorer = dup_scorer (self);
  guint selected = dz_score_table_get_n (self->scores) > 0 ? 0 : GTK_INVALID_LIST_POSITION;
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < dz_score_table_get_n (self->scores); i++)
    {
      const DzScoreRow *row = dz_score_table_get (self->scores, i);

      if (row->body->id == id)
        selected = i;
      g_ptr_array_add (items, dz_score_item_new (row, scorer));
    }
  self->filling = TRUE;
  dz_row_table_fill (self->table, items);
  gtk_single_selection_set_selected (self->selection, selected);
  self->filling = FALSE;
}

/* The names there are; what is typed stays. Nobody is proposed: one would score in another's name before he saw it. */
static void
fill_scorers (DzScoresView *self)
{
  GPtrArray *names = dz_score_table_list_scorers (self->scores);
  g_autofree char *typed = g_strdup (gtk_editable_get_text (self->scorer));

  self->filling = TRUE;
  gtk_combo_box_text_remove_all (self->scorers);
  for (guint i = 0; i < names->len; i++)
    gtk_combo_box_text_append_text (self->scorers, g_ptr_array_index (names, i));
  gtk_editable_set_text (self->scorer, typed);
  self->filling = FALSE;
}

/* What belongs to the head stands in the pane, in its place in the report; where nothing does, it closes. */
static void
show_head (DzScoresView *self,
           gint64        head_id)
{
  const DzScoreRow *row = get_chosen (self);
  const DzScoreHead *head = row != NULL ? dz_score_sheet_find_head (dz_score_table_get_sheet (self->scores), head_id) : NULL;
  g_autoptr(GPtrArray) shown = head != NULL ? dz_score_evidence_list (self->evidence, head, row->body) : NULL;
  g_autoptr(GListStore) list = g_list_store_new (DZ_TYPE_EVIDENCE_ITEM);
  g_autofree char *title = NULL;

  self->head = head_id;
  self->body = row != NULL ? row->body->id : 0;
  for (guint i = 0; shown != NULL && i < shown->len; i++)
    {
      const DzShown *one = g_ptr_array_index (shown, i);
      g_autoptr(DzEvidenceItem) item = one->report != NULL ? dz_evidence_item_new (DZ_EVIDENCE_SPAN, one->report->id, 0, one->span) : NULL;

      if (item != NULL)
        g_list_store_append (list, item);
    }
  if (g_list_model_get_n_items (G_LIST_MODEL (list)) == 0)
    {
      dz_session_show_evidence (dz_view_get_session (DZ_VIEW (self)), NULL, NULL, 0);
      return;
    }
  title = g_strdup_printf ("%s · %s", row->body->name, head->name);
  dz_session_show_evidence (dz_view_get_session (DZ_VIEW (self)), title, G_LIST_MODEL (list), 0);
}

/* Of another body the pane shows the same head. */
static void
follow_body (DzScoresView *self)
{
  const DzScoreRow *row = get_chosen (self);

  if (self->body != (row != NULL ? row->body->id : 0))
    dz_view_follow_chosen (DZ_VIEW (self));
}

static void
dz_scores_view_show_evidence (DzView *view)
{
  show_head (DZ_SCORES_VIEW (view), DZ_SCORES_VIEW (view)->head);
}

static gboolean
dz_scores_view_has_pages (DzView *view)
{
  DzScoresView *self = DZ_SCORES_VIEW (view);

  return self->scores != NULL && dz_score_table_get_sheet (self->scores)->heads->len > 0;
}

static void
dz_scores_view_update (DzView    *view,
                       DzSession *session)
{
  DzScoresView *self = DZ_SCORES_VIEW (view);
  GtkAdjustment *place = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->table));
  double kept = place != NULL ? gtk_adjustment_get_value (place) : 0;
  int year = dz_session_get_year (session);
  /* without reports there is no year */
  g_autofree char *title = year != 0 ? g_strdup_printf (_("No score sheet of %d yet"), year) : g_strdup (_("No score sheet yet"));
  gboolean any;

  g_clear_pointer (&self->scores, dz_score_table_free);
  g_clear_pointer (&self->evidence, dz_score_evidence_free);
  self->scores = dz_score_table_new (dz_session_get_review (session), dz_session_get_year (session), dz_session_get_scope (session));
  self->evidence = dz_score_evidence_new_of (dz_session_get_tables (session));
  any = dz_score_table_get_sheet (self->scores)->heads->len > 0;
  adw_status_page_set_title (self->empty, title);
  fill_scorers (self);
  self->filling = TRUE;
  gtk_check_button_set_active (self->drops, dz_score_table_get_sheet (self->scores)->drops_extremes);
  self->filling = FALSE;
  fill_rows (self);
  show_form (self);
  follow_body (self);
  gtk_stack_set_visible_child_name (self->stack, any ? "table" : "empty");
  if (place != NULL)
    gtk_adjustment_set_value (place, kept);
}

static void
selected_cb (DzScoresView *self)
{
  if (self->filling)
    return;
  show_form (self);
  follow_body (self);
}

/* Enter on a body: its first head. */
static void
activated_cb (DzScoresView *self,
              guint         position)
{
  dz_score_form_grab (self->form);
}

static void
scorer_cb (DzScoresView *self)
{
  if (self->filling || self->scores == NULL)
    return;
  fill_rows (self);
  show_form (self);
}

static void
scored_cb (DzScoresView  *self,
           const DzScore *score)
{
  dz_session_set_score (dz_view_get_session (DZ_VIEW (self)), score);
}

/* Behind the last head: the next body's first. */
static void
done_cb (DzScoresView *self)
{
  guint at = gtk_single_selection_get_selected (self->selection);

  if (at + 1 >= g_list_model_get_n_items (G_LIST_MODEL (self->rows)))
    {
      dz_session_toast (dz_view_get_session (DZ_VIEW (self)), _("That was the last body"), FALSE);
      return;
    }
  gtk_single_selection_set_selected (self->selection, at + 1);
  dz_score_form_grab (self->form);
}

static void
head_changed_cb (DzScoresView *self,
                 gint64        head_id)
{
  if (!self->filling && self->scores != NULL)
    show_head (self, head_id);
}

static void
drops_cb (DzScoresView *self)
{
  g_autoptr(DzScoreSheet) sheet = NULL;

  if (self->filling || self->scores == NULL)
    return;
  sheet = dz_score_sheet_copy (dz_score_table_get_sheet (self->scores));
  sheet->drops_extremes = gtk_check_button_get_active (self->drops);
  dz_session_set_score_sheet (dz_view_get_session (DZ_VIEW (self)), sheet);
}

/* What the sheet says now stands in the fields each time they are opened. */
static void
limits_opened_cb (DzScoresView *self)
{
  if (self->scores != NULL)
    dz_grade_limits_show (self->limits, dz_score_table_get_sheet (self->scores));
}

static void
limits_kept_cb (DzScoresView *self,
                double        excellent,
                double        good,
                double        fair)
{
  g_autoptr(DzScoreSheet) sheet = NULL;

  if (self->scores == NULL)
    return;
  sheet = dz_score_sheet_copy (dz_score_table_get_sheet (self->scores));
  sheet->excellent = excellent;
  sheet->good = good;
  sheet->fair = fair;
  dz_session_set_score_sheet (dz_view_get_session (DZ_VIEW (self)), sheet);
}

static void
import_response_cb (GtkNativeDialog *chooser,
                    int              response,
                    DzScoresView    *self)
{
  g_autoptr(GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    dz_score_import_file (dz_view_get_session (DZ_VIEW (self)), path, self->chooses_sheet);
}

static void
choose_import (DzScoresView *self,
               gboolean      is_sheet)
{
  self->chooses_sheet = is_sheet;
  dz_chooser_show_tables (&self->chooser, GTK_WIDGET (self), is_sheet ? _("Import a Score Sheet") : _("Import Scores"),
                          _("Score sheets (xlsx, xls, et, csv, docx)"), G_CALLBACK (import_response_cb));
}

static void
import_sheet_cb (DzScoresView *self)
{
  choose_import (self, TRUE);
}

static void
import_scores_cb (DzScoresView *self)
{
  choose_import (self, FALSE);
}

static void
export_response_cb (GtkNativeDialog *chooser,
                    int              response,
                    DzScoresView    *self)
{
  g_autofree char *path = response == GTK_RESPONSE_ACCEPT ? dz_chooser_dup_path (chooser, "xlsx") : NULL;
  g_autofree char *scorer = dup_scorer (self);

  if (path != NULL)
    dz_score_write (dz_view_get_session (DZ_VIEW (self)), path, self->exports_form, self->exports_form ? scorer : NULL);
}

static void
export_form_cb (DzScoresView *self)
{
  g_autofree char *scorer = dup_scorer (self);
  g_autofree char *name = g_strdup_printf ("评分表%d%s.xlsx", dz_session_get_year (dz_view_get_session (DZ_VIEW (self))),
                                           scorer != NULL ? scorer : "");

  self->exports_form = TRUE;
  dz_chooser_show (&self->chooser, GTK_WIDGET (self), _("Export for Scorers"), name, G_CALLBACK (export_response_cb));
}

static void
export_result_cb (DzScoresView *self)
{
  g_autofree char *name = g_strdup_printf ("评分结果%d.xlsx", dz_session_get_year (dz_view_get_session (DZ_VIEW (self))));

  self->exports_form = FALSE;
  dz_chooser_show (&self->chooser, GTK_WIDGET (self), _("Export the Result"), name, G_CALLBACK (export_response_cb));
}

static void
print_forms_cb (DzScoresView *self)
{
  dz_view_paper_print (dz_view_get_session (DZ_VIEW (self)), "score-forms", GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
}

static void
sample_cb (DzScoresView *self)
{
  dz_session_take_sample_sheet (dz_view_get_session (DZ_VIEW (self)));
}

static void
dz_scores_view_print (DzView    *view,
                      GtkWindow *parent)
{
  dz_view_paper_print (dz_view_get_session (view), "scores", parent);
}

static void
dz_scores_view_open (DzView *view,
                     gint64  body_id,
                     gint64  report_id,
                     DzSpan  span)
{
  DzScoresView *self = DZ_SCORES_VIEW (view);

  for (guint i = 0; body_id != 0 && i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    {
      g_autoptr(DzScoreItem) item = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      if (dz_score_item_get_body (item) == body_id)
        gtk_single_selection_set_selected (self->selection, i);
    }
}

/* Who scores, behind a sign: that nobody does is told too. */
static char *
dz_scores_view_dup_state (DzView *view)
{
  g_autofree char *scorer = dup_scorer (DZ_SCORES_VIEW (view));

  return g_strconcat ("=", scorer, NULL);
}

static void
dz_scores_view_set_state (DzView     *view,
                          const char *state)
{
  gtk_editable_set_text (DZ_SCORES_VIEW (view)->scorer, *state == '=' ? state + 1 : state);
}

static void
dz_scores_view_dispose (GObject *object)
{
  DzScoresView *self = DZ_SCORES_VIEW (object);

  self->filling = TRUE;
  g_clear_object (&self->chooser);
  g_clear_pointer (&self->scores, dz_score_table_free);
  g_clear_pointer (&self->evidence, dz_score_evidence_free);
  adw_bin_set_child (ADW_BIN (object), NULL);

  G_OBJECT_CLASS (dz_scores_view_parent_class)->dispose (object);
}

static void
dz_scores_view_class_init (DzScoresViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dz_scores_view_dispose;
  DZ_VIEW_CLASS (klass)->update = dz_scores_view_update;
  DZ_VIEW_CLASS (klass)->open = dz_scores_view_open;
  DZ_VIEW_CLASS (klass)->print = dz_scores_view_print;
  DZ_VIEW_CLASS (klass)->has_pages = dz_scores_view_has_pages;
  DZ_VIEW_CLASS (klass)->show_evidence = dz_scores_view_show_evidence;
  DZ_VIEW_CLASS (klass)->dup_state = dz_scores_view_dup_state;
  DZ_VIEW_CLASS (klass)->set_state = dz_scores_view_set_state;
}

static GtkWidget *
make_button (DzScoresView *self,
             const char   *label,
             GCallback     clicked_cb)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_signal_connect_swapped (button, "clicked", clicked_cb, self);

  return button;
}

static GtkWidget *
make_scorer (DzScoresView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (_("Scorer"));

  self->scorers = GTK_COMBO_BOX_TEXT (gtk_combo_box_text_new_with_entry ());
  self->scorer = GTK_EDITABLE (gtk_combo_box_get_child (GTK_COMBO_BOX (self->scorers)));
  gtk_editable_set_width_chars (self->scorer, 8);
  gtk_editable_set_max_width_chars (self->scorer, 8);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->scorer), _("Name of the scorer"));
  dz_spoken_set_name (GTK_WIDGET (self->scorer), _("Scorer"));
  g_signal_connect_swapped (self->scorer, "changed", G_CALLBACK (scorer_cb), self);
  gtk_widget_set_hexpand (GTK_WIDGET (self->scorer), FALSE);
  gtk_widget_set_hexpand (box, FALSE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->scorers));

  return box;
}

static GtkWidget *
make_limits (DzScoresView *self)
{
  GtkWidget *button = gtk_menu_button_new ();

  self->limits = g_object_new (DZ_TYPE_GRADE_LIMITS, NULL);
  g_signal_connect_swapped (self->limits, "show", G_CALLBACK (limits_opened_cb), self);
  g_signal_connect_swapped (self->limits, "kept", G_CALLBACK (limits_kept_cb), self);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _("Limits of the Grades"));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), GTK_WIDGET (self->limits));

  return button;
}

static GtkWidget *
make_toolbar (DzScoresView *self)
{
  GtkWidget *bar = g_object_new (DZ_TYPE_WRAP_BOX, NULL);

  gtk_widget_add_css_class (bar, "dz-toolbar");
  self->drops = GTK_CHECK_BUTTON (gtk_check_button_new_with_label (_("Drop highest and lowest")));
  g_signal_connect_swapped (self->drops, "toggled", G_CALLBACK (drops_cb), self);
  gtk_widget_set_parent (make_scorer (self), bar);
  gtk_widget_set_parent (GTK_WIDGET (self->drops), bar);
  gtk_widget_set_parent (make_limits (self), bar);
  gtk_widget_set_parent (make_button (self, _("Export for Scorers…"), G_CALLBACK (export_form_cb)), bar);
  gtk_widget_set_parent (make_button (self, _("Import Scores…"), G_CALLBACK (import_scores_cb)), bar);
  gtk_widget_set_parent (make_button (self, _("Export the Result…"), G_CALLBACK (export_result_cb)), bar);
  gtk_widget_set_parent (make_button (self, _("Print Blank Sheets…"), G_CALLBACK (print_forms_cb)), bar);
  gtk_widget_set_parent (make_button (self, _("Import a Score Sheet…"), G_CALLBACK (import_sheet_cb)), bar);

  return bar;
}

static GtkWidget *
make_table (DzScoresView *self)
{
  GtkWidget *scroll = gtk_scrolled_window_new ();

  self->table = dz_row_table_new (&dz_score_columns, _("Scoring"));
  gtk_widget_set_size_request (scroll, -1, DZ_ROW_TABLE_LEAST);
  self->selection = dz_row_table_get_selection (self->table);
  self->rows = dz_row_table_get_rows (self->table);
  g_signal_connect_swapped (self->selection, "notify::selected", G_CALLBACK (selected_cb), self);
  g_signal_connect_swapped (self->table, "activate", G_CALLBACK (activated_cb), self);
  /* as narrow as its columns and no narrower: names are read */
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), GTK_WIDGET (self->table));

  return scroll;
}

static GtkWidget *
make_form (DzScoresView *self)
{
  GtkWidget *scroll = gtk_scrolled_window_new ();

  self->form = g_object_new (DZ_TYPE_SCORE_FORM, NULL);
  g_signal_connect_swapped (self->form, "scored", G_CALLBACK (scored_cb), self);
  g_signal_connect_swapped (self->form, "done", G_CALLBACK (done_cb), self);
  g_signal_connect_swapped (self->form, "head-changed", G_CALLBACK (head_changed_cb), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), GTK_WIDGET (self->form));

  return scroll;
}

static GtkWidget *
make_empty_page (DzScoresView *self)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *import = make_button (self, _("Import a Score Sheet…"), G_CALLBACK (import_sheet_cb));
  GtkWidget *sample = make_button (self, _("Take the Sample Sheet"), G_CALLBACK (sample_cb));

  self->empty = ADW_STATUS_PAGE (adw_status_page_new ());
  adw_status_page_set_icon_name (self->empty, "dz-scores-symbolic");
  adw_status_page_set_description (self->empty,
                                   _("Import the county's own sheet: a table with columns 评议内容, 评分标准 and 分值, and below it the limits of "
                                     "the grades. What the reports hold stands beside each head; points are given by persons alone"));
  gtk_widget_add_css_class (import, "pill");
  gtk_widget_add_css_class (import, "suggested-action");
  gtk_widget_add_css_class (sample, "pill");
  gtk_widget_set_halign (buttons, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (buttons), import);
  gtk_box_append (GTK_BOX (buttons), sample);
  adw_status_page_set_child (self->empty, buttons);

  return GTK_WIDGET (self->empty);
}

static void
dz_scores_view_init (DzScoresView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *paned = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  GtkWidget *across = gtk_scrolled_window_new ();

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_box_append (GTK_BOX (box), make_toolbar (self));
  gtk_paned_set_start_child (GTK_PANED (paned), make_table (self));
  gtk_paned_set_end_child (GTK_PANED (paned), make_form (self));
  gtk_paned_set_shrink_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_resize_start_child (GTK_PANED (paned), FALSE);
  /* with large text both ask for more than half a screen: what does not fit is scrolled to, not cut */
  gtk_paned_set_shrink_end_child (GTK_PANED (paned), FALSE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (across), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (across), paned);
  gtk_widget_set_vexpand (across, TRUE);
  gtk_box_append (GTK_BOX (box), across);
  gtk_stack_add_named (self->stack, make_empty_page (self), "empty");
  gtk_stack_add_named (self->stack, box, "table");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}
