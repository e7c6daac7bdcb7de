/* test-score-sheets.c - score sheets in the shapes offices write, and what scorers filled in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-codebook-job.h"
#include "dz-error.h"
#include "dz-score-reader.h"
#include "dz-score-shows.h"
#include "dz-scores-job.h"
#include "dz-scratch.h"

#include <math.h>

static DzCodebook *codebook;
static DzScoreWords *words;

/* Rows of cells parted by |; an empty cell is "". */
static DzSheet *
make_table (const char *text)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  DzSheet *table = dz_sheet_new ("表");

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto(GStrv) cells = g_strsplit (lines[i], "|", -1);
      DzSheetRow *row;

      if (*lines[i] == '\0')
        continue;
      row = dz_sheet_add_row (table, i + 1);
      for (guint k = 0; cells[k] != NULL; k++)
        if (*cells[k] != '\0')
          dz_sheet_row_set (row, k, cells[k]);
    }

  return table;
}

static void
merge (DzSheet *table,
       guint    top,
       guint    left,
       guint    bottom,
       guint    right)
{
  DzSheetMerge one = { top, left, bottom, right };

  g_array_append_val (table->merges, one);
}

/* 一级/名 计分 25 | ... */
static char *
dump_sheet (const DzScoreSheet *sheet)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%d %g %g %g%s\n", sheet->year, sheet->excellent, sheet->good, sheet->fair,
                          sheet->drops_extremes ? " 去掉" : "");
  for (guint i = 0; i < sheet->heads->len; i++)
    {
      const DzScoreHead *head = g_ptr_array_index (sheet->heads, i);

      g_string_append_printf (text, "%s:%s %s %g%s%s\n", head->group != NULL ? head->group : "", head->name,
                              dz_head_kind_get_name (head->kind), head->most, head->standard != NULL ? " = " : "",
                              head->standard != NULL ? head->standard : "");
    }

  return g_string_free (text, FALSE);
}

static void
check_sheet (DzSheet    *table,
             guint       n_told,
             const char *expected)
{
  g_autoptr(GPtrArray) tables = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_sheet_free);
  g_autoptr(GPtrArray) told = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GError) error = NULL;
  g_autoptr(DzScoreSheet) sheet = NULL;
  g_autofree char *dump = NULL;
  gboolean says;

  g_ptr_array_add (tables, table);
  sheet = dz_score_sheet_read (words, codebook, tables, 0, &says, told, &error);
  g_assert_no_error (error);
  dump = dump_sheet (sheet);
  g_assert_cmpstr (dump, ==, expected);
  for (guint i = 0; i < told->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (told, i));
  g_assert_cmpuint (told->len, ==, n_told);
}

static void
test_plain (void)
{
  check_sheet (make_table ("2024年度述法评议评分表\n"
                           "序号|评议内容|评分标准|分值|自评得分|得分\n"
                           "1|组织领导|按要求研究部署|40||\n"
                           "2|普法宣传||60分||\n"
                           "|合计||100||\n"
                           "等次：90分（含）以上为优秀，80分至90分为良好，60分至80分为一般，60分以下为较差；去掉一个最高分和一个最低分。\n"), 0,
               "2024 90 80 60 去掉\n:组织领导 计分 40 = 按要求研究部署\n:普法宣传 计分 60\n");
}

/* 一级指标 merged down, two rows of heads, a table of grades below. */
static void
test_merged_heads (void)
{
  DzSheet *table = make_table ("法治建设考核评分细则（2024年）\n"
                               "一级指标|二级指标|考核内容||分值\n"
                               "||指标|评分细则|\n"
                               "执法|队伍|持证上岗|缺一人扣1分|20\n"
                               "||装备|按需配备|30\n"
                               "|行为|案卷|抽查合格|50\n"
                               "总分||||100\n"
                               "等次|分数线|||\n"
                               "优秀|≥95|||\n"
                               "良好|≥85|||\n"
                               "合格|≥70|||\n"
                               "不合格|＜70|||\n");

  merge (table, 2, 2, 2, 3);
  merge (table, 2, 0, 3, 0);
  merge (table, 2, 1, 3, 1);
  merge (table, 2, 4, 3, 4);
  merge (table, 4, 0, 6, 0);
  merge (table, 4, 1, 5, 1);
  check_sheet (table, 0,
               "2024 95 85 70\n执法/队伍:持证上岗 计分 20 = 缺一人扣1分\n执法/队伍:装备 计分 30 = 按需配备\n"
               "执法/行为:案卷 计分 50 = 抽查合格\n");
}

