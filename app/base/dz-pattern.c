/* dz-pattern.c - the cues of the codebook, all found in one pass
 *
 * A pattern becomes a list of steps, each a set of words and the widest gap
 * before it; brackets are expanded to plain words when the pattern is added.
 * Finding walks the automaton (Aho and Corasick, 1975) over the bytes once and
 * then chains the words of each pattern that had its first step hit. Patterns
 * of one step, the most common, are reported at once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-pattern.h"

#include "dz-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define WIDE_GAP 12
#define MOST_WORDS 400

typedef struct
{
  guint gap;   /* characters allowed before this step; 0: it must follow at once */
  guint first; /* first word, index into words */
  guint n;
} Step;

typedef struct
{
  char *source;
  GArray *steps;
} Pattern;

typedef struct
{
  char *string;
  guint len;
  guint pattern;
  guint step;
} Word;

typedef struct
{
  gint32 child[256];
  gint32 fail;
  gint32 output; /* a word that ends here, -1: none; chained by next_word */
  gint32 suffix; /* nearest node on the fail path with output */
} Node;

struct _DzPatternSet
{
  GArray *patterns; /* Pattern */
  GArray *words;    /* Word */
  GArray *nodes;    /* Node, after compile */
  gint32 *next_word;
};

typedef struct
{
  guint word;
  gsize start;
  gsize end;
} WordHit;

static void
clear_pattern (gpointer data)
{
  Pattern *pattern = data;

  g_free (pattern->source);
  g_array_unref (pattern->steps);
}

static void
clear_word (gpointer data)
{
  g_free (((Word *) data)->string);
}

/**
 * dz_pattern_set_new:
 *
 * Returns: (transfer full): an empty set
 */
DzPatternSet *
dz_pattern_set_new (void)
{
  DzPatternSet *self = g_new0 (DzPatternSet, 1);

  self->patterns = g_array_new (FALSE, TRUE, sizeof (Pattern));
  g_array_set_clear_func (self->patterns, clear_pattern);
  self->words = g_array_new (FALSE, TRUE, sizeof (Word));
  g_array_set_clear_func (self->words, clear_word);

  return self;
}

void
dz_pattern_set_free (DzPatternSet *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->patterns);
  g_array_unref (self->words);
  g_clear_pointer (&self->nodes, g_array_unref);
  g_free (self->next_word);
  g_free (self);
}

static gboolean expand (const char **at, const char *stop, GPtrArray *words, GError **error);

static GPtrArray *
product (GPtrArray *left,
         GPtrArray *right)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < left->len; i++)
    for (guint k = 0; k < right->len; k++)
      g_ptr_array_add (all, g_strconcat (g_ptr_array_index (left, i),
                                         g_ptr_array_index (right, k), NULL));

  return all;
}

/* One alternative: letters and brackets up to '|', ')' or a gap. */
static GPtrArray *
expand_sequence (const char **at,
                 const char  *stop,
                 GError     **error)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (words, g_strdup (""));
  while (*at < stop && **at != '|' && **at != ')')
    {
      g_autoptr(GPtrArray) piece = g_ptr_array_new_with_free_func (g_free);
      GPtrArray *joined;

      if (**at == '(')
        {
          (*at)++;
          if (!expand (at, stop, piece, error))
            {
              g_ptr_array_unref (words);
              return NULL;
            }
          if (*at >= stop || **at != ')')
            {
              g_set_error (error, DZ_ERROR, DZ_ERROR_CODEBOOK, _("a bracket is not closed"));
              g_ptr_array_unref (words);
              return NULL;
            }
          (*at)++;
          if (*at < stop && **at == '?')
            {
              (*at)++;
              g_ptr_array_add (piece, g_strdup (""));
            }
        }
      else
        {
          const char *next = g_utf8_next_char (*at);

          g_ptr_array_add (piece, g_strndup (*at, (gsize) (next - *at)));
          *at = next;
        }
      joined = product (words, piece);
      g_ptr_array_unref (words);
      words = joined;
      if (words->len > MOST_WORDS)
        {
          g_set_error (error, DZ_ERROR, DZ_ERROR_CODEBOOK, _("more than %d variants"), MOST_WORDS);
          g_ptr_array_unref (words);
          return NULL;
        }
    }

  return words;
}

static gboolean
expand (const char **at,
        const char  *stop,
        GPtrArray   *words,
        GError     **error)
{
  while (TRUE)
    {
      g_autoptr(GPtrArray) sequence = expand_sequence (at, stop, error);

      if (sequence == NULL)
        return FALSE;
      for (guint i = 0; i < sequence->len; i++)
        g_ptr_array_add (words, g_strdup (g_ptr_array_index (sequence, i)));
      if (*at >= stop || **at != '|')
        return TRUE;
      (*at)++;
    }
}

/* Where the step that begins at @at ends: at a gap mark outside brackets. */
static const char *
find_step_end (const char *at)
{
  int depth = 0;

  for (; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (*at == '(')
        depth++;
      else if (*at == ')')
        depth--;
      else if (depth <= 0 && (*at == '~' || g_str_has_prefix (at, "…")))
        break;
    }

  return at;
}

