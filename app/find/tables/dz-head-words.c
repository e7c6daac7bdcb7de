/* dz-head-words.c - what the words above a column say: of what, in which unit, of which year
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-head-words.h"

#include "dz-sheet.h"

#include <string.h>

void
dz_head_words_free (DzHeadWords *self)
{
  if (self == NULL)
    return;

  g_free (self->shown);
  g_free (self->key);
  g_free (self->group);
  g_free (self->leaf);
  g_free (self->unit);
  g_free (self);
}

/**
 * dz_head_words_is_unit:
 *
 * Returns: whether the words are a unit and nothing else: 件, 万元, 人次
 */
gboolean
dz_head_words_is_unit (const char *words)
{
  static const char *const units[] = { "件", "起", "宗", "例", "次", "场", "场次", "期", "人", "名", "位", "人次", "份", "册",
                                       "本", "张", "条", "幅", "块", "个", "处", "项", "篇", "家", "户", "支", "台", "辆",
                                       "件次", "户次", "家次", "班次", "台次", "元", "%", "‰", "平方米", "平米", "㎡", "亩", "公顷",
                                       "平方公里", "平方千米", "课时", "学时", "小时", "村", "批", "批次", "份次", "套", "所", "座", "天", "分" };
  static const char *const scales[] = { "万", "千", "百", "亿", "百万", "千万" };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      if (g_str_equal (words, units[i]))
        return TRUE;
      for (guint k = 0; k < G_N_ELEMENTS (scales); k++)
        if (g_str_has_prefix (words, scales[k]) && g_str_equal (words + strlen (scales[k]), units[i]))
          return TRUE;
    }

  return FALSE;
}

/* Where the last bracket opens, if the words end with it; folded brackets are plain ones. */
static char *
find_bracket (char *words)
{
  gsize len = strlen (words);

  return len > 2 && words[len - 1] == ')' ? strrchr (words, '(') : NULL;
}

/* 罚没金额(万元), 罚没金额/万元, 单位:件: the unit leaves the words. */
static char *
take_unit (char *words)
{
  char *open = find_bracket (words);
  char *slash = strrchr (words, '/');
  char *unit;

  if (open != NULL)
    {
      const char *inside = open + 1;

      if (g_str_has_prefix (inside, "单位:"))
        inside += strlen ("单位:");
      unit = g_strndup (inside, strlen (inside) - 1);
      if (dz_head_words_is_unit (unit))
        {
          *open = '\0';
          return unit;
        }
      g_free (unit);
    }
  if (slash != NULL && dz_head_words_is_unit (slash + 1))
    {
      unit = g_strdup (slash + 1);
      *slash = '\0';
      return unit;
    }

  return NULL;
}

static int
read_chinese_year (const char *words)
{
  static const char *const digits[] = { "〇", "一", "二", "三", "四", "五", "六", "七", "八", "九" };
  const char *at = strstr (words, "二〇");
  int year = 0;

  if (at == NULL)
    at = strstr (words, "二○");
  for (guint i = 0; at != NULL && i < 4; i++)
    {
      int digit = g_str_has_prefix (at, "○") || g_str_has_prefix (at, "零") ? 0 : -1;

      for (int k = 0; k < 10 && digit < 0; k++)
        if (g_str_has_prefix (at, digits[k]))
          digit = k;
      if (digit < 0)
        return 0;
      year = year * 10 + digit;
      at = g_utf8_next_char (at);
    }

  return year >= 1990 && year <= 2100 ? year : 0;
}

static gboolean
holds_one (const char        *words,
           const char *const *list)
{
  for (; *list != NULL; list++)
    if (strstr (words, *list) != NULL)
      return TRUE;

  return FALSE;
}

/* "1-6月", "9月": the months it names are not the twelve. */
static gboolean
names_months (const char *words)
{
  const char *month = strstr (words, "月");
  const char *at;

  if (month == NULL)
    return FALSE;
  for (at = month; at > words && g_ascii_isdigit (at[-1]); at--)
    ;
  if (at == month)
    return FALSE;

  /* 1-12月, 12月底, 截至12月31日 end with the year */
  return !(g_str_has_prefix (at, "12月") &&
           (at > words && (at[-1] == '-' || g_str_has_suffix (words, "底") || strstr (words, "截") != NULL ||
                           strstr (words, "31日") != NULL || strstr (words, "至12月") != NULL || strstr (words, "~12月") != NULL)));
}

