/* dz-line-layout.c - how the lines of a text lie: which ends of lines only break a sentence
 *
 * Decided once from the whole text: whether it is wrapped, and how wide, from
 * the lengths of its lines; whether paragraphs are indented; whether headings
 * are numbered. Only then each end of a line is judged. A text that came as
 * one line is parted where its numbering says so.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-line-layout.h"

#include "dz-blank-rows.h"
#include "dz-char.h"
#include "dz-furniture.h"
#include "dz-line-split.h"
#include "dz-ordinal.h"

#include <string.h>

#define NARROWEST 28 /* in halves of a character, as all widths here */
#define WIDEST 170
#define RAGGED 7 /* a line may end so much before the margin, for what must not begin a line */
#define FEWEST_BROKEN 3

struct _DzLineLayout
{
  const char *text;
  const char *end;
  guint width;        /* of the page, 0: not wrapped */
  gboolean indented;  /* the first line of a paragraph is set in */
  gboolean numbered;  /* headings have ordinals */
  const char *opened; /* where the first sentence ends: what stands before is the head of the page */
  GArray *gaps;       /* gsize: where blanks part the cells of a table */
  guint gap;          /* the gap looked at last: they are asked for in order */
  GArray *splits;     /* (nullable) gsize: where a text of one line is parted */
  GArray *rows;       /* Row: the lines that hold anything */
  guint cursor;       /* the row looked at last: they are asked for in order */
};

typedef struct
{
  const char *start; /* of its first character that is no blank */
  const char *end;   /* behind its last */
  guint width;
  gboolean indented;
  gboolean in_table; /* cells parted by blanks */
} Row;

static gboolean
is_blank (gunichar c)
{
  return c == '\t' || dz_char_is_blank (c);
}

/* Halves of a character: every character of three bytes or more is a whole one. */
static guint
width_of (const char *from,
          const char *to)
{
  guint width = 0;

  for (const char *p = from; p < to; p++)
    {
      guchar byte = (guchar) *p;

      width += byte < 0x80 || (byte >= 0xc0 && byte < 0xe0) ? 1 : byte >= 0xe0 ? 2 : 0;
    }

  return width;
}

/* The line from @at to @eol, its blanks at both ends left out; its width counts those before it. */
static Row
read_row (const char *at,
          const char *eol)
{
  Row row = { at, eol, 0, FALSE, FALSE };
  guint lead;

  while (row.start < eol && is_blank (dz_char_at (row.start)))
    row.start = g_utf8_next_char (row.start);
  while (row.end > row.start && is_blank (dz_char_at (g_utf8_prev_char (row.end))))
    row.end = g_utf8_prev_char (row.end);
  lead = width_of (at, row.start);
  row.indented = lead >= 2;
  row.width = width_of (row.start, row.end) + MIN (lead, 4);

  return row;
}

static gunichar
last_of (const Row *row)
{
  return row->end > row->start ? dz_char_at (g_utf8_prev_char (row->end)) : 0;
}

static gboolean
ends_sentence (gunichar c)
{
  return c == 0x3002 || c == 0xff1b || c == ';' || c == 0xff01 || c == '!' || c == 0xff1f || c == '?' ||
         c == '.' || c == 0x201d || c == 0x300d || c == 0x2026 || c == 0xff0e || c == 0xff61;
}

/* A line that ends in one of these is a whole paragraph, or a heading that stands alone. */
static gboolean
ends_paragraph (gunichar c)
{
  return ends_sentence (c) || c == ':' || c == 0xff1a;
}

static gboolean
is_comma (gunichar c)
{
  return c == ',' || c == 0xff0c || c == 0x3001 || c == 0xff64;
}

static gboolean
holds (const Row *row,
       const char *word)
{
  const char *at = row->start;
  gsize n = strlen (word);

  while (at + n <= row->end && (at = memchr (at, *word, (gsize) (row->end - at) - n + 1)) != NULL)
    {
      if (memcmp (at, word, n) == 0)
        return TRUE;
      at++;
    }

  return FALSE;
}

static DzOrdinalStyle
style_of (const Row *row)
{
  DzOrdinalStyle style;
  guint number;

  dz_ordinal_read (row->start, (gsize) (row->end - row->start), &style, &number);

  return style;
}

