/* dz-plan-words.c - the words with which a promise begins, that make it none, and that anybody writes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-plan-words.h"

#include "dz-char.h"

#include <string.h>

#define FIRSTS 4096 /* characters that begin a word, by their lowest bits */

typedef struct
{
  GPtrArray *words;           /* char */
  guint8 firsts[FIRSTS / 8]; /* bits: at most places of a clause no word begins */
} List;

struct _DzPlanWords
{
  List lists[DZ_N_PLAN_WORDS];
};

static int
compare_lengths (gconstpointer a,
                 gconstpointer b)
{
  gsize one = strlen (*(char *const *) a), other = strlen (*(char *const *) b);

  return (one < other) - (one > other);
}

static void
add_cues (GPtrArray     *words,
          const DzEntry *entry,
          const char    *name)
{
  for (guint i = 0; entry != NULL && i < entry->rules->len; i++)
    {
      const DzRule *rule = g_ptr_array_index (entry->rules, i);

      if (g_str_equal (rule->name, name))
        g_ptr_array_add (words, g_strdup (rule->text));
    }
}

static void
add_said_by_any (GPtrArray  *words,
                 DzCodebook *codebook)
{
  GPtrArray *entries = dz_codebook_list (codebook, DZ_ENTRY_PHRASES);

  for (guint i = 0; i < entries->len; i++)
    {
      const DzEntry *entry = g_ptr_array_index (entries, i);

      for (guint k = 0; k < entry->rules->len; k++)
        {
          const DzRule *rule = g_ptr_array_index (entry->rules, k);
          g_auto(GStrv) parts = NULL;

          if (!g_str_equal (rule->name, "words") || g_strcmp0 (dz_rule_get_attribute (rule, "name"), "said-by-any") != 0)
            continue;
          parts = g_strsplit (rule->text, "|", -1);
          for (guint p = 0; parts[p] != NULL; p++)
            g_ptr_array_add (words, g_strdup (parts[p]));
        }
    }
}

static guint
first_of (const char *word)
{
  return dz_char_at (word) % FIRSTS;
}

static void
note_firsts (List *list)
{
  for (guint i = 0; i < list->words->len; i++)
    {
      guint first = first_of (g_ptr_array_index (list->words, i));

      list->firsts[first / 8] |= (guint8) (1 << first % 8);
    }
}

/**
 * dz_plan_words_new:
 *
 * Returns: (transfer full): those of C-PLANDONE, and the phrases “said-by-any”
 */
DzPlanWords *
dz_plan_words_new (DzCodebook *codebook)
{
  DzPlanWords *self = g_new0 (DzPlanWords, 1);
  const DzEntry *check = dz_codebook_find (codebook, DZ_ENTRY_CHECK, "C-PLANDONE");

  for (guint i = 0; i < DZ_N_PLAN_WORDS; i++)
    self->lists[i].words = g_ptr_array_new_with_free_func (g_free);
  add_cues (self->lists[DZ_PLAN_ACTS].words, check, "cue");
  add_cues (self->lists[DZ_PLAN_WISHES].words, check, "not");
  add_cues (self->lists[DZ_PLAN_BY_ANY].words, check, "cue");
  add_said_by_any (self->lists[DZ_PLAN_BY_ANY].words, codebook);
  /* the longest first: the first that stands somewhere is the one */
  g_ptr_array_sort (self->lists[DZ_PLAN_ACTS].words, compare_lengths);
  g_ptr_array_sort (self->lists[DZ_PLAN_BY_ANY].words, compare_lengths);
  for (guint i = 0; i < DZ_N_PLAN_WORDS; i++)
    note_firsts (&self->lists[i]);

  return self;
}

void
dz_plan_words_free (DzPlanWords *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < DZ_N_PLAN_WORDS; i++)
    g_ptr_array_unref (self->lists[i].words);
  g_free (self);
}

/**
 * dz_plan_words_skip:
 * @len: bytes from @at on, not 0
 *
 * Returns: the bytes of the first word of the kind that stands at @at, 0 if none does
 */
gsize
dz_plan_words_skip (DzPlanWords    *self,
                    DzPlanWordKind  kind,
                    const char     *at,
                    gsize           len)
{
  const List *list = &self->lists[kind];
  guint first = first_of (at);

  if ((list->firsts[first / 8] & 1 << first % 8) == 0)
    return 0;
  for (guint i = 0; i < list->words->len; i++)
    {
      gsize n = dz_word_at (at, len, 0, g_ptr_array_index (list->words, i));

      if (n > 0)
        return n;
    }

  return 0;
}
