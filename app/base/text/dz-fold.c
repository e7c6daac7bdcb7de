/* dz-fold.c - a report's text folded for matching, with the way back
 *
 * Every folded byte remembers the original byte its character began at, so a
 * folded span goes back by two look-ups. Script is converted character by
 * character (tw2s of OpenCC), which keeps the map one to one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-fold.h"

#include "dz-char.h"
#include "dz-line-layout.h"
#include "dz-script.h"

#include <string.h>

#define SHORTEST_TEXT 150 /* bytes */

struct _DzFold
{
  char *string;
  gsize len;
  guint32 *starts; /* a folded byte: original byte where its character starts */
  guint32 *ends;   /* a folded byte: original byte where its character ends */
  gsize original_len;
  gboolean traditional;
  gboolean joined;      /* blanks part no cells */
  DzLineLayout *layout; /* while it is being made */
};

static gunichar
narrow (gunichar c)
{
  if (c >= 0xff01 && c <= 0xff5e)
    {
      /* Chinese punctuation keeps its own form, half-width forms are widened to it below. */
      switch (c)
        {
        case 0xff0c: return 0xff0c; /* ， */
        case 0xff1b: return 0xff1b; /* ； */
        case 0xff1a: return 0xff1a; /* ： */
        case 0xff01: return 0xff01; /* ！ */
        case 0xff1f: return 0xff1f; /* ？ */
        case 0xff08: return 0xff08; /* （ */
        case 0xff09: return 0xff09; /* ） */
        case 0xff0e: return '.';
        default: return c - 0xfee0;
        }
    }
  switch (c)
    {
    case ',': return 0xff0c;
    case ';': return 0xff1b;
    case ':': return 0xff1a;
    case '!': return 0xff01;
    case '?': return 0xff1f;
    case '(': return 0xff08;
    case ')': return 0xff09;
    case 0xff61: return 0x3002; /* halfwidth ideographic full stop */
    case 0xff62: return 0x300c;
    case 0xff63: return 0x300d;
    case 0xff64: return 0x3001;
    case 0x2022: case 0x30fb: case 0x2027: case 0x22c5: case 0xff65: return 0xb7; /* middle dots */
    case 0xfe6a: return '%';
    case 0x2502: case 0x2503: return '|'; /* drawn bars */
    case 0x25cb: case 0x25ef: return 0x3007; /* ○ ◯ as 〇 */
    case 0x2f00: return 0x4e00; /* Kangxi radical one, seen in PDF text */
    default: return c;
    }
}

/* Most characters of a report: none that folding changes, but for its script. */
static gboolean
is_plain_han (gunichar c)
{
  return c >= 0x4e00 && c <= 0x9fff;
}

/* Folding widens ',' to '，' at most: three bytes for one. */
static DzFold *
fold_alloc (gsize len)
{
  DzFold *self = g_new0 (DzFold, 1);

  self->string = g_malloc (3 * len + 1);
  self->starts = g_new (guint32, 3 * len + 1);
  self->ends = g_new (guint32, 3 * len + 1);
  self->original_len = len;

  return self;
}

static void
put (DzFold  *self,
     gunichar c,
     gsize    start,
     gsize    end)
{
  guint n = (guint) dz_char_write (c, self->string + self->len);

  for (guint i = 0; i < n; i++)
    {
      self->starts[self->len + i] = (guint32) start;
      self->ends[self->len + i] = (guint32) end;
    }
  self->len += n;
}

/* A character of three bytes as it is. */
static inline void
put_three (DzFold     *self,
           const char *at,
           guint32     start)
{
  char *string = self->string + self->len;
  guint32 *starts = self->starts + self->len;
  guint32 *ends = self->ends + self->len;

  for (guint i = 0; i < 3; i++)
    {
      string[i] = at[i];
      starts[i] = start;
      ends[i] = start + 3;
    }
  self->len += 3;
}

