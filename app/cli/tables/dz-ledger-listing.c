/* dz-ledger-listing.c - the 整改台账 as a listing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-ledger-listing.h"

/**
 * dz_ledger_listing_new:
 *
 * Returns: (transfer full): a row a problem: whom it asks, its words, what became of it, and the sentence of the body's
 *   own report that admits it
 */
DzListing *
dz_ledger_listing_new (const DzLedgerTable *ledger)
{
  static const char *const columns[] = {
    "body", "单位", "year", "年度", "problem", "问题", "code", "代码", "name", "问题类别", "measure", "整改措施", "term", "整改时限",
    "deadline", "截止日期", "state", "整改状态", "evidence", "整改情况", "admission", "本单位报告", "source", "来源", "text", "报告原文",
  };
  DzListing *listing = dz_listing_new ();

  for (guint i = 0; i < G_N_ELEMENTS (columns); i += 2)
    dz_listing_add_column (listing, columns[i], columns[i + 1]);
  for (guint i = 0; i < dz_ledger_table_get_n (ledger); i++)
    {
      const DzLedgerRow *row = dz_ledger_table_get (ledger, i);
      g_autofree char *admission = dz_ledger_row_dup_admission (row);

      dz_listing_add_row (listing);
      dz_listing_put (listing, dz_ledger_row_get_who (row));
      dz_listing_put_number (listing, row->entry->year);
      dz_listing_put (listing, row->entry->problem);
      dz_listing_put (listing, row->entry->code);
      dz_listing_put (listing, row->code != NULL ? row->code->name : NULL);
      dz_listing_put (listing, row->entry->measure);
      dz_listing_put (listing, row->entry->term);
      dz_listing_put (listing, row->entry->deadline);
      dz_listing_put_word (listing, dz_ledger_state_to_string (row->entry->state));
      dz_listing_put (listing, row->entry->evidence);
      if (row->body != NULL && !row->entry->declared)
        dz_listing_put_word (listing, dz_admission_to_string (row->admission));
      else
        dz_listing_put (listing, admission);
      dz_listing_put (listing, row->entry->source);
      dz_listing_put_span (listing, row->report, dz_ledger_row_get_sentence (row));
    }

  return listing;
}
