/* dz-outline-headings.c - which lines part a report at its top level
 *
 * The numbering that stands highest, a sign before each heading, or short
 * lines with text under them: one of these for the whole report. A heading in
 * words that name a part is taken whatever the others look like.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-outline-walk.h"

#include <string.h>

#define LONGEST_ROLE_LINE 30
#define LONGEST_BARE 24
#define LONGEST_RUN 24
#define LONGEST_BULLET 40
#define FEWEST_RUNS 3
#define SHORTEST_TEXT 25

static gboolean
ends_in_mark (DzOutlineWalk *walk,
              const DzLine  *line)
{
  static const char *const marks[] = { "。", "；", "：", "，", "、", "！", "？", "”。", NULL };

  return dz_report_lines_ends_in (walk->context->folded, line->span, marks);
}

static gsize
count (DzOutlineWalk *walk,
       DzSpan         span)
{
  return dz_report_lines_count (walk->context->folded, span);
}

/* What may stand under a heading: a sentence, or so long a line that it is none itself. */
static gboolean
is_text (DzOutlineWalk *walk,
         guint          index)
{
  const DzLine *line;

  if (index >= walk->lines->len)
    return FALSE;
  line = LINE (walk, index);

  return line->style != DZ_ORDINAL_NONE || ends_in_mark (walk, line) || count (walk, line->span) >= SHORTEST_TEXT ||
         dz_report_lines_holds (walk->context->folded, line->span, "。");
}

gboolean
dz_outline_is_title (DzOutlineWalk *walk,
                     const DzLine  *line)
{
  static const char *const ends[] = { "报告", "汇报", NULL };
  DzSpan original = dz_fold_to_original (walk->context->fold, line->span);
  const DzIdentity *identity = &walk->context->report->identity;

  return dz_span_overlaps (original, identity->title_span) ||
         dz_report_lines_ends_in (walk->context->folded, line->heading, ends);
}

/* A short line without an ordinal, with text under it, that is neither title nor furniture. */
static gboolean
is_bare_heading (DzOutlineWalk *walk,
                 guint          index)
{
  const DzLine *line = LINE (walk, index);

  return line->style == DZ_ORDINAL_NONE && !line->furniture && !ends_in_mark (walk, line) &&
         count (walk, line->span) >= 2 && count (walk, line->span) <= LONGEST_BARE &&
         *(walk->context->folded + line->span.start) != '(' &&
         !g_str_has_prefix (walk->context->folded + line->span.start, "（") &&
         dz_report_lines_sentence_end (walk->context->folded, line->span) == line->span.end &&
         memchr (walk->context->folded + line->span.start, '\t', line->span.end - line->span.start) == NULL &&
         !dz_outline_is_title (walk, line);
}

/* 一抓学习教育不放松, 一是突出学。: a short line of a run, with its text on the next. */
static gboolean
is_run_heading (DzOutlineWalk *walk,
                guint          index)
{
  const DzLine *line = LINE (walk, index);

  return line->style == DZ_ORDINAL_RUN && line->whole && !dz_span_is_empty (line->heading) &&
         count (walk, line->span) <= LONGEST_RUN && index + 1 < walk->lines->len &&
         LINE (walk, index + 1)->style == DZ_ORDINAL_NONE;
}

/* The sign of the first line that has one and is short. */
static gunichar
find_bullet (DzOutlineWalk *walk,
             guint          end)
{
  gunichar bullet = 0;
  guint n = 0;

  for (guint i = 0; i < end; i++)
    {
      const DzLine *line = LINE (walk, i);

      if (line->bullet == 0 || line->furniture || count (walk, line->span) > LONGEST_BULLET)
        continue;
      if (bullet == 0)
        bullet = line->bullet;
      n += line->bullet == bullet;
    }

  return n >= 2 ? bullet : 0;
}

/* A single 一、 before every （一）: the rest of the report is not here, but it is no point among others. */
static gboolean
stands_above (const guint *firsts,
              int          style)
{
  for (int deeper = style + 1; deeper < DZ_ORDINAL_RUN; deeper++)
    if (firsts[deeper] > 0)
      return firsts[deeper] > firsts[style];

  return FALSE;
}

