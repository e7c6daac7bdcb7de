/* test-store.c - a review file keeps what it was given, whole or not at all
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-error.h"
#include "dz-journal.h"
#include "dz-scratch.h"
#include "dz-search.h"
#include "dz-store.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

static void
test_round_trip (void)
{
  g_autoptr(DzScratch) scratch = dz_scratch_new ();
  g_autoptr(DzReport) report = dz_scratch_report ("青禾镇", 2024, 5);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(DzReview) review = NULL;
  g_autoptr(GError) error = NULL;
  gint64 id;

  dz_source_add_loss (report->source, DZ_LOSS_PICTURES, 2, "第 3 页");
  g_array_index (report->figures, DzFigure, 0).high = NAN;
  id = dz_store_add_report (scratch->store, report, &error);
  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);
  review = dz_store_load (scratch->store, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (review->reports->len, ==, 1);
  before = dz_scratch_dump_report (report);
  after = dz_scratch_dump_report (g_ptr_array_index (review->reports, 0));
  g_assert_cmpstr (before, ==, after);
  g_assert_true (isnan (g_array_index (dz_review_find_report (review, id)->figures, DzFigure, 0).high));
  g_assert_cmpint (g_array_index (dz_review_find_report (review, id)->causes, DzCause, 0).weakness, ==, 1);
}

static void
test_reopened (void)
{
  g_autoptr(DzScratch) scratch = dz_scratch_new ();
  g_autoptr(DzReport) report = dz_scratch_report ("青禾镇", 2024, 5);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  dz_store_add_report (scratch->store, report, NULL);
  before = dz_scratch_dump (scratch->store);
  g_clear_object (&scratch->store);
  scratch->store = dz_store_open (scratch->path, NULL);
  g_assert_nonnull (scratch->store);
  after = dz_scratch_dump (scratch->store);
  g_assert_cmpstr (before, ==, after);
}

static void
test_unchanged_reports_are_shared (void)
{
  g_autoptr(DzScratch) scratch = dz_scratch_new ();
  g_autoptr(DzReport) one = dz_scratch_report ("青禾镇", 2024, 5);
  g_autoptr(DzReport) two = dz_scratch_report ("澜桥镇", 2024, 6);
  g_autoptr(DzReview) before = NULL;
  g_autoptr(DzReview) after = NULL;
  DzFigure figure;

  dz_store_add_report (scratch->store, one, NULL);
  dz_store_add_report (scratch->store, two, NULL);
  before = dz_store_load (scratch->store, NULL, NULL);
  figure = g_array_index (dz_review_find_report (before, one->id)->figures, DzFigure, 0);
  g_assert_true (dz_store_set_figure_state (scratch->store, figure.id, DZ_STATE_CONFIRMED, NULL));
  after = dz_store_load (scratch->store, before, NULL);
  g_assert_true (dz_review_find_report (before, one->id) != dz_review_find_report (after, one->id));
  g_assert_true (dz_review_find_report (before, two->id) == dz_review_find_report (after, two->id));
  g_assert_cmpint (g_array_index (dz_review_find_report (after, one->id)->figures, DzFigure, 0).state,
                   ==, DZ_STATE_CONFIRMED);
}

/* A trigger of the test's own makes the statement fail: nothing of the report may stay. */
static void
test_failing_statement_leaves_no_half_report (void)
{
  g_autoptr(DzScratch) scratch = dz_scratch_new ();
  g_autoptr(DzReport) good = dz_scratch_report ("青禾镇", 2024, 5);
  g_autoptr(DzReport) bad = dz_scratch_report ("澜桥镇", 2024, 6);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;

  dz_store_add_report (scratch->store, good, NULL);
  before = dz_scratch_dump (scratch->store);
  /* an id no row has: the enum's word is NULL, which the column refuses */
  g_array_index (bad->checks, DzCheck, bad->checks->len - 1).id = NULL;
  g_assert_cmpint (dz_store_add_report (scratch->store, bad, &error), ==, 0);
  g_assert_error (error, DZ_ERROR, DZ_ERROR_STORE);
  after = dz_scratch_dump (scratch->store);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (dz_store_count_reports (scratch->store), ==, 1);
}

