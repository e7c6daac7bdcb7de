/* dz-briefing-weaknesses.c - common weaknesses with quotations, single ones, who named what
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-briefing-quotations.h"

#include <string.h>

/* The sources of quotation @n and of those that say the same after it: of more than eight the first five. */
static void
cite_all (DzBriefing *self,
          DzRich     *rich,
          GArray     *quotes,
          guint       n,
          const char *code)
{
  g_autoptr(GArray) same = g_array_new (FALSE, FALSE, sizeof (guint));
  guint cited;

  for (guint k = n; k < quotes->len; k++)
    if (k == n || dz_quote_is_same (&g_array_index (quotes, DzQuote, n), &g_array_index (quotes, DzQuote, k)))
      g_array_append_val (same, k);
  cited = same->len > 8 ? 5 : same->len;
  for (guint i = 0; i < cited; i++)
    dz_briefing_cite_quote (self, rich, &g_array_index (quotes, DzQuote, g_array_index (same, guint, i)), code);
  if (same->len > 1)
    {
      g_autofree char *digits = g_strdup_printf ("%u", same->len);
      const char *number = same->len == 2 ? "两" : digits;
      g_autofree char *words = g_strdup_printf ("%s（%s份报告此段重合）", cited < same->len ? "等" : "", number);

      dz_rich_append (rich, words);
    }
}

static void
add_quotes (DzBriefing *self,
            DzChapter  *chapter,
            DzCommonRow *row)
{
  g_autoptr(GArray) quotes = dz_briefing_list_quotes (row);
  const char *code = dz_common_row_get_entry (row)->id;
  guint used = 0;

  g_array_sort (quotes, dz_quote_compare);
  for (guint i = 0; i < quotes->len && used < 2; i++)
    {
      const DzQuote *quote = &g_array_index (quotes, DzQuote, i);
      g_autoptr(DzRich) rich = NULL;
      DzBlock *block;
      gboolean again = FALSE;

      for (guint k = 0; k < i && !again; k++)
        again = dz_quote_is_same (quote, &g_array_index (quotes, DzQuote, k));
      if (again)
        continue;
      rich = dz_rich_new (NULL);
      dz_briefing_append_quotation (self, rich, quote->report, quote->span);
      cite_all (self, rich, quotes, i, code);
      block = dz_text_block_new (DZ_ROLE_QUOTATION, rich);
      dz_chapter_add (chapter, block);
      used++;
    }
}

static void
add_common_row (DzBriefing  *self,
                DzChapter   *chapter,
                DzCommonRow *row,
                guint        n)
{
  const DzEntry *entry = dz_common_row_get_entry (row);
  g_autofree char *heading = g_strdup_printf ("（%s）%s", dz_chinese_ordinal (n), entry->name);
  g_autoptr(DzRich) rich = dz_rich_new (NULL);
  g_autoptr(DzRich) answers = dz_rich_new (NULL);
  /* by these names what a person wrote in their place is kept */
  const struct
  {
    const char *name;
    DzSentence *sentence;
  } sentences[] = {
    { "0", dz_sentence_weakness (self->common, entry->id) },
    { "once", dz_sentence_counted_once (self->common, entry->id) },
    { "1", dz_sentence_suggested (self->common, entry->id) },
    { "2", dz_sentence_last_year (self->common, self->change, entry->id) },
    { "not-compared", dz_sentence_not_compared (self->common, entry->id) },
  };
  g_autoptr(DzSentence) last = dz_sentence_answers_to (self->common, entry->id);
  g_autofree char *key = g_strdup_printf ("weakness/%s/answers", entry->id);

  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      g_autofree char *own = g_strdup_printf ("weakness/%s/%s", entry->id, sentences[i].name);

      dz_briefing_append_sentence (self, rich, sentences[i].sentence, own);
      dz_sentence_free (sentences[i].sentence);
    }
  dz_chapter_add (chapter, dz_text_block_new_plain (DZ_ROLE_HEADING_2, heading));
  dz_chapter_add (chapter, dz_text_block_new (DZ_ROLE_BODY, rich));
  add_quotes (self, chapter, row);
  dz_briefing_append_sentence (self, answers, last, key);
  if (!dz_rich_is_empty (answers))
    dz_chapter_add (chapter, dz_text_block_new (DZ_ROLE_BODY, answers));
}

static gboolean
has_part (DzBriefing *self,
          const char *id)
{
  const DzBriefingPart *part = dz_briefing_options_find_part (self->options, id);

  return part != NULL && part->ticked && part->possible;
}

static gboolean
has_single (GListModel *rows)
{
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(DzCommonRow) row = g_list_model_get_item (rows, i);

      if (dz_common_row_get_count (row) == 1)
        return TRUE;
    }

  return FALSE;
}

#define NO_SINGLE "没有仅1个单位提出的问题。"

