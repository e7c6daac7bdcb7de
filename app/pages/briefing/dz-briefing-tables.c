/* dz-briefing-tables.c - required contents and figures
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-briefing-rows.h"

#include "dz-format.h"

#include <math.h>
#include <string.h>

#define MOST_LEFT_OUT 60 /* named in a note */
#define NUMBER_WIDTH (8.2 * DZ_MM)
#define NAME_WIDTH (29 * DZ_MM)

/* --- 要求内容表 --- */

typedef struct
{
  DzContent content;
  const char *head;
  double width;
} ContentColumn;

static const ContentColumn content_columns[] = {
  { DZ_CONTENT_RESULTS, "成效", 9.2 },      { DZ_CONTENT_PROBLEMS, "问题", 9.2 },
  { DZ_CONTENT_CAUSES, "原因", 9.2 },       { DZ_CONTENT_DUTY, "第一责任\n人履职", 15.5 },
  { DZ_CONTENT_LAST_YEAR, "上年度\n整改", 13 }, { DZ_CONTENT_PLAN, "计划", 9.2 },
};

static const char *
report_kind_name (DzReportKind kind)
{
  static const char *const names[] = { "其他", "年度报告", "述职报告" };

  return names[kind];
}

static void
set_content (DzTableRow    *row,
             guint          column,
             DzRosterRow   *roster,
             DzContent      content,
             guint         *absent,
             guint         *open)
{
  DzReport *report = dz_roster_row_get_report (roster);
  DzSpan evidence = DZ_SPAN_NONE;
  DzContentMark mark = dz_roster_row_get_content (roster, content, &evidence);
  DzSlot *slot;

  if (report == NULL)
    {
      dz_table_row_set_dash (row, column);
      return;
    }
  switch (mark)
    {
    case DZ_CONTENT_OWN:
    case DZ_CONTENT_ELSEWHERE:
      slot = dz_table_row_set_text (row, column, "√");
      break;
    case DZ_CONTENT_ABSENT:
      slot = dz_table_row_set_text (row, column, "缺");
      slot->strong = TRUE;
      (*absent)++;
      break;
    case DZ_CONTENT_NOT_ASKED:
      slot = dz_table_row_set_text (row, column, "—");
      break;
    case DZ_CONTENT_UNKNOWN:
    default:
      slot = dz_table_row_set_text (row, column, "待核");
      (*open)++;
      break;
    }
  slot->report_id = report->id;
  slot->span = evidence;
  slot->body_id = report->body_id;
  slot->code = g_intern_string (dz_content_get_check (content));
}

static void
set_date (DzTableRow *row,
          guint       column,
          const char *date,
          const char *missing)
{
  DzSlot *slot;
  g_autofree char *words = NULL;

  if (date == NULL && missing == NULL)
    {
      dz_table_row_set_dash (row, column);
      return;
    }
  if (date != NULL && strlen (date) == 7)
    words = g_strconcat (date, " 日缺", NULL);
  slot = dz_table_row_set_text (row, column, words != NULL ? words : date != NULL ? date : missing);
  slot->sans = TRUE;
  if (date == NULL || words != NULL)
    slot->size = 8;
}

static void
add_counts (DzTableBlock *block,
            const char   *name,
            const guint  *counts)
{
  DzTableRow *row = dz_table_block_add_row (block, DZ_RULE_GREY);

  row->summary = TRUE;
  dz_table_row_set_text (row, 1, name)->strong = TRUE;
  for (guint c = 0; c < G_N_ELEMENTS (content_columns); c++)
    {
      g_autofree char *count = g_strdup_printf ("%u", counts[c]);

      dz_table_row_set_text (row, 3 + c, count);
    }
}

