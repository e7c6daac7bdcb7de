/* dz-outline.c - sections by role from headings and lead-in lines
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-outline.h"

struct _DzOutline
{
  DzCodebook *codebook;
};

DzOutline *
dz_outline_new (DzCodebook  *codebook,
             GError     **error)
{
  DzOutline *self = g_new0 (DzOutline, 1);

  self->codebook = dz_codebook_ref (codebook);

  return self;
}

void
dz_outline_free (DzOutline *self)
{
  if (self == NULL)
    return;

  dz_codebook_unref (self->codebook);
  g_free (self);
}

void
dz_outline_find (DzOutline *self,
              DzContext *context)
{
}
