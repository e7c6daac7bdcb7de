/* dz-report-sentences.c - the sentences of a report, and what each of them is for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-report-sentences.h"

#include "dz-char.h"
#include "dz-sentence-walk.h"

#include <string.h>

#define NAMES_PLAN 2
#define PLAN_STARTS_WITHIN 3
#define LONGEST_ADMISSION 24 /* characters of 工作中也有不足 */
#define SHORTEST_PROBLEM 12 /* characters, before the plan of its paragraph */

typedef DzSentenceWalk Walk;

/**
 * dz_report_sentences_new:
 *
 * Returns: (transfer full) (nullable): the compiled words
 */
DzReportSentences *
dz_report_sentences_new (DzCodebook *codebook,
                         GError    **error)
{
  g_autoptr(DzReportSentences) self = g_new0 (DzReportSentences, 1);

  self->headings = dz_rule_set_new (codebook);
  if (!dz_rule_set_make_words (&self->plan_start, codebook, "plan-start", error) ||
      !dz_rule_set_make_words (&self->plan_start_strong, codebook, "plan-start-strong", error) ||
      !dz_rule_set_make_words (&self->admission, codebook, "admission", error) ||
      !dz_rule_set_make_words (&self->cause_lead, codebook, "cause-lead", error) ||
      !dz_rule_set_make_words (&self->thought, codebook, "thought", error) ||
      !dz_rule_set_make_words (&self->thought_of_shortfalls, codebook, "thought-of-shortfalls", error) ||
      !dz_rule_set_make_words (&self->cause_opening, codebook, "cause-opening", error) ||
      !dz_rule_set_make_words (&self->by_form, codebook, "admission-by-form", error) ||
      !dz_rule_set_make_words (&self->no_admission, codebook, "no-admission", error) ||
      !dz_rule_set_make_words (&self->no_lead_in, codebook, "no-lead-in", error) ||
      !dz_rule_set_make_words (&self->shortfall, codebook, "zone-shortfall", error) ||
      (self->labels = dz_part_labels_new (codebook, error)) == NULL ||
      !dz_rule_set_add_kind (self->headings, DZ_ENTRY_SECTION, "heading", error))
    return NULL;
  dz_rule_set_compile (self->headings);

  return g_steal_pointer (&self);
}

void
dz_report_sentences_free (DzReportSentences *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->plan_start, dz_rule_set_free);
  g_clear_pointer (&self->plan_start_strong, dz_rule_set_free);
  g_clear_pointer (&self->admission, dz_rule_set_free);
  g_clear_pointer (&self->cause_lead, dz_rule_set_free);
  g_clear_pointer (&self->thought, dz_rule_set_free);
  g_clear_pointer (&self->thought_of_shortfalls, dz_rule_set_free);
  g_clear_pointer (&self->cause_opening, dz_rule_set_free);
  g_clear_pointer (&self->headings, dz_rule_set_free);
  g_clear_pointer (&self->by_form, dz_rule_set_free);
  g_clear_pointer (&self->no_admission, dz_rule_set_free);
  g_clear_pointer (&self->no_lead_in, dz_rule_set_free);
  g_clear_pointer (&self->shortfall, dz_rule_set_free);
  g_clear_pointer (&self->labels, dz_part_labels_free);
  g_free (self);
}

/* Nothing but a mark, or little, stands before @at in its clause. */
static gboolean
begins_clause (const char *folded,
               DzSpan      span,
               gsize       at)
{
  DzSpan clause = dz_report_sentences_clause (folded, span, (DzSpan){ at, at });

  return dz_report_lines_count (folded, (DzSpan){ MIN (clause.start, at), at }) <= PLAN_STARTS_WITHIN;
}

static gboolean
begins_with (DzRuleSet  *set,
             const char *folded,
             DzSpan      span)
{
  g_autoptr(GArray) hits = dz_rule_set_find (set, folded, span);

  for (guint i = 0; i < hits->len; i++)
    {
      DzSpan before = { span.start, g_array_index (hits, DzRuleHit, i).span.start };

      if (dz_report_lines_count (folded, before) <= PLAN_STARTS_WITHIN)
        return TRUE;
    }

  return FALSE;
}

