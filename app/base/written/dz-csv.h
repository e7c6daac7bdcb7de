/* dz-csv.h - tables as WPS and Excel read them: UTF-8 with its mark, fields that stay what they are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define DZ_CSV_MARK "\xef\xbb\xbf" /* before the first row, by which they know UTF-8 */

void dz_csv_append_field (GString    *out,
                          const char *text);
void dz_csv_append_row   (GString    *out,
                          guint       n_fields,
                          const char *const *fields);

G_END_DECLS
