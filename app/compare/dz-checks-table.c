/* dz-checks-table.c - what the tests say of all reports of a year: 核查
 *
 * A body is tested when somebody asks for it: of 1,500 a screen shows thirty. Whoever asks for the lists has all tested.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-checks-table-private.h"
#include "dz-day.h"
#include "dz-finding.h"
#include "dz-overlap-extent.h"
#include "dz-past.h"

struct _DzChecksTable
{
  GObject parent_instance;

  DzReview *review;
  DzCodebook *codebook;
  DzPlanItems *plans;
  int year;
  char *submit_by, *publish_before;
  GPtrArray *bodies;   /* DzBody, of the review */
  guint n_listed;      /* of @bodies: their findings are in @rows and @by_body */
  GListStore *rows;    /* DzCheckRow, a check each */
  GListStore *by_body; /* DzCheckRow, a body each */
  GHashTable *of_body; /* id of a body -> Tested */
};

/* One body of the table. */
typedef struct
{
  const DzBody *body;
  DzCheckRow *row;     /* (nullable): until it is asked for */
  GPtrArray *findings; /* (nullable) (element-type DzFinding): until it is listed, one of each check; %NULL: not asked */
} Tested;

G_DEFINE_FINAL_TYPE (DzChecksTable, dz_checks_table, G_TYPE_OBJECT)

/**
 * dz_severity_get_name:
 * @severity: "M", "Q" or "I"
 *
 * Returns: the group's name
 */
const char *
dz_severity_get_name (const char *severity)
{
  if (g_strcmp0 (severity, "M") == 0)
    return "必备内容";

  return g_strcmp0 (severity, "Q") == 0 ? "内容质量" : "提示";
}

static void
dz_checks_table_finalize (GObject *object)
{
  DzChecksTable *self = DZ_CHECKS_TABLE (object);

  g_clear_object (&self->rows);
  g_clear_object (&self->by_body);
  g_clear_pointer (&self->of_body, g_hash_table_unref);
  g_clear_pointer (&self->bodies, g_ptr_array_unref);
  g_clear_pointer (&self->plans, dz_plan_items_unref);
  g_free (self->submit_by);
  g_free (self->publish_before);
  g_clear_pointer (&self->review, dz_review_unref);
  g_clear_pointer (&self->codebook, dz_codebook_unref);

  G_OBJECT_CLASS (dz_checks_table_parent_class)->finalize (object);
}

static void
dz_checks_table_class_init (DzChecksTableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dz_checks_table_finalize;
}

static void
tested_free (gpointer data)
{
  Tested *tested = data;

  g_clear_pointer (&tested->findings, g_ptr_array_unref);
  g_clear_object (&tested->row);
  g_free (tested);
}

static void
clear_finding (gpointer finding)
{
  if (finding != NULL)
    g_object_unref (finding);
}

static void
dz_checks_table_init (DzChecksTable *self)
{
  self->rows = g_list_store_new (DZ_TYPE_CHECK_ROW);
  self->by_body = g_list_store_new (DZ_TYPE_CHECK_ROW);
  self->of_body = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, tested_free);
}

static gboolean
is_off (DzReview   *review,
        const char *id)
{
  for (guint i = 0; i < review->county->checks_off->len; i++)
    if (g_strcmp0 (g_ptr_array_index (review->county->checks_off, i), id) == 0)
      return TRUE;

  return FALSE;
}

static DzFinding *
find_cross (const DzCrossContext *context,
            const DzEntry        *entry)
{
  DzCrossFinding cross;
  DzFinding *finding = NULL;

  dz_cross_checks_run (context, entry->id, &cross);
  if (cross.asked)
    finding = dz_finding_new_cross (context, entry, &cross);
  g_free (cross.message);
  g_clear_pointer (&cross.passages, g_array_unref);

  return finding;
}

/* (transfer full) (nullable): what the check of a row says of a body */
static DzFinding *
find (DzChecksTable        *self,
      const DzCrossContext *context,
      DzCheckRow           *row)
{
  const DzEntry *entry = dz_check_row_get_check (row);
  DzCheck *check;

  if (dz_check_row_is_off (row))
    return NULL;
  if (dz_cross_checks_knows (entry->id))
    return find_cross (context, entry);
  check = context->report != NULL ? dz_report_find_check (context->report, entry->id) : NULL;

  return check != NULL ? dz_finding_new_from_check (self->review, self->codebook, context->body, context->report, check,
                                                    entry) : NULL;
}