/* 共7类，如政务公开不到位（望溪街道[1-24]）、…。 */
static void
add_single_summary (DzBriefing *self,
                    DzChapter  *chapter,
                    guint       n)
{
  GListModel *rows = dz_common_weaknesses_get_rows (self->common, DZ_COMMON_SINGLE);
  guint n_rows = g_list_model_get_n_items (rows), used = 0;
  g_autofree char *heading = g_strdup_printf ("（%s）仅1个单位提出的问题", dz_chinese_ordinal (n));
  g_autofree char *count = g_strdup_printf ("共%u类，如", n_rows);
  g_autoptr(DzRich) words = dz_rich_new (count);
  g_autoptr(DzRich) rich = dz_rich_new (NULL);

  /* what would be said under a heading of its own: one line over the table, not a page under it */
  if (!has_single (rows) && has_part (self, "single"))
    dz_chapter_add (chapter, dz_text_block_new_plain (DZ_ROLE_BODY, NO_SINGLE));
  if (n_rows == 0)
    return;
  for (guint i = 0; i < n_rows && used < 3; i++)
    {
      g_autoptr(DzCommonRow) row = g_list_model_get_item (rows, i);
      g_autoptr(GArray) quotes = dz_briefing_list_quotes (row);
      const DzEntry *entry = dz_common_row_get_entry (row);

      if (quotes->len == 0)
        continue;
      if (used++ > 0)
        dz_rich_append (words, "、");
      dz_rich_append (words, entry->name);
      dz_rich_append (words, "（");
      dz_rich_append (words, dz_briefing_name (self, g_array_index (quotes, DzQuote, 0).body));
      dz_briefing_cite_quote (self, words, &g_array_index (quotes, DzQuote, 0), entry->id);
      dz_rich_append (words, "）");
    }
  if (used == 0)
    return;
  dz_rich_append (words, "。");
  if (n_rows > used && (has_part (self, "single") || has_part (self, "bodies")))
    dz_rich_append (words, has_part (self, "single") ? "逐条见“个性问题”。" : "逐条见各单位页。");
  dz_briefing_append_rich (self, rich, words, "weaknesses/single");
  dz_chapter_add (chapter, dz_text_block_new_plain (DZ_ROLE_HEADING_2, heading));
  dz_chapter_add (chapter, dz_text_block_new (DZ_ROLE_BODY, rich));
}

/* Returns: (transfer full): 澜桥镇[3-17]、万榆镇[6-28]（待确认：…） */
static DzRich *
list_naming (DzBriefing  *self,
             DzCommonRow *row)
{
  g_autoptr(GArray) quotes = dz_briefing_list_quotes (row);
  GPtrArray *suggested = dz_common_row_get_suggested (row);
  const char *code = dz_common_row_get_entry (row)->id;
  DzRich *rich = dz_rich_new (NULL);

  for (guint i = 0; i < quotes->len; i++)
    {
      if (i > 0)
        dz_rich_append (rich, "、");
      dz_rich_append (rich, dz_briefing_name (self, g_array_index (quotes, DzQuote, i).body));
      dz_briefing_cite_quote (self, rich, &g_array_index (quotes, DzQuote, i), code);
    }
  for (guint i = 0; suggested != NULL && i < suggested->len; i++)
    {
      const DzBody *body = g_ptr_array_index (suggested, i);

      dz_rich_append (rich, i > 0 ? "、" : quotes->len > 0 ? "（待确认：" : "待确认：");
      dz_rich_append (rich, dz_briefing_name (self, body));
    }
  if (suggested != NULL && suggested->len > 0 && quotes->len > 0)
    dz_rich_append (rich, "）");

  return rich;
}

static char *
answers_in_short (DzCommonRow *row)
{
  const DzAnswerCounts *counts = dz_common_row_get_answers (row);
  g_autoptr(GString) string = g_string_new (NULL);
  const struct
  {
    guint n;
    const char *name;
  } all[] = { { counts->direct, "直接" }, { counts->partial, "部分" }, { counts->generic, "一般" },
              { counts->none, "没有" }, { counts->open, "待核" } };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (all[i].n > 0)
      g_string_append_printf (string, "%s%s%u", string->len > 0 ? "、" : "", all[i].name, all[i].n);
  if (string->len == 0)
    g_string_append (string, "—");

  return g_string_free (g_steal_pointer (&string), FALSE);
}

static DzPaperTable *
make_naming_table (DzBriefing *self)
{
  DzPaperTable *table = dz_paper_table_new ("weaknesses", dz_briefing_table_number (self, "weaknesses"),
                                            "问题及提出单位", TRUE);
  DzTableBlock *block = dz_paper_table_add_block (table, "问题");
  GListModel *rows = dz_common_weaknesses_get_rows (self->common, DZ_COMMON_ALL);
  g_autofree char *n = g_strdup_printf ("注：已报告的单位%u个；未列的单位为未提出，未提出不等于没有问题；同一单位一项只计一次。"
                                        "措施：计划中的措施，直接、部分、一般表述、没有；待核，尚未核实。",
                                        dz_common_weaknesses_get_n_reported (self->common));
  g_autoptr(DzRich) note = dz_rich_new (n);

  dz_table_block_add_column (block, "问题", 48 * DZ_MM, DZ_ALIGN_LEFT);
  dz_table_block_add_column (block, "单位数", 13 * DZ_MM, DZ_ALIGN_CENTRE);
  dz_table_block_add_column (block, "提出单位", 69 * DZ_MM, DZ_ALIGN_ITEMS);
  dz_table_block_add_column (block, "措施", 26 * DZ_MM, DZ_ALIGN_LEFT);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(DzCommonRow) common = g_list_model_get_item (rows, i);
      const DzEntry *entry = dz_common_row_get_entry (common);
      g_autofree char *count = g_strdup_printf ("%u", dz_common_row_get_count (common));
      g_autofree char *answers = answers_in_short (common);
      g_autoptr(DzRich) names = list_naming (self, common);
      DzTableRow *row = dz_table_block_add_row (block, DZ_RULE_GREY);

      dz_table_row_set_text (row, 0, entry->name)->code = entry->id;
      dz_table_row_set_text (row, 1, count);
      dz_table_row_set_rich (row, 2, names);
      dz_table_row_set_text (row, 3, answers);
    }
  dz_paper_table_set_note (table, note);

  return table;
}

