/* dz-page-forms.c - tables without lines whose columns stand a blank apart
 *
 * Where gaps are no wider than a blank, places say nothing: a name and its number look like a few words, and rows like the
 * lines of a paragraph. But lines below each other that are each a name and as many numbers as the others are rows,
 * whatever stands between their cells; a line above them of as many words is their heads.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-page-segments.h"

#include <math.h>

#define MIN_ROWS 3
#define MAX_HEADS 2
#define MAX_LINES 300 /* of a page: no paper has more */
#define MAX_WORDS DZ_MAX_COLUMNS
#define MAX_GLYPHS 120 /* of a row */
#define MAX_LABEL 20  /* characters */
#define MAX_UNIT 3
#define BLANK 0.25f   /* of a letter: a gap of this width parts words, where no blank is said */
#define WIDE 1.0f     /* gaps of this width are seen as those between columns */

typedef struct
{
  guint first, n; /* glyphs */
  gboolean number; /* with its unit */
  gboolean bare;   /* without */
} Word;

typedef struct
{
  guint first, end; /* glyphs */
  DzBox box;
  float size;
  Word words[MAX_WORDS];
  guint n_words;
  guint n_labels; /* words before the numbers; all: there is none */
  gboolean tight; /* a gap looks like a blank */
  gboolean wide;  /* a gap looks like one between columns */
} Line;

typedef struct
{
  gboolean found;   /* enough of them, and a gap looks like a blank */
  gboolean uniform; /* all rows have one form */
  gboolean wide;
} Rows;

static const DzGlyph *
glyph_at (DzLayout *self,
          guint     i)
{
  return &g_array_index (self->glyphs, DzGlyph, i);
}

static gboolean
is_figure (gunichar ch)
{
  return g_unichar_isdigit (ch);
}

/* What stands in a number, and for one that there is not. */
static gboolean
is_of_number (gunichar ch)
{
  return is_figure (ch) || ch == '.' || ch == ',' || ch == 0xff0c || ch == 0xff0e || ch == '%' || ch == 0xff05 || ch == '-' || ch == 0xff0d ||
         ch == 0x2013 || ch == 0x2014 || ch == '/' || ch == 0xff0f || ch == '+';
}

/* Digits, and a unit behind them of a few characters; dashes alone. */
static void
judge_word (DzLayout *self,
            Word     *word)
{
  guint n = 0;
  gboolean figures = FALSE;

  while (n < word->n && is_of_number (glyph_at (self, word->first + n)->ch))
    figures |= is_figure (glyph_at (self, word->first + n++)->ch);
  word->bare = n == word->n;
  word->number = word->bare || (figures && word->n - n <= MAX_UNIT);
}

