/* test-series-build.c - what the charts are given
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-error.h"
#include "dz-gallery.h"
#include "dz-series-build.h"
#include "dz-test-review.h"

typedef struct
{
  DzReview *review;
  DzCodebook *codebook;
  DzReport *a;
  DzReport *b;
  DzReport *last;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  const char *words = "全年调处231件，受理250件，成功率98.6%，执法人员9人，持证7人。案卷漏项。";
  DzBody *x, *y;

  fixture->codebook = test_codebook ();
  fixture->review = dz_review_new ();
  x = test_add_body (fixture->review, "万榆镇");
  y = test_add_body (fixture->review, "槐堤镇");
  test_add_body (fixture->review, "鹭陂乡");
  x->population = 38051;
  y->population = 22964;
  fixture->a = test_add_report (fixture->review, x, 2024, DZ_KIND_ANNUAL_REPORT, words);
  fixture->b = test_add_report (fixture->review, y, 2024, DZ_KIND_DUTY_REPORT, words);
  fixture->last = test_add_report (fixture->review, x, 2023, DZ_KIND_ANNUAL_REPORT, words);
  test_add_figure (fixture->a, "disputes_mediated", 231, "件", DZ_BOUND_EXACT, "231件");
  test_add_figure (fixture->a, "disputes_accepted", 250, "件", DZ_BOUND_EXACT, "250件");
  test_add_figure (fixture->a, "mediation_success_rate", 98.6, "%", DZ_BOUND_EXACT, "98.6%");
  test_add_figure (fixture->b, "disputes_mediated", 163, "件", DZ_BOUND_EXACT, "231件");
  test_add_figure (fixture->b, "disputes_mediated", 185, "件", DZ_BOUND_EXACT, "250件");
  test_add_figure (fixture->last, "disputes_mediated", 202, "件", DZ_BOUND_EXACT, "231件");
  test_add_weakness (fixture->a, "enforce_irregular", "案卷漏项", DZ_GRADE_GENERIC);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  dz_review_unref (fixture->review);
  dz_codebook_unref (fixture->codebook);
}

static DzSeries *
build (Fixture    *fixture,
       const char *subject,
       DzPer       per)
{
  DzSeriesQuery query = { fixture->review, fixture->codebook, 2024, NULL, subject, 1, per,
                          DZ_ORDER_VALUE };
  g_autoptr(GError) error = NULL;
  DzSeries *series = dz_series_build (&query, &error);

  g_assert_no_error (error);

  return series;
}

static void
test_marks (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr(DzSeries) series = build (fixture, "mediation", DZ_PER_NONE);
  const DzCell *cell = dz_series_get_cell (series, 0, 0);

  g_assert_cmpstr (series->title, ==, "2024年各单位调处矛盾纠纷数与调解成功率");
  g_assert_cmpstr (dz_gallery_get_chart (fixture->codebook, "mediation"), ==, "pair");
  g_assert_cmpint (cell->mark, ==, DZ_MARK_VALUE);
  g_assert_cmpfloat (cell->value, ==, 231);
  g_assert_cmpint (cell->evidence.report_id, ==, fixture->a->id);
  g_assert_cmpint (cell->evidence.index, ==, 0);
  g_assert_cmpstr (cell->words, ==, "231件");
  g_assert_cmpint (dz_series_get_cell (series, 0, 1)->mark, ==, DZ_MARK_CONFLICT);
  cell = dz_series_get_cell (series, 1, 0);
  g_assert_cmpint (cell->mark, ==, DZ_MARK_TWO_VALUES);
  g_assert_cmpfloat (cell->high, ==, 185);
  g_assert_cmpint (dz_series_get_cell (series, 2, 0)->mark, ==, DZ_MARK_NO_REPORT);
  g_assert_false (dz_series_get_row (series, 2)->has_report);
  g_assert_cmpuint (series->due, ==, 3);
  g_assert_cmpstr (g_ptr_array_index (series->explanations, 0), ==,
                   "万榆镇231/250＝92.4%，与所报98.6%不符。");
  g_assert_cmpstr (g_ptr_array_index (series->explanations, 1), ==, "槐堤镇的报告中读出两个数，待核。");
}

/* What the window shows first is a matter of the codebook, and every subject it names is one and can be built. */
static void
test_sets (Fixture      *fixture,
           gconstpointer data)
{
  static const char *const sets[] = { "usual-charts", "weakness-charts", "year-charts" };
  GPtrArray *subjects = dz_codebook_list (fixture->codebook, DZ_ENTRY_SUBJECT);

  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    {
      const DzEntry *set = dz_gallery_get_first (fixture->codebook, sets[i]);
      const char *id;
      guint n = 0;

      g_assert_nonnull (set);
      while ((id = dz_gallery_get_subject (set, n)) != NULL)
        {
          g_autoptr(DzSeries) series = build (fixture, id, DZ_PER_NONE);

          g_assert_nonnull (dz_gallery_find (fixture->codebook, id));
          g_assert_nonnull (series);
          n++;
        }
      g_assert_cmpuint (n, >=, 2);
    }
  for (guint i = 0; i < subjects->len; i++)
    {
      const DzEntry *subject = g_ptr_array_index (subjects, i);

      g_assert_cmpint (dz_gallery_is_of_weaknesses (subject), ==,
                       g_str_equal (subject->id, "weaknesses") || g_str_equal (subject->id, "heatmap"));
    }
}

