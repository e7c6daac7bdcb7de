/* dz-outline.c - sections by role from headings and lead-in lines
 *
 * The walk goes over the paragraphs once. The numbering that stands highest in
 * the report makes its top level; a heading there always begins a section, a
 * deeper one only where it names a role that may stand inside the current one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-outline.h"

#include "dz-outline-walk.h"

#include <string.h>

#define LONGEST_ROLE_LINE 30
#define LONGEST_LEAD_IN 60
#define LEAD_IN_STARTS_WITHIN 16

/**
 * dz_outline_new:
 *
 * Returns: (transfer full) (nullable): the compiled rules
 */
DzOutline *
dz_outline_new (DzCodebook  *codebook,
                GError     **error)
{
  g_autoptr(DzOutline) self = g_new0 (DzOutline, 1);

  self->codebook = dz_codebook_ref (codebook);
  self->headings = dz_rule_set_new (codebook);
  self->lead_ins = dz_rule_set_new (codebook);
  self->closing = dz_rule_set_new (codebook);
  self->furniture = dz_rule_set_new (codebook);
  if (!dz_rule_set_add_kind (self->headings, DZ_ENTRY_SECTION, "heading", error) ||
      !dz_rule_set_add_kind (self->headings, DZ_ENTRY_SECTION, "not", error) ||
      !dz_rule_set_add_kind (self->lead_ins, DZ_ENTRY_SECTION, "lead-in", error) ||
      !dz_rule_set_add_kind (self->closing, DZ_ENTRY_SECTION, "cue", error) ||
      !dz_rule_set_add_words (self->furniture, "furniture", error))
    return NULL;
  dz_rule_set_compile (self->headings);
  dz_rule_set_compile (self->lead_ins);
  dz_rule_set_compile (self->closing);
  dz_rule_set_compile (self->furniture);

  return g_steal_pointer (&self);
}

void
dz_outline_free (DzOutline *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->headings, dz_rule_set_free);
  g_clear_pointer (&self->lead_ins, dz_rule_set_free);
  g_clear_pointer (&self->closing, dz_rule_set_free);
  g_clear_pointer (&self->furniture, dz_rule_set_free);
  g_clear_pointer (&self->codebook, dz_codebook_unref);
  g_free (self);
}

static int
role_of (const DzEntry *entry)
{
  DzSectionKind kind;

  return dz_section_kind_from_string (entry->id, &kind) ? (int) kind : NO_ROLE;
}

/* A rule with whole="yes" wants to be all the heading there is, its ordinal aside. */
static gboolean
rule_fits (const char      *folded,
           const DzRuleHit *hit,
           DzSpan           heading)
{
  DzOrdinalStyle style;
  guint number;
  gsize used;

  if (!g_str_equal (dz_rule_get_word (hit->rule, "whole"), "yes"))
    return TRUE;
  used = dz_report_lines_read_ordinal (folded + heading.start, heading.end - heading.start, &style,
                                       &number);

  return hit->span.start == heading.start + used && hit->span.end == heading.end;
}

/**
 * dz_outline_classify:
 * @heading: folded span of a heading, with or without its ordinal
 *
 * Returns: the #DzSectionKind its words name, or -1
 */
int
dz_outline_classify (DzOutline  *self,
                     const char *folded,
                     DzSpan      heading)
{
  g_autoptr(GArray) hits = dz_rule_set_find (self->headings, folded, heading);
  int best_weight = 0;
  int best = NO_ROLE;
  guint excluded = 0;

  for (guint i = 0; i < hits->len; i++)
    {
      const DzRuleHit *hit = &g_array_index (hits, DzRuleHit, i);

      if (g_str_equal (hit->rule->name, "not"))
        excluded |= 1u << role_of (hit->entry);
    }
  for (guint i = 0; i < hits->len; i++)
    {
      const DzRuleHit *hit = &g_array_index (hits, DzRuleHit, i);
      int weight = dz_rule_get_int (hit->rule, "weight", 1);
      int role = role_of (hit->entry);

      if (g_str_equal (hit->rule->name, "not") || weight <= best_weight ||
          (excluded & (1u << role)) != 0 || !rule_fits (folded, hit, heading))
        continue;
      best_weight = weight;
      best = role;
    }

  return best;
}

/* The role a paragraph without heading announces in its first words. */
static int
classify_lead_in (DzOutlineWalk         *walk,
                  const DzLine *line)
{
  const char *folded = walk->context->folded;
  DzSpan first = line->span;
  g_autoptr(GArray) hits = NULL;

  first.end = dz_report_lines_sentence_end (folded, first);
  for (const char *p = folded + first.start; p < folded + first.end; p = g_utf8_next_char (p))
    if (g_utf8_get_char (p) == 0xff1a)
      first.end = (gsize) (p - folded) + 3;
  if (dz_report_lines_count (folded, first) > LONGEST_LEAD_IN)
    return NO_ROLE;
  hits = dz_rule_set_find (walk->self->lead_ins, folded, first);
  for (guint i = 0; i < hits->len; i++)
    {
      const DzRuleHit *hit = &g_array_index (hits, DzRuleHit, i);
      DzSpan before = { first.start, hit->span.start };

      if (dz_report_lines_count (folded, before) <= LEAD_IN_STARTS_WITHIN)
        return role_of (hit->entry);
    }

  return NO_ROLE;
}

