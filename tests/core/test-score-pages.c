/* test-score-pages.c - 评分 on paper and in workbooks: the result, the form that goes out and comes back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-codebook-job.h"
#include "dz-document.h"
#include "dz-export.h"
#include "dz-grown-county.h"
#include "dz-made-review.h"
#include "dz-pages-check.h"
#include "dz-score-book.h"
#include "dz-scores-job.h"
#include "dz-scratch.h"

#include <math.h>

#define YEAR 2024

/* A made county of @n bodies with a sheet of three heads, scored by @n_scorers; the last of them leaves the last body out. */
static DzReview *
make_county (DzCodebook *codebook,
             guint       n,
             guint       n_scorers)
{
  static const char *const scorers[] = { "张三", "李四", "王五", "赵六" };
  DzReview *review = dz_made_review (codebook, n, 11);
  DzScoreSheet *sheet = dz_score_sheet_new (YEAR);

  sheet->title = g_strdup ("述法评议评分表");
  sheet->excellent = 90;
  sheet->good = 80;
  sheet->fair = 60;
  dz_score_sheet_add_head (sheet, "执法", "行政执法规范化", DZ_HEAD_POINTS, 60)->shows = g_strdup ("enforcement_team w:enforcement_team C-ANSWER");
  dz_score_sheet_add_head (sheet, "普法", "普法宣传", DZ_HEAD_POINTS, 40)->shows = g_strdup ("propaganda promises");
  dz_score_sheet_add_head (sheet, "加分", "经验推广", DZ_HEAD_BONUS, 5);
  for (guint i = 0; i < sheet->heads->len; i++)
    ((DzScoreHead *) g_ptr_array_index (sheet->heads, i))->id = (gint64) i + 1;
  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < n_scorers; k++)
      {
        gint64 body = ((DzBody *) g_ptr_array_index (review->bodies, i))->id;

        if (i + 1 == n && k + 1 == n_scorers)
          continue;
        g_ptr_array_add (sheet->scores, dz_score_new (1, body, scorers[k], 50 + k, k == 0 ? "=案卷不全" : NULL));
        g_ptr_array_add (sheet->scores, dz_score_new (2, body, scorers[k], 35.5, NULL));
      }
  g_ptr_array_add (review->score_sheets, sheet);

  return review;
}

