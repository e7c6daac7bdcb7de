/* dz-outline-labels.c - problems and plan told in the paragraph of each subject
 *
 * Some reports have no part of their own for them: each subject ends in 存在的不足：… 下步措施：…. Only a label with
 * its colon or in brackets (【存在不足】) is believed, and only where a sentence begins; a label of one word (不足：) is believed where several lines
 * of the report begin with it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-outline-walk.h"

#include "dz-char.h"

#include <string.h>

typedef struct
{
  const char *words;
  int kind;
} Label;

static const Label labels[] = {
  { "存在的主要问题", DZ_SECTION_PROBLEMS }, { "存在的主要不足", DZ_SECTION_PROBLEMS },
  { "存在的问题和不足", DZ_SECTION_PROBLEMS }, { "存在的不足", DZ_SECTION_PROBLEMS },
  { "存在的问题", DZ_SECTION_PROBLEMS }, { "存在的短板", DZ_SECTION_PROBLEMS },
  { "存在的差距", DZ_SECTION_PROBLEMS }, { "存在问题", DZ_SECTION_PROBLEMS },
  { "存在不足", DZ_SECTION_PROBLEMS }, { "主要问题", DZ_SECTION_PROBLEMS },
  { "主要不足", DZ_SECTION_PROBLEMS }, { "不足之处", DZ_SECTION_PROBLEMS },
  { "问题和不足", DZ_SECTION_PROBLEMS }, { "问题与不足", DZ_SECTION_PROBLEMS },
  { "差距和不足", DZ_SECTION_PROBLEMS }, { "短板弱项", DZ_SECTION_PROBLEMS },
  { "下一步措施", DZ_SECTION_PLAN }, { "下步措施", DZ_SECTION_PLAN },
  { "下一步打算", DZ_SECTION_PLAN }, { "下步打算", DZ_SECTION_PLAN },
  { "下一步计划", DZ_SECTION_PLAN }, { "下步计划", DZ_SECTION_PLAN },
  { "下一步工作", DZ_SECTION_PLAN }, { "下步工作", DZ_SECTION_PLAN },
  { "下一步", DZ_SECTION_PLAN }, { "下步", DZ_SECTION_PLAN },
  { "改进措施", DZ_SECTION_PLAN }, { "整改措施", DZ_SECTION_PLAN },
  { "改进方向", DZ_SECTION_PLAN }, { "努力方向", DZ_SECTION_PLAN },
  { "改进打算", DZ_SECTION_PLAN }, { "今后打算", DZ_SECTION_PLAN },
};

/* They open a part only behind the problems. */
static const Label cause_labels[] = {
  { "原因分析", DZ_SECTION_CAUSES }, { "原因剖析", DZ_SECTION_CAUSES },
  { "成因分析", DZ_SECTION_CAUSES }, { "问题原因", DZ_SECTION_CAUSES },
  { "产生原因", DZ_SECTION_CAUSES }, { "主要原因", DZ_SECTION_CAUSES },
};

static const Label short_cause_labels[] = {
  { "原因", DZ_SECTION_CAUSES }, { "成因", DZ_SECTION_CAUSES }, { "根源", DZ_SECTION_CAUSES }, { "症结", DZ_SECTION_CAUSES },
};

static const Label short_labels[] = {
  { "不足", DZ_SECTION_PROBLEMS }, { "问题", DZ_SECTION_PROBLEMS }, { "短板", DZ_SECTION_PROBLEMS },
  { "差距", DZ_SECTION_PROBLEMS }, { "打算", DZ_SECTION_PLAN },     { "计划", DZ_SECTION_PLAN },
  { "措施", DZ_SECTION_PLAN },     { "对策", DZ_SECTION_PLAN },     { "改进", DZ_SECTION_PLAN },
};
#define FEWEST_SHORT 2 /* lines */
#define LONGEST_LABEL 30 /* bytes, with its mark */

