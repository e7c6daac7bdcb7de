/* dz-web-page.c - which lines of a web page are the report, and which are the page's furniture
 *
 * Government sites differ in markup but not in order: a path of links, the title,
 * a row with date, source and clicks (often twice), tools, the text, neighbours,
 * the footer. What a line is, is decided by where it stands and by how much of it
 * is links; words only tell the kinds of furniture apart. Between the first and
 * the last sentence of the report nothing is dropped but links that are tools.
 *
 * Links come between two private characters, which the page never keeps.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-web-page.h"

#include "dz-web-facts.h"
#include "dz-web-words.h"

#include <string.h>

/* A column's name (年度报告) may begin a window's title as well. */
#define SHORTEST_TITLE 8

typedef enum
{
  LINE_TEXT,     /* a sentence, a heading, a row */
  LINE_SHORT,    /* says nothing about itself */
  LINE_METADATA, /* date, source, clicks */
  LINE_PATH,     /* where the page stands on the site */
  LINE_TOOLS,    /* print, close, share */
  LINE_LINKS,    /* nothing but links */
  LINE_END       /* begins what follows the report */
} LineKind;

typedef struct
{
  char *text;    /* without the marks of links */
  guint n;       /* characters, likewise below */
  guint n_linked;
  guint n_links;
  LineKind kind;
  guint part;
  gboolean drop;
  gboolean cut; /* a tool at its end was left out */
} Line;

static void
clear_line (gpointer data)
{
  g_free (((Line *) data)->text);
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
  g_auto(GStrv) parts = g_strsplit_set (name, " -_", 32);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *lower = g_ascii_strdown (parts[i], -1);

      if (dz_web_words_has (DZ_WEB_NAMES, lower))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_path (const Line *line)
{
  guint arrows = 0;

  if (line->n >= 200)
    return FALSE;
  if (dz_web_words_begin (DZ_WEB_PATH, line->text))
    return TRUE;
  for (const char *p = line->text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      arrows += c == '>' || c == 0xbb || c == 0x203a || c == 0x3009;
    }

  return arrows >= 1 && line->n_links >= 1 && line->n_linked * 10 >= line->n * 4;
}

static gboolean
ends_with_stop (const char *text)
{
  return g_str_has_suffix (text, "。") || g_str_has_suffix (text, "；") || g_str_has_suffix (text, "：");
}

static gboolean
is_sentence (const Line *line)
{
  if (ends_with_stop (line->text) && line->n >= 6)
    return TRUE;

  return line->n >= 18 && (strstr (line->text, "。") != NULL || strstr (line->text, "，") != NULL ||
                           strstr (line->text, "；") != NULL);
}

/* "一、", "（一）", "1." and the like begin a heading or a point of the report. */
static gboolean
is_numbered (const char *text)
{
  gboolean bracket = g_str_has_prefix (text, "（") || *text == '(';
  const char *at = bracket ? g_utf8_next_char (text) : text;
  guint n = 0;

  while (*at != '\0' && (g_ascii_isdigit (*at) || g_utf8_strchr ("一二三四五六七八九十", -1, g_utf8_get_char (at)) != NULL))
    {
      at = g_utf8_next_char (at);
      n++;
    }

  return n > 0 && n < 4 &&
         (g_str_has_prefix (at, "、") || g_str_has_prefix (at, "）") || g_str_has_prefix (at, "．") || *at == ')' ||
          (*at == '.' && !g_ascii_isdigit (at[1])));
}

static LineKind
judge (const Line   *line,
       const DzPart *part)
{
  gboolean linked = line->n_links > 0 && line->n_linked * 10 >= line->n * 8;
  guint n_metadata = line->n < 200 ? dz_web_words_count (DZ_WEB_METADATA, line->text) : 0;

  if (is_path (line) && !ends_with_stop (line->text))
    return LINE_PATH;
  if (line->n < 60 && dz_web_words_begin (DZ_WEB_END, line->text) && !is_sentence (line))
    return LINE_END;
  if (line->n < 40 && dz_web_words_make (DZ_WEB_TOOLS, line->text))
    return LINE_TOOLS;
  if (n_metadata >= 2 || (n_metadata == 1 && line->n < 40 && strstr (line->text, "。") == NULL))
    return LINE_METADATA;
  if (linked)
    return LINE_LINKS;
  if (line->n < 200 && !ends_with_stop (line->text) && dz_web_words_count (DZ_WEB_FOOTER, line->text) > 0)
    return LINE_END;
  if (part->kind != DZ_PART_PARAGRAPH || is_sentence (line) || is_numbered (line->text))
    return LINE_TEXT;

  return LINE_SHORT;
}

/* "…不强。【返回首页>>】": a link at the end that is a tool is none of the sentence's. */
static gboolean
cut_tool_link (GString *text)
{
  const char *open = g_strrstr (text->str, DZ_WEB_LINK_START);
  g_autoptr(GString) tail = NULL;

  if (open == NULL || open == text->str)
    return FALSE;
  tail = g_string_new (open);
  g_string_replace (tail, DZ_WEB_LINK_START, "", 0);
  g_string_replace (tail, DZ_WEB_LINK_END, "", 0);
  if (!dz_web_words_make (DZ_WEB_TOOLS, g_strstrip (tail->str)))
    return FALSE;
  g_string_truncate (text, (gsize) (open - text->str));

  return TRUE;
}

/* Measures what is linked and takes the marks out. */
static void
fill_line (Line *line,
           char *marked)
{
  g_autoptr(GString) text = g_string_new (g_strchomp (marked) + strspn (marked, " "));
  gboolean linked = FALSE;

  if (strstr (text->str, "。" DZ_WEB_LINK_START) != NULL)
    line->cut = cut_tool_link (text);
  for (const char *p = text->str; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (g_str_has_prefix (p, DZ_WEB_LINK_START))
        {
          linked = TRUE;
          line->n_links++;
        }
      else if (g_str_has_prefix (p, DZ_WEB_LINK_END))
        linked = FALSE;
      else
        {
          gboolean blank = g_unichar_isspace (g_utf8_get_char (p));

          line->n += !blank || *p == '\t';
          line->n_linked += linked && !blank;
        }
    }
  g_string_replace (text, DZ_WEB_LINK_START, "", 0);
  g_string_replace (text, DZ_WEB_LINK_END, "", 0);
  line->text = g_strdup (text->str);
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

  g_array_set_clear_func (lines, clear_line);
  for (gsize at = 0; at < len;)
    {
      DzSpan span = dz_text_get_line (page, at);
      g_autofree char *marked = dz_text_dup_span (page, span);
      DzPlace place = { 0, 0 };
      Line line = { 0 };

      dz_text_locate (page, at, &place);
      fill_line (&line, marked);
      line.part = place.part;
      line.kind = judge (&line, dz_text_get_part (page, place.part));
      g_array_append_val (lines, line);
      at = span.end + (text[span.end] == '\n');
    }

  return lines;
}

static gboolean
is_paragraph (DzText     *page,
              const Line *line)
{
  return dz_text_get_part (page, line->part)->kind == DZ_PART_PARAGRAPH;
}

/* The title, or the title before the site's name: 年度报告-望泽县人民政府门户网站. */
static gboolean
is_title (const char *text,
          const char *title)
{
  static const char *const dashes[] = { "-", "–", "—", "_", "|", "·", ">", "»" };

  if (!g_str_has_prefix (title, text))
    return FALSE;
  title += strlen (text);
  if (*title == '\0')
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (dashes) && g_utf8_strlen (text, -1) >= SHORTEST_TITLE; i++)
    if (g_str_has_prefix (title, dashes[i]))
      return TRUE;

  return FALSE;
}

