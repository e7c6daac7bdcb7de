/* dz-years-listing.c - what changed since last year, figures and weaknesses, as a listing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-years-listing.h"

#include <math.h>

#define UNSURE "待核：有一年的归类没有确认，不计数"

static void
put_cell_words (DzListing          *listing,
                const DzFigureCell *cell)
{
  const DzFigure *figure = dz_figure_cell_get_figure (cell, 0);

  dz_listing_put_span (listing, cell->report, figure != NULL ? figure->span : DZ_SPAN_NONE);
}

static gboolean
is_told (const DzFigureCell *cell)
{
  return !isnan (cell->value) || dz_figure_cell_get_figure (cell, 0) != NULL;
}

/* A row for every body that told the indicator in one of the two years. */
static void
put_figures (DzListing       *listing,
             DzFigureChanges *figures)
{
  const DzEntry *entry = dz_figure_changes_get_entry (figures);

  for (guint i = 0; i < dz_figure_changes_get_n (figures); i++)
    {
      const DzFigureChange *change = dz_figure_changes_get_change (figures, i);
      g_autofree char *warning = dz_figure_change_dup_warning (change);

      if (!is_told (&change->last) && !is_told (&change->current))
        continue;
      dz_listing_add_row (listing);
      dz_listing_put (listing, change->body->name);
      dz_listing_put_word (listing, "figure");
      dz_listing_put (listing, entry->id);
      dz_listing_put (listing, entry->name);
      dz_listing_put_number (listing, change->last.value);
      dz_listing_put_number (listing, change->current.value);
      dz_listing_put_number (listing, change->difference);
      dz_listing_put_number (listing, isnan (change->per_cent) ? NAN : round (change->per_cent * 10) / 10);
      dz_listing_put (listing, change->per_cent_about ? "about" : NULL);
      dz_listing_put_word (listing, NULL);
      put_cell_words (listing, &change->last);
      put_cell_words (listing, &change->current);
      dz_listing_put (listing, warning);
    }
}

static DzSpan
get_span (DzReport *report,
          int       weakness)
{
  return weakness >= 0 && report != NULL ? g_array_index (report->weaknesses, DzWeakness, weakness).span
                                         : DZ_SPAN_NONE;
}

static void
put_both_texts (DzListing              *listing,
                DzChangeRow            *row,
                const DzWeaknessChange *one)
{
  DzReport *this = dz_change_row_get_this_report (row);

  dz_listing_put_span (listing, one->last_report, get_span (one->last_report, one->last_weakness));
  dz_listing_put_span (listing, this, get_span (this, one->this_weakness));
}

static void
put_weaknesses (DzListing   *listing,
                DzChangeRow *row,
                DzCodebook  *codebook)
{
  for (guint i = 0; i < dz_change_row_get_n_changes (row); i++)
    {
      const DzWeaknessChange *one = dz_change_row_get_change (row, i);

      dz_listing_add_row (listing);
      dz_listing_put (listing, dz_change_row_get_body (row)->name);
      dz_listing_put_word (listing, "weakness");
      dz_listing_put (listing, one->code);
      dz_listing_put (listing, dz_codebook_name (codebook, DZ_ENTRY_WEAKNESS, one->code));
      for (guint k = 0; k < 4; k++)
        dz_listing_put_number (listing, NAN);
      dz_listing_put (listing, NULL);
      dz_listing_put_word (listing, dz_destination_to_string (one->destination));
      put_both_texts (listing, row, one);
      dz_listing_put (listing, one->unsure ? UNSURE : NULL);
    }
}

/**
 * dz_years_listing_new:
 *
 * Returns: (transfer full): a row for every figure one of the two years tells, with both values and
 *   their difference, and for every weakness with what became of it
 */
