/* dz-plan-match.c - which sentence of a report tells of a promise, and how much of it was done
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-plan-match.h"

#include "dz-char.h"
#include "dz-fold.h"
#include "dz-plan-amounts.h"
#include "dz-plan-grams.h"

#include <string.h>

#define TOLD 0.4          /* from here on the promise is told of */
#define TOLD_FIRMLY 0.5   /* most of it: it may be kept */
#define PAIRS 0.6         /* what the pairs of characters say; the rest single ones */
#define LEAST_OBJECT 4    /* characters besides verbs */
#define MOST_THINGS 8     /* of a list in a promise */

typedef struct
{
  DzSpan span; /* in the report */
  char *words; /* folded */
} Sentence;

struct _DzPlanMatch
{
  DzPlanWords *words; /* borrowed */
  GArray *sentences;  /* Sentence: of what was done */
  DzPlanGrams *grams; /* which sentences have which */
  GArray *spare;      /* DzPlanGram: of one sentence, while it is read */
};

/* Of a word that says something: 的 only links two. */
static gboolean
is_of_word (gunichar c)
{
  return c >= 0x3400 && c <= 0x9fff && c != 0x7684;
}

static gboolean
ends_sentence (gunichar c)
{
  return c == 0x3002 || c == 0xff1b || c == '\n' || c == 0xff01;
}

static int
compare_grams (gconstpointer a,
               gconstpointer b)
{
  const DzPlanGram *one = a, *other = b;

  return (*one > *other) - (*one < *other);
}

/* In order, each once. */
static void
sort_grams (GArray *grams)
{
  guint n = 0;

  g_array_sort (grams, compare_grams);
  for (guint i = 0; i < grams->len; i++)
    if (n == 0 || g_array_index (grams, DzPlanGram, i) != g_array_index (grams, DzPlanGram, n - 1))
      g_array_index (grams, DzPlanGram, n++) = g_array_index (grams, DzPlanGram, i);
  g_array_set_size (grams, n);
}

/* Every Han character of @text but 的 and every two in a row go to the end of @grams. */
static void
add_grams (GArray     *grams,
           const char *text,
           gsize       len)
{
  DzPlanGram last = 0;
  guint n = grams->len;
  DzPlanGram *to;

  /* two for a character of three bytes, at most */
  g_array_set_size (grams, n + (guint) len);
  to = (DzPlanGram *) (gpointer) grams->data;
  for (const char *at = text; at < text + len; at = g_utf8_next_char (at))
    {
      DzPlanGram c = dz_char_at (at);

      if (!is_of_word ((gunichar) c))
        {
          last = 0;
          continue;
        }
      to[n++] = c;
      if (last != 0)
        to[n++] = last << DZ_PLAN_GRAM_BITS | c;
      last = c;
    }
  g_array_set_size (grams, n);
}

static gboolean
is_pair (DzPlanGram gram)
{
  return gram >> DZ_PLAN_GRAM_BITS != 0;
}

static void
clear_sentence (gpointer data)
{
  Sentence *sentence = data;

  g_free (sentence->words);
}

/* The grams of what a clause is about: verbs, amounts and words anybody writes part its words. */
static GArray *
read_object (DzPlanMatch *self,
             const char  *clause,
             gsize        len)
{
  GArray *grams = g_array_new (FALSE, FALSE, sizeof (DzPlanGram));
  gsize from = 0;

  for (gsize at = 0; at < len;)
    {
      gsize n = dz_plan_amounts_skip (clause, len, at);

      n = n > 0 ? n : dz_plan_words_skip (self->words, DZ_PLAN_BY_ANY, clause + at, len - at);
      if (n > 0)
        {
          add_grams (grams, clause + from, at - from);
          from = at + n;
        }
      at += n > 0 ? n : (gsize) g_utf8_skip[(guchar) clause[at]];
    }
  add_grams (grams, clause + from, len - from);
  sort_grams (grams);

  return grams;
}

/* ---- what was done ---- */