/* The numbering that parts the report: the highest that is used at least twice. */
static void
find_style (DzOutlineWalk *walk,
            guint          end)
{
  guint counts[DZ_ORDINAL_NONE + 1] = { 0 };
  guint firsts[DZ_ORDINAL_NONE + 1] = { 0 }; /* where each style begins, counted from 1 */
  guint runs = 0;

  for (guint i = 0; i < end; i++)
    {
      const DzLine *line = LINE (walk, i);

      if (!dz_span_is_empty (line->heading) && line->bullet == 0 && !line->furniture)
        {
          counts[line->style]++;
          if (firsts[line->style] == 0)
            firsts[line->style] = i + 1;
        }
      runs += is_run_heading (walk, i);
    }
  walk->top = DZ_ORDINAL_HAN;
  for (int style = DZ_ORDINAL_PART; style < DZ_ORDINAL_RUN; style++)
    if (counts[style] >= 2 || (counts[style] == 1 && stands_above (firsts, style)))
      {
        walk->top = style;
        return;
      }
  if (runs >= FEWEST_RUNS)
    walk->top = DZ_ORDINAL_RUN;
  else if ((walk->bullet = find_bullet (walk, end)) == 0)
    walk->bare = counts[DZ_ORDINAL_PART] + counts[DZ_ORDINAL_HAN] == 0;
}

static DzSpan
words_of (DzOutlineWalk *walk,
          const DzLine  *line)
{
  DzSpan words = line->heading;

  if (!dz_span_is_empty (line->ordinal))
    words.start = line->ordinal.end;
  /* 四.短板：问题更准 says it all in one line */
  if (count (walk, line->span) <= LONGEST_ROLE_LINE && !ends_in_mark (walk, line))
    words.end = line->span.end;

  return words;
}

static void
add (DzOutlineWalk *walk,
     guint          index)
{
  DzTopHeading top;

  /* 群众看变化：办事更便利: the colon ends no heading that has its line for itself */
  if (dz_span_is_empty (LINE (walk, index)->heading))
    {
      LINE (walk, index)->heading = LINE (walk, index)->span;
      LINE (walk, index)->whole = TRUE;
    }
  top = (DzTopHeading){ index, index + 1, words_of (walk, LINE (walk, index)), { 0 }, NO_ROLE, 0, 0, NO_ROLE };

  top.strong = dz_outline_name_roles (walk, top.words, top.scores, &top.named);
  for (guint role = 0; role < DZ_N_SECTION_KINDS; role++)
    top.hinted |= top.scores[role] > 0 ? 1u << role : 0;
  g_array_append_val (walk->tops, top);
}

/* 青禾镇党委书记 王某, 报告人：王某, before the first paragraph. */
static gboolean
is_author_line (DzOutlineWalk *walk,
                guint          index)
{
  static const char *const words[] = { "书记", "镇长", "乡长", "主任", "报告人", "述职人", "述法人", "汇报人", "报告期" };

  for (guint i = 0; walk->tops->len == 0 && i < G_N_ELEMENTS (words); i++)
    if (dz_report_lines_holds (walk->context->folded, LINE (walk, index)->span, words[i]))
      return TRUE;

  return FALSE;
}

/* 四是 behind 三是: a point of the list under way, though the heading over it may be the third. */
static gboolean
goes_on_in_run (DzOutlineWalk *walk,
                guint          index)
{
  for (guint i = index; i > 0 && LINE (walk, i - 1)->style >= DZ_ORDINAL_RUN; i--)
    if (LINE (walk, i - 1)->style == DZ_ORDINAL_RUN)
      return LINE (walk, i - 1)->number + 1 == LINE (walk, index)->number;

  return FALSE;
}

