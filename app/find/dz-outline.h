/* dz-outline.h - sections by role from headings and lead-in lines
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-context.h"

G_BEGIN_DECLS

typedef struct _DzOutline DzOutline;

DzOutline *dz_outline_new  (DzCodebook *codebook, GError **error);
void dz_outline_free (DzOutline *self);
void dz_outline_find (DzOutline *self, DzContext *context);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzOutline, dz_outline_free)

G_END_DECLS
