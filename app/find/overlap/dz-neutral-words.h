/* dz-neutral-words.h - the words that are the same for everybody when texts are laid side by side
 *
 * Set phrases (not compared at all), names of the county's bodies (one stands for
 * all) and words that mean the same (one stands for its group).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-codebook.h"
#include "dz-review.h"

G_BEGIN_DECLS

typedef struct _DzNeutralWords DzNeutralWords;

/* A token that stands for more than its own character; lies where no character does. */
#define DZ_TOKEN_NUMBER 0xe000
#define DZ_TOKEN_NAME 0xe001
#define DZ_TOKEN_SAME 0xe002 /* and the number of the group */

/**
 * DzNeutralHit:
 * @span: in the folded text
 * @token: what stands for the word; 0: a set phrase, which is cut out
 */
typedef struct
{
  DzSpan span;
  guint16 token;
} DzNeutralHit;

DzNeutralWords *dz_neutral_words_new  (DzCodebook     *codebook,
                                       DzReview       *review);
void            dz_neutral_words_free (DzNeutralWords *self);
void            dz_neutral_words_find (DzNeutralWords *self,
                                       const char     *folded,
                                       gsize           len,
                                       GArray         *hits);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzNeutralWords, dz_neutral_words_free)

G_END_DECLS