static void
add_sentence (DzPlanMatch *self,
              DzFold      *fold,
              gsize        offset,
              DzSpan       span)
{
  const char *folded = dz_fold_peek (fold, NULL);
  Sentence sentence = { .words = g_strndup (folded + span.start, span.end - span.start) };

  sentence.span = dz_fold_to_original (fold, span);
  sentence.span.start += offset;
  sentence.span.end += offset;
  g_array_set_size (self->spare, 0);
  add_grams (self->spare, folded + span.start, span.end - span.start);
  for (guint i = 0; i < self->spare->len; i++)
    dz_plan_grams_add (self->grams, g_array_index (self->spare, DzPlanGram, i), self->sentences->len);
  g_array_append_val (self->sentences, sentence);
}

static void
add_work (DzPlanMatch     *self,
          const char      *text,
          const DzSection *section)
{
  g_autoptr(DzFold) fold = dz_fold_new (text + section->span.start, section->span.end - section->span.start);
  gsize len;
  const char *folded = dz_fold_peek (fold, &len);
  gsize start = 0;

  for (gsize at = 0; at < len; at += (gsize) g_utf8_skip[(guchar) folded[at]])
    if (ends_sentence (dz_char_at (folded + at)))
      {
        if (at > start)
          add_sentence (self, fold, section->span.start, (DzSpan){ start, at });
        start = at + (gsize) g_utf8_skip[(guchar) folded[at]];
      }
  if (start < len)
    add_sentence (self, fold, section->span.start, (DzSpan){ start, len });
}

/**
 * dz_plan_match_new:
 * @words: kept alive by the caller
 *
 * Returns: (transfer full): the sentences of @current that tell what was done: all but plan and problems
 */
DzPlanMatch *
dz_plan_match_new (DzPlanWords *words,
                   DzReport    *current)
{
  DzPlanMatch *self = g_new0 (DzPlanMatch, 1);
  const char *text = dz_text_peek (current->text, NULL);

  self->words = words;
  self->sentences = g_array_new (FALSE, FALSE, sizeof (Sentence));
  g_array_set_clear_func (self->sentences, clear_sentence);
  self->grams = dz_plan_grams_new ();
  self->spare = g_array_new (FALSE, FALSE, sizeof (DzPlanGram));
  for (guint i = 0; i < current->sections->len; i++)
    {
      const DzSection *section = &g_array_index (current->sections, DzSection, i);

      if (section->kind != DZ_SECTION_PLAN && section->kind != DZ_SECTION_MERGED && section->kind != DZ_SECTION_PROBLEMS)
        add_work (self, text, section);
    }

  return self;
}

void
dz_plan_match_free (DzPlanMatch *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->sentences);
  dz_plan_grams_free (self->grams);
  g_array_unref (self->spare);
  g_free (self);
}

/**
 * dz_plan_match_is_act:
 * @clause: folded, of a plan
 *
 * Returns: whether it promises an act with an object of its own (配备法治专员2名) or an amount (出庭率100%): what can be
 *   found again next year; not an effort (进一步加强)
 */
gboolean
dz_plan_match_is_act (DzPlanMatch *self,
                      const char  *clause,
                      gsize        len)
{
  gboolean act = dz_plan_amounts_has (clause, len);
  gsize object = 0; /* characters besides the acts */

  for (gsize at = 0; at < len;)
    {
      gsize n = dz_plan_words_skip (self->words, DZ_PLAN_ACTS, clause + at, len - at);

      if (dz_plan_words_skip (self->words, DZ_PLAN_WISHES, clause + at, len - at) > 0)
        return FALSE;
      act = act || n > 0;
      object += n == 0;
      at += n > 0 ? n : (gsize) g_utf8_skip[(guchar) clause[at]];
    }

  return act && object >= LEAST_OBJECT;
}

/* ---- what a sentence has of a promise ---- */

/* The sentence that has most of @object, and the share it has. The sentence that keeps a promise says its words as well, so
 * a word counts less the more other sentences have it. Returns: (nullable) */
