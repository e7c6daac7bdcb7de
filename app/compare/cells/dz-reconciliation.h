/* dz-reconciliation.h - what the reports say beside what the county counted: 对账
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-codebook.h"
#include "dz-figure-cell.h"
#include "dz-review.h"
#include "dz-scope-filter.h"

G_BEGIN_DECLS

typedef enum
{
  DZ_ACCOUNT_DIFFERENT,  /* 不一致: the same is counted, in numbers that cannot both be true */
  DZ_ACCOUNT_UNSURE,     /* 待核: the numbers differ, and so may what is counted */
  DZ_ACCOUNT_UNREPORTED, /* 未报: the county counted it, the report does not tell it */
  DZ_ACCOUNT_NO_REPORT,  /* 没有报告 */
  DZ_ACCOUNT_WITHIN,     /* 相符: a bound or a rounded number of the report holds */
  DZ_ACCOUNT_SAME        /* 相符, to the last digit */
} DzAccountState;
#define DZ_N_ACCOUNT_STATES (DZ_ACCOUNT_SAME + 1)

/**
 * DzAccount: one value of the county's tables and what the report says of it
 * @body: borrowed from the review, like @table and @value
 * @difference: of the report from the table, NAN where one of them tells nothing
 */
typedef struct
{
  const DzBody *body;
  const DzEntry *entry;
  DzFigureCell cell;
  const DzCountyTable *table;
  const DzCountyValue *value;
  DzAccountState state;
  double difference;
} DzAccount;

typedef struct _DzReconciliation DzReconciliation;

DzReconciliation *dz_reconciliation_new   (DzReview            *review,
                                           DzCodebook          *codebook,
                                           int                  year,
                                           const DzScopeFilter *scope);
DzReconciliation *dz_reconciliation_new_for (DzReview          *review,
                                             DzCodebook        *codebook,
                                             int                year,
                                             const DzBody      *body);
DzReconciliation *dz_reconciliation_ref   (DzReconciliation    *self);
void              dz_reconciliation_unref (DzReconciliation    *self);
guint             dz_reconciliation_get_n (const DzReconciliation *self);
const DzAccount  *dz_reconciliation_get   (const DzReconciliation *self,
                                           guint                n);
const DzAccount  *dz_reconciliation_find  (const DzReconciliation *self,
                                           gint64               body_id,
                                           const char          *indicator);

const char       *dz_account_state_to_string (DzAccountState    state);
const char       *dz_account_state_get_name  (DzAccountState    state);
const char       *dz_account_get_reason      (const DzAccount  *self);
char             *dz_account_dup_words       (const DzAccount  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzReconciliation, dz_reconciliation_unref)

G_END_DECLS
