/* dz-reader-markdown.c - Markdown
 *
 * Line by line, the part of Markdown that reports use: headings, emphasis, links,
 * pictures, lists, quotes, tables, fences, front matter. A list keeps its numbers
 * and loses its bullets; lines of one paragraph are joined.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-encoding.h"
#include "dz-text-builder.h"
#include "dz-reader-kind.h"

#include <string.h>

/* Brackets and tags end soon or not at all; looking further would take forever in hostile files. */
#define LOOK_AHEAD 4000
#define LONGEST_RANGE 64 /* marks between two numbers */

typedef struct
{
  DzTextBuilder *flow;
  DzSource *source;
  guint pictures;
  guint deletions;
  guint comments;
  gboolean in_fence;
  gboolean in_comment;
} Markdown;

static int
sniff_markdown (const guint8 *data,
                gsize         len,
                const char   *name)
{
  return dz_encoding_is_text (data, len) ? 15 : 0;
}

static const char *
skip_blanks (const char *p)
{
  while (*p == ' ' || *p == '\t')
    p++;

  return p;
}

/* The end of "](target)" or "][reference]" after a link's text, or NULL if it is no link. */
static const char *
find_link_end (const char *p)
{
  guint depth = 1;
  char open, close;

  if (p[0] != ']' || (p[1] != '(' && p[1] != '['))
    return NULL;
  open = p[1];
  close = open == '(' ? ')' : ']';
  for (const char *stop = p + LOOK_AHEAD, *q = p + 2; *q != '\0' && q < stop; q++)
    if (*q == open)
      depth++;
    else if (*q == close && --depth == 0)
      return q + 1;

  return NULL;
}

/* The ']' that closes the '[' before @p. */
static const char *
find_bracket (const char *p)
{
  guint depth = 1;

  for (const char *stop = p + LOOK_AHEAD / 4; *p != '\0' && p < stop; p++)
    if (*p == '\\' && p[1] != '\0')
      p++;
    else if (*p == '[' && ++depth > 8)
      return NULL;
    else if (*p == ']' && --depth == 0)
      return p;

  return NULL;
}

static gboolean
is_word (const char *start,
         const char *p)
{
  return p > start && g_ascii_isalnum (p[-1]);
}

/* The end of a tag of HTML at @p, or NULL if '<' is only a sign. */
static const char *
find_tag_end (const char *p)
{
  if (!g_ascii_isalpha (p[1]) && p[1] != '/')
    return NULL;
  for (const char *stop = p++ + LOOK_AHEAD; *p != '\0' && *p != '<' && p < stop; p++)
    if (*p == '>')
      return p + 1;

  return NULL;
}

/* Where what is struck out at @p ends, before @end: ~~so~~, <del>so</del>; NULL: nothing is. 3~~5 is a range.
 * Like a link it is not looked for to the end of the text: a mark that is never closed may stand there ten thousand times. */
static const char *
find_struck_end (const char *start,
                 const char *p,
                 const char *end)
{
  static const char *const tags[][2] = { { "<del>", "</del>" }, { "<s>", "</s>" }, { "<strike>", "</strike>" } };
  const char *close;

  end = p + MIN (end - p, LOOK_AHEAD);
  if (p[0] == '~' && p[1] == '~')
    {
      if ((p > start && g_ascii_isdigit (p[-1])) || g_ascii_isspace (p[2]))
        return NULL;
      close = g_strstr_len (p + 2, end - p - 2, "~~");

      return close != NULL && close > p + 2 && !g_ascii_isspace (close[-1]) ? close + 2 : NULL;
    }
  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    if (g_str_has_prefix (p, tags[i][0]) && (close = g_strstr_len (p, end - p, tags[i][1])) != NULL)
      return close + strlen (tags[i][1]);

  return NULL;
}

static void add_inline (Markdown   *md,
                        const char *text,
                        const char *end,
                        guint       depth);

/* A link, a picture or a tag at @p; returns where it ends, or NULL if there is none. */
static const char *
add_special (Markdown   *md,
             const char *p,
             guint       depth)
{
  gboolean picture = *p == '!' && p[1] == '[';
  const char *open = picture ? p + 1 : p;

  if (*open == '[' && depth < 8)
    {
      const char *close = find_bracket (open + 1);
      const char *stop = close != NULL ? find_link_end (close) : NULL;

      if (stop == NULL)
        return NULL;
      if (picture)
        md->pictures++;
      else
        add_inline (md, open + 1, close, depth + 1);
      return stop;
    }
  if (*p == '<')
    {
      const char *stop = find_tag_end (p);

      if (stop == NULL)
        return NULL;
      if (g_ascii_strncasecmp (p, "<br", 3) == 0)
        dz_text_builder_end_paragraph (md->flow, DZ_PART_PARAGRAPH, 0);
      else if (g_ascii_strncasecmp (p, "<img", 4) == 0)
        md->pictures++;
      else if (g_ascii_strncasecmp (p, "<sup>", 5) == 0 || g_ascii_strncasecmp (p, "</sup>", 6) == 0)
        dz_text_builder_set_raised (md->flow, p[1] != '/');
      else if (g_ascii_strncasecmp (p, "<http", 5) == 0)
        dz_text_builder_add (md->flow, p + 1, stop - p - 2);
      return stop;
    }

  return NULL;
}

