/* dz-web-page.h - which lines of a web page are the report, and which are the page's furniture
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-source.h"
#include "dz-text.h"

G_BEGIN_DECLS

/* What a reader writes around the characters of a link: none of them occurs in a text. */
#define DZ_WEB_LINK_START "\357\243\260" /* U+F8F0 */
#define DZ_WEB_LINK_END "\357\243\261"

gboolean dz_web_page_is_furniture_name (const char *name);
DzText  *dz_web_page_clean             (DzText     *page,
                                        const char *title,
                                        DzSource   *source,
                                        guint      *n_furniture);

G_END_DECLS
