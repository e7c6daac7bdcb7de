/* dz-outline-headless.c - the parts of a report without any heading
 *
 * Its sentences tell them: 回头看，还有不少事没做好 begins the problems, 新的一年，我们准备 the plan, be
 * it a paragraph or the middle of the only one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-outline-walk.h"

#include "dz-char.h"
#include "dz-names.h"

#include <string.h>

#define SHORTEST_RESULTS 40 /* between 报告如下 and the first heading, to be a part of its own */
#define SHORTEST_TEXT 300   /* the same where no heading follows */
#define SHORTEST_SENTENCE 10
#define LONGEST_TURN 40     /* characters in which a sentence says what it turns to */
#define LONGEST_ADMISSION 120 /* of a sentence that is nothing else */
#define LEAD_WITHIN 14
#define LONGEST_CALL 14     /* 如下，请予审议。 */
#define SEVERAL 2           /* clauses that say what is lacking, behind a word that turns to it */
#define MANY 3              /* the same of a paragraph that begins so */

static gboolean
starts_with_any (const char        *at,
                 const char *const *words)
{
  for (; *words != NULL; words++)
    if (g_str_has_prefix (at, *words))
      return TRUE;

  return FALSE;
}

static gboolean
holds_any (DzOutlineWalk     *walk,
           DzSpan             span,
           const char *const *words)
{
  for (; *words != NULL; words++)
    if (dz_report_lines_holds (walk->context->folded, span, *words))
      return TRUE;

  return FALSE;
}

/* The first @n characters of @span at most. */
static DzSpan
first_of (DzOutlineWalk *walk,
          DzSpan         span,
          guint          n)
{
  const char *folded = walk->context->folded;
  gsize end = span.start;

  for (; n > 0 && end < span.end; n--)
    end += (gsize) g_utf8_skip[(guchar) folded[end]];

  return (DzSpan) { span.start, MIN (end, span.end) };
}

/* 下一步, 新的一年, 明年, and the year after the one reported on. */
static gboolean
turns_to_plan (DzOutlineWalk *walk,
               DzSpan         sentence)
{
  static const char *const words[] = { "下一步", "下步", "今后", "接下来", "下阶段", "下一阶段", "新的一年", "新一年", "明年", "来年",
                                       "下年度", "下一年", "往后", "展望", "打算上，", "计划上，", "安排上，", NULL };
  static const char *const towards[] = { "面向", "展望", "进入", "迈向", "迈入", "走进", "到", "在", NULL };
  DzSpan first = first_of (walk, sentence, LEAD_WITHIN);
  const char *at = walk->context->folded + sentence.start;
  DzDate date;

  if (starts_with_any (walk->context->folded + sentence.start, words))
    return TRUE;

  for (guint i = 0; towards[i] != NULL; i++)
    if (g_str_has_prefix (at, towards[i]))
      {
        first.start += strlen (towards[i]);
        break;
      }

  return dz_names_next_year (walk->context->folded, first, &date) && date.span.start == first.start &&
         walk->context->report->identity.year != 0 && date.year == walk->context->report->identity.year + 1;
}

/* 先说去年欠的账, 上一年度点评指出…: the whole paragraph tells what became of it. */
static gboolean
turns_to_last_year (DzOutlineWalk *walk,
                    DzSpan         line)
{
  static const char *const before[] = { "上年度", "上一年度", "上年", "去年", "上一年", "往年", NULL };
  static const char *const faults[] = { "问题", "不足", "点评", "指出", "反馈", "欠", "短板", "意见", "提了", "提的", "批评", NULL };
  static const char *const mended[] = { "整改", "改", "解决", "销号", "落实", "已", "今年", "补", NULL };
  DzSpan first = line;

  first.end = dz_report_lines_sentence_end (walk->context->folded, line);

  return holds_any (walk, first_of (walk, first, LEAD_WITHIN), before) &&
         holds_any (walk, first_of (walk, line, LONGEST_TURN), faults) && holds_any (walk, line, mended);
}

