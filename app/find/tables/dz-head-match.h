/* dz-head-match.h - the indicator a head names, by the codebook's own words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-codebook.h"
#include "dz-head-words.h"
#include "dz-reading.h"

G_BEGIN_DECLS

typedef struct _DzHeadMatcher DzHeadMatcher;

/**
 * DzHeadMatch:
 * @indicator: (nullable): interned
 * @named: the head is the codebook's own name of it, in a unit of its own
 * @sure: the head says what it is, not only the group above it
 */
typedef struct
{
  const char *indicator;
  gboolean named;
  gboolean sure;
} DzHeadMatch;

DzHeadMatcher *dz_head_matcher_new  (DzCodebook        *codebook,
                                     GError           **error);
void           dz_head_matcher_free (DzHeadMatcher     *self);
DzHeadMatch    dz_head_matcher_find (DzHeadMatcher     *self,
                                     const DzHeadWords *head,
                                     const char        *title);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzHeadMatcher, dz_head_matcher_free)

G_END_DECLS
