/* dz-year-change-private.h - what the files of the year comparison share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-plan-items.h"
#include "dz-year-change.h"

G_BEGIN_DECLS

#define DZ_LEAST_OF_PER_CENT 20 /* last year's number: of fewer a per cent says little */

/* A body with what is compared of it, looked up once for all indicators. */
typedef struct
{
  DzBody *body;
  GPtrArray *lasts;  /* DzReport: as dz_review_list_before() gives them */
  DzReport *current; /* (nullable) */
} DzTwoYears;

/* Last year it was another body, or several: no difference is told of it. */
static inline gboolean
dz_two_years_are_of_others (const DzTwoYears *self)
{
  return self->lasts->len > 1 ||
         (self->lasts->len == 1 && ((const DzReport *) g_ptr_array_index (self->lasts, 0))->body_id != self->body->id);
}

DzFigureChanges *dz_figure_changes_new (DzReview      *review,
                                        DzCodebook    *codebook,
                                        GArray        *years,
                                        const DzEntry *entry);
DzChangeRow     *dz_change_row_new     (DzReview      *review,
                                        DzCodebook    *codebook,
                                        DzPlanItems   *plans,
                                        const DzBody  *body,
                                        GPtrArray     *lasts,
                                        DzReport      *current);
DzYearChange    *dz_year_change_new_sharing (DzReview            *review,
                                             DzCodebook          *codebook,
                                             int                  year,
                                             const DzScopeFilter *scope,
                                             DzPlanItems         *plans);

G_END_DECLS
