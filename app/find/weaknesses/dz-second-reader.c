/* dz-second-reader.c - what a point is about where no rule says so
 *
 * The file it reads holds parts ("part weaknesses"), and in each, by line:
 *
 *   code ID BIAS           the codes, in the order their numbers count from 0
 *   sure SCORE PERMILLE    from this score on, that many of a thousand were right when tried
 *   GRAM NUMBER:WEIGHT…    what a run of characters says for and against codes
 *
 * Scores, biases and weights are thousandths. A text's score is the sum of the
 * weights of its grams, each counted once, by the root of their number.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-second-reader.h"

#include "dz-grams.h"
#include "dz-report.h"

#include <stdlib.h>
#include <string.h>

#define THOUSAND 1000.0
#define MOST_REASONS 4
#define LEAST_WEIGHT 100 /* what weighs less is no reason to be told */

typedef struct
{
  guint code;
  int weight;
} Says;

typedef struct
{
  guint first;
  guint n;
} Range;

typedef struct
{
  int score;
  int permille;
} Sure;

struct _DzSecondReader
{
  GBytes *learned;   /* (nullable) */
  const char *part;
  GMutex lock;
  gboolean is_read;  /* under the lock; what follows does not change once it is */
  GHashTable *grams; /* utf8 to its place in ranges plus 1 */
  GArray *ranges;    /* Range */
  GArray *says;      /* Says */
  GPtrArray *codes;  /* interned */
  GArray *biases;    /* int */
  GArray *sure;      /* Sure, rising */
};

static void
read_gram (DzSecondReader *self,
           char          **words)
{
  Range range = { self->says->len, 0 };

  for (guint i = 1; words[i] != NULL; i++)
    {
      const char *colon = strchr (words[i], ':');
      Says says = { (guint) atoi (words[i]), colon != NULL ? atoi (colon + 1) : 0 };

      if (says.code >= self->codes->len)
        continue;
      g_array_append_val (self->says, says);
      range.n++;
    }
  g_array_append_val (self->ranges, range);
  g_hash_table_insert (self->grams, g_strdup (words[0]), GUINT_TO_POINTER (self->ranges->len));
}

static gboolean
read_line (DzSecondReader *self,
           const char     *line)
{
  g_auto(GStrv) words = g_strsplit (line, " ", -1);
  guint n = g_strv_length (words);

  if (n == 3 && g_str_equal (words[0], "code"))
    {
      int bias = atoi (words[2]);

      g_ptr_array_add (self->codes, (gpointer) g_intern_string (words[1]));
      g_array_append_val (self->biases, bias);
      return TRUE;
    }
  if (n == 3 && g_str_equal (words[0], "sure"))
    {
      Sure sure = { atoi (words[1]), atoi (words[2]) };

      g_array_append_val (self->sure, sure);
      return TRUE;
    }
  if (n >= 2 && strchr (words[1], ':') != NULL)
    {
      read_gram (self, words);
      return TRUE;
    }

  return FALSE;
}

static void
read_part (DzSecondReader *self)
{
  gsize size;
  const char *bytes = g_bytes_get_data (self->learned, &size);
  g_autofree char *text = g_strndup (bytes, size);
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  gboolean inside = FALSE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (lines[i][0] == '\0' || lines[i][0] == '#')
        continue;
      if (g_str_has_prefix (lines[i], "part "))
        inside = g_str_equal (lines[i] + strlen ("part "), self->part);
      else if (inside && !read_line (self, lines[i]))
        g_warning ("what the second reader has learnt, line %u: %s", i + 1, lines[i]);
    }
}

/* The file is read when the reader is first asked: most programs never do. */
static void
ensure_read (DzSecondReader *self)
{
  g_mutex_lock (&self->lock);
  if (!self->is_read && self->learned != NULL)
    read_part (self);
  self->is_read = TRUE;
  g_mutex_unlock (&self->lock);
}

/**
 * dz_second_reader_new:
 * @learned: (nullable): the file; kept by reference. Without one the reader has no opinion
 * @part: (transfer none): which of the file's parts; must live as long as the reader
 *
 * Returns: (transfer full): the reader, which several threads may ask
 */
DzSecondReader *
dz_second_reader_new (GBytes     *learned,
                      const char *part)
{
  DzSecondReader *self = g_new0 (DzSecondReader, 1);

  self->learned = learned != NULL ? g_bytes_ref (learned) : NULL;
  self->part = part;
  g_mutex_init (&self->lock);
  self->grams = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->ranges = g_array_new (FALSE, FALSE, sizeof (Range));
  self->says = g_array_new (FALSE, FALSE, sizeof (Says));
  self->codes = g_ptr_array_new ();
  self->biases = g_array_new (FALSE, FALSE, sizeof (int));
  self->sure = g_array_new (FALSE, FALSE, sizeof (Sure));

  return self;
}

void
dz_second_reader_free (DzSecondReader *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->learned, g_bytes_unref);
  g_mutex_clear (&self->lock);
  g_clear_pointer (&self->grams, g_hash_table_unref);
  g_clear_pointer (&self->ranges, g_array_unref);
  g_clear_pointer (&self->says, g_array_unref);
  g_clear_pointer (&self->codes, g_ptr_array_unref);
  g_clear_pointer (&self->biases, g_array_unref);
  g_clear_pointer (&self->sure, g_array_unref);
  g_free (self);
}

