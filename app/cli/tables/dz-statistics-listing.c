/* dz-statistics-listing.c - what the county counted beside what the reports say, as a listing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-statistics-listing.h"

#include <math.h>

/**
 * dz_statistics_listing_new:
 *
 * Returns: (transfer full): a row for every value of the county's tables, with the report's, both
 *   sources and what comes of it
 */
DzListing *
dz_statistics_listing_new (const DzReconciliation *accounts)
{
  static const char *const columns[] = {
    "body", "单位", "id", "代码", "name", "指标", "unit", "计量单位", "state", "对账", "report", "报告", "bound", "界限",
    "statistic", "统计表", "difference", "报告减统计", "file", "文件", "sheet", "工作表", "cell", "单元格", "head", "表头", "text", "报告原文",
  };
  DzListing *listing = dz_listing_new ();

  for (guint i = 0; i < G_N_ELEMENTS (columns); i += 2)
    dz_listing_add_column (listing, columns[i], columns[i + 1]);
  for (guint i = 0; i < dz_reconciliation_get_n (accounts); i++)
    {
      const DzAccount *account = dz_reconciliation_get (accounts, i);
      const DzFigure *figure = dz_figure_cell_get_figure (&account->cell, 0);
      gboolean told = dz_figure_cell_is_reported (&account->cell);

      dz_listing_add_row (listing);
      dz_listing_put (listing, account->body->name);
      dz_listing_put (listing, account->entry->id);
      dz_listing_put (listing, account->entry->name);
      dz_listing_put (listing, account->entry->unit);
      dz_listing_put_word (listing, dz_account_state_to_string (account->state));
      dz_listing_put_number (listing, told ? account->cell.value : NAN);
      dz_listing_put_word (listing, told ? dz_bound_to_string (account->cell.bound) : NULL);
      dz_listing_put_number (listing, account->value->value);
      dz_listing_put_number (listing, account->difference);
      dz_listing_put (listing, account->table->file);
      dz_listing_put (listing, account->table->sheet);
      dz_listing_put (listing, account->value->cell);
      dz_listing_put (listing, account->value->head);
      dz_listing_put_span (listing, account->cell.report, figure != NULL ? figure->span : DZ_SPAN_NONE);
    }

  return listing;
}
