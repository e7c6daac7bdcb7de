/* dz-counterparts.c - which sentence of the plan speaks of which problem
 *
 * Words: what two sentences share weighs the more, the fewer sentences of the
 * report say it. 执法 and 工作 say nothing, 雨季 and 视频机 nearly all.
 *
 * Order: problems and plan are each parted by their outer points, their
 * points, their paragraphs or their sentences; where two of these give as
 * many, the third of the plan answers the third of the problems, unless the
 * words say otherwise.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-counterparts.h"

#include "dz-grams.h"
#include "dz-report-lines.h"

#include <math.h>
#include <string.h>

#define SPEAKS_OF 0.6     /* from here on the words alone say it */
#define SPEAKS_FIRMLY 1.0 /* whatever else the sentence speaks of */
#define NEARLY_AS_WELL 0.8 /* of what fits the sentence best */
#define COMMON_SHARE 0.12 /* what more of the report's sentences say is said by any */
#define COMMON_LEAST 4
#define SINGLE 0.5        /* a single character says half */
#define LEAST_UNITS 2
#define LEAST_SENTENCES 3 /* where they are not points */
#define SHORTEST_UNIT 5   /* characters */
#define LONGEST_LEAD 40
#define LEAST_AGREEMENTS 2 /* where one of the two gives more */
#define NO_UNIT G_MAXUINT

typedef enum
{
  BY_OUTER_POINT,
  BY_POINT,
  BY_PARAGRAPH,
  BY_SENTENCE
} Division;

struct _DzCounterparts
{
  DzContext *context;
  GHashTable *counts;  /* gram to the number of sentences that hold it */
  GHashTable *common;  /* grams that tell nothing */
  GPtrArray *grams;    /* of each sentence, of the problems and the plan only; else NULL */
  GArray *homes;       /* guint: of each weakness its sentence, or NO_UNIT */
  GArray *problem;     /* guint: of each sentence its unit among the problems, or NO_UNIT */
  GArray *plan;        /* the same in the plan */
  gboolean in_order;   /* the two go by each other */
};

static const DzReportSentence *
get (DzCounterparts *self,
     guint           index)
{
  return &g_array_index (self->context->sentences, DzReportSentence, index);
}

static gboolean
is_problem (const DzReportSentence *sentence)
{
  return sentence->zone == DZ_ZONE_PROBLEM || sentence->zone == DZ_ZONE_ADMISSION;
}

/* 进一步完善机制: words of <words name="said-by-any"> tell nothing, however seldom the report says them. */
static void
count_common (DzCounterparts *self)
{
  const DzEntry *phrases = dz_codebook_find (self->context->codebook, DZ_ENTRY_PHRASES, "phrases");

  for (guint i = 0; phrases != NULL && i < phrases->rules->len; i++)
    {
      const DzRule *rule = g_ptr_array_index (phrases->rules, i);
      g_auto(GStrv) words = NULL;

      if (!g_str_equal (rule->name, "words") || !g_str_equal (dz_rule_get_word (rule, "name"), "said-by-any"))
        continue;
      words = g_strsplit (rule->text, "|", -1);
      for (guint k = 0; words[k] != NULL; k++)
        {
          g_autoptr(GPtrArray) grams = dz_grams_new (words[k], (DzSpan){ 0, strlen (words[k]) });

          for (guint g = 0; g < grams->len; g++)
            g_hash_table_add (self->common, g_strdup (g_ptr_array_index (grams, g)));
        }
    }
}

static void
count_grams (DzCounterparts *self)
{
  GArray *sentences = self->context->sentences;

  for (guint i = 0; i < sentences->len; i++)
    {
      const DzReportSentence *sentence = get (self, i);
      GPtrArray *grams = dz_grams_new (self->context->folded, sentence->span);

      for (guint k = 0; k < grams->len; k++)
        {
          const char *gram = g_ptr_array_index (grams, k);
          guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, gram));

          g_hash_table_insert (self->counts, g_strdup (gram), GUINT_TO_POINTER (n + 1));
        }
      if (!is_problem (sentence) && sentence->zone != DZ_ZONE_PLAN)
        g_clear_pointer (&grams, g_ptr_array_unref);
      g_ptr_array_add (self->grams, grams);
    }
}

/* What a gram tells: the fewer sentences of the report hold it, the more. Numbers and letters tell nothing. */
static double
worth (DzCounterparts *self,
       const char     *gram)
{
  guint n = self->context->sentences->len;
  guint count = GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, gram));
  double value;

  for (const char *p = gram; *p != '\0'; p++)
    if (g_ascii_isalnum (*p))
      return 0;
  if (count == 0 || g_hash_table_contains (self->common, gram) || count > MAX (COMMON_LEAST, n * COMMON_SHARE))
    return 0;
  value = log ((double) n / count);

  return g_utf8_strlen (gram, -1) == 1 ? value * SINGLE : value;
}

