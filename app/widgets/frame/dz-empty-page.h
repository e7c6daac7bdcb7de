/* dz-empty-page.h - the first thing seen: start a review, try the sample, open a recent one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define DZ_TYPE_EMPTY_PAGE (dz_empty_page_get_type ())
G_DECLARE_FINAL_TYPE (DzEmptyPage, dz_empty_page, DZ, EMPTY_PAGE, AdwBin)

void dz_empty_page_refresh (DzEmptyPage *self);

G_END_DECLS
