/* dz-briefing-sheet.c - 一镇一页: one body, exactly one page
 *
 * What does not fit gives way in this order: quotations go to one line, then
 * eight strips to four, then the checks end with 另有n项, then the points to
 * raise and the longest tables.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-briefing-quotations.h"
#include "dz-body-strips.h"

#include "dz-format.h"
#include "dz-gallery.h"
#include "dz-past.h"

#include <math.h>

typedef struct
{
  DzBriefing *briefing; /* borrowed: it owns the document that owns this */
  const DzBody *body;
  DzReport *report;     /* (nullable) */
  DzReport *last;       /* (nullable) */
  guint row;            /* of the figure table: with 1,500 bodies nothing is looked for twice */
  guint cell;           /* of the rows of weaknesses */
  DzChangeRow *change;  /* (nullable): borrowed */
} Sheet;

/* What is left at each level. */
typedef struct
{
  guint quote;   /* characters a quotation may have */
  guint strips;
  guint rows;    /* of the weakness table */
  guint checks;
  guint points;
} Limits;

static const Limits limits[DZ_N_SHEET_LEVELS] = {
  { 60, 8, 99, 99, 3 }, { 17, 8, 99, 99, 3 }, { 17, 4, 99, 99, 3 }, { 17, 4, 99, 99, 1 },
  { 17, 4, 99, 7, 1 },  { 17, 4, 99, 5, 1 },  { 17, 4, 99, 4, 1 },  { 14, 4, 99, 3, 1 },
  { 14, 4, 12, 3, 0 },  { 14, 4, 9, 2, 0 },   { 12, 4, 7, 2, 0 },   { 12, 0, 5, 1, 0 },
};

static void
add (GPtrArray *blocks,
     DzBlock   *block)
{
  g_ptr_array_add (blocks, block);
}

static void
add_head (Sheet     *self,
          GPtrArray *blocks)
{
  DzBriefing *briefing = self->briefing;
  const DzBody *body = self->body;
  g_autoptr(DzRich) line = dz_rich_new (NULL);
  g_autoptr(GString) size = g_string_new (NULL);
  const struct
  {
    guint n;
    const char *unit;
  } sizes[] = { { body->households, "户" }, { body->population, "人" }, { body->villages, "个村（社区）" } };

  add (blocks, dz_text_block_new_plain (DZ_ROLE_SHEET_TITLE, dz_briefing_name (briefing, body)));
  if (self->report != NULL)
    {
      static const char *const kinds[] = { "年度文件（种类待核）", "年度报告", "年度述职报告" };
      g_autofree char *words = g_strdup_printf ("%d%s　", briefing->year, kinds[self->report->identity.kind]);
      g_autofree char *issued = dz_briefing_dup_date (self->report->identity.issued);

      dz_rich_append (line, words);
      if (issued != NULL)
        {
          dz_rich_append (line, "落款");
          dz_rich_append (line, issued);
          dz_rich_append (line, "　");
        }
      if (!briefing->hides_sources)
        dz_rich_append (line, "来源");
      dz_citations_cite (briefing->book, line, self->report->id, DZ_SPAN_NONE, NULL)->style = DZ_RICH_EVIDENCE;
    }
  else
    {
      g_autofree char *words = g_strdup_printf ("%d年度未报送", briefing->year);

      dz_rich_append (line, words);
    }
  add (blocks, dz_text_block_new (DZ_ROLE_CENTRED, line));
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    if (sizes[i].n > 0)
      {
        g_autofree char *number = dz_format_number (sizes[i].n);

        g_string_append_printf (size, "%s%s%s", size->len > 0 ? "　" : "", number, sizes[i].unit);
      }
  if (size->len > 0)
    add (blocks, dz_text_block_new_plain (DZ_ROLE_CENTRED, size->str));
}

