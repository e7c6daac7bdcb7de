/* dz-furniture.h - lines a web page or a file cover puts around a report
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean dz_furniture_is_document_number (const char *at,
                                          gsize       len);
gboolean dz_furniture_is_line    (const char *line,
                                  gsize       len);
gboolean dz_furniture_is_related (const char *line,
                                  gsize       len);

G_END_DECLS
