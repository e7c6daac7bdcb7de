/* dz-body-names.h - which body of the roster a cell names: 青禾镇, 青禾, 望泽县青禾镇人民政府
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-review.h"

G_BEGIN_DECLS

typedef struct _DzBodyNames DzBodyNames;

DzBodyNames *dz_body_names_new      (GPtrArray   *bodies);
void         dz_body_names_free     (DzBodyNames *self);
gint64       dz_body_names_find     (DzBodyNames *self,
                                     const char  *cell);
GArray      *dz_body_names_list     (DzBodyNames *self,
                                     const char  *folded,
                                     char       **rest);
gboolean     dz_body_names_is_total (const char  *cell);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzBodyNames, dz_body_names_free)

G_END_DECLS
