/* dz-export-xlsx.c - the briefing's tables as a workbook others reckon with
 *
 * One sheet a table, heads frozen, filters on. A figure links to its row of
 * the sheet 出处, which has the report's own words. Charts are Excel's own,
 * drawn from the cells, so they can be changed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-export.h"

#include "dz-book-table.h"
#include "dz-briefing-private.h"
#include "dz-error.h"
#include "dz-gallery.h"
#include "dz-atomic-file.h"
#include "dz-zip-check.h"

#include <math.h>
#include <string.h>
#include <xlsxwriter.h>

#define DZ_N_SIGNS 4

typedef struct
{
  lxw_workbook *workbook;
  lxw_format *head;
  lxw_format *text;
  lxw_format *wrap;
  lxw_format *number;
  lxw_format *link_number;
  lxw_format *signed_number[DZ_N_SIGNS][2]; /* plain, linked */
  lxw_format *link_text;
  lxw_format *missing;
} Book;

#define FONT "宋体"
#define WIDEST_COLUMN 60.0 /* digits */
#define MEASURE_COLUMN 16.0
#define WIDE_LETTER 2.1   /* digits */
#define ROW_HEIGHT 15.0
#define HIGHEST_ROW 409.0
#define ROW_SCALE 0.105    /* of the usual height of a chart: room for every name, in LibreOffice too */
#define MOST_BARS 60       /* as many names as can be read on one printed page */
#define CHART_PRINT_SCALE 44 /* per cent: columns and chart are one upright page wide, so many bars less than one high */
#define MOST_CHARTS 30
#define CHART_LAST_COLUMN 14 /* a chart is 648 px wide, from the fifth column of 64 px on */

/* The sign is of the format: the cell holds the number, and a sum adds it. */
static const struct
{
  const char *sign;
  const char *format;
} signs[DZ_N_SIGNS] = { { "≥", "\"≥\"General" }, { "≈", "\"≈\"General" }, { "≤", "\"≤\"General" }, { "＊", "General\"＊\"" } };

static lxw_format *
add_format (Book    *self,
            gboolean wrap)
{
  lxw_format *format = workbook_add_format (self->workbook);

  format_set_font_name (format, FONT);
  format_set_font_size (format, 11);
  format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
  if (wrap)
    format_set_text_wrap (format);

  return format;
}

static void
make_formats (Book *self)
{
  self->head = add_format (self, TRUE);
  format_set_bold (self->head);
  format_set_align (self->head, LXW_ALIGN_CENTER);
  format_set_bottom (self->head, LXW_BORDER_THIN);
  format_set_bg_color (self->head, 0xEDEFF2);
  self->text = add_format (self, FALSE);
  self->wrap = add_format (self, TRUE);
  self->number = add_format (self, FALSE);
  format_set_align (self->number, LXW_ALIGN_RIGHT);
  self->link_number = add_format (self, FALSE);
  format_set_align (self->link_number, LXW_ALIGN_RIGHT);
  format_set_font_color (self->link_number, 0x1F4E79);
  for (guint i = 0; i < DZ_N_SIGNS; i++)
    for (guint k = 0; k < 2; k++)
      {
        self->signed_number[i][k] = add_format (self, FALSE);
        format_set_align (self->signed_number[i][k], LXW_ALIGN_RIGHT);
        format_set_num_format (self->signed_number[i][k], signs[i].format);
        if (k == 1)
          format_set_font_color (self->signed_number[i][k], 0x1F4E79);
      }
  self->link_text = add_format (self, FALSE);
  format_set_align (self->link_text, LXW_ALIGN_RIGHT);
  format_set_font_color (self->link_text, 0x1F4E79);
  format_set_italic (self->link_text);
  self->missing = add_format (self, FALSE);
  format_set_align (self->missing, LXW_ALIGN_RIGHT);
  format_set_font_color (self->missing, 0x808080);
}

