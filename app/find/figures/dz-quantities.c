/* dz-quantities.c - every number with its bound and measure word; look-alikes told apart
 *
 * What can be told by form alone (years, months, ordinals, outline numbers,
 * digits inside quotation marks or 《》) is told here; what needs a list of words
 * (slogans, hotlines) stands in phrases.xml as set-aside rules.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-quantities.h"

#include "dz-char.h"

#include <math.h>
#include <string.h>

#define LONGEST_OF_MONEY 36 /* bytes between the word that says it is money and the number */
#define QUOTE_REACH 90 /* bytes: 30 characters; a quotation mark left open does not hide a page */

typedef struct
{
  DzFigureRules *rules;
  const char *text;
  gsize len;
  gsize paragraph;   /* start of the current paragraph */
  gsize quote_end;   /* end of the quotation or title we are in, 0: none */
  gsize glued;       /* where a number begins that an outline number is glued to */
  gboolean in_title;
} Scanner;

static gboolean
has (const Scanner *scan,
     gsize          at,
     const char    *word)
{
  return dz_word_at (scan->text, scan->len, at, word) > 0;
}

static gboolean
has_before (const Scanner *scan,
            gsize          at,
            const char    *word)
{
  return dz_word_ends (scan->text, 0, at, word) > 0;
}

static gboolean
has_any (const Scanner      *scan,
         gsize               at,
         const char *const  *words)
{
  for (; *words != NULL; words++)
    if (has (scan, at, *words))
      return TRUE;

  return FALSE;
}

static gsize
find_close (const Scanner *scan,
            gsize          at,
            const char    *close,
            gsize          reach)
{
  gsize n = strlen (close);

  for (gsize i = at; i + n <= scan->len && i < at + reach && scan->text[i] != '\n'; i++)
    if (scan->text[i] == close[0] && memcmp (scan->text + i, close, n) == 0)
      return i;

  return 0;
}

/* Keeps track of 《》 and quotation marks while the scanner passes them. */
static void
pass_mark (Scanner *scan,
           gsize    at)
{
  gsize close = 0;

  if (scan->text[at] == '\n')
    {
      scan->paragraph = at + 1;
      while (scan->paragraph < scan->len && scan->text[scan->paragraph] == ' ')
        scan->paragraph++;
      scan->quote_end = 0;
      return;
    }
  if (scan->quote_end > at)
    return;
  scan->in_title = FALSE;
  if (scan->quote_end == at && at > 0)
    return; /* the mark that closes */
  if (scan->text[at] == '"')
    close = find_close (scan, at + 1, "\"", QUOTE_REACH);
  else if (has (scan, at, "“"))
    close = find_close (scan, at + 3, "”", QUOTE_REACH);
  else if (has (scan, at, "‘"))
    close = find_close (scan, at + 3, "’", QUOTE_REACH);
  else if (has (scan, at, "「"))
    close = find_close (scan, at + 3, "」", QUOTE_REACH);
  else if (has (scan, at, "《"))
    {
      close = find_close (scan, at + 3, "》", 3 * QUOTE_REACH);
      scan->in_title = close > 0;
    }
  else if (has (scan, at, "〔"))
    {
      close = find_close (scan, at + 3, "〕", QUOTE_REACH);
      scan->in_title = close > 0;
    }
  if (close > 0)
    scan->quote_end = close;
}

static gboolean
is_latin (const Scanner *scan,
          gsize          at)
{
  return at < scan->len && g_ascii_isalpha (scan->text[at]);
}

static gboolean
is_year (const DzNumber *number)
{
  return number->value >= 1949 && number->value <= 2100 && number->value == floor (number->value);
}

static gsize
core_digits (const DzNumber *number)
{
  return number->core.end - number->core.start;
}

