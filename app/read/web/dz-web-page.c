/* dz-web-page.c - which lines of a web page are the report, and which are the page's furniture
 *
 * Government sites differ in markup but not in words: a path of links, the title,
 * a row with date, source and clicks (often twice), tools, the text, neighbours,
 * the footer. Lines are judged by these words; a line that reads as a sentence is
 * kept wherever it stands, so that nothing of a report is lost to a rule.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-web-page.h"

#include <string.h>

typedef enum
{
  LINE_TEXT,     /* a sentence, a heading, a row: kept */
  LINE_SHORT,    /* says nothing about itself */
  LINE_METADATA, /* date, source, clicks */
  LINE_FURNITURE,
  LINE_END       /* begins what follows the report */
} LineKind;

typedef struct
{
  DzSpan span;
  LineKind kind;
  guint part;
  gboolean drop;
} Line;

static const char *const path_starts[] = {
  "当前位置", "當前位置", "您的位置", "您現在的位置", "您现在的位置", "您当前的位置", "您所在的位置", "所在位置", "现在位置", "目前位置", "首页 ", "首页>", "首頁>", "首頁 ",
};

static const char *const end_starts[] = {
  "上一篇", "下一篇", "上一条", "下一条", "相关链接", "相关文章", "相关新闻", "相关信息", "相关阅读", "相关稿件", "相關連結", "相關新聞",
  "推荐阅读", "热门推荐", "最新信息", "友情链接", "政府网站", "扫一扫", "掃一掃", "扫描二维码", "分享到", "打印本页", "【打印", "[打印", "【关闭", "[关闭",
  "关闭窗口", "關閉視窗", "【我要打印", "【字体", "责任编辑", "網站地圖", "网站地图", "网站声明", "关于我们", "联系我们",
};

static const char *const footer_words[] = {
  "版权所有", "版權所有", "ICP备", "ICP備", "icp备", "公网安备", "公網安備", "网站标识码", "網站標識碼", "Copyright", "copyright", "All Rights Reserved",
  "技术支持：", "技术支持:", "建议使用", "浏览器", "您是第", "访问量：", "网站无障碍", "政府网站找错", "网站支持IPv6",
};

static const char *const metadata_words[] = {
  "发布时间", "發佈時間", "發布時間", "发布日期", "发文日期", "成文日期", "公开日期", "信息来源", "信息來源", "来源：", "来源:", "來源：", "稿源", "发布机构", "发文机构", "发布单位", "发布人",
  "浏览次数", "瀏覽次數", "浏览量", "点击数", "点击量", "點擊", "阅读次数", "访问次数", "阅读量", "字体", "字號", "字号", "索引号", "索 引 号", "主题分类", "信息分类", "发文字号", "公开方式", "公开范围", "有效性",
  "组配分类", "文章来源", "作者：", "时间：", "保护视力色", "文号：", "废止日期",
};

static const char *const tool_words[] = {
  "打印", "列印", "关闭", "關閉", "分享", "收藏", "字体", "大", "中", "小", "返回顶部", "返回", "顶部", "首页", "首頁", "登录", "注册", "搜索", "繁体", "简体", "繁體", "無障礙", "无障碍", "长者模式", "关怀版", "适老化",
  "微信", "微博", "QQ空间", "本页", "窗口", "下载", "保存", "复制", "链接", "纠错", "English", "手机版", "移动版", "语音", "播报", "更多", "朗读", "收听", "设为", "加入", "我要", "到", "【", "】", "[", "]", "：", ":", "|", "/", "-", "+", "T", "A", "×", ">", ">>", "»", "·",
  "\302\240", " ", "\343\200\200", "，", "、",
};

static gboolean
starts_with_any (const char        *text,
                 const char *const *words,
                 gsize              n)
{
  for (gsize i = 0; i < n; i++)
    if (*text == *words[i] && g_str_has_prefix (text, words[i]))
      return TRUE;

  return FALSE;
}

static guint
count_words (const char        *text,
             const char *const *words,
             gsize              n)
{
  guint found = 0;

  for (gsize i = 0; i < n; i++)
    found += strstr (text, words[i]) != NULL;

  return found;
}

