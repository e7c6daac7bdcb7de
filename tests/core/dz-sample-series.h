/* dz-sample-series.h - series of the made county and of invented counties of any size
 *
 * For the tests of charts, the bench and the pictures. Values are those of the made county's
 * reports of 2024 (bodies in roster order), so that a picture can be held beside the design.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-series.h"

#include <math.h>

#define N_SAMPLE_BODIES 12

static const struct
{
  const char *name, *kind;
  int duty;
} sample_bodies[N_SAMPLE_BODIES] = {
  { "望溪街道", "街道", 0 }, { "双渚街道", "街道", 1 }, { "澜桥镇", "镇", 0 },
  { "栖砚镇", "镇", 0 }, { "禾泉镇", "镇", 1 }, { "万榆镇", "镇", 0 },
  { "槐堤镇", "镇", 0 }, { "苇洲镇", "镇", 0 }, { "六渠乡", "乡", 0 },
  { "石竺乡", "乡", 1 }, { "枫梧畲族乡", "民族乡", 0 }, { "鹭陂乡", "乡", 0 },
};

static inline DzSeries *
sample_new (const char *title)
{
  DzSeries *series = dz_series_new (2024);

  g_free (series->title);
  series->title = g_strdup (title);
  for (guint i = 0; i < N_SAMPLE_BODIES; i++)
    {
      DzSeriesRow *row = dz_series_add_row (series, i + 1, sample_bodies[i].name, sample_bodies[i].kind);

      row->report_kind = sample_bodies[i].duty ? DZ_KIND_DUTY_REPORT : DZ_KIND_ANNUAL_REPORT;
    }
  return series;
}

/* -1: missing; -2: not applicable. */
static inline void
sample_values (DzSeries     *series,
               guint         measure,
               const double *values)
{
  for (guint i = 0; i < N_SAMPLE_BODIES; i++)
    if (values[i] >= 0)
      dz_series_set_value (series, i, measure, values[i], DZ_BOUND_EXACT);
    else if (values[i] == -2)
      dz_series_set_mark (series, i, measure, DZ_MARK_NOT_APPLICABLE);
}

static inline DzCell *
sample_cell (DzSeries *series,
             guint     row,
             guint     measure)
{
  return (DzCell *) dz_series_get_cell (series, row, measure);
}

static inline DzSeries *
sample_mediation (void)
{
  static const double cases[] = { 341, -1, 276, 158, 249, 231, 163, 315, 87, 0, 84, 114 };
  static const double rates[] = { 98, 97, 98.9, 98.1, -1, 98.6, 97.5, 96.6, 100, -2, 97, 96.6 };
  DzSeries *series = sample_new ("2024年各单位调处矛盾纠纷数与调解成功率");

  dz_series_add_measure (series, "disputes_mediated", "调处矛盾纠纷数", "件数", "件", "count");
  dz_series_add_measure (series, "mediation_success_rate", "调解成功率", "成功率", "%", "rate");
  sample_values (series, 0, cases);
  sample_values (series, 1, rates);
  dz_series_set_two_values (series, 6, 0, 163, 185);
  sample_cell (series, 4, 0)->derived = TRUE;
  sample_cell (series, 10, 0)->derived = TRUE;
  sample_cell (series, 8, 0)->bound = DZ_BOUND_AT_LEAST;
  sample_cell (series, 1, 1)->bound = DZ_BOUND_AT_LEAST;
  sample_cell (series, 5, 1)->mark = DZ_MARK_CONFLICT;
  dz_series_explain (series, "＊由书面调解数与口头调解数相加得出。槐堤镇报告内两处数值不一致；"
                             "万榆镇231/250＝92.4%，与所报98.6%不符。");
  dz_series_add_incomparable (series, "各地“调处”“化解”“调解成功”口径不一");
  dz_series_add_incomparable (series, "件数受人口影响，未折算每千人");
  series->sample = g_strdup ("为示范画法，石竺乡改为0（原36件），六渠乡改为≥87（原87件），其余为样例县原数。");
  return series;
}

