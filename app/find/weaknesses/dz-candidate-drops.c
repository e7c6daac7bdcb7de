/* dz-candidate-drops.c - candidates that give way to another of their sentence or point
 *
 * Each in one way through all of them, their order kept.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-weakness-search.h"

static guint
hash_code_and_point (gconstpointer data)
{
  const DzCandidate *candidate = data;

  return g_direct_hash (candidate->entry) ^ (candidate->point * 2654435761u);
}

static gboolean
is_same_code_and_point (gconstpointer a,
                        gconstpointer b)
{
  const DzCandidate *x = a, *y = b;

  return x->entry == y->entry && x->point == y->point;
}

static gboolean
is_better (const DzCandidate *candidate,
           const DzCandidate *first)
{
  if (candidate->certain != first->certain)
    return candidate->certain;
  if (candidate->doubted != first->doubted)
    return !candidate->doubted;

  return candidate->confidence > first->confidence && candidate->sentence == first->sentence;
}

/* One of each code and point: one nobody may contradict, one not doubted, the surest, then the first. */
void
dz_weaknesses_drop_repeated (DzWeaknessSearch *search)
{
  g_autoptr(GHashTable) kept = g_hash_table_new (hash_code_and_point, is_same_code_and_point);
  guint n = 0;

  for (guint i = 0; i < search->candidates->len; i++)
    {
      DzCandidate *candidate = &g_array_index (search->candidates, DzCandidate, i);
      DzCandidate *place = &g_array_index (search->candidates, DzCandidate, n);
      DzCandidate *first = candidate->entry != NULL ? g_hash_table_lookup (kept, candidate) : NULL;

      if (first != NULL)
        {
          if (is_better (candidate, first))
            *first = *candidate;
          continue;
        }
      *place = *candidate;
      n++;
      if (place->entry != NULL)
        g_hash_table_add (kept, place);
    }
  g_array_set_size (search->candidates, n);
}

/* A residual code stands only where no narrower one was found in its sentence. */
void
dz_weaknesses_drop_residual (DzWeaknessSearch *search)
{
  g_autoptr(GHashTable) narrower = g_hash_table_new (NULL, NULL); /* sentence to its entry; to the table: to several */
  guint n = 0;

  for (guint i = 0; i < search->candidates->len; i++)
    {
      const DzCandidate *candidate = &g_array_index (search->candidates, DzCandidate, i);
      gpointer key = GUINT_TO_POINTER (candidate->sentence);
      gpointer known = NULL;
      gboolean any = g_hash_table_lookup_extended (narrower, key, NULL, &known);

      if (!candidate->residual && (!any || known != candidate->entry))
        g_hash_table_insert (narrower, key, any ? narrower : (gpointer) candidate->entry);
    }
  for (guint i = 0; i < search->candidates->len; i++)
    {
      const DzCandidate *candidate = &g_array_index (search->candidates, DzCandidate, i);
      gpointer known = NULL;

      if (!candidate->residual ||
          !g_hash_table_lookup_extended (narrower, GUINT_TO_POINTER (candidate->sentence), NULL, &known) ||
          known == candidate->entry)
        g_array_index (search->candidates, DzCandidate, n++) = *candidate;
    }
  g_array_set_size (search->candidates, n);
}

/* A doubted name stands only where nothing better names its point. */
void
dz_weaknesses_drop_doubted (DzWeaknessSearch *search)
{
  g_autoptr(GHashTable) better = g_hash_table_new (NULL, NULL); /* points with one */
  guint n = 0;

  for (guint i = 0; i < search->candidates->len; i++)
    {
      const DzCandidate *candidate = &g_array_index (search->candidates, DzCandidate, i);

      if (!candidate->doubted && candidate->entry != NULL)
        g_hash_table_add (better, GUINT_TO_POINTER (candidate->point));
    }
  for (guint i = 0; i < search->candidates->len; i++)
    {
      const DzCandidate *candidate = &g_array_index (search->candidates, DzCandidate, i);

      if (!candidate->doubted || !g_hash_table_contains (better, GUINT_TO_POINTER (candidate->point)))
        g_array_index (search->candidates, DzCandidate, n++) = *candidate;
    }
  g_array_set_size (search->candidates, n);
}
