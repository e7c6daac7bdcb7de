/* dz-causes.h - what the report blames: under a heading, or in a causal clause
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-context.h"

G_BEGIN_DECLS

typedef struct _DzCauses DzCauses;

DzCauses  *dz_causes_new           (DzCodebook  *codebook,
                                    GError     **error);
void       dz_causes_free          (DzCauses    *self);
void       dz_causes_find          (DzCauses    *self,
                                    DzContext   *context);
GPtrArray *dz_causes_read_sentence (DzCauses    *self,
                                    const char  *sentence);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzCauses, dz_causes_free)

G_END_DECLS
