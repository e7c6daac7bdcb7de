/* dz-score-table.h - the result of a 评分表: each body's points by scorer, their mean and spread, and the grade
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-review.h"
#include "dz-scope-filter.h"

G_BEGIN_DECLS

#define DZ_SCORERS_TO_DROP 3 /* scorers from which on the highest and the lowest can be dropped */

/**
 * DzScorerTotal: what one scorer gave one body
 * @n_given: heads with points that have some; @n_asked: how many there are
 * @any: he gave anything, also on a bonus or a deduction alone
 * @over: he gave more on a head than it is worth now
 * @total: points and bonus less deductions; NAN unless all of @n_asked are given. A bonus or a deduction nobody wrote
 *   is none.
 * @dropped: the highest or the lowest, which does not count
 */
typedef struct
{
  const char *scorer;
  guint n_given;
  guint n_asked;
  gboolean any;
  gboolean over;
  double total;
  gboolean dropped;
} DzScorerTotal;

/**
 * DzScoreRow:
 * @scorers: (element-type DzScorerTotal): in the order of dz_score_table_list_scorers()
 * @n_complete: of them, how many scored the whole sheet; @n_counted: and are not dropped
 * @mean: of the counted, rounded to two decimals; NAN: nobody scored the whole sheet
 * @high: of all complete ones, like @low
 * @spread: standard deviation of the counted, as a spreadsheet's STDEV.S, rounded likewise; NAN below two
 * @kept_extremes: extremes are to be dropped and were not, for fewer than %DZ_SCORERS_TO_DROP scored the whole sheet
 */
typedef struct
{
  const DzBody *body;
  GArray *scorers;
  guint n_complete;
  guint n_counted;
  double mean;
  double high;
  double low;
  double spread;
  gboolean kept_extremes;
  DzScoreGrade grade;
} DzScoreRow;

typedef struct _DzScoreTable DzScoreTable;

DzScoreTable       *dz_score_table_new          (DzReview            *review,
                                                 int                  year,
                                                 const DzScopeFilter *scope);
void                dz_score_table_free         (DzScoreTable        *self);
const DzScoreSheet *dz_score_table_get_sheet    (const DzScoreTable  *self);
GPtrArray          *dz_score_table_list_scorers (const DzScoreTable  *self);
guint               dz_score_table_get_n        (const DzScoreTable  *self);
const DzScoreRow   *dz_score_table_get          (const DzScoreTable  *self,
                                                 guint                n);
const DzScoreRow   *dz_score_table_find         (const DzScoreTable  *self,
                                                 gint64               body_id);
guint               dz_score_table_count        (const DzScoreTable  *self,
                                                 DzScoreGrade         grade);
const DzScore      *dz_score_table_get_score    (const DzScoreTable  *self,
                                                 gint64               body_id,
                                                 const DzScoreHead   *head,
                                                 const char          *scorer);
double              dz_score_table_get_head_mean (const DzScoreTable *self,
                                                 const DzScoreRow    *row,
                                                 const DzScoreHead   *head);

char               *dz_score_row_dup_missing    (const DzScoreRow    *self);
char               *dz_score_row_dup_grade      (const DzScoreRow    *self);
char               *dz_score_words              (double               points);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzScoreTable, dz_score_table_free)

G_END_DECLS
