/* test-county-reading.c - tables in the shapes offices use: every number is of the right body, year and
 * indicator, or a person is asked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-codebook-job.h"
#include "dz-error.h"
#include "dz-roster-job.h"
#include "dz-scratch.h"
#include "dz-tables-job.h"

#include <math.h>

#define AT_LEAST .98

static DzCodebook *codebook;
static DzReview *review;

static char *
find_file (const char *name)
{
  return g_build_filename (g_getenv ("DZ_TESTS"), "data", "tables", name, NULL);
}

static GPtrArray *
read_file (const char *name)
{
  g_autofree char *path = find_file (name);
  g_autoptr(GError) error = NULL;
  GPtrArray *plans = dz_tables_read (review, codebook, path, &error);

  g_assert_no_error (error);

  return plans;
}

/* A text as a file of its own name. */
static GPtrArray *
read_words (const char *name,
            const char *words)
{
  g_autofree char *folder = g_dir_make_tmp ("dz-tables-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr(GError) error = NULL;
  GPtrArray *plans;

  g_assert_true (g_file_set_contents (path, words, -1, NULL));
  plans = dz_tables_read (review, codebook, path, &error);
  g_assert_no_error (error);
  g_unlink (path);
  g_rmdir (folder);

  return plans;
}

static const DzPlanColumn *
get_column (GPtrArray *plans,
            guint      i)
{
  const DzTablePlan *plan = g_ptr_array_index (plans, 0);

  return &g_array_index (plan->columns, DzPlanColumn, i);
}

typedef struct
{
  guint right;
  guint asked;
  guint wrong;
} Tally;

/* What became of the cell of a line of gold.tsv. */
static void
judge (GPtrArray *plans,
       char     **gold,
       Tally     *tally)
{
  const DzBody *body = dz_review_body_named (review, gold[3]);
  const char *indicator = g_str_equal (gold[5], "-") ? NULL : gold[5];

  g_assert_nonnull (body);
  for (guint i = 0; i < plans->len; i++)
    {
      const DzTablePlan *plan = g_ptr_array_index (plans, i);
      g_autoptr(DzCountyTable) table = dz_table_plan_make (plan, codebook);

      if (g_strcmp0 (plan->sheet != NULL ? plan->sheet : "", gold[1]) != 0)
        continue;
      for (guint k = 0; k < plan->cells->len; k++)
        {
          const DzTableCell *cell = &g_array_index (plan->cells, DzTableCell, k);
          const DzPlanColumn *column = &g_array_index (plan->columns, DzPlanColumn, cell->column);

          if (g_str_equal (cell->place, gold[2]) && (column->asked || column->year == 0))
            {
              tally->asked++;
              return;
            }
        }
      for (guint k = 0; k < table->values->len; k++)
        {
          const DzCountyValue *value = &g_array_index (table->values, DzCountyValue, k);

          if (!g_str_equal (value->cell, gold[2]))
            continue;
          if (indicator != NULL && g_str_equal (value->indicator, indicator) && value->body_id == body->id &&
              value->year == atoi (gold[4]) && fabs (value->value - g_ascii_strtod (gold[6], NULL)) < 1e-6)
            tally->right++;
          else
            {
              tally->wrong++;
              g_test_message ("%s %s %s: %s %d %g", gold[0], gold[1], gold[2], value->indicator, value->year, value->value);
            }
          return;
        }
    }
  if (indicator == NULL)
    {
      tally->right++;
      return;
    }
  tally->wrong++;
  g_test_message ("%s %s %s: %s is left out", gold[0], gold[1], gold[2], gold[5]);
}

static void
test_gold (void)
{
  g_autofree char *path = find_file ("gold.tsv");
  g_autofree char *contents = NULL;
  g_autoptr(GHashTable) files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  g_auto(GStrv) lines = NULL;
  Tally tally = { 0 };
  guint n;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto(GStrv) gold = g_strsplit (lines[i], "\t", -1);

      g_assert_cmpuint (g_strv_length (gold), ==, 7);
      if (!g_hash_table_contains (files, gold[0]))
        g_hash_table_insert (files, g_strdup (gold[0]), read_file (gold[0]));
      judge (g_hash_table_lookup (files, gold[0]), gold, &tally);
    }
  n = tally.right + tally.asked + tally.wrong;
  g_test_message ("%u tables, %u cells: %u right, %u asked about, %u wrong", g_hash_table_size (files), n, tally.right,
                  tally.asked, tally.wrong);
  g_assert_cmpuint (g_hash_table_size (files), >=, 5);
  g_assert_cmpfloat ((tally.right + tally.asked) / (double) n, >=, AT_LEAST);
  /* who is asked about everything is not helped */
  g_assert_cmpfloat (tally.asked / (double) n, <=, .15);
}