/* What begins a paragraph of its own, whatever stands before it. */
static gboolean
begins_item (const Row *row)
{
  gsize len = (gsize) (row->end - row->start);

  if (len == 0 || *row->start == '#' || *row->start == '|' || dz_ordinal_read_bullet (row->start, len) > 0)
    return TRUE;
  if (*row->start == '-' || (*row->start == '*' && len > 1 && row->start[1] == '*'))
    return TRUE;

  return style_of (row) != DZ_ORDINAL_NONE;
}

static gboolean
ends_with_any (const Row         *row,
               const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      gsize n = strlen (words[i]);

      if ((gsize) (row->end - row->start) >= n && memcmp (row->end - n, words[i], n) == 0)
        return TRUE;
    }

  return FALSE;
}

/* A title stands alone: ...报告, unless the sentence goes on with 如下. */
static gboolean
is_title (const Row *row,
          const Row *next)
{
  static const char *const ends[] = { "报告", "報告", "总结", "總結", "汇报", "匯報", "通知", "方案", "意见", "通报", "要点", "计划", "公告", NULL };
  static const char *const goes_on[] = { "如下", "汇报", "报告", NULL };

  if (!ends_with_any (row, ends) || holds (row, "现将"))
    return FALSE;
  for (guint i = 0; goes_on[i] != NULL; i++)
    if (next->end - next->start >= 6 && memcmp (next->start, goes_on[i], 6) == 0)
      return FALSE;

  return TRUE;
}

/* 一、主要举措和成效: nothing is missing behind it. */
static gboolean
is_whole_heading (const Row *row)
{
  static const char *const ends[] = { "情况", "问题", "不足", "原因", "成效", "打算", "安排", "计划", "思路", "措施", "举措", "做法",
                                      "方向", "重点", "目标", "短板", "经验", "亮点", "职责", "差距", "根源", "建议", "事项", "情況",
                                      "問題", "計劃", "思路", "方向", "弱项", "环节", NULL };

  return style_of (row) < DZ_ORDINAL_RUN && !holds (row, "。") && ends_with_any (row, ends);
}

/* A heading by its form: an ordinal, and no sentence under way. */
static gboolean
is_heading (const Row *row)
{
  return *row->start == '#' || (style_of (row) < DZ_ORDINAL_RUN && !holds (row, "。") && !holds (row, "；"));
}

static gboolean
is_furniture (const Row *row)
{
  return dz_furniture_is_line (row->start, (gsize) (row->end - row->start));
}

/* 青禾镇人民政府, 2025年1月3日: what stands under a report. */
static gboolean
is_signature (const Row *row)
{
  static const char *const ends[] = { "人民政府", "办事处", "委员会", "党委", "党工委", "日", "辦事處", "委員會", "黨委", NULL };

  return row->width <= 60 && ends_with_any (row, ends) && !holds (row, "，") && !holds (row, ",");
}

static gboolean
is_in_table (const Row *row)
{
  return row->in_table || *row->start == '|' || last_of (row) == '|' || memchr (row->start, '\t', (gsize) (row->end - row->start)) != NULL;
}

static gboolean
next_row (const char **at,
          const char  *end,
          Row         *row)
{
  while (*at < end)
    {
      const char *eol = memchr (*at, '\n', (gsize) (end - *at));

      *row = read_row (*at, eol != NULL ? eol : end);
      *at = eol != NULL ? eol + 1 : end;
      if (row->end > row->start)
        return TRUE;
    }

  return FALSE;
}

static int
compare_widths (gconstpointer a,
                gconstpointer b)
{
  return (int) *(const guint *) a - (int) *(const guint *) b;
}

/* The margin: the width of the widest line, but for one line in thirty that may stick out. */
static guint
find_margin (GArray *rows)
{
  g_autoptr(GArray) widths = g_array_sized_new (FALSE, FALSE, sizeof (guint), rows->len);

  for (guint i = 0; i < rows->len; i++)
    g_array_append_val (widths, g_array_index (rows, Row, i).width);
  g_array_sort (widths, compare_widths);

  return g_array_index (widths, guint, widths->len - 1 - widths->len / 30);
}