static void
add_contents (Sheet     *self,
              GPtrArray *blocks)
{
  static const DzContent order[] = { DZ_CONTENT_RESULTS, DZ_CONTENT_PROBLEMS, DZ_CONTENT_CAUSES,
                                     DZ_CONTENT_DUTY, DZ_CONTENT_LAST_YEAR, DZ_CONTENT_PLAN };
  static const char *const names[] = { "成效", "问题", "原因", "第一责任人履职", "上年度整改", "计划" };
  DzRosterRow *row = dz_roster_table_find_row (self->briefing->roster, self->body->id);
  g_autoptr(DzRich) line = dz_rich_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      DzContentMark mark = dz_roster_row_get_content (row, order[i], NULL);

      if (mark == DZ_CONTENT_NOT_ASKED)
        continue;
      if (!dz_rich_is_empty (line))
        dz_rich_append (line, "　");
      dz_rich_append (line, names[i]);
      dz_rich_append (line, " ");
      if (mark == DZ_CONTENT_ABSENT)
        dz_rich_append_styled (line, DZ_RICH_STRONG, "缺");
      else
        dz_rich_append (line, mark == DZ_CONTENT_UNKNOWN ? "待核" : "√");
    }
  add (blocks, dz_text_block_new_plain (DZ_ROLE_HEADING_3, "要求内容"));
  add (blocks, dz_text_block_new (DZ_ROLE_SMALL, line));
}

static GArray *
list_values (DzBriefing *briefing,
             guint       column)
{
  GArray *values = g_hash_table_lookup (briefing->column_values, GUINT_TO_POINTER (column));
  guint n = dz_figure_table_get_n_rows (briefing->figures);

  if (values != NULL)
    return values;
  values = g_array_sized_new (FALSE, FALSE, sizeof (double), n);
  for (guint r = 0; r < n; r++)
    {
      const DzFigureCell *cell = dz_figure_row_get_cell (dz_figure_table_get_row (briefing->figures, r), column);
      double value = dz_figure_cell_is_reported (cell) ? cell->value : NAN;

      g_array_append_val (values, value);
    }
  g_hash_table_insert (briefing->column_values, GUINT_TO_POINTER (column), values);

  return values;
}

static const DzFigureCell *
own_cell (Sheet *self,
          guint  column)
{
  return dz_figure_row_get_cell (dz_figure_table_get_row (self->briefing->figures, self->row), column);
}

static void
fill_own (Sheet              *self,
          DzBodyStrip        *strip,
          guint               column,
          const DzFigureCell *cell)
{
  DzBriefing *briefing = self->briefing;
  const DzFigure *figure = dz_figure_cell_get_figure (cell, 0);
  const char *hang;

  strip->body_id = self->body->id;
  strip->indicator = dz_figure_table_get_entry (briefing->figures, column)->id;
  strip->label = dz_briefing_cell_text (cell, FALSE, &hang);
  if (hang != NULL)
    {
      char *label = g_strdup_printf ("%s%s", strip->label,
                                     g_str_equal (hang, "核") ? " 待核" : hang);

      g_free (strip->label);
      strip->label = label;
    }
  if (strip->label == NULL)
    strip->label = g_strdup ("未报");
  strip->value = dz_figure_cell_is_reported (cell) ? cell->value : NAN;
  strip->second = cell->mark == DZ_CELL_TWO_VALUES ? cell->second : NAN;
  strip->hollow = cell->mark == DZ_CELL_TWO_VALUES || cell->mark == DZ_CELL_CONFLICT;
  strip->open_right = cell->bound == DZ_BOUND_AT_LEAST && !isnan (strip->value);
  strip->open_left = cell->bound == DZ_BOUND_AT_MOST && !isnan (strip->value);
  if (figure != NULL)
    {
      g_autofree char *words = dz_briefing_figure_label (briefing, column, cell);

      strip->report_id = cell->report->id;
      strip->span = figure->span;
      dz_citations_note (briefing->book, cell->report->id, figure->span, words);
    }
}

static void
fill_strip (Sheet       *self,
            DzBodyStrip *strip,
            guint        column)
{
  DzBriefing *briefing = self->briefing;
  const DzColumnStatistics *statistics = dz_figure_table_get_statistics (briefing->figures, column);
  GArray *values = list_values (briefing, column);

  strip->median = statistics->usable.median;
  if (!isnan (statistics->usable.median))
    {
      g_autofree char *number = dz_format_number (statistics->usable.median);

      strip->median_label = g_strconcat ("中位 ", number, NULL);
    }
  for (guint r = 0; r < values->len; r++)
    if (r != self->row && !isnan (g_array_index (values, double, r)))
      g_array_append_val (strip->others, g_array_index (values, double, r));
  fill_own (self, strip, column, own_cell (self, column));
}

