/* dz-score-book.h - 评分 as workbooks: one for a scorer to fill in, one with the result
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-codebook.h"
#include "dz-review.h"
#include "dz-scope-filter.h"

G_BEGIN_DECLS

/**
 * DzScoreBook:
 * @scope: (nullable)
 * @is_form: to be filled in; else the result
 * @scorer: (nullable): whose name, and what he gave already, the form bears
 */
typedef struct
{
  DzReview *review;
  DzCodebook *codebook;
  int year;
  const DzScopeFilter *scope;
  gboolean is_form;
  const char *scorer;
} DzScoreBook;

gboolean dz_score_book_write (const DzScoreBook *self,
                              const char        *path,
                              GError           **error);

G_END_DECLS
