/* dz-pattern.c - the cues of the codebook, all found in one pass
 *
 * A pattern becomes a list of steps, each a set of words and the widest gap
 * before it; brackets are expanded to plain words when the pattern is added.
 * Finding runs the automaton over the text once and then chains the words of
 * each pattern that had its first step hit. Patterns of one step, the most
 * common, are reported at once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-pattern.h"

#include "dz-automaton.h"
#include "dz-error.h"
#include "dz-pattern-spread.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define WIDE_GAP 12
#define MOST_WORDS 400

/* A word serves a step of a pattern; the same word may serve many. */
typedef struct
{
  guint pattern;
  guint step;
} Use;

typedef struct
{
  guint gap;     /* characters allowed before it; 0: it must follow at once */
  guint64 words; /* a bit for each word that serves it, by number modulo 64: most are told apart */
} Step;

typedef struct
{
  guint number;  /* as it is reported: one pattern may have been spread to several */
  GArray *steps; /* Step */
} Pattern;

/* A word that begins a pattern. */
typedef struct
{
  guint pattern;
  guint number;  /* as it is reported */
  gboolean ends; /* the word is all of it */
} Start;

/* Compiled: what finding looks at lies together, as it is looked at for each word of each text. */
typedef struct
{
  guint32 *use_at;   /* by word: its first in uses; one more at the end */
  Use *uses;
  guint32 *start_at; /* by word: its first in starts; one more at the end */
  Start *starts;
  guint32 *step_at;  /* by pattern: its first in steps; one more at the end */
  Step *steps;
} Tables;

struct _DzPatternSet
{
  GPtrArray *sources; /* char *, by the number reported */
  GArray *patterns; /* Pattern */
  GPtrArray *uses;  /* GArray of Use, by word, in order of patterns */
  DzAutomaton *automaton;
  Tables tables;
  gboolean compiled;
};

static void
clear_pattern (gpointer data)
{
  Pattern *pattern = data;

  g_clear_pointer (&pattern->steps, g_array_unref);
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

  self->sources = g_ptr_array_new_with_free_func (g_free);
  self->patterns = g_array_new (FALSE, TRUE, sizeof (Pattern));
  g_array_set_clear_func (self->patterns, clear_pattern);
  self->uses = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->automaton = dz_automaton_new ();

  return self;
}

