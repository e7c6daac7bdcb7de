/* dz-ledger-view.c - 整改台账: what is to be put right, by whom and until when
 *
 * A row a problem; below the table what a person says of the chosen one. A click shows the paper's words and, where the
 * body's own report admits it, its sentence; Enter opens them. The keys 1 to 4 say the state, Delete takes a problem
 * off. The toggles show what is open, overdue, or not admitted.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-ledger-view.h"

#include "dz-chooser.h"
#include "dz-evidence-item.h"
#include "dz-ledger-columns.h"
#include "dz-ledger-detail.h"
#include "dz-ledger-files.h"
#include "dz-ledger-take.h"
#include "dz-session-ledger.h"
#include "dz-shows.h"
#include "dz-view-paper.h"
#include "dz-wrap-box.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef enum { SHOW_ALL, SHOW_OPEN, SHOW_UNDER_WAY, SHOW_DONE, SHOW_LASTING, SHOW_OVERDUE, SHOW_UNADMITTED, N_SHOWS } Show;

struct _DzLedgerView
{
  DzView parent_instance;

  GtkStack *stack; /* borrowed, like the others */
  GtkToggleButton *shows[N_SHOWS];
  GtkColumnView *table;
  GtkSingleSelection *selection;
  GListStore *rows;
  DzLedgerDetail *detail;
  GtkFileChooserNative *chooser;

  DzLedgerTable *ledger; /* (nullable) */
  char *today;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (DzLedgerView, dz_ledger_view, DZ_TYPE_VIEW)

static gboolean
is_shown (DzLedgerView      *self,
          const DzLedgerRow *row,
          Show               show)
{
  switch (show)
    {
    case SHOW_OPEN: return row->entry->state == DZ_LEDGER_OPEN;
    case SHOW_UNDER_WAY: return row->entry->state == DZ_LEDGER_UNDER_WAY;
    case SHOW_DONE: return row->entry->state == DZ_LEDGER_DONE;
    case SHOW_LASTING: return row->entry->state == DZ_LEDGER_LASTING;
    case SHOW_OVERDUE: return dz_ledger_entry_is_overdue (row->entry, self->today);
    case SHOW_UNADMITTED: return row->admission == DZ_ADMISSION_NOT_FOUND && !row->entry->declared;
    case SHOW_ALL:
    case N_SHOWS:
    default: return TRUE;
    }
}

static Show
get_show (DzLedgerView *self)
{
  return (Show) dz_shows_get (self->shows, N_SHOWS, SHOW_ALL);
}

static void
fill_toggles (DzLedgerView *self)
{
  const char *titles[N_SHOWS] = { _("All"), NULL, NULL, NULL, NULL, _("Overdue"), _("Not in their report") };
  guint counts[N_SHOWS] = { 0 };

  for (guint i = 0; i < dz_ledger_table_get_n (self->ledger); i++)
    for (int k = 0; k < N_SHOWS; k++)
      counts[k] += is_shown (self, dz_ledger_table_get (self->ledger, i), (Show) k);
  for (int i = 0; i < N_SHOWS; i++)
    {
      const char *title = i >= SHOW_OPEN && i <= SHOW_LASTING ? dz_ledger_state_get_name ((DzLedgerState) (i - SHOW_OPEN)) : titles[i];

      dz_shows_tell (self->shows[i], title, counts[i], i == SHOW_ALL);
    }
  if (counts[get_show (self)] == 0)
    gtk_toggle_button_set_active (self->shows[SHOW_ALL], TRUE);
}

static const DzLedgerRow *
get_chosen (DzLedgerView *self)
{
  DzLedgerItem *item = gtk_single_selection_get_selected_item (self->selection);

  return item != NULL ? dz_ledger_item_get (item) : NULL;
}

/* The problem a person was at stays chosen; one that is shown no more gives way to the row that takes its place, and
 * the pane goes with it. */
static void
fill_rows (DzLedgerView *self)
{
  const DzLedgerRow *was = get_chosen (self);
  gint64 id = was != NULL ? was->entry->id : 0;
  guint place = gtk_single_selection_get_selected (self->selection);
  guint selected = GTK_INVALID_LIST_POSITION;
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  Show show = get_show (self);

  for (guint i = 0; i < dz_ledger_table_get_n (self->ledger); i++)
    {
      const DzLedgerRow *row = dz_ledger_table_get (self->ledger, i);

      if (!is_shown (self, row, show))
        continue;
      if (row->entry->id == id)
        selected = items->len;
      g_ptr_array_add (items, dz_ledger_item_new (self->ledger, i, dz_ledger_entry_is_overdue (row->entry, self->today)));
    }
  if (id != 0 && selected == GTK_INVALID_LIST_POSITION && items->len > 0)
    selected = MIN (place, items->len - 1);
  self->filling = TRUE;
  dz_ledger_columns_tell_years (self->table, dz_ledger_table_has_years (self->ledger));
  dz_row_table_fill (self->table, items);
  gtk_single_selection_set_selected (self->selection, selected);
  self->filling = FALSE;
  dz_ledger_detail_show (self->detail, get_chosen (self));
  if (id != 0 && (get_chosen (self) == NULL || get_chosen (self)->entry->id != id))
    dz_view_follow_chosen (DZ_VIEW (self));
}

