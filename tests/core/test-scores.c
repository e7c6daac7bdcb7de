/* test-scores.c - 评分: sums, means, grades; what is kept, undone, merged
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-merge.h"
#include "dz-old-review.h"
#include "dz-review-check.h"
#include "dz-score-evidence.h"
#include "dz-score-table.h"
#include "dz-scratch.h"
#include "dz-step.h"
#include "dz-test-review.h"

#include <math.h>

static gint64
add_body (DzStore    *store,
          const char *name)
{
  g_autoptr(DzBody) body = dz_body_new (name, NULL);

  return dz_store_set_body (store, body, NULL);
}

/* 执法 60, 普法 40, 扣分 up to 10, 加分 without a limit; 90, 80, 60 */
static DzScoreSheet *
make_sheet (int year)
{
  DzScoreSheet *sheet = dz_score_sheet_new (year);

  sheet->title = g_strdup_printf ("%d年度评分表", year);
  sheet->excellent = 90;
  sheet->good = 80;
  sheet->fair = 60;
  dz_score_sheet_add_head (sheet, "办案", "行政执法", DZ_HEAD_POINTS, 60)->shows = g_strdup ("w:enforcement_team");
  dz_score_sheet_add_head (sheet, NULL, "普法", DZ_HEAD_POINTS, 40);
  dz_score_sheet_add_head (sheet, NULL, "负面清单", DZ_HEAD_DEDUCTION, 10);
  dz_score_sheet_add_head (sheet, NULL, "创新", DZ_HEAD_BONUS, NAN);

  return sheet;
}

/* --- sums and grades, without a file --- */

typedef struct
{
  DzReview *review;
  DzScoreSheet *sheet; /* of @review */
  gint64 body;
} County;

static void
county_init (County *self)
{
  self->review = dz_review_new ();
  self->sheet = make_sheet (2024);
  for (guint i = 0; i < self->sheet->heads->len; i++)
    ((DzScoreHead *) g_ptr_array_index (self->sheet->heads, i))->id = (gint64) i + 1;
  g_ptr_array_add (self->review->score_sheets, self->sheet);
  self->body = test_add_body (self->review, "青禾镇")->id;
}

