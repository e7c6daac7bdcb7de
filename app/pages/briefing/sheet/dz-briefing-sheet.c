/* dz-briefing-sheet.c - 一镇一页: one body, exactly one page
 *
 * What does not fit gives way in this order: quotations go to one line, then
 * eight strips to four, then the checks end with 另有n项, then the points to
 * raise and the longest tables.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-body-sheet.h"

#include "dz-format.h"
#include "dz-past.h"

static const DzBodySheetLimits limits[DZ_N_SHEET_LEVELS] = {
  { 60, 8, 99, 99, 3 }, { 44, 8, 99, 99, 3 }, { 30, 8, 99, 99, 3 }, { 17, 8, 99, 99, 3 }, { 17, 4, 99, 99, 3 },
  { 17, 4, 99, 99, 1 }, { 17, 4, 99, 7, 1 },  { 17, 4, 99, 5, 1 },  { 17, 4, 99, 4, 1 },  { 14, 4, 99, 3, 1 },
  { 14, 4, 12, 3, 0 },  { 14, 4, 9, 2, 0 },   { 12, 4, 7, 2, 0 },   { 12, 0, 5, 1, 0 },
};

static void
add_head (DzBodySheet *self,
          GPtrArray   *blocks)
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

  g_ptr_array_add (blocks, dz_text_block_new_plain (DZ_ROLE_SHEET_TITLE, dz_briefing_name (briefing, body)));
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
  g_ptr_array_add (blocks, dz_text_block_new (DZ_ROLE_CENTRED, line));
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    if (sizes[i].n > 0)
      {
        g_autofree char *number = dz_format_number (sizes[i].n);

        g_string_append_printf (size, "%s%s%s", size->len > 0 ? "　" : "", number, sizes[i].unit);
      }
  if (size->len > 0)
    g_ptr_array_add (blocks, dz_text_block_new_plain (DZ_ROLE_CENTRED, size->str));
}

static void
add_contents (DzBodySheet *self,
              GPtrArray   *blocks)
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
  g_ptr_array_add (blocks, dz_text_block_new_plain (DZ_ROLE_HEADING_3, "要求内容"));
  g_ptr_array_add (blocks, dz_text_block_new (DZ_ROLE_SMALL, line));
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
add_checks (DzBodySheet *self,
            GPtrArray   *blocks,
            guint        limit)
{
  g_autoptr(GPtrArray) findings = dz_briefing_list_findings (self->briefing, self->body->id);
  guint table = dz_briefing_table_number (self->briefing, "checks");
  guint offered = dz_briefing_get_offered (self->briefing, self->body);

  if (self->report == NULL && findings->len == 0)
    return; /* what did not come was not checked */
  g_ptr_array_add (blocks, dz_text_block_new_plain (DZ_ROLE_HEADING_3, "核查"));
  if (findings->len == 0 && offered == 0)
    g_ptr_array_add (blocks, dz_text_block_new_plain (DZ_ROLE_SMALL, "逐项核查，没有需要核对的情况。"));
  for (guint i = 0; i < MIN (findings->len, limit); i++)
    {
      g_autoptr(DzRich) rich = dz_rich_new (NULL);

      dz_briefing_append_finding (self->briefing, rich, g_ptr_array_index (findings, i));
      g_ptr_array_add (blocks, numbered_line (i + 1, rich));
    }
  if (findings->len > limit)
    {
      g_autofree char *words = table > 0
        ? g_strdup_printf ("另有%u项见表%u。", findings->len - limit, table)
        : g_strdup_printf ("另有%u项。", findings->len - limit);

      g_ptr_array_add (blocks, dz_text_block_new_plain (DZ_ROLE_SMALL, words));
    }
  if (offered > 0)
    {
      g_autofree char *words = g_strdup_printf ("%s%u处待核，核实后再列入。", findings->len > 0 ? "另有" : "有", offered);

      g_ptr_array_add (blocks, dz_text_block_new_plain (DZ_ROLE_SMALL, words));
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
add_points (DzBodySheet *self,
            GPtrArray   *blocks,
            guint        limit)
{
  GListModel *rows = dz_common_weaknesses_get_rows (self->briefing->common, DZ_COMMON_ALL);
  guint n = 0;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < g_list_model_get_n_items (rows) && n < limit; i++)
      {
        g_autoptr(DzCommonRow) row = g_list_model_get_item (rows, i);
        const DzEntry *entry = dz_common_row_get_entry (row);
        const DzWeaknessCell *cell = dz_body_sheet_find_cell (self, row);
        const DzWeaknessChange *change = dz_body_sheet_find_change (self, entry->id);
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
          g_ptr_array_add (blocks, dz_text_block_new_plain (DZ_ROLE_HEADING_3, "可以追问"));
        rich = dz_rich_new (words);
        dz_citations_cite (self->briefing->book, rich, self->report->id,
                           dz_briefing_quotation_span (self->report, dz_weakness_cell_get (cell, 0)), NULL);
        g_ptr_array_add (blocks, numbered_line (n, rich));
      }
}

static GPtrArray *
build_sheet (guint    level,
             gpointer data)
{
  DzBodySheet *self = data;
  const DzBodySheetLimits *limit = &limits[level];
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_block_free);

  add_head (self, blocks);
  if (self->report != NULL)
    {
      add_contents (self, blocks);
      dz_body_sheet_add_strips (self, blocks, limit->strips);
      dz_body_sheet_add_weaknesses (self, blocks, limit);
      if (level < DZ_N_SHEET_LEVELS - 4)
        dz_body_sheet_add_causes (self, blocks);
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
has_sheet (const DzBodySheet *self)
{
  g_autoptr(GPtrArray) findings = NULL;

  if (self->report != NULL)
    return TRUE;
  findings = dz_briefing_list_findings (self->briefing, self->body->id);

  return findings->len > 0;
}

/* 表1 has a line for each body, 目录 is the list of those with a page: only where there is neither the others have one. */
static void
add_without_sheet (DzBriefing *self,
                   GPtrArray  *bodies)
{
  const DzBriefingPart *required = dz_briefing_options_find_part (self->options, "required");
  DzChapter *chapter;
  g_autoptr(GString) words = g_string_new (NULL);

  if (bodies->len == 0 || (self->options->layout != DZ_LAYOUT_SHEETS && required != NULL && required->ticked))
    return;
  g_string_append_printf (words, "%d年度未报送、不另列一页的单位%u个：", self->year, bodies->len);
  for (guint i = 0; i < bodies->len; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? "、" : "", dz_briefing_name (self, g_ptr_array_index (bodies, i)));
  g_string_append (words, "。");
  if (dz_document_note_contents (self->document, words->str))
    return;
  chapter = dz_document_add_chapter (self->document, "bodies", FALSE);
  dz_chapter_add (chapter, dz_text_block_new_plain (DZ_ROLE_SHEET_TITLE, "未报送单位"));
  dz_chapter_add (chapter, dz_text_block_new_plain (DZ_ROLE_BODY, words->str));
}

/**
 * dz_briefing_add_bodies:
 *
 * Adds a page for each body that has something to show, in roster order, and a list of those that have not.
 */
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
      DzBodySheet *sheet = g_new0 (DzBodySheet, 1);

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
