/* dz-book-table.c - the briefing's data as flat tables
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-book-table.h"

#include "dz-book-rows.h"
#include "dz-format.h"
#include "dz-ledger-table.h"
#include "dz-reconciliation.h"

#include <math.h>

/* --- 要求内容 --- */

static void
make_required (DzBriefing *briefing,
               GPtrArray  *tables)
{
  static const char *const head[] = { "序号", "单位", "类型", "种类", "成效", "问题", "原因", "第一责任人履职",
                                      "上年度整改", "计划", "报送日期", "落款日期", "公开日期", NULL };
  static const DzContent order[] = { DZ_CONTENT_RESULTS, DZ_CONTENT_PROBLEMS, DZ_CONTENT_CAUSES,
                                     DZ_CONTENT_DUTY, DZ_CONTENT_LAST_YEAR, DZ_CONTENT_PLAN };
  static const char *const kinds[] = { "其他", "年度报告", "述职报告" };
  static const char *const marks[] = { "待核", "不要求", "缺", "有", "有" };
  DzBookTable *table = dz_book_add_table (tables, DZ_TABLE_REQUIRED, "要求内容", head, 2);
  GListModel *rows = dz_roster_table_get_rows (briefing->roster);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(DzRosterRow) roster = g_list_model_get_item (rows, i);
      const DzBody *body = dz_roster_row_get_body (roster);
      DzReport *report = dz_roster_row_get_report (roster);
      GArray *row = dz_book_add_row (table);

      dz_book_add_body (briefing, row, body);
      dz_book_add_text (row, body->kind);
      dz_book_add_text (row, report != NULL ? kinds[report->identity.kind] : "未报送");
      for (guint c = 0; c < G_N_ELEMENTS (order); c++)
        dz_book_add_text (row, report != NULL ? marks[dz_roster_row_get_content (roster, order[c], NULL)] : "未报送");
      dz_book_add_text (row, dz_roster_row_get_received (roster));
      dz_book_add_text (row, report != NULL ? report->identity.issued : NULL);
      dz_book_add_text (row, dz_roster_row_get_published (roster));
    }
}

/* --- 指标 and 出处 --- */

static const char *
mark_words (const DzFigureCell *cell)
{
  switch (cell->mark)
    {
    case DZ_CELL_TWO_VALUES:
    case DZ_CELL_CONFLICT:
    case DZ_CELL_TWO_INDICATORS:
      return "待核";
    case DZ_CELL_DERIVED:
      return "推得";
    case DZ_CELL_MISSING:
    case DZ_CELL_EXACT:
    case DZ_CELL_AT_LEAST:
    case DZ_CELL_ABOUT:
    case DZ_CELL_AT_MOST:
    case DZ_CELL_ZERO:
    case DZ_CELL_NOT_APPLICABLE:
    default:
      return cell->derived ? "推得" : cell->bound == DZ_BOUND_EXACT ? "准确" : dz_format_bound_words (cell->bound, NULL);
    }
}

static void
add_source_row (DzBriefing         *briefing,
                DzBookTable        *sources,
                const DzBody       *body,
                const DzEntry      *entry,
                const DzFigureCell *cell,
                const DzFigure     *figure)
{
  static const char *const states[] = { "建议", "已确认", "已更正", "不采用" };
  GArray *row = dz_book_add_row (sources);
  g_autofree char *number = dz_citations_dup_number (briefing->book, cell->report->id, figure->span);
  DzSpan line = dz_text_get_line (cell->report->text, figure->span.start);

  dz_book_add_body (briefing, row, body);
  dz_book_add_text (row, entry->name);
  dz_book_add_number (row, figure->value);
  dz_book_add_text (row, entry->unit);
  dz_book_add_text (row, mark_words (cell));
  dz_book_add_text (row, states[figure->state]);
  dz_book_add_text (row, number);
  dz_book_add_number (row, dz_citations_paragraph (briefing->book, cell->report, figure->span.start));
  dz_book_add_words (briefing, row, cell->report, figure->span);
  /* the whole paragraph tells more than the name */
  dz_book_add_words (briefing, row, cell->report, briefing->masks != NULL ? DZ_SPAN_NONE : line);
}

