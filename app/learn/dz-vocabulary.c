/* dz-vocabulary.c - the grams of all examples, and how much each can tell
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-vocabulary.h"

#define LOGARITHM_STEPS 64 /* of one doubling */
#define THREES_COUNT 0.3   /* a run of three says little that its two pairs do not say */

struct _DzVocabulary
{
  GHashTable *ids;   /* utf8 to id plus 1 */
  GPtrArray *grams;  /* borrowed from ids */
  GArray *counts;    /* guint */
};

DzVocabulary *
dz_vocabulary_new (void)
{
  DzVocabulary *self = g_new0 (DzVocabulary, 1);

  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->grams = g_ptr_array_new ();
  self->counts = g_array_new (FALSE, FALSE, sizeof (guint));

  return self;
}

void
dz_vocabulary_free (DzVocabulary *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->ids, g_hash_table_unref);
  g_clear_pointer (&self->grams, g_ptr_array_unref);
  g_clear_pointer (&self->counts, g_array_unref);
  g_free (self);
}

/**
 * dz_vocabulary_add:
 *
 * Returns: the number of @gram, which is counted once more
 */
guint
dz_vocabulary_add (DzVocabulary *self,
                   const char   *gram)
{
  guint id = GPOINTER_TO_UINT (g_hash_table_lookup (self->ids, gram));

  if (id == 0)
    {
      char *own = g_strdup (gram);
      guint none = 0;

      g_ptr_array_add (self->grams, own);
      g_array_append_val (self->counts, none);
      id = self->grams->len;
      g_hash_table_insert (self->ids, own, GUINT_TO_POINTER (id));
    }
  g_array_index (self->counts, guint, id - 1)++;

  return id - 1;
}

guint
dz_vocabulary_get_size (DzVocabulary *self)
{
  return self->grams->len;
}

const char *
dz_vocabulary_get_gram (DzVocabulary *self,
                        guint         id)
{
  return g_ptr_array_index (self->grams, id);
}

guint
dz_vocabulary_get_count (DzVocabulary *self,
                         guint         id)
{
  return g_array_index (self->counts, guint, id);
}

/* The logarithm to the base of two in whole 64ths: by squaring, so that it is the same everywhere. */
static guint
logarithm (double ratio)
{
  guint steps = 0;

  for (; ratio >= 2; ratio /= 2)
    steps += LOGARITHM_STEPS;
  for (guint step = LOGARITHM_STEPS / 2; step > 0; step /= 2)
    {
      ratio *= ratio;
      if (ratio >= 2)
        {
          steps += step;
          ratio /= 2;
        }
    }

  return steps;
}

/**
 * dz_vocabulary_get_worth:
 *
 * Returns: what a gram counts: the rarer, the more
 */
double
dz_vocabulary_get_worth (DzVocabulary *self,
                         guint         id,
                         guint         n_examples)
{
  guint count = g_array_index (self->counts, guint, id);
  double worth = (double) logarithm ((double) n_examples / count) / LOGARITHM_STEPS;
  const char *gram = g_ptr_array_index (self->grams, id);

  return *gram != '{' && g_utf8_strlen (gram, -1) > 2 ? worth * THREES_COUNT : worth;
}
