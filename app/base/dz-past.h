/* dz-past.h - what a body was before: 沿革
 *
 * Renamed: the body is one and the same, whatever its reports call it. Merged
 * and split: other bodies that ended with it. Parted: one that goes on without
 * what became a body of its own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-review.h"

G_BEGIN_DECLS

typedef enum { DZ_PAST_RENAMED, DZ_PAST_MERGED, DZ_PAST_SPLIT, DZ_PAST_PARTED } DzPastHow;

/**
 * DzPastEvent:
 * @year: the first year of the new body or name; 0: nobody said when
 * @names: (element-type utf8): what the body was called, or the bodies it was made of
 */
typedef struct
{
  int year;
  DzPastHow how;
  GPtrArray *names;
} DzPastEvent;

GPtrArray  *dz_past_parse            (const char   *words,
                                      char        **wrong);
char       *dz_past_to_string        (GPtrArray    *events);
gboolean    dz_review_has_body_in    (DzReview     *self,
                                      const DzBody *body,
                                      int           year);
GPtrArray  *dz_review_list_ancestors (DzReview     *self,
                                      const DzBody *body);
GPtrArray  *dz_review_list_before    (DzReview     *self,
                                      gint64        body_id,
                                      int           year);
DzReport   *dz_review_report_before  (DzReview     *self,
                                      gint64        body_id,
                                      int           year);

G_END_DECLS
