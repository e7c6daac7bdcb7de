/* dz-body-life.c - one body over all its years: its reports and those of the bodies it was made of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-body-life.h"

#include "dz-common-weaknesses.h"
#include "dz-past.h"

struct _DzBodyLife
{
  GObject parent_instance;

  DzReview *review;
  DzCodebook *codebook;
  const DzBody *body;
  DzPlanItems *plans;
  GPtrArray *reports; /* DzReport, borrowed of the review, by year */
};

G_DEFINE_FINAL_TYPE (DzBodyLife, dz_body_life, G_TYPE_OBJECT)

/**
 * dz_life_mark_get_name:
 *
 * Returns: the word of tables; never 已解决
 */
const char *
dz_life_mark_get_name (DzLifeMark mark)
{
  static const char *const names[] = { "未提出", "未读出问题", "提出", "可能提出（待核）", "称已整改" };

  return names[mark];
}

static void
dz_body_life_finalize (GObject *object)
{
  DzBodyLife *self = DZ_BODY_LIFE (object);

  g_ptr_array_unref (self->reports);
  g_clear_pointer (&self->plans, dz_plan_items_unref);
  g_clear_pointer (&self->review, dz_review_unref);
  g_clear_pointer (&self->codebook, dz_codebook_unref);

  G_OBJECT_CLASS (dz_body_life_parent_class)->finalize (object);
}

static void
dz_body_life_class_init (DzBodyLifeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dz_body_life_finalize;
}

static void
dz_body_life_init (DzBodyLife *self)
{
  self->reports = g_ptr_array_new ();
}

static int
compare_years (gconstpointer a,
               gconstpointer b)
{
  const DzReport *x = *(DzReport *const *) a, *y = *(DzReport *const *) b;

  return x->identity.year != y->identity.year ? x->identity.year - y->identity.year
                                              : (x->id > y->id) - (x->id < y->id);
}

/* One report a year of each body, those of an ancestor only from before the body's own. */
static void
add_reports (DzBodyLife   *self,
             const DzBody *ancestor,
             GArray       *years,
             int           first)
{
  for (guint i = 0; i < years->len; i++)
    {
      int year = g_array_index (years, int, i);
      DzReport *report = dz_review_report_of (self->review, ancestor->id, year);

      if (report != NULL && year != 0 && (ancestor == self->body || first == 0 || year < first))
        g_ptr_array_add (self->reports, report);
    }
}

/**
 * dz_body_life_new:
 * @body: of @review
 *
 * Returns: (transfer full): its reports in order of years
 */
DzBodyLife *
dz_body_life_new (DzReview     *review,
                  DzCodebook   *codebook,
                  const DzBody *body)
{
  DzBodyLife *self = g_object_new (DZ_TYPE_BODY_LIFE, NULL);
  g_autoptr(GPtrArray) ancestors = NULL;
  g_autoptr(GArray) years = NULL;
  int first = 0;

  g_return_val_if_fail (review != NULL && codebook != NULL && body != NULL, self);

  self->review = dz_review_ref (review);
  self->codebook = dz_codebook_ref (codebook);
  self->body = body;
  self->plans = dz_plan_items_new (review, codebook, NULL);
  ancestors = dz_review_list_ancestors (review, body);
  years = dz_review_list_years (review);
  for (guint i = 0; i < years->len && first == 0; i++)
    if (g_array_index (years, int, i) != 0 &&
        dz_review_report_of (review, body->id, g_array_index (years, int, i)) != NULL)
      first = g_array_index (years, int, i);
  for (guint i = 0; i < ancestors->len; i++)
    add_reports (self, g_ptr_array_index (ancestors, i), years, first);
  g_ptr_array_sort (self->reports, compare_years);

  return self;
}

/**
 * dz_body_life_get_body:
 *
 * Returns: (transfer none): the body
 */
const DzBody *
dz_body_life_get_body (DzBodyLife *self)
{
  g_return_val_if_fail (DZ_IS_BODY_LIFE (self), NULL);

  return self->body;
}

guint
dz_body_life_get_n (DzBodyLife *self)
{
  g_return_val_if_fail (DZ_IS_BODY_LIFE (self), 0);

  return self->reports->len;
}

/**
 * dz_body_life_get_report:
 *
 * Returns: (transfer none): the @n-th report
 */
DzReport *
dz_body_life_get_report (DzBodyLife *self,
                         guint       n)
{
  g_return_val_if_fail (DZ_IS_BODY_LIFE (self) && n < self->reports->len, NULL);

  return g_ptr_array_index (self->reports, n);
}

/**
 * dz_body_life_get_name:
 *
 * Returns: (transfer none) (nullable): what the body is called in the @n-th report, where that is not its
 *   name now
 */
const char *
dz_body_life_get_name (DzBodyLife *self,
                       guint       n)
{
  DzReport *report = dz_body_life_get_report (self, n);
  const DzBody *other;

  g_return_val_if_fail (report != NULL, NULL);

  if (report->body_id != self->body->id)
    {
      other = dz_review_find_body (self->review, report->body_id);
      return other != NULL ? other->name : NULL;
    }

  return report->identity.township != NULL && g_strcmp0 (report->identity.township, self->body->name) != 0
           ? report->identity.township : NULL;
}