/* Nothing but words of tools. */
static gboolean
is_tools (const char *text)
{
  guint n = 0;

  while (*text != '\0')
    {
      gsize best = 0;

      for (gsize i = 0; i < G_N_ELEMENTS (tool_words); i++)
        if (*text == *tool_words[i] && g_str_has_prefix (text, tool_words[i]))
          best = MAX (best, strlen (tool_words[i]));
      if (best == 0)
        return FALSE;
      text += best;
      n++;
    }

  return n > 0;
}

/* A path of links: 首页 > 政务公开 > 法治政府. */
static gboolean
is_path (const char *text,
         glong       n_characters)
{
  guint arrows = 0;

  if (starts_with_any (text, path_starts, G_N_ELEMENTS (path_starts)))
    return TRUE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      arrows += c == '>' || c == 0xbb || c == 0x203a || c == 0x3009;
    }

  return n_characters < 120 && arrows >= 1 && (strstr (text, "首页") != NULL || strstr (text, "首頁") != NULL);
}

static gboolean
is_sentence (const char *text,
             glong       n_characters)
{
  return n_characters >= 18 &&
         (strstr (text, "。") != NULL || strstr (text, "，") != NULL || strstr (text, "；") != NULL);
}

static LineKind
judge (const char  *text,
       const DzPart *part)
{
  glong n = g_utf8_strlen (text, -1);
  guint n_metadata;

  if (n < 200 && count_words (text, footer_words, G_N_ELEMENTS (footer_words)) > 0)
    return LINE_END;
  if (n < 60 && starts_with_any (text, end_starts, G_N_ELEMENTS (end_starts)) && !is_sentence (text, n))
    return LINE_END;
  if (n < 200 && is_path (text, n))
    return LINE_FURNITURE;
  n_metadata = n < 200 ? count_words (text, metadata_words, G_N_ELEMENTS (metadata_words)) : 0;
  if (n_metadata >= 2 || (n_metadata == 1 && n < 40 && strstr (text, "。") == NULL))
    return LINE_METADATA;
  if (n < 40 && is_tools (text))
    return LINE_FURNITURE;
  if (part->kind != DZ_PART_PARAGRAPH || is_sentence (text, n))
    return LINE_TEXT;

  return LINE_SHORT;
}

/**
 * dz_web_page_is_furniture_name:
 * @name: a class or id
 *
 * Returns: whether the name says that the block is not the article
 */
gboolean
dz_web_page_is_furniture_name (const char *name)
{
  static const char *const words[] = {
    "nav", "header", "footer", "foot", "breadcrumb", "crumb", "position", "location", "share", "print", "tools",
    "toolbar", "copyright", "sidebar", "aside", "related", "menu", "banner", "search", "login", "logo", "weizhi", "dqwz",
    "crumbs", "bread", "bdsharebuttonbox", "top", "bottom", "hotnews", "pagination", "qrcode", "ewm", "daohang",
  };
  g_auto(GStrv) parts = g_strsplit_set (name, " -_", 32);

  for (guint i = 0; parts[i] != NULL; i++)
    for (guint k = 0; k < G_N_ELEMENTS (words); k++)
      if (g_ascii_strcasecmp (parts[i], words[k]) == 0)
        return TRUE;

  return FALSE;
}

/**
 * dz_web_page_parse_date:
 *
 * Returns: (transfer full) (nullable): the first date in @text as YYYY-MM-DD
 */
char *
dz_web_page_parse_date (const char *text)
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
        date = dz_web_page_parse_date (at);
    }
  for (guint i = 0; date == NULL && i < G_N_ELEMENTS (short_labels); i++)
    for (const char *at = strstr (text, short_labels[i]); date == NULL && at != NULL;
         at = strstr (at + 1, short_labels[i]))
      if (at == text || !g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (at))))
        date = dz_web_page_parse_date (at);

  return date;
}

static void
take_metadata (const char *text,
               DzSource   *source)
{
  static const char *const origins[] = { "信息来源", "信息來源", "文章来源", "来源：", "来源:", "來源：", "稿源", "发布机构", "发布单位" };

  if (source->published == NULL)
    source->published = find_published (text);
  if (source->issuer == NULL)
    source->issuer = find_value (text, origins, G_N_ELEMENTS (origins));
}

