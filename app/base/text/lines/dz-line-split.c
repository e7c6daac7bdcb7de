/* dz-line-split.c - where a text that came as one line would begin its paragraphs
 *
 * A page copied without its lines keeps its numbering, and mostly a blank where
 * a line ended. The numbering has to go on as it began: 一、 is followed by 二、.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-line-split.h"

#include "dz-char.h"
#include "dz-ordinal.h"

#include <string.h>

#define MOST_ROWS 4
#define FEWEST_HEADINGS 2
#define LONGEST_HEADING 120 /* bytes */
#define LONGEST_SIGNATURE 150

typedef struct
{
  const char *text;
  const char *end;
  GArray *splits;
  guint numbers[DZ_ORDINAL_NONE + 1]; /* the last of each style */
  guint headings;                     /* 一、 seen */
  const char *segment;                /* where the paragraph under way began */
  gboolean is_heading;                /* it began with an ordinal and nothing ended it */
} Walk;

static gboolean
is_blank (gunichar c)
{
  return c == ' ' || c == 0x3000 || c == 0xa0 || c == '\n' || c == '\r';
}

static gboolean
is_mark (gunichar c)
{
  return c == 0x3002 || c == 0xff1b || c == ';' || c == 0xff1a || c == ':' || c == 0xff0c || c == ',';
}

static void
split (Walk       *walk,
       const char *at,
       gboolean    is_heading)
{
  gsize offset = (gsize) (at - walk->text);

  if (at > walk->text && at > walk->segment)
    g_array_append_val (walk->splits, offset);
  walk->segment = at;
  walk->is_heading = is_heading;
}

/* Whether the ordinal at @at is the next of its list; deeper lists begin anew behind it. */
static gboolean
goes_on (Walk       *walk,
         const char *at)
{
  DzOrdinalStyle style;
  guint number;
  gsize used = dz_ordinal_read (at, (gsize) (walk->end - at), &style, &number);

  if (used == 0 || style >= DZ_ORDINAL_RUN || number != walk->numbers[style] + 1)
    return FALSE;
  walk->numbers[style] = number;
  for (guint deeper = style + 1; deeper < DZ_ORDINAL_NONE; deeper++)
    walk->numbers[deeper] = 0;
  walk->headings += style <= DZ_ORDINAL_HAN;

  return TRUE;
}

static gboolean
ends_title (Walk       *walk,
            const char *at)
{
  static const char *const ends[] = { "报告", "总结", "汇报", "情况" };

  if (walk->segment != walk->text || walk->splits->len > 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (at - walk->text > 18 && memcmp (at - 6, ends[i], 6) == 0)
      return TRUE;

  return FALSE;
}

/* Behind a blank between words: a heading or the title ended there, or the signature begins. */
static void
judge_blank (Walk       *walk,
             const char *before,
             const char *after)
{
  gunichar last = dz_char_at (g_utf8_prev_char (before));

  if (last < 0x80 || (guchar) *after < 0x80)
    {
      if (!ends_title (walk, before))
        return;
    }
  if (ends_title (walk, before))
    split (walk, after, FALSE);
  else if (walk->is_heading && !is_mark (last) && after - walk->segment < LONGEST_HEADING)
    split (walk, after, FALSE);
  else if (last == 0x3002 && walk->end - after < LONGEST_SIGNATURE &&
           memchr (after, '\n', (gsize) (walk->end - after)) == NULL)
    split (walk, after, FALSE);
}

/**
 * dz_line_split_find:
 * @rows: how many lines of the text hold anything
 *
 * Returns: (transfer full) (nullable) (element-type gsize): where paragraphs begin; %NULL where the
 *   text has lines of its own, or no numbering
 */
GArray *
dz_line_split_find (const char *text,
                    gsize       len,
                    guint       rows)
{
  Walk walk = { text, text + len, NULL, { 0 }, 0, text, FALSE };

  if (rows > MOST_ROWS)
    return NULL;
  walk.splits = g_array_new (FALSE, FALSE, sizeof (gsize));
  for (const char *p = text; p < walk.end;)
    {
      gunichar c = dz_char_at (p);
      const char *after = p;
      gunichar before = p > text ? dz_char_at (g_utf8_prev_char (p)) : '\n';

      if (c == '\n')
        {
          walk.segment = ++p;
          walk.is_heading = FALSE;
          continue;
        }
      while (after < walk.end && *after != '\n' && is_blank (dz_char_at (after)))
        after = g_utf8_next_char (after);
      if ((after > p || before == '\n' || (is_mark (before) && before != 0xff0c && before != ',')) &&
          after < walk.end && goes_on (&walk, after))
        split (&walk, after, TRUE);
      else if (after > p && p > text && after < walk.end)
        judge_blank (&walk, p, after);
      else if (is_mark (c))
        walk.is_heading = FALSE;
      p = after > p ? after : g_utf8_next_char (p);
    }
  if (walk.headings < FEWEST_HEADINGS)
    g_clear_pointer (&walk.splits, g_array_unref);

  return walk.splits;
}