/* A part, a month, a change, several years: no number of the year. */
static void
test_what_is_no_year (void)
{
  static const char words[] = "单位,行政处罚案件数（件）,9月行政处罚案件数（件）,行政处罚案件数同比增长（%）,历年累计行政处罚案件数（件）,2022年行政处罚案件数（件）\n"
                              "澜桥镇,12,3,5,90,8\n禾泉镇,14,4,6,80,9\n";
  g_autoptr(GPtrArray) plans = read_words ("2024年统计.csv", words);

  g_assert_cmpstr (get_column (plans, 0)->indicator, ==, "penalty_cases");
  g_assert_cmpint (get_column (plans, 0)->year, ==, 2024);
  for (guint i = 1; i < 4; i++)
    {
      g_assert_null (get_column (plans, i)->indicator);
      g_assert_cmpint (get_column (plans, i)->ground, ==, DZ_COLUMN_NO_YEAR);
    }
  g_assert_cmpstr (get_column (plans, 4)->indicator, ==, "penalty_cases");
  g_assert_cmpint (get_column (plans, 4)->year, ==, 2022);
}

/* A group of which the columns are parts: only the sum is the group's number. */
static void
test_parts_are_asked (void)
{
  static const char words[] = ",行政处罚案件数（件）,,\n单位,罚款,警告,合计\n澜桥镇,12,3,15\n禾泉镇,14,4,18\n";
  g_autoptr(GPtrArray) plans = read_words ("2024年.csv", words);

  g_assert_cmpstr (get_column (plans, 0)->head, ==, "行政处罚案件数（件） / 罚款");
  g_assert_true (get_column (plans, 0)->asked);
  g_assert_true (get_column (plans, 1)->asked);
  g_assert_false (get_column (plans, 2)->asked);
  g_assert_cmpstr (get_column (plans, 2)->indicator, ==, "penalty_cases");
}

/* Money without a unit may be 元 or 万元; a unit of another kind is none of the indicator's. */
static void
test_units (void)
{
  static const char words[] = "单位,罚没金额,拆违面积（亩）,发放宣传资料（万份）,合同审查数（万元）\n澜桥镇,12,3,1.5,4\n禾泉镇,14,4,2,5\n";
  g_autoptr(GPtrArray) plans = read_words ("2024年.csv", words);
  g_autoptr(DzCountyTable) table = NULL;
  const DzCountyValue *value;

  g_assert_true (get_column (plans, 0)->asked);
  g_assert_true (get_column (plans, 3)->asked);
  table = dz_table_plan_make (g_ptr_array_index (plans, 0), codebook);
  value = &g_array_index (table->values, DzCountyValue, 0);
  g_assert_cmpstr (value->indicator, ==, "demolished_area");
  g_assert_cmpfloat_with_epsilon (value->value, 2000, .01);
  value = &g_array_index (table->values, DzCountyValue, 2);
  g_assert_cmpstr (value->indicator, ==, "propaganda_materials");
  g_assert_cmpfloat (value->value, ==, 15000);
}

