/* test-search.c - words of any length are found, at their place in the original
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-error.h"
#include "dz-merge.h"
#include "dz-scratch.h"
#include "dz-search.h"

static DzReview *
make_review (const char *const *texts)
{
  DzReview *review = dz_review_new ();

  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_autoptr(DzText) text = dz_text_new_from_string (texts[i]);
      DzReport *report = dz_report_new (text, NULL);

      report->id = i + 1;
      g_ptr_array_add (review->reports, report);
    }

  return review;
}

static const char *const texts[] = {
  "全年调处矛盾纠纷 ８０６ 件，接待信访群众。信访工作有序。\n",
  "全年調處矛盾糾紛806件，開展執法規範化建設，責任進一步壓實。\n",
  "无关内容。\n",
  NULL
};

static GPtrArray *
find (DzSearch   *search,
      const char *words,
      guint       limit)
{
  GPtrArray *hits = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_search_hit_free);

  dz_search_begin (search, words, 0, limit);
  g_assert_true (dz_search_go_on (search, 0, hits, NULL));

  return hits;
}

static void
check_words (DzSearch   *search,
             DzReview   *review,
             const char *words,
             guint       n_reports,
             const char *first)
{
  g_autoptr(GPtrArray) hits = find (search, words, 0);
  DzSearchHit *hit;

  g_test_message ("%s", words);
  g_assert_cmpuint (hits->len, ==, n_reports);
  if (first == NULL)
    return;
  hit = g_ptr_array_index (hits, 0);
  {
    DzReport *report = dz_review_find_report (review, hit->report_id);
    g_autofree char *found = dz_text_dup_span (report->text, g_array_index (hit->spans, DzSpan, 0));

    g_assert_cmpstr (found, ==, first);
  }
}

static void
check_pattern (DzSearch   *search,
               DzReview   *review,
               const char *pattern,
               guint       n_reports,
               const char *first)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_search_hit_free);
  DzSearchHit *hit;
  g_autofree char *found = NULL;

  g_test_message ("%s", pattern);
  g_assert_true (dz_search_begin_pattern (search, pattern, 0, 0, &error));
  g_assert_true (dz_search_go_on (search, 0, hits, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, n_reports);
  if (n_reports == 0)
    return;
  hit = g_ptr_array_index (hits, 0);
  found = dz_text_dup_span (dz_review_find_report (review, hit->report_id)->text,
                            g_array_index (hit->spans, DzSpan, 0));
  g_assert_cmpstr (found, ==, first);
}

static void
test_patterns (void)
{
  const char *const bracketed[] = { "参加培训(约)30人次。\n", "参加培训（约）30人次。\n", NULL };
  g_autoptr(DzReview) review = make_review (texts);
  g_autoptr(DzReview) brackets = make_review (bracketed);
  g_autoptr(DzSearch) search = dz_search_new ();
  g_autoptr(GError) error = NULL;

  dz_search_set_review (search, review);
  /* full width, blanks and traditional characters: both reports */
  check_pattern (search, review, "纠纷\\d+件", 2, "纠纷 ８０６ 件");
  check_pattern (search, review, "糾紛[0-9]{3}件", 2, "纠纷 ８０６ 件");
  check_pattern (search, review, "信访(群众|工作)", 1, "信访群众");
  check_pattern (search, review, "x*", 0, NULL);
  check_pattern (search, review, "纠纷\\d{4}", 0, NULL);
  g_assert_false (dz_search_begin_pattern (search, "信访(", 0, 0, &error));
  g_assert_error (error, DZ_ERROR, DZ_ERROR_USAGE);
  /* a full-width bracket stands for itself */
  dz_search_set_review (search, brackets);
  check_pattern (search, brackets, "（约）\\d+", 2, "(约)30");
}

static void
test_any_length_any_script (void)
{
  g_autoptr(DzReview) review = make_review (texts);
  g_autoptr(DzSearch) search = dz_search_new ();

  dz_search_set_review (search, review);
  check_words (search, review, "纠", 2, "纠");
  check_words (search, review, "信访", 1, "信访");
  check_words (search, review, "糾紛", 2, "纠纷");
  check_words (search, review, "矛盾纠纷806件", 2, "矛盾纠纷 ８０６ 件");
  check_words (search, review, "调处", 2, "调处");
  check_words (search, review, "没有这个词", 0, NULL);
  check_words (search, review, "  ", 0, NULL);
}

/* A row of a table is found by its own words, as they are taken from the page; the numbers still part for the reader. */
static void
test_row_parted_by_blanks (void)
{
  const char *const rows[] = { "事项 2023年 2024年\n调解纠纷（件） 71 64\n受理信访（件） 5 2\n", NULL };
  g_autoptr(DzReview) review = make_review (rows);
  g_autoptr(DzSearch) search = dz_search_new ();

  dz_search_set_review (search, review);
  check_words (search, review, "调解纠纷（件） 71 64", 1, "调解纠纷（件） 71 64");
  check_words (search, review, "2023年2024年", 1, "2023年 2024年");
  check_pattern (search, review, "受理信访.*", 1, "受理信访（件） 5 2");
}

