/* dz-overlap.c - text that two reports share, what was given to all left out
 *
 * The reports of a year are compared with each other and with those of the year
 * before, a year at a time. Which pairs to lay side by side is told by the
 * telling grams they have in common; how much they share by their clauses.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-overlap.h"

#include "dz-given-wording.h"
#include "dz-overlap-extent.h"
#include "dz-pair-reader.h"

#include <stdlib.h>

#define KEPT 0.05
#define LEAST_COMMON 8         /* telling grams two texts must have in common to be laid side by side */
#define LEAST_COMMON_SHARE 0.03 /* and this share of the smaller's */

/* The reports of one year and of the year before. */
typedef struct
{
  DzReview *review;
  int year;
  double at_least;
  GPtrArray *reports; /* DzReport, those of a body and in it of a year beside each other */
  GPtrArray *texts;   /* DzNeutralText, borrowed */
  DzCommonGrams *grams;
  GPtrArray *found;   /* DzOverlap */
  GArray *insisted;   /* guint32: grams of wording the county does not take for given */
} Window;

static gboolean
are_compared (const Window   *window,
              const DzReport *a,
              const DzReport *b)
{
  if (a->identity.year == b->identity.year)
    return a->identity.year == window->year && a->body_id != b->body_id;

  return ABS (a->identity.year - b->identity.year) == 1;
}

static guint
get_position (DzReview       *review,
              const DzReport *report)
{
  const DzBody *body = dz_review_find_body (review, report->body_id);

  return body != NULL ? body->position : G_MAXUINT;
}

static int
compare_sides (DzReview       *review,
               const DzReport *a,
               const DzReport *b)
{
  guint x = get_position (review, a);
  guint y = get_position (review, b);

  if (x != y)
    return x < y ? -1 : 1;
  if (a->identity.year != b->identity.year)
    return a->identity.year < b->identity.year ? -1 : 1;

  return a->id < b->id ? -1 : a->id > b->id;
}

static int
compare_passages (gconstpointer a,
                  gconstpointer b)
{
  const DzOverlapPassage *x = a;
  const DzOverlapPassage *y = b;

  if (x->a.start != y->a.start)
    return x->a.start < y->a.start ? -1 : 1;

  return x->b.start < y->b.start ? -1 : x->b.start > y->b.start;
}

static void
turn_passages (GArray *passages)
{
  for (guint i = 0; i < passages->len; i++)
    {
      DzOverlapPassage *passage = &g_array_index (passages, DzOverlapPassage, i);
      DzSpan a = passage->a;

      passage->a = passage->b;
      passage->b = a;
    }
  g_array_sort (passages, compare_passages);
}

static void
compare_pair (Window       *window,
              DzPairReader *reader,
              guint         left,
              guint         right)
{
  DzReport *a = g_ptr_array_index (window->reports, left);
  DzReport *b = g_ptr_array_index (window->reports, right);
  gboolean turn = compare_sides (window->review, a, b) > 0;
  DzOverlap *overlap = dz_overlap_new (turn ? b->id : a->id, turn ? a->id : b->id, 0);

  overlap->share = dz_pair_reader_compare (reader, left, overlap->passages);
  if (turn)
    turn_passages (overlap->passages);
  if (overlap->passages->len > 0 &&
      (overlap->share >= window->at_least ||
       dz_overlap_extent_find_part (window->review, overlap, NULL) >= DZ_OVERLAP_PART_SHARE))
    g_ptr_array_add (window->found, overlap);
  else
    dz_overlap_free (overlap);
}

/* Where those begin that stand before @right and are the same body's of the same year: they are never laid beside it, and a
 * body with thousands would have each counted against each. */
static guint
find_own (const Window *window,
          guint         right)
{
  const DzReport *report = g_ptr_array_index (window->reports, right);
  guint own = right;

  while (own > 0)
    {
      const DzReport *before = g_ptr_array_index (window->reports, own - 1);

      if (before->body_id != report->body_id || before->identity.year != report->identity.year)
        break;
      own--;
    }

  return own;
}