/* Sentences are no labels. */
static gboolean
is_label (DzLayout   *self,
          const Word *word)
{
  if (word->n > MAX_LABEL)
    return FALSE;
  for (guint i = 0; i < word->n; i++)
    {
      gunichar ch = glyph_at (self, word->first + i)->ch;

      if (ch == 0x3002 || ch == 0xff1b || ch == ';' || ch == 0xff0c || ch == ',' || ch == 0xff1a || ch == ':' || ch == 0xff1f || ch == 0xff01)
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_unit (DzLayout   *self,
         const Word *word)
{
  for (guint i = 0; i < word->n; i++)
    if (!dz_is_han (glyph_at (self, word->first + i)->ch))
      return FALSE;

  return word->n <= MAX_UNIT - 1;
}

static gboolean
starts_word (const DzGlyph *last,
             const DzGlyph *glyph)
{
  return glyph->space || glyph->apart || glyph->x1 - last->x2 > BLANK * MAX (last->size, glyph->size);
}

/* The words of a line; a unit a blank behind its number is its. FALSE: it is no row. */
static gboolean
find_words (DzLayout *self,
            Line     *line)
{
  line->n_words = line->n_labels = 0;
  line->tight = line->wide = FALSE;
  if (line->end - line->first > MAX_GLYPHS)
    return FALSE;
  for (guint i = line->first, next; i < line->end; i = next)
    {
      Word word = { .first = i };
      Word *last = line->n_words > 0 ? &line->words[line->n_words - 1] : NULL;

      for (next = i + 1; next < line->end && !starts_word (glyph_at (self, next - 1), glyph_at (self, next)); next++)
        ;
      word.n = next - i;
      judge_word (self, &word);
      if (last != NULL && last->bare && is_unit (self, &word))
        {
          last->n = next - last->first;
          last->bare = FALSE;
          continue;
        }
      if (line->n_words == MAX_WORDS || (!word.number && !is_label (self, &word)))
        return FALSE;
      if (last != NULL && glyph_at (self, i)->x1 - glyph_at (self, i - 1)->x2 < WIDE * line->size)
        line->tight = TRUE;
      else if (last != NULL)
        line->wide = TRUE;
      line->words[line->n_words++] = word;
    }
  while (line->n_labels < line->n_words && !line->words[line->n_labels].number)
    line->n_labels++;
  for (guint i = line->n_labels; i + 1 < line->n_words; i++)
    if (!line->words[i].number)
      line->n_labels = line->n_words; /* a name among the numbers; behind them it is a remark */

  return line->n_words > 1;
}

static gboolean
goes_on (const DzGlyph *last,
         const DzGlyph *glyph)
{
  return fabsf (last->y1 + last->y2 - glyph->y1 - glyph->y2) < 0.7f * MAX (last->size, glyph->size) && glyph->x1 > last->x1;
}

/* One more than %MAX_LINES where there are more. */
static GArray *
find_lines (DzLayout *self)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));

  for (guint i = 0, next; i < self->glyphs->len && lines->len <= MAX_LINES; i = next)
    {
      Line line = { .first = i };

      line.box = (DzBox){ G_MAXFLOAT, G_MAXFLOAT, -G_MAXFLOAT, -G_MAXFLOAT };
      for (next = i; next < self->glyphs->len && (next == i || goes_on (glyph_at (self, next - 1), glyph_at (self, next))); next++)
        {
          const DzGlyph *glyph = glyph_at (self, next);

          line.box = (DzBox){ MIN (line.box.x1, glyph->x1), MIN (line.box.y1, glyph->y1), MAX (line.box.x2, glyph->x2), MAX (line.box.y2, glyph->y2) };
          line.size = MAX (line.size, glyph->size);
        }
      line.end = next;
      if (!find_words (self, &line))
        line.n_words = 0;
      g_array_append_val (lines, line);
    }

  return lines;
}

/* Nothing else stands at its height: in a column of prose beside another there may be. */
static gboolean
is_alone (DzLayout   *self,
          const Line *line)
{
  float middle = (line->box.y1 + line->box.y2) / 2;

  for (guint i = 0; i < self->glyphs->len; i++)
    if ((i < line->first || i >= line->end) && glyph_at (self, i)->y1 < middle && glyph_at (self, i)->y2 > middle)
      return FALSE;

  return TRUE;
}

static gboolean
is_below (const Line *one,
          const Line *other)
{
  float gap = other->box.y1 - one->box.y2;

  return gap > -0.5f * one->size && gap < 1.5f * MAX (one->size, other->size);
}

/* @cells: each of their words is one; else each line is read for itself. */
static void
add_rows (DzLayout *self,
          GArray   *lines,
          guint     from,
          guint     to,
          gboolean  cells)
{
  for (guint i = from; i < to; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);
      DzFormRow row = { line->box, i == from };

      g_array_append_val (self->forms, row);
      for (guint k = 1; cells && k < line->n_words; k++)
        {
          const DzGlyph *before = glyph_at (self, line->words[k].first - 1);
          DzBox gap = { before->x2, line->box.y1, glyph_at (self, line->words[k].first)->x1, line->box.y2 };

          g_array_append_val (self->gaps, gap);
        }
    }
}

static gboolean
is_row (const Line *line)
{
  return line->n_words > 1 && line->n_labels > 0 && line->n_labels < line->n_words;
}

/* One past the last of the rows from @from on. @rows: of which form they are, if they are enough. */
static guint
rows_end (DzLayout *self,
          GArray   *lines,
          guint     from,
          Rows     *rows)
{
  const Line *first = &g_array_index (lines, Line, from);
  gboolean tight = FALSE;
  guint end;

  *rows = (Rows){ .uniform = TRUE };
  for (end = from; end < lines->len; end++)
    {
      const Line *line = &g_array_index (lines, Line, end);

      if (!is_row (line) || (end > from && !is_below (line - 1, line)) || !is_alone (self, line))
        break;
      rows->uniform = rows->uniform && line->n_words == first->n_words && line->n_labels == first->n_labels;
      rows->wide |= line->wide;
      tight |= line->tight;
    }

  rows->found = tight && end >= from + MIN_ROWS;

  return end;
}

