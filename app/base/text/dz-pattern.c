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
#include "dz-pattern-tables.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define WIDE_GAP 12
#define MOST_WORDS 400

/* As it is added, before the tables are laid. */
typedef struct
{
  guint number;  /* as it is reported: one pattern may have been spread to several */
  GArray *steps; /* DzPatternStep */
} Pattern;

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
  self->kept_back = g_array_new (FALSE, TRUE, sizeof (gboolean));
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
  g_array_unref (self->kept_back);
  g_array_unref (self->patterns);
  g_ptr_array_unref (self->uses);
  dz_lexicon_unref (self->lexicon);
  g_free (self->tables.use_at);
  g_free (self->tables.uses);
  g_free (self->tables.start_at);
  g_free (self->tables.starts);
  g_free (self->tables.step_at);
  g_free (self->tables.steps);
  g_free (self->tables.number_at);
  g_free (self->tables.first_at);
  g_free (self->tables.firsts);
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
         DzWordUse           use)
{
  guint number = dz_lexicon_end (self->lexicon, end, self->reader);

  if (number == self->uses->len)
    g_ptr_array_add (self->uses, g_array_sized_new (FALSE, FALSE, sizeof (DzWordUse), 1));
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

  made.steps = g_array_new (FALSE, TRUE, sizeof (DzPatternStep));
  while (TRUE)
    {
      const char *stop = find_step_end (at);
      DzPatternStep step = { gap, 0 };
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
          guint word = add_use (self, g_array_index (words, guint32, k), (DzWordUse) { self->patterns->len, i });

          g_array_index (made.steps, DzPatternStep, i).words |= G_GUINT64_CONSTANT (1) << (word % 64);
        }
    }
  g_array_append_val (self->patterns, made);

  return TRUE;
}

static void
lay_steps (DzPatternSet *self)
{
  DzPatternTables *tables = &self->tables;
  guint32 n = 0;

  tables->step_at = g_new (guint32, self->patterns->len + 1);
  for (guint i = 0; i < self->patterns->len; i++)
    {
      tables->step_at[i] = n;
      n += g_array_index (self->patterns, Pattern, i).steps->len;
    }
  tables->step_at[self->patterns->len] = n;
  tables->steps = g_new (DzPatternStep, n);
  for (guint i = 0; i < self->patterns->len; i++)
    {
      const GArray *steps = g_array_index (self->patterns, Pattern, i).steps;

      memcpy (tables->steps + tables->step_at[i], steps->data, steps->len * sizeof (DzPatternStep));
      g_clear_pointer (&g_array_index (self->patterns, Pattern, i).steps, g_array_unref);
    }
}

static gboolean
is_kept_back (const DzPatternSet *self,
              guint               pattern)
{
  return g_array_index (self->kept_back, gboolean, g_array_index (self->patterns, Pattern, pattern).number);
}

static DzPatternStart
make_start (const DzPatternSet *self,
            guint               pattern)
{
  const DzPatternTables *tables = &self->tables;
  DzPatternStart start = { { 0, 0 }, pattern, g_array_index (self->patterns, Pattern, pattern).number };

  if (tables->step_at[pattern + 1] - tables->step_at[pattern] > 1)
    start.next = tables->steps[tables->step_at[pattern] + 1];

  return start;
}

static void
lay_uses (DzPatternSet *self)
{
  DzPatternTables *tables = &self->tables;
  guint n_words = self->uses->len;
  guint32 n_uses = 0, n_starts = 0;

  for (guint word = 0; word < n_words; word++)
    n_uses += ((GArray *) g_ptr_array_index (self->uses, word))->len;
  tables->use_at = g_new (guint32, n_words + 1);
  tables->uses = g_new (DzWordUse, n_uses);
  tables->start_at = g_new (guint32, n_words + 1);
  tables->starts = g_new (DzPatternStart, n_uses);
  n_uses = 0;
  for (guint word = 0; word < n_words; word++)
    {
      const GArray *uses = g_ptr_array_index (self->uses, word);

      tables->use_at[word] = n_uses;
      tables->start_at[word] = n_starts;
      for (guint i = 0; i < uses->len; i++)
        {
          DzWordUse use = g_array_index (uses, DzWordUse, i);

          tables->uses[n_uses++] = use;
          if (use.step == 0 && !is_kept_back (self, use.pattern))
            tables->starts[n_starts++] = make_start (self, use.pattern);
        }
    }
  tables->n_words = n_words;
  tables->use_at[n_words] = n_uses;
  tables->start_at[n_words] = n_starts;
  g_ptr_array_set_size (self->uses, 0);
}

/* Which patterns each number stands for. */
static void
lay_numbers (DzPatternSet *self)
{
  DzPatternTables *tables = &self->tables;
  guint number = 0;

  tables->number_at = g_new (guint32, self->sources->len + 1);
  for (guint i = 0; i < self->patterns->len; i++)
    while (number <= g_array_index (self->patterns, Pattern, i).number)
      tables->number_at[number++] = i;
  while (number <= self->sources->len)
    tables->number_at[number++] = self->patterns->len;
}

/* The first words of each pattern. */
static void
lay_firsts (DzPatternSet *self)
{
  DzPatternTables *tables = &self->tables;

  tables->first_at = g_new0 (guint32, self->patterns->len + 2);
  tables->firsts = g_new (guint32, tables->use_at[tables->n_words]);
  /* where each begins, one place too far on: filling in moves it to where the one before ends */
  for (guint i = 0; i < tables->use_at[tables->n_words]; i++)
    if (tables->uses[i].step == 0)
      tables->first_at[tables->uses[i].pattern + 2]++;
  for (guint i = 2; i < self->patterns->len + 2; i++)
    tables->first_at[i] += tables->first_at[i - 1];
  for (guint word = 0; word < tables->n_words; word++)
    for (guint i = tables->use_at[word]; i < tables->use_at[word + 1]; i++)
      if (tables->uses[i].step == 0)
        tables->firsts[tables->first_at[tables->uses[i].pattern + 1]++] = word;
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

  if (dz_lexicon_is_full (self->lexicon))
    {
      g_set_error (error, DZ_ERROR, DZ_ERROR_CODEBOOK, _("“%s”: all patterns together have too many words. Leave some out."), pattern);
      return -1;
    }
  plain = dz_pattern_spread (pattern);
  for (guint i = 0; i < plain->len; i++)
    if (!add_plain (self, g_ptr_array_index (plain, i), self->sources->len, error))
      {
        g_prefix_error (error, "“%s”: ", pattern);
        return -1;
      }
  g_ptr_array_add (self->sources, g_strdup (pattern));
  g_array_set_size (self->kept_back, self->sources->len);

  return (int) self->sources->len - 1;
}

/**
 * dz_pattern_set_keep_back:
 * @pattern: number dz_pattern_set_add() gave
 *
 * The pattern is only found by dz_pattern_scan_find(): most that are asked for in a few places of a text stand in many.
 */
void
dz_pattern_set_keep_back (DzPatternSet *self,
                          guint         pattern)
{
  g_return_if_fail (self != NULL && !self->compiled && pattern < self->kept_back->len);

  g_array_index (self->kept_back, gboolean, pattern) = TRUE;
  self->keeps_back = TRUE;
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
  lay_numbers (self);
  if (self->keeps_back)
    lay_firsts (self);
  self->compiled = TRUE;
}