/* 项目 with its sum in brackets, merged over standards that carry their points at their end. */
static void
test_points_in_the_words (void)
{
  DzSheet *table = make_table ("2023年依法行政考核标准\n"
                               "项目|考核标准|扣分标准\n"
                               "一、组织领导（40分）|制定年度计划。25分|没有计划的扣3分\n"
                               "|工作机构健全。15分|不健全的扣1分\n"
                               "二、依法决策（60分）|集体讨论重大决策。60分|未讨论的扣5分\n");

  merge (table, 3, 0, 4, 0);
  check_sheet (table, 1, /* no grades */
               "2023 nan nan nan\n一、组织领导:制定年度计划。 计分 25 = 没有计划的扣3分\n"
               "一、组织领导:工作机构健全。 计分 15 = 不健全的扣1分\n二、依法决策:集体讨论重大决策。 计分 60 = 未讨论的扣5分\n");
}

static void
test_deductions_and_bonus (void)
{
  check_sheet (make_table ("2024年考评表\n"
                           "类别|考评内容|分值\n"
                           "基础|依法履职|100\n"
                           "扣分项|发生败诉|-10\n"
                           "减分项|被通报|5\n"
                           "加分项|经验推广|+5\n"
                           "加分项|表彰奖励|不超过8分\n"
                           "加分项|改革创新|不限\n"
                           "优秀：90分以上；良好：80-89分；一般：60-79分；较差：60分以下\n"), 0,
               "2024 90 80 60\n基础:依法履职 计分 100\n扣分项:发生败诉 扣分 10\n减分项:被通报 扣分 5\n"
               "加分项:经验推广 加分 5\n加分项:表彰奖励 加分 8\n加分项:改革创新 加分 nan\n");
}

static void
test_shares_and_faults (void)
{
  check_sheet (make_table ("2024年评价表\n指标|权重\n履职|0.4\n执法|0.6\n"), 1, "2024 nan nan nan\n:履职 计分 40\n:执法 计分 60\n");
  /* a head without points, one twice, weights that do not make 100, no grades */
  check_sheet (make_table ("2024年评分表\n评议内容|分值\n履职|30\n履职|20\n执法|若干\n普法|0\n优化服务|20\n"), 5,
               "2024 nan nan nan\n:履职 计分 30\n:优化服务 计分 20\n");
}

static void
check_refused (const char *text,
               const char *told)
{
  g_autoptr(GPtrArray) tables = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_sheet_free);
  g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GError) error = NULL;
  gboolean says;

  g_ptr_array_add (tables, make_table (text));
  g_assert_null (dz_score_sheet_read (words, codebook, tables, 0, &says, list, &error));
  g_assert_error (error, DZ_ERROR, DZ_ERROR_NO_DATA);
  g_assert_nonnull (strstr (error->message, told));
}

static void
test_refused (void)
{
  check_refused ("2024年名单\n单位|户数\n青禾镇|300\n", "heads with points");
  check_refused ("评分表\n评议内容|分值\n履职|100\n", "of which year");
}

static void
test_limits (void)
{
  static const struct { const char *line; double limits[3]; } cases[] = {
    { "优秀：90分以上；良好：80—89分；一般：60—79分；较差：60分以下", { 90, 80, 60 } },
    { "优秀(90-100) 良好(75-89) 一般(60-74) 较差(0-59)", { 90, 75, 60 } },
    { "95分及以上为优秀，85至95分为良好，70至85分为合格，70分以下为不合格", { 95, 85, 70 } },
    { "优 90 良 80 中等 70 差", { 90, 80, 70 } },
  };
  double limits[3];

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (dz_score_words_read_limits (words, cases[i].line, limits));
      for (guint k = 0; k < 3; k++)
        g_assert_cmpfloat (limits[k], ==, cases[i].limits[k]);
    }
  g_assert_false (dz_score_words_read_limits (words, "优秀率达到90%", limits));
  g_assert_false (dz_score_words_read_limits (words, "优秀80分，良好90分，一般60分", limits));
}