static void
dz_ledger_view_update (DzView    *view,
                       DzSession *session)
{
  DzLedgerView *self = DZ_LEDGER_VIEW (view);
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  GtkAdjustment *place = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->table));
  double kept = place != NULL ? gtk_adjustment_get_value (place) : 0;
  DzLedgerTable *was = g_steal_pointer (&self->ledger); /* the rows show it until they are filled anew */

  g_free (self->today);
  self->today = g_date_time_format (now, "%Y-%m-%d");
  self->ledger = dz_ledger_table_new (dz_session_get_review (session), dz_session_get_codebook (session),
                                      dz_session_get_year (session), dz_session_get_scope (session));
  self->filling = TRUE;
  fill_toggles (self);
  self->filling = FALSE;
  fill_rows (self);
  g_clear_pointer (&was, dz_ledger_table_unref);
  gtk_stack_set_visible_child_name (self->stack, dz_ledger_table_get_n (self->ledger) > 0 ? "table" : "empty");
  if (place != NULL)
    gtk_adjustment_set_value (place, kept);
}

static void
show_toggled_cb (DzLedgerView    *self,
                 GtkToggleButton *toggle)
{
  if (!self->filling && self->ledger != NULL && gtk_toggle_button_get_active (toggle))
    fill_rows (self);
}

/* The paper's own words, and the sentence of the body's report: at least what is missing, where the body is one of ours. */
static GListStore *
list_evidence (DzLedgerView      *self,
               const DzLedgerRow *row)
{
  GListStore *list = g_list_store_new (DZ_TYPE_EVIDENCE_ITEM);
  DzReport *paper;
  DzSpan words;

  paper = row->entry->report_id != 0 ? dz_review_find_report (dz_session_get_review (dz_view_get_session (DZ_VIEW (self))),
                                                              row->entry->report_id) : NULL;
  words = paper != NULL ? dz_ledger_row_find_words (row, paper) : DZ_SPAN_NONE;
  if (!dz_span_is_empty (words))
    {
      g_autoptr(DzEvidenceItem) item = dz_evidence_item_new (DZ_EVIDENCE_SPAN, paper->id, 0, words);

      g_list_store_append (list, item);
    }
  if (row->weakness >= 0 && !row->entry->declared)
    {
      g_autoptr(DzEvidenceItem) item = dz_evidence_item_new_weakness (row->report, (guint) row->weakness);

      g_list_store_append (list, item);
    }
  if (g_list_model_get_n_items (G_LIST_MODEL (list)) == 0 && row->body != NULL)
    {
      g_autoptr(DzEvidenceItem) missing =
        dz_evidence_item_new_undeclared (row->body->id, row->code != NULL ? row->code->name : row->entry->problem);

      g_list_store_append (list, missing);
    }

  return list;
}

/* Where nothing is chosen, or no report is there to look into, the pane has nothing to show: not what was chosen before. */
static void
show_evidence (DzLedgerView *self)
{
  const DzLedgerRow *row = get_chosen (self);
  g_autoptr(GListStore) list = row != NULL ? list_evidence (self, row) : NULL;
  g_autofree char *admission = NULL;
  g_autofree char *title = NULL;

  if (list == NULL || g_list_model_get_n_items (G_LIST_MODEL (list)) == 0)
    {
      dz_session_show_evidence (dz_view_get_session (DZ_VIEW (self)), NULL, NULL, 0);
      return;
    }
  admission = dz_ledger_row_dup_admission (row);
  title = g_strdup_printf ("%s · %s", dz_ledger_row_get_who (row), admission);
  dz_session_show_evidence (dz_view_get_session (DZ_VIEW (self)), title, G_LIST_MODEL (list), 0);
}

static void
selected_cb (DzLedgerView *self)
{
  if (self->filling)
    return;
  dz_ledger_detail_show (self->detail, get_chosen (self));
  show_evidence (self);
}

/* A click on the chosen row, whose pane was shut since. */
static void
row_clicked_cb (gpointer view)
{
  if (dz_session_list_evidence (dz_view_get_session (view)) == NULL)
    show_evidence (view);
}

