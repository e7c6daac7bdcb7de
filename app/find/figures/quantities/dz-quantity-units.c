/* dz-quantity-units.c - where the measure word of a number stands, and what it is
 *
 * Behind it, mostly; else in brackets, in a cell or a label of its own, before
 * or behind, or nowhere, where the clause says that it is money.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-quantities-private.h"

#include <math.h>
#include <string.h>

#define LONGEST_LABEL 60    /* bytes of a label that tells the measure word */
#define LONGEST_OF_MONEY 36 /* bytes between the word that says it is money and the number */

/* 调解纠纷（件）: 806 and the cells of a table: the measure word stands in brackets before. */
static const char *
find_unit_before (const DzScan *scan,
                  gsize         at)
{
  const char *unit;
  gsize from;

  while (at > 0 && (scan->text[at - 1] == '\t' || scan->text[at - 1] == '|'))
    at--;
  if (dz_scan_has_before (scan, at, "："))
    at -= 3;
  if (!dz_scan_has_before (scan, at, "）"))
    return NULL;
  from = at - 3;
  for (guint n = 0; n < 5 && from >= 3 && !dz_scan_has_before (scan, from, "（"); n++)
    from = (gsize) (g_utf8_prev_char (scan->text + from) - scan->text);
  if (!dz_scan_has_before (scan, from, "（"))
    return NULL;
  unit = dz_figure_rules_measure_at (scan->rules, scan->text, scan->len, from);

  return unit != NULL && from + strlen (unit) == at - 3 ? unit : NULL;
}

/* 行政处罚/件/34, 人次：611: the measure word has a cell or a label to itself before the number. */
static const char *
find_unit_label (const DzScan *scan,
                 DzQuantity   *quantity)
{
  static const char *const edges[] = { "|", "/", "；", "，", "。", " ", "\n", NULL };
  gsize at = quantity->span.start;
  gsize from;

  if (at >= 1 && (scan->text[at - 1] == '/' || scan->text[at - 1] == '|'))
    at--;
  else if (dz_scan_has_before (scan, at, "："))
    at -= 3;
  else
    return NULL;
  for (from = at; from > scan->paragraph && at - from <= 12; from = (gsize) (g_utf8_prev_char (scan->text + from) - scan->text))
    for (guint i = 0; edges[i] != NULL; i++)
      {
        gboolean large = dz_scan_has (scan, from, "万");
        const char *unit;

        if (!dz_scan_has_before (scan, from, edges[i]) || from == at)
          continue;
        if (scan->text[from] == '%' && from + 1 == at)
          quantity->number.form = DZ_NUMBER_PERCENT;
        unit = dz_figure_rules_measure_at (scan->rules, scan->text, scan->len, from + (large ? 3 : 0));
        if (unit == NULL)
          return NULL;
        /* 件数：26 */
        from += (large ? 3 : 0) + strlen (unit);
        if (from != at && !(from + 3 == at && dz_scan_has (scan, from, "数")))
          return NULL;
        if (large)
          quantity->number.value *= 1e4;
        return unit;
      }

  return NULL;
}

/* 法治讲座次数/28, 行政处罚案件数：12, 调解件数为35: the label's last word tells what the bare number behind it counts in. */
static const char *
find_unit_in_label (const DzScan *scan,
                    gsize         at)
{
  static const char *const verbs[] = { "达到", "达", "共为", "为", "共" };
  gsize from;
  gsize verb = 0;

  for (guint i = 0; i < G_N_ELEMENTS (verbs) && verb == 0; i++)
    verb = dz_scan_has_before (scan, at, verbs[i]) ? strlen (verbs[i]) : 0;
  at -= verb;
  if (verb > 0)
    ;
  else if (at > 0 && (scan->text[at - 1] == '\t' || scan->text[at - 1] == '|'))
    at--;
  else if (dz_scan_has_before (scan, at, "："))
    at -= 3;
  else
    return NULL;
  for (from = at; from > scan->paragraph && at - from < LONGEST_LABEL && (guchar) scan->text[from - 1] >= 0x80; from--)
    ;
  while (from < at && ((guchar) scan->text[from] & 0xc0) == 0x80)
    from++;

  return dz_figure_rules_measure_of_label (scan->rules, scan->text, (DzSpan){ from, at });
}

/* 数值：22　单位：场: the measure word has a label of its own behind the number. */
static const char *
find_unit_told (const DzScan *scan,
                gsize         at)
{
  static const char *const labels[] = { "单位：", "计量单位：" };

  while (at < scan->len && (strchr (" |\t", scan->text[at]) != NULL || dz_scan_has (scan, at, "，")))
    at += scan->text[at] < 0 ? 3 : 1;
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (dz_scan_has (scan, at, labels[i]))
      return dz_figure_rules_measure_at (scan->rules, scan->text, scan->len, at + strlen (labels[i]));

  return NULL;
}

