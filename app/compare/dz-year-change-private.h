/* dz-year-change-private.h - what the files of the year comparison share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-year-change.h"

G_BEGIN_DECLS

DzFigureChanges *dz_figure_changes_new (DzReview      *review,
                                        DzCodebook    *codebook,
                                        GPtrArray     *bodies,
                                        int            year,
                                        const DzEntry *entry);

G_END_DECLS