static inline DzSeries *
sample_training (void)
{
  static const double times[] = { 5, -1, 3, 2, 2, -1, 3, 21, -1, -1, 3, -1 };
  static const double people[] = { 410, -1, -1, -1, 380, -1, 460, 1300, -1, -1, -1, -1 };
  DzSeries *series = sample_new ("2024年法治培训场次与受训人次");

  dz_series_add_measure (series, "trainings", "场次（条形）", "场次", "", "count");
  dz_series_add_measure (series, "trainees", "人次（圆点）", "人次", "", "people");
  sample_values (series, 0, times);
  sample_values (series, 1, people);
  sample_cell (series, 7, 0)->mark = DZ_MARK_UNDECIDED;
  sample_cell (series, 6, 0)->mark = DZ_MARK_UNDECIDED;
  sample_cell (series, 4, 0)->mark = DZ_MARK_UNDECIDED;
  sample_cell (series, 7, 1)->bound = DZ_BOUND_AT_LEAST;
  sample_cell (series, 6, 1)->bound = DZ_BOUND_AT_LEAST;
  sample_cell (series, 4, 1)->bound = DZ_BOUND_AT_LEAST;
  dz_series_explain (series, "“待核”：苇洲镇“21场次”可能是讲座；禾泉镇、槐堤镇按对象分列多项培训，只画第一项，"
                             "合计待分析人员确定。");
  dz_series_add_incomparable (series, "场次不计会前学法");
  dz_series_add_incomparable (series, "人次为累计，同一人多次参加重复计");
  return series;
}

static inline DzSeries *
sample_staff (void)
{
  static const double total[] = { 18, 13, -1, -1, -1, 11, 9, 12, 5, -1, 4, -1 };
  static const double certified[] = { 18, 12, 16, 9, 6, 13, 7, 12, 5, -1, 4, 7 };
  DzSeries *series = sample_new ("2024年行政执法人员数与持证人数");

  dz_series_add_measure (series, "enforcement_staff", "人数", "总数", "人", "count");
  dz_series_add_measure (series, "certified_officers", "持证执法人员", "持证数", "人", "count");
  sample_values (series, 0, total);
  sample_values (series, 1, certified);
  sample_cell (series, 0, 1)->derived = TRUE;
  sample_cell (series, 7, 1)->derived = TRUE;
  sample_cell (series, 10, 1)->derived = TRUE;
  sample_cell (series, 6, 1)->mark = DZ_MARK_CONFLICT;
  dz_cell_set_note (sample_cell (series, 6, 1), "自称全部持证");
  dz_series_explain (series, "＊“全部持证”“持证率100%”推得的持证数。");
  dz_series_add_incomparable (series, "总数含不含辅助人员、抽调在外人员各报告不一");
  return series;
}

static inline DzSeries *
sample_materials (void)
{
  static const double copies[] = { 12000, 10000, 9600, 9600, 5000, 22000, 8000, 12000, 6500, 600, -1, -1 };
  DzSeries *series = sample_new ("2024年发放法治宣传资料");

  dz_series_add_measure (series, "materials", "发放法治宣传资料", "份数", "份", "count");
  sample_values (series, 0, copies);
  for (guint i = 1; i < 10; i++)
    sample_cell (series, i, 0)->bound = i == 1 ? DZ_BOUND_ABOUT : DZ_BOUND_AT_LEAST;
  dz_cell_set_note (sample_cell (series, 1, 0), "“近万份”");
  dz_cell_set_note (sample_cell (series, 2, 0), "与栖砚镇同值");
  dz_cell_set_note (sample_cell (series, 3, 0), "与澜桥镇同值");
  dz_series_add_incomparable (series, "资料、宣传品、手册计法不一");
  return series;
}

