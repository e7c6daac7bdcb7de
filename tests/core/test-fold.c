/* test-fold.c - text folded for matching, and the way back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-fold.h"
#include "dz-furniture.h"
#include "dz-ordinal.h"

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
  { "a-page-number-inside-a-word", "（二）抓普法。开展宣传活\n— 1 —\n动12次，发放资料30份。", "（二）抓普法。开展宣传活动12次，发放资料30份。" },
  { "a-page-number-inside-a-line", "开展宣传活— 1 —动12次。", "开展宣传活动12次。" },
  { "years-are-no-page-number", "实施纲要（2021 — 2025 年）", "实施纲要（2021—2025年）" },
  { "labels-are-not-joined",
    "发布单位：岭山县洮湾镇人民政府\n发文日期：2024-02-27　浏览次数：86\n洮湾镇2023年度法治政府建设情况报告\n",
    "发布单位：岭山县洮湾镇人民政府\n发文日期：2024-02-27浏览次数：86\n洮湾镇2023年度法治政府建设情况报告\n" },
  { "a-wrapped-text-keeps-a-heading-as-wide-as-the-page",
    "一年来，我镇按照县里统一安排，把依法办事贯穿集镇管\n理、乡村建设全过程，办了不少实事，群众的反映都不错\n，"
    "全年没有一起行政诉讼，也没有一起信访积案，各项工\n作都很平稳。\n二、书记和镇长履行推进法治建设第一责任人职责情况\n"
    "书记、镇长既挂帅又出征，年内四次召集党委会商议法治\n大事，办理结果张榜公布。\n",
    "一年来，我镇按照县里统一安排，把依法办事贯穿集镇管理、乡村建设全过程，办了不少实事，群众的反映都不错，"
    "全年没有一起行政诉讼，也没有一起信访积案，各项工作都很平稳。\n二、书记和镇长履行推进法治建设第一责任人职责情况\n"
    "书记、镇长既挂帅又出征，年内四次召集党委会商议法治大事，办理结果张榜公布。\n" },
  { "an-ordinal-alone-belongs-to-the-next-line", "三、\n存在的问题：力量不足。", "三、存在的问题：力量不足。" },
  { "a-report-on-one-line-is-parted",
    "青禾镇 2024 年法治政府建设情况报告 现将情况报告 如下: 一、主要举措 (一)加强领导 全年开会 4 次。 二、存在的问题 一是人少。",
    "青禾镇2024年法治政府建设情况报告\n现将情况报告如下：\n一、主要举措\n（一）加强领导\n全年开会4次。\n二、存在的问题\n一是人少。" },
  { "pinyin-is-left-out", "矛盾糾(jiū)紛", "矛盾纠纷" },
  { "markdown-marks", "## **一、主要做法**\n", "一、主要做法\n" },
  { "blanks-part-the-cells-of-a-table", "事项 2023年 2024 年 同比\n检查（次） 131 158 20.6%\n罚没款（元） 11500 9600 -16.5%\n上述工作 受到好评。",
    "事项\t2023年\t2024年\t同比\n检查（次）\t131\t158\t20.6%\n罚没款（元）\t11500\t9600\t-16.5%\n上述工作受到好评。" },
  { "a-table-of-one-row", "事项　2023年　2024年\n调解纠纷（件）　64　83\n", "事项\t2023年\t2024年\n调解纠纷（件）\t64\t83\n" },
  { "a-table-without-a-head", "全年情况如下：\n调解纠纷 71 64\n受理信访 5 2\n", "全年情况如下：\n调解纠纷\t71\t64\n受理信访\t5\t2\n" },
  { "rows-with-their-number", "序号 村名 调解数 宣传数\n1 青山村 12 5\n2 石桥村 130 120\n",
    "序号\t村名\t调解数\t宣传数\n1\t青山村\t12\t5\n2\t石桥村\t130\t120\n" },
  { "years-as-rows", "年度 复议（件） 受众（人）\n2023年 3 9,398\n2024年 5 243\n", "年度\t复议（件）\t受众（人）\n2023年\t3\t9，398\n2024年\t5\t243\n" },
  { "a-column-of-remarks", "项目 数量 备注\n2023年 2024年\n培训（次） 56 384 持平\n宣传（场） 133 98\n",
    "项目数量备注\n2023年\t2024年\n培训（次）\t56\t384\t持平\n宣传（场）\t133\t98\n" },
  { "units-in-a-column", "序号 指标 单位 2023年 2024年\n1 法治讲座 场 292 93\n2 持证人员 人 361 249\n",
    "序号\t指标\t单位\t2023年\t2024年\n1\t法治讲座\t场\t292\t93\n2\t持证人员\t人\t361\t249\n" },
  { "thousands-set-apart-are-one-number", "发放资料 12 000\n受益群众 3 500\n", "发放资料12000\n受益群众3500\n" },
  { "thousands-before-their-unit", "发放资料 12 000 份\n受益群众 3 500 人\n", "发放资料12000份\n受益群众3500人\n" },
  { "characters-apart-are-no-cells", "依 法 治 镇 工 作 成 效\n发 放 宣 传 资 料 90 份\n调 解 邻 里 纠 纷 12 件\n",
    "依法治镇工作成效\n发放宣传资料90份\n调解邻里纠纷12件\n" },
  { "digits-apart-behind-characters-apart", "全 年 开 展 宣 传 1 5 场\n调 解 矛 盾 纠 纷 2 3 件\n",
    "全年开展宣传15场\n调解矛盾纠纷23件\n" },
  { "a-heading-is-no-head-of-digits", "青禾镇 今年 法治 建设 情况\n执法人员 1 5 人\n调解员 2 3 人\n",
    "青禾镇今年法治建设情况\n执法人员15人\n调解员23人\n" },
  { "digits-apart-before-their-unit", "行政执法人员 1 5 人\n人民调解员 2 3 人\n调解组织 1 5 个\n",
    "行政执法人员15人\n人民调解员23人\n调解组织15个\n" },
  { "a-total-with-its-characters-apart", "村名 宣传 调解\n青山村 12 5\n合 计 总 数 8 4\n",
    "村名\t宣传\t调解\n青山村\t12\t5\n合计总数\t8\t4\n" },
  { "percent-apart", "调处成功率 98 %\n群众满意率 97 %\n", "调处成功率98%\n群众满意率97%\n" },
  { "years-to-years-are-no-cells", "规划期 2021 — 2025 年\n普法期 2021 — 2025 年\n", "规划期2021—2025年\n普法期2021—2025年\n" },
  { "marks-of-direction", "宣传\u202a44\u202c场，罚款\u20664.4\u2069万元，调解3\u200e5\u200f6件", "宣传44场，罚款4.4万元，调解356件" },
  { "blanks-without-width-part-cells", "村\u200b名\u200b 调解 宣传\n青山村 \u200b12 5\n石桥村 8 14\u200b\n",
    "村名\t调解\t宣传\n青山村\t12\t5\n石桥村\t8\t14\n" },
  { "a-column-for-each-village",
    "指标 甲村 乙村 丙村 丁村 戊村 己村 庚村 辛村 壬村 癸村 子村 丑村 寅村 卯村 辰村 巳村 午村\n"
    "调解（件） 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17\n宣传（场） 1 2 3 4 5 6 7 8 9 1 2 3 4 5 6 7 8\n",
    "指标\t甲村\t乙村\t丙村\t丁村\t戊村\t己村\t庚村\t辛村\t壬村\t癸村\t子村\t丑村\t寅村\t卯村\t辰村\t巳村\t午村\n"
    "调解（件）\t1\t2\t3\t4\t5\t6\t7\t8\t9\t10\t11\t12\t13\t14\t15\t16\t17\n"
    "宣传（场）\t1\t2\t3\t4\t5\t6\t7\t8\t9\t1\t2\t3\t4\t5\t6\t7\t8\n" },
  { "one-line-with-numbers-is-no-table", "调解纠纷 7 1 件\n联系电话 0571 881 2345\n", "调解纠纷71件\n联系电话05718812345\n" },
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

/* One table of ordinals: bytes read, style and number. */
static void
test_ordinals (void)
{
  static const struct
  {
    const char *text;
    gsize used;
    DzOrdinalStyle style;
    guint number;
  } ordinals[] = {
    { "第二部分 工作", 12, DZ_ORDINAL_PART, 2 },   { "贰、工作", 6, DZ_ORDINAL_PART, 2 },
    { "Ⅲ、工作", 6, DZ_ORDINAL_PART, 3 },          { "三、工作", 6, DZ_ORDINAL_HAN, 3 },
    { "十二.工作", 7, DZ_ORDINAL_HAN, 12 },         { "（四）工作", 9, DZ_ORDINAL_HAN_BOX, 4 },
    { "(四)工作", 5, DZ_ORDINAL_HAN_BOX, 4 },       { "㈣工作", 3, DZ_ORDINAL_HAN_BOX, 4 },
    { "四）工作", 6, DZ_ORDINAL_HAN_BOX, 4 },       { "【四】工作", 9, DZ_ORDINAL_HAN_BOX, 4 },
    { "5.工作", 2, DZ_ORDINAL_DIGIT, 5 },           { "５．工作", 6, DZ_ORDINAL_DIGIT, 5 },
    { "⒌工作", 3, DZ_ORDINAL_DIGIT, 5 },           { "⑹工作", 3, DZ_ORDINAL_DIGIT_BOX, 6 },
    { "⑥工作", 3, DZ_ORDINAL_DIGIT_BOX, 6 },       { "（6）工作", 7, DZ_ORDINAL_DIGIT_BOX, 6 },
    { "一是工作", 6, DZ_ORDINAL_RUN, 1 },           { "第一，工作", 9, DZ_ORDINAL_RUN, 1 },
    { "第二个是工作", 12, DZ_ORDINAL_RUN, 2 },       { "头一件事，工作", 15, DZ_ORDINAL_RUN, 1 },
    { "第一个示范点", 0, DZ_ORDINAL_NONE, 0 },      { "头一年工作", 0, DZ_ORDINAL_NONE, 0 },
    { "第一责任人", 0, DZ_ORDINAL_NONE, 0 },        { "1.2万元", 0, DZ_ORDINAL_NONE, 0 },
    { "问一：改了没有", 9, DZ_ORDINAL_HAN, 1 },         { "第二问：改了没有", 12, DZ_ORDINAL_HAN, 2 },
    { "三问：改了没有", 9, DZ_ORDINAL_HAN, 3 },         { "问题一：人少", 0, DZ_ORDINAL_NONE, 0 },
    { "1.1 工作", 3, DZ_ORDINAL_DIGIT_BOX, 1 },      { "2.3工作", 3, DZ_ORDINAL_DIGIT_BOX, 3 },
    { "2.1.4 工作", 5, DZ_ORDINAL_DIGIT_BOX, 4 },    { "1.10 工作", 4, DZ_ORDINAL_DIGIT_BOX, 10 },
    { "3.15活动", 0, DZ_ORDINAL_NONE, 0 },          { "1.2025年的做法", 2, DZ_ORDINAL_DIGIT, 1 },
    { "2024年", 0, DZ_ORDINAL_NONE, 0 },            { "一年来", 0, DZ_ORDINAL_NONE, 0 },
    { "五一、国庆两个长假", 0, DZ_ORDINAL_NONE, 0 }, { "五十一、工作", 12, DZ_ORDINAL_HAN, 51 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ordinals); i++)
    {
      DzOrdinalStyle style;
      guint number;

      g_assert_cmpuint (dz_ordinal_read (ordinals[i].text, strlen (ordinals[i].text), &style, &number), ==,
                        ordinals[i].used);
      g_assert_cmpint (style, ==, ordinals[i].style);
      g_assert_cmpuint (number, ==, ordinals[i].number);
    }
}