static gboolean
add_step (DzPatternSet *self,
          Pattern      *pattern,
          guint         gap,
          const char   *at,
          const char   *stop,
          GError      **error)
{
  g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  Step step = { gap, self->words->len, 0 };

  if (!expand (&at, stop, words, error))
    return FALSE;
  if (at != stop)
    {
      g_set_error (error, DZ_ERROR, DZ_ERROR_CODEBOOK, _("a bracket is closed that was not opened"));
      return FALSE;
    }
  for (guint i = 0; i < words->len; i++)
    {
      const char *string = g_ptr_array_index (words, i);
      Word word = { NULL, (guint) strlen (string), self->patterns->len, pattern->steps->len };

      if (word.len == 0)
        {
          g_set_error (error, DZ_ERROR, DZ_ERROR_CODEBOOK, _("a part of the pattern may be empty"));
          return FALSE;
        }
      word.string = g_strdup (string);
      g_array_append_val (self->words, word);
      step.n++;
    }
  g_array_append_val (pattern->steps, step);

  return TRUE;
}

/**
 * dz_pattern_set_add:
 * @pattern: written as told in dz-pattern.h
 *
 * Returns: the number of the pattern, counting from 0, or -1 with @error of
 *   %DZ_ERROR_CODEBOOK set
 */
int
dz_pattern_set_add (DzPatternSet *self,
                    const char   *pattern,
                    GError      **error)
{
  Pattern made = { 0 };
  guint gap = 0;
  guint words_before;
  const char *at = pattern;

  g_return_val_if_fail (self != NULL && self->nodes == NULL && pattern != NULL, -1);

  words_before = self->words->len;
  made.steps = g_array_new (FALSE, TRUE, sizeof (Step));
  while (TRUE)
    {
      const char *stop = find_step_end (at);

      if (!add_step (self, &made, gap, at, stop, error))
        {
          g_prefix_error (error, "“%s”: ", pattern);
          g_array_unref (made.steps);
          g_array_set_size (self->words, words_before);
          return -1;
        }
      if (*stop == '\0')
        break;
      gap = WIDE_GAP;
      if (*stop == '~')
        {
          char *end;

          gap = (guint) g_ascii_strtoull (stop + 1, &end, 10);
          at = end;
          if (gap == 0)
            gap = WIDE_GAP;
        }
      else
        at = g_utf8_next_char (stop);
    }
  made.source = g_strdup (pattern);
  g_array_append_val (self->patterns, made);

  return (int) self->patterns->len - 1;
}

static gint32
add_node (GArray *nodes)
{
  Node node;

  memset (node.child, 0xff, sizeof node.child);
  node.fail = 0;
  node.output = -1;
  node.suffix = -1;
  g_array_append_val (nodes, node);

  return (gint32) nodes->len - 1;
}

#define NODE(i) (&g_array_index (self->nodes, Node, i))

static void
link_failures (DzPatternSet *self)
{
  g_autoptr(GArray) queue = g_array_new (FALSE, FALSE, sizeof (gint32));

  for (int b = 0; b < 256; b++)
    {
      gint32 child = NODE (0)->child[b];

      if (child < 0)
        NODE (0)->child[b] = 0;
      else
        g_array_append_val (queue, child);
    }
  for (guint i = 0; i < queue->len; i++)
    {
      gint32 at = g_array_index (queue, gint32, i);
      gint32 fail = NODE (at)->fail;

      NODE (at)->suffix = NODE (fail)->output >= 0 ? fail : NODE (fail)->suffix;
      for (int b = 0; b < 256; b++)
        {
          gint32 child = NODE (at)->child[b];

          if (child < 0)
            {
              NODE (at)->child[b] = NODE (fail)->child[b];
              continue;
            }
          NODE (child)->fail = NODE (fail)->child[b];
          g_array_append_val (queue, child);
        }
    }
}

/**
 * dz_pattern_set_compile:
 *
 * Builds the automaton. Call once, after the last pattern was added; from
 * then on the set can be used by several threads at once.
 */
void
dz_pattern_set_compile (DzPatternSet *self)
{
  g_return_if_fail (self != NULL && self->nodes == NULL);

  self->nodes = g_array_new (FALSE, FALSE, sizeof (Node));
  self->next_word = g_new (gint32, self->words->len + 1);
  add_node (self->nodes);
  for (guint w = 0; w < self->words->len; w++)
    {
      const Word *word = &g_array_index (self->words, Word, w);
      gint32 at = 0;

      for (guint i = 0; i < word->len; i++)
        {
          guchar b = (guchar) word->string[i];
          gint32 child = NODE (at)->child[b];

          if (child < 0)
            {
              child = add_node (self->nodes);
              NODE (at)->child[b] = child;
            }
          at = child;
        }
      self->next_word[w] = NODE (at)->output;
      NODE (at)->output = (gint32) w;
    }
  link_failures (self);
}

guint
dz_pattern_set_get_n_patterns (DzPatternSet *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->patterns->len;
}