static inline DzSeries *
sample_years (void)
{
  static const double now[] = { 341, -1, 276, 158, 249, 231, 163, 315, 87, 36, 84, 114 };
  static const double before[] = { 303, 195, 248, -1, 228, 202, 170, 289, -1, -1, 72, -1 };
  DzSeries *series = sample_new ("调处矛盾纠纷数：2023年与2024年");

  dz_series_add_measure (series, "disputes_mediated", "调处矛盾纠纷数", "件数", "件", "count")->year = 2023;
  dz_series_add_measure (series, "disputes_mediated", "调处矛盾纠纷数", "件数", "件", "count")->year = 2024;
  sample_values (series, 0, before);
  sample_values (series, 1, now);
  for (guint i = 0; i < N_SAMPLE_BODIES; i++)
    if (before[i] < 0)
      dz_series_set_mark (series, i, 0, DZ_MARK_NO_REPORT);
  dz_series_set_two_values (series, 6, 1, 163, 185);
  sample_cell (series, 4, 0)->derived = sample_cell (series, 4, 1)->derived = TRUE;
  sample_cell (series, 10, 0)->derived = sample_cell (series, 10, 1)->derived = TRUE;
  dz_series_add_incomparable (series, "2023年栖砚镇、六渠乡、石竺乡、鹭陂乡无报告，不是0");
  return series;
}

static inline DzSeries *
sample_events (void)
{
  static const double events[] = { 52, 18, 28, 21, 9, 31, 26, 33, 16, 8, 14, 100 };
  DzSeries *series = sample_new ("2024年法治宣传活动场次的分布");

  dz_series_add_measure (series, "publicity_events", "法治宣传活动场次", "场次", "场", "count");
  sample_values (series, 0, events);
  sample_cell (series, 11, 0)->bound = DZ_BOUND_ABOUT;
  dz_series_explain (series, "≈ 鹭陂乡“近百余场”含小型宣讲。");
  dz_series_add_incomparable (series, "宣讲、讲座、进校园是否计入“活动”各报告不一");
  return series;
}

/* The twenty-two codes, in codebook order; the bodies that name them, by row; suggestions negative. */
static const struct
{
  const char *theme, *theme_name, *id, *name, *short_name;
  int rows[8];
} sample_codes[] = {
  { "awareness_duty", "认识", "study_shallow", "法治学习不深入", "法治学习", { 10 } },
  { "awareness_duty", "认识", "cadre_rule_mindset", "干部法治思维和依法办事能力不足", "干部法治思维", { 5, 9 } },
  { "awareness_duty", "认识", "responsibility_slack", "重视不够、责任压实不到位", "责任压实", { 2, 10 } },
  { "enforcement_team", "队伍", "enforce_staff_short", "执法力量不足", "执法力量", { 6, 7, 11 } },
  { "enforcement_team", "队伍", "enforce_skill_low", "执法人员专业能力不强", "执法能力", { 3 } },
  { "enforcement_team", "队伍", "devolved_power_gap", "赋权承接与权责边界问题", "赋权承接", { 6 } },
  { "enforcement_conduct", "行为", "enforce_irregular", "执法程序和案卷不规范", "程序案卷", { 3, 4, 6, -2, -7 } },
  { "enforcement_conduct", "行为", "enforce_oversight", "执法监督机制不健全", "执法监督", { 8 } },
  { "enforcement_conduct", "行为", "coordination_weak", "协同联动不足", "协同联动", { 2, -6 } },
  { "legal_support", "保障", "legal_staff_short", "法治工作力量和专业人才不足", "法治人才", { 4, 9 } },
  { "legal_support", "保障", "counsel_weak", "法律顾问作用发挥不充分", "法律顾问", { 1, 8 } },
  { "legal_support", "保障", "funds_short", "经费装备保障不足", "经费装备", { 6, 9 } },
  { "legal_support", "保障", "digital_weak", "数字化应用不足", "数字化", { 1, 11 } },
  { "decision_rules", "决策", "review_weak", "合法性审查和重大决策程序不严", "合法性审查", { 2 } },
  { "decision_rules", "决策", "mechanism_gap", "制度机制不健全", "制度机制", { 5, 8 } },
  { "decision_rules", "决策", "disclosure_weak", "政务公开不到位", "政务公开", { 1 } },
  { "publicity", "普法", "publicity_form", "普法形式单一", "普法形式", { 3, 4, 10 } },
  { "publicity", "普法", "publicity_effect", "普法针对性、覆盖面和实效不足", "普法实效", { 1, 8, -10 } },
  { "publicity", "普法", "backbone_weak", "基层法治骨干能力不足", "法治骨干", { 5, 7, 11 } },
  { "society_disputes", "纠纷", "public_awareness_low", "群众法治意识淡薄", "群众法治意识", { 3, 9, 11, -7 } },
  { "society_disputes", "纠纷", "dispute_weak", "矛盾纠纷化解机制和能力不足", "纠纷化解", { 5, 7, 11 } },
  { "society_disputes", "纠纷", "litigation", "行政争议多发、败诉纠错", "行政争议", { 2, 7 } },
};

