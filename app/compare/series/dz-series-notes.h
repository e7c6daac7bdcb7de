/* dz-series-notes.h - what a series says of what cannot be compared; inside compare/ only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-series-build.h"

G_BEGIN_DECLS

void  dz_series_notes_figures    (DzSeries      *series,
                                  DzFigureTable *table,
                                  DzCodebook    *codebook);
void  dz_series_notes_weaknesses (DzSeries      *series);
char *dz_series_join_few         (GPtrArray     *list,
                                  const char    *between,
                                  const char    *counted);

G_END_DECLS
