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

#define MOST_LANES 8
#define SHORTEST_LANE 64 /* bytes */
#define LOOK_AHEAD 24    /* places whose words are sent for before they are looked at */

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

/* Compiled: nodes stand in order of depth, so the few the text touches most lie together. */
typedef struct
{
  guint32 fail;
  guint32 ends; /* the longest of the words that end here, 0: none */
} Node;

/* Where a character leads from a node: node, character and the node that is gone to in one number, 0: an empty place. */
typedef guint64 Edge;

#define CHARACTER_BITS 21
#define NODE_BITS 21
#define MOST_NODES (1u << NODE_BITS)
#define FULL_NODES (MOST_NODES / 4 * 3) /* what one pattern may add on top fits */

/* A word where it ends. */
typedef struct
{
  guint32 word;
  guint32 bytes;
  guint32 steps;  /* as DzWordHit.from counts */
  guint32 behind; /* the next shorter word that ends there as well, 0: none */
} End;

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
  guint32 n_words;
  gboolean has_newline; /* in any word */
  Node *nodes;      /* after compile, as what follows */
  End *ends;        /* one more at the beginning */
  Edge *edges;      /* a table with open places, those from the root to rare characters among them */
  guint shift;      /* of a hash, to a place */
  guint32 edge_mask; /* the number of places, a power of 2, less 1 */
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
  g_free (self->nodes);
  g_free (self->ends);
  g_free (self->edges);
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

      self->has_newline |= c == '\n';
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
    TWIG (at)->word = (gint32) self->n_words++;

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

static inline guint64
make_key (guint32  node,
          gunichar c)
{
  return (guint64) node << CHARACTER_BITS | c;
}

