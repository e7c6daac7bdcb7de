/* dz-second-reader.c - what a point is about where no rule says so
 *
 * The file it reads holds parts ("part weaknesses"), and in each, by line:
 *
 *   code ID BIAS           the codes, in the order their numbers count from 0
 *   sure SCORE PERMILLE    from this score on, that many of a thousand were right when tried
 *   agreed SCORE PERMILLE  the same of what a rule found, by the score its code has
 *   GRAM NUMBER:WEIGHT…    what a run of characters, a class of words {team} or a subject with an
 *                          aspect {team}{few} says for and against codes
 *
 * Scores, biases and weights are thousandths. A text's score is the sum of the
 * weights of its grams, each counted once, by the root of their number.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-second-reader.h"

#include "dz-report.h"
#include "dz-word-classes.h"

#include <stdlib.h>
#include <string.h>

#define THOUSAND 1000.0
#define MOST_REASONS 4
#define LEAST_WEIGHT 100 /* what weighs less is no reason to be told */
#define AT_ONCE 64

typedef struct
{
  guint code;
  int weight;
} Says;

/* What one gram says, in a table by the gram's hash. */
typedef struct
{
  DzGram gram; /* 0: an empty place */
  guint first; /* of says */
  guint n;
} Range;

typedef struct
{
  int score;
  int permille;
} Sure;

struct _DzSecondReader
{
  DzCodebook *codebook;
  DzWordClasses *classes; /* as what follows: once it is read */
  const char *part;
  GMutex lock;
  gboolean is_read;  /* under the lock; what follows does not change once it is */
  Range *ranges;     /* (nullable) */
  guint8 *tags;      /* of each, a few bits of its gram; 0: an empty place. Most grams of a text say nothing, and these do not
                      * leave the processor's cache */
  guint mask;        /* their number, a power of 2, less 1 */
  GArray *says;      /* Says */
  guint room;        /* for so many: a file that is badly written has more blanks than grams */
  GPtrArray *codes;  /* interned */
  GArray *in_order;  /* guint, their numbers, by name */
  GArray *biases;    /* int */
  GArray *sure;      /* Sure, rising */
  GArray *agreed;    /* Sure, rising */
};

static guint64
hash (DzGram gram)
{
  return gram * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
}

static guint8
tag (guint64 hashed)
{
  return (guint8) (hashed >> 56) | 1;
}

/* Where the gram stands in the table, or where it would: its tag is 0 then. */
static guint
find_place (DzSecondReader *self,
            DzGram          gram)
{
  guint64 hashed = hash (gram);
  guint at = (guint) (hashed >> 36) & self->mask;

  while (self->tags[at] != 0 && (self->tags[at] != tag (hashed) || self->ranges[at].gram != gram))
    at = (at + 1) & self->mask;

  return at;
}

static void
put (DzSecondReader *self,
     Range           range)
{
  guint at = find_place (self, range.gram);

  self->ranges[at] = range;
  self->tags[at] = tag (hash (range.gram));
}

/* A number at *@at, as atoi() reads it. */
static inline int
read_number (const char **at,
             const char  *end)
{
  gboolean minus = *at < end && **at == '-';
  int value = 0;

  for (*at += minus; *at < end && g_ascii_isdigit (**at); (*at)++)
    value = value * 10 + (**at - '0');

  return minus ? -value : value;
}

static const char *
find_blank (const char *at,
            const char *end)
{
  const char *blank = memchr (at, ' ', (gsize) (end - at));

  return blank != NULL ? blank : end;
}

/* @says has room for whatever the part may say. */
static void
read_gram (DzSecondReader *self,
           const char     *word,
           const char     *end)
{
  const char *at = find_blank (word, end);
  gsize len = (gsize) (at - word);
  Says *says = (Says *) (gpointer) self->says->data;
  guint n_codes = self->codes->len;
  Range range = { *word == '{' ? dz_word_classes_read (self->classes, word, len) : dz_gram_read (word, len),
                  self->says->len, 0 };

  while (at < end)
    {
      Says one = { 0 };

      at++;
      one.code = (guint) read_number (&at, end);
      if (at < end && *at == ':')
        {
          at++;
          one.weight = read_number (&at, end);
        }
      while (at < end && *at != ' ')
        at++;
      if (one.code < n_codes && range.first + range.n < self->room)
        says[range.first + range.n++] = one;
    }
  self->says->len += range.n;
  if (range.gram != 0)
    put (self, range);
}

