/* test-common-weaknesses.c - which weaknesses several bodies name, and side by side
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-weakness-table.h"
#include "dz-test-review.h"

static const char *const words =
  "个别案卷存在文书漏项。执法人手紧缺。群众习惯找关系。说不清的短板。打算开展案卷评查。因为工学矛盾。";

typedef struct
{
  DzReview *review;
  DzCodebook *codebook;
  DzReport *reports[5]; /* 甲镇 乙镇 丙乡 丁街道 戊镇 (no weakness); 己镇 has no report */
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  static const char *const names[] = { "甲镇", "乙镇", "丙乡", "丁街道", "戊镇", "己镇" };

  fixture->codebook = test_codebook ();
  fixture->review = dz_review_new ();
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      DzBody *body = test_add_body (fixture->review, names[i]);

      if (i < G_N_ELEMENTS (fixture->reports))
        fixture->reports[i] =
          test_add_report (fixture->review, body, 2024, DZ_KIND_ANNUAL_REPORT, words);
    }
  for (guint i = 0; i < 3; i++)
    test_add_weakness (fixture->reports[i], "enforce_irregular", "个别案卷存在文书漏项",
                       i == 0 ? DZ_GRADE_DIRECT : DZ_GRADE_GENERIC);
  test_add_weakness (fixture->reports[0], "enforce_irregular", "文书漏项", DZ_GRADE_NONE);
  test_add_weakness (fixture->reports[3], "enforce_irregular", "个别案卷存在文书漏项",
                     DZ_GRADE_NONE)->confidence = 0.3;
  test_add_weakness (fixture->reports[1], "public_awareness_low", "群众习惯找关系", DZ_GRADE_NONE);
  test_add_weakness (fixture->reports[3], NULL, "说不清的短板", DZ_GRADE_NONE)->code = NULL;
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  dz_review_unref (fixture->review);
  dz_codebook_unref (fixture->codebook);
}

static DzCommonWeaknesses *
make (Fixture *fixture)
{
  return dz_common_weaknesses_new (fixture->review, fixture->codebook, 2024, NULL);
}

static void
test_counts_are_of_bodies (Fixture      *fixture,
                           gconstpointer data)
{
  g_autoptr(DzCommonWeaknesses) common = make (fixture);
  DzCommonRow *row = dz_common_weaknesses_get_row (common, 0);
  guint total;

  g_assert_cmpuint (dz_common_weaknesses_get_n_rows (common), ==, 2);
  g_assert_cmpstr (dz_common_row_get_entry (row)->id, ==, "enforce_irregular");
  g_assert_cmpuint (dz_common_row_get_count (row), ==, 3); /* two sentences of 甲镇 are one */
  g_assert_cmpuint (dz_common_row_get_total (row), ==, 5); /* 己镇 did not report */
  g_assert_cmpuint (dz_common_row_get_suggested (row)->len, ==, 1);
  g_assert_true (dz_common_row_is_common (row));
  g_assert_cmpuint (dz_common_row_get_kind_count (row, "镇", &total), ==, 2);
  g_assert_cmpuint (total, ==, 3);
  g_assert_cmpuint (dz_common_weaknesses_count_body (common, 1), ==, 2);
}

static void
test_silence (Fixture      *fixture,
              gconstpointer data)
{
  static const DzNamingState wanted[] = { DZ_NAMING_NAMED,     DZ_NAMING_NAMED,
                                          DZ_NAMING_NAMED,     DZ_NAMING_SUGGESTED,
                                          DZ_NAMING_NO_PART,   DZ_NAMING_NO_REPORT };
  g_autoptr(DzCommonWeaknesses) common = make (fixture);
  DzCommonRow *row = dz_common_weaknesses_get_row (common, 0);

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    g_assert_cmpint (dz_common_row_get_cell (row, i)->naming, ==, wanted[i]);
  row = dz_common_weaknesses_find_row (common, "public_awareness_low");
  g_assert_cmpint (dz_common_row_get_cell (row, 0)->naming, ==, DZ_NAMING_SILENT);
  g_assert_cmpuint (dz_common_weaknesses_get_without_part (common)->len, ==, 1);
  g_assert_cmpuint (dz_common_weaknesses_get_uncoded (common)->len, ==, 1);
}

static void
test_lists (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr(DzCommonWeaknesses) common = make (fixture);
  g_autoptr(GPtrArray) unnamed = dz_common_weaknesses_list_unnamed (common);

  g_assert_cmpuint (
    g_list_model_get_n_items (dz_common_weaknesses_get_rows (common, DZ_COMMON_SHARED)), ==, 1);
  g_assert_cmpuint (
    g_list_model_get_n_items (dz_common_weaknesses_get_rows (common, DZ_COMMON_SINGLE)), ==, 1);
  g_assert_cmpuint (unnamed->len, ==, 24);
}

