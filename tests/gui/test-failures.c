/* test-failures.c - every verb of the store fails on purpose: the person is told, and nothing looks kept
 *
 * The table below names every public function of the store's headers; one that
 * is missing, or is called by the window though the table says it is not, fails
 * the test. Each verb the window calls is carried out on a review that lost a
 * table, on a write-protected one and on a full disk: the info bar says what was
 * not kept and why, the snapshot is the one before, and so is the file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-test-disk.h"

#include "dz-session-corrections.h"
#include "dz-session-ledger.h"
#include "dz-session-scores.h"
#include "dz-test-window.h"

#include "core/dz-scratch.h"
#include "dz-county-window.h"
#include "dz-evidence-pane.h"
#include "dz-roster-view.h"
#include "dz-table-plan.h"
#include "dz-tables-window.h"
#include "dz-window-private.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  DzTestWindow *test;
  DzSession *session;
  DzReport *report; /* of the snapshot before */
} Scene;

typedef void (*Act) (Scene *scene);

static const DzFigure *
get_figure (Scene *scene)
{
  for (guint i = 0; i < scene->report->figures->len; i++)
    {
      const DzFigure *figure = &g_array_index (scene->report->figures, DzFigure, i);

      if (figure->indicator != NULL && figure->state == DZ_STATE_SUGGESTED)
        return figure;
    }
  g_assert_not_reached ();
}

static const DzWeakness *
get_weakness (Scene *scene)
{
  g_assert_cmpuint (scene->report->weaknesses->len, >, 0);

  return &g_array_index (scene->report->weaknesses, DzWeakness, 0);
}

static void
confirm_figure (Scene *scene)
{
  dz_session_set_figure_state (scene->session, scene->report->id, get_figure (scene)->id,
                               DZ_STATE_CONFIRMED);
}

static void
correct_figure (Scene *scene)
{
  const DzFigure *figure = get_figure (scene);

  dz_session_correct_figure (scene->session, scene->report->id, figure->id, figure->indicator,
                             figure->value + 1, figure->bound);
}

static void
add_figure (Scene *scene)
{
  dz_session_add_figure (scene->session, scene->report->id, "law_meetings", 3, DZ_BOUND_EXACT,
                         get_figure (scene)->span);
}

static void
reject_weakness (Scene *scene)
{
  dz_session_set_weakness_state (scene->session, scene->report->id, get_weakness (scene)->id,
                                 DZ_STATE_REJECTED);
}

static void
correct_weakness (Scene *scene)
{
  dz_session_correct_weakness (scene->session, scene->report->id, get_weakness (scene)->id, NULL);
}

static void
add_weakness (Scene *scene)
{
  dz_session_add_weakness (scene->session, scene->report->id, "enforce_staff_short",
                           get_weakness (scene)->span);
}

static void
explain_check (Scene *scene)
{
  dz_session_set_check_state (scene->session, scene->report->id, "C-CERT", DZ_STATE_REJECTED, "含借调");
}

static void
set_reviewing (Scene *scene)
{
  dz_session_set_reviewing (scene->session, scene->report->id, DZ_REVIEWING_DONE, NULL);
}

static void
set_note (Scene *scene)
{
  dz_session_set_reviewing (scene->session, scene->report->id, DZ_REVIEWING_DISPUTED, "待补材料");
}

static void
set_remark (Scene *scene)
{
  dz_session_set_remark (scene->session, scene->report->id, FALSE, get_figure (scene)->id, "与台账不符");
}

static void
set_received (Scene *scene)
{
  dz_session_set_dates (scene->session, scene->report->id, "2025-03-09", NULL);
}

static void
set_published (Scene *scene)
{
  dz_session_set_dates (scene->session, scene->report->id, NULL, "2025-03-28");
}

static void
set_identity (Scene *scene)
{
  dz_session_set_identity (scene->session, scene->report->id, scene->report->body_id, 2022,
                           DZ_KIND_DUTY_REPORT);
}

