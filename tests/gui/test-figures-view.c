/* test-figures-view.c - 指标: cells open their evidence, missing is missing, decisions by key
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-test-window.h"

#include "dz-confirm-many.h"
#include "dz-evidence-pane.h"
#include "dz-figure-matrix.h"
#include "dz-figures-view.h"
#include "dz-quantity-tray.h"
#include "dz-session-corrections.h"

static GtkWidget *
show (DzTestWindow *self)
{
  GtkWidget *view = dz_test_show_view (self, "figures", DZ_TYPE_FIGURES_VIEW);

  return dz_test_find (view, DZ_TYPE_FIGURE_MATRIX, NULL);
}

static DzEvidenceKind
click (DzTestWindow *self,
       GtkWidget    *matrix,
       int           row,
       int           column)
{
  g_autoptr(DzEvidenceItem) item = NULL;

  dz_matrix_select (DZ_MATRIX (matrix), row, column);
  g_signal_emit_by_name (matrix, "cell-activated", row, column, 1);
  item = g_list_model_get_item (dz_session_list_evidence (self->session), 0);

  return dz_evidence_item_get_kind (item);
}

static void
test_each_cell_has_evidence (DzTestWindow  *self,
                             gconstpointer  data)
{
  GtkWidget *matrix = show (self);
  guint n_figures = 0;
  guint n_missing = 0;

  for (int row = 0; row < 12; row++)
    for (int column = 0; column < 4; column++)
      {
        DzEvidenceKind kind = click (self, matrix, row, column);

        n_figures += kind == DZ_EVIDENCE_FIGURE;
        n_missing += kind == DZ_EVIDENCE_MISSING;
      }
  g_assert_cmpuint (n_figures + n_missing, ==, 48);
  g_assert_cmpuint (n_figures, >, 20);
  g_assert_cmpuint (n_missing, >, 0);
}

static void
test_missing_is_said (DzTestWindow  *self,
                      gconstpointer  data)
{
  GtkWidget *matrix = show (self);
  GtkWidget *pane = dz_test_find (GTK_WIDGET (self->window), DZ_TYPE_EVIDENCE_PANE, NULL);

  for (int row = 0; row < 12; row++)
    for (int column = 0; column < 4; column++)
      if (click (self, matrix, row, column) == DZ_EVIDENCE_MISSING)
        {
          dz_test_wait_mapped (pane);
          g_assert_nonnull (dz_test_find (pane, GTK_TYPE_LABEL, "The report does not say"));
          g_assert_false (dz_evidence_pane_can_decide (DZ_EVIDENCE_PANE (pane)));
          return;
        }
  g_assert_not_reached ();
}

static void
test_confirm_and_undo (DzTestWindow  *self,
                       gconstpointer  data)
{
  GtkWidget *matrix = show (self);
  GtkWidget *pane = dz_test_find (GTK_WIDGET (self->window), DZ_TYPE_EVIDENCE_PANE, NULL);
  int row = 0;

  while (click (self, matrix, row, 0) != DZ_EVIDENCE_FIGURE)
    row++;
  dz_test_wait_mapped (pane);
  dz_evidence_pane_confirm (DZ_EVIDENCE_PANE (pane));
  g_assert_true (self->undoable);
  g_assert_nonnull (dz_test_find (pane, GTK_TYPE_LABEL, "confirmed"));
  dz_session_undo (self->session);
  g_assert_null (dz_test_find (pane, GTK_TYPE_LABEL, "confirmed"));
  dz_evidence_pane_reject (DZ_EVIDENCE_PANE (pane));
  g_assert_nonnull (dz_test_find (pane, GTK_TYPE_LABEL, "not used"));
}

static void
test_year_and_scope (DzTestWindow  *self,
                     gconstpointer  data)
{
  GtkWidget *matrix = show (self);
  g_autoptr(DzScopeFilter) towns = dz_scope_filter_new_kind ("镇");
  int row, column;

  dz_session_set_scope (self->session, towns);
  dz_matrix_select (DZ_MATRIX (matrix), 99, 0);
  dz_matrix_get_chosen (DZ_MATRIX (matrix), &row, &column);
  g_assert_cmpint (row, <, 6);
  dz_session_set_year (self->session, 2023);
  click (self, matrix, 0, 0);
}

static guint
get_index (DzTestWindow *self)
{
  g_autoptr(DzEvidenceItem) item = g_list_model_get_item (dz_session_list_evidence (self->session),
                                                          dz_session_get_evidence_position (self->session));

  return dz_evidence_item_get_index (item);
}

/* Each quantity without an indicator is opened by the decision about the one before; those a rule left out
 * are listed with its name. */
