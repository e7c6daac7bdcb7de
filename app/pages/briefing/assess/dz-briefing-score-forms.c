/* dz-briefing-score-forms.c - the 评分表 to be filled in by hand: a sheet for each body, with what the program holds beside each head
 *
 * Points and reasons are left blank. What stands in the last column is there to be read, with its source numbers where the
 * paper has them; nothing is scored.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-briefing-private.h"

#include "dz-score-evidence.h"
#include "dz-score-table.h"

#include <math.h>
#include <string.h>

/* Things of a kind beside one head: a form of five heads is to stay on one page, with as many as have room. What is more is
 * counted. */
static const guint most_shown[][DZ_N_SHOWN_KINDS] = { { 6, 3, 3, 2, 3, 3 }, { 5, 2, 2, 2, 2, 2 }, { 4, 2, 1, 1, 1, 2 }, { 3, 1, 1, 1, 1, 1 },
                                                          { 1, 1, 1, 1, 1, 1 } };

/* One kind in one paragraph: 数值：… [3-16]；… */
static void
append_kind (DzBriefing *self,
             DzRich     *rich,
             GPtrArray  *shown,
             DzShownKind kind,
             guint       most)
{
  g_autofree char *more = NULL;
  guint n = 0;

  for (guint i = 0; i < shown->len; i++)
    {
      const DzShown *one = g_ptr_array_index (shown, i);
      g_autofree char *words = NULL;
      g_autofree char *masked = NULL;

      if (one->kind != kind || ++n > most)
        continue;
      words = dz_shown_dup_short (one);
      masked = dz_briefing_mask (self, words, TRUE);
      if (n == 1)
        {
          g_autofree char *head = g_strdup_printf ("%s%s：", rich->text->len > 0 ? "\n" : "", dz_shown_kind_get_name (kind));

          dz_rich_append_styled (rich, DZ_RICH_STRONG, head);
        }
      else
        dz_rich_append (rich, "；");
      dz_rich_append (rich, masked);
      if (one->report != NULL)
        dz_citations_cite (self->book, rich, one->report->id, one->span, one->name);
    }
  if (n <= most)
    return;
  more = g_strdup_printf ("……共%u项", n);
  dz_rich_append (rich, more);
}

static void
add_head (DzBriefing        *self,
          DzTableBlock      *block,
          DzScoreEvidence   *evidence,
          const DzScoreHead *head,
          const DzBody      *body,
          const guint       *limits)
{
  static const char *const kinds[DZ_N_HEAD_KINDS] = { "", "扣分：", "加分：" };
  DzTableRow *line = dz_table_block_add_row (block, DZ_RULE_GREY);
  g_autoptr(GPtrArray) shown = dz_score_evidence_list (evidence, head, body);
  g_autoptr(DzRich) rich = dz_rich_new (NULL);
  g_autofree char *path = dz_score_head_dup_path (head);
  g_autofree char *most = isnan (head->most) ? g_strdup ("不限") : dz_score_words (head->most);
  g_autofree char *name = g_strdup_printf ("%s%s", kinds[head->kind], path);

  for (int i = 0; i < DZ_N_SHOWN_KINDS; i++)
    append_kind (self, rich, shown, (DzShownKind) i, limits[i]);
  dz_table_row_set_text (line, 0, name);
  dz_table_row_set_text (line, 1, head->standard != NULL ? head->standard : "");
  dz_table_row_set_text (line, 2, most);
  dz_table_row_set_text (line, 3, "＿＿＿");
  dz_table_row_set_text (line, 4, "＿＿＿＿＿＿");
  if (shown->len > 0)
    dz_table_row_set_rich (line, 5, rich);
  else
    dz_table_row_set_text (line, 5, head->shows != NULL ? "未见相关内容" : "评分表未指定依据");
}

static void
add_total (DzTableBlock       *block,
           const DzScoreSheet *sheet)
{
  DzTableRow *line = dz_table_block_add_row (block, DZ_RULE_HAIR);
  g_autofree char *full = dz_score_words (dz_score_sheet_get_full (sheet));

  line->summary = TRUE;
  dz_table_row_set_text (line, 0, "总分");
  dz_table_row_set_text (line, 2, full);
  dz_table_row_set_text (line, 3, "＿＿＿");
}

