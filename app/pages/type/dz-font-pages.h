/* dz-font-pages.h - the pages of font files a process holds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void dz_font_pages_allow     (void);
void dz_font_pages_give_back (gsize held);

G_END_DECLS
