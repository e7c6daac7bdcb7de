/* dz-score-table.c - the result of a 评分表
 *
 * A scorer counts for a body with a whole sheet or not at all: half a sheet has no sum, and nothing is filled in. The
 * grade follows the printed mean, so that a reader comes to the same.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-score-table.h"

#include "dz-format.h"

#include <math.h>

#define MANY_SCORERS 3 /* of whom nobody scored: told by their number */

struct _DzScoreTable
{
  DzReview *review;
  DzScoreSheet *none;        /* (nullable): where the year has no sheet */
  const DzScoreSheet *sheet; /* borrowed from the review, or @none */
  GPtrArray *scorers;
  GHashTable *scores; /* Key -> DzScore */
  GArray *rows;       /* DzScoreRow */
};

typedef struct
{
  gint64 body_id;
  gint64 head_id;
  const char *scorer; /* interned */
} Key;

static guint
hash_key (gconstpointer data)
{
  const Key *key = data;

  return (guint) key->body_id * 31u + (guint) key->head_id * 1009u + g_direct_hash (key->scorer);
}

static gboolean
is_same_key (gconstpointer a,
             gconstpointer b)
{
  const Key *one = a, *other = b;

  return one->body_id == other->body_id && one->head_id == other->head_id && one->scorer == other->scorer;
}

static void
index_scores (DzScoreTable *self)
{
  self->scores = g_hash_table_new_full (hash_key, is_same_key, g_free, NULL);
  for (guint i = 0; i < self->sheet->scores->len; i++)
    {
      const DzScore *score = g_ptr_array_index (self->sheet->scores, i);
      Key key = { score->body_id, score->head_id, score->scorer };

      g_hash_table_insert (self->scores, g_memdup2 (&key, sizeof key), (gpointer) score);
    }
}

/**
 * dz_score_table_get_score:
 * @scorer: of dz_score_table_list_scorers()
 *
 * Returns: (transfer none) (nullable): what was given; %NULL: nothing
 */
const DzScore *
dz_score_table_get_score (const DzScoreTable *self,
                          gint64              body_id,
                          const DzScoreHead  *head,
                          const char         *scorer)
{
  Key key = { body_id, head->id, g_intern_string (scorer) };

  return g_hash_table_lookup (self->scores, &key);
}

static DzScorerTotal
add_up (DzScoreTable *self,
        gint64        body_id,
        const char   *scorer)
{
  DzScorerTotal one = { .scorer = scorer };
  double total = 0;

  for (guint i = 0; i < self->sheet->heads->len; i++)
    {
      const DzScoreHead *head = g_ptr_array_index (self->sheet->heads, i);
      const DzScore *score = dz_score_table_get_score (self, body_id, head, scorer);

      one.n_asked += head->kind == DZ_HEAD_POINTS;
      if (score == NULL)
        continue;
      one.any = TRUE;
      if (!dz_score_head_allows (head, score->points))
        {
          one.over = TRUE;
          continue;
        }
      one.n_given += head->kind == DZ_HEAD_POINTS;
      total += head->kind == DZ_HEAD_DEDUCTION ? -score->points : score->points;
    }
  one.total = one.n_given == one.n_asked && one.n_asked > 0 && !one.over ? dz_score_round (total) : NAN;

  return one;
}

/* One of the highest and one of the lowest: who else gave the same still counts. */
static void
drop_extremes (DzScoreRow *row)
{
  DzScorerTotal *high = NULL, *low = NULL;

  for (guint i = 0; i < row->scorers->len; i++)
    {
      DzScorerTotal *one = &g_array_index (row->scorers, DzScorerTotal, i);

      if (isnan (one->total))
        continue;
      if (high == NULL || one->total > high->total)
        high = one;
      if (low == NULL || one->total <= low->total)
        low = one;
    }
  high->dropped = low->dropped = TRUE;
}