/* Years, months, days, clock times. */
static gboolean
is_date (const Scanner  *scan,
         const DzNumber *number)
{
  static const char *const after_year[] = { "年", "以来", "度", "—", "-", "至", NULL };
  static const char *const day_words[] = { "日", "号", "时", NULL };
  gsize end = number->core.end;

  if (number->form != DZ_NUMBER_COUNT)
    return FALSE;
  if (has (scan, end, "年") && !has (scan, end, "年级"))
    return TRUE;
  if (is_year (number) && core_digits (number) == 4 && has_any (scan, end, after_year))
    return TRUE;
  if (number->value > 19490000 && core_digits (number) >= 5 && has (scan, end, "年"))
    return TRUE;
  if (has (scan, end, "月") && number->value <= 20241231)
    return TRUE;
  if (has_any (scan, end, day_words) && !has (scan, end, "日常"))
    return TRUE;
  if (has (scan, end, "：") && !number->chinese && end + 3 < scan->len &&
      g_ascii_isdigit (scan->text[end + 3]) && has_before (scan, number->core.start, "日"))
    return TRUE;

  return has (scan, end, "周年");
}

static gboolean
is_ordinal (const Scanner  *scan,
            const DzNumber *number)
{
  return has_before (scan, number->core.start, "第") ||
         has_before (scan, number->core.start, "前") /* 前三名 */;
}

/* 1. 1、 （1） 2优化 at the beginning of a paragraph. */
static gboolean
is_outline (const Scanner    *scan,
            const DzNumber   *number,
            const DzQuantity *quantity)
{
  gsize start = number->core.start;
  gsize end = number->core.end;

  if (has_before (scan, start, "（") && has (scan, end, "）"))
    return TRUE;
  if (has_before (scan, start, "（"))
    start -= 3;
  if (start != scan->paragraph)
    return FALSE;
  if (quantity->unit != NULL && !has (scan, end, "是"))
    return FALSE;

  return number->form == DZ_NUMBER_COUNT && number->value < 100;
}

/* 6.26, 12·4, 4-15: a day by its numbers. Also outline numbers 1.2 and telephone numbers. */
static gboolean
is_chained (const Scanner  *scan,
            const DzNumber *number)
{
  gsize start = number->core.start;
  gsize end = number->core.end;

  if (number->chinese)
    return (has (scan, end, "·") || has_before (scan, start, "·")) &&
           number->form == DZ_NUMBER_COUNT;
  if (start > 0 && start == scan->glued)
    return FALSE;
  if (start >= 3 && (has_before (scan, start, "·") || has_before (scan, start, ".") ||
                     has_before (scan, start, "-")))
    return TRUE;
  if (number->form != DZ_NUMBER_COUNT)
    return FALSE;

  return (has (scan, end, "·") || has (scan, end, "-") || has (scan, end, ".")) &&
         end + 3 < scan->len &&
         (g_ascii_isdigit (scan->text[end + 1]) || g_ascii_isdigit (scan->text[end + 2]));
}

/* A1, 5G, 1+4+N, №: part of a name. */
static gboolean
is_in_name (const Scanner  *scan,
            const DzNumber *number)
{
  gsize start = number->core.start;
  gsize end = number->core.end;

  if (number->chinese)
    return FALSE;

  return (start > 0 && (is_latin (scan, start - 1) || scan->text[start - 1] == '+')) ||
         is_latin (scan, end) || has (scan, end, "+") || has (scan, end, "后") ||
         has (scan, end, "街道") || has (scan, end, "路");
}

/* 一村一顾问, 一人一档, 一件一件: a pace or a slogan, not a count. */
static gboolean
is_rhythm_pair (const Scanner    *scan,
                const DzQuantity *quantity)
{
  const DzNumber *number = &quantity->number;

  if (!number->chinese || number->value != 1 || core_digits (number) != 3)
    return FALSE;
  if (number->core.start >= 6 && has_before (scan, number->core.start - 3, "一"))
    return TRUE;

  return has (scan, quantity->span.end, "一") ||
         (quantity->span.end + 3 <= scan->len && has (scan, quantity->span.end + 3, "一") &&
          has (scan, quantity->span.end, "、"));
}