/* Wrapped, if enough lines reach the margin in the middle of a sentence. */
static void
find_width (DzLineLayout *self,
            GArray       *rows)
{
  guint margin = find_margin (rows);
  guint reaching = 0, broken = 0, indented = 0;

  for (guint i = 0; i + 1 < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);
      const Row *next = &g_array_index (rows, Row, i + 1);

      indented += row->indented;
      if (row->width + RAGGED < margin)
        continue;
      reaching++;
      broken += !ends_paragraph (last_of (row)) && !begins_item (next) && !is_title (row, next) &&
                !is_whole_heading (row) && !is_furniture (row);
    }
  self->indented = indented >= 2 && indented * 10 < rows->len * 9;
  if (margin >= NARROWEST && margin <= WIDEST && broken >= FEWEST_BROKEN && broken * 2 >= reaching)
    self->width = margin;
}

static void
count_headings (DzLineLayout *self,
                GArray       *rows)
{
  guint headings = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);

      headings += style_of (row) < DZ_ORDINAL_RUN;
      if (self->opened == self->end && holds (row, "。"))
        self->opened = row->start;
    }
  self->numbered = headings >= 2;
}

/**
 * dz_line_layout_new:
 * @text: valid UTF-8, kept by the caller as long as the layout
 *
 * Returns: (transfer full): what the lines of the whole text say
 */
DzLineLayout *
dz_line_layout_new (const char *text,
                    gsize       len)
{
  DzLineLayout *self = g_new0 (DzLineLayout, 1);
  GArray *rows;
  const char *at = text;
  Row row;

  self->text = text;
  self->end = self->opened = text + len;
  self->rows = rows = g_array_new (FALSE, FALSE, sizeof (Row));
  self->gaps = dz_blank_rows_find (text, len);
  while (next_row (&at, self->end, &row))
    {
      row.in_table = dz_line_layout_next_gap (self, (gsize) (row.start - text)) < (gsize) (row.end - text);
      g_array_append_val (rows, row);
    }
  self->gap = 0;
  if (rows->len > 1)
    {
      find_width (self, rows);
      count_headings (self, rows);
    }
  if (rows->len > 0)
    self->splits = dz_line_split_find (text, len, rows->len);

  return self;
}

void
dz_line_layout_free (DzLineLayout *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->splits, g_array_unref);
  g_array_unref (self->rows);
  g_array_unref (self->gaps);
  g_free (self);
}

/**
 * dz_line_layout_next_split:
 *
 * Returns: the first byte from @from on where a paragraph begins though no line does; %G_MAXSIZE: none
 */
gsize
dz_line_layout_next_split (DzLineLayout *self,
                           gsize         from)
{
  g_return_val_if_fail (self != NULL, G_MAXSIZE);

  for (guint i = 0; self->splits != NULL && i < self->splits->len; i++)
    if (g_array_index (self->splits, gsize, i) >= from)
      return g_array_index (self->splits, gsize, i);

  return G_MAXSIZE;
}

/**
 * dz_line_layout_next_gap:
 * @from: no less than the last time
 *
 * Returns: the first byte from @from on where blanks begin that part two cells of a table; %G_MAXSIZE: none
 */
gsize
dz_line_layout_next_gap (DzLineLayout *self,
                         gsize         from)
{
  g_return_val_if_fail (self != NULL, G_MAXSIZE);

  while (self->gap < self->gaps->len && g_array_index (self->gaps, gsize, self->gap) < from)
    self->gap++;

  return self->gap < self->gaps->len ? g_array_index (self->gaps, gsize, self->gap) : G_MAXSIZE;
}

static gboolean
is_full (DzLineLayout *self,
         const Row    *row)
{
  return self->width > 0 && row->width + RAGGED >= self->width;
}

/* 一、 alone on its line: what it numbers stands on the next. */
static gboolean
is_bare_ordinal (const Row *row)
{
  DzOrdinalStyle style;
  guint number;
  gsize len = (gsize) (row->end - row->start);

  return dz_ordinal_read (row->start, len, &style, &number) == len && style < DZ_ORDINAL_RUN;
}

/* 达百分之九十 | 七，其中…: a numeral and a comma head a line only where one has ended. */
static gboolean
is_doubtful_item (const Row *next)
{
  DzOrdinalStyle style;
  guint number;
  gsize used = dz_ordinal_read (next->start, (gsize) (next->end - next->start), &style, &number);

  return style == DZ_ORDINAL_HAN && used > 3 &&
         (next->start[used - 1] == ',' || memcmp (next->start + used - 3, "，", 3) == 0);
}