static int
read_of (const Label *list,
         guint        n_list,
         const char  *folded,
         DzSpan       rest)
{
  gboolean bracket = rest.end - rest.start > 3 && memcmp (folded + rest.start, "【", 3) == 0;
  const char *at = folded + rest.start + (bracket ? 3 : 0);
  gsize len = rest.end - rest.start - (bracket ? 3 : 0);
  const char *end = dz_word_find (at, 0, MIN (len, LONGEST_LABEL), bracket ? "】" : "：");

  /* most sentences begin with no label: they are told by their colon */
  for (guint i = 0; end != NULL && i < n_list; i++)
    if (strlen (list[i].words) == (gsize) (end - at) && memcmp (at, list[i].words, (gsize) (end - at)) == 0)
      return list[i].kind;

  return NO_ROLE;
}

/* The part the label at @rest opens, or -1. */
static int
read_label (DzOutlineWalk *walk,
            DzSpan         rest)
{
  int kind = read_of (labels, G_N_ELEMENTS (labels), walk->context->folded, rest);

  return kind == NO_ROLE && walk->labelled
           ? read_of (short_labels, G_N_ELEMENTS (short_labels), walk->context->folded, rest) : kind;
}

/**
 * dz_outline_is_labelled:
 *
 * Returns: whether lines of the report begin with labels, as 做法：… 不足：… 打算：… under each heading
 */
gboolean
dz_outline_is_labelled (DzOutlineWalk *walk)
{
  guint problems = 0;

  for (guint i = 0; i < walk->lines->len; i++)
    problems += read_of (short_labels, G_N_ELEMENTS (short_labels), walk->context->folded, LINE (walk, i)->span) ==
                  DZ_SECTION_PROBLEMS ||
                read_of (labels, G_N_ELEMENTS (labels), walk->context->folded, LINE (walk, i)->span) == DZ_SECTION_PROBLEMS;

  return problems >= FEWEST_SHORT;
}

/**
 * dz_outline_find_label:
 * @from: folded offset in the line to look from, where a sentence begins
 * @kind: (out): the part the label opens
 *
 * Returns: where the next label in the line begins, 0 if none does
 */
gsize
dz_outline_find_label (DzOutlineWalk *walk,
                       const DzLine  *line,
                       gsize          from,
                       int           *kind)
{
  for (gsize at = from; at < line->span.end;)
    {
      DzSpan sentence = { at, line->span.end };

      *kind = read_label (walk, sentence);
      if (*kind != NO_ROLE)
        return at;
      sentence.end = dz_report_lines_sentence_end (walk->context->folded, sentence);
      at = MAX (sentence.end, at + 1);
    }

  return 0;
}

static void
begin (DzOutlineWalk *walk,
       int            kind,
       guint          line,
       gsize          at)
{
  DzFound found = { .kind = kind, .level = 2, .line = line, .style = DZ_ORDINAL_NONE, .confidence = 0.8, .at = at };

  g_array_append_val (walk->found, found);
}

/**
 * dz_outline_is_cause_label:
 *
 * @rest: folded, from the beginning of a sentence on
 *
 * Returns: whether it begins with 原因分析： or the like, where lines begin with labels with 原因： too
 */
gboolean
dz_outline_is_cause_label (DzOutlineWalk *walk,
                           DzSpan         rest)
{
  return read_of (cause_labels, G_N_ELEMENTS (cause_labels), walk->context->folded, rest) == DZ_SECTION_CAUSES ||
         (walk->labelled && read_of (short_cause_labels, G_N_ELEMENTS (short_cause_labels), walk->context->folded, rest) ==
                              DZ_SECTION_CAUSES);
}

/**
 * dz_outline_take_labels:
 * @index: a line among what was done
 *
 * Begins the parts that labels within the line open, in the order 存在的不足：… 下步措施：….
 *
 * Returns: whether one was opened: the next line is of @outer again
 */
gboolean
dz_outline_take_labels (DzOutlineWalk *walk,
                        guint          index)
{
  const DzLine *line = LINE (walk, index);
  int last = NO_ROLE;
  int kind;

  for (gsize at = line->span.start; (at = dz_outline_find_label (walk, line, at, &kind)) > 0; at++)
    if (kind != last && (kind == DZ_SECTION_PROBLEMS || last == DZ_SECTION_PROBLEMS ||
                         (walk->labelled && at == line->span.start)))
      {
        begin (walk, kind, index, at == line->span.start ? 0 : at);
        last = kind;
      }

  return last != NO_ROLE;
}