static DzSpan
find_parent (Walk *walk)
{
  for (int style = (int) walk->style - 1; style >= 0; style--)
    if (!dz_span_is_empty (walk->heads[style]))
      return walk->heads[style];

  return DZ_SPAN_NONE;
}

/**
 * dz_sentence_walk_begin_point:
 *
 * A new point: deeper headings of the point before are forgotten.
 */
void
dz_sentence_walk_begin_point (DzSentenceWalk *walk,
                              DzOrdinalStyle  style,
                              DzSpan          heading)
{
  walk->point++;
  walk->heading = heading;
  walk->style = style;
  walk->counted = style != DZ_ORDINAL_NONE;
  walk->heads[style] = heading;
  for (guint deeper = style + 1; deeper <= DZ_ORDINAL_NONE; deeper++)
    walk->heads[deeper] = DZ_SPAN_NONE;
}

/**
 * dz_sentence_walk_append:
 * @span: one sentence, or the part of one that is for @zone; nothing is appended where it is empty
 */
void
dz_sentence_walk_append (DzSentenceWalk *walk,
                         DzZone          zone,
                         DzSpan          span,
                         guint           line,
                         gboolean        is_heading)
{
  DzReportSentence sentence = { zone, span, walk->heading, find_parent (walk), walk->point, line,
                          is_heading, walk->counted };

  if (!dz_span_is_empty (span))
    g_array_append_val (walk->sentences, sentence);
}

static gboolean
begins_next_year (Walk  *walk,
                  DzSpan span)
{
  int year = walk->context->report->identity.year;
  g_autofree char *next = g_strdup_printf ("%d年", year + 1);

  return year > 0 && span.start + strlen (next) <= span.end &&
         memcmp (walk->context->folded + span.start, next, strlen (next)) == 0;
}

/* Clauses of @span that tell a shortfall, each once. */
static guint
count_shortfalls (Walk  *walk,
                  DzSpan span)
{
  g_autoptr(GArray) hits = dz_rule_set_find (walk->self->shortfall, walk->context->folded, span);
  gsize last = span.start;
  guint n = 0;

  for (guint i = 0; i < hits->len; i++)
    {
      DzSpan hit = g_array_index (hits, DzRuleHit, i).span;

      if (hit.start < last)
        continue;
      n++;
      last = dz_report_sentences_clause (walk->context->folded, span, hit).end;
      last = MAX (last, hit.end);
    }

  return n;
}

/* Where in @span the plan begins, its end if it does not: 下一步 at its beginning or behind a comma; 将 or 要 at its
 * beginning only under a heading that speaks of problems. */
static gsize
find_plan_start (Walk  *walk,
                 DzZone zone,
                 DzSpan span)
{
  const char *folded = walk->context->folded;
  DzSpan rest = span;

  while (rest.start < span.end)
    {
      const char *comma = NULL;

      if (begins_with (rest.start == span.start && zone == DZ_ZONE_PROBLEM ? walk->self->plan_start : walk->self->plan_start_strong,
                       folded, rest) ||
          begins_next_year (walk, rest))
        return rest.start;
      for (const char *p = folded + rest.start; p < folded + span.end; p = g_utf8_next_char (p))
        if (dz_sentence_walk_is_mark (dz_char_at (p)))
          {
            comma = g_utf8_next_char (p);
            break;
          }
      if (comma == NULL)
        break;
      rest.start = (gsize) (comma - folded);
    }

  return span.end;
}

/* 公开偏少，将制定目录；案卷质量不高，拟评查。: each sentence tells a shortfall first, then what will be done. */
static gboolean
tells_another_problem (Walk  *walk,
                       DzSpan span)
{
  gsize plan = find_plan_start (walk, DZ_ZONE_PROBLEM, span);

  return plan > span.start && count_shortfalls (walk, (DzSpan){ span.start, plan }) > 0 &&
         !dz_rule_set_matches (walk->self->no_admission, walk->context->folded, (DzSpan){ span.start, plan });
}

