/* dz-identity-parts.h - what the two halves of dz-identity share: inside find/ only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-identity.h"
#include "dz-rule-set.h"

G_BEGIN_DECLS

#define TITLE_LINES 24
#define LONGEST_LINE 60
#define SIGNATURE_LINES 10

struct _DzIdentityFinder
{
  DzRuleSet *duty;
  DzRuleSet *annual;
  DzRuleSet *other;
  DzRuleSet *not_a_stem;
  DzRuleSet *published;
  DzRuleSet *issued;
  DzRuleSet *source;
  DzRuleSet *furniture;
};

char *dz_identity_dup_folded   (DzContext        *context,
                                DzSpan            span);
char *dz_identity_dup_original (DzContext        *context,
                                DzSpan            span);
void  dz_identity_find_dates   (DzIdentityFinder *self,
                                DzContext        *context);
void  dz_identity_prefer_roster (DzIdentityFinder *self,
                                 DzContext        *context);

G_END_DECLS
