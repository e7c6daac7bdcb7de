/* dz-passage-text.c - the words of a part of a report as they are shown, and what was found in them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-passage-text.h"

#include "dz-fold.h"

static gboolean
is_blank (gunichar c)
{
  return c == ' ' || c == '\t' || c == 0x3000 || c == 0xa0 || c == '\r' || c == 0xfeff;
}

/* Whether the fold joins the lines at this end of line: it only breaks a sentence. */
static gboolean
is_soft (DzFold *fold,
         gsize   from,
         gsize   to)
{
  DzSpan folded = dz_fold_from_original (fold, (DzSpan){ from, to });
  const char *text = dz_fold_peek (fold, NULL);

  for (gsize i = folded.start; i < folded.end; i++)
    if (text[i] == '\n')
      return FALSE;

  return TRUE;
}

static void
show_bytes (DzPassageText *self,
            const char    *text,
            gsize          from,
            gsize          len)
{
  for (gsize i = 0; i < len; i++)
    {
      guint32 place = (guint32) (from + i);

      g_array_append_val (self->places, place);
    }
  g_string_append_len (self->shown, text + from, (gssize) len);
}

static void
collect_text (DzPassageText *self)
{
  gsize len;
  const char *text = dz_text_peek (self->report->text, &len);
  g_autoptr(DzFold) fold = dz_fold_new (text, len);
  guint32 end;
  gboolean at_start = TRUE;

  for (gsize i = self->span.start; i < self->span.end;)
    {
      const char *p = text + i;
      gsize size = (gsize) (g_utf8_next_char (p) - p);

      if (*p == '\n')
        {
          gsize next = i;

          while (next < self->span.end && (text[next] == '\n' || is_blank (g_utf8_get_char (text + next))))
            next += (gsize) (g_utf8_next_char (text + next) - (text + next));
          if (next < self->span.end && self->shown->len > 0 && !is_soft (fold, i, next))
            {
              show_bytes (self, text, i, 1);
            }
          i = next;
          at_start = TRUE;
          continue;
        }
      if (at_start && is_blank (g_utf8_get_char (p)))
        {
          i += size;
          continue;
        }
      at_start = FALSE;
      show_bytes (self, text, i, size);
      i += size;
    }
  end = (guint32) self->span.end;
  g_array_append_val (self->places, end);
}

static void
add_mark (DzPassageText *self,
          gboolean       is_weakness,
          guint          index,
          DzSpan         span)
{
  DzPassageMark mark = { is_weakness, index, 0, 0, 0, 0 };

  if (!dz_span_overlaps (span, self->span))
    return;
  mark.start = dz_passage_text_find (self, span.start);
  mark.end = dz_passage_text_find (self, span.end);
  mark.wide_start = mark.start;
  mark.wide_end = mark.end;
  if (mark.end > mark.start)
    g_array_append_val (self->marks, mark);
}

/* Weaknesses first, in the order of the text: what a person added is the last of its report, wherever it stands. */
static int
compare_marks (gconstpointer a,
               gconstpointer b)
{
  const DzPassageMark *x = a;
  const DzPassageMark *y = b;

  if (x->is_weakness != y->is_weakness)
    return y->is_weakness - x->is_weakness;
  if (x->start != y->start)
    return x->start - y->start;

  return x->index < y->index ? -1 : x->index > y->index;
}

/* A weakness is declared in a point, of which the evidence is only the words that say so: the whole
 * point is tinted lightly, up to the next weakness in the same paragraph. Outside the problems part
 * a paragraph may hold plans as well: there it is the sentence. */