static void
fill_required (DzBriefing   *self,
               DzTableBlock *block)
{
  GListModel *rows = dz_roster_table_get_rows (self->roster);
  guint n_contents = G_N_ELEMENTS (content_columns);
  guint absent[G_N_ELEMENTS (content_columns)] = { 0 }, open[G_N_ELEMENTS (content_columns)] = { 0 };
  DzTableRow *row;

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(DzRosterRow) roster = g_list_model_get_item (rows, i);
      DzReport *report = dz_roster_row_get_report (roster);

      row = dz_table_block_add_row (block, DZ_RULE_GREY);
      dz_briefing_set_body (self, row, dz_roster_row_get_body (roster), report);
      dz_table_row_set_text (row, 2, report != NULL ? report_kind_name (report->identity.kind) : "未报送");
      for (guint c = 0; c < n_contents; c++)
        set_content (row, 3 + c, roster, content_columns[c].content, &absent[c], &open[c]);
      if (report == NULL)
        dz_table_row_set_dash (row, 3 + n_contents);
      else
        set_date (row, 3 + n_contents, report->identity.issued, "未写日期");
      set_date (row, 4 + n_contents, dz_roster_row_get_published (roster), NULL);
    }
  add_counts (block, "缺项单位数", absent);
  for (guint c = 0; c < n_contents; c++)
    if (open[c] > 0)
      {
        add_counts (block, "待核单位数", open);
        break;
      }
}

static gboolean
is_slip (const char *id)
{
  static const char *const ids[] = { "C-YEAR", "C-NAME", "C-BLANK", "C-CITE", "C-PRIVACY" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    if (g_strcmp0 (ids[i], id) == 0)
      return TRUE;

  return FALSE;
}

/* Failing checks that name a place: 应当核对的还有：…；…。 */
static void
add_slips (DzBriefing *self,
           DzChapter  *chapter)
{
  g_autoptr(GPtrArray) findings = dz_briefing_list_findings (self, 0);
  g_autoptr(DzRich) rich = dz_rich_new (NULL);
  guint n = 0;

  for (guint i = 0; i < findings->len && n < 12; i++)
    {
      DzFinding *finding = g_ptr_array_index (findings, i);
      g_autoptr(DzRich) words = NULL;
      g_autofree char *key = g_strdup_printf ("required/slip/%u", n);

      if (!is_slip (dz_finding_get_check (finding)->id))
        continue;
      words = dz_rich_new (n == 0 ? "应当核对的还有：" : "；");
      dz_rich_append (words, dz_briefing_name (self, dz_finding_get_body (finding)));
      dz_briefing_append_finding (self, words, finding);
      dz_briefing_append_rich (self, rich, words, key);
      n++;
    }
  if (n == 0)
    return;
  dz_rich_append (rich, "。");
  dz_chapter_add (chapter, dz_text_block_new (DZ_ROLE_BODY, rich));
}

static void
add_absent (DzBriefing *self,
            DzChapter  *chapter)
{
  g_autoptr(GPtrArray) sentences = dz_sentences_absent (self->roster);
  g_autoptr(DzRich) rich = dz_rich_new (NULL);

  for (guint i = 0; i < sentences->len; i++)
    {
      g_autofree char *key = g_strdup_printf ("required/absent/%u", i);

      dz_briefing_append_sentence (self, rich, g_ptr_array_index (sentences, i), key);
    }
  if (!dz_rich_is_empty (rich))
    dz_chapter_add (chapter, dz_text_block_new (DZ_ROLE_BODY, rich));
}

static gboolean
has_published (DzBriefing *self)
{
  GListModel *rows = dz_roster_table_get_rows (self->roster);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(DzRosterRow) roster = g_list_model_get_item (rows, i);

      if (dz_roster_row_get_published (roster) != NULL)
        return TRUE;
    }

  return FALSE;
}

