/* dz-counterparts.c - which sentence of the plan speaks of which problem
 *
 * Words: see dz-sentence-fits.h.
 *
 * Order: problems and plan are each parted by their outer points, their
 * points, their paragraphs or their sentences; where two of these give as
 * many, the third of the plan answers the third of the problems, unless the
 * words say otherwise.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-counterparts.h"

#include "dz-report-lines.h"
#include "dz-sentence-fits.h"

#include <string.h>

#define SPEAKS_OF 0.6     /* from here on the words alone say it */
#define SPEAKS_FIRMLY 1.0 /* whatever else the sentence speaks of */
#define ANOTHERS 0.6      /* from here on they say another problem */
#define HARDLY 0.4        /* if this one fits no better than so */
#define NEARLY_AS_WELL 0.8 /* of what fits the sentence best */
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

/* The problem that fits a sentence of the plan best, and how well the best of all others does. */
typedef struct
{
  guint problem;
  double score;
  double other;
} Rival;

struct _DzCounterparts
{
  DzContext *context;
  GArray *problems;    /* guint: the sentences that tell problems */
  GArray *plans;       /* guint: those of the plan */
  DzFit *fits;         /* a row of plans for each of the problems */
  GArray *rows;        /* guint: of each sentence its place among problems or plans, or NO_UNIT */
  GArray *told;        /* guint: of each sentence the number of the problem it tells, or NO_UNIT */
  guint n_told;
  DzFit *told_fits;    /* a row of plans for each problem: of its sentences that are no other weakness's */
  Rival *rivals;       /* of each of the plan */
  GArray *homes;       /* guint: of each weakness its sentence, or NO_UNIT */
  GHashTable *held;    /* a set: the sentences in homes */
  GHashTable *lines;   /* line -> its only sentence in homes, or NO_UNIT */
  GArray *problem;     /* guint: of each sentence its unit among the problems, or NO_UNIT */
  GArray *plan;        /* the same in the plan */
  gboolean in_order;   /* the two go by each other */
  guint in_order_to;   /* up to this unit, NO_UNIT if to the end */
  gboolean by_points;  /* all that is planned stands in the points of the problems */
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

static guint
get_index (GArray *array,
           guint   index)
{
  return g_array_index (array, guint, index);
}

static gboolean
holds_weakness (DzCounterparts *self,
                guint           sentence)
{
  return g_hash_table_contains (self->held, GUINT_TO_POINTER (sentence));
}

/* The fits of a sentence of the problems. */
static const DzFit *
get_fits (DzCounterparts *self,
          guint           sentence)
{
  return &self->fits[get_index (self->rows, sentence) * self->plans->len];
}

/* Which sentences tell one problem: those of its point, else of its paragraph where there are several, else each
 * for itself. */
static char *
name_problem (DzCounterparts *self,
              guint           sentence)
{
  const DzReportSentence *here = get (self, sentence);
  guint unit = get_index (self->problem, sentence);

  if (!dz_span_is_empty (here->heading))
    return g_strdup_printf ("%d %u", here->zone, here->point);
  if (unit != NO_UNIT)
    return g_strdup_printf ("%d %u %u %u", here->zone, here->point, here->line, unit);

  return g_strdup_printf ("alone %u", sentence);
}

static void
number_problems (DzCounterparts *self)
{
  g_autoptr(GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->problems->len; i++)
    {
      guint sentence = get_index (self->problems, i);
      char *name = name_problem (self, sentence);
      gpointer number;

      if (!g_hash_table_lookup_extended (numbers, name, NULL, &number))
        {
          number = GUINT_TO_POINTER (self->n_told++);
          g_hash_table_insert (numbers, name, number);
        }
      else
        g_free (name);
      g_array_index (self->told, guint, sentence) = GPOINTER_TO_UINT (number);
    }
}

/* How much of a sentence of the plan the problem's sentences say; those that tell another weakness, which the plan may
 * answer by itself, say nothing of this one. @plan counts among the plans. */
static DzFit
compare_problem (DzCounterparts *self,
                 guint           home,
                 guint           plan)
{
  DzFit own = get_fits (self, home)[plan];
  DzFit told = self->told_fits[get_index (self->told, home) * self->plans->len + plan];

  return own.score > told.score ? own : told;
}

/* Who fits a sentence of the plan best is asked for every weakness, so it is found once. */
static void
find_rivals (DzCounterparts *self)
{
  guint n = self->plans->len;

  self->told_fits = g_new0 (DzFit, (gsize) self->n_told * n + 1);
  self->rivals = g_new0 (Rival, n + 1);
  for (guint i = 0; i < self->problems->len; i++)
    {
      guint sentence = get_index (self->problems, i);
      DzFit *told = &self->told_fits[get_index (self->told, sentence) * n];

      if (holds_weakness (self, sentence) && !get (self, sentence)->is_heading)
        continue;
      for (guint k = 0; k < n; k++)
        if (get_fits (self, sentence)[k].score > told[k].score)
          told[k] = get_fits (self, sentence)[k];
    }
  for (guint i = 0; i < self->homes->len; i++)
    for (guint k = 0; k < n && get_index (self->homes, i) != NO_UNIT; k++)
      {
        guint problem = get_index (self->told, get_index (self->homes, i));
        double score = compare_problem (self, get_index (self->homes, i), k).score;
        Rival *rival = &self->rivals[k];

        if (problem == rival->problem)
          rival->score = MAX (rival->score, score);
        else if (score > rival->score)
          *rival = (Rival){ problem, score, rival->score };
        else
          rival->other = MAX (rival->other, score);
      }
}

/* 重点做好以下三项工作： says what comes, and is none of it; nor is 特此报告 behind it. */
static gboolean
is_lead (DzCounterparts *self,
         guint           index)
{
  static const char *const closes[] = { "日。", "特此报告。", "请予评议。", NULL };
  static const char *const ends[] = { "：", "工作。", "方面。", "件事。", "发力。", "几点。", "不放。", "文章。", NULL };
  const DzReportSentence *sentence = get (self, index);

  if (dz_report_lines_ends_in (self->context->folded, sentence->span, closes))
    return TRUE;

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

/* How often the words of the plan point to the unit of the same number, @last being the last of these, and how often firmly to
 * another: a single word may be shared with any. */
static void
count_agreements (DzCounterparts *self,
                  GArray         *problem,
                  GArray         *plan,
                  guint          *agree,
                  guint          *disagree,
                  guint          *last)
{
  *agree = *disagree = *last = 0;
  for (guint i = 0; i < self->plans->len; i++)
    {
      guint own = get_index (plan, get_index (self->plans, i));
      double best = SPEAKS_OF;
      guint unit = NO_UNIT;

      for (guint k = 0; k < self->problems->len && own != NO_UNIT; k++)
        {
          double here = self->fits[k * self->plans->len + i].score;
          guint other = get_index (problem, get_index (self->problems, k));

          if (here <= best || other == NO_UNIT)
            continue;
          best = here;
          unit = other;
        }
      if (unit != NO_UNIT && unit == own)
        {
          (*agree)++;
          *last = MAX (*last, own);
        }
      else if (unit != NO_UNIT && best >= SPEAKS_FIRMLY)
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
  gboolean loose = MIN (by_problem, by_plan) >= BY_PARAGRAPH && MAX (by_problem, by_plan) == BY_SENTENCE;
  guint n = divide (self, FALSE, by_problem, problem);
  guint m = divide (self, TRUE, by_plan, plan);
  guint agree;
  guint disagree;
  guint last;

  self->in_order_to = NO_UNIT;
  if (MIN (n, m) < LEAST_UNITS)
    return FALSE;
  count_agreements (self, problem, plan, &agree, &disagree, &last);
  if (n != m)
    {
      /* where one is left out, what comes behind it has another number */
      self->in_order_to = last;
      return agree >= LEAST_AGREEMENTS && disagree == 0;
    }
  /* two sentences are as many as any two */
  if (MAX (by_problem, by_plan) == BY_SENTENCE && n < LEAST_SENTENCES)
    return agree > 0 && disagree == 0;

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

/* The first sentence that ends behind @at. */
static guint
find_sentence (DzCounterparts *self,
               gsize           at)
{
  guint low = 0, high = self->context->sentences->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (get (self, middle)->span.end <= at)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static void
note_line (DzCounterparts *self,
           guint           home)
{
  gpointer line = GUINT_TO_POINTER (get (self, home)->line);
  gpointer only;

  if (!g_hash_table_lookup_extended (self->lines, line, NULL, &only))
    g_hash_table_insert (self->lines, line, GUINT_TO_POINTER (home));
  else if (GPOINTER_TO_UINT (only) != home)
    g_hash_table_insert (self->lines, line, GUINT_TO_POINTER (NO_UNIT));
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

      for (guint k = find_sentence (self, span.start); k < self->context->sentences->len && home == NO_UNIT &&
                                                       !weakness->last_year && get (self, k)->span.start < span.end; k++)
        if (is_problem (get (self, k)) && dz_span_overlaps (get (self, k)->span, span))
          home = k;
      g_array_append_val (self->homes, home);
      g_hash_table_add (self->held, GUINT_TO_POINTER (home));
      if (home != NO_UNIT)
        note_line (self, home);
    }
}

/* Whether other problems are told in the paragraph. */
static gboolean
shares_line (DzCounterparts *self,
             guint           home)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->lines, GUINT_TO_POINTER (get (self, home)->line))) != home;
}

static gboolean
is_same_point (DzCounterparts *self,
               guint           home,
               guint           plan)
{
  const DzReportSentence *a = get (self, home);
  const DzReportSentence *b = get (self, plan);

  return plan > home && b->point == a->point &&
         (!dz_span_is_empty (a->heading) || (a->line == b->line && !shares_line (self, home)));
}

static gboolean
stands_in_points (DzCounterparts *self)
{
  for (guint i = 0; i < self->plans->len; i++)
    {
      gboolean inside = FALSE;

      for (guint k = 0; k < self->homes->len && !inside; k++)
        inside = get_index (self->homes, k) != NO_UNIT &&
                 is_same_point (self, get_index (self->homes, k), get_index (self->plans, i));
      if (!inside)
        return FALSE;
    }

  return self->plans->len > 0;
}

static void
list_sentences (DzCounterparts *self)
{
  for (guint i = 0; i < self->context->sentences->len; i++)
    {
      GArray *list = is_problem (get (self, i))                ? self->problems
                     : get (self, i)->zone == DZ_ZONE_PLAN ? self->plans
                                                           : NULL;
      guint row = list != NULL ? list->len : NO_UNIT;
      guint none = NO_UNIT;

      g_array_append_val (self->rows, row);
      g_array_append_val (self->told, none);
      if (list != NULL)
        g_array_append_val (list, i);
    }
}

/**
 * dz_counterparts_new:
 * @context: borrowed; its sentences and weaknesses must be known
 * @said_by_any: borrowed: see dz_gram_counts_new_said_by_any()
 *
 * Returns: (transfer full)
 */
DzCounterparts *
dz_counterparts_new (DzContext    *context,
                     DzGramCounts *said_by_any)
{
  DzCounterparts *self = g_new0 (DzCounterparts, 1);

  self->context = context;
  self->problems = g_array_new (FALSE, FALSE, sizeof (guint));
  self->plans = g_array_new (FALSE, FALSE, sizeof (guint));
  self->homes = g_array_new (FALSE, FALSE, sizeof (guint));
  self->held = g_hash_table_new (NULL, NULL);
  self->lines = g_hash_table_new (NULL, NULL);
  self->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  self->told = g_array_new (FALSE, FALSE, sizeof (guint));
  self->problem = g_array_new (FALSE, FALSE, sizeof (guint));
  self->plan = g_array_new (FALSE, FALSE, sizeof (guint));
  list_sentences (self);
  find_homes (self);
  if (self->problems->len > 0 && self->plans->len > 0)
    self->fits = dz_sentence_fits_new (context, said_by_any, self->problems, self->plans);
  self->by_points = stands_in_points (self);
  if (divide (self, FALSE, BY_PARAGRAPH, self->problem) < LEAST_UNITS)
    {
      g_array_set_size (self->problem, 0);
      divide (self, FALSE, BY_SENTENCE, self->problem);
    }
  find_order (self);
  number_problems (self);
  if (self->fits != NULL)
    find_rivals (self);

  return self;
}

void
dz_counterparts_free (DzCounterparts *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->problems, g_array_unref);
  g_clear_pointer (&self->plans, g_array_unref);
  g_clear_pointer (&self->fits, g_free);
  g_clear_pointer (&self->homes, g_array_unref);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->told, g_array_unref);
  g_clear_pointer (&self->told_fits, g_free);
  g_clear_pointer (&self->rivals, g_free);
  g_clear_pointer (&self->held, g_hash_table_unref);
  g_clear_pointer (&self->lines, g_hash_table_unref);
  g_clear_pointer (&self->problem, g_array_unref);
  g_clear_pointer (&self->plan, g_array_unref);
  g_free (self);
}