/* 3~~5: without the marks it were 35. A longer row of them is a line somebody drew. */
static gboolean
is_range (const char *start,
          const char *p)
{
  const char *end = p;
  const char *first = p;

  while (*end == '~' && end < p + LONGEST_RANGE)
    end++;
  while (first > start && first[-1] == '~' && first > p - LONGEST_RANGE)
    first--;

  return first > start && g_ascii_isdigit (first[-1]) && g_ascii_isdigit (*end);
}

/* Emphasis marks are dropped; one star between blanks or digits is a star. */
static gboolean
is_emphasis (const char *start,
             const char *p)
{
  if (*p == '`')
    return TRUE;
  if (*p == '~')
    return (p[1] == '~' || (p > start && p[-1] == '~')) && !is_range (start, p);
  if (*p == '*')
    return p[1] == '*' || (p > start && p[-1] == '*') ||
           !((p == start || g_ascii_isspace (p[-1]) || g_ascii_isdigit (p[-1])) &&
             (p[1] == '\0' || g_ascii_isspace (p[1]) || g_ascii_isdigit (p[1])));
  if (*p == '_')
    return !(is_word (start, p) && g_ascii_isalnum (p[1])) && p[1] != '_' && (p == start || p[-1] != '_');

  return FALSE;
}

static void
add_inline (Markdown   *md,
            const char *text,
            const char *end,
            guint       depth)
{
  const char *p = text;

  while (p < end)
    {
      const char *comment = g_str_has_prefix (p, "<!--") ? g_strstr_len (p, end - p, "-->") : NULL;
      const char *struck = *p == '~' || *p == '<' ? find_struck_end (text, p, end) : NULL;
      const char *stop = *p == '[' || *p == '!' || *p == '<' ? add_special (md, p, depth) : NULL;

      if (comment != NULL)
        {
          md->comments++;
          p = comment + 3;
        }
      else if (struck != NULL)
        {
          md->deletions++;
          p = struck;
        }
      else if (stop != NULL && stop <= end)
        p = stop;
      else if (*p == '\\' && p + 1 < end && g_ascii_ispunct (p[1]))
        {
          dz_text_builder_add (md->flow, p + 1, 1);
          p += 2;
        }
      else if (is_emphasis (text, p))
        p++;
      else
        {
          const char *next = g_utf8_next_char (p);

          dz_text_builder_add (md->flow, p, next - p);
          p = next;
        }
    }
  if (depth == 0)
    dz_text_builder_set_raised (md->flow, FALSE);
}

static void
end_paragraph (Markdown *md)
{
  dz_text_builder_end_paragraph (md->flow, DZ_PART_PARAGRAPH, 0);
}

static gboolean
is_heading (const char *line,
            guint      *level)
{
  *level = (guint) strspn (line, "#");

  return *level >= 1 && *level <= 6 && (line[*level] == ' ' || line[*level] == '\t');
}

/* Only marks and blanks, at least @n of them: rules, table dividers, underlines of headings. */
static gboolean
is_only (const char *line,
         const char *marks,
         gsize       n)
{
  return *line != '\0' && strspn (line, marks) == strlen (line) && strlen (line) >= n;
}

static void
add_heading (Markdown   *md,
             const char *line,
             guint       level)
{
  const char *end = line + strlen (line);

  while (end > line && (end[-1] == '#' || end[-1] == ' '))
    end--;
  end_paragraph (md);
  add_inline (md, line, end, 0);
  dz_text_builder_end_paragraph (md->flow, DZ_PART_HEADING, level);
}

static void
add_table_row (Markdown   *md,
               const char *line)
{
  const char *p = line + (*line == '|');
  const char *cell = p;

  dz_text_builder_begin_row (md->flow);
  for (;; p++)
    {
      const char *end = p;

      if (*p == '\\' && p[1] != '\0')
        p++;
      else if (*p == '|' || *p == '\0')
        {
          cell = skip_blanks (cell);
          while (end > cell && (end[-1] == ' ' || end[-1] == '\t'))
            end--;
          if (*p == '|' || end > cell)
            {
              dz_text_builder_begin_cell (md->flow);
              add_inline (md, cell, end, 0);
            }
          if (*p == '\0')
            break;
          cell = p + 1;
        }
    }
  dz_text_builder_end_row (md->flow);
}

/* A new item begins a paragraph of its own: its bullet goes, its number stays. */
static const char *
begin_item (Markdown   *md,
            const char *line)
{
  gsize digits = strspn (line, "0123456789");

  if ((*line == '-' || *line == '*' || *line == '+') && (line[1] == ' ' || line[1] == '\t'))
    {
      end_paragraph (md);
      line = skip_blanks (line + 1);
      if (line[0] == '[' && strchr (" xX", line[1]) != NULL && line[1] != '\0' && line[2] == ']')
        line = skip_blanks (line + 3);
    }
  else if (digits > 0 && digits < 10 && (line[digits] == '.' || line[digits] == ')') && line[digits + 1] == ' ')
    end_paragraph (md);

  return line;
}

