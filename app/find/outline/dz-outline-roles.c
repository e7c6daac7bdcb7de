/* dz-outline-roles.c - which part of a report each heading begins
 *
 * For every heading each role gets points: for the words of the heading, for a
 * year it names, for what stands under it (shortfalls, intentions, causes,
 * counts), and for its place. The roles of all headings are then chosen
 * together, since parts follow each other in few ways.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-outline-walk.h"
#include "dz-char.h"
#include "dz-names.h"

#include <string.h>

#define NAMED 20.0  /* the words name the role */
#define LOOSELY_NAMED 9.0 /* 重点工作, 工作情况: what was done, unless a year says it will be */
#define HINTED 3.0  /* the words hint at it */
#define NEVER -100.0
#define OF_NEXT_YEAR 5.0
#define LONGEST_INNER 16 /* characters of 2.存在的问题和不足 */

/* The roles a heading may have, in the order of the tables below. */
static const DzSectionKind roles[] = {
  DZ_SECTION_ACHIEVEMENTS, DZ_SECTION_PRINCIPAL_DUTY, DZ_SECTION_LAST_YEAR, DZ_SECTION_PROBLEMS,
  DZ_SECTION_CAUSES,       DZ_SECTION_PLAN,           DZ_SECTION_MERGED,    DZ_SECTION_OTHER
};
#define N_ROLES G_N_ELEMENTS (roles)

/* What a part is worth as the first of a report, and behind another. */
static const double at_first[] = { 0, 0, 0, -2, -6, -3, -4, -2 };
static const double behind[][8] = {
  /*                  achieved  duty  last  problems causes plan  merged other */
  /* achievements */ { 0,       0,    -1,   0,       -4,    0,    0,     0 },
  /* duty */         { 0,       0,    -0.5, 0,       -4,    0,    0,     0 },
  /* last year */    { 0,       0,    0,    0,       -4,    -1,   -0.5,  0 },
  /* problems */     { -4,      -0.5, -3,   -1,      0,     0.5,  -3,    0 },
  /* causes */       { -4,      -0.5, -3,   -3,      -1,    0.5,  -3,    0 },
  /* plan */         { -5,      -1,   -4,   -4,      -5,    -1,   -4,    0.5 },
  /* merged */       { -4,      -0.5, -3,   -3,      -2,    0,    -1,    0 },
  /* other */        { -1,      -1,   -1,   -1,      -4,    0,    -1,    0 },
};

static int
role_of (const DzEntry *entry)
{
  DzSectionKind kind;

  return dz_section_kind_from_string (entry->id, &kind) ? (int) kind : NO_ROLE;
}

/* 【病根所在】: what stands between the brackets. */
static DzSpan
without_brackets (const char *text,
                  DzSpan      words)
{
  const gsize n = strlen ("】");

  if (words.end - words.start > n && memcmp (text + words.start, "【", n) == 0)
    words.start += n;
  if (words.end - words.start > n && memcmp (text + words.end - n, "】", n) == 0)
    words.end -= n;

  return words;
}

/* A rule with whole="yes" wants to be all the words there are, one with end="yes" to be the last. */
static gboolean
rule_fits (const DzRuleHit *hit,
           DzSpan           words)
{
  gboolean whole = g_str_equal (dz_rule_get_word (hit->rule, "whole"), "yes");
  gboolean end = g_str_equal (dz_rule_get_word (hit->rule, "end"), "yes");

  if (whole && hit->span.start != words.start)
    return FALSE;

  return (!whole && !end) || hit->span.end == words.end;
}

/* 上一年度, where it names the year reported on, says nothing of a part. */
static char *
without_last_year (const char *folded,
                   DzSpan      words)
{
  g_autofree char *text = g_strndup (folded + words.start, words.end - words.start);
  g_auto(GStrv) parts = g_strsplit (text, "上一年度", -1);
  g_autofree char *joined = g_strjoinv ("", parts);
  g_auto(GStrv) more = g_strsplit (joined, "上年度", -1);

  return g_strjoinv ("", more);
}