static void
supersede (Scene *scene)
{
  DzReport *other = dz_test_find_report (scene->test, "万榆镇", 2023);

  dz_session_supersede (scene->session, other->id, scene->report->id);
}

static void
remove_report (Scene *scene)
{
  dz_session_remove_report (scene->session, scene->report->id);
}

static void
set_decision (Scene *scene)
{
  dz_session_set_decision (scene->session, "check", scene->report->body_id, 2024, "C-CERT", "rejected",
                           "含借调");
}

static void
set_county (Scene *scene)
{
  g_autoptr(DzCounty) county = dz_county_copy (dz_session_get_review (scene->session)->county);

  g_free (county->name);
  county->name = g_strdup ("另一县");
  dz_session_set_county (scene->session, county, NULL);
}

/* The settings would be kept and the roster not: then neither is. */
static void
set_roster (Scene *scene)
{
  g_autoptr(DzCounty) county = dz_county_copy (dz_session_get_review (scene->session)->county);
  g_autoptr(GPtrArray) bodies = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_body_free);

  g_free (county->name);
  county->name = g_strdup ("另一县");
  g_ptr_array_add (bodies, dz_body_new ("新设街道", "街道"));
  dz_session_set_county (scene->session, county, bodies);
}

/* What a person presses in the window of a table that was read. */
static void
keep_tables (Scene *scene)
{
  GPtrArray *plans = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_table_plan_free);
  DzTablePlan *plan = dz_table_plan_new ("统计.csv", NULL, NULL);
  DzPlanColumn column = { .head = g_strdup ("行政检查次数（次）"), .key = g_strdup ("/行政检查次数(次)"), .unit = g_strdup ("次"),
                          .indicator = g_intern_static_string ("inspections"), .ground = DZ_COLUMN_NAMED, .year = 2024,
                          .n_cells = 1 };
  DzTableCell cell = { scene->report->body_id, 0, 5, g_intern_static_string ("B2") };
  GtkWidget *window;

  plan->year = 2024;
  g_array_append_val (plan->columns, column);
  g_array_append_val (plan->cells, cell);
  g_ptr_array_add (plans, plan);
  window = GTK_WIDGET (dz_tables_window_new (scene->session, GTK_WINDOW (scene->test->window), plans));
  g_signal_emit_by_name (dz_test_find (window, GTK_TYPE_BUTTON, "Import"), "clicked");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
put_on_ledger (Scene *scene)
{
  g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_ledger_entry_free);
  DzLedgerEntry *entry = dz_ledger_entry_new ("未配备法制审核人员", 2024);

  entry->body_id = scene->report->body_id;
  g_ptr_array_add (entries, entry);
  dz_session_add_ledger (scene->session, entries);
}

static void
set_ledger_entry (Scene *scene)
{
  const DzLedgerEntry *was = g_ptr_array_index (dz_session_get_review (scene->session)->ledger, 0);
  g_autoptr(DzLedgerEntry) entry = dz_ledger_entry_copy (was);

  entry->state = DZ_LEDGER_DONE;
  dz_session_set_ledger_entry (scene->session, entry, was);
}

static void
drop_ledger_entry (Scene *scene)
{
  const DzLedgerEntry *entry = g_ptr_array_index (dz_session_get_review (scene->session)->ledger, 0);

  dz_session_drop_ledger_entry (scene->session, entry->id);
}

static void
set_score_sheet (Scene *scene)
{
  g_autoptr(DzScoreSheet) sheet = dz_score_sheet_copy (dz_review_score_sheet_of (dz_session_get_review (scene->session), 2024));

  sheet->drops_extremes = !sheet->drops_extremes;
  dz_session_set_score_sheet (scene->session, sheet);
}