static void
activated_cb (DzLedgerView *self,
              guint         position)
{
  g_autoptr(DzLedgerItem) item = g_list_model_get_item (G_LIST_MODEL (self->rows), position);
  const DzLedgerRow *row = item != NULL ? dz_ledger_item_get (item) : NULL;

  if (row != NULL && row->weakness >= 0)
    dz_session_go (dz_view_get_session (DZ_VIEW (self)), "reading", row->body->id, row->report->id,
                   dz_ledger_row_get_sentence (row));
}

static void
entered_cb (DzLedgerView *self)
{
  const DzLedgerRow *row = get_chosen (self);
  g_autoptr(DzLedgerEntry) entry = dz_ledger_detail_dup_entry (self->detail);

  if (row == NULL || entry == NULL || entry->id != row->entry->id)
    return;
  if (entry->state == row->entry->state && g_strcmp0 (entry->measure, row->entry->measure) == 0 &&
      g_strcmp0 (entry->deadline, row->entry->deadline) == 0 && g_strcmp0 (entry->evidence, row->entry->evidence) == 0)
    return;
  dz_session_set_ledger_entry (dz_view_get_session (DZ_VIEW (self)), entry, row->entry);
}

static void
set_state (DzLedgerView  *self,
           DzLedgerState  state)
{
  const DzLedgerRow *row = get_chosen (self);
  g_autoptr(DzLedgerEntry) entry = NULL;

  if (row == NULL || row->entry->state == state)
    return;
  entry = dz_ledger_entry_copy (row->entry);
  entry->state = state;
  dz_session_set_ledger_entry (dz_view_get_session (DZ_VIEW (self)), entry, row->entry);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        DzLedgerView          *self)
{
  const DzLedgerRow *row = get_chosen (self);

  if (row == NULL || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  if (key >= GDK_KEY_1 && key <= GDK_KEY_4)
    set_state (self, (DzLedgerState) (key - GDK_KEY_1));
  else if (key >= GDK_KEY_KP_1 && key <= GDK_KEY_KP_4)
    set_state (self, (DzLedgerState) (key - GDK_KEY_KP_1));
  else if (key == GDK_KEY_Delete || key == GDK_KEY_KP_Delete)
    dz_session_drop_ledger_entry (dz_view_get_session (DZ_VIEW (self)), row->entry->id);
  else
    return FALSE;

  return TRUE;
}

static void
import_response_cb (GtkNativeDialog *chooser,
                    int              response,
                    DzLedgerView    *self)
{
  g_autoptr(GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    dz_ledger_import_file (dz_view_get_session (DZ_VIEW (self)), path);
}

static void
import_cb (DzLedgerView *self)
{
  dz_chooser_show_tables (&self->chooser, GTK_WIDGET (self), _("Import a Ledger"), _("Ledgers (xlsx, xls, et, csv, docx)"),
                          G_CALLBACK (import_response_cb));
}

static void
export_response_cb (GtkNativeDialog *chooser,
                    int              response,
                    DzLedgerView    *self)
{
  g_autofree char *path = response == GTK_RESPONSE_ACCEPT ? dz_chooser_dup_path (chooser, "xlsx") : NULL;

  if (path != NULL)
    dz_ledger_write (dz_view_get_session (DZ_VIEW (self)), path);
}

static void
export_cb (DzLedgerView *self)
{
  g_autofree char *name = g_strdup_printf ("整改台账%d.xlsx", dz_session_get_year (dz_view_get_session (DZ_VIEW (self))));

  dz_chooser_show (&self->chooser, GTK_WIDGET (self), _("Export the Ledger"), name, G_CALLBACK (export_response_cb));
}

static void
take_cb (DzLedgerView *self)
{
  gtk_window_present (GTK_WINDOW (dz_ledger_take_new (dz_view_get_session (DZ_VIEW (self)),
                                                      GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))))));
}

static void
dz_ledger_view_print (DzView    *view,
                      GtkWindow *parent)
{
  dz_view_paper_print (dz_view_get_session (view), "ledger", parent);
}

static gboolean
dz_ledger_view_has_pages (DzView *view)
{
  DzLedgerTable *ledger = DZ_LEDGER_VIEW (view)->ledger;

  return ledger != NULL && dz_ledger_table_get_n (ledger) > 0;
}

static void
dz_ledger_view_show_evidence (DzView *view)
{
  show_evidence (DZ_LEDGER_VIEW (view));
}

static char *
dz_ledger_view_dup_state (DzView *view)
{
  return g_strdup_printf ("%d", get_show (DZ_LEDGER_VIEW (view)));
}

static void
dz_ledger_view_set_state (DzView     *view,
                          const char *state)
{
  guint show = (guint) g_ascii_strtoull (state, NULL, 10);

  if (show < N_SHOWS)
    gtk_toggle_button_set_active (DZ_LEDGER_VIEW (view)->shows[show], TRUE);
}