/* (jiū) after a Chinese character: returns the byte after the bracket, or NULL. */
static const char *
skip_pinyin (const char *at,
             const char *end)
{
  gboolean letters = FALSE;
  const char *p = g_utf8_next_char (at);

  for (int n = 0; p < end && n < 10; n++, p = g_utf8_next_char (p))
    {
      gunichar c = dz_char_at (p);

      if (c == ')' || c == 0xff09)
        return letters ? g_utf8_next_char (p) : NULL;
      if (!((c >= 'a' && c <= 'z') || (c >= 0xe0 && c <= 0x1dc) || c == ' '))
        return NULL;
      letters = TRUE;
    }

  return NULL;
}

static gboolean
is_dash (gunichar c)
{
  return c == 0x2014 || c == 0x2013 || c == '-' || c == 0x2015 || c == 0x2500;
}

/* — 3 — or 第3页 on a line of its own: returns the end of that line, or NULL. */
static const char *
skip_page_number (const char *at,
                  const char *end)
{
  guint dashes = 0;
  guint digits = 0;
  guint pages = 0;

  for (; at < end && *at != '\n'; at = g_utf8_next_char (at))
    {
      gunichar c = dz_char_at (at);

      if (is_dash (c))
        dashes++;
      else if (g_unichar_isdigit (c))
        digits++;
      else if (c == 0x9875) /* 页 */
        pages++;
      else if (!dz_char_is_blank (c) && c != 0x7b2c && c != 0x5171 && c != '/')
        return NULL;
    }

  return (dashes >= 2 || pages >= 1) && digits >= 1 && digits <= 6 ? at : NULL;
}

/* The same inside a line, between two characters of a word: 宣传活— 3 —动. */
static const char *
skip_page_number_inside (const char *at,
                         const char *end)
{
  const char *p = at;
  guint digits = 0;

  while (p < end && is_dash (dz_char_at (p)))
    p = g_utf8_next_char (p);
  while (p < end && dz_char_is_blank (dz_char_at (p)))
    p = g_utf8_next_char (p);
  for (; p < end && g_ascii_isdigit (*p); p++)
    digits++;
  while (p < end && dz_char_is_blank (dz_char_at (p)))
    p = g_utf8_next_char (p);
  if (digits < 1 || digits > 3 || p >= end || !is_dash (dz_char_at (p)))
    return NULL;
  while (p < end && is_dash (dz_char_at (p)))
    p = g_utf8_next_char (p);
  while (p < end && dz_char_is_blank (dz_char_at (p)))
    p = g_utf8_next_char (p);

  return p < end && dz_script_is_han (dz_char_at (p)) ? p : NULL;
}

/* A Latin full stop between Chinese words ends a sentence; behind 一 it marks an item. */
static gboolean
is_stop (gunichar    before,
         const char *next,
         const char *end)
{
  return dz_script_is_han (before) && !dz_char_is_any (before, "一二三四五六七八九十") &&
         next < end && dz_script_is_han (dz_char_at (next));
}

/* Ends of lines from @p on. @line is where the line began, @before the last character put. Returns
 * where the next line begins; a line a page or a column ended within goes on. */
static const char *
fold_break (DzFold      *self,
            const char  *text,
            const char  *p,
            const char  *end,
            const char **line,
            gunichar    *before)
{
  DzLineEnd at = { *line, p, p + 1, 1, FALSE };
  const char *row = p + 1; /* the next line, with its blanks */

  while (at.next < end)
    {
      const char *page = at.next == row ? skip_page_number (at.next, end) : NULL;

      /* A page number parts pages, not paragraphs. */
      if (page != NULL)
        {
          at.next = page;
          at.over_page = TRUE;
          at.breaks = 0;
        }
      else if (*at.next == '\n')
        {
          row = ++at.next;
          at.breaks++;
        }
      else if (dz_char_is_blank (dz_char_at (at.next)))
        at.next = g_utf8_next_char (at.next);
      else
        break;
    }
  p = at.next;
  at.next = row;
  if (!dz_line_layout_is_soft (self->layout, &at))
    {
      if (*before != '\n')
        put (self, '\n', (gsize) (at.eol - text), (gsize) (at.eol + 1 - text));
      *before = '\n';
    }
  *line = row;

  return p;
}