/* 厂房二次出租, 二次供水: for the second time; two times would be 两次. */
static gboolean
is_second_time (const Scanner    *scan,
                const DzQuantity *quantity)
{
  return quantity->number.chinese && quantity->number.value == 2 && core_digits (&quantity->number) == 3 &&
         has (scan, quantity->number.core.start, "二") && g_strcmp0 (quantity->unit, "次") == 0 &&
         quantity->span.end < scan->len && (guchar) scan->text[quantity->span.end] >= 0xe4 &&
         (guchar) scan->text[quantity->span.end] < 0xef;
}

static void
set_aside (DzQuantity *quantity,
           const char *reason,
           gboolean    listed)
{
  quantity->set_aside = quantity->ground = g_intern_string (reason);
  quantity->ground_span = quantity->span;
  quantity->listed = listed;
}

static void
judge_form (const Scanner *scan,
            DzQuantity    *quantity)
{
  const DzNumber *number = &quantity->number;
  gboolean inside = scan->quote_end > number->core.start;

  quantity->listed = TRUE;
  if (scan->in_title && inside)
    set_aside (quantity, "name", FALSE);
  else if (is_ordinal (scan, number))
    set_aside (quantity, "ordinal", FALSE);
  else if (is_date (scan, number))
    set_aside (quantity, "date", FALSE);
  else if (is_outline (scan, number, quantity))
    set_aside (quantity, "outline", FALSE);
  else if (is_chained (scan, number) || is_in_name (scan, number))
    set_aside (quantity, "name", FALSE);
  else if (inside)
    set_aside (quantity, "name", FALSE);
  else if (is_second_time (scan, quantity))
    set_aside (quantity, "ordinal", FALSE);
  else if (is_rhythm_pair (scan, quantity))
    set_aside (quantity, "rhythm", FALSE);
  else if (quantity->unit == NULL && number->form == DZ_NUMBER_COUNT)
    quantity->listed = FALSE; /* a unit may have been lost: the figures look whether a noun claims it */
}

/* 调解纠纷（件）: 806 and the cells of a table: the measure word stands in brackets before. */
static const char *
find_unit_before (const Scanner *scan,
                  gsize          at)
{
  const char *unit;
  gsize from;

  while (at > 0 && (scan->text[at - 1] == '\t' || scan->text[at - 1] == '|'))
    at--;
  if (has_before (scan, at, "："))
    at -= 3;
  if (!has_before (scan, at, "）"))
    return NULL;
  from = at - 3;
  for (guint n = 0; n < 5 && from >= 3 && !has_before (scan, from, "（"); n++)
    from = (gsize) (g_utf8_prev_char (scan->text + from) - scan->text);
  if (!has_before (scan, from, "（"))
    return NULL;
  unit = dz_figure_rules_measure_at (scan->rules, scan->text, scan->len, from);

  return unit != NULL && from + strlen (unit) == at - 3 ? unit : NULL;
}

/* 行政处罚/件/34, 人次：611: the measure word has a cell or a label to itself before the number. */
static const char *
find_unit_label (const Scanner *scan,
                 DzQuantity    *quantity)
{
  static const char *const edges[] = { "|", "/", "；", "，", "。", " ", "\n", NULL };
  gsize at = quantity->span.start;
  gsize from;

  if (at >= 1 && (scan->text[at - 1] == '/' || scan->text[at - 1] == '|'))
    at--;
  else if (has_before (scan, at, "："))
    at -= 3;
  else
    return NULL;
  for (from = at; from > scan->paragraph && at - from <= 12; from = (gsize) (g_utf8_prev_char (scan->text + from) - scan->text))
    for (guint i = 0; edges[i] != NULL; i++)
      {
        gboolean large = has (scan, from, "万");
        const char *unit;

        if (!has_before (scan, from, edges[i]) || from == at)
          continue;
        if (scan->text[from] == '%' && from + 1 == at)
          quantity->number.form = DZ_NUMBER_PERCENT;
        unit = dz_figure_rules_measure_at (scan->rules, scan->text, scan->len, from + (large ? 3 : 0));
        if (unit == NULL)
          return NULL;
        /* 件数：26 */
        from += (large ? 3 : 0) + strlen (unit);
        if (from != at && !(from + 3 == at && has (scan, from, "数")))
          return NULL;
        if (large)
          quantity->number.value *= 1e4;
        return unit;
      }

  return NULL;
}

