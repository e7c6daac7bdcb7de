/* test-inspection.c - what inspections found: papers told from reports, problems with their words, bodies and days
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-inspection.h"
#include "dz-test-review.h"

static DzCodebook *codebook;
static DzReview *review;

static DzReport *
make_report (const char *title,
             const char *words)
{
  g_autofree char *all = g_strdup_printf ("%s\n%s", title, words);
  g_autoptr(DzText) text = dz_text_new_from_string (all);
  DzReport *report = dz_report_new (text, NULL);

  report->identity.title = g_strdup (title);
  report->identity.year = 2024;
  report->identity.issued = g_strdup ("2024-11-15");

  return report;
}

static void
test_papers (void)
{
  static const struct { const char *title; gboolean is_paper; } cases[] = {
    { "关于2024年度法治政府建设督察情况的通报", TRUE },
    { "关于对鹭陂乡法治建设督察的反馈意见", TRUE },
    { "望泽县法治政府建设与责任落实督察报告", TRUE },
    { "2024年行政执法案卷评查情况通报", TRUE },
    { "法治督察问题整改台账", TRUE },
    /* a body's answer is no inspection's paper */
    { "青禾镇关于法治督察反馈问题整改情况的报告", FALSE },
    { "青禾镇法治督察反馈意见整改方案", FALSE },
    { "中共青禾镇委员会关于巡察整改进展情况的通报", FALSE },
    { "青禾镇关于法治督察反馈意见整改落实情况的通报", FALSE },
    { "关于召开法治工作会议的通知", FALSE },
    { "关于印发普法宣传方案的通知", FALSE },
  };
  g_autoptr(DzInspection) inspection = dz_inspection_new (codebook, review->bodies, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(DzReport) report = make_report (cases[i].title, "");
      gboolean is_paper = dz_inspection_is_paper (inspection, report);

      if (is_paper != cases[i].is_paper)
        g_test_message ("%s", cases[i].title);
      g_assert_cmpint (is_paper, ==, cases[i].is_paper);
      /* a report of a body never is one, whatever its title */
      report->identity.kind = DZ_KIND_ANNUAL_REPORT;
      g_assert_false (dz_inspection_is_paper (inspection, report));
    }
}

/* "青禾镇|problem|measure|deadline" a line, in order */
static char *
describe (GPtrArray *entries)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      const DzLedgerEntry *entry = g_ptr_array_index (entries, i);
      const DzBody *body = entry->body_id != 0 ? dz_review_find_body (review, entry->body_id) : NULL;

      g_string_append_printf (lines, "%s|%s|%s|%s|%s\n",
                              body != NULL ? body->name : entry->asked != NULL ? entry->asked : "-", entry->problem,
                              entry->measure != NULL ? entry->measure : "-", entry->deadline != NULL ? entry->deadline : "-",
                              dz_ledger_state_to_string (entry->state));
    }

  return g_string_free (lines, FALSE);
}

static void
check_text (const char *title,
            const char *words,
            const char *wanted)
{
  g_autoptr(DzInspection) inspection = dz_inspection_new (codebook, review->bodies, NULL);
  g_autoptr(DzReport) report = make_report (title, words);
  g_autoptr(GPtrArray) entries = dz_inspection_read (inspection, report);
  g_autofree char *told = describe (entries);

  g_assert_cmpstr (told, ==, wanted);
  /* every problem's words stand where it says */
  for (guint i = 0; i < entries->len; i++)
    {
      const DzLedgerEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *there = dz_text_dup_span (report->text, entry->span);

      g_assert_cmpstr (there, ==, entry->problem);
      g_assert_cmpint (entry->year, ==, 2024);
    }
}

/* Headings, several bodies in a paragraph, labels below a problem, a day for all. */
static void
test_headings (void)
{
  check_text ("关于2024年度法治政府建设督察情况的通报",
              "各镇（街道），县直各部门：\n"
              "现将有关情况通报如下。\n"
              "一、总体情况\n"
              "各镇街普遍重视，工作有序推进，问题整改率提高。\n"
              "二、发现的主要问题\n"
              "（一）执法力量不足。澜桥镇、鹭陂乡持证人员不足3人；万榆镇未配备法制审核人员，且未外聘。\n"
              "（二）普法形式单一\n"
              "1.部分镇街普法仍以发放宣传单为主。\n"
              "2.万榆镇宣传栏三年未更新。\n"
              "整改措施：每季度更新１次，鎮長負責\n"
              "整改时限：2025年1月底前\n"
              "三、整改要求\n"
              "各镇街要逐项整改，于2025年3月31日前将整改情况报县委依法治县办。\n",
              "澜桥镇|澜桥镇、鹭陂乡持证人员不足3人；|-|2025-03-31|open\n"
              "鹭陂乡|澜桥镇、鹭陂乡持证人员不足3人；|-|2025-03-31|open\n"
              "万榆镇|万榆镇未配备法制审核人员，且未外聘。|-|2025-03-31|open\n"
              "部分镇街|部分镇街普法仍以发放宣传单为主。|-|2025-03-31|open\n"
              "万榆镇|万榆镇宣传栏三年未更新。|每季度更新１次，鎮長負責|2025-01-31|open\n");
}

