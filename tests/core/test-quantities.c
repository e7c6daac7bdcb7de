/* test-quantities.c - which numbers count something, and why the others do not
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-fold.h"
#include "dz-quantities.h"

#include <string.h>

static DzFigureRules *rules;

/* The numbers of a sentence as "value unit", or "value -reason" for the ones set aside. */
static const struct
{
  const char *text;
  const char *numbers;
} cases[] = {
  { "开展宣传20场次", "20 场次" },
  { "受理3起、办结2起", "3 起, 2 起" },
  { "罚款0.5万余元", "5000 元" },
  { "覆盖两万余人次", "20000 人次" },
  { "罚了3万6，经费8万。", "36000 元, 80000 元" },
  { "全年覆盖3万6，", "36000 ?" },
  { "拆除6处1200平方米", "6 处, 1200 平方米" },
  { "成功率98·46%", "98.46 " },
  { "参考率和通过率实现“双百”", "100 " },
  { "宪法、民法典各2场次", "2 场次 each" },
  { "2024年3月15日开展宣传1次", "2024 -date, 3 -date, 15 -date, 1 次" },
  { "二○二四年一月十九日", "2024 -date, 1 -date, 19 -date" },
  { "2024以来召开会议4次", "2024 -date, 4 次" },
  { "第25次主任办公会", "25 -ordinal" },
  { "第四次党工委会议", "4 -ordinal" },
  { "“3·15”“6.26”“12·4”", "3 -name, 15 -name, 6.26 -name, 12 -name, 4 -name" },
  { "《2025年重点任务清单》", "2025 -name" },
  { "（青政发〔2025〕37号）", "2025 -name, 37 -date" },
  { "“1+4+N”平台", "1 -name, 4 -name" },
  { "“法律六进”活动37场次", "37 场次" },
  { "“三重一大”事项", "" },
  { "三岔镇、九曲街道、万石乡", "" },
  { "大疆MAVIC3无人机一台", "3 -name, 1 台" },
  { "12345受理420件", "12345 -name, 420 件" },
  { "一是抓学习，二是抓宣传", "" },
  { "进一步学习二十大精神", "" },
  { "1.推动学习走深走实", "1 -outline" },
  { "2优化工作机制", "2 -outline" },
  { "（1）合同管理", "1 -outline" },
  { "落实“一村一顾问”", "1 -name" },
  { "做到一月一调度", "1 -date" },
  { "每10户一名", "10 -density, 1 名" },
  { "群众十分满意", "10 -name" },
  { "发放资料2600，同时广播", "2600 ?" },
  { "检查3—5次", "3 次" },
  { "参与周五集中学习", "5 -ordinal" },
  { "每周三场宣讲", "3 场" },
  { "法治讲座次数：12", "12 次" },
  { "调解件数为35", "35 件" },
};

static void
test_read (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autofree char *folded = dz_fold_string (cases[i].text);
  g_autoptr(GArray) hits = g_array_new (FALSE, FALSE, sizeof (DzHit));
  g_autoptr(GArray) found = NULL;
  g_autoptr(GString) told = g_string_new (NULL);
  gsize len = strlen (folded);

  dz_pattern_set_find (rules->patterns, folded, (DzSpan) { 0, len }, hits);
  found = dz_quantities_find (rules, folded, len, hits);
  for (guint k = 0; k < found->len; k++)
    {
      const DzQuantity *quantity = &g_array_index (found, DzQuantity, k);
      char value[G_ASCII_DTOSTR_BUF_SIZE];

      g_ascii_formatd (value, sizeof value, "%.10g", quantity->number.value);
      g_string_append_printf (told, "%s%s %s%s%s", told->len > 0 ? ", " : "", value,
                              quantity->set_aside != NULL ? "-" : "",
                              quantity->set_aside != NULL ? quantity->set_aside
                              : quantity->unit != NULL    ? quantity->unit
                              : quantity->number.form == DZ_NUMBER_COUNT ? "?"
                                                                         : "",
                              quantity->each ? " each" : "");
    }
  g_test_message ("%s", cases[i].text);
  g_assert_cmpstr (told->str, ==, cases[i].numbers);
}

static void
load_rules (void)
{
  g_autoptr(DzCodebook) codebook = dz_codebook_new ();
  g_autoptr(GError) error = NULL;
  g_autofree char *path = g_build_filename (g_getenv ("DZ_ROOT"), "data", "codebook", "phrases.xml",
                                            NULL);
  g_autofree char *xml = NULL;

  g_file_get_contents (path, &xml, NULL, &error);
  g_assert_no_error (error);
  dz_codebook_add (codebook, xml, -1, "phrases.xml", &error);
  g_assert_no_error (error);
  rules = dz_figure_rules_new (codebook, &error);
  g_assert_no_error (error);
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  load_rules ();
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/find/quantities/%02u", (guint) i);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_read);
    }
  result = g_test_run ();
  dz_figure_rules_free (rules);

  return result;
}
