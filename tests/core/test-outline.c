/* test-outline.c - sections by role, whatever the numbering, order or layout
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-find-read.h"

#define TITLE "青禾镇2024年度法治政府建设情况报告\n现将有关情况报告如下。\n"
#define DUTY "2024年度履行推进法治建设第一责任人职责述职报告\n青禾镇镇长　王某\n请予评议。\n"

static const struct
{
  const char *claim;
  const char *text;
  const char *kinds;
} cases[] = {
  { "the-usual-order",
    TITLE "一、主要举措和成效\n（一）抓学习。开展学法三次。\n二、存在的问题\n（一）力量不足。人少。\n"
          "三、下一步工作\n（一）补充人员。招录两名。\n青禾镇人民政府\n2025年1月3日\n",
    "opening achievements problems plan closing" },
  { "principals-first",
    TITLE "一、党政主要负责人履行推进法治建设第一责任人职责情况\n召开会议。\n二、工作开展情况\n办理案件。\n"
          "三、存在的不足和原因\n（一）人少。\n四、2025年工作安排\n招录。\n",
    "opening principal_duty achievements problems plan" },
  { "causes-by-lead-in",
    TITLE "一、主要成效\n办理案件。\n二、存在问题\n（一）人少。\n究其原因，主要有以下几点：\n（一）编制少。\n"
          "三、下一步打算\n招录。\n",
    "opening achievements problems causes plan" },
  { "causes-by-other-words",
    TITLE "一、主要成效\n办理案件。\n二、存在问题\n（一）人少。\n上述不足的成因主要有：\n一是编制少。\n"
          "三、努力方向\n招录。\n",
    "opening achievements problems causes plan" },
  { "merged-stays-one",
    TITLE "一、主要成效\n办理案件。\n二、存在问题及下一步打算\n（一）人少。下一步将招录。\n",
    "opening achievements merged" },
  { "topics-only-are-achievements",
    TITLE "一、强化组织领导\n召开会议。\n二、规范行政执法\n办理案件。\n三、存在的主要困难和问题\n人少。\n"
          "四、今后工作思路\n招录。\n",
    "opening achievements achievements problems plan" },
  { "thoughts-that-are-parts",
    TITLE "第一，主要负责人尽责情况。召开会议。\n第二，一年来做成的事。办理案件。\n第三，去年问题改得怎样。\n1.学法走过场，已改。\n2.公示不换，已改。\n"
          "第四，眼下仍过不去的坎。\n1.人少。能办案的不多。\n2.车少。两队共用。\n第五，2025年的路子。\n1.招录两名。\n2.添车一辆。\n",
    "opening principal_duty achievements last_year problems plan" },
  { "signs-around-headings",
    TITLE "〓 做成了什么 〓\n召开会议。\n〓 存在的不足 〓\n1.人少。能办案的不多。\n2.车少。两队共用。\n〓 明年怎样改 〓\n1.招录两名。\n2.添车一辆。\n",
    "opening achievements problems plan" },
  { "numbers-without-a-mark-over-points",
    TITLE "1 全年工作\n1.1机构\n九人。\n1.2学法\n学法六次。\n2 存在的不足\n2.1人少。能办案的不多。\n2.2车少。两队共用。\n3 明年打算\n3.1招录两名。\n",
    "opening achievements problems plan" },
  { "a-report-that-asks-itself",
    TITLE "问一：去年说要改的，改了没有？\n公开栏换了。\n问二：这一年究竟干了些什么？\n学法六次。\n问三：哪里还差劲？\n能办案的不多。\n问四：明年咋干？\n招录两名。\n",
    "opening last_year achievements problems plan" },
  { "a-fourth-point-under-the-third-heading",
    TITLE "一、主要做法\n召开会议。\n二、履职情况\n主持会议。\n三、存在的问题\n一是人少。\n二是车少。\n三是学法少。\n四是干部不够重视。\n"
          "这些都要补上。\n四、改进措施\n招录两名。\n",
    "opening achievements achievements problems plan" },
  { "numbered-by-points-and-years",
    TITLE "1. 2024年的主要做法\n1.1 第一责任人履职\n召开会议。\n1.2 规范执法\n办理案件。\n2. 存在的问题\n2.1 人少。能办案的不多。\n"
          "2.2 车少。两队共用。\n3. 2025年打算\n3.1 招录两名。\n3.2 添车一辆。\n",
    "opening achievements problems plan" },
  { "run-in-heading",
    TITLE "一、主要成效。全年办理案件三件。\n二、存在的问题。一是人少。二是事多。\n三、下步打算。一是招录。\n",
    "opening achievements problems plan" },
  { "parts-above-chapters",
    TITLE "第一部分  主要工作和成效\n（一）抓学习。\n第二部分  存在的问题和不足\n一是人少。\n"
          "第三部分  二〇二五年工作安排\n（一）招录。\n",
    "opening achievements problems plan" },
  { "formal-numerals-above-plain",
    TITLE "壹、主要工作\n一、抓学习。\n二、抓执法。\n贰、存在的问题\n一、人少。\n二、事多。\n叁、下步工作\n一、招录。\n",
    "opening achievements problems plan" },
  { "volumes",
    TITLE "上篇：一年回顾\n办理案件三件。\n中篇：存在的不足\n人少。\n下篇：来年打算\n招录两名。\n青禾镇人民政府\n2025年1月3日\n",
    "opening achievements problems plan closing" },
  { "notes-behind-the-signature",
    TITLE "一、主要成效\n受理纠纷70件[1]。\n二、存在的问题\n人少[2]。\n三、下一步打算\n招录两名。\n"
          "青禾镇人民政府\n2025年1月3日\n[1] 不含信访件12件，上年为65件。\n[2] 含借调三人。\n",
    "opening achievements problems plan closing" },
  { "links-are-no-volumes",
    TITLE "一、主要工作\n办理案件三件。\n二、存在的问题\n人少。\n三、下一步打算\n招录两名。\n"
          "青禾镇人民政府\n2025年1月3日\n上篇：村务公开的通知\n下篇：防汛工作的通知\n",
    "opening achievements problems plan closing" },
  { "labels-within-each-subject",
    TITLE "一、学法用法\n中心组学法八次，专题研究四次。存在的不足：带头讲法少。下步措施：每人每年讲法一次。\n"
          "二、依法决策\n审查合同九十份。存在问题：审查人员少。\n提出意见一百条。\n三、外部监督\n行政诉讼2件，无败诉。办理代表建议6件。\n",
    "opening achievements problems plan achievements problems achievements achievements" },
  { "last-year-by-its-report",
    TITLE "一、2023年度报告提出问题的改进情况\n已整改。\n二、2024年工作成效\n办理案件。\n三、存在的问题\n人少。\n"
          "四、下一步打算\n招录。\n",
    "opening last_year achievements problems plan" },
  { "last-year-inside-the-duty",
    DUTY "一、履职情况\n（一）上一年度述法报告问题整改落实情况\n已整改。\n（二）本年度主要履职情况\n召开会议。\n"
         "二、存在的问题\n人少。\n三、下一步打算\n招录。\n",
    "opening last_year achievements problems plan" },
  { "duty-of-a-duty-report-is-achievements",
    DUTY "一、履行第一责任人职责情况\n召开会议。\n二、存在的不足\n人少。\n三、下一步计划\n招录。\n",
    "opening achievements problems plan" },
  { "markdown-levels-do-not-matter",
    "# 青禾镇2024年度法治政府建设情况报告\n\n现将情况报告如下：\n\n## 一、工作情况\n\n### （一）**抓学习**\n\n学法三次。\n\n"
    "# 二、存在的问题\n\n**（一）人少。**事多。\n\n### 三、下一步工作\n\n招录。\n",
    "opening achievements problems plan" },
  { "without-ordinals",
    TITLE "主要举措和成效\n全年办理案件三件，调解纠纷十件。\n存在的问题\n执法人员少。\n下一步工作计划\n招录两名。\n",
    "opening achievements problems plan" },
  { "rectifying-is-no-problem",
    TITLE "一、突出问题导向，狠抓整改落实\n已整改。\n二、聚焦突出问题，规范执法\n办理案件。\n三、存在的问题\n人少。\n"
          "四、整改措施\n招录。\n",
    "opening last_year achievements problems plan" },
  { "other-matters",
    TITLE "一、工作情况\n办理案件。\n二、存在的问题\n人少。\n三、工作打算\n招录。\n四、其他需要报告的情况\n无。\n",
    "opening achievements problems plan other" },
};

static char *
describe (DzReport *report)
{
  GString *line = g_string_new (NULL);
  gsize at = 0;

  for (guint i = 0; i < report->sections->len; i++)
    {
      const DzSection *section = &g_array_index (report->sections, DzSection, i);

      /* they cover the text without gap or overlap */
      g_assert_cmpuint (section->span.start, ==, at);
      g_assert_true (dz_span_is_empty (section->heading) ||
                     dz_span_contains (section->span, section->heading));
      at = section->span.end;
      g_string_append_printf (line, "%s%s", i > 0 ? " " : "",
                              dz_section_kind_to_string (section->kind));
    }
  g_assert_cmpuint (at, ==, dz_text_get_length (report->text));

  return g_string_free (line, FALSE);
}