static void
dz_ledger_view_dispose (GObject *object)
{
  DzLedgerView *self = DZ_LEDGER_VIEW (object);

  g_clear_object (&self->chooser);
  g_clear_pointer (&self->ledger, dz_ledger_table_unref);
  g_clear_pointer (&self->today, g_free);
  adw_bin_set_child (ADW_BIN (object), NULL);

  G_OBJECT_CLASS (dz_ledger_view_parent_class)->dispose (object);
}

static void
dz_ledger_view_class_init (DzLedgerViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dz_ledger_view_dispose;
  DZ_VIEW_CLASS (klass)->update = dz_ledger_view_update;
  DZ_VIEW_CLASS (klass)->print = dz_ledger_view_print;
  DZ_VIEW_CLASS (klass)->has_pages = dz_ledger_view_has_pages;
  DZ_VIEW_CLASS (klass)->show_evidence = dz_ledger_view_show_evidence;
  DZ_VIEW_CLASS (klass)->dup_state = dz_ledger_view_dup_state;
  DZ_VIEW_CLASS (klass)->set_state = dz_ledger_view_set_state;
}

static GtkWidget *
make_button (DzLedgerView *self,
             const char   *label,
             GCallback     clicked_cb)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_signal_connect_swapped (button, "clicked", clicked_cb, self);

  return button;
}

static GtkWidget *
make_toolbar (DzLedgerView *self)
{
  GtkWidget *bar = g_object_new (DZ_TYPE_WRAP_BOX, NULL);
  GtkWidget *linked = dz_shows_new (self->shows, N_SHOWS, G_CALLBACK (show_toggled_cb), self);

  gtk_widget_add_css_class (bar, "dz-toolbar");
  gtk_toggle_button_set_active (self->shows[SHOW_ALL], TRUE);
  gtk_widget_set_parent (linked, bar);
  gtk_widget_set_parent (make_button (self, _("Take In Declared…"), G_CALLBACK (take_cb)), bar);
  gtk_widget_set_parent (make_button (self, _("Import a Ledger…"), G_CALLBACK (import_cb)), bar);
  gtk_widget_set_parent (make_button (self, _("Export…"), G_CALLBACK (export_cb)), bar);

  return bar;
}

static GtkWidget *
make_table (DzLedgerView *self)
{
  GtkWidget *scroll = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->table = dz_row_table_new (&dz_ledger_columns, _("Rectification ledger"));
  gtk_widget_set_size_request (scroll, -1, DZ_ROW_TABLE_LEAST);
  self->selection = dz_row_table_get_selection (self->table);
  self->rows = dz_row_table_get_rows (self->table);
  g_signal_connect_swapped (self->selection, "notify::selected", G_CALLBACK (selected_cb), self);
  g_signal_connect_swapped (self->table, "activate", G_CALLBACK (activated_cb), self);
  dz_row_table_heed_clicks (self->table, row_clicked_cb, self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->table), keys);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), GTK_WIDGET (self->table));
  gtk_widget_set_vexpand (scroll, TRUE);

  return scroll;
}

static GtkWidget *
make_empty_page (DzLedgerView *self)
{
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *import = make_button (self, _("Import a Ledger…"), G_CALLBACK (import_cb));
  GtkWidget *take = make_button (self, _("Take In Declared…"), G_CALLBACK (take_cb));

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "dz-ledger-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("Nothing on the ledger yet"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page),
                                   _("Import what an inspection wrote (通报, 反馈意见, 督察报告) as you import reports: its problems "
                                     "come here. A ledger kept as a table, or what bodies declare themselves, is taken in below"));
  gtk_widget_add_css_class (import, "pill");
  gtk_widget_add_css_class (import, "suggested-action");
  gtk_widget_add_css_class (take, "pill");
  gtk_widget_set_halign (buttons, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (buttons), import);
  gtk_box_append (GTK_BOX (buttons), take);
  adw_status_page_set_child (ADW_STATUS_PAGE (page), buttons);

  return page;
}

static void
dz_ledger_view_init (DzLedgerView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->stack = GTK_STACK (gtk_stack_new ());
  self->detail = g_object_new (DZ_TYPE_LEDGER_DETAIL, NULL);
  g_signal_connect_swapped (self->detail, "entered", G_CALLBACK (entered_cb), self);
  gtk_box_append (GTK_BOX (box), make_toolbar (self));
  gtk_box_append (GTK_BOX (box), make_table (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->detail));
  gtk_stack_add_named (self->stack, make_empty_page (self), "empty");
  gtk_stack_add_named (self->stack, box, "table");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}
