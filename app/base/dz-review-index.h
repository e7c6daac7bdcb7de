/* dz-review-index.h - where a body, a report, an overlap stands in a snapshot
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-review.h"

G_BEGIN_DECLS

DzReviewIndex *dz_review_index_new           (const DzReview      *review);
void           dz_review_index_free          (DzReviewIndex       *self);
gboolean       dz_review_index_holds         (const DzReviewIndex *self,
                                              const DzReview      *review);
const DzBody  *dz_review_index_find_body     (const DzReviewIndex *self,
                                              gint64               id);
const DzBody  *dz_review_index_find_named    (const DzReviewIndex *self,
                                              const char          *name);
DzReport      *dz_review_index_find_report   (const DzReviewIndex *self,
                                              gint64               id);
DzReport      *dz_review_index_find_sent     (const DzReviewIndex *self,
                                              gint64               body_id,
                                              int                  year);
guint          dz_review_index_count_sent    (const DzReviewIndex *self,
                                              gint64               body_id,
                                              int                  year,
                                              DzReportKind         kind);
GPtrArray     *dz_review_index_list_overlaps (const DzReviewIndex *self,
                                              gint64               report_id);

G_END_DECLS
