/* dz-lexicon.c - all words anybody looks for, found in one pass over a text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-lexicon.h"

#define LOOK_AHEAD 48 /* words whose readers are sent for before they are looked at */

/* A reader that looks for a word, and the number the word has with it. */
typedef struct
{
  guint reader;
  guint number;
} Asks;

struct _DzLexicon
{
  gatomicrefcount refs;
  DzAutomaton *automaton;
  GArray *counts;    /* guint: the words of each reader */
  GPtrArray *asking; /* GArray of Asks, by word; gone after compile */
  guint32 *asks_at;  /* after compile, by word: its first in asks; one more at the end */
  Asks *asks;
};

/* A text while it is open in one thread. */
typedef struct
{
  DzLexicon *lexicon;
  const char *text;
  gsize len;
  DzWordHit *hits; /* of all readers, one after the other; each one's by start, longest first */
  guint32 *hits_at; /* by reader: its first in hits; one more at the end */
} Open;

static void free_open (gpointer data);

static GPrivate opened = G_PRIVATE_INIT (free_open);

/**
 * dz_lexicon_new:
 *
 * Returns: (transfer full): a lexicon without words
 */
DzLexicon *
dz_lexicon_new (void)
{
  DzLexicon *self = g_new0 (DzLexicon, 1);

  g_atomic_ref_count_init (&self->refs);
  self->automaton = dz_automaton_new ();
  self->counts = g_array_new (FALSE, TRUE, sizeof (guint));
  self->asking = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  return self;
}

DzLexicon *
dz_lexicon_ref (DzLexicon *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);

  return self;
}

void
dz_lexicon_unref (DzLexicon *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->refs))
    return;

  dz_automaton_free (self->automaton);
  g_array_unref (self->counts);
  g_clear_pointer (&self->asking, g_ptr_array_unref);
  g_free (self->asks_at);
  g_free (self->asks);
  g_free (self);
}

/**
 * dz_lexicon_add_reader:
 *
 * Returns: the number of a new reader, without words
 */
guint
dz_lexicon_add_reader (DzLexicon *self)
{
  g_return_val_if_fail (self != NULL && self->asking != NULL, 0);

  g_array_set_size (self->counts, self->counts->len + 1);

  return self->counts->len - 1;
}

/**
 * dz_lexicon_enter:
 *
 * As dz_automaton_enter().
 */
guint32
dz_lexicon_enter (DzLexicon *self,
                  guint32    at,
                  gunichar   c)
{
  return dz_automaton_enter (self->automaton, at, c);
}

/**
 * dz_lexicon_end:
 * @at: where a word has come to
 *
 * Returns: the number @reader knows the word by, from 0; the same one for the same word
 */
guint
dz_lexicon_end (DzLexicon *self,
                guint32    at,
                guint      reader)
{
  guint word = dz_automaton_end (self->automaton, at);
  Asks asks = { reader, 0 };
  GArray *all;

  if (word == self->asking->len)
    g_ptr_array_add (self->asking, g_array_sized_new (FALSE, FALSE, sizeof (Asks), 1));
  all = g_ptr_array_index (self->asking, word);
  for (guint i = all->len; i > 0; i--)
    if (g_array_index (all, Asks, i - 1).reader == reader)
      return g_array_index (all, Asks, i - 1).number;
  asks.number = g_array_index (self->counts, guint, reader)++;
  g_array_append_val (all, asks);

  return asks.number;
}

/**
 * dz_lexicon_is_full:
 *
 * Returns: whether it has so many words that no more should be entered; before it is compiled
 */
gboolean
dz_lexicon_is_full (DzLexicon *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return dz_automaton_is_full (self->automaton);
}

/**
 * dz_lexicon_compile:
 *
 * Call once, after the last word; from then on several threads may look words up.
 */
void
dz_lexicon_compile (DzLexicon *self)
{
  guint32 n = 0;

  g_return_if_fail (self != NULL && self->asking != NULL);

  dz_automaton_compile (self->automaton);
  self->asks_at = g_new (guint32, self->asking->len + 1);
  for (guint i = 0; i < self->asking->len; i++)
    {
      self->asks_at[i] = n;
      n += ((const GArray *) g_ptr_array_index (self->asking, i))->len;
    }
  self->asks_at[self->asking->len] = n;
  self->asks = g_new (Asks, n);
  for (guint i = 0; i < self->asking->len; i++)
    {
      const GArray *all = g_ptr_array_index (self->asking, i);

      for (guint k = 0; k < all->len; k++)
        self->asks[self->asks_at[i] + k] = g_array_index (all, Asks, k);
    }
  g_clear_pointer (&self->asking, g_ptr_array_unref);
}

static void
free_open (gpointer data)
{
  Open *open = data;

  if (open == NULL)
    return;
  g_free (open->hits);
  g_free (open->hits_at);
  dz_lexicon_unref (open->lexicon);
  g_free (open);
}

