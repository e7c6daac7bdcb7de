/* dz-identity-parts.h - what the parts of dz-identity share: inside find/ only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-identity.h"
#include "dz-rule-set.h"

G_BEGIN_DECLS

#define TITLE_LINES 40
#define LONGEST_LINE 60
#define SIGNATURE_LINES 10

struct _DzIdentityFinder
{
  DzRuleSet *duty;
  DzRuleSet *annual;
  DzRuleSet *other;
  DzRuleSet *subject;         /* what a report of ours is about */
  DzRuleSet *title_end;       /* what the title of a report may end with */
  DzRuleSet *person;          /* the duty of a principal */
  DzRuleSet *other_subject;   /* what other reports are about */
  DzRuleSet *other_author;    /* who writes them */
  DzRuleSet *made_known;      /* a body's own report by the name of a circular */
  DzRuleSet *lower_author;    /* who may write like a body: a village, a squad */
  DzRuleSet *other_opening;   /* how other documents begin */
  DzRuleSet *other_addressee; /* whom they are sent to */
  DzRuleSet *report_opening;
  DzRuleSet *news; /* who wrote a piece of news, and its headline */
  DzRuleSet *news_title; /* a first line that tells what somebody did */
  DzRuleSet *not_a_stem;
  DzRuleSet *published;
  DzRuleSet *issued;
  DzRuleSet *source;
  DzRuleSet *furniture;
};

char        *dz_identity_dup_folded     (DzContext        *context,
                                         DzSpan            span);
char        *dz_identity_dup_original   (DzContext        *context,
                                         DzSpan            span);
guint        dz_identity_head_end       (DzContext        *context);
DzReportKind dz_identity_kind_of_title  (DzIdentityFinder *self,
                                         const char       *title);
void         dz_identity_find_title     (DzIdentityFinder *self,
                                         DzContext        *context);
void         dz_identity_refine_kind    (DzIdentityFinder *self,
                                         DzContext        *context);
void         dz_identity_kind_from_text (DzIdentityFinder *self,
                                         DzContext        *context);
void         dz_identity_find_dates     (DzIdentityFinder *self,
                                         DzContext        *context);
void         dz_identity_find_year      (DzIdentityFinder *self,
                                         DzContext        *context);
void         dz_identity_prefer_roster  (DzIdentityFinder *self,
                                         DzContext        *context);

G_END_DECLS