/**
 * dz_outline_name_roles:
 * @words: folded span of a heading, its ordinal aside
 * @hints: (out): by role, points of rules that only hint at it
 * @named: (out): bits of the roles the words name
 *
 * Returns: the role the words name, or -1
 */
int
dz_outline_name_roles (DzOutlineWalk *walk,
                       DzSpan         words,
                       double        *hints,
                       guint         *named)
{
  g_autofree char *copy = walk->last_is_this ? without_last_year (walk->context->folded, words) : NULL;
  const char *text = copy != NULL ? copy : walk->context->folded;
  DzSpan span = without_brackets (text, copy != NULL ? (DzSpan){ 0, strlen (copy) } : words);
  g_autoptr(GArray) hits = dz_rule_set_find (walk->self->headings, text, span);
  guint excluded = 0;
  int best_weight = 0;
  int best = NO_ROLE;

  *named = 0;
  for (guint i = 0; i < hits->len; i++)
    {
      const DzRuleHit *hit = &g_array_index (hits, DzRuleHit, i);

      if (g_str_equal (hit->rule->name, "not"))
        excluded |= 1u << role_of (hit->entry);
    }
  for (guint i = 0; i < hits->len; i++)
    {
      const DzRuleHit *hit = &g_array_index (hits, DzRuleHit, i);
      int weight = dz_rule_get_int (hit->rule, "weight", SOFT_WEIGHT);
      int role = role_of (hit->entry);

      if (g_str_equal (hit->rule->name, "not") || !rule_fits (hit, span))
        continue;
      if (weight <= SOFT_WEIGHT)
        hints[role] = MAX (hints[role], (excluded & (1u << role)) != 0 ? HINTED / 3 : HINTED);
      else if ((excluded & (1u << role)) == 0)
        {
          *named |= 1u << role;
          if (weight > best_weight)
            {
              best_weight = weight;
              best = role;
            }
        }
    }

  return best;
}

/* How much of a text says what: hits for each clause. */
typedef struct
{
  double shortfall;
  double will;
  double because;
  double done;
  gboolean empty;
} Says;

static guint
count_clauses (const char *folded,
               DzSpan      span)
{
  guint n = 1;

  for (const char *p = folded + span.start; p < folded + span.end; p = g_utf8_next_char (p))
    {
      gunichar c = dz_char_at (p);

      n += c == 0xff0c || c == 0xff1b || c == 0x3002 || c == '\n';
    }

  return n;
}

static gsize
clause_end (const char *folded,
            DzSpan      span,
            gsize       at)
{
  while (at < span.end && folded[at] != '\n' && strncmp (folded + at, "，", 3) != 0 && strncmp (folded + at, "。", 3) != 0 &&
         strncmp (folded + at, "；", 3) != 0)
    at++;

  return at;
}

/* Where words of intention stand in something that is none: 按照学习计划. */
static gboolean
is_no_will (GArray          *hits,
            const DzRuleHit *hit)
{
  for (guint i = 0; i < hits->len; i++)
    {
      const DzRuleHit *other = &g_array_index (hits, DzRuleHit, i);

      if (other->span.start > hit->span.start)
        break;
      if (other->span.end >= hit->span.end && g_str_equal (dz_rule_get_word (other->rule, "name"), "sign-no-will"))
        return TRUE;
    }

  return FALSE;
}

/* Clauses that say each of these, a clause once for each. */
static void
count_signs (DzOutlineWalk *walk,
             DzSpan         span,
             Says          *says)
{
  enum { SHORTFALL, WILL, BECAUSE, DONE };
  static const char *const names[] = { [SHORTFALL] = "sign-shortfall", [WILL] = "sign-will", [BECAUSE] = "sign-because", [DONE] = "sign-done" };
  double *counts[] = { &says->shortfall, &says->will, &says->because, &says->done };
  gsize last[G_N_ELEMENTS (names)] = { 0 };
  g_autoptr(GArray) hits = dz_rule_set_find (walk->self->signs, walk->context->folded, span);

  for (guint i = 0; i < hits->len; i++)
    {
      const DzRuleHit *hit = &g_array_index (hits, DzRuleHit, i);
      const char *name = dz_rule_get_word (hit->rule, "name");

      for (guint k = 0; k < G_N_ELEMENTS (names); k++)
        if (hit->span.start >= last[k] && g_str_equal (name, names[k]) && (k != WILL || !is_no_will (hits, hit)))
          {
            *counts[k] += 1;
            last[k] = clause_end (walk->context->folded, span, hit->span.end);
          }
    }
}

