/* test-identity.c - body, county, year, kind, title, dates, issuer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-find-read.h"

#define DEEDS "镇里召开专题会议三次，学法六次，审查合同四十一份，检查经营场所六百余家，调解纠纷一百五十八件，举办普法活动二十五场，受众一万余人。"
#define LETTER "一、主要工作。" DEEDS DEEDS DEEDS DEEDS "二、存在的不足。执法证只有三个人有。" DEEDS DEEDS "三、2021年打算。动员八名干部参加考试。" DEEDS "\n"

#define BODY "\n现将有关情况报告如下。\n一、主要工作\n全年办理案件三件。\n二、存在的问题\n人少。\n三、下一步打算\n招录。\n"

static const struct
{
  const char *claim;
  const char *text;
  const char *township;
  const char *county;
  int year;
  DzReportKind kind;
  const char *issued;
  const char *published;
} cases[] = {
  { "the-title-says-all", "青禾镇2024年度法治政府建设情况报告" BODY "青禾镇人民政府\n2025年1月3日\n", "青禾镇", NULL,
    2024, DZ_KIND_ANNUAL_REPORT, "2025-01-03", NULL },
  { "county-before-the-name", "望泽县青禾镇人民政府关于2024年度法治政府建设情况的报告" BODY, "青禾镇", "望泽县", 2024,
    DZ_KIND_ANNUAL_REPORT, NULL, NULL },
  { "province-and-city-are-left-out", "湖南省怀化市辰溪县后塘瑶族乡2023年法治政府建设工作报告" BODY, "后塘瑶族乡",
    "辰溪县", 2023, DZ_KIND_ANNUAL_REPORT, NULL, NULL },
  { "sub-district-office", "白云街道办事处2024年法治政府建设年度报告" BODY, "白云街道", NULL, 2024,
    DZ_KIND_ANNUAL_REPORT, NULL, NULL },
  { "street-named-like-a-town", "田镇街道2024年度法治政府建设情况报告" BODY, "田镇街道", NULL, 2024,
    DZ_KIND_ANNUAL_REPORT, NULL, NULL },
  { "a-name-that-begins-like-and", "关于和平镇2024年度法治政府建设情况的报告" BODY, "和平镇", NULL, 2024,
    DZ_KIND_ANNUAL_REPORT, NULL, NULL },
  { "a-name-that-begins-like-towards", "望泽县向阳镇2024年度法治政府建设情况报告" BODY, "向阳镇", "望泽县", 2024,
    DZ_KIND_ANNUAL_REPORT, NULL, NULL },
  { "a-town-named-town", "2024年度法治政府建设工作报告——古镇镇" BODY, "古镇镇", NULL, 2024, DZ_KIND_ANNUAL_REPORT, NULL,
    NULL },
  { "behind-a-rate-of-the-township-kind", "2022年度法治政府建设情况报告\n人均劝导量超过87%的乡镇街道。" BODY, NULL, NULL, 2022,
    DZ_KIND_ANNUAL_REPORT, NULL, NULL },
  { "a-headline-that-tells-a-deed", "谢集区开展乡镇街道法治建设专项督察\n为了推动法治建设，区委依法治区办对2023年法治建设工作进行了督察。\n"
                                    "督察组听取了法治建设工作汇报，了解了执法情况。\n", NULL, NULL, 2023, DZ_KIND_OTHER, NULL, NULL },
  { "a-street-before-its-office", "2022年度法治政府建设工作报告\n2022年，青石街党工委、办事处高举旗帜，工作有序。" BODY, "青石街", NULL, 2022,
    DZ_KIND_ANNUAL_REPORT, NULL, NULL },
  { "an-office-that-does-not-say-street", "樊家台办事处2022年度法治政府建设工作报告\n2022年，樊家台办事处工作有序，向各街道办事处学习。" BODY, "樊家台办事处", NULL,
    2022, DZ_KIND_ANNUAL_REPORT, NULL, NULL },
  { "offices-that-are-no-body", "2022年度法治政府建设工作报告\n2022年，我街道办事处、党工委办事处和驻京办事处工作有序，驻京办事处、法律援助办事处配合。" BODY, NULL, NULL,
    2022, DZ_KIND_ANNUAL_REPORT, NULL, NULL },
  { "a-board-of-a-zone", "云岭经济开发区管委会2022年度法治政府建设工作报告" BODY, "云岭经济开发区管委会", NULL, 2022, DZ_KIND_ANNUAL_REPORT, NULL, NULL },
  { "a-department-in-a-line-of-its-own", "望泽县城市管理局（综合行政执法局）\n2023年度法治政府建设工作报告" BODY
      "从镇街收回执法事项26项，从镇街抽调三人。\n", "望泽县城市管理局", NULL, 2023, DZ_KIND_ANNUAL_REPORT, NULL, NULL },
  { "signed-before-what-is-added", "青禾镇2024年度法治政府建设情况报告" BODY "青禾镇人民政府\n2025年1月9日\n附件：青禾镇法治工作数据表\n"
      "指标\t数值\n受理\t172件\n调解\t170件\n审查\t33份\n检查\t188次\n处罚\t7件\n信访\t17件\n宣传\t21场\n援助\t14件\n督察\t2次\n",
      "青禾镇", NULL, 2024, DZ_KIND_ANNUAL_REPORT, "2025-01-09", NULL },
  { "a-letter-that-is-the-report", "关于报送青禾镇2020年法治政府建设情况的函\n县委依法治县办：\n现将情况函报如下。\n" LETTER "青禾镇人民政府\n2021年1月15日\n",
    "青禾镇", NULL, 2020, DZ_KIND_ANNUAL_REPORT, "2021-01-15", NULL },
  { "a-letter-with-the-report-behind-it", "关于报送青禾镇2020年法治政府建设情况的函\n县委依法治县办：\n现将存在不足和下一步打算一并随文报送，请审阅。\n附件：年度报告\n"
    "青禾镇人民政府\n2021年1月15日\n", "青禾镇", NULL, 2020, DZ_KIND_OTHER, "2021-01-15", NULL },
  { "a-farm", "青石农场2022年度法治政府建设工作报告" BODY, "青石农场", NULL, 2022, DZ_KIND_ANNUAL_REPORT, NULL, NULL },
  { "a-long-name-of-a-people", "塔什库勒干塔吉克族乡2022年度法治政府建设工作报告" BODY, "塔什库勒干塔吉克族乡", NULL, 2022, DZ_KIND_ANNUAL_REPORT,
    NULL, NULL },
  { "the-only-town-of-a-text-that-says-our-town", "2023年度法治政府建设情况报告\n我镇学法，结合长柳镇的实际，学以致用。" BODY, "长柳镇", NULL, 2023,
    DZ_KIND_ANNUAL_REPORT, NULL, NULL },
  { "signed-on-a-day-that-never-was", "青禾镇法治政府建设年度报告\n发布时间：2025-02-29 10:12" BODY "青禾镇人民政府\n2025年2月30日\n", "青禾镇", NULL, 2024,
    DZ_KIND_ANNUAL_REPORT, NULL, NULL },
  { "chinese-year", "青禾镇二○二三年法治政府建设年度报告" BODY "青禾镇人民政府\n二〇二四年一月十九日\n", "青禾镇", NULL,
    2023, DZ_KIND_ANNUAL_REPORT, "2024-01-19", NULL },
  { "party-and-government", "中共青禾镇委员会 青禾镇人民政府关于2024年度法治政府建设情况的报告" BODY, "青禾镇", NULL, 2024,
    DZ_KIND_ANNUAL_REPORT, NULL, NULL },
  { "principal-names-the-body", "2024年度履行推进法治建设第一责任人职责情况述职报告\n青禾镇党委书记　王某" BODY, "青禾镇", NULL,
    2024, DZ_KIND_DUTY_REPORT, NULL, NULL },
  { "mayor-of-a-town", "青禾镇镇长2023年履行推进法治建设第一责任人职责述职报告" BODY "述职人：王某\n2023年12月29日\n",
    "青禾镇", NULL, 2023, DZ_KIND_DUTY_REPORT, "2023-12-29", NULL },
  { "title-over-two-lines", "2024年度党政主要负责人履行推进法治建设\n第一责任人职责述职报告\n青禾镇人民政府镇长  王某" BODY, "青禾镇",
    NULL, 2024, DZ_KIND_DUTY_REPORT, NULL, NULL },
  { "signature-names-the-body", "关于2024年度法治政府建设情况的报告" BODY "青禾镇人民政府\n2025年1月3日\n", "青禾镇", NULL, 2024,
    DZ_KIND_ANNUAL_REPORT, "2025-01-03", NULL },
  { "title-before-heading", "青禾镇2024年度法治政府建设情况报告\n现将有关情况报告如下。\n一、2023年度主要工作\n办案。\n", "青禾镇",
    NULL, 2024, DZ_KIND_ANNUAL_REPORT, NULL, NULL },
  { "heading-before-date", "青禾镇法治政府建设情况报告\n现将有关情况报告如下。\n一、2023年度主要工作\n办案。\n青禾镇人民政府\n"
                           "2025年1月3日\n", "青禾镇", NULL, 2023, DZ_KIND_ANNUAL_REPORT, "2025-01-03", NULL },
  { "publication-is-no-signing", "青禾镇2024年度法治政府建设情况报告\n发布时间：2025-03-10 15:34 信息来源：青禾镇" BODY, "青禾镇", NULL,
    2024, DZ_KIND_ANNUAL_REPORT, NULL, "2025-03-10" },
  { "sent-is-not-published", "发文日期：2025-01-15\n发布日期：2025-03-06\n石坝镇2024年法治政府建设年度报告" BODY, "石坝镇", NULL, 2024,
    DZ_KIND_ANNUAL_REPORT, "2025-01-15", "2025-03-06" },
  { "sent-where-nothing-else-is-told", "发文日期：2025-01-15\n石坝镇2024年法治政府建设年度报告" BODY, "石坝镇", NULL, 2024,
    DZ_KIND_ANNUAL_REPORT, "2025-01-15", "2025-01-15" },
  { "a-page's-stamp", "【字体：大 中 小】 2025-02-20 16:08\n南岭镇2024年法治政府建设年度报告" BODY, "南岭镇", NULL, 2024,
    DZ_KIND_ANNUAL_REPORT, NULL, "2025-02-20" },
  { "a-place-before-the-name", "法治夜市开到菜场里兰荡街道2024年度法治政府建设情况报告" BODY, "兰荡街道", NULL, 2024,
    DZ_KIND_ANNUAL_REPORT, NULL, NULL },
  { "a-name-with-a-mile-in-it", "八里湖街道2024年度法治政府建设情况报告" BODY, "八里湖街道", NULL, 2024,
    DZ_KIND_ANNUAL_REPORT, NULL, NULL },
  { "said-to-a-town", "关于对城关镇2024年度法治政府建设督察情况的反馈意见\n城关镇党委：\n现反馈如下。\n", "城关镇", NULL, 2024,
    DZ_KIND_OTHER, NULL, NULL },
  { "traditional-title", "楓梧畲族鄉2024年度法治政府建設情況報告\n現將有關情況報告如下。\n一、主要舉措\n辦理案件，執法隊伍。\n",
    "枫梧畲族乡", NULL, 2024, DZ_KIND_ANNUAL_REPORT, NULL, NULL },
  { "a-notice-is-no-report", "关于报送2024年度法治政府建设年度报告的通知\n各乡镇人民政府：\n请于二月底前报送。\n", NULL, NULL, 2024,
    DZ_KIND_OTHER, NULL, NULL },
  { "another-report-is-other", "青禾镇2024年财政预算执行情况\n全年收入稳定增长。\n", "青禾镇", NULL, 2024, DZ_KIND_OTHER, NULL,
    NULL },
  { "a-county-named-like-a-prefecture", "岚山市鼎州区柳塘镇人民政府关于2024年法治政府建设情况的报告" BODY, "柳塘镇", "鼎州区", 2024,
    DZ_KIND_ANNUAL_REPORT, NULL, NULL },
  { "a-prefecture-and-its-district", "岚州市望川区柳塘街道办事处2024年法治政府建设情况报告" BODY, "柳塘街道", "望川区", 2024,
    DZ_KIND_ANNUAL_REPORT, NULL, NULL },
  { "no-name-is-invented", "2024年度法治政府建设情况报告\n我镇依托全镇网格，组织街道商户学法，改造镇文化站。现将有关情况报告如下。\n一、主要工作\n"
                           "健全全面依法治镇委员会，为全镇发展服务。\n", NULL, NULL, 2024, DZ_KIND_ANNUAL_REPORT, NULL, NULL },
  { "a-county-reports-itself", "望川县2024年度法治政府建设情况报告" BODY "望川县人民政府\n2025年2月3日\n", "望川县", NULL, 2024,
    DZ_KIND_ANNUAL_REPORT, "2025-02-03", NULL },
  { "what-will-be-done-is-another-year", "法治政府建设情况报告\n现将我镇情况报告如下。\n一、办案\n2023年，柳塘镇办案三件。\n二、打算\n"
                                         "2024年将购置设备。2024年将开设专栏。\n", "柳塘镇", NULL, 2023, DZ_KIND_ANNUAL_REPORT, NULL, NULL },
  { "years-of-last-year-and-plan-agree", "述法报告\n柳塘镇党委书记 张某\n一、2023年度述法反馈问题整改\n已整改。\n二、主要履职情况\n我主持会议三次。\n"
                                         "三、2025年努力方向\n学法。\n", "柳塘镇", NULL, 2024, DZ_KIND_DUTY_REPORT, NULL, NULL },
  { "first-person-without-述", "2024年度履行推进法治建设第一责任人职责情况的报告\n柳塘镇镇长 王某\n今年，我坚持带头学法。\n一、工作\n开会三次。\n",
    "柳塘镇", NULL, 2024, DZ_KIND_DUTY_REPORT, NULL, NULL },
  { "both-principals-of-a-body", "柳塘镇2024年度党政主要负责人履行推进法治建设第一责任人职责情况报告\n柳塘镇书记、镇长带头抓法治，现报告如下。\n一、工作\n"
                                 "开会三次。\n", "柳塘镇", NULL, 2024, DZ_KIND_DUTY_REPORT, NULL, NULL },
  { "breadcrumbs-are-no-title", "首页 > 政务公开 > 法治政府建设年度报告\n青禾镇2024年度法治政府建设情况报告" BODY, "青禾镇", NULL,
    2024, DZ_KIND_ANNUAL_REPORT, NULL, NULL },
};

static void
test_identity (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr(DzReport) report = dz_test_read (cases[i].text);
  const DzIdentity *identity = &report->identity;

  g_assert_cmpint (identity->kind, ==, cases[i].kind);
  g_assert_cmpint (identity->year, ==, cases[i].year);
  g_assert_cmpstr (identity->township, ==, cases[i].township);
  g_assert_cmpstr (identity->county, ==, cases[i].county);
  g_assert_cmpstr (identity->issued, ==, cases[i].issued);
  g_assert_cmpstr (identity->published, ==, cases[i].published);
}

/* Title, publication and issuer on pages of all kinds. */
static const struct
{
  const char *claim;
  const char *text;
  const char *title;
  const char *published;
  const char *issuer;
} pages[] = {
  { "labels-over-the-title", "公开范围 面向全社会\n公开时限 长期公开\n柳塘镇2024年度法治政府建设情况报告" BODY,
    "柳塘镇2024年度法治政府建设情况报告", NULL, NULL },
  { "a-menu-and-a-trail", "网站首页 走进石河 政务公开 办事服务 互动交流\n当前位置：首页 > 公开 > 年报\n柳塘镇2024年法治政府建设年度报告" BODY,
    "柳塘镇2024年法治政府建设年度报告", NULL, NULL },
  { "the-column-is-no-title", "法治政府建设年度报告\n柳塘镇2024年度法治政府建设工作报告\n来源：柳塘镇　日期：2025-01-20 17:42" BODY,
    "柳塘镇2024年度法治政府建设工作报告", "2025-01-20", NULL },
  { "title-in-two-lines", "柳塘镇人民政府\n关于2024年度法治政府建设情况的报告" BODY, "柳塘镇人民政府关于2024年度法治政府建设情况的报告",
    NULL, NULL },
  { "title-that-ends-on-the-next-line", "柳塘镇2024年度推进法治政府建设情况\n的报告" BODY, "柳塘镇2024年度推进法治政府建设情况的报告", NULL,
    NULL },
  { "title-without-report", "柳塘镇2024年法治政府建设情况" BODY, "柳塘镇2024年法治政府建设情况", NULL, NULL },
  { "title-in-the-labels-is-not-the-first", "- 标 题:柳塘镇2024年度法治政府建设情况报告\n- 发文时间:2026年01月21日\n"
                                            "柳塘镇2024年度法治政府建设情况报告" BODY,
    "柳塘镇2024年度法治政府建设情况报告", "2026-01-21", NULL },
  { "an-addressee-is-no-title", "县委、县政府：\n2024年，柳塘镇坚持依法行政，现将法治政府建设情况报告如下：\n一、工作\n办案三件。\n", NULL, NULL,
    NULL },
  { "date-on-the-next-line", "柳塘镇2024年法治政府建设报告\n发布时间：\n2025-03-04\n作者：\n来源：" BODY, "柳塘镇2024年法治政府建设报告",
    "2025-03-04", NULL },
  { "provided-on", "柳塘镇2024年法治政府建设报告\n信息来源：柳塘镇 信息提供日期：2025-01-05 09:31 【字体：大 中 小】" BODY,
    "柳塘镇2024年法治政府建设报告", "2025-01-05", NULL },
  { "a-bare-date", "柳塘镇2024年法治政府建设报告\n2025.03.05" BODY, "柳塘镇2024年法治政府建设报告", "2025-03-05", NULL },
  { "a-document-number", "柳塘镇人民政府文件\n柳政发〔2025〕3号\n柳塘镇人民政府关于2024年度法治政府建设情况的报告\n县政府：" BODY
                         "柳塘镇人民政府\n2025年1月8日\n（此件公开发布）\n",
    "柳塘镇人民政府关于2024年度法治政府建设情况的报告", NULL, "柳塘镇人民政府" },
  { "labels-are-no-issuer", "柳塘镇2024年法治政府建设报告" BODY "2025年1月8日\n【打印】【关闭】\n来源：柳塘镇党政办\n",
    "柳塘镇2024年法治政府建设报告", NULL, NULL },
};

