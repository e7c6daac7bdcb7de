/* dz-score-words.h - the words score sheets are known by: <words> of phrases.xml
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-codebook.h"

G_BEGIN_DECLS

typedef enum
{
  DZ_SCORE_COLUMN_SCORER, /* heads of columns, in the order they are asked */
  DZ_SCORE_COLUMN_BODY,
  DZ_SCORE_COLUMN_SHOWS,
  DZ_SCORE_COLUMN_KIND,
  DZ_SCORE_COLUMN_STANDARD,
  DZ_SCORE_COLUMN_NOTE,
  DZ_SCORE_COLUMN_PART,
  DZ_SCORE_COLUMN_MOST,
  DZ_SCORE_COLUMN_NAME,
  DZ_SCORE_COLUMN_GIVEN,
  DZ_SCORE_COLUMN_DEDUCTED,
  DZ_SCORE_COLUMN_BONUS,
  DZ_N_SCORE_COLUMNS,
  DZ_SCORE_NO_HEAD = DZ_N_SCORE_COLUMNS,
  DZ_SCORE_TOTAL, /* rows that sum up */
  DZ_SCORE_SAYS_BONUS,
  DZ_SCORE_SAYS_DEDUCTION,
  DZ_SCORE_UNLIMITED,
  DZ_SCORE_DROPS, /* 去掉一个最高分 */
  DZ_SCORE_SAYS_EXCELLENT,
  DZ_SCORE_SAYS_GOOD,
  DZ_SCORE_SAYS_FAIR,
  DZ_SCORE_SAYS_POOR,
  DZ_N_SCORE_WORDS
} DzScoreWord;

typedef struct _DzScoreWords DzScoreWords;

DzScoreWords *dz_score_words_new         (DzCodebook     *codebook,
                                          GError        **error);
void          dz_score_words_free        (DzScoreWords   *self);
gboolean      dz_score_words_match       (DzScoreWords   *self,
                                          DzScoreWord     word,
                                          const char     *cell);
gboolean      dz_score_words_is          (DzScoreWords   *self,
                                          DzScoreWord     word,
                                          const char     *cell);
int           dz_score_words_find_column (DzScoreWords   *self,
                                          const char     *cell);
gboolean      dz_score_words_read_limits (DzScoreWords   *self,
                                          const char     *line,
                                          double         *limits);
char         *dz_score_words_guess       (DzScoreWords   *self,
                                          const char     *words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzScoreWords, dz_score_words_free)

G_END_DECLS
