/* dz-body-sheet-weaknesses.c - what one body falls short in: its words, its plan, and what became of last year
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-body-sheet.h"

#include "dz-quoted-words.h"

static const char *
grade_name (DzGrade grade)
{
  static const char *const names[] = { "没有措施", "一般表述", "部分", "直接" };

  return names[grade];
}

/**
 * dz_body_sheet_find_change:
 *
 * Returns: (transfer none) (nullable): what became of the body's weakness @code since last year; %NULL: nothing is known
 */
const DzWeaknessChange *
dz_body_sheet_find_change (DzBodySheet *self,
                           const char  *code)
{
  for (guint i = 0; self->change != NULL && i < dz_change_row_get_n_changes (self->change); i++)
    if (dz_change_row_get_change (self->change, i)->code == code)
      return dz_change_row_get_change (self->change, i);

  return NULL;
}

static void
append_last_year (DzBodySheet *self,
                  DzRich      *rich,
                  const char  *code)
{
  const DzWeaknessChange *change = dz_body_sheet_find_change (self, code);

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
      dz_rich_append (rich, "也提出，\n称已整改"); /* whole, for a column of seven characters */
      break;
    case DZ_DESTINATION_UNCLAIMED_AGAIN:
      dz_rich_append (rich, "也提出");
      break;
    case DZ_DESTINATION_CLAIMED_GONE:
      dz_rich_append (rich, "曾提出，\n称已整改");
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
append_answer (DzBodySheet          *self,
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
    g_autofree char *set = dz_marks_set_straight (words); /* no marks of ours stand around them */

    dz_rich_append (rich, set);
    dz_citations_cite (self->briefing->book, rich, self->report->id, span, "计划");
  }
}

/**
 * dz_body_sheet_find_cell:
 * @row: a weakness of the table of all bodies
 *
 * Returns: (transfer none) (nullable): the body's own cell in it; %NULL: it sent no report
 */
const DzWeaknessCell *
dz_body_sheet_find_cell (DzBodySheet *self,
                         DzCommonRow *row)
{
  const DzWeaknessCell *cell = self->cell < dz_common_row_get_n_cells (row)
                                 ? dz_common_row_get_cell (row, self->cell) : NULL;

  return cell != NULL && cell->report != NULL ? cell : NULL;
}

static void
add_weakness_row (DzBodySheet             *self,
                  DzTableBlock            *block,
                  const DzEntry           *entry,
                  const DzWeaknessCell    *cell,
                  const DzBodySheetLimits *limit)
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
add_gone_rows (DzBodySheet  *self,
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
without_rows (DzBodySheet *self)
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

/**
 * dz_body_sheet_add_weaknesses:
 *
 * Adds the table of what the body falls short in: its own words, the plan's, last year's; or why there is none.
 */
void
dz_body_sheet_add_weaknesses (DzBodySheet             *self,
                              GPtrArray               *blocks,
                              const DzBodySheetLimits *limit)
{
  DzPaperTable *table = dz_paper_table_new ("sheet", 0, "", TRUE);
  DzTableBlock *block = dz_paper_table_add_block (table, "问题");
  GListModel *rows = dz_common_weaknesses_get_rows (self->briefing->common, DZ_COMMON_ALL);
  g_autofree char *year = g_strdup_printf ("%d年", self->briefing->year - 1);
  guint left_out = 0;

  table->size = 10;
  table->line = 12.5;
  dz_table_block_add_column (block, "问题", 33 * DZ_MM, DZ_ALIGN_LEFT);
  dz_table_block_add_column (block, "报告原文", 56 * DZ_MM, DZ_ALIGN_LEFT);
  dz_table_block_add_column (block, "计划中的措施", 40 * DZ_MM, DZ_ALIGN_LEFT);
  dz_table_block_add_column (block, year, 27 * DZ_MM, DZ_ALIGN_CENTRE);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(DzCommonRow) row = g_list_model_get_item (rows, i);
      const DzWeaknessCell *cell = dz_body_sheet_find_cell (self, row);

      if (cell == NULL || (cell->naming != DZ_NAMING_NAMED && cell->naming != DZ_NAMING_SUGGESTED))
        continue;
      if (block->rows->len < limit->rows)
        add_weakness_row (self, block, dz_common_row_get_entry (row), cell, limit);
      else
        left_out++;
    }
  add_gone_rows (self, block, limit->rows);
  g_ptr_array_add (blocks, dz_text_block_new_plain (DZ_ROLE_HEADING_3, "问题、计划与上年"));
  if (block->rows->len == 0)
    {
      g_ptr_array_add (blocks, dz_text_block_new_plain (DZ_ROLE_SMALL, without_rows (self)));
      dz_block_free (&table->parent);
      return;
    }
  table->parent.after = 2;
  g_ptr_array_add (blocks, &table->parent);
  if (left_out > 0)
    {
      g_autofree char *words = g_strdup_printf ("另有%u类问题见问题及提出单位表。", left_out);

      g_ptr_array_add (blocks, dz_text_block_new_plain (DZ_ROLE_SMALL, words));
    }
}

/**
 * dz_body_sheet_add_causes:
 *
 * Adds a line with the causes the report names, if it names any.
 */
void
dz_body_sheet_add_causes (DzBodySheet *self,
                          GPtrArray   *blocks)
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
  g_ptr_array_add (blocks, dz_text_block_new (DZ_ROLE_SMALL, rich));
}