/* Two counts of people are told apart: subtitle, legend and cells have nothing but the short name. */
static void
test_names_apart (Fixture      *fixture,
                  gconstpointer data)
{
  g_autoptr(DzSeries) series = build (fixture, "enforcement", DZ_PER_NONE);

  g_assert_cmpstr (dz_series_get_measure (series, 0)->short_name, ==, "人数");
  g_assert_cmpstr (dz_series_get_measure (series, 1)->short_name, ==, "持证人员");
}

/* Of two indicators, or of two years, the first in the year that is asked for, under its own name and with its own notes;
 * what another kind draws is no 分布. */
static void
test_alone (Fixture      *fixture,
            gconstpointer data)
{
  static const struct
  {
    const char *subject;
    const char *first;
  } cases[] = {
    { "mediation", "disputes_mediated" },        { "change", "disputes_mediated" },
    { "change:disputes_mediated", "disputes_mediated" }, { "enforcement", "enforcement_staff" },
    { "training", "law_training_sessions" },     { "spread:propaganda_events", "propaganda_events" },
    { "spread", "propaganda_events" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DzSeriesQuery query = { .review = fixture->review, .codebook = fixture->codebook, .year = 2024,
                              .subject = cases[i].subject, .focus_body = 1, .per = DZ_PER_NONE, .alone = TRUE };
      g_autoptr(DzSeries) one = build (fixture, cases[i].first, DZ_PER_NONE);
      g_autoptr(DzSeries) series = dz_series_build (&query, NULL);

      g_assert_cmpuint (dz_series_get_n_measures (series), ==, 1);
      g_assert_cmpstr (series->title, ==, one->title);
      g_assert_cmpuint (series->explanations->len, ==, one->explanations->len);
      g_assert_cmpuint (series->incomparable->len, ==, one->incomparable->len);
      for (guint row = 0; row < dz_series_get_n_rows (one); row++)
        g_assert_cmpint (dz_series_get_cell (series, row, 0)->mark, ==, dz_series_get_cell (one, row, 0)->mark);
    }
}

static void
test_no_report_is_not_missing (Fixture      *fixture,
                               gconstpointer data)
{
  g_autoptr(DzSeries) series = build (fixture, "change:disputes_mediated", DZ_PER_NONE);

  g_assert_cmpstr (dz_gallery_get_chart (fixture->codebook, "change:disputes_mediated"), ==, "slope");
  g_assert_cmpint (dz_series_get_measure (series, 0)->year, ==, 2023);
  g_assert_cmpfloat (dz_series_get_cell (series, 0, 0)->value, ==, 202);
  g_assert_cmpint (dz_series_get_cell (series, 1, 0)->mark, ==, DZ_MARK_NO_REPORT);
  g_assert_cmpstr (g_ptr_array_index (series->incomparable, 0), ==,
                   "2023年槐堤镇、鹭陂乡无报告，不是0");
}

/* A note is not a list of all bodies. */
static void
test_many_without_report (Fixture      *fixture,
                          gconstpointer data)
{
  g_autoptr(DzSeries) series = NULL;

  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *name = g_strdup_printf ("第%u镇", i + 1);

      test_add_body (fixture->review, name);
    }
  series = build (fixture, "change:disputes_mediated", DZ_PER_NONE);
  g_assert_cmpstr (g_ptr_array_index (series->incomparable, 0), ==,
                   "2023年槐堤镇、鹭陂乡、第1镇、第2镇、第3镇等62个单位无报告，不是0");
}