/* 存在的问题：…, 但与要求相比还有差距, 回头看，还有不少事没做好; 成绩之外，底子还薄：… where @rest, to the end of the line, says more
 * than once what is lacking; it is emptied once it does not, for no later sentence of the line has more behind it.
 * @within: characters the sentence must say by what it turns to */
static gboolean
turns_to_problems (DzOutlineWalk *walk,
                   DzSpan         sentence,
                   guint          within,
                   DzSpan        *rest)
{
  static const char *const turns[] = { "但", "然而", "不过", "同时", "当然", "与此同时", "回头看", "回头来看", "反观", "客观", "对照",
                                       "对标", "也要看到", "还要看到", "在看到", "在肯定", "看到成绩", "成绩之外", "成绩面前", "可是",
                                       "话说回来", "坦率", "实事求是", "一年下来", "虽", "尽管", "工作虽", "工作中虽", "成绩虽",
                                       "回顾", "回望", "回看", "反思", "不可否认", "不容回避", "毋庸讳言", "应当看到", "必须看到", "需要看到", "说实话",
                                       "坦言", "坦白", "过去一年", "一年来", NULL };
  static const char *const names[] = { "存在的", "存在问题", "存在不足", "主要问题", "主要不足", "不足之处", "问题是", "问题在于", "不足是",
                                       "短板是", "短板在于", "目前还", "当前还", "还有一些", "还有不少", "仍有", "主要短板", "问题也", "难处",
                                       "困难是", "差距在", "不足也", "短板也", "毛病也", "欠缺也", "不足同样", NULL };
  static const char *const wants[] = { "存在", "差距", "不足", "短板", "问题", "薄弱", "没做好", "没做到", "没有做", "不够", "不尽如人意",
                                       "不尽人意", "欠缺", "困难", "弱项", "遗憾", "欠账", "没跟上", "不满意", "难题", "没干好", NULL };
  static const char *const settled[] = { "没有存在", "不存在", "针对存在", "解决", "整改", "破解", "聚焦", "补齐", NULL };
  DzSpan turn = first_of (walk, sentence, within);

  if (holds_any (walk, turn, settled))
    return FALSE;
  if (!holds_any (walk, turn, wants))
    {
      if (dz_span_is_empty (*rest) || !starts_with_any (walk->context->folded + sentence.start, turns))
        return FALSE;
      rest->start = sentence.start;
      if (dz_outline_count_shortfalls (walk, *rest, FALSE) >= SEVERAL)
        return TRUE;
      *rest = DZ_SPAN_NONE;
      return FALSE;
    }

  return starts_with_any (walk->context->folded + sentence.start, turns) ||
         starts_with_any (walk->context->folded + sentence.start, names);
}

/**
 * dz_outline_begins_with_admission:
 * @top: of a plan
 *
 * Returns: whether its first sentence says what is lacking, and nothing of what will be done: 虽然取得一些成绩，但队伍专业化水平不高的问题
 * 依然存在。2025年，我镇将…
 */
gboolean
dz_outline_begins_with_admission (DzOutlineWalk      *walk,
                                  const DzTopHeading *top)
{
  static const char *const will[] = { "将", "下一步", "下步", "继续", "进一步", "着力", "计划", "为此", NULL };
  const DzLine *line = LINE (walk, top->line);
  DzSpan sentence, rest;

  if (!line->whole || top->line + 1 >= top->end)
    return FALSE;
  sentence = rest = LINE (walk, top->line + 1)->span;
  sentence.end = dz_report_lines_sentence_end (walk->context->folded, sentence);
  rest.end = sentence.end;

  return !holds_any (walk, sentence, will) && turns_to_problems (walk, sentence, LONGEST_ADMISSION, &rest);
}