/**
 * dz_head_words_read_year:
 * @words: folded: of a title, a head, the name of a sheet
 * @time: (out): what part of time they say
 *
 * Returns: the year they name, 0 for none
 */
int
dz_head_words_read_year (const char *words,
                         DzHeadTime *time)
{
  static const char *const parts[] = { "上半年", "下半年", "季度", "本月", "当月", "上月", "月报", "半年报", "季报", NULL };
  static const char *const totals[] = { "历年", "近三年", "近五年", "近年来", "以来", "十四五", "十三五", NULL };
  static const char *const changes[] = { "同比", "环比", "增长", "增幅", "增减", "降幅", "下降", "变化", NULL };

  *time = holds_one (words, changes) ? DZ_HEAD_CHANGE
          : holds_one (words, totals) ? DZ_HEAD_TOTAL
          : holds_one (words, parts) || names_months (words) ? DZ_HEAD_PART : DZ_HEAD_YEAR;
  for (const char *at = words; *at != '\0'; at++)
    if ((at == words || !g_ascii_isdigit (at[-1])) && (g_str_has_prefix (at, "20") || g_str_has_prefix (at, "199")) &&
        g_ascii_isdigit (at[2]) && g_ascii_isdigit (at[3]) && !g_ascii_isdigit (at[4]))
      return (int) g_ascii_strtoll (at, NULL, 10);

  return read_chinese_year (words);
}

/* Words that change from year to year, or say nothing: out. */
static void
drop_time (GString *words)
{
  static const char *const idle[] = { "本年度", "当年度", "上年度", "本年", "当年", "今年", "上年同期", "去年同期", "上年", "去年", "同期", "全年",
                                      "累计", "年度", "其中:", "其中" };

  for (gsize i = 0; i + 3 < words->len; i++)
    if (g_ascii_isdigit (words->str[i]) && g_ascii_isdigit (words->str[i + 1]) && g_ascii_isdigit (words->str[i + 2]) &&
        g_ascii_isdigit (words->str[i + 3]) && (i == 0 || !g_ascii_isdigit (words->str[i - 1])))
      {
        gsize n = 4;

        if (g_ascii_isdigit (words->str[i + 4]))
          continue;
        if (g_str_has_prefix (words->str + i + n, "年度"))
          n += strlen ("年度");
        else if (g_str_has_prefix (words->str + i + n, "年"))
          n += strlen ("年");
        g_string_erase (words, (gssize) i, (gssize) n);
      }
  g_string_replace (words, "1-12月", "", 0);
  for (guint i = 0; i < G_N_ELEMENTS (idle); i++)
    g_string_replace (words, idle[i], "", 0);
}

/* 件数, 合计, 总量: of what, the level above says. */
static gboolean
is_generic (const char *leaf)
{
  static const char *const words[] = { "", "数量", "数", "件数", "案件数", "次数", "场次", "人数", "人次", "份数", "总数", "合计",
                                       "总计", "小计", "计", "金额", "总量", "办理数", "总件数", "个数", "场数", "期数", "条数", "项数",
                                       "数值", "案件", "案件总数", "总次数", "总人数", "合计数", "数据" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (leaf, words[i]))
      return TRUE;

  return dz_head_words_is_unit (leaf);
}

/* "2.1 行政处罚", "(三)行政许可": numbers of a list. */
static void
drop_ordinal (char *words)
{
  static const char *const marks[] = { "、", ".", ")" };
  const char *at = words;
  gboolean number = FALSE;

  if (*at == '(')
    at++;
  while (*at != '\0' && (g_ascii_isdigit (*at) || *at == '.' || g_str_has_prefix (at, "一") || g_str_has_prefix (at, "二") ||
                         g_str_has_prefix (at, "三") || g_str_has_prefix (at, "四") || g_str_has_prefix (at, "五")))
    {
      number = TRUE;
      at = g_utf8_next_char (at);
    }
  for (guint i = 0; number && i < G_N_ELEMENTS (marks); i++)
    if (g_str_has_prefix (at, marks[i]) || at[-1] == '.')
      {
        const char *rest = g_str_has_prefix (at, marks[i]) ? at + strlen (marks[i]) : at;

        memmove (words, rest, strlen (rest) + 1);
        return;
      }
}

