/* test-identity.c - body, county, year, kind, title, dates, issuer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-find-read.h"

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
  { "traditional-title", "楓梧畲族鄉2024年度法治政府建設情況報告\n現將有關情況報告如下。\n一、主要舉措\n辦理案件，執法隊伍。\n",
    "枫梧畲族乡", NULL, 2024, DZ_KIND_ANNUAL_REPORT, NULL, NULL },
  { "a-notice-is-no-report", "关于报送2024年度法治政府建设年度报告的通知\n各乡镇人民政府：\n请于二月底前报送。\n", NULL, NULL, 2024,
    DZ_KIND_OTHER, NULL, NULL },
  { "another-report-is-other", "青禾镇2024年财政预算执行情况\n全年收入稳定增长。\n", "青禾镇", NULL, 2024, DZ_KIND_OTHER, NULL,
    NULL },
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
  g_test_add_func ("/find/identity/roster-prevails-over-misread-names", test_roster);

  return g_test_run ();
}
