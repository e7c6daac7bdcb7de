/* dz-tables.c - the tables of a review as listings
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-tables.h"

#include "dz-causes-listing.h"
#include "dz-checks-table.h"
#include "dz-common-weaknesses.h"
#include "dz-figure-table.h"
#include "dz-ledger-listing.h"
#include "dz-life-listing.h"
#include "dz-overlap-listing.h"
#include "dz-roster-table.h"
#include "dz-scores-listing.h"
#include "dz-statistics-listing.h"
#include "dz-years-listing.h"

#include <math.h>

/* As printed, but a spreadsheet must take the digits for a number: no thin blanks in them. */
static void
put_cell (DzListing          *listing,
          const DzFigureCell *cell)
{
  g_autofree char *words = dz_figure_cell_to_string (cell);
  g_auto(GStrv) pieces = g_strsplit (words, "\u2009", -1);
  g_autofree char *plain = g_strjoinv ("", pieces);

  if (cell->mark == DZ_CELL_EXACT || cell->mark == DZ_CELL_ZERO)
    dz_listing_put_number (listing, cell->value);
  else
    dz_listing_put (listing, plain);
}

static DzListing *
make_wide_figures (DzFigureTable *table)
{
  DzListing *listing = dz_listing_new ();

  dz_listing_add_column (listing, "body", "单位");
  dz_listing_add_column (listing, "kind", "类型");
  for (guint i = 0; i < dz_figure_table_get_n_columns (table); i++)
    {
      const DzEntry *entry = dz_figure_table_get_entry (table, i);
      g_autofree char *title = entry->unit != NULL
                                 ? g_strdup_printf ("%s（%s）", entry->name, entry->unit)
                                 : g_strdup (entry->name);

      dz_listing_add_column (listing, entry->id, title);
    }
  for (guint i = 0; i < dz_figure_table_get_n_rows (table); i++)
    {
      DzFigureRow *row = dz_figure_table_get_row (table, i);

      dz_listing_add_row (listing);
      dz_listing_put (listing, dz_figure_row_get_body (row)->name);
      dz_listing_put (listing, dz_figure_row_get_body (row)->kind);
      for (guint k = 0; k < dz_figure_table_get_n_columns (table); k++)
        {
          put_cell (listing, dz_figure_row_get_cell (row, k));
        }
    }

  return listing;
}

static DzListing *
make_long_figures (DzFigureTable *table)
{
  static const char *const columns[] = { "body", "单位", "indicator", "指标", "mark", "状态",
                                         "value", "数值", "second", "另一数值", "unit", "单位（量）",
                                         "bound", "界限", "note", "说明", "text", "原文" };
  DzListing *listing = dz_listing_new ();

  for (guint i = 0; i < G_N_ELEMENTS (columns); i += 2)
    dz_listing_add_column (listing, columns[i], columns[i + 1]);
  for (guint i = 0; i < dz_figure_table_get_n_rows (table); i++)
    for (guint k = 0; k < dz_figure_table_get_n_columns (table); k++)
      {
        DzFigureRow *row = dz_figure_table_get_row (table, i);
        const DzFigureCell *cell = dz_figure_row_get_cell (row, k);
        const DzFigure *figure = dz_figure_cell_get_figure (cell, 0);

        dz_listing_add_row (listing);
        dz_listing_put (listing, dz_figure_row_get_body (row)->name);
        dz_listing_put (listing, dz_figure_table_get_entry (table, k)->id);
        dz_listing_put (listing, dz_figure_cell_mark_name (cell->mark));
        dz_listing_put_number (listing, cell->value);
        dz_listing_put_number (listing, cell->second);
        dz_listing_put (listing, cell->unit);
        dz_listing_put (listing, isnan (cell->value) ? NULL : dz_bound_to_string (cell->bound));
        dz_listing_put (listing, cell->note);
        dz_listing_put_span (listing, cell->report, figure != NULL ? figure->span : DZ_SPAN_NONE);
      }

  return listing;
}

static DzListing *
make_figures (const DzTableRequest *request)
{
  g_autoptr(DzFigureTable) table =
    dz_figure_table_new (request->review, request->codebook, request->year, request->scope, NULL);

  return request->wide ? make_wide_figures (table) : make_long_figures (table);
}