/* Lays @right beside every text it shares enough telling grams with. */
static void
compare_with_others (Window       *window,
                     DzPairReader *reader,
                     guint         right,
                     guint        *common,
                     guint        *seen)
{
  guint own = find_own (window, right);
  const DzNeutralText *text = g_ptr_array_index (window->texts, right);
  const DzCommonGrams *grams = window->grams;
  const guint32 *ids = grams->ids[right];
  gboolean opened = FALSE;

  for (guint i = 0; i < text->grams->len; i++)
    {
      if (ids[i] >= DZ_GRAM_ALONE || seen[ids[i]] == right + 1)
        continue;
      seen[ids[i]] = right + 1;
      /* Each pair once: those before this one */
      for (guint k = grams->starts[ids[i]]; grams->texts[k] < own; k++)
        common[grams->texts[k]]++;
    }
  for (guint left = 0; left < own; left++)
    {
      guint n = common[left];

      common[left] = 0;
      if (n < LEAST_COMMON || n < LEAST_COMMON_SHARE * MIN (grams->n_own[left], grams->n_own[right]) ||
          !are_compared (window, g_ptr_array_index (window->reports, left), g_ptr_array_index (window->reports, right)))
        continue;
      if (!opened)
        dz_pair_reader_open (reader, right);
      opened = TRUE;
      compare_pair (window, reader, left, right);
    }
}

static void
compare_window (Window     *window,
                GPtrArray **given)
{
  g_autoptr(GArray) bodies = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(DzCommonGrams) grams = NULL;
  g_autoptr(DzPairReader) reader = NULL;
  g_autofree guint *common = g_new0 (guint, window->reports->len + 1);
  g_autofree guint *seen = NULL;

  for (guint i = 0; i < window->reports->len; i++)
    g_array_append_val (bodies, ((DzReport *) g_ptr_array_index (window->reports, i))->body_id);
  window->grams = grams = dz_common_grams_new (window->texts, bodies, window->insisted);
  seen = g_new0 (guint, grams->n + 1);
  reader = dz_pair_reader_new (grams, window->texts);
  for (guint i = 1; i < window->reports->len; i++)
    compare_with_others (window, reader, i, common, seen);
  if (given != NULL)
    {
      g_clear_pointer (given, g_ptr_array_unref);
      *given = dz_given_wording_list (window->reports, window->texts, grams);
    }
}

static int
compare_by_body (gconstpointer a,
                 gconstpointer b)
{
  const DzReport *x = *(DzReport *const *) a;
  const DzReport *y = *(DzReport *const *) b;

  if (x->body_id != y->body_id)
    return x->body_id < y->body_id ? -1 : 1;
  if (x->identity.year != y->identity.year)
    return x->identity.year < y->identity.year ? -1 : 1;

  return x->id < y->id ? -1 : x->id > y->id;
}

/* Reports whose year is not known are not compared. */
static GArray *
list_years (DzReview *review)
{
  GArray *years = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < review->reports->len; i++)
    {
      int year = ((DzReport *) g_ptr_array_index (review->reports, i))->identity.year;
      guint k = 0;

      while (k < years->len && g_array_index (years, int, k) < year)
        k++;
      if (year != 0 && (k == years->len || g_array_index (years, int, k) != year))
        g_array_insert_val (years, k, year);
    }

  return years;
}

static DzNeutralText *
get_text (GHashTable     *texts,
          DzReport       *report,
          DzNeutralWords *words)
{
  DzNeutralText *text = g_hash_table_lookup (texts, report);

  if (text == NULL)
    {
      text = dz_neutral_text_new (report->text, words);
      g_hash_table_insert (texts, report, text);
    }

  return text;
}

static gboolean
is_older (gpointer report,
          gpointer text,
          gpointer year)
{
  return ((DzReport *) report)->identity.year < GPOINTER_TO_INT (year);
}

