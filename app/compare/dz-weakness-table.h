/* dz-weakness-table.h - chosen reports side by side by weakness: 对照阅读 · 按问题
 *
 * Rows are codes, columns the chosen reports, which may be of different years
 * or of one body. A cell is a DzWeaknessCell with the township's own words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-common-weaknesses.h"

G_BEGIN_DECLS

#define DZ_TYPE_WEAKNESS_ROW (dz_weakness_row_get_type ())
G_DECLARE_FINAL_TYPE (DzWeaknessRow, dz_weakness_row, DZ, WEAKNESS_ROW, GObject)

const DzEntry        *dz_weakness_row_get_entry (DzWeaknessRow *self);
guint                 dz_weakness_row_get_count (DzWeaknessRow *self);
const DzWeaknessCell *dz_weakness_row_get_cell  (DzWeaknessRow *self,
                                                 guint          column);

typedef enum
{
  DZ_WEAKNESS_SORT_COUNT, /* number of columns that name it */
  DZ_WEAKNESS_SORT_THEME,
  DZ_WEAKNESS_SORT_FIRST  /* order in the first column's text */
} DzWeaknessSort;

typedef enum
{
  DZ_WEAKNESS_SHOW_ALL,
  DZ_WEAKNESS_SHOW_SHARED,  /* 只看共有的: two columns or more */
  DZ_WEAKNESS_SHOW_SINGLE,  /* 只有一个单位的 */
  DZ_WEAKNESS_SHOW_UNANSWERED /* 没有措施的: some cell without a partial or direct answer */
} DzWeaknessShow;

#define DZ_TYPE_WEAKNESS_TABLE (dz_weakness_table_get_type ())
G_DECLARE_FINAL_TYPE (DzWeaknessTable, dz_weakness_table, DZ, WEAKNESS_TABLE, GObject)

DzWeaknessTable *dz_weakness_table_new           (DzReview        *review,
                                                  DzCodebook      *codebook,
                                                  const gint64    *report_ids,
                                                  guint            n_reports);
GListModel      *dz_weakness_table_get_rows      (DzWeaknessTable *self);
void             dz_weakness_table_arrange       (DzWeaknessTable *self,
                                                  DzWeaknessSort   sort,
                                                  DzWeaknessShow   show);
guint            dz_weakness_table_get_n_columns (DzWeaknessTable *self);
char            *dz_weakness_table_to_tsv        (DzWeaknessTable *self);

G_END_DECLS