static void
test_furniture (void)
{
  static const char *const furniture[] = { "索 引 号：LS05/2024-00118", "责任部门 青禾镇 公开形式 主动公开", "首页 > 政务公开 > 年报",
                                           "首   页 走进望川 新闻中心 政务服务 互动交流", "【打印】【关闭】", "青政发〔2025〕3号",
                                           "来源:区司法局 发布时间:2025-02-09 15:17", "上一篇：防火会" };
  static const char *const text[] = { "存在的问题", "信息公开情况。全年公开二百条。", "来源于群众的意见有三条，均已办结。", "一、主要工作",
                                      "青禾镇人民政府", "2025年1月3日", "时间紧、任务重" };

  for (guint i = 0; i < G_N_ELEMENTS (furniture); i++)
    g_assert_true (dz_furniture_is_line (furniture[i], strlen (furniture[i])));
  for (guint i = 0; i < G_N_ELEMENTS (text); i++)
    g_assert_false (dz_furniture_is_line (text[i], strlen (text[i])));
  g_assert_true (dz_furniture_is_related ("相关稿件：", strlen ("相关稿件：")));
  g_assert_false (dz_furniture_is_related ("相关信息已经公开", strlen ("相关信息已经公开")));
}

/* A table whose tabs became blanks on the way is the same table. */
static void
test_tabs_and_blanks (gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_getenv ("DZ_TESTS"), "data/whole/known", data, NULL);
  g_autofree char *text = NULL;
  g_autofree char *tabbed = NULL;
  g_autofree char *blank = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  tabbed = dz_fold_string (text);
  g_assert_nonnull (strchr (tabbed, '\t'));
  g_strdelimit (text, "\t", ' ');
  blank = dz_fold_string (text);
  g_assert_cmpstr (blank, ==, tabbed);
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

