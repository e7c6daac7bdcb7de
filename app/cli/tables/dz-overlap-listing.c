/* dz-overlap-listing.c - the passages reports share, as a listing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-overlap-listing.h"

#include "dz-overlap-extent.h"

#include <math.h>

static const char *
name_body (DzReview       *review,
           const DzReport *report)
{
  const DzBody *body = dz_review_find_body (review, report->body_id);

  return body != NULL ? body->name : report->identity.township;
}

/* The signature's date, else the page's. */
static const char *
get_day (const DzReport *report)
{
  return report->identity.issued != NULL ? report->identity.issued : report->identity.published;
}

/* "a", "b", or nothing where a date is not known or both are the same. */
static const char *
tell_earlier (const DzReport *a,
              const DzReport *b)
{
  const char *x = get_day (a);
  const char *y = get_day (b);

  if (x == NULL || y == NULL || g_str_equal (x, y))
    return NULL;

  return g_strcmp0 (x, y) < 0 ? "a" : "b";
}

/* Code points, as everywhere outside. */
static void
put_side (DzListing *listing,
          DzReport  *report,
          DzSpan     span)
{
  const DzSection *section = dz_report_section_at (report, span.start);
  const char *text = dz_text_peek (report->text, NULL);
  glong start = g_utf8_strlen (text, (gssize) span.start);

  dz_listing_put (listing, section != NULL ? dz_section_kind_to_string (section->kind) : NULL);
  dz_listing_put_number (listing, start);
  dz_listing_put_number (listing, start + g_utf8_strlen (text + span.start, (gssize) (span.end - span.start)));
  dz_listing_put_span (listing, report, span);
}

static double
round_share (double share)
{
  return round (share * 1000) / 1000;
}

static void
put_pair (DzListing       *listing,
          DzReview        *review,
          const DzOverlap *overlap,
          double           background)
{
  DzReport *a = dz_review_find_report (review, overlap->report_a);
  DzReport *b = dz_review_find_report (review, overlap->report_b);
  double share_a = dz_overlap_extent_get_side (review, overlap, FALSE);
  double share_b = dz_overlap_extent_get_side (review, overlap, TRUE);

  for (guint i = 0; i < overlap->passages->len; i++)
    {
      const DzOverlapPassage *passage = &g_array_index (overlap->passages, DzOverlapPassage, i);

      dz_listing_add_row (listing);
      dz_listing_put (listing, name_body (review, a));
      dz_listing_put_number (listing, a->identity.year);
      dz_listing_put (listing, name_body (review, b));
      dz_listing_put_number (listing, b->identity.year);
      dz_listing_put_number (listing, round_share (overlap->share));
      dz_listing_put_number (listing, round_share (share_a));
      dz_listing_put_number (listing, round_share (share_b));
      dz_listing_put_number (listing, round_share (background));
      dz_listing_put (listing, tell_earlier (a, b));
      dz_listing_put_number (listing, overlap->passages->len);
      dz_listing_put_number (listing, i + 1);
      put_side (listing, a, passage->a);
      put_side (listing, b, passage->b);
    }
}

/**
 * dz_overlap_listing_new:
 *
 * Lists every passage of every pair of the year that is told (see dz_overlap_extent_is_told()): a
 * row a passage, with its section, its offsets in characters and its words on both sides, what the
 * pair shares, each side's share of its whole text, what is usual in this county, and which of the
 * two is dated earlier.
 *
 * Returns: (transfer full): the listing
 */
DzListing *
dz_overlap_listing_new (DzReview *review,
                        int       year)
{
  static const char *const columns[] = {
    "body_a", "单位甲", "year_a", "年度甲", "body_b", "单位乙", "year_b", "年度乙",
    "share", "重合度", "share_a", "占甲全文", "share_b", "占乙全文", "background", "本县一般",
    "earlier", "日期较早", "passages", "相同段落数", "passage", "第几处",
    "section_a", "部分甲", "start_a", "起点甲", "end_a", "终点甲", "text_a", "原文甲",
    "section_b", "部分乙", "start_b", "起点乙", "end_b", "终点乙", "text_b", "原文乙",
  };
  DzListing *listing = dz_listing_new ();
  double background = dz_overlap_extent_get_background (review, year);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i += 2)
    dz_listing_add_column (listing, columns[i], columns[i + 1]);
  for (guint i = 0; i < review->overlaps->len; i++)
    {
      const DzOverlap *overlap = g_ptr_array_index (review->overlaps, i);

      if (dz_overlap_extent_is_of_year (review, overlap, year) &&
          dz_overlap_extent_is_told (review, overlap))
        put_pair (listing, review, overlap, background);
    }

  return listing;
}
