/* dz-gram-counts.c - how many sentences of a report hold a gram
 *
 * A table with open places: a report has ten thousand grams, and each is asked
 * for several times.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-gram-counts.h"

#include <string.h>

typedef struct
{
  DzGram gram; /* 0: the place is free */
  guint count;
} Place;

struct _DzGramCounts
{
  Place *places;
  guint size; /* a power of two */
  guint used;
};

/**
 * dz_gram_counts_new:
 * @expected: so many grams or fewer need no growing
 *
 * Returns: (transfer full): an empty table
 */
DzGramCounts *
dz_gram_counts_new (guint expected)
{
  DzGramCounts *self = g_new0 (DzGramCounts, 1);

  self->size = 64;
  while (self->size < 2 * expected)
    self->size *= 2;
  self->places = g_new0 (Place, self->size);

  return self;
}

void
dz_gram_counts_free (DzGramCounts *self)
{
  if (self == NULL)
    return;

  g_free (self->places);
  g_free (self);
}

static Place *
find_place (DzGramCounts *self,
            DzGram        gram)
{
  guint at = (guint) ((gram * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> 40) & (self->size - 1);

  while (self->places[at].gram != 0 && self->places[at].gram != gram)
    at = (at + 1) & (self->size - 1);

  return &self->places[at];
}

static void
grow (DzGramCounts *self)
{
  DzGramCounts larger = { g_new0 (Place, (gsize) self->size * 2), self->size * 2, self->used };

  for (guint i = 0; i < self->size; i++)
    if (self->places[i].gram != 0)
      *find_place (&larger, self->places[i].gram) = self->places[i];
  g_free (self->places);
  *self = larger;
}

/**
 * dz_gram_counts_add:
 * @gram: not 0
 */
void
dz_gram_counts_add (DzGramCounts *self,
                    DzGram        gram,
                    guint         n)
{
  Place *place = find_place (self, gram);

  g_return_if_fail (gram != 0);

  self->used += place->gram == 0;
  place->gram = gram;
  place->count += n;
  if (self->used * 3 > self->size * 2)
    grow (self);
}

/**
 * dz_gram_counts_get:
 *
 * Returns: what was added for @gram; 0 if nothing
 */
guint
dz_gram_counts_get (DzGramCounts *self,
                    DzGram        gram)
{
  return find_place (self, gram)->count;
}

/**
 * dz_gram_counts_new_said_by_any:
 *
 * Returns: (transfer full): the grams of <words name="said-by-any">: 进一步完善机制 tells nothing, however seldom a
 *   report says it
 */
DzGramCounts *
dz_gram_counts_new_said_by_any (DzCodebook *codebook)
{
  DzGramCounts *self = dz_gram_counts_new (0);
  const DzEntry *phrases = dz_codebook_find (codebook, DZ_ENTRY_PHRASES, "phrases");

  for (guint i = 0; phrases != NULL && i < phrases->rules->len; i++)
    {
      const DzRule *rule = g_ptr_array_index (phrases->rules, i);
      g_autoptr(GArray) grams = NULL;

      if (!g_str_equal (rule->name, "words") || g_strcmp0 (dz_rule_get_attribute (rule, "name"), "said-by-any") != 0)
        continue;
      grams = dz_grams_new (rule->text, (DzSpan){ 0, strlen (rule->text) });
      for (guint k = 0; k < grams->len; k++)
        dz_gram_counts_add (self, g_array_index (grams, DzGram, k), 1);
    }

  return self;
}
