/* dz-check-answers.c - whether each declared problem is taken up by the plan
 *
 * An answer is graded where it is found (dz-answers.h). One in words no rule
 * knows is still no omission: the point of the plan in the problem's place, or
 * any point, that does something about the very things the problem names.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-check-run.h"

#include "dz-char.h"

#include <string.h>

#define FEWEST_SHARED 4 /* pairs of characters a plan's point has in common with a problem, and with no other problem */
#define FEWEST_PARAGRAPHS 3
#define SURE 0.9
#define NUMBER_WEIGHT 2 /* 九项 of the problem and of the plan are the same nine */
#define LONGEST_LEAD 360 /* bytes a lead-in to the reasons reaches */
#define LONGEST_LIST_LEAD 24 /* bytes from 究其原因 to the mark or the ordinal that begins a list */
#define FEWEST_SHARED_IN_PLACE 1 /* where it stands in the same place of as many points */

/* A numbered point, or a sentence where points are not numbered. */
typedef struct
{
  GHashTable *pairs; /* packed pairs of characters -> itself */
  GArray *spans;     /* DzSpan: folded sentences */
  gsize heading;
  guint point;
  guint line;
  gboolean numbered; /* else a sentence, or a paragraph, stands for itself */
  gboolean acts;     /* does something: a number, or a deed */
} Point;

typedef struct
{
  const DzCheckRun *run;
  GPtrArray *problems; /* Point */
  GPtrArray *plans;    /* Point */
} Points;

static void
free_point (gpointer data)
{
  Point *point = data;

  g_hash_table_unref (point->pairs);
  g_array_unref (point->spans);
  g_free (point);
}

static gboolean
is_han (gunichar c)
{
  return c >= 0x4e00 && c <= 0x9fff;
}

/* Pairs of neighbouring characters, those of words anybody may write left out. */
static void
add_pairs (const DzCheckRun *run,
           GHashTable       *pairs,
           DzSpan            folded)
{
  g_autoptr(GArray) hits = dz_rule_set_find (run->empty, run->context->folded, folded);
  gsize covered = folded.start;
  gunichar before = 0;
  guint next = 0;

  for (const char *p = run->context->folded + folded.start; p < run->context->folded + folded.end;
       p = g_utf8_next_char (p))
    {
      gsize at = (gsize) (p - run->context->folded);
      gunichar c = dz_char_at (p);

      for (; next < hits->len && g_array_index (hits, DzRuleHit, next).span.start <= at; next++)
        if (g_array_index (hits, DzRuleHit, next).span.end - g_array_index (hits, DzRuleHit, next).span.start >= 6)
          covered = MAX (covered, g_array_index (hits, DzRuleHit, next).span.end);
      if (at < covered || !(is_han (c) || (c < 0x80 && g_ascii_isdigit ((char) c))))
        {
          before = 0;
          continue;
        }
      if (before != 0 && !(before < 0x80 && !is_han (c)))
        g_hash_table_add (pairs, GUINT_TO_POINTER ((before << 16) | (c & 0xffff)));
      before = c;
    }
}

/* A deed, or a number. */
static gboolean
does_something (const DzCheckRun       *run,
                const DzReportSentence *sentence)
{
  for (gsize i = sentence->span.start; i < sentence->span.end; i++)
    if (g_ascii_isdigit (run->context->folded[i]))
      return TRUE;

  return dz_check_says (run, sentence->span, "act");
}

static void
add_sentence (const DzCheckRun       *run,
              GPtrArray              *points,
              const DzReportSentence *sentence,
              gboolean                by_line)
{
  Point *last = points->len > 0 ? g_ptr_array_index (points, points->len - 1) : NULL;
  gboolean goes_on;

  goes_on = last != NULL && last->numbered && last->point == sentence->point && last->heading == sentence->heading.start;
  if (!goes_on && !(by_line && last != NULL && last->line == sentence->line))
    {
      last = g_new0 (Point, 1);
      last->pairs = g_hash_table_new (g_direct_hash, g_direct_equal);
      last->spans = g_array_new (FALSE, FALSE, sizeof (DzSpan));
      last->heading = sentence->heading.start;
      last->point = sentence->point;
      last->line = sentence->line;
      last->numbered = sentence->point > 0 && dz_check_is_numbered (run, sentence);
      g_ptr_array_add (points, last);
    }
  g_array_append_val (last->spans, sentence->span);
  add_pairs (run, last->pairs, sentence->span);
  last->acts |= does_something (run, sentence);
}