static DzListing *
make_weaknesses (const DzTableRequest *request)
{
  static const char *const columns[] = { "rank", "名次", "code", NULL, "name", "问题", "count",
                                         "提出单位数", "count_once", "同文只计一次", "total", "报送单位数", "body", "单位", "grade",
                                         "措施", "last_year", "上年也提出", "text", "原文", "answer",
                                         "打算" };
  g_autoptr(DzCommonWeaknesses) common =
    dz_common_weaknesses_new (request->review, request->codebook, request->year, request->scope);
  GPtrArray *bodies = dz_common_weaknesses_get_bodies (common);
  DzListing *listing = dz_listing_new ();

  for (guint i = 0; i < G_N_ELEMENTS (columns); i += 2)
    dz_listing_add_column (listing, columns[i], columns[i + 1]);
  for (guint i = 0; i < dz_common_weaknesses_get_n_rows (common); i++)
    {
      DzCommonRow *row = dz_common_weaknesses_get_row (common, i);

      for (guint k = 0; k < dz_common_row_get_n_cells (row); k++)
        {
          const DzWeaknessCell *cell = dz_common_row_get_cell (row, k);
          const DzWeakness *weakness;
          const DzWeakness *answer;

          if (cell->naming != DZ_NAMING_NAMED)
            continue;
          weakness = dz_weakness_cell_get (cell, 0);
          answer = dz_weakness_cell_get_answer (cell);
          dz_listing_add_row (listing);
          dz_listing_put_number (listing, dz_common_row_get_rank (row));
          dz_listing_put (listing, dz_common_row_get_entry (row)->id);
          dz_listing_put (listing, dz_common_row_get_entry (row)->name);
          dz_listing_put_number (listing, dz_common_row_get_count (row));
          dz_listing_put_number (listing, dz_common_row_count_once (row));
          dz_listing_put_number (listing, dz_common_row_get_total (row));
          dz_listing_put (listing, ((DzBody *) g_ptr_array_index (bodies, k))->name);
          dz_listing_put_word (listing, dz_grade_to_string (cell->grade));
          dz_listing_put (listing, cell->last_year ? "是" : NULL);
          dz_listing_put_span (listing, cell->report, weakness->span);
          dz_listing_put_span (listing, cell->report, answer != NULL ? answer->answer : DZ_SPAN_NONE);
        }
    }

  return listing;
}

static DzListing *
make_checks (const DzTableRequest *request)
{
  static const char *const columns[] = { "id", NULL, "name", "名称", "severity", "类别", "body", "单位",
                                         "result", "结果", "certainty", "把握", "state", "处理", "message",
                                         "说明", "note", "备注" };
  g_autoptr(DzChecksTable) table =
    dz_checks_table_new (request->review, request->codebook, request->year, request->scope);
  GListModel *rows = dz_checks_table_get_rows (table);
  DzListing *listing = dz_listing_new ();

  for (guint i = 0; i < G_N_ELEMENTS (columns); i += 2)
    dz_listing_add_column (listing, columns[i], columns[i + 1]);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(DzCheckRow) row = g_list_model_get_item (rows, i);
      GListModel *findings = dz_check_row_get_findings (row);

      for (guint k = 0; k < g_list_model_get_n_items (findings); k++)
        {
          g_autoptr(DzFinding) finding = g_list_model_get_item (findings, k);
          const DzEntry *check = dz_finding_get_check (finding);

          if (dz_finding_get_result (finding) == DZ_RESULT_PASS)
            continue;
          dz_listing_add_row (listing);
          dz_listing_put (listing, check->id);
          dz_listing_put (listing, check->name);
          dz_listing_put (listing, dz_severity_get_name (check->kind));
          dz_listing_put (listing, dz_finding_get_body (finding)->name);
          dz_listing_put_word (listing, dz_result_to_string (dz_finding_get_result (finding)));
          dz_listing_put_word (listing, check->certain ? "certain" : "likely");
          dz_listing_put_word (listing, dz_state_to_string (dz_finding_get_state (finding)));
          dz_listing_put (listing, dz_finding_get_message (finding));
          dz_listing_put (listing, dz_finding_get_note (finding));
        }
    }

  return listing;
}

static const char *
mark_of_content (DzContentMark mark)
{
  static const char *const marks[] = { NULL, "·", "×", "○", "√" };

  return marks[mark];
}

