/* dz-load-review.c - a review from whatever was named
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-load-review.h"

#include "dz-codebook-job.h"
#include "dz-error.h"
#include "dz-overlap.h"
#include "dz-pipeline.h"
#include "dz-store.h"

#include <string.h>

typedef struct
{
  DzReview *review;
  DzGatherProblem problem;
  gpointer user_data;
} Gather;

static void
add_report (DzReview *review,
            DzReport *report)
{
  report->id = (gint64) review->reports->len + 1;
  g_ptr_array_add (review->reports, dz_report_ref (report));
}

static void
take_roster (DzReview  *review,
             GPtrArray *bodies)
{
  for (guint i = 0; i < bodies->len; i++)
    {
      DzBody *body = dz_body_copy (g_ptr_array_index (bodies, i));

      body->id = (gint64) review->bodies->len + 1;
      body->position = review->bodies->len + 1;
      g_ptr_array_add (review->bodies, body);
    }
}

static gboolean
item_cb (DzItem  *item,
         guint    total,
         gpointer user_data)
{
  Gather *self = user_data;

  if (item == NULL)
    return TRUE;
  if (item->report != NULL)
    {
      add_report (self->review, item->report);
      for (guint i = 0; item->more != NULL && i < item->more->len; i++)
        add_report (self->review, g_ptr_array_index (item->more, i));
    }
  else if (item->roster != NULL)
    take_roster (self->review, item->roster);
  else if (self->problem != NULL && item->error != NULL)
    self->problem (item->source, item->error, self->user_data);

  return TRUE;
}

/* In the order of their first report's arrival, then by year, as a stored review has them. */
static int
compare_reports (gconstpointer a,
                 gconstpointer b)
{
  const DzReport *one = *(DzReport *const *) a, *other = *(DzReport *const *) b;

  if (one->body_id != other->body_id)
    return one->body_id < other->body_id ? -1 : 1;
  if (one->identity.year != other->identity.year)
    return one->identity.year < other->identity.year ? -1 : 1;

  return one->id < other->id ? -1 : one->id > other->id;
}

/* Reports of several counties have no name in common: one of them would be false for
 * the others, and so would one that only a few name. */
static void
name_county (DzReview *review)
{
  const char *name = NULL;
  guint n = 0;

  for (guint i = 0; i < review->reports->len; i++)
    {
      const char *own = ((DzReport *) g_ptr_array_index (review->reports, i))->identity.county;

      if (own == NULL)
        continue;
      if (name != NULL && !g_str_equal (name, own))
        return;
      name = own;
      n++;
    }
  if (review->county->name == NULL && 2 * n > review->reports->len)
    review->county->name = g_strdup (name);
}

static gboolean
go_on (gpointer cancellable)
{
  return !g_cancellable_is_cancelled (cancellable);
}

/**
 * dz_load_review_compare:
 * @cancellable: (nullable)
 *
 * Finds anew what the reports of @review share and puts it into @review; a stored one stays as it is.
 */
void
dz_load_review_compare (DzReview     *review,
                        DzCodebook   *codebook,
                        GCancellable *cancellable)
{
  g_ptr_array_unref (review->overlaps);
  review->overlaps = dz_overlap_find_all (review, codebook, dz_overlap_get_least (review->county), NULL, go_on,
                                         cancellable);
}

static DzReview *
gather_files (const char *const *paths,
              DzCodebook        *codebook,
              DzGatherProblem    problem,
              gpointer           user_data,
              GCancellable      *cancellable,
              GError           **error)
{
  g_autoptr(DzReview) review = dz_review_new ();
  Gather self = { review, problem, user_data };

  if (!dz_pipeline_run (paths, codebook, 0, cancellable, item_cb, &self, error))
    return NULL;
  dz_review_adopt_unlisted (review);
  g_ptr_array_sort (review->reports, compare_reports);
  name_county (review);
  dz_load_review_compare (review, codebook, cancellable);
  dz_review_seal (review);

  return g_steal_pointer (&review);
}

static DzReview *
load_stored (const char      *path,
             DzGatherProblem  problem,
             gpointer         user_data,
             GError         **error)
{
  g_autoptr(DzStore) store = dz_store_open (path, error);
  g_autoptr(DzReview) review = store != NULL ? dz_store_load (store, NULL, error) : NULL;
  g_autofree char *words = review != NULL ? dz_store_describe_untrue (store) : NULL;

  if (words != NULL && problem != NULL)
    {
      g_autoptr(DzSource) source = dz_source_new (path);
      g_autoptr(GError) told = g_error_new_literal (DZ_ERROR, DZ_ERROR_BROKEN, words);

      problem (source, told, user_data);
    }

  return g_steal_pointer (&review);
}

/**
 * dz_load_review:
 * @paths: (array zero-terminated): one review file, or files, folders and archives of reports
 * @codebook: (out) (transfer full): the one to show it with, the county's additions included
 * @problem: (nullable): told of files that cannot be read, and of what of a review cannot be true;
 *   the others go on. Told too of a county's additions that are refused; the review is shown
 *   without them
 *
 * Loose files make a review in memory: their bodies are the roster, in order of arrival.
 *
 * Returns: (transfer full) (nullable): the review, or %NULL with @error set
 */
DzReview *
dz_load_review (const char *const  *paths,
                DzCodebook        **codebook,
                DzGatherProblem     problem,
                gpointer            user_data,
                GCancellable       *cancellable,
                GError            **error)
{
  g_autoptr(DzReview) review = NULL;
  g_autoptr(GError) refusal = NULL;
  gboolean stored;

  g_return_val_if_fail (paths != NULL && paths[0] != NULL && codebook != NULL, NULL);

  *codebook = NULL;
  stored = paths[1] == NULL && g_str_has_suffix (paths[0], DZ_REVIEW_EXTENSION);
  if (stored && (review = load_stored (paths[0], problem, user_data, error)) == NULL)
    return NULL;
  *codebook = dz_codebook_load_stored (stored ? review->county->codebook_xml : NULL, &refusal, error);
  if (*codebook == NULL)
    return NULL;
  if (refusal != NULL && problem != NULL)
    {
      g_autoptr(DzSource) source = dz_source_new (paths[0]);

      problem (source, refusal, user_data);
    }
  if (!stored)
    review = gather_files (paths, *codebook, problem, user_data, cancellable, error);
  if (review == NULL)
    g_clear_pointer (codebook, dz_codebook_unref);

  return g_steal_pointer (&review);
}