/* 数值：22　单位：场: the measure word has a label of its own behind the number. */
static const char *
find_unit_told (const Scanner *scan,
                gsize          at)
{
  static const char *const labels[] = { "单位：", "计量单位：" };

  while (at < scan->len && (strchr (" |\t", scan->text[at]) != NULL || has (scan, at, "，")))
    at += scan->text[at] < 0 ? 3 : 1;
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (has (scan, at, labels[i]))
      return dz_figure_rules_measure_at (scan->rules, scan->text, scan->len, at + strlen (labels[i]));

  return NULL;
}

/* 中心组学法8（次）: the measure word in brackets behind the number. */
static const char *
find_unit_bracketed (const Scanner *scan,
                     gsize          at,
                     gsize         *end)
{
  const char *unit;

  if (!has (scan, at, "（"))
    return NULL;
  unit = dz_figure_rules_measure_at (scan->rules, scan->text, scan->len, at + 3);
  if (unit == NULL || !has (scan, at + 3 + strlen (unit), "）"))
    return NULL;
  *end = at + 6 + strlen (unit);

  return unit;
}

/* 罚没款（万元）: 12.9 and 化解率（%）: 98: the bracket holds more than a measure word. */
static void
take_scale_before (const Scanner *scan,
                   DzQuantity    *quantity)
{
  static const struct { const char *mark; double factor; } scales[] = {
    { "（万元）", 1e4 }, { "（亿元）", 1e8 }, { "（%）", 0 }, { "（万人次）", 1e4 },
    { "（万份）", 1e4 }, { "（万人）", 1e4 },
  };
  gsize at = quantity->span.start;

  while (at > 0 && (scan->text[at - 1] == '\t' || scan->text[at - 1] == '|'))
    at--;
  if (has_before (scan, at, "："))
    at -= 3;
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      if (!has_before (scan, at, scales[i].mark))
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
find_unit_behind (const Scanner *scan,
                  DzQuantity    *quantity,
                  gsize          at)
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
  if (end < scan->len && !has_any (scan, end, ends))
    return NULL;
  if (unit == NULL)
    quantity->number.form = DZ_NUMBER_PERCENT;

  return unit;
}

/* 12万村民: no villages, though 12村2社区 are. */
static gboolean
begins_word (const Scanner *scan,
             const char    *unit,
             gsize          at)
{
  if (g_strcmp0 (unit, "村") != 0 && g_strcmp0 (unit, "社区") != 0)
    return FALSE;

  return at < scan->len && (guchar) scan->text[at] >= 0xe4 && (guchar) scan->text[at] < 0xef &&
         !has (scan, at, "和") && !has (scan, at, "与") && !has (scan, at, "及") && !dz_number_starts_at (scan->text, at);
}