static void
set_score (Scene *scene)
{
  const DzScoreSheet *sheet = dz_review_score_sheet_of (dz_session_get_review (scene->session), 2024);
  g_autoptr(DzScore) score = dz_score_new (((DzScoreHead *) g_ptr_array_index (sheet->heads, 0))->id, scene->report->body_id,
                                           "李四", 9, NULL);

  dz_session_set_score (scene->session, score);
}

static void
undo (Scene *scene)
{
  dz_session_undo (scene->session);
}

static void
redo (Scene *scene)
{
  dz_session_redo (scene->session);
}

static void
take_back (Scene *scene)
{
  dz_session_take_back (scene->session, 2);
}

static void
refresh (Scene *scene)
{
  dz_session_refresh (scene->session);
}

static void
list_records (Scene *scene)
{
  g_autoptr(GPtrArray) records = dz_session_list_import (scene->session);

  g_assert_cmpuint (records->len, ==, 0);
}

static void
count_import (Scene *scene)
{
  guint n_later;

  g_assert_cmpuint (dz_session_count_import (scene->session, 2, &n_later), ==, 0);
}

static void
list_log (Scene *scene)
{
  g_autoptr(DzEvidenceItem) item = dz_evidence_item_new_figure (scene->report, 0);
  g_auto(GStrv) log = dz_session_dup_log (scene->session, item);

  g_assert_cmpuint (g_strv_length (log), ==, 0);
}

static void
open_review (Scene *scene)
{
  g_assert_false (dz_window_open_review (scene->test->window, scene->test->path, FALSE));
}

static void
create_review (Scene *scene)
{
  g_autofree char *path = g_strconcat (scene->test->path, ".new.duizhao", NULL);

  g_assert_false (dz_window_open_review (scene->test->window, path, TRUE));
}

static gboolean
is_told (gpointer window)
{
  return gtk_info_bar_get_revealed (((DzWindow *) window)->notice);
}

static void
import (Scene *scene)
{
  g_autofree char *path = g_strconcat (scene->test->path, ".txt", NULL);
  const char *paths[] = { path, NULL };

  g_assert_true (g_file_set_contents (path, "新设镇2024年法治政府建设工作总结\n一、工作情况\n调处矛盾纠纷31件。\n", -1, NULL));
  dz_window_import (scene->test->window, paths);
  dz_test_wait (is_told, scene->test->window);
}

static void
reread (Scene *scene)
{
  DzCountyWindow *county = NULL;
  GListModel *windows = gtk_window_get_toplevels ();

  gtk_widget_activate_action (GTK_WIDGET (scene->test->window), "win.county", NULL);
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      if (DZ_IS_COUNTY_WINDOW (window))
        county = DZ_COUNTY_WINDOW (window);
    }
  g_assert_nonnull (county);
  g_signal_emit_by_name (county, "applied", TRUE, FALSE);
  gtk_window_destroy (GTK_WINDOW (county));
  dz_test_wait (is_told, scene->test->window);
}

static void
recount (Scene *scene)
{
  dz_window_recount_overlaps (scene->test->window);
  dz_test_wait (is_told, scene->test->window);
}

static void
save_copy (Scene *scene)
{
  g_autofree char *path = g_strconcat (scene->test->path, "-copy.duizhao", NULL);

  gtk_widget_activate_action (GTK_WIDGET (scene->test->window), "win.save-as-path", "s", path);
  dz_test_wait (is_told, scene->test->window);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_cmpstr (dz_session_get_path (scene->session), ==, scene->test->path);
}

/* It fails before the other review is looked at. */
static void
merge (Scene *scene)
{
  g_autofree char *other = g_strconcat (scene->test->path, "-other.duizhao", NULL);

  dz_window_merge (scene->test->window, other);
  dz_test_wait (is_told, scene->test->window);
}

/* A verb of the store, what the person does that calls it, and what the info bar says. @table: dropped
 * before; NULL: every write, but no table, can make it fail. @reads: the disk is not written. */