static void
test_cells (void)
{
  static const struct { const char *cell; double value; char sign; } cases[] = {
    { "9", 9, 0 }, { "９．５分", 9.5, 0 }, { "-2", 2, '-' }, { "−2", 2, '-' }, { "扣2分", 2, '-' }, { "+3", 3, '+' },
    { "0-10", 10, 0 }, { "不超过5分", 5, 0 }, { "20%", 20, 0 }, { "", NAN, 0 }, { "若干", NAN, 0 },
    { "见附件第3条第2款的规定", NAN, 0 },
    { "见附件3第2条", NAN, 0 }, { "每项2分，共10分", 10, 0 }, { "不得超过5分", 5, 0 }, { "10以内", 10, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DzScoreCell read = dz_score_cell_read (cases[i].cell);

      g_test_message ("%s", cases[i].cell);
      g_assert_true (isnan (cases[i].value) ? isnan (read.value) : read.value == cases[i].value);
      if (!isnan (cases[i].value))
        g_assert_cmpint (read.sign, ==, cases[i].sign);
    }
}

/* Beside what a head is shown its words say, by the codebook; names lead back to the same. */
static void
test_shows (void)
{
  static const struct { const char *head; const char *id; } cases[] = {
    { "行政执法规范化建设", "enforcement_action" }, { "行政执法规范化建设", "w:enforcement_conduct" },
    { "开展普法宣传", "propaganda" }, { "矛盾纠纷化解", "mediation" }, { "上年计划落实", DZ_SHOWS_PROMISES },
    { "督察反馈问题整改情况", DZ_SHOWS_LEDGER }, { "年度报告内容完整", "C-CAUSE" },
  };
  g_autoptr(GPtrArray) unknown = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *names = dz_score_shows_dup_names (codebook, "mediation w:enforcement_conduct C-CAUSE ledger");
  g_autofree char *back = dz_score_shows_read (codebook, names, unknown);
  g_autofree char *some = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *ids = dz_score_words_guess (words, cases[i].head);

      g_test_message ("%s: %s", cases[i].head, ids);
      g_assert_true (dz_score_shows_has (ids, cases[i].id));
    }
  g_assert_cmpstr (back, ==, "mediation w:enforcement_conduct C-CAUSE ledger");
  g_assert_cmpuint (unknown->len, ==, 0);
  some = dz_score_shows_read (codebook, "矛盾调解，不存在的名目；信访", unknown);
  g_assert_cmpstr (some, ==, "mediation petitions");
  g_assert_cmpuint (unknown->len, ==, 1);
  g_assert_null (dz_score_words_guess (words, "其他"));
}

/* --- what scorers filled in --- */

static void
add_body (DzStore    *store,
          const char *name)
{
  g_autoptr(DzBody) body = dz_body_new (name, NULL);

  dz_store_set_body (store, body, NULL);
}

static DzScratch *
new_with_sheet (void)
{
  DzScratch *scratch = dz_scratch_new ();
  g_autoptr(DzScoreSheet) sheet = dz_score_sheet_new (2024);

  add_body (scratch->store, "青禾镇");
  add_body (scratch->store, "澜桥镇");
  dz_score_sheet_add_head (sheet, "履职", "学法", DZ_HEAD_POINTS, 40);
  dz_score_sheet_add_head (sheet, "执法", "学法", DZ_HEAD_POINTS, 50);
  dz_score_sheet_add_head (sheet, "执法", "案卷", DZ_HEAD_POINTS, 10);
  dz_score_sheet_add_head (sheet, NULL, "败诉", DZ_HEAD_DEDUCTION, 10);
  dz_score_sheet_add_head (sheet, NULL, "创新", DZ_HEAD_BONUS, 5);
  g_assert_true (dz_store_set_score_sheet (scratch->store, sheet, NULL, NULL));

  return scratch;
}

