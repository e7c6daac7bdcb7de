/* test-ledger-view.c - 整改台账: states by buttons, filters that carry their counts, what is typed is kept, undo
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-test-window.h"

#include "dz-evidence-pane.h"
#include "dz-ledger-detail.h"
#include "dz-ledger-view.h"
#include "dz-session-corrections.h"
#include "dz-session-ledger.h"

#define NOT_A_DAY "This is no day. Write it like 2025-03-31."

static void
add (GPtrArray  *entries,
     DzReport   *report,
     const char *problem,
     const char *deadline)
{
  DzLedgerEntry *entry = dz_ledger_entry_new (problem, 2024);

  entry->body_id = report->body_id;
  entry->code = g_intern_static_string ("enforce_irregular");
  entry->deadline = g_strdup (deadline);
  g_ptr_array_add (entries, entry);
}

/* The view with two problems, the first chosen. */
static GtkWidget *
show (DzTestWindow *self)
{
  g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_ledger_entry_free);
  DzReport *report = dz_test_find_report (self, "万榆镇", 2024);
  GtkWidget *view;
  GtkWidget *table;

  add (entries, report, "案卷缺少集体讨论记录", "2025-03-31");
  add (entries, report, "送达回证无签名", NULL);
  g_assert_true (dz_session_add_ledger (self->session, entries));
  view = dz_test_show_view (self, "ledger", DZ_TYPE_LEDGER_VIEW);
  table = dz_test_find_mapped (view, GTK_TYPE_COLUMN_VIEW, NULL);
  gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (gtk_column_view_get_model (GTK_COLUMN_VIEW (table))), 0);

  return view;
}

static const DzLedgerEntry *
get (DzTestWindow *self,
     guint         n)
{
  return g_ptr_array_index (dz_session_get_review (self->session)->ledger, n);
}

static guint
count_rows (GtkWidget *view)
{
  GtkWidget *table = dz_test_find_mapped (view, GTK_TYPE_COLUMN_VIEW, NULL);

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (table))));
}

static void
press (GtkWidget  *root,
       const char *label)
{
  GtkWidget *button = dz_test_find_mapped (root, GTK_TYPE_TOGGLE_BUTTON, label);

  g_assert_nonnull (button);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
}

static void
test_states_and_filters (DzTestWindow  *self,
                         gconstpointer  data)
{
  GtkWidget *view = show (self);
  GtkWidget *detail = dz_test_find (view, DZ_TYPE_LEDGER_DETAIL, NULL);

  g_assert_cmpuint (count_rows (view), ==, 2);
  dz_test_wait_mapped (detail);
  press (detail, "已整改");
  g_assert_cmpint (get (self, 0)->state, ==, DZ_LEDGER_DONE);
  g_assert_true (self->undoable);
  press (view, "已整改 1");
  g_assert_cmpuint (count_rows (view), ==, 1);
  press (view, "All 2");
  g_assert_cmpuint (count_rows (view), ==, 2);
  g_assert_true (dz_session_undo (self->session));
  g_assert_cmpint (get (self, 0)->state, ==, DZ_LEDGER_OPEN);
  g_assert_nonnull (dz_test_find_mapped (view, GTK_TYPE_TOGGLE_BUTTON, "未整改 2"));
  /* its day is over, and nobody said it is put right */
  g_assert_nonnull (dz_test_find_mapped (view, GTK_TYPE_TOGGLE_BUTTON, "Overdue 1"));
}

/* A day that is none is marked, said, and not kept; one that is, is kept however it was written. */
static void
test_day_is_looked_at (DzTestWindow  *self,
                       gconstpointer  data)
{
  GtkWidget *view = show (self);
  GtkWidget *detail = dz_test_find (view, DZ_TYPE_LEDGER_DETAIL, NULL);
  GtkWidget *entry;

  dz_test_wait_mapped (detail);
  entry = dz_test_find_tooltip (detail, "Until, YYYY-MM-DD");
  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "2025年6月");
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  g_assert_nonnull (dz_test_find_mapped (detail, GTK_TYPE_LABEL, NOT_A_DAY));
  g_assert_cmpstr (get (self, 0)->deadline, ==, "2025-03-31");
  gtk_editable_set_text (GTK_EDITABLE (entry), "2025.6.30");
  g_signal_emit_by_name (entry, "activate");
  g_assert_false (gtk_widget_has_css_class (entry, "error"));
  g_assert_null (dz_test_find_mapped (detail, GTK_TYPE_LABEL, NOT_A_DAY));
  g_assert_cmpstr (get (self, 0)->deadline, ==, "2025-06-30");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "2025-06-30");
}

static void
choose (GtkWidget *view,
        guint      row)
{
  GtkWidget *table = dz_test_find_mapped (view, GTK_TYPE_COLUMN_VIEW, NULL);

  gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (gtk_column_view_get_model (GTK_COLUMN_VIEW (table))), row);
}