static void
add_line (DzBriefing *self,
          DzChapter  *chapter,
          DzSentence *sentence,
          const char *key)
{
  g_autoptr(DzRich) rich = dz_rich_new (NULL);

  dz_briefing_append_sentence (self, rich, sentence, key);
  if (!dz_rich_is_empty (rich))
    dz_chapter_add (chapter, dz_text_block_new (DZ_ROLE_BODY, rich));
  dz_sentence_free (sentence);
}

void
dz_briefing_add_weaknesses (DzBriefing *self)
{
  DzChapter *chapter = dz_document_add_chapter (self->document, "weaknesses", FALSE);
  g_autofree char *heading = dz_briefing_dup_heading (self, "共性问题");
  GListModel *rows = dz_common_weaknesses_get_rows (self->common, DZ_COMMON_ALL);
  DzPaperTable *table = make_naming_table (self);
  guint n = 0, n_common = 0;

  dz_chapter_add (chapter, dz_text_block_new_plain (DZ_ROLE_HEADING_1, heading));
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(DzCommonRow) row = g_list_model_get_item (rows, i);

      n_common += dz_common_row_is_common (row);
      if (dz_briefing_options_has_point (self->options, dz_common_row_get_entry (row)->id,
                                         dz_common_row_is_common (row)))
        add_common_row (self, chapter, row, ++n);
    }
  if (n_common == 0 && n == 0)
    {
      g_autofree char *words = g_strdup_printf ("没有%u个以上单位共同提出的问题。",
                                                dz_common_weaknesses_get_threshold (self->common));

      dz_chapter_add (chapter, dz_text_block_new_plain (DZ_ROLE_BODY, words));
    }
  add_single_summary (self, chapter, n + 1);
  add_line (self, chapter, dz_sentence_causes (self->common, self->review, self->codebook), "weaknesses/causes");
  add_line (self, chapter, dz_sentence_unnamed (self->common), "weaknesses/unnamed");
  if (dz_paper_table_count_slices (table) > 0)
    {
      table->parent.before = 3 * DZ_MM;
      dz_chapter_add (chapter, &table->parent);
    }
  else
    dz_block_free (&table->parent);
  self->words = chapter;
}

/* 个性问题: named by one body only, each with its words. */
void
dz_briefing_add_single (DzBriefing *self)
{
  GListModel *rows = dz_common_weaknesses_get_rows (self->common, DZ_COMMON_SINGLE);
  gboolean any = has_single (rows);
  DzChapter *chapter;
  g_autofree char *heading = NULL;
  DzBlock *head;
  guint n = 0;

  /* the part before has said so */
  if (!any && self->words != NULL)
    return;
  chapter = dz_document_add_chapter (self->document, "single", FALSE);
  heading = dz_briefing_dup_heading (self, "个性问题");
  head = dz_text_block_new_plain (DZ_ROLE_HEADING_1, heading);
  head->key = g_intern_static_string ("single");
  dz_chapter_add (chapter, head);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(DzCommonRow) row = g_list_model_get_item (rows, i);
      const DzEntry *entry = dz_common_row_get_entry (row);
      g_autoptr(DzRich) rich = dz_rich_new (NULL);
      g_autoptr(DzSentence) sentence = NULL;
      g_autofree char *title = NULL;
      g_autofree char *key = g_strdup_printf ("single/%s", entry->id);

      if (dz_common_row_get_count (row) != 1)
        continue;
      title = g_strdup_printf ("（%s）%s", dz_chinese_ordinal (++n), entry->name);
      sentence = dz_sentence_weakness (self->common, entry->id);
      dz_briefing_append_sentence (self, rich, sentence, key);
      dz_chapter_add (chapter, dz_text_block_new_plain (DZ_ROLE_HEADING_2, title));
      if (!dz_rich_is_empty (rich))
        dz_chapter_add (chapter, dz_text_block_new (DZ_ROLE_BODY, rich));
      add_quotes (self, chapter, row);
    }
  if (n == 0)
    dz_chapter_add (chapter, dz_text_block_new_plain (DZ_ROLE_BODY, NO_SINGLE));
  self->words = chapter;
}