/**
 * dz_body_life_list_indicators:
 *
 * Returns: (transfer container) (element-type DzEntry): what any of the reports tells, in codebook order
 */
GPtrArray *
dz_body_life_list_indicators (DzBodyLife *self)
{
  GPtrArray *all = dz_codebook_list (self->codebook, DZ_ENTRY_INDICATOR);
  GPtrArray *entries = g_ptr_array_new ();
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->reports->len; i++)
    {
      DzReport *report = g_ptr_array_index (self->reports, i);

      for (guint k = 0; k < report->figures->len; k++)
        if (dz_figure_counts (&g_array_index (report->figures, DzFigure, k)))
          g_hash_table_add (seen, (gpointer) g_array_index (report->figures, DzFigure, k).indicator);
    }
  for (guint i = 0; i < all->len; i++)
    if (g_hash_table_contains (seen, ((const DzEntry *) g_ptr_array_index (all, i))->id))
      g_ptr_array_add (entries, g_ptr_array_index (all, i));

  return entries;
}

/**
 * dz_body_life_get_mark:
 * @code: interned
 * @weakness: (out) (optional): index into the report's weaknesses of the sentence; -1: none
 *
 * Returns: what the @n-th report says of the weakness
 */
DzLifeMark
dz_body_life_get_mark (DzBodyLife *self,
                       guint       n,
                       const char *code,
                       int        *weakness)
{
  DzReport *report = dz_body_life_get_report (self, n);
  DzLifeMark mark = dz_weakness_none_declared (report) ? DZ_LIFE_UNREAD : DZ_LIFE_SILENT;
  int found = -1;

  for (guint i = 0; i < report->weaknesses->len && mark != DZ_LIFE_NAMED; i++)
    {
      const DzWeakness *one = &g_array_index (report->weaknesses, DzWeakness, i);
      gboolean claimed = one->last_year && one->state != DZ_STATE_REJECTED && !dz_span_is_empty (one->rectified);
      DzLifeMark of = dz_weakness_is_named (one)       ? DZ_LIFE_NAMED
                      : dz_weakness_is_suggested (one) ? DZ_LIFE_SUGGESTED
                      : claimed                        ? DZ_LIFE_CLAIMED
                                                       : mark;

      if (one->code != code || of == mark || (mark == DZ_LIFE_SUGGESTED && of == DZ_LIFE_CLAIMED))
        continue;
      mark = of;
      found = (int) i;
    }
  if (weakness != NULL)
    *weakness = found;

  return mark;
}

/**
 * dz_body_life_list_codes:
 *
 * Returns: (transfer container) (element-type DzEntry): the weaknesses any of the reports names or says it put
 *   right, in codebook order
 */
GPtrArray *
dz_body_life_list_codes (DzBodyLife *self)
{
  GPtrArray *all = dz_codebook_list (self->codebook, DZ_ENTRY_WEAKNESS);
  GPtrArray *entries = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    for (guint n = 0; n < self->reports->len; n++)
      if (dz_body_life_get_mark (self, n, ((const DzEntry *) g_ptr_array_index (all, i))->id, NULL) >= DZ_LIFE_NAMED)
        {
          g_ptr_array_add (entries, g_ptr_array_index (all, i));
          break;
        }

  return entries;
}

/**
 * dz_body_life_list_promises:
 *
 * Returns: (transfer full) (element-type DzPlanItem): the acts of the plans of the year before the @n-th report
 */
GArray *
dz_body_life_list_promises (DzBodyLife *self,
                            guint       n)
{
  DzReport *report = dz_body_life_get_report (self, n);
  g_autoptr(GPtrArray) lasts = dz_review_list_before (self->review, report->body_id, report->identity.year);
  GArray *all = g_array_new (FALSE, FALSE, sizeof (DzPlanItem));

  for (guint i = 0; i < lasts->len; i++)
    {
      g_autoptr(GArray) items = dz_plan_items_find (self->plans, self->review, g_ptr_array_index (lasts, i), report);

      g_array_append_vals (all, items->data, items->len);
    }

  return all;
}

/**
 * dz_body_life_count_promises:
 * @is_comparable: (out): whether there are reports of the year before whose plans can be kept
 *
 * Returns: the acts of the plans of the year before of which that is decided, or proposed
 */
guint
dz_body_life_count_promises (DzBodyLife *self,
                             guint       n,
                             DzPromise   promise,
                             gboolean   *is_comparable)
{
  DzReport *report = dz_body_life_get_report (self, n);
  g_autoptr(GArray) items = dz_body_life_list_promises (self, n);
  guint count = 0;

  *is_comparable = dz_review_report_before (self->review, report->body_id, report->identity.year) != NULL;
  for (guint i = 0; i < items->len; i++)
    count += dz_plan_item_get_promise (&g_array_index (items, DzPlanItem, i)) == promise;

  return count;
}