/* @planned: the line of a heading of the next year behind which everything is plan, where no part was seen to be one. */
static gboolean
is_of (const DzReportSentence *sentence,
       guint                   planned,
       gboolean                plan)
{
  return plan ? sentence->zone == DZ_ZONE_PLAN || (sentence->line > planned && sentence->zone != DZ_ZONE_FRAME)
              : sentence->zone == DZ_ZONE_PROBLEM || sentence->zone == DZ_ZONE_ADMISSION;
}

/* 成绩要讲够，问题也不能绕; 这些短板，根子在于…: no problem, so no place in their order. */
static gboolean
is_frame (const DzCheckRun       *run,
          const DzReportSentence *sentence)
{
  return !dz_check_is_numbered (run, sentence) &&
         (dz_check_says (run, sentence->span, "frame") || dz_check_says (run, sentence->span, "cause-lead"));
}

/* Points without numbers are told a paragraph each, or in sentences of one paragraph. */
static gboolean
has_paragraphs (const DzCheckRun *run,
                guint             planned,
                gboolean          plan)
{
  guint lines = 0, last = G_MAXUINT;

  for (guint i = 0; i < run->context->sentences->len; i++)
    {
      const DzReportSentence *sentence = &g_array_index (run->context->sentences, DzReportSentence, i);

      if (!is_of (sentence, planned, plan))
        continue;
      lines += sentence->line != last;
      last = sentence->line;
    }

  return lines >= FEWEST_PARAGRAPHS;
}

static void
points_init (Points           *self,
             const DzCheckRun *run)
{
  guint planned = dz_check_section (run, DZ_SECTION_PLAN, DZ_SECTION_MERGED) == NULL ? dz_check_next_year_line (run) : G_MAXUINT;

  *self = (Points){ run, g_ptr_array_new_with_free_func (free_point), g_ptr_array_new_with_free_func (free_point) };
  for (int plan = FALSE; plan <= TRUE; plan++)
    {
      gboolean by_line = has_paragraphs (run, planned, plan);

      for (guint i = 0; i < run->context->sentences->len; i++)
        {
          const DzReportSentence *sentence = &g_array_index (run->context->sentences, DzReportSentence, i);

          if (is_of (sentence, planned, plan) && (plan || !is_frame (run, sentence)))
            add_sentence (run, plan ? self->plans : self->problems, sentence, by_line);
        }
    }
}

static void
points_clear (Points *self)
{
  g_ptr_array_unref (self->problems);
  g_ptr_array_unref (self->plans);
}