/* Does this body report the column? */
static gboolean
reports_column (Sheet *self,
                guint  column)
{
  return dz_figure_cell_is_reported (own_cell (self, column));
}

static gboolean
is_chosen (GArray *chosen,
           guint   column)
{
  for (guint i = 0; i < chosen->len; i++)
    if (g_array_index (chosen, guint, i) == column)
      return TRUE;

  return FALSE;
}

static gboolean
has_median (Sheet *self,
            guint  column)
{
  return dz_figure_table_get_statistics (self->briefing->figures, column)->usable.has_median;
}

/* What everybody asks first, then columns with a median, those the body reports before those it
 * does not. */
static void
choose_strips (Sheet  *self,
               guint   n,
               GArray *chosen)
{
  DzBriefing *briefing = self->briefing;
  GArray *columns = briefing->main_columns;
  const DzEntry *first = dz_gallery_get_first (briefing->codebook, "sheet");
  const char *indicator;

  for (guint i = 0; first != NULL && chosen->len < n && (indicator = dz_gallery_get_measure (first, i)) != NULL; i++)
    {
      int column = dz_figure_table_find_column (briefing->figures, indicator);

      if (column >= 0 && has_median (self, (guint) column) && reports_column (self, (guint) column))
        g_array_append_val (chosen, column);
    }
  for (guint pass = 0; pass < 4; pass++)
    for (guint i = 0; i < columns->len && chosen->len < n; i++)
      {
        guint column = g_array_index (columns, guint, i);
        gboolean median = has_median (self, column);

        /* a rate on a scale from 0 shows nothing */
        if (!is_chosen (chosen, column) &&
            g_strcmp0 (dz_figure_table_get_entry (briefing->figures, column)->kind, "rate") != 0 &&
            pass == (reports_column (self, column) ? (median ? 0 : 1) : (median ? 2 : 3)))
          g_array_append_val (chosen, column);
      }
}

static gint
compare_columns (gconstpointer a,
                 gconstpointer b)
{
  return *(const guint *) a < *(const guint *) b ? -1 : *(const guint *) a > *(const guint *) b;
}

static void
add_strips (Sheet     *self,
            GPtrArray *blocks,
            guint      n)
{
  g_autoptr(GArray) chosen = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(DzRich) heading = dz_rich_new ("主要数据与全县对照");
  g_autofree char *legend = NULL;
  DzBodyStrips *strips;
  DzBlock *block;

  choose_strips (self, n, chosen);
  if (chosen->len == 0)
    return;
  g_array_sort (chosen, compare_columns);
  strips = dz_body_strips_new ();
  for (guint i = 0; i < chosen->len; i++)
    {
      guint column = g_array_index (chosen, guint, i);
      const DzEntry *entry = dz_figure_table_get_entry (self->briefing->figures, column);
      g_autofree char *name = dz_briefing_column_name (entry);
      DzBodyStrip *strip = dz_body_strips_add (strips, name, entry->unit);

      fill_strip (self, strip, column);
    }
  legend = g_strdup_printf ("　细竖线：其他单位　粗竖线：中位数　圆点：%s　各格刻度不同",
                            dz_briefing_name (self->briefing, self->body));
  dz_rich_append_styled (heading, DZ_RICH_FINE, legend);
  block = dz_text_block_new (DZ_ROLE_HEADING_3, heading);
  add (blocks, block);
  add (blocks, &strips->parent);
}

static const char *
grade_name (DzGrade grade)
{
  static const char *const names[] = { "没有措施", "一般表述", "部分", "直接" };

  return names[grade];
}

static const DzWeaknessChange *
find_change (Sheet      *self,
             const char *code)
{
  for (guint i = 0; self->change != NULL && i < dz_change_row_get_n_changes (self->change); i++)
    if (dz_change_row_get_change (self->change, i)->code == code)
      return dz_change_row_get_change (self->change, i);

  return NULL;
}

