/* dz-automaton.c - many words found in one pass over a text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-automaton.h"

#include "dz-char.h"

#include <string.h>

/* Characters whose first step is looked up directly: all of the common Chinese ones. */
#define TABLE_FIRST 0x3000u
#define TABLE_LAST 0x9fffu

/* Places for hits that are asked for at once. */
#define FEWEST_HITS 8
#define MOST_AT_ONCE 1024

/* While words are added: a tree of first children and next siblings. */
typedef struct
{
  guint32 child;
  guint32 sibling;
  guint32 parent;
  guint32 c;
  gint32 word;
  guint32 length; /* bytes from the root */
  guint32 steps;  /* likewise, as DzWordHit.from counts */
} Twig;

typedef struct
{
  guint32 bytes;
  guint32 steps;
} Length;

/* Compiled: nodes stand in order of depth, so the few the text touches most lie together and the
 * children of a node are neighbours, in order of their characters, before those of the next. Four of them fill a line of the
 * processor's cache. */
typedef struct
{
  guint32 first;  /* first child; they end where the children of the next node begin */
  guint32 fail;
  gint32 word;    /* that ends here, -1: none */
  guint32 suffix; /* nearest node on the fail path where a word ends, 0: none */
} Node;

/* Which of 64 characters begin a word. The children of the root are the first nodes, in order of
 * their characters, so counting bits gives the node. A table of nodes would be looked up at once,
 * but those of all machines together do not stay in the processor's cache, and this does. */
typedef struct
{
  guint64 bits;
  guint32 before; /* the node of the first of them */
} Firsts;

struct _DzAutomaton
{
  GArray *twigs;    /* Twig, gone after compile */
  guint32 *places;  /* of twigs by parent and character, 0: none; gone after compile */
  guint32 mask;     /* their number, a power of 2, less 1 */
  GArray *lengths;  /* Length, one a word */
  Node *nodes;      /* after compile; one more at the end */
  guint32 *chars;   /* the character that leads to each node */
  Firsts *firsts;   /* from TABLE_FIRST, 64 characters each */
};

#define TWIG(i) (&g_array_index (self->twigs, Twig, i))

#define FEWEST_PLACES 1024

static inline guint32
count_steps (gunichar c)
{
  if (c > 0x3002 && c < 0xff01)
    return 1;

  return c == '\n' || c == 0x3002 || c == 0xff1b || c == 0xff01 || c == 0xff1f ? 1 + DZ_SENTENCE_STEPS : 1; /* 。；！？ */
}

/* Where the twig of @c stands under @parent, or where it would. */
static guint32 *
find_place (DzAutomaton *self,
            guint32      parent,
            gunichar     c)
{
  guint64 key = (guint64) parent << 21 | c;
  guint32 at = (guint32) ((key * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> 32) & self->mask;

  while (self->places[at] != 0 && (TWIG (self->places[at])->parent != parent || TWIG (self->places[at])->c != c))
    at = (at + 1) & self->mask;

  return &self->places[at];
}

static void
make_room (DzAutomaton *self)
{
  if (2 * self->twigs->len <= self->mask)
    return;
  g_free (self->places);
  self->mask = MAX (2 * self->mask + 1, FEWEST_PLACES - 1);
  self->places = g_new0 (guint32, self->mask + 1);
  for (guint32 i = 1; i < self->twigs->len; i++)
    *find_place (self, TWIG (i)->parent, TWIG (i)->c) = i;
}

static void
add_twig (DzAutomaton *self,
          const Twig  *twig)
{
  g_array_append_vals (self->twigs, twig, 1);
  make_room (self);
}

/**
 * dz_automaton_new:
 *
 * Returns: (transfer full): a machine without words
 */
DzAutomaton *
dz_automaton_new (void)
{
  DzAutomaton *self = g_new0 (DzAutomaton, 1);

  self->twigs = g_array_new (FALSE, FALSE, sizeof (Twig));
  self->lengths = g_array_new (FALSE, FALSE, sizeof (Length));
  add_twig (self, &(Twig){ .word = -1 });

  return self;
}

void
dz_automaton_free (DzAutomaton *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->twigs, g_array_unref);
  g_free (self->places);
  g_array_unref (self->lengths);
  g_free (self->nodes);
  g_free (self->chars);
  g_free (self->firsts);
  g_free (self);
}