static void
test_kinds (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr(DzReport) report = dz_test_read (cases[i].text);
  g_autofree char *found = describe (report);

  g_assert_cmpstr (found, ==, cases[i].kinds);
}

/* A file's own heading is believed even without an ordinal. */
static void
test_hint (void)
{
  g_autoptr(DzText) text = dz_text_new ();
  DzPart heading = { DZ_PART_HEADING, 1, 0, 0, 0, 0, 0, 1.0 };
  DzPart paragraph = { DZ_PART_PARAGRAPH, 0, 0, 0, 0, 0, 0, 1.0 };
  g_autofree char *whole = NULL;
  g_autoptr(DzReport) report = NULL;

  dz_text_append_paragraph (text, &heading, "存在的问题", -1);
  dz_text_append_paragraph (text, &paragraph, "执法人员少。", -1);
  whole = g_strdup (dz_text_peek (text, NULL));
  report = dz_test_read (whole);
  g_assert_cmpuint (report->sections->len, >, 0);
}

static void
test_nothing (void)
{
  g_autoptr(DzReport) empty = dz_test_read ("");
  g_autoptr(DzReport) line = dz_test_read ("一、");
  g_autoptr(DzReport) blank = dz_test_read ("\n\n  \n");

  g_assert_cmpuint (empty->weaknesses->len + line->weaknesses->len + blank->weaknesses->len, ==, 0);
}

