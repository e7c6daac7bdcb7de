/* dz-furniture.c - lines a web page or a file cover puts around a report
 *
 * A label with a colon (索 引 号：), several labels in a row, a trail of links
 * or a bar of menu words: told by their form, blanks between the characters of
 * a label left out of account.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-furniture.h"

#include "dz-char.h"

#include <string.h>

#define LONGEST_LINE 400 /* bytes: what is longer is text */
#define LONGEST_MENU_WORD 8
#define FEWEST_MENU_WORDS 4

/* Labels that say nothing else: a blank behind them is as good as a colon. */
static const char *const sure_labels[] = {
  "索引号", "信息索引号", "主题分类", "组配分类", "体裁分类", "信息分类", "信息类别", "服务对象分类", "发布机构", "发布单位",
  "发布机关", "公开机构", "公开单位", "发文机关", "发文单位", "发文字号", "发布日期", "发布时间", "发文日期", "发文时间",
  "成文日期", "成文时间", "生成日期", "生成时间", "公开日期", "公开时间", "更新时间", "更新日期", "发表日期", "发表时间",
  "信息提供日期", "上传时间", "上传日期", "录入时间", "公布日期", "印发日期", "公开方式", "公开范围", "公开形式", "公开时限",
  "公开属性", "公开类别", "公开类型", "文件编号", "效力状态", "有效性", "信息来源", "文章来源", "稿件来源", "数据来源", "责任编辑",
  "浏览次数", "浏览量", "阅读次数", "阅读量", "点击次数", "点击数", "点击率", "访问次数", "访问量", "字体大小", "视力保护色", "内容概述",
  "责任部门", "责任科室", "关键词", "主题词", "信息名称", "文件名称", "有效期", "废止日期", "生效日期", "失效日期", "信息员", "背景色", NULL
};

/* Labels only where a colon says so. */
static const char *const labels[] = {
  "来源", "作者", "时间", "日期", "分类", "文号", "标题", "名称", "编辑", "浏览", "阅读", "点击", "字体", "字号", "供稿", "审核", "录入",
  "语种", "编号", "状态", "打印", "分享", "分享到", "页码", "撰稿", "责编", "摄影", "主办", "主办单位", "承办", "承办单位", "技术支持",
  "当前位置", "您的位置", "您现在的位置", "您当前的位置", "当前所在位置", "所在位置", "上一篇", "下一篇", "上一条", "下一条", "上篇", "下篇", NULL
};

/* A line that is one of these and nothing more. */
static const char *const alone[] = {
  "首页", "网站首页", "打印", "打印本页", "关闭", "关闭窗口", "关闭本页", "返回顶部", "返回首页", "返回", "分享", "收藏", "搜索", "无障碍浏览",
  "无障碍", "长者版", "适老化", "网站地图", "联系我们", "登录", "注册", "扫一扫", "Document", "搜索位置", "匹配度", "排序", "大", "中", "小",
  "正文", "详情", "信息公开", "政务公开", "政府信息公开", "打印关闭", "下载", "附件下载", "语音播报", "繁体", "简体", "English", NULL
};

/* What opens a list of other pages. */
static const char *const related[] = {
  "相关稿件", "相关文章", "相关阅读", "相关链接", "相关新闻", "相关信息", "相关内容", "相关文档", "相关推荐", "推荐阅读", "延伸阅读", "热门推荐",
  "热点推荐", "最新信息", "最新文章", "更多信息", "猜你喜欢", "友情链接", "上一篇", "下一篇", "上一条", "下一条", NULL
};

static gboolean
is_blank (gunichar c)
{
  return c == ' ' || c == '\t' || c == '\r' || c == 0x3000 || c == 0xa0 || c == 0x200b || c == 0xfeff ||
         (c >= 0x2000 && c <= 0x200a);
}

static const char *
skip_blanks (const char *at,
             const char *end)
{
  while (at < end && is_blank (dz_char_at (at)))
    at = g_utf8_next_char (at);

  return at;
}

/* 【, [, •, | and their like before a label. */
static const char *
skip_frame (const char *at,
            const char *end)
{
  while (at < end && (is_blank (dz_char_at (at)) ||
                      dz_char_is_any (dz_char_at (at), "-*•·・|[【〔(（「<《")))
    at = g_utf8_next_char (at);

  return at;
}

