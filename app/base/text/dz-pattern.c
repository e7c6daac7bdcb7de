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

#include "dz-char.h"
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
  Step next;     /* what has to follow; nothing, where no word serves it: the word is all of the pattern */
  guint pattern;
  guint number;  /* as it is reported */
} Start;

#define LOOK_AHEAD 8 /* words whose patterns are sent for before they are looked at */

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
  DzLexicon *lexicon;
  guint reader;     /* of the lexicon */
  gboolean shared;  /* the lexicon is not its own */
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
 * @shared: (nullable): a lexicon that is compiled once all who share it have their words; %NULL: its own
 *
 * Returns: (transfer full): an empty set
 */
DzPatternSet *
dz_pattern_set_new (DzLexicon *shared)
{
  DzPatternSet *self = g_new0 (DzPatternSet, 1);

  self->sources = g_ptr_array_new_with_free_func (g_free);
  self->patterns = g_array_new (FALSE, TRUE, sizeof (Pattern));
  g_array_set_clear_func (self->patterns, clear_pattern);
  self->uses = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->lexicon = shared != NULL ? dz_lexicon_ref (shared) : dz_lexicon_new ();
  self->shared = shared != NULL;
  self->reader = dz_lexicon_add_reader (self->lexicon);

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
  dz_lexicon_unref (self->lexicon);
  g_free (self->tables.use_at);
  g_free (self->tables.uses);
  g_free (self->tables.start_at);
  g_free (self->tables.starts);
  g_free (self->tables.step_at);
  g_free (self->tables.steps);
  g_free (self);
}

/* Where the words of a pattern have come to in the lexicon, one for each way through its brackets. */
typedef GArray Ends;

static Ends *
ends_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (guint32));
}

static gboolean expand (DzPatternSet *self, const char **at, const char *stop, const Ends *from, Ends *to, GError **error);

/* A bracket, from each of @from. */
static gboolean
expand_bracket (DzPatternSet *self,
                const char  **at,
                const char   *stop,
                const Ends   *from,
                Ends         *to,
                GError      **error)
{
  (*at)++;
  if (!expand (self, at, stop, from, to, error))
    return FALSE;
  if (*at >= stop || **at != ')')
    {
      g_set_error (error, DZ_ERROR, DZ_ERROR_CODEBOOK, _("a bracket is not closed"));
      return FALSE;
    }
  (*at)++;

  return TRUE;
}

static void
enter_all (DzPatternSet *self,
           Ends         *ends,
           gunichar      c)
{
  for (guint i = 0; i < ends->len; i++)
    {
      guint32 *end = &g_array_index (ends, guint32, i);

      *end = dz_lexicon_enter (self->lexicon, *end, c);
    }
}

/* One alternative: letters and brackets up to '|', ')' or a gap; added to @to. */
static gboolean
expand_sequence (DzPatternSet *self,
                 const char  **at,
                 const char   *stop,
                 const Ends   *from,
                 Ends         *to,
                 GError      **error)
{
  g_autoptr(GArray) here = ends_new ();

  g_array_append_vals (here, from->data, from->len);
  while (*at < stop && **at != '|' && **at != ')')
    {
      g_autoptr(GArray) next = NULL;
      const char *behind = g_utf8_next_char (*at);

      if (**at != '(' && (behind >= stop || *behind != '?'))
        {
          enter_all (self, here, dz_char_at (*at));
          *at = behind;
          continue;
        }
      next = ends_new ();
      if (**at == '(')
        {
          if (!expand_bracket (self, at, stop, here, next, error))
            return FALSE;
        }
      else
        {
          g_array_append_vals (next, here->data, here->len);
          enter_all (self, next, dz_char_at (*at));
          *at = behind;
        }
      if (*at < stop && **at == '?')
        {
          (*at)++;
          g_array_append_vals (next, here->data, here->len);
        }
      if (next->len > MOST_WORDS)
        {
          g_set_error (error, DZ_ERROR, DZ_ERROR_CODEBOOK, _("more than %d variants"), MOST_WORDS);
          return FALSE;
        }
      g_array_unref (here);
      here = g_steal_pointer (&next);
    }
  g_array_append_vals (to, here->data, here->len);

  return TRUE;
}

