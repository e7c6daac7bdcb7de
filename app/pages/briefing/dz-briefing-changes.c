/* dz-briefing-changes.c - this year against last
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-briefing-rows.h"

#include "dz-format.h"

#include <math.h>

#define N_INDICATORS 6      /* two a block of the table */
#define WIDEST_NUMBER 8     /* characters a column of a year holds at full size */
#define WIDEST_DIFFERENCE 12 /* and the column of changes, at its own */

static gint
compare_both (gconstpointer a,
              gconstpointer b,
              gpointer      user_data)
{
  DzFigureChanges *left = *(DzFigureChanges **) a, *right = *(DzFigureChanges **) b;
  guint n_left = dz_figure_changes_get_counts (left)->both;
  guint n_right = dz_figure_changes_get_counts (right)->both;

  if (n_left != n_right)
    return n_left > n_right ? -1 : 1;

  return (gint) dz_figure_changes_get_entry (left)->position -
         (gint) dz_figure_changes_get_entry (right)->position;
}

/* The indicators most bodies give in both years. Of all others, a hundred in a province, the changes are not kept. */
static GPtrArray *
choose_changes (DzBriefing *self)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);
  const DzEntry *first;
  g_autoptr(GPtrArray) told = dz_year_change_list_told (self->change, &first);

  for (guint i = 0; i < told->len; i++)
    {
      const DzEntry *entry = g_ptr_array_index (told, i);
      g_autoptr(DzFigureChanges) changes = dz_year_change_get_figures (self->change, entry->id);

      if (changes == NULL || dz_figure_changes_get_counts (changes)->both < 2)
        continue;
      g_ptr_array_add (list, g_steal_pointer (&changes));
      g_ptr_array_sort_with_data (list, compare_both, NULL);
      if (list->len > N_INDICATORS)
        g_ptr_array_set_size (list, N_INDICATORS);
    }

  return list;
}

static void
set_year (DzBriefing         *self,
          DzTableRow         *row,
          guint               column,
          const DzFigureCell *cell,
          const DzBody       *body,
          const char         *indicator)
{
  const DzFigure *figure = dz_figure_cell_get_figure (cell, 0);
  const char *hang;
  g_autofree char *text = dz_briefing_cell_text (cell, FALSE, &hang);
  DzSlot *slot;

  slot = text != NULL ? dz_table_row_set_text (row, column, text) : dz_briefing_set_missing (row, column, cell);
  if (text != NULL && g_utf8_strlen (text, -1) > WIDEST_NUMBER)
    slot->size = 8.5;
  slot->hang = hang;
  slot->body_id = body->id;
  slot->indicator = indicator;
  slot->report_id = cell->report != NULL ? cell->report->id : 0;
  slot->span = figure != NULL ? figure->span : DZ_SPAN_NONE;
  if (figure != NULL)
    {
      const DzEntry *entry = dz_codebook_find (self->codebook, DZ_ENTRY_INDICATOR, indicator);
      g_autofree char *name = dz_briefing_column_name (entry);
      g_autofree char *label = g_strconcat (name, text != NULL ? text : "", entry->unit, NULL);

      dz_citations_note (self->book, cell->report->id, figure->span, label);
    }
}

static void
set_difference (DzTableRow           *row,
                guint                 column,
                const DzFigureChange *change)
{
  g_autofree char *difference = dz_format_signed (change->difference);
  g_autofree char *share = NULL;
  g_autofree char *text = NULL;

  if (!change->both || isnan (change->difference))
    {
      dz_table_row_set_text (row, column, "—");
      return;
    }
  /* a share of numbers that are not exact would say more than is known */
  if (!isnan (change->per_cent) && !change->per_cent_about)
    share = dz_format_signed_percent (change->per_cent);
  text = share != NULL ? g_strdup_printf ("%s（%s）", difference, share)
                       : g_strconcat (change->per_cent_about ? "≈" : "", difference, NULL);
  if (share != NULL && g_utf8_strlen (text, -1) > WIDEST_DIFFERENCE)
    {
      g_free (text);
      text = g_strdup (difference);
    }
  dz_table_row_set_text (row, column, text)->size = 8.5;
}

static gboolean
has_both (const DzFigureChange *change)
{
  return change->last.report != NULL && change->current.report != NULL;
}