/* A usable single value is a number to reckon with, its sign beside it; what is not one number stays as words. */
static void
add_figure_cell (DzBriefing         *briefing,
                 GArray             *row,
                 DzBookTable        *sources,
                 const DzBody       *body,
                 const DzEntry      *entry,
                 const DzFigureCell *cell)
{
  DzBookCell made = dz_book_make_cell (cell);

  for (guint i = 0; cell->figures != NULL && i < cell->figures->len; i++)
    {
      const DzFigure *figure = dz_figure_cell_get_figure (cell, i);

      if (i == 0)
        made.link = (int) sources->rows->len;
      add_source_row (briefing, sources, body, entry, cell, figure);
    }
  g_array_append_val (row, made);
}

static void
make_figures (DzBriefing *briefing,
              GPtrArray  *tables)
{
  static const char *const head[] = { "序号", "单位", "类型", NULL };
  static const char *const source_head[] = { "序号", "单位", "指标", "数值", "计量单位", "性质", "状态", "来源",
                                             "自然段", "原文", "所在段落", NULL };
  DzBookTable *table = dz_book_add_table (tables, DZ_TABLE_FIGURES, "指标", head, 2);
  DzBookTable *sources = dz_book_add_table (tables, DZ_TABLE_SOURCES, "出处", source_head, 2);

  for (guint c = 0; c < dz_figure_table_get_n_columns (briefing->figures); c++)
    {
      const DzEntry *entry = dz_figure_table_get_entry (briefing->figures, c);

      if (dz_briefing_tells_place (briefing, entry))
        continue;
      g_ptr_array_add (table->head, entry->unit != NULL ? g_strdup_printf ("%s（%s）", entry->name, entry->unit)
                                                        : g_strdup (entry->name));
    }
  for (guint r = 0; r < dz_figure_table_get_n_rows (briefing->figures); r++)
    {
      DzFigureRow *figures = dz_figure_table_get_row (briefing->figures, r);
      const DzBody *body = dz_figure_row_get_body (figures);
      GArray *row = dz_book_add_row (table);

      dz_book_add_body (briefing, row, body);
      dz_book_add_text (row, body->kind);
      for (guint c = 0; c < dz_figure_table_get_n_columns (briefing->figures); c++)
        if (!dz_briefing_tells_place (briefing, dz_figure_table_get_entry (briefing->figures, c)))
          add_figure_cell (briefing, row, sources, body, dz_figure_table_get_entry (briefing->figures, c),
                           dz_figure_row_get_cell (figures, c));
    }
}

/* --- 问题 --- */

static void
make_weaknesses (DzBriefing *briefing,
                 GPtrArray  *tables)
{
  static const char *const head[] = { "序号", "单位", "类别", "问题", "认定", "来源", "报告原文", "措施程度",
                                      "计划中的措施", "上一年", NULL };
  static const char *const grades[] = { "没有", "一般表述", "部分", "直接" };
  DzBookTable *table = dz_book_add_table (tables, DZ_TABLE_WEAKNESSES, "问题", head, 2);
  GPtrArray *bodies = dz_common_weaknesses_get_bodies (briefing->common);
  GListModel *rows = dz_common_weaknesses_get_rows (briefing->common, DZ_COMMON_ALL);

  g_free (g_ptr_array_index (table->head, 9));
  g_ptr_array_index (table->head, 9) = g_strdup_printf ("%d年", briefing->year - 1);
  for (guint b = 0; b < bodies->len; b++)
    for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
      {
        g_autoptr(DzCommonRow) common = g_list_model_get_item (rows, i);
        const DzEntry *entry = dz_common_row_get_entry (common);
        const DzEntry *theme = dz_weakness_find_theme (briefing->codebook, entry);
        const DzWeaknessCell *cell = dz_common_row_get_cell (common, b);
        const DzWeakness *answer;

        if (cell->naming != DZ_NAMING_NAMED && cell->naming != DZ_NAMING_SUGGESTED)
          continue;
        answer = dz_weakness_cell_get_answer (cell);
        for (guint k = 0; k < cell->weaknesses->len; k++)
          {
            const DzWeakness *weakness = dz_weakness_cell_get (cell, k);
            g_autofree char *number = dz_citations_dup_number (briefing->book, cell->report->id, weakness->span);
            GArray *row = dz_book_add_row (table);

            dz_book_add_body (briefing, row, g_ptr_array_index (bodies, b));
            dz_book_add_text (row, theme != NULL ? theme->name : "");
            dz_book_add_text (row, entry->name);
            dz_book_add_text (row, cell->naming == DZ_NAMING_NAMED ? "提出" : "待确认");
            dz_book_add_text (row, number);
            dz_book_add_words (briefing, row, cell->report, weakness->span);
            dz_book_add_text (row, cell->open ? "待核" : grades[cell->grade]);
            dz_book_add_words (briefing, row, cell->report, answer != NULL ? answer->answer : DZ_SPAN_NONE);
            dz_book_add_text (row, cell->last_year_report == NULL ? "无报告" : cell->last_year ? "也提出" : "未提出");
          }
      }
}

