/* dz-web-page.h - which lines of a web page are the report, and which are the page's furniture
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-source.h"
#include "dz-text.h"

G_BEGIN_DECLS

gboolean dz_web_page_is_furniture_name (const char *name);
DzText  *dz_web_page_clean             (DzText     *page,
                                        const char *title,
                                        DzSource   *source,
                                        guint      *n_furniture);
char    *dz_web_page_parse_date        (const char *text);

G_END_DECLS