/* A paper to one body names it once, at its head; a list without a heading of its own. */
static void
test_addressed (void)
{
  check_text ("关于法治建设督察的反馈意见",
              "鹭陂乡党委、政府：\n"
              "县督察组对你乡开展了法治督察，发现以下问题：\n"
              "1.2份行政合同未经审查即签订。\n"
              "2.村级法律顾问作用发挥不充分。\n"
              "整改要求：请于2024年12月20日前报送整改方案，2025年2月28日前完成整改。\n",
              "鹭陂乡|2份行政合同未经审查即签订。|-|2025-02-28|open\n"
              "鹭陂乡|村级法律顾问作用发挥不充分。|-|2025-02-28|open\n");
}

/* Under the names of bodies; one the roster lacks is not lost. */
static void
test_under_names (void)
{
  check_text ("2024年行政执法案卷评查情况通报",
              "二、存在问题\n"
              "（一）澜桥镇\n"
              "1.2件案卷缺少集体讨论记录。\n"
              "2.送达回证无签名。\n"
              "（二）鹭陂乡\n"
              "处罚决定书未告知复议权利。\n"
              "（三）新岭镇、万榆镇文书编号错漏；万榆镇另有1件超期结案。\n",
              "澜桥镇|2件案卷缺少集体讨论记录。|-|-|open\n"
              "澜桥镇|送达回证无签名。|-|-|open\n"
              "鹭陂乡|处罚决定书未告知复议权利。|-|-|open\n"
              "万榆镇|新岭镇、万榆镇文书编号错漏；|-|-|open\n"
              "新岭镇|新岭镇、万榆镇文书编号错漏；|-|-|open\n"
              "万榆镇|万榆镇另有1件超期结案。|-|-|open\n");
}

/* What stands under a heading or a name ends with the next number of its kind, though that be a problem itself. */
static void
test_heading_ends (void)
{
  g_autoptr(DzInspection) inspection = dz_inspection_new (codebook, review->bodies, NULL);
  g_autoptr(DzReport) report = make_report ("关于2024年度法治政府建设督察情况的通报",
                                            "二、存在的主要问题\n"
                                            "（一）执法案卷不规范\n"
                                            "1.澜桥镇3件行政处罚案卷缺少集体讨论记录。\n"
                                            "（二）部分镇街普法形式单一，以发放宣传单为主。\n");
  g_autoptr(GPtrArray) entries = dz_inspection_read (inspection, report);

  g_assert_cmpuint (entries->len, ==, 2);
  g_assert_cmpstr (((DzLedgerEntry *) g_ptr_array_index (entries, 0))->code, ==, "enforce_irregular");
  g_assert_cmpstr (((DzLedgerEntry *) g_ptr_array_index (entries, 1))->code, ==, "publicity_form_monotone");
  check_text ("2024年行政执法案卷评查情况通报",
              "二、存在问题\n"
              "（一）澜桥镇\n"
              "1.2件案卷缺少集体讨论记录。\n"
              "（二）部分单位送达回证无签名。\n",
              "澜桥镇|2件案卷缺少集体讨论记录。|-|-|open\n"
              "部分单位|部分单位送达回证无签名。|-|-|open\n");
}

/* A table of the paper: an empty cell of bodies is the body above. */
static void
test_table (void)
{
  check_text ("法治督察发现问题清单",
              "序号\t责任单位\t问题\t整改措施\t整改时限\n"
              "1\t澜桥镇\t未建立公示制度\t制定清单\t2025-06-30\n"
              "2\t\t培训次数不足\t办两期培训\t立行立改\n"
              "3\t鹭陂乡、万榆镇\t未配备审核人员\t配齐\t6月底前\n"
              "4\t各镇街\t台账不全\t补齐\t2025年9月\n"
              "\t合计\t4个\t\t\n",
              "澜桥镇|未建立公示制度|制定清单|2025-06-30|open\n"
              "澜桥镇|培训次数不足|办两期培训|-|open\n"
              "鹭陂乡|未配备审核人员|配齐|2024-06-30|open\n"
              "万榆镇|未配备审核人员|配齐|2024-06-30|open\n"
              "各镇街|台账不全|补齐|2025-09-30|open\n");
}

