/* dz-figures.h - quantities and the indicators their clauses name
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-context.h"

G_BEGIN_DECLS

typedef struct _DzFigures DzFigures;

DzFigures *dz_figures_new  (DzCodebook *codebook, GError **error);
void dz_figures_free (DzFigures *self);
void dz_figures_find (DzFigures *self, DzContext *context);

GPtrArray *dz_figures_check_codebook (DzCodebook *codebook, GError **error);

void dz_figures_set_aside_all (DzReport *report);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzFigures, dz_figures_free)

G_END_DECLS
