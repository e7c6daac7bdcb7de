/* dz-figure-words.c - the words between a noun and its number
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-figure-words.h"

#include <string.h>

guint
dz_figure_words_count (const char *text,
                       DzSpan      span)
{
  guint n = 0;

  for (gsize i = span.start; i < span.end; i++)
    n += ((guchar) text[i] & 0xc0) != 0x80;

  return n;
}

gboolean
dz_figure_words_start (const char *text,
                       DzSpan      span,
                       const char *word)
{
  gsize n = strlen (word);

  return span.start + n <= span.end && memcmp (text + span.start, word, n) == 0;
}

/* Whether a window holds nothing but lead-ins: 全年共, 累计, 达, 开展 ... */
gboolean
dz_figure_words_are_bare (const DzFigureScene *scene,
                          DzSpan               window)
{
  static const char *const leads[] = { "全年", "年内", "今年", "累计", "共计", "总计", "合计", "先后",
                                       "目前", "现有", "共有", "现", "共", "已", "达到", "达", "为",
                                       "有",   "等",   "均",   "约",   "近",   "总数", "、",   "了",
                                       "截至", "其中", "（",   "均达", "也", "计", "实现", "开展",
                                       "举办", "组织", "完成", "办理", "及", "和", "以及", "又", "”",
                                       "同比", "较上年", "比上年", "较去年", "比去年", "下降", "上升",
                                       "增长", "减少", "增加", "提高", "提升", "降低", "到", "至",
                                       "增至", "降", "升", "按时", "按期", "在册", "登记", "培育", "培养", "分别", "分别为", "分别达", "比", "较", "去年", "同期", "降幅",
                                       "增幅", "幅度", "办", "开", "一年", "了", "涉及" };

  while (window.start < window.end)
    {
      gboolean known = FALSE;

      for (guint i = 0; i < G_N_ELEMENTS (leads) && !known; i++)
        if (dz_figure_words_start (scene->text, window, leads[i]))
          {
            window.start += strlen (leads[i]);
            known = TRUE;
          }
      if (!known)
        return FALSE;
    }

  return TRUE;
}

/* Whether a list goes on to its next item between a quantity and the rest of a cue. */
gboolean
dz_figure_words_cross_item (const DzFigureScene *scene,
                            DzSpan               span)
{
  static const char *const marks[] = { "、", "（", "和", "其中" };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_strstr_len (scene->text + span.start, (gssize) (span.end - span.start), marks[i]) != NULL)
      return TRUE;

  return FALSE;
}

/* 12人（持证10人）, 3件、文件1件: words behind a bracket or a list mark belong to the next item. */
gboolean
dz_figure_words_open_item (const DzFigureScene *scene,
                           DzSpan               between)
{
  return dz_figure_words_start (scene->text, between, "（") || dz_figure_words_start (scene->text, between, "、") ||
         dz_figure_words_start (scene->text, between, "和");
}

/* Whether a cue is only part of the name of a law: 《行政复议法》. */
gboolean
dz_figure_words_in_title (const DzFigureScene *scene,
                          DzSpan               hit)
{
  gsize floor = hit.start > 90 ? hit.start - 90 : 0;

  for (gsize at = hit.start; at > floor + 3; at--)
    {
      if (scene->text[at] == '\n' || memcmp (scene->text + at - 3, "》", 3) == 0)
        return FALSE;
      if (memcmp (scene->text + at - 3, "《", 3) == 0)
        return g_strstr_len (scene->text + hit.start, (gssize) (hit.end - hit.start), "》") == NULL;
    }

  return FALSE;
}