static void
append_last_year (Sheet      *self,
                  DzRich     *rich,
                  const char *code)
{
  const DzWeaknessChange *change = find_change (self, code);

  if (self->last == NULL)
    {
      dz_rich_append (rich, "无报告");
      return;
    }
  if (change == NULL || change->unsure)
    {
      dz_rich_append (rich, change == NULL ? "—" : "可能也提出（待核）");
      return;
    }
  switch (change->destination)
    {
    case DZ_DESTINATION_CLAIMED_AGAIN:
      dz_rich_append (rich, "也提出，称已整改");
      break;
    case DZ_DESTINATION_UNCLAIMED_AGAIN:
      dz_rich_append (rich, "也提出");
      break;
    case DZ_DESTINATION_CLAIMED_GONE:
      dz_rich_append (rich, "曾提出，称已整改");
      break;
    case DZ_DESTINATION_SILENT_GONE:
      dz_rich_append (rich, "曾提出，未说明");
      break;
    case DZ_DESTINATION_NEW:
    default:
      dz_rich_append (rich, "新提出");
      break;
    }
  if (change->claim >= 0)
    dz_citations_cite (self->briefing->book, rich, self->report->id,
                       g_array_index (self->report->weaknesses, DzWeakness, change->claim).rectified,
                       "上年整改");
}

static void
append_answer (Sheet                *self,
               DzRich               *rich,
               const DzWeaknessCell *cell,
               guint                 characters)
{
  const DzWeakness *answer = dz_weakness_cell_get_answer (cell);

  if (answer == NULL || dz_span_is_empty (answer->answer))
    {
      dz_rich_append (rich, cell->open ? "待核" : grade_name (cell->grade));
      return;
    }
  dz_rich_append (rich, cell->open ? "待核" : grade_name (answer->grade));
  dz_rich_append (rich, "：");
  {
    DzSpan span = dz_briefing_shorten_span (self->report, answer->answer, characters);
    g_autofree char *words = dz_briefing_dup_quotation (self->briefing, self->report, span, NULL);

    dz_rich_append (rich, words);
    dz_citations_cite (self->briefing->book, rich, self->report->id, span, "计划");
  }
}

static const DzWeaknessCell *
find_cell (Sheet       *self,
           DzCommonRow *row)
{
  const DzWeaknessCell *cell = self->cell < dz_common_row_get_n_cells (row)
                                 ? dz_common_row_get_cell (row, self->cell) : NULL;

  return cell != NULL && cell->report != NULL ? cell : NULL;
}

static void
add_weakness_row (Sheet                *self,
                  DzTableBlock         *block,
                  const DzEntry        *entry,
                  const DzWeaknessCell *cell,
                  const Limits         *limit)
{
  DzTableRow *row = dz_table_block_add_row (block, DZ_RULE_GREY);
  const DzWeakness *weakness = dz_weakness_cell_get (cell, 0);
  g_autoptr(DzRich) quote = dz_rich_new (NULL);
  g_autoptr(DzRich) answer = dz_rich_new (NULL);
  g_autoptr(DzRich) last = dz_rich_new (NULL);
  g_autofree char *name = g_strconcat (entry->name, cell->naming == DZ_NAMING_SUGGESTED ? "（待确认）" : "", NULL);

  dz_table_row_set_text (row, 0, name)->code = entry->id;
  if (weakness != NULL)
    {
      DzSpan span = dz_briefing_shorten_span (self->report, dz_briefing_quotation_span (self->report, weakness),
                                              limit->quote);

      dz_briefing_append_quotation (self->briefing, quote, self->report, span);
      dz_citations_cite (self->briefing->book, quote, self->report->id, span,
                         dz_codebook_short_name (self->briefing->codebook, DZ_ENTRY_WEAKNESS, entry->id))->code =
        entry->id;
    }
  append_answer (self, answer, cell, limit->quote > 40 ? 30 : 12);
  append_last_year (self, last, entry->id);
  dz_table_row_set_rich (row, 1, quote);
  dz_table_row_set_rich (row, 2, answer);
  dz_table_row_set_rich (row, 3, last);
}

