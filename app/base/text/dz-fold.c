/* dz-fold.c - a report's text folded for matching, with the way back
 *
 * Every folded byte remembers the original byte its character began at, so a
 * folded span goes back by two look-ups. Script is converted character by
 * character (tw2s of OpenCC), which keeps the map one to one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-fold.h"

#include "dz-script.h"

#include <string.h>

struct _DzFold
{
  char *string;
  gsize len;
  guint32 *starts; /* a folded byte: original byte where its character starts */
  guint32 *ends;   /* a folded byte: original byte where its character ends */
  gsize original_len;
  gboolean traditional;
};

static gboolean
is_han (gunichar c)
{
  return (c >= 0x4e00 && c <= 0x9fff) || (c >= 0x3400 && c <= 0x4dbf) || c == 0x3007 ||
         (c >= 0x20000 && c <= 0x2fa1f) || (c >= 0xf900 && c <= 0xfaff);
}

static gboolean
is_blank (gunichar c)
{
  return c == ' ' || c == 0xa0 || c == 0x3000 || c == 0x200b || c == 0xfeff || c == 0x00ad ||
         (c >= 0x2000 && c <= 0x200a) || c == 0x202f || c == 0x205f || c == '\r' || c == 0x200c ||
         c == 0x200d || c == 0x2060;
}

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
    case 0x25cb: case 0x25ef: return 0x3007; /* ○ ◯ as 〇 */
    case 0x2f00: return 0x4e00; /* Kangxi radical one, seen in PDF text */
    default: return c;
    }
}

/* A line that ends in one of these is a whole paragraph (or a heading that stands alone). */
static gboolean
ends_paragraph (gunichar c)
{
  switch (c)
    {
    case 0x3002: case 0xff1b: case 0xff1a: case 0xff01: case 0xff1f: case '.': case 0x201d:
    case 0x300d: case 0x2026:
      return TRUE;
    default:
      return FALSE;
    }
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
  guint n = (guint) g_unichar_to_utf8 (c, self->string + self->len);

  for (guint i = 0; i < n; i++)
    {
      self->starts[self->len + i] = (guint32) start;
      self->ends[self->len + i] = (guint32) end;
    }
  self->len += n;
}

/* 一、 （一） 1. 1、 第一条 # ... at the beginning of a line: it starts a paragraph of its own. */
static gboolean
starts_item (const char *at,
             const char *end)
{
  static const char *const numerals = "一二三四五六七八九十百壹贰叁肆伍陆柒捌玖拾貳參陸";
  const char *p = at;
  int n = 0;

  if (at >= end)
    return TRUE;
  if (*p == '#' || *p == '|' || *p == '-' || (*p == '*' && p + 1 < end && p[1] == '*'))
    return TRUE;
  if (g_str_has_prefix (p, "第"))
    return TRUE;
  if (*p == '(' || g_str_has_prefix (p, "（"))
    {
      p = g_utf8_next_char (p);
      while (p < end && n < 4 &&
             (g_unichar_isdigit (g_utf8_get_char (p)) ||
              g_utf8_strchr (numerals, -1, g_utf8_get_char (p)) != NULL))
        {
          p = g_utf8_next_char (p);
          n++;
        }
      return n > 0 && p < end && (*p == ')' || g_str_has_prefix (p, "）"));
    }
  while (p < end && n < 4 && g_utf8_strchr (numerals, -1, g_utf8_get_char (p)) != NULL)
    {
      p = g_utf8_next_char (p);
      n++;
    }
  if (n > 0)
    return p < end && (g_str_has_prefix (p, "、") || g_str_has_prefix (p, "是") || *p == '.' ||
                       *p == ',' || g_str_has_prefix (p, "．") || g_str_has_prefix (p, "，"));
  while (p < end && n < 3 && g_unichar_isdigit (g_utf8_get_char (p)))
    {
      p = g_utf8_next_char (p);
      n++;
    }
  if (n > 0)
    {
      if (p < end && (g_str_has_prefix (p, "、") || g_str_has_prefix (p, "．") || *p == ')' || g_str_has_prefix (p, "）")))
        return TRUE;
      return p + 1 < end && *p == '.' && !g_ascii_isdigit (p[1]);
    }

  return g_str_has_prefix (p, "①") || g_str_has_prefix (p, "②") || g_str_has_prefix (p, "③") ||
         g_str_has_prefix (p, "④") || g_str_has_prefix (p, "⑤") || g_str_has_prefix (p, "⑥");
}

static gsize
count_line (const char *at,
            const char *end)
{
  gsize n = 0;

  for (; at < end && *at != '\n'; at = g_utf8_next_char (at))
    n += !is_blank (g_utf8_get_char (at));

  return n;
}

