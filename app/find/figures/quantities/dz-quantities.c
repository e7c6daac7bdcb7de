/* dz-quantities.c - every number with its bound and measure word; look-alikes told apart
 *
 * What can be told by form alone (years, months, ordinals, outline numbers,
 * digits inside quotation marks or 《》) is told here; what needs a list of words
 * (slogans, hotlines) stands in phrases.xml as set-aside rules.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-quantities-private.h"

#include <math.h>
#include <string.h>

#define QUOTE_REACH 90 /* bytes: 30 characters; a quotation mark left open does not hide a page */

static gsize
find_close (const DzScan *scan,
            gsize         at,
            const char   *close,
            gsize         reach)
{
  gsize n = strlen (close);

  for (gsize i = at; i + n <= scan->len && i < at + reach && scan->text[i] != '\n'; i++)
    if (scan->text[i] == close[0] && memcmp (scan->text + i, close, n) == 0)
      return i;

  return 0;
}

/* Keeps track of 《》 and quotation marks while the scanner passes them. */
static void
pass_mark (DzScan *scan,
           gsize   at)
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
  else if (dz_scan_has (scan, at, "“"))
    close = find_close (scan, at + 3, "”", QUOTE_REACH);
  else if (dz_scan_has (scan, at, "‘"))
    close = find_close (scan, at + 3, "’", QUOTE_REACH);
  else if (dz_scan_has (scan, at, "「"))
    close = find_close (scan, at + 3, "」", QUOTE_REACH);
  else if (dz_scan_has (scan, at, "《"))
    {
      close = find_close (scan, at + 3, "》", 3 * QUOTE_REACH);
      scan->in_title = close > 0;
    }
  else if (dz_scan_has (scan, at, "〔"))
    {
      close = find_close (scan, at + 3, "〕", QUOTE_REACH);
      scan->in_title = close > 0;
    }
  if (close > 0)
    scan->quote_end = close;
}

static gboolean
is_latin (const DzScan *scan,
          gsize         at)
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
is_date (const DzScan   *scan,
         const DzNumber *number)
{
  static const char *const after_year[] = { "年", "以来", "度", "—", "-", "至", NULL };
  static const char *const day_words[] = { "日", "号", "时", NULL };
  gsize end = number->core.end;

  if (number->form != DZ_NUMBER_COUNT)
    return FALSE;
  if (dz_scan_has (scan, end, "年") && !dz_scan_has (scan, end, "年级"))
    return TRUE;
  if (is_year (number) && core_digits (number) == 4 && dz_scan_has_any (scan, end, after_year))
    return TRUE;
  if (number->value > 19490000 && core_digits (number) >= 5 && dz_scan_has (scan, end, "年"))
    return TRUE;
  if (dz_scan_has (scan, end, "月") && number->value <= 20241231)
    return TRUE;
  if (dz_scan_has_any (scan, end, day_words) && !dz_scan_has (scan, end, "日常"))
    return TRUE;
  if (dz_scan_has (scan, end, "：") && !number->chinese && end + 3 < scan->len &&
      g_ascii_isdigit (scan->text[end + 3]) && dz_scan_has_before (scan, number->core.start, "日"))
    return TRUE;

  return dz_scan_has (scan, end, "周年");
}

static gboolean
is_ordinal (const DzScan   *scan,
            const DzNumber *number)
{
  return dz_scan_has_before (scan, number->core.start, "第") ||
         dz_scan_has_before (scan, number->core.start, "前") /* 前三名 */;
}

/* 周五集中学习, 星期一例会: a day of the week, but 每周一次. */
static gboolean
is_weekday (const DzScan   *scan,
            const DzNumber *number)
{
  static const char *const times[] = { "次", "回", "场", "期", "轮", "课", "节", "天", "小时", "个", NULL };

  if (!number->chinese || number->value > 6 || number->core.end - number->core.start != 3 ||
      !(dz_scan_has_before (scan, number->core.start, "周") || dz_scan_has_before (scan, number->core.start, "星期")))
    return FALSE;
  for (guint i = 0; times[i] != NULL; i++)
    if (dz_scan_has (scan, number->core.end, times[i]))
      return FALSE;

  return TRUE;
}

/* 1. 1、 （1） 2优化 at the beginning of a paragraph. */
static gboolean
is_outline (const DzScan     *scan,
            const DzNumber   *number,
            const DzQuantity *quantity)
{
  gsize start = number->core.start;
  gsize end = number->core.end;

  if (dz_scan_has_before (scan, start, "（") && dz_scan_has (scan, end, "）"))
    return TRUE;
  if (dz_scan_has_before (scan, start, "（"))
    start -= 3;
  if (start != scan->paragraph)
    return FALSE;
  if (quantity->unit != NULL && !dz_scan_has (scan, end, "是"))
    return FALSE;

  return number->form == DZ_NUMBER_COUNT && number->value < 100;
}

