/* dz-hidden-names.h - 甲单位, 乙单位 in the place of the names of bodies, whatever form they stand in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-review.h"

G_BEGIN_DECLS

typedef struct _DzHiddenNames DzHiddenNames;

DzReview *dz_hidden_names_hide  (DzReview      *review,
                                 DzHiddenNames **names);
char     *dz_hidden_names_mask  (DzHiddenNames *self,
                                 const char    *text,
                                 gboolean       quoted);
void      dz_hidden_names_free  (DzHiddenNames *self);

G_END_DECLS