static void
test_per_thousand (Fixture      *fixture,
                   gconstpointer data)
{
  g_autoptr(DzSeries) lacking = build (fixture, "disputes_mediated", DZ_PER_THOUSAND);
  g_autoptr(DzSeries) series = NULL;

  g_assert_false (lacking->per_thousand); /* 鹭陂乡 has no population on the roster */
  ((DzBody *) g_ptr_array_index (fixture->review->bodies, 2))->population = 14350;
  series = build (fixture, "disputes_mediated", DZ_PER_THOUSAND);
  g_assert_true (series->per_thousand);
  g_assert_cmpfloat (dz_series_get_cell (series, 0, 0)->value, ==, 6.1);
  g_assert_cmpfloat_with_epsilon (dz_series_get_cell (series, 1, 0)->high, 8.06, 0.05);
}

static void
test_weaknesses (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr(DzSeries) series = build (fixture, "heatmap", DZ_PER_NONE);
  guint code = 0;

  while (g_strcmp0 (dz_series_get_code (series, code)->id, "enforce_irregular") != 0)
    code++;
  g_assert_cmpuint (dz_series_get_n_codes (series), ==, 26);
  g_assert_cmpstr (dz_series_get_code (series, code)->short_name, ==, "程序案卷");
  g_assert_cmpstr (dz_series_get_code (series, code)->theme_name, ==, "行为");
  g_assert_cmpint (dz_series_get_naming (series, 0, code)->named, ==, DZ_NAMED);
  g_assert_cmpint (dz_series_get_naming (series, 0, code)->grade, ==, DZ_GRADE_GENERIC);
  g_assert_true (dz_series_get_row (series, 1)->no_problems);
  g_assert_cmpuint (dz_series_count_named (series, code), ==, 1);
}

/* What the heat map prints bold is what every other page calls common. */
static void
test_common_is_the_countys (Fixture      *fixture,
                            gconstpointer data)
{
  g_autoptr(DzSeries) fifth = build (fixture, "heatmap", DZ_PER_NONE);
  g_autoptr(DzSeries) all = NULL;

  fixture->review->county->common_share = 20;
  all = build (fixture, "heatmap", DZ_PER_NONE);
  g_assert_cmpuint (fifth->common, ==, 3);
  g_assert_cmpuint (all->common, ==, 40);
}

static void
test_enforcement (Fixture      *fixture,
                  gconstpointer data)
{
  g_autoptr(DzSeries) series = NULL;
  guint all;

  test_add_figure (fixture->b, "enforcement_staff", 9, "人", DZ_BOUND_EXACT, "9人");
  test_add_figure (fixture->b, "certified_enforcers", 7, "人", DZ_BOUND_EXACT, "7人");
  all = test_add_figure (fixture->b, "certified_enforcers", 9, "人", DZ_BOUND_EXACT, "持证7人");
  test_figure (fixture->b, all)->derived = TRUE;
  test_add_figure (fixture->a, "enforcement_staff", 9, "人", DZ_BOUND_EXACT, "9人");
  test_add_figure (fixture->a, "certified_rate", 100, "%", DZ_BOUND_EXACT, "持证7人");
  series = build (fixture, "enforcement", DZ_PER_NONE);
  g_assert_cmpfloat (dz_series_get_cell (series, 0, 1)->value, ==, 9);
  g_assert_true (dz_series_get_cell (series, 0, 1)->derived);
  g_assert_cmpint (dz_series_get_cell (series, 1, 1)->mark, ==, DZ_MARK_CONFLICT);
  g_assert_cmpstr (dz_series_get_cell (series, 1, 1)->note, ==, "文中称全部持证");
}

static void
test_mixed_years (Fixture      *fixture,
                  gconstpointer data)
{
  DzSeriesQuery query = { fixture->review, fixture->codebook, 0, NULL, "mediation", 0,
                          DZ_PER_NONE, DZ_ORDER_VALUE };
  g_autoptr(DzSeries) same = dz_series_build (&query, NULL);
  g_autoptr(DzSeries) mixed = NULL;

  g_assert_false (same->mixed_years);
  fixture->b->identity.year = 2023;
  mixed = dz_series_build (&query, NULL);
  g_assert_true (mixed->mixed_years);
  g_assert_cmpint (dz_series_get_row (mixed, 1)->report_year, ==, 2023);
  g_assert_cmpfloat (dz_series_get_cell (mixed, 0, 0)->value, ==, 231); /* the latest */
  g_assert_cmpstr (mixed->title, ==, "各单位调处矛盾纠纷数与调解成功率");
}

static void
test_unknown_subject (Fixture      *fixture,
                      gconstpointer data)
{
  DzSeriesQuery query = { fixture->review, fixture->codebook, 2024, NULL, "nonsense", 0,
                          DZ_PER_NONE, DZ_ORDER_VALUE };
  g_autoptr(GError) error = NULL;

  g_assert_null (dz_series_build (&query, &error));
  g_assert_error (error, DZ_ERROR, DZ_ERROR_USAGE);
}

