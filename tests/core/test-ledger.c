/* test-ledger.c - the 整改台账: kept, filled in, undone, merged; what the bodies' own reports say of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-ledger-table.h"
#include "dz-merge.h"
#include "dz-review-check.h"
#include "dz-scratch.h"
#include "dz-step.h"
#include "dz-test-review.h"

static gint64
add_body (DzStore    *store,
          const char *name)
{
  g_autoptr(DzBody) body = dz_body_new (name, NULL);

  return dz_store_set_body (store, body, NULL);
}

static DzLedgerEntry *
make_entry (gint64      body,
            const char *problem)
{
  DzLedgerEntry *entry = dz_ledger_entry_new (problem, 2024);

  entry->body_id = body;
  entry->code = g_intern_static_string ("enforce_staff_short");
  entry->measure = g_strdup ("充实力量");
  entry->deadline = g_strdup ("2025-03-31");
  entry->term = g_strdup ("2025年3月底前");
  entry->source = g_strdup ("关于2024年度法治督察情况的通报");

  return entry;
}

/* How many of them were not there yet. */
static guint
put (DzStore       *store,
     DzLedgerEntry *entry)
{
  g_autoptr(GPtrArray) entries = g_ptr_array_new ();
  g_autoptr(GError) error = NULL;
  guint n = 0;

  g_ptr_array_add (entries, entry);
  g_assert_true (dz_store_add_ledger (store, entries, &n, &error));
  g_assert_no_error (error);

  return n;
}

/* (transfer full): the @n-th problem of @n_all */
static DzLedgerEntry *
get (DzStore *store,
     guint    n,
     guint    n_all)
{
  g_autoptr(DzReview) review = dz_store_load (store, NULL, NULL);

  g_assert_cmpuint (review->ledger->len, ==, n_all);

  return n < n_all ? dz_ledger_entry_copy (g_ptr_array_index (review->ledger, n)) : NULL;
}

static void
say (DzStore       *store,
     DzLedgerState  state,
     const char    *evidence)
{
  g_autoptr(DzLedgerEntry) was = get (store, 0, 1);
  g_autoptr(DzLedgerEntry) now = dz_ledger_entry_copy (was);

  now->state = state;
  g_free (now->evidence);
  now->evidence = g_strdup (evidence);
  g_assert_true (dz_store_set_ledger_entry (store, now, was, NULL));
}

static void
test_kept (void)
{
  g_autoptr(DzScratch) scratch = dz_scratch_new ();
  gint64 body = add_body (scratch->store, "青禾镇");
  g_autoptr(DzLedgerEntry) entry = make_entry (body, "持证执法人员不足3人；");
  g_autoptr(DzLedgerEntry) kept = NULL;
  g_autoptr(GPtrArray) told = NULL;

  g_assert_cmpuint (put (scratch->store, entry), ==, 1);
  /* the same words about the same body and year are one problem */
  entry->report_id = 0;
  g_assert_cmpuint (put (scratch->store, entry), ==, 0);
  g_clear_object (&scratch->store);
  scratch->store = dz_store_open (scratch->path, NULL);
  kept = get (scratch->store, 0, 1);
  g_assert_true (dz_ledger_entry_is_same (kept, entry));
  g_assert_cmpint (kept->body_id, ==, body);
  g_assert_cmpstr (kept->code, ==, "enforce_staff_short");
  g_assert_cmpstr (kept->measure, ==, "充实力量");
  g_assert_cmpstr (kept->deadline, ==, "2025-03-31");
  g_assert_cmpstr (kept->term, ==, "2025年3月底前");
  g_assert_cmpstr (kept->source, ==, "关于2024年度法治督察情况的通报");
  g_assert_cmpint (kept->state, ==, DZ_LEDGER_OPEN);
  told = dz_store_check (scratch->store, NULL);
  g_assert_cmpuint (told->len, ==, 0);
}

static void
check_step (DzStore    *store,
            const char *name)
{
  g_autoptr(DzCodebook) codebook = dz_codebook_new ();
  g_autoptr(DzStep) step = dz_store_dup_step (store, codebook, TRUE, NULL);

  g_assert_cmpstr (step->name, ==, name);
}