static void
test_limit_and_count (void)
{
  g_autoptr(DzReview) review = make_review (texts);
  g_autoptr(DzSearch) search = dz_search_new ();
  g_autoptr(GPtrArray) all = NULL;
  g_autoptr(GPtrArray) one = NULL;

  dz_search_set_review (search, review);
  all = find (search, "信访", 0);
  g_assert_cmpuint (((DzSearchHit *) g_ptr_array_index (all, 0))->spans->len, ==, 2);
  g_assert_false (dz_search_is_cut (search));
  one = find (search, "纠纷", 1);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_true (dz_search_is_cut (search));
}

/* A report at a time finds what one go finds; those of the year that is looked at come first. */
static void
test_in_slices (void)
{
  g_autoptr(DzReview) review = make_review (texts);
  g_autoptr(DzSearch) search = dz_search_new ();
  g_autoptr(GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_search_hit_free);
  guint slices = 0;

  ((DzReport *) g_ptr_array_index (review->reports, 1))->identity.year = 2024;
  for (int round = 0; round < 2; round++) /* what was folded before finds the same */
    {
      g_ptr_array_set_size (hits, 0);
      dz_search_set_review (search, review);
      dz_search_begin (search, "纠纷", 2024, 0);
      for (slices = 0; !dz_search_is_over (search); slices++)
        {
          g_assert_true (dz_search_go_on (search, 1, hits, NULL));
          g_usleep (2);
        }
      g_assert_cmpuint (slices, <=, 3);
      g_assert_cmpuint (hits->len, ==, 2);
      g_assert_cmpint (((DzSearchHit *) g_ptr_array_index (hits, 0))->report_id, ==, 2);
      g_assert_cmpint (((DzSearchHit *) g_ptr_array_index (hits, 1))->report_id, ==, 1);
    }
  /* another snapshot ends what was under way */
  dz_search_begin (search, "纠纷", 0, 0);
  dz_search_set_review (search, NULL);
  g_assert_true (dz_search_is_over (search));
}

/* What was found stays true where a decision about a report makes it anew with the same words, and only there. */
static void
test_another_review (void)
{
  static const char *const others[] = { "纠纷", "信访", "调解", NULL };
  static const char *const fewer[] = { "纠纷", NULL };
  g_autoptr(DzReview) review = make_review (texts);
  g_autoptr(DzReview) same = make_review (texts);
  g_autoptr(DzReview) reread = make_review (others);
  g_autoptr(DzReview) without = make_review (fewer);
  g_autoptr(DzSearch) search = dz_search_new ();

  g_assert_false (dz_search_is_of (search, review));
  dz_search_set_review (search, review);
  g_assert_true (dz_search_is_of (search, review));
  g_assert_true (dz_search_is_of (search, same));
  g_assert_false (dz_search_is_of (search, reread));
  g_assert_false (dz_search_is_of (search, without));
  ((DzReport *) g_ptr_array_index (same->reports, 0))->identity.year++;
  g_assert_false (dz_search_is_of (search, same));
}

static void
test_merge_takes_what_is_missing (void)
{
  g_autoptr(DzScratch) here = dz_scratch_new ();
  g_autoptr(DzScratch) there = dz_scratch_new ();
  g_autoptr(DzReport) common = dz_scratch_report ("青禾镇", 2024, 5);
  g_autoptr(DzReport) twin = dz_scratch_report ("青禾镇", 2024, 5);
  g_autoptr(DzReport) new = dz_scratch_report ("澜桥镇", 2024, 6);
  g_autoptr(DzBody) body = dz_body_new ("澜桥镇", NULL);
  g_autoptr(DzReview) review = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_auto(DzMerged) merged = { 0 };

  dz_store_add_report (here->store, common, NULL);
  dz_store_add_report (there->store, twin, NULL);
  new->body_id = dz_store_set_body (there->store, body, NULL);
  g_array_index (new->figures, DzFigure, 0).state = DZ_STATE_CONFIRMED;
  dz_store_add_report (there->store, new, NULL);
  g_clear_object (&there->store);

  before = dz_scratch_dump (here->store);
  g_assert_true (dz_store_merge (here->store, there->path, NULL, &merged, NULL));
  g_assert_cmpuint (merged.added, ==, 1);
  g_assert_cmpuint (merged.skipped, ==, 1);
  g_assert_cmpuint (merged.bodies, ==, 1);
  review = dz_store_load (here->store, NULL, NULL);
  g_assert_nonnull (dz_review_body_named (review, "澜桥镇"));
  g_assert_cmpuint (review->reports->len, ==, 2);
  g_assert_true (dz_store_undo (here->store, 0, NULL));
  after = dz_scratch_dump (here->store);
  g_assert_cmpstr (before, ==, after);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/search/any-length-any-script", test_any_length_any_script);
  g_test_add_func ("/store/search/row-parted-by-blanks", test_row_parted_by_blanks);
  g_test_add_func ("/store/search/limit-and-count", test_limit_and_count);
  g_test_add_func ("/store/search/in-slices", test_in_slices);
  g_test_add_func ("/store/search/another-review", test_another_review);
  g_test_add_func ("/store/merge/takes-what-is-missing", test_merge_takes_what_is_missing);

  g_test_add_func ("/search/patterns", test_patterns);

  return g_test_run ();
}
