/* dz-cause-tally.c - what the reports blame: each cause with the bodies that name it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-cause-tally.h"

static void
count_free (gpointer data)
{
  DzCauseCount *count = data;

  g_array_unref (count->namings);
  g_free (count);
}

static gboolean
find_cause (DzReport   *report,
            const char *code,
            DzSpan     *span)
{
  for (guint i = 0; i < report->causes->len; i++)
    {
      const DzCause *cause = &g_array_index (report->causes, DzCause, i);

      if (cause->state == DZ_STATE_REJECTED || (code != NULL && cause->code != code))
        continue;
      *span = cause->span;
      return TRUE;
    }

  return FALSE;
}

static int
compare_counts (gconstpointer a,
                gconstpointer b)
{
  const DzCauseCount *x = *(DzCauseCount *const *) a, *y = *(DzCauseCount *const *) b;

  return (int) y->namings->len - (int) x->namings->len;
}

/* Stable: causes named by as many stay in codebook order. */
static void
sort_counts (GPtrArray *counts)
{
  for (guint i = 1; i < counts->len; i++)
    for (guint k = i; k > 0 && compare_counts (&counts->pdata[k - 1], &counts->pdata[k]) > 0; k--)
      {
        gpointer other = counts->pdata[k];

        counts->pdata[k] = counts->pdata[k - 1];
        counts->pdata[k - 1] = other;
      }
}

/**
 * dz_cause_tally:
 * @common: of which bodies and which year
 * @n_naming: (out): bodies that name any cause
 *
 * Returns: (transfer full) (element-type DzCauseCount): the causes anybody names, most named first
 */
GPtrArray *
dz_cause_tally (DzCommonWeaknesses *common,
                DzReview           *review,
                DzCodebook         *codebook,
                guint              *n_naming)
{
  GPtrArray *counts = g_ptr_array_new_with_free_func (count_free);
  GPtrArray *bodies = dz_common_weaknesses_get_bodies (common);
  GPtrArray *causes = dz_codebook_list (codebook, DZ_ENTRY_CAUSE);
  int year = dz_common_weaknesses_get_year (common);
  DzSpan span;

  *n_naming = 0;
  for (guint k = 0; k < bodies->len; k++)
    {
      DzReport *report = dz_review_report_of (review, ((const DzBody *) g_ptr_array_index (bodies, k))->id, year);

      *n_naming += report != NULL && find_cause (report, NULL, &span);
    }
  for (guint i = 0; i < causes->len; i++)
    {
      DzCauseCount *count = g_new (DzCauseCount, 1);

      count->entry = g_ptr_array_index (causes, i);
      count->namings = g_array_new (FALSE, FALSE, sizeof (DzCauseNaming));
      for (guint k = 0; k < bodies->len; k++)
        {
          DzCauseNaming naming = { .body = g_ptr_array_index (bodies, k) };

          naming.report = dz_review_report_of (review, naming.body->id, year);
          if (naming.report != NULL && find_cause (naming.report, count->entry->id, &naming.span))
            g_array_append_val (count->namings, naming);
        }
      if (count->namings->len > 0)
        g_ptr_array_add (counts, count);
      else
        count_free (count);
    }
  sort_counts (counts);

  return counts;
}