/* 执法队6个人、6本证: people, not the beginning of 个人调解室. And 3千块 are yuan, though 12块 are boards. */
static const char *
read_plain_unit (const Scanner    *scan,
                 const DzQuantity *quantity,
                 const char       *unit,
                 gsize            *at)
{
  static const char *const names[] = { "民", "次", "员", "大", "力", "才", "物", "口", "调解", "品牌", "工作室", "奖", "荣誉", "先进", "信息", "档案", "账户", "申报", "事项", NULL };
  static const char *const large[] = { "万块", "千块", "百块", "余块", "多块" };

  if (g_strcmp0 (unit, "个") == 0 && quantity->number.value > 1 && has (scan, *at, "人") && !has_any (scan, *at + 3, names))
    {
      *at += 3;
      return dz_figure_rules_measure_at (scan->rules, scan->text, scan->len, *at - 3);
    }
  for (guint i = 0; g_strcmp0 (unit, "块") == 0 && i < G_N_ELEMENTS (large); i++)
    if (has_before (scan, *at, large[i]))
      return g_intern_static_string ("元");

  return unit;
}

/* 七亩半, 两天半; 三个半小时 is measured by 小时. */
static void
take_half (const Scanner *scan,
           DzQuantity    *quantity,
           gsize         *at)
{
  static const char *const halved[] = { "亩", "天", "公里", "平方公里" };

  for (guint i = 0; i < G_N_ELEMENTS (halved); i++)
    if (g_strcmp0 (quantity->unit, halved[i]) == 0 && has (scan, *at, "半") && quantity->number.value == floor (quantity->number.value))
      {
        quantity->number.value += 0.5;
        *at += strlen ("半");
        return;
      }
}

/* 罚了3万6, 经费8万: tens of thousands of nothing else are yuan where the clause speaks of money. */
static const char *
find_money (const Scanner    *scan,
            const DzQuantity *quantity)
{
  static const char *const words[] = { "罚", "花了", "花掉", "钱", "款", "金额", "资金", "经费", "投入", "投了", "掏", "拨", "赔", "要回", "追回",
                                       "挽回", "讨回", "工资", "标的", "损失", "筹", NULL };
  static const char *const stops[] = { "，", "。", "；", "：", NULL };
  DzSpan core = quantity->number.core;

  if ((core.end < scan->len && scan->text[core.end] != '\n' && !has_any (scan, core.end, stops)) ||
      g_strstr_len (scan->text + core.start, (gssize) (core.end - core.start), "万") == NULL)
    return NULL;
  for (gsize at = core.start; at > scan->paragraph && core.start - at < LONGEST_OF_MONEY && !has_any (scan, at, stops);)
    {
      at = (gsize) (g_utf8_prev_char (scan->text + at) - scan->text);
      if (has_any (scan, at, words))
        return g_intern_static_string ("元");
    }

  return NULL;
}

/* 10³, but neither 210³ nor 10①: a ten alone, and a raised digit behind it. */
static gboolean
is_power (const Scanner *scan,
          gsize          at)
{
  static const char *const raised[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹", NULL };

  return has_any (scan, at, raised) && has_before (scan, at, "10") &&
         (at == 2 || !(g_ascii_isdigit (scan->text[at - 3]) || strchr (".,", scan->text[at - 3]) != NULL));
}

/* Where the mark of a note that begins at @at ends: [1], ¹, ①. */
static gsize
find_mark_end (const Scanner *scan,
               gsize          at)
{
  static const char *const signs[] = {
    "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹", "①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧", "⑨", "⑩", NULL,
  };
  gsize digits = 0;

  if (is_power (scan, at))
    return at;
  if (has (scan, at, "["))
    {
      while (at + 1 + digits < scan->len && g_ascii_isdigit (scan->text[at + 1 + digits]))
        digits++;

      return digits > 0 && digits < 4 && has (scan, at + 1 + digits, "]") ? at + digits + 2 : at;
    }
  while (has_any (scan, at, signs))
    at = (gsize) (g_utf8_next_char (scan->text + at) - scan->text);

  return at;
}

/* 356[1]件: the mark of a note between a number and its measure word. */
static gsize
pass_note_mark (const Scanner *scan,
                gsize          at)
{
  gsize end = find_mark_end (scan, at);

  return end > at && dz_figure_rules_measure_at (scan->rules, scan->text, scan->len, end) != NULL ? end : at;
}

/* Reads the measure word and what follows it. */
static void
take_unit (const Scanner *scan,
           DzQuantity    *quantity)
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
  dz_number_take_qualifiers (scan->text, scan->len, at, &quantity->number, &at);
  quantity->span.end = at;
}

