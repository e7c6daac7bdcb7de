/* dz-candidate-index.c - which points, lines and sentences have candidates, kept while candidates are added
 *
 * A text of thousands of points asks this at each of them; looking through all candidates every
 * time took time by the square of its length.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-weakness-search.h"

typedef struct
{
  gboolean is_named;  /* by a candidate nobody contradicted */
  GPtrArray *codes;   /* interned, each once */
} Point;

typedef struct
{
  gboolean has_spoken; /* a rule did, and nobody contradicted it */
  GArray *numbers;     /* guint: candidates not contradicted */
} Sentence;

struct _DzCandidateIndex
{
  guint n;               /* candidates that are in it */
  GHashTable *points;    /* number to Point */
  GHashTable *sentences; /* number to Sentence */
  GHashTable *lines;     /* a set */
};

static void
free_point (gpointer data)
{
  Point *point = data;

  g_ptr_array_unref (point->codes);
  g_free (point);
}

static void
free_sentence (gpointer data)
{
  Sentence *sentence = data;

  g_array_unref (sentence->numbers);
  g_free (sentence);
}

static Point *
ensure_point (DzCandidateIndex *self,
              guint             number)
{
  Point *point = g_hash_table_lookup (self->points, GUINT_TO_POINTER (number));

  if (point == NULL)
    {
      point = g_new0 (Point, 1);
      point->codes = g_ptr_array_new ();
      g_hash_table_insert (self->points, GUINT_TO_POINTER (number), point);
    }

  return point;
}

static Sentence *
ensure_sentence (DzCandidateIndex *self,
                 guint             number)
{
  Sentence *sentence = g_hash_table_lookup (self->sentences, GUINT_TO_POINTER (number));

  if (sentence == NULL)
    {
      sentence = g_new0 (Sentence, 1);
      sentence->numbers = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (self->sentences, GUINT_TO_POINTER (number), sentence);
    }

  return sentence;
}

/* What was added since it was asked last. */
static DzCandidateIndex *
catch_up (DzWeaknessSearch *search)
{
  DzCandidateIndex *self = search->index;

  for (; self->n < search->candidates->len; self->n++)
    {
      const DzCandidate *candidate = &g_array_index (search->candidates, DzCandidate, self->n);
      Point *point = ensure_point (self, candidate->point);
      Sentence *sentence = ensure_sentence (self, candidate->sentence);

      g_hash_table_add (self->lines, GUINT_TO_POINTER (SENTENCE (search, candidate->sentence)->line));
      if (candidate->entry != NULL && !g_ptr_array_find (point->codes, candidate->entry->id, NULL))
        g_ptr_array_add (point->codes, (gpointer) candidate->entry->id);
      if (candidate->doubted)
        continue;
      point->is_named = TRUE;
      sentence->has_spoken |= candidate->entry != NULL;
      g_array_append_val (sentence->numbers, self->n);
    }

  return self;
}

/* From here on candidates are only added. */
void
dz_candidate_index_begin (DzWeaknessSearch *search)
{
  search->index = g_new0 (DzCandidateIndex, 1);
  search->index->points = g_hash_table_new_full (NULL, NULL, NULL, free_point);
  search->index->sentences = g_hash_table_new_full (NULL, NULL, NULL, free_sentence);
  search->index->lines = g_hash_table_new (NULL, NULL);
}

void
dz_candidate_index_end (DzWeaknessSearch *search)
{
  g_hash_table_unref (search->index->points);
  g_hash_table_unref (search->index->sentences);
  g_hash_table_unref (search->index->lines);
  g_clear_pointer (&search->index, g_free);
}

/* Whether any candidate is of the point, be it a contradicted one. */
gboolean
dz_candidate_index_has_point (DzWeaknessSearch *search,
                              guint             point)
{
  return g_hash_table_contains (catch_up (search)->points, GUINT_TO_POINTER (point));
}

gboolean
dz_candidate_index_is_named (DzWeaknessSearch *search,
                             guint             point)
{
  const Point *found = g_hash_table_lookup (catch_up (search)->points, GUINT_TO_POINTER (point));

  return found != NULL && found->is_named;
}

gboolean
dz_candidate_index_has_line (DzWeaknessSearch *search,
                             guint             line)
{
  return g_hash_table_contains (catch_up (search)->lines, GUINT_TO_POINTER (line));
}

gboolean
dz_candidate_index_has_spoken (DzWeaknessSearch *search,
                               guint             sentence)
{
  const Sentence *found = g_hash_table_lookup (catch_up (search)->sentences, GUINT_TO_POINTER (sentence));

  return found != NULL && found->has_spoken;
}

/* Whether a candidate of the point has the code. */
gboolean
dz_candidate_index_knows (DzWeaknessSearch *search,
                          guint             point,
                          const char       *code)
{
  const Point *found = g_hash_table_lookup (catch_up (search)->points, GUINT_TO_POINTER (point));

  return found != NULL && g_ptr_array_find (found->codes, code, NULL);
}

static int
compare_spans (gconstpointer a,
               gconstpointer b)
{
  const DzSpan *x = a, *y = b;

  return x->start < y->start ? -1 : x->start > y->start;
}

/* Returns: (transfer full) (element-type DzSpan): what the candidates of the sentence stand on that nobody
 * contradicted, by where they begin */
GArray *
dz_candidate_index_list_spans (DzWeaknessSearch *search,
                               guint             sentence)
{
  const Sentence *found = g_hash_table_lookup (catch_up (search)->sentences, GUINT_TO_POINTER (sentence));
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (DzSpan));

  for (guint i = 0; found != NULL && i < found->numbers->len; i++)
    {
      const DzCandidate *candidate =
        &g_array_index (search->candidates, DzCandidate, g_array_index (found->numbers, guint, i));
      DzSpan span = dz_span_is_empty (candidate->cue_span) ? candidate->clause : candidate->cue_span;

      g_array_append_val (spans, span);
    }
  g_array_sort (spans, compare_spans);

  return spans;
}
