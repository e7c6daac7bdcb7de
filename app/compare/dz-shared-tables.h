/* dz-shared-tables.h - the tables several views show, computed once for a snapshot, a year and a scope
 *
 * Each is made when it is first asked for and kept; a later snapshot takes over what is about reports that did
 * not change. To be used from one thread at a time: a job may make them and hand them to the window.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-roster-table.h"
#include "dz-year-change.h"

G_BEGIN_DECLS

#define DZ_TYPE_SHARED_TABLES (dz_shared_tables_get_type ())
G_DECLARE_FINAL_TYPE (DzSharedTables, dz_shared_tables, DZ, SHARED_TABLES, GObject)

DzSharedTables *dz_shared_tables_new          (DzReview       *review,
                                               DzCodebook     *codebook,
                                               int             year,
                                               DzScopeFilter  *scope,
                                               DzSharedTables *previous);
DzReview       *dz_shared_tables_get_review   (DzSharedTables *self);
DzCodebook     *dz_shared_tables_get_codebook (DzSharedTables *self);
int             dz_shared_tables_get_year     (DzSharedTables *self);
DzScopeFilter  *dz_shared_tables_get_scope    (DzSharedTables *self);
DzChecksTable  *dz_shared_tables_get_checks   (DzSharedTables *self);
DzRosterTable  *dz_shared_tables_get_roster   (DzSharedTables *self);
DzYearChange   *dz_shared_tables_get_change   (DzSharedTables *self);

G_END_DECLS
