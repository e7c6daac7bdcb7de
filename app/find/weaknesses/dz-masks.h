/* dz-masks.h - parts of a sentence whose words do not mean what they say
 *
 * 虽然…但: only what follows 但 counts. 不存在…, 杜绝…, 并非…: denied. 《…》 and
 * long quotations: somebody else's words. 由于…, 随着…: a cause, not a shortfall.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-rule-set.h"

G_BEGIN_DECLS

typedef struct _DzMasks DzMasks;

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

DzMasks      *dz_masks_new   (DzCodebook   *codebook,
                              GError      **error);
void          dz_masks_free  (DzMasks      *self);
GArray       *dz_masks_find  (DzMasks      *self,
                              const char   *folded,
                              DzSpan        sentence);
const DzMask *dz_masks_cover (GArray       *masks,
                              DzSpan        cue);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzMasks, dz_masks_free)

G_END_DECLS
