/* dz-letter.h - 反馈单: what one body is asked to look at again
 *
 * Only findings the analyst has confirmed enter (checks and weaknesses in state
 * confirmed or corrected). Speaks of nobody else's report. Pages by dz-document.h.
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
 * @date: (nullable): YYYY-MM-DD to print under the issuer; %NULL: no date line
 * @sealed: leave room for a seal (issuer centred over the date)
 * @issuer: (nullable): %NULL: the county's own setting
 * @reply_by: (nullable): YYYY-MM-DD; %NULL: the county's own setting; none there: no such sentence
 */
typedef struct
{
  int year;
  const char *date;
  gboolean sealed;
  const char *issuer;
  const char *reply_by;
} DzLetterOptions;

guint       dz_letter_count_findings (DzReview              *review,
                                      gint64                 body_id,
                                      int                    year);
DzDocument *dz_letter_new            (DzReview              *review,
                                      DzCodebook            *codebook,
                                      gint64                 body_id,
                                      const DzLetterOptions *options);

G_END_DECLS