/* 王河乡 is no 王河镇; what is on no roster is told, and blanks are no zeros. */
static void
test_rows (void)
{
  static const char words[] = "乡镇,行政处罚案件数（件）\n望泽县澜桥镇人民政府,12\n 禾 泉 ,\n禾泉司法所,—\n万榆乡,9\n3.苇洲镇,0\n石竺乡,约30\n合计,50\n";
  g_autoptr(GPtrArray) plans = read_words ("2024年.csv", words);
  const DzTablePlan *plan = g_ptr_array_index (plans, 0);

  g_assert_cmpuint (plan->cells->len, ==, 2);
  g_assert_cmpfloat (g_array_index (plan->cells, DzTableCell, 0).value, ==, 12);
  g_assert_cmpint (g_array_index (plan->cells, DzTableCell, 0).body_id, ==, dz_review_body_named (review, "澜桥镇")->id);
  g_assert_cmpfloat (g_array_index (plan->cells, DzTableCell, 1).value, ==, 0);
  g_assert_cmpstr (g_array_index (plan->cells, DzTableCell, 1).place, ==, "B6");
  g_assert_cmpuint (plan->strangers->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (plan->strangers, 0), ==, "万榆乡");
  g_assert_cmpuint (plan->unread->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (plan->unread, 0), ==, "B7 “约30”");
  g_assert_cmpuint (plan->n_totals, ==, 1);
}

/* A second row of a body is told, unless one of them is the sum; a column whose head is plain counts, however many of its
 * cells are words. */
static void
test_what_is_left_out (void)
{
  static const char words[] = "乡镇,行政处罚案件数（件）\n澜桥镇,12\n澜桥镇,30\n禾泉镇,约5\n禾泉镇,\n苇洲镇,约30\n石竺乡,四\n";
  static const char sums[] = "乡镇,组别,行政处罚案件数（件）\n澜桥镇,一组,12\n澜桥镇,二组,30\n澜桥镇,小计,42\n";
  g_autoptr(GPtrArray) plans = read_words ("2024年.csv", words);
  g_autoptr(GPtrArray) summed = read_words ("2024年.csv", sums);
  const DzTablePlan *plan = g_ptr_array_index (plans, 0);

  g_assert_cmpuint (plan->cells->len, ==, 1);
  g_assert_cmpfloat (g_array_index (plan->cells, DzTableCell, 0).value, ==, 12);
  g_assert_cmpuint (plan->again->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (plan->again, 0), ==, "A3 “澜桥镇”");
  g_assert_cmpuint (plan->unread->len, ==, 3);
  plan = g_ptr_array_index (summed, 0);
  g_assert_cmpuint (plan->again->len, ==, 0);
  g_assert_cmpfloat (g_array_index (plan->cells, DzTableCell, 0).value, ==, 42);
}

static void
test_no_table (void)
{
  g_autofree char *path = find_file ("make-tables.py");
  g_autoptr(GError) error = NULL;

  g_assert_null (dz_tables_read (review, codebook, path, &error));
  g_assert_error (error, DZ_ERROR, DZ_ERROR_NO_DATA);
}

