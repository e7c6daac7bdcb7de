/* test-fold.c - text folded for matching, and the way back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-fold.h"

#include <string.h>

static const struct
{
  const char *claim;
  const char *text;
  const char *folded;
} cases[] = {
  { "full-width-digits", "调处３１５件", "调处315件" },
  { "blanks-round-digits", "共 审 查 33 件", "共审查33件" },
  { "half-width-comma-becomes-full", "学习3次,研讨2次", "学习3次，研讨2次" },
  { "latin-full-stop-between-words", "听取汇报2次.组织培训12.5课时.一.开展", "听取汇报2次。组织培训12.5课时。一.开展" },
  { "broken-sentence-is-joined",
    "组织开展行政执法人员资格考试和法律知识培训的工作情况以及纠\n\n纷调解情况的汇报会。", NULL },
  { "a-page-ended-in-mid-sentence",
    "加强队伍建设。组织骨干开展宣讲、咨询、矛\n\n盾调解，满足了基层组织和群众的法治需求，全年开展专题培训八次，新增持证人员五名。",
    "加强队伍建设。组织骨干开展宣讲、咨询、矛盾调解，满足了基层组织和群众的法治需求，全年开展专题培训八次，新增持证人员五名。" },
  { "heading-is-not-joined", "一、主要做法\n强化学习教育。", "一、主要做法\n强化学习教育。" },
  { "pinyin-is-left-out", "矛盾糾(jiū)紛", "矛盾纠纷" },
  { "markdown-marks", "## **一、主要做法**\n", "一、主要做法\n" },
};

static void
test_fold (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autofree char *folded = dz_fold_string (cases[i].text);

  if (cases[i].folded != NULL)
    g_assert_cmpstr (folded, ==, cases[i].folded);
  else
    g_assert_null (strchr (folded, '\n'));
}

static void
test_way_back (void)
{
  const char *text = "发放资料 12\n，000 余份。調處糾紛 ２６ 起，執法規範與責任進實務關議";
  g_autoptr(DzFold) fold = dz_fold_new (text, strlen (text));
  gsize len;
  const char *folded = dz_fold_peek (fold, &len);
  const char *at = strstr (folded, "26");
  DzSpan span;
  g_autofree char *back = NULL;

  g_assert_true (dz_fold_was_traditional (fold));
  g_assert_nonnull (strstr (folded, "调处纠纷26起"));
  span = dz_fold_to_original (fold, (DzSpan){ (gsize) (at - folded), (gsize) (at - folded) + 2 });
  back = g_strndup (text + span.start, span.end - span.start);
  g_assert_cmpstr (back, ==, "２６");
  span = dz_fold_from_original (fold, span);
  g_assert_cmpuint (span.start, ==, (gsize) (at - folded));
  g_assert_cmpuint (span.end, ==, (gsize) (at - folded) + 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/base/fold/", cases[i].claim, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_fold);
    }
  g_test_add_func ("/base/fold/spans-go-back-to-the-original", test_way_back);

  return g_test_run ();
}
