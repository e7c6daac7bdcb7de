/* dz-sentence-labels.c - sentences and cells of a table that a label or the head of their column says the use of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-sentence-walk.h"

#include <string.h>

/**
 * dz_sentence_walk_append_labelled:
 *
 * 原因：…, 措施：… behind a problem of a list: what the sentence is for stands before its colon.
 */
void
dz_sentence_walk_append_labelled (DzSentenceWalk *walk,
                                  DzSpan          span,
                                  guint           line)
{
  dz_sentence_walk_append (walk, walk->label == DZ_PART_LABEL_CAUSE ? DZ_ZONE_CAUSE : DZ_ZONE_PLAN, span, line, FALSE);
}

/**
 * dz_sentence_walk_goes_on:
 *
 * Returns: whether the line tells the cause or the measures of the problem told before
 */
gboolean
dz_sentence_walk_goes_on (DzSentenceWalk *walk,
                          DzSpan          line)
{
  gsize end;

  return dz_part_labels_read (walk->self->labels, walk->context->folded, line, &end) > DZ_PART_LABEL_PROBLEM;
}

/**
 * dz_sentence_walk_take_label:
 * @sentence: (inout): goes behind the label it begins with
 * @begins_point: no number stands before it
 */
void
dz_sentence_walk_take_label (DzSentenceWalk *walk,
                             DzSpan         *sentence,
                             gboolean        begins_point)
{
  gsize end;
  DzPartLabel label = dz_part_labels_read (walk->self->labels, walk->context->folded, *sentence, &end);
  DzOrdinalStyle style;
  guint number;

  if (label == DZ_PART_LABEL_NONE)
    return;
  walk->label = label;
  walk->told = dz_report_lines_read_ordinal (walk->context->folded + end, sentence->end - end, &style, &number) > 0 ? number : 0;
  walk->in_causes = FALSE;
  sentence->start = end;
  if (label != DZ_PART_LABEL_PROBLEM)
    return;
  walk->in_plan = walk->plan_to_the_end;
  if (begins_point)
    dz_sentence_walk_begin_point (walk, DZ_ORDINAL_NONE, *sentence);
}

/* The cell of a row at @at, which goes behind it. */
static DzSpan
next_cell (const char *folded,
           DzSpan      row,
           gsize      *at)
{
  const char *tab = memchr (folded + *at, '\t', row.end - *at);
  DzSpan cell = { *at, tab != NULL ? (gsize) (tab - folded) : row.end };

  *at = tab != NULL ? cell.end + 1 : row.end + 1;

  return cell;
}

/* 存在问题, 原因分析 and 整改措施 at the heads of columns. */
static gboolean
read_columns (DzSentenceWalk *walk,
              DzSpan          row)
{
  DzPartLabel columns[DZ_MOST_COLUMNS] = { DZ_PART_LABEL_NONE };
  gboolean tells = FALSE;
  guint n = 0;

  for (gsize at = row.start; at <= row.end && n < DZ_MOST_COLUMNS; n++)
    {
      DzSpan cell = next_cell (walk->context->folded, row, &at);

      columns[n] = dz_part_labels_read_head (walk->self->labels, walk->context->folded, cell);
      tells |= columns[n] == DZ_PART_LABEL_PROBLEM;
    }
  if (!tells || n < 2)
    return FALSE;
  memcpy (walk->columns, columns, sizeof columns);
  walk->n_columns = n;

  return TRUE;
}

/* A row of a table of problems is a point, each cell for what its column is for. */
static void
walk_row (DzSentenceWalk *walk,
          DzSpan          row,
          guint           line)
{
  gsize at = row.start;

  dz_sentence_walk_begin_point (walk, DZ_ORDINAL_DIGIT, DZ_SPAN_NONE);
  for (guint i = 0; at <= row.end && i < walk->n_columns; i++)
    {
      DzSpan cell = next_cell (walk->context->folded, row, &at);

      if (walk->columns[i] == DZ_PART_LABEL_PROBLEM)
        dz_sentence_walk_append (walk, DZ_ZONE_PROBLEM, cell, line, FALSE);
      else if (walk->columns[i] != DZ_PART_LABEL_NONE)
        dz_sentence_walk_append (walk, walk->columns[i] == DZ_PART_LABEL_CAUSE ? DZ_ZONE_CAUSE : DZ_ZONE_PLAN, cell, line, FALSE);
    }
}

/**
 * dz_sentence_walk_take_row:
 *
 * Returns: whether the line is a row of a table of problems, which is read by its columns
 */
gboolean
dz_sentence_walk_take_row (DzSentenceWalk *walk,
                           const DzLine   *line,
                           guint           index)
{
  if (memchr (walk->context->folded + line->span.start, '\t', line->span.end - line->span.start) == NULL)
    {
      walk->n_columns = 0;
      return FALSE;
    }
  if (read_columns (walk, line->span))
    return TRUE;
  if (walk->n_columns == 0)
    return FALSE;
  walk_row (walk, line->span, index);

  return TRUE;
}
