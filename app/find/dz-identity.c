/* dz-identity.c - body, year, kind, title, dates, issuer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-identity.h"

struct _DzIdentityFinder
{
  DzCodebook *codebook;
};

DzIdentityFinder *
dz_identity_new (DzCodebook  *codebook,
             GError     **error)
{
  DzIdentityFinder *self = g_new0 (DzIdentityFinder, 1);

  self->codebook = dz_codebook_ref (codebook);

  return self;
}

void
dz_identity_free (DzIdentityFinder *self)
{
  if (self == NULL)
    return;

  dz_codebook_unref (self->codebook);
  g_free (self);
}

void
dz_identity_find (DzIdentityFinder *self,
              DzContext *context)
{
}