/* Where the report's title stands, among the first lines before its text begins; the line has it without the site. */
static int
find_title (DzText     *page,
            GArray     *lines,
            const char *title,
            DzSource   *source)
{
  g_autofree char *wanted = title != NULL ? normalize (title, strlen (title)) : NULL;
  int best = -1;

  for (guint i = 0; i < lines->len && wanted != NULL && i < 200; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);
      g_autofree char *text = normalize (line->text, strlen (line->text));

      if (is_title (text, wanted))
        best = (int) i;
      else if (line->kind == LINE_TEXT && is_paragraph (page, line) && !is_numbered (line->text))
        break;
    }

  if (best >= 0 && source->title != NULL)
    {
      const char *text = g_array_index (lines, Line, best).text;

      if (strlen (text) < strlen (source->title))
        {
          g_free (source->title);
          source->title = g_strdup (text);
        }
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

      if (line->kind == LINE_TEXT && is_paragraph (page, line))
        body = TRUE;
      if (line->kind != LINE_METADATA || body)
        continue;
      dz_web_facts_take (line->text, source);
      if (line->drop)
        continue;
      line->drop = seen;
      seen = TRUE;
    }
}

/* A heading over links alone ("相关新闻") is theirs, not the report's. */
static gboolean
heads_links (GArray *lines,
             guint   i)
{
  const Line *next = i + 1 < lines->len ? &g_array_index (lines, Line, i + 1) : NULL;

  return next != NULL && (next->kind == LINE_LINKS || next->kind == LINE_END || next->kind == LINE_TOOLS);
}

/* The first and the last line that surely are the report. */
static void
find_body (GArray *lines,
           guint  *first,
           guint  *last)
{
  *first = lines->len;
  *last = 0;
  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);

      if (line->drop || line->kind != LINE_TEXT || (*first < lines->len && !is_numbered (line->text) && heads_links (lines, i) && line->n < 12))
        continue;
      *first = MIN (*first, i);
      *last = i;
    }
}

/* Around the report by what it is, inside it only links that are tools. */
static void
drop_by_place (GArray *lines)
{
  gboolean ended = FALSE;
  guint first, last;

  find_body (lines, &first, &last);
  for (guint i = 0; i < lines->len; i++)
    {
      Line *line = &g_array_index (lines, Line, i);

      if (i < first)
        line->drop |= line->kind == LINE_PATH || line->kind == LINE_TOOLS || line->kind == LINE_LINKS;
      else if (i <= last)
        line->drop |= line->kind == LINE_TOOLS && (line->n_links > 0 || strpbrk (line->text, "[]|") != NULL ||
                                                   strstr (line->text, "【") != NULL);
      else
        {
          ended |= line->kind == LINE_END;
          line->drop |= ended || line->kind == LINE_PATH || line->kind == LINE_TOOLS || line->kind == LINE_LINKS;
        }
    }
}

/**
 * dz_web_page_clean:
 * @page: all lines of the page, links between %DZ_WEB_LINK_START and %DZ_WEB_LINK_END
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

  drop_before_title (page, lines, find_title (page, lines, title, source));
  drop_doubled_metadata (page, lines, source);
  drop_by_place (lines);
  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);

      *n_furniture += line->drop || line->cut;
      if (!line->drop && *line->text != '\0')
        dz_text_append_paragraph (text, dz_text_get_part (page, line->part), line->text, -1);
    }

  return text;
}
