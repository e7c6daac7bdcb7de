/* dz-personal.h - people in a report: names, numbers and addresses that must not be made public
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-codebook.h"
#include "dz-fold.h"
#include "dz-text.h"

G_BEGIN_DECLS

/**
 * DzPersonalHit: spans of the original text
 * @shown: with the word that says who it is: 上访户贾守田
 * @secret: what must not be told: 贾守田
 */
typedef struct
{
  DzSpan shown;
  DzSpan secret;
} DzPersonalHit;

typedef struct _DzPersonal DzPersonal;

DzPersonal *dz_personal_new  (const DzEntry *entry,
                              GError       **error);
void        dz_personal_free (DzPersonal    *self);
GArray     *dz_personal_find (DzPersonal    *self,
                              const char    *text,
                              gsize          len,
                              DzFold        *fold);

G_END_DECLS
