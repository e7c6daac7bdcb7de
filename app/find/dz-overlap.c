/* dz-overlap.c - text that two reports share, set phrases left out
 *
 * A report becomes a sequence of Han characters and digits with the way back
 * to its text. Set phrases are cut out: no shingle reaches across the cut.
 * All pairs at once go through one sorted list of (shingle, report): equal
 * neighbours are what pairs have in common, so the time depends on what is
 * shared, not on the number of pairs times their length. What many bodies share
 * is the county's template, learned from the list itself, and left out.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-overlap.h"

#include "dz-fold.h"

#include <stdlib.h>
#include <string.h>

typedef struct
{
  guint64 hash;
  guint place; /* in chars */
} Shingle;

struct _DzShingles
{
  DzFold *fold;
  GArray *chars;    /* gunichar */
  GArray *offsets;  /* guint: byte of the folded text */
  GArray *in_order; /* Shingle, by place */
  GArray *sorted;   /* Shingle, by hash, then place */
  guint n;          /* distinct hashes */
};

static gboolean
is_kept (gunichar c)
{
  return (c >= '0' && c <= '9') || (c >= 0x3400 && c <= 0x4dbf) || (c >= 0x4e00 && c <= 0x9fff) ||
         c == 0x3007 || (c >= 0x20000 && c <= 0x2fa1f);
}

static GArray *
list_chars (const char *folded,
            gsize       len,
            GArray     *offsets)
{
  GArray *chars = g_array_new (FALSE, FALSE, sizeof (gunichar));

  for (const char *at = folded; at < folded + len; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      guint offset = (guint) (at - folded);

      if (!is_kept (c))
        continue;
      g_array_append_val (chars, c);
      if (offsets != NULL)
        g_array_append_val (offsets, offset);
    }

  return chars;
}

/* Marks the characters of every occurrence of a set phrase. */
static void
cut_phrase (GArray     *chars,
            guint8     *cut,
            const char *phrase)
{
  g_autofree char *folded = dz_fold_string (phrase);
  g_autoptr(GArray) wanted = list_chars (folded, strlen (folded), NULL);
  const gunichar *text = (const gunichar *) chars->data;

  if (wanted->len == 0)
    return;
  for (guint i = 0; i + wanted->len <= chars->len; i++)
    if (text[i] == g_array_index (wanted, gunichar, 0) &&
        memcmp (text + i, wanted->data, wanted->len * sizeof (gunichar)) == 0)
      memset (cut + i, 1, wanted->len);
}

static int
compare_shingles (gconstpointer a,
                  gconstpointer b)
{
  const Shingle *x = a;
  const Shingle *y = b;

  if (x->hash != y->hash)
    return x->hash < y->hash ? -1 : 1;

  return x->place < y->place ? -1 : x->place > y->place;
}

static void
make_shingles (DzShingles   *self,
               const guint8 *cut)
{
  guint run = 0;

  for (guint i = 0; i < self->chars->len; i++)
    {
      Shingle shingle = { .hash = G_GUINT64_CONSTANT (14695981039346656037) };

      run = cut[i] ? 0 : run + 1;
      if (run < DZ_OVERLAP_SHINGLE)
        continue;
      shingle.place = i + 1 - DZ_OVERLAP_SHINGLE;
      for (guint k = shingle.place; k <= i; k++)
        {
          shingle.hash ^= g_array_index (self->chars, gunichar, k);
          shingle.hash *= G_GUINT64_CONSTANT (1099511628211);
          shingle.hash ^= shingle.hash >> 29;
        }
      g_array_append_val (self->in_order, shingle);
    }
  g_array_append_vals (self->sorted, self->in_order->data, self->in_order->len);
  g_array_sort (self->sorted, compare_shingles);
  for (guint i = 0; i < self->sorted->len; i++)
    self->n += i == 0 || g_array_index (self->sorted, Shingle, i).hash !=
                           g_array_index (self->sorted, Shingle, i - 1).hash;
}

/**
 * dz_shingles_new:
 * @set_phrases: (nullable) (element-type utf8): passages left out
 *
 * Returns: (transfer full): the report's shingles
 */