static void
test_page (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr(DzReport) report = dz_test_read (pages[i].text);

  g_assert_cmpstr (report->identity.title, ==, pages[i].title);
  g_assert_cmpstr (report->identity.published, ==, pages[i].published);
  g_assert_cmpstr (report->identity.issuer, ==, pages[i].issuer);
}

static DzReport *
read_with_roster (const char *string,
                  gboolean    recognised)
{
  g_autoptr(DzCodebook) codebook = dz_test_codebook ();
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  g_autoptr(DzReadingHints) hints = NULL;
  g_autoptr(DzReading) reading = NULL;
  g_autoptr(DzText) text = dz_text_new_from_string (string);
  DzReport *report = dz_report_new (text, dz_source_new (""));

  g_ptr_array_add (names, (gpointer) "青禾镇");
  g_ptr_array_add (names, (gpointer) "澜桥镇");
  g_ptr_array_add (names, (gpointer) "滥桥乡");
  g_ptr_array_add (names, (gpointer) "望溪街道");
  hints = dz_reading_hints_new (names, NULL);
  dz_codebook_set_hints (codebook, hints);
  reading = dz_reading_new (codebook, NULL);
  if (recognised)
    dz_source_add_loss (report->source, DZ_LOSS_PAGES_OCR, 1, NULL);
  dz_reading_read (reading, report);

  return report;
}