/* Blanks from @p on: one is kept between two Latin words, and between two cells of a table, where it becomes what parts
 * cells elsewhere. Returns where they end. */
static const char *
fold_blanks (DzFold     *self,
             const char *text,
             const char *p,
             const char *end,
             gunichar   *before)
{
  const char *after = p;
  gsize at = (gsize) (p - text);

  while (after < end && dz_char_is_blank (dz_char_at (after)))
    after = g_utf8_next_char (after);
  if (self->layout != NULL && !self->joined && dz_line_layout_next_gap (self->layout, at) == at)
    {
      put (self, '\t', at, (gsize) (after - text));
      *before = '\t';
    }
  else if (after < end && g_unichar_isalpha (*before) && *before < 0x250 &&
      g_unichar_isalpha (dz_char_at (after)) && dz_char_at (after) < 0x250)
    {
      put (self, ' ', at, (gsize) (after - text));
      *before = ' ';
    }

  return after;
}

/* Pinyin in brackets, page numbers and the signs of Markdown. Returns where they end, %NULL if there is none. */
static const char *
skip_markup (const char *p,
             const char *end,
             gunichar    before)
{
  gunichar c = dz_char_at (p);

  if ((c == '(' || c == 0xff08) && dz_script_is_han (before))
    return skip_pinyin (p, end);
  if (is_dash (c) && dz_script_is_han (before))
    return skip_page_number_inside (p, end);
  if (c == '*' && p + 1 < end && p[1] == '*')
    return p + 2;
  if (c != '#' || (before != '\n' && before != '#'))
    return NULL;
  while (p < end && *p == '#')
    p++;

  return p;
}

static void
fold_characters (DzFold     *self,
                 const char *text,
                 gsize       len)
{
  const char *end = text + len;
  const char *line = text;
  const char *next;
  gunichar before = '\n'; /* the last character put */
  gsize split = self->layout != NULL ? dz_line_layout_next_split (self->layout, 0) : G_MAXSIZE;

  for (const char *p = text; p < end; p = next)
    {
      gunichar c = dz_char_at (p);

      if ((gsize) (p - text) >= split)
        {
          if (before != '\n')
            put (self, '\n', (gsize) (p - text), (gsize) (p - text));
          before = '\n';
          split = dz_line_layout_next_split (self->layout, (gsize) (p - text) + 1);
        }
      if (is_plain_han (c) && !self->traditional)
        {
          next = p + 3;
          before = c;
          put_three (self, p, (guint32) (p - text));
        }
      else if (is_plain_han (c))
        {
          next = p + 3;
          before = dz_script_simplify (c);
          put (self, before, (gsize) (p - text), (gsize) (next - text));
        }
      else if (c == '\n')
        next = fold_break (self, text, p, end, &line, &before);
      else if (dz_char_is_blank (c))
        next = fold_blanks (self, text, p, end, &before);
      else if ((next = skip_markup (p, end, before)) == NULL)
        {
          next = g_utf8_next_char (p);
          if (c == '.' && is_stop (before, next, end))
            c = 0x3002;
          before = narrow (c);
          if (self->traditional)
            before = dz_script_simplify (before);
          put (self, before, (gsize) (p - text), (gsize) (next - text));
        }
    }
}

static DzFold *
fold (const char *text,
      gsize       len,
      gboolean    traditional,
      gboolean    joined)
{
  DzFold *self = fold_alloc (len);

  self->traditional = traditional;
  self->joined = joined;
  /* a name or a sentence has no lines to lay out */
  if (len > SHORTEST_TEXT || memchr (text, '\n', len) != NULL)
    self->layout = dz_line_layout_new (text, len);
  if (self->traditional)
    dz_script_learn (text, len);
  fold_characters (self, text, len);
  g_clear_pointer (&self->layout, dz_line_layout_free);
  self->string[self->len] = '\0';

  return self;
}

