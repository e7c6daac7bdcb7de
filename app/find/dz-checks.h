/* dz-checks.h - the checks one report decides alone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-context.h"

G_BEGIN_DECLS

typedef struct _DzChecks DzChecks;

DzChecks *dz_checks_new  (DzCodebook *codebook, GError **error);
void dz_checks_free (DzChecks *self);
void dz_checks_find (DzChecks *self, DzContext *context);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzChecks, dz_checks_free)

G_END_DECLS
