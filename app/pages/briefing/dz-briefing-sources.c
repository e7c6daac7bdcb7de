/* dz-briefing-sources.c - the appendix: number -> body, report, paragraphs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-briefing-quotations.h"

static void
append_head (DzBriefing   *self,
             DzRich       *rich,
             const DzBody *body,
             DzReport     *report)
{
  static const char *const kinds[] = { "其他报告", "年度报告", "述职报告" };
  g_autofree char *format = report->source != NULL ? dz_source_dup_format (report->source) : NULL;
  g_autofree char *kind = g_strdup_printf ("\n%d年度　%s", report->identity.year, kinds[report->identity.kind]);
  g_autoptr(GString) line = g_string_new (kind);

  dz_rich_append_styled (rich, DZ_RICH_STRONG, dz_briefing_name (self, body));
  if (report->identity.title != NULL)
    {
      g_autofree char *title = dz_briefing_mask (self, report->identity.title, FALSE);

      g_strdelimit (title, "\n\t", ' ');
      dz_rich_append (rich, "　");
      dz_rich_append (rich, title);
    }
  if (report->identity.issued != NULL)
    g_string_append_printf (line, "　落款%s", report->identity.issued);
  if (report->identity.published != NULL)
    g_string_append_printf (line, "，公开%s", report->identity.published);
  if (format != NULL)
    g_string_append_printf (line, "　%s", format);
  dz_rich_append_styled (rich, DZ_RICH_SMALL, line->str);
}

/* The paragraph's first words, where nothing else says what it carries. */
static char *
first_words (DzBriefing       *self,
             DzReport         *report,
             const DzCitation *citation)
{
  DzSpan line = dz_text_get_line (report->text, citation->span.start);
  g_autofree char *words = dz_briefing_dup_quotation (self, report, line, NULL);
  const char *start = words;

  while (g_unichar_isspace (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  if (g_utf8_strlen (start, -1) > 12)
    {
      g_autofree char *cut = g_utf8_substring (start, 0, 12);

      return g_strconcat (cut, "……", NULL);
    }

  return g_strdup (start);
}

static void
add_entry (DzBriefing   *self,
           DzTableBlock *block,
           const DzBody *body,
           DzReport     *report)
{
  GPtrArray *citations = dz_citations_list (self->book, report->id);
  g_autofree char *number = dz_citations_dup_number (self->book, report->id, DZ_SPAN_NONE);
  g_autoptr(DzRich) rich = dz_rich_new (NULL);
  DzTableRow *row = dz_table_block_add_row (block, DZ_RULE_GREY);

  append_head (self, rich, body, report);
  for (guint i = 0; citations != NULL && i < citations->len; i++)
    {
      const DzCitation *citation = g_ptr_array_index (citations, i);
      g_autoptr(GString) item = g_string_new (NULL);
      gsize start;
      DzRichRun *run;

      g_string_append_printf (item, "%u段 ", citation->paragraph);
      for (guint k = 0; k < citation->labels->len; k++)
        g_string_append_printf (item, "%s%s", k > 0 ? "、" : "",
                                (const char *) g_ptr_array_index (citation->labels, k));
      /* where names are hidden, the first words of a paragraph may tell where it is */
      if (citation->labels->len == 0 && self->masks == NULL)
        {
          g_autofree char *words = first_words (self, report, citation);

          g_string_append (item, words);
        }
      if (i > 0)
        dz_rich_append_styled (rich, DZ_RICH_SMALL, "　");
      else
        dz_rich_append (rich, "\n");
      start = rich->text->len;
      dz_rich_append_styled (rich, DZ_RICH_SMALL, item->str);
      run = &g_array_index (rich->runs, DzRichRun, rich->runs->len - 1);
      run->start = start;
      run->report_id = report->id;
      run->span = citation->span;
      run->body_id = body->id;
    }
  dz_table_row_set_text (row, 0, number)->report_id = report->id;
  dz_table_row_set_rich (row, 1, rich);
}

static void
add_entries (DzBriefing   *self,
             DzTableBlock *block,
             int           year,
             gboolean      all)
{
  GListModel *rows = dz_roster_table_get_rows (self->roster);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(DzRosterRow) row = g_list_model_get_item (rows, i);
      const DzBody *body = dz_roster_row_get_body (row);
      DzReport *report = dz_review_report_of (self->review, body->id, year);

      if (report != NULL && (all || dz_citations_is_cited (self->book, report->id)))
        add_entry (self, block, body, report);
    }
}

/* What stands open on the ledger may be of any year. */
static void
add_other_years (DzBriefing   *self,
                 DzTableBlock *block,
                 GArray       *years,
                 DzRich       *note)
{
  guint before = block->rows->len;

  for (guint i = 0; i < years->len; i++)
    {
      int year = g_array_index (years, int, i);

      if (year != self->year && year != self->year - 1)
        add_entries (self, block, year, FALSE);
    }
  if (block->rows->len > before)
    dz_rich_append (note, "编号后〔〕内是其他年度的报告。");
}

/* The sheets are made when they are looked at; what they cite must be known now. */
static void
note_sheets (DzBriefing *self)
{
  for (guint i = 0; i < dz_document_get_n_chapters (self->document); i++)
    dz_document_preview_sheet (self->document, i);
}

void
dz_briefing_add_sources (DzBriefing *self)
{
  DzChapter *chapter;
  DzPaperTable *table = dz_paper_table_new ("sources", 0, "", TRUE);
  DzTableBlock *block = dz_paper_table_add_block (table, "来源");
  g_autoptr(DzRich) note =
    dz_rich_new ("注：编号即名册序号，全文不变，′ 为上一年度的报告；“段”为去掉空行后的自然段序号，跨页断行的先接成一段。"
                 "网页的导航、页眉也计段。");
  g_autoptr(GArray) years = dz_review_list_years (self->review);
  gboolean all = g_strcmp0 (dz_briefing_options_get_template (self->options), "ledger") != 0;
  DzBlock *title;

  note_sheets (self);
  table->line = 14.2;
  table->pitch = 20;
  table->top = TRUE;
  dz_table_block_add_column (block, "编号", 13 * DZ_MM, DZ_ALIGN_CENTRE)->pad_right = 2;
  dz_table_block_add_column (block, "报告及引用的自然段", 143 * DZ_MM, DZ_ALIGN_LEFT);
  add_entries (self, block, self->year, all);
  add_entries (self, block, self->year - 1, FALSE);
  add_other_years (self, block, years, note);
  if (!all && block->rows->len == 0)
    {
      dz_block_free (&table->parent);
      return;
    }
  dz_paper_table_set_note (table, note);
  chapter = dz_document_add_chapter (self->document, "sources", FALSE);

  title = dz_text_block_new_plain (DZ_ROLE_HEADING_1, "附录");
  ((DzTextBlock *) title)->style.first = 0;
  dz_chapter_add (chapter, title);
  title = dz_text_block_new_plain (DZ_ROLE_HEADING_1, "来源");
  ((DzTextBlock *) title)->style.first = 0;
  ((DzTextBlock *) title)->style.align = DZ_ALIGN_CENTRE;
  title->outline = 0;
  dz_chapter_add (chapter, title);
  dz_chapter_add (chapter, &table->parent);
}