static const struct
{
  const char *verb;
  Act act;
  const char *table;
  const char *told;
  gboolean reads;
} verbs[] = {
  { "dz_store_set_figure", correct_figure, "figure", "Not kept: Correction of a figure: 万榆镇 2024. " },
  { "dz_store_set_figure_state", confirm_figure, "figure", "Not kept: Correction of a figure: 万榆镇 2024. " },
  { "dz_store_add_figure", add_figure, "figure", "Not kept: Addition by hand: 万榆镇 2024. " },
  { "dz_store_set_weakness", correct_weakness, "weakness", "Not kept: Correction of a weakness: 万榆镇 2024. " },
  { "dz_store_set_weakness_state", reject_weakness, "weakness", "Not kept: Correction of a weakness: 万榆镇 2024. " },
  { "dz_store_add_weakness", add_weakness, "weakness", "Not kept: Addition by hand: 万榆镇 2024. " },
  { "dz_store_set_check", explain_check, "finding", "Not kept: Explanation of a check: 万榆镇 2024. " },
  { "dz_store_set_reviewing", set_reviewing, "report", "Not kept: State of a report: 万榆镇 2024. " },
  { "dz_store_set_note", set_note, "report", "Not kept: State of a report: 万榆镇 2024. " },
  { "dz_store_set_remark", set_remark, "figure", "Not kept: Note on a passage: 万榆镇 2024. " },
  { "dz_store_set_received", set_received, "report", "Not kept: Date of receipt: 万榆镇 2024. " },
  { "dz_store_set_published", set_published, "change", "Not kept: Date of publication: 万榆镇 2024. " },
  { "dz_store_set_identity", set_identity, "step", "Not kept: Body, year and kind: 万榆镇 2024. " },
  { "dz_store_supersede", supersede, "version", "Not kept: Replacement of a report: 万榆镇 2023. " },
  { "dz_store_remove_report", remove_report, "report", "Not kept: Removal of a report: 万榆镇 2024. " },
  { "dz_store_set_decision", set_decision, "decision", "Not kept: Decision about a body. " },
  { "dz_store_set_county", set_county, "county", "Not kept: Settings of the county. " },
  /* a table dropped elsewhere makes the list on screen stale, which is refused before */
  { "dz_store_set_roster", set_roster, NULL, "Not kept: Roster. " },
  { "dz_store_add_tables", keep_tables, "county_value", "The tables were not kept. " },
  { "dz_store_add_ledger", put_on_ledger, "ledger", "Not kept: Rectification ledger. " },
  { "dz_store_set_ledger_entry", set_ledger_entry, "ledger", "Not kept: Rectification ledger. " },
  { "dz_store_drop_ledger_entry", drop_ledger_entry, "ledger", "Not kept: Rectification ledger. " },
  { "dz_store_set_score_sheet", set_score_sheet, "score_sheet", "Not kept: Score sheet. " },
  { "dz_store_set_scores", set_score, "score", "Not kept: Scores. " },
  { "dz_store_hold", set_reviewing, "change", "Not kept: State of a report: 万榆镇 2024. " },
  { "dz_store_release", set_note, "change", "Not kept: State of a report: 万榆镇 2024. " },
  { "dz_store_undo", undo, "change", "Not undone: Confirmation: 万榆镇 2024, " },
  { "dz_store_redo", redo, "change", "Not done again: Confirmation: 万榆镇 2024, " },
  { "dz_store_take_back", take_back, "change", "Not kept: Taking back of an import. " },
  { "dz_store_count_import", count_import, "import_file", "The list of imported files could not be read. ", TRUE },
  { "dz_store_list_records", list_records, "import_file", "The list of imported files could not be read. ", TRUE },
  { "dz_store_list_log", list_log, "change", "The log of this passage could not be read. ", TRUE },
  { "dz_store_dup_step", refresh, "step", "What is shown may be out of date. ", TRUE },
  { "dz_store_load", refresh, "report", "What is shown may be out of date. ", TRUE },
  { "dz_store_open", open_review, "overlap", "The review could not be opened. ", TRUE },
  { "dz_store_create", create_review, NULL, "The review could not be opened. " },
  { "dz_store_open_or_create", import, "report", "The import stopped. " },
  { "dz_store_add_report", import, "version", "The import stopped. " },
  { "dz_store_set_body", import, "body", "The import stopped. " },
  { "dz_store_add_record", import, "import_file", "The import stopped. " },
  { "dz_store_next_import", import, "import_file", "The import stopped. " },
  { "dz_store_find_same", import, "text", "The import stopped. " },
  { "dz_store_find_older", import, "report", "The import stopped. " },
  { "dz_store_find_body", import, "body", "The import stopped. " },
  { "dz_store_has_roster", import, "county", "The import stopped. " },
  { "dz_store_dup_county", import, "county", "The import stopped. " },
  { "dz_store_dup_common_county", import, "version", "The import stopped. " },
  { "dz_store_list_bodies", import, "body", "The import stopped. " },
  { "dz_store_replace_report", reread, "figure", "The reports could not be read anew. " },
  { "dz_store_list_years", recount, "report", "What the reports share could not be looked for. ", TRUE },
  { "dz_store_load_texts", recount, "text", "What the reports share could not be looked for. ", TRUE },
  { "dz_store_set_overlaps", recount, "overlap", "What the reports share could not be looked for. " },
  { "dz_store_set_given_wording", recount, "county", "What the reports share could not be looked for. " },
  { "dz_store_save_copy", save_copy, "report", "The copy was not saved. " },
  { "dz_store_merge", merge, "report", "The reviews were not merged. " },
};