/* Whether the unit above the table is meant for that column: money is no unit of cases. */
static gboolean
is_unit_of (const char *unit,
            const char *leaf)
{
  static const char *const money[] = { "金额", "经费", "投入", "资金", "款", "费用", NULL };

  if (unit == NULL || g_str_has_suffix (leaf, "率"))
    return FALSE;

  return (strstr (unit, "元") != NULL) == holds_one (leaf, money);
}

/* As the file writes it, on one line. */
static void
append_shown (GString    *shown,
              const char *words)
{
  g_string_append (shown, shown->len > 0 ? " / " : "");
  for (const char *at = words; *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_isspace (g_utf8_get_char (at)))
      g_string_append_unichar (shown, g_utf8_get_char (at));
}

/**
 * dz_head_words_new:
 * @levels: (element-type utf8): from the top
 * @unit: (nullable): of the whole table
 *
 * Returns: (transfer full): what they say
 */
DzHeadWords *
dz_head_words_new (GPtrArray  *levels,
                   const char *unit)
{
  DzHeadWords *self = g_new0 (DzHeadWords, 1);
  g_autoptr(GString) shown = g_string_new (NULL);
  g_autoptr(GString) group = g_string_new (NULL);
  g_autoptr(GString) leaf = g_string_new (NULL);
  g_autoptr(GString) all = g_string_new (NULL);
  static const char *const totals[] = { "计", "总", NULL };

  for (guint i = 0; i < levels->len; i++)
    {
      g_autofree char *words = dz_sheet_cell_key (levels->pdata[i]);
      g_autofree char *its_unit = NULL;

      append_shown (shown, levels->pdata[i]);
      g_string_append (all, words);
      its_unit = dz_head_words_is_unit (words) && i > 0 ? g_strdup (words) : take_unit (words);
      if (its_unit != NULL)
        {
          g_free (self->unit);
          self->unit = g_strdup (its_unit);
        }
      if (dz_head_words_is_unit (words) && i > 0)
        continue;
      self->group_counts = self->group_counts ||
                           (i + 1 < levels->len && (its_unit != NULL || g_str_has_suffix (words, "数") ||
                                                    g_str_has_suffix (words, "数量")));
      drop_ordinal (words);
      g_string_append (group, leaf->str);
      g_string_assign (leaf, words);
      drop_time (leaf);
    }
  self->year = dz_head_words_read_year (all->str, &self->time);
  self->years_back = strstr (all->str, "上年") != NULL || strstr (all->str, "去年") != NULL || strstr (all->str, "同期") != NULL;
  if (self->time == DZ_HEAD_CHANGE && self->unit == NULL)
    self->unit = g_strdup ("%");
  /* 2024年 alone under a head is no thing of its own */
  if (leaf->len == 0)
    {
      g_string_assign (leaf, group->str);
      g_string_truncate (group, 0);
    }
  if (self->unit == NULL)
    self->unit = g_strdup (is_unit_of (unit, leaf->str) ? unit : "");
  self->shown = g_strdup (shown->str);
  self->group = g_strdup (group->str);
  self->leaf = g_strdup (leaf->str);
  self->generic = is_generic (leaf->str);
  self->total = self->generic && holds_one (leaf->str, totals);
  self->part = levels->len > 0 && strstr (levels->pdata[levels->len - 1], "其中") != NULL;
  self->key = g_strdup_printf ("%s/%s(%s)", group->str, leaf->str, self->unit);

  return self;
}

/**
 * dz_head_words_join:
 *
 * Returns: (transfer full): all that is counted, in one word
 */
char *
dz_head_words_join (const DzHeadWords *self)
{
  gboolean told = *self->group == '\0' || strstr (self->leaf, self->group) != NULL;

  return g_strconcat (told ? "" : self->group, dz_head_words_is_unit (self->leaf) ? "" : self->leaf, NULL);
}
