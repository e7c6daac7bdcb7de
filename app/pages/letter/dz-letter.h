/* dz-letter.h - 反馈单: what one body is asked to look at again
 *
 * Only findings that are certain by their nature or that the analyst has
 * confirmed enter, unless asked for more. Speaks of nobody else's report. Pages by dz-document.h.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-codebook.h"
#include "dz-document.h"
#include "dz-review.h"

G_BEGIN_DECLS

/**
 * DzLetterOptions:
 * @year: the reported year
 * @number: (nullable): of the letter, as the office counts its own: 望法办函〔2025〕3号
 * @date: (nullable): YYYY-MM-DD to print under the issuer; %NULL: left open
 * @sealed: leave room for a seal (issuer centred over the date)
 * @issuer: (nullable): %NULL: the county's own setting
 * @reply_by: (nullable): YYYY-MM-DD; %NULL: the county's own setting; none there: ten working days
 * @include_likely: also what is not certain and nobody confirmed: the person who asks for it reads it
 *   before it goes out
 */
typedef struct
{
  int year;
  const char *number;
  const char *date;
  gboolean sealed;
  const char *issuer;
  const char *reply_by;
  gboolean include_likely;
} DzLetterOptions;

GArray *dz_letter_list_bodies (DzReview              *review,
                               DzCodebook            *codebook,
                               const DzLetterOptions *options);
DzDocument *dz_letter_new            (DzReview              *review,
                                      DzCodebook            *codebook,
                                      gint64                 body_id,
                                      const DzLetterOptions *options);

G_END_DECLS
