/* dz-web-facts.c - what a line of metadata on a web page says: the day it went out, and from where
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-web-facts.h"

#include <string.h>

/**
 * dz_web_facts_parse_date:
 *
 * Returns: (transfer full) (nullable): the first date in @text as YYYY-MM-DD
 */
char *
dz_web_facts_parse_date (const char *text)
{
  static const char *const parted[] = { "-", "/", ".", "年", "月" };

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      int field[3] = { 0 };
      const char *q = p;
      guint i;

      if (!g_str_has_prefix (p, "20") && !g_str_has_prefix (p, "19"))
        continue;
      if (p > text && g_ascii_isdigit (p[-1]))
        continue;
      for (i = 0; i < 3; i++)
        {
          gsize digits = strspn (q, "0123456789");
          gsize step = 0;

          if (digits == 0 || digits > 4)
            break;
          field[i] = (int) g_ascii_strtoll (q, NULL, 10);
          q += digits;
          for (guint k = 0; i < 2 && k < G_N_ELEMENTS (parted); k++)
            if (g_str_has_prefix (q, parted[k]))
              step = strlen (parted[k]);
          if (i < 2 && step == 0)
            break;
          q += step;
        }
      if (i == 3 && g_date_valid_dmy ((GDateDay) field[2], (GDateMonth) field[1], (GDateYear) field[0]))
        return g_strdup_printf ("%04d-%02d-%02d", field[0], field[1], field[2]);
    }

  return NULL;
}

/* What follows a label, up to a blank: "来源：乡党政办　浏览" gives 乡党政办. */
static char *
find_value (const char        *text,
            const char *const *labels,
            gsize              n)
{
  for (gsize i = 0; i < n; i++)
    {
      const char *at = strstr (text, labels[i]);
      const char *end;

      if (at == NULL)
        continue;
      at += strlen (labels[i]);
      while (*at != '\0' && (g_unichar_isspace (g_utf8_get_char (at)) || g_utf8_get_char (at) == 0xff1a || *at == ':'))
        at = g_utf8_next_char (at);
      end = at;
      while (*end != '\0' && !g_unichar_isspace (g_utf8_get_char (end)) && *end != '|' && *end != '[')
        end = g_utf8_next_char (end);
      if (end > at && end - at < 120)
        return g_strndup (at, (gsize) (end - at));
    }

  return NULL;
}

/* The day the page says it went out. 成文日期 and the like are other days: "日期：" counts only where
 * nothing stands before it. */
static char *
find_published (const char *text)
{
  static const char *const labels[] = { "发布时间", "發佈時間", "發布時間", "发布日期", "發佈日期", "發布日期",
                                        "公开日期", "公开时间", "公布日期", "公布时间", "发表时间", "上传时间" };
  static const char *const short_labels[] = { "时间：", "日期：", "时间:", "日期:", "時間：" };
  char *date = NULL;

  for (guint i = 0; date == NULL && i < G_N_ELEMENTS (labels); i++)
    {
      const char *at = strstr (text, labels[i]);

      if (at != NULL)
        date = dz_web_facts_parse_date (at);
    }
  for (guint i = 0; date == NULL && i < G_N_ELEMENTS (short_labels); i++)
    for (const char *at = strstr (text, short_labels[i]); date == NULL && at != NULL;
         at = strstr (at + 1, short_labels[i]))
      if (at == text || !g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (at))))
        date = dz_web_facts_parse_date (at);

  return date;
}

/**
 * dz_web_facts_take:
 * @text: a line of metadata
 *
 * Gives @source the date and the source @text states, where it has none yet.
 */
void
dz_web_facts_take (const char *text,
                   DzSource   *source)
{
  static const char *const origins[] = { "信息来源", "信息來源", "文章来源", "来源：", "来源:", "來源：", "稿源", "发布机构", "发布单位" };

  if (source->published == NULL)
    source->published = find_published (text);
  if (source->issuer == NULL)
    source->issuer = find_value (text, origins, G_N_ELEMENTS (origins));
}