/* Those that ask nothing of the file, and those the window does not call: with what tells of them instead. */
static const struct
{
  const char *verb;
  gboolean called;
} others[] = {
  { "dz_store_get_path", TRUE },     { "dz_store_get_step", TRUE },     { "dz_store_is_stale", TRUE },
  { "dz_store_begin_step", TRUE },   { "dz_store_join_step", TRUE },    { "dz_store_end_step", TRUE },
  { "dz_store_get_version", TRUE },  { "dz_store_set_seen", TRUE },     { "dz_store_describe_untrue", TRUE },
  { "dz_store_put_off_seals", TRUE },  { "dz_store_take_broken", TRUE },
  { "dz_store_list_broken", TRUE }, /* in a job: where that fails the store looks itself, at the latest before it writes */
  { "dz_store_set_shown_year", TRUE }, /* only looked at: the year is not kept where nothing can be written */
  { "dz_store_dup_counties", TRUE }, /* a hint: where it cannot be read, there is none */
  { "dz_store_has_moved", TRUE },    { "dz_store_check_place", TRUE },  { "dz_store_load_report", FALSE },
  { "dz_store_count_reports", FALSE }, { "dz_store_count_bodies", FALSE },
  { "dz_store_list_unplaced", FALSE },
  { "dz_store_is_read_only", TRUE }, { "dz_store_check", FALSE },        { "dz_store_get_mark", TRUE },
  { "dz_store_can_undo", FALSE },
  { "dz_store_can_redo", FALSE },
};

static char *
dump (DzSession *session)
{
  DzReview *review = dz_session_get_review (session);
  GString *words = g_string_new (review->county->name);

  for (guint i = 0; i < review->bodies->len; i++)
    g_string_append_printf (words, " %s", ((const DzBody *) g_ptr_array_index (review->bodies, i))->name);
  for (guint i = 0; i < review->decisions->len; i++)
    g_string_append_printf (words, " %s", ((const DzDecision *) g_ptr_array_index (review->decisions, i))->value);
  for (guint i = 0; i < review->ledger->len; i++)
    g_string_append_printf (words, " %s",
                            dz_ledger_state_to_string (((const DzLedgerEntry *) g_ptr_array_index (review->ledger, i))->state));
  for (guint i = 0; i < review->score_sheets->len; i++)
    {
      const DzScoreSheet *sheet = g_ptr_array_index (review->score_sheets, i);

      g_string_append_printf (words, " sheet %d %u", sheet->drops_extremes, sheet->scores->len);
    }
  g_string_append_printf (words, " overlaps %u\n", review->overlaps->len);
  for (guint i = 0; i < review->reports->len; i++)
    dz_scratch_dump_into (words, g_ptr_array_index (review->reports, i));

  return g_string_free (words, FALSE);
}