/* 中心组学法8（次）: the measure word in brackets behind the number. */
static const char *
find_unit_bracketed (const DzScan *scan,
                     gsize         at,
                     guint        *end)
{
  const char *unit;

  if (!dz_scan_has (scan, at, "（"))
    return NULL;
  unit = dz_figure_rules_measure_at (scan->rules, scan->text, scan->len, at + 3);
  if (unit == NULL || !dz_scan_has (scan, at + 3 + strlen (unit), "）"))
    return NULL;
  *end = (guint) (at + 6 + strlen (unit));

  return unit;
}

/* 罚没款（万元）: 12.9 and 化解率（%）: 98: the bracket holds more than a measure word. */
static void
take_scale_before (const DzScan *scan,
                   DzQuantity   *quantity)
{
  static const struct { const char *mark; double factor; } scales[] = {
    { "（万元）", 1e4 }, { "（亿元）", 1e8 }, { "（%）", 0 }, { "（万人次）", 1e4 },
    { "（万份）", 1e4 }, { "（万人）", 1e4 },
  };
  gsize at = quantity->span.start;

  while (at > 0 && (scan->text[at - 1] == '\t' || scan->text[at - 1] == '|'))
    at--;
  if (dz_scan_has_before (scan, at, "："))
    at -= 3;
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      if (!dz_scan_has_before (scan, at, scales[i].mark))
        continue;
      if (scales[i].factor == 0)
        {
          quantity->number.form = DZ_NUMBER_PERCENT;
          return;
        }
      quantity->number.value *= scales[i].factor;
      quantity->unit = dz_figure_rules_measure_at (scan->rules, scan->text, scan->len,
                                                   at - strlen (scales[i].mark) + 6);
    }
}

/* 行政许可 | 57 | 件: the measure word has the next cell to itself. */
static const char *
find_unit_behind (const DzScan *scan,
                  DzQuantity   *quantity,
                  gsize         at)
{
  static const char *const ends[] = { "；", "。", "|", "\t", "\n", NULL };
  gboolean bar = FALSE;
  const char *unit;
  gsize end;

  while (at < scan->len && strchr (" |\t", scan->text[at]) != NULL)
    bar = scan->text[at++] != ' ' || bar;
  if (!bar || at >= scan->len)
    return NULL;
  unit = scan->text[at] == '%' ? NULL : dz_figure_rules_measure_at (scan->rules, scan->text, scan->len, at);
  end = at + (unit != NULL ? strlen (unit) : 1);
  if (unit == NULL && scan->text[at] != '%')
    return NULL;
  while (end < scan->len && scan->text[end] == ' ')
    end++;
  if (end < scan->len && !dz_scan_has_any (scan, end, ends))
    return NULL;
  if (unit == NULL)
    quantity->number.form = DZ_NUMBER_PERCENT;

  return unit;
}

/* 12万村民: no villages, though 12村2社区 are. */
static gboolean
begins_word (const DzScan *scan,
             const char   *unit,
             gsize         at)
{
  if (g_strcmp0 (unit, "村") != 0 && g_strcmp0 (unit, "社区") != 0)
    return FALSE;

  return at < scan->len && (guchar) scan->text[at] >= 0xe4 && (guchar) scan->text[at] < 0xef &&
         !dz_scan_has (scan, at, "和") && !dz_scan_has (scan, at, "与") && !dz_scan_has (scan, at, "及") && !dz_number_starts_at (scan->text, at);
}

/* 执法队6个人、6本证: people, not the beginning of 个人调解室. And 3千块 are yuan, though 12块 are boards. */
static const char *
read_plain_unit (const DzScan     *scan,
                 const DzQuantity *quantity,
                 const char       *unit,
                 gsize            *at)
{
  static const char *const names[] = { "民", "次", "员", "大", "力", "才", "物", "口", "调解", "品牌", "工作室", "奖", "荣誉", "先进", "信息", "档案", "账户", "申报", "事项", NULL };
  static const char *const large[] = { "万块", "千块", "百块", "余块", "多块" };

  if (g_strcmp0 (unit, "个") == 0 && quantity->number.value > 1 && dz_scan_has (scan, *at, "人") && !dz_scan_has_any (scan, *at + 3, names))
    {
      *at += 3;
      return dz_figure_rules_measure_at (scan->rules, scan->text, scan->len, *at - 3);
    }
  for (guint i = 0; g_strcmp0 (unit, "块") == 0 && i < G_N_ELEMENTS (large); i++)
    if (dz_scan_has_before (scan, *at, large[i]))
      return g_intern_static_string ("元");

  return unit;
}

/* 七亩半, 两天半; 三个半小时 is measured by 小时. */
static void
take_half (const DzScan *scan,
           DzQuantity   *quantity,
           gsize        *at)
{
  static const char *const halved[] = { "亩", "天", "公里", "平方公里" };

  for (guint i = 0; i < G_N_ELEMENTS (halved); i++)
    if (g_strcmp0 (quantity->unit, halved[i]) == 0 && dz_scan_has (scan, *at, "半") && quantity->number.value == floor (quantity->number.value))
      {
        quantity->number.value += 0.5;
        *at += strlen ("半");
        return;
      }
}