static guint
count_numbers (const char *folded,
               DzSpan      span)
{
  guint n = 0;
  gboolean inside = FALSE;

  for (gsize i = span.start; i < span.end; i++)
    {
      gboolean digit = folded[i] >= '0' && folded[i] <= '9';

      n += digit && !inside && !g_str_has_prefix (folded + i, "20");
      inside = digit;
    }

  return n;
}

/**
 * dz_outline_count_shortfalls:
 *
 * @mostly: 0 where they are not more than what was done
 *
 * Returns: the clauses of @span that say what is lacking
 */
guint
dz_outline_count_shortfalls (DzOutlineWalk *walk,
                             DzSpan         span,
                             gboolean       mostly)
{
  Says says = { 0 };

  count_signs (walk, span, &says);
  if (mostly && says.shortfall <= says.done + count_numbers (walk->context->folded, span))
    return 0;

  return (guint) says.shortfall;
}

/* A paragraph that turns to the whole report: an admission or an outlook under the last heading, which is about
 * something else. */
static gboolean
leaves_topic (DzOutlineWalk *walk,
              const DzLine  *line)
{
  static const char *const turns[] = { "下一步", "下步", "今后", "接下来", "新的一年", "展望", "总的", "总体", "回顾", "回看", "回望", "在看到",
                                       "在肯定", "在总结", "同时", "但", "当然", "然而", "不过", "对照", "对标", "虽然", "尽管", "纵观", "综上",
                                       "一年来" };
  const char *at = walk->context->folded + line->span.start;
  DzDate date;

  if (line->style != DZ_ORDINAL_NONE)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (turns); i++)
    if (g_str_has_prefix (at, turns[i]))
      return TRUE;

  return dz_names_next_year (walk->context->folded, line->span, &date) && date.span.start == line->span.start &&
         date.year == walk->context->report->identity.year + 1;
}

/* 2.存在问题。 or 3.下步打算。 below a heading of the top level. */
static gboolean
opens_part (DzOutlineWalk *walk,
            const DzLine  *line)
{
  double hints[DZ_N_SECTION_KINDS] = { 0 };
  DzSpan words = line->heading;
  guint named;
  int role;

  if (line->style == DZ_ORDINAL_NONE || line->style == DZ_ORDINAL_RUN || dz_span_is_empty (words) ||
      dz_report_lines_is_told (walk->context->folded, line))
    return FALSE;
  words.start = line->ordinal.end;
  if (dz_report_lines_count (walk->context->folded, words) > LONGEST_INNER)
    return FALSE;
  role = dz_outline_name_roles (walk, words, hints, &named);

  return role == DZ_SECTION_PROBLEMS || role == DZ_SECTION_PLAN || role == DZ_SECTION_MERGED;
}

/* Where 存在的不足： or 下步措施： begins under a heading, or a heading of its own for them further down, the end of @body if
 * nowhere: what it opens is a part of its own. */
static gsize
find_first_label (DzOutlineWalk      *walk,
                  const DzTopHeading *top,
                  DzSpan              body)
{
  for (guint i = top->line; i < top->end && LINE (walk, i)->span.start < body.end; i++)
    {
      int kind;
      gsize at = dz_outline_find_label (walk, LINE (walk, i), LINE (walk, i)->span.start, &kind);

      if (at > body.start)
        return MIN (at, body.end);
      if (i > top->line + 1 && opens_part (walk, LINE (walk, i)))
        return MIN (LINE (walk, i)->span.start, body.end);
    }

  return body.end;
}

