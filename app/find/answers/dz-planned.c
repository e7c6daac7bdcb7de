/* dz-planned.c - the sentences of the plan, read once for all weaknesses
 *
 * What the codebook's countermeasures name in each, whether it acts or only
 * wishes, and what the second reader takes it to be about.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-planned.h"

#include "dz-char.h"
#include "dz-report-lines.h"

#include <string.h>

#define LONGEST_HEADING 20 /* characters, of one with a comma */
#define LONGEST_SIGNATURE 30
#define YEAR_DIGITS 4
#define OPENS_WITHIN 6   /* characters: 下一步，继续大力加强 */
#define SHORTEST_ACT 5   /* characters */
#define SHORTEST_SAID 3  /* characters: ——学。 says nothing by itself */

struct _DzPlanReader
{
  DzRuleSet *rules;
  DzRuleSet *concrete;
  DzRuleSet *wish;
  DzRuleSet *opening; /* 进一步加强, 通过: a clause that begins so does nothing yet */
  DzRuleSet *idle;    /* 深入开展: a word of an act that does nothing here */
  DzSecondReader *reader;
  DzSecondReader *problems; /* 对着一人所的难处: a plan may tell again what it answers */
};

/**
 * dz_plan_reader_new:
 *
 * Returns: (transfer full) (nullable): the compiled countermeasures
 */
DzPlanReader *
dz_plan_reader_new (DzCodebook  *codebook,
                    GError     **error)
{
  g_autoptr(DzPlanReader) self = g_new0 (DzPlanReader, 1);

  self->rules = dz_rule_set_new (codebook);
  self->opening = dz_rule_set_new (codebook);
  self->reader = dz_second_reader_new (codebook, "plans");
  self->problems = dz_second_reader_new (codebook, "weaknesses");
  if (!dz_rule_set_add_kind (self->rules, DZ_ENTRY_WEAKNESS, "answer", error) ||
      !dz_rule_set_make_words (&self->concrete, codebook, "concrete", error) ||
      !dz_rule_set_make_words (&self->wish, codebook, "wish", error) ||
      !dz_rule_set_add_words (self->opening, "wish", error) ||
      !dz_rule_set_add_words (self->opening, "no-act", error) ||
      !dz_rule_set_make_words (&self->idle, codebook, "idle-act", error))
    return NULL;
  dz_rule_set_compile (self->rules);
  dz_rule_set_compile (self->opening);

  return g_steal_pointer (&self);
}

void
dz_plan_reader_free (DzPlanReader *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->rules, dz_rule_set_free);
  g_clear_pointer (&self->concrete, dz_rule_set_free);
  g_clear_pointer (&self->wish, dz_rule_set_free);
  g_clear_pointer (&self->opening, dz_rule_set_free);
  g_clear_pointer (&self->idle, dz_rule_set_free);
  g_clear_pointer (&self->reader, dz_second_reader_free);
  g_clear_pointer (&self->problems, dz_second_reader_free);
  g_free (self);
}

static void
clear_planned (gpointer data)
{
  DzPlanned *planned = data;

  g_array_unref (planned->hits);
  g_array_unref (planned->heading_hits);
  g_array_unref (planned->opinions);
  g_array_unref (planned->told);
}

static gboolean
lies_in_any (DzSpan  span,
             GArray *hits)
{
  for (guint i = 0; i < hits->len; i++)
    if (dz_span_contains (g_array_index (hits, DzRuleHit, i).span, span))
      return TRUE;

  return FALSE;
}

/**
 * dz_plan_reader_find_concrete:
 *
 * Returns: a named act, or a number that is no year, empty if there is none; 深入开展 and 健全考核机制 name none
 */
DzSpan
dz_plan_reader_find_concrete (DzPlanReader *self,
                              const char   *folded,
                              DzSpan        span)
{
  g_autoptr(GArray) hits = dz_rule_set_find (self->concrete, folded, span);
  g_autoptr(GArray) idle = hits->len > 0 ? dz_rule_set_find (self->idle, folded, span) : NULL;

  for (guint i = 0; i < hits->len; i++)
    if (!lies_in_any (g_array_index (hits, DzRuleHit, i).span, idle))
      return g_array_index (hits, DzRuleHit, i).span;
  for (gsize i = span.start; i < span.end; i++)
    {
      gsize end = i;

      while (end < span.end && g_ascii_isdigit (folded[end]))
        end++;
      if (end > i && !(end - i == YEAR_DIGITS && g_str_has_prefix (folded + end, "年")))
        return (DzSpan){ i, i + 1 };
      i = MAX (i, end);
    }

  return DZ_SPAN_NONE;
}

