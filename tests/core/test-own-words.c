/* test-own-words.c - the county's own codes and cues: edited without losing what a form does not show, tried before kept
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-codebook-job.h"
#include "dz-own-words.h"
#include "dz-try-words.h"

#include <string.h>

#define OWN_CODE "<weaknesses xmlns=\"urn:duizhao:codebook\">\n"            \
  "  <weakness id=\"enforce_staff_short\">\n"                               \
  "    <cue topic=\"enforce\">执法队员~6偏少</cue>\n"                        \
  "    <test>执法队员普遍偏少。</test>\n"                                    \
  "  </weakness>\n"                                                          \
  "</weaknesses>\n"

/* Other cues come and go; a condition on a cue that stays, and the test sentence, are kept. */
static void
test_keeps_the_rest (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) all = dz_own_words_list (OWN_CODE, &error);
  g_autoptr(DzOwnWords) indicator = dz_own_words_new (FALSE, "own_1");
  g_autofree char *one = NULL;
  g_autofree char *both = NULL;
  g_autofree char *less = NULL;
  g_autoptr(DzCodebook) codebook = NULL;
  DzOwnWords *words;

  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 1);
  words = g_ptr_array_index (all, 0);
  g_assert_true (words->weakness);
  g_assert_cmpstr (words->id, ==, "enforce_staff_short");
  g_assert_cmpuint (words->cues->len, ==, 1);
  g_ptr_array_add (words->cues, g_strdup ("执法骨干<不够"));
  g_ptr_array_add (words->nots, g_strdup ("外单位"));
  one = dz_own_words_put (OWN_CODE, words, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (one, "topic=\"enforce\""));
  g_assert_nonnull (strstr (one, "<test>"));
  g_assert_nonnull (strstr (one, "执法骨干&lt;不够"));
  g_assert_nonnull (strstr (one, "<not>外单位</not>"));

  /* the root was the list of weaknesses: both lists get one above them */
  indicator->name = g_strdup ("法治广场个数");
  indicator->theme = g_strdup ("propaganda");
  indicator->kind = g_strdup ("count");
  indicator->unit = g_strdup ("个");
  g_ptr_array_add (indicator->cues, g_strdup ("法治广场"));
  both = dz_own_words_put (one, indicator, &error);
  g_assert_no_error (error);
  codebook = dz_codebook_load (both, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (dz_codebook_name (codebook, DZ_ENTRY_INDICATOR, "own_1"), ==, "法治广场个数");
  g_ptr_array_set_size (words->cues, 1);
  g_free (less);
  less = dz_own_words_put (both, words, &error);
  g_assert_null (strstr (less, "执法骨干"));
  g_assert_nonnull (strstr (less, "执法队员"));
}

/* What is taken away is gone, its list too where it was the last; nothing is left of nothing. */
static void
test_removes (void)
{
  g_autoptr(DzOwnWords) words = dz_own_words_new (TRUE, "own_1");
  g_autofree char *xml = dz_own_words_put (NULL, words, NULL);
  g_autofree char *next = dz_own_words_dup_id (xml);
  g_autofree char *empty = dz_own_words_remove (xml, words, NULL);
  g_autoptr(GError) error = NULL;

  g_assert_cmpstr (next, ==, "own_2");
  g_assert_cmpstr (empty, ==, "");
  g_assert_null (dz_own_words_list ("<weaknesses", &error));
  g_assert_nonnull (error);
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      kept)
{
  *(GAsyncResult **) kept = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **kept)
{
  while (*kept == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *kept;
}

static char *
try_sentence (const char *xml,
              const char *sentence)
{
  GAsyncResult *kept = NULL;
  g_autoptr(GError) error = NULL;
  char *read;

  dz_try_sentence_async (xml, sentence, NULL, done_cb, &kept);
  read = dz_try_sentence_finish (wait_for (&kept), &error);
  g_object_unref (kept);
  g_assert_no_error (error);

  return read;
}

/* A sentence is read with the cue that may come, and differently without it; a figure of it too. */
static void
test_sentence (void)
{
  g_autoptr(DzOwnWords) words = dz_own_words_new (TRUE, "own_1");
  g_autofree char *xml = NULL;
  g_autofree char *with = NULL;
  g_autofree char *without = NULL;
  g_autofree char *figure = NULL;

  words->name = g_strdup ("渡口安全宣讲不足");
  words->theme = g_strdup ("publicity");
  g_ptr_array_add (words->cues, g_strdup ("渡口~8宣讲~4不足"));
  xml = dz_own_words_put (NULL, words, NULL);
  with = try_sentence (xml, "渡口安全宣讲不足。");
  without = try_sentence (NULL, "渡口安全宣讲不足。");
  g_assert_nonnull (strstr (with, "渡口安全宣讲不足”"));
  g_assert_null (strstr (without, "渡口安全宣讲不足”"));
  figure = try_sentence (NULL, "全年开展法治宣传活动12场次。");
  g_assert_nonnull (strstr (figure, "12"));
}

/* The reports of a review that would be read otherwise are named; those that would not are not. */
static void
test_reports (void)
{
  static const char *const texts[] = { "渡口安全宣讲不足。", "执法力量不足。" };
  g_autoptr(DzReview) review = dz_review_new ();
  g_autoptr(DzOwnWords) words = dz_own_words_new (TRUE, "own_1");
  g_autofree char *xml = NULL;
  g_autoptr(GPtrArray) tried = NULL;
  g_autoptr(GError) error = NULL;
  GAsyncResult *kept = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *string = g_strdup_printf ("白茅镇人民政府2024年度法治政府建设工作报告\n二、存在的问题\n%s\n", texts[i]);
      g_autoptr(DzText) text = dz_text_new_from_string (string);
      DzReport *report = dz_report_new (text, NULL);

      report->id = 7 + i;
      g_ptr_array_add (review->reports, report);
    }
  words->name = g_strdup ("渡口安全宣讲不足");
  words->theme = g_strdup ("publicity");
  g_ptr_array_add (words->cues, g_strdup ("渡口~8宣讲~4不足"));
  xml = dz_own_words_put (NULL, words, NULL);
  dz_try_reports_async (review, xml, NULL, done_cb, &kept);
  tried = dz_try_reports_finish (wait_for (&kept), &error);
  g_object_unref (kept);
  g_assert_no_error (error);
  g_assert_cmpuint (tried->len, ==, 1);
  g_assert_cmpint (((DzTriedReport *) g_ptr_array_index (tried, 0))->report_id, ==, 7);
  g_assert_nonnull (strstr (((DzTriedReport *) g_ptr_array_index (tried, 0))->changes, "渡口安全宣讲不足"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/own-words/keeps-the-rest", test_keeps_the_rest);
  g_test_add_func ("/own-words/removes", test_removes);
  g_test_add_func ("/own-words/sentence", test_sentence);
  g_test_add_func ("/own-words/reports", test_reports);

  return g_test_run ();
}