/* Where an edge is, or the first place it may be at. */
static inline guint32
find_edge (const DzAutomaton *self,
           guint64            key)
{
  return (guint32) ((key * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> self->shift);
}

/* The child of @c, 0 if there is none. */
static inline guint32
find_child (const DzAutomaton *self,
            guint32            at,
            gunichar           c)
{
  guint64 key = make_key (at, c);

  for (guint32 i = find_edge (self, key); self->edges[i] != 0; i = (i + 1) & self->edge_mask)
    if (self->edges[i] >> NODE_BITS == key)
      return (guint32) (self->edges[i] & (MOST_NODES - 1));

  return 0;
}

static void
add_edge (DzAutomaton *self,
          guint32      at,
          gunichar     c,
          guint32      child)
{
  guint64 key = make_key (at, c);
  guint32 i = find_edge (self, key);

  while (self->edges[i] != 0)
    i = (i + 1) & self->edge_mask;
  self->edges[i] = key << NODE_BITS | child;
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

/* A table that is half full at most. */
static void
make_edges (DzAutomaton *self)
{
  guint bits = 6;

  while (1u << bits < 2 * self->twigs->len)
    bits++;
  self->edge_mask = (1u << bits) - 1;
  self->shift = 64 - bits;
  self->edges = g_new0 (Edge, (gsize) self->edge_mask + 1);
}

/* The children of the root come in order of their characters. */
static void
note_first (DzAutomaton *self,
            gunichar     c,
            guint32      node)
{
  Firsts *firsts;

  if (c < TABLE_FIRST || c > TABLE_LAST)
    return;
  firsts = &self->firsts[(c - TABLE_FIRST) / 64];
  if (firsts->bits == 0)
    firsts->before = node;
  firsts->bits |= G_GUINT64_CONSTANT (1) << ((c - TABLE_FIRST) % 64);
}

/* The tree, level by level, becomes nodes. Which twig each was is returned. */
static guint32 *
lay_nodes (DzAutomaton *self)
{
  guint32 *twigs = g_new (guint32, self->twigs->len);
  guint32 n = 1, n_ends = 0;

  self->nodes = g_new0 (Node, self->twigs->len);
  self->ends = g_new0 (End, self->n_words + 1);
  self->firsts = g_new0 (Firsts, (TABLE_LAST - TABLE_FIRST) / 64 + 1);
  make_edges (self);
  twigs[0] = 0;
  for (guint32 i = 0; i < n; i++)
    {
      const Twig *twig = TWIG (twigs[i]);
      guint32 first = n;

      for (guint32 child = twig->child; child != 0; child = TWIG (child)->sibling)
        twigs[n++] = child;
      if (i == 0)
        g_qsort_with_data (twigs + first, (int) (n - first), sizeof (guint32), compare_twigs, self);
      for (guint32 child = first; child < n; child++)
        {
          add_edge (self, i, TWIG (twigs[child])->c, child);
          if (i == 0)
            note_first (self, TWIG (twigs[child])->c, child);
        }
      if (twig->word < 0)
        continue;
      self->nodes[i].ends = ++n_ends;
      self->ends[n_ends] = (End) { (guint32) twig->word, twig->length, twig->steps, 0 };
    }

  return twigs;
}

/* @twigs: of the nodes, which come after their parents and after all that are less deep */
static void
link_failures (DzAutomaton   *self,
               const guint32 *twigs)
{
  guint32 n = self->twigs->len;
  g_autofree guint32 *nodes = g_new (guint32, n); /* by twig */

  for (guint32 i = 0; i < n; i++)
    nodes[twigs[i]] = i;
  for (guint32 i = 1; i < n; i++)
    {
      const Twig *twig = TWIG (twigs[i]);
      Node *node = &self->nodes[i];
      guint32 fail = twig->parent == 0 ? 0 : step (self, self->nodes[nodes[twig->parent]].fail, twig->c);

      /* what ends where it fails to ends here, too */
      node->fail = fail;
      if (node->ends != 0)
        self->ends[node->ends].behind = self->nodes[fail].ends;
      else
        node->ends = self->nodes[fail].ends;
    }
}

/**
 * dz_automaton_is_full:
 *
 * Returns: whether it has so many words that no more should be entered; before it is compiled
 */
gboolean
dz_automaton_is_full (DzAutomaton *self)
{
  g_return_val_if_fail (self != NULL && self->twigs != NULL, TRUE);

  return self->twigs->len >= FULL_NODES;
}

/**
 * dz_automaton_compile:
 *
 * Call once, after the last word; from then on it only is read.
 */
void
dz_automaton_compile (DzAutomaton *self)
{
  g_autofree guint32 *twigs = NULL;

  g_return_if_fail (self != NULL && self->twigs != NULL);

  g_return_if_fail (self->twigs->len < MOST_NODES);

  twigs = lay_nodes (self);
  link_failures (self, twigs);
  g_clear_pointer (&self->twigs, g_array_unref);
  g_clear_pointer (&self->places, g_free);
}

/* A place of a text where words end. */
typedef struct
{
  guint32 ends; /* the longest of them */
  guint32 at;   /* its byte */
  guint32 steps;
} Stop;

/* A part of a text that is walked by itself. What is looked at stands far apart in memory and takes longer to come than all else:
 * it is sent for, and the other lanes walk on meanwhile. */
typedef struct
{
  gsize at, end;
  gboolean arrived; /* at its node, whose words are not noted yet; else it goes from there to @c */
  gunichar c;
  guint32 node;
  guint32 steps;    /* from its beginning */
  Stop *stops;
  guint n_stops;
} Lane;

/* Parts the span at ends of lines, which no word holds, into lanes of about the same length. */
static guint
lay_lanes (const DzAutomaton *self,
           const char        *text,
           DzSpan             span,
           Stop              *stops,
           Lane              *lanes)
{
  gsize part = (span.end - span.start) / MOST_LANES;
  gsize from = span.start;
  guint n = 0;

  while (from < span.end)
    {
      const char *newline = NULL;
      gsize end = span.end;

      if (!self->has_newline && part >= SHORTEST_LANE && n + 1 < MOST_LANES && span.end - from > part)
        newline = memchr (text + from + part, '\n', span.end - from - part);
      if (newline != NULL)
        end = (gsize) (newline + 1 - text);
      lanes[n++] = (Lane) { from, end, TRUE, 0, 0, 0, stops + (from - span.start), 0 };
      from = end;
    }

  return n;
}

/* Goes one step of a lane, or falls back by one. */
static inline void
walk_on (const DzAutomaton *self,
         const char        *text,
         Lane              *lane)
{
  guint32 child = 0;

  if (lane->arrived)
    {
      if (self->nodes[lane->node].ends != 0)
        lane->stops[lane->n_stops++] = (Stop) { self->nodes[lane->node].ends, (guint32) lane->at, lane->steps };
      lane->c = dz_char_at (text + lane->at);
      lane->at += (gsize) g_utf8_skip[(guchar) text[lane->at]];
      lane->steps += count_steps (lane->c);
    }
  if (lane->node != 0)
    {
      child = find_child (self, lane->node, lane->c);
      if (child == 0)
        lane->node = self->nodes[lane->node].fail;
    }
  lane->arrived = child != 0 || lane->node == 0;
  if (lane->arrived)
    {
      lane->node = child != 0 ? child : find_first (self, lane->c);
      __builtin_prefetch (&self->nodes[lane->node]);
      if (lane->at < lane->end)
        __builtin_prefetch (&self->edges[find_edge (self, make_key (lane->node, dz_char_at (text + lane->at)))]);
    }
  else
    {
      __builtin_prefetch (&self->nodes[lane->node]);
      __builtin_prefetch (&self->edges[find_edge (self, make_key (lane->node, lane->c))]);
    }
}

/* The words at the end of a lane. */
static void
arrive (const DzAutomaton *self,
        const char        *text,
        Lane              *lane)
{
  while (!lane->arrived)
    walk_on (self, text, lane);
  if (self->nodes[lane->node].ends != 0)
    lane->stops[lane->n_stops++] = (Stop) { self->nodes[lane->node].ends, (guint32) lane->at, lane->steps };
}

static void
walk_all (const DzAutomaton *self,
          const char        *text,
          Lane              *lanes,
          guint              n)
{
  guint going = n;

  while (going > 0)
    {
      going = 0;
      for (guint i = 0; i < n; i++)
        if (lanes[i].at < lanes[i].end)
          {
            walk_on (self, text, &lanes[i]);
            going++;
          }
    }
  for (guint i = 0; i < n; i++)
    arrive (self, text, &lanes[i]);
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

/* All words that end where the lane stopped; @steps before it in the span. */
static void
take_words (const DzAutomaton *self,
            const Lane        *lane,
            guint32            steps,
            Sink              *sink)
{
  for (guint i = 0; i < lane->n_stops; i++)
    {
      const Stop *stop = &lane->stops[i];

      if (i + LOOK_AHEAD < lane->n_stops)
        __builtin_prefetch (&self->ends[lane->stops[i + LOOK_AHEAD].ends]);
      for (guint32 n = stop->ends; n != 0; n = self->ends[n].behind)
        {
          const End *end = &self->ends[n];
          guint32 to = steps + stop->steps;

          insert_hit (sink, (DzWordHit) { end->word, stop->at - end->bytes, stop->at, to - end->steps, to });
        }
    }
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
  Lane lanes[MOST_LANES];
  g_autofree Stop *stops = NULL;
  Sink sink = { hits, hits->len, 0 };
  guint32 steps = 0;
  guint n;

  g_return_if_fail (self != NULL && self->nodes != NULL);

  if (dz_span_is_empty (span))
    return;
  stops = g_new (Stop, span.end - span.start);
  n = lay_lanes (self, text, span, stops, lanes);
  walk_all (self, text, lanes, n);
  for (guint i = 0; i < n; i++)
    {
      take_words (self, &lanes[i], steps, &sink);
      steps += lanes[i].steps;
    }
}