static gboolean
expand (DzPatternSet *self,
        const char  **at,
        const char   *stop,
        const Ends   *from,
        Ends         *to,
        GError      **error)
{
  while (TRUE)
    {
      if (!expand_sequence (self, at, stop, from, to, error))
        return FALSE;
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
static Ends *
read_step (DzPatternSet *self,
           const char   *at,
           const char   *stop,
           GError      **error)
{
  g_autoptr(GArray) root = ends_new ();
  g_autoptr(GArray) ends = ends_new ();
  guint32 start = 0;

  g_array_append_val (root, start);
  if (!expand (self, &at, stop, root, ends, error))
    return NULL;
  if (at != stop)
    {
      g_set_error (error, DZ_ERROR, DZ_ERROR_CODEBOOK, _("a bracket is closed that was not opened"));
      return NULL;
    }
  for (guint i = 0; i < ends->len; i++)
    if (g_array_index (ends, guint32, i) == 0)
      {
        g_set_error (error, DZ_ERROR, DZ_ERROR_CODEBOOK, _("a part of the pattern may be empty"));
        return NULL;
      }

  return g_steal_pointer (&ends);
}

static guint
add_use (DzPatternSet *self,
         guint32       end,
         Use           use)
{
  guint number = dz_lexicon_end (self->lexicon, end, self->reader);

  if (number == self->uses->len)
    g_ptr_array_add (self->uses, g_array_sized_new (FALSE, FALSE, sizeof (Use), 1));
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
  g_autoptr(GPtrArray) steps = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  guint gap = 0;
  const char *at = pattern;

  made.steps = g_array_new (FALSE, TRUE, sizeof (Step));
  while (TRUE)
    {
      const char *stop = find_step_end (at);
      Step step = { gap, 0 };
      Ends *words = read_step (self, at, stop, error);

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
          gap = gap == 0 ? WIDE_GAP : MIN (gap, DZ_SENTENCE_STEPS - 1);
        }
      else
        at = g_utf8_next_char (stop);
    }
  for (guint i = 0; i < steps->len; i++)
    {
      const Ends *words = g_ptr_array_index (steps, i);

      for (guint k = 0; k < words->len; k++)
        {
          guint word = add_use (self, g_array_index (words, guint32, k), (Use) { self->patterns->len, i });

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

static Start
make_start (const DzPatternSet *self,
            guint               pattern)
{
  const Tables *tables = &self->tables;
  Start start = { { 0, 0 }, pattern, g_array_index (self->patterns, Pattern, pattern).number };

  if (tables->step_at[pattern + 1] - tables->step_at[pattern] > 1)
    start.next = tables->steps[tables->step_at[pattern] + 1];

  return start;
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
            tables->starts[n_starts++] = make_start (self, use.pattern);
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
 * Call once, after the last pattern was added; from then on, and once a lexicon it shares is
 * compiled, the set can be used by several threads at once.
 */
void
dz_pattern_set_compile (DzPatternSet *self)
{
  g_return_if_fail (self != NULL && !self->compiled);

  if (!self->shared)
    dz_lexicon_compile (self->lexicon);
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

/* A text while a set is looked for in it. */
typedef struct
{
  const Tables *tables;
  gsize end; /* words that end beyond are not looked at */
  DzWords words;
} Look;

/* The words that begin behind a word, within a gap and in the same sentence. */
typedef struct
{
  guint gap;         /* 0: they have not been looked for */
  guint32 from;      /* where the word ends, as DzWordHit.to counts */
  guint first, stop; /* their numbers */
  guint64 words;     /* as Step.words, of all of them */
} Near;

static Near
look_near (const Look *look,
           guint       at,
           guint       gap)
{
  const DzWordHit *hits = look->words.hits;
  Near near = { gap, hits[at].to, at + 1, 0, 0 };

  while (near.first < look->words.n && (gint32) (hits[near.first].from - near.from) < 0)
    near.first++;
  for (near.stop = near.first; near.stop < look->words.n && hits[near.stop].from - near.from <= gap; near.stop++)
    near.words |= G_GUINT64_CONSTANT (1) << (hits[near.stop].word % 64);

  return near;
}

/* Follows a pattern through the words behind one of its own; @next, its step of number @step, is to come. The nearest end is taken. */
static gboolean
chain (const Look *look,
       const Near *near,
       guint       pattern,
       guint       step,
       const Step *next,
       gsize      *match_end)
{
  const Tables *tables = look->tables;
  guint behind = tables->step_at[pattern] + step + 1;

  for (guint i = near->first; i < near->stop; i++)
    {
      const DzWordHit *hit = &look->words.hits[i];
      Near further;

      if (hit->from - near->from > next->gap)
        break;
      if ((next->words & G_GUINT64_CONSTANT (1) << (hit->word % 64)) == 0 || hit->end > look->end ||
          !serves (tables, hit->word, pattern, step))
        continue;
      if (behind == tables->step_at[pattern + 1])
        {
          *match_end = hit->end;
          return TRUE;
        }
      further = look_near (look, i, tables->steps[behind].gap);
      if ((further.words & tables->steps[behind].words) != 0 &&
          chain (look, &further, pattern, step + 1, &tables->steps[behind], match_end))
        return TRUE;
    }

  return FALSE;
}

/* Whether the pattern that begins with the word of number @at stands there, and where it ends. @near is what is behind the word:
 * most patterns it begins have the same gap, or a smaller one. */
static inline gboolean
matches (const Look  *look,
         guint        at,
         const Start *start,
         Near        *near,
         gsize       *match_end)
{
  *match_end = look->words.hits[at].end;
  if (start->next.words == 0)
    return TRUE;
  if (near->gap < start->next.gap)
    *near = look_near (look, at, MAX (start->next.gap, WIDE_GAP));

  return (near->words & start->next.words) != 0 &&
         chain (look, near, start->pattern, 1, &start->next, match_end);
}

/* What the words a little further on begin stands far apart in memory: it is sent for. */
static inline void
look_ahead (const Look *look,
            guint       at)
{
  const Tables *tables = look->tables;

  if (at + LOOK_AHEAD < look->words.n)
    __builtin_prefetch (&tables->start_at[look->words.hits[at + LOOK_AHEAD].word]);
  if (at + LOOK_AHEAD / 2 < look->words.n)
    __builtin_prefetch (&tables->starts[tables->start_at[look->words.hits[at + LOOK_AHEAD / 2].word]]);
}

/* Places for hits that are asked for at once. */
#define FEWEST_HITS 8
#define MOST_AT_ONCE 128

/* Hits on their way into an array: appending each by itself takes longer than finding it. */
typedef struct
{
  GArray *hits;
  guint floor;
  guint room; /* places behind the array's end that are its own */
} Sink;

/* Keeps hits by start, longest first, then by pattern; they come nearly in order. */
static void
insert_hit (Sink *sink,
            DzHit hit)
{
  GArray *hits = sink->hits;
  guint floor = sink->floor;
  guint at = hits->len;
  DzHit *list;

  if (sink->room == 0)
    {
      sink->room = CLAMP (at, FEWEST_HITS, MOST_AT_ONCE);
      g_array_set_size (hits, at + sink->room);
    }
  sink->room--;
  hits->len = at + 1;
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
  Look look = { tables, span.end };
  Sink sink = { hits, 0, 0 };

  g_return_if_fail (self->compiled && hits != NULL);

  sink.floor = hits->len;
  dz_lexicon_find (self->lexicon, self->reader, text, span, &look.words);
  for (guint i = 0; i < look.words.n; i++)
    {
      const DzWordHit *hit = &look.words.hits[i];
      Near near = { 0 };

      look_ahead (&look, i);
      if (hit->end > span.end)
        continue;
      for (guint u = tables->start_at[hit->word]; u < tables->start_at[hit->word + 1]; u++)
        {
          const Start *start = &tables->starts[u];
          DzHit match = { start->number, hit->end, { hit->start, hit->end } };

          if (matches (&look, i, start, &near, &match.span.end))
            insert_hit (&sink, match);
        }
    }
  dz_words_clear (&look.words);
}

/**
 * dz_pattern_set_matches:
 *
 * Returns: whether any of the patterns stands in @span
 */
gboolean
dz_pattern_set_matches (DzPatternSet *self,
                        const char   *text,
                        DzSpan        span)
{
  const Tables *tables = &self->tables;
  Look look = { tables, span.end };
  gboolean found = FALSE;

  g_return_val_if_fail (self->compiled, FALSE);

  dz_lexicon_find (self->lexicon, self->reader, text, span, &look.words);
  for (guint i = 0; i < look.words.n && !found; i++)
    {
      const DzWordHit *hit = &look.words.hits[i];
      Near near = { 0 };
      gsize end;

      look_ahead (&look, i);
      if (hit->end > span.end)
        continue;
      for (guint u = tables->start_at[hit->word]; u < tables->start_at[hit->word + 1] && !found; u++)
        found = matches (&look, i, &tables->starts[u], &near, &end);
    }
  dz_words_clear (&look.words);

  return found;
}
