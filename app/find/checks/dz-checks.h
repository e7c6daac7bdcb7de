/* dz-checks.h - the precise tests one report alone decides
 *
 * Each check is a function and a row in dz-checks.c; what it looks for stands
 * under its id in checks.xml. A check passes, fails or cannot tell, with spans
 * and a sentence a township would accept. Checks that need other reports are
 * in compare/.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-context.h"

G_BEGIN_DECLS

typedef struct _DzChecks DzChecks;

DzChecks *dz_checks_new  (DzCodebook  *codebook,
                          GError     **error);
void      dz_checks_free (DzChecks    *self);
void      dz_checks_find (DzChecks    *self,
                          DzContext   *context);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzChecks, dz_checks_free)

G_END_DECLS