/**
 * dz_automaton_enter:
 * @at: where a word has come to, 0 at its beginning
 * @c: its next character
 *
 * Returns: where it comes to
 */
guint32
dz_automaton_enter (DzAutomaton *self,
                    guint32      at,
                    gunichar     c)
{
  guint32 *place = find_place (self, at, c);
  guint32 child = *place;

  if (child == 0)
    {
      Twig twig = { 0, TWIG (at)->child, at, c, -1, TWIG (at)->length + (guint32) g_unichar_to_utf8 (c, NULL),
                    TWIG (at)->steps + count_steps (c) };

      child = self->twigs->len;
      *place = child;
      TWIG (at)->child = child;
      add_twig (self, &twig);
    }

  return child;
}

/**
 * dz_automaton_end:
 * @at: where a word has come to, not at its beginning
 *
 * Returns: the number of the word that ends there; the same one for the same word
 */
guint
dz_automaton_end (DzAutomaton *self,
                  guint32      at)
{
  g_return_val_if_fail (self != NULL && self->twigs != NULL && at != 0, 0);

  if (TWIG (at)->word < 0)
    {
      Length length = { TWIG (at)->length, TWIG (at)->steps };

      TWIG (at)->word = (gint32) self->lengths->len;
      g_array_append_val (self->lengths, length);
    }

  return (guint) TWIG (at)->word;
}

/**
 * dz_automaton_add:
 * @word: not empty
 *
 * Returns: the number of the word; the same one for the same word
 */
guint
dz_automaton_add (DzAutomaton *self,
                  const char  *word)
{
  guint32 at = 0;

  g_return_val_if_fail (self != NULL && self->twigs != NULL && *word != '\0', 0);

  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    at = dz_automaton_enter (self, at, dz_char_at (p));

  return dz_automaton_end (self, at);
}

static guint32
find_child (const DzAutomaton *self,
            guint32            at,
            gunichar           c)
{
  guint32 low = self->nodes[at].first;
  guint32 high = self->nodes[at + 1].first;

  while (high - low > 4)
    {
      guint32 middle = (low + high) / 2;

      if (self->chars[middle] <= c)
        low = middle;
      else
        high = middle;
    }
  for (; low < high; low++)
    if (self->chars[low] == c)
      return low;

  return 0;
}

/* The node of the first character of words, 0 if none begins with it. */
static inline guint32
find_first (const DzAutomaton *self,
            gunichar           c)
{
  const Firsts *firsts;
  guint64 bit;

  if (c < TABLE_FIRST || c > TABLE_LAST)
    return find_child (self, 0, c);
  firsts = &self->firsts[(c - TABLE_FIRST) / 64];
  bit = G_GUINT64_CONSTANT (1) << ((c - TABLE_FIRST) % 64);
  if ((firsts->bits & bit) == 0)
    return 0;

  return firsts->before + (guint32) __builtin_popcountll (firsts->bits & (bit - 1));
}

static inline guint32
step (const DzAutomaton *self,
      guint32            at,
      gunichar           c)
{
  while (at != 0)
    {
      guint32 child = find_child (self, at, c);

      if (child != 0)
        return child;
      at = self->nodes[at].fail;
    }

  return find_first (self, c);
}

static int
compare_twigs (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  DzAutomaton *self = data;
  guint32 x = TWIG (*(const guint32 *) a)->c;
  guint32 y = TWIG (*(const guint32 *) b)->c;

  return x < y ? -1 : x > y;
}

/* The tree, level by level, becomes nodes. */
static void
lay_nodes (DzAutomaton *self)
{
  g_autofree guint32 *twigs = g_new (guint32, self->twigs->len);
  guint32 n = 1;

  self->nodes = g_new0 (Node, self->twigs->len + 1);
  self->chars = g_new0 (guint32, self->twigs->len);
  twigs[0] = 0;
  for (guint32 i = 0; i < n; i++)
    {
      guint32 first = n;

      for (guint32 child = TWIG (twigs[i])->child; child != 0; child = TWIG (child)->sibling)
        twigs[n++] = child;
      g_qsort_with_data (twigs + first, (int) (n - first), sizeof (guint32), compare_twigs, self);
      self->nodes[i].first = first;
      self->nodes[i].word = TWIG (twigs[i])->word;
      self->chars[i] = TWIG (twigs[i])->c;
    }
  self->nodes[n].first = n;
}