/* Whether the causes under way go on with this sentence: their own list, 一是…；二是…, is followed as long as it
 * goes on; the next number of the points' list ends them. */
static gboolean
goes_on_with_causes (Walk *walk)
{
  if (!walk->in_causes)
    return FALSE;
  if (walk->number == 0)
    return walk->inner == 0; /* behind their list the point has ended */
  if (walk->number != walk->inner + 1 || (walk->inner == 0 && walk->number == walk->outer + 1 && walk->outer > 0))
    return FALSE;
  walk->inner = walk->number;

  return TRUE;
}

/* 三是遇事找人。主要是寨子偏远，老人多。: behind what a point tells, the sentence says why. */
static gboolean
opens_causes (Walk  *walk,
              DzSpan span)
{
  const DzReportSentence *before = walk->sentences->len > 0
                                     ? &g_array_index (walk->sentences, DzReportSentence, walk->sentences->len - 1)
                                     : NULL;

  return before != NULL && before->point == walk->point && before->zone == DZ_ZONE_PROBLEM &&
         !dz_span_is_empty (walk->heading) && begins_with (walk->self->cause_opening, walk->context->folded, span);
}

/* Where the words of @span that lead to causes begin; its end if there are none. 静下心来想，差距是明摆着的 leads to what is
 * amiss. */
static gsize
find_cause_lead (DzReportSentences *self,
                 const char        *folded,
                 DzSpan             span)
{
  g_autoptr(GArray) hits = dz_rule_set_find (self->cause_lead, folded, span);
  g_autoptr(GArray) thoughts = dz_rule_set_find (self->thought, folded, span);
  g_autoptr(GArray) shortfalls = NULL;
  gsize from = hits->len > 0 ? g_array_index (hits, DzRuleHit, 0).span.start : span.end;
  DzSpan thought;

  if (thoughts->len == 0 || g_array_index (thoughts, DzRuleHit, 0).span.start >= from)
    return from;
  thought = g_array_index (thoughts, DzRuleHit, 0).span;
  shortfalls = dz_rule_set_find (self->thought_of_shortfalls, folded, (DzSpan){ thought.end, span.end });

  return shortfalls->len > 0 ? from : thought.start;
}

/* 推进不平衡，主要原因：一是…；二是…。: from the lead on causes are told, to the end of the list. @zone is that of
 * what stands before. */
static void
append_told (Walk    *walk,
             DzZone   zone,
             DzSpan   span,
             guint    line,
             gboolean is_heading)
{
  const char *folded = walk->context->folded;
  gsize from;

  if (dz_span_is_empty (span))
    return;
  if (goes_on_with_causes (walk))
    {
      dz_sentence_walk_append (walk, DZ_ZONE_CAUSE, span, line, FALSE);
      return;
    }
  if (opens_causes (walk, span))
    {
      dz_sentence_walk_append (walk, DZ_ZONE_CAUSE, span, line, FALSE);
      return;
    }
  from = find_cause_lead (walk->self, folded, span);
  walk->in_causes = from < span.end;
  walk->inner = 0;
  walk->outer = walk->number > 0 ? walk->number : walk->outer;
  if (walk->in_causes)
    {
      dz_sentence_walk_append (walk, zone, (DzSpan){ span.start, from }, line, is_heading);
      dz_sentence_walk_append (walk, DZ_ZONE_CAUSE, (DzSpan){ from, span.end }, line, FALSE);
      if (dz_report_lines_holds (folded, (DzSpan){ from, span.end }, "：一是"))
        walk->inner = 1;
      return;
    }
  dz_sentence_walk_append (walk, zone, span, line, is_heading);
}

/* In a merged section the plan may begin in the middle of a sentence: ...不足，下一步将... @zone is that of what
 * stands before. */