static void
assert_file_is (DzTestWindow *self,
                const char   *words)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DzSession) session = dz_session_new (self->path, FALSE, &error);
  g_autofree char *now = NULL;

  g_assert_no_error (error);
  now = dump (session);
  g_assert_cmpstr (now, ==, words);
}

static const char *const reasons[] = { "Use your last copy of it.", "write-protected", "disk is full" };

/* What has to be there before. */
static void
prepare (Scene *scene,
         Act    act)
{
  if (act == undo || act == redo)
    confirm_figure (scene);
  if (act == redo)
    dz_session_undo (scene->session);
  if (act == set_ledger_entry || act == drop_ledger_entry)
    put_on_ledger (scene);
  if (act == set_score_sheet || act == set_score)
    dz_session_take_sample_sheet (scene->session);
}

/* @disk: DZ_DISK_WELL: the table is dropped */
static void
fail_one (DzTestWindow *self,
          guint         i,
          DzDisk        disk)
{
  Scene scene = { self, self->session, NULL };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  const char *told;

  scene.report = dz_report_ref (dz_test_find_report (self, "万榆镇", 2024));
  /* the file is whole when it is opened: its checksums, which are looked at soon after, are looked at now */
  g_assert_true (dz_session_check_place (self->session, ""));
  prepare (&scene, verbs[i].act);
  before = dump (self->session);
  if (disk == DZ_DISK_WELL)
    dz_test_disk_drop_table (self->path, verbs[i].table);
  dz_test_disk_set (disk);
  verbs[i].act (&scene);
  dz_test_disk_set (DZ_DISK_WELL);

  told = gtk_label_get_label (self->window->notice_label);
  g_test_message ("%s, %s: %s", verbs[i].verb, reasons[disk], told);
  g_assert_true (is_told (self->window));
  if (strstr (told, verbs[i].told) == NULL || strstr (told, reasons[disk]) == NULL)
    g_error ("%s: “%s”", verbs[i].verb, told);
  after = dump (dz_window_get_session (self->window));
  g_assert_cmpstr (after, ==, before);
  if (disk != DZ_DISK_WELL)
    assert_file_is (self, before);
  dz_report_unref (scene.report);
}

static void
test_every_verb (gconstpointer data)
{
  DzDisk disk = (DzDisk) GPOINTER_TO_INT (data);

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      DzTestWindow self = { 0 };

      if (disk == DZ_DISK_WELL ? verbs[i].table == NULL : verbs[i].reads)
        continue;
      dz_test_window_open (&self, NULL);
      fail_one (&self, i, disk);
      dz_test_window_close (&self, NULL);
    }
}

/* dz_store_has_moved(), dz_store_check_place(): whatever writes says so, and nothing is made under the old name. */
static void
test_moved_file (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      DzTestWindow self = { 0 };
      Scene scene = { &self };
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      g_autofree char *elsewhere = NULL;
      const char *told;

      if (verbs[i].reads || verbs[i].act == create_review || verbs[i].act == save_copy)
        continue;
      dz_test_window_open (&self, NULL);
      scene.session = self.session;
      scene.report = dz_report_ref (dz_test_find_report (&self, "万榆镇", 2024));
      prepare (&scene, verbs[i].act);
      before = dump (self.session);
      elsewhere = g_strconcat (self.path, "-moved.duizhao", NULL);
      g_assert_cmpint (g_rename (self.path, elsewhere), ==, 0);
      verbs[i].act (&scene);
      told = gtk_label_get_label (self.window->notice_label);
      g_test_message ("%s, moved: %s", verbs[i].verb, told);
      g_assert_true (is_told (self.window));
      if (strstr (told, verbs[i].told) == NULL || strstr (told, "Save a copy of the review") == NULL)
        g_error ("%s: “%s”", verbs[i].verb, told);
      after = dump (dz_window_get_session (self.window));
      g_assert_cmpstr (after, ==, before);
      g_assert_false (g_file_test (self.path, G_FILE_TEST_EXISTS));
      dz_report_unref (scene.report);
      dz_test_window_close (&self, NULL);
    }
}

