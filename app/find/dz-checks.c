/* dz-checks.c - the checks one report decides alone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-checks.h"

struct _DzChecks
{
  DzCodebook *codebook;
};

DzChecks *
dz_checks_new (DzCodebook  *codebook,
             GError     **error)
{
  DzChecks *self = g_new0 (DzChecks, 1);

  self->codebook = dz_codebook_ref (codebook);

  return self;
}

void
dz_checks_free (DzChecks *self)
{
  if (self == NULL)
    return;

  dz_codebook_unref (self->codebook);
  g_free (self);
}

void
dz_checks_find (DzChecks *self,
              DzContext *context)
{
}
