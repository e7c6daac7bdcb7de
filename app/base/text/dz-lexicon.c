/* dz-lexicon.c - all words anybody looks for, found in one pass over a text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-lexicon.h"

#define LEAST_ROOM 32 /* words of one reader, to begin with */
#define AT_ONCE 64

#include "dz-char.h"

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

/* The words of one reader, by start, longest first. A text has some thousands: they are kept without a call for each. */
typedef struct
{
  DzWordHit *list;
  guint n;
  guint room;
} Hits;

/* A text while it is open in one thread. */
typedef struct
{
  DzLexicon *lexicon;
  const char *text;
  gsize len;
  Hits *hits; /* by reader */
  DzWordHit found[AT_ONCE]; /* not dealt yet */
  guint n_found;
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
  for (guint i = 0; i < open->lexicon->counts->len; i++)
    g_free (open->hits[i].list);
  g_free (open->hits);
  dz_lexicon_unref (open->lexicon);
  g_free (open);
}

/* As dz_word_hits_insert(). */
static void
insert (Hits            *hits,
        const DzWordHit *hit)
{
  guint at = hits->n++;

  if (hits->n > hits->room)
    {
      hits->room = MAX (LEAST_ROOM, 2 * hits->room);
      hits->list = g_renew (DzWordHit, hits->list, hits->room);
    }
  for (; at > 0 && (hits->list[at - 1].start > hit->start ||
                    (hits->list[at - 1].start == hit->start && hits->list[at - 1].end < hit->end)); at--)
    hits->list[at] = hits->list[at - 1];
  hits->list[at] = *hit;
}

/* Gives a word to all who asked for it. */
static void
deal (const Open      *open,
      const DzWordHit *hit)
{
  const DzLexicon *lexicon = open->lexicon;

  for (guint32 i = lexicon->asks_at[hit->word]; i < lexicon->asks_at[hit->word + 1]; i++)
    {
      const Asks *asks = &lexicon->asks[i];
      DzWordHit own = { asks->number, hit->start, hit->end };

      insert (&open->hits[asks->reader], &own);
    }
}

/* Who asked stands far apart in memory: it is sent for for many words at once. */
static void
deal_found (Open *open)
{
  const DzLexicon *lexicon = open->lexicon;

  for (guint i = 0; i < open->n_found; i++)
    __builtin_prefetch (&lexicon->asks[lexicon->asks_at[open->found[i].word]]);
  for (guint i = 0; i < open->n_found; i++)
    deal (open, &open->found[i]);
  open->n_found = 0;
}

static void
take_found (const DzWordHit *hit,
            gpointer         data)
{
  Open *open = data;

  __builtin_prefetch (&open->lexicon->asks_at[hit->word]);
  open->found[open->n_found++] = *hit;
  if (open->n_found == AT_ONCE)
    deal_found (open);
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

  g_return_if_fail (self != NULL && self->asks_at != NULL);

  open->lexicon = dz_lexicon_ref (self);
  open->text = text;
  open->len = len;
  open->hits = g_new0 (Hits, self->counts->len);
  dz_automaton_visit (self->automaton, text, (DzSpan){ 0, len }, take_found, open);
  deal_found (open);
  g_private_replace (&opened, open);
}

void
dz_lexicon_close (DzLexicon *self)
{
  const Open *open = g_private_get (&opened);

  g_return_if_fail (open != NULL && open->lexicon == self);

  g_private_replace (&opened, NULL);
}

typedef struct
{
  const DzLexicon *lexicon;
  guint reader;
  GArray *hits;
} One;

static void
deal_one (const DzWordHit *hit,
          gpointer         data)
{
  const One *one = data;
  const DzLexicon *lexicon = one->lexicon;

  for (guint32 i = lexicon->asks_at[hit->word]; i < lexicon->asks_at[hit->word + 1]; i++)
    {
      DzWordHit own = { lexicon->asks[i].number, hit->start, hit->end };

      if (lexicon->asks[i].reader == one->reader)
        dz_word_hits_insert (one->hits, 0, &own);
    }
}

/* The first of the hits that begins at @at or later. */
static guint
find_first (const Hits *hits,
            gsize       at)
{
  guint low = 0, high = hits->n;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (hits->list[middle].start < at)
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
      const Hits *hits = &open->hits[reader];
      guint first = find_first (hits, span.start);

      words->hits = hits->list != NULL ? hits->list + first : NULL;
      words->n = find_first (hits, MAX (span.end, span.start)) - first;
    }
  else
    {
      One one = { self, reader, g_array_new (FALSE, FALSE, sizeof (DzWordHit)) };

      dz_automaton_visit (self->automaton, text, span, deal_one, &one);
      words->own = one.hits;
      words->hits = (const DzWordHit *) (gconstpointer) one.hits->data;
      words->n = one.hits->len;
    }
}

void
dz_words_clear (DzWords *words)
{
  g_clear_pointer (&words->own, g_array_unref);
}