static gboolean
is_sentence (DzOutlineWalk *walk,
             const DzLine  *line)
{
  static const char *const marks[] = { "。", "；", NULL };

  return !line->furniture && holds_any (walk, line->span, marks) &&
         dz_report_lines_count (walk->context->folded, line->span) >= SHORTEST_SENTENCE &&
         !dz_outline_is_title (walk, line);
}

/* …现将情况述职如下，请评议。: what is told begins with the next line. */
static gboolean
announces_rest (DzOutlineWalk *walk,
                const DzLine  *line)
{
  const char *folded = walk->context->folded;
  const char *word = dz_word_find (folded, line->span.start, line->span.end, "如下");

  return word != NULL && dz_report_lines_count (folded, (DzSpan){ (gsize) (word - folded), line->span.end }) <= LONGEST_CALL;
}

static void
begin (DzOutlineWalk *walk,
       int            kind,
       guint          line,
       gsize          at)
{
  DzFound found = { .kind = kind, .level = 1, .line = line, .style = DZ_ORDINAL_NONE, .confidence = 0.5, .at = at };

  g_array_append_val (walk->found, found);
}

/* 分析起来，主要是…: the paragraph begins with what announces causes, however long its first sentence. */
static gboolean
blames (DzOutlineWalk *walk,
        DzSpan         line)
{
  g_autoptr(GArray) hits = dz_rule_set_find (walk->self->lead_ins, walk->context->folded, line);
  DzSectionKind kind;

  for (guint i = 0; i < hits->len; i++)
    {
      const DzRuleHit *hit = &g_array_index (hits, DzRuleHit, i);

      if (hit->span.start == line.start && dz_section_kind_from_string (hit->entry->id, &kind) &&
          kind == DZ_SECTION_CAUSES)
        return TRUE;
    }

  return FALSE;
}

/* Walks the sentences of @line on from part to part: achievements, the year before, problems, causes with a label, plan. */
static void
walk_sentences (DzOutlineWalk *walk,
                guint          index,
                int           *kind)
{
  const char *folded = walk->context->folded;
  DzSpan line = LINE (walk, index)->span, rest = line;

  for (gsize at = line.start; at < line.end;)
    {
      DzSpan sentence = { at, line.end };
      int next = *kind;

      sentence.end = dz_report_lines_sentence_end (folded, sentence);
      if (*kind == DZ_SECTION_LAST_YEAR)
        next = at == line.start ? DZ_SECTION_ACHIEVEMENTS : DZ_SECTION_LAST_YEAR;
      if (at == line.start && next == DZ_SECTION_ACHIEVEMENTS && turns_to_last_year (walk, line))
        next = DZ_SECTION_LAST_YEAR;
      else if (next == DZ_SECTION_ACHIEVEMENTS &&
          (turns_to_problems (walk, sentence, LONGEST_TURN, &rest) ||
           (at == line.start && dz_outline_count_shortfalls (walk, line, TRUE) >= MANY)))
        next = DZ_SECTION_PROBLEMS;
      else if (*kind == DZ_SECTION_PROBLEMS &&
               (dz_outline_is_cause_label (walk, (DzSpan){ at, line.end }) ||
                (at == line.start && blames (walk, line))))
        next = DZ_SECTION_CAUSES;
      else if (*kind != DZ_SECTION_PLAN && *kind != DZ_SECTION_OPENING && turns_to_plan (walk, sentence))
        next = DZ_SECTION_PLAN;
      if (next != *kind)
        {
          begin (walk, next, index, at == line.start ? 0 : at);
          *kind = next;
        }
      at = MAX (sentence.end, at + 1);
    }
}

/**
 * dz_outline_take_sentences:
 * @end: the line the closing begins at
 *
 * Finds the parts of a report in which no heading was found; leaves what was found where the
 * sentences tell no more than one part.
 */
