/* test-worst-texts.c - texts no office writes, which must be read all the same
 *
 * Each is of a shape that once took time by the square or worse of its length, or that would give
 * findings without end. What is asserted is that they are read, and what is said about them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-find-read.h"

/* @piece so often. */
static char *
repeat (const char *piece,
        guint       n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (text, piece);

  return g_string_free (text, FALSE);
}

static const DzCheck *
find_check (const DzReport *report,
            const char     *id)
{
  for (guint i = 0; i < report->checks->len; i++)
    {
      const DzCheck *check = &g_array_index (report->checks, DzCheck, i);

      if (g_str_equal (check->id, id))
        return check;
    }

  return NULL;
}

/* Where names may be parted in three ways at every mark, a hundred marks were more than could be tried. */
static void
test_marks_before_a_name (void)
{
  g_autofree char *marks = repeat ("、", 300);
  g_autofree char *text = g_strconcat ("2024年青石镇法治政府建设情况报告\n", marks, "王建国因宅基地纠纷多次上访。\n", NULL);
  g_autoptr(DzReport) report = dz_test_read (text);
  const DzCheck *check = find_check (report, "C-PRIVACY");

  g_assert_nonnull (check);
  g_assert_cmpint (check->result, ==, DZ_RESULT_FAIL);
}

/* The name of an official holds for the list behind it. */
static void
test_list_of_officials (void)
{
  g_autofree char *text = g_strdup ("2024年青石镇法治政府建设情况报告\n网格员王建国、李秀英、张伟因调解邻里纠纷受到表彰。\n");
  g_autoptr(DzReport) report = dz_test_read (text);

  g_assert_cmpint (find_check (report, "C-PRIVACY")->result, ==, DZ_RESULT_PASS);
}

/* Of thousands of blanks the first are shown and all are counted. */
static void
test_blanks_without_end (void)
{
  g_autofree char *blanks = repeat ("调解纠纷○○件，", 3000);
  g_autofree char *text = g_strconcat ("2024年青石镇法治政府建设情况报告\n", blanks, "。\n", NULL);
  g_autoptr(DzReport) report = dz_test_read (text);
  const DzCheck *check = find_check (report, "C-BLANK");

  g_assert_cmpint (check->result, ==, DZ_RESULT_FAIL);
  g_assert_cmpuint (check->spans->len, ==, 200);
  g_assert_nonnull (strstr (check->message, "等3000处"));
}

/* A sentence as long as a book: every number in it is read, as those of a sentence are. */
static void
test_no_stop (void)
{
  g_autofree char *clauses = repeat ("全镇共调解矛盾纠纷12件，发放宣传资料300份，", 1500);
  g_autofree char *text = g_strconcat ("2024年青石镇法治政府建设情况报告\n一、主要工作\n", clauses, "。\n", NULL);
  g_autoptr(DzReport) report = dz_test_read (text);
  guint named = 0;

  for (guint i = 0; i < report->figures->len; i++)
    named += g_array_index (report->figures, DzFigure, i).indicator != NULL;
  g_assert_cmpuint (report->figures->len, >=, 3000);
  g_assert_cmpuint (named, >=, 1500);
}

/* Thousands of characters without a mark: wherever the clause is parted, the number keeps its words. */
static void
test_no_mark (void)
{
  for (guint n = 1990; n < 2005; n++)
    {
      g_autofree char *words = repeat ("法", n);
      g_autofree char *text = g_strconcat ("2024年青石镇法治政府建设情况报告\n一、主要工作\n", words,
                                           "全镇共调解矛盾纠纷437件。\n", NULL);
      g_autoptr(DzReport) report = dz_test_read (text);
      const DzFigure *figure = &g_array_index (report->figures, DzFigure, report->figures->len - 1);

      g_assert_cmpfloat (figure->value, ==, 437);
      g_assert_cmpstr (figure->indicator, ==, "disputes_mediated");
    }
}

/* Numbers in a bracket that nobody closes, where each was once measured from the bracket on for all before it. */
static void
test_open_bracket (void)
{
  g_autofree char *numbers = repeat ("12件", 8000);
  g_autofree char *text = g_strconcat ("2024年青石镇法治政府建设情况报告\n一、主要工作\n（", numbers, "\n", NULL);
  g_autoptr(DzReport) report = dz_test_read (text);

  g_assert_cmpuint (report->figures->len, >=, 8000);
}

/* Numbers and nothing else, where each was once compared with all before it. */
static void
test_only_numbers (void)
{
  g_autofree char *numbers = repeat ("12件、", 5000);
  g_autofree char *years = repeat ("2023年、", 5000);
  g_autofree char *text = g_strconcat ("2024年青石镇法治政府建设情况报告\n一、主要工作\n", numbers, "\n", years, "\n", NULL);
  g_autoptr(DzReport) report = dz_test_read (text);

  g_assert_cmpuint (report->figures->len, >=, 5000);
}