/* Named last year, not this year. */
static void
add_gone_rows (Sheet        *self,
               DzTableBlock *block,
               guint         limit)
{
  DzChangeRow *changes = self->change;

  for (guint i = 0; changes != NULL && i < dz_change_row_get_n_changes (changes); i++)
    {
      const DzWeaknessChange *change = dz_change_row_get_change (changes, i);
      g_autoptr(DzRich) last = NULL;
      DzTableRow *row;

      if (block->rows->len >= limit || (change->destination != DZ_DESTINATION_CLAIMED_GONE &&
                                        change->destination != DZ_DESTINATION_SILENT_GONE))
        continue;
      last = dz_rich_new (NULL);
      append_last_year (self, last, change->code);
      row = dz_table_block_add_row (block, DZ_RULE_GREY);
      dz_table_row_set_text (row, 0, dz_codebook_name (self->briefing->codebook, DZ_ENTRY_WEAKNESS, change->code));
      dz_table_row_set_text (row, 1, "未提出");
      dz_table_row_set_text (row, 2, "—");
      dz_table_row_set_rich (row, 3, last);
    }
}

/* Why there is no row of weaknesses: not read is not the same as not declared, which only a person can say. */
static const char *
without_rows (Sheet *self)
{
  const DzCheck *check = dz_report_find_check (self->report, "C-PROBLEM");

  for (guint i = 0; i < self->report->weaknesses->len; i++)
    {
      const DzWeakness *weakness = &g_array_index (self->report->weaknesses, DzWeakness, i);

      if (weakness->code == NULL && !weakness->last_year && !weakness->county && weakness->state != DZ_STATE_REJECTED)
        return "报告提出的问题尚未归类。";
    }
  if (check != NULL && check->result == DZ_RESULT_FAIL)
    return "报告没有提出问题（未提出不等于没有问题）。";

  return "报告中未读出问题，待核。";
}

static void
add_weaknesses (Sheet        *self,
                GPtrArray    *blocks,
                const Limits *limit)
{
  DzPaperTable *table = dz_paper_table_new ("sheet", 0, "", TRUE);
  DzTableBlock *block = dz_paper_table_add_block (table, "问题");
  GListModel *rows = dz_common_weaknesses_get_rows (self->briefing->common, DZ_COMMON_ALL);
  g_autofree char *year = g_strdup_printf ("%d年", self->briefing->year - 1);
  guint left_out = 0;

  table->size = 10;
  table->line = 12.5;
  dz_table_block_add_column (block, "问题", 33 * DZ_MM, DZ_ALIGN_LEFT);
  dz_table_block_add_column (block, "报告原文", 58 * DZ_MM, DZ_ALIGN_LEFT);
  dz_table_block_add_column (block, "计划中的措施", 40 * DZ_MM, DZ_ALIGN_LEFT);
  dz_table_block_add_column (block, year, 25 * DZ_MM, DZ_ALIGN_CENTRE);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(DzCommonRow) row = g_list_model_get_item (rows, i);
      const DzWeaknessCell *cell = find_cell (self, row);

      if (cell == NULL || (cell->naming != DZ_NAMING_NAMED && cell->naming != DZ_NAMING_SUGGESTED))
        continue;
      if (block->rows->len < limit->rows)
        add_weakness_row (self, block, dz_common_row_get_entry (row), cell, limit);
      else
        left_out++;
    }
  add_gone_rows (self, block, limit->rows);
  add (blocks, dz_text_block_new_plain (DZ_ROLE_HEADING_3, "问题、计划与上年"));
  if (block->rows->len == 0)
    {
      add (blocks, dz_text_block_new_plain (DZ_ROLE_SMALL, without_rows (self)));
      dz_block_free (&table->parent);
      return;
    }
  table->parent.after = 2;
  add (blocks, &table->parent);
  if (left_out > 0)
    {
      g_autofree char *words = g_strdup_printf ("另有%u类问题见问题及提出单位表。", left_out);

      add (blocks, dz_text_block_new_plain (DZ_ROLE_SMALL, words));
    }
}

static void
add_causes (Sheet     *self,
            GPtrArray *blocks)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr(DzRich) rich = dz_rich_new ("报告所述原因：");

  for (guint i = 0; i < self->report->causes->len; i++)
    {
      const DzCause *cause = &g_array_index (self->report->causes, DzCause, i);

      if (cause->state == DZ_STATE_REJECTED || !g_hash_table_add (seen, (gpointer) cause->code))
        continue;
      if (g_hash_table_size (seen) > 1)
        dz_rich_append (rich, "；"); /* some names have a 、 of their own */
      dz_rich_append (rich, dz_codebook_name (self->briefing->codebook, DZ_ENTRY_CAUSE, cause->code));
      dz_citations_cite (self->briefing->book, rich, self->report->id, cause->span, "原因");
    }
  if (g_hash_table_size (seen) == 0)
    return;
  dz_rich_append (rich, "。");
  add (blocks, dz_text_block_new (DZ_ROLE_SMALL, rich));
}

