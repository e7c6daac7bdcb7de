/* dz-tables-view.c - 对账: the county's own numbers beside those of the reports
 *
 * A row a number of the county's tables, with the report's beside it. A click shows the report's words,
 * Enter or a double click opens them. The toggles show what needs looking at first.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-tables-view.h"

#include "dz-account-columns.h"
#include "dz-evidence-item.h"
#include "dz-shows.h"
#include "dz-wrap-box.h"

#include <glib/gi18n-lib.h>

typedef enum { SHOW_DIFFERENT, SHOW_UNSURE, SHOW_UNREPORTED, SHOW_AGREEING, SHOW_ALL, N_SHOWS } Show;

struct _DzTablesView
{
  DzView parent_instance;

  GtkStack *stack; /* borrowed, like the others */
  AdwStatusPage *nothing_page;
  GtkToggleButton *shows[N_SHOWS];
  GtkColumnView *table;
  GtkSingleSelection *selection;
  GListStore *rows;

  DzReconciliation *accounts; /* (nullable) */
  int year;
  gboolean filling;
  gboolean chosen; /* a person pressed a toggle */
};

G_DEFINE_FINAL_TYPE (DzTablesView, dz_tables_view, DZ_TYPE_VIEW)

static gboolean
is_shown (DzAccountState state,
          Show           show)
{
  switch (show)
    {
    case SHOW_DIFFERENT: return state == DZ_ACCOUNT_DIFFERENT;
    case SHOW_UNSURE: return state == DZ_ACCOUNT_UNSURE;
    case SHOW_UNREPORTED: return state == DZ_ACCOUNT_UNREPORTED || state == DZ_ACCOUNT_NO_REPORT;
    case SHOW_AGREEING: return state == DZ_ACCOUNT_WITHIN || state == DZ_ACCOUNT_SAME;
    case SHOW_ALL:
    case N_SHOWS:
    default: return TRUE;
    }
}

static Show
get_show (DzTablesView *self)
{
  return (Show) dz_shows_get (self->shows, N_SHOWS, SHOW_ALL);
}

static void
count (DzTablesView *self,
       guint         counts[N_SHOWS])
{
  for (guint i = 0; i < dz_reconciliation_get_n (self->accounts); i++)
    for (int k = 0; k < N_SHOWS; k++)
      counts[k] += is_shown (dz_reconciliation_get (self->accounts, i)->state, (Show) k);
}

static void
fill_toggles (DzTablesView *self)
{
  const char *titles[N_SHOWS] = { _("Different"), _("To be checked"), _("Not reported"), _("Agreeing"), _("All") };
  guint counts[N_SHOWS] = { 0 };

  count (self, counts);
  for (int i = 0; i < N_SHOWS; i++)
    dz_shows_tell (self->shows[i], titles[i], counts[i], i == SHOW_ALL);
  /* what needs looking at comes first, until a person chooses */
  for (int i = 0; i < N_SHOWS && (!self->chosen || counts[get_show (self)] == 0); i++)
    if (counts[i] > 0)
      {
        gtk_toggle_button_set_active (self->shows[i], TRUE);
        break;
      }
}

/* The row a person was at stays chosen, whatever else changed; one that is shown no more gives way to the row that takes
 * its place, and the pane goes with it. */
static void
fill_rows (DzTablesView *self)
{
  DzAccountRow *was = gtk_single_selection_get_selected_item (self->selection);
  gint64 body = was != NULL ? dz_account_row_get (was)->body->id : 0;
  const char *indicator = was != NULL ? dz_account_row_get (was)->entry->id : NULL;
  Show show = get_show (self);
  guint place = gtk_single_selection_get_selected (self->selection);
  guint selected = GTK_INVALID_LIST_POSITION;
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean gone;

  for (guint i = 0; i < dz_reconciliation_get_n (self->accounts); i++)
    {
      const DzAccount *account = dz_reconciliation_get (self->accounts, i);

      if (!is_shown (account->state, show))
        continue;
      if (account->body->id == body && account->entry->id == indicator)
        selected = items->len;
      g_ptr_array_add (items, dz_account_row_new (self->accounts, i));
    }
  gone = body != 0 && selected == GTK_INVALID_LIST_POSITION;
  if (gone && items->len > 0)
    selected = MIN (place, items->len - 1);
  self->filling = TRUE;
  dz_row_table_fill (self->table, items);
  gtk_single_selection_set_selected (self->selection, selected);
  self->filling = FALSE;
  if (gone)
    dz_view_follow_chosen (DZ_VIEW (self));
}