static void
test_undone_by_name (void)
{
  g_autoptr(DzScratch) scratch = dz_scratch_new ();
  g_autoptr(DzLedgerEntry) entry = make_entry (add_body (scratch->store, "青禾镇"), "案卷不规范");
  g_autoptr(DzLedgerEntry) done = NULL;
  g_autoptr(DzLedgerEntry) open = NULL;

  put (scratch->store, entry);
  check_step (scratch->store, "1 problem put on the ledger");
  say (scratch->store, DZ_LEDGER_DONE, "已补正3卷");
  check_step (scratch->store, "Ledger: 青禾镇 2024, 已整改");
  done = get (scratch->store, 0, 1);
  g_assert_cmpint (done->state, ==, DZ_LEDGER_DONE);
  g_assert_cmpstr (done->evidence, ==, "已补正3卷");
  g_assert_true (dz_store_undo (scratch->store, 0, NULL));
  open = get (scratch->store, 0, 1);
  g_assert_cmpint (open->state, ==, DZ_LEDGER_OPEN);
  g_assert_null (open->evidence);
  g_assert_true (dz_store_redo (scratch->store, 0, NULL));
  g_assert_true (dz_store_drop_ledger_entry (scratch->store, done->id, NULL));
  g_assert_null (get (scratch->store, 0, 0));
  check_step (scratch->store, "Removal from the ledger: 青禾镇 2024");
  g_assert_false (dz_store_drop_ledger_entry (scratch->store, done->id, NULL));
  for (guint i = 0; i < 3; i++)
    g_assert_true (dz_store_undo (scratch->store, 0, NULL));
  g_assert_null (get (scratch->store, 0, 0));
  for (guint i = 0; i < 2; i++)
    g_assert_true (dz_store_redo (scratch->store, 0, NULL));
  g_clear_pointer (&done, dz_ledger_entry_free);
  done = get (scratch->store, 0, 1);
  g_assert_cmpint (done->state, ==, DZ_LEDGER_DONE);
}

/* A sheet that was handed out comes back: it fills in what it says, and takes nothing back. */
static void
test_filled_in (void)
{
  g_autoptr(DzScratch) scratch = dz_scratch_new ();
  gint64 body = add_body (scratch->store, "青禾镇");
  g_autoptr(DzLedgerEntry) entry = make_entry (body, "案卷不规范");
  g_autoptr(DzLedgerEntry) sheet = dz_ledger_entry_new ("案卷不规范", 2024);
  g_autoptr(DzLedgerEntry) empty = dz_ledger_entry_new ("案卷不规范", 2024);
  g_autoptr(DzLedgerEntry) kept = NULL;

  put (scratch->store, entry);
  sheet->body_id = empty->body_id = body;
  sheet->state = DZ_LEDGER_DONE;
  sheet->evidence = g_strdup ("已补正3卷");
  g_assert_cmpuint (put (scratch->store, sheet), ==, 0);
  g_assert_cmpuint (put (scratch->store, empty), ==, 0);
  kept = get (scratch->store, 0, 1);
  g_assert_cmpint (kept->state, ==, DZ_LEDGER_DONE);
  g_assert_cmpstr (kept->evidence, ==, "已补正3卷");
  g_assert_cmpstr (kept->measure, ==, "充实力量");
  g_assert_cmpstr (kept->deadline, ==, "2025-03-31");
  /* the same day told as a date: the paper's own words stay */
  empty->deadline = g_strdup ("2025-03-31");
  empty->term = g_strdup ("2025-03-31");
  g_assert_cmpuint (put (scratch->store, empty), ==, 0);
  g_clear_pointer (&kept, dz_ledger_entry_free);
  kept = get (scratch->store, 0, 1);
  g_assert_cmpstr (kept->term, ==, "2025年3月底前");
  g_assert_cmpstr (kept->deadline, ==, "2025-03-31");
  g_clear_pointer (&empty->deadline, g_free);
  g_clear_pointer (&empty->term, g_free);
  /* words in the place of the day: nothing is overdue by a day that is no more */
  empty->term = g_strdup ("长期坚持");
  g_assert_cmpuint (put (scratch->store, empty), ==, 0);
  g_clear_pointer (&kept, dz_ledger_entry_free);
  kept = get (scratch->store, 0, 1);
  g_assert_cmpstr (kept->term, ==, "长期坚持");
  g_assert_null (kept->deadline);
}

