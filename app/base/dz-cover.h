/* dz-cover.h - names and numbers of people, covered before anything leaves the office
 *
 * Everything that goes to paper, into a file, a letter or onto the clipboard is
 * made from the covered review: the same review, in which what C-PRIVACY found
 * is covered wherever it stands, in any report, message or note. Each character
 * gives way to one of as many bytes, so spans stay true. What is shown on
 * screen, and the reading that `extract` writes, stay as the report has them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-review.h"

G_BEGIN_DECLS

DzReview *dz_review_cover       (DzReview   *self);
char     *dz_review_cover_words (DzReview   *self,
                                 const char *words);
char     *dz_review_cover_span  (DzReview   *self,
                                 DzReport   *report,
                                 DzSpan      span);
char     *dz_cover_dup          (const char *secret);

G_END_DECLS