/* What is no list of problems gives none. */
static void
test_nothing (void)
{
  check_text ("关于2024年度法治督察情况的通报", "一、总体情况\n各镇街工作有序推进。\n二、下一步工作\n持续推进。\n", "");
}

/* A ledger kept in a spreadsheet, with what people wrote into the column of states. */
static void
test_sheet (void)
{
  static const char *const rows[][6] = {
    { "2024年督察问题整改台账", NULL },
    { "序号", "责任单位", "存在问题", "整改措施", "整改时限", "整改状态" },
    { "1", "澜桥镇", "未建立公示制度", "制定清单", "45838", "已完成" },
    { "2", "", "培训次数不足", "办培训", "立行立改", "整改中" },
    { "3", "各镇街", "法律顾问覆盖不到位", "统一选聘", "长期坚持", "长期坚持" },
    { "4", "鹭陂乡", "台账不全", "补齐", "", "尚未整改" },
    { "5", "鹭陂乡", "公开不及时", "补公开", "", "已完成整改，12月5日在网站公开" },
    { "6", "鹭陂乡", "", "重新排查", "", "整改中" },
    { "7", "澜桥镇", "无", "", "", "" },
    { "", "", "", "", "", "" },
    { "合计", "", "5项", "", "", "已整改2项" },
    { "", "注：以上由各单位填报。" },
  };
  guint n_left = 0;
  g_autoptr(DzInspection) inspection = dz_inspection_new (codebook, review->bodies, NULL);
  g_autoptr(DzSheet) sheet = dz_sheet_new ("台账");
  g_autoptr(GPtrArray) entries = NULL;
  g_autofree char *told = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      DzSheetRow *row = dz_sheet_add_row (sheet, i + 1);

      for (guint k = 0; k < 6 && rows[i][k] != NULL; k++)
        dz_sheet_row_set (row, k, rows[i][k]);
    }
  entries = dz_inspection_read_sheet (inspection, sheet, "台账.xlsx", 2030, &n_left);
  told = describe (entries);
  /* those without a problem are counted; the sum and the foot are no rows of the ledger */
  g_assert_cmpuint (n_left, ==, 2);
  g_assert_cmpstr (told, ==,
                   "澜桥镇|未建立公示制度|制定清单|2025-06-30|done\n"
                   "澜桥镇|培训次数不足|办培训|-|under-way\n"
                   "各镇街|法律顾问覆盖不到位|统一选聘|-|lasting\n"
                   "鹭陂乡|台账不全|补齐|-|open\n"
                   "鹭陂乡|公开不及时|补公开|-|done\n");
  {
    const DzLedgerEntry *first = g_ptr_array_index (entries, 0);
    const DzLedgerEntry *all = g_ptr_array_index (entries, 2);
    const DzLedgerEntry *last = g_ptr_array_index (entries, 4);

    g_assert_cmpint (first->year, ==, 2024);
    g_assert_cmpstr (first->source, ==, "台账.xlsx“台账”3");
    g_assert_true (all->many);
    g_assert_cmpstr (last->evidence, ==, "已完成整改，12月5日在网站公开");
  }
}

static void
add_body (GPtrArray  *bodies,
          const char *name,
          const char *past)
{
  DzBody *body = dz_body_new (name, NULL);

  body->id = bodies->len + 1;
  body->past = g_strdup (past);
  g_ptr_array_add (bodies, body);
}

