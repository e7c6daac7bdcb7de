/* dz-automaton.c - many words found in one pass over a text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-automaton.h"

#include <string.h>

/* Characters whose first step is looked up directly: all of the common Chinese ones. */
#define TABLE_FIRST 0x3000u
#define TABLE_LAST 0x9fffu

typedef struct
{
  guint32 c;
  guint32 node;
} Edge;

typedef struct
{
  guint32 first;    /* into edges, after compile; before: first child node */
  guint32 n;        /* edges; before compile: next sibling */
  guint32 c;        /* the character that leads here */
  guint32 fail;
  gint32 word;      /* that ends here, -1: none */
  guint32 suffix;   /* nearest node on the fail path where a word ends, 0: none */
} Node;

struct _DzAutomaton
{
  GArray *nodes;    /* Node */
  GArray *lengths;  /* guint, bytes, one a word */
  Edge *edges;      /* after compile */
  guint32 *table;   /* after compile: node reached from the root */
};

#define NODE(i) (&g_array_index (self->nodes, Node, i))

static guint32
add_node (DzAutomaton *self,
          gunichar     c)
{
  Node node = { 0, 0, c, 0, -1, 0 };

  g_array_append_val (self->nodes, node);

  return self->nodes->len - 1;
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

  self->nodes = g_array_new (FALSE, FALSE, sizeof (Node));
  self->lengths = g_array_new (FALSE, FALSE, sizeof (guint));
  add_node (self, 0);

  return self;
}

void
dz_automaton_free (DzAutomaton *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->nodes);
  g_array_unref (self->lengths);
  g_free (self->edges);
  g_free (self->table);
  g_free (self);
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
  guint len;

  g_return_val_if_fail (self != NULL && self->edges == NULL && *word != '\0', 0);

  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      guint32 child = NODE (at)->first;

      while (child != 0 && NODE (child)->c != c)
        child = NODE (child)->n;
      if (child == 0)
        {
          child = add_node (self, c);
          NODE (child)->n = NODE (at)->first;
          NODE (at)->first = child;
        }
      at = child;
    }
  if (NODE (at)->word >= 0)
    return (guint) NODE (at)->word;
  NODE (at)->word = (gint32) self->lengths->len;
  len = (guint) strlen (word);
  g_array_append_val (self->lengths, len);

  return self->lengths->len - 1;
}

static int
compare_edges (gconstpointer a,
               gconstpointer b)
{
  const Edge *x = a;
  const Edge *y = b;

  return x->c < y->c ? -1 : x->c > y->c;
}

static guint32
find_child (const DzAutomaton *self,
            guint32            at,
            gunichar           c)
{
  const Node *node = NODE (at);
  guint32 low = node->first;
  guint32 high = node->first + node->n;

  while (high - low > 4)
    {
      guint32 middle = (low + high) / 2;

      if (self->edges[middle].c <= c)
        low = middle;
      else
        high = middle;
    }
  for (; low < high; low++)
    if (self->edges[low].c == c)
      return self->edges[low].node;

  return 0;
}

static guint32
step (const DzAutomaton *self,
      guint32            at,
      gunichar           c)
{
  while (at != 0)
    {
      guint32 child = find_child (self, at, c);

      if (child != 0)
        return child;
      at = NODE (at)->fail;
    }
  if (c >= TABLE_FIRST && c <= TABLE_LAST)
    return self->table[c - TABLE_FIRST];

  return find_child (self, 0, c);
}

/* Sibling lists become sorted rows of edges. */
static void
lay_edges (DzAutomaton *self)
{
  guint32 next = 0;

  self->edges = g_new (Edge, self->nodes->len);
  for (guint32 i = 0; i < self->nodes->len; i++)
    {
      guint32 child = NODE (i)->first;
      guint32 first = next;

      /* a child comes after its parent, so its list of siblings is still whole */
      for (; child != 0; child = NODE (child)->n)
        self->edges[next++] = (Edge) { NODE (child)->c, child };
      qsort (self->edges + first, next - first, sizeof (Edge), compare_edges);
      NODE (i)->first = first;
      /* n is still the sibling link of i, read when its parent was laid before: free to use */
      NODE (i)->n = next - first;
    }
}

static void
link_failures (DzAutomaton *self)
{
  g_autoptr(GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 root = 0;

  g_array_append_val (queue, root);
  for (guint q = 0; q < queue->len; q++)
    {
      guint32 at = g_array_index (queue, guint32, q);

      for (guint32 e = NODE (at)->first; e < NODE (at)->first + NODE (at)->n; e++)
        {
          guint32 child = self->edges[e].node;
          guint32 fail = at == 0 ? 0 : step (self, NODE (at)->fail, self->edges[e].c);

          NODE (child)->fail = fail;
          NODE (child)->suffix = NODE (fail)->word >= 0 ? fail : NODE (fail)->suffix;
          g_array_append_val (queue, child);
        }
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
  g_return_if_fail (self != NULL && self->edges == NULL);

  lay_edges (self);
  self->table = g_new0 (guint32, TABLE_LAST - TABLE_FIRST + 1);
  for (guint32 e = NODE (0)->first; e < NODE (0)->first + NODE (0)->n; e++)
    if (self->edges[e].c >= TABLE_FIRST && self->edges[e].c <= TABLE_LAST)
      self->table[self->edges[e].c - TABLE_FIRST] = self->edges[e].node;
  link_failures (self);
}

guint
dz_automaton_get_n_words (DzAutomaton *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->lengths->len;
}

/* Hits come by their ends; few places set them in order of their beginnings. */
static void
insert_hit (GArray    *hits,
            guint      floor,
            DzWordHit  hit)
{
  DzWordHit *list;
  guint at = hits->len;

  g_array_append_val (hits, hit);
  list = (DzWordHit *) (gpointer) hits->data;
  while (at > floor && (list[at - 1].start > hit.start ||
                        (list[at - 1].start == hit.start && list[at - 1].end < hit.end)))
    {
      list[at] = list[at - 1];
      at--;
    }
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
  guint floor = hits->len;
  guint32 at = 0;

  g_return_if_fail (self != NULL && self->edges != NULL);

  for (gsize i = span.start; i < span.end;)
    {
      gunichar c = g_utf8_get_char (text + i);

      i += (gsize) g_utf8_skip[(guchar) text[i]];
      at = step (self, at, c);
      for (guint32 n = NODE (at)->word >= 0 ? at : NODE (at)->suffix; n != 0; n = NODE (n)->suffix)
        {
          guint word = (guint) NODE (n)->word;

          insert_hit (hits, floor,
                      (DzWordHit) { word, i - g_array_index (self->lengths, guint, word), i });
        }
    }
}
