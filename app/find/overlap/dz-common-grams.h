/* dz-common-grams.h - which grams of a set of reports tell something about whom
 *
 * A gram that many bodies have was given to them, or is how everybody speaks:
 * it tells nothing. A gram that one report alone has speaks against a copy. What
 * lies between is what two texts may have from each other.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-neutral-text.h"

G_BEGIN_DECLS

#define DZ_GRAM_GIVEN G_MAXUINT32       /* of many bodies */
#define DZ_GRAM_ALONE (G_MAXUINT32 - 1) /* of one report */

/**
 * DzCommonGrams:
 * @n_texts: as handed in
 * @ids: by text: the number of each of its grams, %DZ_GRAM_GIVEN or %DZ_GRAM_ALONE
 * @n_own: by text: its different grams that were not given
 * @n: numbered grams
 * @starts: @n + 1: where the texts that have gram i begin in @texts
 * @texts: ascending within a gram, each once
 */
typedef struct
{
  guint n_texts;
  guint32 **ids;
  guint *n_own;
  guint n;
  guint *starts;
  guint *texts;
} DzCommonGrams;

DzCommonGrams *dz_common_grams_new  (GPtrArray     *texts,
                                     GArray        *bodies,
                                     GArray        *insisted);
void           dz_common_grams_free (DzCommonGrams *self);
guint          dz_common_grams_most (guint          n_bodies);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzCommonGrams, dz_common_grams_free)

G_END_DECLS