static void
test_wrong_files (void)
{
  g_autoptr(DzScratch) scratch = dz_scratch_new ();
  g_autofree char *text = g_build_filename (scratch->folder, "报告.txt", NULL);
  g_autofree char *none = g_build_filename (scratch->folder, "none.duizhao", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_true (g_file_set_contents (text, "一、主要做法\n", -1, NULL));
  g_assert_null (dz_store_open (text, &error));
  g_assert_error (error, DZ_ERROR, DZ_ERROR_NOT_A_REVIEW);
  g_clear_error (&error);
  g_assert_null (dz_store_open (none, &error));
  g_assert_error (error, DZ_ERROR, DZ_ERROR_IO);
  g_clear_error (&error);
  g_assert_null (dz_store_open (scratch->folder, &error));
  g_assert_error (error, DZ_ERROR, DZ_ERROR_NOT_A_REVIEW);
  g_clear_error (&error);
  g_assert_null (dz_store_create (scratch->path, &error));
  g_assert_error (error, DZ_ERROR, DZ_ERROR_STORE);
}

static void
patch_file (const char *path,
            gsize       offset,
            const char *bytes,
            gsize       len)
{
  g_autofree char *contents = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &contents, &size, NULL));
  g_assert_cmpuint (offset + len, <=, size);
  memcpy (contents + offset, bytes, len);
  g_assert_true (g_file_set_contents (path, contents, (gssize) size, NULL));
}

static void
test_newer_and_damaged (void)
{
  g_autoptr(DzScratch) scratch = dz_scratch_new ();
  g_autoptr(DzReport) report = dz_scratch_report ("青禾镇", 2024, 5);
  g_autofree char *newer = g_build_filename (scratch->folder, "newer.duizhao", NULL);
  g_autofree char *damaged = g_build_filename (scratch->folder, "damaged.duizhao", NULL);
  g_autofree char *contents = NULL;
  g_autoptr(GError) error = NULL;
  char junk[600];
  gsize size;

  dz_store_add_report (scratch->store, report, NULL);
  g_clear_object (&scratch->store);
  g_assert_true (g_file_get_contents (scratch->path, &contents, &size, NULL));
  g_file_set_contents (newer, contents, (gssize) size, NULL);
  g_file_set_contents (damaged, contents, (gssize) size, NULL);

  /* user_version is the big-endian number at byte 60 of an SQLite file */
  patch_file (newer, 60, "\0\0\x27\x0f", 4);
  g_assert_null (dz_store_open (newer, &error));
  g_assert_error (error, DZ_ERROR, DZ_ERROR_NOT_A_REVIEW);
  g_clear_error (&error);

  memset (junk, 0x5a, sizeof junk);
  for (gsize at = 4096; at + sizeof junk < size; at += 4096)
    patch_file (damaged, at, junk, sizeof junk);
  g_assert_null (dz_store_open (damaged, &error));
  g_assert_error (error, DZ_ERROR, DZ_ERROR_STORE);
}

static void
test_write_protected (void)
{
  g_autoptr(DzScratch) scratch = dz_scratch_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(DzStore) store = NULL;

  g_clear_object (&scratch->store);
  g_chmod (scratch->path, 0444);
  if (g_access (scratch->path, 2) == 0)
    {
      g_test_skip ("the superuser may write everything");
      return;
    }
  store = dz_store_open (scratch->path, &error);
  g_assert_null (store);
  g_assert_error (error, DZ_ERROR, DZ_ERROR_STORE);
}