void
dz_pattern_set_free (DzPatternSet *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->sources);
  g_array_unref (self->patterns);
  g_ptr_array_unref (self->uses);
  dz_automaton_free (self->automaton);
  g_free (self->tables.use_at);
  g_free (self->tables.uses);
  g_free (self->tables.start_at);
  g_free (self->tables.starts);
  g_free (self->tables.step_at);
  g_free (self->tables.steps);
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
        }
      else
        {
          const char *next = g_utf8_next_char (*at);

          g_ptr_array_add (piece, g_strndup (*at, (gsize) (next - *at)));
          *at = next;
        }
      if (*at < stop && **at == '?')
        {
          (*at)++;
          g_ptr_array_add (piece, g_strdup (""));
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

/* The words of a step that runs from @at to @stop; NULL with @error set if it is badly written. */
static GPtrArray *
read_step (const char  *at,
           const char  *stop,
           GError     **error)
{
  g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  if (!expand (&at, stop, words, error))
    return NULL;
  if (at != stop)
    {
      g_set_error (error, DZ_ERROR, DZ_ERROR_CODEBOOK, _("a bracket is closed that was not opened"));
      return NULL;
    }
  for (guint i = 0; i < words->len; i++)
    if (*(const char *) g_ptr_array_index (words, i) == '\0')
      {
        g_set_error (error, DZ_ERROR, DZ_ERROR_CODEBOOK, _("a part of the pattern may be empty"));
        return NULL;
      }

  return g_steal_pointer (&words);
}

static guint
add_use (DzPatternSet *self,
         const char   *word,
         Use           use)
{
  guint number = dz_automaton_add (self->automaton, word);

  if (number == self->uses->len)
    g_ptr_array_add (self->uses, g_array_new (FALSE, FALSE, sizeof (Use)));
  g_array_append_val (g_ptr_array_index (self->uses, number), use);

  return number;
}

/* Adds a pattern without gaps inside brackets, to be reported as @number. */
static gboolean
add_plain (DzPatternSet *self,
           const char   *pattern,
           guint         number,
           GError      **error)
{
  Pattern made = { number, NULL };
  g_autoptr(GPtrArray) steps = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  guint gap = 0;
  const char *at = pattern;

  made.steps = g_array_new (FALSE, TRUE, sizeof (Step));
  while (TRUE)
    {
      const char *stop = find_step_end (at);
      Step step = { gap, 0 };
      GPtrArray *words = read_step (at, stop, error);

      if (words == NULL)
        {
          g_array_unref (made.steps);
          return FALSE;
        }
      g_ptr_array_add (steps, words);
      g_array_append_val (made.steps, step);
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
  for (guint i = 0; i < steps->len; i++)
    {
      GPtrArray *words = g_ptr_array_index (steps, i);

      for (guint k = 0; k < words->len; k++)
        {
          guint word = add_use (self, g_ptr_array_index (words, k),
                                (Use) { self->patterns->len, i });

          g_array_index (made.steps, Step, i).words |= G_GUINT64_CONSTANT (1) << (word % 64);
        }
    }
  g_array_append_val (self->patterns, made);

  return TRUE;
}

static void
lay_steps (DzPatternSet *self)
{
  Tables *tables = &self->tables;
  guint32 n = 0;

  tables->step_at = g_new (guint32, self->patterns->len + 1);
  for (guint i = 0; i < self->patterns->len; i++)
    {
      tables->step_at[i] = n;
      n += g_array_index (self->patterns, Pattern, i).steps->len;
    }
  tables->step_at[self->patterns->len] = n;
  tables->steps = g_new (Step, n);
  for (guint i = 0; i < self->patterns->len; i++)
    {
      const GArray *steps = g_array_index (self->patterns, Pattern, i).steps;

      memcpy (tables->steps + tables->step_at[i], steps->data, steps->len * sizeof (Step));
      g_clear_pointer (&g_array_index (self->patterns, Pattern, i).steps, g_array_unref);
    }
}

static void
lay_uses (DzPatternSet *self)
{
  Tables *tables = &self->tables;
  guint n_words = self->uses->len;
  guint32 n_uses = 0, n_starts = 0;

  for (guint word = 0; word < n_words; word++)
    n_uses += ((GArray *) g_ptr_array_index (self->uses, word))->len;
  tables->use_at = g_new (guint32, n_words + 1);
  tables->uses = g_new (Use, n_uses);
  tables->start_at = g_new (guint32, n_words + 1);
  tables->starts = g_new (Start, n_uses);
  n_uses = 0;
  for (guint word = 0; word < n_words; word++)
    {
      const GArray *uses = g_ptr_array_index (self->uses, word);

      tables->use_at[word] = n_uses;
      tables->start_at[word] = n_starts;
      for (guint i = 0; i < uses->len; i++)
        {
          Use use = g_array_index (uses, Use, i);

          tables->uses[n_uses++] = use;
          if (use.step == 0)
            tables->starts[n_starts++] = (Start){
              use.pattern, g_array_index (self->patterns, Pattern, use.pattern).number,
              tables->step_at[use.pattern + 1] - tables->step_at[use.pattern] == 1
            };
        }
    }
  tables->use_at[n_words] = n_uses;
  tables->start_at[n_words] = n_starts;
  g_ptr_array_set_size (self->uses, 0);
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
  g_autoptr(GPtrArray) plain = NULL;

  g_return_val_if_fail (self != NULL && !self->compiled && pattern != NULL, -1);

  plain = dz_pattern_spread (pattern);
  for (guint i = 0; i < plain->len; i++)
    if (!add_plain (self, g_ptr_array_index (plain, i), self->sources->len, error))
      {
        g_prefix_error (error, "“%s”: ", pattern);
        return -1;
      }
  g_ptr_array_add (self->sources, g_strdup (pattern));

  return (int) self->sources->len - 1;
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
  g_return_if_fail (self != NULL && !self->compiled);

  dz_automaton_compile (self->automaton);
  lay_steps (self);
  lay_uses (self);
  self->compiled = TRUE;
}

guint
dz_pattern_set_get_n_patterns (DzPatternSet *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->sources->len;
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

static gboolean
serves (const Tables *tables,
        guint         word,
        guint         pattern,
        guint         step)
{
  guint low = tables->use_at[word];
  guint stop = tables->use_at[word + 1];
  guint high = stop;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      const Use *use = &tables->uses[middle];

      if (use->pattern < pattern || (use->pattern == pattern && use->step < step))
        low = middle + 1;
      else
        high = middle;
    }

  return low < stop && tables->uses[low].pattern == pattern && tables->uses[low].step == step;
}

/* Follows the steps of a pattern from one hit of its first; the nearest end is taken. */
static gboolean
chain (const Tables *tables,
       const char   *text,
       const GArray *found,
       guint         from,
       guint         pattern,
       guint         step,
       gsize         end,
       gsize        *match_end)
{
  guint at = tables->step_at[pattern] + step;
  const Step *s = &tables->steps[at];

  if (at == tables->step_at[pattern + 1])
    {
      *match_end = end;
      return TRUE;
    }
  for (guint i = from; i < found->len; i++)
    {
      const DzWordHit *hit = &g_array_index (found, DzWordHit, i);

      /* found is sorted by start; a step further away than the widest gap ends the search */
      if (hit->start > end + 4 * (gsize) s->gap)
        break;
      if (hit->start < end || (s->words & G_GUINT64_CONSTANT (1) << (hit->word % 64)) == 0 ||
          !serves (tables, hit->word, pattern, step))
        continue;
      if (within_gap (text, end, hit->start, s->gap) &&
          chain (tables, text, found, i + 1, pattern, step + 1, hit->end, match_end))
        return TRUE;
    }

  return FALSE;
}

/* Keeps hits by start, longest first, then by pattern; they come nearly in order. */
static void
insert_hit (GArray *hits,
            guint   floor,
            DzHit   hit)
{
  DzHit *list;
  guint at = hits->len;

  g_array_append_val (hits, hit);
  list = (DzHit *) (gpointer) hits->data;
  while (at > floor && list[at - 1].span.start == hit.span.start &&
         (list[at - 1].span.end < hit.span.end ||
          (list[at - 1].span.end == hit.span.end && list[at - 1].pattern > hit.pattern)))
    {
      list[at] = list[at - 1];
      at--;
    }
  list[at] = hit;
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
  const Tables *tables = &self->tables;
  g_autoptr(GArray) found = NULL;
  guint floor;

  g_return_if_fail (self->compiled && hits != NULL);

  floor = hits->len;
  found = g_array_new (FALSE, FALSE, sizeof (DzWordHit));
  dz_automaton_find (self->automaton, text, span, found);
  for (guint i = 0; i < found->len; i++)
    {
      const DzWordHit *hit = &g_array_index (found, DzWordHit, i);

      for (guint u = tables->start_at[hit->word]; u < tables->start_at[hit->word + 1]; u++)
        {
          const Start *start = &tables->starts[u];
          DzHit match = { start->number, { hit->start, hit->end } };

          if (start->ends || chain (tables, text, found, i + 1, start->pattern, 1, hit->end,
                                    &match.span.end))
            insert_hit (hits, floor, match);
        }
    }
}
