/* dz-outline-write.c - the ends of the outline, and its sections written down
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-outline-walk.h"

#include <string.h>

#define LONGEST_SIGNATURE 40
#define SHORTEST_RESULTS 40 /* between 报告如下 and the first heading, to be a part of its own */
#define SHORTEST_TEXT 300   /* the same where no heading follows */

/* A date, a name, 特此报告, or page furniture: short, and no sentence of the report's own. */
static gboolean
is_closing_line (DzOutlineWalk         *walk,
                 const DzLine *line)
{
  const char *folded = walk->context->folded;
  gsize n = dz_report_lines_count (folded, line->span);

  if (line->furniture)
    return TRUE;
  if (n > LONGEST_SIGNATURE)
    return dz_rule_set_matches (walk->self->furniture, folded, line->span) && n < 120;
  if (line->style < DZ_ORDINAL_RUN)
    return FALSE;
  if (dz_rule_set_matches (walk->self->closing, folded, line->span))
    return TRUE;

  return dz_report_lines_sentence_end (folded, line->span) == line->span.end &&
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

      if (next->level > here->level && next->line == here->line + 1 &&
          LINE (walk, here->line)->whole)
        {
          next->line = here->line;
          g_array_remove_index (walk->found, i);
        }
      else
        i++;
    }
}

/* Text without any heading: all after 报告如下 is what was done. */
void
dz_outline_take_headless (DzOutlineWalk  *walk,
               guint  end)
{
  guint first = walk->found->len > 0 ? g_array_index (walk->found, DzFound, 0).line : end;
  gsize body = 0;
  guint start = 0;
  DzFound found = { DZ_SECTION_ACHIEVEMENTS, DZ_SPAN_NONE, 1, 0, DZ_ORDINAL_NONE, 0.5 };

  for (guint i = 0; i < first; i++)
    {
      const DzLine *line = LINE (walk, i);
      const char *folded = walk->context->folded;

      if (g_strstr_len (folded + line->span.start, (gssize) (line->span.end - line->span.start),
                        "如下") != NULL)
        {
          start = i + 1;
          body = 0;
        }
      else if (start > 0)
        body += dz_report_lines_count (folded, line->span);
    }
  if (start == 0 || start >= first ||
      body < (walk->found->len > 0 ? SHORTEST_RESULTS : SHORTEST_TEXT))
    return;
  found.line = start;
  g_array_insert_val (walk->found, 0, found);
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
      if (!g_unichar_isspace (g_utf8_get_char (p)) && *p != '#' && *p != '*' && *p != '|')
        return start;
    }

  return line;
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
  DzFound opening = { DZ_SECTION_OPENING, DZ_SPAN_NONE, 1, 0, DZ_ORDINAL_NONE, 0.9 };
  DzFound last = { DZ_SECTION_CLOSING, DZ_SPAN_NONE, 1, closing, DZ_ORDINAL_NONE, 0.9 };
  gsize at = 0;

  g_array_insert_val (walk->found, 0, opening);
  if (closing < walk->lines->len)
    g_array_append_val (walk->found, last);
  for (guint i = 0; i < walk->found->len; i++)
    {
      const DzFound *here = &g_array_index (walk->found, DzFound, i);
      gsize end = i + 1 < walk->found->len
                    ? original_line_start (walk, g_array_index (walk->found, DzFound, i + 1).line)
                    : dz_text_get_length (walk->context->report->text);

      append_section (walk, here, at, end);
      at = MAX (at, end);
    }
}