#define TOPICS TITLE "一、加强组织领导\n党委会研究法治建设3次，中心组学法5次，审核合同12份。\n二、推进规范执法\n办理处罚案件9件，开展检查120次。\n" \
                     "三、深化法治宣传\n开展宣传活动16场，发放资料3000份，调解矛盾纠纷41件。\n"
#define HEADED TITLE "一、主要工作\n宣传活动16场。\n二、存在的问题\n"
#define SIGNED "青禾镇人民政府\n2025年1月20日\n"

/* Shortfalls told without a heading, causes in the middle of a list: which codes are declared. */
static const struct
{
  const char *claim;
  const char *text;
  const char *codes;
} told[] = {
  { "looking-back", TOPICS "回头看，这一年也有遗憾：执法人员不足，普法形式单一。\n" SIGNED, "enforce_staff_short publicity_form_monotone" },
  { "against-what-is-wanted", TOPICS "对照县委要求和群众期盼，我镇工作仍有不小差距，执法力量薄弱，普法形式单一。\n" SIGNED,
    "enforce_staff_short publicity_form_monotone" },
  { "the-plan-of-an-admission-is-none",
    TOPICS "在肯定成绩的同时，我们清醒认识到，执法力量薄弱。2025年，我们将解决普法形式单一的问题。\n" SIGNED, "enforce_staff_short" },
  { "two-shortfalls-are-an-admission", TOPICS "由于镇里底子薄，执法人员不足，普法形式单一。\n" SIGNED,
    "enforce_staff_short publicity_form_monotone" },
  { "what-was-mended-is-none",
    TOPICS "针对执法力量薄弱、普法形式单一等问题，新增队员2名，拍摄短视频6部。\n" SIGNED, "" },
  { "a-cause-ends-with-its-point",
    HEADED "一是执法力量薄弱。主要原因是编制少。二是普法形式单一。根源在于经费紧张。三是法律顾问作用发挥不充分。\n" SIGNED,
    "enforce_staff_short publicity_form_monotone counsel_underused" },
  { "a-thought-of-shortfalls-blames-nothing",
    HEADED "静下心来想，差距是明摆着的。一是执法力量薄弱。二是普法形式单一。究其原因，主要是编制少。\n" SIGNED,
    "enforce_staff_short publicity_form_monotone" },
  { "a-list-of-causes-ends-with-its-point",
    HEADED "（一）执法力量薄弱。究其原因，一是编制少，二是待遇低。\n（二）普法形式单一。\n" SIGNED,
    "enforce_staff_short publicity_form_monotone" },
  { "a-paragraph-of-causes-between-points",
    HEADED "（一）执法力量薄弱。\n究其原因，主要是编制多年没有增加。\n（二）普法形式单一。\n" SIGNED,
    "enforce_staff_short publicity_form_monotone" },
  { "problem-and-plan-by-turns",
    TITLE "一、主要工作\n宣传16场。\n二、存在的问题和下一步打算\n执法力量薄弱，将招录队员；普法形式单一，拟拍摄短视频；法律顾问作用发挥不充分，"
          "2025年请顾问列席会议。\n" SIGNED,
    "enforce_staff_short publicity_form_monotone counsel_underused" },
};