/* Reads a csv; (transfer full): what the review holds then, "!message" where nothing was taken. */
static char *
take (DzScratch  *scratch,
      const char *text,
      guint       n_told)
{
  g_autofree char *path = g_build_filename (scratch->folder, "评分.csv", NULL);
  g_auto(DzScoresTally) tally = { 0 };
  g_autoptr(GError) error = NULL;
  g_autoptr(DzReview) review = NULL;
  GString *dump = g_string_new (NULL);
  const DzScoreSheet *sheet;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  if (!dz_scores_import (scratch->store, codebook, path, 2024, &tally, &error))
    {
      g_string_printf (dump, "!%s", error->message);
      return g_string_free (dump, FALSE);
    }
  for (guint i = 0; i < tally.told->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (tally.told, i));
  g_assert_cmpuint (tally.told->len, ==, n_told);
  review = dz_store_load (scratch->store, NULL, NULL);
  sheet = dz_review_score_sheet_of (review, 2024);
  for (guint i = 0; i < sheet->scores->len; i++)
    {
      const DzScore *one = g_ptr_array_index (sheet->scores, i);
      g_autofree char *path_of = dz_score_head_dup_path (dz_score_sheet_find_head (sheet, one->head_id));

      g_string_append_printf (dump, "%s %s %s %g%s%s\n", one->scorer, dz_review_find_body (review, one->body_id)->name, path_of,
                              one->points, one->note != NULL ? " " : "", one->note != NULL ? one->note : "");
    }

  return g_string_free (dump, FALSE);
}

static void
test_long (void)
{
  g_autoptr(DzScratch) scratch = new_with_sheet ();
  g_autofree char *taken =
    take (scratch,
          "2024年度评分表,,,,,,,\n评分人：,张　三,,,,,,\n单位,一级指标,评议内容,分值,得分,扣分,加分,扣分理由\n"
          "青禾镇,履职,学法,40,,-2,,少一次\n青禾镇,执法,学法,50,45,,,\n青禾镇,执法,案卷,10,,1,,\n青禾镇,,败诉,10,,-3,,一件\n"
          "青禾镇,,创新,5,,,4,\n澜桥镇,履职,学法,40,,,,\n合计,,,,45,,,\n", 0);

  g_assert_cmpstr (taken, ==,
                   "张三 青禾镇 履职 / 学法 38 少一次\n张三 青禾镇 执法 / 学法 45\n张三 青禾镇 执法 / 案卷 9\n"
                   "张三 青禾镇 败诉 3 一件\n张三 青禾镇 创新 4\n");
}

/* Heads side by side; one name in two parts is nobody's. */
static void
test_wide (void)
{
  g_autoptr(DzScratch) scratch = new_with_sheet ();
  g_autofree char *taken = take (scratch,
                                 "2024年度评分汇总,,,,,\n序号,单位,执法/学法（50分）,案卷(10分),败诉,评分人\n"
                                 "1,青禾镇人民政府,44,8,2,李四\n2,澜桥,46,,0,王五\n3,外县镇,46,9,0,李四\n,合计,90,8,,\n", 1);

  g_assert_cmpstr (taken, ==,
                   "李四 青禾镇 执法 / 学法 44\n王五 澜桥镇 执法 / 学法 46\n李四 青禾镇 执法 / 案卷 8\n李四 青禾镇 败诉 2\n"
                   "王五 澜桥镇 败诉 0\n");
}

/* A sheet of paper typed in: the body above it, the scorer below. */
static void
test_one_body (void)
{
  g_autoptr(DzScratch) scratch = new_with_sheet ();
  g_autofree char *taken = take (scratch,
                                 "2024年度评分表,,,\n被评单位：澜桥镇,,,\n评议内容,分值,得分,备注\n案卷（10分）,10,9.5,\n创新,5,1,新做法\n"
                                 "合计,,10.5,\n评分人：赵六,,,\n", 0);

  g_assert_cmpstr (taken, ==, "赵六 澜桥镇 执法 / 案卷 9.5\n赵六 澜桥镇 创新 1 新做法\n");
}