static gboolean
names_elsewhere (Points  *self,
                 Point   *own,
                 gpointer pair)
{
  for (guint i = 0; i < self->problems->len; i++)
    {
      Point *other = g_ptr_array_index (self->problems, i);

      if (other != own && g_hash_table_contains (other->pairs, pair))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_number (gunichar c)
{
  return c < 0x80 || dz_char_is_any (c, "二三四五六七八九十百");
}

static guint
count_shared (Points *self,
              Point  *problem,
              Point  *plan)
{
  GHashTableIter iter;
  gpointer pair;
  guint n = 0;

  g_hash_table_iter_init (&iter, problem->pairs);
  while (g_hash_table_iter_next (&iter, &pair, NULL))
    if (g_hash_table_contains (plan->pairs, pair) && !names_elsewhere (self, problem, pair))
      n += is_number (GPOINTER_TO_UINT (pair) >> 16) ? NUMBER_WEIGHT : 1;

  return n;
}

/* The first of the spans, which are in order, that ends behind @at; their number if none does. */
static guint
find_span (GArray *spans,
           gsize   at)
{
  guint low = 0, high = spans->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (spans, DzSpan, middle).end <= at)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* Where @weakness stands among the problems, which are in order like their sentences; -1 if it stands in none. */
static int
find_problem (Points           *self,
              const DzWeakness *weakness)
{
  DzSpan folded = dz_fold_from_original (self->run->context->fold, weakness->span);
  guint low = 0, high = self->problems->len, place;
  GArray *spans;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      spans = ((Point *) g_ptr_array_index (self->problems, middle))->spans;
      if (g_array_index (spans, DzSpan, spans->len - 1).end <= folded.start)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == self->problems->len)
    return -1;
  spans = ((Point *) g_ptr_array_index (self->problems, low))->spans;
  place = find_span (spans, folded.start);

  return dz_span_overlaps (g_array_index (spans, DzSpan, place), folded) ? (int) low : -1;
}

/* An answer that only wishes, 进一步创新普法形式，提升普法效果, whatever its grade: no deed, no number in its sentence, and
 * it says so: 打通两套系统 is a deed, though no list has it. */
static gboolean
is_wish (const DzCheckRun *run,
         const DzWeakness *weakness)
{
  DzSpan folded = dz_fold_from_original (run->context->fold, weakness->answer);
  gboolean wishes = FALSE;

  if (dz_span_is_empty (weakness->answer))
    return FALSE;
  for (guint i = 0; i < run->context->sentences->len; i++)
    {
      const DzReportSentence *sentence = &g_array_index (run->context->sentences, DzReportSentence, i);

      if (!dz_span_overlaps (sentence->span, folded))
        continue;
      if (does_something (run, sentence))
        return FALSE;
      wishes |= dz_check_says (run, sentence->span, "wish");
    }

  return wishes;
}

/* A reason that was given a code: behind 究其原因 in the same sentence, or in the list it begins. */
static gboolean
is_reason (const DzCheckRun *run,
           const DzWeakness *weakness)
{
  const char *text = run->context->folded;
  DzSpan folded = dz_fold_from_original (run->context->fold, weakness->span);
  DzSpan before = { folded.start, folded.start };
  g_autoptr(GArray) hits = NULL;

  while (before.start > 0 && text[before.start - 1] != '\n' && folded.start - before.start < LONGEST_LEAD)
    before.start--;
  while (before.start < before.end && (text[before.start] & 0xc0) == 0x80)
    before.start++;
  if (dz_check_says (run, folded, "cause-lead"))
    return TRUE;
  hits = dz_check_cue_hits (run, before, "role", "cause-lead");
  for (guint i = 0; i < hits->len; i++)
    {
      gsize end = g_array_index (hits, DzRuleHit, i).span.end;
      gsize lead = MIN (before.end - end, LONGEST_LIST_LEAD);

      if (g_strstr_len (text + end, (gssize) lead, "：") != NULL || g_strstr_len (text + end, (gssize) lead, "一") != NULL ||
          (g_strstr_len (text + end, (gssize) (before.end - end), "。") == NULL &&
           g_strstr_len (text + end, (gssize) (before.end - end), "；") == NULL))
        return TRUE;
    }

  return FALSE;
}

/* 新建驿站3个，继续加强公开工作: the point's deeds are of something else than the wish that was found in it. */
static gboolean
holds_wish (Points           *self,
            Point            *plan,
            const DzWeakness *weakness)
{
  DzSpan answer = dz_fold_from_original (self->run->context->fold, weakness->answer);
  guint at;

  if (weakness->grade != DZ_GRADE_GENERIC || dz_span_is_empty (weakness->answer))
    return FALSE;
  at = find_span (plan->spans, answer.start);

  return at < plan->spans->len && dz_span_overlaps (g_array_index (plan->spans, DzSpan, at), answer);
}

static gboolean
is_taken_up (Points           *self,
             const DzWeakness *weakness)
{
  int place = find_problem (self, weakness);

  for (guint i = 0; place >= 0 && i < self->plans->len; i++)
    {
      Point *plan = g_ptr_array_index (self->plans, i);
      gboolean in_place = (int) i == place && self->plans->len == self->problems->len;
      guint shared = plan->acts && !holds_wish (self, plan, weakness) ? count_shared (self, g_ptr_array_index (self->problems, (guint) place), plan) : 0;

      if (shared >= (in_place ? FEWEST_SHARED_IN_PLACE : FEWEST_SHARED))
        return TRUE;
    }

  return FALSE;
}

/* Last year's, not yet solved: told under last year's heading. */
static gboolean
is_left_over (const DzCheckRun *run,
              const DzWeakness *weakness)
{
  const DzSection *section = dz_report_section_at (run->report, weakness->span.start);

  return section != NULL && section->kind == DZ_SECTION_LAST_YEAR;
}

static gboolean
is_answered (const DzCheckRun *run,
             const DzWeakness *weakness)
{
  return weakness->grade >= DZ_GRADE_PARTIAL && !is_wish (run, weakness);
}

/* A second reading of a sentence, none to rely on, where what it surely says is answered: 文书写不完整 of men who cannot
 * write them. */
static gboolean
is_doubtful_second (const DzCheckRun *run,
                    const DzWeakness *weakness)
{
  DzSpan sentence = dz_report_sentence_at (run->report, weakness->span.start);

  if (weakness->confidence >= SURE)
    return FALSE;
  for (guint i = 0; i < run->report->weaknesses->len; i++)
    {
      const DzWeakness *other = &g_array_index (run->report->weaknesses, DzWeakness, i);

      if (other != weakness && dz_weakness_counts (other) && dz_span_overlaps (sentence, other->span) &&
          is_answered (run, other))
        return TRUE;
    }

  return FALSE;
}

void
dz_check_answer (const DzCheckRun *run)
{
  g_autoptr(GString) none = g_string_new (NULL);
  g_autoptr(GString) generic = g_string_new (NULL);
  g_autoptr(GString) message = g_string_new (NULL);
  g_autoptr(GArray) spans = g_array_new (FALSE, FALSE, sizeof (DzSpan));
  Points points;
  DzCheck *check;
  guint declared = 0;

  points_init (&points, run);
  for (guint i = 0; i < run->report->weaknesses->len; i++)
    {
      const DzWeakness *weakness = &g_array_index (run->report->weaknesses, DzWeakness, i);
      g_autofree char *quote = NULL;
      GString *list = weakness->grade == DZ_GRADE_NONE ? none : generic;

      declared += dz_weakness_counts (weakness);
      if (!dz_weakness_counts (weakness) || is_answered (run, weakness) || is_left_over (run, weakness) ||
          is_doubtful_second (run, weakness) || is_reason (run, weakness) || is_taken_up (&points, weakness))
        continue;
      quote = dz_check_quote (run, weakness->span);
      /* words that say two shortfalls are quoted once */
      if (strstr (list->str, quote) != NULL)
        continue;
      if (list->len > 0)
        g_string_append (list, "、");
      g_string_append (list, quote);
      g_array_append_val (spans, weakness->span);
    }
  points_clear (&points);
  if (spans->len == 0)
    {
      if (declared == 0)
        dz_check_add (run, DZ_RESULT_CANNOT_TELL, "没有识别出问题，措施无从对照。");
      else
        dz_check_add (run, DZ_RESULT_PASS, "各项问题在计划中均有对应措施。");
      return;
    }
  if (none->len > 0)
    g_string_append_printf (message, "%s在下一步计划中未见对应措施", none->str);
  if (generic->len > 0)
    g_string_append_printf (message, "%s%s的措施较笼统，没有具体做法", message->len > 0 ? "；" : "",
                            generic->str);
  check = dz_check_add (run, DZ_RESULT_FAIL, "%s，请补充。", message->str);
  for (guint i = 0; i < spans->len; i++)
    dz_check_add_span (check, g_array_index (spans, DzSpan, i));
}