static void
test_body (DzChecksTable *self,
           Tested        *tested)
{
  const DzBody *body = tested->body;
  DzCrossContext context = { .review = self->review, .codebook = self->codebook, .plans = self->plans, .body = body,
                             .year = self->year, .submit_by = self->submit_by,
                             .publish_before = self->publish_before };

  context.report = dz_review_report_of (self->review, body->id, self->year);
  context.last = dz_review_report_before (self->review, body->id, self->year);
  tested->row = dz_check_row_new (self->review, self->codebook, NULL, body, FALSE);
  tested->findings = g_ptr_array_new_with_free_func (clear_finding);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    {
      g_autoptr(DzCheckRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);
      DzFinding *finding = find (self, &context, row);

      if (finding != NULL)
        dz_check_row_add (tested->row, finding);
      g_ptr_array_add (tested->findings, finding);
    }
}

/* (nullable): tested now if it was not */
static Tested *
find_tested (DzChecksTable *self,
             gint64         body_id)
{
  Tested *tested = g_hash_table_lookup (self->of_body, &body_id);

  if (tested != NULL && tested->row == NULL)
    test_body (self, tested);

  return tested;
}

/* The next body's findings go into the lists, which are in roster order. */
static void
list_next (DzChecksTable *self)
{
  const DzBody *body = g_ptr_array_index (self->bodies, self->n_listed++);
  Tested *tested = find_tested (self, body->id);

  for (guint i = 0; i < tested->findings->len; i++)
    {
      g_autoptr(DzCheckRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);
      DzFinding *finding = g_ptr_array_index (tested->findings, i);

      if (finding != NULL)
        dz_check_row_add (row, finding);
    }
  g_clear_pointer (&tested->findings, g_ptr_array_unref);
  g_list_store_append (self->by_body, tested->row);
}

static void
list_all (DzChecksTable *self)
{
  while (self->n_listed < self->bodies->len)
    list_next (self);
}

static void
append_rows (DzChecksTable *self)
{
  static const char *const severities[] = { "M", "Q", "I" };
  GPtrArray *checks = dz_codebook_list (self->codebook, DZ_ENTRY_CHECK);

  for (guint s = 0; s < G_N_ELEMENTS (severities); s++)
    for (guint i = 0; i < checks->len; i++)
      {
        const DzEntry *entry = g_ptr_array_index (checks, i);
        g_autoptr(DzCheckRow) row = NULL;

        if (g_strcmp0 (entry->kind, severities[s]) != 0)
          continue;
        row = dz_check_row_new (self->review, self->codebook, entry, NULL,
                                is_off (self->review, entry->id));
        g_list_store_append (self->rows, row);
      }
}

/**
 * dz_checks_table_new_sharing:
 * @scope: (nullable): %NULL for all
 * @plans: of @review; what is looked for here is kept there
 *
 * Returns: (transfer full): as dz_checks_table_new()
 */
DzChecksTable *
dz_checks_table_new_sharing (DzReview            *review,
                             DzCodebook          *codebook,
                             int                  year,
                             const DzScopeFilter *scope,
                             DzPlanItems         *plans)
{
  DzChecksTable *self = g_object_new (DZ_TYPE_CHECKS_TABLE, NULL);

  self->review = dz_review_ref (review);
  self->codebook = dz_codebook_ref (codebook);
  self->plans = dz_plan_items_ref (plans);
  self->year = year;
  self->submit_by = dz_day_in_year (review->county->submit_by, year + 1);
  self->publish_before = dz_day_in_year (review->county->publish_before, year + 1);
  self->bodies = dz_scope_filter_list_bodies_in (scope, review, year);
  append_rows (self);
  for (guint i = 0; i < self->bodies->len; i++)
    {
      Tested *tested = g_new0 (Tested, 1);

      tested->body = g_ptr_array_index (self->bodies, i);
      g_hash_table_replace (self->of_body, (gpointer) &tested->body->id, tested); /* a body lives as long as the review */
    }

  return self;
}

/**
 * dz_checks_table_new:
 * @scope: (nullable): %NULL for all
 *
 * Returns: (transfer full): all checks over the bodies of the scope
 */
DzChecksTable *
dz_checks_table_new (DzReview            *review,
                     DzCodebook          *codebook,
                     int                  year,
                     const DzScopeFilter *scope)
{
  g_autoptr(DzPlanItems) plans = NULL;

  g_return_val_if_fail (review != NULL && codebook != NULL, g_object_new (DZ_TYPE_CHECKS_TABLE, NULL));

  plans = dz_plan_items_new (review, codebook, NULL);

  return dz_checks_table_new_sharing (review, codebook, year, scope, plans);
}

/**
 * dz_checks_table_get_review:
 *
 * Returns: (transfer none): the snapshot it was made of
 */
DzReview *
dz_checks_table_get_review (DzChecksTable *self)
{
  g_return_val_if_fail (DZ_IS_CHECKS_TABLE (self), NULL);

  return self->review;
}

int
dz_checks_table_get_year (DzChecksTable *self)
{
  g_return_val_if_fail (DZ_IS_CHECKS_TABLE (self), 0);

  return self->year;
}