static void
test_answers (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr(DzCommonWeaknesses) common = make (fixture);
  g_autoptr(DzCommonWeaknesses) confirmed = NULL;
  const DzAnswerCounts *answers = dz_common_weaknesses_get_answers (common);

  /* that a plan has nothing is not counted before a person looked */
  g_assert_cmpuint (answers->total, ==, 4);
  g_assert_cmpuint (answers->direct, ==, 1);
  g_assert_cmpuint (answers->generic + answers->none, ==, 0);
  g_assert_cmpuint (answers->open, ==, 3);
  for (guint i = 0; i < G_N_ELEMENTS (fixture->reports); i++)
    for (guint k = 0; fixture->reports[i] != NULL && k < fixture->reports[i]->weaknesses->len; k++)
      if (!dz_weakness_is_suggested (&g_array_index (fixture->reports[i]->weaknesses, DzWeakness, k)))
        g_array_index (fixture->reports[i]->weaknesses, DzWeakness, k).state = DZ_STATE_CONFIRMED;
  confirmed = make (fixture);
  answers = dz_common_weaknesses_get_answers (confirmed);
  g_assert_cmpuint (answers->total, ==, 4);
  g_assert_cmpuint (answers->direct, ==, 1);
  g_assert_cmpuint (answers->generic, ==, 2);
  g_assert_cmpuint (answers->none, ==, 1);
  g_assert_cmpuint (answers->open, ==, 0);
}

static void
test_a_person_decides (Fixture      *fixture,
                       gconstpointer data)
{
  g_autoptr(DzCommonWeaknesses) common = NULL;
  DzCommonRow *row;

  g_array_index (fixture->reports[3]->weaknesses, DzWeakness, 0).state = DZ_STATE_CONFIRMED;
  g_array_index (fixture->reports[2]->weaknesses, DzWeakness, 0).state = DZ_STATE_REJECTED;
  common = make (fixture);
  row = dz_common_weaknesses_get_row (common, 0);
  g_assert_cmpuint (dz_common_row_get_count (row), ==, 3);
  g_assert_cmpuint (dz_common_row_get_suggested (row)->len, ==, 0);
  /* what is rejected is no declaration either */
  g_assert_cmpint (dz_common_row_get_cell (row, 2)->naming, ==, DZ_NAMING_NO_PART);
}

static void
test_last_year_and_same_words (Fixture      *fixture,
                               gconstpointer data)
{
  DzReport *last = test_add_report (fixture->review, g_ptr_array_index (fixture->review->bodies, 0),
                                    2023, DZ_KIND_ANNUAL_REPORT, words);
  DzOverlap *overlap = dz_overlap_new (fixture->reports[0]->id, fixture->reports[1]->id, 0.4);
  DzOverlapPassage passage = { test_span (fixture->reports[0], "个别案卷存在文书漏项"),
                               test_span (fixture->reports[1], "个别案卷存在文书漏项") };
  g_autoptr(DzCommonWeaknesses) common = NULL;
  const DzWeaknessCell *cell;

  test_add_weakness (last, "enforce_irregular", "文书漏项", DZ_GRADE_NONE);
  g_array_append_val (overlap->passages, passage);
  g_ptr_array_add (fixture->review->overlaps, overlap);
  common = make (fixture);
  cell = dz_common_row_get_cell (dz_common_weaknesses_get_row (common, 0), 0);
  g_assert_true (cell->last_year);
  g_assert_cmpuint (dz_common_row_get_count (dz_common_weaknesses_get_row (common, 0)), ==,
                    dz_common_row_count_once (dz_common_weaknesses_get_row (common, 0)) + 1);
  g_assert_cmpuint (cell->same_as->len, ==, 1);
  g_assert_cmpint (g_array_index (cell->same_as, gint64, 0), ==, 2);
  cell = dz_common_row_get_cell (dz_common_weaknesses_get_row (common, 0), 2);
  g_assert_false (cell->last_year);
  g_assert_cmpuint (cell->same_as->len, ==, 0);
}

static void
test_side_by_side (Fixture      *fixture,
                   gconstpointer data)
{
  const gint64 ids[] = { fixture->reports[1]->id, fixture->reports[0]->id, 999 };
  g_autoptr(DzWeaknessTable) table =
    dz_weakness_table_new (fixture->review, fixture->codebook, ids, 3);
  GListModel *rows = dz_weakness_table_get_rows (table);
  g_autoptr(DzWeaknessRow) first = g_list_model_get_item (rows, 0);
  g_autofree char *tsv = NULL;

  g_assert_cmpuint (dz_weakness_table_get_n_columns (table), ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 2);
  g_assert_cmpuint (dz_weakness_row_get_count (first), ==, 2);
  g_assert_cmpuint (dz_weakness_row_get_cell (first, 1)->weaknesses->len, ==, 2);
  dz_weakness_table_arrange (table, DZ_WEAKNESS_SORT_FIRST, DZ_WEAKNESS_SHOW_SINGLE);
  tsv = dz_weakness_table_to_tsv (table);
  g_assert_cmpstr (tsv, ==,
                   "问题\t乙镇2024年\t甲镇2024年\n群众法治意识淡薄\t群众习惯找关系\t未提出\n");
  dz_weakness_table_arrange (table, DZ_WEAKNESS_SORT_COUNT, DZ_WEAKNESS_SHOW_UNANSWERED);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 2);
}

#define ADD(claim, function) \
  g_test_add ("/compare/common-weaknesses/" claim, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("counts-are-of-bodies", test_counts_are_of_bodies);
  ADD ("silence-is-not-absence", test_silence);
  ADD ("common-and-single", test_lists);
  ADD ("answers", test_answers);
  ADD ("a-person-decides", test_a_person_decides);
  ADD ("last-year-and-same-words", test_last_year_and_same_words);
  ADD ("side-by-side", test_side_by_side);

  return g_test_run ();
}