/* In a wrapped text whose paragraphs are set in, a line that is not set in goes on with the last. */
static gboolean
goes_on_by_indent (DzLineLayout *self,
                   const Row    *row,
                   const Row    *next)
{
  return self->indented && is_full (self, row) && !next->indented;
}

/* A full line of a wrapped text, which does not end in a mark. */
static gboolean
is_soft_when_full (const Row *row,
                   const Row *next)
{
  if (!is_heading (row))
    return TRUE;
  if (is_whole_heading (row))
    return FALSE;

  /* a heading too long for its line, and the rest of it; not its text */
  return !holds (next, "。") && !holds (next, "，");
}

/* A line that ends before the margin, or in a text without one: soft where a sentence is cut. */
static gboolean
is_soft_when_cut (DzLineLayout    *self,
                  const DzLineEnd *at,
                  const Row       *row,
                  const Row       *next)
{
  gboolean sentence = holds (row, "。") || holds (row, "；");
  gboolean comma = holds (row, "，") || holds (row, ",");

  if (is_signature (next) || (is_heading (row) && row->width < 70) || is_whole_heading (row))
    return FALSE;
  if (at->over_page || sentence)
    return sentence || comma || self->numbered || row->width >= 32;
  if (row->start < self->opened)
    return row->width >= 52 && next->width >= 4;
  if (self->width > 0)
    return FALSE;
  /* where headings are numbered, a line with a comma and no full stop is no heading */
  if (comma && self->numbered && row->width >= 24 && next->width >= 24)
    return TRUE;
  if (next->width * 3 > row->width * 4 + 12 && row->width < 96)
    return FALSE;

  return row->width >= 32 && next->width >= 4 && (row->width >= 48 || next->width >= 32);
}

/* The first row from @at on. */
static gboolean
find_row (DzLineLayout *self,
          const char   *at,
          Row          *row)
{
  while (self->cursor > 0 && g_array_index (self->rows, Row, self->cursor - 1).start >= at)
    self->cursor--;
  while (self->cursor < self->rows->len && g_array_index (self->rows, Row, self->cursor).start < at)
    self->cursor++;
  if (self->cursor == self->rows->len)
    return FALSE;
  *row = g_array_index (self->rows, Row, self->cursor);

  return TRUE;
}

/**
 * dz_line_layout_is_soft:
 *
 * Returns: whether the line only breaks a sentence: what follows goes on with it
 */
gboolean
dz_line_layout_is_soft (DzLineLayout    *self,
                        const DzLineEnd *at)
{
  Row row, next;
  gunichar before, after;

  if (at->breaks > 2 || !find_row (self, at->line, &row) || row.start >= at->eol || !find_row (self, at->next, &next))
    return FALSE;
  before = last_of (&row);
  /* most lines end a paragraph, or an item begins behind them */
  if (ends_paragraph (before) && !goes_on_by_indent (self, &row, &next))
    return FALSE;
  after = dz_char_at (next.start);
  if (is_in_table (&row) || is_in_table (&next) || is_furniture (&row) || is_furniture (&next))
    return FALSE;
  if (is_bare_ordinal (&row))
    return !begins_item (&next);
  if (is_doubtful_item (&next) && is_full (self, &row) && !ends_paragraph (before))
    return TRUE;
  if (begins_item (&next))
    return style_of (&next) == DZ_ORDINAL_RUN && goes_on_by_indent (self, &row, &next) && !ends_paragraph (before);
  if (ends_paragraph (before))
    return ends_sentence (before) && goes_on_by_indent (self, &row, &next) && !is_heading (&row);
  if (*row.start == '#' || is_title (&row, &next))
    return FALSE;
  if (dz_char_is_any (after, "，。、；）)”》"))
    return TRUE;
  /* A comma, an open bracket or a number cannot end a paragraph. */
  if (is_comma (before) || before == 0x300a || before == 0x201c || before == 0xff08 ||
      (g_unichar_isdigit (before) && g_unichar_isdigit (after)))
    return row.width > 8;
  if (is_full (self, &row) && !at->over_page)
    return is_soft_when_full (&row, &next);

  return is_soft_when_cut (self, at, &row, &next);
}
