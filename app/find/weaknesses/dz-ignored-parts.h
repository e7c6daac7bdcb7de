/* dz-ignored-parts.h - parts of a sentence whose words do not mean what they say
 *
 * 虽然…但: only what follows 但 counts. 不存在…, 杜绝…, 并非…: denied. 《…》 and
 * long quotations: somebody else's words. 由于…, 随着…: a cause, not a shortfall.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-rule-set.h"

G_BEGIN_DECLS

typedef struct _DzMasks DzIgnoredParts;

typedef enum
{
  DZ_MASK_QUOTED,
  DZ_MASK_DENIED,
  DZ_MASK_CONCEDED,
  DZ_MASK_CAUSAL
} DzMaskKind;

typedef struct
{
  DzMaskKind kind;
  DzSpan span;
  const char *cue; /* (nullable) interned */
  DzSpan cue_span;
} DzMask;

DzIgnoredParts      *dz_ignored_parts_new   (DzCodebook   *codebook,
                                             GError      **error);
void          dz_ignored_parts_free  (DzIgnoredParts      *self);
GArray       *dz_ignored_parts_find  (DzIgnoredParts      *self,
                                      const char   *folded,
                                      DzSpan        sentence);
const DzMask *dz_ignored_parts_cover (GArray *masks,
                                      DzSpan  cue);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzIgnoredParts, dz_ignored_parts_free)

G_END_DECLS
