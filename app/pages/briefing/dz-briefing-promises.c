/* dz-briefing-promises.c - what became of last year's plans, as far as a person decided it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-briefing-quotations.h"

static guint
count_decided (DzChangeRow *row)
{
  GArray *items = dz_change_row_get_plan_items (row);
  guint n = 0;

  for (guint i = 0; i < items->len; i++)
    n += g_array_index (items, DzPlanItem, i).decision != NULL;

  return n;
}

/**
 * dz_briefing_has_promises:
 *
 * Returns: whether a person decided of any act of last year's plans: what the words propose is not printed
 */
gboolean
dz_briefing_has_promises (DzBriefing *self)
{
  for (guint i = 0; self->change != NULL && i < dz_year_change_get_n_rows (self->change); i++)
    if (count_decided (dz_year_change_get_row (self->change, i)) > 0)
      return TRUE;

  return FALSE;
}

static void
add_row (DzBriefing       *self,
         DzTableBlock     *block,
         DzChangeRow      *row,
         const DzPlanItem *item)
{
  DzTableRow *line = dz_table_block_add_row (block, DZ_RULE_GREY);
  DzReport *current = dz_change_row_get_this_report (row);
  g_autoptr(DzRich) plan = dz_rich_new (NULL);
  g_autoptr(DzRich) kept = dz_rich_new (NULL);

  dz_table_row_set_text (line, 0, dz_briefing_name (self, dz_change_row_get_body (row)))->body_id =
    dz_change_row_get_body (row)->id;
  dz_briefing_append_quotation (self, plan, item->report, item->span);
  dz_citations_cite (self->book, plan, item->report->id, item->span, "上年计划");
  dz_table_row_set_rich (line, 1, plan);
  dz_table_row_set_text (line, 2, dz_promise_get_name (dz_plan_item_get_promise (item)));
  if (!dz_span_is_empty (item->kept))
    {
      DzSpan span = dz_briefing_shorten_span (current, item->kept, 60);

      dz_briefing_append_quotation (self, kept, current, span);
      dz_citations_cite (self->book, kept, current->id, span, "计划落实");
    }
  if (item->decision->note != NULL)
    {
      g_autofree char *note = dz_briefing_mask (self, item->decision->note, FALSE);

      dz_rich_append (kept, dz_rich_is_empty (kept) ? "" : "；");
      dz_rich_append (kept, note);
    }
  if (dz_rich_is_empty (kept))
    dz_rich_append (kept, "—");
  dz_table_row_set_rich (line, 3, kept);
}

static void
add_text (DzBriefing *self,
          DzChapter  *chapter)
{
  guint counts[DZ_N_PROMISES] = { 0 };
  guint bodies = 0, total = 0;
  g_autoptr(GString) words = g_string_new (NULL);
  g_autoptr(DzRich) sentence = NULL;
  g_autoptr(DzRich) rich = dz_rich_new (NULL);

  for (guint i = 0; i < dz_year_change_get_n_rows (self->change); i++)
    {
      DzChangeRow *row = dz_year_change_get_row (self->change, i);
      GArray *items = dz_change_row_get_plan_items (row);

      bodies += count_decided (row) > 0;
      total += items->len;
      for (guint k = 0; k < items->len; k++)
        if (g_array_index (items, DzPlanItem, k).decision != NULL)
          counts[dz_plan_item_get_promise (&g_array_index (items, DzPlanItem, k))]++;
    }
  g_string_append_printf (words, "%d年度计划中读出具体举措%u项，已逐项认定%u个单位的%u项：", self->year - 1, total, bodies,
                          counts[DZ_PROMISE_UNMENTIONED] + counts[DZ_PROMISE_PARTLY] + counts[DZ_PROMISE_KEPT]);
  for (int i = DZ_PROMISE_KEPT; i >= DZ_PROMISE_UNMENTIONED; i--)
    g_string_append_printf (words, "%s%u项%s", dz_promise_get_name ((DzPromise) i), counts[i],
                            i > DZ_PROMISE_UNMENTIONED ? "、" : "。");
  sentence = dz_rich_new (words->str);
  dz_briefing_append_rich (self, rich, sentence, "change/promises");
  dz_chapter_add (chapter, dz_text_block_new (DZ_ROLE_BODY, rich));
}

/* Adds them to the chapter of the two years. */
void
dz_briefing_add_promises (DzBriefing *self,
                          DzChapter  *chapter)
{
  DzPaperTable *table = dz_paper_table_new ("promises", dz_briefing_table_number (self, "promises"), "上年计划落实情况",
                                            TRUE);
  g_autoptr(DzRich) note = dz_rich_new ("注：只列已由人工认定的举措；“未见提及”是今年报告没有写到，不等于没有做。");
  DzTableBlock *block = dz_paper_table_add_block (table, "上年计划落实情况");

  dz_chapter_add (chapter, dz_text_block_new_plain (DZ_ROLE_HEADING_2, "（三）上年计划落实"));
  add_text (self, chapter);
  table->size = 9;
  table->line = 12.5;
  dz_paper_table_set_note (table, note);
  dz_table_block_add_column (block, "单位", 19 * DZ_MM, DZ_ALIGN_LEFT)->pad_right = 1;
  dz_table_block_add_column (block, "上年计划", 52 * DZ_MM, DZ_ALIGN_LEFT)->pad_right = 2;
  dz_table_block_add_column (block, "认定", 17 * DZ_MM, DZ_ALIGN_LEFT)->pad_right = 1;
  dz_table_block_add_column (block, "今年报告", 68 * DZ_MM, DZ_ALIGN_LEFT)->pad_right = 1;
  for (guint i = 0; i < dz_year_change_get_n_rows (self->change); i++)
    {
      DzChangeRow *row = dz_year_change_get_row (self->change, i);
      GArray *items = dz_change_row_get_plan_items (row);

      for (guint k = 0; k < items->len; k++)
        if (g_array_index (items, DzPlanItem, k).decision != NULL)
          add_row (self, block, row, &g_array_index (items, DzPlanItem, k));
    }
  dz_chapter_add (chapter, &table->parent);
}
