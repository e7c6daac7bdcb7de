/* dz-identity.h - body, year, kind, title, dates, issuer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-context.h"

G_BEGIN_DECLS

typedef struct _DzIdentityFinder DzIdentityFinder;

DzIdentityFinder *dz_identity_new  (DzCodebook       *codebook,
                                    GError          **error);
void              dz_identity_free (DzIdentityFinder *self);
void              dz_identity_find (DzIdentityFinder *self,
                                    DzContext        *context);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzIdentityFinder, dz_identity_free)

G_END_DECLS
