/* dz-life-listing.c - bodies over all their years, as a listing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-life-listing.h"

static void
start_row (DzListing  *listing,
           DzBodyLife *life,
           guint       n,
           const char *what)
{
  const DzBody *body = dz_body_life_get_body (life);
  char year[12];

  g_snprintf (year, sizeof year, "%d", dz_body_life_get_report (life, n)->identity.year);
  dz_listing_add_row (listing);
  dz_listing_put (listing, body->name);
  dz_listing_put (listing, body->past);
  dz_listing_put (listing, year);
  dz_listing_put (listing, dz_body_life_get_name (life, n));
  dz_listing_put_word (listing, what);
}

static void
put_figures (DzListing  *listing,
             DzBodyLife *life,
             guint       n)
{
  g_autoptr(GPtrArray) entries = dz_body_life_list_indicators (life);
  DzReport *report = dz_body_life_get_report (life, n);

  for (guint i = 0; i < entries->len; i++)
    {
      const DzEntry *entry = g_ptr_array_index (entries, i);
      DzFigureCell cell = { 0 };
      g_autofree char *words = NULL;
      const DzFigure *figure;

      dz_figure_cell_resolve (report, entry, &cell);
      words = dz_figure_cell_to_string (&cell);
      figure = dz_figure_cell_get_figure (&cell, 0);
      start_row (listing, life, n, "figure");
      dz_listing_put (listing, entry->id);
      dz_listing_put (listing, entry->name);
      dz_listing_put (listing, words);
      dz_listing_put_span (listing, report, figure != NULL ? figure->span : DZ_SPAN_NONE);
      dz_figure_cell_clear (&cell);
    }
}

static void
put_weaknesses (DzListing  *listing,
                DzBodyLife *life,
                guint       n)
{
  g_autoptr(GPtrArray) codes = dz_body_life_list_codes (life);
  DzReport *report = dz_body_life_get_report (life, n);

  for (guint i = 0; i < codes->len; i++)
    {
      const DzEntry *entry = g_ptr_array_index (codes, i);
      int weakness;
      DzLifeMark mark = dz_body_life_get_mark (life, n, entry->id, &weakness);

      start_row (listing, life, n, "weakness");
      dz_listing_put (listing, entry->id);
      dz_listing_put (listing, entry->name);
      dz_listing_put (listing, dz_life_mark_get_name (mark));
      dz_listing_put_span (listing, report, weakness >= 0 ? g_array_index (report->weaknesses, DzWeakness, weakness).span
                                                          : DZ_SPAN_NONE);
    }
}

static void
put_promises (DzListing  *listing,
              DzBodyLife *life,
              guint       n)
{
  for (guint p = 0; p < DZ_N_PROMISES; p++)
    {
      gboolean comparable;
      guint count = dz_body_life_count_promises (life, n, (DzPromise) p, &comparable);
      g_autofree char *words = g_strdup_printf ("%u", count);

      if (!comparable)
        continue;
      start_row (listing, life, n, "promise");
      dz_listing_put (listing, dz_promise_to_string ((DzPromise) p));
      dz_listing_put (listing, dz_promise_get_name ((DzPromise) p));
      dz_listing_put (listing, words);
      dz_listing_put (listing, NULL);
    }
}

/**
 * dz_life_listing_new:
 * @scope: (nullable): %NULL for all
 *
 * Returns: (transfer full): of every body and each of its years what it told, its weaknesses and promises
 */
DzListing *
dz_life_listing_new (DzReview            *review,
                     DzCodebook          *codebook,
                     const DzScopeFilter *scope)
{
  static const char *const columns[] = { "body", "单位", "past", "沿革", "year", "年度", "as", "当时名称", "what", "类别",
                                         "id", NULL, "name", "名称", "value", "内容", "text", "原文" };
  g_autoptr(GPtrArray) bodies = dz_scope_filter_list_bodies_in (scope, review, dz_review_choose_year (review, 0, 0));
  DzListing *listing = dz_listing_new ();

  for (guint i = 0; i < G_N_ELEMENTS (columns); i += 2)
    dz_listing_add_column (listing, columns[i], columns[i + 1]);
  for (guint i = 0; i < bodies->len; i++)
    {
      g_autoptr(DzBodyLife) life = dz_body_life_new (review, codebook, g_ptr_array_index (bodies, i));

      for (guint n = 0; n < dz_body_life_get_n (life); n++)
        {
          put_weaknesses (listing, life, n);
          put_promises (listing, life, n);
          put_figures (listing, life, n);
        }
    }

  return listing;
}