static void
test_roster (void)
{
  g_autoptr(DzScratch) scratch = dz_scratch_new ();
  g_autoptr(DzReport) report = dz_scratch_report ("望泽县 青禾鎮人民政府", 2024, 5);
  g_autoptr(GPtrArray) bodies = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_body_free);
  g_autoptr(DzReview) review = NULL;
  const DzBody *qinghe;

  dz_store_add_report (scratch->store, report, NULL);
  g_ptr_array_add (bodies, dz_body_new ("望溪街道", NULL));
  g_ptr_array_add (bodies, dz_body_new ("青禾镇", NULL));
  ((DzBody *) g_ptr_array_index (bodies, 1))->villages = 12;
  g_assert_true (dz_store_set_roster (scratch->store, bodies, NULL));
  review = dz_store_load (scratch->store, NULL, NULL);
  qinghe = dz_review_body_named (review, "青禾镇");
  g_assert_cmpuint (qinghe->villages, ==, 12);
  g_assert_cmpuint (qinghe->position, ==, 2);
  g_assert_cmpint (((DzReport *) g_ptr_array_index (review->reports, 0))->body_id, ==, qinghe->id);

  g_assert_cmpint (dz_store_find_body (scratch->store, "望溪街道办事处"), ==,
                   dz_review_body_named (review, "望溪街道")->id);
  g_assert_cmpint (dz_store_find_body (scratch->store, "石竺乡"), ==, 0);
}

/* A department is written with the county's name, with 县 alone, or with neither. */
static void
test_department_names (void)
{
  static const struct
  {
    const char *written;
    const char *listed; /* (nullable) */
  } cases[] = {
    { "望泽县司法局", "县司法局" },         { "司法局", "县司法局" },
    { "县农业农村局", "望泽县农业农村局" }, { "农业农村局", "望泽县农业农村局" },
    { "望泽县市场监督管理局", "市场监督管理局" }, { "县市场监督管理局", "市场监督管理局" },
    { "望泽县司法所", NULL },               { "县监督管理局", NULL },
    { "中街道", NULL },
  };
  g_autoptr(DzScratch) scratch = dz_scratch_new ();
  g_autoptr(GPtrArray) bodies = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_body_free);
  g_autoptr(DzReview) review = NULL;

  for (const char *const *name = (const char *const[]) { "县司法局", "望泽县农业农村局", "市场监督管理局", "市中街道", NULL };
       *name != NULL; name++)
    g_ptr_array_add (bodies, dz_body_new (*name, NULL));
  g_assert_true (dz_store_set_roster (scratch->store, bodies, NULL));
  review = dz_store_load (scratch->store, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const DzBody *body = cases[i].listed != NULL ? dz_review_body_named (review, cases[i].listed) : NULL;

      g_test_message ("%s", cases[i].written);
      g_assert_cmpint (dz_store_find_body (scratch->store, cases[i].written), ==, body != NULL ? body->id : 0);
    }
}

static void
test_county (void)
{
  g_autoptr(DzScratch) scratch = dz_scratch_new ();
  g_autoptr(DzCounty) county = dz_county_new ();
  g_autoptr(DzReview) review = NULL;
  g_autoptr(DzReview) undone = NULL;

  county->name = g_strdup ("望泽县");
  county->peer_threshold = 0.125;
  g_ptr_array_add (county->set_phrases, g_strdup ("以习近平法治思想为指导"));
  g_ptr_array_add (county->set_phrases, g_strdup ("法治建设第一责任人"));
  g_assert_true (dz_store_set_county (scratch->store, county, NULL, NULL));
  review = dz_store_load (scratch->store, NULL, NULL);
  g_assert_cmpstr (review->county->name, ==, "望泽县");
  g_assert_cmpfloat (review->county->peer_threshold, ==, 0.125);
  g_assert_cmpuint (review->county->set_phrases->len, ==, 2);
  g_assert_cmpstr (review->county->submit_by, ==, "02-28");
  g_assert_true (dz_store_undo (scratch->store, 0, NULL));
  undone = dz_store_load (scratch->store, NULL, NULL);
  g_assert_null (undone->county->name);
}

static void
add_reports (DzReview *review,
             int       year,
             guint     n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(DzText) text = dz_text_new_from_string ("一、工作成效。");
      DzReport *report = dz_report_new (text, NULL);

      report->identity.year = year;
      g_ptr_array_add (review->reports, report);
    }
}