/* Both lists are in order of their bytes. */
static double
compare_sentences (DzCounterparts *self,
                   guint           problem,
                   guint           plan,
                   const char    **heaviest)
{
  GPtrArray *a = g_ptr_array_index (self->grams, problem);
  GPtrArray *b = g_ptr_array_index (self->grams, plan);
  double shared = 0;
  double all = 1;
  double best = 0;
  guint i = 0;

  for (guint k = 0; k < b->len; k++)
    {
      const char *gram = g_ptr_array_index (b, k);
      double value = worth (self, gram);

      all += value;
      while (i < a->len && strcmp (g_ptr_array_index (a, i), gram) < 0)
        i++;
      if (i == a->len || !g_str_equal (g_ptr_array_index (a, i), gram))
        continue;
      shared += value;
      if (value > 0 && value >= best)
        {
          best = value;
          if (heaviest != NULL)
            *heaviest = gram;
        }
    }

  return shared / sqrt (all);
}

/* The sentences a problem is told in: its point, else its paragraph where there are several, else its own. */
static gboolean
tells_same (DzCounterparts *self,
            guint           home,
            guint           other)
{
  const DzReportSentence *a = get (self, home);
  const DzReportSentence *b = get (self, other);

  if (home == other)
    return TRUE;
  if (a->zone != b->zone || a->point != b->point)
    return FALSE;
  if (!dz_span_is_empty (a->heading))
    return TRUE;

  return a->line == b->line && g_array_index (self->problem, guint, home) != NO_UNIT &&
         g_array_index (self->problem, guint, home) == g_array_index (self->problem, guint, other);
}

static gboolean
holds_weakness (DzCounterparts *self,
                guint           sentence)
{
  for (guint i = 0; i < self->homes->len; i++)
    if (g_array_index (self->homes, guint, i) == sentence)
      return TRUE;

  return FALSE;
}

/* Another weakness is told there, which the plan may answer by itself. */
static gboolean
is_home_of_another (DzCounterparts *self,
                    guint           home,
                    guint           sentence)
{
  return sentence != home && !get (self, sentence)->is_heading && holds_weakness (self, sentence);
}

/* How much of a sentence of the plan the problem's sentences say. */
static double
compare_problem (DzCounterparts *self,
                 guint           home,
                 guint           plan,
                 const char    **heaviest)
{
  double best = 0;

  for (guint i = 0; i < self->context->sentences->len; i++)
    {
      const char *gram = NULL;
      double here;

      if (!is_problem (get (self, i)) || !tells_same (self, home, i) || is_home_of_another (self, home, i))
        continue;
      here = compare_sentences (self, i, plan, &gram);
      if (here <= best)
        continue;
      best = here;
      if (heaviest != NULL)
        *heaviest = gram;
    }

  return best;
}

/* 重点做好以下三项工作： says what comes, and is none of it. */
static gboolean
is_lead (DzCounterparts *self,
         guint           index)
{
  static const char *const ends[] = { "：", "工作。", "方面。", "件事。", "发力。", "几点。", "不放。", "文章。", NULL };
  const DzReportSentence *sentence = get (self, index);

  return index + 1 < self->context->sentences->len && dz_span_is_empty (sentence->heading) &&
         dz_report_lines_ends_in (self->context->folded, sentence->span, ends) &&
         dz_report_lines_count (self->context->folded, sentence->span) <= LONGEST_LEAD;
}

/* What makes a unit of @division the same as the one before. */
static gsize
key_of (const DzReportSentence *sentence,
        guint                   index,
        Division                division)
{
  switch (division)
    {
    case BY_OUTER_POINT:
      return !dz_span_is_empty (sentence->parent)    ? sentence->parent.start + 1
             : !dz_span_is_empty (sentence->heading) ? sentence->heading.start + 1
                                                     : 0;
    case BY_POINT:
      return !dz_span_is_empty (sentence->heading) ? sentence->point : 0;
    case BY_PARAGRAPH:
      return sentence->line + 1;
    case BY_SENTENCE:
    default:
      return index + 1;
    }
}

/* Parts the problems or the plan; paragraphs and sentences of the problems count only where a weakness is told.
 * Returns the number of units, of which @units tells each sentence's. */
