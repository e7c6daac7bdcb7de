/* dz-review-index.c - where a body, a report, an overlap stands in a snapshot
 *
 * A table of 1,500 bodies asks for the report of a body some 100,000 times: looking through all reports each time took
 * longer than everything else. The index is made once a snapshot is whole and says nothing of one that grew since.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-review-index.h"

struct _DzReviewIndex
{
  guint n_bodies, n_reports, n_overlaps;
  GHashTable *bodies;   /* &DzBody.id → DzBody */
  GHashTable *names;    /* DzBody.name → DzBody */
  GHashTable *reports;  /* &DzReport.id → DzReport */
  GHashTable *sent;     /* Sent → Sent, by body and year */
  GHashTable *overlaps; /* &DzReport.id → GPtrArray of DzOverlap */
};

typedef struct
{
  gint64 body_id;
  int year;
  DzReport *report;
  guint n[DZ_KIND_DUTY_REPORT + 1]; /* by kind; of the first, of any */
} Sent;

static guint
hash_sent (gconstpointer key)
{
  const Sent *sent = key;

  return g_int64_hash (&sent->body_id) * 31 + (guint) sent->year;
}

static gboolean
is_same_sent (gconstpointer a,
              gconstpointer b)
{
  const Sent *one = a, *other = b;

  return one->body_id == other->body_id && one->year == other->year;
}

/* Of several the first of a kind we compare, else the first. */
static void
add_sent (DzReviewIndex *self,
          DzReport      *report)
{
  Sent wanted = { .body_id = report->body_id, .year = report->identity.year, .report = report };
  Sent *known = g_hash_table_lookup (self->sent, &wanted);

  if (known == NULL)
    {
      known = g_memdup2 (&wanted, sizeof wanted);
      g_hash_table_add (self->sent, known);
    }
  else if (known->report->identity.kind == DZ_KIND_OTHER && report->identity.kind != DZ_KIND_OTHER)
    known->report = report;
  known->n[DZ_KIND_OTHER]++;
  if (report->identity.kind != DZ_KIND_OTHER)
    known->n[report->identity.kind]++;
}

static void
add_overlap (DzReviewIndex *self,
             gint64         report_id,
             DzOverlap     *overlap)
{
  DzReport *report = g_hash_table_lookup (self->reports, &report_id);
  GPtrArray *list = report != NULL ? g_hash_table_lookup (self->overlaps, &report_id) : NULL;

  if (report == NULL)
    return;
  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (self->overlaps, &report->id, list);
    }
  g_ptr_array_add (list, overlap);
}

/* The first of an id or a name is the one that is found. */
static void
add_first (GHashTable *table,
           gpointer    key,
           gpointer    value)
{
  if (!g_hash_table_contains (table, key))
    g_hash_table_insert (table, key, value);
}

/**
 * dz_review_index_new:
 *
 * Returns: (transfer full): an index of @review as it is; it borrows what @review holds
 */
DzReviewIndex *
dz_review_index_new (const DzReview *review)
{
  DzReviewIndex *self;

  g_return_val_if_fail (review != NULL, NULL);

  self = g_new0 (DzReviewIndex, 1);
  self->n_bodies = review->bodies->len;
  self->n_reports = review->reports->len;
  self->n_overlaps = review->overlaps->len;
  self->bodies = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->names = g_hash_table_new (g_str_hash, g_str_equal);
  self->reports = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->sent = g_hash_table_new_full (hash_sent, is_same_sent, g_free, NULL);
  self->overlaps = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < review->bodies->len; i++)
    {
      DzBody *body = g_ptr_array_index (review->bodies, i);

      add_first (self->bodies, &body->id, body);
      add_first (self->names, body->name, body);
    }
  for (guint i = 0; i < review->reports->len; i++)
    {
      DzReport *report = g_ptr_array_index (review->reports, i);

      add_first (self->reports, &report->id, report);
      add_sent (self, report);
    }
  for (guint i = 0; i < review->overlaps->len; i++)
    {
      DzOverlap *overlap = g_ptr_array_index (review->overlaps, i);

      add_overlap (self, overlap->report_a, overlap);
      if (overlap->report_b != overlap->report_a)
        add_overlap (self, overlap->report_b, overlap);
    }

  return self;
}

void
dz_review_index_free (DzReviewIndex *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->bodies);
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->reports);
  g_hash_table_unref (self->sent);
  g_hash_table_unref (self->overlaps);
  g_free (self);
}

/**
 * dz_review_index_holds:
 *
 * Returns: whether @review still has what the index was made of, and nothing more
 */
gboolean
dz_review_index_holds (const DzReviewIndex *self,
                       const DzReview      *review)
{
  return self->n_bodies == review->bodies->len && self->n_reports == review->reports->len &&
         self->n_overlaps == review->overlaps->len;
}

/**
 * dz_review_index_find_body:
 *
 * Returns: (transfer none) (nullable): the body with that id; what dz_review_find_body() says
 */
const DzBody *
dz_review_index_find_body (const DzReviewIndex *self,
                           gint64               id)
{
  return g_hash_table_lookup (self->bodies, &id);
}

/**
 * dz_review_index_find_named:
 *
 * Returns: (transfer none) (nullable): the body of that name
 */
const DzBody *
dz_review_index_find_named (const DzReviewIndex *self,
                            const char          *name)
{
  return g_hash_table_lookup (self->names, name);
}

/**
 * dz_review_index_find_report:
 *
 * Returns: (transfer none) (nullable): the report with that id
 */
DzReport *
dz_review_index_find_report (const DzReviewIndex *self,
                             gint64               id)
{
  return g_hash_table_lookup (self->reports, &id);
}

/**
 * dz_review_index_find_sent:
 *
 * Returns: (transfer none) (nullable): the report of that body and year; what dz_review_report_of() says
 */
DzReport *
dz_review_index_find_sent (const DzReviewIndex *self,
                           gint64               body_id,
                           int                  year)
{
  const Sent wanted = { .body_id = body_id, .year = year };
  const Sent *found = g_hash_table_lookup (self->sent, &wanted);

  return found != NULL ? found->report : NULL;
}

/**
 * dz_review_index_count_sent:
 *
 * Returns: how many reports of @kind that body sent for that year; what dz_review_count_reports() says
 */
guint
dz_review_index_count_sent (const DzReviewIndex *self,
                            gint64               body_id,
                            int                  year,
                            DzReportKind         kind)
{
  const Sent wanted = { .body_id = body_id, .year = year };
  const Sent *found = g_hash_table_lookup (self->sent, &wanted);

  return found != NULL ? found->n[kind] : 0;
}

/**
 * dz_review_index_list_overlaps:
 *
 * Returns: (transfer none) (nullable) (element-type DzOverlap): what that report shares with others, in the order of
 *   the review; %NULL: nothing
 */
GPtrArray *
dz_review_index_list_overlaps (const DzReviewIndex *self,
                               gint64               report_id)
{
  return g_hash_table_lookup (self->overlaps, &report_id);
}