/* All that stands under a heading, and behind it on its line. */
static Says
read_body (DzOutlineWalk      *walk,
           const DzTopHeading *top)
{
  const char *folded = walk->context->folded;
  DzSpan body = { top->words.end, LINE (walk, top->end - 1)->span.end };
  double clauses;
  Says says = { 0 };

  for (guint i = top->line + 2; i < top->end; i++)
    if (leaves_topic (walk, LINE (walk, i)))
      {
        body.end = LINE (walk, i - 1)->span.end;
        break;
      }
  body.end = find_first_label (walk, top, body);
  says.empty = body.end < body.start + 12;
  if (says.empty)
    return says;
  clauses = count_clauses (folded, body);
  count_signs (walk, body, &says);
  says.shortfall /= clauses;
  says.will /= clauses;
  says.because /= clauses;
  says.done = (says.done + count_numbers (folded, body)) / clauses;

  return says;
}

/* Under a heading that says nothing of shortfalls they have to begin with the first paragraph: further on they may be
 * an admission about the whole report. */
static double
first_shortfalls (DzOutlineWalk      *walk,
                  const DzTopHeading *top,
                  double              all)
{
  DzTopHeading first = *top;
  const DzLine *line = LINE (walk, top->line);

  if ((top->hinted | top->named) & ((1u << DZ_SECTION_PROBLEMS) | (1u << DZ_SECTION_MERGED) | (1u << DZ_SECTION_CAUSES)))
    return all;
  first.end = MIN (top->end, line->whole ? top->line + 2 : top->line + 1);

  return MIN (all, read_body (walk, &first).shortfall);
}

/* Whether the heading names the year behind the one reported on, or what stands under it begins with that: 2025年，送达实行二人核对. */
static gboolean
begins_with_next_year (DzOutlineWalk      *walk,
                       const DzTopHeading *top,
                       int                 own)
{
  const DzLine *line = LINE (walk, top->line);
  DzDate date;

  if (dz_names_next_year (walk->context->folded, top->words, &date) && date.year == own + 1)
    return TRUE;
  if (!line->whole || top->line + 1 >= top->end)
    return FALSE;
  line = LINE (walk, top->line + 1);

  return dz_names_next_year (walk->context->folded, line->span, &date) && date.year == own + 1 &&
         date.span.start == line->span.start;
}

/* The year the heading names, against the one reported on. */
static void
score_year (DzOutlineWalk *walk,
            DzTopHeading  *top)
{
  int own = walk->context->report->identity.year;
  DzDate date;

  if (own == 0)
    return;
  if (begins_with_next_year (walk, top, own))
    {
      top->scores[DZ_SECTION_PLAN] += OF_NEXT_YEAR;
      top->scores[DZ_SECTION_ACHIEVEMENTS] -= OF_NEXT_YEAR;
    }
  else if (dz_names_next_year (walk->context->folded, top->words, &date) && date.year == own)
    top->scores[DZ_SECTION_ACHIEVEMENTS] += 1;
}

/* From 0 at @low, what any part holds of it, to 1 at @high. */
static double
ramp (double share,
      double low,
      double high)
{
  return CLAMP ((share - low) / (high - low), 0.0, 1.0);
}

static void
score_body (DzOutlineWalk *walk,
            DzTopHeading  *top)
{
  Says says = read_body (walk, top);
  double *scores = top->scores;
  DzSpan whole = { top->words.end, LINE (walk, top->end - 1)->span.end };
  double wants = ramp (first_shortfalls (walk, top, says.shortfall), 0.08, 0.3);
  double will = ramp (says.will, 0.04, 0.2);
  double done = ramp (says.done, 0, 0.5);

  if (!says.empty)
    {
      scores[DZ_SECTION_ACHIEVEMENTS] += 2 * done - 4 * wants - 3 * will;
      scores[DZ_SECTION_PROBLEMS] += 5 * wants - 2 * done - 3 * will - 1;
      scores[DZ_SECTION_PLAN] += 4 * will - 3 * wants - done;
      scores[DZ_SECTION_CAUSES] += 3 * MIN (says.because * 2, 1.0) + wants - 2 * will - done;
      scores[DZ_SECTION_MERGED] += 6 * MIN (wants, will) - 1;
    }
  else
    scores[DZ_SECTION_PLAN] -= 0.5;
  if (find_first_label (walk, top, whole) < whole.end) /* what falls short and what will be done are parts of it */
    {
      scores[DZ_SECTION_PLAN] -= HINTED;
      scores[DZ_SECTION_PROBLEMS] -= HINTED;
    }
}

