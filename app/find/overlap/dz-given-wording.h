/* dz-given-wording.h - the sentences a county gave its bodies, learned from the reports
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-common-grams.h"

G_BEGIN_DECLS

#define DZ_GIVEN_WORDING_MOST 60 /* sentences listed */

GPtrArray *dz_given_wording_list (GPtrArray     *reports,
                                  GPtrArray     *texts,
                                  DzCommonGrams *grams);

G_END_DECLS
