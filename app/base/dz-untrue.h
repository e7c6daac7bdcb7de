/* dz-untrue.h - what a file says that cannot be true is left out, counted and told once
 *
 * A review, or a line of JSON, may be damaged or made by hand. Whoever reads one asks here before
 * anything it says is used: no span leads out of its text, no number out of its range, no word of
 * an enum is none.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-report.h"

G_BEGIN_DECLS

typedef enum
{
  DZ_UNTRUE_SETTING,
  DZ_UNTRUE_BODY,
  DZ_UNTRUE_REPORT, /* what is said of the report itself: it stays, with that unknown */
  DZ_UNTRUE_SECTION,
  DZ_UNTRUE_FIGURE,
  DZ_UNTRUE_WEAKNESS,
  DZ_UNTRUE_CAUSE,
  DZ_UNTRUE_CHECK,
  DZ_UNTRUE_OVERLAP,
  DZ_UNTRUE_DECISION,
  DZ_UNTRUE_TABLE,
  DZ_UNTRUE_LEDGER,
  DZ_UNTRUE_SCORE,
  DZ_N_UNTRUE
} DzUntrueKind;

typedef struct
{
  guint n[DZ_N_UNTRUE];
} DzUntrue;

void        dz_untrue_add      (DzUntrue       *self,
                                const DzUntrue *more);
char       *dz_untrue_describe (const DzUntrue *self);

/* A word longer than any of ours, or no text at all; never equal to a word of the program. */
extern const char dz_untrue_word[];

const char *dz_intern_word     (const char     *text);
gboolean    dz_is_year         (int             year);
gboolean    dz_is_day          (const char     *day);
gboolean    dz_is_month_day    (const char     *day);
gboolean    dz_is_share        (double          share);
gboolean    dz_is_span         (DzText         *text,
                                DzSpan          span);
void        dz_report_leave_out_untrue (DzReport *report,
                                        DzUntrue *untrue);

G_END_DECLS