/* 以 or 在 is the beginning of a clause or nothing: 五万元以上合同须有…. */
static gboolean
opens (const char *folded,
       DzSpan      clause,
       DzSpan      word)
{
  guint before = dz_report_lines_count (folded, (DzSpan){ clause.start, word.start });

  return before <= (dz_report_lines_count (folded, word) > 1 ? OPENS_WITHIN : 0);
}

/* Whether a clause does something: it neither begins with a wish (进一步加强…) nor only says how or for what (通过…, 围绕…). */
static gboolean
find_act (DzPlanReader *self,
          const char   *folded,
          DzSpan        span)
{
  for (gsize at = span.start; at < span.end;)
    {
      DzSpan clause = { at, at };
      g_autoptr(GArray) hits = NULL;
      gboolean idle = FALSE;

      while (clause.end < span.end && !g_str_has_prefix (folded + clause.end, "，") && !g_str_has_prefix (folded + clause.end, "："))
        clause.end = (gsize) (g_utf8_next_char (folded + clause.end) - folded);
      at = clause.end < span.end ? (gsize) (g_utf8_next_char (folded + clause.end) - folded) : span.end;
      hits = dz_rule_set_find (self->opening, folded, clause);
      for (guint i = 0; i < hits->len && !idle; i++)
        idle = opens (folded, clause, g_array_index (hits, DzRuleHit, i).span);
      if (!idle && dz_report_lines_count (folded, clause) >= SHORTEST_ACT)
        return TRUE;
    }

  return FALSE;
}

/* Whether more is planned under the heading at @index. */
static gboolean
has_more (DzContext *context,
          guint      index)
{
  const DzReportSentence *here = &g_array_index (context->sentences, DzReportSentence, index);
  const DzReportSentence *next = here + 1;

  return index + 1 < context->sentences->len && next->point == here->point && next->zone == here->zone;
}

/* 青禾镇人民政府，2025年1月18日。 behind the plan. */
static gboolean
is_signature (const char *folded,
              DzSpan      span)
{
  static const char *const ends[] = { "日", "日。", NULL };

  return dz_report_lines_count (folded, span) <= LONGEST_SIGNATURE && dz_report_lines_ends_in (folded, span, ends) &&
         dz_report_lines_holds (folded, span, "年") && dz_report_lines_holds (folded, span, "月");
}

/* ——改。 before what is planned. */
static gboolean
says_nothing (const char *folded,
              DzSpan      span)
{
  guint n = 0;

  for (const char *p = folded + span.start; p < folded + span.end && n < SHORTEST_SAID; p = g_utf8_next_char (p))
    n += g_unichar_isalnum (dz_char_at (p));

  return n < SHORTEST_SAID;
}

/* A short line above what is planned; a long one, or one of a list, plans itself. */
static gboolean
is_only_heading (DzContext *context,
                 guint      index)
{
  static const char *const goes_on[] = { "；", NULL };
  const DzReportSentence *sentence = &g_array_index (context->sentences, DzReportSentence, index);

  return sentence->is_heading && has_more (context, index) &&
         !dz_report_lines_ends_in (context->folded, sentence->span, goes_on) &&
         (dz_report_lines_count (context->folded, sentence->span) <= LONGEST_HEADING ||
          !dz_report_lines_holds (context->folded, sentence->span, "，"));
}

/**
 * dz_planned_has_grade:
 *
 * Returns: whether the countermeasure that was hit has the @grade
 */
gboolean
dz_planned_has_grade (const DzRuleHit *hit,
                      const char      *grade)
{
  return g_str_equal (dz_rule_get_word (hit->rule, "grade"), grade);
}

/**
 * dz_planned_names:
 *
 * Returns: whether a countermeasure of @code was hit
 */
gboolean
dz_planned_names (GArray     *hits,
                  const char *code)
{
  for (guint i = 0; i < hits->len; i++)
    {
      const DzRuleHit *hit = &g_array_index (hits, DzRuleHit, i);

      if (hit->entry->id == code && !dz_planned_has_grade (hit, "not"))
        return TRUE;
    }

  return FALSE;
}

/* 争取司法行政编制 is no answer of the enforcers', 补贴资金公示 none of money's: what the codebook says is not meant takes
 * the other words of its clause with it, unless the heading names who is meant. */