DzShingles *
dz_shingles_new (DzText    *text,
                 GPtrArray *set_phrases)
{
  DzShingles *self = g_new0 (DzShingles, 1);
  g_autofree guint8 *cut = NULL;
  const char *string;
  const char *folded;
  gsize len;

  string = dz_text_peek (text, &len);
  self->fold = dz_fold_new (string, len);
  folded = dz_fold_peek (self->fold, &len);
  self->offsets = g_array_new (FALSE, FALSE, sizeof (guint));
  self->in_order = g_array_new (FALSE, FALSE, sizeof (Shingle));
  self->sorted = g_array_new (FALSE, FALSE, sizeof (Shingle));
  self->chars = list_chars (folded, len, self->offsets);
  cut = g_malloc0 (self->chars->len + 1);
  for (guint i = 0; set_phrases != NULL && i < set_phrases->len; i++)
    cut_phrase (self->chars, cut, g_ptr_array_index (set_phrases, i));
  make_shingles (self, cut);

  return self;
}

void
dz_shingles_free (DzShingles *self)
{
  if (self == NULL)
    return;

  dz_fold_free (self->fold);
  g_array_unref (self->chars);
  g_array_unref (self->offsets);
  g_array_unref (self->in_order);
  g_array_unref (self->sorted);
  g_free (self);
}

/**
 * dz_shingles_get_n:
 *
 * Returns: the number of different shingles
 */
guint
dz_shingles_get_n (DzShingles *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n;
}

/* The next hash after the run of equal ones at @i. */
static guint
skip_equal (GArray *sorted,
            guint   i)
{
  guint64 hash = g_array_index (sorted, Shingle, i).hash;

  while (i < sorted->len && g_array_index (sorted, Shingle, i).hash == hash)
    i++;

  return i;
}

static double
jaccard (guint common,
         guint a,
         guint b)
{
  return a + b == common ? 0 : (double) common / (a + b - common);
}

/**
 * dz_overlap_share:
 *
 * Returns: Jaccard's share of the two sets of shingles, 0 to 1
 */
double
dz_overlap_share (DzShingles *a,
                  DzShingles *b)
{
  guint common = 0;

  for (guint i = 0, k = 0; i < a->sorted->len && k < b->sorted->len;)
    {
      guint64 x = g_array_index (a->sorted, Shingle, i).hash;
      guint64 y = g_array_index (b->sorted, Shingle, k).hash;

      common += x == y;
      if (x <= y)
        i = skip_equal (a->sorted, i);
      if (y <= x)
        k = skip_equal (b->sorted, k);
    }

  return jaccard (common, a->n, b->n);
}

/* The first place in @sorted whose hash is not below @hash. */
static guint
find_hash (GArray *sorted,
           guint64 hash)
{
  guint low = 0;
  guint high = sorted->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (sorted, Shingle, middle).hash < hash)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* How many shingles in a row are the same from @i in @a and @place in @b on. */
static guint
measure_run (DzShingles *a,
             guint       i,
             DzShingles *b,
             guint       place)
{
  const gunichar *x = (const gunichar *) a->chars->data;
  const gunichar *y = (const gunichar *) b->chars->data;
  guint start = g_array_index (a->in_order, Shingle, i).place;
  guint n = DZ_OVERLAP_SHINGLE;

  for (guint k = 0; k < n; k++)
    if (x[start + k] != y[place + k])
      return 0; /* two texts of one hash */
  /* A set phrase in the middle ends the run: the next shingle is not the next character. */
  for (guint k = i + 1; k < a->in_order->len; k++, n++)
    {
      if (g_array_index (a->in_order, Shingle, k).place != start + k - i ||
          place + n >= b->chars->len || x[start + n] != y[place + n])
        break;
    }

  return n;
}

static DzSpan
get_span (DzShingles *self,
          guint       place,
          guint       n)
{
  gsize end = g_array_index (self->offsets, guint, place + n - 1);
  const char *folded = dz_fold_peek (self->fold, NULL);
  DzSpan span = { g_array_index (self->offsets, guint, place),
                  end + (gsize) (g_utf8_next_char (folded + end) - (folded + end)) };

  return dz_fold_to_original (self->fold, span);
}

/**
 * dz_overlap_passages:
 * @passages: (element-type DzOverlapPassage): appended to, in the order of @a
 *
 * Finds the longest runs of the same characters, punctuation aside; a passage
 * of @a is listed once, with its longest counterpart.
 */