static void
measure (DzScoreRow *row)
{
  double sum = 0, squares = 0;

  for (guint i = 0; i < row->scorers->len; i++)
    {
      const DzScorerTotal *one = &g_array_index (row->scorers, DzScorerTotal, i);

      if (isnan (one->total))
        continue;
      row->high = isnan (row->high) ? one->total : MAX (row->high, one->total);
      row->low = isnan (row->low) ? one->total : MIN (row->low, one->total);
      if (one->dropped)
        continue;
      row->n_counted++;
      sum += one->total;
    }
  if (row->n_counted == 0)
    return;
  row->mean = dz_score_round (sum / row->n_counted);
  for (guint i = 0; i < row->scorers->len; i++)
    {
      const DzScorerTotal *one = &g_array_index (row->scorers, DzScorerTotal, i);

      if (!isnan (one->total) && !one->dropped)
        squares += (one->total - sum / row->n_counted) * (one->total - sum / row->n_counted);
    }
  if (row->n_counted > 1)
    row->spread = dz_score_round (sqrt (squares / (row->n_counted - 1)));
}

static void
add_row (DzScoreTable *self,
         const DzBody *body)
{
  DzScoreRow row = { body, g_array_new (FALSE, TRUE, sizeof (DzScorerTotal)), 0, 0, NAN, NAN, NAN, NAN, FALSE, DZ_SCORE_NO_GRADE };

  for (guint i = 0; i < self->scorers->len; i++)
    {
      DzScorerTotal one = add_up (self, body->id, g_ptr_array_index (self->scorers, i));

      row.n_complete += !isnan (one.total);
      g_array_append_val (row.scorers, one);
    }
  if (self->sheet->drops_extremes && row.n_complete >= DZ_SCORERS_TO_DROP)
    drop_extremes (&row);
  else
    row.kept_extremes = self->sheet->drops_extremes && row.n_complete > 0;
  measure (&row);
  row.grade = dz_score_sheet_grade (self->sheet, row.mean);
  g_array_append_val (self->rows, row);
}

static void
clear_row (gpointer data)
{
  g_array_unref (((DzScoreRow *) data)->scorers);
}

/**
 * dz_score_table_new:
 * @scope: (nullable)
 *
 * Returns: (transfer full): a row a body in roster order, also of those nobody scored yet; none without a sheet
 */
DzScoreTable *
dz_score_table_new (DzReview            *review,
                    int                  year,
                    const DzScopeFilter *scope)
{
  DzScoreTable *self = g_new0 (DzScoreTable, 1);
  g_autoptr(DzScopeFilter) all = scope == NULL ? dz_scope_filter_new_all () : NULL;
  g_autoptr(GPtrArray) bodies = dz_scope_filter_list_bodies_in (scope != NULL ? scope : all, review, year);

  self->review = dz_review_ref (review);
  self->sheet = dz_review_score_sheet_of (review, year);
  if (self->sheet == NULL)
    {
      self->none = dz_score_sheet_new (year);
      self->sheet = self->none;
    }
  self->scorers = dz_score_sheet_list_scorers (self->sheet);
  self->rows = g_array_new (FALSE, TRUE, sizeof (DzScoreRow));
  g_array_set_clear_func (self->rows, clear_row);
  index_scores (self);
  for (guint i = 0; self->none == NULL && i < bodies->len; i++)
    add_row (self, g_ptr_array_index (bodies, i));

  return self;
}

void
dz_score_table_free (DzScoreTable *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->scores);
  g_array_unref (self->rows);
  g_ptr_array_unref (self->scorers);
  g_clear_pointer (&self->none, dz_score_sheet_free);
  dz_review_unref (self->review);
  g_free (self);
}

/* Returns: (transfer none): without heads where the year has none */
const DzScoreSheet *
dz_score_table_get_sheet (const DzScoreTable *self)
{
  return self->sheet;
}