static DzBlock *
numbered_line (guint   n,
               DzRich *words)
{
  g_autofree char *number = g_strdup_printf ("%u. ", n);
  g_autoptr(DzRich) rich = dz_rich_new (number);
  DzBlock *block;

  dz_rich_append_rich (rich, words);
  dz_rich_append (rich, "。");
  block = dz_text_block_new (DZ_ROLE_SMALL, rich);
  ((DzTextBlock *) block)->style.first = -18;
  ((DzTextBlock *) block)->style.align = DZ_ALIGN_JUSTIFY;
  ((DzTextBlock *) block)->style.pitch = 18.5;

  return block;
}

static void
add_checks (Sheet     *self,
            GPtrArray *blocks,
            guint      limit)
{
  g_autoptr(GPtrArray) findings = dz_briefing_list_findings (self->briefing, self->body->id);
  guint table = dz_briefing_table_number (self->briefing, "checks");
  guint offered = dz_briefing_get_offered (self->briefing, self->body);

  if (self->report == NULL && findings->len == 0)
    return; /* what did not come was not checked */
  add (blocks, dz_text_block_new_plain (DZ_ROLE_HEADING_3, "核查"));
  if (findings->len == 0 && offered == 0)
    add (blocks, dz_text_block_new_plain (DZ_ROLE_SMALL, "逐项核查，没有需要核对的情况。"));
  for (guint i = 0; i < MIN (findings->len, limit); i++)
    {
      g_autoptr(DzRich) rich = dz_rich_new (NULL);

      dz_briefing_append_finding (self->briefing, rich, g_ptr_array_index (findings, i));
      add (blocks, numbered_line (i + 1, rich));
    }
  if (findings->len > limit)
    {
      g_autofree char *words = table > 0
        ? g_strdup_printf ("另有%u项见表%u。", findings->len - limit, table)
        : g_strdup_printf ("另有%u项。", findings->len - limit);

      add (blocks, dz_text_block_new_plain (DZ_ROLE_SMALL, words));
    }
  if (offered > 0)
    {
      g_autofree char *words = g_strdup_printf ("%s%u处待核，核实后再列入。", findings->len > 0 ? "另有" : "有", offered);

      add (blocks, dz_text_block_new_plain (DZ_ROLE_SMALL, words));
    }
}

static gboolean
is_confirmed (const DzWeaknessCell *cell)
{
  for (guint i = 0; i < cell->weaknesses->len; i++)
    if (dz_weakness_cell_get (cell, i)->state == DZ_STATE_SUGGESTED)
      return FALSE;

  return TRUE;
}

/* What the meeting may ask, of what a person confirmed: weaknesses named again although claimed rectified, those without a
 * measure, required contents that are not there. */
static void
add_points (Sheet     *self,
            GPtrArray *blocks,
            guint      limit)
{
  GListModel *rows = dz_common_weaknesses_get_rows (self->briefing->common, DZ_COMMON_ALL);
  guint n = 0;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < g_list_model_get_n_items (rows) && n < limit; i++)
      {
        g_autoptr(DzCommonRow) row = g_list_model_get_item (rows, i);
        const DzEntry *entry = dz_common_row_get_entry (row);
        const DzWeaknessCell *cell = find_cell (self, row);
        const DzWeaknessChange *change = find_change (self, entry->id);
        g_autofree char *words = NULL;
        g_autoptr(DzRich) rich = NULL;

        if (cell == NULL || cell->naming != DZ_NAMING_NAMED || !is_confirmed (cell))
          continue;
        if (change != NULL && change->unsure)
          change = NULL;
        if (pass == 0 && change != NULL && change->destination == DZ_DESTINATION_CLAIMED_AGAIN)
          words = g_strdup_printf ("“%s”上年提出、称已整改，今年又提出，请说明整改到哪一步", entry->name);
        if (pass == 1 && cell->grade <= DZ_GRADE_GENERIC && words == NULL &&
            !(change != NULL && change->destination == DZ_DESTINATION_CLAIMED_AGAIN))
          words = g_strdup_printf ("“%s”计划中%s，请说明打算", entry->name,
                                   cell->grade == DZ_GRADE_NONE ? "未见对应措施" : "只有一般表述");
        if (words == NULL)
          continue;
        if (n++ == 0)
          add (blocks, dz_text_block_new_plain (DZ_ROLE_HEADING_3, "可以追问"));
        rich = dz_rich_new (words);
        dz_citations_cite (self->briefing->book, rich, self->report->id,
                           dz_briefing_quotation_span (self->report, dz_weakness_cell_get (cell, 0)), NULL);
        add (blocks, numbered_line (n, rich));
      }
}

