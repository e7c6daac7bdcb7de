/* dz-briefing-ledger.c - 整改台账 on paper: each problem with who, how, until when, and what became of it
 *
 * The problem's words are the paper's own. What a body's own report says stands beside it with its source number;
 * that nothing was found there is silence, no denial.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-briefing-private.h"

#include "dz-ledger-table.h"

#define LONGEST_SOURCE 60

static char *
say (DzBriefing *self,
     const char *text)
{
  return text != NULL ? dz_briefing_mask (self, text, TRUE) : g_strdup ("—");
}

static void
set_words (DzBriefing *self,
           DzTableRow *row,
           guint       column,
           const char *text)
{
  g_autofree char *words = say (self, text);

  dz_table_row_set_text (row, column, words);
}

/* Who is asked; of another year than the briefing's, that too: what is open stays on the ledger for years. */
static void
set_who (DzBriefing        *self,
         DzTableRow        *line,
         guint              column,
         const DzLedgerRow *row)
{
  g_autofree char *who = row->body != NULL ? g_strdup (dz_briefing_name (self, row->body)) : say (self, dz_ledger_row_get_who (row));
  g_autofree char *dated = row->entry->year != self->year ? g_strdup_printf ("%s（%d年度）", who, row->entry->year) : NULL;
  DzSlot *slot = dz_table_row_set_text (line, column, dated != NULL ? dated : who);

  if (row->body != NULL)
    slot->body_id = row->body->id;
}

/* 已提出[3-16], 未见提出, 12个单位中3个提出 */
static void
set_admission (DzBriefing        *self,
               DzTableRow        *line,
               guint              column,
               const DzLedgerRow *row)
{
  g_autofree char *words = dz_ledger_row_dup_admission (row);
  g_autoptr(DzRich) rich = dz_rich_new (words);

  if (row->admission == DZ_ADMISSION_FOUND && row->weakness >= 0)
    dz_citations_cite (self->book, rich, row->report->id, dz_ledger_row_get_sentence (row), row->code->name);
  dz_table_row_set_rich (line, column, rich);
}

static void
add_row (DzBriefing        *self,
         DzTableBlock      *block,
         const DzLedgerRow *row,
         guint              n)
{
  DzTableRow *line = dz_table_block_add_row (block, DZ_RULE_GREY);
  g_autofree char *number = g_strdup_printf ("%u", n);
  const char *term = row->entry->deadline != NULL ? row->entry->deadline : row->entry->term;

  dz_table_row_set_text (line, 0, number);
  set_who (self, line, 1, row);
  set_words (self, line, 2, row->entry->problem);
  set_words (self, line, 3, row->entry->measure);
  set_words (self, line, 4, term);
  dz_table_row_set_text (line, 5, dz_ledger_state_get_name (row->entry->state));
  set_words (self, line, 6, row->entry->evidence);
  set_admission (self, line, 7, row);
}

static void
add_text (DzBriefing          *self,
          DzChapter           *chapter,
          const DzLedgerTable *ledger,
          guint                table)
{
  guint states[DZ_N_LEDGER_STATES] = { 0 };
  guint asked = 0, found = 0, told = 0;
  g_autoptr(GHashTable) bodies = g_hash_table_new (NULL, NULL);
  g_autoptr(GString) words = g_string_new (NULL);
  g_autoptr(DzRich) sentence = NULL;
  g_autoptr(DzRich) rich = dz_rich_new (NULL);

  for (guint i = 0; i < dz_ledger_table_get_n (ledger); i++)
    {
      const DzLedgerRow *row = dz_ledger_table_get (ledger, i);

      states[row->entry->state]++;
      if (row->body != NULL)
        g_hash_table_add (bodies, (gpointer) row->body);
      if (row->entry->declared || row->body == NULL)
        continue;
      asked += row->admission == DZ_ADMISSION_FOUND || row->admission == DZ_ADMISSION_NOT_FOUND;
      found += row->admission == DZ_ADMISSION_FOUND;
    }
  g_string_append_printf (words, "台账列入问题%u项（表%u）", dz_ledger_table_get_n (ledger), table);
  if (g_hash_table_size (bodies) > 0)
    g_string_append_printf (words, "，涉及%u个单位", g_hash_table_size (bodies));
  g_string_append (words, "。");
  for (int i = 0; i < DZ_N_LEDGER_STATES; i++)
    if (states[i] > 0)
      g_string_append_printf (words, "%s%s%u项", told++ > 0 ? "、" : "", dz_ledger_state_get_name ((DzLedgerState) i), states[i]);
  g_string_append (words, told > 0 ? "。" : "");
  if (asked > 0 && dz_ledger_table_has_years (ledger))
    g_string_append_printf (words, "督察指出的问题中，可以与本单位同年度报告对照的%u项，本单位报告也提出的%u项。", asked, found);
  else if (asked > 0)
    g_string_append_printf (words, "督察指出的问题中，可以与本单位%d年度报告对照的%u项，本单位报告也提出的%u项。", self->year, asked,
                            found);
  sentence = dz_rich_new (words->str);
  dz_briefing_append_rich (self, rich, sentence, "ledger/count");
  dz_chapter_add (chapter, dz_text_block_new (DZ_ROLE_BODY, rich));
}