static void
link_failures (DzAutomaton *self)
{
  guint32 n = self->twigs->len;

  for (guint32 at = 0; at < n; at++)
    for (guint32 child = self->nodes[at].first;
         child < self->nodes[at + 1].first; child++)
      {
        guint32 fail = at == 0 ? 0 : step (self, self->nodes[at].fail, self->chars[child]);

        self->nodes[child].fail = fail;
        self->nodes[child].suffix = self->nodes[fail].word >= 0 ? fail
                                                                : self->nodes[fail].suffix;
      }
}

static void
note_firsts (DzAutomaton *self)
{
  self->firsts = g_new0 (Firsts, (TABLE_LAST - TABLE_FIRST) / 64 + 1);
  for (guint32 i = self->nodes[0].first; i < self->nodes[1].first; i++)
    {
      guint32 c = self->chars[i];
      Firsts *firsts;

      if (c < TABLE_FIRST || c > TABLE_LAST)
        continue;
      firsts = &self->firsts[(c - TABLE_FIRST) / 64];
      if (firsts->bits == 0)
        firsts->before = i;
      firsts->bits |= G_GUINT64_CONSTANT (1) << ((c - TABLE_FIRST) % 64);
    }
}

/**
 * dz_automaton_compile:
 *
 * Call once, after the last word; from then on it only is read.
 */
void
dz_automaton_compile (DzAutomaton *self)
{
  g_return_if_fail (self != NULL && self->twigs != NULL);

  lay_nodes (self);
  note_firsts (self);
  link_failures (self);
  g_clear_pointer (&self->twigs, g_array_unref);
  g_clear_pointer (&self->places, g_free);
}

/* Words on their way into an array: appending each by itself takes longer than finding it. */
typedef struct
{
  GArray *hits;
  guint floor;
  guint room; /* places behind the array's end that are its own */
} Sink;

/* Puts a hit in its place among hits that come by their ends: few places away. */
static inline void
insert_hit (Sink     *sink,
            DzWordHit hit)
{
  GArray *hits = sink->hits;
  guint at = hits->len;
  DzWordHit *list;

  if (sink->room == 0)
    {
      sink->room = CLAMP (at, FEWEST_HITS, MOST_AT_ONCE);
      g_array_set_size (hits, at + sink->room);
    }
  sink->room--;
  hits->len = at + 1;
  list = (DzWordHit *) (gpointer) hits->data;
  for (; at > sink->floor && (list[at - 1].start > hit.start ||
                              (list[at - 1].start == hit.start && list[at - 1].end < hit.end)); at--)
    list[at] = list[at - 1];
  list[at] = hit;
}

/**
 * dz_automaton_find:
 * @hits: (element-type DzWordHit): the words found in @span are added, by start, longest first
 */
void
dz_automaton_find (DzAutomaton *self,
                   const char  *text,
                   DzSpan       span,
                   GArray      *hits)
{
  const Length *lengths;
  Sink sink = { hits, hits->len, 0 };
  guint32 at = 0, steps = 0;

  g_return_if_fail (self != NULL && self->nodes != NULL);

  lengths = (const Length *) (gconstpointer) self->lengths->data;
  for (gsize i = span.start; i < span.end;)
    {
      guchar lead = (guchar) text[i];
      gunichar c = lead < 0x80 ? lead
                   : (lead & 0xf0) == 0xe0
                     ? (gunichar) (lead & 0x0f) << 12 | (gunichar) (text[i + 1] & 0x3f) << 6 |
                         (gunichar) (text[i + 2] & 0x3f)
                     : dz_char_at (text + i);

      i += (gsize) g_utf8_skip[lead];
      steps += count_steps (c);
      at = step (self, at, c);
      if (at == 0)
        continue;
      for (guint32 n = self->nodes[at].word >= 0 ? at : self->nodes[at].suffix; n != 0;
           n = self->nodes[n].suffix)
        {
          guint32 word = (guint32) self->nodes[n].word;
          guint32 end = (guint32) i;

          insert_hit (&sink, (DzWordHit) { word, end - lengths[word].bytes, end, steps - lengths[word].steps, steps });
        }
    }
}
