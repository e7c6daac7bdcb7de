/* dz-common-grams.c - which grams of a set of reports tell something about whom
 *
 * One table of all grams, open addressing: how many bodies and how many reports
 * have each. Then the rare ones are numbered and listed with their reports. Two
 * grams of one hash are one in some 2^32; a clause is judged by many.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-common-grams.h"

#include <string.h>

#define FIRST_SIZE (1 << 14)

typedef struct
{
  guint32 gram;
  guint32 last;    /* the last text that had it, and 1; 0: the place is free */
  guint32 number;
  guint16 bodies;  /* at most G_MAXUINT16: more are many in any case, and a gram of many is not listed */
  guint16 reports; /* likewise */
} Place;

typedef struct
{
  Place *places;
  guint size; /* a power of two */
  guint n;
} Table;

/* The place of @gram, or the free one where it would stand. */
static Place *
find_place (const Table *table,
            guint32      gram)
{
  guint i = (gram * 2654435761u) & (table->size - 1);

  while (table->places[i].last != 0 && table->places[i].gram != gram)
    i = (i + 1) & (table->size - 1);

  return &table->places[i];
}

static void
grow (Table *table)
{
  Table larger = { g_new0 (Place, (gsize) table->size * 2), table->size * 2, table->n };

  for (guint i = 0; i < table->size; i++)
    if (table->places[i].last != 0)
      *find_place (&larger, table->places[i].gram) = table->places[i];
  g_free (table->places);
  *table = larger;
}

static void
count_text (Table        *table,
            GPtrArray    *texts,
            const GArray *bodies,
            guint         text)
{
  const DzNeutralText *neutral = g_ptr_array_index (texts, text);
  gint64 body = g_array_index (bodies, gint64, text);

  for (guint i = 0; i < neutral->grams->len; i++)
    {
      guint32 gram = g_array_index (neutral->grams, guint32, i);
      Place *place = find_place (table, gram);

      if (place->last == text + 1)
        continue;
      if (place->last == 0)
        {
          place->gram = gram;
          table->n++;
        }
      place->bodies += (place->last == 0 || g_array_index (bodies, gint64, place->last - 1) != body) &&
                       place->bodies < G_MAXUINT16;
      place->reports += place->reports < G_MAXUINT16;
      place->last = text + 1;
      if (table->n * 3 > table->size * 2)
        grow (table);
    }
}

/**
 * dz_common_grams_most:
 * @n_bodies: bodies whose reports are compared
 *
 * What more bodies share was given to them, or is everybody's wording. A few may have copied
 * from one another: three even in a small county, a twenty-fifth of a large one.
 *
 * Returns: so many bodies may share a gram that still tells something
 */
guint
dz_common_grams_most (guint n_bodies)
{
  return MAX (3, MIN (n_bodies / 3, MAX (6, n_bodies / 25)));
}

static guint
count_bodies (const GArray *bodies)
{
  guint n = 0;

  for (guint i = 0; i < bodies->len; i++)
    n += i == 0 || g_array_index (bodies, gint64, i) != g_array_index (bodies, gint64, i - 1);

  return n;
}

static void
number_grams (DzCommonGrams *self,
              Table         *table,
              guint          most)
{
  guint sum = 0;

  for (guint i = 0; i < table->size; i++)
    {
      Place *place = &table->places[i];

      if (place->last == 0)
        continue;
      place->number = place->bodies > most ? DZ_GRAM_GIVEN : place->reports == 1 ? DZ_GRAM_ALONE : self->n++;
    }
  self->starts = g_new0 (guint, self->n + 1);
  for (guint i = 0; i < table->size; i++)
    if (table->places[i].last != 0 && table->places[i].number < DZ_GRAM_ALONE)
      {
        self->starts[table->places[i].number] = sum;
        sum += table->places[i].reports;
      }
  self->starts[self->n] = sum;
  self->texts = g_new (guint, sum);
}

static void
list_text (DzCommonGrams *self,
           const Table   *table,
           GPtrArray     *texts,
           guint         *filled,
           guint          text)
{
  const DzNeutralText *neutral = g_ptr_array_index (texts, text);
  guint32 *ids = g_new (guint32, neutral->grams->len);

  self->ids[text] = ids;
  for (guint i = 0; i < neutral->grams->len; i++)
    {
      guint32 id = find_place (table, g_array_index (neutral->grams, guint32, i))->number;
      guint *of = id < DZ_GRAM_ALONE ? self->texts + self->starts[id] : NULL;

      ids[i] = id;
      if (of != NULL && (filled[id] == 0 || of[filled[id] - 1] != text))
        {
          of[filled[id]++] = text;
          self->n_own[text]++;
        }
      else if (id == DZ_GRAM_ALONE)
        self->n_own[text]++;
    }
}

/* As if no more had it than may. */
static void
insist (Table  *table,
        GArray *insisted,
        guint   most)
{
  for (guint i = 0; insisted != NULL && i < insisted->len; i++)
    {
      Place *place = find_place (table, g_array_index (insisted, guint32, i));

      if (place->last != 0)
        place->bodies = (guint16) MIN (place->bodies, most);
    }
}

/**
 * dz_common_grams_new:
 * @texts: (element-type DzNeutralText): the reports to be compared
 * @bodies: (element-type gint64): whose each is; those of one body beside each other
 *
 * @insisted: (nullable) (element-type guint32): grams that tell something however many have them
 *
 * Returns: (transfer full): their grams, numbered
 */
DzCommonGrams *
dz_common_grams_new (GPtrArray *texts,
                     GArray    *bodies,
                     GArray    *insisted)
{
  DzCommonGrams *self = g_new0 (DzCommonGrams, 1);
  Table table = { g_new0 (Place, FIRST_SIZE), FIRST_SIZE, 0 };
  g_autofree guint *filled = NULL;

  g_return_val_if_fail (texts->len == bodies->len, NULL);

  self->n_texts = texts->len;
  self->ids = g_new0 (guint32 *, texts->len + 1);
  self->n_own = g_new0 (guint, texts->len + 1);
  for (guint i = 0; i < texts->len; i++)
    count_text (&table, texts, bodies, i);
  insist (&table, insisted, dz_common_grams_most (count_bodies (bodies)));
  number_grams (self, &table, dz_common_grams_most (count_bodies (bodies)));
  filled = g_new0 (guint, self->n + 1);
  for (guint i = 0; i < texts->len; i++)
    list_text (self, &table, texts, filled, i);
  g_free (table.places);

  return self;
}

void
dz_common_grams_free (DzCommonGrams *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < self->n_texts; i++)
    g_free (self->ids[i]);
  g_free (self->ids);
  g_free (self->n_own);
  g_free (self->starts);
  g_free (self->texts);
  g_free (self);
}
