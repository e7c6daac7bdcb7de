/* dz-clauses.c - folded text cut into clauses, sentences and paragraphs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-clauses.h"

#include "dz-char.h"

#include <string.h>

/* No report has as much without a stop: what goes on longer is parted here, so that what is looked for
 * in a sentence or a paragraph is never looked for in the whole of a text. */
#define LONGEST_CLAUSE 6000     /* bytes; twice as many where no place is far from numbers */
#define NEAR_NUMBER 300         /* bytes in which words may be said of a number */
#define LONGEST_SENTENCE 24000
#define MOST_IN_SENTENCE 400    /* clauses */
#define MOST_IN_PARAGRAPH 2500
#define LONGEST_LABEL 36        /* bytes */

static const char *const colon = "：";

typedef enum { MARK_NONE, MARK_CLAUSE, MARK_SENTENCE, MARK_FULL, MARK_PARAGRAPH } Mark;

/* What kind of end stands at @at, and how many bytes it has. */
static Mark
read_mark (const char *text,
           gsize       at,
           gsize      *size)
{
  const guchar *b = (const guchar *) text + at;

  *size = 3;
  if (b[0] == '\n')
    {
      *size = 1;
      return MARK_PARAGRAPH;
    }
  if (b[0] == 0xe3 && b[1] == 0x80 && b[2] == 0x82) /* 。 */
    return MARK_FULL;
  if (b[0] != 0xef || b[1] != 0xbc)
    return MARK_NONE;
  switch (b[2])
    {
    case 0x8c: case 0x9a: return MARK_CLAUSE;   /* ，： */
    case 0x9b:            return MARK_SENTENCE; /* ； */
    case 0x81: case 0x9f: return MARK_FULL;     /* ！？ */
    default:              return MARK_NONE;
    }
}

/* Where the clause, the sentence and the paragraph began that are being read. */
typedef struct
{
  DzClause clause;
  gsize full_start;
  guint in_full;      /* clauses */
  guint in_paragraph;
} Reading;

/* 12件：, 41人次：: a measure word, and no label. */
static gboolean
starts_measure (const char *text,
                gsize       at)
{
  static const char *const words = "次场件起人名个家份条处项户期批本张万亿元亩宗例位册块辆台所座";

  return g_utf8_strchr (words, -1, dz_char_at (text + at)) != NULL;
}

/* Whether the words at @at are a label: short, and they end in a colon without a digit. */
static gboolean
starts_label (const char *text,
              gsize       len,
              gsize       at)
{
  gsize end = MIN (len, at + LONGEST_LABEL);

  for (gsize from = at; at < end && (guchar) text[at] >= 0xe2; at += (gsize) g_utf8_skip[(guchar) text[at]])
    {
      gsize size;
      Mark mark = read_mark (text, at, &size);

      if (mark != MARK_NONE)
        return mark == MARK_CLAUSE && text[at + 2] == colon[2] && at > from && !starts_measure (text, from);
    }

  return FALSE;
}

/* 执法人员：21人/持证：20人, 场次：41　受众：12600: the next item of a row of labels, behind what parts them; blanks are gone. */
static gboolean
parts_labels (const char *text,
              gsize       len,
              gsize       at,
              gsize       start,
              gsize      *size)
{
  gsize n = strlen (colon);

  if (start < n || memcmp (text + start - n, colon, n) != 0 || !g_ascii_isdigit (text[start]))
    return FALSE;
  *size = text[at] == '/';
  if (text[at] == '/')
    return (guchar) text[at - 1] >= 0x80 && (guchar) text[at + 1] >= 0x80;

  return g_ascii_isdigit (text[at - 1]) && (guchar) text[at] >= 0xe2 && strspn (text + start, "0123456789") == at - start &&
         starts_label (text, len, at);
}