static guint
divide (DzCounterparts *self,
        gboolean        plan,
        Division        division,
        GArray         *units)
{
  gsize last = 0;
  guint n = 0;

  for (guint i = 0; i < self->context->sentences->len; i++)
    {
      const DzReportSentence *sentence = get (self, i);
      gsize key = key_of (sentence, i, division);
      guint none = NO_UNIT;

      g_array_append_val (units, none);
      if ((plan ? sentence->zone != DZ_ZONE_PLAN : !is_problem (sentence)) || key == 0)
        continue;
      if (division >= BY_PARAGRAPH && key != last && ((!plan && !holds_weakness (self, i)) || (plan && is_lead (self, i))))
        continue;
      if (dz_report_lines_count (self->context->folded, sentence->span) < SHORTEST_UNIT && key != last &&
          dz_span_is_empty (sentence->heading))
        continue;
      n += key != last;
      last = key;
      g_array_index (units, guint, i) = n - 1;
    }

  return n;
}

/* How often the words of the plan point to the unit of the same number, and how often to another. */
static void
count_agreements (DzCounterparts *self,
                  GArray         *problem,
                  GArray         *plan,
                  guint          *agree,
                  guint          *disagree)
{
  *agree = *disagree = 0;
  for (guint i = 0; i < plan->len; i++)
    {
      double best = SPEAKS_OF;
      guint unit = NO_UNIT;

      if (g_array_index (plan, guint, i) == NO_UNIT)
        continue;
      for (guint k = 0; k < problem->len; k++)
        {
          double here = g_array_index (problem, guint, k) != NO_UNIT ? compare_sentences (self, k, i, NULL) : 0;

          if (here <= best)
            continue;
          best = here;
          unit = g_array_index (problem, guint, k);
        }
      if (unit != NO_UNIT && unit == g_array_index (plan, guint, i))
        (*agree)++;
      else if (unit != NO_UNIT)
        (*disagree)++;
    }
}

/* As many on both sides, and the words do not speak against it; or not as many, but the words say so. */
static gboolean
go_by_each_other (DzCounterparts *self,
                  Division        by_problem,
                  Division        by_plan,
                  GArray         *problem,
                  GArray         *plan)
{
  gboolean loose = MAX (by_problem, by_plan) == BY_SENTENCE;
  guint n = divide (self, FALSE, by_problem, problem);
  guint m = divide (self, TRUE, by_plan, plan);
  guint agree;
  guint disagree;

  if (MIN (n, m) < (loose ? LEAST_SENTENCES : LEAST_UNITS))
    return FALSE;
  count_agreements (self, problem, plan, &agree, &disagree);
  if (n != m)
    return agree >= LEAST_AGREEMENTS && disagree == 0;

  return agree >= disagree + (loose ? 1 : 0);
}

static void
find_order (DzCounterparts *self)
{
  static const struct
  {
    Division problem;
    Division plan;
  } ways[] = { { BY_OUTER_POINT, BY_OUTER_POINT }, { BY_POINT, BY_POINT }, { BY_OUTER_POINT, BY_POINT },
               { BY_POINT, BY_OUTER_POINT }, { BY_PARAGRAPH, BY_OUTER_POINT }, { BY_PARAGRAPH, BY_POINT },
               { BY_OUTER_POINT, BY_PARAGRAPH }, { BY_POINT, BY_PARAGRAPH }, { BY_PARAGRAPH, BY_PARAGRAPH },
               { BY_SENTENCE, BY_OUTER_POINT }, { BY_SENTENCE, BY_POINT }, { BY_POINT, BY_SENTENCE },
               { BY_OUTER_POINT, BY_SENTENCE }, { BY_PARAGRAPH, BY_SENTENCE }, { BY_SENTENCE, BY_SENTENCE } };

  for (guint i = 0; i < G_N_ELEMENTS (ways) && !self->in_order; i++)
    {
      g_autoptr(GArray) problem = g_array_new (FALSE, FALSE, sizeof (guint));
      g_autoptr(GArray) plan = g_array_new (FALSE, FALSE, sizeof (guint));

      if (!go_by_each_other (self, ways[i].problem, ways[i].plan, problem, plan))
        continue;
      g_clear_pointer (&self->problem, g_array_unref);
      g_clear_pointer (&self->plan, g_array_unref);
      self->problem = g_steal_pointer (&problem);
      self->plan = g_steal_pointer (&plan);
      self->in_order = TRUE;
    }
}

static void
find_homes (DzCounterparts *self)
{
  GArray *weaknesses = self->context->report->weaknesses;

  for (guint i = 0; i < weaknesses->len; i++)
    {
      const DzWeakness *weakness = &g_array_index (weaknesses, DzWeakness, i);
      DzSpan span = dz_fold_from_original (self->context->fold, weakness->span);
      guint home = NO_UNIT;

      for (guint k = 0; k < self->context->sentences->len && home == NO_UNIT && !weakness->last_year; k++)
        if (is_problem (get (self, k)) && dz_span_overlaps (get (self, k)->span, span))
          home = k;
      g_array_append_val (self->homes, home);
    }
}

