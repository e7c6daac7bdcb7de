/* dz-json.h - a report as one line of JSON, as the contract has it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-report.h"

G_BEGIN_DECLS

void dz_json_append_string (GString        *line,
                            const char     *string);
void dz_json_append_number (GString        *line,
                            double          value);
void dz_json_append_report (GString        *line,
                            DzReport       *report,
                            gboolean        with_text,
                            gboolean        explain);
void dz_json_append_error  (GString        *line,
                            const DzSource *source,
                            const GError   *error);

G_END_DECLS