/* Who has a report of one year only, or of none: there is nothing to set beside each other. */
static GPtrArray *
list_of_one_year (DzFigureChanges *changes)
{
  GPtrArray *bodies = g_ptr_array_new ();

  for (guint r = 0; r < dz_figure_changes_get_n (changes); r++)
    if (!has_both (dz_figure_changes_get_change (changes, r)))
      g_ptr_array_add (bodies, (gpointer) dz_figure_changes_get_change (changes, r)->body);

  return bodies;
}

static void
add_pair (DzBriefing      *self,
          DzPaperTable    *table,
          gboolean         leaves_out,
          DzFigureChanges **pair,
          guint            n)
{
  DzTableBlock *block = dz_paper_table_add_block (table, "两年对比");
  g_autofree char *last_year = g_strdup_printf ("%d年", self->year - 1);
  g_autofree char *this_year = g_strdup_printf ("%d年", self->year);
  gboolean parts_kinds = dz_briefing_parts_kinds (self);
  const DzBody *last = NULL;

  dz_table_block_add_column (block, "", 8.2 * DZ_MM, DZ_ALIGN_CENTRE);
  dz_table_block_add_column (block, "单位", 27.8 * DZ_MM, DZ_ALIGN_LEFT);
  for (guint i = 0; i < n; i++)
    {
      const DzEntry *entry = dz_figure_changes_get_entry (pair[i]);
      g_autofree char *name = dz_briefing_column_name (entry);
      g_autofree char *head = g_strdup_printf ("%s（%s）", name, entry->unit != NULL ? entry->unit : "");
      DzTableColumn *column = dz_table_block_add_column (block, last_year, 17 * DZ_MM, DZ_ALIGN_RIGHT);

      column->pad_right = DZ_TABLE_NUMBER_PAD;
      column->sans = TRUE;
      column = dz_table_block_add_column (block, this_year, 18 * DZ_MM, DZ_ALIGN_RIGHT);
      column->pad_right = DZ_TABLE_NUMBER_PAD;
      column->sans = TRUE;
      column = dz_table_block_add_column (block, "变化", 25 * DZ_MM, DZ_ALIGN_RIGHT);
      column->pad_right = 3;
      column->sans = TRUE;
      dz_table_block_add_span (block, 2 + 3 * i, 3, head);
    }
  for (guint r = 0; r < dz_figure_changes_get_n (pair[0]); r++)
    {
      const DzBody *body = dz_figure_changes_get_change (pair[0], r)->body;
      DzTableRow *row;
      g_autofree char *number = g_strdup_printf ("%u", body->position);

      if (leaves_out && !has_both (dz_figure_changes_get_change (pair[0], r)))
        continue;
      row = dz_table_block_add_row (block, dz_briefing_rule_before (block, body, last, parts_kinds));
      dz_table_row_set_text (row, 0, number);
      dz_table_row_set_text (row, 1, dz_briefing_name (self, body))->body_id = body->id;
      for (guint i = 0; i < n; i++)
        {
          const DzFigureChange *change = dz_figure_changes_get_change (pair[i], r);
          const char *indicator = dz_figure_changes_get_entry (pair[i])->id;

          set_year (self, row, 2 + 3 * i, &change->last, body, indicator);
          set_year (self, row, 3 + 3 * i, &change->current, body, indicator);
          set_difference (row, 4 + 3 * i, change);
        }
      last = body;
    }
}

static void
free_string (gpointer data)
{
  g_string_free (data, TRUE);
}