/* 各2场次, 分别开展3次, 各1期: each thing named before has as many. */
static void
take_each (const Scanner *scan,
           DzQuantity    *quantity)
{
  static const char *const words[] = { "各", "各开展", "各举办", "各组织", "各为", NULL };

  /* 各类, 各村, 各项: no verb, they name whom or what */
  static const char *const others[] = { "各类", "各种", "各项", "各村", "各社区", "各居", "各级", "各部门", "各单位", "各地", "各站",
                                        "各界", "各方", "各支部", "各党", "各科", "各办公", "各小组", "各专班", "各自", "各乡", "各镇",
                                        "各街", "各行", "各业", "各成员", "各位", "各相关", "各有关", "各职能", "各民族", "各族", "各学校",
                                        "各校", "各中小学", "各企业", "各网格", "各班", "各管", "各司", "各个", "各片", "各领域", "各环节",
                                        "各阶段", "各区", "各省", "各市", "各县", "各基层", "各窗口", "各中队", "各调", "各普法责任",
                                        "各执法", "各分管", "各局", "各所", "各委", "各岗", "各重点", "各大", "各主体", "各条", NULL };
  gsize from = quantity->span.start > 48 ? quantity->span.start - 48 : 0;

  for (guint i = 0; words[i] != NULL; i++)
    if (has_before (scan, quantity->span.start, words[i]))
      quantity->each = TRUE;
  /* 各讲授法治课2次: 各 and its verb earlier in the clause */
  for (gsize at = quantity->span.start; at > from && !quantity->each; at--)
    {
      if (((guchar) scan->text[at] & 0xc0) == 0x80)
        continue;
      if (scan->text[at] == '\n' || has (scan, at, "，") || has (scan, at, "、") || has (scan, at, "。") ||
          has (scan, at, "；") || (at < quantity->span.start && g_ascii_isdigit (scan->text[at])))
        break;
      if (has (scan, at, "各"))
        {
          quantity->each = !has_any (scan, at, others);
          break;
        }
    }
}

/* 双百 and 双100% say two rates are 100 %. */
static gboolean
read_double_hundred (const Scanner *scan,
                     gsize          at,
                     DzQuantity    *quantity)
{
  gsize end;

  if (!has (scan, at, "双百") || has (scan, at, "双百行动") || has (scan, at, "双百工程"))
    return FALSE;
  memset (quantity, 0, sizeof *quantity);
  end = at + strlen ("双百");
  quantity->number.value = 100;
  quantity->number.high = NAN;
  quantity->number.form = DZ_NUMBER_PERCENT;
  quantity->number.chinese = TRUE;
  quantity->number.core = quantity->number.span = quantity->span = (DzSpan) { at, end };
  quantity->listed = TRUE;

  return TRUE;
}

/* 3.103名干部 at the beginning of a paragraph: an outline number glued to a count, for nobody
 * counts thousandths of a person. */
static gboolean
is_glued_outline (const Scanner    *scan,
                  const DzQuantity *quantity)
{
  const DzNumber *number = &quantity->number;

  return number->core.start == scan->paragraph && !number->chinese &&
         number->value != floor (number->value) && quantity->measure > 1 &&
         scan->text[number->core.start + 1] == '.' && scan->text[number->core.end - 1] != '.' &&
         !g_str_has_suffix (quantity->unit, "元") && !g_str_has_prefix (quantity->unit, "平方") &&
         !g_str_has_suffix (quantity->unit, "亩") && strstr (quantity->unit, "时") == NULL &&
         g_strstr_len (scan->text + number->core.start, (gssize) core_digits (number), "万") == NULL;
}