static double
column_width (const DzBookTable *table,
              guint              column)
{
  glong most = g_utf8_strlen (g_ptr_array_index (table->head, column), -1);

  if (table->id == DZ_TABLE_FIGURES && column >= 3)
    return 12;
  for (guint i = 0; i < table->rows->len; i++)
    {
      GArray *row = g_ptr_array_index (table->rows, i);
      const DzBookCell *cell = column < row->len ? &g_array_index (row, DzBookCell, column) : NULL;

      if (cell != NULL && cell->text != NULL)
        most = MAX (most, g_utf8_strlen (cell->text, -1));
    }

  return CLAMP (most * 2.0 + 2, 7, WIDEST_COLUMN);
}

/* The sheet a figure's row of is in, for links: 出处 */
static const char *
sources_name (GPtrArray *tables)
{
  return dz_book_tables_find (tables, DZ_TABLE_SOURCES)->name;
}

static lxw_format *
number_format (Book             *self,
               const DzBookCell *cell)
{
  gboolean linked = cell->link >= 0;

  for (guint i = 0; i < DZ_N_SIGNS; i++)
    if (g_strcmp0 (signs[i].sign, cell->sign) == 0)
      return self->signed_number[i][linked];

  return linked ? self->link_number : self->number;
}

static void
write_cell (Book              *self,
            lxw_worksheet     *sheet,
            GPtrArray         *tables,
            const DzBookTable *table,
            const DzBookCell  *cell,
            lxw_row_t          r,
            lxw_col_t          c,
            double             width)
{
  gboolean linked = cell->link >= 0;

  if (linked)
    {
      g_autofree char *place = g_strdup_printf ("internal:'%s'!A%d", sources_name (tables), cell->link + 2);

      worksheet_write_url (sheet, r, c, place, cell->text != NULL ? self->link_text : self->link_number);
    }
  if (cell->text == NULL && !isnan (cell->value))
    worksheet_write_number (sheet, r, c, cell->value, number_format (self, cell));
  else if (cell->text != NULL && cell->text[0] != '\0')
    worksheet_write_string (sheet, r, c, cell->text,
                            linked ? self->link_text
                            : table->id == DZ_TABLE_FIGURES && c >= 3 ? self->missing
                            : width >= WIDEST_COLUMN && table->id != DZ_TABLE_SOURCES ? self->wrap : self->text);
}

/* How high a row is for @words in a column of @width, which counts digits: not every program finds that out by itself,
 * and what needs two lines would lie over the row below. */
static double
wrapped_height (const char *words,
                double      width)
{
  double used = 0;
  guint lines = 1;

  for (const char *at = words; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      double wide = c < 0x2000 ? 1.1 : WIDE_LETTER;

      if (c == '\n' || used + wide > width - 1)
        {
          lines++;
          used = 0;
        }
      used += c == '\n' ? 0 : wide;
    }

  return MIN (lines * ROW_HEIGHT, HIGHEST_ROW);
}

static void
set_row_heights (lxw_worksheet     *sheet,
                 const DzBookTable *table)
{
  for (guint r = 0; r < table->rows->len && table->id != DZ_TABLE_SOURCES; r++)
    {
      GArray *row = g_ptr_array_index (table->rows, r);
      double height = 0;

      for (guint c = 0; c < row->len; c++)
        {
          const DzBookCell *cell = &g_array_index (row, DzBookCell, c);

          /* narrower columns are as wide as their longest words */
          if (cell->text != NULL && cell->link < 0 && g_utf8_strlen (cell->text, -1) * 2 + 2 > WIDEST_COLUMN)
            height = MAX (height, wrapped_height (cell->text, WIDEST_COLUMN));
        }
      if (height > ROW_HEIGHT)
        worksheet_set_row (sheet, r + 1, height, NULL);
    }
}

