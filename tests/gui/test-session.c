/* test-session.c - corrections through the session: told, undone, logged, and seen by all views
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-test-window.h"

#include "dz-backup.h"
#include "dz-evidence-pane.h"
#include "dz-job-thread.h"
#include "dz-remark.h"
#include "dz-session-corrections.h"
#include "dz-spoken-word.h"
#include "dz-window-private.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

static const DzFigure *
get_figure (DzTestWindow *self,
            guint         index)
{
  DzReport *report = dz_test_find_report (self, "万榆镇", 2024);

  g_assert_nonnull (report);
  g_assert_cmpuint (report->figures->len, >, index);

  return &g_array_index (report->figures, DzFigure, index);
}

static guint
find_suggested (DzTestWindow *self)
{
  DzReport *report = dz_test_find_report (self, "万榆镇", 2024);

  for (guint i = 0; i < report->figures->len; i++)
    {
      const DzFigure *figure = &g_array_index (report->figures, DzFigure, i);

      if (figure->indicator != NULL && figure->state == DZ_STATE_SUGGESTED)
        return i;
    }
  g_assert_not_reached ();
}

/* The codes the sentence has; "" where none. */
static char *
list_codes (DzTestWindow *self,
            DzSpan        sentence)
{
  DzReport *report = dz_test_find_report (self, "万榆镇", 2024);
  GString *codes = g_string_new (NULL);

  for (guint i = 0; i < report->weaknesses->len; i++)
    {
      const DzWeakness *weakness = &g_array_index (report->weaknesses, DzWeakness, i);

      if (dz_weakness_counts (weakness) && weakness->span.start >= sentence.start && weakness->span.start < sentence.end)
        g_string_append_printf (codes, "%s ", weakness->code);
    }

  return g_string_free (codes, FALSE);
}

static void
assert_codes (DzTestWindow *self,
              DzSpan        sentence,
              const char   *wanted)
{
  g_autofree char *codes = list_codes (self, sentence);

  g_assert_cmpstr (codes, ==, wanted);
}

static const DzWeakness *
find_declared (DzReport *report)
{
  for (guint i = 0; i < report->weaknesses->len; i++)
    if (dz_weakness_counts (&g_array_index (report->weaknesses, DzWeakness, i)))
      return &g_array_index (report->weaknesses, DzWeakness, i);
  g_assert_not_reached ();
}

/* A sentence of two codes gets one, or none, and one step of undo brings both back. */
static void
test_code_of_a_sentence (DzTestWindow  *self,
                         gconstpointer  data)
{
  DzReport *report = dz_test_find_report (self, "万榆镇", 2024);
  gint64 id = report->id;
  DzSpan span = find_declared (report)->span;
  DzSpan sentence = dz_report_sentence_at (report, span.start);
  g_autofree char *before = list_codes (self, sentence);
  g_autofree char *both = g_strconcat (before, "publicity_form_monotone ", NULL);

  g_assert_null (strstr (before, "publicity_form_monotone"));
  g_assert_true (dz_session_add_weakness (self->session, id, "publicity_form_monotone", span));
  assert_codes (self, sentence, both);
  g_assert_true (dz_session_code_sentence (self->session, id, sentence, "publicity_form_monotone"));
  assert_codes (self, sentence, "publicity_form_monotone ");
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.undo", NULL);
  assert_codes (self, sentence, both);
  g_assert_true (dz_session_code_sentence (self->session, id, sentence, NULL));
  assert_codes (self, sentence, "");
  g_assert_true (dz_session_code_sentence (self->session, id, sentence, "enforce_staff_short"));
  assert_codes (self, sentence, "enforce_staff_short ");
}

static void
test_opens_the_sample (DzTestWindow  *self,
                       gconstpointer  data)
{
  DzReview *review = dz_session_get_review (self->session);

  g_assert_cmpint (dz_session_get_year (self->session), ==, 2024);
  g_assert_cmpuint (review->bodies->len, ==, 12);
  g_assert_cmpuint (review->reports->len, ==, 20);
  g_assert_nonnull (dz_session_get_undo_step (self->session));
  g_assert_null (dz_session_get_redo_step (self->session));
}