/**
 * dz_checks_table_list_bodies:
 *
 * Returns: (transfer none) (element-type DzBody): whom it is about, in roster order; none is tested for it
 */
GPtrArray *
dz_checks_table_list_bodies (DzChecksTable *self)
{
  g_return_val_if_fail (DZ_IS_CHECKS_TABLE (self), NULL);

  return self->bodies;
}

/**
 * dz_checks_table_prepare:
 * @until: g_get_monotonic_time() of the end; one body is tested in any case
 *
 * Tests bodies nobody has asked for yet, so that whoever asks for all of them does not wait.
 *
 * Returns: whether there are more
 */
gboolean
dz_checks_table_prepare (DzChecksTable *self,
                         gint64         until)
{
  g_return_val_if_fail (DZ_IS_CHECKS_TABLE (self), FALSE);

  while (self->n_listed < self->bodies->len)
    {
      list_next (self);
      if (g_get_monotonic_time () >= until)
        break;
    }

  return self->n_listed < self->bodies->len;
}

/**
 * dz_checks_table_get_rows:
 *
 * Returns: (transfer none): #DzCheckRow of every check, by severity (必备内容, 内容质量, 提示), then
 *   in codebook order; those nothing fails are there too
 */
GListModel *
dz_checks_table_get_rows (DzChecksTable *self)
{
  g_return_val_if_fail (DZ_IS_CHECKS_TABLE (self), NULL);

  list_all (self);

  return G_LIST_MODEL (self->rows);
}

/**
 * dz_checks_table_get_by_body:
 *
 * Returns: (transfer none): #DzCheckRow of every body, in roster order
 */
GListModel *
dz_checks_table_get_by_body (DzChecksTable *self)
{
  g_return_val_if_fail (DZ_IS_CHECKS_TABLE (self), NULL);

  list_all (self);

  return G_LIST_MODEL (self->by_body);
}

/**
 * dz_checks_table_find_body:
 *
 * Returns: (transfer none) (nullable): the row of a body
 */
DzCheckRow *
dz_checks_table_find_body (DzChecksTable *self,
                           gint64         body_id)
{
  Tested *tested;

  g_return_val_if_fail (DZ_IS_CHECKS_TABLE (self), NULL);

  tested = find_tested (self, body_id);

  return tested != NULL ? tested->row : NULL;
}

/**
 * dz_checks_table_find:
 *
 * Returns: (transfer none) (nullable): what a check found for a body, unless it passed
 */
DzFinding *
dz_checks_table_find (DzChecksTable *self,
                      const char    *id,
                      gint64         body_id)
{
  DzCheckRow *row = dz_checks_table_find_body (self, body_id);
  GListModel *findings = row != NULL ? dz_check_row_get_findings (row) : NULL;

  for (guint i = 0; findings != NULL && i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr(DzFinding) finding = g_list_model_get_item (findings, i);

      if (g_strcmp0 (dz_finding_get_check (finding)->id, id) == 0)
        return finding; /* the row keeps it alive */
    }

  return NULL;
}

/**
 * dz_checks_table_count_unhandled:
 *
 * Returns: (body, check) pairs that fail and nobody looked at: the badge
 */
guint
dz_checks_table_count_unhandled (DzChecksTable *self)
{
  guint count = 0;

  g_return_val_if_fail (DZ_IS_CHECKS_TABLE (self), 0);

  list_all (self);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    {
      g_autoptr(DzCheckRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      count += dz_check_row_count_unhandled (row);
    }

  return count;
}

static int
compare_overlaps (gconstpointer a,
                  gconstpointer b)
{
  const DzOverlap *x = *(DzOverlap *const *) a;
  const DzOverlap *y = *(DzOverlap *const *) b;

  if (x->share != y->share)
    return x->share > y->share ? -1 : 1;
  if (x->report_a != y->report_a)
    return x->report_a < y->report_a ? -1 : 1;

  return x->report_b < y->report_b ? -1 : x->report_b > y->report_b;
}

/**
 * dz_checks_table_list_overlaps:
 *
 * Returns: (transfer container) (element-type DzOverlap): pairs of the year that are told, highest
 *   first
 */
GPtrArray *
dz_checks_table_list_overlaps (DzChecksTable *self)
{
  GPtrArray *list = g_ptr_array_new ();

  g_return_val_if_fail (DZ_IS_CHECKS_TABLE (self), list);

  for (guint i = 0; i < self->review->overlaps->len; i++)
    {
      DzOverlap *overlap = g_ptr_array_index (self->review->overlaps, i);

      if (dz_overlap_extent_is_of_year (self->review, overlap, self->year) &&
          dz_overlap_extent_is_told (self->review, overlap))
        g_ptr_array_add (list, overlap);
    }
  g_ptr_array_sort (list, compare_overlaps);

  return list;
}