/* Duty, last year, causes and other matters are never guessed from what stands under a heading alone. */
static void
score_words (DzTopHeading *top)
{
  static const DzSectionKind told[] = { DZ_SECTION_PRINCIPAL_DUTY, DZ_SECTION_LAST_YEAR, DZ_SECTION_CAUSES,
                                        DZ_SECTION_OTHER };

  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    if (top->scores[told[i]] < HINTED / 2 && (top->named & (1u << told[i])) == 0)
      top->scores[told[i]] += told[i] == DZ_SECTION_OTHER ? -2.5 : -8;
  if (top->scores[DZ_SECTION_MERGED] < HINTED / 2 && top->scores[DZ_SECTION_PROBLEMS] < HINTED / 3)
    top->scores[DZ_SECTION_MERGED] -= 4;
  if (top->strong != NO_ROLE)
    top->scores[top->strong] += top->strong == DZ_SECTION_ACHIEVEMENTS ? LOOSELY_NAMED : NAMED;
}

static void
score_place (DzOutlineWalk *walk,
             guint          index)
{
  DzTopHeading *top = &g_array_index (walk->tops, DzTopHeading, index);

  if (walk->tops->len < 2)
    return;
  /* the last part of a report that speaks of shortfalls and has no plan besides */
  if (index + 1 == walk->tops->len && (top->hinted & (1u << DZ_SECTION_PROBLEMS)) != 0)
    top->scores[DZ_SECTION_MERGED] += HINTED * 2 / 3;
  if (index == 0)
    top->scores[DZ_SECTION_ACHIEVEMENTS] += 1;
  else if (index + 1 == walk->tops->len)
    top->scores[DZ_SECTION_PLAN] += 1;
}

/* The best way through all headings. */
static void
choose (DzOutlineWalk *walk)
{
  guint n = walk->tops->len;
  g_autofree double *best = g_new (double, n * N_ROLES);
  g_autofree guint *from = g_new0 (guint, n * N_ROLES);
  guint last = 0;

  for (guint i = 0; i < n; i++)
    for (guint r = 0; r < N_ROLES; r++)
      {
        double *here = &best[i * N_ROLES + r];

        *here = i == 0 ? at_first[r] : NEVER * n;
        for (guint b = 0; i > 0 && b < N_ROLES; b++)
          if (best[(i - 1) * N_ROLES + b] + behind[b][r] > *here)
            {
              *here = best[(i - 1) * N_ROLES + b] + behind[b][r];
              from[i * N_ROLES + r] = b;
            }
        *here += g_array_index (walk->tops, DzTopHeading, i).scores[roles[r]];
      }
  for (guint r = 1; r < N_ROLES; r++)
    if (best[(n - 1) * N_ROLES + r] > best[(n - 1) * N_ROLES + last])
      last = r;
  for (guint i = n; i > 0; i--)
    {
      g_array_index (walk->tops, DzTopHeading, i - 1).role = (int) roles[last];
      last = from[(i - 1) * N_ROLES + last];
    }
}

/**
 * dz_outline_decide_roles:
 *
 * Gives every heading of the top level its role.
 */
void
dz_outline_decide_roles (DzOutlineWalk *walk)
{
  if (walk->tops->len == 0)
    return;
  for (guint i = 0; i < walk->tops->len; i++)
    {
      DzTopHeading *top = &g_array_index (walk->tops, DzTopHeading, i);

      score_year (walk, top);
      score_body (walk, top);
      score_place (walk, i);
      score_words (top);
    }
  choose (walk);
}
