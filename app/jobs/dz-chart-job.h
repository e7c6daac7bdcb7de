/* dz-chart-job.h - one chart of a review as a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-series-build.h"

G_BEGIN_DECLS

gboolean dz_make_chart (const DzSeriesQuery *query,
                        gboolean             grey,
                        const char          *path,
                        GError             **error);

G_END_DECLS
