/* dz-keeper.h - what was read, put into the review with a record of what became of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-body-names.h"
#include "dz-import.h"
#include "dz-inspection.h"

G_BEGIN_DECLS

/**
 * DzArrival: one report, one roster or one file that could not be read
 * @source: (nullable): the file, where it is no report
 * @report: (nullable)
 * @roster: (nullable) (element-type DzBody): the county's list of bodies
 * @problem: (nullable): why there is neither
 * @position: of its file in the input, from 1
 */
typedef struct
{
  DzSource *source;
  DzReport *report;
  GPtrArray *roster;
  GError *problem;
  guint position;
} DzArrival;

/* Below this, body, year or kind is called a guess. */
#define DZ_IMPORT_SURE 0.6

/**
 * DzKeeper: where it goes, and by which rules; nothing but @names is owned
 * @county: (nullable): tells the last day to submit
 * @inspection: tells papers of inspections from reports
 * @run: number of the import
 * @names: (nullable): of the roster, for what names of files say; looked up when they are needed
 */
typedef struct
{
  DzStore *store;
  DzImportOptions options;
  const DzCounty *county;
  DzInspection *inspection;
  guint run;
  DzBodyNames *names;
} DzKeeper;

void     dz_arrival_free    (DzArrival  *self);
gboolean dz_keeper_keep_all (DzKeeper   *self,
                             GPtrArray  *arrivals,
                             GPtrArray  *records,
                             GError    **error);

G_END_DECLS
