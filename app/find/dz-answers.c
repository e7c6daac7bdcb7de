/* dz-answers.c - each weakness and the plan clause that answers it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-answers.h"

struct _DzAnswers
{
  DzCodebook *codebook;
};

DzAnswers *
dz_answers_new (DzCodebook  *codebook,
             GError     **error)
{
  DzAnswers *self = g_new0 (DzAnswers, 1);

  self->codebook = dz_codebook_ref (codebook);

  return self;
}

void
dz_answers_free (DzAnswers *self)
{
  if (self == NULL)
    return;

  dz_codebook_unref (self->codebook);
  g_free (self);
}

void
dz_answers_find (DzAnswers *self,
              DzContext *context)
{
}
