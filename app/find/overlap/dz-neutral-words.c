/* dz-neutral-words.c - the words that are the same for everybody when texts are laid side by side
 *
 * Who copies a report puts the own name in place of the other's, rounds a number,
 * or says 举办 where 开展 stood. The text is compared with all of these made equal.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-neutral-words.h"

#include "dz-automaton.h"
#include "dz-fold.h"

#include <string.h>

struct _DzNeutralWords
{
  DzAutomaton *automaton;
  GArray *tokens; /* guint16 by word of the automaton */
};

/* The first to claim a word keeps it. */
static void
add_word (DzNeutralWords *self,
          const char     *word,
          guint16         token)
{
  g_autofree char *folded = dz_fold_string (word);
  guint id;

  if (*folded == '\0')
    return;
  id = dz_automaton_add (self->automaton, folded);
  if (id >= self->tokens->len)
    g_array_append_val (self->tokens, token);
}

/* 青禾镇 and 青禾; a name of one character without its kind (东乡) says too little alone. */
static void
add_name (DzNeutralWords *self,
          const char     *name)
{
  static const char *const kinds[] = { "民族乡", "街道", "镇", "乡", "县", "区", "市" };

  if (name == NULL || *name == '\0')
    return;
  add_word (self, name, DZ_TOKEN_NAME);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_suffix (name, kinds[i]))
      {
        g_autofree char *bare = g_strndup (name, strlen (name) - strlen (kinds[i]));

        if (g_utf8_strlen (bare, -1) >= 2)
          add_word (self, bare, DZ_TOKEN_NAME);
        break;
      }
}

static void
add_codebook (DzNeutralWords *self,
              DzCodebook     *codebook)
{
  GPtrArray *entries = dz_codebook_list (codebook, DZ_ENTRY_PHRASES);
  guint16 group = DZ_TOKEN_SAME;

  for (guint i = 0; i < entries->len; i++)
    {
      const DzEntry *entry = g_ptr_array_index (entries, i);

      for (guint k = 0; k < entry->rules->len; k++)
        {
          const DzRule *rule = g_ptr_array_index (entry->rules, k);

          if (g_strcmp0 (rule->name, "phrase") == 0)
            add_word (self, rule->text, 0);
          else if (g_strcmp0 (rule->name, "same") == 0)
            {
              g_auto(GStrv) words = g_strsplit_set (rule->text, " \n", -1);

              for (guint w = 0; words[w] != NULL; w++)
                add_word (self, words[w], group);
              group++;
            }
        }
    }
}

/**
 * dz_neutral_words_new:
 * @codebook: (nullable): its set phrases (phrase) and groups of words that mean the same (same)
 * @review: its bodies' names, and its county's name and set phrases
 *
 * Returns: (transfer full): the words; read-only from now on
 */
DzNeutralWords *
dz_neutral_words_new (DzCodebook *codebook,
                      DzReview   *review)
{
  DzNeutralWords *self = g_new0 (DzNeutralWords, 1);

  g_return_val_if_fail (review != NULL, NULL);

  self->automaton = dz_automaton_new ();
  self->tokens = g_array_new (FALSE, FALSE, sizeof (guint16));
  for (guint i = 0; review->county != NULL && i < review->county->set_phrases->len; i++)
    add_word (self, g_ptr_array_index (review->county->set_phrases, i), 0);
  for (guint i = 0; i < review->bodies->len; i++)
    add_name (self, ((DzBody *) g_ptr_array_index (review->bodies, i))->name);
  if (review->county != NULL)
    add_name (self, review->county->name);
  if (codebook != NULL)
    add_codebook (self, codebook);
  dz_automaton_compile (self->automaton);

  return self;
}

void
dz_neutral_words_free (DzNeutralWords *self)
{
  if (self == NULL)
    return;

  dz_automaton_free (self->automaton);
  g_array_unref (self->tokens);
  g_free (self);
}

/* Earliest first, and of those the longest. */
static int
compare_hits (gconstpointer a,
              gconstpointer b)
{
  const DzWordHit *x = a;
  const DzWordHit *y = b;

  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;

  return x->end > y->end ? -1 : x->end < y->end;
}

/**
 * dz_neutral_words_find:
 * @hits: (element-type DzNeutralHit): set to the words in @folded, in order, none over another:
 *   of two that meet the earlier, of two that begin together the longer
 */
void
dz_neutral_words_find (DzNeutralWords *self,
                       const char     *folded,
                       gsize           len,
                       GArray         *hits)
{
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (DzWordHit));
  gsize from = 0;

  g_array_set_size (hits, 0);
  dz_automaton_find (self->automaton, folded, (DzSpan){ 0, len }, found);
  g_array_sort (found, compare_hits);
  for (guint i = 0; i < found->len; i++)
    {
      const DzWordHit *word = &g_array_index (found, DzWordHit, i);
      DzNeutralHit hit = { { word->start, word->end }, 0 };

      if (word->start < from)
        continue;
      hit.token = g_array_index (self->tokens, guint16, word->word);
      g_array_append_val (hits, hit);
      from = word->end;
    }
}