static void
append_merged (Walk    *walk,
               DzZone   zone,
               DzSpan   span,
               guint    line,
               gboolean is_heading)
{
  gsize plan;

  if (walk->in_plan && !walk->plan_to_the_end && !is_heading && tells_another_problem (walk, span))
    walk->in_plan = FALSE;
  plan = walk->in_plan ? span.start : find_plan_start (walk, zone, span);
  append_told (walk, zone, (DzSpan){ span.start, plan }, line, is_heading);
  if (plan == span.end)
    return;
  if (!walk->in_plan && walk->number > 0 && plan > span.start)
    walk->answered = walk->number;
  else if (!walk->in_plan && walk->in_run) /* the last problem of a run is no heading of the plan */
    dz_sentence_walk_begin_point (walk, DZ_ORDINAL_RUN, DZ_SPAN_NONE);
  walk->in_plan = TRUE;
  dz_sentence_walk_append (walk, DZ_ZONE_PLAN, (DzSpan){ plan, span.end }, line, is_heading);
}

/* Where an admission begins in @span: a fixed phrase of the second half, or in the last third, or behind all that is
 * numbered, what turns with 但, 同时, 回头看 to a shortfall. */
static gsize
find_admission (Walk  *walk,
                DzSpan span)
{
  const char *folded = walk->context->folded;
  gsize len = walk->context->folded_len;
  g_autoptr(GArray) hits = NULL;
  g_autoptr(GArray) turns = NULL;

  if (span.start * 2 <= len)
    return span.end;
  hits = dz_rule_set_find (walk->self->admission, folded, span);
  if (hits->len > 0)
    return g_array_index (hits, DzRuleHit, 0).span.start;
  if ((span.start * 3 <= len * 2 && span.start <= walk->last_counted) || dz_rule_set_matches (walk->self->no_admission, folded, span))
    return span.end;
  turns = dz_rule_set_find (walk->self->by_form, folded, span);

  return turns->len > 0 && begins_clause (folded, span, g_array_index (turns, DzRuleHit, 0).span.start)
           ? g_array_index (turns, DzRuleHit, 0).span.start : span.end;
}

/* 工作中也有不足。…, 回头看，短板也不少：…: what the paragraph begins with says that it admits. */
static gboolean
begins_admission (Walk         *walk,
                  const DzLine *line)
{
  const char *folded = walk->context->folded;
  DzSpan first = { line->span.start, dz_report_lines_sentence_end (folded, line->span) };
  const char *colon = g_strstr_len (folded + first.start, (gssize) (first.end - first.start), "：");

  if (colon != NULL)
    first.end = (gsize) (colon - folded);

  return line->span.start * 3 > walk->context->folded_len && dz_report_lines_count (folded, first) <= LONGEST_ADMISSION &&
         (dz_rule_set_matches (walk->self->by_form, folded, first) ||
          dz_rule_set_matches (walk->self->admission, folded, first)) &&
         !dz_rule_set_matches (walk->self->no_lead_in, folded, first) && first.end < line->span.end;
}

/* A paragraph of the last third, or behind all that is numbered, that tells two shortfalls or more, and nothing of
 * how they were mended, or that begins with saying so. */
static gboolean
is_admission (Walk         *walk,
              const DzLine *line)
{
  if (line->style != DZ_ORDINAL_NONE || dz_rule_set_matches (walk->self->no_admission, walk->context->folded, line->span))
    return FALSE;

  return begins_admission (walk, line) ||
         (line->span.start * 2 > walk->context->folded_len &&
          (line->span.start * 3 > walk->context->folded_len * 2 || line->span.start > walk->last_counted) &&
          count_shortfalls (walk, line->span) >= 2);
}

/* Without a problems section: from 但也要看到 to the end of the paragraph; a later paragraph that
 * begins with 下一步 or the next year is the plan. */