static DzFound *
current (DzOutlineWalk *walk)
{
  return walk->found->len > 0 ? &g_array_index (walk->found, DzFound, walk->found->len - 1) : NULL;
}

static int
current_kind (DzOutlineWalk *walk)
{
  return walk->found->len > 0 ? current (walk)->kind : DZ_SECTION_OPENING;
}

static void
begin (DzOutlineWalk  *walk,
       int    kind,
       guint  index,
       guint  level,
       double confidence)
{
  const DzLine *line = LINE (walk, index);
  DzFound found = { kind, line->heading, level, index, line->style, confidence };

  g_array_append_val (walk->found, found);
}

/* The numbering that parts the report: the highest that is used at least twice. */
static DzOrdinalStyle
find_top (GArray *lines)
{
  guint counts[DZ_ORDINAL_NONE + 1] = { 0 };

  for (guint i = 0; i < lines->len; i++)
    {
      const DzLine *line = &g_array_index (lines, DzLine, i);

      if (!dz_span_is_empty (line->heading))
        counts[line->style]++;
    }
  for (int style = DZ_ORDINAL_PART; style < DZ_ORDINAL_RUN; style++)
    if (counts[style] >= 2)
      return style;

  return DZ_ORDINAL_HAN;
}

static gboolean
is_title (DzOutlineWalk         *walk,
          const DzLine *line)
{
  DzSpan original = dz_fold_to_original (walk->context->fold, line->span);
  const char *end = walk->context->folded + line->heading.end;

  return dz_span_overlaps (original, walk->context->report->identity.title_span) ||
         memcmp (end - 6, "报告", 6) == 0 || memcmp (end - 6, "总结", 6) == 0;
}

/* A heading without an ordinal is believed where the file calls it one, or where it is short
 * and names a role. */
static gboolean
is_top (DzOutlineWalk         *walk,
        const DzLine *line,
        int           role)
{
  if (dz_span_is_empty (line->heading))
    return FALSE;
  if (line->style != DZ_ORDINAL_NONE)
    return line->style <= walk->top && line->style != DZ_ORDINAL_RUN;
  if (is_title (walk, line))
    return FALSE;

  return role != NO_ROLE && (line->hint > 0 || dz_report_lines_count (walk->context->folded,
                                                                      line->heading) <= LONGEST_ROLE_LINE);
}

static gboolean
is_declared (int kind)
{
  return kind == DZ_SECTION_PROBLEMS || kind == DZ_SECTION_MERGED || kind == DZ_SECTION_CAUSES;
}

/* A top heading that names no role: a topic of the achievements, or points of the part before
 * whose numbering begins again. */
static void
take_topic (DzOutlineWalk         *walk,
            const DzLine *line,
            guint         index)
{
  int kind = current_kind (walk);

  if (line->style == DZ_ORDINAL_NONE)
    return;
  if (is_declared (kind) || kind == DZ_SECTION_PLAN)
    {
      const DzFound *last = current (walk);
      gboolean goes_on = last->style == line->style && last->line < index &&
                         LINE (walk, last->line)->number + 1 == line->number;

      if (goes_on && is_declared (kind) && !walk->has_plan)
        begin (walk, DZ_SECTION_PLAN, index, 1, 0.5);
      else if (goes_on && kind == DZ_SECTION_PLAN)
        begin (walk, DZ_SECTION_OTHER, index, 1, 0.5);
      else if (goes_on)
        begin (walk, DZ_SECTION_ACHIEVEMENTS, index, 1, 0.5);
      return;
    }
  begin (walk, DZ_SECTION_ACHIEVEMENTS, index, 1, 0.8);
}

static void
take_top (DzOutlineWalk         *walk,
          const DzLine *line,
          guint         index,
          int           role)
{
  gboolean duty_report = walk->context->report->identity.kind == DZ_KIND_DUTY_REPORT;

  /* the whole of a duty report is about the principal's duty */
  if (role == DZ_SECTION_PRINCIPAL_DUTY && duty_report)
    role = DZ_SECTION_ACHIEVEMENTS;
  if (role == NO_ROLE)
    take_topic (walk, line, index);
  else
    begin (walk, role, index, 1, line->style == DZ_ORDINAL_NONE ? 0.8 : 0.95);
}