static gboolean
read_quantity (Scanner    *scan,
               gsize       at,
               DzQuantity *quantity)
{
  memset (quantity, 0, sizeof *quantity);
  if (!dz_number_read (scan->text, scan->len, at, &quantity->number))
    return FALSE;
  take_unit (scan, quantity);
  if (is_glued_outline (scan, quantity))
    {
      memset (quantity, 0, sizeof *quantity);
      scan->glued = at + 2;
      if (!dz_number_read (scan->text, scan->len, at + 2, &quantity->number))
        return FALSE;
      take_unit (scan, quantity);
    }
  /* a Chinese numeral without a measure word is a syllable of some word */
  if (quantity->number.chinese && quantity->number.form == DZ_NUMBER_COUNT &&
      quantity->unit == NULL && !is_date (scan, &quantity->number))
    return FALSE;
  take_each (scan, quantity);
  judge_form (scan, quantity);

  return TRUE;
}

/* The set-aside patterns of phrases.xml that cover a number. */
static void
apply_names (DzFigureRules *rules,
             const GArray  *hits,
             GArray        *quantities)
{
  guint from = 0;

  for (guint i = 0; i < quantities->len; i++)
    {
      DzQuantity *quantity = &g_array_index (quantities, DzQuantity, i);

      if (quantity->set_aside != NULL)
        continue;
      while (from < hits->len &&
             g_array_index (hits, DzHit, from).span.start + 120 < quantity->number.core.start)
        from++;
      for (guint k = from; k < hits->len && quantity->set_aside == NULL; k++)
        {
          const DzHit *hit = &g_array_index (hits, DzHit, k);
          const DzPatternUse *use = &g_array_index (rules->uses, DzPatternUse, hit->pattern);

          if (hit->span.start > quantity->number.core.start)
            break;
          if (use->asides == NULL || hit->span.end < quantity->number.core.end)
            continue;
          for (guint a = 0; a < use->asides->len; a++)
            {
              const DzAside *aside = &g_array_index (rules->asides, DzAside,
                                                     g_array_index (use->asides, guint, a));

              if (aside->reach != DZ_REACH_NUMBER)
                continue;
              quantity->set_aside = aside->reason;
              quantity->ground = g_intern_string (aside->rule->text);
              quantity->ground_span = hit->span;
              quantity->listed = FALSE;
            }
        }
    }
}

/**
 * dz_quantities_find:
 * @text: folded text
 * @hits: (element-type DzHit): what the patterns of @rules found in @text, by start
 *
 * Returns: (transfer full) (element-type DzQuantity): all numbers, in order
 */
GArray *
dz_quantities_find (DzFigureRules *rules,
                    const char    *text,
                    gsize          len,
                    const GArray  *hits)
{
  GArray *quantities = g_array_new (FALSE, FALSE, sizeof (DzQuantity));
  Scanner scan = { .rules = rules, .text = text, .len = len };

  for (gsize at = 0; at < len;)
    {
      guchar lead = (guchar) text[at];
      DzQuantity quantity;

      if (lead == '\n' || lead == '"' || lead == 0xe2 || lead == 0xe3)
        pass_mark (&scan, at);
      if (lead == 0xe5 && scan.quote_end > at && read_double_hundred (&scan, at, &quantity))
        {
          g_array_append_val (quantities, quantity);
          at = quantity.span.end;
        }
      else if (dz_number_starts_at (text, at) && read_quantity (&scan, at, &quantity))
        {
          g_array_append_val (quantities, quantity);
          at = quantity.number.core.end;
        }
      else if (lead == 0xe5 && read_double_hundred (&scan, at, &quantity))
        {
          g_array_append_val (quantities, quantity);
          at = quantity.span.end;
        }
      else
        at += (gsize) g_utf8_skip[lead];
    }
  apply_names (rules, hits, quantities);

  return quantities;
}