void
dz_overlap_passages (DzShingles *a,
                     DzShingles *b,
                     GArray     *passages)
{
  for (guint i = 0; i < a->in_order->len;)
    {
      guint64 hash = g_array_index (a->in_order, Shingle, i).hash;
      guint start = g_array_index (a->in_order, Shingle, i).place;
      guint best = 0;
      guint best_place = 0;

      for (guint k = find_hash (b->sorted, hash);
           k < b->sorted->len && g_array_index (b->sorted, Shingle, k).hash == hash; k++)
        {
          guint place = g_array_index (b->sorted, Shingle, k).place;
          guint n = measure_run (a, i, b, place);

          if (n > best)
            {
              best = n;
              best_place = place;
            }
        }
      if (best >= DZ_OVERLAP_MIN_PASSAGE)
        {
          DzOverlapPassage passage = { get_span (a, start, best), get_span (b, best_place, best) };

          g_array_append_val (passages, passage);
        }
      if (best == 0)
        i++;
      else
        while (i < a->in_order->len && g_array_index (a->in_order, Shingle, i).place < start + best)
          i++;
    }
}

/**
 * dz_overlap_list_set_phrases:
 * @county: (nullable)
 *
 * Returns: (transfer container) (element-type utf8): the codebook's set phrases and the county's,
 *   borrowed from both
 */
GPtrArray *
dz_overlap_list_set_phrases (DzCodebook     *codebook,
                             const DzCounty *county)
{
  GPtrArray *phrases = g_ptr_array_new ();
  GPtrArray *entries = dz_codebook_list (codebook, DZ_ENTRY_PHRASES);

  for (guint i = 0; i < entries->len; i++)
    {
      const DzEntry *entry = g_ptr_array_index (entries, i);

      for (guint k = 0; k < entry->rules->len; k++)
        {
          DzRule *rule = g_ptr_array_index (entry->rules, k);

          if (g_strcmp0 (rule->name, "phrase") == 0)
            g_ptr_array_add (phrases, rule->text);
        }
    }
  for (guint i = 0; county != NULL && i < county->set_phrases->len; i++)
    g_ptr_array_add (phrases, g_ptr_array_index (county->set_phrases, i));

  return phrases;
}

/* ---- all pairs ---- */

/* Up to so many bodies may have copied from each other; what more share is the county's template. */
#define MOST_COPIES 3
#define TEMPLATE_PERCENT 10

typedef struct
{
  guint64 hash;
  guint report;
} Posting;

static int
compare_postings (const void *a,
                  const void *b)
{
  const Posting *x = a;
  const Posting *y = b;

  if (x->hash != y->hash)
    return x->hash < y->hash ? -1 : 1;

  return x->report < y->report ? -1 : x->report > y->report;
}

/* Every shingle of every report once, equal ones beside each other. */
static GArray *
list_postings (GPtrArray *shingles)
{
  GArray *postings = g_array_new (FALSE, FALSE, sizeof (Posting));

  for (guint i = 0; i < shingles->len; i++)
    {
      DzShingles *of = g_ptr_array_index (shingles, i);

      for (guint k = 0; k < of->sorted->len; k = skip_equal (of->sorted, k))
        {
          Posting posting = { g_array_index (of->sorted, Shingle, k).hash, i };

          g_array_append_val (postings, posting);
        }
    }
  g_array_sort (postings, compare_postings);

  return postings;
}

static guint
measure_equal (GArray *postings,
               guint   i)
{
  const Posting *run = &g_array_index (postings, Posting, i);
  guint len = 1;

  while (i + len < postings->len && run[len].hash == run->hash)
    len++;

  return len;
}

/* Words that many bodies of the county share were given to them: the template, not a copy. */
static gboolean
is_of_many (DzReview      *review,
            const Posting *run,
            guint          len)
{
  guint most = MAX (MOST_COPIES, review->bodies->len * TEMPLATE_PERCENT / 100);
  guint n = 0;

  if (len <= most)
    return FALSE;
  for (guint i = 0; i < len && n <= most; i++)
    {
      gint64 body = ((DzReport *) g_ptr_array_index (review->reports, run[i].report))->body_id;
      guint k = 0;

      /* reports stand by body: its years are neighbours */
      while (k < i && ((DzReport *) g_ptr_array_index (review->reports, run[k].report))->body_id != body)
        k++;
      n += k == i;
    }

  return n > most;
}

/* Takes the shingles in @hashes (ascending) out of @from. */
static void
remove_hashes (GArray *from,
               GArray *hashes)
{
  guint kept = 0;

  for (guint i = 0; i < from->len; i++)
    {
      Shingle shingle = g_array_index (from, Shingle, i);
      guint low = 0, high = hashes->len;

      while (low < high)
        {
          guint middle = (low + high) / 2;

          if (g_array_index (hashes, guint64, middle) < shingle.hash)
            low = middle + 1;
          else
            high = middle;
        }
      if (low == hashes->len || g_array_index (hashes, guint64, low) != shingle.hash)
        g_array_index (from, Shingle, kept++) = shingle;
    }
  g_array_set_size (from, kept);
}