static DzListing *
make_roster (const DzTableRequest *request)
{
  g_autoptr(DzRosterTable) table =
    dz_roster_table_new (request->review, request->codebook, request->year, request->scope);
  DzListing *listing = dz_listing_new ();

  dz_listing_add_column (listing, "body", "单位");
  dz_listing_add_column (listing, "kind", "类型");
  dz_listing_add_column (listing, "report_kind", "报告种类");
  dz_listing_add_column (listing, "received", "收到");
  dz_listing_add_column (listing, "published", "公开");
  for (guint i = 0; i < DZ_N_CONTENTS; i++)
    dz_listing_add_column (listing, dz_content_get_check ((DzContent) i), dz_content_get_name ((DzContent) i));
  dz_listing_add_column (listing, "figures", "数值数");
  dz_listing_add_column (listing, "weaknesses", "问题数");
  dz_listing_add_column (listing, "failing", "未过核查");
  for (guint i = 0; i < dz_roster_table_get_n_rows (table); i++)
    {
      DzRosterRow *row = dz_roster_table_get_row (table, i);
      DzReport *report = dz_roster_row_get_report (row);
      gboolean missing = report == NULL;

      dz_listing_add_row (listing);
      dz_listing_put (listing, dz_roster_row_get_body (row)->name);
      dz_listing_put (listing, dz_roster_row_get_body (row)->kind);
      dz_listing_put_word (listing, missing ? "未报" : dz_report_kind_to_string (report->identity.kind));
      dz_listing_put (listing, dz_roster_row_get_received (row));
      dz_listing_put (listing, dz_roster_row_get_published (row));
      for (guint k = 0; k < DZ_N_CONTENTS; k++)
        dz_listing_put (listing, mark_of_content (dz_roster_row_get_content (row, (DzContent) k, NULL)));
      dz_listing_put_number (listing, missing ? NAN : dz_roster_row_get_n_figures (row));
      dz_listing_put_number (listing, missing ? NAN : dz_roster_row_get_n_weaknesses (row));
      dz_listing_put_number (listing, missing ? NAN : dz_roster_row_get_n_failing (row));
    }

  return listing;
}

static DzListing *
make_changes (const DzTableRequest *request)
{
  g_autoptr(DzYearChange) change =
    dz_year_change_new (request->review, request->codebook, request->year, request->scope);

  return dz_changes_listing_new (change, request->codebook);
}

static DzListing *
make_years (const DzTableRequest *request)
{
  g_autoptr(DzYearChange) change =
    dz_year_change_new (request->review, request->codebook, request->year, request->scope);

  return dz_years_listing_new (change, request->codebook);
}

static DzListing *
make_promises (const DzTableRequest *request)
{
  g_autoptr(DzYearChange) change =
    dz_year_change_new (request->review, request->codebook, request->year, request->scope);

  return dz_promises_listing_new (change);
}

static DzListing *
make_causes (const DzTableRequest *request)
{
  return dz_causes_listing_new (request->review, request->codebook, request->year, request->scope);
}

static DzListing *
make_life (const DzTableRequest *request)
{
  return dz_life_listing_new (request->review, request->codebook, request->scope);
}

static DzListing *
make_overlap (const DzTableRequest *request)
{
  return dz_overlap_listing_new (request->review, request->year);
}

static DzListing *
make_statistics (const DzTableRequest *request)
{
  g_autoptr(DzReconciliation) accounts =
    dz_reconciliation_new (request->review, request->codebook, request->year, request->scope);

  return dz_statistics_listing_new (accounts);
}

static DzListing *
make_ledger (const DzTableRequest *request)
{
  g_autoptr(DzLedgerTable) ledger =
    dz_ledger_table_new (request->review, request->codebook, request->year, request->scope);

  return dz_ledger_listing_new (ledger);
}

static DzListing *
make_scores (const DzTableRequest *request)
{
  return dz_scores_listing_new (request->review, request->year, request->scope);
}

static DzListing *
make_score_points (const DzTableRequest *request)
{
  return dz_scores_listing_new_points (request->review, request->year, request->scope);
}

static DzListing *
make_score_evidence (const DzTableRequest *request)
{
  return dz_scores_listing_new_evidence (request->review, request->codebook, request->year, request->scope);
}

static DzListing *
make_score_form (const DzTableRequest *request)
{
  return dz_scores_listing_new_form (request->review, request->codebook, request->year, request->scope);
}

static const DzTableKind kinds[] = {
  { "figures", make_figures }, { "weaknesses", make_weaknesses }, { "checks", make_checks },
  { "roster", make_roster },   { "changes", make_changes },       { "overlap", make_overlap },
  { "years", make_years },     { "promises", make_promises },
  { "life", make_life },       { "causes", make_causes },
  { "statistics", make_statistics }, { "ledger", make_ledger },
  { "scores", make_scores }, { "score-points", make_score_points }, { "score-evidence", make_score_evidence },
  { "score-form", make_score_form },
};

/**
 * dz_tables_find:
 * @name: (nullable): %NULL for the first
 *
 * Returns: (transfer none) (nullable): the table of that name
 */
const DzTableKind *
dz_tables_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (name == NULL || g_str_equal (kinds[i].name, name))
      return &kinds[i];

  return NULL;
}