static gboolean
is_listed (const char *verb,
           gboolean   *called)
{
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (g_str_equal (verbs[i].verb, verb))
      {
        *called = TRUE;
        return TRUE;
      }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (g_str_equal (others[i].verb, verb))
      {
        *called = others[i].called;
        return TRUE;
      }

  return FALSE;
}

/* All sources below @folder in one string. */
static void
read_sources (const char *folder,
              GString    *sources)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        read_sources (path, sources);
      else if (g_str_has_suffix (name, ".c") && g_file_get_contents (path, &text, NULL, NULL))
        g_string_append (sources, text);
    }
}

static guint
check_header (const char *text,
              const char *sources)
{
  g_autoptr(GRegex) regex = g_regex_new ("^[a-zA-Z].*?\\b(dz_store_[a-z_]+) +\\(", G_REGEX_MULTILINE, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  guint n = 0;

  g_regex_match (regex, text, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL), n++)
    {
      g_autofree char *verb = g_match_info_fetch (match, 1);
      g_autofree char *call = g_strconcat (verb, " (", NULL);
      gboolean called = FALSE;

      if (!is_listed (verb, &called))
        g_error ("%s is not in the table of this test: let it fail, and tell what the person is told", verb);
      if (!called && strstr (sources, call) != NULL)
        g_error ("%s is called by the window now: let it fail, and tell what the person is told", verb);
    }

  return n;
}

/* The doors of the room lie in its folders; those of its own files to one another are none. */
static guint
check_headers (const char *folder,
               const char *sources)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        n += check_headers (path, sources);
      if (!g_str_has_suffix (name, ".h") || g_str_has_suffix (name, "-private.h"))
        continue;
      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      n += check_header (text, sources);
    }

  return n;
}

static void
test_table_is_whole (void)
{
  g_autofree char *store = g_build_filename (g_getenv ("DZ_ROOT"), "app", "store", NULL);
  g_autofree char *widgets = g_build_filename (g_getenv ("DZ_ROOT"), "app", "widgets", NULL);
  g_autofree char *jobs = g_build_filename (g_getenv ("DZ_ROOT"), "app", "jobs", NULL);
  g_autoptr(GString) sources = g_string_new (NULL);

  read_sources (widgets, sources);
  read_sources (jobs, sources);
  g_assert_cmpuint (check_headers (store, sources->str), ==, G_N_ELEMENTS (verbs) + G_N_ELEMENTS (others));
}

/* What was typed and not kept does not stand in the pane as if it were. */
static void
test_pane_goes_back (DzTestWindow  *self,
                     gconstpointer  data)
{
  Scene scene = { self, self->session, dz_test_find_report (self, "万榆镇", 2024) };
  GtkWidget *pane = dz_test_find (GTK_WIDGET (self->window), DZ_TYPE_EVIDENCE_PANE, NULL);
  const DzFigure *figure = get_figure (&scene);
  guint index = (guint) (figure - (const DzFigure *) (gpointer) scene.report->figures->data);
  g_autofree char *kept = NULL;
  GtkWidget *entry;

  dz_session_show_figure (self->session, scene.report, index);
  dz_test_wait_mapped (pane);
  dz_evidence_pane_correct (DZ_EVIDENCE_PANE (pane));
  entry = dz_test_find_mapped (pane, GTK_TYPE_TEXT, NULL);
  g_assert_nonnull (entry);
  kept = g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry)));
  gtk_editable_set_text (GTK_EDITABLE (entry), "4321");
  dz_test_disk_set (DZ_DISK_FULL);
  g_signal_emit_by_name (dz_test_find_mapped (pane, GTK_TYPE_BUTTON, "Correct"), "clicked");
  dz_test_disk_set (DZ_DISK_WELL);
  g_assert_true (is_told (self->window));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, kept);
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

