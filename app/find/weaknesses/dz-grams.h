/* dz-grams.h - what the second reader sees of a text: its characters, by ones, twos and threes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-text.h"

G_BEGIN_DECLS

#define DZ_GRAM_LONGEST 3

GPtrArray *dz_grams_new    (const char *folded,
                            DzSpan      span);
double     dz_grams_weight (guint       n);

G_END_DECLS
