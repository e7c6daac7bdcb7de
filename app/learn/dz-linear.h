/* dz-linear.h - one line between what is about a code and what is not
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-examples.h"

G_BEGIN_DECLS

typedef struct
{
  double *weights; /* one a gram */
  double bias;
} DzLinear;

DzLinear *dz_linear_new   (DzExamples *examples,
                           const char *code,
                           int         left_out);
void      dz_linear_trim  (DzLinear   *self,
                           DzExamples *examples,
                           double      least);
void      dz_linear_free  (DzLinear   *self);
double    dz_linear_score (DzLinear   *self,
                           DzExamples *examples,
                           const DzExample *example);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzLinear, dz_linear_free)

G_END_DECLS
