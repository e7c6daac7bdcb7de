/* dz-figures.c - quantities and the indicators their clauses name
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-figures.h"

struct _DzFigures
{
  DzCodebook *codebook;
};

DzFigures *
dz_figures_new (DzCodebook  *codebook,
             GError     **error)
{
  DzFigures *self = g_new0 (DzFigures, 1);

  self->codebook = dz_codebook_ref (codebook);

  return self;
}

void
dz_figures_free (DzFigures *self)
{
  if (self == NULL)
    return;

  dz_codebook_unref (self->codebook);
  g_free (self);
}

void
dz_figures_find (DzFigures *self,
              DzContext *context)
{
}
