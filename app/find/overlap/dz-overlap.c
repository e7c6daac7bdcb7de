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
    *given = dz_given_wording_list (window->reports, window->texts, grams);
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

/* The pairs, each with what it is sorted by: the reports need not be there any more when all are found. */
typedef struct
{
  DzOverlap *overlap;
  guint position[2];
  int year[2];
  gint64 id[2];
} Found;

struct _DzOverlapSearch
{
  DzCodebook *codebook;
  double at_least;
  GArray *found;      /* Found */
  GHashTable *before; /* gint64 -> DzNeutralText: of the year compared last */
  int year;           /* that year; 0: none */
};

static GHashTable *
texts_new (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) dz_neutral_text_free);
}

/* Those of the year before were made when that was compared. */
static DzNeutralText *
get_text (DzOverlapSearch *self,
          GHashTable      *own,
          DzReport        *report,
          DzNeutralWords  *words)
{
  DzNeutralText *text = g_hash_table_lookup (self->before, &report->id);

  if (text == NULL)
    text = g_hash_table_lookup (own, &report->id);
  if (text == NULL)
    {
      text = dz_neutral_text_new (report->text, words);
      g_hash_table_insert (own, g_memdup2 (&report->id, sizeof report->id), text);
    }

  return text;
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
               gconstpointer b)
{
  const Found *x = a, *y = b;

  for (guint i = 0; i < 2; i++)
    {
      if (x->position[i] != y->position[i])
        return x->position[i] < y->position[i] ? -1 : 1;
      if (x->year[i] != y->year[i])
        return x->year[i] < y->year[i] ? -1 : 1;
      if (x->id[i] != y->id[i])
        return x->id[i] < y->id[i] ? -1 : 1;
    }

  return 0;
}

static void
take_found (DzOverlapSearch *self,
            DzReview        *review,
            GPtrArray       *overlaps)
{
  for (guint i = 0; i < overlaps->len; i++)
    {
      DzOverlap *overlap = g_ptr_array_index (overlaps, i);
      Found found = { overlap, { 0 }, { 0 }, { overlap->report_a, overlap->report_b } };

      for (guint k = 0; k < 2; k++)
        {
          const DzReport *report = dz_review_find_report (review, found.id[k]);

          found.position[k] = get_position (review, report);
          found.year[k] = report->identity.year;
        }
      g_array_append_val (self->found, found);
    }
}

/**
 * dz_overlap_search_new:
 * @codebook: (nullable): gives set phrases and words that mean the same
 * @at_least: pairs with a smaller share are left out, unless a part of one stands in the other
 *
 * Returns: (transfer full): a search that takes the years of a county one after the other, so that no more than two need
 *   be at hand
 */
DzOverlapSearch *
dz_overlap_search_new (DzCodebook *codebook,
                       double      at_least)
{
  DzOverlapSearch *self = g_new0 (DzOverlapSearch, 1);

  self->codebook = codebook;
  self->at_least = at_least;
  self->found = g_array_new (FALSE, FALSE, sizeof (Found));
  self->before = texts_new ();

  return self;
}

void
dz_overlap_search_free (DzOverlapSearch *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < self->found->len; i++)
    dz_overlap_free (g_array_index (self->found, Found, i).overlap);
  g_array_unref (self->found);
  g_hash_table_unref (self->before);
  g_free (self);
}

/**
 * dz_overlap_search_add_year:
 * @review: sealed, with all bodies, and at least the reports of @year and of the year before, with their texts and sections
 * @year: later than the years before
 * @given: (out) (optional) (transfer full) (element-type utf8): what was given to the bodies of that year, see
 *   dz_given_wording_list()
 *
 * Compares the reports of different bodies of that year, each body's with its own of the year before, and with the
 * others' of the year before. What many bodies share was given to them and counts for none, see dz_common_grams_most().
 */
void
dz_overlap_search_add_year (DzOverlapSearch *self,
                            DzReview        *review,
                            int              year,
                            GPtrArray      **given)
{
  g_autoptr(DzNeutralWords) words = dz_neutral_words_new (self->codebook, review);
  g_autoptr(GHashTable) own = texts_new ();
  g_autoptr(GPtrArray) reports = g_ptr_array_new ();
  g_autoptr(GPtrArray) neutral = g_ptr_array_new ();
  g_autoptr(GPtrArray) overlaps = g_ptr_array_new ();
  g_autoptr(GArray) insisted = list_insisted (review, words);
  Window window = { review, year, self->at_least, reports, neutral, NULL, overlaps, insisted };

  g_return_if_fail (self != NULL && year > self->year);

  if (self->year != year - 1)
    g_hash_table_remove_all (self->before);
  for (guint i = 0; i < review->reports->len; i++)
    {
      DzReport *report = g_ptr_array_index (review->reports, i);

      if (report->identity.year == year || report->identity.year == year - 1)
        g_ptr_array_add (reports, report);
    }
  g_ptr_array_sort (reports, compare_by_body);
  for (guint i = 0; i < reports->len; i++)
    g_ptr_array_add (neutral, get_text (self, own, g_ptr_array_index (reports, i), words));
  compare_window (&window, given);
  take_found (self, review, overlaps);
  /* of the year before last nothing is asked any more */
  g_hash_table_unref (self->before);
  self->before = g_steal_pointer (&own);
  self->year = year;
}

/**
 * dz_overlap_search_finish:
 * Returns: (transfer full) (element-type DzOverlap): the pairs, with passages, in the order of the
 *   roster; the search is empty then
 */
GPtrArray *
dz_overlap_search_finish (DzOverlapSearch *self)
{
  GPtrArray *overlaps = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_overlap_free);

  g_array_sort (self->found, compare_found);
  for (guint i = 0; i < self->found->len; i++)
    g_ptr_array_add (overlaps, g_array_index (self->found, Found, i).overlap);
  g_array_set_size (self->found, 0);
  return overlaps;
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
 * @codebook: (nullable): as dz_overlap_search_new(), like @at_least
 * @given: (out) (optional) (transfer full) (element-type utf8): as dz_overlap_search_add_year(), of the latest year
 * @go_on: (nullable): asked between two years; where it says no, what is found until then is returned
 *
 * All years of a review that is at hand, see dz_overlap_search_add_year().
 *
 * Returns: (transfer full) (element-type DzOverlap): as dz_overlap_search_finish()
 */
GPtrArray *
dz_overlap_find_all (DzReview     *review,
                     DzCodebook   *codebook,
                     double        at_least,
                     GPtrArray   **given,
                     DzOverlapGoOn go_on,
                     gpointer      user_data)
{
  g_autoptr(DzOverlapSearch) search = dz_overlap_search_new (codebook, at_least);
  g_autoptr(GArray) years = list_years (review);

  g_autoptr(GPtrArray) of_latest = NULL;

  for (guint i = 0; i < years->len && (go_on == NULL || go_on (user_data)); i++)
    dz_overlap_search_add_year (search, review, g_array_index (years, int, i),
                                given != NULL && i + 1 == years->len ? &of_latest : NULL);
  if (given != NULL)
    *given = of_latest != NULL ? g_steal_pointer (&of_latest) : g_ptr_array_new_with_free_func (g_free);

  return dz_overlap_search_finish (search);
}