static void
county_clear (County *self)
{
  g_clear_pointer (&self->review, dz_review_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (County, county_clear)

/* @points: of the four heads; NAN: nothing given */
static void
give (County       *self,
      const char   *scorer,
      const double  points[4])
{
  for (guint i = 0; i < 4; i++)
    if (!isnan (points[i]))
      g_ptr_array_add (self->sheet->scores, dz_score_new (i + 1, self->body, scorer, points[i], NULL));
}

#define GIVE(self, scorer, ...) give (self, scorer, (const double[4]){ __VA_ARGS__ })

static void
test_one_scorer (void)
{
  g_auto(County) self = { 0 };
  g_autoptr(DzScoreTable) table = NULL;
  const DzScoreRow *row;

  county_init (&self);
  GIVE (&self, "张三", 55, 38.5, 3, 2);
  table = dz_score_table_new (self.review, 2024, NULL);
  row = dz_score_table_get (table, 0);
  g_assert_cmpuint (row->n_complete, ==, 1);
  g_assert_cmpfloat (row->mean, ==, 92.5);
  g_assert_cmpfloat (row->high, ==, 92.5);
  g_assert_cmpfloat (row->low, ==, 92.5);
  g_assert_true (isnan (row->spread));
  g_assert_cmpint (row->grade, ==, DZ_SCORE_EXCELLENT);
}

/* Half a sheet has no sum; a bonus or a deduction nobody wrote is none; and nobody is filled in. */
static void
test_nothing_is_filled_in (void)
{
  g_auto(County) self = { 0 };
  g_autoptr(DzScoreTable) table = NULL;
  g_autofree char *missing = NULL;
  g_autofree char *grade = NULL;
  g_autofree char *none = NULL;
  const DzScoreRow *row;

  county_init (&self);
  test_add_body (self.review, "澜桥镇");
  GIVE (&self, "张三", 50, 35, NAN, NAN);
  GIVE (&self, "李四", 60, NAN, NAN, 5);
  table = dz_score_table_new (self.review, 2024, NULL);
  row = dz_score_table_get (table, 0);
  g_assert_cmpuint (row->n_complete, ==, 1);
  g_assert_cmpfloat (row->mean, ==, 85);
  missing = dz_score_row_dup_missing (row);
  g_assert_cmpstr (missing, ==, "李四评了1项（共2项）");
  grade = dz_score_row_dup_grade (row);
  g_assert_cmpstr (grade, ==, "良好（未评齐）");
  g_assert_true (isnan (g_array_index (row->scorers, DzScorerTotal, 1).total));
  row = dz_score_table_get (table, 1);
  g_assert_true (isnan (row->mean));
  g_assert_cmpint (row->grade, ==, DZ_SCORE_NO_GRADE);
  none = dz_score_row_dup_missing (row);
  g_assert_cmpstr (none, ==, "张三未评、李四未评");
}

/* Who wrote a deduction alone, or more than a head is worth by now, gave something: he is not told as if he had not. */
static void
test_deduction_alone (void)
{
  g_auto(County) self = { 0 };
  g_autoptr(DzScoreTable) table = NULL;
  g_autofree char *missing = NULL;
  const DzScoreRow *row;

  county_init (&self);
  GIVE (&self, "张三", NAN, NAN, 3, NAN);
  GIVE (&self, "李四", NAN, NAN, 12, NAN);
  GIVE (&self, "王五", 50, 30, NAN, NAN);
  test_add_body (self.review, "澜桥镇");
  table = dz_score_table_new (self.review, 2024, NULL);
  row = dz_score_table_get (table, 0);
  missing = dz_score_row_dup_missing (row);
  g_assert_cmpstr (missing, ==, "张三评了0项（共2项）、李四有得分超过分值");
  g_assert_true (g_array_index (row->scorers, DzScorerTotal, 0).any);
  g_assert_true (g_array_index (row->scorers, DzScorerTotal, 1).any);
  g_assert_false (g_array_index (dz_score_table_get (table, 1)->scorers, DzScorerTotal, 0).any);
}

static void
test_spread (void)
{
  g_auto(County) self = { 0 };
  g_autoptr(DzScoreTable) table = NULL;
  const DzScoreRow *row;

  county_init (&self);
  GIVE (&self, "张三", 50, 30, NAN, NAN);
  GIVE (&self, "李四", 54, 30, NAN, NAN);
  GIVE (&self, "王五", 55, 30, NAN, NAN);
  table = dz_score_table_new (self.review, 2024, NULL);
  row = dz_score_table_get (table, 0);
  g_assert_cmpfloat (row->mean, ==, 83); /* 80, 84, 85 */
  g_assert_cmpfloat (row->high, ==, 85);
  g_assert_cmpfloat (row->low, ==, 80);
  g_assert_cmpfloat (row->spread, ==, 2.65); /* STDEV.S */
  g_assert_cmpfloat (dz_score_table_get_head_mean (table, row, g_ptr_array_index (self.sheet->heads, 0)), ==, 53);
}

static void
test_extremes (void)
{
  g_auto(County) self = { 0 };
  g_autoptr(DzScoreTable) two = NULL;
  g_autoptr(DzScoreTable) four = NULL;
  const DzScoreRow *row;

  county_init (&self);
  self.sheet->drops_extremes = TRUE;
  GIVE (&self, "张三", 60, 40, NAN, NAN);
  GIVE (&self, "李四", 50, 30, NAN, NAN);
  two = dz_score_table_new (self.review, 2024, NULL);
  row = dz_score_table_get (two, 0);
  g_assert_true (row->kept_extremes);
  g_assert_cmpuint (row->n_counted, ==, 2);
  g_assert_cmpfloat (row->mean, ==, 90);
  /* two gave the most: one of them counts */
  GIVE (&self, "王五", 60, 40, NAN, NAN);
  GIVE (&self, "赵六", 40, 20, NAN, NAN);
  four = dz_score_table_new (self.review, 2024, NULL);
  row = dz_score_table_get (four, 0);
  g_assert_false (row->kept_extremes);
  g_assert_cmpuint (row->n_complete, ==, 4);
  g_assert_cmpuint (row->n_counted, ==, 2);
  g_assert_cmpfloat (row->mean, ==, 90); /* 100 and 80 */
  g_assert_cmpfloat (row->high, ==, 100);
  g_assert_cmpfloat (row->low, ==, 60);
}

/* 以上 has the limit in it; the grade follows the printed mean. */
static void
test_limits (void)
{
  g_autoptr(DzScoreSheet) sheet = make_sheet (2024);
  g_autoptr(DzScoreSheet) none = dz_score_sheet_new (2024);

  g_assert_cmpint (dz_score_sheet_grade (sheet, 90), ==, DZ_SCORE_EXCELLENT);
  g_assert_cmpint (dz_score_sheet_grade (sheet, 89.99), ==, DZ_SCORE_GOOD);
  g_assert_cmpint (dz_score_sheet_grade (sheet, dz_score_round (89.995)), ==, DZ_SCORE_EXCELLENT);
  g_assert_cmpint (dz_score_sheet_grade (sheet, dz_score_round (89.994)), ==, DZ_SCORE_GOOD);
  g_assert_cmpint (dz_score_sheet_grade (sheet, 80), ==, DZ_SCORE_GOOD);
  g_assert_cmpint (dz_score_sheet_grade (sheet, 60), ==, DZ_SCORE_FAIR);
  g_assert_cmpint (dz_score_sheet_grade (sheet, 59.99), ==, DZ_SCORE_POOR);
  g_assert_cmpint (dz_score_sheet_grade (sheet, 104), ==, DZ_SCORE_EXCELLENT);
  g_assert_cmpint (dz_score_sheet_grade (sheet, NAN), ==, DZ_SCORE_NO_GRADE);
  g_assert_cmpint (dz_score_sheet_grade (none, 95), ==, DZ_SCORE_NO_GRADE);
  g_assert_cmpfloat (dz_score_round (0.1 + 0.2), ==, 0.3);
  g_assert_cmpfloat (dz_score_sheet_get_full (sheet), ==, 100);
}

/* A weight that was lowered after points were given: told, and the sheet of that scorer has no sum. */
static void
test_over (void)
{
  g_auto(County) self = { 0 };
  g_autoptr(DzScoreTable) table = NULL;
  g_autofree char *missing = NULL;

  county_init (&self);
  GIVE (&self, "张三", 60, 40, NAN, 5);
  ((DzScoreHead *) g_ptr_array_index (self.sheet->heads, 0))->most = 50;
  table = dz_score_table_new (self.review, 2024, NULL);
  g_assert_true (isnan (dz_score_table_get (table, 0)->mean));
  missing = dz_score_row_dup_missing (dz_score_table_get (table, 0));
  g_assert_cmpstr (missing, ==, "张三有得分超过分值");
}

static void
test_evidence (void)
{
  g_autoptr(DzCodebook) codebook = test_codebook ();
  g_auto(County) self = { 0 };
  g_autoptr(DzScoreEvidence) evidence = NULL;
  g_autoptr(GPtrArray) shown = NULL;
  g_autoptr(GPtrArray) other = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  DzReport *report;
  DzBody *body;
  DzLedgerEntry *problem = dz_ledger_entry_new ("持证人员不足", 2024);

  county_init (&self);
  body = g_ptr_array_index (self.review->bodies, 0);
  report = test_add_report (self.review, body, 2024, DZ_KIND_ANNUAL_REPORT, "执法力量\n不足。普法形式单一。");
  test_add_weakness (report, "enforce_staff_short", "执法力量\n不足", DZ_GRADE_NONE)->state = DZ_STATE_CONFIRMED;
  test_add_weakness (report, "publicity_form", "普法形式单一", DZ_GRADE_NONE)->state = DZ_STATE_CONFIRMED;
  problem->body_id = body->id;
  problem->code = g_intern_string ("enforce_staff_short");
  g_ptr_array_add (self.review->ledger, problem);
  evidence = dz_score_evidence_new (self.review, codebook, 2024);
  shown = dz_score_evidence_list (evidence, g_ptr_array_index (self.sheet->heads, 0), body);
  g_assert_cmpuint (shown->len, ==, 2);
  first = dz_shown_dup_short (g_ptr_array_index (shown, 0));
  g_assert_cmpstr (first, ==, "“执法力量不足”");
  second = dz_shown_dup_short (g_ptr_array_index (shown, 1));
  g_assert_cmpstr (second, ==, "“持证人员不足”未整改");
  /* marks within marks are inner ones, straight ones too */
  g_free (problem->problem);
  problem->problem = g_strdup ("责任传导还有“温差”，\"一刀切\"");
  {
    g_autoptr(GPtrArray) again = dz_score_evidence_list (evidence, g_ptr_array_index (self.sheet->heads, 0), body);
    g_autofree char *nested = dz_shown_dup_short (g_ptr_array_index (again, 1));

    g_assert_cmpstr (nested, ==, "“责任传导还有‘温差’，‘一刀切’”未整改");
  }
  /* a head that says nothing is shown beside nothing */
  other = dz_score_evidence_list (evidence, g_ptr_array_index (self.sheet->heads, 1), body);
  g_assert_cmpuint (other->len, ==, 0);
}

/* One person is one, however the name is typed. */
static void
test_scorer_name (void)
{
  static const char *const names[] = { "张三", " 张 三 ", "张　三", "：张三", "＿＿张三＿＿", "张三__" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = dz_score_dup_scorer (names[i]);

      g_assert_cmpstr (name, ==, "张三");
    }
  g_assert_null (dz_score_dup_scorer ("＿＿＿ "));
}

/* --- kept in a file --- */

static const DzScoreSheet *
get_sheet (DzReview *review)
{
  const DzScoreSheet *sheet = dz_review_score_sheet_of (review, 2024);

  g_assert_nonnull (sheet);

  return sheet;
}

static void
set_sheet (DzStore            *store,
           const DzScoreSheet *sheet,
           guint               n_left)
{
  g_autoptr(GError) error = NULL;
  guint left = 99;

  g_assert_true (dz_store_set_score_sheet (store, sheet, &left, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (left, ==, n_left);
}

/* What one scorer gave on the @head-th head; how many points were not so before. */
static guint
score (DzStore    *store,
       guint       head,
       const char *body,
       const char *scorer,
       double      points)
{
  g_autoptr(DzReview) review = dz_store_load (store, NULL, NULL);
  g_autoptr(GPtrArray) scores = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_score_free);
  g_autoptr(GError) error = NULL;
  const DzScoreHead *one = g_ptr_array_index (get_sheet (review)->heads, head);
  guint n = 0;

  g_ptr_array_add (scores, dz_score_new (one->id, dz_store_find_body (store, body), scorer, points, "理由"));
  g_assert_true (dz_store_set_scores (store, scores, &n, &error));
  g_assert_no_error (error);

  return n;
}

static char *
dump (DzStore *store)
{
  g_autoptr(DzReview) review = dz_store_load (store, NULL, NULL);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < review->score_sheets->len; i++)
    {
      const DzScoreSheet *sheet = g_ptr_array_index (review->score_sheets, i);

      for (guint k = 0; k < sheet->scores->len; k++)
        {
          const DzScore *one = g_ptr_array_index (sheet->scores, k);

          g_string_append_printf (words, "%s%d %s %s %s %g", words->len > 0 ? "; " : "", sheet->year,
                                  dz_score_sheet_find_head (sheet, one->head_id)->name,
                                  dz_review_find_body (review, one->body_id)->name, one->scorer, one->points);
        }
    }

  return g_string_free (words, FALSE);
}

static void
check_scores (DzStore    *store,
              const char *words)
{
  g_autofree char *told = dump (store);

  g_assert_cmpstr (told, ==, words);
}

static DzScratch *
new_scored (void)
{
  DzScratch *scratch = dz_scratch_new ();
  g_autoptr(DzScoreSheet) sheet = make_sheet (2024);

  add_body (scratch->store, "青禾镇");
  add_body (scratch->store, "澜桥镇");
  set_sheet (scratch->store, sheet, 0);

  return scratch;
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
test_kept (void)
{
  g_autoptr(DzScratch) scratch = new_scored ();
  g_autoptr(DzReview) review = NULL;
  g_autoptr(GPtrArray) told = NULL;
  const DzScoreSheet *sheet;
  const DzScoreHead *head;

  g_assert_cmpuint (score (scratch->store, 0, "青禾镇", "张三", 55.5), ==, 1);
  g_assert_cmpuint (score (scratch->store, 0, "青禾镇", "张三", 55.5), ==, 0);
  g_clear_object (&scratch->store);
  scratch->store = dz_store_open (scratch->path, NULL);
  check_scores (scratch->store, "2024 行政执法 青禾镇 张三 55.5");
  review = dz_store_load (scratch->store, NULL, NULL);
  sheet = get_sheet (review);
  g_assert_cmpuint (sheet->heads->len, ==, 4);
  g_assert_cmpfloat (sheet->good, ==, 80);
  head = g_ptr_array_index (sheet->heads, 0);
  g_assert_cmpstr (head->group, ==, "办案");
  g_assert_cmpstr (head->shows, ==, "w:enforcement_team");
  g_assert_true (isnan (((const DzScoreHead *) g_ptr_array_index (sheet->heads, 3))->most));
  g_assert_cmpstr (((const DzScore *) g_ptr_array_index (sheet->scores, 0))->note, ==, "理由");
  told = dz_store_check (scratch->store, NULL);
  g_assert_cmpuint (told->len, ==, 0);
}

static void
test_undone_by_name (void)
{
  g_autoptr(DzScratch) scratch = new_scored ();
  DzStore *store = scratch->store;

  check_step (store, "Score sheet");
  score (store, 0, "青禾镇", "张三", 50);
  check_step (store, "Scores: 青禾镇 2024, 张三");
  score (store, 0, "青禾镇", "张三", NAN);
  check_scores (store, "");
  g_assert_true (dz_store_undo (store, 0, NULL));
  check_scores (store, "2024 行政执法 青禾镇 张三 50");
  for (guint i = 0; i < 2; i++)
    g_assert_true (dz_store_undo (store, 0, NULL));
  {
    g_autoptr(DzReview) review = dz_store_load (store, NULL, NULL);

    g_assert_cmpuint (review->score_sheets->len, ==, 0);
  }
  for (guint i = 0; i < 2; i++)
    g_assert_true (dz_store_redo (store, 0, NULL));
  check_scores (store, "2024 行政执法 青禾镇 张三 50");
  /* what cannot be redone any more is gone for good, and a new sheet has its place */
  for (guint i = 0; i < 2; i++)
    g_assert_true (dz_store_undo (store, 0, NULL));
  {
    g_autoptr(DzScoreSheet) sheet = make_sheet (2024);

    set_sheet (store, sheet, 0);
  }
  check_scores (store, "");
  g_assert_cmpuint (score (store, 1, "澜桥镇", "李四", 30), ==, 1);
  check_scores (store, "2024 普法 澜桥镇 李四 30");
}

static void
test_what_cannot_be_is_refused (void)
{
  g_autoptr(DzScratch) scratch = new_scored ();
  g_autoptr(DzReview) review = dz_store_load (scratch->store, NULL, NULL);
  const DzScoreHead *head = g_ptr_array_index (get_sheet (review)->heads, 0);
  gint64 body = dz_store_find_body (scratch->store, "青禾镇");
  const struct { gint64 head, body; double points; } cases[] = {
    { head->id, body, 60.5 }, { head->id, body, -1 }, { head->id, body, INFINITY }, { 999, body, 5 }, { head->id, 999, 5 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) scores = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_score_free);
      g_autoptr(GError) error = NULL;

      g_ptr_array_add (scores, dz_score_new (head->id, body, "张三", 5, NULL));
      g_ptr_array_add (scores, dz_score_new (cases[i].head, cases[i].body, "张三", cases[i].points, NULL));
      g_assert_false (dz_store_set_scores (scratch->store, scores, NULL, &error));
      g_assert_nonnull (error);
    }
  /* one step, one file: what was right in it is not there either */
  check_scores (scratch->store, "");
}

/* A sheet that comes again: heads of the same words keep their points, others take theirs with them. */
static void
test_sheet_again (void)
{
  g_autoptr(DzScratch) scratch = new_scored ();
  g_autoptr(DzScoreSheet) sheet = dz_score_sheet_new (2024);

  score (scratch->store, 0, "青禾镇", "张三", 50);
  score (scratch->store, 1, "青禾镇", "张三", 35);
  dz_score_sheet_add_head (sheet, NULL, "普法", DZ_HEAD_POINTS, 100);
  set_sheet (scratch->store, sheet, 1);
  check_scores (scratch->store, "2024 普法 青禾镇 张三 35");
  g_assert_true (dz_store_undo (scratch->store, 0, NULL));
  check_scores (scratch->store, "2024 行政执法 青禾镇 张三 50; 2024 普法 青禾镇 张三 35");
}

/* A wrong sheet and then the right one again, which is what people do instead of an undo: what was given is there, also after
 * the way back was undone and something else done. */
static void
test_head_comes_back (void)
{
  static const char all[] = "2024 行政执法 青禾镇 张三 50; 2024 普法 青禾镇 张三 35";
  g_autoptr(DzScratch) scratch = new_scored ();
  g_autoptr(DzScoreSheet) right = make_sheet (2024);
  g_autoptr(DzScoreSheet) wrong = dz_score_sheet_new (2024);
  g_autoptr(DzScoreSheet) other = dz_score_sheet_new (2024);
  g_autoptr(GPtrArray) told = NULL;

  score (scratch->store, 0, "青禾镇", "张三", 50);
  score (scratch->store, 1, "青禾镇", "张三", 35);
  dz_score_sheet_add_head (wrong, NULL, "普法", DZ_HEAD_POINTS, 100);
  dz_score_sheet_add_head (other, NULL, "普法", DZ_HEAD_POINTS, 90);
  dz_score_sheet_add_head (other, NULL, "信访", DZ_HEAD_POINTS, 10);
  set_sheet (scratch->store, wrong, 1);
  set_sheet (scratch->store, right, 0);
  check_scores (scratch->store, all);
  g_assert_true (dz_store_undo (scratch->store, 0, NULL));
  check_scores (scratch->store, "2024 普法 青禾镇 张三 35");
  set_sheet (scratch->store, other, 0);
  set_sheet (scratch->store, right, 0);
  check_scores (scratch->store, all);
  /* what only the redo stack knew is a head like any new one */
  for (guint i = 0; i < 2; i++)
    g_assert_true (dz_store_undo (scratch->store, 0, NULL));
  set_sheet (scratch->store, other, 0);
  g_assert_cmpuint (score (scratch->store, 1, "青禾镇", "张三", 8), ==, 1);
  check_scores (scratch->store, "2024 普法 青禾镇 张三 35; 2024 信访 青禾镇 张三 8");
  told = dz_store_check (scratch->store, NULL);
  g_assert_cmpuint (told->len, ==, 0);
}

static void
test_two_scorers_merge (void)
{
  g_autoptr(DzScratch) own = new_scored ();
  g_autoptr(DzScratch) other = new_scored ();
  g_auto(DzMerged) merged = { 0 };
  g_auto(DzMerged) again = { 0 };

  score (own->store, 0, "青禾镇", "张三", 50);
  score (other->store, 0, "青禾镇", "李四", 58);
  score (other->store, 1, "澜桥镇", "李四", 31);
  g_clear_object (&other->store);
  g_assert_true (dz_store_merge (own->store, other->path, NULL, &merged, NULL));
  check_scores (own->store, "2024 行政执法 青禾镇 张三 50; 2024 行政执法 青禾镇 李四 58; 2024 普法 澜桥镇 李四 31");
  g_assert_cmpuint (merged.conflicts->len, ==, 0);
  g_assert_cmpuint (merged.taken, ==, 2);
  g_assert_true (dz_store_merge (own->store, other->path, NULL, &again, NULL));
  g_assert_true (dz_merged_is_empty (&again));
  g_assert_true (dz_store_undo (own->store, 0, NULL));
  check_scores (own->store, "2024 行政执法 青禾镇 张三 50");
}

/* One person scored on two machines, and the counties' sheets differ: ours stand, and all is told. */
static void
test_conflicts_are_told (void)
{
  g_autoptr(DzScratch) own = new_scored ();
  g_autoptr(DzScratch) other = new_scored ();
  g_autoptr(DzScoreSheet) more = make_sheet (2024);
  g_auto(DzMerged) merged = { 0 };
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  ((DzScoreHead *) g_ptr_array_index (more->heads, 1))->most = 45;
  dz_score_sheet_add_head (more, NULL, "信访", DZ_HEAD_POINTS, 5);
  set_sheet (other->store, more, 0);
  score (own->store, 0, "青禾镇", "张三", 50);
  score (other->store, 0, "青禾镇", "张三", 52);
  score (other->store, 1, "青禾镇", "张三", 44);
  score (other->store, 4, "青禾镇", "张三", 4);
  g_clear_object (&other->store);
  g_assert_true (dz_store_merge (own->store, other->path, NULL, &merged, NULL));
  check_scores (own->store, "2024 行政执法 青禾镇 张三 50");
  g_assert_cmpuint (merged.conflicts->len, ==, 2);
  first = dz_conflict_to_line (g_ptr_array_index (merged.conflicts, 0));
  g_assert_cmpstr (first, ==, "2024: 普法; most: here 40, there 45");
  second = dz_conflict_to_line (g_ptr_array_index (merged.conflicts, 1));
  g_assert_cmpstr (second, ==, "青禾镇 2024: 行政执法 (张三); points: here 50, there 52");
  g_assert_cmpuint (merged.left_out->len, ==, 2);
  g_assert_nonnull (strstr (g_ptr_array_index (merged.left_out, 0), "more than the head is worth here"));
  g_assert_nonnull (strstr (g_ptr_array_index (merged.left_out, 1), "no such head"));
}

/* Where the other's weights are to stand its points fit them: a head worth more takes more, and what one worth less does not
 * hold any more is told. */
static void
test_their_weights_stand (void)
{
  g_autoptr(DzScratch) own = new_scored ();
  g_autoptr(DzScratch) other = new_scored ();
  g_autoptr(DzScoreSheet) sheet = make_sheet (2024);
  g_autoptr(GHashTable) theirs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto(DzMerged) merged = { 0 };
  g_autoptr(GError) error = NULL;

  score (other->store, 0, "青禾镇", "张三", 58);
  ((DzScoreHead *) g_ptr_array_index (sheet->heads, 0))->most = 55;
  ((DzScoreHead *) g_ptr_array_index (sheet->heads, 1))->most = 45;
  set_sheet (other->store, sheet, 0);
  score (other->store, 1, "青禾镇", "张三", 44);
  g_clear_object (&other->store);
  for (int i = 1; i <= 2; i++)
    g_hash_table_add (theirs, g_strdup_printf ("score_head/%d/most", i));
  g_assert_true (dz_store_merge (own->store, other->path, theirs, &merged, &error));
  g_assert_no_error (error);
  check_scores (own->store, "2024 普法 青禾镇 张三 44");
  g_assert_cmpuint (merged.left_out->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (merged.left_out, 0), "more than the head is worth here"));
}

/* A review that has no sheet takes the other's over, with what was given. */
static void
test_sheet_comes_over (void)
{
  g_autoptr(DzScratch) own = dz_scratch_new ();
  g_autoptr(DzScratch) other = new_scored ();
  g_auto(DzMerged) merged = { 0 };

  add_body (own->store, "青禾镇");
  score (other->store, 0, "青禾镇", "李四", 58);
  g_clear_object (&other->store);
  g_assert_true (dz_store_merge (own->store, other->path, NULL, &merged, NULL));
  check_scores (own->store, "2024 行政执法 青禾镇 李四 58");
}

static void
test_old_review (void)
{
  g_autoptr(DzScratch) scratch = dz_scratch_new ();
  g_autofree char *path = g_build_filename (scratch->folder, "old.duizhao", NULL);
  g_autoptr(DzScoreSheet) sheet = make_sheet (2024);
  g_autoptr(GError) error = NULL;
  g_autoptr(DzReview) review = NULL;

  dz_old_review_unpack (path);
  g_clear_object (&scratch->store);
  scratch->store = dz_store_open (path, &error);
  g_assert_no_error (error);
  review = dz_store_load (scratch->store, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (review->score_sheets->len, ==, 0);
  g_assert_cmpuint (review->reports->len, ==, 1);
  set_sheet (scratch->store, sheet, 0);
  g_assert_cmpuint (score (scratch->store, 0, ((DzBody *) g_ptr_array_index (review->bodies, 0))->name, "张三", 9), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scores/table/one-scorer", test_one_scorer);
  g_test_add_func ("/scores/table/nothing-is-filled-in", test_nothing_is_filled_in);
  g_test_add_func ("/scores/table/a-deduction-alone", test_deduction_alone);
  g_test_add_func ("/scores/table/mean-and-spread", test_spread);
  g_test_add_func ("/scores/table/extremes-dropped-from-three-on", test_extremes);
  g_test_add_func ("/scores/table/a-limit-is-in-the-better-grade", test_limits);
  g_test_add_func ("/scores/table/more-than-a-lowered-weight", test_over);
  g_test_add_func ("/scores/evidence/by-the-ids-of-the-sheet", test_evidence);
  g_test_add_func ("/scores/table/one-person-is-one", test_scorer_name);
  g_test_add_func ("/scores/store/kept", test_kept);
  g_test_add_func ("/scores/store/undone-by-name", test_undone_by_name);
  g_test_add_func ("/scores/store/what-cannot-be-is-refused", test_what_cannot_be_is_refused);
  g_test_add_func ("/scores/store/a-sheet-again-keeps-what-was-given", test_sheet_again);
  g_test_add_func ("/scores/store/a-head-comes-back-with-its-points", test_head_comes_back);
  g_test_add_func ("/scores/merge/two-scorers-survive", test_two_scorers_merge);
  g_test_add_func ("/scores/merge/conflicts-are-told", test_conflicts_are_told);
  g_test_add_func ("/scores/merge/their-weights-stand", test_their_weights_stand);
  g_test_add_func ("/scores/merge/a-sheet-comes-over", test_sheet_comes_over);
  g_test_add_func ("/scores/store/an-old-review-takes-a-sheet", test_old_review);

  return g_test_run ();
}
