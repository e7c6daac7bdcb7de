/* dz-clauses.c - folded text cut into clauses, sentences and paragraphs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-clauses.h"

#include <string.h>

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
  DzClause clause = { 0 };
  guint next = 0;
  guint title = 0;

  for (gsize at = 0; at <= len;)
    {
      gsize size = 1;
      Mark mark = at < len ? read_mark (text, at, &size) : MARK_PARAGRAPH;

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
      if (mark == MARK_NONE || (mark == MARK_CLAUSE && title > 0))
        {
          at += (gsize) g_utf8_skip[(guchar) text[at]];
          continue;
        }
      clause.span.end = at;
      if (clause.span.end > clause.span.start)
        g_array_append_val (clauses, clause);
      clause.sentence += mark >= MARK_SENTENCE;
      clause.full += mark >= MARK_FULL;
      clause.paragraph += mark == MARK_PARAGRAPH;
      title = mark >= MARK_FULL ? 0 : title;
      at += size;
      clause.span.start = at;
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
