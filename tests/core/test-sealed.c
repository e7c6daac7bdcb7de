/* test-sealed.c - a snapshot that is sealed finds what it found before
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-made-review.h"

static DzReport *
add_report (DzReview    *review,
            gint64       id,
            gint64       body_id,
            int          year,
            DzReportKind kind)
{
  g_autoptr(DzText) text = dz_text_new_from_string ("一份报告。");
  DzReport *report = dz_report_new (text, dz_source_new ("一份报告.txt"));

  report->id = id;
  report->body_id = body_id;
  report->identity.year = year;
  report->identity.kind = kind;
  g_ptr_array_add (review->reports, report);

  return report;
}

/* Two bodies of one name, two reports of one body and year of which the second is of a kind we compare, and overlaps. */
static DzReview *
make_review (DzCodebook *codebook)
{
  DzReview *review = dz_made_review (codebook, 30, 27);
  const DzBody *first = g_ptr_array_index (review->bodies, 0);
  DzBody *twin = dz_body_new (first->name, NULL);

  twin->id = 900;
  g_ptr_array_add (review->bodies, twin);
  add_report (review, 901, 900, 2031, DZ_KIND_OTHER);
  add_report (review, 902, 900, 2031, DZ_KIND_ANNUAL_REPORT);
  add_report (review, 903, 900, 2031, DZ_KIND_ANNUAL_REPORT);
  add_report (review, 904, 0, 2031, DZ_KIND_OTHER);
  g_ptr_array_add (review->overlaps, dz_overlap_new (901, 902, 0.5));
  g_ptr_array_add (review->overlaps, dz_overlap_new (902, 903, 0.4));
  g_ptr_array_add (review->overlaps, dz_overlap_new (902, 777, 0.3));

  return review;
}

/* Everything anybody can ask, in one line each. */
static char *
ask_all (DzReview *review)
{
  GString *answers = g_string_new (NULL);

  for (gint64 id = -1; id < 910; id++)
    {
      g_autoptr(GPtrArray) overlaps = dz_review_list_overlaps (review, id);

      g_string_append_printf (answers, "%p %p", (void *) dz_review_find_body (review, id),
                              (void *) dz_review_find_report (review, id));
      for (int year = 2022; year < 2033; year++)
        g_string_append_printf (answers, " %p", (void *) dz_review_report_of (review, id, year));
      /* one end of an overlap may be a report that is gone */
      for (guint i = 0; i < overlaps->len && id != 777; i++)
        g_string_append_printf (answers, " %p", g_ptr_array_index (overlaps, i));
      g_string_append_c (answers, '\n');
    }
  for (guint i = 0; i < review->bodies->len; i++)
    g_string_append_printf (
      answers, "%p\n",
      (void *) dz_review_body_named (review, ((DzBody *) g_ptr_array_index (review->bodies, i))->name));
  g_string_append_printf (answers, "%p\n", (void *) dz_review_body_named (review, "没有这个镇"));

  return g_string_free (answers, FALSE);
}

static void
test_same_answers (void)
{
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();
  g_autoptr(DzReview) review = make_review (codebook);
  g_autofree char *before = ask_all (review);
  g_autofree char *after = NULL;

  g_assert_cmpint (dz_review_report_of (review, 900, 2031)->id, ==, 902);
  dz_review_seal (review);
  after = ask_all (review);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (dz_review_report_of (review, 900, 2031)->id, ==, 902);
}

/* What is added to it afterwards is found too. */
static void
test_grown_since (void)
{
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();
  g_autoptr(DzReview) review = make_review (codebook);
  DzReport *late;
  DzBody *body = dz_body_new ("晚来镇", NULL);

  dz_review_seal (review);
  g_assert_null (dz_review_find_report (review, 950));
  late = add_report (review, 950, 951, 2032, DZ_KIND_ANNUAL_REPORT);
  body->id = 951;
  g_ptr_array_add (review->bodies, body);
  g_assert_true (dz_review_find_report (review, 950) == late);
  g_assert_true (dz_review_report_of (review, 951, 2032) == late);
  g_assert_true (dz_review_body_named (review, "晚来镇") == body);
  dz_review_seal (review);
  g_assert_true (dz_review_report_of (review, 951, 2032) == late);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/sealed/same-answers", test_same_answers);
  g_test_add_func ("/base/sealed/grown-since", test_grown_since);

  return g_test_run ();
}
