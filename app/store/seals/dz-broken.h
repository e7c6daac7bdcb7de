/* dz-broken.h - what of a review is not as it was written
 *
 * For store/ only; what others call is in dz-store.h.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-store-private.h"

G_BEGIN_DECLS

void     dz_broken_check_report (DzStore *self,
                                 gint64   report,
                                 gint64   version);
void     dz_broken_check_tables (DzStore *self);
gboolean dz_broken_catch_up     (DzStore *self,
                                 GError **error);

G_END_DECLS