/* The unit of an indicator has a line of its own: in a narrow cell its closing bracket would stand there alone. */
static void
write_table_head (Book              *self,
                  lxw_worksheet     *sheet,
                  const DzBookTable *table,
                  guint              c)
{
  const char *words = g_ptr_array_index (table->head, c);
  const char *unit = table->id == DZ_TABLE_FIGURES ? g_strrstr (words, "（") : NULL;
  g_autofree char *name = unit != NULL ? g_strndup (words, (gsize) (unit - words)) : NULL;
  g_autofree char *lines = unit != NULL ? g_strconcat (name, "\n", unit, NULL) : NULL;

  worksheet_write_string (sheet, 0, (lxw_col_t) c, lines != NULL ? lines : words, self->head);
}

static lxw_worksheet *
write_sheet (Book              *self,
             GPtrArray         *tables,
             const DzBookTable *table)
{
  lxw_worksheet *sheet = workbook_add_worksheet (self->workbook, table->name);

  for (guint c = 0; c < table->head->len; c++)
    {
      double width = column_width (table, c);

      worksheet_set_column (sheet, c, c, width, NULL);
      write_table_head (self, sheet, table, c);
      for (guint r = 0; r < table->rows->len; r++)
        {
          GArray *row = g_ptr_array_index (table->rows, r);

          if (c < row->len)
            write_cell (self, sheet, tables, table, &g_array_index (row, DzBookCell, c), r + 1, c, width);
        }
    }
  set_row_heights (sheet, table);
  /* a head alone would leave open whether something is missing */
  if (table->rows->len == 0)
    worksheet_write_string (sheet, 1, 0, "没有可列的内容。", self->text);
  worksheet_set_row (sheet, 0, table->id == DZ_TABLE_FIGURES ? 48 : 24, NULL);
  worksheet_freeze_panes (sheet, 1, table->n_frozen);
  if (table->rows->len > 0)
    worksheet_autofilter (sheet, 0, 0, table->rows->len, table->head->len - 1);
  worksheet_set_landscape (sheet);
  worksheet_set_paper (sheet, 9);
  worksheet_repeat_rows (sheet, 0, 0);
  worksheet_print_area (sheet, 0, 0, MAX (table->rows->len, 1), table->head->len - 1);
  if (table->id == DZ_TABLE_FIGURES)
    {
      worksheet_repeat_columns (sheet, 0, 1);
      worksheet_set_print_scale (sheet, 70); /* eighty indicators: a third of the pages, in letters of 8 pt */
    }
  else
    worksheet_fit_to_pages (sheet, 1, 0);
  worksheet_set_footer (sheet, "&C第 &P 页，共 &N 页");

  return sheet;
}

/* --- charts --- */

/* Category and value columns of a chart's own sheet: rows in the order of the bars. */
typedef struct
{
  const char *body;
  double value;
  double second;
  const char *untold; /* what stands where a value is not told */
} Bar;

static gint
compare_bars (gconstpointer a,
              gconstpointer b)
{
  const Bar *left = a, *right = b;
  gboolean no_left = isnan (left->value), no_right = isnan (right->value);

  if (no_left != no_right)
    return no_left ? 1 : -1;
  if (!no_left && left->value != right->value)
    return left->value > right->value ? -1 : 1;

  return 0;
}

static double
cell_value (DzBriefing *briefing,
            guint       row,
            int         column)
{
  const DzFigureCell *cell;

  if (column < 0)
    return NAN;
  cell = dz_figure_row_get_cell (dz_figure_table_get_row (briefing->figures, row), (guint) column);

  return dz_figure_cell_is_reported (cell) ? cell->value : NAN;
}

static GArray *
list_bars (DzBriefing *briefing,
           const char *first,
           const char *second)
{
  GArray *bars = g_array_new (FALSE, TRUE, sizeof (Bar));
  int a = dz_figure_table_find_column (briefing->figures, first);
  int b = second != NULL ? dz_figure_table_find_column (briefing->figures, second) : -1;

  for (guint r = 0; r < dz_figure_table_get_n_rows (briefing->figures); r++)
    {
      DzFigureRow *row = dz_figure_table_get_row (briefing->figures, r);
      Bar bar = { dz_briefing_name (briefing, dz_figure_row_get_body (row)), cell_value (briefing, r, a),
                  cell_value (briefing, r, b), dz_figure_row_get_report (row) != NULL ? "未报" : "无报告" };

      g_array_append_val (bars, bar);
    }
  g_array_sort (bars, compare_bars);

  return bars;
}