static inline void
sample_add_codes (DzSeries *series,
                  guint     n_bodies)
{
  for (guint c = 0; c < G_N_ELEMENTS (sample_codes); c++)
    {
      DzSeriesCode *code = dz_series_add_code (series, sample_codes[c].id, sample_codes[c].name,
                                               sample_codes[c].short_name, sample_codes[c].theme,
                                               sample_codes[c].theme_name);

      /* a pattern of its own for each theme, and a blue that tells them apart */
      if (c > 0)
        code->look = dz_series_get_code (series, c - 1)->look;
      if (c > 0 && g_strcmp0 (sample_codes[c].theme, sample_codes[c - 1].theme) != 0)
        {
          code->look.hatching++;
          code->look.light.solid += 0x10;
        }
      for (guint k = 0; k < 8 && sample_codes[c].rows[k] != 0; k++)
        for (guint row = (guint) ABS (sample_codes[c].rows[k]) - 1; row < n_bodies; row += 12)
          dz_series_set_naming (series, row, c,
                                sample_codes[c].rows[k] > 0 ? DZ_NAMED : DZ_NAMED_SUGGESTED,
                                (c + row) % 9 == 0 ? DZ_GRADE_GENERIC
                                : (c + row) % 13 == 0 ? DZ_GRADE_NONE
                                : (c + row) % 17 == 0 ? DZ_GRADE_PARTIAL : DZ_GRADE_DIRECT);
    }
}

static inline DzSeries *
sample_weaknesses (const char *title)
{
  DzSeries *series = sample_new (title);

  sample_add_codes (series, N_SAMPLE_BODIES);
  ((DzSeriesRow *) dz_series_get_row (series, 11))->no_problems = TRUE;
  return series;
}

/* Fifteen indicators of all bodies; the profile is of 苇洲镇. */
static inline DzSeries *
sample_profile (void)
{
  static const struct
  {
    const char *name, *unit;
    double values[N_SAMPLE_BODIES];
  } all[] = {
    { "专题研究会议", "次", { 4, 3, 3, 2, 3, 4, 3, 5, 2, 3, -1, 3 } },
    { "中心组专题学法", "次", { 10, 8, 6, 4, 6, 5, 7, 6, 4, 5, -1, 6 } },
    { "干部集体学法", "次", { 24, 40, 18, 9, -1, 20, 11, 15, -1, 18, 15, -1 } },
    { "合同审查", "份", { 75, 58, 47, 33, 21, 11, 31, 36, 19, -1, -1, -1 } },
    { "法律意见", "条", { 69, 52, 37, 32, 17, 27, 19, 105, -1, -1, -1, -1 } },
    { "法律顾问服务", "次", { 170, 96, 40, 32, 9, 14, 40, 240, -1, -1, -1, -1 } },
    { "持证执法人员", "人", { 18, 12, 16, 9, 6, 13, 7, 12, 5, -1, 4, 7 } },
    { "行政处罚案件", "件", { 64, 57, 26, 20, 14, 15, 21, 33, 5, 1, -1, -1 } },
    { "行政检查", "次", { 3000, 2300, 1260, 235, 190, 235, 420, 1530, 80, 100, -1, -1 } },
    { "法治宣传活动", "次", { 52, 18, 28, 21, 9, 31, 26, 33, 16, 8, 14, 100 } },
    { "发放宣传资料", "份", { 12000, 10000, 9600, 9600, 5000, 22000, 8000, 12000, 6500, 600, -1, -1 } },
    { "法律明白人", "人", { 132, 96, 84, 64, 38, 54, 78, 108, 21, -1, -1, -1 } },
    { "调处矛盾纠纷", "件", { 341, -1, 276, 158, 249, 231, 163, 315, 87, 36, 84, 114 } },
    { "调解成功率", "%", { 98, 97, 98.9, 98.1, -1, 98.6, 97.5, 96.6, 100, 98, 97, 96.6 } },
    { "受理信访", "件", { 75, 17, -1, 33, 51, -1, -1, 51, -1, -1, -1, -1 } },
  };
  DzSeries *series = sample_new ("苇洲镇2024年主要指标与全县对照");

  series->focus_body = 8;
  for (guint m = 0; m < G_N_ELEMENTS (all); m++)
    {
      g_autofree char *id = g_strdup_printf ("indicator_%u", m);

      dz_series_add_measure (series, id, all[m].name, NULL, all[m].unit,
                             all[m].unit[0] == '%' ? "rate" : "count");
      sample_values (series, m, all[m].values);
    }
  sample_cell (series, 7, 5)->bound = DZ_BOUND_AT_LEAST;
  for (guint i = 1; i < 10; i++)
    sample_cell (series, i, 10)->bound = DZ_BOUND_AT_LEAST;
  return series;
}