static void
free_grams (gpointer data)
{
  if (data != NULL)
    g_ptr_array_unref (data);
}

/**
 * dz_counterparts_new:
 * @context: borrowed; its sentences and weaknesses must be known
 *
 * Returns: (transfer full)
 */
DzCounterparts *
dz_counterparts_new (DzContext *context)
{
  DzCounterparts *self = g_new0 (DzCounterparts, 1);

  self->context = context;
  self->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->common = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->grams = g_ptr_array_new_with_free_func (free_grams);
  self->homes = g_array_new (FALSE, FALSE, sizeof (guint));
  self->problem = g_array_new (FALSE, FALSE, sizeof (guint));
  self->plan = g_array_new (FALSE, FALSE, sizeof (guint));
  find_homes (self);
  count_common (self);
  count_grams (self);
  if (divide (self, FALSE, BY_PARAGRAPH, self->problem) < LEAST_UNITS)
    {
      g_array_set_size (self->problem, 0);
      divide (self, FALSE, BY_SENTENCE, self->problem);
    }
  find_order (self);

  return self;
}

void
dz_counterparts_free (DzCounterparts *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->counts, g_hash_table_unref);
  g_clear_pointer (&self->common, g_hash_table_unref);
  g_clear_pointer (&self->grams, g_ptr_array_unref);
  g_clear_pointer (&self->homes, g_array_unref);
  g_clear_pointer (&self->problem, g_array_unref);
  g_clear_pointer (&self->plan, g_array_unref);
  g_free (self);
}

/* No problem told elsewhere fits the sentence of the plan better. */
static gboolean
fits_best (DzCounterparts *self,
           guint           own_home,
           double          own,
           guint           plan)
{
  for (guint i = 0; i < self->homes->len; i++)
    {
      guint home = g_array_index (self->homes, guint, i);

      if (home != NO_UNIT && !tells_same (self, own_home, home) && own < NEARLY_AS_WELL * compare_problem (self, home, plan, NULL))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_same_point (DzCounterparts *self,
               guint           home,
               guint           plan)
{
  const DzReportSentence *a = get (self, home);
  const DzReportSentence *b = get (self, plan);

  return b->point == a->point && (!dz_span_is_empty (a->heading) || a->line == b->line) && plan > home;
}

/**
 * dz_counterparts_go_by_points:
 *
 * Returns: whether all that is planned stands in the points of the problems, so that each is answered in its own
 */
gboolean
dz_counterparts_go_by_points (DzCounterparts *self)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->context->sentences->len; i++)
    {
      gboolean inside = FALSE;

      if (get (self, i)->zone != DZ_ZONE_PLAN)
        continue;
      for (guint k = 0; k < self->homes->len && !inside; k++)
        inside = g_array_index (self->homes, guint, k) != NO_UNIT && is_same_point (self, g_array_index (self->homes, guint, k), i);
      if (!inside)
        return FALSE;
      any = TRUE;
    }

  return any;
}

/**
 * dz_counterparts_ask:
 * @weakness: index into the report's weaknesses
 * @sentence: index into its sentences, one of the plan
 * @shared: (out): the word of the plan both say, empty if it is not by words
 *
 * Returns: whether the sentence speaks of the weakness
 */
DzKinship
dz_counterparts_ask (DzCounterparts *self,
                     guint           weakness,
                     guint           sentence,
                     DzSpan         *shared)
{
  guint home = g_array_index (self->homes, guint, weakness);
  const char *gram = NULL;
  double words;

  *shared = DZ_SPAN_NONE;
  if (home == NO_UNIT)
    return DZ_KIN_NONE;
  if (is_same_point (self, home, sentence))
    return DZ_KIN_POINT;
  words = compare_problem (self, home, sentence, &gram);
  if (words >= SPEAKS_OF && fits_best (self, home, words, sentence))
    {
      DzSpan span = get (self, sentence)->span;
      const char *folded = self->context->folded;
      const char *at = g_strstr_len (folded + span.start, (gssize) (span.end - span.start), gram);

      if (at != NULL)
        *shared = (DzSpan){ (gsize) (at - folded), (gsize) (at - folded) + strlen (gram) };
      return words >= SPEAKS_FIRMLY ? DZ_KIN_WORDS : DZ_KIN_A_WORD;
    }
  if (self->in_order && g_array_index (self->plan, guint, sentence) != NO_UNIT &&
      g_array_index (self->plan, guint, sentence) == g_array_index (self->problem, guint, home))
    return DZ_KIN_ORDER;

  return DZ_KIN_NONE;
}