void
dz_briefing_add_required (DzBriefing *self)
{
  double published = has_published (self) ? 20.8 : 15; /* mm; what dates do not need the names have */
  DzChapter *chapter = dz_document_add_chapter (self->document, "required", FALSE);
  DzPaperTable *table = dz_paper_table_new ("contents", dz_briefing_table_number (self, "contents"),
                                            "要求内容情况", TRUE);
  DzTableBlock *block = dz_paper_table_add_block (table, "要求内容");
  g_autoptr(DzRich) note = dz_rich_new ("注：√ 有，缺 应有而没有，待核 尚未核实，— 该种类不要求。");

  dz_table_block_add_column (block, "序号", NUMBER_WIDTH, DZ_ALIGN_CENTRE);
  dz_table_block_add_column (block, "单位", (44.3 - published) * DZ_MM, DZ_ALIGN_LEFT);
  dz_table_block_add_column (block, "种类", 17.5 * DZ_MM, DZ_ALIGN_CENTRE);
  for (guint i = 0; i < G_N_ELEMENTS (content_columns); i++)
    dz_table_block_add_column (block, content_columns[i].head, content_columns[i].width * DZ_MM,
                               DZ_ALIGN_CENTRE);
  dz_table_block_add_column (block, "落款日期", 20.7 * DZ_MM, DZ_ALIGN_RIGHT);
  dz_table_block_add_column (block, "公开日期", published * DZ_MM, DZ_ALIGN_RIGHT);
  fill_required (self, block);

  dz_rich_append_styled (note, DZ_RICH_DASH, "　");
  dz_rich_append (note, "未登记公开日期，不以落款日期代替。“第一责任人履职”并入其他部分的，视为有。"
                        "序号即来源编号，全文引用如[3]、[3-17]，后一数为该报告自然段号。");
  dz_paper_table_set_note (table, note);
  table->parent.after = 4 * DZ_MM;
  dz_chapter_add (chapter, &table->parent);
  add_absent (self, chapter);
  add_slips (self, chapter);
}

/* --- 主要数据表 --- */

#define WIDEST_NUMBER 8 /* characters a column holds at full size */

#define LONGEST_PAIR 14  /* characters of two numbers beside each other, in small */

/* Two long numbers in one cell stand under each other: beside each other they would lie over the cell before. */
static char *
part_pair (const char *text)
{
  g_autoptr(GString) parted = g_string_new (text);
  static const char *const between[] = { "／", "＋", "～", "，" };

  for (guint i = 0; i < G_N_ELEMENTS (between) && g_utf8_strlen (text, -1) > LONGEST_PAIR; i++)
    {
      g_autofree char *broken = g_strconcat (between[i], "\n", NULL);

      g_string_replace (parted, between[i], broken, 1);
    }

  return g_string_free (g_steal_pointer (&parted), FALSE);
}

static void
set_figure (DzBriefing         *self,
            DzTableRow         *row,
            guint               slot_index,
            guint               column,
            const DzBody       *body,
            const DzFigureCell *cell,
            gboolean            wan)
{
  const DzEntry *entry = dz_figure_table_get_entry (self->figures, column);
  const DzFigure *figure = dz_figure_cell_get_figure (cell, 0);
  const char *hang;
  g_autofree char *text = dz_briefing_cell_text (cell, wan, &hang);
  g_autofree char *parted = text != NULL ? part_pair (text) : NULL;
  DzSlot *slot = text != NULL ? dz_table_row_set_text (row, slot_index, parted)
                              : dz_briefing_set_missing (row, slot_index, cell);

  /* two long numbers in one cell keep off the cell beside */
  if (text != NULL && g_utf8_strlen (text, -1) > WIDEST_NUMBER)
    slot->size = g_utf8_strlen (text, -1) > WIDEST_NUMBER + 2 ? 7.5 : 8.5;
  slot->hang = hang;
  slot->indicator = entry->id;
  slot->body_id = body->id;
  slot->report_id = cell->report != NULL ? cell->report->id : 0;
  slot->span = figure != NULL ? figure->span : DZ_SPAN_NONE;
  slot->label = dz_briefing_figure_label (self, column, cell);
  for (guint i = 0; i < (cell->figures != NULL ? cell->figures->len : 0); i++)
    {
      figure = dz_figure_cell_get_figure (cell, i);
      if (figure != NULL && cell->mark != DZ_CELL_MISSING)
        dz_citations_note (self->book, cell->report->id, figure->span, slot->label);
    }
}

static char *
print_statistic (double   value,
                 gboolean wan)
{
  return wan && !isnan (value) ? dz_format_wan (value, 2) : dz_format_number (value);
}

