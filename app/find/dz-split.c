/* dz-split.c - several reports in one text, told apart only where that is certain
 *
 * Certain means: the text begins with a report's title; another title, of
 * another body or year, stands alone on a line further down; and each part is
 * as long as a report and has a first heading of its own. A list of
 * attachments or a title cited in a sentence is none of this.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-split.h"

#include "dz-char.h"
#include "dz-fold.h"

#include <string.h>

#define MOST_TITLE 60     /* characters of a title */
#define LEAST_PART 500    /* characters of a report */
#define MOST_BEFORE 200   /* characters before the first title */

typedef struct
{
  gsize start; /* byte of the text */
  char *key;   /* body and year */
} Title;

static void
clear_title (gpointer data)
{
  g_free (((Title *) data)->key);
}

static gboolean
holds_any (const char        *line,
           const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (line, words[i]) != NULL)
      return TRUE;

  return FALSE;
}

static const char *
find_year (const char *line)
{
  for (const char *p = strstr (line, "20"); p != NULL; p = strstr (p + 1, "20"))
    if (g_ascii_isdigit (p[2]) && g_ascii_isdigit (p[3]) && g_str_has_prefix (p + 4, "年"))
      return p;

  return NULL;
}

/* The end of the first 街道, 镇, 乡 or 苏木 of the line: the body's name lies before it. */
static const char *
find_body_end (const char *line)
{
  static const char *const ends[] = { "街道", "镇", "乡", "苏木" };
  const char *first = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      const char *found = strstr (line, ends[i]);

      if (found != NULL && found > line && (first == NULL || found + strlen (ends[i]) < first))
        first = found + strlen (ends[i]);
    }

  return first;
}

/* “青禾镇2024年度法治政府建设工作报告” alone on its line gives a key, anything else NULL. */
static char *
make_key (const char *line)
{
  static const char *const subjects[] = { "法治", "述职", "述法", NULL };
  static const char *const marks[] = { "，", "。", "：", "；", "《", "、", "\t", NULL };
  const char *year = find_year (line);
  const char *body_end = find_body_end (line);
  g_autofree char *body = NULL;

  if (year == NULL || body_end == NULL || g_utf8_strlen (line, -1) > MOST_TITLE ||
      holds_any (line, marks) || !holds_any (line, subjects) ||
      !(g_str_has_suffix (line, "报告") || g_str_has_suffix (line, "总结")))
    return NULL;
  body = g_strndup (line, (gsize) (body_end - line));

  return g_strdup_printf ("%s %.4s", body, year);
}

static GArray *
find_titles (DzText *text)
{
  GArray *titles = g_array_new (FALSE, TRUE, sizeof (Title));
  gsize len;
  const char *all = dz_text_peek (text, &len);

  g_array_set_clear_func (titles, clear_title);
  for (gsize at = 0; at < len;)
    {
      DzSpan line = dz_text_get_line (text, at);

      /* three bytes a character: longer lines are no titles and need not be folded, nor those without a year */
      if (line.end - line.start < MOST_TITLE * 4 && dz_word_find (all, line.start, line.end, "年") != NULL)
        {
          g_autofree char *raw = g_strndup (all + line.start, line.end - line.start);
          g_autofree char *folded = dz_fold_string (raw);
          Title title = { line.start, make_key (g_strchomp (folded)) };

          if (title.key != NULL)
            g_array_append_val (titles, title);
        }
      at = line.end + 1;
    }

  return titles;
}

static gboolean
is_report (DzText *text,
           DzSpan  span)
{
  g_autofree char *words = NULL;

  if (dz_text_count_characters (text, span) < LEAST_PART)
    return FALSE;
  words = dz_text_dup_span (text, span);

  return strstr (words, "一、") != NULL || strstr (words, "第一部分") != NULL ||
         strstr (words, "（一）") != NULL;
}

/**
 * dz_split_find:
 *
 * Returns: (transfer full) (nullable) (element-type DzSpan): the reports in @text, two or more,
 *   covering it; %NULL where it is one report or nobody can be sure
 */
GArray *
dz_split_find (DzText *text)
{
  g_autoptr(GArray) titles = find_titles (text);
  g_autoptr(GArray) spans = g_array_new (FALSE, FALSE, sizeof (DzSpan));
  const char *last = NULL;
  gsize len = dz_text_get_length (text);

  for (guint i = 0; i < titles->len; i++)
    {
      const Title *title = &g_array_index (titles, Title, i);
      DzSpan span = { title->start, len };

      /* a title printed twice, as web pages do, is one */
      if (g_strcmp0 (title->key, last) == 0)
        continue;
      last = title->key;
      if (spans->len == 0)
        {
          if (dz_text_count_characters (text, (DzSpan){ 0, title->start }) > MOST_BEFORE)
            return NULL;
          span.start = 0;
        }
      else
        g_array_index (spans, DzSpan, spans->len - 1).end = title->start;
      g_array_append_val (spans, span);
    }
  if (spans->len < 2)
    return NULL;
  for (guint i = 0; i < spans->len; i++)
    if (!is_report (text, g_array_index (spans, DzSpan, i)))
      return NULL;

  return g_steal_pointer (&spans);
}