/* Words broken by the lines they stood in are shown whole; words of letters and cells stay apart. */
static void
test_on_one_line (void)
{
  static const char *const pairs[][2] = {
    { "行\n政执法", "行政执法" },
    { "  年\r\n　内听取\n", "年　内听取" },
    { "共3\n件", "共3件" },
    { "Word\nand PDF", "Word and PDF" },
    { "调解\t120\t件", "调解 120 件" },
    { "调解\n\t120", "调解 120" },
    { "一  二 三", "一 二 三" },
    { "\n", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr(DzText) text = dz_text_new_from_string (pairs[i][0]);
      g_autofree char *line = dz_text_dup_line (text, (DzSpan){ 0, strlen (pairs[i][0]) });

      g_assert_cmpstr (line, ==, pairs[i][1]);
    }
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
  g_test_add_func ("/base/fold/one-table-of-ordinals", test_ordinals);
  g_test_add_func ("/base/fold/lines-of-a-page-around-a-report", test_furniture);
  g_test_add_data_func ("/base/fold/tabs-and-blanks/three-years", "ln-2021-qingshiling.txt", test_tabs_and_blanks);
  g_test_add_data_func ("/base/fold/tabs-and-blanks/two-years", "hb-yunqiang-2020.txt", test_tabs_and_blanks);
  g_test_add_data_func ("/base/fold/tabs-and-blanks/with-changes", "sc-2024-heyan.txt", test_tabs_and_blanks);
  g_test_add_data_func ("/base/fold/tabs-and-blanks/parts", "fj-2023-gangweijie.txt", test_tabs_and_blanks);
  g_test_add_func ("/base/fold/spans-go-back-to-the-original", test_way_back);

  g_test_add_func ("/base/text/on-one-line", test_on_one_line);

  return g_test_run ();
}