static void
add_statistics (DzBriefing   *self,
                DzTableBlock *block,
                const guint  *columns,
                const gboolean *wan,
                guint         n)
{
  static const char *const names[] = { "已报单位数", "中位数", "下、上四分位" };

  for (guint r = 0; r < G_N_ELEMENTS (names); r++)
    {
      DzTableRow *row = dz_table_block_add_row (block, r == 0 ? DZ_RULE_HAIR : DZ_RULE_NONE);

      row->summary = TRUE;
      dz_table_row_set_text (row, 1, names[r]);
      for (guint c = 0; c < n; c++)
        {
          const DzColumnStatistics *s = dz_figure_table_get_statistics (self->figures, columns[c]);
          g_autofree char *a = NULL;
          g_autofree char *b = NULL;
          g_autofree char *text = NULL;
          g_autofree char *parted = NULL;

          if (r == 0)
            text = g_strdup_printf ("%u", s->n_reported);
          else if (r == 1)
            {
              a = print_statistic (s->usable.median, wan[c]);
              text = g_strconcat (s->median_at_least && !isnan (s->usable.median) ? "≥" : "", a, NULL);
            }
          else
            {
              a = print_statistic (s->usable.lower, wan[c]);
              b = print_statistic (s->usable.upper, wan[c]);
              text = isnan (s->usable.lower) ? g_strdup ("—") : g_strconcat (a, "，", b, NULL);
            }
          parted = part_pair (text);
          dz_table_row_set_text (row, 2 + c, parted)->size = r < 2 ? 0 : g_utf8_strlen (text, -1) > 11 ? 7 : 8.5;
        }
    }
}

#define NAME_HEAD 7 /* characters over the names of the bodies */

/* 组织领导、学法培训, in two lines where one has no room */
static char *
block_name (DzBriefing  *self,
            const guint *columns,
            guint        n)
{
  g_autoptr(GString) name = g_string_new (NULL);
  const char *last = NULL;
  guint n_themes = 0;

  for (guint i = 0; i < n; i++)
    {
      const char *theme = dz_figure_table_get_entry (self->figures, columns[i])->theme;

      if (theme == NULL || theme == last)
        continue;
      last = theme;
      if (++n_themes > 2)
        {
          g_string_append (name, "等");
          break;
        }
      g_string_append_printf (name, "%s%s", n_themes > 1 ? "、" : "",
                              dz_codebook_short_name (self->codebook, DZ_ENTRY_THEME, theme));
    }
  if (g_utf8_strlen (name->str, -1) > NAME_HEAD)
    g_string_replace (name, "、", "、\n", 1);

  return g_string_free (g_steal_pointer (&name), FALSE);
}

/* 本年度无报告的36个单位不列入本表，名单见表1。 */
static void
append_left_out (DzBriefing *self,
                 DzRich     *note,
                 GPtrArray  *bodies)
{
  guint table = dz_briefing_table_number (self, "contents");
  g_autofree char *names = table == 0 ? dz_briefing_dup_names (self, bodies, MOST_LEFT_OUT) : NULL;
  g_autofree char *words = NULL;

  if (!dz_briefing_rows_left_out (bodies))
    return;
  words = table > 0 ? g_strdup_printf ("本年度无报告的%u个单位不列入本表，名单见表%u。", bodies->len, table)
                    : g_strdup_printf ("本年度无报告的%u个单位不列入本表：%s。", bodies->len, names);
  dz_rich_append (note, words);
}

static GPtrArray *
list_without_report (DzBriefing *self)
{
  GPtrArray *bodies = g_ptr_array_new ();

  for (guint r = 0; r < dz_figure_table_get_n_rows (self->figures); r++)
    {
      DzFigureRow *row = dz_figure_table_get_row (self->figures, r);

      if (dz_figure_row_get_report (row) == NULL)
        g_ptr_array_add (bodies, (gpointer) dz_figure_row_get_body (row));
    }

  return bodies;
}