/* Takes the clause that ends at @end and counts on. */
static void
end_clause (Reading *reading,
            GArray  *clauses,
            gsize    end,
            Mark     mark)
{
  DzClause *clause = &reading->clause;

  clause->span.end = end;
  if (clause->span.end > clause->span.start)
    {
      g_array_append_vals (clauses, clause, 1);
      reading->in_full++;
      reading->in_paragraph++;
    }
  if (reading->in_paragraph >= MOST_IN_PARAGRAPH)
    mark = MARK_PARAGRAPH;
  else if (mark < MARK_FULL && (reading->in_full >= MOST_IN_SENTENCE || end - reading->full_start >= LONGEST_SENTENCE))
    mark = MARK_FULL;
  clause->sentence += mark >= MARK_SENTENCE;
  clause->full += mark >= MARK_FULL;
  clause->paragraph += mark == MARK_PARAGRAPH;
  if (mark >= MARK_FULL)
    {
      reading->full_start = end;
      reading->in_full = 0;
    }
  if (mark == MARK_PARAGRAPH)
    reading->in_paragraph = 0;
}

/* Whether a clause that is too long may be parted at @at: not within a number, nor between it and its words. */
static gboolean
may_part (const Reading *reading,
          const GArray  *numbers,
          guint          next, /* the first number that ends behind @at */
          gsize          at)
{
  gsize before = next > 0 ? g_array_index (numbers, DzSpan, next - 1).end : 0;
  gsize behind = next < numbers->len ? g_array_index (numbers, DzSpan, next).start : G_MAXSIZE;
  gsize len = at - reading->clause.span.start;

  if (len < LONGEST_CLAUSE || behind < at)
    return FALSE;

  return len >= 2 * LONGEST_CLAUSE || (at - before >= NEAR_NUMBER && behind - at >= NEAR_NUMBER);
}

/**
 * dz_clauses_split:
 * @numbers: (element-type DzSpan): numbers in order: a comma inside one parts nothing
 *
 * Returns: (transfer full) (element-type DzClause): the clauses in order, none empty
 */
GArray *
dz_clauses_split (const char   *text,
                  gsize         len,
                  const GArray *numbers)
{
  GArray *clauses = g_array_new (FALSE, FALSE, sizeof (DzClause));
  Reading reading = { 0 };
  guint next = 0;
  guint title = 0;

  for (gsize at = 0; at <= len;)
    {
      gsize size = 1;
      Mark mark;

      /* most characters: no mark, and nothing parts there */
      if (at < len && (guchar) text[at] >= 0xe4 && (guchar) text[at] < 0xef && title == 0 &&
          at - reading.clause.span.start < LONGEST_CLAUSE && !g_ascii_isdigit (text[reading.clause.span.start]))
        {
          at += 3;
          continue;
        }
      mark = at < len ? read_mark (text, at, &size) : MARK_PARAGRAPH;

      while (next < numbers->len && g_array_index (numbers, DzSpan, next).end <= at)
        next++;
      if (at < len && next < numbers->len && g_array_index (numbers, DzSpan, next).start < at)
        mark = MARK_NONE;
      if (mark == MARK_NONE && at + 3 <= len && memcmp (text + at, "《", 3) == 0)
        title = 90;
      else if (at + 3 <= len && memcmp (text + at, "》", 3) == 0)
        title = 0;
      else if (title > 0)
        title--;
      if (mark == MARK_NONE && at < len && parts_labels (text, len, at, reading.clause.span.start, &size))
        mark = MARK_SENTENCE;
      else if (mark == MARK_NONE && may_part (&reading, numbers, next, at))
        {
          mark = MARK_CLAUSE;
          size = 0;
        }
      else if (mark == MARK_NONE || (mark == MARK_CLAUSE && title > 0))
        {
          at += (gsize) g_utf8_skip[(guchar) text[at]];
          continue;
        }
      end_clause (&reading, clauses, at, mark);
      title = mark >= MARK_FULL ? 0 : title;
      at += size;
      reading.clause.span.start = at;
    }

  return clauses;
}

/**
 * dz_clauses_at:
 *
 * Returns: the index of the last clause that begins at or before @offset
 */
guint
dz_clauses_at (const GArray *clauses,
               gsize         offset)
{
  guint low = 0;
  guint high = clauses->len;

  while (high - low > 1)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (clauses, DzClause, middle).span.start <= offset)
        low = middle;
      else
        high = middle;
    }

  return low;
}