/* --- 核查 --- */

static void
make_checks (DzBriefing *briefing,
             GPtrArray  *tables)
{
  static const char *const head[] = { "序号", "单位", "核查项", "情况", "来源", "状态", "说明", NULL };
  DzBookTable *table = dz_book_add_table (tables, DZ_TABLE_CHECKS, "核查", head, 2);
  g_autoptr(GPtrArray) findings = dz_briefing_list_findings (briefing, 0);

  for (guint i = 0; i < findings->len; i++)
    {
      DzFinding *finding = g_ptr_array_index (findings, i);
      const char *remark = dz_finding_get_note (finding);
      g_autofree char *note = dz_briefing_mask (briefing, remark != NULL ? remark : "", FALSE);
      GArray *passages = dz_finding_get_passages (finding);
      g_autoptr(GString) numbers = g_string_new (NULL);
      g_autofree char *message = NULL;
      GArray *row = dz_book_add_row (table);

      for (guint k = 0; passages != NULL && k < passages->len; k++)
        {
          const DzPassage *passage = &g_array_index (passages, DzPassage, k);
          g_autofree char *number = dz_citations_dup_number (briefing->book, passage->report_id, passage->span);

          g_string_append (numbers, number);
        }
      message = dz_briefing_mask (briefing, dz_finding_get_message (finding) != NULL ? dz_finding_get_message (finding) : "",
                                  FALSE);
      dz_book_add_body (briefing, row, dz_finding_get_body (finding));
      dz_book_add_text (row, dz_finding_get_check (finding)->name);
      dz_book_add_text (row, message);
      dz_book_add_text (row, numbers->str);
      dz_book_add_text (row, dz_finding_get_state (finding) == DZ_STATE_SUGGESTED ? "据原文" : "已确认");
      dz_book_add_text (row, note);
    }
}

/* --- 对账 --- */

static void
add_masked (DzBriefing *briefing,
            GArray     *row,
            const char *words)
{
  g_autofree char *masked = dz_briefing_mask (briefing, words != NULL ? words : "", FALSE);

  dz_book_add_text (row, masked);
}

/* Only where the county imported tables of its own. */
static void
make_statistics (DzBriefing *briefing,
                 GPtrArray  *tables)
{
  static const char *const head[] = { "序号", "单位", "指标", "计量单位", "对账", "报告", "统计表", "报告减统计", "文件", "工作表",
                                      "单元格", "表头", "报告原文", NULL };
  g_autoptr(DzReconciliation) accounts =
    dz_reconciliation_new (briefing->review, briefing->codebook, briefing->year, briefing->scope);
  DzBookTable *table;

  if (dz_reconciliation_get_n (accounts) == 0)
    return;
  table = dz_book_add_table (tables, DZ_TABLE_STATISTICS, "对账", head, 2);
  for (guint i = 0; i < dz_reconciliation_get_n (accounts); i++)
    {
      const DzAccount *account = dz_reconciliation_get (accounts, i);
      const DzFigure *figure = dz_figure_cell_get_figure (&account->cell, 0);
      g_autofree char *said = dz_figure_cell_to_string (&account->cell);
      gboolean exact = account->cell.mark == DZ_CELL_EXACT || account->cell.mark == DZ_CELL_ZERO;
      GArray *row = dz_book_add_row (table);

      dz_book_add_body (briefing, row, account->body);
      dz_book_add_text (row, account->entry->name);
      dz_book_add_text (row, account->entry->unit);
      dz_book_add_text (row, dz_account_state_get_name (account->state));
      if (exact)
        dz_book_add_number (row, account->cell.value);
      else
        dz_book_add_text (row, said);
      dz_book_add_number (row, account->value->value);
      dz_book_add_number (row, account->difference);
      add_masked (briefing, row, account->table->file);
      add_masked (briefing, row, account->table->sheet);
      dz_book_add_text (row, account->value->cell);
      add_masked (briefing, row, account->value->head);
      dz_book_add_words (briefing, row, account->cell.report, figure != NULL ? figure->span : DZ_SPAN_NONE);
    }
}