static void
test_told (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr(DzReport) report = dz_test_read (told[i].text);
  g_autoptr(GString) codes = g_string_new (NULL);

  for (guint k = 0; k < report->weaknesses->len; k++)
    if (dz_weakness_counts (&g_array_index (report->weaknesses, DzWeakness, k)))
      g_string_append_printf (codes, "%s%s", codes->len > 0 ? " " : "",
                              g_array_index (report->weaknesses, DzWeakness, k).code);
  g_assert_cmpstr (codes->str, ==, told[i].codes);
}

/* The kinds of the parts, neighbours folded, those left out that say nothing; "-" if there is none. */
static char *
fold_parts (DzReport *report)
{
  GString *line = g_string_new (NULL);
  int last = -1;

  for (guint i = 0; i < report->sections->len; i++)
    {
      int kind = g_array_index (report->sections, DzSection, i).kind;

      if (kind == DZ_SECTION_OPENING || kind == DZ_SECTION_CLOSING || kind == DZ_SECTION_OTHER)
        continue;
      if (kind != last)
        g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "", dz_section_kind_to_string (kind));
      last = kind;
    }
  if (line->len == 0)
    g_string_append_c (line, '-');

  return g_string_free (line, FALSE);
}

static guint
count_figures (DzReport *report)
{
  guint n = 0;

  for (guint i = 0; i < report->figures->len; i++)
    n += dz_figure_counts (&g_array_index (report->figures, DzFigure, i));

  return n;
}

/* @head: "TOWNSHIP YEAR KIND PARTS", of @text. */
static void
judge_document (const char *head,
                const char *text)
{
  g_autoptr(DzReport) report = dz_test_read (text);
  g_auto(GStrv) words = g_strsplit (head, " ", 4);
  g_auto(GStrv) readings = g_strsplit (words[3], " / ", -1);
  const DzIdentity *identity = &report->identity;
  g_autofree char *year = identity->year > 0 ? g_strdup_printf ("%d", identity->year) : g_strdup ("-");
  g_autofree char *parts = fold_parts (report);
  g_autofree char *found = g_strdup_printf ("%s %s %s %s", identity->township != NULL ? identity->township : "-",
                                            g_str_equal (words[1], "*") ? "*" : year,
                                            dz_report_kind_to_string (identity->kind),
                                            g_strv_contains ((const char *const *) readings, parts) ? words[3] : parts);

  g_assert_cmpstr (found, ==, head);
  if (identity->kind == DZ_KIND_OTHER)
    g_assert_cmpuint (count_figures (report) + report->weaknesses->len, ==, 0);
}

/* Every small document of outlines.txt is read as its head says. */
static void
test_documents (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("DZ_TESTS"), "data", "find", "outlines.txt", NULL);
  g_autofree char *contents = NULL;
  g_auto(GStrv) documents = NULL;
  g_autoptr(GError) error = NULL;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  documents = g_strsplit (contents, "\n= ", -1);
  g_assert_cmpuint (g_strv_length (documents), >, 50);
  for (guint i = 1; documents[i] != NULL; i++)
    {
      g_auto(GStrv) halves = g_strsplit (documents[i], "\n", 2);

      judge_document (halves[0], halves[1]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/find/outline/", cases[i].claim, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_kinds);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (told); i++)
    {
      g_autofree char *path = g_strconcat ("/find/outline/told/", told[i].claim, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_told);
    }
  g_test_add_func ("/find/outline/headings-of-the-file", test_hint);
  g_test_add_func ("/find/outline/nothing-at-all", test_nothing);
  g_test_add_func ("/find/outline/small-documents", test_documents);

  return g_test_run ();
}
