/* test-merging.c - two analysts' reviews in the window: what differs is asked, and what was chosen stands
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-test-window.h"

#include "dz-merge-job.h"
#include "dz-merge-window.h"
#include "dz-session-corrections.h"

#include <glib/gstdio.h>

static void
merge_cb (DzMergeWindow *window,
          GHashTable    *theirs,
          GHashTable   **kept)
{
  *kept = g_hash_table_ref (theirs);
}

static GtkWidget *
find_button (DzMergeWindow *window,
             const char    *label)
{
  GtkWidget *button = dz_test_find (GTK_WIDGET (window), GTK_TYPE_BUTTON, label);

  g_assert_nonnull (button);

  return button;
}

/* The other says other things of a figure, a weakness, a check and the report; and something of a report nobody here saw. */
static void
work_apart (DzTestWindow *self,
            const char   *other)
{
  g_autoptr(DzStore) mine = dz_store_open (self->path, NULL);
  g_autoptr(DzStore) theirs = NULL;
  DzReport *report = dz_test_find_report (self, "万榆镇", 2024);
  DzReport *unseen = dz_test_find_report (self, "禾泉镇", 2024);
  DzFigure figure = g_array_index (report->figures, DzFigure, 0);
  gint64 weakness = g_array_index (report->weaknesses, DzWeakness, 0).id;

  g_assert_true (dz_store_save_copy (mine, other, NULL, NULL, NULL, NULL));
  theirs = dz_store_open (other, NULL);
  figure.state = DZ_STATE_CORRECTED;
  figure.value = 11;
  g_assert_true (dz_store_set_figure (mine, &figure, NULL, NULL));
  figure.value = 12;
  g_assert_true (dz_store_set_figure (theirs, &figure, NULL, NULL));
  g_assert_true (dz_store_set_weakness_state (mine, weakness, DZ_STATE_CONFIRMED, NULL));
  g_assert_true (dz_store_set_weakness_state (theirs, weakness, DZ_STATE_REJECTED, NULL));
  g_assert_true (dz_store_set_check (mine, report->id, "C-CERT", DZ_STATE_CONFIRMED, "属实", NULL));
  g_assert_true (dz_store_set_check (theirs, report->id, "C-CERT", DZ_STATE_REJECTED, "含借调", NULL));
  g_assert_true (dz_store_set_reviewing (mine, report->id, DZ_REVIEWING_DONE, NULL));
  g_assert_true (dz_store_set_reviewing (theirs, report->id, DZ_REVIEWING_DISPUTED, NULL));
  g_assert_true (dz_store_set_note (theirs, unseen->id, "请补材料", NULL));
}

static void
test_ask (DzTestWindow  *self,
          gconstpointer  data)
{
  g_autofree char *other = g_strconcat (self->path, "-other.duizhao", NULL);
  g_autoptr(GHashTable) kept = NULL;
  g_auto(DzMerged) merged = { 0 };
  g_auto(DzMerged) done = { 0 };
  g_autoptr(DzStore) store = NULL;
  g_autoptr(DzReport) report = NULL;
  g_autoptr(GError) error = NULL;
  GtkWidget *merge;
  DzMergeWindow *window;

  work_apart (self, other);
  g_assert_true (dz_merge_preview_run (self->path, other, &merged, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (merged.taken, ==, 1);
  g_assert_cmpuint (merged.conflicts->len, ==, 4);
  window = dz_merge_window_new (self->session, other, &merged, GTK_WINDOW (self->window));
  g_signal_connect (window, "merge", G_CALLBACK (merge_cb), &kept);
  gtk_window_present (GTK_WINDOW (window));
  dz_test_wait_mapped (GTK_WIDGET (window));
  merge = find_button (window, "Merge");
  g_assert_cmpuint (dz_test_count_mapped (GTK_WIDGET (window), GTK_TYPE_CHECK_BUTTON), ==, 8);
  g_assert_nonnull (dz_test_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "4 places to decide"));
  g_assert_false (gtk_widget_get_sensitive (merge));
  g_signal_emit_by_name (find_button (window, "All Mine"), "clicked");
  g_assert_true (gtk_widget_get_sensitive (merge));
  g_signal_emit_by_name (find_button (window, "All Theirs"), "clicked");
  g_signal_emit_by_name (merge, "clicked");
  g_assert_nonnull (kept);
  g_assert_cmpuint (g_hash_table_size (kept), ==, 4);

  /* only looked at so far */
  store = dz_store_open (self->path, NULL);
  report = dz_store_load_report (store, dz_test_find_report (self, "万榆镇", 2024)->id, NULL);
  g_assert_cmpfloat (g_array_index (report->figures, DzFigure, 0).value, ==, 11);
  g_clear_pointer (&report, dz_report_unref);
  g_assert_true (dz_store_merge (store, other, kept, &done, NULL));
  report = dz_store_load_report (store, dz_test_find_report (self, "万榆镇", 2024)->id, NULL);
  g_assert_cmpfloat (g_array_index (report->figures, DzFigure, 0).value, ==, 12);
  g_assert_cmpint (g_array_index (report->weaknesses, DzWeakness, 0).state, ==, DZ_STATE_REJECTED);
  g_assert_cmpint (report->reviewing, ==, DZ_REVIEWING_DISPUTED);
  g_assert_cmpint (dz_report_find_check (report, "C-CERT")->state, ==, DZ_STATE_REJECTED);
  g_unlink (other);
}

int
main (int    argc,
      char **argv)
{
  if (!dz_test_window_init (&argc, &argv))
    return 0;
  DZ_TEST_ADD ("/widgets/merging/ask", test_ask);

  return dz_test_window_run ();
}