static void
add_sources (DzBriefing          *self,
             DzRich              *note,
             const DzLedgerTable *ledger)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GString) words = g_string_new (NULL);

  for (guint i = 0; i < dz_ledger_table_get_n (ledger) && g_hash_table_size (seen) < 4; i++)
    {
      const DzLedgerEntry *entry = dz_ledger_table_get (ledger, i)->entry;

      if (entry->report_id == 0 || entry->declared || entry->source == NULL || g_utf8_strlen (entry->source, -1) > LONGEST_SOURCE ||
          !g_hash_table_add (seen, g_strdup (entry->source)))
        continue;
      g_string_append_printf (words, "%s《%s》", words->len > 0 ? "、" : "问题出自", entry->source);
    }
  if (words->len > 0)
    {
      g_autofree char *masked = dz_briefing_mask (self, words->str, TRUE);

      dz_rich_append (note, masked);
      dz_rich_append (note, "。");
    }
}

/* The chapter of the ledger: on its side, for it has eight columns. */
void
dz_briefing_add_ledger (DzBriefing *self)
{
  static const struct { const char *head; double width; DzTextAlign align; } columns[] = {
    { "序号", 10, DZ_ALIGN_CENTRE }, { "单位", 22, DZ_ALIGN_LEFT },     { "问题", 62, DZ_ALIGN_LEFT },
    { "整改措施", 44, DZ_ALIGN_LEFT }, { "时限", 22, DZ_ALIGN_LEFT },     { "状态", 16, DZ_ALIGN_CENTRE },
    { "整改情况", 27, DZ_ALIGN_LEFT }, { "本单位报告", 22, DZ_ALIGN_LEFT },
  };
  g_autoptr(DzLedgerTable) ledger = dz_ledger_table_new (self->original, self->codebook, self->year, self->scope);
  DzChapter *chapter = dz_document_add_chapter (self->document, "ledger", TRUE);
  DzPaperTable *table = dz_paper_table_new ("ledger", dz_briefing_table_number (self, "ledger"), "整改台账", TRUE);
  DzTableBlock *block = dz_paper_table_add_block (table, "整改台账");
  g_autoptr(DzRich) note =
    dz_rich_new ("注：问题为原件文字；状态由人工认定。“本单位报告”栏：已提出，指本单位同年度报告提出同类问题；未见提出，不等于不承认。");
  g_autofree char *heading = dz_briefing_dup_heading (self, "整改台账");
  DzBlock *head = dz_text_block_new_plain (DZ_ROLE_HEADING_1, heading);

  table->size = 9;
  table->line = 12.5;
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    dz_table_block_add_column (block, columns[i].head, columns[i].width * DZ_MM, columns[i].align)->pad_right = 1.5;
  for (guint i = 0; i < dz_ledger_table_get_n (ledger); i++)
    add_row (self, block, dz_ledger_table_get (ledger, i), i + 1);
  add_sources (self, note, ledger);
  dz_paper_table_set_note (table, note);
  head->key = g_intern_static_string ("ledger");
  dz_chapter_add (chapter, head);
  add_text (self, chapter, ledger, table->number);
  if (dz_ledger_table_get_n (ledger) > 0)
    dz_chapter_add (chapter, &table->parent);
  else
    dz_block_free (&table->parent);
}
