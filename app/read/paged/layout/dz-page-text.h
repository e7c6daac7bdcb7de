/* dz-page-text.h - whether the characters a page gives are text at all
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean dz_page_text_is_usable (GArray *glyphs,
                                 guint   n_unreadable);

G_END_DECLS