static void
test_confirm_and_undo (DzTestWindow  *self,
                       gconstpointer  data)
{
  guint index = find_suggested (self);
  gint64 id = get_figure (self, index)->id;
  DzReport *report = dz_test_find_report (self, "万榆镇", 2024);

  g_assert_true (dz_session_set_figure_state (self->session, report->id, id, DZ_STATE_CONFIRMED));
  g_assert_cmpint (get_figure (self, index)->state, ==, DZ_STATE_CONFIRMED);
  g_assert_cmpuint (self->n_toasts, ==, 1);
  g_assert_true (self->undoable);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.undo", NULL);
  g_assert_cmpint (get_figure (self, index)->state, ==, DZ_STATE_SUGGESTED);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.redo", NULL);
  g_assert_cmpint (get_figure (self, index)->state, ==, DZ_STATE_CONFIRMED);
}

static void
test_correct_and_log (DzTestWindow  *self,
                      gconstpointer  data)
{
  guint index = find_suggested (self);
  const DzFigure *figure = get_figure (self, index);
  DzReport *report = dz_test_find_report (self, "万榆镇", 2024);
  double before = figure->value;
  g_autoptr(DzEvidenceItem) item = NULL;
  g_auto(GStrv) log = NULL;

  /* who looked and changed nothing has confirmed it */
  g_assert_true (dz_session_correct_figure (self->session, report->id, figure->id, figure->indicator, before, figure->bound));
  g_assert_cmpint (get_figure (self, index)->state, ==, DZ_STATE_CONFIRMED);
  dz_session_undo (self->session);
  report = dz_test_find_report (self, "万榆镇", 2024);
  figure = get_figure (self, index);
  g_assert_true (dz_session_correct_figure (self->session, report->id, figure->id, figure->indicator,
                                            before + 1, DZ_BOUND_AT_LEAST));
  figure = get_figure (self, index);
  g_assert_cmpfloat (figure->value, ==, before + 1);
  g_assert_cmpint (figure->bound, ==, DZ_BOUND_AT_LEAST);
  g_assert_cmpint (figure->state, ==, DZ_STATE_CORRECTED);
  item = dz_evidence_item_new_figure (dz_test_find_report (self, "万榆镇", 2024), index);
  log = dz_session_dup_log (self->session, item);
  g_assert_cmpuint (g_strv_length (log), >, 0);
  dz_session_undo (self->session);
  g_assert_cmpfloat (get_figure (self, index)->value, ==, before);
}

/* A corrected value leaves a plan a plan; only an indicator brings it back, and the log says so in words. */
static void
test_value_keeps_set_aside (DzTestWindow  *self,
                            gconstpointer  data)
{
  DzReport *report = dz_test_find_report (self, "万榆镇", 2024);
  const char *aside;
  const char *indicator = get_figure (self, find_suggested (self))->indicator;
  g_autoptr(DzEvidenceItem) item = NULL;
  g_autofree char *log = NULL;
  g_auto(GStrv) lines = NULL;
  guint index = 0;

  while (index < report->figures->len && (get_figure (self, index)->set_aside == NULL ||
                                          get_figure (self, index)->indicator != NULL))
    index++;
  g_assert_cmpuint (index, <, report->figures->len);
  aside = get_figure (self, index)->set_aside;
  g_assert_true (dz_session_correct_figure (self->session, report->id, get_figure (self, index)->id, NULL, 12,
                                            DZ_BOUND_EXACT));
  g_assert_cmpfloat (get_figure (self, index)->value, ==, 12);
  g_assert_cmpstr (get_figure (self, index)->set_aside, ==, aside);
  report = dz_test_find_report (self, "万榆镇", 2024);
  g_assert_true (dz_session_correct_figure (self->session, report->id, get_figure (self, index)->id, indicator, 13,
                                            DZ_BOUND_AT_LEAST));
  g_assert_null (get_figure (self, index)->set_aside);
  g_assert_cmpstr (get_figure (self, index)->indicator, ==, indicator);

  item = dz_evidence_item_new_figure (dz_test_find_report (self, "万榆镇", 2024), index);
  lines = dz_session_dup_log (self->session, item);
  log = g_strjoinv ("\n", lines);
  g_assert_nonnull (strstr (log, "12 → 13"));
  g_assert_null (strstr (log, ".0"));
  g_assert_null (strstr (log, aside));
  g_assert_null (strstr (log, "at_least"));
  g_assert_nonnull (strstr (log, dz_spoken_word (aside)));
}