static const Range *
find_range (DzSecondReader *self,
            const char     *gram)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->grams, gram));

  return place > 0 ? &g_array_index (self->ranges, Range, place - 1) : NULL;
}

static int
compare_opinions (gconstpointer a,
                  gconstpointer b)
{
  const DzOpinion *x = a;
  const DzOpinion *y = b;

  if (x->score != y->score)
    return x->score > y->score ? -1 : 1;

  return strcmp (x->code, y->code);
}

/**
 * dz_second_reader_read:
 * @span: of the folded text: a point, or a sentence
 *
 * Returns: (transfer full) (element-type DzOpinion): all codes it knows, the likeliest first
 */
GArray *
dz_second_reader_read (DzSecondReader *self,
                       const char     *folded,
                       DzSpan          span)
{
  g_autoptr(GPtrArray) grams = dz_grams_new (folded, span);
  GArray *opinions = g_array_new (FALSE, FALSE, sizeof (DzOpinion));
  g_autofree int *sums = NULL;

  ensure_read (self);
  sums = g_new0 (int, self->codes->len + 1);
  for (guint i = 0; i < grams->len; i++)
    {
      const Range *range = find_range (self, g_ptr_array_index (grams, i));

      for (guint k = 0; range != NULL && k < range->n; k++)
        {
          const Says *says = &g_array_index (self->says, Says, range->first + k);

          sums[says->code] += says->weight;
        }
    }
  for (guint i = 0; i < self->codes->len; i++)
    {
      DzOpinion opinion = { g_ptr_array_index (self->codes, i),
                            (g_array_index (self->biases, int, i) +
                             sums[i] * dz_grams_weight (grams->len)) / THOUSAND };

      g_array_append_val (opinions, opinion);
    }
  g_array_sort (opinions, compare_opinions);

  return opinions;
}

/**
 * dz_second_reader_confidence:
 *
 * Returns: how often a first opinion of that score was right when tried, 0 where it seldom was
 */
double
dz_second_reader_confidence (DzSecondReader *self,
                             double          score)
{
  double confidence = 0;

  for (guint i = 0; i < self->sure->len; i++)
    {
      const Sure *sure = &g_array_index (self->sure, Sure, i);

      if (score * THOUSAND < sure->score)
        break;
      confidence = sure->permille / THOUSAND;
    }

  return confidence;
}

typedef struct
{
  const char *gram;
  DzSpan span;
  int weight;
} Reason;

static int
compare_reasons (gconstpointer a,
                 gconstpointer b)
{
  const Reason *x = a;
  const Reason *y = b;

  if (x->weight != y->weight)
    return x->weight > y->weight ? -1 : 1;
  if (strlen (x->gram) != strlen (y->gram))
    return strlen (x->gram) > strlen (y->gram) ? -1 : 1;

  return strcmp (x->gram, y->gram);
}

static GArray *
list_reasons (DzSecondReader *self,
              const char     *folded,
              DzSpan          span,
              GPtrArray      *grams,
              const char     *code)
{
  GArray *reasons = g_array_new (FALSE, FALSE, sizeof (Reason));

  for (guint i = 0; i < grams->len; i++)
    {
      const char *gram = g_ptr_array_index (grams, i);
      const Range *range = find_range (self, gram);
      const char *at = g_strstr_len (folded + span.start, (gssize) (span.end - span.start), gram);

      for (guint k = 0; range != NULL && at != NULL && k < range->n; k++)
        {
          const Says *says = &g_array_index (self->says, Says, range->first + k);
          gsize start = (gsize) (at - folded);
          Reason reason = { gram, { start, start + strlen (gram) }, says->weight };

          if (g_ptr_array_index (self->codes, says->code) == code && says->weight >= LEAST_WEIGHT)
            g_array_append_val (reasons, reason);
        }
    }
  g_array_sort (reasons, compare_reasons);

  return reasons;
}

/**
 * dz_second_reader_reason:
 * @heaviest: (out): the characters that said most; empty if none did
 *
 * Returns: (transfer none): interned: the heaviest runs of characters that do not overlap, with what
 *   each weighs: “second reader: 顾问 +2.1, 两回 +0.8”
 */
const char *
dz_second_reader_reason (DzSecondReader *self,
                         const char     *folded,
                         DzSpan          span,
                         const char     *code,
                         DzSpan         *heaviest)
{
  g_autoptr(GPtrArray) grams = dz_grams_new (folded, span);
  g_autoptr(GArray) reasons = list_reasons (self, folded, span, grams, code);
  g_autoptr(GString) told = g_string_new (DZ_SECOND_READER);
  DzSpan taken[MOST_REASONS];
  guint n = 0;

  *heaviest = DZ_SPAN_NONE;
  for (guint i = 0; i < reasons->len && n < MOST_REASONS; i++)
    {
      const Reason *reason = &g_array_index (reasons, Reason, i);
      gboolean overlaps = FALSE;

      for (guint k = 0; k < n && !overlaps; k++)
        overlaps = dz_span_overlaps (taken[k], reason->span);
      if (overlaps)
        continue;
      if (n == 0)
        *heaviest = reason->span;
      taken[n++] = reason->span;
      g_string_append_printf (told, "%s %s +%d.%d", n > 1 ? "," : "", reason->gram,
                              reason->weight / 1000, reason->weight % 1000 / 100);
    }

  return g_intern_string (told->str);
}