/* What a person wrote is not left out for being long. */
static void
test_long_words (void)
{
  g_autoptr(DzScratch) scratch = dz_scratch_new ();
  g_autoptr(DzLedgerEntry) entry = make_entry (add_body (scratch->store, "青禾镇"), "案卷不规范");
  g_autoptr(DzLedgerEntry) kept = NULL;
  g_autofree char *words = g_strnfill (60000, 'x');

  put (scratch->store, entry);
  say (scratch->store, DZ_LEDGER_DONE, words);
  kept = get (scratch->store, 0, 1);
  g_assert_cmpstr (kept->evidence, ==, words);
}

static void
test_merged (void)
{
  g_autoptr(DzScratch) own = dz_scratch_new ();
  g_autoptr(DzScratch) other = dz_scratch_new ();
  g_autoptr(DzLedgerEntry) mine = NULL;
  g_autoptr(DzLedgerEntry) theirs = NULL;
  g_autoptr(DzLedgerEntry) more = NULL;
  g_autoptr(DzLedgerEntry) kept = NULL;
  g_auto(DzMerged) merged = { 0 };
  g_auto(DzMerged) again = { 0 };

  add_body (own->store, "澜桥镇");
  mine = make_entry (add_body (own->store, "青禾镇"), "案卷不规范");
  theirs = make_entry (add_body (other->store, "青禾镇"), "案卷不规范");
  put (own->store, mine);
  put (other->store, theirs);
  say (other->store, DZ_LEDGER_UNDER_WAY, "正在补正");
  more = make_entry (theirs->body_id, "未配备法制审核人员");
  put (other->store, more);
  g_clear_object (&other->store);
  g_assert_true (dz_store_merge (own->store, other->path, NULL, &merged, NULL));
  kept = get (own->store, 0, 2);
  g_assert_cmpint (kept->state, ==, DZ_LEDGER_UNDER_WAY);
  g_assert_cmpstr (kept->evidence, ==, "正在补正");
  g_assert_cmpint (kept->body_id, ==, mine->body_id);
  g_assert_cmpuint (merged.conflicts->len, ==, 0);
  g_assert_true (dz_store_merge (own->store, other->path, NULL, &again, NULL));
  g_assert_true (dz_merged_is_empty (&again));
  g_assert_null (get (own->store, 2, 2));
}

/* Both said something, and not the same: ours stands, and the person is told of both. */
static void
test_conflict_is_told (void)
{
  g_autoptr(DzScratch) own = dz_scratch_new ();
  g_autoptr(DzScratch) other = dz_scratch_new ();
  g_autoptr(DzLedgerEntry) mine = make_entry (add_body (own->store, "青禾镇"), "案卷不规范");
  g_autoptr(DzLedgerEntry) theirs = make_entry (add_body (other->store, "青禾镇"), "案卷不规范");
  g_autoptr(DzLedgerEntry) kept = NULL;
  g_auto(DzMerged) merged = { 0 };
  g_autofree char *line = NULL;

  put (own->store, mine);
  put (other->store, theirs);
  say (own->store, DZ_LEDGER_DONE, NULL);
  say (other->store, DZ_LEDGER_LASTING, NULL);
  g_clear_object (&other->store);
  g_assert_true (dz_store_merge (own->store, other->path, NULL, &merged, NULL));
  kept = get (own->store, 0, 1);
  g_assert_cmpint (kept->state, ==, DZ_LEDGER_DONE);
  g_assert_cmpuint (merged.conflicts->len, ==, 1);
  line = dz_conflict_to_line (g_ptr_array_index (merged.conflicts, 0));
  g_assert_nonnull (strstr (line, "青禾镇 2024"));
  g_assert_nonnull (strstr (line, "here done, there lasting"));
}

static void
test_overdue (void)
{
  g_autoptr(DzLedgerEntry) entry = make_entry (1, "案卷不规范");

  g_assert_false (dz_ledger_entry_is_overdue (entry, "2025-03-31"));
  g_assert_true (dz_ledger_entry_is_overdue (entry, "2025-04-01"));
  entry->state = DZ_LEDGER_DONE;
  g_assert_false (dz_ledger_entry_is_overdue (entry, "2025-04-01"));
  entry->state = DZ_LEDGER_LASTING;
  g_assert_false (dz_ledger_entry_is_overdue (entry, "2025-04-01"));
}

/* --- what the bodies' own reports say --- */

