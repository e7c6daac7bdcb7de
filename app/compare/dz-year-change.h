/* dz-year-change.h - this year against last: 年度对比
 *
 * Weaknesses are compared by code, because wording changes. Bodies without a
 * report of last year are listed apart: nothing of theirs is ever “new”.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-figure-table.h"
#include "dz-plan-items.h"

G_BEGIN_DECLS

typedef enum
{
  DZ_DESTINATION_CLAIMED_AGAIN,   /* 称已整改，又提出 */
  DZ_DESTINATION_UNCLAIMED_AGAIN, /* 未称整改，又提出 */
  DZ_DESTINATION_CLAIMED_GONE,    /* 称已整改，未再提 */
  DZ_DESTINATION_SILENT_GONE,     /* 未说明，未再提 */
  DZ_DESTINATION_NEW              /* 今年新提出 */
} DzDestination;
#define DZ_N_DESTINATIONS (DZ_DESTINATION_NEW + 1)

const char *dz_destination_get_name (DzDestination destination);
const char *dz_destination_to_string (DzDestination destination);
gboolean    dz_destination_from_string (const char    *word,
                                        DzDestination *destination);

/**
 * DzWeaknessChange: one code of one body
 * @last_report: (nullable): the report of last year that names it; of a body made of several, one of theirs
 * @last_weakness: index into its weaknesses, -1: none
 * @this_weakness: index into this year's, named this year; -1: none
 * @claim: index into this year's weaknesses whose rectified span is the claim; -1: none
 */
typedef struct
{
  const char *code;
  DzDestination destination;
  DzReport *last_report;
  int last_weakness;
  int this_weakness;
  int claim;
  gboolean unfinished; /* only in this year's rectification part, admitted as unfinished */
  gboolean unsure;     /* it comes back only by codes nobody confirmed: told, not counted */
  gboolean decided;    /* a person put it there, by a decision "destination" */
} DzWeaknessChange;

#define DZ_TYPE_CHANGE_ROW (dz_change_row_get_type ())
G_DECLARE_FINAL_TYPE (DzChangeRow, dz_change_row, DZ, CHANGE_ROW, GObject)

const DzBody           *dz_change_row_get_body        (DzChangeRow   *self);
DzReport               *dz_change_row_get_last_report (DzChangeRow   *self);
DzReport               *dz_change_row_get_this_report (DzChangeRow   *self);
gboolean                dz_change_row_is_read         (DzChangeRow   *self);
guint                   dz_change_row_get_n_changes   (DzChangeRow   *self);
const DzWeaknessChange *dz_change_row_get_change      (DzChangeRow   *self,
                                                       guint          n);
const DzWeaknessChange *dz_change_row_find_change     (DzChangeRow   *self,
                                                       const char    *code);
guint                   dz_change_row_count           (DzChangeRow   *self,
                                                       DzDestination  destination);
GPtrArray              *dz_change_row_get_last_reports (DzChangeRow  *self);
gboolean                dz_change_row_has_other_body  (DzChangeRow   *self);
GArray                 *dz_change_row_get_plan_items  (DzChangeRow   *self);
guint                   dz_change_row_count_promises  (DzChangeRow   *self,
                                                       DzPromise      promise);

/* Why two numbers of one indicator are not simply compared. */
typedef enum
{
  DZ_CHANGE_WORDING = 1 << 0,  /* counted in other words */
  DZ_CHANGE_SCOPE = 1 << 1,    /* of another extent or period: with the villages, part of the year */
  DZ_CHANGE_CODEBOOK = 1 << 2, /* the two reports were read with different codebooks */
  DZ_CHANGE_BODY = 1 << 3      /* the body was merged or split in between: no difference is told */
} DzChangeWarning;

/**
 * DzFigureChange: one indicator of one body, both years
 * @last: of last year; mark MISSING with report %NULL: 2023年无报告
 * @both: both are single, usable values: a line may be drawn
 * @difference: NAN unless both
 * @per_cent: NAN unless both, last year at least 20, and neither rate nor zero
 * @per_cent_about: a bound on either side: print in grey with ≈
 * @warnings: #DzChangeWarning
 */
typedef struct
{
  const DzBody *body;
  DzFigureCell last;
  DzFigureCell current;
  gboolean both;
  double difference;
  double per_cent;
  gboolean per_cent_about;
  guint warnings;
} DzFigureChange;

char *dz_figure_change_dup_warning (const DzFigureChange *self);

/* How one indicator moved over all bodies: up, down and same are of the exact ones. */
typedef struct
{
  guint both;
  guint exact;
  guint up;
  guint down;
  guint same;
} DzChangeCounts;

#define DZ_TYPE_FIGURE_CHANGES (dz_figure_changes_get_type ())
G_DECLARE_FINAL_TYPE (DzFigureChanges, dz_figure_changes, DZ, FIGURE_CHANGES, GObject)

const DzEntry        *dz_figure_changes_get_entry  (DzFigureChanges *self);
guint                 dz_figure_changes_get_n      (DzFigureChanges *self);
const DzFigureChange *dz_figure_changes_get_change (DzFigureChanges *self,
                                                    guint            n);
const DzChangeCounts *dz_figure_changes_get_counts (DzFigureChanges *self);

#define DZ_TYPE_YEAR_CHANGE (dz_year_change_get_type ())
G_DECLARE_FINAL_TYPE (DzYearChange, dz_year_change, DZ, YEAR_CHANGE, GObject)

DzYearChange    *dz_year_change_new             (DzReview            *review,
                                                 DzCodebook          *codebook,
                                                 int                  year,
                                                 const DzScopeFilter *scope);
GListModel      *dz_year_change_get_rows        (DzYearChange        *self);
guint            dz_year_change_get_n_rows      (DzYearChange        *self);
DzChangeRow     *dz_year_change_get_row         (DzYearChange        *self,
                                                 guint                row);
DzChangeRow     *dz_year_change_find_row        (DzYearChange        *self,
                                                 gint64               body_id);
guint            dz_year_change_count          (DzYearChange        *self,
                                                 DzDestination        destination);
GPtrArray       *dz_year_change_get_without_last (DzYearChange       *self);
DzFigureChanges *dz_year_change_get_figures     (DzYearChange        *self,
                                                 const char          *indicator);
GPtrArray       *dz_year_change_list_told       (DzYearChange        *self,
                                                 const DzEntry      **first);
GListModel      *dz_year_change_list_figures    (DzYearChange        *self);
gboolean         dz_year_change_has_last_year   (DzYearChange        *self);
int              dz_year_change_get_year        (DzYearChange        *self);

G_END_DECLS
