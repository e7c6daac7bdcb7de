/* dz-outline-write.c - the ends of the outline, and its sections written down
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-outline-walk.h"

#include "dz-char.h"

#include <string.h>

#define LONGEST_SIGNATURE 40

/* A row of a table: three cells or more. */
static gboolean
is_row (const char *folded,
        DzSpan      line)
{
  const char *tab = memchr (folded + line.start, '\t', line.end - line.start);

  return tab != NULL && memchr (tab + 1, '\t', (gsize) (folded + line.end - tab - 1)) != NULL;
}

/* "[2] 不含信访件126件。": a footnote, which readers put behind the text. */
static gboolean
is_note (const char *folded,
         DzSpan      line)
{
  const char *at = folded + line.start;
  gsize digits;

  if (line.end - line.start < 4 || *at != '[')
    return FALSE;
  digits = strspn (++at, "0123456789");

  return digits > 0 && digits < 4 && at[digits] == ']';
}

/* A date, a name, 特此报告, a footnote, or page furniture: short, and no sentence of the report's own. */
static gboolean
is_closing_line (DzOutlineWalk         *walk,
                 const DzLine *line)
{
  const char *folded = walk->context->folded;
  gsize n = dz_report_lines_count (folded, line->span);

  if (line->furniture || is_note (folded, line->span))
    return TRUE;
  if (n > LONGEST_SIGNATURE)
    return dz_rule_set_matches (walk->self->furniture, folded, line->span) && n < 120;
  if (line->style < DZ_ORDINAL_RUN)
    return FALSE;
  if (dz_rule_set_matches (walk->self->closing, folded, line->span))
    return TRUE;

  return dz_report_lines_sentence_end (folded, line->span) == line->span.end && !is_row (folded, line->span) &&
         memcmp (folded + line->span.end - 3, "。", 3) != 0 &&
         memcmp (folded + line->span.end - 3, "；", 3) != 0 &&
         memcmp (folded + line->span.end - 3, "：", 3) != 0;
}

/* The first line of the closing: the lines at the end that are no text of the report. */
guint
dz_outline_find_closing (DzOutlineWalk *walk)
{
  guint at = walk->lines->len;

  while (at > 1 && is_closing_line (walk, LINE (walk, at - 1)))
    at--;

  return at;
}

/* A heading with nothing under it but the next part's own heading belongs to that part. */
void
dz_outline_fold_empty (DzOutlineWalk *walk)
{
  for (guint i = 0; i + 1 < walk->found->len;)
    {
      DzFound *here = &g_array_index (walk->found, DzFound, i);
      DzFound *next = &g_array_index (walk->found, DzFound, i + 1);

      if (next->level > here->level && next->line == here->line + 1 && next->at == 0 &&
          LINE (walk, here->line)->whole)
        {
          next->line = here->line;
          g_array_remove_index (walk->found, i);
        }
      else
        i++;
    }
}

/* Where line @index begins in the original, blanks and marks that folding left out included. */
static gsize
original_line_start (DzOutlineWalk *walk,
                     guint          index)
{
  const char *text = dz_text_peek (walk->context->report->text, NULL);
  gsize start, line;

  if (index >= walk->lines->len)
    return dz_text_get_length (walk->context->report->text);
  start = dz_fold_to_original (walk->context->fold, LINE (walk, index)->span).start;
  line = dz_text_get_line (walk->context->report->text, start).start;
  for (const char *p = text + start; p > text + line;)
    {
      p = g_utf8_prev_char (p);
      /* a report that came as one line begins its parts inside it */
      if (!g_unichar_isspace (dz_char_at (p)) && *p != '#' && *p != '*' && *p != '|')
        return start;
    }

  return line;
}

/* Where a part begins in the original: with its line, or with a sentence within. */
static gsize
part_start (DzOutlineWalk *walk,
            const DzFound *found)
{
  return found->at > 0 ? dz_fold_to_original (walk->context->fold, (DzSpan) { found->at, found->at + 1 }).start
                       : original_line_start (walk, found->line);
}

static void
append_section (DzOutlineWalk       *walk,
                const DzFound *found,
                gsize        start,
                gsize        end)
{
  DzSection section = { 0 };

  section.kind = (DzSectionKind) found->kind;
  section.level = found->level;
  section.confidence = found->confidence;
  section.span = (DzSpan){ start, end };
  if (!dz_span_is_empty (found->heading))
    section.heading = dz_fold_to_original (walk->context->fold, found->heading);
  if (section.heading.end > end || section.heading.start < start)
    section.heading = DZ_SPAN_NONE;
  if (end > start)
    g_array_append_val (walk->context->report->sections, section);
}

void
dz_outline_write (DzOutlineWalk  *walk,
                guint  closing)
{
  DzFound opening = { .kind = DZ_SECTION_OPENING, .level = 1, .style = DZ_ORDINAL_NONE, .confidence = 0.9 };
  DzFound last = { .kind = DZ_SECTION_CLOSING, .level = 1, .line = closing, .style = DZ_ORDINAL_NONE, .confidence = 0.9 };
  gsize at = 0;

  g_array_insert_val (walk->found, 0, opening);
  if (closing < walk->lines->len)
    g_array_append_val (walk->found, last);
  for (guint i = 0; i < walk->found->len; i++)
    {
      const DzFound *here = &g_array_index (walk->found, DzFound, i);
      gsize end = i + 1 < walk->found->len
                    ? part_start (walk, &g_array_index (walk->found, DzFound, i + 1))
                    : dz_text_get_length (walk->context->report->text);

      append_section (walk, here, at, end);
      at = MAX (at, end);
    }
}