/* “code ID BIAS”, “sure SCORE PERMILLE” and “agreed SCORE PERMILLE” */
static gboolean
read_head (DzSecondReader *self,
           const char     *line,
           const char     *end)
{
  g_autofree char *copy = g_strndup (line, (gsize) (end - line));
  g_auto(GStrv) words = g_strsplit (copy, " ", -1);

  if (g_strv_length (words) != 3)
    return FALSE;
  if (g_str_equal (words[0], "code"))
    {
      int bias = atoi (words[2]);

      g_ptr_array_add (self->codes, (gpointer) g_intern_string (words[1]));
      g_array_append_val (self->biases, bias);
      return TRUE;
    }
  if (g_str_equal (words[0], "sure") || g_str_equal (words[0], "agreed"))
    {
      Sure sure = { atoi (words[1]), atoi (words[2]) };

      g_array_append_val (*words[0] == 's' ? self->sure : self->agreed, sure);
      return TRUE;
    }

  return FALSE;
}

static gboolean
read_line (DzSecondReader *self,
           const char     *line,
           const char     *end)
{
  const char *blank = find_blank (line, end);
  const char *colon = blank < end ? memchr (blank, ':', (gsize) (find_blank (blank + 1, end) - blank)) : NULL;

  if (colon == NULL)
    return read_head (self, line, end);
  read_gram (self, line, end);

  return TRUE;
}

static gboolean
is_part (const char *line,
         const char *end,
         const char *part)
{
  gsize n = strlen (part);

  return (gsize) (end - line) == strlen ("part ") + n && memcmp (line + strlen ("part "), part, n) == 0;
}

/* “part NAME”: what follows is of that part. */
static gboolean
begins_part (const char *line,
             const char *end)
{
  return end - line > 5 && memcmp (line, "part ", 5) == 0;
}

static const char *
find_line_end (const char *line,
               const char *stop)
{
  const char *newline = memchr (line, '\n', (gsize) (stop - line));

  return newline != NULL ? newline : stop;
}

#define SHORTEST_SAYS 4 /* bytes of “ 1:2” */

/* The table has room for as many grams as the part has lines, twice over, and there is room for what they say. */
static void
make_room (DzSecondReader *self,
           const char     *bytes,
           const char     *stop)
{
  gboolean inside = FALSE;
  guint lines = 1;
  gsize of_part = 0;

  for (const char *line = bytes, *end; line < stop; line = end + 1)
    {
      end = find_line_end (line, stop);
      lines += inside;
      of_part += inside ? (gsize) (end - line) : 0;
      if (begins_part (line, end))
        inside = is_part (line, end, self->part);
    }
  self->mask = 63;
  while (self->mask < 2 * lines)
    self->mask = 2 * self->mask + 1;
  self->room = (guint) (of_part / SHORTEST_SAYS) + 1;
  g_array_set_size (self->says, self->room);
  g_array_set_size (self->says, 0);
  self->ranges = g_new0 (Range, self->mask + 1);
  self->tags = g_new0 (guint8, self->mask + 1);
}

static void
read_part (DzSecondReader *self)
{
  gsize size;
  const char *bytes = g_bytes_get_data (dz_codebook_get_learned (self->codebook), &size);
  gboolean inside = FALSE;
  guint n = 0;

  self->classes = dz_word_classes_new (self->codebook);
  make_room (self, bytes, bytes + size);
  for (const char *line = bytes, *end; line < bytes + size; line = end + 1)
    {
      end = find_line_end (line, bytes + size);
      n++;
      if (end == line || *line == '#')
        continue;
      if (begins_part (line, end))
        inside = is_part (line, end, self->part);
      else if (inside && !read_line (self, line, end))
        g_warning ("what the second reader has learnt, line %u: %.*s", n, (int) (end - line), line);
    }
}