/* The first reports of a new year do not hide the year that is complete; the year a person chose comes first. */
static void
test_first_year (void)
{
  g_autoptr(DzScratch) scratch = dz_scratch_new ();
  g_autoptr(DzReview) kept = NULL;
  g_autoptr(DzReview) few = dz_review_new ();
  g_autoptr(DzReview) review = dz_review_new ();

  g_assert_cmpint (dz_review_choose_year (review, 0, 0), ==, 0);
  add_reports (few, 2024, 1);
  add_reports (few, 2034, 1);
  g_assert_cmpint (dz_review_choose_year (few, 0, 0), ==, 2034);
  add_reports (few, 2024, 1); /* the other is mistyped */
  g_assert_cmpint (dz_review_choose_year (few, 0, 0), ==, 2024);
  add_reports (review, 0, 9);
  add_reports (review, 2022, 7);
  add_reports (review, 2023, 8);
  g_assert_cmpint (dz_review_choose_year (review, 0, 0), ==, 2023);
  add_reports (review, 2024, 3);
  g_assert_cmpint (dz_review_choose_year (review, 0, 0), ==, 2023);
  add_reports (review, 2024, 1);
  g_assert_cmpint (dz_review_choose_year (review, 0, 0), ==, 2024);

  g_assert_true (dz_store_set_shown_year (scratch->store, 2022, NULL));
  g_assert_cmpint (dz_store_get_step (scratch->store), ==, 0);
  kept = dz_store_load (scratch->store, NULL, NULL);
  add_reports (kept, 2022, 1);
  add_reports (kept, 2024, 5);
  g_assert_cmpint (dz_review_choose_year (kept, 0, 0), ==, 2022);
  g_assert_cmpint (dz_review_choose_year (kept, 0, 2024), ==, 2024);
  g_ptr_array_remove_index (kept->reports, 0); /* taken back */
  g_assert_cmpint (dz_review_choose_year (kept, 0, 0), ==, 2024);
}

static void
test_same_and_older (void)
{
  g_autoptr(DzScratch) scratch = dz_scratch_new ();
  g_autoptr(DzReport) report = dz_scratch_report ("青禾镇", 2024, 5);
  g_autoptr(DzReport) same = dz_scratch_report ("青禾镇", 2024, 5);
  g_autoptr(DzReport) other = dz_scratch_report ("青禾镇", 2024, 6);
  g_autoptr(DzBody) body = dz_body_new ("青禾镇", NULL);
  gint64 body_id = dz_store_set_body (scratch->store, body, NULL);

  report->body_id = other->body_id = body_id;
  dz_store_add_report (scratch->store, report, NULL);
  g_assert_cmpint (dz_store_find_same (scratch->store, same), ==, report->id);
  g_assert_cmpint (dz_store_find_same (scratch->store, other), ==, 0);
  g_assert_cmpint (dz_store_find_older (scratch->store, body_id, 2024, DZ_KIND_ANNUAL_REPORT, 0), ==,
                   report->id);
  g_assert_cmpint (dz_store_find_older (scratch->store, body_id, 2023, DZ_KIND_ANNUAL_REPORT, 0), ==,
                   0);
}

static void
test_overlaps_follow_the_texts (void)
{
  g_autoptr(DzScratch) scratch = dz_scratch_new ();
  g_autoptr(DzReport) one = dz_scratch_report ("青禾镇", 2024, 5);
  g_autoptr(DzReport) two = dz_scratch_report ("澜桥镇", 2024, 6);
  g_autoptr(DzReport) newer = dz_scratch_report ("澜桥镇", 2024, 7);
  g_autoptr(GPtrArray) overlaps = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_overlap_free);
  g_autoptr(DzReview) review = NULL;
  g_autoptr(DzReview) replaced = NULL;
  g_autoptr(DzReview) undone = NULL;
  DzOverlapPassage passage = { { 3, 28 }, { 6, 31 } };
  DzOverlap *overlap;

  dz_store_add_report (scratch->store, one, NULL);
  dz_store_add_report (scratch->store, two, NULL);
  overlap = dz_overlap_new (one->id, two->id, 0.37);
  g_array_append_val (overlap->passages, passage);
  g_ptr_array_add (overlaps, overlap);
  g_assert_true (dz_store_set_overlaps (scratch->store, overlaps, NULL));
  review = dz_store_load (scratch->store, NULL, NULL);
  g_assert_cmpuint (review->overlaps->len, ==, 1);
  overlap = g_ptr_array_index (review->overlaps, 0);
  g_assert_cmpuint (g_array_index (overlap->passages, DzOverlapPassage, 0).b.end, ==, 31);

  g_assert_true (dz_store_replace_report (scratch->store, two->id, newer, NULL, NULL));
  replaced = dz_store_load (scratch->store, review, NULL);
  g_assert_cmpuint (replaced->overlaps->len, ==, 0);
  g_assert_true (dz_store_undo (scratch->store, 0, NULL));
  undone = dz_store_load (scratch->store, replaced, NULL);
  g_assert_cmpuint (undone->overlaps->len, ==, 1);
}