/* 罚了3万6, 经费8万: tens of thousands of nothing else are yuan where the clause speaks of money. */
static const char *
find_money (const DzScan     *scan,
            const DzQuantity *quantity)
{
  static const char *const stops[] = { "，", "。", "；", "：", NULL };
  DzSpan core = quantity->number.core;

  if ((core.end < scan->len && scan->text[core.end] != '\n' && !dz_scan_has_any (scan, core.end, stops)) ||
      g_strstr_len (scan->text + core.start, (gssize) (core.end - core.start), "万") == NULL)
    return NULL;
  for (gsize at = core.start; at > scan->paragraph && core.start - at < LONGEST_OF_MONEY && !dz_scan_has_any (scan, at, stops);)
    {
      at = (gsize) (g_utf8_prev_char (scan->text + at) - scan->text);
      if (dz_scan_has_any (scan, at, (const char *const *) scan->rules->money->pdata))
        return g_intern_static_string ("元");
    }

  return NULL;
}

/* 10³, but neither 210³ nor 10①: a ten alone, and a raised digit behind it. */
static gboolean
is_power (const DzScan *scan,
          gsize         at)
{
  static const char *const raised[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹", NULL };

  return dz_scan_has_any (scan, at, raised) && dz_scan_has_before (scan, at, "10") &&
         (at == 2 || !(g_ascii_isdigit (scan->text[at - 3]) || strchr (".,", scan->text[at - 3]) != NULL));
}

/* Where the mark of a note that begins at @at ends: [1], ¹, ①. */
static gsize
find_mark_end (const DzScan *scan,
               gsize         at)
{
  static const char *const signs[] = {
    "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹", "①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧", "⑨", "⑩", NULL,
  };
  gsize digits = 0;

  if (is_power (scan, at))
    return at;
  if (dz_scan_has (scan, at, "["))
    {
      while (at + 1 + digits < scan->len && g_ascii_isdigit (scan->text[at + 1 + digits]))
        digits++;

      return digits > 0 && digits < 4 && dz_scan_has (scan, at + 1 + digits, "]") ? at + digits + 2 : at;
    }
  while (dz_scan_has_any (scan, at, signs))
    at = (gsize) (g_utf8_next_char (scan->text + at) - scan->text);

  return at;
}

/* 356[1]件: the mark of a note between a number and its measure word. */
static gsize
pass_note_mark (const DzScan *scan,
                gsize         at)
{
  gsize end = find_mark_end (scan, at);

  return end > at && dz_figure_rules_measure_at (scan->rules, scan->text, scan->len, end) != NULL ? end : at;
}

/**
 * dz_quantity_take_unit:
 * @quantity: its number is read
 *
 * Reads the measure word and what follows it: unit, measure and span of @quantity; of its number the form, the value and
 * the bound where these words say so.
 */
void
dz_quantity_take_unit (const DzScan *scan,
                       DzQuantity   *quantity)
{
  gsize at = pass_note_mark (scan, quantity->number.span.end);

  quantity->span = quantity->number.span;
  if (quantity->number.form != DZ_NUMBER_COUNT)
    return;
  /* 余 was taken as part of the number; 多 before a noun too */
  quantity->unit = dz_figure_rules_measure_at (scan->rules, scan->text, scan->len, at);
  if (quantity->unit == NULL)
    {
      quantity->unit = find_unit_bracketed (scan, at, &quantity->span.end);
      if (quantity->unit == NULL)
        quantity->unit = find_unit_before (scan, quantity->span.start);
      if (quantity->unit == NULL)
        quantity->unit = find_unit_behind (scan, quantity, at);
      if (quantity->unit == NULL)
        quantity->unit = find_unit_label (scan, quantity);
      if (quantity->unit == NULL)
        quantity->unit = find_unit_in_label (scan, quantity->span.start);
      if (quantity->unit == NULL)
        quantity->unit = find_unit_told (scan, at);
      if (quantity->unit == NULL)
        take_scale_before (scan, quantity);
      if (quantity->unit == NULL)
        quantity->unit = find_money (scan, quantity);
      quantity->measure = dz_figure_rules_measure_bit (scan->rules, quantity->unit);
      return;
    }
  at += strlen (quantity->unit);
  quantity->unit = read_plain_unit (scan, quantity, quantity->unit, &at);
  quantity->measure = begins_word (scan, quantity->unit, at) ? 1 : dz_figure_rules_measure_bit (scan->rules, quantity->unit);
  take_half (scan, quantity, &at);
  dz_number_take_qualifiers (scan->text, scan->len, at, &quantity->number, &quantity->span.end);
}
