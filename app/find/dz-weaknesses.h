/* dz-weaknesses.h - problem clauses to codes, and causes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-context.h"

G_BEGIN_DECLS

typedef struct _DzWeaknesses DzWeaknesses;

DzWeaknesses *dz_weaknesses_new  (DzCodebook *codebook, GError **error);
void dz_weaknesses_free (DzWeaknesses *self);
void dz_weaknesses_find (DzWeaknesses *self, DzContext *context);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzWeaknesses, dz_weaknesses_free)

G_END_DECLS