/* The byte after @word at @at, blanks inside it aside; NULL if another word stands there. */
static const char *
match (const char *at,
       const char *end,
       const char *word)
{
  /* most words are told apart by their first character */
  if (at >= end || *at != *word || (end - at > 2 && word[1] != '\0' && memcmp (at, word, 3) != 0))
    return NULL;
  for (const char *w = word; *w != '\0'; w = g_utf8_next_char (w))
    {
      if (w > word)
        at = skip_blanks (at, end);
      if (at >= end || dz_char_at (at) != dz_char_at (w))
        return NULL;
      at = g_utf8_next_char (at);
    }

  return at;
}

static gboolean
is_colon (const char *at,
          const char *end)
{
  at = skip_blanks (at, end);
  while (at < end && dz_char_is_any (dz_char_at (at), "]】〕)）」|"))
    at = skip_blanks (g_utf8_next_char (at), end);

  return at < end && (*at == ':' || dz_char_at (at) == 0xff1a);
}

/* Whether a label may begin with @c: nearly all lines begin with another character than any of them. */
static gboolean
may_begin_label (gunichar c)
{
  static gsize ready = 0;
  static guint8 firsts[1024];
  static const char *const *const lists[] = { sure_labels, labels };

  if (g_once_init_enter (&ready))
    {
      for (guint l = 0; l < G_N_ELEMENTS (lists); l++)
        for (guint i = 0; lists[l][i] != NULL; i++)
          firsts[dz_char_at (lists[l][i]) % G_N_ELEMENTS (firsts)] = TRUE;
      g_once_init_leave (&ready, 1);
    }

  return firsts[c % G_N_ELEMENTS (firsts)];
}

/* The longest label at @at that is one there: behind it a colon, or for a sure one a blank, a bar or the end. */
static const char *
match_label (const char *at,
             const char *end)
{
  const char *best = NULL;

  if (at >= end || !may_begin_label (dz_char_at (at)))
    return NULL;
  for (guint i = 0; sure_labels[i] != NULL; i++)
    {
      const char *after = match (at, end, sure_labels[i]);

      if (after != NULL && (best == NULL || after > best) &&
          (after >= end || is_blank (dz_char_at (after)) || is_colon (after, end) ||
           dz_char_is_any (dz_char_at (after), "|]】")))
        best = after;
    }
  for (guint i = 0; labels[i] != NULL; i++)
    {
      const char *after = match (at, end, labels[i]);

      if (after != NULL && (best == NULL || after > best) && is_colon (after, end))
        best = after;
    }

  return best;
}