static void
dz_tables_view_update (DzView    *view,
                       DzSession *session)
{
  DzTablesView *self = DZ_TABLES_VIEW (view);
  DzReview *review = dz_session_get_review (session);
  GtkAdjustment *place = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->table));
  double kept = place != NULL ? gtk_adjustment_get_value (place) : 0;

  g_clear_pointer (&self->accounts, dz_reconciliation_unref);
  self->accounts = dz_reconciliation_new (review, dz_session_get_codebook (session), dz_session_get_year (session),
                                          dz_session_get_scope (session));
  if (dz_reconciliation_get_n (self->accounts) == 0)
    {
      fill_rows (self);
      gtk_stack_set_visible_child_name (self->stack, "empty");
      return;
    }
  self->filling = TRUE;
  fill_toggles (self);
  self->filling = FALSE;
  fill_rows (self);
  gtk_stack_set_visible_child_name (self->stack, "table");
  if (place != NULL)
    gtk_adjustment_set_value (place, kept);
}

static void
show_toggled_cb (DzTablesView    *self,
                 GtkToggleButton *toggle)
{
  if (self->filling || self->accounts == NULL || !gtk_toggle_button_get_active (toggle))
    return;
  self->chosen = TRUE;
  fill_rows (self);
}

static void
show_evidence (DzTablesView *self)
{
  DzAccountRow *row = gtk_single_selection_get_selected_item (self->selection);
  const DzAccount *account = row != NULL ? dz_account_row_get (row) : NULL;
  g_autoptr(GListStore) list = g_list_store_new (DZ_TYPE_EVIDENCE_ITEM);
  g_autofree char *title = NULL;

  if (account == NULL)
    {
      dz_session_show_evidence (dz_view_get_session (DZ_VIEW (self)), NULL, NULL, 0);
      return;
    }
  for (guint i = 0; account->cell.report != NULL && account->cell.figures != NULL && i < account->cell.figures->len; i++)
    {
      g_autoptr(DzEvidenceItem) item =
        dz_evidence_item_new_figure (account->cell.report, g_array_index (account->cell.figures, guint, i));

      g_list_store_append (list, item);
    }
  if (g_list_model_get_n_items (G_LIST_MODEL (list)) == 0)
    {
      g_autoptr(DzEvidenceItem) missing = dz_evidence_item_new_missing (account->body->id, account->entry->name);

      g_list_store_append (list, missing);
    }
  /* the pane names body and indicator itself: below them stands why it is to be checked */
  title = dz_account_get_reason (account) != NULL
            ? g_strdup (dz_account_get_reason (account))
            : g_strdup_printf ("%s · %s", account->body->name, account->entry->name);
  dz_session_show_evidence (dz_view_get_session (DZ_VIEW (self)), title, G_LIST_MODEL (list), 0);
}

