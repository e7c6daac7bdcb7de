/* dz-weaknesses.h - shortfalls the report declares, by clause
 *
 * A weakness needs a cue of the codebook where shortfalls are declared: in the
 * problems part, the problem half of a merged part, or a plain admission. Last
 * year's list is kept apart. A point that fits no code is listed without one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-context.h"
#include "dz-ignored-parts.h"
#include "dz-topics.h"

G_BEGIN_DECLS

typedef struct _DzWeaknesses DzWeaknesses;

DzWeaknesses *dz_weaknesses_new           (DzCodebook    *codebook,
                                           GError       **error);
void          dz_weaknesses_free          (DzWeaknesses  *self);
void          dz_weaknesses_find          (DzWeaknesses  *self,
                                           DzContext     *context);
GPtrArray    *dz_weaknesses_read_sentence (DzWeaknesses  *self,
                                           const char    *sentence);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzWeaknesses, dz_weaknesses_free)

G_END_DECLS