/* The first of the lines above @from, from @least on, that are heads of its rows. */
static guint
heads_start (DzLayout *self,
             GArray   *lines,
             guint     from,
             guint     least)
{
  guint i = from;

  while (i > least && from - i < MAX_HEADS)
    {
      const Line *line = &g_array_index (lines, Line, i - 1);

      if (line->n_words < 2 || !is_below (line, line + 1) || !is_alone (self, line))
        break;
      i--;
    }

  return i;
}

/**
 * dz_page_forms_find:
 *
 * Notes rows of tables on the page under way that only their form shows, with the heads above them. Where no gap is wider
 * than a blank each is a line for itself, as in a text; where some are, and all rows have one form, each word is a cell.
 */
void
dz_page_forms_find (DzLayout *self)
{
  g_autoptr(GArray) lines = find_lines (self);
  guint taken = 0; /* rows of the table above are no heads */
  guint end;

  for (guint i = 0; lines->len <= MAX_LINES && i < lines->len; i = MAX (end, i + 1))
    {
      Rows rows;
      guint start;

      end = rows_end (self, lines, i, &rows);
      if (!rows.found)
        continue;
      start = heads_start (self, lines, i, taken);
      taken = end;
      rows.uniform = rows.uniform && i - start < 2 && g_array_index (lines, Line, start).n_words == g_array_index (lines, Line, i).n_words;
      if (rows.uniform || !rows.wide)
        add_rows (self, lines, start, end, rows.wide);
    }
}

/**
 * dz_page_forms_part:
 *
 * Returns: whether two characters beside each other stand in two cells of such a row
 */
gboolean
dz_page_forms_part (DzLayout      *self,
                    const DzGlyph *one,
                    const DzGlyph *other)
{
  float y = (other->y1 + other->y2) / 2;

  for (guint i = 0; i < self->gaps->len; i++)
    {
      const DzBox *gap = &g_array_index (self->gaps, DzBox, i);

      if (gap->y1 < y && gap->y2 > y && fabsf (one->x2 - gap->x1) < 0.1f && fabsf (other->x1 - gap->x2) < 0.1f)
        return TRUE;
    }

  return FALSE;
}

static const DzFormRow *
find_row (DzLayout        *self,
          const DzSegment *segment)
{
  float y = (segment->box.y1 + segment->box.y2) / 2;

  for (guint i = 0; i < self->forms->len; i++)
    {
      const DzFormRow *row = &g_array_index (self->forms, DzFormRow, i);

      if (row->box.y1 < y && row->box.y2 > y && segment->box.x1 > row->box.x1 - 1 && segment->box.x2 < row->box.x2 + 1)
        return row;
    }

  return NULL;
}

/**
 * dz_page_forms_end:
 *
 * Returns: one past the last segment of the rows that begin with segment @from, or @from if none does
 */
guint
dz_page_forms_end (DzLayout *self,
                   GArray   *segments,
                   guint     from)
{
  guint end;

  for (end = from; end < segments->len; end++)
    {
      const DzFormRow *row = find_row (self, &g_array_index (segments, DzSegment, end));

      if (row == NULL || (end > from && row->first && row != find_row (self, &g_array_index (segments, DzSegment, end - 1))))
        break;
    }

  return end;
}

/**
 * dz_page_forms_set:
 *
 * Adds a line with a cell for each word of the rows @segments[@from, @to).
 */
void
dz_page_forms_set (DzLayout *self,
                   GArray   *segments,
                   guint     from,
                   guint     to)
{
  DzLayoutFlow flow = { .left = G_MAXFLOAT, .right = -G_MAXFLOAT };
  guint end;

  for (guint i = from; i < to; i++)
    {
      flow.left = MIN (flow.left, g_array_index (segments, DzSegment, i).box.x1);
      flow.right = MAX (flow.right, g_array_index (segments, DzSegment, i).box.x2);
    }
  g_array_append_val (self->flows, flow);
  for (guint i = from; i < to; i = end)
    {
      guint first_cell = self->cells->len;

      end = MIN (dz_segments_row_end (segments, i), to);
      for (guint k = i; k < end; k++)
        dz_page_cell_add (self, &g_array_index (segments, DzSegment, k), FALSE);
      dz_page_row_add (self, self->flows->len - 1, first_cell, &g_array_index (segments, DzSegment, i));
      g_array_index (self->flows, DzLayoutFlow, self->flows->len - 1).n_lines++;
    }
}