/* The words of its pages as pdftotext reads them, without blanks. */
static char *
dup_pages (DzReview   *review,
           DzCodebook *codebook,
           const char *template,
           gboolean    hide_names)
{
  g_autoptr(DzBriefingOptions) options = dz_briefing_options_new (review, YEAR);
  g_autoptr(DzBriefing) briefing = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("duizhao-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "out.pdf", NULL);
  g_autofree char *words = NULL;

  g_assert_true (dz_briefing_options_take_template (options, template));
  g_assert_cmpstr (dz_briefing_options_get_template (options), ==, template);
  options->hide_names = hide_names;
  briefing = dz_briefing_new (review, codebook, options);
  check_geometry (dz_briefing_get_document (briefing));
  g_assert_true (dz_export_pdf (dz_briefing_get_document (briefing), path, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  words = read_pdf (path, FALSE);
  g_unlink (path);
  g_rmdir (folder);

  return words != NULL ? squeeze (words) : NULL;
}

static void
test_result (void)
{
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();
  g_autoptr(DzReview) review = make_county (codebook, 12, 3);
  const char *first = ((DzBody *) g_ptr_array_index (review->bodies, 0))->name;
  g_autofree char *plain = dup_pages (review, codebook, "scores", FALSE);
  g_autofree char *hidden = dup_pages (review, codebook, "scores", TRUE);

  if (plain == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }
  g_assert_nonnull (strstr (plain, "3名评分人对12个单位评分，已评齐的11个，尚未评齐的1个。良好12个。"));
  g_assert_nonnull (strstr (plain, "86.50")); /* 85.5, 86.5, 87.5; every mean with two decimals */
  g_assert_nonnull (strstr (plain, "1.00")); /* their spread */
  g_assert_nonnull (strstr (plain, "王五未评"));
  g_assert_nonnull (strstr (plain, "90分以上为优秀"));
  g_assert_nonnull (strstr (plain, "张三：=案卷不全"));
  g_assert_nonnull (strstr (plain, first));
  g_assert_null (strstr (hidden, first));
  g_assert_nonnull (strstr (hidden, "甲单位"));
}

/* Before anybody scored a sentence says so: there is no table of dashes, and none is numbered. */
static void
test_not_begun (void)
{
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();
  g_autoptr(DzReview) review = make_county (codebook, 12, 0);
  g_autofree char *text = dup_pages (review, codebook, "scores", FALSE);
  g_autoptr(DzBriefingOptions) options = dz_briefing_options_new (review, YEAR);
  g_autoptr(DzBriefing) briefing = NULL;
  guint first, last, end;

  /* nor has it a page for saying so */
  dz_briefing_options_parse (options, "+scores");
  briefing = dz_briefing_new (review, codebook, options);
  g_assert_true (dz_briefing_get_part_pages (briefing, "checks", &first, &end));
  g_assert_true (dz_briefing_get_part_pages (briefing, "scores", &first, &last));
  g_assert_cmpuint (first, ==, end);
  if (text == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }
  g_assert_nonnull (strstr (text, "对12个单位的评分尚未开始。"));
  g_assert_null (strstr (text, "标准差"));
  g_assert_null (strstr (text, "表1"));
}

/* A sheet a body, with what is held beside each head; nothing is filled in. */
static void
test_forms (void)
{
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();
  g_autoptr(DzReview) review = make_county (codebook, 5, 2);
  g_autofree char *text = dup_pages (review, codebook, "score-forms", FALSE);

  if (text == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }
  for (guint i = 0; i < review->bodies->len; i++)
    {
      g_autofree char *who = g_strdup_printf ("被评单位：%s", ((DzBody *) g_ptr_array_index (review->bodies, i))->name);

      g_assert_nonnull (strstr (text, who));
    }
  g_assert_nonnull (strstr (text, "数值："));
  g_assert_nonnull (strstr (text, "加分：加分/经验推广"));
  g_assert_nonnull (strstr (text, "评分表未指定依据"));
  g_assert_null (strstr (text, "35.5"));
}

/* However much a report has beside five heads, its form is one page; a form of forty heads has its pages. */
static void
test_form_is_a_page (void)
{
  g_autoptr(DzCodebook) codebook = NULL;
  g_autoptr(DzReview) review = dz_grown_county (20, &codebook);
  const char *shows = "awareness_duty w:awareness_duty enforcement_team w:enforcement_team publicity w:publicity "
                      "society_disputes w:society_disputes promises";
  guint n_pages[2];

  for (guint round = 0; round < 2; round++)
    {
      g_autoptr(DzBriefingOptions) options = NULL;
      g_autoptr(DzBriefing) briefing = NULL;
      DzScoreSheet *sheet = dz_score_sheet_new (YEAR);

      for (guint i = 0; i < (round == 0 ? 5 : 40); i++)
        {
          g_autofree char *name = g_strdup_printf ("第%u项", i + 1);
          DzScoreHead *head = dz_score_sheet_add_head (sheet, "履职", name, DZ_HEAD_POINTS, 20);

          head->shows = g_strdup (shows);
          head->standard = g_strdup ("专题研究部署法治建设，带头学法述法；未专题研究的扣5分，未集体学法的每少1次扣1分，扣完为止。");
        }
      g_ptr_array_set_size (review->score_sheets, 0);
      g_ptr_array_add (review->score_sheets, sheet);
      options = dz_briefing_options_new (review, YEAR);
      dz_briefing_options_take_template (options, "score-forms");
      dz_briefing_options_parse (options, "-cover");
      briefing = dz_briefing_new (review, codebook, options);
      n_pages[round] = dz_briefing_get_n_pages (briefing);
    }
  g_assert_cmpuint (n_pages[0], ==, review->bodies->len);
  g_assert_cmpuint (n_pages[1], >=, 2 * review->bodies->len);
}

/* Alone each body has a page to be handed out; in a briefing short ones share theirs, and each is still found. */
static void
test_short_ones_share (void)
{
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();
  g_autoptr(DzReview) review = make_county (codebook, 12, 3);
  guint n_pages[2];

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(DzBriefingOptions) options = dz_briefing_options_new (review, YEAR);
      g_autoptr(DzBriefing) briefing = NULL;
      guint first = 0, last = 0;

      if (i == 0)
        g_assert_true (dz_briefing_options_take_template (options, "scores"));
      else
        dz_briefing_options_parse (options, "+scores");
      briefing = dz_briefing_new (review, codebook, options);
      for (guint k = 0; k < review->bodies->len; k++)
        {
          g_autofree char *id = g_strdup_printf ("scores:%" G_GINT64_FORMAT, ((DzBody *) g_ptr_array_index (review->bodies, k))->id);
          guint at, to;

          g_assert_true (dz_briefing_get_part_pages (briefing, id, &at, &to));
          g_assert_cmpuint (at, ==, to);
          first = k == 0 ? at : MIN (first, at);
          last = MAX (last, to);
        }
      n_pages[i] = last - first + 1;
    }
  g_assert_cmpuint (n_pages[0], ==, 12);
  g_assert_cmpuint (n_pages[1], <=, 7);
}

static void
test_no_sheet (void)
{
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();
  g_autoptr(DzReview) review = dz_made_review (codebook, 5, 11);
  g_autoptr(DzBriefingOptions) options = dz_briefing_options_new (review, YEAR);
  DzScoreBook book = { review, codebook, YEAR, NULL, TRUE, NULL };
  g_autoptr(GError) error = NULL;

  g_assert_false (dz_briefing_options_find_part (options, "scores")->possible);
  g_assert_false (dz_score_book_write (&book, "/nonexistent/评分.xlsx", &error));
  g_assert_nonnull (strstr (error->message, "no score sheet of 2024"));
}

/* What went out comes back the same: sheet, points and reasons, though a reason looks like a formula. */
static void
test_comes_back (void)
{
  g_autoptr(DzCodebook) codebook = dz_codebook_load (NULL, NULL);
  g_autoptr(DzReview) review = make_county (codebook, 4, 3);
  g_autoptr(DzScratch) scratch = dz_scratch_new ();
  g_autofree char *path = g_build_filename (scratch->folder, "评分.xlsx", NULL);
  DzScoreBook book = { review, codebook, YEAR, NULL, FALSE, NULL };
  g_auto(DzScoresTally) sheet = { 0 };
  g_auto(DzScoresTally) scores = { 0 };
  g_auto(DzScoresTally) form = { 0 };
  g_autoptr(GError) error = NULL;
  g_autoptr(DzReview) kept = NULL;
  const DzScoreSheet *there = g_ptr_array_index (review->score_sheets, 0);
  const DzScoreSheet *here;

  for (guint i = 0; i < review->bodies->len; i++)
    {
      g_autoptr(DzBody) body = dz_body_copy (g_ptr_array_index (review->bodies, i));

      body->id = 0;
      g_assert_cmpint (dz_store_set_body (scratch->store, body, NULL), !=, 0);
    }
  g_assert_true (dz_score_book_write (&book, path, &error));
  g_assert_no_error (error);
  dz_score_sheet_import (scratch->store, codebook, path, 0, &sheet, &error);
  g_assert_no_error (error);
  dz_scores_import (scratch->store, codebook, path, 0, &scores, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (scores.scorers->len, ==, 3);
  kept = dz_store_load (scratch->store, NULL, NULL);
  here = dz_review_score_sheet_of (kept, YEAR);
  g_assert_cmpuint (here->heads->len, ==, 3);
  g_assert_cmpuint (here->scores->len, ==, there->scores->len);
  g_assert_cmpfloat (here->good, ==, 80);
  for (guint i = 0; i < here->heads->len; i++)
    {
      const DzScoreHead *own = g_ptr_array_index (here->heads, i);
      const DzScoreHead *other = g_ptr_array_index (there->heads, i);

      g_assert_cmpstr (own->name, ==, other->name);
      g_assert_cmpstr (own->group, ==, other->group);
      g_assert_cmpstr (own->shows, ==, other->shows);
      g_assert_cmpint (own->kind, ==, other->kind);
      g_assert_cmpfloat (own->most, ==, other->most);
    }
  g_assert_cmpstr (((DzScore *) g_ptr_array_index (here->scores, 0))->note, ==, "=案卷不全");
  /* a form that bears a name and what was given already changes nothing */
  book.review = kept;
  book.is_form = TRUE;
  book.scorer = "李四";
  g_assert_true (dz_score_book_write (&book, path, &error));
  g_assert_true (dz_scores_import (scratch->store, codebook, path, 0, &form, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (form.found, ==, 8);
  g_assert_cmpuint (form.changed, ==, 0);
  g_assert_cmpuint (form.told->len, ==, 0);
}

/* That extremes are dropped is written also where the county has no grades. */
static void
test_drops_come_back (void)
{
  g_autoptr(DzCodebook) codebook = dz_codebook_load (NULL, NULL);
  g_autoptr(DzReview) review = make_county (codebook, 2, 1);
  g_autoptr(DzScratch) scratch = dz_scratch_new ();
  g_autofree char *path = g_build_filename (scratch->folder, "评分.xlsx", NULL);
  DzScoreBook book = { review, codebook, YEAR, NULL, FALSE, NULL };
  DzScoreSheet *there = g_ptr_array_index (review->score_sheets, 0);
  g_auto(DzScoresTally) tally = { 0 };
  g_autoptr(GError) error = NULL;
  g_autoptr(DzReview) kept = NULL;
  const DzScoreSheet *here;

  there->excellent = there->good = there->fair = NAN;
  there->drops_extremes = TRUE;
  g_assert_true (dz_score_book_write (&book, path, &error));
  g_assert_true (dz_score_sheet_import (scratch->store, codebook, path, 0, &tally, &error));
  g_assert_no_error (error);
  kept = dz_store_load (scratch->store, NULL, NULL);
  here = dz_review_score_sheet_of (kept, YEAR);
  g_assert_false (dz_score_sheet_has_grades (here));
  g_assert_true (here->drops_extremes);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/score-pages/result", test_result);
  g_test_add_func ("/score-pages/not-begun", test_not_begun);
  g_test_add_func ("/score-pages/forms", test_forms);
  g_test_add_func ("/score-pages/a-form-is-a-page", test_form_is_a_page);
  g_test_add_func ("/score-pages/short-ones-share", test_short_ones_share);
  g_test_add_func ("/score-pages/a-year-without-a-sheet", test_no_sheet);
  g_test_add_func ("/score-pages/what-went-out-comes-back", test_comes_back);
  g_test_add_func ("/score-pages/drops-come-back", test_drops_come_back);

  return g_test_run ();
}
