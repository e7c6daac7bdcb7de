/* dz-given-wording.c - the sentences a county gave its bodies, learned from the reports
 *
 * A clause all of whose grams many bodies have, and which many bodies have as a
 * whole, is not anybody's own. Clauses that stand in a row in the first report
 * that has them are told as one. The list is for people to look through: what is
 * compared is decided gram by gram.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-given-wording.h"

#include <string.h>

#define SHORTEST 5 /* grams: what is shorter is a manner of speaking; a word of several characters may be one */

typedef struct
{
  guint text;
  guint clause;
  guint bodies;
  gint64 last_body;
} Given;

typedef struct
{
  DzSpan span;
  guint text;
  guint bodies;
} Wording;

static guint64
hash_clause (const DzNeutralText   *text,
             const DzNeutralClause *clause)
{
  guint64 hash = clause->n;

  for (guint i = clause->first; i < clause->first + clause->n; i++)
    hash = (hash ^ g_array_index (text->grams, guint32, i)) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  return hash;
}

static gboolean
is_given (const guint32         *ids,
          const DzNeutralClause *clause)
{
  if (clause->n < SHORTEST)
    return FALSE;
  for (guint i = clause->first; i < clause->first + clause->n; i++)
    if (ids[i] != DZ_GRAM_GIVEN)
      return FALSE;

  return TRUE;
}

/* Every given clause once, where it stands first, with the bodies that have it. */
static GHashTable *
count_clauses (GPtrArray     *reports,
               GPtrArray     *texts,
               DzCommonGrams *grams)
{
  GHashTable *clauses = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  for (guint i = 0; i < texts->len; i++)
    {
      const DzNeutralText *text = g_ptr_array_index (texts, i);
      gint64 body = ((DzReport *) g_ptr_array_index (reports, i))->body_id;

      for (guint k = 0; k < text->clauses->len; k++)
        {
          const DzNeutralClause *clause = &g_array_index (text->clauses, DzNeutralClause, k);
          guint64 hash;
          Given *given;

          if (!is_given (grams->ids[i], clause))
            continue;
          hash = hash_clause (text, clause);
          given = g_hash_table_lookup (clauses, &hash);
          if (given == NULL)
            {
              given = g_new0 (Given, 1);
              *given = (Given){ i, k, 0, 0 };
              g_hash_table_insert (clauses, g_memdup2 (&hash, sizeof hash), given);
            }
          given->bodies += given->bodies == 0 || given->last_body != body;
          given->last_body = body;
        }
    }

  return clauses;
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const Given *x = *(Given *const *) a;
  const Given *y = *(Given *const *) b;

  if (x->text != y->text)
    return x->text < y->text ? -1 : 1;

  return x->clause < y->clause ? -1 : x->clause > y->clause;
}

/* Most bodies first, then the longest, then where they stand. */
static int
compare_wordings (gconstpointer a,
                  gconstpointer b)
{
  const Wording *x = a;
  const Wording *y = b;
  gsize n = x->span.end - x->span.start;
  gsize m = y->span.end - y->span.start;

  if (x->bodies != y->bodies)
    return x->bodies > y->bodies ? -1 : 1;
  if (n != m)
    return n > m ? -1 : 1;
  if (x->text != y->text)
    return x->text < y->text ? -1 : 1;

  return x->span.start < y->span.start ? -1 : x->span.start > y->span.start;
}

/* In one paragraph, of as many bodies. */
static gboolean
goes_on (GPtrArray   *reports,
         const GArray *clauses,
         const Given  *before,
         const Given  *given)
{
  const DzReport *report = g_ptr_array_index (reports, before->text);
  guint32 end = g_array_index (clauses, DzNeutralClause, before->clause).end;

  return before->text == given->text && before->clause + 1 == given->clause &&
         memchr (dz_text_peek (report->text, NULL) + end, '\n',
                 g_array_index (clauses, DzNeutralClause, given->clause).start - end) == NULL &&
         MAX (before->bodies, given->bodies) * 9 <= MIN (before->bodies, given->bodies) * 10;
}

/* Clauses in a row as one. */
static GArray *
join_clauses (GPtrArray  *reports,
              GPtrArray  *texts,
              GHashTable *clauses,
              guint       most)
{
  g_autoptr(GPtrArray) places = g_ptr_array_new ();
  GArray *wordings = g_array_new (FALSE, FALSE, sizeof (Wording));
  GHashTableIter iter;
  gpointer given;

  g_hash_table_iter_init (&iter, clauses);
  while (g_hash_table_iter_next (&iter, NULL, &given))
    if (((Given *) given)->bodies > most)
      g_ptr_array_add (places, given);
  g_ptr_array_sort (places, compare_places);
  for (guint i = 0, end; i < places->len; i = end)
    {
      const Given *first = g_ptr_array_index (places, i);
      const Given *last = first;
      const GArray *of = ((DzNeutralText *) g_ptr_array_index (texts, first->text))->clauses;
      Wording wording = { .text = first->text, .bodies = first->bodies };

      for (end = i + 1; end < places->len && goes_on (reports, of, last, g_ptr_array_index (places, end)); end++)
        {
          last = g_ptr_array_index (places, end);
          wording.bodies = MIN (wording.bodies, last->bodies);
        }
      wording.span = (DzSpan){ g_array_index (of, DzNeutralClause, first->clause).start,
                               g_array_index (of, DzNeutralClause, last->clause).end };
      g_array_append_val (wordings, wording);
    }
  g_array_sort (wordings, compare_wordings);

  return wordings;
}

static guint
count_bodies (GPtrArray *reports)
{
  guint n = 0;

  for (guint i = 0; i < reports->len; i++)
    n += i == 0 || ((DzReport *) g_ptr_array_index (reports, i))->body_id !=
                     ((DzReport *) g_ptr_array_index (reports, i - 1))->body_id;

  return n;
}

/**
 * dz_given_wording_list:
 * @reports: (element-type DzReport): those of a body beside each other
 * @texts: (element-type DzNeutralText): their texts
 * @grams: of which they were numbered
 *
 * Returns: (transfer full) (element-type utf8): the wording many bodies share, at most
 *   %DZ_GIVEN_WORDING_MOST, each the number of its bodies, a tab, and its words on one line
 */
GPtrArray *
dz_given_wording_list (GPtrArray     *reports,
                       GPtrArray     *texts,
                       DzCommonGrams *grams)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GHashTable) clauses = count_clauses (reports, texts, grams);
  g_autoptr(GArray) wordings = join_clauses (reports, texts, clauses, dz_common_grams_most (count_bodies (reports)));

  for (guint i = 0; i < wordings->len && i < DZ_GIVEN_WORDING_MOST; i++)
    {
      const Wording *wording = &g_array_index (wordings, Wording, i);
      const DzReport *report = g_ptr_array_index (reports, wording->text);
      g_autofree char *words = dz_text_dup_span (report->text, wording->span);

      g_strdelimit (words, "\n\t\r", ' ');
      g_ptr_array_add (list, g_strdup_printf ("%u\t%s", wording->bodies, words));
    }

  return list;
}
