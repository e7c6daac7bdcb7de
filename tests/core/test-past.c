/* test-past.c - renamed, merged, split: reports follow their body
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-journal.h"
#include "dz-past.h"
#include "dz-scratch.h"
#include "dz-store.h"

static void
test_words (void)
{
  static const struct
  {
    const char *words;
    const char *meant;
  } cases[] = {
    { "2023年更名：王河乡", "2023年更名：王河乡" },
    { "2023年由王河乡更名", "2023年更名：王河乡" },
    { "王河乡2023年5月更名为王河镇", "2023年更名：王河乡" },
    { "原名王河乡", "更名：王河乡" },
    { "王河乡", "更名：王河乡" },
    { "王河乡、青龙公社", "更名：王河乡、青龙公社" },
    { "2021年甲河乡、乙山乡合并设立", "2021年合并：甲河乡、乙山乡" },
    { "2021年3月由甲河乡和乙山乡合并而成", "2021年合并：甲河乡、乙山乡" },
    { "2021年合并：甲河乡，和平镇", "2021年合并：甲河乡、和平镇" },
    { "2022年大河镇分设", "2022年分设：大河镇" },
    { "2022年从大河镇析出", "2022年析出：大河镇" },
    { "2020年撤乡设镇：原王河乡", "2020年更名：王河乡" },
    { "2020年更名：原墙镇", "2020年更名：原墙镇" },
    { "2023年更名：王河乡；2015年合并：甲河乡、乙山乡", "2023年更名：王河乡；2015年合并：甲河乡、乙山乡" },
    { "2023年更名：王河鄉", "2023年更名：王河乡" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *wrong = NULL;
      g_autoptr(GPtrArray) events = dz_past_parse (cases[i].words, &wrong);
      g_autofree char *meant = dz_past_to_string (events);
      g_autoptr(GPtrArray) again = dz_past_parse (meant, NULL);
      g_autofree char *same = dz_past_to_string (again);

      g_assert_null (wrong);
      g_assert_cmpstr (meant, ==, cases[i].meant);
      g_assert_cmpstr (same, ==, meant);
    }
}

static void
test_words_that_name_nobody (void)
{
  g_autofree char *wrong = NULL;
  g_autoptr(GPtrArray) events = dz_past_parse ("2023年更名；2021年合并：甲河乡、乙山乡", &wrong);

  g_assert_cmpstr (wrong, ==, "2023年更名");
  g_assert_cmpuint (events->len, ==, 1);
}

/* A word nobody knows was taken for a part of the name, and what was meant as a division for a new name. */
static void
test_words_nobody_knows (void)
{
  g_autofree char *wrong = NULL;
  g_autoptr(GPtrArray) events = dz_past_parse ("2022年析出：大河镇；2024年拆为：甲河乡、乙山乡", &wrong);
  g_autofree char *meant = dz_past_to_string (events);

  g_assert_cmpstr (wrong, ==, "2024年拆为：甲河乡、乙山乡");
  g_assert_cmpstr (meant, ==, "2022年析出：大河镇");
}

static void
add_body (GPtrArray  *bodies,
          const char *name,
          const char *past)
{
  DzBody *body = dz_body_new (name, NULL);

  body->past = g_strdup (past);
  g_ptr_array_add (bodies, body);
}

static GPtrArray *
make_roster (void)
{
  GPtrArray *bodies = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_body_free);

  add_body (bodies, "王河镇", "2023年更名：王河乡");
  add_body (bodies, "新城镇", "2023年合并：甲河乡、乙山乡");
  add_body (bodies, "大河镇", NULL);
  add_body (bodies, "东湖街道", "2023年析出：大河镇");
  add_body (bodies, "南坪镇", "2023年分设：坪山镇");
  add_body (bodies, "北坪镇", "2023年分设：坪山镇");

  return bodies;
}

static void
add_report (DzStore    *store,
            const char *township,
            int         year)
{
  g_autoptr(DzReport) report = dz_scratch_report (township, year, (guint) (year % 7 + township[3] % 50));
  g_autoptr(GError) error = NULL;

  report->body_id = dz_store_find_body (store, township);
  g_assert_cmpint (dz_store_add_report (store, report, &error), >, 0);
  g_assert_no_error (error);
}

static gint64
id_of (DzReview   *review,
       const char *name)
{
  const DzBody *body = dz_review_body_named (review, name);

  g_assert_nonnull (body);

  return body->id;
}

static void
assert_before (DzReview   *review,
               const char *name,
               const char *wanted)
{
  g_autoptr(GPtrArray) reports = dz_review_list_before (review, id_of (review, name), 2023);
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint i = 0; i < reports->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "、" : "",
                            ((DzReport *) g_ptr_array_index (reports, i))->identity.township);
  g_assert_cmpstr (names->str, ==, wanted);
}

static void
assert_there (DzReview   *review,
              const char *name,
              int         year,
              gboolean    there)
{
  const DzBody *body = dz_review_body_named (review, name);

  g_assert_nonnull (body);
  g_assert_cmpint (dz_review_has_body_in (review, body, year), ==, there);
}