/* What was said is remembered for the next year's table, and makes the numbers certain. */
static void
test_said_once (void)
{
  DzScratch *scratch = dz_scratch_new ();
  g_autofree char *roster = g_build_filename (g_getenv ("DZ_ROOT"), "data", "samples", "roster.csv", NULL);
  g_autoptr(DzReview) own = NULL;
  g_autoptr(GPtrArray) plans = NULL, next = NULL;
  g_autoptr(GError) error = NULL;
  guint n_values = 0;
  static const char this_year[] = "单位,出动车辆（台次）,涉企检查（次）,夜巡（次）\n澜桥镇,12,4,7\n禾泉镇,14,5,8\n";

  g_assert_true (dz_roster_import (scratch->store, roster, NULL, NULL, NULL));
  own = dz_store_load (scratch->store, NULL, NULL);
  plans = read_words ("2024年.csv", this_year);
  g_assert_true (get_column (plans, 0)->asked);
  dz_table_plan_say (g_ptr_array_index (plans, 0), 0, NULL);
  dz_table_plan_say (g_ptr_array_index (plans, 0), 2, "inspections");
  g_assert_true (dz_tables_keep (scratch->store, codebook, plans, &n_values, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_values, ==, 4);
  g_clear_pointer (&own, dz_review_unref);
  own = dz_store_load (scratch->store, NULL, NULL);
  g_assert_true (g_array_index (((DzCountyTable *) g_ptr_array_index (own->tables, 0))->values, DzCountyValue, 1).sure);
  {
    DzReview *was = review;

    review = own;
    next = read_words ("2025年.csv", this_year);
    review = was;
  }
  g_assert_false (get_column (next, 0)->asked);
  g_assert_null (get_column (next, 0)->indicator);
  g_assert_false (get_column (next, 2)->asked);
  g_assert_cmpstr (get_column (next, 2)->indicator, ==, "inspections");
  g_assert_cmpint (get_column (next, 2)->year, ==, 2025);
  dz_scratch_free (scratch);
}

/* What the roster lacks is filled in from the county's own count, what it has is left alone. */
static void
test_denominators (void)
{
  DzScratch *scratch = dz_scratch_new ();
  g_autoptr(DzBody) body = dz_body_new ("澜桥镇", NULL);
  g_autoptr(DzBody) other = dz_body_new ("禾泉镇", NULL);
  g_autoptr(DzReview) own = NULL;
  g_autoptr(GPtrArray) plans = NULL;

  other->population = 30000;
  dz_store_set_body (scratch->store, body, NULL);
  dz_store_set_body (scratch->store, other, NULL);
  own = dz_store_load (scratch->store, NULL, NULL);
  {
    DzReview *was = review;

    review = own;
    plans = read_words ("2024年.csv", "单位,常住人口（万人）,村（社区）数（个）\n澜桥镇,4.2,22\n禾泉镇,2.8,15\n");
    review = was;
  }
  g_assert_true (dz_tables_keep (scratch->store, codebook, plans, NULL, NULL));
  g_clear_pointer (&own, dz_review_unref);
  own = dz_store_load (scratch->store, NULL, NULL);
  g_assert_cmpuint (dz_review_body_named (own, "澜桥镇")->population, ==, 42000);
  g_assert_cmpuint (dz_review_body_named (own, "澜桥镇")->villages, ==, 22);
  g_assert_cmpuint (dz_review_body_named (own, "禾泉镇")->population, ==, 30000);
  /* one step takes back both */
  g_assert_true (dz_store_undo (scratch->store, 0, NULL));
  g_clear_pointer (&own, dz_review_unref);
  own = dz_store_load (scratch->store, NULL, NULL);
  g_assert_cmpuint (dz_review_body_named (own, "澜桥镇")->population, ==, 0);
  g_assert_cmpuint (own->tables->len, ==, 0);
  dz_scratch_free (scratch);
}

int
main (int    argc,
      char **argv)
{
  DzScratch *scratch;
  g_autofree char *roster = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  roster = g_build_filename (g_getenv ("DZ_ROOT"), "data", "samples", "roster.csv", NULL);
  scratch = dz_scratch_new ();
  g_assert_true (dz_roster_import (scratch->store, roster, NULL, NULL, NULL));
  review = dz_store_load (scratch->store, NULL, NULL);
  codebook = dz_codebook_load (NULL, NULL);
  g_assert_nonnull (codebook);
  g_test_add_func ("/county-reading/gold", test_gold);
  g_test_add_func ("/county-reading/what-is-no-year", test_what_is_no_year);
  g_test_add_func ("/county-reading/parts-are-asked", test_parts_are_asked);
  g_test_add_func ("/county-reading/units", test_units);
  g_test_add_func ("/county-reading/rows", test_rows);
  g_test_add_func ("/county-reading/what-is-left-out", test_what_is_left_out);
  g_test_add_func ("/county-reading/no-table", test_no_table);
  g_test_add_func ("/county-reading/said-once", test_said_once);
  g_test_add_func ("/county-reading/denominators", test_denominators);
  result = g_test_run ();
  dz_review_unref (review);
  dz_codebook_unref (codebook);
  dz_scratch_free (scratch);

  return result;
}