static void
add_series (lxw_chart  *chart,
            const char *sheet,
            const char *name,
            guint       top,
            guint       n,
            guint       column)
{
  g_autofree char *categories = g_strdup_printf ("='%s'!$A$%u:$A$%u", sheet, top + 2, top + n + 1);
  g_autofree char *values = g_strdup_printf ("='%s'!$%c$%u:$%c$%u", sheet, 'A' + column, top + 2, 'A' + column,
                                             top + n + 1);
  lxw_chart_series *series = chart_add_series (chart, categories, values);
  lxw_chart_fill fill = { .color = column == 1 ? 0x6F92B5 : 0xA63D1F };

  chart_series_set_name (series, name);
  chart_series_set_labels (series);
  chart_series_set_fill (series, &fill);
}

/* Bodies that tell a value: those stand first, and an axis of names without a bar shows nothing. */
static guint
count_told (GArray *bars)
{
  guint n = 0;

  while (n < bars->len && !isnan (g_array_index (bars, Bar, n).value))
    n++;

  return n;
}

/* A block of three columns and its chart beside it; returns the first row after both. */
static guint
write_chart (Book          *self,
             DzBriefing    *briefing,
             lxw_worksheet *sheet,
             const char    *sheet_name,
             guint          top,
             const char    *title,
             const char    *first,
             const char    *second)
{
  g_autoptr(GArray) bars = list_bars (briefing, first, second);
  const DzEntry *a = dz_codebook_find (briefing->codebook, DZ_ENTRY_INDICATOR, first);
  const DzEntry *b = second != NULL ? dz_codebook_find (briefing->codebook, DZ_ENTRY_INDICATOR, second) : NULL;
  lxw_chart *chart = workbook_add_chart (self->workbook, LXW_CHART_BAR);
  guint told = count_told (bars), n_bars = MIN (told, MOST_BARS);
  g_autofree char *cut = told > n_bars ? g_strdup_printf ("%s（前%u个，共%u个）", title, n_bars, told) : NULL;
  lxw_chart_options place = { .x_scale = 1.35, .y_scale = MAX (1.0, n_bars * ROW_SCALE) };
  guint height = (guint) (15 * place.y_scale) + 3;
  double head = MAX (wrapped_height (a->name, MEASURE_COLUMN), wrapped_height (b != NULL ? b->name : "", MEASURE_COLUMN));

  if (head > ROW_HEIGHT)
    worksheet_set_row (sheet, top, head, NULL);
  worksheet_write_string (sheet, top, 0, "单位", self->head);
  worksheet_write_string (sheet, top, 1, a->name, self->head);
  if (b != NULL)
    worksheet_write_string (sheet, top, 2, b->name, self->head);
  for (guint i = 0; i < bars->len; i++)
    {
      const Bar *bar = &g_array_index (bars, Bar, i);

      worksheet_write_string (sheet, top + 1 + i, 0, bar->body, self->text);
      if (!isnan (bar->value))
        worksheet_write_number (sheet, top + 1 + i, 1, bar->value, self->number);
      else
        worksheet_write_string (sheet, top + 1 + i, 1, bar->untold, self->missing);
      if (b != NULL && !isnan (bar->second))
        worksheet_write_number (sheet, top + 1 + i, 2, bar->second, self->number);
      else if (b != NULL)
        worksheet_write_string (sheet, top + 1 + i, 2, bar->untold, self->missing);
    }
  add_series (chart, sheet_name, a->name, top, n_bars, 1);
  /* two measures of one unit stand beside each other; a rate never shares a scale with a count */
  if (b != NULL && a->unit == b->unit)
    add_series (chart, sheet_name, b->name, top, n_bars, 2);
  else
    chart_legend_set_position (chart, LXW_CHART_LEGEND_NONE);
  chart_title_set_name (chart, cut != NULL ? cut : title);
  chart_axis_set_reverse (chart->y_axis);
  chart_axis_set_interval_unit (chart->y_axis, 1); /* every name, also of many */
  chart_axis_set_min (chart->x_axis, 0);
  chart_axis_set_name (chart->x_axis, a->unit);
  worksheet_insert_chart_opt (sheet, top, 4, chart, &place);

  return top + MAX (bars->len + 2, height) + 1;
}