/* Lines of one paragraph belong together; a blank goes only between words of letters. */
static void
join_lines (Markdown   *md,
            const char *line)
{
  GString *before = dz_text_builder_peek_line (md->flow);

  while (before->len > 0 && before->str[before->len - 1] == ' ')
    g_string_truncate (before, before->len - 1);
  if (before->len > 0 && (guchar) before->str[before->len - 1] < 0x80 && (guchar) *line < 0x80)
    g_string_append_c (before, ' ');
}

/* Chinese reports in Markdown often end a paragraph with the line: after a full stop or with an
 * indent the next line is a new one. */
static gboolean
begins_paragraph (Markdown   *md,
                  const char *line)
{
  GString *before = dz_text_builder_peek_line (md->flow);
  const char *end = before->str + before->len - MIN (before->len, 3);

  return g_str_equal (end, "。") || g_str_equal (end, "：") || g_str_equal (end, "；") ||
         g_str_has_prefix (line, "\343\200\200");
}

static void
add_line (Markdown *md,
          char     *line)
{
  gboolean hard_break = g_str_has_suffix (line, "  ") || g_str_has_suffix (line, "\\");
  const char *p = skip_blanks (line);
  guint level;

  if (g_str_has_prefix (p, "```") || g_str_has_prefix (p, "~~~"))
    {
      end_paragraph (md);
      md->in_fence = !md->in_fence;
      return;
    }
  if (md->in_fence)
    {
      dz_text_builder_add (md->flow, line, -1);
      end_paragraph (md);
      return;
    }
  if (md->in_comment || g_str_has_prefix (p, "<!--"))
    {
      md->comments += !md->in_comment;
      md->in_comment = strstr (p, "-->") == NULL;
      return;
    }
  while (*p == '>')
    p = skip_blanks (p + 1);
  g_strchomp (line);
  if (*p == '\0')
    end_paragraph (md);
  else if (is_heading (p, &level))
    add_heading (md, skip_blanks (p + level), level);
  else if (dz_text_builder_peek_line (md->flow)->len > 0 && (is_only (p, "=", 3) || is_only (p, "-", 3)))
    dz_text_builder_end_paragraph (md->flow, DZ_PART_HEADING, *p == '=' ? 1 : 2);
  else if (is_only (p, "-* _", 3) || (strchr (p, '|') != NULL && is_only (p, "|-: ", 3)))
    end_paragraph (md);
  else if (*p == '|')
    add_table_row (md, p);
  else
    {
      p = begin_item (md, p);
      if (begins_paragraph (md, p))
        end_paragraph (md);
      join_lines (md, p);
      add_inline (md, p, p + strlen (p) - (g_str_has_suffix (p, "\\") ? 1 : 0), 0);
      if (hard_break)
        end_paragraph (md);
    }
}

/* "---", "title: …", "---" at the very beginning belong to the page, not to the report. */
static char *
skip_front_matter (char     *text,
                   DzSource *source)
{
  char *end;

  if (!g_str_has_prefix (text, "---\n"))
    return text;
  end = strstr (text + 4, "\n---\n");
  if (end == NULL || end - text > 4096)
    return text;
  *end = '\0';
  {
    g_auto(GStrv) lines = g_strsplit (text + 4, "\n", -1);

    for (guint i = 0; lines[i] != NULL; i++)
      if (g_str_has_prefix (lines[i], "title:") && source->title == NULL)
        source->title = g_strdup (g_strstrip (g_strdelimit (lines[i] + 6, "\"'", ' ')));
    dz_source_add_loss (source, DZ_LOSS_FURNITURE, g_strv_length (lines), NULL);
  }

  return end + 5;
}

static DzText *
read_markdown (GBytes        *bytes,
               DzSource      *source,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr(DzTextBuilder) flow = dz_text_builder_new (&dz_limits_default);
  Markdown md = { flow, source };
  gsize len;
  const void *data = g_bytes_get_data (bytes, &len);
  g_autofree char *text = NULL;

  if (!dz_limits_check_input (&dz_limits_default, len, error))
    return NULL;
  text = dz_encoding_decode (data, len, NULL, source, &len, error);
  if (text == NULL)
    return NULL;
  for (char *line = skip_front_matter (text, source); line != NULL;)
    {
      char *end = strchr (line, '\n');

      if (end != NULL)
        *end = '\0';
      if (end != NULL && end > line && end[-1] == '\r')
        end[-1] = '\0';
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      add_line (&md, line);
      line = end != NULL ? end + 1 : NULL;
    }
  dz_source_add_loss (source, DZ_LOSS_PICTURES, md.pictures, NULL);
  dz_source_add_loss (source, DZ_LOSS_TRACKED_DELETIONS, md.deletions, NULL);
  dz_source_add_loss (source, DZ_LOSS_COMMENTS, md.comments, NULL);

  return dz_text_builder_finish (flow, error);
}

static const char *const extensions[] = { "md", "markdown", "mdown", "mkd", NULL };

const DzReader dz_reader_markdown = { "markdown", extensions, sniff_markdown, read_markdown, FALSE };