static void
selected_cb (DzTablesView *self)
{
  if (!self->filling)
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
activated_cb (DzTablesView *self,
              guint         position)
{
  g_autoptr(DzAccountRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);
  const DzAccount *account = row != NULL ? dz_account_row_get (row) : NULL;
  const DzFigure *figure = account != NULL ? dz_figure_cell_get_figure (&account->cell, 0) : NULL;

  if (figure != NULL)
    dz_session_go (dz_view_get_session (DZ_VIEW (self)), "reading", account->body->id, account->cell.report->id, figure->span);
}

static void
dz_tables_view_show_evidence (DzView *view)
{
  show_evidence (DZ_TABLES_VIEW (view));
}

static char *
dz_tables_view_dup_state (DzView *view)
{
  return g_strdup_printf ("%u", dz_shows_get (DZ_TABLES_VIEW (view)->shows, N_SHOWS, 0));
}

static void
dz_tables_view_set_state (DzView     *view,
                          const char *state)
{
  guint show = (guint) g_ascii_strtoull (state, NULL, 10);

  if (show < N_SHOWS)
    gtk_toggle_button_set_active (DZ_TABLES_VIEW (view)->shows[show], TRUE);
}

static void
dz_tables_view_dispose (GObject *object)
{
  DzTablesView *self = DZ_TABLES_VIEW (object);

  g_clear_pointer (&self->accounts, dz_reconciliation_unref);
  adw_bin_set_child (ADW_BIN (object), NULL);

  G_OBJECT_CLASS (dz_tables_view_parent_class)->dispose (object);
}

static void
dz_tables_view_class_init (DzTablesViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dz_tables_view_dispose;
  DZ_VIEW_CLASS (klass)->update = dz_tables_view_update;
  DZ_VIEW_CLASS (klass)->show_evidence = dz_tables_view_show_evidence;
  DZ_VIEW_CLASS (klass)->dup_state = dz_tables_view_dup_state;
  DZ_VIEW_CLASS (klass)->set_state = dz_tables_view_set_state;
}

static GtkWidget *
make_import_button (gboolean pill)
{
  GtkWidget *button = gtk_button_new_with_label (_("Import a Table of the County…"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.import-tables");
  gtk_widget_set_halign (button, pill ? GTK_ALIGN_CENTER : GTK_ALIGN_END);
  if (pill)
    gtk_widget_add_css_class (button, "pill");
  if (pill)
    gtk_widget_add_css_class (button, "suggested-action");

  return button;
}

static GtkWidget *
make_toolbar (DzTablesView *self)
{
  GtkWidget *bar = g_object_new (DZ_TYPE_WRAP_BOX, NULL);
  GtkWidget *linked = dz_shows_new (self->shows, N_SHOWS, G_CALLBACK (show_toggled_cb), self);

  gtk_widget_add_css_class (bar, "dz-toolbar");
  gtk_widget_set_parent (linked, bar);
  gtk_widget_set_parent (make_import_button (FALSE), bar);

  return bar;
}

static GtkWidget *
make_table (DzTablesView *self)
{
  GtkWidget *scroll = gtk_scrolled_window_new ();

  self->table = dz_row_table_new (&dz_account_columns, _("Reconciliation"));
  gtk_widget_set_size_request (scroll, -1, DZ_ROW_TABLE_LEAST);
  self->selection = dz_row_table_get_selection (self->table);
  self->rows = dz_row_table_get_rows (self->table);
  g_signal_connect_swapped (self->selection, "notify::selected", G_CALLBACK (selected_cb), self);
  g_signal_connect_swapped (self->table, "activate", G_CALLBACK (activated_cb), self);
  dz_row_table_heed_clicks (self->table, row_clicked_cb, self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), GTK_WIDGET (self->table));
  gtk_widget_set_vexpand (scroll, TRUE);

  return scroll;
}

static void
dz_tables_view_init (DzTablesView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->stack = GTK_STACK (gtk_stack_new ());
  self->nothing_page = ADW_STATUS_PAGE (adw_status_page_new ());
  adw_status_page_set_icon_name (self->nothing_page, "dz-tables-symbolic");
  adw_status_page_set_title (self->nothing_page, _("No table of the county yet"));
  adw_status_page_set_description (self->nothing_page,
                                   _("Import what the county itself counted of this year (xlsx, xls, et, csv, tables of a docx): each number "
                                     "then stands beside what the report says"));
  adw_status_page_set_child (self->nothing_page, make_import_button (TRUE));
  gtk_box_append (GTK_BOX (box), make_toolbar (self));
  gtk_box_append (GTK_BOX (box), make_table (self));
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->nothing_page), "empty");
  gtk_stack_add_named (self->stack, box, "table");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}