static void
drop_denied (GArray     *hits,
             GArray     *heading_hits,
             const char *folded,
             DzSpan      sentence)
{
  g_autoptr(GArray) denied = g_array_new (FALSE, FALSE, sizeof (DzRuleHit));

  for (guint i = 0; i < hits->len; i++)
    {
      DzRuleHit hit = g_array_index (hits, DzRuleHit, i);

      if (!dz_planned_has_grade (&hit, "not") || dz_planned_names (heading_hits, hit.entry->id))
        continue;
      hit.span = dz_report_sentences_clause (folded, sentence, hit.span);
      g_array_append_val (denied, hit);
    }
  for (guint i = hits->len; i-- > 0 && denied->len > 0;)
    {
      const DzRuleHit *hit = &g_array_index (hits, DzRuleHit, i);
      gboolean is_denied = FALSE;

      for (guint k = 0; k < denied->len && !is_denied && !dz_planned_has_grade (hit, "not"); k++)
        is_denied = hit->entry->id == g_array_index (denied, DzRuleHit, k).entry->id &&
                    dz_span_contains (g_array_index (denied, DzRuleHit, k).span, hit->span);
      if (is_denied)
        g_array_remove_index (hits, i);
    }
}

/**
 * dz_plan_reader_read:
 *
 * Returns: (transfer full) (element-type DzPlanned): every sentence of the plan but a signature and a single word
 */
GArray *
dz_plan_reader_read (DzPlanReader *self,
                     DzContext    *context)
{
  GArray *plan = g_array_new (FALSE, FALSE, sizeof (DzPlanned));

  g_array_set_clear_func (plan, clear_planned);
  for (guint i = 0; i < context->sentences->len; i++)
    {
      const DzReportSentence *sentence = &g_array_index (context->sentences, DzReportSentence, i);
      DzPlanned planned = { sentence, i, NULL, NULL, NULL, NULL, DZ_SPAN_NONE, FALSE, FALSE, 0, FALSE };

      if (sentence->zone != DZ_ZONE_PLAN || is_signature (context->folded, sentence->span) ||
          says_nothing (context->folded, sentence->span))
        continue;
      planned.hits = dz_rule_set_find (self->rules, context->folded, sentence->span);
      planned.heading_hits = dz_rule_set_find (self->rules, context->folded, sentence->heading);
      drop_denied (planned.hits, planned.heading_hits, context->folded, sentence->span);
      planned.is_heading = is_only_heading (context, i);
      planned.opinions = dz_second_reader_read (self->reader, context->folded, sentence->span);
      planned.told = dz_second_reader_read (self->problems, context->folded, sentence->span);
      planned.concrete = dz_plan_reader_find_concrete (self, context->folded, sentence->span);
      planned.acts = find_act (self, context->folded, sentence->span);
      planned.wishes = dz_rule_set_matches (self->wish, context->folded, sentence->span);
      g_array_append_val (plan, planned);
    }

  return plan;
}

/**
 * dz_planned_find_hit:
 * @in_heading: whether the hits are of a heading, in which words that stand for the subject only there count
 *
 * Returns: (nullable): the first hit of @code with that @grade
 */
const DzRuleHit *
dz_planned_find_hit (GArray     *hits,
                     const char *code,
                     const char *grade,
                     gboolean    in_heading)
{
  for (guint i = 0; i < hits->len; i++)
    {
      const DzRuleHit *hit = &g_array_index (hits, DzRuleHit, i);

      if (hit->entry->id == code && dz_planned_has_grade (hit, grade) &&
          (in_heading || !g_str_equal (dz_rule_get_word (hit->rule, "place"), "heading")))
        return hit;
    }

  return NULL;
}

/**
 * dz_plan_reader_only_wishes:
 *
 * Returns: whether the clause wishes, and does nothing
 */
gboolean
dz_plan_reader_only_wishes (DzPlanReader *self,
                            const char   *folded,
                            DzSpan        clause)
{
  return dz_rule_set_matches (self->wish, folded, clause) &&
         dz_span_is_empty (dz_plan_reader_find_concrete (self, folded, clause)) && !find_act (self, folded, clause);
}

/**
 * dz_plan_reader_reason:
 * @cue: (out): where what says most of it stands, empty if nothing does
 *
 * Returns: (transfer none): what made the second reader take the sentence to be about @code, or to tell that problem again
 */
const char *
dz_plan_reader_reason (DzPlanReader *self,
                       const char   *folded,
                       DzSpan        span,
                       const char   *code,
                       DzSpan       *cue)
{
  const char *reason = dz_second_reader_reason (self->reader, folded, span, code, cue);

  return dz_span_is_empty (*cue) ? dz_second_reader_reason (self->problems, folded, span, code, cue) : reason;
}
