/* dz-worked-review.h - a review that was worked on, and the hand of another program in its file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-scratch.h"

#include <sqlite3.h>

static inline void
dz_worked_add_county_table (DzStore *store)
{
  g_autoptr(DzBody) body = dz_body_new ("青禾镇", NULL);
  g_autoptr(GPtrArray) tables = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_county_table_free);
  DzCountyTable *table = dz_county_table_new ("调解统计.xlsx", "全年", "2024年调解情况统计表", "abc");
  DzCountyValue value = { 0, 2024, "disputes_mediated", 806, TRUE, "调解案件（件）", "D7" };

  value.body_id = dz_store_set_body (store, body, NULL);
  g_array_append_val (table->values, value);
  g_ptr_array_add (tables, table);
  g_assert_true (dz_store_add_tables (store, tables, NULL, NULL));
}

static inline void
dz_worked_put_on_ledger (DzStore *store)
{
  g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_ledger_entry_free);

  g_ptr_array_add (entries, dz_ledger_entry_new ("案卷不规范", 2024));
  g_assert_true (dz_store_add_ledger (store, entries, NULL, NULL));
}

static inline void
dz_worked_give_points (DzStore *store)
{
  g_autoptr(DzScoreSheet) sheet = dz_score_sheet_new (2024);
  g_autoptr(DzReview) review = NULL;
  g_autoptr(GPtrArray) scores = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_score_free);
  const DzScoreSheet *kept;

  dz_score_sheet_add_head (sheet, NULL, "学法", DZ_HEAD_POINTS, 100);
  g_assert_true (dz_store_set_score_sheet (store, sheet, NULL, NULL));
  review = dz_store_load (store, NULL, NULL);
  kept = dz_review_score_sheet_of (review, 2024);
  g_ptr_array_add (scores, dz_score_new (((DzScoreHead *) g_ptr_array_index (kept->heads, 0))->id,
                                         ((DzBody *) g_ptr_array_index (review->bodies, 0))->id, "张三", 90, NULL));
  g_assert_true (dz_store_set_scores (store, scores, NULL, NULL));
}

/* Two reports, with decisions on top, a table of the county, a problem of the ledger and points of a scorer. */
static inline DzScratch *
dz_worked_review_new (void)
{
  DzScratch *scratch = dz_scratch_new ();
  g_autoptr(DzReport) report = dz_scratch_report ("青禾镇", 2024, 5);
  g_autoptr(DzReport) other = dz_scratch_report ("澜桥镇", 2024, 6);

  g_assert_cmpint (dz_store_add_report (scratch->store, report, NULL), ==, 1);
  g_assert_cmpint (dz_store_add_report (scratch->store, other, NULL), ==, 2);
  g_assert_true (dz_store_set_note (scratch->store, 1, "已核", NULL));
  g_assert_true (dz_store_set_figure_state (scratch->store, 1, DZ_STATE_CONFIRMED, NULL));
  dz_worked_add_county_table (scratch->store);
  dz_worked_put_on_ledger (scratch->store);
  dz_worked_give_points (scratch->store);

  return scratch;
}

static inline void
dz_run_sql (const char *path,
            const char *sql)
{
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
}