static void
append_plain (Walk    *walk,
              DzSpan   span,
              guint    line,
              gboolean is_heading)
{
  const char *folded = walk->context->folded;

  if (!walk->declared && !walk->admits)
    {
      gsize from = find_admission (walk, span);

      if (from < span.end)
        {
          dz_sentence_walk_append (walk, DZ_ZONE_OTHER, (DzSpan){ span.start, from }, line, is_heading);
          span.start = from;
          dz_sentence_walk_begin_point (walk, DZ_ORDINAL_NONE, DZ_SPAN_NONE); /* no part of the measure told before it */
          walk->admits = walk->admitted = TRUE;
        }
    }
  if (walk->admitted && (begins_with (walk->self->plan_start_strong, folded, span) ||
                         begins_next_year (walk, span)))
    walk->admits = walk->in_plan = TRUE;
  if (walk->admits)
    append_merged (walk, DZ_ZONE_ADMISSION, span, line, is_heading);
  else
    dz_sentence_walk_append (walk, DZ_ZONE_OTHER, span, line, is_heading);
}

static void
append_problem (Walk    *walk,
                DzSpan   span,
                guint    line,
                gboolean is_heading)
{
  if (walk->in_plan)
    dz_sentence_walk_append (walk, DZ_ZONE_PLAN, span, line, is_heading);
  else
    append_told (walk, DZ_ZONE_PROBLEM, span, line, is_heading);
}

static void
append_by_section (Walk         *walk,
                   DzSectionKind kind,
                   DzSpan        span,
                   guint         line,
                   gboolean      is_heading)
{
  const char *folded = walk->context->folded;

  switch (kind)
    {
    case DZ_SECTION_PROBLEMS:
      if (!is_heading && begins_with (walk->self->plan_start_strong, folded, span))
        walk->in_plan = TRUE;
      append_problem (walk, span, line, is_heading);
      break;
    case DZ_SECTION_MERGED:
      append_merged (walk, DZ_ZONE_PROBLEM, span, line, is_heading);
      break;
    case DZ_SECTION_CAUSES:
      dz_sentence_walk_append (walk, DZ_ZONE_CAUSE, span, line, is_heading);
      break;
    case DZ_SECTION_PLAN:
      dz_sentence_walk_append (walk, DZ_ZONE_PLAN, span, line, is_heading);
      break;
    case DZ_SECTION_LAST_YEAR:
      dz_sentence_walk_append (walk, DZ_ZONE_LAST_YEAR, span, line, is_heading);
      break;
    case DZ_SECTION_OPENING:
    case DZ_SECTION_CLOSING:
      if (!walk->declared && kind == DZ_SECTION_CLOSING)
        append_plain (walk, span, line, is_heading);
      else
        dz_sentence_walk_append (walk, DZ_ZONE_FRAME, span, line, is_heading);
      break;
    case DZ_SECTION_ACHIEVEMENTS:
    case DZ_SECTION_PRINCIPAL_DUTY:
    case DZ_SECTION_OTHER:
    default:
      append_plain (walk, span, line, is_heading);
      break;
    }
}

/* 问题之二：…。下一步，…: a paragraph that tells a problem and then what will be done is a point of its own. */
static gboolean
plans_behind_problem (Walk  *walk,
                      DzSpan line)
{
  gsize plan = find_plan_start (walk, DZ_ZONE_ADMISSION, line);

  return plan < line.end && dz_report_lines_count (walk->context->folded, (DzSpan){ line.start, plan }) >= SHORTEST_PROBLEM;
}

/* A heading inside a merged section that names the plan parts it to its end. A sentence of several clauses
 * (安排部署多，跟踪问效少。) is no such heading. */
static gboolean
names_plan (Walk         *walk,
            const DzLine *line)
{
  g_autoptr(GArray) hits = NULL;
  gboolean plan = FALSE;

  if (dz_span_is_empty (line->heading) || line->style >= DZ_ORDINAL_RUN ||
      dz_report_lines_is_told (walk->context->folded, line))
    return FALSE;
  hits = dz_rule_set_find (walk->self->headings, walk->context->folded, line->heading);
  for (guint i = 0; i < hits->len; i++)
    {
      const DzRuleHit *hit = &g_array_index (hits, DzRuleHit, i);
      const char *id = hit->entry->id;

      if (g_str_equal (id, "problems") || g_str_equal (id, "merged"))
        return FALSE;
      /* words that only hint at a plan (任务, 补, 方向) stand in the headings of problems too */
      plan |= g_str_equal (id, "plan") && dz_rule_get_int (hit->rule, "weight", NAMES_PLAN) >= NAMES_PLAN &&
              (hit->span.end == line->heading.end || !g_str_equal (dz_rule_get_word (hit->rule, "end"), "yes"));
    }

  return plan;
}