/**
 * dz_fold_new:
 * @text: valid UTF-8
 * @len: its bytes, under 4 GiB
 *
 * Returns: (transfer full): the folded copy
 */
DzFold *
dz_fold_new (const char *text,
             gsize       len)
{
  g_return_val_if_fail (text != NULL && len < G_MAXUINT32, NULL);

  return fold (text, len, dz_script_is_traditional (text, len), FALSE);
}

/**
 * dz_fold_new_joined:
 *
 * Returns: (transfer full): the folded copy, in which blanks part no cells of a table: for words that are looked for,
 *   whose blanks fold away
 */
DzFold *
dz_fold_new_joined (const char *text,
                    gsize       len)
{
  g_return_val_if_fail (text != NULL && len < G_MAXUINT32, NULL);

  return fold (text, len, dz_script_is_traditional (text, len), TRUE);
}

/**
 * dz_fold_new_simplified:
 *
 * Returns: (transfer full): the folded copy, in simplified characters even where only a few of the
 *   text's are traditional: for names
 */
DzFold *
dz_fold_new_simplified (const char *text,
                        gsize       len)
{
  g_return_val_if_fail (text != NULL && len < G_MAXUINT32, NULL);

  return fold (text, len, TRUE, FALSE);
}

void
dz_fold_free (DzFold *self)
{
  if (self == NULL)
    return;

  g_free (self->string);
  g_free (self->starts);
  g_free (self->ends);
  g_free (self);
}

/**
 * dz_fold_peek:
 *
 * Returns: (transfer none): the folded text, NUL-terminated UTF-8
 */
const char *
dz_fold_peek (DzFold *self,
              gsize  *len)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (len != NULL)
    *len = self->len;

  return self->string;
}

/**
 * dz_fold_to_original:
 * @folded: a span of the folded text
 *
 * Returns: the span of the original its first to last character came from
 */
DzSpan
dz_fold_to_original (DzFold *self,
                     DzSpan  folded)
{
  DzSpan original;

  g_return_val_if_fail (self != NULL && folded.start <= folded.end, DZ_SPAN_NONE);
  g_return_val_if_fail (folded.end <= self->len, DZ_SPAN_NONE);

  if (folded.start >= self->len)
    return (DzSpan){ self->original_len, self->original_len };
  original.start = self->starts[folded.start];
  original.end = folded.end > folded.start
                   ? self->ends[folded.end - 1]
                   : original.start;

  return original;
}

/**
 * dz_fold_from_original:
 *
 * Returns: the smallest folded span that covers what is left of @original
 */
DzSpan
dz_fold_from_original (DzFold *self,
                       DzSpan  original)
{
  DzSpan folded;
  gsize low = 0;
  gsize high;

  g_return_val_if_fail (self != NULL, DZ_SPAN_NONE);

  high = self->len;
  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (self->starts[middle] < original.start)
        low = middle + 1;
      else
        high = middle;
    }
  folded.start = low;
  high = self->len;
  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (self->starts[middle] < original.end)
        low = middle + 1;
      else
        high = middle;
    }
  folded.end = low;

  return folded;
}

gboolean
dz_fold_was_traditional (DzFold *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->traditional;
}

/**
 * dz_fold_string:
 *
 * Returns: (transfer full): @text folded, for names and single sentences
 */
char *
dz_fold_string (const char *text)
{
  g_autoptr(DzFold) fold = dz_fold_new (text, strlen (text));

  return g_strdup (fold->string);
}

/**
 * dz_fold_words:
 * @words: a name, or words searched for: too short to tell their script by
 *
 * Returns: (transfer full): the words folded, simplified in any case
 */
char *
dz_fold_words (const char *words)
{
  static const char sign[] = "鎮鄉。"; /* makes the whole look traditional */
  g_autofree char *signed_words = NULL;
  g_autofree char *folded = NULL;

  g_return_val_if_fail (words != NULL, NULL);

  signed_words = g_strconcat (sign, words, NULL);
  folded = dz_fold_string (signed_words);

  return g_strdup (folded + MIN (strlen (sign), strlen (folded)));
}