/* Returns: (transfer none) (element-type utf8): see dz_score_sheet_list_scorers() */
GPtrArray *
dz_score_table_list_scorers (const DzScoreTable *self)
{
  return self->scorers;
}

guint
dz_score_table_get_n (const DzScoreTable *self)
{
  return self->rows->len;
}

const DzScoreRow *
dz_score_table_get (const DzScoreTable *self,
                    guint               n)
{
  return &g_array_index (self->rows, DzScoreRow, n);
}

/* Returns: (transfer none) (nullable) */
const DzScoreRow *
dz_score_table_find (const DzScoreTable *self,
                     gint64              body_id)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (g_array_index (self->rows, DzScoreRow, i).body->id == body_id)
      return &g_array_index (self->rows, DzScoreRow, i);

  return NULL;
}

/* Returns: how many bodies have that grade */
guint
dz_score_table_count (const DzScoreTable *self,
                      DzScoreGrade        grade)
{
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    n += g_array_index (self->rows, DzScoreRow, i).grade == grade;

  return n;
}

/**
 * dz_score_table_get_head_mean:
 *
 * Returns: the mean of what the counted scorers gave on one head, rounded to two decimals: of a bonus or a deduction
 *   nobody wrote 0, for that is what it counts in their sums; NAN where nobody counts
 */
double
dz_score_table_get_head_mean (const DzScoreTable *self,
                              const DzScoreRow   *row,
                              const DzScoreHead  *head)
{
  double sum = 0;

  for (guint i = 0; i < row->scorers->len; i++)
    {
      const DzScorerTotal *one = &g_array_index (row->scorers, DzScorerTotal, i);
      const DzScore *score = !isnan (one->total) && !one->dropped
                               ? dz_score_table_get_score (self, row->body->id, head, one->scorer) : NULL;

      if (score != NULL)
        sum += score->points;
    }

  return row->n_counted > 0 ? dz_score_round (sum / row->n_counted) : NAN;
}

/**
 * dz_score_row_dup_missing:
 *
 * Returns: (transfer full): in Chinese: who has not scored the whole sheet: 李四未评、王五评了3项（共5项）, 5名评分人均未评; "" for
 *   nobody
 */
char *
dz_score_row_dup_missing (const DzScoreRow *self)
{
  GString *words = g_string_new (NULL);
  guint none = 0;

  for (guint i = 0; i < self->scorers->len; i++)
    none += !g_array_index (self->scorers, DzScorerTotal, i).any;
  if (none == self->scorers->len && none >= MANY_SCORERS)
    g_string_append_printf (words, "%u名评分人均未评", none);
  for (guint i = 0; i < self->scorers->len && (none < self->scorers->len || none < MANY_SCORERS); i++)
    {
      const DzScorerTotal *one = &g_array_index (self->scorers, DzScorerTotal, i);

      if (!isnan (one->total))
        continue;
      g_string_append_printf (words, "%s%s", words->len > 0 ? "、" : "", one->scorer);
      if (one->over)
        g_string_append (words, "有得分超过分值");
      else if (!one->any)
        g_string_append (words, "未评");
      else
        g_string_append_printf (words, "评了%u项（共%u项）", one->n_given, one->n_asked);
    }

  return g_string_free (words, FALSE);
}

/**
 * dz_score_row_dup_grade:
 *
 * Returns: (transfer full): the grade's word, and whether somebody's points are not in it yet: 良好（未评齐）; "" for none
 */
char *
dz_score_row_dup_grade (const DzScoreRow *self)
{
  const char *name = dz_score_grade_get_name (self->grade);

  return *name != '\0' && self->n_complete < self->scorers->len ? g_strdup_printf ("%s（未评齐）", name) : g_strdup (name);
}

/**
 * dz_score_words:
 *
 * Returns: (transfer full): points with as many decimals as they have, two at most; "" for NAN
 */
char *
dz_score_words (double points)
{
  return isnan (points) ? g_strdup ("") : dz_format_plain (dz_score_round (points));
}