/* 6.26, 12·4, 4-15: a day by its numbers. Also outline numbers 1.2 and telephone numbers. */
static gboolean
is_chained (const DzScan   *scan,
            const DzNumber *number)
{
  gsize start = number->core.start;
  gsize end = number->core.end;

  if (number->chinese)
    return (dz_scan_has (scan, end, "·") || dz_scan_has_before (scan, start, "·")) &&
           number->form == DZ_NUMBER_COUNT;
  if (start > 0 && start == scan->glued)
    return FALSE;
  if (start >= 3 && (dz_scan_has_before (scan, start, "·") || dz_scan_has_before (scan, start, ".") ||
                     dz_scan_has_before (scan, start, "-")))
    return TRUE;
  if (number->form != DZ_NUMBER_COUNT)
    return FALSE;

  return (dz_scan_has (scan, end, "·") || dz_scan_has (scan, end, "-") || dz_scan_has (scan, end, ".")) &&
         end + 3 < scan->len &&
         (g_ascii_isdigit (scan->text[end + 1]) || g_ascii_isdigit (scan->text[end + 2]));
}

/* A1, 5G, 1+4+N, №: part of a name. */
static gboolean
is_in_name (const DzScan   *scan,
            const DzNumber *number)
{
  gsize start = number->core.start;
  gsize end = number->core.end;

  if (number->chinese)
    return FALSE;

  return (start > 0 && (is_latin (scan, start - 1) || scan->text[start - 1] == '+')) ||
         is_latin (scan, end) || dz_scan_has (scan, end, "+") || dz_scan_has (scan, end, "后") ||
         dz_scan_has (scan, end, "街道") || dz_scan_has (scan, end, "路");
}

/* 一村一顾问, 一人一档, 一件一件: a pace or a slogan, not a count. */
static gboolean
is_rhythm_pair (const DzScan     *scan,
                const DzQuantity *quantity)
{
  const DzNumber *number = &quantity->number;

  if (!number->chinese || number->value != 1 || core_digits (number) != 3)
    return FALSE;
  if (number->core.start >= 6 && dz_scan_has_before (scan, number->core.start - 3, "一"))
    return TRUE;

  return dz_scan_has (scan, quantity->span.end, "一") ||
         (quantity->span.end + 3 <= scan->len && dz_scan_has (scan, quantity->span.end + 3, "一") &&
          dz_scan_has (scan, quantity->span.end, "、"));
}

/* 厂房二次出租, 二次供水: for the second time; two times would be 两次. */
static gboolean
is_second_time (const DzScan     *scan,
                const DzQuantity *quantity)
{
  return quantity->number.chinese && quantity->number.value == 2 && core_digits (&quantity->number) == 3 &&
         dz_scan_has (scan, quantity->number.core.start, "二") && g_strcmp0 (quantity->unit, "次") == 0 &&
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
judge_form (const DzScan *scan,
            DzQuantity   *quantity)
{
  const DzNumber *number = &quantity->number;
  gboolean inside = scan->quote_end > number->core.start;

  quantity->listed = TRUE;
  if (scan->in_title && inside)
    set_aside (quantity, "name", FALSE);
  else if (is_ordinal (scan, number) || is_weekday (scan, number))
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

/* 各2场次, 分别开展3次, 各1期: each thing named before has as many. */
static void
take_each (const DzScan *scan,
           DzQuantity   *quantity)
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
    if (dz_scan_has_before (scan, quantity->span.start, words[i]))
      quantity->each = TRUE;
  /* 各讲授法治课2次: 各 and its verb earlier in the clause */
  for (gsize at = quantity->span.start; at > from && !quantity->each; at--)
    {
      if (((guchar) scan->text[at] & 0xc0) == 0x80)
        continue;
      if (scan->text[at] == '\n' || dz_scan_has (scan, at, "，") || dz_scan_has (scan, at, "、") || dz_scan_has (scan, at, "。") ||
          dz_scan_has (scan, at, "；") || (at < quantity->span.start && g_ascii_isdigit (scan->text[at])))
        break;
      if (dz_scan_has (scan, at, "各"))
        {
          quantity->each = !dz_scan_has_any (scan, at, others);
          break;
        }
    }
}

/* 双百 and 双100% say two rates are 100 %. */
static gboolean
read_double_hundred (const DzScan *scan,
                     gsize         at,
                     DzQuantity   *quantity)
{
  gsize end;

  if (!dz_scan_has (scan, at, "双百") || dz_scan_has (scan, at, "双百行动") || dz_scan_has (scan, at, "双百工程"))
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
is_glued_outline (const DzScan     *scan,
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
read_quantity (DzScan     *scan,
               gsize       at,
               DzQuantity *quantity)
{
  memset (quantity, 0, sizeof *quantity);
  if (!dz_number_read (scan->text, scan->len, at, &quantity->number))
    return FALSE;
  dz_quantity_take_unit (scan, quantity);
  if (is_glued_outline (scan, quantity))
    {
      memset (quantity, 0, sizeof *quantity);
      scan->glued = at + 2;
      if (!dz_number_read (scan->text, scan->len, at + 2, &quantity->number))
        return FALSE;
      dz_quantity_take_unit (scan, quantity);
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
  DzScan scan = { .rules = rules, .text = text, .len = len };

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
