/* dz-outline.c - sections by role from headings and lead-in lines
 *
 * The headings of the top level are found and given their roles together; then
 * the paragraphs are walked once, for parts that begin below the top level or
 * without any heading.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-outline.h"

#include "dz-char.h"
#include "dz-outline-walk.h"

#include <string.h>

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
  self->no_lead_in = dz_rule_set_new (codebook);
  self->signs = dz_rule_set_new (codebook);
  if (!dz_rule_set_add_kind (self->headings, DZ_ENTRY_SECTION, "heading", error) ||
      !dz_rule_set_add_kind (self->headings, DZ_ENTRY_SECTION, "not", error) ||
      !dz_rule_set_add_kind (self->lead_ins, DZ_ENTRY_SECTION, "lead-in", error) ||
      !dz_rule_set_add_kind (self->closing, DZ_ENTRY_SECTION, "cue", error) ||
      !dz_rule_set_add_words (self->furniture, "furniture", error) ||
      !dz_rule_set_add_words (self->no_lead_in, "no-lead-in", error) ||
      !dz_rule_set_add_words (self->signs, "sign-shortfall", error) ||
      !dz_rule_set_add_words (self->signs, "sign-will", error) ||
      !dz_rule_set_add_words (self->signs, "sign-no-will", error) ||
      !dz_rule_set_add_words (self->signs, "sign-because", error) ||
      !dz_rule_set_add_words (self->signs, "sign-done", error))
    return NULL;
  dz_rule_set_compile (self->headings);
  dz_rule_set_compile (self->lead_ins);
  dz_rule_set_compile (self->closing);
  dz_rule_set_compile (self->furniture);
  dz_rule_set_compile (self->no_lead_in);
  dz_rule_set_compile (self->signs);

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
  g_clear_pointer (&self->no_lead_in, dz_rule_set_free);
  g_clear_pointer (&self->signs, dz_rule_set_free);
  g_clear_pointer (&self->codebook, dz_codebook_unref);
  g_free (self);
}

static int
role_of (const DzEntry *entry)
{
  DzSectionKind kind;

  return dz_section_kind_from_string (entry->id, &kind) ? (int) kind : NO_ROLE;
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
  DzContext context = { .folded = folded };
  DzOutlineWalk walk = { .self = self, .context = &context };
  double hints[DZ_N_SECTION_KINDS] = { 0 };
  DzOrdinalStyle style;
  guint number, named;

  heading.start += dz_ordinal_read (folded + heading.start, heading.end - heading.start, &style, &number);

  return dz_outline_name_roles (&walk, heading, hints, &named);
}

/* The role a paragraph without heading announces in its first words. */
static int
classify_lead_in (DzOutlineWalk *walk,
                  const DzLine  *line)
{
  const char *folded = walk->context->folded;
  DzSpan first = line->span;
  g_autoptr(GArray) hits = NULL;

  first.end = dz_report_lines_sentence_end (folded, first);
  for (const char *p = folded + first.start; p < folded + first.end; p = g_utf8_next_char (p))
    if (dz_char_at (p) == 0xff1a)
      first.end = (gsize) (p - folded) + 3;
  if (dz_report_lines_count (folded, first) > LONGEST_LEAD_IN)
    return NO_ROLE;
  hits = dz_rule_set_find (walk->self->lead_ins, folded, first);
  for (guint i = 0; i < hits->len; i++)
    {
      const DzRuleHit *hit = &g_array_index (hits, DzRuleHit, i);
      DzSpan before = { first.start, hit->span.start };
      int role = role_of (hit->entry);

      /* 在取得成绩的同时，我们也清醒认识到，工作中还存在一些不足，主要是： but 针对存在的问题，采取以下措施： */
      if (role == DZ_SECTION_PROBLEMS && dz_rule_set_matches (walk->self->no_lead_in, folded, first))
        continue;
      if (role == DZ_SECTION_PROBLEMS || dz_report_lines_count (folded, before) <= LEAD_IN_STARTS_WITHIN)
        return role;
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
  DzFound found = { kind, line->heading, level, index, line->style, confidence, 0 };

  g_array_append_val (walk->found, found);
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

static int
name_role (DzOutlineWalk *walk,
           const DzLine  *line,
           guint         *named)
{
  double hints[DZ_N_SECTION_KINDS] = { 0 };
  DzSpan words = line->heading;

  if (dz_span_is_empty (words))
    return NO_ROLE;
  if (!dz_span_is_empty (line->ordinal))
    words.start = line->ordinal.end;

  return dz_outline_name_roles (walk, words, hints, named);
}

static void
take_nested (DzOutlineWalk *walk,
             const DzLine  *line,
             guint          index)
{
  int kind = current_kind (walk);
  const DzFound *last = current (walk);
  guint named;
  int role = name_role (walk, line, &named);

  if (line->style == DZ_ORDINAL_RUN || last == NULL)
    return;
  /* 持证的四人中两人明年退休，新招的还在等考试。: a problem told, no heading of the plan */
  if ((role == DZ_SECTION_PLAN || role == DZ_SECTION_CAUSES) && dz_report_lines_is_told (walk->context->folded, line))
    return;
  if (role != NO_ROLE && may_nest (kind, role) && (line->bullet == 0 || line->whole))
    begin (walk, role, index, 2, 0.8);
  else if (kind == DZ_SECTION_LAST_YEAR && last->level > 1 && last->style == line->style)
    begin (walk, DZ_SECTION_ACHIEVEMENTS, index, 2, 0.7);
}

static gboolean
announces (DzOutlineWalk *walk,
           const DzLine  *line)
{
  static const char *const colon[] = { "：", NULL };

  return dz_report_lines_ends_in (walk->context->folded, line->span, colon);
}

/* Whether a numbering begins anew behind @index, or in its line. */
static gboolean
numbers_anew (DzOutlineWalk *walk,
              guint          index,
              guint          end)
{
  const DzLine *line = LINE (walk, index);

  if (index + 1 < end && LINE (walk, index + 1)->number == 1)
    return TRUE;

  return dz_report_lines_holds (walk->context->folded, line->span, "一是") ||
         dz_report_lines_holds (walk->context->folded, line->span, "其一") ||
         dz_report_lines_holds (walk->context->folded, line->span, "第一，");
}

/* 也要看到存在的短板和弱项。 before 一是…: a sentence of its own that a list follows. */
static gboolean
introduces (DzOutlineWalk *walk,
            guint          index,
            guint          end)
{
  const DzLine *line = LINE (walk, index);

  return line->style == DZ_ORDINAL_NONE && index + 1 < end && LINE (walk, index + 1)->number == 1 &&
         dz_report_lines_sentence_end (walk->context->folded, line->span) == line->span.end;
}

/* Points of the part go on behind the paragraph: it told the causes of its own point. */
static gboolean
stands_between_points (DzOutlineWalk *walk,
                       guint          index,
                       guint          end)
{
  const DzFound *last = current (walk);
  DzOrdinalStyle style = DZ_ORDINAL_NONE;
  guint number = 0;

  for (guint i = index; last != NULL && i > last->line + 1 && number == 0; i--)
    {
      style = LINE (walk, i - 1)->style;
      number = LINE (walk, i - 1)->number;
    }
  for (guint i = index + 1; number > 0 && i < end; i++)
    if (LINE (walk, i)->style == style)
      return LINE (walk, i)->number == number + 1;

  return FALSE;
}

static gboolean
begins_causes (DzOutlineWalk *walk,
               guint          index,
               guint          end)
{
  if (stands_between_points (walk, index, end))
    return FALSE;
  if (announces (walk, LINE (walk, index)) || numbers_anew (walk, index, end))
    return TRUE;

  /* after all points: the causes of all, unless an earlier point had some of its own */
  for (guint i = current (walk)->line + 1; i < index; i++)
    if (LINE (walk, i)->style == DZ_ORDINAL_NONE && classify_lead_in (walk, LINE (walk, i)) == DZ_SECTION_CAUSES)
      return FALSE;

  return TRUE;
}

static void
take_lead_in (DzOutlineWalk *walk,
              const DzLine  *line,
              guint          index,
              guint          end)
{
  int kind = current_kind (walk);
  int role = classify_lead_in (walk, line);

  if (role == DZ_SECTION_CAUSES && kind == DZ_SECTION_PROBLEMS && begins_causes (walk, index, end))
    begin (walk, role, index, 2, 0.8);
  else if (role == DZ_SECTION_PROBLEMS && (announces (walk, line) || introduces (walk, index, end)) &&
           (kind == DZ_SECTION_ACHIEVEMENTS || kind == DZ_SECTION_PRINCIPAL_DUTY ||
            kind == DZ_SECTION_LAST_YEAR || (kind == DZ_SECTION_OPENING && index > 2)))
    begin (walk, role, index, 2, 0.7);
  else if (role == DZ_SECTION_PLAN && !walk->has_plan && kind != DZ_SECTION_OPENING &&
           kind != DZ_SECTION_PLAN && kind != DZ_SECTION_MERGED)
    begin (walk, role, index, 2, 0.6);
  else
    return;
  if (!announces (walk, line))
    current (walk)->heading = DZ_SPAN_NONE;
}

/* 一、主要举措、成效及存在的问题: the first heading below says what its text begins with. */
static int
first_of_mixed (DzOutlineWalk      *walk,
                const DzTopHeading *top)
{
  if ((top->named & (1u << DZ_SECTION_PROBLEMS)) == 0 ||
      ((top->named | top->hinted) & (1u << DZ_SECTION_ACHIEVEMENTS)) == 0)
    return NO_ROLE;
  for (guint i = top->line + 1; i < top->end; i++)
    {
      guint named;
      int role = name_role (walk, LINE (walk, i), &named);

      if (role == DZ_SECTION_ACHIEVEMENTS || role == DZ_SECTION_PROBLEMS)
        return role;
    }

  return NO_ROLE;
}

/* Whether a part of problems has begun, or a heading further on will begin one. */
static gboolean
has_problems (DzOutlineWalk *walk)
{
  for (guint i = 0; i < walk->found->len; i++)
    if (g_array_index (walk->found, DzFound, i).kind == DZ_SECTION_PROBLEMS)
      return TRUE;
  for (guint i = 0; i < walk->tops->len; i++)
    {
      int role = g_array_index (walk->tops, DzTopHeading, i).role;

      if (role == DZ_SECTION_PROBLEMS || role == DZ_SECTION_MERGED)
        return TRUE;
    }

  return FALSE;
}

static void
take_top (DzOutlineWalk      *walk,
          const DzTopHeading *top)
{
  int role = top->role;
  int first = first_of_mixed (walk, top);

  if (role == DZ_SECTION_PLAN && !has_problems (walk) && dz_outline_begins_with_admission (walk, top))
    role = DZ_SECTION_MERGED;
  /* the whole of a duty report is about the principal's duty */
  if (role == DZ_SECTION_PRINCIPAL_DUTY && walk->context->report->identity.kind == DZ_KIND_DUTY_REPORT)
    role = DZ_SECTION_ACHIEVEMENTS;
  begin (walk, first != NO_ROLE ? first : role, top->line, 1, top->strong == top->role ? 0.95 : 0.6);
}

static void
begin_again (DzOutlineWalk *walk,
             int            kind,
             guint          index)
{
  begin (walk, kind, index, 2, 0.7);
  if (LINE (walk, index)->style == DZ_ORDINAL_NONE)
    current (walk)->heading = DZ_SPAN_NONE;
}

static void
walk_lines (DzOutlineWalk *walk,
            guint          end)
{
  guint at = 0;
  int outer = NO_ROLE; /* the part that goes on behind a paragraph with labels */

  for (guint i = 0; i < end; i++)
    {
      const DzLine *line = LINE (walk, i);
      gboolean tells_cause = FALSE;
      int kind;

      if (at < walk->tops->len && g_array_index (walk->tops, DzTopHeading, at).line == i)
        take_top (walk, &g_array_index (walk->tops, DzTopHeading, at++));
      else if (line->furniture)
        continue;
      else if (outer != NO_ROLE && current_kind (walk) == DZ_SECTION_PROBLEMS && dz_outline_is_cause_label (walk, line->span))
        {
          begin (walk, DZ_SECTION_CAUSES, i, 2, 0.8);
          /* 原因：凭老经验填表。 is the whole of it: the next label follows */
          tells_cause = walk->labelled && !announces (walk, line);
        }
      else if (outer != NO_ROLE)
        begin_again (walk, outer, i);
      else if (line->style != DZ_ORDINAL_NONE && !dz_span_is_empty (line->heading))
        take_nested (walk, line, i);
      else
        take_lead_in (walk, line, i,
                      at < walk->tops->len ? g_array_index (walk->tops, DzTopHeading, at).line : end);
      kind = current_kind (walk);
      if (tells_cause)
        continue;
      outer = (kind == DZ_SECTION_ACHIEVEMENTS || kind == DZ_SECTION_PRINCIPAL_DUTY) && dz_outline_take_labels (walk, i)
                ? kind : NO_ROLE;
    }
}

/* 一、上一年度…主要举措和成效: the writer means the year reported on. */
static gboolean
means_this_by_last (DzOutlineWalk *walk)
{
  static const char *const of_now[] = { "举措", "成效", "主要工作", "工作开展" };
  const char *folded = walk->context->folded;

  for (guint i = 0; i < walk->lines->len; i++)
    {
      const DzLine *line = LINE (walk, i);

      if (line->style > DZ_ORDINAL_HAN_BOX || dz_span_is_empty (line->heading) ||
          !(dz_report_lines_holds (folded, line->heading, "上一年度") ||
            dz_report_lines_holds (folded, line->heading, "上年度")) ||
          dz_report_lines_holds (folded, line->heading, "问题") || dz_report_lines_holds (folded, line->heading, "整改"))
        continue;
      for (guint k = 0; k < G_N_ELEMENTS (of_now); k++)
        if (dz_report_lines_holds (folded, line->heading, of_now[k]))
          return TRUE;
    }

  return FALSE;
}

/**
 * dz_outline_find:
 *
 * Fills the report's sections, which cover its text from the first byte to the last.
 * The report's kind and year must be known. A document that is no report is one section, other.
 */
void
dz_outline_find (DzOutline *self,
                 DzContext *context)
{
  g_autoptr(GArray) found = g_array_new (FALSE, TRUE, sizeof (DzFound));
  g_autoptr(GArray) tops = g_array_new (FALSE, TRUE, sizeof (DzTopHeading));
  DzOutlineWalk walk = { .self = self, .context = context, .lines = context->lines, .found = found,
                         .tops = tops, .top = DZ_ORDINAL_HAN };
  guint closing;

  if (context->report->identity.kind == DZ_KIND_OTHER)
    {
      DzSection all = { .kind = DZ_SECTION_OTHER, .level = 1, .confidence = 0.5,
                        .span = { 0, dz_text_get_length (context->report->text) } };

      if (all.span.end > 0)
        g_array_append_val (context->report->sections, all);
      return;
    }
  walk.last_is_this = means_this_by_last (&walk);
  walk.labelled = dz_outline_is_labelled (&walk);
  closing = dz_outline_find_closing (&walk);
  dz_outline_find_tops (&walk, closing);
  dz_outline_decide_roles (&walk);
  for (guint i = 0; i < tops->len; i++)
    walk.has_plan |= g_array_index (tops, DzTopHeading, i).role == DZ_SECTION_PLAN ||
                     g_array_index (tops, DzTopHeading, i).role == DZ_SECTION_MERGED;
  walk_lines (&walk, closing);
  dz_outline_fold_empty (&walk);
  if (tops->len == 0)
    dz_outline_take_sentences (&walk, closing);
  else
    dz_outline_take_trailing (&walk, closing);
  dz_outline_take_headless (&walk, closing);
  dz_outline_write (&walk, closing);
}