/* What the gallery names exists, and what a county adds to it is drawn without a line of C. */
static void
test_gallery_is_data (Fixture      *fixture,
                      gconstpointer data)
{
  static const DzEntryKind kinds[] = { DZ_ENTRY_SUBJECT, DZ_ENTRY_FIRST, DZ_ENTRY_INCOMPARABLE };
  static const char addition[] =
    "<codebook xmlns='urn:duizhao:codebook'><gallery><subject id='found' kind='bar'><name>排查情况</name>"
    "<measure of='disputes_accepted'/></subject><incomparable id='found'><measure of='disputes_accepted'/>"
    "<line>各地受理登记不一</line></incomparable>"
    "<subject id='gone' kind='bar'><measure of='no_such'/></subject></gallery></codebook>";
  DzSeriesQuery gone = { fixture->review, fixture->codebook, 2024, NULL, "gone", 0, DZ_PER_NONE, DZ_ORDER_VALUE };
  g_autoptr(DzSeries) series = NULL;
  g_autoptr(GError) error = NULL;
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      GPtrArray *entries = dz_codebook_list (fixture->codebook, kinds[i]);
      const char *indicator;

      for (guint k = 0; k < entries->len; k++)
        for (guint m = 0; (indicator = dz_gallery_get_measure (g_ptr_array_index (entries, k), m)) != NULL; m++, n++)
          g_assert_nonnull (dz_codebook_find (fixture->codebook, DZ_ENTRY_INDICATOR, indicator));
    }
  g_assert_cmpuint (n, >, 20);
  g_assert_true (dz_codebook_add (fixture->codebook, addition, -1, "addition", &error));
  series = build (fixture, "found", DZ_PER_NONE);
  g_assert_cmpstr (series->title, ==, "2024年排查情况");
  g_assert_cmpfloat (dz_series_get_cell (series, 0, 0)->value, ==, 250);
  g_assert_true (g_ptr_array_find_with_equal_func (series->incomparable, "各地受理登记不一", g_str_equal, NULL));
  g_assert_null (dz_series_build (&gone, &error));
  g_assert_error (error, DZ_ERROR, DZ_ERROR_USAGE);
}

/* One value in one text that both have; without the text, or with another value, it is nobody's. */
static void
test_same_words (Fixture      *fixture,
                 gconstpointer data)
{
  DzOverlap *overlap = dz_overlap_new (fixture->a->id, fixture->b->id, 0.4);
  DzOverlapPassage passage = { test_span (fixture->a, "全年调处231件"), test_span (fixture->b, "全年调处231件") };
  DzFigure *figure;

  test_add_figure (fixture->a, "propaganda_materials", 900, "份", DZ_BOUND_EXACT, "231件");
  test_add_figure (fixture->b, "propaganda_materials", 900, "份", DZ_BOUND_EXACT, "231件");
  figure = &g_array_index (fixture->b->figures, DzFigure, fixture->b->figures->len - 1);
  g_ptr_array_add (fixture->review->overlaps, overlap);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr(DzSeries) series = NULL;

      figure->value = i == 2 ? 901 : 900;
      if (i == 1)
        g_array_append_val (overlap->passages, passage);
      series = build (fixture, "materials", DZ_PER_NONE);
      g_assert_cmpstr (dz_series_get_cell (series, 0, 0)->note, ==, i == 1 ? "与槐堤镇同值" : NULL);
      g_assert_cmpstr (dz_series_get_cell (series, 1, 0)->note, ==, i == 1 ? "与万榆镇同值" : NULL);
    }
}

#define ADD(claim, function) \
  g_test_add ("/compare/series-build/" claim, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("marks-and-evidence", test_marks);
  ADD ("sets", test_sets);
  ADD ("alone", test_alone);
  ADD ("names-apart", test_names_apart);
  ADD ("no-report-is-not-missing", test_no_report_is_not_missing);
  ADD ("many-without-report", test_many_without_report);
  ADD ("per-thousand", test_per_thousand);
  ADD ("weaknesses", test_weaknesses);
  ADD ("common-is-the-countys", test_common_is_the_countys);
  ADD ("enforcement", test_enforcement);
  ADD ("same-words", test_same_words);
  ADD ("mixed-years", test_mixed_years);
  ADD ("unknown-subject", test_unknown_subject);
  ADD ("gallery-is-data", test_gallery_is_data);

  return g_test_run ();
}