static void
add_block (DzBriefing   *self,
           DzPaperTable *table,
           gboolean      leaves_out,
           const guint  *columns,
           guint         n,
           double        width,
           guint         n_wide)
{
  g_autofree char *name = block_name (self, columns, n);
  g_autofree gboolean *wan = g_new0 (gboolean, n);
  DzTableBlock *block = dz_paper_table_add_block (table, name);
  gboolean parts_kinds = dz_briefing_parts_kinds (self);
  const DzBody *last = NULL;

  dz_table_block_add_column (block, "", NUMBER_WIDTH, DZ_ALIGN_CENTRE);
  dz_table_block_add_column (block, name, NAME_WIDTH, DZ_ALIGN_LEFT);
  for (guint c = 0; c < n; c++)
    {
      const DzEntry *entry = dz_figure_table_get_entry (self->figures, columns[c]);
      g_autofree char *short_name = dz_briefing_column_name (entry);
      g_autofree char *head = NULL;
      DzTableColumn *column;

      wan[c] = dz_briefing_uses_wan (self, columns[c]);
      head = g_strdup_printf ("%s\n%s%s", short_name, wan[c] ? "万" : "", entry->unit != NULL ? entry->unit : "");
      column = dz_table_block_add_column (block, head, (width - NUMBER_WIDTH - NAME_WIDTH) / n_wide,
                                          DZ_ALIGN_RIGHT);
      column->pad_right = DZ_TABLE_NUMBER_PAD;
      column->sans = TRUE;
    }
  for (guint r = 0; r < dz_figure_table_get_n_rows (self->figures); r++)
    {
      DzFigureRow *figures = dz_figure_table_get_row (self->figures, r);
      const DzBody *body = dz_figure_row_get_body (figures);
      DzTableRow *row;

      if (leaves_out && dz_figure_row_get_report (figures) == NULL)
        continue;
      row = dz_table_block_add_row (block, dz_briefing_rule_before (block, body, last, parts_kinds));
      dz_briefing_set_body (self, row, body, dz_figure_row_get_report (figures));
      for (guint c = 0; c < n; c++)
        set_figure (self, row, 2 + c, columns[c], body, dz_figure_row_get_cell (figures, columns[c]), wan[c]);
      last = body;
    }
  add_statistics (self, block, columns, wan, n);
}

/* How wide a table of numbers lies, and how many columns go beside each other on it. */
static const struct
{
  double width;
  guint columns;
} forms[] = {
  [DZ_FORM_UPRIGHT] = { DZ_TYPE_WIDTH, 6 },
  [DZ_FORM_LANDSCAPE] = { DZ_TYPE_HEIGHT, 10 },
  [DZ_FORM_FOLDOUT] = { DZ_FOLDOUT_TYPE_WIDTH, 16 },
};

static DzPaperTable *
make_main_table (DzBriefing *self,
                 DzPageForm  form)
{
  DzPaperTable *table = dz_paper_table_new ("figures", dz_briefing_table_number (self, "figures"),
                                            "主要数据", FALSE);
  guint n = self->main_columns->len, wide = forms[form].columns;
  g_autoptr(DzRich) note = dz_rich_new ("注：");
  g_autoptr(GPtrArray) without = list_without_report (self);

  for (guint i = 0; i < n; i += wide)
    add_block (self, table, dz_briefing_rows_left_out (without), &g_array_index (self->main_columns, guint, i), MIN (wide, n - i),
               forms[form].width, wide);
  dz_rich_append_styled (note, DZ_RICH_DASH, "　");
  dz_rich_append (note, "未报；0 为报告写明为零；≥ 余、以上，≈ 约、近，≤ 以内；＊ 由报告中的分项相加或由“全部”推得；"
                        "“核”待核，报告中读出不止一个数（“＋”为分列、未写合计），或归入哪项指标未定，不进中位数。已报不足5个，或过半数不是准确数的，"
                        "不算中位数，记 —。");
  if (self->rest_columns->len > 0)
    {
      g_autofree char *more = g_strdup_printf ("其他%u项指标见表%u。", self->rest_columns->len,
                                               dz_briefing_table_number (self, "further"));

      dz_rich_append (note, more);
    }
  append_left_out (self, note, without);
  dz_paper_table_set_note (table, note);

  return table;
}