static void
test_quantities_one_by_one (DzTestWindow  *self,
                            gconstpointer  data)
{
  GtkWidget *view = gtk_widget_get_ancestor (show (self), DZ_TYPE_FIGURES_VIEW);
  GtkWidget *tray = dz_test_find (view, DZ_TYPE_QUANTITY_TRAY, NULL);
  GtkWidget *pane = dz_test_find (GTK_WIDGET (self->window), DZ_TYPE_EVIDENCE_PANE, NULL);
  guint n, first;

  g_signal_emit_by_name (dz_test_find (tray, GTK_TYPE_BUTTON, "Assign One by One"), "clicked");
  n = g_list_model_get_n_items (dz_session_list_evidence (self->session));
  g_assert_cmpuint (n, >, 20);
  dz_test_wait_mapped (pane);
  first = get_index (self);
  dz_evidence_pane_reject (DZ_EVIDENCE_PANE (pane));
  g_assert_cmpuint (dz_session_get_evidence_position (self->session), ==, 1);
  g_assert_cmpuint (get_index (self), !=, first);
  dz_evidence_pane_confirm (DZ_EVIDENCE_PANE (pane));
  g_assert_cmpuint (dz_session_get_evidence_position (self->session), ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (dz_session_list_evidence (self->session)), ==, n);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (dz_test_find_tooltip (tray, "Show or hide the tray")), TRUE);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (dz_test_find (tray, GTK_TYPE_TOGGLE_BUTTON, "Set Aside")), TRUE);
  dz_test_wait_mapped (dz_test_find (tray, GTK_TYPE_LIST_VIEW, NULL));
  g_assert_nonnull (dz_test_find (tray, GTK_TYPE_LABEL, "望溪街道 · "));
}

static guint
count_confirmed (DzTestWindow *self)
{
  DzReview *review = dz_session_get_review (self->session);
  guint n = 0;

  for (guint i = 0; i < review->reports->len; i++)
    {
      DzReport *report = g_ptr_array_index (review->reports, i);

      for (guint k = 0; k < report->figures->len; k++)
        n += g_array_index (report->figures, DzFigure, k).state == DZ_STATE_CONFIRMED;
    }

  return n;
}

/* Those above a confidence in one step, without what contradicts itself (万榆镇's 5 and 28 meetings). */
static void
test_confirm_many (DzTestWindow  *self,
                   gconstpointer  data)
{
  const char *const ids[] = { g_intern_string ("law_meetings"), NULL };
  g_autoptr(DzFigureTable) table =
    dz_figure_table_new (dz_session_get_review (self->session), dz_session_get_codebook (self->session), 2024,
                         dz_session_get_scope (self->session), ids);
  g_autoptr(GArray) sure = dz_confirm_many_list (table, 0.9);
  g_autoptr(GArray) all = dz_confirm_many_list (table, 0);
  guint n_figures = 0;

  for (guint i = 0; i < dz_figure_table_get_n_rows (table); i++)
    {
      const DzFigureCell *cell = dz_figure_row_get_cell (dz_figure_table_get_row (table, i), 0);

      n_figures += cell->figures != NULL ? cell->figures->len : 0;
    }
  g_assert_cmpuint (sure->len, <=, all->len);
  g_assert_cmpuint (all->len, >, 5);
  g_assert_cmpuint (all->len, <, n_figures);
  g_assert_true (dz_session_confirm_figures (self->session, all));
  g_assert_cmpuint (count_confirmed (self), ==, all->len);
  g_assert_nonnull (strstr (dz_session_get_undo_step (self->session)->name, "figures"));
  dz_session_undo (self->session);
  g_assert_cmpuint (count_confirmed (self), ==, 0);
}

/* The drawn table as rows and cells of words. */
static void
test_table_as_words (DzTestWindow  *self,
                     gconstpointer  data)
{
  GtkWidget *view = gtk_widget_get_ancestor (show (self), DZ_TYPE_FIGURES_VIEW);
  GListModel *windows = gtk_window_get_toplevels ();
  guint n = g_list_model_get_n_items (windows);
  g_autoptr(GtkWidget) window = NULL;
  GtkWidget *table;
  GtkWidget *row;

  g_signal_emit_by_name (dz_test_find_tooltip (view, "The table as words, for a screen reader"), "clicked");
  g_assert_cmpuint (g_list_model_get_n_items (windows), ==, n + 1);
  for (guint i = 0; i <= n && window == NULL; i++)
    {
      g_autoptr(GtkWidget) one = g_list_model_get_item (windows, i);

      if (g_strcmp0 (gtk_window_get_title (GTK_WINDOW (one)), "Indicators") == 0)
        window = g_steal_pointer (&one);
    }
  g_assert_nonnull (window);
  table = dz_test_find (window, GTK_TYPE_COLUMN_VIEW, NULL);
  dz_test_wait_mapped (dz_test_find (table, GTK_TYPE_LABEL, "望溪街道"));
  row = gtk_widget_get_parent (gtk_widget_get_parent (dz_test_find (table, GTK_TYPE_LABEL, "望溪街道")));
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL));
  gtk_window_close (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  if (!dz_test_window_init (&argc, &argv))
    return 0;

  DZ_TEST_ADD ("/widgets/figures-view/each-cell-has-evidence", test_each_cell_has_evidence);
  DZ_TEST_ADD ("/widgets/figures-view/missing-is-said", test_missing_is_said);
  DZ_TEST_ADD ("/widgets/figures-view/confirm-reject-undo", test_confirm_and_undo);
  DZ_TEST_ADD ("/widgets/figures-view/year-and-scope", test_year_and_scope);

  DZ_TEST_ADD ("/widgets/figures-view/table-as-words", test_table_as_words);
  DZ_TEST_ADD ("/widgets/figures-view/confirm-many", test_confirm_many);
  DZ_TEST_ADD ("/widgets/figures-view/quantities-one-by-one", test_quantities_one_by_one);

  return dz_test_window_run ();
}
