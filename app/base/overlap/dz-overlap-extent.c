/* dz-overlap-extent.c - how far the text two reports share reaches
 *
 * Worked out from the passages alone, so that it is the same for what was found
 * a moment ago and for what a review brought along.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-overlap-extent.h"

#define LEAST_PART (120 * 3) /* bytes: a shorter part is no more than a sentence or two */

static DzSpan
get_side (const DzOverlap *overlap,
          guint            passage,
          gboolean         of_b)
{
  const DzOverlapPassage *it = &g_array_index (overlap->passages, DzOverlapPassage, passage);

  return of_b ? it->b : it->a;
}

/* How many bytes of @span lie in passages; two passages may meet on the second side. */
static gsize
count_shared (const DzOverlap *overlap,
              gboolean         of_b,
              DzSpan           span)
{
  gsize shared = 0;
  gsize from = span.start;

  for (guint done = 0; done < overlap->passages->len && from < span.end; done++)
    {
      DzSpan next = { G_MAXUINT, G_MAXUINT };

      for (guint i = 0; i < overlap->passages->len; i++)
        {
          DzSpan side = get_side (overlap, i, of_b);

          if (side.end > from && side.start < next.start)
            next = side;
        }
      if (next.start >= span.end)
        break;
      shared += MIN (next.end, span.end) - MAX (next.start, from);
      from = MAX (from, next.end);
    }

  return shared;
}

/**
 * dz_overlap_extent_get_side:
 * @of_b: of the second report's text, else of the first's
 *
 * Returns: how much of the whole text of that side lies in the shared passages, 0 to 1
 */
double
dz_overlap_extent_get_side (DzReview        *review,
                            const DzOverlap *overlap,
                            gboolean         of_b)
{
  const DzReport *report = dz_review_find_report (review, of_b ? overlap->report_b : overlap->report_a);
  gsize len = 0;

  if (report == NULL)
    return 0;
  dz_text_peek (report->text, &len);

  return len > 0 ? (double) count_shared (overlap, of_b, (DzSpan){ 0, len }) / len : 0;
}

/* Parts in which every report must find its own words. */
static gboolean
is_told_of (const DzSection *section)
{
  switch (section->kind)
    {
    case DZ_SECTION_ACHIEVEMENTS:
    case DZ_SECTION_PRINCIPAL_DUTY:
    case DZ_SECTION_PROBLEMS:
    case DZ_SECTION_CAUSES:
    case DZ_SECTION_PLAN:
    case DZ_SECTION_MERGED:
      return section->span.end - section->span.start >= LEAST_PART;
    case DZ_SECTION_OPENING:
    case DZ_SECTION_LAST_YEAR:
    case DZ_SECTION_OTHER:
    case DZ_SECTION_CLOSING:
    default:
      return FALSE;
    }
}

/**
 * dz_overlap_extent_find_part:
 * @part: (out) (optional) (nullable) (transfer none): the part, of either report
 *
 * Returns: the largest share of a part (achievements, problems, causes, plan …) of one of the two
 *   that stands in the other, 0 to 1
 */
double
dz_overlap_extent_find_part (DzReview         *review,
                             const DzOverlap  *overlap,
                             const DzSection **part)
{
  double most = 0;

  if (part != NULL)
    *part = NULL;
  for (guint side = 0; side < 2; side++)
    {
      const DzReport *report =
        dz_review_find_report (review, side == 1 ? overlap->report_b : overlap->report_a);

      for (guint i = 0; report != NULL && i < report->sections->len; i++)
        {
          const DzSection *section = &g_array_index (report->sections, DzSection, i);
          double share;

          if (!is_told_of (section))
            continue;
          share = (double) count_shared (overlap, side == 1, section->span) /
                  (section->span.end - section->span.start);
          if (share > most)
            {
              most = share;
              if (part != NULL)
                *part = section;
            }
        }
    }

  return most;
}

/**
 * dz_overlap_extent_is_told:
 *
 * A pair is told where its share reaches the county's threshold (of its own last year's text, or
 * of another body's), or where a whole part of one stands in the other.
 */
gboolean
dz_overlap_extent_is_told (DzReview        *review,
                           const DzOverlap *overlap)
{
  const DzReport *a = dz_review_find_report (review, overlap->report_a);
  const DzReport *b = dz_review_find_report (review, overlap->report_b);

  if (a == NULL || b == NULL)
    return FALSE;

  return overlap->share >= (a->body_id == b->body_id ? review->county->self_threshold
                                                     : review->county->peer_threshold) ||
         dz_overlap_extent_find_part (review, overlap, NULL) >= DZ_OVERLAP_PART_SHARE;
}

/**
 * dz_overlap_extent_is_of_year:
 *
 * Returns: whether the later of the two reports is of @year, and the other of it or of the year before
 */
gboolean
dz_overlap_extent_is_of_year (DzReview        *review,
                              const DzOverlap *overlap,
                              int              year)
{
  const DzReport *a = dz_review_find_report (review, overlap->report_a);
  const DzReport *b = dz_review_find_report (review, overlap->report_b);

  return a != NULL && b != NULL && MAX (a->identity.year, b->identity.year) == year &&
         MIN (a->identity.year, b->identity.year) >= year - 1;
}

static int
compare_shares (gconstpointer a,
                gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return x < y ? -1 : x > y;
}

/* The highest share of a report of @report's year with another body's. */
static double
find_highest (DzReview       *review,
              const DzReport *report)
{
  double highest = 0;

  for (guint i = 0; i < review->overlaps->len; i++)
    {
      const DzOverlap *overlap = g_ptr_array_index (review->overlaps, i);
      gint64 other_id = overlap->report_a == report->id ? overlap->report_b : overlap->report_a;
      const DzReport *other;

      if ((overlap->report_a != report->id && overlap->report_b != report->id) || overlap->share <= highest)
        continue;
      other = dz_review_find_report (review, other_id);
      if (other != NULL && other->body_id != report->body_id && other->identity.year == report->identity.year)
        highest = overlap->share;
    }

  return highest;
}

/**
 * dz_overlap_extent_get_background:
 *
 * Returns: what is usual in this county and year: half of the reports share no more than this with
 *   the report of another body nearest to them; 0 where that is below what is kept
 */
double
dz_overlap_extent_get_background (DzReview *review,
                                  int       year)
{
  g_autoptr(GArray) shares = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < review->reports->len; i++)
    {
      const DzReport *report = g_ptr_array_index (review->reports, i);
      double highest;

      if (report->identity.year != year)
        continue;
      highest = find_highest (review, report);
      g_array_append_val (shares, highest);
    }
  if (shares->len == 0)
    return 0;
  g_array_sort (shares, compare_shares);

  return g_array_index (shares, double, (shares->len - 1) / 2);
}