static int
compare_codes (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  const GPtrArray *codes = data;

  return strcmp (g_ptr_array_index (codes, *(const guint *) a), g_ptr_array_index (codes, *(const guint *) b));
}

static void
order_codes (DzSecondReader *self)
{
  for (guint i = 0; i < self->codes->len; i++)
    g_array_append_val (self->in_order, i);
  g_array_sort_with_data (self->in_order, compare_codes, self->codes);
}

/* The file is read when the reader is first asked: most programs never do. */
static void
ensure_read (DzSecondReader *self)
{
  g_mutex_lock (&self->lock);
  if (!self->is_read && dz_codebook_get_learned (self->codebook) != NULL)
    {
      read_part (self);
      order_codes (self);
    }
  self->is_read = TRUE;
  g_mutex_unlock (&self->lock);
}

/**
 * dz_second_reader_new:
 * @codebook: whose learned file is read; kept by reference. Without one the reader has no opinion
 * @part: (transfer none): which of that file's parts; must live as long as the reader
 *
 * Returns: (transfer full): the reader, which several threads may ask
 */
DzSecondReader *
dz_second_reader_new (DzCodebook *codebook,
                      const char *part)
{
  DzSecondReader *self = g_new0 (DzSecondReader, 1);

  self->codebook = dz_codebook_ref (codebook);
  self->part = part;
  g_mutex_init (&self->lock);
  self->says = g_array_new (FALSE, FALSE, sizeof (Says));
  self->codes = g_ptr_array_new ();
  self->in_order = g_array_new (FALSE, FALSE, sizeof (guint));
  self->biases = g_array_new (FALSE, FALSE, sizeof (int));
  self->sure = g_array_new (FALSE, FALSE, sizeof (Sure));
  self->agreed = g_array_new (FALSE, FALSE, sizeof (Sure));

  return self;
}

void
dz_second_reader_free (DzSecondReader *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->classes, dz_word_classes_free);
  g_clear_pointer (&self->codebook, dz_codebook_unref);
  g_mutex_clear (&self->lock);
  g_free (self->ranges);
  g_free (self->tags);
  g_clear_pointer (&self->says, g_array_unref);
  g_clear_pointer (&self->codes, g_ptr_array_unref);
  g_clear_pointer (&self->in_order, g_array_unref);
  g_clear_pointer (&self->biases, g_array_unref);
  g_clear_pointer (&self->sure, g_array_unref);
  g_clear_pointer (&self->agreed, g_array_unref);
  g_free (self);
}

static const Range *
find_range (DzSecondReader *self,
            DzGram          gram)
{
  guint at;

  if (self->tags == NULL)
    return NULL;
  at = find_place (self, gram);

  return self->tags[at] != 0 ? &self->ranges[at] : NULL;
}

/* What all grams together say for each code. */
static int *
sum_up (DzSecondReader *self,
        const GArray   *grams)
{
  int *sums = g_new0 (int, self->codes->len + 1);
  const Range *known[AT_ONCE];

  for (guint from = 0; from < grams->len; from += AT_ONCE)
    {
      guint n = 0;

      /* what they say stands far apart in memory: it is sent for for many at once */
      for (guint i = from; i < MIN (from + AT_ONCE, grams->len) && self->tags != NULL; i++)
        __builtin_prefetch (&self->tags[(guint) (hash (g_array_index (grams, DzGram, i)) >> 36) & self->mask]);
      for (guint i = from; i < MIN (from + AT_ONCE, grams->len); i++)
        {
          known[n] = find_range (self, g_array_index (grams, DzGram, i));
          if (known[n] != NULL)
            __builtin_prefetch (&g_array_index (self->says, Says, known[n++]->first));
        }
      for (guint i = 0; i < n; i++)
        for (guint k = 0; k < known[i]->n; k++)
          {
            const Says *says = &g_array_index (self->says, Says, known[i]->first + k);

            sums[says->code] += says->weight;
          }
    }

  return sums;
}

