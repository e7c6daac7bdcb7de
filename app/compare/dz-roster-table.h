/* dz-roster-table.h - who reported, when, and what is in it: 报送
 *
 * A row per body of the scope, missing bodies included, in roster order.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-checks-table.h"

G_BEGIN_DECLS

typedef enum
{
  DZ_CONTENT_RESULTS,   /* 成效 */
  DZ_CONTENT_PROBLEMS,  /* 问题 */
  DZ_CONTENT_CAUSES,    /* 原因: annual reports */
  DZ_CONTENT_DUTY,      /* 履职: annual reports */
  DZ_CONTENT_PLAN,      /* 计划 */
  DZ_CONTENT_LAST_YEAR  /* 整改: duty reports */
} DzContent;
#define DZ_N_CONTENTS (DZ_CONTENT_LAST_YEAR + 1)

typedef enum
{
  DZ_CONTENT_UNKNOWN,   /* no report, or the check cannot tell */
  DZ_CONTENT_NOT_ASKED, /* · of this kind of report */
  DZ_CONTENT_ABSENT,    /* 未见 */
  DZ_CONTENT_ELSEWHERE, /* found elsewhere in the text */
  DZ_CONTENT_OWN        /* a section of its own */
} DzContentMark;

const char *dz_content_get_name  (DzContent content); /* 成效 问题 原因 履职 计划 整改 */
const char *dz_content_get_check (DzContent content); /* C-RESULTS ... */

#define DZ_TYPE_ROSTER_ROW (dz_roster_row_get_type ())
G_DECLARE_FINAL_TYPE (DzRosterRow, dz_roster_row, DZ, ROSTER_ROW, GObject)

const DzBody *dz_roster_row_get_body         (DzRosterRow *self);
DzReport     *dz_roster_row_get_report       (DzRosterRow *self);
gboolean      dz_roster_row_is_missing       (DzRosterRow *self);
DzContentMark dz_roster_row_get_content      (DzRosterRow *self,
                                              DzContent    content,
                                              DzSpan      *evidence);
gboolean      dz_roster_row_is_complete      (DzRosterRow *self);
guint         dz_roster_row_count_absent     (DzRosterRow *self);
guint         dz_roster_row_get_n_figures    (DzRosterRow *self);
guint         dz_roster_row_get_n_weaknesses (DzRosterRow *self);
guint         dz_roster_row_get_n_failing    (DzRosterRow *self);
DzReviewing   dz_roster_row_get_reviewing    (DzRosterRow *self);
const char   *dz_roster_row_get_received     (DzRosterRow *self);
const char   *dz_roster_row_get_published    (DzRosterRow *self);
int           dz_roster_row_get_days_late    (DzRosterRow *self);
int           dz_roster_row_get_publish_days_late (DzRosterRow *self);
gboolean      dz_roster_row_follow           (DzRosterRow *self,
                                              DzRosterRow *newer);

typedef struct
{
  guint due;             /* bodies on the roster in scope */
  guint received;        /* bodies with a report */
  guint missing;
  guint on_time;         /* received date known and not late */
  guint late;
  guint received_unknown;/* a report, no received date */
  guint published;       /* publication date known */
  guint published_on_time;
  guint annual, duty, other;
  guint incomplete;      /* 要素不全: at least one required content 未见 */
  guint unread, reading, done, disputed;
  guint absent[DZ_N_CONTENTS];
} DzRosterTotals;

#define DZ_TYPE_ROSTER_TABLE (dz_roster_table_get_type ())
G_DECLARE_FINAL_TYPE (DzRosterTable, dz_roster_table, DZ, ROSTER_TABLE, GObject)

DzRosterTable        *dz_roster_table_new        (DzReview            *review,
                                                  DzCodebook          *codebook,
                                                  int                  year,
                                                  const DzScopeFilter *scope);
DzRosterTable        *dz_roster_table_new_of     (DzChecksTable       *checks);
GListModel           *dz_roster_table_get_rows   (DzRosterTable       *self);
guint                 dz_roster_table_get_n_rows (DzRosterTable       *self);
DzRosterRow          *dz_roster_table_get_row    (DzRosterTable       *self,
                                                  guint                row);
DzRosterRow          *dz_roster_table_find_row   (DzRosterTable       *self,
                                                  gint64               body_id);
const DzRosterTotals *dz_roster_table_get_totals (DzRosterTable       *self);
char                 *dz_roster_table_dup_submit_by (DzRosterTable    *self);
char                 *dz_roster_table_dup_publish_before (DzRosterTable *self);
int                   dz_roster_table_get_year   (DzRosterTable       *self);

G_END_DECLS