/* Whether a part may begin below the top level inside another. */
static gboolean
may_nest (int inside,
          int role)
{
  switch (role)
    {
    case DZ_SECTION_LAST_YEAR:
      return inside == DZ_SECTION_ACHIEVEMENTS || inside == DZ_SECTION_PRINCIPAL_DUTY;
    case DZ_SECTION_PROBLEMS:
      return inside == DZ_SECTION_ACHIEVEMENTS || inside == DZ_SECTION_PRINCIPAL_DUTY ||
             inside == DZ_SECTION_LAST_YEAR;
    case DZ_SECTION_CAUSES:
      return inside == DZ_SECTION_PROBLEMS;
    case DZ_SECTION_PLAN:
      return inside == DZ_SECTION_PROBLEMS || inside == DZ_SECTION_CAUSES;
    case DZ_SECTION_ACHIEVEMENTS:
      return inside == DZ_SECTION_LAST_YEAR;
    default:
      return FALSE;
    }
}

static void
take_nested (DzOutlineWalk         *walk,
             const DzLine *line,
             guint         index,
             int           role)
{
  int kind = current_kind (walk);
  const DzFound *last = current (walk);

  if (line->style == DZ_ORDINAL_RUN)
    return;
  if (role != NO_ROLE && may_nest (kind, role))
    begin (walk, role, index, 2, 0.8);
  else if (kind == DZ_SECTION_LAST_YEAR && last->level > 1 && last->style == line->style)
    begin (walk, DZ_SECTION_ACHIEVEMENTS, index, 2, 0.7);
}

static void
take_lead_in (DzOutlineWalk         *walk,
              const DzLine *line,
              guint         index)
{
  int kind = current_kind (walk);
  int role = classify_lead_in (walk, line);
  const char *folded = walk->context->folded;
  gboolean announces = line->span.end >= 3 &&
                       memcmp (folded + line->span.end - 3, "：", 3) == 0;

  if (role == DZ_SECTION_CAUSES && kind == DZ_SECTION_PROBLEMS)
    begin (walk, role, index, 2, 0.8);
  else if (role == DZ_SECTION_PROBLEMS && announces &&
           (kind == DZ_SECTION_ACHIEVEMENTS || kind == DZ_SECTION_PRINCIPAL_DUTY ||
            kind == DZ_SECTION_LAST_YEAR || (kind == DZ_SECTION_OPENING && index > 2)))
    begin (walk, role, index, 2, 0.7);
  else if (role == DZ_SECTION_PLAN && !walk->has_plan && kind != DZ_SECTION_OPENING &&
           kind != DZ_SECTION_PLAN && kind != DZ_SECTION_MERGED)
    begin (walk, role, index, 2, 0.6);
  else
    return;
  if (!announces)
    current (walk)->heading = DZ_SPAN_NONE;
}

static void
walk_lines (DzOutlineWalk  *walk,
            guint  end)
{
  for (guint i = 0; i < end; i++)
    {
      const DzLine *line = LINE (walk, i);
      int role = dz_span_is_empty (line->heading)
                   ? NO_ROLE
                   : dz_outline_classify (walk->self, walk->context->folded, line->heading);
      gsize colon = line->heading.end;

      if (is_top (walk, line, role) &&
          !(line->style == DZ_ORDINAL_NONE && colon < line->span.end))
        take_top (walk, line, i, role);
      else if (line->style != DZ_ORDINAL_NONE && !dz_span_is_empty (line->heading))
        take_nested (walk, line, i, role);
      else
        take_lead_in (walk, line, i);
    }
}

static gboolean
find_plan_heading (DzOutlineWalk *walk)
{
  for (guint i = 0; i < walk->lines->len; i++)
    {
      const DzLine *line = LINE (walk, i);
      int role;

      if (dz_span_is_empty (line->heading) || line->style > DZ_ORDINAL_DIGIT_BOX)
        continue;
      role = dz_outline_classify (walk->self, walk->context->folded, line->heading);
      if ((role == DZ_SECTION_PLAN || role == DZ_SECTION_MERGED) && is_top (walk, line, role))
        return TRUE;
    }

  return FALSE;
}

/**
 * dz_outline_find:
 *
 * Fills the report's sections, which cover its text from the first byte to the last.
 * The report's kind must be known.
 */
void
dz_outline_find (DzOutline *self,
                 DzContext *context)
{
  g_autoptr(GArray) found = g_array_new (FALSE, TRUE, sizeof (DzFound));
  DzOutlineWalk walk = { self, context, context->lines, found, DZ_ORDINAL_HAN, FALSE };
  guint closing;

  walk.top = find_top (context->lines);
  walk.has_plan = find_plan_heading (&walk);
  closing = dz_outline_find_closing (&walk);
  walk_lines (&walk, closing);
  dz_outline_fold_empty (&walk);
  dz_outline_take_headless (&walk, closing);
  dz_outline_write (&walk, closing);
}