static gboolean
is_reported (DzBriefing *briefing,
             const char *indicator)
{
  int column = dz_figure_table_find_column (briefing->figures, indicator);

  return column >= 0 && dz_figure_table_get_statistics (briefing->figures, (guint) column)->n_reported >= 2;
}

static void
write_figure_charts (Book       *self,
                     DzBriefing *briefing)
{
  GPtrArray *subjects = dz_codebook_list (briefing->codebook, DZ_ENTRY_SUBJECT);
  lxw_worksheet *sheet = workbook_add_worksheet (self->workbook, "图表");
  lxw_row_t breaks[MOST_CHARTS + 1] = { 0 }; /* ends with 0 */
  guint top = 0, n = 0;

  worksheet_set_column (sheet, 0, 0, 28, NULL); /* thirteen characters */
  worksheet_set_column (sheet, 1, 2, MEASURE_COLUMN, NULL);
  worksheet_set_paper (sheet, 9);
  worksheet_set_print_scale (sheet, CHART_PRINT_SCALE);
  for (guint i = 0; i < subjects->len && n < MOST_CHARTS; i++)
    {
      const DzEntry *subject = g_ptr_array_index (subjects, i);
      const char *first = dz_gallery_get_measure (subject, 0);
      gboolean alone = FALSE;
      const char *title = dz_gallery_get_book_title (subject, &alone);

      if (title == NULL || first == NULL || !is_reported (briefing, first))
        continue;
      top = write_chart (self, briefing, sheet, "图表", top, title, first,
                         alone ? NULL : dz_gallery_get_measure (subject, 1));
      breaks[n++] = top; /* no chart is cut by the edge of a page */
    }
  breaks[MAX (n, 1) - 1] = 0; /* nothing follows the last */
  worksheet_set_h_pagebreaks (sheet, breaks);
  if (top == 0)
    worksheet_write_string (sheet, 0, 0, "没有可画的数据。", self->text);
  worksheet_print_area (sheet, 0, 0, top, CHART_LAST_COLUMN);
}

/* 问题排行: how many bodies name each code. */
static void
write_ranking (Book       *self,
               DzBriefing *briefing)
{
  lxw_worksheet *sheet = workbook_add_worksheet (self->workbook, "问题排行");
  GListModel *rows = dz_common_weaknesses_get_rows (briefing->common, DZ_COMMON_ALL);
  guint n = g_list_model_get_n_items (rows);
  lxw_chart *chart;
  lxw_chart_options place = { .x_scale = 1.5, .y_scale = MAX (1.0, n * ROW_SCALE) };

  worksheet_set_column (sheet, 0, 0, 40, NULL);
  worksheet_set_column (sheet, 1, 1, 10, NULL);
  worksheet_set_column (sheet, 2, 2, WIDEST_COLUMN, NULL);
  worksheet_write_string (sheet, 0, 0, "问题", self->head);
  worksheet_write_string (sheet, 0, 1, "单位数", self->head);
  worksheet_write_string (sheet, 0, 2, "提出单位", self->head);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(DzCommonRow) row = g_list_model_get_item (rows, i);
      GPtrArray *bodies = dz_common_row_get_bodies (row);
      g_autoptr(GString) names = g_string_new (NULL);

      for (guint b = 0; b < bodies->len; b++)
        g_string_append_printf (names, "%s%s", b > 0 ? "、" : "",
                                dz_briefing_name (briefing, g_ptr_array_index (bodies, b)));
      worksheet_write_string (sheet, i + 1, 0, dz_common_row_get_entry (row)->name, self->text);
      worksheet_write_number (sheet, i + 1, 1, dz_common_row_get_count (row), self->number);
      worksheet_write_string (sheet, i + 1, 2, names->str, self->wrap);
      worksheet_set_row (sheet, i + 1, wrapped_height (names->str, WIDEST_COLUMN), NULL);
    }
  worksheet_freeze_panes (sheet, 1, 1);
  worksheet_set_paper (sheet, 9);
  worksheet_fit_to_pages (sheet, 1, 0);
  worksheet_repeat_rows (sheet, 0, 0);
  worksheet_print_area (sheet, 0, 0, n + 3 + (guint) (15 * place.y_scale), 2);
  if (n == 0)
    return;
  chart = workbook_add_chart (self->workbook, LXW_CHART_BAR);
  add_series (chart, "问题排行", "单位数", 0, n, 1);
  chart_title_set_name (chart, "提出各类问题的单位数");
  chart_axis_set_reverse (chart->y_axis);
  chart_axis_set_interval_unit (chart->y_axis, 1);
  chart_axis_set_min (chart->x_axis, 0);
  chart_axis_set_major_unit (chart->x_axis, 1);
  chart_legend_set_position (chart, LXW_CHART_LEGEND_NONE);
  worksheet_insert_chart_opt (sheet, n + 3, 0, chart, &place);
}

