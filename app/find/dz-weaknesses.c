/* dz-weaknesses.c - problem clauses to codes, and causes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-weaknesses.h"

struct _DzWeaknesses
{
  DzCodebook *codebook;
};

DzWeaknesses *
dz_weaknesses_new (DzCodebook  *codebook,
             GError     **error)
{
  DzWeaknesses *self = g_new0 (DzWeaknesses, 1);

  self->codebook = dz_codebook_ref (codebook);

  return self;
}

void
dz_weaknesses_free (DzWeaknesses *self)
{
  if (self == NULL)
    return;

  dz_codebook_unref (self->codebook);
  g_free (self);
}

void
dz_weaknesses_find (DzWeaknesses *self,
              DzContext *context)
{
}
