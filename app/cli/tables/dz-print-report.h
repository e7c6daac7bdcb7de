/* dz-print-report.h - a report's reading for people: lines of text, rows of a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-report.h"

G_BEGIN_DECLS

void dz_print_text     (GString    *out,
                        DzReport   *report);
void dz_print_csv_head (GString    *out);
void dz_print_csv      (GString    *out,
                        DzReport   *report);

G_END_DECLS