void
dz_outline_take_sentences (DzOutlineWalk *walk,
                           guint          end)
{
  g_autoptr(GArray) before = g_steal_pointer (&walk->found);
  g_autoptr(GArray) found = g_array_new (FALSE, TRUE, sizeof (DzFound));
  int kind = DZ_SECTION_OPENING;

  walk->found = found;
  for (guint i = 0; i < end; i++)
    {
      if (kind == DZ_SECTION_OPENING && is_sentence (walk, LINE (walk, i)) && !announces_rest (walk, LINE (walk, i)))
        {
          kind = DZ_SECTION_ACHIEVEMENTS;
          begin (walk, kind, i, 0);
        }
      if (!LINE (walk, i)->furniture)
        walk_sentences (walk, i, &kind);
    }
  walk->found = g_steal_pointer (&before);
  if (found->len > MAX (1, walk->found->len))
    {
      g_array_set_size (walk->found, 0);
      g_array_append_vals (walk->found, found->data, found->len);
    }
}

/* The paragraphs without a number behind the last numbered line: the first of them, @end where there are none or a part
 * of its own begins with or among them. */
static guint
find_trailing (DzOutlineWalk *walk,
               guint          end)
{
  const DzFound *last = walk->found->len > 0 ? &g_array_index (walk->found, DzFound, walk->found->len - 1) : NULL;
  guint first = end;

  if (last == NULL || (last->kind != DZ_SECTION_ACHIEVEMENTS && last->kind != DZ_SECTION_PRINCIPAL_DUTY))
    return end;
  while (first > last->line + 1 && LINE (walk, first - 1)->style == DZ_ORDINAL_NONE)
    first--;

  return first;
}

/**
 * dz_outline_take_trailing:
 * @end: the line the closing begins at
 *
 * 五、抓服务。… 工作有进步，但问题也不少。主要是：… 明年，我们打算：…: the headings are all of what was done, and the problems
 * follow the last of them without one. Leaves what was found where no problems are told so.
 */
void
dz_outline_take_trailing (DzOutlineWalk *walk,
                          guint          end)
{
  guint before = walk->found->len;
  int kind = DZ_SECTION_ACHIEVEMENTS;
  gboolean any = FALSE;

  for (guint i = 0; i < before; i++)
    any |= g_array_index (walk->found, DzFound, i).kind == DZ_SECTION_PROBLEMS;
  if (any)
    return;
  for (guint i = find_trailing (walk, end); i < end; i++)
    if (!LINE (walk, i)->furniture && is_sentence (walk, LINE (walk, i)))
      walk_sentences (walk, i, &kind);
  for (guint i = before; i < walk->found->len; i++)
    any |= g_array_index (walk->found, DzFound, i).kind == DZ_SECTION_PROBLEMS;
  if (!any)
    g_array_set_size (walk->found, before);
}

/**
 * dz_outline_take_headless:
 * @end: the line the closing begins at
 *
 * Text before the first heading: all after 报告如下 is what was done.
 */
void
dz_outline_take_headless (DzOutlineWalk *walk,
                          guint          end)
{
  guint first = walk->found->len > 0 ? g_array_index (walk->found, DzFound, 0).line : end;
  gsize body = 0;
  guint start = 0;
  DzFound found = { .kind = DZ_SECTION_ACHIEVEMENTS, .level = 1, .style = DZ_ORDINAL_NONE, .confidence = 0.5 };

  for (guint i = 0; i < first; i++)
    {
      const DzLine *line = LINE (walk, i);

      if (dz_report_lines_holds (walk->context->folded, line->span, "如下"))
        {
          start = i + 1;
          body = 0;
        }
      else if (start > 0)
        body += dz_report_lines_count (walk->context->folded, line->span);
    }
  if (start == 0 || start >= first ||
      body < (walk->found->len > 0 ? SHORTEST_RESULTS : SHORTEST_TEXT))
    return;
  found.line = start;
  g_array_insert_val (walk->found, 0, found);
}
