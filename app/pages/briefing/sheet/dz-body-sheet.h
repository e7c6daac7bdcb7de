/* dz-body-sheet.h - what the parts of 一镇一页 share: a body with its reports and its places in the tables
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-briefing-quotations.h"

G_BEGIN_DECLS

/**
 * DzBodySheet: one body's page, and what is known of it
 */
typedef struct
{
  DzBriefing *briefing; /* borrowed: it owns the document that owns this */
  const DzBody *body;
  DzReport *report;     /* (nullable) */
  DzReport *last;       /* (nullable) */
  guint row;            /* of the figure table: with 1,500 bodies nothing is looked for twice */
  guint cell;           /* of the rows of weaknesses */
  DzChangeRow *change;  /* (nullable): borrowed */
} DzBodySheet;

/**
 * DzBodySheetLimits: what is left where not all fits
 */
typedef struct
{
  guint quote;   /* characters a quotation may have */
  guint strips;
  guint rows;    /* of the weakness table */
  guint checks;
  guint points;
} DzBodySheetLimits;

/* dz-body-sheet-strips.c: its main figures beside those of all others */
void                    dz_body_sheet_add_strips     (DzBodySheet             *self,
                                                      GPtrArray               *blocks,
                                                      guint                    n);

/* dz-body-sheet-weaknesses.c: its weaknesses, what the plan answers, and last year's */
const DzWeaknessCell   *dz_body_sheet_find_cell      (DzBodySheet             *self,
                                                      DzCommonRow             *row);
const DzWeaknessChange *dz_body_sheet_find_change    (DzBodySheet             *self,
                                                      const char              *code);
void                    dz_body_sheet_add_weaknesses (DzBodySheet             *self,
                                                      GPtrArray               *blocks,
                                                      const DzBodySheetLimits *limit);
void                    dz_body_sheet_add_causes     (DzBodySheet             *self,
                                                      GPtrArray               *blocks);

G_END_DECLS