static void
test_faults_are_told (void)
{
  g_autoptr(DzScratch) scratch = new_with_sheet ();
  g_autofree char *nobody = take (scratch, "2024年\n单位,评议内容,得分\n青禾镇,案卷,9\n", 0);
  g_autofree char *nothing = take (scratch, "2024年\n评分人：张三\n单位,评议内容,得分\n青禾镇,案卷,\n", 0);
  g_autofree char *other_year = take (scratch, "2021年度评分表\n评分人：张三\n单位,评议内容,得分\n青禾镇,案卷,9\n", 0);
  g_autofree char *some = take (scratch,
                                "2024年\n评分人：张三\n单位,评议内容,得分,扣分\n青禾镇,案卷,11,\n青禾镇,案卷,-1,\n青禾镇,案卷,优,\n青禾镇,案卷,9,5\n"
                                "青禾镇,学法,30,\n青禾镇,创新,9,\n外县镇,案卷,9,\n澜桥镇,案卷,9,\n澜桥镇,案卷,8,\n", 8);

  g_assert_true (g_str_has_prefix (nobody, "!The file does not say who scored."));
  g_assert_true (g_str_has_prefix (nothing, "!The file holds no points"));
  g_assert_true (g_str_has_prefix (other_year, "!There is no score sheet of 2021"));
  g_assert_cmpstr (some, ==, "张三 澜桥镇 执法 / 案卷 9\n");
}

/* What a scorer wrote and could not be used is told; a dash is no fault. */
static void
test_nothing_is_lost_silently (void)
{
  g_autoptr(DzScratch) scratch = new_with_sheet ();
  g_autofree char *dashes = take (scratch,
                                  "2024年\n评分人：张三\n单位,评议内容,得分,扣分\n青禾镇,案卷,-,2\n青禾镇,败诉,—,1\n", 0);
  g_autofree char *wide = take (scratch,
                                "2024年\n评分人：李四\n单位,案卷,败诉,创新\n青禾镇,-,2,–\n,9,1,\n合计,9,3,\n评分人：李四,,,\n", 1);
  g_autofree char *columns = take (scratch,
                                   "2024年\n评分人：王五\n单位,评议内容,得分,扣分,加分\n澜桥镇,案卷,9,,2\n澜桥镇,创新,1,3,\n"
                                   "澜桥镇,败诉,,1,4\n,案卷,8,,\n青禾镇,创新,-1,,\n", 5);

  g_assert_cmpstr (dashes, ==, "张三 青禾镇 执法 / 案卷 8\n张三 青禾镇 败诉 1\n");
  g_assert_cmpstr (wide, ==, "张三 青禾镇 执法 / 案卷 8\n张三 青禾镇 败诉 1\n李四 青禾镇 败诉 2\n");
  g_assert_cmpstr (columns, ==,
                   "张三 青禾镇 执法 / 案卷 8\n王五 澜桥镇 执法 / 案卷 9\n张三 青禾镇 败诉 1\n李四 青禾镇 败诉 2\n"
                   "王五 澜桥镇 败诉 1\n王五 澜桥镇 创新 1\n");
}

/* Files one after another: nobody's points are written over by another's, one's own by a newer file. */
static void
test_several_files (void)
{
  g_autoptr(DzScratch) scratch = new_with_sheet ();
  g_autofree char *first = take (scratch, "2024年\n评分人：张三\n单位,评议内容,得分\n青禾镇,案卷,9\n青禾镇,败诉,1\n", 0);
  g_autofree char *second = take (scratch, "2024年\n评分人：李四\n单位,评议内容,得分\n青禾镇,案卷,6\n", 0);
  g_autofree char *third = take (scratch, "2024年\n评分人：张三\n单位,评议内容,得分\n青禾镇,案卷,7\n青禾镇,败诉,\n", 0);

  g_assert_cmpstr (first, ==, "张三 青禾镇 执法 / 案卷 9\n张三 青禾镇 败诉 1\n");
  g_assert_cmpstr (second, ==, "张三 青禾镇 执法 / 案卷 9\n李四 青禾镇 执法 / 案卷 6\n张三 青禾镇 败诉 1\n");
  g_assert_cmpstr (third, ==, "张三 青禾镇 执法 / 案卷 7\n李四 青禾镇 执法 / 案卷 6\n张三 青禾镇 败诉 1\n");
}