static void
widen_marks (DzPassageText *self)
{
  const DzSection *section = dz_report_section_at (self->report, self->span.start);
  gboolean whole = section != NULL && section->kind == DZ_SECTION_PROBLEMS;
  int reached = 0;

  for (guint i = 0; i < self->marks->len; i++)
    {
      DzPassageMark *mark = &g_array_index (self->marks, DzPassageMark, i);
      DzSpan point;

      if (!mark->is_weakness)
        continue;
      point = whole ? dz_text_get_line (self->report->text,
                                        g_array_index (self->places, guint32, mark->start))
                    : dz_report_sentence_at (self->report,
                                             g_array_index (self->places, guint32, mark->start));
      mark->wide_start = MAX (MIN (dz_passage_text_find (self, MAX (point.start, self->span.start)), mark->start), reached);
      mark->wide_end = MAX (dz_passage_text_find (self, MIN (point.end, self->span.end)), mark->end);
      for (guint k = i + 1; k < self->marks->len; k++)
        {
          const DzPassageMark *next = &g_array_index (self->marks, DzPassageMark, k);

          if (next->is_weakness && next->start >= mark->end)
            {
              mark->wide_end = MIN (mark->wide_end, next->start);
              break;
            }
        }
      mark->wide_start = MIN (mark->wide_start, mark->start);
      reached = mark->wide_end;
    }
}

/**
 * dz_passage_text_new:
 * @span: bytes of the report's text
 *
 * Returns: (transfer full): its words, and marks on what was found in them
 */
DzPassageText *
dz_passage_text_new (DzReport *report,
                     DzSpan    span)
{
  DzPassageText *self = g_new0 (DzPassageText, 1);

  self->report = dz_report_ref (report);
  self->span = span;
  self->shown = g_string_new (NULL);
  self->places = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->marks = g_array_new (FALSE, FALSE, sizeof (DzPassageMark));
  collect_text (self);
  dz_passage_text_mark (self, report);

  return self;
}

void
dz_passage_text_free (DzPassageText *self)
{
  if (self == NULL)
    return;

  g_string_free (self->shown, TRUE);
  g_array_unref (self->places);
  g_array_unref (self->marks);
  dz_report_unref (self->report);
  g_free (self);
}

/**
 * dz_passage_text_mark:
 * @report: the same text, perhaps with other findings than before
 *
 * Marks what @report has found in the passage.
 */
void
dz_passage_text_mark (DzPassageText *self,
                      DzReport      *report)
{
  dz_report_ref (report);
  g_clear_pointer (&self->report, dz_report_unref);
  self->report = report;
  g_array_set_size (self->marks, 0);
  for (guint i = 0; i < self->report->weaknesses->len; i++)
    {
      const DzWeakness *weakness = &g_array_index (self->report->weaknesses, DzWeakness, i);

      if (weakness->state != DZ_STATE_REJECTED && !weakness->last_year)
        add_mark (self, TRUE, i, weakness->span);
    }
  for (guint i = 0; i < self->report->figures->len; i++)
    {
      const DzFigure *figure = &g_array_index (self->report->figures, DzFigure, i);

      add_mark (self, FALSE, i, dz_span_is_empty (figure->number) ? figure->span : figure->number);
    }
  g_array_sort (self->marks, compare_marks);
  widen_marks (self);
}

/**
 * dz_passage_text_find:
 * @offset: byte of the report
 *
 * Returns: the shown byte at or after it
 */
int
dz_passage_text_find (DzPassageText *self,
                      gsize          offset)
{
  guint low = 0;
  guint high = self->places->len - 1;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->places, guint32, middle) < offset)
        low = middle + 1;
      else
        high = middle;
    }

  return (int) low;
}

static gboolean
is_within (const DzPassageMark *mark,
           const DzPassageMark *other)
{
  return mark->is_weakness == other->is_weakness && mark->end - mark->start < other->end - other->start;
}

/**
 * dz_passage_text_mark_at:
 * @index: shown byte, -1: none
 *
 * Returns: (transfer none) (nullable): what stands there, a figure before the weakness it stands in; until the
 *   next dz_passage_text_mark()
 */
const DzPassageMark *
dz_passage_text_mark_at (DzPassageText *self,
                         int            index)
{
  const DzPassageMark *found = NULL;

  for (guint i = 0; index >= 0 && i < self->marks->len; i++)
    {
      const DzPassageMark *mark = &g_array_index (self->marks, DzPassageMark, i);

      if (mark->start <= index && index < mark->end && (found == NULL || !mark->is_weakness || is_within (mark, found)))
        found = mark;
    }

  return found;
}