static const Sentence *
find_best (DzPlanMatch  *self,
           const GArray *object,
           double       *share)
{
  g_autofree double *singles = g_new0 (double, self->sentences->len + 1);
  g_autofree double *pairs = g_new0 (double, self->sentences->len + 1);
  double all_singles = 0, all_pairs = 0;
  const Sentence *best = NULL;

  *share = 0;
  for (guint i = 0; i < object->len; i++)
    {
      DzPlanGram gram = g_array_index (object, DzPlanGram, i);
      guint count = dz_plan_grams_count (self->grams, gram);
      double weight = 1.0 / (1.0 + (count > 1 ? (count - 1) * 0.5 : 0));

      *(is_pair (gram) ? &all_pairs : &all_singles) += weight;
      dz_plan_grams_weigh (self->grams, gram, weight, is_pair (gram) ? pairs : singles);
    }
  for (guint i = 0; all_singles > 0 && i < self->sentences->len; i++)
    {
      double single = singles[i] / all_singles;
      double own = all_pairs == 0 ? single : PAIRS * pairs[i] / all_pairs + (1 - PAIRS) * singles[i] / all_singles;

      if (own <= *share)
        continue;
      *share = own;
      best = &g_array_index (self->sentences, Sentence, i);
    }

  return best;
}

/* Something of each thing of a list: 老年人、学生、务工人员三类专班 is not kept by a class for pupils. */
static gboolean
has_each_thing (DzPlanMatch    *self,
                const char     *clause,
                gsize           len,
                const Sentence *sentence)
{
  const guint number = (guint) (sentence - (const Sentence *) (gpointer) self->sentences->data);
  static const char *const links[] = { "、", "和", "并", "与", "及" };
  gsize from = 0;
  guint things = 0;

  for (gsize at = 0; at <= len && things < MOST_THINGS;)
    {
      gsize n = 0;

      for (guint i = 0; at < len && i < G_N_ELEMENTS (links) && n == 0; i++)
        n = dz_word_at (clause, len, at, links[i]);
      if (n > 0 || at == len)
        {
          g_autoptr(GArray) grams = read_object (self, clause + from, at - from);
          guint pairs = 0, found = 0;

          for (guint i = 0; i < grams->len; i++)
            if (is_pair (g_array_index (grams, DzPlanGram, i)))
              {
                pairs++;
                found += dz_plan_grams_has (self->grams, g_array_index (grams, DzPlanGram, i), number);
              }
          if (pairs > 0 && found * 2 <= pairs && things + (at < len) > 0)
            return FALSE;
          things++;
          from = at + n;
        }
      if (at == len)
        break;
      at += n > 0 ? n : (gsize) g_utf8_skip[(guchar) clause[at]];
    }

  return TRUE;
}

/* Said of a thing that is not done, not yet, or for some only. */
static gboolean
is_still_open (const char *sentence)
{
  static const char *const words[] = { "尚未", "仍未", "还未", "未能", "暂未", "正在", "筹备", "拟于", "争取", "推进中", "进行中", "有待",
                                       "其余", "部分", "预计", "明年", "没有购置", "未批", "初验", "选址", "已有", "只有", "仅有", "尚在",
                                       "试点", "尚需", "另有", "没有落实", "没有完成", "没有配", "没有增加", "没有新增", "没有到位",
                                       "未到位", "未完成", "未落实", "未启动", "未购置", "未建成", "未开工" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (sentence, words[i]) != NULL)
      return TRUE;

  return FALSE;
}

/**
 * dz_plan_match_find:
 * @clause: folded, of a plan
 * @found: (out): how much of it the best sentence has, 0 to 1
 * @kept: (out): that sentence in the report, empty if none tells of it
 *
 * Returns: what the words propose
 */
DzPromise
dz_plan_match_find (DzPlanMatch *self,
                    const char  *clause,
                    gsize        len,
                    double      *found,
                    DzSpan      *kept)
{
  g_autoptr(GArray) object = read_object (self, clause, len);
  g_autofree char *promise = g_strndup (clause, len);
  const Sentence *best = find_best (self, object, found);

  *kept = DZ_SPAN_NONE;
  if (best == NULL || *found < TOLD)
    return DZ_PROMISE_UNMENTIONED;
  *kept = best->span;
  if (*found < TOLD_FIRMLY || is_still_open (best->words) || dz_plan_amounts_fall_short (promise, best->words) ||
      !has_each_thing (self, clause, len, best))
    return DZ_PROMISE_PARTLY;

  return DZ_PROMISE_KEPT;
}
