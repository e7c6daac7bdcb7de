/* dz-part-labels.h - words before a colon, or at the head of a column, that say what follows is for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-rule-set.h"

G_BEGIN_DECLS

typedef enum
{
  DZ_PART_LABEL_NONE,
  DZ_PART_LABEL_PROBLEM,
  DZ_PART_LABEL_CAUSE,
  DZ_PART_LABEL_PLAN
} DzPartLabel;

typedef struct _DzPartLabels DzPartLabels;

DzPartLabels *dz_part_labels_new  (DzCodebook    *codebook,
                                   GError       **error);
void          dz_part_labels_free (DzPartLabels  *self);
DzPartLabel   dz_part_labels_read (DzPartLabels  *self,
                                   const char    *folded,
                                   DzSpan         span,
                                   gsize         *end);
DzPartLabel   dz_part_labels_read_head (DzPartLabels *self,
                                        const char   *folded,
                                        DzSpan        cell);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzPartLabels, dz_part_labels_free)

G_END_DECLS