/* 从三个方面改进：一要…；二要…: the list begins a sentence of its own. */
static gsize
find_list (const char *folded,
           DzSpan      sentence)
{
  for (const char *p = folded + sentence.start; p < folded + sentence.end; p = g_utf8_next_char (p))
    {
      const char *next = g_utf8_next_char (p);
      DzOrdinalStyle style;
      guint number;

      if (dz_char_at (p) == 0xff1a && next < folded + sentence.end &&
          dz_report_lines_read_ordinal (next, (gsize) (folded + sentence.end - next), &style, &number) > 0 &&
          style == DZ_ORDINAL_RUN && number == 1)
        return (gsize) (next - folded);
    }

  return sentence.end;
}

/* Goes to the section that holds @start; none of the points before is in it. Returns its kind. */
static DzSectionKind
enter_section (Walk *walk,
               gsize start)
{
  GArray *sections = walk->context->report->sections;

  while (walk->section + 1 < sections->len && g_array_index (sections, DzSection, walk->section + 1).span.start <= start)
    {
      walk->section++;
      walk->point++;
      walk->heading = DZ_SPAN_NONE;
      walk->counted = FALSE;
      memset (walk->heads, 0, sizeof walk->heads);
      walk->in_plan = walk->plan_to_the_end = FALSE;
      walk->in_causes = FALSE;
      walk->n_columns = 0;
      walk->label = DZ_PART_LABEL_NONE;
    }

  return g_array_index (sections, DzSection, walk->section).kind;
}

static gboolean
declares (DzSectionKind kind)
{
  return kind == DZ_SECTION_PROBLEMS || kind == DZ_SECTION_MERGED;
}

/* The point the line begins, if it begins one. */
static void
begin_line (Walk         *walk,
            const DzLine *line,
            DzSectionKind kind)
{
  const char *folded = walk->context->folded;

  if (line->style != DZ_ORDINAL_NONE)
    {
      dz_sentence_walk_begin_point (walk, line->style, line->heading);
      if (names_plan (walk, line))
        walk->plan_to_the_end = TRUE;
      walk->in_plan = walk->plan_to_the_end;
    }
  else if (kind != DZ_SECTION_MERGED)
    {
      walk->in_plan = FALSE;
      /* where nothing is numbered each paragraph tells its own */
      if (kind == DZ_SECTION_PROBLEMS && !walk->counted && !dz_sentence_walk_goes_on (walk, line->span))
        dz_sentence_walk_begin_point (walk, DZ_ORDINAL_NONE, DZ_SPAN_NONE);
    }
  else if (!walk->plan_to_the_end && plans_behind_problem (walk, line->span))
    {
      dz_sentence_walk_begin_point (walk, DZ_ORDINAL_NONE,
                                    (DzSpan){ line->span.start, dz_report_lines_sentence_end (folded, line->span) });
      walk->in_plan = FALSE;
    }
}