/* The likeliest first, of equals the first by name: they come by name. */
static void
sort_opinions (DzOpinion *opinions,
               guint      n)
{
  for (guint i = 1; i < n; i++)
    {
      DzOpinion one = opinions[i];
      guint low = 0, high = i;

      while (low < high)
        {
          guint middle = (low + high) / 2;

          if (opinions[middle].score >= one.score)
            low = middle + 1;
          else
            high = middle;
        }
      memmove (opinions + low + 1, opinions + low, (i - low) * sizeof (DzOpinion));
      opinions[low] = one;
    }
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
  g_autoptr(GArray) grams = dz_grams_new (folded, span);
  GArray *opinions;
  g_autofree int *sums = NULL;
  double weight = dz_grams_weight (grams->len);

  ensure_read (self);
  if (self->classes != NULL)
    dz_word_classes_add (self->classes, folded, span, grams);
  sums = sum_up (self, grams);
  opinions = g_array_sized_new (FALSE, FALSE, sizeof (DzOpinion), self->codes->len);
  g_array_set_size (opinions, self->codes->len);
  for (guint i = 0; i < self->codes->len; i++)
    {
      guint code = g_array_index (self->in_order, guint, i);

      g_array_index (opinions, DzOpinion, i) = (DzOpinion){
        g_ptr_array_index (self->codes, code), (g_array_index (self->biases, int, code) + sums[code] * weight) / THOUSAND
      };
    }
  sort_opinions ((DzOpinion *) (gpointer) opinions->data, opinions->len);

  return opinions;
}

/* How often what has the score was right when tried. */
static double
look_up (GArray *table,
         double  score)
{
  double confidence = 0;

  for (guint i = 0; i < table->len; i++)
    {
      const Sure *sure = &g_array_index (table, Sure, i);

      if (score * THOUSAND < sure->score)
        break;
      confidence = sure->permille / THOUSAND;
    }

  return confidence;
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
  return look_up (self->sure, score);
}

/**
 * dz_second_reader_agreement:
 *
 * Returns: how often a rule was right when tried, where the reader gave its code that score
 */
double
dz_second_reader_agreement (DzSecondReader *self,
                            double          score)
{
  return look_up (self->agreed, score);
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

/* What the gram weighs for the code. */
static int
get_weight (DzSecondReader *self,
            DzGram          gram,
            const char     *code)
{
  const Range *range = find_range (self, gram);

  for (guint k = 0; range != NULL && k < range->n; k++)
    {
      const Says *says = &g_array_index (self->says, Says, range->first + k);

      if (g_ptr_array_index (self->codes, says->code) == code)
        return says->weight;
    }

  return 0;
}

/* What of the text the gram is, and where. */
static char *
dup_told (DzSecondReader *self,
          const char     *folded,
          DzSpan          span,
          DzGram          gram,
          DzSpan         *where)
{
  g_autofree char *word = NULL;
  const char *at;

  if (dz_word_classes_are_gram (gram))
    return dz_word_classes_dup_told (self->classes, folded, span, gram, where);
  word = dz_gram_dup_word (gram);
  at = g_strstr_len (folded + span.start, (gssize) (span.end - span.start), word);
  if (at == NULL)
    return NULL;
  where->start = (gsize) (at - folded);
  where->end = where->start + strlen (word);

  return g_steal_pointer (&word);
}

/* @words keeps the words the reasons point to. */
static GArray *
list_reasons (DzSecondReader *self,
              const char     *folded,
              DzSpan          span,
              const char     *code,
              GPtrArray      *words)
{
  g_autoptr(GArray) grams = dz_grams_new (folded, span);
  GArray *reasons = g_array_new (FALSE, FALSE, sizeof (Reason));

  if (self->classes != NULL)
    dz_word_classes_add (self->classes, folded, span, grams);
  for (guint i = 0; i < grams->len; i++)
    {
      DzGram gram = g_array_index (grams, DzGram, i);
      int weight = get_weight (self, gram, code);
      Reason reason = { NULL, DZ_SPAN_NONE, weight };
      g_autofree char *word = weight >= LEAST_WEIGHT ? dup_told (self, folded, span, gram, &reason.span) : NULL;

      if (word == NULL)
        continue;
      reason.gram = word;
      g_array_append_val (reasons, reason);
      g_ptr_array_add (words, g_steal_pointer (&word));
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
  g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GArray) reasons = list_reasons (self, folded, span, code, words);
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
