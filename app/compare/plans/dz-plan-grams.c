/* dz-plan-grams.c - which sentences of a report have a character, or two in a row
 *
 * A table with a place a gram, and for each a chain of the sentences that have it: a promise asks for its own twenty grams,
 * not for all of every sentence.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-plan-grams.h"

#define FIRST_BITS 12 /* of a place: a report of 2,000 characters has some 2,500 grams */

typedef struct
{
  DzPlanGram gram; /* 0: free */
  guint32 count;   /* sentences */
  guint32 last;    /* place of the last in uses, counted from one */
} Place;

typedef struct
{
  guint32 sentence;
  guint32 before; /* the one before in the chain, as in Place; 0: none */
} Use;

struct _DzPlanGrams
{
  Place *places; /* 1 << bits */
  guint bits;
  guint n; /* taken */
  Use *uses;
  guint n_uses, room; /* of uses */
};

DzPlanGrams *
dz_plan_grams_new (void)
{
  DzPlanGrams *self = g_new0 (DzPlanGrams, 1);

  self->bits = FIRST_BITS;
  self->places = g_new0 (Place, (gsize) 1 << self->bits);
  self->room = 1 << FIRST_BITS;
  self->uses = g_new (Use, self->room);

  return self;
}

void
dz_plan_grams_free (DzPlanGrams *self)
{
  if (self == NULL)
    return;

  g_free (self->places);
  g_free (self->uses);
  g_free (self);
}

/* Where @gram stands, or would. */
static Place *
find_place (DzPlanGrams *self,
            DzPlanGram   gram)
{
  gsize mask = ((gsize) 1 << self->bits) - 1;
  gsize at = (gsize) ((gram * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> (64 - self->bits));

  while (self->places[at].gram != 0 && self->places[at].gram != gram)
    at = (at + 1) & mask;

  return &self->places[at];
}

static void
grow (DzPlanGrams *self)
{
  g_autofree Place *old = g_steal_pointer (&self->places);
  gsize n = (gsize) 1 << self->bits;

  self->bits++;
  self->places = g_new0 (Place, 2 * n);
  for (gsize i = 0; i < n; i++)
    if (old[i].gram != 0)
      *find_place (self, old[i].gram) = old[i];
}

/**
 * dz_plan_grams_add:
 * @sentence: its number; sentences come one after the other
 */
void
dz_plan_grams_add (DzPlanGrams *self,
                   DzPlanGram   gram,
                   guint        sentence)
{
  Place *place = find_place (self, gram);

  if (place->count > 0 && self->uses[place->last - 1].sentence == sentence)
    return;
  if (self->n_uses == self->room)
    {
      self->room *= 2;
      self->uses = g_renew (Use, self->uses, self->room);
    }
  self->uses[self->n_uses++] = (Use) { sentence, place->last };
  place->last = self->n_uses;
  if (place->count++ > 0)
    return;
  place->gram = gram;
  if (++self->n > (guint) 1 << (self->bits - 1))
    grow (self);
}

/**
 * dz_plan_grams_count:
 *
 * Returns: how many sentences have @gram
 */
guint
dz_plan_grams_count (DzPlanGrams *self,
                     DzPlanGram   gram)
{
  return find_place (self, gram)->count;
}

gboolean
dz_plan_grams_has (DzPlanGrams *self,
                   DzPlanGram   gram,
                   guint        sentence)
{
  for (guint at = find_place (self, gram)->last; at > 0;)
    {
      const Use *use = &self->uses[at - 1];

      if (use->sentence <= sentence)
        return use->sentence == sentence;
      at = use->before;
    }

  return FALSE;
}

/**
 * dz_plan_grams_weigh:
 * @totals: one a sentence; @weight is added to those that have @gram
 */
void
dz_plan_grams_weigh (DzPlanGrams *self,
                     DzPlanGram   gram,
                     double       weight,
                     double      *totals)
{
  for (guint at = find_place (self, gram)->last; at > 0;)
    {
      const Use *use = &self->uses[at - 1];

      totals[use->sentence] += weight;
      at = use->before;
    }
}
