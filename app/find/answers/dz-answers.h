/* dz-answers.h - what the plan offers against each weakness, graded
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-context.h"

G_BEGIN_DECLS

typedef struct _DzAnswers DzAnswers;

DzAnswers *dz_answers_new  (DzCodebook  *codebook,
                            GError     **error);
void       dz_answers_free (DzAnswers   *self);
void       dz_answers_find (DzAnswers   *self,
                            DzContext   *context);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzAnswers, dz_answers_free)

G_END_DECLS