/**
 * dz_pattern_set_get_source:
 *
 * Returns: (transfer none): the pattern as it was added
 */
const char *
dz_pattern_set_get_source (DzPatternSet *self,
                           guint         pattern)
{
  g_return_val_if_fail (self != NULL && pattern < self->patterns->len, NULL);

  return g_array_index (self->patterns, Pattern, pattern).source;
}

/* Whether @to can follow @from within @gap characters of the same sentence. */
static gboolean
within_gap (const char *text,
            gsize       from,
            gsize       to,
            guint       gap)
{
  guint n = 0;

  if (to < from)
    return FALSE;
  for (gsize i = from; i < to; n++)
    {
      guchar b = (guchar) text[i];

      if (n >= gap || b == '\n')
        return FALSE;
      if (b == 0xe3 && (guchar) text[i + 1] == 0x80 && (guchar) text[i + 2] == 0x82) /* 。 */
        return FALSE;
      if (b == 0xef && (guchar) text[i + 1] == 0xbc &&
          ((guchar) text[i + 2] == 0x9b || (guchar) text[i + 2] == 0x81 ||
           (guchar) text[i + 2] == 0x9f)) /* ；！？ */
        return FALSE;
      i += b < 0x80 ? 1 : b < 0xe0 ? 2 : b < 0xf0 ? 3 : 4;
    }

  return TRUE;
}

/* Follows the steps of a pattern from one hit of its first; the nearest end is taken. */
static gboolean
chain (DzPatternSet *self,
       const char   *text,
       const GArray *found,
       guint         from,
       guint         pattern,
       guint         step,
       gsize         end,
       gsize        *match_end)
{
  const Pattern *p = &g_array_index (self->patterns, Pattern, pattern);
  const Step *s;

  if (step == p->steps->len)
    {
      *match_end = end;
      return TRUE;
    }
  s = &g_array_index (p->steps, Step, step);
  for (guint i = from; i < found->len; i++)
    {
      const WordHit *hit = &g_array_index (found, WordHit, i);

      /* found is sorted by start; a step further away than the widest gap ends the search */
      if (hit->start > end + 4 * (gsize) s->gap)
        break;
      if (hit->word < s->first || hit->word >= s->first + s->n || hit->start < end)
        continue;
      if (within_gap (text, end, hit->start, s->gap) &&
          chain (self, text, found, i + 1, pattern, step + 1, hit->end, match_end))
        return TRUE;
    }

  return FALSE;
}

static int
compare_word_hits (gconstpointer a,
                   gconstpointer b)
{
  const WordHit *x = a;
  const WordHit *y = b;

  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  if (x->end != y->end)
    return x->end < y->end ? -1 : 1;

  return x->word < y->word ? -1 : x->word > y->word;
}

static int
compare_hits (gconstpointer a,
              gconstpointer b)
{
  const DzHit *x = a;
  const DzHit *y = b;

  if (x->span.start != y->span.start)
    return x->span.start < y->span.start ? -1 : 1;
  if (x->span.end != y->span.end)
    return x->span.end > y->span.end ? -1 : 1;

  return x->pattern < y->pattern ? -1 : x->pattern > y->pattern;
}

/**
 * dz_pattern_set_find:
 * @text: folded text
 * @span: the part of @text to look in
 * @hits: (element-type DzHit): found patterns are added, sorted by start, longest first
 *
 * For each place where a pattern's first word stands, its nearest complete
 * match is reported.
 */
void
dz_pattern_set_find (DzPatternSet *self,
                     const char   *text,
                     DzSpan        span,
                     GArray       *hits)
{
  g_autoptr(GArray) found = NULL;
  guint first_new;
  gint32 at = 0;

  g_return_if_fail (self != NULL && self->nodes != NULL && hits != NULL);

  first_new = hits->len;
  found = g_array_new (FALSE, FALSE, sizeof (WordHit));
  for (gsize i = span.start; i < span.end; i++)
    {
      at = NODE (at)->child[(guchar) text[i]];
      for (gint32 n = NODE (at)->output >= 0 ? at : NODE (at)->suffix; n >= 0; n = NODE (n)->suffix)
        for (gint32 w = NODE (n)->output; w >= 0; w = self->next_word[w])
          {
            const Word *word = &g_array_index (self->words, Word, w);
            WordHit hit = { (guint) w, i + 1 - word->len, i + 1 };

            g_array_append_val (found, hit);
          }
    }
  g_array_sort (found, compare_word_hits);

  for (guint i = 0; i < found->len; i++)
    {
      const WordHit *hit = &g_array_index (found, WordHit, i);
      const Word *word = &g_array_index (self->words, Word, hit->word);
      DzHit match = { word->pattern, { hit->start, hit->end } };

      if (word->step != 0)
        continue;
      if (chain (self, text, found, i + 1, word->pattern, 1, hit->end, &match.span.end))
        g_array_append_val (hits, match);
    }
  if (hits->len - first_new > 1)
    qsort (&g_array_index (hits, DzHit, first_new), hits->len - first_new, sizeof (DzHit),
           compare_hits);
}
