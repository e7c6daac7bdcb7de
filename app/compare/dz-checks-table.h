/* dz-checks-table.h - what the tests say of all reports of a year: 核查
 *
 * The single reports' checks, and those that need more than one report
 * (C-ROSTER, C-SUBMIT, C-PUBLISH, C-RECUR, C-PLANDONE, C-COPY-PEER,
 * C-COPY-SELF), computed here. A finding is one (body, check) pair.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-codebook.h"
#include "dz-scope-filter.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* A passage a finding points at: in the body's report, last year's or another body's. */
typedef struct
{
  gint64 report_id;
  DzSpan span;
} DzPassage;

#define DZ_TYPE_FINDING (dz_finding_get_type ())
G_DECLARE_FINAL_TYPE (DzFinding, dz_finding, DZ, FINDING, GObject)

const DzBody    *dz_finding_get_body     (DzFinding *self);
const DzEntry   *dz_finding_get_check    (DzFinding *self);
DzReport        *dz_finding_get_report   (DzFinding *self);
DzResult         dz_finding_get_result   (DzFinding *self);
DzState          dz_finding_get_state    (DzFinding *self);
const char      *dz_finding_get_message  (DzFinding *self);
const char      *dz_finding_get_note     (DzFinding *self);
GArray          *dz_finding_get_passages (DzFinding *self);
const DzOverlap *dz_finding_get_overlap  (DzFinding *self);
gboolean         dz_finding_is_unhandled (DzFinding *self);

#define DZ_TYPE_CHECK_ROW (dz_check_row_get_type ())
G_DECLARE_FINAL_TYPE (DzCheckRow, dz_check_row, DZ, CHECK_ROW, GObject)

/* One check over all bodies, or (by body) one body over all checks. */
const DzEntry *dz_check_row_get_check    (DzCheckRow *self);
const DzBody  *dz_check_row_get_body     (DzCheckRow *self);
const char    *dz_check_row_get_severity (DzCheckRow *self);
gboolean       dz_check_row_is_off       (DzCheckRow *self);
guint          dz_check_row_count_failing   (DzCheckRow *self);
guint          dz_check_row_count_unhandled (DzCheckRow *self);
guint          dz_check_row_count_passing   (DzCheckRow *self);
guint          dz_check_row_count_cannot_tell (DzCheckRow *self);
GListModel    *dz_check_row_get_findings (DzCheckRow *self);

#define DZ_TYPE_CHECKS_TABLE (dz_checks_table_get_type ())
G_DECLARE_FINAL_TYPE (DzChecksTable, dz_checks_table, DZ, CHECKS_TABLE, GObject)

DzChecksTable *dz_checks_table_new             (DzReview            *review,
                                                DzCodebook          *codebook,
                                                int                  year,
                                                const DzScopeFilter *scope);
DzReview      *dz_checks_table_get_review      (DzChecksTable       *self);
int            dz_checks_table_get_year        (DzChecksTable       *self);
GPtrArray     *dz_checks_table_list_bodies     (DzChecksTable       *self);
gboolean       dz_checks_table_prepare         (DzChecksTable       *self,
                                                gint64               until);
GListModel    *dz_checks_table_get_rows        (DzChecksTable       *self);
GListModel    *dz_checks_table_get_by_body     (DzChecksTable       *self);
DzCheckRow    *dz_checks_table_find_body       (DzChecksTable       *self,
                                                gint64               body_id);
DzFinding     *dz_checks_table_find            (DzChecksTable       *self,
                                                const char          *id,
                                                gint64               body_id);
guint          dz_checks_table_count_unhandled (DzChecksTable       *self);
GPtrArray     *dz_checks_table_list_overlaps   (DzChecksTable       *self);
const char    *dz_severity_get_name            (const char          *severity);

G_END_DECLS