static gboolean
ends_in_sentence (const char *line,
                  const char *end)
{
  while (end > line && is_blank (dz_char_at (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);

  return end - line >= 3 && (memcmp (end - 3, "。", 3) == 0 || memcmp (end - 3, "；", 3) == 0);
}

/* 首页 走进望川 新闻中心 政务公开: short words in a row, none of them a sentence. */
static gboolean
is_menu (const char *at,
         const char *end)
{
  guint words = 0;
  guint length = 0;
  guint single = 0;

  for (; at < end; at = g_utf8_next_char (at))
    {
      gunichar c = dz_char_at (at);

      if (is_blank (c) || c == '|')
        {
          words += length > 0;
          single += length == 1;
          length = 0;
          continue;
        }
      if (g_unichar_isdigit (c) || g_unichar_ispunct (c) || ++length > LONGEST_MENU_WORD)
        return FALSE;
    }
  words += length > 0;
  single += length == 1;

  return words >= FEWEST_MENU_WORDS && single * 2 < words;
}

/* 首页 > 政务公开 > 年度报告. */
static gboolean
is_trail (const char *at,
          const char *end)
{
  guint arrows = 0;

  for (const char *p = at; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = dz_char_at (p);

      arrows += c == '>' || c == 0xff1e || c == 0x203a || c == 0xbb || c == 0x2192;
    }

  return arrows >= 1;
}

/* Labels further on in the line, each behind a blank or a bar. */
static guint
count_labels (const char *at,
              const char *end)
{
  guint n = 0;
  gboolean begins = TRUE;

  while (at < end)
    {
      gunichar c = dz_char_at (at);
      const char *after = begins ? match_label (at, end) : NULL;

      if (after != NULL)
        {
          n++;
          at = after;
          begins = FALSE;
          continue;
        }
      begins = is_blank (c) || dz_char_is_any (c, "|[【（(");
      at = g_utf8_next_char (at);
    }

  return n;
}

/* The byte after one of the words that stand alone, the longest, and its brackets; NULL if none is there. */
static const char *
match_alone (const char *at,
             const char *end)
{
  const char *best = NULL;

  for (guint i = 0; alone[i] != NULL; i++)
    {
      const char *after = match (at, end, alone[i]);

      if (after != NULL && (best == NULL || after > best))
        best = after;
    }
  while (best != NULL && best < end && dz_char_is_any (dz_char_at (best), "]】）)"))
    best = g_utf8_next_char (best);

  return best;
}

/* 打印, 【打印】【关闭】. */
static gboolean
is_alone (const char *at,
          const char *end)
{
  while (at != NULL && at < end)
    {
      at = match_alone (at, end);
      if (at != NULL)
        at = skip_frame (at, end);
    }

  return at != NULL;
}

/**
 * dz_furniture_is_document_number:
 * @at: a line, without its end
 *
 * Returns: whether the line is the number of a document: 青政发〔2025〕3号
 */
gboolean
dz_furniture_is_document_number (const char *at,
                                 gsize       len)
{
  static const char *const opens[] = { "〔", "[", "［", "【", NULL };
  const char *last = at + len;
  gboolean open = FALSE;

  while (last > at && is_blank (dz_char_at (g_utf8_prev_char (last))))
    last = g_utf8_prev_char (last);
  if (last - at > 80 || last - at < 6 || (memcmp (last - 3, "号", 3) != 0 && memcmp (last - 3, "號", 3) != 0))
    return FALSE;
  for (guint i = 0; opens[i] != NULL; i++)
    open |= g_strstr_len (at, last - at, opens[i]) != NULL;

  return open && g_strstr_len (at, last - at, "，") == NULL;
}

/* 一、主要工作……3: a line of the table of contents. */
static gboolean
is_of_contents (const char *at,
                const char *end)
{
  guint dots = 0;
  const char *p = end;

  while (p > at && is_blank (dz_char_at (g_utf8_prev_char (p))))
    p = g_utf8_prev_char (p);
  if (p == at || !g_ascii_isdigit (p[-1]))
    return FALSE;
  while (p > at && (g_ascii_isdigit (p[-1]) || is_blank (dz_char_at (g_utf8_prev_char (p)))))
    p = g_utf8_prev_char (p);
  for (; p > at && dz_char_is_any (dz_char_at (g_utf8_prev_char (p)), "….·・"); p = g_utf8_prev_char (p))
    dots += dz_char_at (g_utf8_prev_char (p)) == 0x2026 ? 3 : 1;

  return dots >= 3;
}

/**
 * dz_furniture_is_line:
 * @line: as written, without its end of line
 *
 * Returns: whether the line is no text of a report: labels of a page, a trail of links, a menu
 */
gboolean
dz_furniture_is_line (const char *line,
                      gsize       len)
{
  const char *end = line + len;
  const char *at;

  g_return_val_if_fail (line != NULL, FALSE);

  if (len > LONGEST_LINE || ends_in_sentence (line, end))
    return FALSE;
  at = skip_frame (line, end);
  if (at >= end)
    return FALSE;
  if (match_label (at, end) != NULL || is_alone (at, end) || dz_furniture_is_document_number (at, (gsize) (end - at)) ||
      is_of_contents (at, end))
    return TRUE;

  return count_labels (at, end) >= 2 || is_trail (at, end) || is_menu (at, end);
}

/**
 * dz_furniture_is_related:
 *
 * Returns: whether the line opens a list of other pages: nothing behind it belongs to the report
 */
gboolean
dz_furniture_is_related (const char *line,
                         gsize       len)
{
  const char *end = line + len;
  const char *at;

  g_return_val_if_fail (line != NULL, FALSE);

  at = skip_frame (line, end);
  for (guint i = 0; related[i] != NULL; i++)
    {
      const char *after = match (at, end, related[i]);

      if (after == NULL)
        continue;
      while (after < end && (is_blank (dz_char_at (after)) ||
                             dz_char_is_any (dz_char_at (after), "]】:：>）)")))
        after = g_utf8_next_char (after);
      if (after >= end || is_colon (match (at, end, related[i]), end))
        return TRUE;
    }

  return FALSE;
}