/* No problem told elsewhere fits the sentence of the plan better. */
static gboolean
fits_best (DzCounterparts *self,
           guint           home,
           double          own,
           guint           plan)
{
  const Rival *rival = &self->rivals[plan];

  return own >= NEARLY_AS_WELL * (rival->problem == get_index (self->told, home) ? rival->other : rival->score);
}

/**
 * dz_counterparts_go_by_points:
 *
 * Returns: whether all that is planned stands in the points of the problems, so that each is answered in its own
 */
gboolean
dz_counterparts_go_by_points (DzCounterparts *self)
{
  return self->by_points;
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
  guint home = get_index (self->homes, weakness);
  guint plan = get_index (self->rows, sentence);
  DzFit fit;

  *shared = DZ_SPAN_NONE;
  if (home == NO_UNIT)
    return DZ_KIN_NONE;
  if (is_same_point (self, home, sentence))
    return DZ_KIN_POINT;
  fit = compare_problem (self, home, plan);
  if (fit.score >= SPEAKS_OF && fits_best (self, home, fit.score, plan))
    {
      DzSpan span = get (self, sentence)->span;
      const char *folded = self->context->folded;
      g_autofree char *word = dz_gram_dup_word (fit.heaviest);
      const char *at = g_strstr_len (folded + span.start, (gssize) (span.end - span.start), word);

      if (at != NULL)
        *shared = (DzSpan){ (gsize) (at - folded), (gsize) (at - folded) + strlen (word) };
      return fit.score >= SPEAKS_FIRMLY ? DZ_KIN_WORDS : DZ_KIN_A_WORD;
    }
  if (self->in_order && get_index (self->plan, sentence) != NO_UNIT &&
      (self->in_order_to == NO_UNIT || get_index (self->plan, sentence) <= self->in_order_to) &&
      get_index (self->plan, sentence) == get_index (self->problem, home))
    return DZ_KIN_ORDER;

  return DZ_KIN_NONE;
}

/**
 * dz_counterparts_speaks_of_another:
 * @weakness: index into the report's weaknesses
 * @sentence: index into its sentences, one of the plan
 *
 * Returns: whether the sentence says the words of another problem, and not those of this one's
 */
gboolean
dz_counterparts_speaks_of_another (DzCounterparts *self,
                                   guint           weakness,
                                   guint           sentence)
{
  guint home = get_index (self->homes, weakness);
  guint plan = get_index (self->rows, sentence);
  const Rival *rival;

  if (home == NO_UNIT)
    return FALSE;
  rival = &self->rivals[plan];

  return rival->score >= ANOTHERS && rival->problem != get_index (self->told, home) &&
         compare_problem (self, home, plan).score < HARDLY * rival->score;
}