/* 望溪街道12、禾泉镇≥8 with the source of each. Returns: (transfer full) */
static DzRich *
list_values (DzBriefing *self,
             guint       column,
             guint      *n_reported)
{
  DzRich *rich = dz_rich_new (NULL);

  *n_reported = 0;
  for (guint r = 0; r < dz_figure_table_get_n_rows (self->figures); r++)
    {
      DzFigureRow *row = dz_figure_table_get_row (self->figures, r);
      const DzFigureCell *cell = dz_figure_row_get_cell (row, column);
      const DzFigure *figure = dz_figure_cell_get_figure (cell, 0);
      const char *hang;
      g_autofree char *text = dz_briefing_cell_text (cell, FALSE, &hang);
      g_autofree char *label = NULL;
      DzRichRun *run;

      if (text == NULL)
        continue;
      if ((*n_reported)++ > 0)
        dz_rich_append (rich, "、");
      dz_rich_append (rich, dz_briefing_name (self, dz_figure_row_get_body (row)));
      dz_rich_append (rich, text);
      if (hang != NULL)
        dz_rich_append (rich, hang);
      label = dz_briefing_figure_label (self, column, cell);
      run = dz_citations_cite (self->book, rich, cell->report->id,
                               figure != NULL ? figure->span : DZ_SPAN_NONE, label);
      run->indicator = dz_figure_table_get_entry (self->figures, column)->id;
      run->body_id = dz_figure_row_get_body (row)->id;
    }

  return rich;
}

static DzPaperTable *
make_further_table (DzBriefing *self)
{
  DzPaperTable *table = dz_paper_table_new ("further", dz_briefing_table_number (self, "further"),
                                            "其他数据", TRUE);
  DzTableBlock *block = dz_paper_table_add_block (table, "其他数据");
  guint first = g_array_index (self->rest_columns, guint, 0);
  g_autoptr(DzRich) note = dz_rich_new ("注：只列已报的单位，未列的为未报");

  if (dz_figure_table_get_statistics (self->figures, first)->n_no_report > 0)
    dz_rich_append (note, "或无报告");
  dz_rich_append (note, "。＊ 推得，核 待核，同上表。");
  dz_table_block_add_column (block, "指标", 41 * DZ_MM, DZ_ALIGN_LEFT);
  dz_table_block_add_column (block, "单位", 15 * DZ_MM, DZ_ALIGN_CENTRE);
  dz_table_block_add_column (block, "已报", 10 * DZ_MM, DZ_ALIGN_CENTRE);
  dz_table_block_add_column (block, "各单位所报数", 90 * DZ_MM, DZ_ALIGN_ITEMS);
  for (guint i = 0; i < self->rest_columns->len; i++)
    {
      guint column = g_array_index (self->rest_columns, guint, i), n;
      const DzEntry *entry = dz_figure_table_get_entry (self->figures, column);
      g_autoptr(DzRich) values = list_values (self, column, &n);
      g_autofree char *count = g_strdup_printf ("%u", n);
      DzTableRow *row = n > 0 ? dz_table_block_add_row (block, DZ_RULE_GREY) : NULL;

      if (row == NULL)
        continue;
      dz_table_row_set_text (row, 0, entry->name);
      dz_table_row_set_text (row, 1, entry->unit != NULL ? entry->unit : "—");
      dz_table_row_set_text (row, 2, count);
      dz_table_row_set_rich (row, 3, values);
    }
  dz_paper_table_set_note (table, note);

  return table;
}

void
dz_briefing_add_figures (DzBriefing *self)
{
  DzPageForm form = self->options->layout == DZ_LAYOUT_LANDSCAPE ? DZ_FORM_LANDSCAPE
                    : self->options->layout == DZ_LAYOUT_FOLDOUT ? DZ_FORM_FOLDOUT : DZ_FORM_UPRIGHT;
  DzChapter *chapter = NULL;

  if (self->main_columns->len > 0)
    {
      chapter = dz_document_add_chapter (self->document, "figures", form);
      dz_chapter_add (chapter, &make_main_table (self, form)->parent);
    }
  if (self->rest_columns->len > 0)
    {
      DzPaperTable *table = make_further_table (self);

      /* it goes on under the main table, unless that is cut in another form */
      if (chapter == NULL || form != DZ_FORM_UPRIGHT)
        chapter = dz_document_add_chapter (self->document, "figures", FALSE);
      else
        table->parent.before = 3 * DZ_MM;
      dz_chapter_add (chapter, &table->parent);
      self->tail = chapter;
    }
}
