/* test-county-tables.c - what the county counted itself is kept, replaced, undone, merged
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-merge.h"
#include "dz-review-check.h"
#include "dz-scratch.h"
#include "dz-step.h"

static gint64
add_body (DzStore    *store,
          const char *name)
{
  g_autoptr(DzBody) body = dz_body_new (name, NULL);

  return dz_store_set_body (store, body, NULL);
}

static void
add_value (DzCountyTable *table,
           gint64         body,
           int            year,
           const char    *indicator,
           double         value,
           const char    *cell)
{
  DzCountyValue one = { body, year, g_intern_string (indicator), value, TRUE, g_intern_string ("调解案件（件）"),
                        g_intern_string (cell) };

  g_array_append_val (table->values, one);
}

static void
add_table (DzStore       *store,
           DzCountyTable *table,
           const char    *head)
{
  g_autoptr(GPtrArray) tables = g_ptr_array_new ();
  g_autoptr(GPtrArray) heads = head != NULL ? g_ptr_array_new () : NULL;
  g_autoptr(GError) error = NULL;

  g_ptr_array_add (tables, table);
  if (head != NULL)
    g_ptr_array_add (heads, (char *) head);
  g_assert_true (dz_store_add_tables (store, tables, heads, &error));
  g_assert_no_error (error);
}

static void
test_kept (void)
{
  DzScratch *scratch = dz_scratch_new ();
  gint64 body = add_body (scratch->store, "青禾镇");
  g_autoptr(DzCountyTable) table = dz_county_table_new ("调解统计.xlsx", "全年", "2024年调解情况统计表", "abc");
  g_autoptr(DzReview) review = NULL;
  g_autoptr(GPtrArray) told = NULL;
  const DzCountyTable *kept;
  const DzCountyValue *value;

  add_value (table, body, 2024, "disputes_mediated", 806, "D7");
  add_table (scratch->store, table, "调解案件\tdisputes_mediated");
  g_clear_object (&scratch->store);
  scratch->store = dz_store_open (scratch->path, NULL);
  review = dz_store_load (scratch->store, NULL, NULL);
  g_assert_cmpuint (review->tables->len, ==, 1);
  kept = g_ptr_array_index (review->tables, 0);
  g_assert_cmpstr (kept->file, ==, "调解统计.xlsx");
  g_assert_cmpstr (kept->sheet, ==, "全年");
  g_assert_cmpstr (kept->title, ==, "2024年调解情况统计表");
  g_assert_cmpuint (kept->values->len, ==, 1);
  value = &g_array_index (kept->values, DzCountyValue, 0);
  g_assert_cmpint (value->body_id, ==, body);
  g_assert_cmpint (value->year, ==, 2024);
  g_assert_cmpstr (value->indicator, ==, "disputes_mediated");
  g_assert_cmpfloat (value->value, ==, 806);
  g_assert_true (value->sure);
  g_assert_cmpstr (value->head, ==, "调解案件（件）");
  g_assert_cmpstr (value->cell, ==, "D7");
  g_assert_cmpstr (g_ptr_array_index (review->county->table_heads, 0), ==, "调解案件\tdisputes_mediated");
  told = dz_store_check (scratch->store, NULL);
  g_assert_cmpuint (told->len, ==, 0);
  dz_scratch_free (scratch);
}

/* The value of the one table there is; 0: there is none. */
static double
get_value (DzStore *store,
           guint    n_tables)
{
  g_autoptr(DzReview) review = dz_store_load (store, NULL, NULL);

  g_assert_cmpuint (review->tables->len, ==, n_tables);

  return n_tables == 0 ? 0
                       : g_array_index (((DzCountyTable *) g_ptr_array_index (review->tables, n_tables - 1))->values,
                                        DzCountyValue, 0).value;
}

static void
test_newer_takes_its_place (void)
{
  DzScratch *scratch = dz_scratch_new ();
  gint64 body = add_body (scratch->store, "青禾镇");
  g_autoptr(DzCountyTable) first = dz_county_table_new ("调解统计.xlsx", NULL, NULL, "a");
  g_autoptr(DzCountyTable) newer = dz_county_table_new ("调解统计.xlsx", NULL, NULL, "b");
  g_autoptr(DzCountyTable) next_year = dz_county_table_new ("调解统计.xlsx", NULL, NULL, "c");
  g_autoptr(DzCodebook) codebook = dz_codebook_new ();
  g_autoptr(DzStep) step = NULL;

  add_value (first, body, 2024, "disputes_mediated", 806, "D7");
  add_value (newer, body, 2024, "disputes_mediated", 809, "D7");
  add_value (next_year, body, 2025, "disputes_mediated", 700, "D7");
  add_table (scratch->store, first, NULL);
  add_table (scratch->store, newer, NULL);
  g_assert_cmpfloat (get_value (scratch->store, 1), ==, 809);
  /* another year is no correction */
  add_table (scratch->store, next_year, "全年\t");
  g_assert_cmpfloat (get_value (scratch->store, 2), ==, 700);

  step = dz_store_dup_step (scratch->store, codebook, TRUE, NULL);
  g_assert_cmpstr (step->name, ==, "Import of the table 调解统计.xlsx");
  g_assert_true (dz_store_undo (scratch->store, step->id, NULL));
  g_assert_true (dz_store_undo (scratch->store, 0, NULL));
  g_assert_cmpfloat (get_value (scratch->store, 1), ==, 806);
  g_assert_true (dz_store_undo (scratch->store, 0, NULL));
  g_assert_cmpfloat (get_value (scratch->store, 0), ==, 0);
  for (guint i = 0; i < 3; i++)
    g_assert_true (dz_store_redo (scratch->store, 0, NULL));
  g_assert_cmpfloat (get_value (scratch->store, 2), ==, 700);
  dz_scratch_free (scratch);
}

static void
test_merged_once (void)
{
  DzScratch *own = dz_scratch_new ();
  DzScratch *other = dz_scratch_new ();
  gint64 body;
  g_autoptr(DzCountyTable) table = dz_county_table_new ("调解统计.xlsx", NULL, NULL, "a");
  g_auto(DzMerged) merged = { 0 };
  g_auto(DzMerged) again = { 0 };

  add_body (own->store, "澜桥镇");
  body = add_body (own->store, "青禾镇");
  add_value (table, add_body (other->store, "青禾镇"), 2024, "disputes_mediated", 806, "D7");
  add_table (other->store, table, NULL);
  g_clear_object (&other->store);
  g_assert_true (dz_store_merge (own->store, other->path, NULL, &merged, NULL));
  g_assert_cmpfloat (get_value (own->store, 1), ==, 806);
  {
    g_autoptr(DzReview) review = dz_store_load (own->store, NULL, NULL);

    g_assert_cmpint (g_array_index (((DzCountyTable *) g_ptr_array_index (review->tables, 0))->values, DzCountyValue, 0)
                       .body_id, ==, body);
  }
  g_assert_true (dz_store_merge (own->store, other->path, NULL, &again, NULL));
  g_assert_cmpfloat (get_value (own->store, 1), ==, 806);
  dz_scratch_free (own);
  dz_scratch_free (other);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/county-tables/kept", test_kept);
  g_test_add_func ("/county-tables/newer-takes-its-place", test_newer_takes_its_place);
  g_test_add_func ("/county-tables/merged-once", test_merged_once);

  return g_test_run ();
}