/* 甲镇、乙乡合同审查：两年口径不同。 Returns: how many are worded otherwise than the year before. */
static guint
append_warnings_of (DzBriefing      *self,
                    DzRich          *note,
                    DzFigureChanges *figures)
{
  g_autoptr(GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (free_string);
  g_autofree char *name = dz_briefing_column_name (dz_figure_changes_get_entry (figures));
  guint n_wordings = 0;

  for (guint k = 0; k < dz_figure_changes_get_n (figures); k++)
    {
      DzFigureChange told = *dz_figure_changes_get_change (figures, k);
      g_autofree char *warning = NULL;
      guint at;

      n_wordings += told.both && told.warnings & DZ_CHANGE_WORDING;
      told.warnings &= ~(guint) DZ_CHANGE_WORDING;
      warning = dz_figure_change_dup_warning (&told);
      if (warning == NULL || !(told.both || told.warnings & DZ_CHANGE_BODY))
        continue;
      if (!g_ptr_array_find_with_equal_func (warnings, warning, g_str_equal, &at))
        {
          at = warnings->len;
          g_ptr_array_add (warnings, g_steal_pointer (&warning));
          g_ptr_array_add (names, g_string_new (NULL));
        }
      else
        g_string_append (g_ptr_array_index (names, at), "、");
      g_string_append (g_ptr_array_index (names, at), dz_briefing_name (self, told.body));
    }
  for (guint i = 0; i < warnings->len; i++)
    {
      dz_rich_append (note, ((GString *) g_ptr_array_index (names, i))->str);
      dz_rich_append (note, name);
      dz_rich_append (note, "：");
      dz_rich_append (note, g_ptr_array_index (warnings, i));
      dz_rich_append (note, "。");
    }

  return n_wordings;
}

/* What is to be known before a difference is quoted. Offices word the same thing anew every year: of that only
 * the number is printed, the words stand in the window. */
static void
append_warnings (DzBriefing *self,
                 DzRich     *note,
                 GPtrArray  *changes)
{
  guint n_wordings = 0;
  g_autofree char *words = NULL;

  for (guint i = 0; i < changes->len; i++)
    n_wordings += append_warnings_of (self, note, g_ptr_array_index (changes, i));
  if (n_wordings == 0)
    return;
  words = g_strdup_printf ("其中%u项次两年的表述不同，引用前请核对原文。", n_wordings);
  dz_rich_append (note, words);
}

static DzPaperTable *
make_change_table (DzBriefing *self,
                   GPtrArray  *changes)
{
  DzPaperTable *table = dz_paper_table_new ("change", dz_briefing_table_number (self, "change"),
                                            "主要数据两年对比", FALSE);
  g_autoptr(DzRich) note = dz_rich_new ("注：");
  g_autoptr(GPtrArray) without = list_of_one_year (g_ptr_array_index (changes, 0));

  for (guint i = 0; i < changes->len; i += 2)
    add_pair (self, table, dz_briefing_rows_left_out (without), (DzFigureChanges **) changes->pdata + i,
              MIN (2, changes->len - i));
  dz_rich_append_styled (note, DZ_RICH_DASH, "　");
  dz_rich_append (note, "未报；无报告不是0；两年都是单一可用数值的才算变化，上年不足20的不算百分比，差额很大的不列百分比；"
                        "≈ 有一年不是准确数，也不算百分比。");
  append_warnings (self, note, changes);
  if (dz_briefing_rows_left_out (without))
    {
      g_autofree char *names = dz_briefing_dup_names (self, without, G_MAXUINT);
      g_autofree char *words = g_strdup_printf ("两年中有一年或两年没有报告的%u个单位不列入本表：%s。", without->len, names);

      dz_rich_append (note, words);
    }
  dz_paper_table_set_note (table, note);

  return table;
}

/* 澜桥镇：执法程序[3-17]、… */
static void
append_changes (DzBriefing   *self,
                DzRich       *rich,
                DzChangeRow  *row,
                DzDestination destination)
{
  guint n = 0;

  for (guint i = 0; i < dz_change_row_get_n_changes (row); i++)
    {
      const DzWeaknessChange *change = dz_change_row_get_change (row, i);
      DzReport *report = dz_change_row_get_this_report (row);
      const char *label;

      /* what nobody confirmed is not printed as coming back; the note says how many */
      if (change->destination != destination || change->unsure)
        continue;
      if (n++ > 0)
        dz_rich_append (rich, "\n");
      label = dz_codebook_short_name (self->codebook, DZ_ENTRY_WEAKNESS, change->code);
      dz_rich_append (rich, label);
      if (change->last_weakness >= 0)
        dz_citations_cite (self->book, rich, change->last_report->id,
                           g_array_index (change->last_report->weaknesses, DzWeakness, change->last_weakness).span, label);
      if (change->claim >= 0 && report != NULL)
        dz_citations_cite (self->book, rich, report->id,
                           g_array_index (report->weaknesses, DzWeakness, change->claim).rectified, label);
      /* where both years and the claim meet, this year's words are cited in the table of weaknesses */
      if (change->this_weakness >= 0 && report != NULL && destination != DZ_DESTINATION_CLAIMED_AGAIN)
        dz_citations_cite (self->book, rich, report->id,
                           g_array_index (report->weaknesses, DzWeakness, change->this_weakness).span, label);
    }
  if (n == 0)
    dz_rich_append (rich, "—");
}

static const DzDestination shown[] = { DZ_DESTINATION_CLAIMED_AGAIN, DZ_DESTINATION_UNCLAIMED_AGAIN,
                                       DZ_DESTINATION_CLAIMED_GONE, DZ_DESTINATION_SILENT_GONE,
                                       DZ_DESTINATION_NEW };
/* mm: a short name of four characters stands on one line with its source numbers, one of five with the first of them;
 * numbers of three digits need more of it, in every column */
static const double widths[][5] = { { 27.4, 29.6, 27.4, 27.4, 26.6 }, { 27.8, 27.8, 27.8, 27.8, 27.2 } };
#define LONG_NUMBERS 100 /* bodies: their source numbers have three digits */
#define EMPTY_COLUMN 18 /* mm: its head */
#define NAME_COLUMN 17.6 /* five characters */
#define ALL_COLUMNS (156 - NAME_COLUMN)

/* Columns in which nothing stands leave their room to the others. */
static double
column_width (DzBriefing *self,
              guint       column)
{
  const double *usual = widths[self->review->bodies->len >= LONG_NUMBERS];
  double room = ALL_COLUMNS, wanted = 0;

  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    if (dz_year_change_count (self->change, shown[i]) > 0)
      wanted += usual[i];
    else
      room -= EMPTY_COLUMN;
  if (dz_year_change_count (self->change, shown[column]) == 0)
    return EMPTY_COLUMN * DZ_MM;

  return usual[column] * room / wanted * DZ_MM;
}

static guint
count_unsure (DzBriefing *self)
{
  guint n = 0;

  for (guint i = 0; i < dz_year_change_get_n_rows (self->change); i++)
    {
      DzChangeRow *row = dz_year_change_get_row (self->change, i);

      for (guint k = 0; k < dz_change_row_get_n_changes (row); k++)
        n += dz_change_row_get_change (row, k)->unsure;
    }

  return n;
}

static DzPaperTable *
make_destination_table (DzBriefing *self)
{
  guint n_unsure = count_unsure (self);
  DzPaperTable *table = dz_paper_table_new ("destinations", dz_briefing_table_number (self, "destinations"),
                                            "上年问题去向", TRUE);
  g_autoptr(DzRich) note = dz_rich_new ("注：按问题类别对照，不按字句；′ 为上一年度的报告；“未说明”是今年报告没有写整改情况，不等于没有整改。");
  DzTableBlock *block = dz_paper_table_add_block (table, "上年问题去向");
  GListModel *rows = dz_year_change_get_rows (self->change);

  table->size = 9;
  table->line = 12.5;
  if (n_unsure > 0)
    {
      g_autofree char *words = g_strdup_printf ("另有%u项次归类待核，可能是又提出，未列入、不计数。", n_unsure);

      dz_rich_append (note, words);
    }
  dz_paper_table_set_note (table, note);
  dz_table_block_add_column (block, "单位", NAME_COLUMN * DZ_MM, DZ_ALIGN_LEFT)->pad_right = 1;
  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      g_auto(GStrv) words = g_strsplit (dz_destination_get_name (shown[i]), "，", 2);
      g_autofree char *head = g_strjoinv ("，\n", words);

      dz_table_block_add_column (block, head, column_width (self, i), DZ_ALIGN_LEFT)->pad_right = 1;
    }
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(DzChangeRow) change = g_list_model_get_item (rows, i);
      DzTableRow *row;

      if (dz_change_row_get_last_report (change) == NULL || dz_change_row_get_this_report (change) == NULL ||
          (dz_change_row_get_n_changes (change) == 0 && !dz_change_row_is_read (change)))
        continue;
      row = dz_table_block_add_row (block, DZ_RULE_GREY);
      dz_table_row_set_text (row, 0, dz_briefing_name (self, dz_change_row_get_body (change)))->body_id =
        dz_change_row_get_body (change)->id;
      for (guint d = 0; d < G_N_ELEMENTS (shown); d++)
        {
          g_autoptr(DzRich) rich = dz_rich_new (NULL);

          append_changes (self, rich, change, shown[d]);
          dz_table_row_set_rich (row, 1 + d, rich);
        }
    }

  return table;
}