/* Who asked for the words a little further on stands far apart in memory: it is sent for. */
static inline void
look_ahead (const DzLexicon *self,
            const DzWordHit *found,
            guint            n,
            guint            at)
{
  if (at + LOOK_AHEAD < n)
    __builtin_prefetch (&self->asks_at[found[at + LOOK_AHEAD].word]);
  if (at + LOOK_AHEAD / 2 < n)
    __builtin_prefetch (&self->asks[self->asks_at[found[at + LOOK_AHEAD / 2].word]]);
}

/* Where the words of each reader begin, one place too far on: giving them out moves it to where the one before ends. */
static guint32 *
count_asked (const DzLexicon *self,
             const DzWordHit *found,
             guint            n)
{
  guint32 *at = g_new0 (guint32, self->counts->len + 2);

  for (guint i = 0; i < n; i++)
    {
      look_ahead (self, found, n, i);
      for (guint32 k = self->asks_at[found[i].word]; k < self->asks_at[found[i].word + 1]; k++)
        at[self->asks[k].reader + 2]++;
    }
  for (guint i = 2; i < self->counts->len + 2; i++)
    at[i] += at[i - 1];

  return at;
}

/* Gives every word to all who asked for it. */
static void
deal (Open            *open,
      const DzWordHit *found,
      guint            n)
{
  const DzLexicon *self = open->lexicon;
  guint32 *at = count_asked (self, found, n);

  open->hits_at = at;
  open->hits = g_new (DzWordHit, at[self->counts->len + 1]);
  for (guint i = 0; i < n; i++)
    for (guint32 k = self->asks_at[found[i].word]; k < self->asks_at[found[i].word + 1]; k++)
      {
        const Asks *asks = &self->asks[k];

        DzWordHit *hit = &open->hits[at[asks->reader + 1]++];

        *hit = found[i];
        hit->word = asks->number;
      }
}

/**
 * dz_lexicon_open:
 * @text: must not change before it is closed
 *
 * Scans the text once for all readers, for the calling thread. One text is open at a time.
 */
void
dz_lexicon_open (DzLexicon  *self,
                 const char *text,
                 gsize       len)
{
  Open *open = g_new0 (Open, 1);
  g_autoptr(GArray) found = g_array_sized_new (FALSE, FALSE, sizeof (DzWordHit), (guint) (len / 3));

  g_return_if_fail (self != NULL && self->asks_at != NULL);

  open->lexicon = dz_lexicon_ref (self);
  open->text = text;
  open->len = len;
  dz_automaton_find (self->automaton, text, (DzSpan){ 0, len }, found);
  deal (open, (const DzWordHit *) (gconstpointer) found->data, found->len);
  g_private_replace (&opened, open);
}

void
dz_lexicon_close (DzLexicon *self)
{
  const Open *open = g_private_get (&opened);

  g_return_if_fail (open != NULL && open->lexicon == self);

  g_private_replace (&opened, NULL);
}

/* The words of a text that is not open, for one reader. */
static GArray *
find_closed (const DzLexicon *self,
             guint            reader,
             const char      *text,
             DzSpan           span)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (DzWordHit));
  guint n = 0;

  dz_automaton_find (self->automaton, text, span, hits);
  for (guint i = 0; i < hits->len; i++)
    {
      DzWordHit hit = g_array_index (hits, DzWordHit, i);

      for (guint32 k = self->asks_at[hit.word]; k < self->asks_at[hit.word + 1]; k++)
        if (self->asks[k].reader == reader)
          {
            g_array_index (hits, DzWordHit, n) = hit;
            g_array_index (hits, DzWordHit, n++).word = self->asks[k].number;
          }
    }
  g_array_set_size (hits, n);

  return hits;
}

/* The first of @n hits that begins at @at or later. */
static guint
find_first (const DzWordHit *hits,
            guint            n,
            gsize            at)
{
  guint low = 0, high = n;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (hits[middle].start < at)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * dz_lexicon_find:
 * @span: of @text
 * @words: (out): clear with dz_words_clear(), before the text is closed
 */
void
dz_lexicon_find (DzLexicon  *self,
                 guint       reader,
                 const char *text,
                 DzSpan      span,
                 DzWords    *words)
{
  const Open *open = g_private_get (&opened);

  words->own = NULL;
  if (open != NULL && open->lexicon == self && open->text == text && span.end <= open->len)
    {
      const DzWordHit *hits = open->hits + open->hits_at[reader];
      guint n = open->hits_at[reader + 1] - open->hits_at[reader];
      guint first = find_first (hits, n, span.start);

      words->hits = hits + first;
      words->n = find_first (hits + first, n - first, span.end);
    }
  else
    {
      words->own = find_closed (self, reader, text, span);
      words->hits = (const DzWordHit *) (gconstpointer) words->own->data;
      words->n = words->own->len;
    }
}

void
dz_words_clear (DzWords *words)
{
  g_clear_pointer (&words->own, g_array_unref);
}