static GArray *
list_insisted (DzReview       *review,
               DzNeutralWords *words)
{
  GArray *grams = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; review->county != NULL && i < review->county->own_wording->len; i++)
    {
      g_autoptr(DzText) text = dz_text_new_from_string (g_ptr_array_index (review->county->own_wording, i));
      g_autoptr(DzNeutralText) neutral = dz_neutral_text_new (text, words);

      g_array_append_vals (grams, neutral->grams->data, neutral->grams->len);
    }

  return grams;
}

static int
compare_found (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  const DzOverlap *x = *(DzOverlap *const *) a;
  const DzOverlap *y = *(DzOverlap *const *) b;
  DzReview *review = user_data;
  int first = compare_sides (review, dz_review_find_report (review, x->report_a),
                             dz_review_find_report (review, y->report_a));

  return first != 0 ? first
                    : compare_sides (review, dz_review_find_report (review, x->report_b),
                                     dz_review_find_report (review, y->report_b));
}

/**
 * dz_overlap_get_least:
 *
 * Pairs below the county's thresholds are kept too, down to a twentieth: the thresholds can be lowered without
 * comparing anew, and what is usual in the county can be told.
 *
 * Returns: the least share of a pair that is kept
 */
double
dz_overlap_get_least (const DzCounty *county)
{
  return MIN (KEPT, MIN (county->peer_threshold, county->self_threshold));
}

/**
 * dz_overlap_find_all:
 * @codebook: (nullable): gives set phrases and words that mean the same
 * @at_least: pairs with a smaller share are left out, unless a part of one stands in the other
 * @given: (out) (optional) (transfer full) (element-type utf8): what was given to the bodies of the
 *   latest year, see dz_given_wording_list()
 * @go_on: (nullable): asked between two years; where it says no, what is found until then is returned
 *
 * Compares the reports of different bodies of one year, each body's with its own of the year
 * before, and with the others' of the year before. What many bodies share was given to them and
 * counts for none, see dz_common_grams_most().
 *
 * Returns: (transfer full) (element-type DzOverlap): the pairs, with passages, in the order of the
 *   roster
 */
GPtrArray *
dz_overlap_find_all (DzReview     *review,
                     DzCodebook   *codebook,
                     double        at_least,
                     GPtrArray   **given,
                     DzOverlapGoOn go_on,
                     gpointer      user_data)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_overlap_free);
  g_autoptr(DzNeutralWords) words = dz_neutral_words_new (codebook, review);
  g_autoptr(GHashTable) texts =
    g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) dz_neutral_text_free);
  g_autoptr(GPtrArray) by_body = g_ptr_array_new ();
  g_autoptr(GArray) years = list_years (review);
  g_autoptr(GArray) insisted = list_insisted (review, words);

  for (guint i = 0; i < review->reports->len; i++)
    g_ptr_array_add (by_body, g_ptr_array_index (review->reports, i));
  if (given != NULL)
    *given = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_sort (by_body, compare_by_body);
  for (guint y = 0; y < years->len && (go_on == NULL || go_on (user_data)); y++)
    {
      g_autoptr(GPtrArray) reports = g_ptr_array_new ();
      g_autoptr(GPtrArray) neutral = g_ptr_array_new ();
      Window window = { review, g_array_index (years, int, y), at_least, reports, neutral, NULL, found, insisted };

      g_hash_table_foreach_remove (texts, is_older, GINT_TO_POINTER (window.year - 1));
      for (guint i = 0; i < by_body->len; i++)
        {
          DzReport *report = g_ptr_array_index (by_body, i);

          if (report->identity.year != window.year && report->identity.year != window.year - 1)
            continue;
          g_ptr_array_add (reports, report);
          g_ptr_array_add (neutral, get_text (texts, report, words));
        }
      compare_window (&window, given);
    }
  g_ptr_array_sort_with_data (found, compare_found, review);

  return found;
}