static void
test_reports_follow (void)
{
  g_autoptr(DzScratch) scratch = dz_scratch_new ();
  g_autoptr(GPtrArray) roster = make_roster ();
  g_autoptr(DzReview) review = NULL;
  g_autoptr(GPtrArray) life = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (dz_store_set_roster (scratch->store, roster, &error));
  g_assert_no_error (error);
  add_report (scratch->store, "王河乡", 2022);
  add_report (scratch->store, "王河镇", 2023);
  add_report (scratch->store, "甲河乡", 2022);
  add_report (scratch->store, "乙山乡", 2022);
  add_report (scratch->store, "大河镇", 2022);
  add_report (scratch->store, "坪山镇", 2022);
  review = dz_store_load (scratch->store, NULL, NULL);

  g_assert_cmpint (dz_store_find_body (scratch->store, "望泽县王河乡人民政府"), ==, id_of (review, "王河镇"));
  g_assert_nonnull (dz_review_report_of (review, id_of (review, "王河镇"), 2022));
  assert_before (review, "王河镇", "王河乡");
  assert_before (review, "新城镇", "甲河乡、乙山乡");
  assert_before (review, "大河镇", "大河镇");
  assert_before (review, "东湖街道", "大河镇");
  assert_before (review, "南坪镇", "坪山镇");
  assert_before (review, "北坪镇", "坪山镇");
  assert_there (review, "甲河乡", 2022, TRUE);
  assert_there (review, "甲河乡", 2023, FALSE);
  assert_there (review, "新城镇", 2022, FALSE);
  assert_there (review, "新城镇", 2023, TRUE);
  assert_there (review, "坪山镇", 2023, FALSE);
  assert_there (review, "大河镇", 2024, TRUE);
  assert_there (review, "东湖街道", 2022, FALSE);
  life = dz_review_list_ancestors (review, dz_review_body_named (review, "新城镇"));
  g_assert_cmpuint (life->len, ==, 3);
}

/* A list without the column does not forget what was known; a name that another body has now is that body's. */
static void
test_roster_again (void)
{
  g_autoptr(DzScratch) scratch = dz_scratch_new ();
  g_autoptr(GPtrArray) roster = make_roster ();
  g_autoptr(GPtrArray) plain = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_body_free);
  g_autoptr(DzReview) review = NULL;
  g_autoptr(DzReview) undone = NULL;
  const char *past;

  g_assert_true (dz_store_set_roster (scratch->store, roster, NULL));
  add_body (plain, "王河镇", NULL);
  add_body (plain, "王河乡", NULL);
  g_assert_true (dz_store_set_roster (scratch->store, plain, NULL));
  review = dz_store_load (scratch->store, NULL, NULL);
  past = dz_review_body_named (review, "王河镇")->past;
  g_assert_cmpstr (past, ==, "2023年更名：王河乡");
  g_assert_cmpint (dz_store_find_body (scratch->store, "王河乡"), ==, id_of (review, "王河乡"));

  g_assert_true (dz_store_undo (scratch->store, 0, NULL));
  undone = dz_store_load (scratch->store, NULL, NULL);
  g_assert_nonnull (dz_review_body_named (undone, "甲河乡"));
}

/* Reports came before anybody said that the body was renamed. */
static void
test_former_body_is_joined (void)
{
  g_autoptr(DzScratch) scratch = dz_scratch_new ();
  g_autoptr(GPtrArray) before = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_body_free);
  g_autoptr(GPtrArray) after = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_body_free);
  g_autoptr(DzReview) joined = NULL;
  g_autoptr(DzReview) undone = NULL;

  add_body (before, "王河镇", NULL);
  add_body (before, "王河乡", NULL);
  g_assert_true (dz_store_set_roster (scratch->store, before, NULL));
  add_report (scratch->store, "王河乡", 2022);
  add_report (scratch->store, "王河镇", 2023);
  add_body (after, "王河镇", "2023年更名：王河乡");
  add_body (after, "王河乡", NULL);
  g_assert_true (dz_store_set_roster (scratch->store, after, NULL));
  joined = dz_store_load (scratch->store, NULL, NULL);
  g_assert_null (dz_review_body_named (joined, "王河乡"));
  g_assert_nonnull (dz_review_report_of (joined, id_of (joined, "王河镇"), 2022));
  g_assert_true (dz_store_undo (scratch->store, 0, NULL));
  undone = dz_store_load (scratch->store, NULL, NULL);
  g_assert_nonnull (dz_review_report_of (undone, id_of (undone, "王河乡"), 2022));
}

/* A megabyte another program wrote there is nobody's past; it was read again for every indicator. */
static void
test_words_without_end (void)
{
  g_autofree char *words = g_strnfill (1000000, 'x');
  g_autofree char *wrong = NULL;
  g_autoptr(GPtrArray) events = dz_past_parse (words, &wrong);

  g_assert_cmpuint (events->len, ==, 0);
  g_assert_cmpstr (wrong, ==, "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/past/words", test_words);
  g_test_add_func ("/store/past/words-that-name-nobody", test_words_that_name_nobody);
  g_test_add_func ("/store/past/words-nobody-knows", test_words_nobody_knows);
  g_test_add_func ("/store/past/words-without-end", test_words_without_end);
  g_test_add_func ("/store/past/reports-follow", test_reports_follow);
  g_test_add_func ("/store/past/roster-again", test_roster_again);
  g_test_add_func ("/store/past/former-body-is-joined", test_former_body_is_joined);

  return g_test_run ();
}