static void
set_properties (Book       *self,
                DzBriefing *briefing)
{
  lxw_doc_properties properties = {
    .title = (char *) dz_document_get_title (briefing->document),
    .author = (char *) "Duizhao",
    .created = 946684800, /* 2000-01-01: the bytes must not tell when they were written */
  };

  workbook_set_properties (self->workbook, &properties);
}

/* Nothing but the ledger is ticked: the book is to be handed out and filled in. */
static gboolean
is_ledger (DzBriefing *briefing)
{
  return g_strcmp0 (dz_briefing_options_get_template (briefing->options), "ledger") == 0;
}

static void
write_whole (Book         *self,
             DzBriefing   *briefing,
             GPtrArray    *tables,
             GCancellable *cancellable)
{
  for (guint i = 0; i < tables->len; i++)
    if (((DzBookTable *) g_ptr_array_index (tables, i))->id != DZ_TABLE_SOURCES &&
        !g_cancellable_is_cancelled (cancellable))
      write_sheet (self, tables, g_ptr_array_index (tables, i));
  write_ranking (self, briefing);
  write_figure_charts (self, briefing);
  write_sheet (self, tables, dz_book_tables_find (tables, DZ_TABLE_SOURCES));
}

/**
 * dz_export_xlsx:
 *
 * Writes the tables with all reported indicators, whatever is ticked: the workbook is for
 * looking things up. Where the template is the ledger's, the ledger alone.
 *
 * Returns: %FALSE with @error set if the file cannot be written
 */
gboolean
dz_export_xlsx (DzBriefing    *briefing,
                const char    *path,
                GCancellable  *cancellable,
                GError       **error)
{
  g_auto(DzAtomicFile) file = { 0 };
  g_autoptr(GPtrArray) tables = NULL;
  Book self = { 0 };
  lxw_error status;

  g_return_val_if_fail (briefing != NULL && path != NULL, FALSE);

  if (!dz_atomic_file_init (&file, path, error))
    return FALSE;
  tables = dz_book_tables_new (briefing);
  self.workbook = workbook_new (file.part);
  make_formats (&self);
  set_properties (&self, briefing);
  if (dz_book_tables_find (tables, DZ_TABLE_LEDGER) != NULL && is_ledger (briefing))
    write_sheet (&self, tables, dz_book_tables_find (tables, DZ_TABLE_LEDGER));
  else
    write_whole (&self, briefing, tables, cancellable);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    {
      lxw_workbook_free (self.workbook);
      return FALSE;
    }
  status = workbook_close (self.workbook);
  if (status != LXW_NO_ERROR || !dz_zip_is_whole_xml (file.part))
    return dz_atomic_file_refuse (path, 0, error);

  return dz_atomic_file_finish (&file, error);
}
