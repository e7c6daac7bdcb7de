/* dz-causes-listing.c - what the reports blame, as a listing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-causes-listing.h"

/**
 * dz_causes_listing_new:
 * @scope: (nullable): %NULL for all
 *
 * Returns: (transfer full): a row for every body and cause it names, with how many of how many bodies do
 */
DzListing *
dz_causes_listing_new (DzReview            *review,
                       DzCodebook          *codebook,
                       int                  year,
                       const DzScopeFilter *scope)
{
  static const char *const columns[] = { "id", NULL, "name", "原因", "count", "提到单位数", "total", "报送单位数", "body",
                                         "单位", "text", "原文" };
  g_autoptr(DzCommonWeaknesses) common = dz_common_weaknesses_new (review, codebook, year, scope);
  guint n_naming;
  g_autoptr(GPtrArray) counts = dz_cause_tally (common, review, codebook, &n_naming);
  DzListing *listing = dz_listing_new ();

  for (guint i = 0; i < G_N_ELEMENTS (columns); i += 2)
    dz_listing_add_column (listing, columns[i], columns[i + 1]);
  for (guint i = 0; i < counts->len; i++)
    {
      const DzCauseCount *count = g_ptr_array_index (counts, i);

      for (guint k = 0; k < count->namings->len; k++)
        {
          const DzCauseNaming *naming = &g_array_index (count->namings, DzCauseNaming, k);

          dz_listing_add_row (listing);
          dz_listing_put (listing, count->entry->id);
          dz_listing_put (listing, count->entry->name);
          dz_listing_put_number (listing, count->namings->len);
          dz_listing_put_number (listing, dz_common_weaknesses_get_n_reported (common));
          dz_listing_put (listing, naming->body->name);
          dz_listing_put_span (listing, naming->report, naming->span);
        }
    }

  return listing;
}