static void
walk_line (Walk         *walk,
           guint         index,
           DzSectionKind kind)
{
  const char *folded = walk->context->folded;
  const DzLine *line = &g_array_index (walk->context->lines, DzLine, index);
  DzSpan rest = line->span;
  gboolean first = TRUE;

  walk->admits = FALSE;
  walk->in_run = FALSE;
  walk->answered = 0;
  walk->in_causes = FALSE;
  walk->outer = walk->inner = 0;
  walk->label = DZ_PART_LABEL_NONE;
  if (declares (kind) && dz_sentence_walk_take_row (walk, line, index))
    return;
  if (!walk->declared && kind != DZ_SECTION_PLAN && kind != DZ_SECTION_OPENING && is_admission (walk, line))
    walk->admits = walk->admitted = TRUE;
  begin_line (walk, line, kind);
  while (rest.start < rest.end)
    {
      DzSpan sentence = { rest.start, dz_report_lines_sentence_end (folded, rest) };
      DzOrdinalStyle style;
      guint number;
      gsize used = dz_report_lines_read_ordinal (folded + sentence.start, sentence.end - sentence.start,
                                                 &style, &number);
      gboolean is_heading = first && line->style != DZ_ORDINAL_NONE &&
                            !dz_span_is_empty (line->heading);

      if (!is_heading)
        sentence.end = find_list (folded, sentence);
      if (!first) /* a report without headings has its parts inside its lines */
        kind = enter_section (walk, dz_fold_to_original (walk->context->fold, sentence).start);
      rest.start = sentence.end;
      sentence.start += used;
      walk->number = used > 0 ? number : 0;
      if (used > 0 && !first)
        {
          dz_sentence_walk_begin_point (walk, style, sentence);
          walk->in_run = TRUE;
          /* 原因：一是…；二是…。 goes on; 一是…。原因：…。二是… is the next problem */
          if (walk->label > DZ_PART_LABEL_PROBLEM && number != walk->told + 1)
            walk->label = DZ_PART_LABEL_NONE;
          walk->told = number;
          if (walk->answered > 0 && number == walk->answered + 1)
            walk->in_plan = walk->plan_to_the_end;
        }
      if (declares (kind))
        {
          gsize start = sentence.start;

          dz_sentence_walk_take_label (walk, &sentence, used == 0);
          is_heading = is_heading && sentence.start == start;
        }
      if (is_heading && sentence.end > line->heading.end + 3)
        {
          /* the heading ends at a colon: what follows it is a sentence of its own */
          DzSpan head = { sentence.start, line->heading.end };

          append_by_section (walk, kind, head, index, TRUE);
          sentence.start = line->heading.end + 3;
          is_heading = FALSE;
          used = dz_report_lines_read_ordinal (folded + sentence.start, sentence.end - sentence.start,
                                               &style, &number);
          sentence.start += used;
          walk->number = used > 0 ? number : 0;
        }
      if (walk->label > DZ_PART_LABEL_PROBLEM)
        dz_sentence_walk_append_labelled (walk, sentence, index);
      else
        append_by_section (walk, kind, sentence, index, is_heading);
      first = FALSE;
    }
}

static gsize
find_last_counted (DzContext *context)
{
  for (guint i = context->lines->len; i > 0; i--)
    if (g_array_index (context->lines, DzLine, i - 1).style != DZ_ORDINAL_NONE)
      return g_array_index (context->lines, DzLine, i - 1).span.start;

  return context->folded_len;
}

/**
 * dz_report_sentences_find:
 *
 * The report's sections must be known.
 *
 * Returns: (transfer full) (element-type DzReportSentence): every sentence, in order
 */
GArray *
dz_report_sentences_find (DzReportSentences *self,
                          DzContext         *context)
{
  GArray *sections = context->report->sections;
  Walk walk = { self, context, g_array_new (FALSE, FALSE, sizeof (DzReportSentence)),
                0, FALSE, 0, DZ_SPAN_NONE, { DZ_SPAN_NONE }, DZ_ORDINAL_NONE };

  walk.last_counted = find_last_counted (context);
  for (guint i = 0; i < sections->len; i++)
    {
      DzSectionKind kind = g_array_index (sections, DzSection, i).kind;

      walk.declared |= kind == DZ_SECTION_PROBLEMS || kind == DZ_SECTION_MERGED;
    }
  for (guint i = 0; i < context->lines->len; i++)
    {
      const DzLine *line = &g_array_index (context->lines, DzLine, i);
      gsize start = dz_fold_to_original (context->fold, line->span).start;
      const DzSection *section;

      if (sections->len == 0)
        break;
      enter_section (&walk, start);
      section = &g_array_index (sections, DzSection, walk.section);
      /* the section's own heading says nothing about its points */
      if (!dz_span_is_empty (section->heading) && start >= section->heading.start &&
          start < section->heading.end && line->whole)
        {
          walk.point++;
          continue;
        }
      walk_line (&walk, i, section->kind);
    }

  return walk.sentences;
}