static char *
normalize (const char *text,
           gsize       len)
{
  GString *out = g_string_new (NULL);
  const char *end = text + len;

  for (; text < end; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      g_string_append_unichar (out, g_utf8_get_char (text));

  return g_string_free (out, FALSE);
}

static GArray *
split_lines (DzText *page)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));
  gsize len;
  const char *text = dz_text_peek (page, &len);

  for (gsize at = 0; at < len;)
    {
      DzSpan span = dz_text_get_line (page, at);
      g_autofree char *string = g_strstrip (dz_text_dup_span (page, span));
      DzPlace place = { 0, 0 };
      Line line = { span };

      dz_text_locate (page, at, &place);
      line.part = place.part;
      line.kind = judge (string, dz_text_get_part (page, place.part));
      g_array_append_val (lines, line);
      at = span.end + (text[span.end] == '\n');
    }

  return lines;
}

/* Where the report's title stands, among the first lines before its text begins. */
static int
find_title (DzText     *page,
            GArray     *lines,
            const char *title)
{
  g_autofree char *wanted = title != NULL ? normalize (title, strlen (title)) : NULL;
  int best = -1;

  for (guint i = 0; i < lines->len && wanted != NULL && i < 200; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);
      g_autofree char *text = normalize (dz_text_peek (page, NULL) + line->span.start,
                                         line->span.end - line->span.start);

      if (g_str_equal (text, wanted))
        best = (int) i;
      else if (line->kind == LINE_TEXT && dz_text_get_part (page, line->part)->kind == DZ_PART_PARAGRAPH)
        break;
    }

  return best;
}

/* Before the title: everything that is neither sentence nor row. Of doubled titles the last stays,
 * of doubled metadata the last, which stands under the title. */
static void
drop_before_title (DzText *page,
                   GArray *lines,
                   int     title)
{
  for (int i = 0; i < title; i++)
    {
      Line *line = &g_array_index (lines, Line, i);

      line->drop = line->kind != LINE_TEXT ||
                   dz_text_get_part (page, line->part)->kind == DZ_PART_HEADING;
    }
}

static void
drop_doubled_metadata (DzText   *page,
                       GArray   *lines,
                       DzSource *source)
{
  gboolean seen = FALSE;
  gboolean body = FALSE;

  for (guint i = 0; i < lines->len; i++)
    {
      Line *line = &g_array_index (lines, Line, i);
      g_autofree char *text = dz_text_dup_span (page, line->span);

      if (line->kind == LINE_TEXT && dz_text_get_part (page, line->part)->kind == DZ_PART_PARAGRAPH)
        body = TRUE;
      if (line->kind != LINE_METADATA || body)
        continue;
      take_metadata (text, source);
      if (line->drop)
        continue;
      line->drop = seen;
      seen = TRUE;
    }
}

static void
drop_after_end (GArray *lines)
{
  gboolean ended = FALSE;
  gboolean body = FALSE;

  for (guint i = 0; i < lines->len; i++)
    {
      Line *line = &g_array_index (lines, Line, i);

      body = body || line->kind == LINE_TEXT;
      if (line->kind == LINE_END && body)
        ended = TRUE;
      if (line->kind == LINE_END || line->kind == LINE_FURNITURE || (ended && line->kind != LINE_TEXT))
        line->drop = TRUE;
    }
}

/**
 * dz_web_page_clean:
 * @page: all lines of the page
 * @title: (nullable): the title the page states
 * @source: gets date and source if they are found in the lines
 * @n_furniture: (inout): lines left out are added
 *
 * Returns: (transfer full): the report
 */
DzText *
dz_web_page_clean (DzText     *page,
                   const char *title,
                   DzSource   *source,
                   guint      *n_furniture)
{
  g_autoptr(GArray) lines = split_lines (page);
  DzText *text = dz_text_new ();

  drop_before_title (page, lines, find_title (page, lines, title));
  drop_doubled_metadata (page, lines, source);
  drop_after_end (lines);
  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);

      if (line->drop)
        *n_furniture += 1;
      else
        dz_text_append_paragraph (text, dz_text_get_part (page, line->part),
                                  dz_text_peek (page, NULL) + line->span.start,
                                  (gssize) (line->span.end - line->span.start));
    }

  return text;
}