/* The pane never shows what was chosen before: no problem of another body, and none of a row that is shown no more. */
static void
test_pane_follows (DzTestWindow  *self,
                   gconstpointer  data)
{
  g_autoptr(GPtrArray) strangers = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_ledger_entry_free);
  g_autofree char *first = NULL;
  GtkWidget *view;

  g_ptr_array_add (strangers, dz_ledger_entry_new ("表述不规范", 2024));
  g_assert_true (dz_session_add_ledger (self->session, strangers));
  view = show (self);
  choose (view, 1);
  g_assert_nonnull (dz_session_list_evidence (self->session));
  first = g_strdup (dz_session_get_evidence_title (self->session));
  choose (view, 0); /* of a body that is not on the roster */
  g_assert_null (dz_session_list_evidence (self->session));
  choose (view, 1);
  g_assert_cmpstr (dz_session_get_evidence_title (self->session), ==, first);
  press (view, "Overdue 1");
  g_assert_cmpuint (count_rows (view), ==, 1);
  g_assert_nonnull (dz_session_list_evidence (self->session));
  while (dz_session_get_review (self->session)->ledger->len > 0)
    g_assert_true (dz_session_drop_ledger_entry (self->session, get (self, 0)->id));
  g_assert_null (dz_session_list_evidence (self->session));
}

static void
show_one (DzTestWindow   *self,
          DzEvidenceItem *item)
{
  g_autoptr(GListStore) list = g_list_store_new (DZ_TYPE_EVIDENCE_ITEM);

  g_list_store_append (list, item);
  dz_session_show_evidence (self->session, NULL, G_LIST_MODEL (list), 0);
}

/* What is not declared is no number that is not written: nobody is told that silence is not zero. */
static void
test_silence_is_named (DzTestWindow  *self,
                       gconstpointer  data)
{
  gint64 body = dz_test_find_report (self, "万榆镇", 2024)->body_id;
  g_autoptr(DzEvidenceItem) undeclared = dz_evidence_item_new_undeclared (body, "数字化应用不足");
  g_autoptr(DzEvidenceItem) missing = dz_evidence_item_new_missing (body, "案卷评查次数");
  GtkWidget *pane = dz_test_find (GTK_WIDGET (self->window), DZ_TYPE_EVIDENCE_PANE, NULL);

  show_one (self, undeclared);
  dz_test_wait_mapped (pane);
  g_assert_nonnull (dz_test_find_mapped (pane, GTK_TYPE_LABEL, "The report does not declare this. That does not mean there is no such "
                                                              "problem."));
  show_one (self, missing);
  g_assert_nonnull (dz_test_find_mapped (pane, GTK_TYPE_LABEL, "The report does not say. Silence is not zero."));
}

/* A decision leaves the rows where they are, and the one it is about says it: GTK scrolls where rows are replaced. */
static void
test_rows_stay (DzTestWindow  *self,
                gconstpointer  data)
{
  GtkWidget *view = show (self);
  GtkWidget *table = dz_test_find_mapped (view, GTK_TYPE_COLUMN_VIEW, NULL);
  GListModel *rows = G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (table)));
  g_autoptr(GObject) before = g_list_model_get_item (rows, 1);
  g_autoptr(GObject) after = NULL;
  GtkWidget *detail = dz_test_find (view, DZ_TYPE_LEDGER_DETAIL, NULL);

  choose (view, 1);
  dz_test_wait_mapped (detail);
  g_assert_null (dz_test_find_mapped (table, GTK_TYPE_LABEL, "整改中"));
  press (detail, "整改中");
  after = g_list_model_get_item (rows, 1);
  g_assert_true (after == before);
  g_assert_nonnull (dz_test_find_mapped (table, GTK_TYPE_LABEL, "整改中"));
  g_assert_true (dz_session_undo (self->session));
  g_assert_null (dz_test_find_mapped (table, GTK_TYPE_LABEL, "整改中"));
}

/* What has nothing on it is not printed. */
static void
test_empty_is_not_printed (DzTestWindow  *self,
                           gconstpointer  data)
{
  GtkWidget *view = dz_test_show_view (self, "ledger", DZ_TYPE_LEDGER_VIEW);

  g_assert_false (dz_view_can_print (DZ_VIEW (view)));
  g_assert_true (dz_view_can_print (DZ_VIEW (show (self))));
}

/* What is open from another year is told apart; where all are of the year on screen no column says so. */
static void
test_years_are_told (DzTestWindow  *self,
                     gconstpointer  data)
{
  g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_ledger_entry_free);
  GtkWidget *view = show (self);

  g_assert_null (dz_test_find_mapped (view, GTK_TYPE_LABEL, "2024"));
  add (entries, dz_test_find_report (self, "万榆镇", 2024), "案卷缺少集体讨论记录", NULL);
  ((DzLedgerEntry *) g_ptr_array_index (entries, 0))->year = 2023;
  g_assert_true (dz_session_add_ledger (self->session, entries));
  g_assert_cmpuint (count_rows (view), ==, 3);
  dz_test_wait_mapped (dz_test_find (view, GTK_TYPE_LABEL, "2023"));
  g_assert_nonnull (dz_test_find_mapped (view, GTK_TYPE_LABEL, "2024"));
}

int
main (int   argc,
      char *argv[])
{
  if (!dz_test_window_init (&argc, &argv))
    return 0;
  DZ_TEST_ADD ("/ledger-view/states-and-filters", test_states_and_filters);
  DZ_TEST_ADD ("/ledger-view/day-is-looked-at", test_day_is_looked_at);

  DZ_TEST_ADD ("/ledger-view/pane-follows", test_pane_follows);
  DZ_TEST_ADD ("/ledger-view/silence-is-named", test_silence_is_named);
  DZ_TEST_ADD ("/ledger-view/rows-stay", test_rows_stay);
  DZ_TEST_ADD ("/ledger-view/years-are-told", test_years_are_told);
  DZ_TEST_ADD ("/ledger-view/empty-is-not-printed", test_empty_is_not_printed);

  return dz_test_window_run ();
}
