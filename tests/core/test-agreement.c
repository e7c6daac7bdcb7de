/* test-agreement.c - two readings of the same sentences: percent and kappa
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-agreement.h"
#include "dz-test-review.h"

static void
add (GArray     *judged,
     const char *first,
     const char *second,
     guint       n)
{
  DzJudged one = { DZ_SPAN_NONE, g_intern_string (first), g_intern_string (second) };

  for (guint i = 0; i < n; i++)
    g_array_append_val (judged, one);
}

/* 50 sentences: 20 and 15 the same, 5 and 10 not. By hand: po = .7, pe = .5 × .6 + .5 × .4 = .5, kappa = .4. */
static void
test_by_hand (void)
{
  g_autoptr(GArray) judged = g_array_new (FALSE, FALSE, sizeof (DzJudged));
  DzAgreement agreement;

  add (judged, "a", "a", 20);
  add (judged, "a", "b", 5);
  add (judged, "b", "a", 10);
  add (judged, "b", "b", 15);
  agreement = dz_agreement_measure (judged);
  g_assert_cmpuint (agreement.n, ==, 50);
  g_assert_cmpuint (agreement.n_same, ==, 35);
  g_assert_cmpfloat_with_epsilon (agreement.percent, 70, 1e-9);
  g_assert_cmpfloat_with_epsilon (agreement.kappa, .4, 1e-9);
}

static void
test_edges (void)
{
  g_autoptr(GArray) judged = g_array_new (FALSE, FALSE, sizeof (DzJudged));
  DzAgreement none = dz_agreement_measure (judged);
  DzAgreement one;

  g_assert_true (isnan (none.percent) && isnan (none.kappa));
  /* both always say the same one thing: chance alone explains it */
  add (judged, "-", "-", 7);
  one = dz_agreement_measure (judged);
  g_assert_cmpfloat (one.percent, ==, 100);
  g_assert_true (isnan (one.kappa));
  add (judged, "a", "a", 1);
  one = dz_agreement_measure (judged);
  g_assert_cmpfloat_with_epsilon (one.kappa, 1, 1e-9);
}

static void
judge (DzReview   *review,
       DzReport   *report,
       DzSpan      sentence,
       const char *code)
{
  g_autofree char *key = dz_agreement_dup_key (report, sentence);

  g_ptr_array_add (review->decisions, dz_decision_new (DZ_SECOND_READING, report->body_id, report->identity.year, key,
                                                       code, NULL));
}

/* Sentences of the problems only, headings left out; what the second has not judged does not count. */
static void
test_sentences_of_a_report (void)
{
  static const char words[] = "一、成效\n开展普法。\n二、存在的问题\n（一）执法力量不足。人员仅5名。\n（二）普法形式单一。\n三、计划\n充实力量。\n";
  g_autoptr(DzReview) review = dz_review_new ();
  g_autoptr(DzText) text = dz_text_new_from_string (words);
  DzReport *report = dz_report_new (text, NULL);
  g_autoptr(GArray) sentences = NULL;
  g_autoptr(GArray) judged = NULL;
  DzSection section = { .kind = DZ_SECTION_PROBLEMS };
  DzWeakness weakness = { .code = g_intern_string ("enforce_staff_short") };
  g_autofree char *first = NULL;

  report->body_id = 7;
  report->identity.year = 2024;
  g_ptr_array_add (review->reports, report);
  section.span.start = (gsize) (strstr (words, "二、") - words);
  section.span.end = (gsize) (strstr (words, "三、") - words);
  section.heading.start = section.span.start;
  section.heading.end = (gsize) (strstr (words, "（一）") - words) - 1;
  g_array_append_val (report->sections, section);
  weakness.span.start = (gsize) (strstr (words, "执法力量") - words);
  weakness.span.end = weakness.span.start + strlen ("执法力量不足");
  g_array_append_val (report->weaknesses, weakness);

  sentences = dz_agreement_list_sentences (report);
  g_assert_cmpuint (sentences->len, ==, 3);
  first = dz_text_dup_span (text, g_array_index (sentences, DzSpan, 0));
  g_assert_cmpstr (first, ==, "（一）执法力量不足。");
  judge (review, report, g_array_index (sentences, DzSpan, 0), "enforce_staff_short");
  judge (review, report, g_array_index (sentences, DzSpan, 2), "publicity_form_monotone");
  judged = dz_agreement_list_judged (review, report);
  g_assert_cmpuint (judged->len, ==, 2);
  g_assert_true (g_array_index (judged, DzJudged, 0).first == g_array_index (judged, DzJudged, 0).second);
  g_assert_cmpstr (g_array_index (judged, DzJudged, 1).first, ==, DZ_NO_CODE);
  /* a weakness a person rejected is none */
  g_array_index (report->weaknesses, DzWeakness, 0).state = DZ_STATE_REJECTED;
  g_assert_cmpstr (dz_agreement_get_first (report, g_array_index (sentences, DzSpan, 0)), ==, DZ_NO_CODE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/agreement/by-hand", test_by_hand);
  g_test_add_func ("/agreement/edges", test_edges);
  g_test_add_func ("/agreement/sentences-of-a-report", test_sentences_of_a_report);

  return g_test_run ();
}