static DzPaperTable *
make_table (DzBriefing         *self,
            DzScoreEvidence    *evidence,
            const DzScoreSheet *sheet,
            const DzBody       *body,
            const guint        *limits)
{
  static const struct { const char *head; double width; DzTextAlign align; } columns[] = {
    { "评议内容", 32, DZ_ALIGN_LEFT }, { "评分标准", 42, DZ_ALIGN_LEFT }, { "分值", 11, DZ_ALIGN_CENTRE }, { "得分", 17, DZ_ALIGN_CENTRE },
    { "理由", 27, DZ_ALIGN_LEFT },     { "程序依据（供参考）", 96, DZ_ALIGN_LEFT },
  };
  g_autofree char *key = g_strdup_printf ("score-form:%" G_GINT64_FORMAT, body->id);
  g_autoptr(DzRich) note = dz_rich_new ("注：空格不算0分。“程序依据”是报告、核查和台账中的内容，供评分人参考，不是评分；标“待核”的尚未由人确认。");
  DzPaperTable *table = dz_paper_table_new (key, 0, "", TRUE);
  DzTableBlock *block = dz_paper_table_add_block (table, dz_briefing_name (self, body));

  table->size = 8.5;
  table->line = 11.5;
  table->top = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    dz_table_block_add_column (block, columns[i].head, columns[i].width * DZ_MM, columns[i].align)->pad_right = 1.5;
  for (guint i = 0; i < sheet->heads->len; i++)
    add_head (self, block, evidence, g_ptr_array_index (sheet->heads, i), body, limits);
  add_total (block, sheet);
  dz_paper_table_set_note (table, note);

  return table;
}

/* With fewer things beside each head where that saves a page; a form of many heads has several all the same. */
static void
add_form (DzBriefing         *self,
          DzScoreEvidence    *evidence,
          const DzScoreSheet *sheet,
          const DzBody       *body)
{
  g_autofree char *key = g_strdup_printf ("score-form:%" G_GINT64_FORMAT, body->id);
  g_autofree char *who = g_strdup_printf ("被评单位：%s　　　　评分人：＿＿＿＿＿＿　　　　日期：＿＿＿＿＿＿", dz_briefing_name (self, body));
  g_autofree char *title = sheet->title != NULL ? dz_briefing_mask (self, sheet->title, FALSE) : g_strdup ("评分表");
  g_autofree char *year = g_strdup_printf ("%d年度%s", self->year, title);
  DzChapter *chapter = dz_document_add_chapter (self->document, g_intern_string (key), TRUE);
  guint least = G_MAXUINT, best = 0;

  dz_chapter_add (chapter, dz_text_block_new_plain (DZ_ROLE_SHEET_TITLE, strstr (title, "年度") != NULL ? title : year));
  dz_chapter_add (chapter, dz_text_block_new_plain (DZ_ROLE_SMALL, who));
  for (guint i = 0; i < G_N_ELEMENTS (most_shown); i++)
    {
      guint pages;

      dz_chapter_add (chapter, &make_table (self, evidence, sheet, body, most_shown[i])->parent);
      pages = dz_chapter_try_pages (chapter);
      if (pages == 1)
        return;
      if (pages < least)
        best = i;
      least = MIN (least, pages);
      dz_chapter_drop_last (chapter);
    }
  dz_chapter_add (chapter, &make_table (self, evidence, sheet, body, most_shown[best])->parent);
}

/* A sheet for each body of the scope. */
void
dz_briefing_add_score_forms (DzBriefing *self)
{
  g_autoptr(DzScoreTable) table = dz_score_table_new (self->original, self->year, self->scope);
  g_autoptr(DzScoreEvidence) evidence = dz_score_evidence_new (self->original, self->codebook, self->year);

  for (guint i = 0; i < dz_score_table_get_n (table); i++)
    add_form (self, evidence, dz_score_table_get_sheet (table), dz_score_table_get (table, i)->body);
}