/* Imports a sheet of 2024; whether the highest and the lowest are dropped then. */
static gboolean
takes_sheet (DzScratch  *scratch,
             const char *text,
             guint       n_told)
{
  g_autofree char *path = g_build_filename (scratch->folder, "评分表.csv", NULL);
  g_auto(DzScoresTally) tally = { 0 };
  g_autoptr(GError) error = NULL;
  g_autoptr(DzReview) review = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_assert_true (dz_score_sheet_import (scratch->store, codebook, path, 0, &tally, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < tally.told->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (tally.told, i));
  g_assert_cmpuint (tally.told->len, ==, n_told);
  review = dz_store_load (scratch->store, NULL, NULL);

  return dz_review_score_sheet_of (review, 2024)->drops_extremes;
}

/* A corrected sheet that does not speak of it changes no mean by itself. */
static void
test_drops_stay (void)
{
  static const char silent[] = "2024年度评分表,\n评议内容,分值\n履职,100\n优秀：90分以上；良好：80分以上；一般：60分以上,\n";
  static const char says[] = "2024年度评分表,\n评议内容,分值\n履职,100\n优秀：90分以上；良好：80分以上；一般：60分以上；去掉一个最高分和一个最低分,\n";
  g_autoptr(DzScratch) scratch = dz_scratch_new ();

  g_assert_false (takes_sheet (scratch, silent, 0));
  g_assert_true (takes_sheet (scratch, says, 0));
  g_assert_true (takes_sheet (scratch, silent, 1));
}

/* The sheet that comes with the program: five heads that make 100, grades, and names the codebook knows. */
static void
test_sample (void)
{
  g_autoptr(DzScratch) scratch = dz_scratch_new ();
  g_auto(DzScoresTally) tally = { 0 };
  g_autoptr(GError) error = NULL;
  g_autoptr(DzReview) review = NULL;
  const DzScoreSheet *sheet;

  g_assert_true (dz_score_sheet_take_sample (scratch->store, codebook, 2024, &tally, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < tally.told->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (tally.told, i));
  g_assert_cmpuint (tally.told->len, ==, 0);
  review = dz_store_load (scratch->store, NULL, NULL);
  sheet = dz_review_score_sheet_of (review, 2024);
  g_assert_cmpuint (sheet->heads->len, ==, 5);
  g_assert_cmpfloat (dz_score_sheet_get_full (sheet), ==, 100);
  g_assert_true (dz_score_sheet_has_grades (sheet));
  for (guint i = 0; i < sheet->heads->len; i++)
    g_assert_nonnull (((const DzScoreHead *) g_ptr_array_index (sheet->heads, i))->shows);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GError) error = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  codebook = dz_codebook_load (NULL, &error);
  g_assert_no_error (error);
  words = dz_score_words_new (codebook, &error);
  g_assert_no_error (error);
  g_test_add_func ("/score-sheets/sheet/plain", test_plain);
  g_test_add_func ("/score-sheets/sheet/merged-heads", test_merged_heads);
  g_test_add_func ("/score-sheets/sheet/points-in-the-words", test_points_in_the_words);
  g_test_add_func ("/score-sheets/sheet/deductions-and-bonus", test_deductions_and_bonus);
  g_test_add_func ("/score-sheets/sheet/shares-and-faults", test_shares_and_faults);
  g_test_add_func ("/score-sheets/sheet/what-is-none-is-refused", test_refused);
  g_test_add_func ("/score-sheets/sheet/limits-of-grades", test_limits);
  g_test_add_func ("/score-sheets/sheet/points-in-cells", test_cells);
  g_test_add_func ("/score-sheets/sheet/shown-beside-a-head", test_shows);
  g_test_add_func ("/score-sheets/sheet/the-sample", test_sample);
  g_test_add_func ("/score-sheets/sheet/what-it-does-not-say-stays", test_drops_stay);
  g_test_add_func ("/score-sheets/scores/a-row-a-body-and-head", test_long);
  g_test_add_func ("/score-sheets/scores/heads-side-by-side", test_wide);
  g_test_add_func ("/score-sheets/scores/a-sheet-for-one-body", test_one_body);
  g_test_add_func ("/score-sheets/scores/faults-are-told", test_faults_are_told);
  g_test_add_func ("/score-sheets/scores/nothing-is-lost-silently", test_nothing_is_lost_silently);
  g_test_add_func ("/score-sheets/scores/several-files", test_several_files);
  result = g_test_run ();
  dz_score_words_free (words);
  dz_codebook_unref (codebook);

  return result;
}