/* A file of the first schema is brought up to date, and keeps what it holds. */
static void
test_old_schema (void)
{
  g_autoptr(DzScratch) scratch = dz_scratch_new ();
  g_autofree char *packed_path = g_build_filename (g_getenv ("DZ_TESTS"), "data", "store",
                                                   "version-1.duizhao.gz", NULL);
  g_autofree char *path = g_build_filename (scratch->folder, "old.duizhao", NULL);
  g_autoptr(GFile) packed = g_file_new_for_path (packed_path);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GZlibDecompressor) zip = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  g_autoptr(GFileInputStream) in = g_file_read (packed, NULL, NULL);
  g_autoptr(GInputStream) plain = g_converter_input_stream_new (G_INPUT_STREAM (in),
                                                                G_CONVERTER (zip));
  g_autoptr(GFileOutputStream) out = g_file_create (file, 0, NULL, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(DzStore) store = NULL;
  g_autoptr(DzReview) review = NULL;
  g_autoptr(DzReview) newer = NULL;
  DzDecision decision = { .kind = "destination", .year = 2024, .key = (char *) "enforce_staff_short",
                          .value = (char *) "claimed-gone" };
  DzReport *report;

  g_assert_cmpint (g_output_stream_splice (G_OUTPUT_STREAM (out), plain,
                                           G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, &error), >, 0);
  g_assert_no_error (error);
  store = dz_store_open (path, &error);
  g_assert_no_error (error);
  review = dz_store_load (store, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (review->reports->len, ==, 1);
  g_assert_cmpuint (review->decisions->len, ==, 0);
  decision.body_id = ((DzBody *) g_ptr_array_index (review->bodies, 0))->id;
  g_assert_true (dz_store_set_decision (store, &decision, &error));
  report = g_ptr_array_index (review->reports, 0);
  g_assert_null (g_array_index (report->figures, DzFigure, 0).note);
  g_assert_true (dz_store_set_remark (store, FALSE, g_array_index (report->figures, DzFigure, 0).id, "再问", &error));
  g_clear_object (&store);
  store = dz_store_open (path, &error);
  g_assert_no_error (error);
  newer = dz_store_load (store, NULL, &error);
  g_assert_cmpuint (newer->decisions->len, ==, 1);
  report = g_ptr_array_index (newer->reports, 0);
  g_assert_cmpstr (g_array_index (report->figures, DzFigure, 0).note, ==, "再问");
}

static const char *
decided (DzStore  *store,
         gint64    body,
         DzReview **review)
{
  const DzDecision *decision;

  g_clear_pointer (review, dz_review_unref);
  *review = dz_store_load (store, NULL, NULL);
  decision = dz_review_find_decision (*review, "plan-done", body, 2024, "配备法治专员2名");

  return decision != NULL ? decision->value : NULL;
}

static void
test_decision (void)
{
  g_autoptr(DzScratch) scratch = dz_scratch_new ();
  g_autoptr(DzBody) body = dz_body_new ("青禾镇", "镇");
  g_autoptr(DzReview) review = NULL;
  DzDecision decision = { .kind = "plan-done", .year = 2024, .key = (char *) "配备法治专员2名",
                          .value = (char *) "done", .note = (char *) "见任命文件" };

  decision.body_id = dz_store_set_body (scratch->store, body, NULL);
  g_assert_true (dz_store_set_decision (scratch->store, &decision, NULL));
  g_assert_cmpstr (decided (scratch->store, decision.body_id, &review), ==, "done");
  g_assert_cmpstr (((DzDecision *) g_ptr_array_index (review->decisions, 0))->note, ==,
                   "见任命文件");
  g_assert_true (dz_store_undo (scratch->store, 0, NULL));
  g_assert_null (decided (scratch->store, decision.body_id, &review));
  g_assert_true (dz_store_redo (scratch->store, 0, NULL));
  g_assert_cmpstr (decided (scratch->store, decision.body_id, &review), ==, "done");
  decision.value = NULL;
  g_assert_true (dz_store_set_decision (scratch->store, &decision, NULL));
  g_assert_null (decided (scratch->store, decision.body_id, &review));
  g_assert_true (dz_store_undo (scratch->store, 0, NULL));
  g_assert_cmpstr (decided (scratch->store, decision.body_id, &review), ==, "done");
}

/* A body that keeps its id on an edited roster may have another name; its reports stay with it. */
static void
test_renamed_body (void)
{
  g_autoptr(DzScratch) scratch = dz_scratch_new ();
  g_autoptr(DzReport) report = dz_scratch_report ("青禾镇", 2024, 5);
  g_autoptr(GPtrArray) bodies = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_body_free);
  g_autoptr(DzReview) review = NULL;

  g_ptr_array_add (bodies, dz_body_new ("青禾镇", "镇"));
  g_ptr_array_add (bodies, dz_body_new ("望溪街道", "街道"));
  g_assert_true (dz_store_set_roster (scratch->store, bodies, NULL));
  report->body_id = dz_store_find_body (scratch->store, "青禾镇");
  dz_store_add_report (scratch->store, report, NULL);
  g_ptr_array_set_size (bodies, 0);
  g_ptr_array_add (bodies, dz_body_new ("望溪街道", "街道"));
  g_ptr_array_add (bodies, dz_body_new ("青禾街道", "街道"));
  ((DzBody *) g_ptr_array_index (bodies, 1))->id = report->body_id;
  g_assert_true (dz_store_set_roster (scratch->store, bodies, NULL));
  review = dz_store_load (scratch->store, NULL, NULL);
  g_assert_cmpuint (review->bodies->len, ==, 2);
  g_assert_cmpstr (dz_review_find_body (review, report->body_id)->name, ==, "青禾街道");
  g_assert_cmpuint (dz_review_find_body (review, report->body_id)->position, ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/store/round-trip", test_round_trip);
  g_test_add_func ("/store/store/reopened-is-the-same", test_reopened);
  g_test_add_func ("/store/store/unchanged-reports-are-shared", test_unchanged_reports_are_shared);
  g_test_add_func ("/store/store/failing-statement-leaves-no-half-report",
                   test_failing_statement_leaves_no_half_report);
  g_test_add_func ("/store/store/wrong-files-are-named", test_wrong_files);
  g_test_add_func ("/store/store/newer-and-damaged-are-named", test_newer_and_damaged);
  g_test_add_func ("/store/store/write-protected-is-named", test_write_protected);
  g_test_add_func ("/store/store/roster-finds-its-reports", test_roster);
  g_test_add_func ("/store/store/departments-by-any-of-their-names", test_department_names);
  g_test_add_func ("/store/store/county-settings", test_county);
  g_test_add_func ("/store/store/first-year", test_first_year);
  g_test_add_func ("/store/store/same-text-and-older-report", test_same_and_older);
  g_test_add_func ("/store/store/overlaps-follow-the-texts", test_overlaps_follow_the_texts);
  g_test_add_func ("/store/store/first-schema-is-brought-up-to-date", test_old_schema);
  g_test_add_func ("/store/store/decision-is-kept-and-undone", test_decision);
  g_test_add_func ("/store/store/renamed-body-keeps-its-reports", test_renamed_body);

  return g_test_run ();
}