static DzLedgerEntry *
list (DzReview   *review,
      gint64      body,
      const char *asked,
      const char *code)
{
  DzLedgerEntry *entry = dz_ledger_entry_new ("问题", 2024);

  entry->body_id = body;
  entry->asked = g_strdup (asked);
  entry->many = g_strcmp0 (asked, "各镇街") == 0;
  entry->code = g_intern_string (code);
  g_ptr_array_add (review->ledger, entry);

  return entry;
}

static void
check_admission (DzReview   *review,
                 DzCodebook *codebook,
                 guint       n,
                 const char *words)
{
  g_autoptr(DzLedgerTable) table = dz_ledger_table_new (review, codebook, 2024, NULL);
  g_autofree char *told = dz_ledger_row_dup_admission (dz_ledger_table_get (table, n));

  g_assert_cmpstr (told, ==, words);
}

static void
test_admitted (void)
{
  g_autoptr(DzCodebook) codebook = test_codebook ();
  g_autoptr(DzReview) review = dz_review_new ();
  DzBody *lanqiao = test_add_body (review, "澜桥镇");
  DzBody *lubei = test_add_body (review, "鹭陂乡");
  DzBody *wanyu = test_add_body (review, "万榆镇");
  DzReport *report = test_add_report (review, lanqiao, 2024, DZ_KIND_ANNUAL_REPORT, "执法力量不足。案卷不规范。");
  DzLedgerEntry *old;
  DzLedgerEntry *taken;

  test_add_weakness (report, "enforce_staff_short", "执法力量不足", DZ_GRADE_NONE)->state = DZ_STATE_CONFIRMED;
  test_add_weakness (report, "enforce_irregular", "案卷不规范", DZ_GRADE_NONE)->confidence = .5;
  test_add_report (review, wanyu, 2024, DZ_KIND_ANNUAL_REPORT, "工作平稳。");
  list (review, lanqiao->id, NULL, "enforce_staff_short");
  list (review, lanqiao->id, NULL, "enforce_irregular");
  list (review, wanyu->id, NULL, "enforce_staff_short");
  list (review, lubei->id, NULL, "enforce_staff_short");
  list (review, lanqiao->id, NULL, NULL);
  list (review, 0, "各镇街", "enforce_staff_short");
  list (review, 0, "县司法局", "enforce_staff_short");
  list (review, 0, "澜桥镇", "enforce_staff_short");
  check_admission (review, codebook, 0, "已提出");
  check_admission (review, codebook, 1, "待核");
  /* silence is no denial, and no report is neither */
  check_admission (review, codebook, 2, "未见提出");
  check_admission (review, codebook, 3, "没有报告");
  check_admission (review, codebook, 4, "不能对照");
  check_admission (review, codebook, 5, "2个单位中1个提出");
  check_admission (review, codebook, 6, "不能对照");
  /* on the roster since: found by its name */
  check_admission (review, codebook, 7, "已提出");

  /* what is put right is history a year later; what is open is not */
  old = list (review, lanqiao->id, NULL, NULL);
  old->year = 2023;
  check_admission (review, codebook, 8, "没有报告");
  old->state = DZ_LEDGER_DONE;
  {
    g_autoptr(DzLedgerTable) table = dz_ledger_table_new (review, codebook, 2024, NULL);

    g_assert_cmpuint (dz_ledger_table_get_n (table), ==, 8);
  }

  taken = dz_ledger_entry_from_report (report, 0, "澜桥镇");
  g_assert_cmpstr (taken->problem, ==, "执法力量不足");
  g_assert_true (taken->declared);
  g_assert_cmpstr (taken->source, ==, "澜桥镇2024年度报告");
  g_ptr_array_add (review->ledger, taken);
  check_admission (review, codebook, 8, "本单位报告");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ledger/kept", test_kept);
  g_test_add_func ("/ledger/undone-by-name", test_undone_by_name);
  g_test_add_func ("/ledger/filled-in", test_filled_in);
  g_test_add_func ("/ledger/long-words", test_long_words);
  g_test_add_func ("/ledger/merged", test_merged);
  g_test_add_func ("/ledger/conflict-is-told", test_conflict_is_told);
  g_test_add_func ("/ledger/overdue", test_overdue);
  g_test_add_func ("/ledger/admitted", test_admitted);

  return g_test_run ();
}