static void
append_names (DzBriefing *self,
              GString    *string,
              GPtrArray  *bodies)
{
  for (guint i = 0; i < bodies->len && i < 8; i++)
    g_string_append_printf (string, "%s%s", i > 0 ? "、" : "",
                            dz_briefing_name (self, g_ptr_array_index (bodies, i)));
  if (bodies->len > 8)
    g_string_append_printf (string, "等%u个单位", bodies->len);
}

/* Of whom it cannot be told what became of a problem. */
static void
append_unread (DzBriefing *self,
               GString    *words)
{
  g_autoptr(GPtrArray) unread = g_ptr_array_new ();

  for (guint i = 0; i < dz_year_change_get_n_rows (self->change); i++)
    {
      DzChangeRow *row = dz_year_change_get_row (self->change, i);

      if (!dz_change_row_is_read (row))
        g_ptr_array_add (unread, (gpointer) dz_change_row_get_body (row));
    }
  if (unread->len == 0)
    return;
  append_names (self, words, unread);
  g_string_append (words, "有一年的报告中未读出问题，不作比较。");
}

static void
add_destinations_text (DzBriefing *self,
                       DzChapter  *chapter)
{
  g_autoptr(GString) words = g_string_new (NULL);
  g_autoptr(DzRich) sentence = NULL;
  g_autoptr(DzRich) rich = dz_rich_new (NULL);
  GPtrArray *without = dz_year_change_get_without_last (self->change);
  guint total = 0;

  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      guint n = dz_year_change_count (self->change, shown[i]);

      g_string_append_printf (words, "%s“%s”%u项次", i > 0 ? "、" : "按问题类别对照两年报告：",
                              dz_destination_get_name (shown[i]), n);
      total += n;
    }
  g_string_append (words, "。");
  if (total == 0)
    g_string_assign (words, "没有两年报告都提出问题的单位。");
  if (without != NULL && without->len > 0)
    {
      append_names (self, words, without);
      g_string_append_printf (words, "%d年度无报告，不作比较。", self->year - 1);
    }
  append_unread (self, words);
  sentence = dz_rich_new (words->str);
  dz_briefing_append_rich (self, rich, sentence, "change/destinations");
  dz_chapter_add (chapter, dz_text_block_new (DZ_ROLE_BODY, rich));
}