/* One matter counted over and over, each time as another number, where each was once asked whether it is a part of any
 * other. */
static void
test_one_matter (void)
{
  g_autoptr(GString) text = g_string_new ("2024年青石镇法治政府建设情况报告\n一、主要工作\n");
  g_autoptr(DzReport) report = NULL;
  guint named = 0, parts = 0;

  for (guint i = 0; i < 6000; i++)
    g_string_append_printf (text, "调解矛盾纠纷%u件。", i + 3);
  g_string_append (text, "汛期调解矛盾纠纷2件。全年共调解矛盾纠纷7000件。\n");
  report = dz_test_read (text->str);
  for (guint i = 0; i < report->figures->len; i++)
    {
      const DzFigure *figure = &g_array_index (report->figures, DzFigure, i);

      named += g_strcmp0 (figure->indicator, "disputes_mediated") == 0;
      parts += g_strcmp0 (figure->set_aside, "sub-case") == 0;
    }
  g_assert_cmpuint (named, ==, 6001);
  g_assert_cmpuint (parts, ==, 1);
}

static DzReport *
read_problems (guint  n,
               guint *unsearched)
{
  static const char *const pieces[] = { "行政执法人员不足。\n", "法治宣传形式单一。\n", "合法性审查流于形式。\n" };
  static const char *const ordinals[] = { "一", "二", "三", "四", "五", "六", "七", "八", "九", "十" };
  static const char *const plans[] = { "针对人员不足，招聘执法人员12名。\n", "开展以案释法30场。\n", "聘请法律顾问审查文件。\n" };
  g_autoptr(GString) text = g_string_new ("2024年青石镇法治政府建设情况报告\n一、主要工作\n开展普法宣传7场次。\n二、存在的问题\n");
  DzReport *report;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "（%s）%s", ordinals[i % 10], pieces[i % 3]);
  g_string_append (text, "三、下一步打算\n");
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "（%s）%s", ordinals[i % 10], plans[i % 3]);
  report = dz_test_read (text->str);
  *unsearched = 0;
  for (guint i = 0; i < report->source->losses->len; i++)
    if (g_array_index (report->source->losses, DzLoss, i).kind == DZ_LOSS_UNSEARCHED)
      *unsearched += g_array_index (report->source->losses, DzLoss, i).count;

  return report;
}

/* Problems and measures without end, each of which was once held against every other, by each other again: what no report
 * has so many of is told, and the first of them are read as ever. */
static void
test_problems_without_end (void)
{
  guint unsearched;
  g_autoptr(DzReport) many = read_problems (2000, &unsearched);
  g_autoptr(DzReport) few = NULL;
  guint answered = 0;

  g_assert_cmpuint (unsearched, ==, 2 * 1200);
  g_assert_cmpuint (many->weaknesses->len, ==, 800);
  for (guint i = 0; i < many->weaknesses->len; i++)
    answered += g_array_index (many->weaknesses, DzWeakness, i).grade == DZ_GRADE_DIRECT;
  g_assert_cmpuint (answered, >=, 500);

  few = read_problems (400, &unsearched);
  g_assert_cmpuint (unsearched, ==, 0);
  g_assert_cmpuint (few->weaknesses->len, ==, 400);
}

/* What the finding tells is told anew each time, not added up. */
static void
test_told_once (void)
{
  g_autoptr(DzSource) source = dz_source_new ("a.txt");

  dz_source_add_loss (source, DZ_LOSS_PICTURES, 2, NULL);
  dz_source_set_loss (source, DZ_LOSS_UNSEARCHED, 9);
  dz_source_set_loss (source, DZ_LOSS_UNSEARCHED, 4);
  g_assert_cmpuint (source->losses->len, ==, 2);
  g_assert_cmpuint (g_array_index (source->losses, DzLoss, 1).count, ==, 4);
  dz_source_set_loss (source, DZ_LOSS_UNSEARCHED, 0);
  g_assert_cmpuint (source->losses->len, ==, 1);
  g_assert_cmpint (g_array_index (source->losses, DzLoss, 0).kind, ==, DZ_LOSS_PICTURES);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/find/worst-texts/marks-before-a-name", test_marks_before_a_name);
  g_test_add_func ("/find/worst-texts/list-of-officials", test_list_of_officials);
  g_test_add_func ("/find/worst-texts/blanks-without-end", test_blanks_without_end);
  g_test_add_func ("/find/worst-texts/no-stop", test_no_stop);
  g_test_add_func ("/find/worst-texts/no-mark", test_no_mark);
  g_test_add_func ("/find/worst-texts/open-bracket", test_open_bracket);
  g_test_add_func ("/find/worst-texts/only-numbers", test_only_numbers);
  g_test_add_func ("/find/worst-texts/problems-without-end", test_problems_without_end);
  g_test_add_func ("/find/worst-texts/told-once", test_told_once);
  g_test_add_func ("/find/worst-texts/one-matter", test_one_matter);

  return g_test_run ();
}