/* Whether the line is of the top level by its form. */
static gboolean
is_of_top (DzOutlineWalk *walk,
           guint          index,
           guint          number)
{
  const DzLine *line = LINE (walk, index);

  if (walk->bare && is_bare_heading (walk, index) && !is_author_line (walk, index))
    return is_text (walk, index + 1);
  if (line->furniture || dz_span_is_empty (line->heading))
    return FALSE;
  if (walk->bullet != 0)
    return line->bullet == walk->bullet || (line->style <= DZ_ORDINAL_HAN && line->bullet == 0);
  if (line->bullet != 0)
    return FALSE;
  if (walk->top == DZ_ORDINAL_RUN)
    return is_run_heading (walk, index) || line->style < DZ_ORDINAL_HAN_BOX;
  /* 三抓矛盾化解不懈怠 before 四、存在的不足 */
  if (line->style == DZ_ORDINAL_RUN)
    return walk->top == DZ_ORDINAL_HAN && is_run_heading (walk, index) && line->number == number + 1 &&
           !goes_on_in_run (walk, index);

  return line->style <= walk->top;
}

/* A heading without an ordinal is believed where the file calls it one, or where it is short and names a role. */
static gboolean
names_role (DzOutlineWalk *walk,
            guint          index)
{
  const DzLine *line = LINE (walk, index);
  double hints[DZ_N_SECTION_KINDS] = { 0 };
  guint named = 0;

  if (line->style != DZ_ORDINAL_NONE || line->furniture || dz_span_is_empty (line->heading) || !line->whole ||
      line->heading.end < line->span.end || dz_outline_is_title (walk, line) ||
      (line->hint == 0 && count (walk, line->heading) > LONGEST_ROLE_LINE))
    return FALSE;

  return dz_outline_name_roles (walk, line->heading, hints, &named) != NO_ROLE;
}

/* Points that are numbered like the headings above them: their numbering begins anew under a heading without a
 * number, or under the problems or the plan. */
static gboolean
is_point (DzOutlineWalk *walk,
          const DzLine  *line,
          guint          main,
          guint          sub)
{
  const DzTopHeading *last = walk->tops->len > 0
                               ? &g_array_index (walk->tops, DzTopHeading, walk->tops->len - 1) : NULL;

  if (last == NULL || line->number == 0 || line->style == DZ_ORDINAL_NONE || line->style == DZ_ORDINAL_RUN)
    return FALSE;
  if (LINE (walk, last->line)->style < line->style && !walk->bare)
    return FALSE; /* 一、 under 第一部分 is a part of it */
  if (sub > 0 && line->number == sub + 1)
    return TRUE;
  if (line->number != 1)
    return FALSE;
  /* 【主要成效】 and 【存在问题】 over 1.…: no number before it says that the headings have any */
  if (main == 0)
    return walk->tops->len >= 2 && LINE (walk, last->line)->style == DZ_ORDINAL_NONE &&
           (last->strong == DZ_SECTION_PROBLEMS || last->strong == DZ_SECTION_CAUSES || last->strong == DZ_SECTION_PLAN);

  return LINE (walk, last->line)->style == DZ_ORDINAL_NONE ||
         (last->strong != NO_ROLE && last->strong != DZ_SECTION_ACHIEVEMENTS && last->strong != DZ_SECTION_PRINCIPAL_DUTY);
}

/**
 * dz_outline_find_tops:
 * @end: the line the closing begins at
 *
 * Fills the walk's headings of the top level, with what their words say.
 */
void
dz_outline_find_tops (DzOutlineWalk *walk,
                      guint          end)
{
  guint main = 0; /* the last number of the headings */
  guint sub = 0;  /* the last number of points that look like them */

  find_style (walk, end);
  for (guint i = 0; i < end; i++)
    {
      const DzLine *line = LINE (walk, i);

      if (is_of_top (walk, i, main))
        {
          if (is_point (walk, line, main, sub))
            {
              sub = line->number;
              continue;
            }
          main = line->style == DZ_ORDINAL_NONE ? main : line->number;
          sub = 0;
          add (walk, i);
        }
      else if (names_role (walk, i))
        {
          sub = 0;
          add (walk, i);
        }
    }
  for (guint i = 0; i < walk->tops->len; i++)
    g_array_index (walk->tops, DzTopHeading, i).end =
      i + 1 < walk->tops->len ? g_array_index (walk->tops, DzTopHeading, i + 1).line : end;
}