/* A title stands alone: ...报告, unless the sentence goes on with 如下. */
static gboolean
ends_title (const char *line,
            const char *last,
            const char *next,
            const char *end)
{
  static const char *const words[] = { "报告", "報告", "总结", "總結" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if ((gsize) (last - line) >= strlen (words[i]) &&
        memcmp (last - strlen (words[i]), words[i], strlen (words[i])) == 0)
      return !((gsize) (end - next) >= 6 && memcmp (next, "如下", 6) == 0);

  return FALSE;
}

static gboolean
holds_full_stop (const char *line,
                 const char *last)
{
  return g_strstr_len (line, last - line, "。") != NULL;
}

/* Whether the end of line at @eol only breaks a sentence, as PDF text does. */
static gboolean
is_soft_break (const char *line,
               const char *eol,
               const char *next,
               const char *end)
{
  const char *last = eol;
  gunichar before;
  gsize here, there;

  while (last > line && is_blank (g_utf8_get_char (g_utf8_prev_char (last))))
    last = g_utf8_prev_char (last);
  if (last == line || next >= end)
    return FALSE;
  before = g_utf8_get_char (g_utf8_prev_char (last));
  if (ends_paragraph (narrow (before)) || before == '|' || before == '\t')
    return FALSE;
  if (starts_item (next, end))
    return FALSE;

  if (*line == '#' || ends_title (line, last, next, end))
    return FALSE;

  here = count_line (line, eol);
  there = count_line (next, end);
  /* Neither can a digit, where the next line goes on with digits. */
  if (g_unichar_isdigit (before) && g_unichar_isdigit (g_utf8_get_char (next)))
    return here > 4;
  /* A broken line is about as wide as the page: much shorter than the next, it stands alone. Not
   * so where a sentence has ended in it and another is under way: a page ended there. */
  if (there * 3 > here * 4 + 6 && here < 48 && !holds_full_stop (line, last))
    return narrow (before) == 0xff0c || before == 0x3001;
  /* A comma, an enumeration mark or a digit at the end cannot end a paragraph. */
  if (narrow (before) == 0xff0c || before == 0x3001 || before == 0x300a || before == 0x201c)
    return here > 4;

  /* Otherwise both lines must look like body text: a short line is a heading or a signature. */
  return here >= 16 && there >= 2 && (here >= 24 || there >= 16);
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
      gunichar c = g_utf8_get_char (p);

      if (c == ')' || c == 0xff09)
        return letters ? g_utf8_next_char (p) : NULL;
      if (!((c >= 'a' && c <= 'z') || (c >= 0xe0 && c <= 0x1dc) || c == ' '))
        return NULL;
      letters = TRUE;
    }

  return NULL;
}

/* — 3 — on a line of its own: returns the beginning of the line after it, or NULL. */
static const char *
skip_page_number (const char *at,
                  const char *end)
{
  guint dashes = 0;
  guint digits = 0;

  for (; at < end && *at != '\n'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == 0x2014 || c == 0x2013 || c == '-' || c == 0x2015 || c == 0x2500)
        dashes++;
      else if (g_unichar_isdigit (c))
        digits++;
      else if (!is_blank (c))
        return NULL;
    }

  return dashes >= 2 && digits >= 1 && digits <= 3 ? at : NULL;
}

/* A Latin full stop between Chinese words ends a sentence; behind 一 it marks an item. */
static gboolean
is_stop (gunichar    before,
         const char *next,
         const char *end)
{
  return is_han (before) && g_utf8_strchr ("一二三四五六七八九十", -1, before) == NULL &&
         next < end && is_han (g_utf8_get_char (next));
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
  const char *after = p + 1;
  int breaks = 1;

  while (after < end && (*after == '\n' || is_blank (g_utf8_get_char (after))))
    {
      breaks += *after == '\n';
      after = g_utf8_next_char (after);
      /* A page number parts pages, not paragraphs. */
      if (after < end && skip_page_number (after, end) != NULL)
        {
          after = skip_page_number (after, end);
          breaks = 0;
        }
    }
  if (breaks > 2 || !is_soft_break (*line, p, after, end))
    {
      if (*before != '\n')
        put (self, '\n', (gsize) (p - text), (gsize) (p + 1 - text));
      *before = '\n';
    }
  *line = after;

  return after;
}

/* Blanks from @p on: one is kept, and only between two Latin words. Returns where they end. */
static const char *
fold_blanks (DzFold     *self,
             const char *text,
             const char *p,
             const char *end,
             gunichar   *before)
{
  const char *after = p;

  while (after < end && is_blank (g_utf8_get_char (after)))
    after = g_utf8_next_char (after);
  if (after < end && g_unichar_isalpha (*before) && *before < 0x250 &&
      g_unichar_isalpha (g_utf8_get_char (after)) && g_utf8_get_char (after) < 0x250)
    {
      put (self, ' ', (gsize) (p - text), (gsize) (after - text));
      *before = ' ';
    }

  return after;
}

/* Pinyin in brackets and the signs of Markdown. Returns where they end, %NULL if there is none. */
static const char *
skip_markup (const char *p,
             const char *end,
             gunichar    before)
{
  gunichar c = g_utf8_get_char (p);

  if ((c == '(' || c == 0xff08) && is_han (before))
    return skip_pinyin (p, end);
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

  for (const char *p = text; p < end; p = next)
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\n')
        next = fold_break (self, text, p, end, &line, &before);
      else if (is_blank (c))
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
      gboolean    traditional)
{
  DzFold *self = fold_alloc (len);

  self->traditional = traditional;
  if (self->traditional)
    dz_script_learn (text, len);
  fold_characters (self, text, len);
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

  return fold (text, len, dz_script_is_traditional (text, len));
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

  return fold (text, len, TRUE);
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