/* Who fills the ledger in may use a name the body had before; one that two had, or that another has now, says nobody. */
static void
test_former_names (void)
{
  static const struct { const char *cell; gint64 id; const char *asked; } cases[] = {
    { "石门乡", 1, NULL }, { "望泽县石门乡人民政府", 1, NULL }, { "云岭镇", 1, NULL },
    { "王河乡", 3, NULL }, { "大坪乡", 0, "大坪乡" },           { "石门镇", 0, "石门镇" },
  };
  g_autoptr(GPtrArray) bodies = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_body_free);
  g_autoptr(DzInspection) inspection = NULL;

  add_body (bodies, "云岭镇", "2024年更名：石门乡");
  add_body (bodies, "龙泉镇", "2022年更名：王河乡；2019年更名：大坪乡");
  add_body (bodies, "王河乡", "2021年更名：大坪乡");
  inspection = dz_inspection_new (codebook, bodies, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(DzSheet) sheet = dz_sheet_new ("台账");
      g_autoptr(GPtrArray) entries = NULL;
      guint n_left = 0;
      const char *rows[][2] = { { "责任单位", "反馈问题" }, { cases[i].cell, "公开不及时" } };
      const DzLedgerEntry *entry;

      for (guint n = 0; n < G_N_ELEMENTS (rows); n++)
        {
          DzSheetRow *row = dz_sheet_add_row (sheet, n + 1);

          for (guint k = 0; k < 2; k++)
            dz_sheet_row_set (row, k, rows[n][k]);
        }
      entries = dz_inspection_read_sheet (inspection, sheet, "台账.xlsx", 2024, &n_left);
      g_assert_cmpuint (entries->len, ==, 1);
      entry = g_ptr_array_index (entries, 0);
      g_test_message ("%s", cases[i].cell);
      g_assert_cmpint (entry->body_id, ==, cases[i].id);
      g_assert_cmpstr (entry->asked, ==, cases[i].asked);
    }
}

/* A ledger the program wrote comes back: 整改情况 is what was done, 截止日期 the day whatever the title's year makes of
 * 6月底前, a problem of an earlier year keeps its year, and 未写明单位 is nobody's name. */
static void
test_sheet_comes_back (void)
{
  static const char *const rows[][9] = {
    { "2024年度整改台账", NULL },
    { "填报日期：2025年3月5日", NULL },
    { "序号", "责任单位", "年度", "问题", "整改措施", "整改时限", "截止日期", "整改状态", "整改情况" },
    { "1", "澜桥镇", "2023", "未建立公示制度", "制定清单", "6月底前", "2026-06-30", "已整改", "已在网站公开" },
    { "2", "未写明单位", "2024", "重大决策程序不到位", "—", "", "2025-06-30", "未整改", "/" },
    { "3", "鹭陂乡", "", "台账不全", "", "9月底前", "", "整改中", "" },
  };
  g_autoptr(DzInspection) inspection = dz_inspection_new (codebook, review->bodies, NULL);
  g_autoptr(DzSheet) sheet = dz_sheet_new ("整改台账");
  g_autoptr(GPtrArray) entries = NULL;
  g_autofree char *told = NULL;
  guint n_left = 0;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      DzSheetRow *row = dz_sheet_add_row (sheet, i + 1);

      for (guint k = 0; k < 9 && rows[i][k] != NULL; k++)
        dz_sheet_row_set (row, k, rows[i][k]);
    }
  entries = dz_inspection_read_sheet (inspection, sheet, "台账.xlsx", 2030, &n_left);
  told = describe (entries);
  g_assert_cmpstr (told, ==,
                   "澜桥镇|未建立公示制度|制定清单|2026-06-30|done\n"
                   "-|重大决策程序不到位|-|2025-06-30|open\n"
                   "鹭陂乡|台账不全|-|2025-09-30|under-way\n");
  {
    const DzLedgerEntry *first = g_ptr_array_index (entries, 0);
    const DzLedgerEntry *second = g_ptr_array_index (entries, 1);
    const DzLedgerEntry *third = g_ptr_array_index (entries, 2);

    g_assert_cmpstr (first->evidence, ==, "已在网站公开");
    g_assert_cmpstr (first->term, ==, "6月底前");
    g_assert_cmpint (first->year, ==, 2023);
    g_assert_null (second->term);
    g_assert_null (second->evidence);
    g_assert_cmpint (second->year, ==, 2024);
    g_assert_cmpint (third->year, ==, 2024);
  }
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  codebook = test_codebook ();
  review = dz_review_new ();
  test_add_body (review, "澜桥镇");
  test_add_body (review, "鹭陂乡");
  test_add_body (review, "万榆镇");
  g_test_add_func ("/inspection/papers", test_papers);
  g_test_add_func ("/inspection/headings", test_headings);
  g_test_add_func ("/inspection/addressed", test_addressed);
  g_test_add_func ("/inspection/under-names", test_under_names);
  g_test_add_func ("/inspection/heading-ends", test_heading_ends);
  g_test_add_func ("/inspection/table", test_table);
  g_test_add_func ("/inspection/nothing", test_nothing);
  g_test_add_func ("/inspection/sheet", test_sheet);
  g_test_add_func ("/inspection/former-names", test_former_names);
  g_test_add_func ("/inspection/sheet-comes-back", test_sheet_comes_back);
  status = g_test_run ();
  dz_review_unref (review);
  dz_codebook_unref (codebook);

  return status;
}