/* Learns from the review what its bodies were given to fill in, and leaves it out of each report. */
static void
leave_out_template (DzReview  *review,
                    GPtrArray *shingles,
                    GArray    *postings)
{
  g_autoptr(GArray) given = g_array_new (FALSE, FALSE, sizeof (guint64));
  guint kept = 0;

  for (guint i = 0, len; i < postings->len; i += len)
    {
      const Posting *run = &g_array_index (postings, Posting, i);

      len = measure_equal (postings, i);
      if (is_of_many (review, run, len))
        {
          guint64 hash = run->hash;

          g_array_append_val (given, hash);
          for (guint k = 0; k < len; k++)
            ((DzShingles *) g_ptr_array_index (shingles, run[k].report))->n--;
          continue;
        }
      for (guint k = 0; k < len; k++)
        g_array_index (postings, Posting, kept++) = run[k];
    }
  g_array_set_size (postings, kept);
  if (given->len == 0)
    return;
  for (guint i = 0; i < shingles->len; i++)
    {
      DzShingles *of = g_ptr_array_index (shingles, i);

      remove_hashes (of->in_order, given);
      remove_hashes (of->sorted, given);
    }
}

/* A matrix of the shingles each two have in common. */
static guint *
count_common (GPtrArray *shingles,
              GArray    *postings)
{
  guint n = shingles->len;
  guint *common = g_new0 (guint, (gsize) n * n);

  for (guint i = 0, len; i < postings->len; i += len)
    {
      const Posting *run = &g_array_index (postings, Posting, i);

      len = measure_equal (postings, i);
      for (guint a = 0; a < len; a++)
        for (guint b = a + 1; b < len; b++)
          common[(gsize) run[a].report * n + run[b].report]++;
    }

  return common;
}

static gboolean
are_compared (DzReport *a,
              DzReport *b)
{
  if (a->body_id == b->body_id)
    return abs (a->identity.year - b->identity.year) == 1;

  return a->identity.year == b->identity.year && a->identity.year != 0;
}

static guint
get_position (DzReview *review,
              DzReport *report)
{
  const DzBody *body = dz_review_find_body (review, report->body_id);

  return body != NULL ? body->position : G_MAXUINT;
}

static gboolean
comes_after (DzReview *review,
             DzReport *a,
             DzReport *b)
{
  guint x = get_position (review, a);
  guint y = get_position (review, b);

  return x != y ? x > y : a->identity.year > b->identity.year;
}

/**
 * dz_overlap_find_all:
 * @set_phrases: (nullable) (element-type utf8): see dz_overlap_list_set_phrases()
 * @at_least: pairs with a smaller share are left out
 *
 * Compares the reports of different bodies of one year, and each body's with its own of the year
 * before. What more than three bodies and a tenth of them share is their county's template and
 * counts for none of them.
 *
 * Returns: (transfer full) (element-type DzOverlap): the pairs, with passages, in the order of the
 *   review's reports
 */
GPtrArray *
dz_overlap_find_all (DzReview  *review,
                     GPtrArray *set_phrases,
                     double     at_least)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_overlap_free);
  g_autoptr(GPtrArray) shingles =
    g_ptr_array_new_with_free_func ((GDestroyNotify) dz_shingles_free);
  g_autoptr(GArray) postings = NULL;
  g_autofree guint *common = NULL;
  guint n = review->reports->len;

  for (guint i = 0; i < n; i++)
    {
      DzReport *report = g_ptr_array_index (review->reports, i);

      g_ptr_array_add (shingles, dz_shingles_new (report->text, set_phrases));
    }
  postings = list_postings (shingles);
  leave_out_template (review, shingles, postings);
  common = count_common (shingles, postings);
  for (guint i = 0; i < n; i++)
    for (guint k = i + 1; k < n; k++)
      {
        DzReport *a = g_ptr_array_index (review->reports, i);
        DzReport *b = g_ptr_array_index (review->reports, k);
        DzShingles *x = g_ptr_array_index (shingles, i);
        DzShingles *y = g_ptr_array_index (shingles, k);
        double share = jaccard (common[(gsize) i * n + k], x->n, y->n);
        gboolean swap;
        DzOverlap *overlap;

        if (!are_compared (a, b) || share < at_least || share == 0)
          continue;
        swap = comes_after (review, a, b);
        overlap = dz_overlap_new (swap ? b->id : a->id, swap ? a->id : b->id, share);
        dz_overlap_passages (swap ? y : x, swap ? x : y, overlap->passages);
        g_ptr_array_add (found, overlap);
      }

  return found;
}