static void
add_figures_text (DzBriefing *self,
                  DzChapter  *chapter,
                  GPtrArray  *changes)
{
  g_autoptr(DzRich) rich = dz_rich_new (NULL);

  for (guint i = 0; i < MIN (changes->len, 3); i++)
    {
      const DzEntry *entry = dz_figure_changes_get_entry (g_ptr_array_index (changes, i));
      g_autoptr(DzSentence) sentence = dz_sentence_change (self->change, entry->id);
      g_autofree char *key = g_strdup_printf ("change/%s", entry->id);
      g_autofree char *name = dz_briefing_column_name (entry);

      if (dz_sentence_is_empty (sentence))
        continue;
      dz_rich_append (rich, name);
      dz_rich_append (rich, "，");
      dz_briefing_append_sentence (self, rich, sentence, key);
    }
  if (!dz_rich_is_empty (rich))
    dz_chapter_add (chapter, dz_text_block_new (DZ_ROLE_BODY, rich));
}

void
dz_briefing_add_year_change (DzBriefing *self)
{
  DzChapter *chapter = dz_document_add_chapter (self->document, "year-change", FALSE);
  g_autofree char *heading = dz_briefing_dup_heading (self, "年度对比");
  g_autoptr(GPtrArray) changes = choose_changes (self);
  DzPaperTable *table;

  dz_chapter_add (chapter, dz_text_block_new_plain (DZ_ROLE_HEADING_1, heading));
  dz_chapter_add (chapter, dz_text_block_new_plain (DZ_ROLE_HEADING_2, "（一）主要数据"));
  add_figures_text (self, chapter, changes);
  if (changes->len > 0)
    dz_chapter_add (chapter, &make_change_table (self, changes)->parent);
  else
    dz_chapter_add (chapter, dz_text_block_new_plain (DZ_ROLE_BODY, "没有2个以上单位两年都报的指标。"));
  dz_chapter_add (chapter, dz_text_block_new_plain (DZ_ROLE_HEADING_2, "（二）上年问题去向"));
  add_destinations_text (self, chapter);
  table = make_destination_table (self);
  if (dz_paper_table_count_slices (table) > 0)
    dz_chapter_add (chapter, &table->parent);
  else
    dz_block_free (&table->parent);
  if (dz_briefing_has_promises (self))
    dz_briefing_add_promises (self, chapter);
  self->words = chapter;
}