static guint
count_weaknesses (DzTestWindow *self,
                  gint64       *first)
{
  DzReport *report = dz_test_find_report (self, "万榆镇", 2024);
  guint n = 0;

  for (guint i = 0; i < report->weaknesses->len; i++)
    {
      const DzWeakness *weakness = &g_array_index (report->weaknesses, DzWeakness, i);

      if (!dz_weakness_counts (weakness))
        continue;
      if (n == 0 && first != NULL)
        *first = weakness->id;
      n++;
    }

  return n;
}

static void
test_reject_weakness (DzTestWindow  *self,
                      gconstpointer  data)
{
  DzReport *report = dz_test_find_report (self, "万榆镇", 2024);
  gint64 id = 0;
  guint n = count_weaknesses (self, &id);

  g_assert_cmpuint (n, >, 0);
  g_assert_true (dz_session_set_weakness_state (self->session, report->id, id, DZ_STATE_REJECTED));
  g_assert_cmpuint (count_weaknesses (self, NULL), ==, n - 1);
  dz_session_undo (self->session);
  g_assert_cmpuint (count_weaknesses (self, NULL), ==, n);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_year_and_scope_reach_all (DzTestWindow  *self,
                               gconstpointer  data)
{
  g_autoptr(DzScopeFilter) towns = dz_scope_filter_new_kind ("镇");
  guint n = 0;

  g_signal_connect_swapped (self->session, "changed", G_CALLBACK (count_cb), &n);
  dz_session_set_year (self->session, 2023);
  g_assert_cmpint (dz_session_get_year (self->session), ==, 2023);
  dz_session_set_scope (self->session, towns);
  g_assert_cmpstr (dz_scope_filter_get_kind (dz_session_get_scope (self->session)), ==, "镇");
  g_assert_cmpuint (n, ==, 2);
  g_signal_handlers_disconnect_by_data (self->session, &n);
}

static void
test_pane_shows_and_decides (DzTestWindow  *self,
                             gconstpointer  data)
{
  guint index = find_suggested (self);
  GtkWidget *pane = dz_test_find (GTK_WIDGET (self->window), DZ_TYPE_EVIDENCE_PANE, NULL);
  GtkWidget *button;

  dz_session_show_figure (self->session, dz_test_find_report (self, "万榆镇", 2024), index);
  dz_test_wait_mapped (pane);
  g_assert_true (dz_evidence_pane_can_decide (DZ_EVIDENCE_PANE (pane)));
  button = dz_test_find_mapped (pane, GTK_TYPE_BUTTON, "Confirm");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpint (get_figure (self, index)->state, ==, DZ_STATE_CONFIRMED);
  dz_evidence_pane_correct (DZ_EVIDENCE_PANE (pane));
  g_assert_true (GTK_IS_EDITABLE (gtk_window_get_focus (GTK_WINDOW (self->window))));
}

static char *
dup_remark (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* A note being typed is not lost to a look at another passage, is not taken for that one's, and is kept when the
 * review is closed over it. */
static void
test_note_waits_for_its_passage (DzTestWindow  *self,
                                 gconstpointer  data)
{
  GtkWidget *pane = dz_test_find (GTK_WIDGET (self->window), DZ_TYPE_EVIDENCE_PANE, NULL);
  GtkWidget *remark = dz_test_find (pane, DZ_TYPE_REMARK, NULL);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (dz_test_find (remark, GTK_TYPE_TEXT_VIEW, NULL)));
  GtkWidget *keep = dz_test_find (remark, GTK_TYPE_BUTTON, "Keep the Note");
  g_autofree char *other = NULL;
  g_autofree char *again = NULL;
  g_autofree char *after = NULL;

  dz_session_show_figure (self->session, dz_test_find_report (self, "万榆镇", 2024), 0);
  gtk_text_buffer_set_text (buffer, "与台账不符", -1);
  dz_session_show_figure (self->session, dz_test_find_report (self, "万榆镇", 2024), 1);
  other = dup_remark (buffer);
  g_assert_cmpstr (other, ==, "");
  g_assert_false (gtk_widget_get_visible (keep));
  dz_session_show_figure (self->session, dz_test_find_report (self, "万榆镇", 2024), 0);
  again = dup_remark (buffer);
  g_assert_cmpstr (again, ==, "与台账不符");
  g_assert_true (gtk_widget_get_visible (keep));
  g_signal_emit_by_name (keep, "clicked");
  g_assert_cmpstr (get_figure (self, 0)->note, ==, "与台账不符");
  g_assert_null (get_figure (self, 1)->note);
  g_assert_false (gtk_widget_get_visible (keep));

  gtk_text_buffer_set_text (buffer, "另有一事", -1);
  g_signal_handlers_disconnect_by_data (self->session, self);
  g_assert_true (dz_window_open_review (self->window, self->path, FALSE));
  self->session = dz_window_get_session (self->window);
  dz_session_show_figure (self->session, dz_test_find_report (self, "万榆镇", 2024), 0);
  after = dup_remark (buffer);
  g_assert_cmpstr (after, ==, "另有一事");
}

/* A year is looked at for weeks: the review opens in it again, and nothing is to be taken back for it. */
static void
test_year_comes_back (DzTestWindow  *self,
                      gconstpointer  data)
{
  gint64 step;

  g_assert_cmpint (dz_session_get_year (self->session), ==, 2024);
  step = dz_session_get_undo_step (self->session)->id;
  dz_session_set_year (self->session, 2023);
  g_signal_handlers_disconnect_by_data (self->session, self);
  g_assert_true (dz_window_open_review (self->window, self->path, FALSE));
  self->session = dz_window_get_session (self->window);
  g_assert_cmpint (dz_session_get_year (self->session), ==, 2023);
  g_assert_cmpint (dz_session_get_undo_step (self->session)->id, ==, step);
}

static void
change_elsewhere (const char *path,
                  const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static void
open_again (DzTestWindow *self)
{
  g_signal_handlers_disconnect_by_data (self->session, self);
  g_assert_true (dz_window_open_review (self->window, self->path, FALSE));
  self->session = dz_window_get_session (self->window);
}

/* Another program wrote what cannot be true: it is left out, and the window says so when it opens the file, once. */
static void
test_untrue_rows_are_told (DzTestWindow  *self,
                           gconstpointer  data)
{
  g_autofree char *words = NULL, *all = NULL;
  const char *told;

  change_elsewhere (self->path, "UPDATE figure SET span_start = span_end + 7 WHERE id IN (SELECT id FROM figure LIMIT 3)");
  open_again (self);
  words = dz_session_dup_untrue (self->session);
  g_assert_nonnull (words);
  g_assert_nonnull (dz_test_find (GTK_WIDGET (self->window), GTK_TYPE_LABEL, words));
  /* that the checksums do not fit, either, is told with it */
  while (g_str_equal (gtk_label_get_label (self->window->notice_label), words))
    g_main_context_iteration (NULL, TRUE);
  all = dz_session_dup_untrue (self->session);
  told = gtk_label_get_label (self->window->notice_label);
  g_assert_cmpstr (told, ==, all);
  g_assert_true (g_str_has_prefix (all, words));
}

/* Another program changed a number to one that may well be true: only its checksum tells. The review is shown at once, the
 * change is told soon after; what is decided before that is not kept. */
static void
test_broken_seal_is_told (DzTestWindow  *self,
                          gconstpointer  data)
{
  gint64 report = dz_test_find_report (self, "万榆镇", 2024)->id;
  guint index = find_suggested (self);
  gint64 figure = get_figure (self, index)->id;
  g_autofree char *sql = g_strdup_printf ("UPDATE figure SET value = value + 1 WHERE id = %" G_GINT64_FORMAT, figure);

  for (guint early = 0; early < 2; early++)
    {
      change_elsewhere (self->path, sql);
      open_again (self);
      g_assert_false (gtk_info_bar_get_revealed (self->window->notice));
      if (early)
        {
          g_assert_false (dz_session_set_figure_state (self->session, report, figure, DZ_STATE_CONFIRMED));
          g_assert_cmpint (get_figure (self, index)->state, ==, DZ_STATE_SUGGESTED);
        }
      while (!gtk_info_bar_get_revealed (self->window->notice))
        g_main_context_iteration (NULL, TRUE);
      g_assert_nonnull (strstr (gtk_label_get_label (self->window->notice_label), "万榆镇 2024"));
    }
  g_assert_true (dz_session_set_figure_state (self->session, report, figure, DZ_STATE_CONFIRMED));
}

#define ONE_FIGURE "UPDATE figure SET value = value + 1 WHERE id = (SELECT min(id) FROM figure)"

/* The work goes on in a copy, which nobody holds against its checksums: that is done before. */
static void
test_broken_seal_is_told_before_a_copy (DzTestWindow  *self,
                                        gconstpointer  data)
{
  g_autofree char *copy = g_strconcat (self->path, "-copy.duizhao", NULL);

  change_elsewhere (self->path, ONE_FIGURE);
  open_again (self);
  g_assert_false (gtk_info_bar_get_revealed (self->window->notice));
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.save-as-path", "s", copy);
  g_assert_true (gtk_info_bar_get_revealed (self->window->notice));
  g_assert_nonnull (strstr (gtk_label_get_label (self->window->notice_label), "Not as it was kept: "));
  while (!g_str_equal (dz_session_get_path (self->session), copy))
    g_main_context_iteration (NULL, TRUE);
}

static void
run_jobs (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_true (dz_job_wait (60));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Before the job began another review took the name: what is wrong with that one is not said of this one. */
static void
test_seals_of_another (DzTestWindow  *self,
                       gconstpointer  data)
{
  g_autofree char *moved = g_strconcat (self->path, "-moved.duizhao", NULL);
  g_autoptr(DzStore) store = NULL;

  open_again (self);
  store = dz_store_open (self->path, NULL);
  g_assert_cmpint (g_rename (self->path, moved), ==, 0);
  g_assert_true (dz_store_save_copy (store, self->path, NULL, NULL, NULL, NULL));
  change_elsewhere (self->path, ONE_FIGURE);
  run_jobs ();
  g_assert_null (strstr (gtk_label_get_label (self->window->notice_label), "Not as it was kept: "));
}

/* The window shows the backup, and what was there before can be had back. */
static void
test_restore (DzTestWindow *self,
              gconstpointer data)
{
  guint index = find_suggested (self);
  gint64 figure = get_figure (self, index)->id;
  gint64 report = dz_test_find_report (self, "万榆镇", 2024)->id;
  g_autoptr(DzStore) store = dz_store_open (self->path, NULL);
  g_autoptr(GPtrArray) list = NULL;
  gboolean made = FALSE;

  g_assert_true (dz_backup_keep_day (store, &made, NULL));
  g_clear_object (&store);
  list = dz_backup_list (self->path);
  g_assert_cmpuint (list->len, >, 0);
  g_assert_true (dz_session_set_figure_state (self->session, report, figure, DZ_STATE_CONFIRMED));
  g_signal_handlers_disconnect_by_data (self->session, self);
  dz_window_restore (self->window, ((DzBackup *) g_ptr_array_index (list, 0))->path);
  self->session = dz_window_get_session (self->window);
  g_assert_nonnull (self->session);
  g_assert_cmpint (get_figure (self, index)->state, ==, DZ_STATE_SUGGESTED);
  g_clear_pointer (&list, g_ptr_array_unref);
  list = dz_backup_list (self->path);
  g_assert_cmpuint (list->len, ==, 2);
}

/* (nullable): what stands beside 核查 in the sidebar */
static const char *
get_badge (GtkWidget  *from,
           const char *name)
{
  for (GtkWidget *child = gtk_widget_get_first_child (from); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *badge = g_object_get_data (G_OBJECT (child), "dz-badge");
      const char *words = get_badge (child, name);

      if (badge != NULL && g_strcmp0 (gtk_widget_get_name (child), name) == 0)
        return gtk_widget_get_visible (badge) ? gtk_label_get_text (GTK_LABEL (badge)) : NULL;
      if (words != NULL)
        return words;
    }

  return NULL;
}

static gboolean
has_counted (gpointer window)
{
  return get_badge (window, "checks") != NULL;
}

static gboolean
counts_no_more (gpointer window)
{
  return DZ_WINDOW (window)->counting == 0;
}

/* The number beside 核查 is never that of another year or another review: there is none until it is counted. */
static void
test_badge_of_another (DzTestWindow  *self,
                       gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (self->window);
  g_autofree char *empty = g_strconcat (self->path, "-empty.duizhao", NULL);

  dz_test_wait (has_counted, window);
  g_assert_nonnull (get_badge (window, "roster"));
  dz_session_set_year (self->session, 2023);
  g_assert_null (get_badge (window, "checks"));
  dz_test_wait (has_counted, window);

  g_signal_handlers_disconnect_by_data (self->session, self);
  g_assert_true (dz_window_open_review (self->window, empty, TRUE));
  self->session = dz_window_get_session (self->window);
  g_assert_null (get_badge (window, "checks"));
  g_assert_null (get_badge (window, "roster"));
  dz_test_wait (counts_no_more, window);
  g_assert_null (get_badge (window, "checks"));
}

static gboolean
is_open (gpointer popover)
{
  return gtk_widget_get_mapped (popover);
}

/* However many searches are pinned, all can be reached: the list is never higher than a small screen. */
static void
test_many_pinned_searches (DzTestWindow  *self,
                           gconstpointer  data)
{
  g_autoptr(DzCounty) county = dz_county_copy (dz_session_get_review (self->session)->county);
  GtkWidget *button;
  GtkWidget *popover;
  int height;

  for (guint i = 0; i < 60; i++)
    g_ptr_array_add (county->searches, g_strdup_printf ("调解%u", i));
  g_assert_true (dz_session_set_county (self->session, county, NULL));
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.search", NULL);
  button = gtk_widget_get_last_child (GTK_WIDGET (self->window->search_tools));
  dz_test_wait_mapped (button);
  popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  dz_test_wait (is_open, popover);
  g_assert_nonnull (dz_test_find (popover, GTK_TYPE_LABEL, "调解59"));
  gtk_widget_measure (popover, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  g_assert_cmpint (height, <, 600);
}

int
main (int   argc,
      char *argv[])
{
  if (!dz_test_window_init (&argc, &argv))
    return 0;

  DZ_TEST_ADD ("/widgets/session/opens-the-sample", test_opens_the_sample);
  DZ_TEST_ADD ("/widgets/session/confirm-undo-redo", test_confirm_and_undo);
  DZ_TEST_ADD ("/widgets/session/correct-is-logged", test_correct_and_log);
  DZ_TEST_ADD ("/widgets/session/code-of-a-sentence", test_code_of_a_sentence);
  DZ_TEST_ADD ("/widgets/session/value-keeps-set-aside", test_value_keeps_set_aside);
  DZ_TEST_ADD ("/widgets/session/a-rejected-weakness-does-not-count", test_reject_weakness);
  DZ_TEST_ADD ("/widgets/session/year-and-scope-reach-all", test_year_and_scope_reach_all);
  DZ_TEST_ADD ("/widgets/session/year-comes-back", test_year_comes_back);
  DZ_TEST_ADD ("/widgets/session/untrue-rows-are-told", test_untrue_rows_are_told);
  DZ_TEST_ADD ("/widgets/session/broken-seal-is-told", test_broken_seal_is_told);
  DZ_TEST_ADD ("/widgets/session/broken-seal-is-told-before-a-copy", test_broken_seal_is_told_before_a_copy);
  DZ_TEST_ADD ("/widgets/session/seals-of-another", test_seals_of_another);
  DZ_TEST_ADD ("/widgets/session/restore", test_restore);
  DZ_TEST_ADD ("/widgets/session/pane-shows-and-decides", test_pane_shows_and_decides);
  DZ_TEST_ADD ("/widgets/session/many-pinned-searches", test_many_pinned_searches);
  DZ_TEST_ADD ("/widgets/session/note-waits-for-its-passage", test_note_waits_for_its_passage);
  DZ_TEST_ADD ("/session/badge-of-another", test_badge_of_another);

  return dz_test_window_run ();
}