DzListing *
dz_years_listing_new (DzYearChange *change,
                      DzCodebook   *codebook)
{
  static const char *const columns[] = {
    "body", "单位", "what", "类别", "id", "代码", "name", "名称", "last", "上年", "this", "本年",
    "difference", "增减", "per_cent", "增减（%）", "about", "约", "destination", "去向",
    "last_text", "上年原文", "this_text", "本年原文", "warning", "注意",
  };
  DzListing *listing = dz_listing_new ();
  GPtrArray *indicators = dz_codebook_list (codebook, DZ_ENTRY_INDICATOR);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i += 2)
    dz_listing_add_column (listing, columns[i], columns[i + 1]);
  for (guint i = 0; i < indicators->len; i++)
    {
      const DzEntry *indicator = g_ptr_array_index (indicators, i);
      g_autoptr(DzFigureChanges) figures = dz_year_change_get_figures (change, indicator->id);

      put_figures (listing, figures);
    }
  for (guint i = 0; i < dz_year_change_get_n_rows (change); i++)
    put_weaknesses (listing, dz_year_change_get_row (change, i), codebook);

  return listing;
}

/**
 * dz_changes_listing_new:
 *
 * Returns: (transfer full): a row for every weakness with what became of it
 */
DzListing *
dz_changes_listing_new (DzYearChange *change,
                        DzCodebook   *codebook)
{
  static const char *const columns[] = { "body", "单位", "code", NULL, "name", "问题", "destination",
                                         "去向", "last", "上年原文", "this", "本年原文",
                                         "warning", "注意" };
  DzListing *listing = dz_listing_new ();

  for (guint i = 0; i < G_N_ELEMENTS (columns); i += 2)
    dz_listing_add_column (listing, columns[i], columns[i + 1]);
  for (guint i = 0; i < dz_year_change_get_n_rows (change); i++)
    {
      DzChangeRow *row = dz_year_change_get_row (change, i);

      for (guint k = 0; k < dz_change_row_get_n_changes (row); k++)
        {
          const DzWeaknessChange *one = dz_change_row_get_change (row, k);

          dz_listing_add_row (listing);
          dz_listing_put (listing, dz_change_row_get_body (row)->name);
          dz_listing_put (listing, one->code);
          dz_listing_put (listing, dz_codebook_name (codebook, DZ_ENTRY_WEAKNESS, one->code));
          dz_listing_put (listing, dz_destination_get_name (one->destination));
          put_both_texts (listing, row, one);
          dz_listing_put (listing, one->unsure ? UNSURE : NULL);
        }
    }

  return listing;
}

/**
 * dz_promises_listing_new:
 *
 * Returns: (transfer full): a row for every act of last year's plan, with the sentence that mentions it, what
 *   the words propose and what a person decided
 */
DzListing *
dz_promises_listing_new (DzYearChange *change)
{
  static const char *const columns[] = { "body", "单位", "plan", "上年计划", "promise", "落实情况", "decided", "认定",
                                         "note", "备注", "kept", "本年原文" };
  DzListing *listing = dz_listing_new ();

  for (guint i = 0; i < G_N_ELEMENTS (columns); i += 2)
    dz_listing_add_column (listing, columns[i], columns[i + 1]);
  for (guint i = 0; i < dz_year_change_get_n_rows (change); i++)
    {
      DzChangeRow *row = dz_year_change_get_row (change, i);
      GArray *items = dz_change_row_get_plan_items (row);

      for (guint k = 0; k < items->len; k++)
        {
          const DzPlanItem *item = &g_array_index (items, DzPlanItem, k);

          dz_listing_add_row (listing);
          dz_listing_put (listing, dz_change_row_get_body (row)->name);
          dz_listing_put_span (listing, item->report, item->span);
          dz_listing_put (listing, dz_promise_get_name (dz_plan_item_get_promise (item)));
          dz_listing_put (listing, item->decision != NULL ? "人工认定" : "按文字初判，待认定");
          dz_listing_put (listing, item->decision != NULL ? item->decision->note : NULL);
          dz_listing_put_span (listing, dz_change_row_get_this_report (row), item->kept);
        }
    }

  return listing;
}
