/* dz-series-build.h - the subjects of the gallery, filled in from a review
 *
 * For the words of a subject see dz-gallery.h.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-common-weaknesses.h"
#include "dz-figure-table.h"
#include "dz-series.h"

G_BEGIN_DECLS

/**
 * DzSeriesQuery: what is asked of a builder
 * @year: 0: of each body the latest report; if their years differ, the series says so and charts
 *   refuse until its side_by_side is set (figures only: weaknesses and change need a year)
 * @subject: see dz-gallery.h
 * @focus_body: profile, spread: the body it is about; 0: none
 * @alone: for another kind of chart than the subject's own, which draws one measure: of two indicators or two years the
 *   first indicator in @year only, under its own name, and no word of how the subject draws it
 */
typedef struct
{
  DzReview *review;
  DzCodebook *codebook;
  int year;
  const DzScopeFilter *scope;
  const char *subject;
  gint64 focus_body;
  DzPer per;
  DzOrder order;
  gboolean alone;
} DzSeriesQuery;

DzSeries        *dz_series_build      (const DzSeriesQuery *query,
                                       GError             **error);

G_END_DECLS
