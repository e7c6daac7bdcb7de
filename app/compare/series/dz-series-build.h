/* dz-series-build.h - the subjects of the gallery, filled in from a review
 *
 * A subject says what is drawn (mediation, training, the ranking of the
 * weaknesses, any indicator) and which kind of chart draws it; charts/ knows
 * the kinds and nothing of reviews. A subject's word is one of the table below,
 * or an indicator's id ("escalated_petitions"), or "change:ID" (slope of this
 * year against last), or "spread:ID" (distribution).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-common-weaknesses.h"
#include "dz-figure-table.h"
#include "dz-series.h"

G_BEGIN_DECLS

/**
 * DzSubject:
 * @id: "mediation", "training", "enforcement", "materials", "petitions", "weaknesses", "heatmap",
 *   "change", "spread", "profile"
 * @chart: id of the chart kind in charts/
 * @name: Chinese, as in charts and documents
 * @first, @second: (nullable): indicators; NULL for weaknesses and profile
 */
typedef struct
{
  const char *id;
  const char *chart;
  const char *name;
  const char *first;
  const char *second;
} DzSubject;

const DzSubject *dz_subject_find      (const char          *id);
const char      *dz_subject_get_chart (const char          *subject);

/**
 * DzSeriesQuery: what is asked of a builder
 * @year: 0: of each body the latest report; if their years differ, the series says so and charts
 *   refuse until its side_by_side is set (figures only: weaknesses and change need a year)
 * @subject: see above
 * @focus_body: profile, spread: the body it is about; 0: none
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
} DzSeriesQuery;

DzSeries        *dz_series_build      (const DzSeriesQuery *query,
                                       GError             **error);

G_END_DECLS