/* The settings window stays with what was typed until the person gives it up. */
static void
test_settings_stay_open (DzTestWindow  *self,
                         gconstpointer  data)
{
  DzCountyWindow *county = dz_county_window_new (self->session, GTK_WINDOW (self->window));
  GtkWidget *entry;
  GListModel *windows = gtk_window_get_toplevels ();
  AdwMessageDialog *dialog = NULL;

  gtk_window_present (GTK_WINDOW (county));
  dz_test_wait_mapped (GTK_WIDGET (county));
  entry = dz_test_find_mapped (GTK_WIDGET (county), ADW_TYPE_ENTRY_ROW, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "另一县");
  dz_test_disk_set (DZ_DISK_FULL);
  gtk_window_close (GTK_WINDOW (county));
  dz_test_disk_set (DZ_DISK_WELL);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (county)));
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        dialog = ADW_MESSAGE_DIALOG (window);
    }
  g_assert_nonnull (dialog);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), "disk is full"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "另一县");
  g_assert_cmpstr (dz_session_get_review (self->session)->county->name, ==, "望泽县");
  g_object_add_weak_pointer (G_OBJECT (county), (gpointer *) &county);
  adw_message_dialog_response (dialog, "give-up");
  dz_test_wait (is_gone, &county);
}

/* A review whose additions were written when more was let pass opens, and says that they are not used. */
static void
test_refused_additions (DzTestWindow *self,
                        gconstpointer data)
{
  g_autoptr(DzStore) store = dz_store_open (self->path, NULL);
  g_autoptr(DzCounty) county = dz_store_dup_county (store, NULL);
  const char *told;

  g_assert_null (dz_session_get_refusal (self->session));
  county->codebook_xml = g_strdup ("<indicators xmlns=\"urn:duizhao:codebook\"><indicator id=\"a\">\n"
                                   "<cue wihtin=\"clause\">a</cue></indicator></indicators>");
  g_assert_true (dz_store_set_county (store, county, NULL, NULL));
  g_assert_true (dz_window_open_review (self->window, self->path, FALSE));
  self->session = dz_window_get_session (self->window);
  told = gtk_label_get_label (self->window->notice_label);
  g_assert_true (gtk_info_bar_get_revealed (self->window->notice));
  g_assert_nonnull (strstr (told, "Line 2: "));
  g_assert_nonnull (strstr (told, "Codebook"));
}

int
main (int   argc,
      char *argv[])
{
  dz_test_disk_init ();
  if (!dz_test_window_init (&argc, &argv))
    return 0;

  g_test_add_func ("/widgets/failures/table-is-whole", test_table_is_whole);
  g_test_add_data_func ("/widgets/failures/dropped-table", GINT_TO_POINTER (DZ_DISK_WELL), test_every_verb);
  g_test_add_data_func ("/widgets/failures/read-only", GINT_TO_POINTER (DZ_DISK_READ_ONLY), test_every_verb);
  g_test_add_data_func ("/widgets/failures/full-disk", GINT_TO_POINTER (DZ_DISK_FULL), test_every_verb);
  g_test_add_func ("/widgets/failures/moved-file", test_moved_file);
  DZ_TEST_ADD ("/widgets/failures/pane-goes-back", test_pane_goes_back);
  DZ_TEST_ADD ("/widgets/failures/settings-stay-open", test_settings_stay_open);
  DZ_TEST_ADD ("/widgets/failures/refused-additions", test_refused_additions);

  return dz_test_window_run ();
}