/* A character misread in a picture still finds the body of the roster, to be confirmed. */
static void
test_roster (void)
{
  g_autoptr(DzReport) scan =
    read_with_roster ("青乐镇2024年度法治政府建设情况报告" BODY, TRUE);
  g_autoptr(DzReport) file =
    read_with_roster ("青乐镇2024年度法治政府建设情况报告" BODY, FALSE);
  g_autoptr(DzReport) sure =
    read_with_roster ("望溪街道2024年度法治政府建设情况报告" BODY, TRUE);
  g_autoptr(DzReport) unknown =
    read_with_roster ("白石镇2024年度法治政府建设情况报告" BODY, TRUE);

  g_assert_cmpstr (scan->identity.township, ==, "青禾镇");
  g_assert_cmpfloat (scan->identity.township_confidence, <, 0.8);
  g_assert_cmpuint (scan->identity.township_span.end - scan->identity.township_span.start, ==, 9);
  g_assert_cmpstr (file->identity.township, ==, "青乐镇");
  g_assert_cmpstr (sure->identity.township, ==, "望溪街道");
  g_assert_cmpfloat (sure->identity.township_confidence, >, 0.9);
  g_assert_cmpstr (unknown->identity.township, ==, "白石镇");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/find/identity/", cases[i].claim, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_identity);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *path = g_strconcat ("/find/identity/page/", pages[i].claim, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_page);
    }
  g_test_add_func ("/find/identity/roster-prevails-over-misread-names", test_roster);

  return g_test_run ();
}