/* Names of 2 to 8 characters, values of every kind; the same for the same n. */
static inline DzSeries *
sample_county (guint n)
{
  static const char *const first[] = { "桥", "平", "安", "永", "柳", "白", "云", "桃", "湾", "青", "和", "竹", "泉", "梅" };
  static const char *const second[] = { "湾", "河", "桥", "岗", "塘", "岭", "井", "坝", "洲", "坪", "关" };
  static const char *const kinds[] = { "镇", "乡", "街道", "镇", "镇", "苗族瑶族乡" };
  g_autofree char *title = g_strdup_printf ("2024年各单位调处矛盾纠纷数与调解成功率（%u个单位）", n);
  DzSeries *series = dz_series_new (2024);

  g_free (series->title);
  series->title = g_steal_pointer (&title);
  dz_series_add_measure (series, "disputes_mediated", "调处矛盾纠纷数", "件数", "件", "count");
  dz_series_add_measure (series, "mediation_success_rate", "调解成功率", "成功率", "%", "rate");
  for (guint i = 0; i < n; i++)
    {
      const char *kind = kinds[i % 17 == 5 ? 5 : i % 5];
      g_autofree char *name = g_strconcat (first[i % 14], i % 29 == 3 ? "" : second[(i * 7 + i / 14) % 11], kind, NULL);

      dz_series_add_row (series, i + 1, name, i % 17 == 5 ? "民族乡" : kind)->report_kind = DZ_KIND_ANNUAL_REPORT;
      if (i % 20 == 11)
        continue;
      if (i % 23 == 6)
        dz_series_set_two_values (series, i, 0, 165 + i, 198 + i);
      else
        dz_series_set_value (series, i, 0, i % 31 == 17 ? 0 : (i * 7919 % 541) + 16,
                             i % 9 == 4 ? DZ_BOUND_AT_LEAST : i % 14 == 8 ? DZ_BOUND_ABOUT
                             : i % 33 == 9 ? DZ_BOUND_AT_MOST : DZ_BOUND_EXACT);
      if (i % 31 == 17)
        dz_series_set_mark (series, i, 1, DZ_MARK_NOT_APPLICABLE);
      else if (i % 13 != 5)
        dz_series_set_value (series, i, 1, 94.8 + (i * 37 % 53) / 10.0,
                             i % 21 == 7 ? DZ_BOUND_AT_LEAST : DZ_BOUND_EXACT)->mark =
          i % 26 == 3 ? DZ_MARK_CONFLICT : DZ_MARK_VALUE;
    }
  dz_series_add_incomparable (series, "各地“调处”“化解”“调解成功”口径不一");
  return series;
}