/* --- 整改台账 --- */

/* Heads as an office's own ledger has them: a sheet filled in by hand is read back by them. */
static void
make_ledger (DzBriefing *briefing,
             GPtrArray  *tables)
{
  static const char *const head[] = { "序号", "责任单位", "年度", "问题", "问题类别", "整改措施", "整改时限", "截止日期", "整改状态",
                                      "整改情况", "本单位报告", "报告原文", "问题来源", NULL };
  g_autoptr(DzLedgerTable) ledger =
    dz_ledger_table_new (briefing->original, briefing->codebook, briefing->year, briefing->scope);
  DzBookTable *table;

  if (dz_ledger_table_get_n (ledger) == 0)
    return;
  table = dz_book_add_table (tables, DZ_TABLE_LEDGER, "整改台账", head, 2);
  for (guint i = 0; i < dz_ledger_table_get_n (ledger); i++)
    {
      const DzLedgerRow *one = dz_ledger_table_get (ledger, i);
      g_autofree char *who = one->body != NULL ? g_strdup (dz_briefing_name (briefing, one->body))
                                               : dz_briefing_mask (briefing, dz_ledger_row_get_who (one), TRUE);
      g_autofree char *problem = dz_briefing_mask (briefing, one->entry->problem, TRUE);
      g_autofree char *measure = one->entry->measure != NULL ? dz_briefing_mask (briefing, one->entry->measure, TRUE) : NULL;
      g_autofree char *done = one->entry->evidence != NULL ? dz_briefing_mask (briefing, one->entry->evidence, TRUE) : NULL;
      g_autofree char *source = one->entry->source != NULL ? dz_briefing_mask (briefing, one->entry->source, TRUE) : NULL;
      g_autofree char *admission = dz_ledger_row_dup_admission (one);
      GArray *row = dz_book_add_row (table);

      dz_book_add_number (row, i + 1);
      dz_book_add_text (row, who);
      dz_book_add_number (row, one->entry->year);
      dz_book_add_text (row, problem);
      dz_book_add_text (row, one->code != NULL ? one->code->name : NULL);
      dz_book_add_text (row, measure);
      dz_book_add_text (row, one->entry->term);
      dz_book_add_text (row, one->entry->deadline);
      dz_book_add_text (row, dz_ledger_state_get_name (one->entry->state));
      dz_book_add_text (row, done);
      dz_book_add_text (row, admission);
      dz_book_add_words (briefing, row, one->report, dz_ledger_row_get_sentence (one));
      dz_book_add_text (row, source);
    }
}

/* Returns: (transfer full) (element-type DzBookTable): in the order of the sheets */
GPtrArray *
dz_book_tables_new (DzBriefing *briefing)
{
  GPtrArray *tables = dz_book_new ();

  make_required (briefing, tables);
  make_figures (briefing, tables);
  make_weaknesses (briefing, tables);
  dz_book_add_summary (briefing, tables);
  make_checks (briefing, tables);
  dz_book_add_years (briefing, tables);
  make_statistics (briefing, tables);
  make_ledger (briefing, tables);

  return tables;
}

/* Returns: (transfer none) (nullable) */
DzBookTable *
dz_book_tables_find (GPtrArray *tables,
                     DzTableId  id)
{
  for (guint i = 0; i < tables->len; i++)
    if (((DzBookTable *) g_ptr_array_index (tables, i))->id == id)
      return g_ptr_array_index (tables, i);

  return NULL;
}