static GPtrArray *
build_sheet (guint    level,
             gpointer data)
{
  Sheet *self = data;
  const Limits *limit = &limits[level];
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_block_free);

  add_head (self, blocks);
  if (self->report != NULL)
    {
      add_contents (self, blocks);
      add_strips (self, blocks, limit->strips);
      add_weaknesses (self, blocks, limit);
      if (level < DZ_N_SHEET_LEVELS - 4)
        add_causes (self, blocks);
    }
  add_checks (self, blocks, limit->checks);
  if (self->report != NULL)
    add_points (self, blocks, limit->points);

  return blocks;
}

static guint
find_body (GPtrArray    *bodies,
           const DzBody *body,
           guint         guess)
{
  if (guess < bodies->len && ((const DzBody *) g_ptr_array_index (bodies, guess))->id == body->id)
    return guess;
  for (guint i = 0; i < bodies->len; i++)
    if (((const DzBody *) g_ptr_array_index (bodies, i))->id == body->id)
      return i;

  return G_MAXUINT;
}

/* Who sent nothing and of whom nothing is found has no page: they are listed after the others. */
static gboolean
has_sheet (const Sheet *self)
{
  g_autoptr(GPtrArray) findings = NULL;

  if (self->report != NULL)
    return TRUE;
  findings = dz_briefing_list_findings (self->briefing, self->body->id);

  return findings->len > 0;
}

static void
add_without_sheet (DzBriefing *self,
                   GPtrArray  *bodies)
{
  DzChapter *chapter;
  g_autoptr(GString) words = g_string_new (NULL);

  if (bodies->len == 0)
    return;
  g_string_append_printf (words, "%d年度未报送、不另列一页的单位%u个：", self->year, bodies->len);
  for (guint i = 0; i < bodies->len; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? "、" : "", dz_briefing_name (self, g_ptr_array_index (bodies, i)));
  g_string_append (words, "。");
  chapter = dz_document_add_chapter (self->document, "bodies", FALSE);
  dz_chapter_add (chapter, dz_text_block_new_plain (DZ_ROLE_SHEET_TITLE, "未报送单位"));
  dz_chapter_add (chapter, dz_text_block_new_plain (DZ_ROLE_BODY, words->str));
}

void
dz_briefing_add_bodies (DzBriefing *self)
{
  GListModel *rows = dz_roster_table_get_rows (self->roster);
  GPtrArray *bodies = dz_common_weaknesses_get_bodies (self->common);
  g_autoptr(GPtrArray) without = g_ptr_array_new ();
  guint cell = 0;

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(DzRosterRow) row = g_list_model_get_item (rows, i);
      Sheet *sheet = g_new0 (Sheet, 1);

      sheet->briefing = self;
      sheet->body = dz_roster_row_get_body (row);
      sheet->report = dz_review_report_of (self->review, sheet->body->id, self->year);
      sheet->last = dz_review_report_before (self->review, sheet->body->id, self->year);
      sheet->row = i; /* both tables list the scope in roster order */
      g_assert (dz_figure_row_get_body (dz_figure_table_get_row (self->figures, i))->id == sheet->body->id);
      sheet->cell = find_body (bodies, sheet->body, cell);
      cell += sheet->cell != G_MAXUINT;
      sheet->change = dz_year_change_find_row (self->change, sheet->body->id);
      if (has_sheet (sheet))
        {
          dz_document_add_sheet (self->document, "bodies", dz_briefing_name (self, sheet->body), build_sheet,
                                 sheet, g_free);
          continue;
        }
      g_ptr_array_add (without, (gpointer) sheet->body);
      g_free (sheet);
    }
  add_without_sheet (self, without);
}
