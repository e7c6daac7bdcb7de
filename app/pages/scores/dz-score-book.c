/* dz-score-book.c - 评分 as workbooks
 *
 * The form has a row for each body and head, with what the program holds about it in the last column; only points and
 * reasons are left to be written. The county's sheet stands on a sheet of its own, to be changed and read back. What comes
 * back is read by the heads of the columns (dz-score-reader.h).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-score-book.h"

#include "dz-atomic-file.h"
#include "dz-error.h"
#include "dz-format.h"
#include "dz-score-evidence.h"
#include "dz-score-shows.h"
#include "dz-score-table.h"
#include "dz-zip-check.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>
#include <xlsxwriter.h>

#define FONT "宋体"
#define MOST_SHOWN 12      /* things of a kind in a cell: a row has its limit */
#define LONGEST_CELL 32000 /* characters a cell may hold: 32,767 */

typedef struct
{
  lxw_workbook *workbook;
  lxw_format *title;
  lxw_format *plain;
  lxw_format *head;
  lxw_format *wrap;
  lxw_format *centre;
  lxw_format *number;
  lxw_format *open; /* where somebody writes */
  lxw_format *open_words;
} Book;

typedef struct
{
  const char *head;
  double width;
} Column;

static lxw_format *
add_format (Book *self,
            int   align,
            int   border)
{
  lxw_format *format = workbook_add_format (self->workbook);

  format_set_font_name (format, FONT);
  format_set_font_size (format, 11);
  format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
  format_set_align (format, (uint8_t) align);
  if (border)
    {
      format_set_border (format, LXW_BORDER_THIN);
      format_set_text_wrap (format);
    }

  return format;
}

static void
make_formats (Book *self)
{
  self->title = add_format (self, LXW_ALIGN_LEFT, 0);
  format_set_bold (self->title);
  format_set_font_size (self->title, 14);
  self->plain = add_format (self, LXW_ALIGN_LEFT, 0);
  self->head = add_format (self, LXW_ALIGN_CENTER, 1);
  format_set_bold (self->head);
  format_set_bg_color (self->head, 0xEDEFF2);
  self->wrap = add_format (self, LXW_ALIGN_LEFT, 1);
  self->centre = add_format (self, LXW_ALIGN_CENTER, 1);
  self->number = add_format (self, LXW_ALIGN_RIGHT, 1);
  self->open = add_format (self, LXW_ALIGN_RIGHT, 1);
  format_set_bg_color (self->open, 0xFFF8E1);
  self->open_words = add_format (self, LXW_ALIGN_LEFT, 1);
  format_set_bg_color (self->open_words, 0xFFF8E1);
}

/* A cell is words whatever they begin with, never a formula. */
static void
write_words (lxw_worksheet *sheet,
             guint          row,
             guint          column,
             const char    *words,
             lxw_format    *format)
{
  g_autofree char *some = words != NULL && g_utf8_strlen (words, -1) > LONGEST_CELL ? g_utf8_substring (words, 0, LONGEST_CELL) : NULL;

  if (words == NULL || *words == '\0')
    worksheet_write_blank (sheet, row, (lxw_col_t) column, format);
  else
    worksheet_write_string (sheet, row, (lxw_col_t) column, some != NULL ? some : words, format);
}

static void
write_points (Book          *self,
              lxw_worksheet *sheet,
              guint          row,
              guint          column,
              double         points)
{
  if (isnan (points))
    worksheet_write_blank (sheet, row, (lxw_col_t) column, self->number);
  else
    worksheet_write_number (sheet, row, (lxw_col_t) column, points, self->number);
}

/* Lines the words fill in a column so many characters wide, of which a Chinese one takes two. */
static guint
count_lines (const char *words,
             double      width)
{
  guint lines = 1, at = 0;

  for (; words != NULL && *words != '\0'; words = g_utf8_next_char (words))
    {
      at += g_unichar_iswide (g_utf8_get_char (words)) ? 2 : 1;
      if (*words == '\n' || at > width - 1)
        {
          lines++;
          at = *words == '\n' ? 0 : 2;
        }
    }

  return lines;
}

/* Rows are as high as their words: not every spreadsheet does that by itself. */
static void
set_height (lxw_worksheet *sheet,
            guint          row,
            guint          lines)
{
  worksheet_set_row (sheet, row, CLAMP (lines * 15.0 + 3, 18, 400), NULL);
}

static lxw_worksheet *
add_sheet (Book         *self,
           const char   *name,
           const char   *title,
           const Column *columns,
           guint         n,
           guint         head_row)
{
  lxw_worksheet *sheet = workbook_add_worksheet (self->workbook, name);

  worksheet_write_string (sheet, 0, 0, title, self->title);
  worksheet_set_row (sheet, 0, 24, NULL);
  for (guint i = 0; i < n; i++)
    {
      worksheet_set_column (sheet, (lxw_col_t) i, (lxw_col_t) i, columns[i].width, NULL);
      write_words (sheet, head_row, i, columns[i].head, self->head);
    }
  worksheet_set_row (sheet, head_row, 32, NULL);
  worksheet_freeze_panes (sheet, head_row + 1, 1);
  worksheet_set_landscape (sheet);
  worksheet_set_paper (sheet, 9); /* A4 */
  worksheet_fit_to_pages (sheet, 1, 0);
  worksheet_repeat_rows (sheet, head_row, head_row);

  return sheet;
}

/* (transfer full): the title with its year, so that what comes back finds its sheet */
static char *
dup_title (const DzScoreSheet *sheet)
{
  const char *title = sheet->title != NULL ? sheet->title : "评分表";
  g_autofree char *year = g_strdup_printf ("%d", sheet->year);

  return strstr (title, year) != NULL ? g_strdup (title) : g_strdup_printf ("%d年度 %s", sheet->year, title);
}

/* (transfer full): from how many points on a grade is given, and what is dropped; "" for neither */
static char *
dup_limits (const DzScoreSheet *sheet)
{
  g_autofree char *excellent = dz_score_words (sheet->excellent);
  g_autofree char *good = dz_score_words (sheet->good);
  g_autofree char *fair = dz_score_words (sheet->fair);
  GString *words = g_string_new (NULL);

  if (dz_score_sheet_has_grades (sheet))
    g_string_append_printf (words, "等次：优秀：%s分以上；良好：%s分以上；一般：%s分以上；较差：%s分以下", excellent, good, fair, fair);
  if (sheet->drops_extremes)
    g_string_append_printf (words, "%s去掉一个最高分和一个最低分", words->len > 0 ? "；" : "");

  return g_string_free (words, FALSE);
}

static char *
dup_most (const DzScoreHead *head)
{
  return isnan (head->most) ? g_strdup ("不限") : dz_score_words (head->most);
}

static void
write_sheet (Book               *self,
             DzCodebook         *codebook,
             const DzScoreSheet *sheet)
{
  static const Column columns[] = { { "一级指标", 14 }, { "评议内容", 30 }, { "评分标准", 60 }, { "计分方式", 10 }, { "分值", 8 }, { "程序依据", 50 } };
  g_autofree char *title = dup_title (sheet);
  g_autofree char *limits = dup_limits (sheet);
  lxw_worksheet *out = add_sheet (self, "评分表", title, columns, G_N_ELEMENTS (columns), 1);
  guint row = 2;

  for (guint i = 0; i < sheet->heads->len; i++, row++)
    {
      const DzScoreHead *head = g_ptr_array_index (sheet->heads, i);
      g_autofree char *most = dup_most (head);
      g_autofree char *shows = dz_score_shows_dup_names (codebook, head->shows);

      write_words (out, row, 0, head->group, self->wrap);
      write_words (out, row, 1, head->name, self->wrap);
      write_words (out, row, 2, head->standard, self->wrap);
      write_words (out, row, 3, dz_head_kind_get_name (head->kind), self->centre);
      if (isnan (head->most))
        write_words (out, row, 4, most, self->centre);
      else
        write_points (self, out, row, 4, head->most);
      write_words (out, row, 5, shows, self->wrap);
      set_height (out, row, MAX (MAX (count_lines (head->name, 30), count_lines (head->standard, 60)), count_lines (shows, 50)));
    }
  if (*limits != '\0')
    worksheet_write_string (out, row, 0, limits, self->plain);
}

/* What the program holds, a line a kind. */
static char *
dup_evidence (DzScoreEvidence   *evidence,
              const DzScoreHead *head,
              const DzBody      *body)
{
  g_autoptr(GPtrArray) shown = dz_score_evidence_list (evidence, head, body);

  return dz_shown_list_dup_text (shown, MOST_SHOWN, "\n");
}

/* A number from 0 to what the head is worth; anything else a spreadsheet refuses at once. */
static void
limit_points (lxw_worksheet     *sheet,
              guint              row,
              guint              column,
              const DzScoreHead *head)
{
  g_autofree char *most = dup_most (head);
  g_autofree char *words = isnan (head->most) ? g_strdup ("请填不小于0的数字。") : g_strdup_printf ("请填0到%s之间的数字。", most);
  lxw_data_validation validation = {
    .validate = LXW_VALIDATION_TYPE_DECIMAL,
    .criteria = isnan (head->most) ? LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO : LXW_VALIDATION_CRITERIA_BETWEEN,
    .minimum_number = 0,
    .maximum_number = isnan (head->most) ? 0 : head->most,
    .value_number = 0,
    .error_title = (char *) "分值",
    .error_message = words,
  };

  worksheet_data_validation_cell (sheet, row, (lxw_col_t) column, &validation);
}

static void
write_form_row (Book              *self,
                lxw_worksheet     *out,
                guint              row,
                const DzScoreHead *head,
                const DzScore     *score)
{
  g_autofree char *most = dup_most (head);

  write_words (out, row, 1, head->group, self->wrap);
  write_words (out, row, 2, head->name, self->wrap);
  write_words (out, row, 3, head->standard, self->wrap);
  write_words (out, row, 4, dz_head_kind_get_name (head->kind), self->centre);
  if (isnan (head->most))
    write_words (out, row, 5, most, self->centre);
  else
    write_points (self, out, row, 5, head->most);
  if (score != NULL)
    worksheet_write_number (out, row, 6, score->points, self->open);
  else
    worksheet_write_blank (out, row, 6, self->open);
  limit_points (out, row, 6, head);
  write_words (out, row, 7, score != NULL ? score->note : NULL, self->open_words);
}

static void
write_form (Book              *self,
            const DzScoreBook *book,
            DzScoreTable      *table)
{
  static const Column columns[] = { { "单位", 12 }, { "一级指标", 10 }, { "评议内容", 24 }, { "评分标准", 36 }, { "计分方式", 8 },
                                    { "分值", 7 },  { "得分", 8 },      { "理由", 24 },     { "程序依据", 70 } };
  const DzScoreSheet *sheet = dz_score_table_get_sheet (table);
  g_autoptr(DzScoreEvidence) evidence = dz_score_evidence_new (book->review, book->codebook, book->year);
  g_autofree char *title = dup_title (sheet);
  lxw_worksheet *out = add_sheet (self, "评分", title, columns, G_N_ELEMENTS (columns), 3);
  guint row = 4;

  worksheet_write_string (out, 1, 0, "评分人：", self->plain);
  write_words (out, 1, 1, book->scorer, self->open_words);
  worksheet_write_string (out, 2, 0, "填写评分人姓名和“得分”“理由”两栏；空格不算0分；扣分的填扣去的分数。“程序依据”供参考，不是评分。", self->plain);
  for (guint i = 0; i < dz_score_table_get_n (table); i++)
    for (guint k = 0; k < sheet->heads->len; k++, row++)
      {
        const DzBody *body = dz_score_table_get (table, i)->body;
        const DzScoreHead *head = g_ptr_array_index (sheet->heads, k);
        g_autofree char *words = dup_evidence (evidence, head, body);

        write_words (out, row, 0, body->name, self->wrap);
        write_form_row (self, out, row, head,
                        book->scorer != NULL ? dz_score_table_get_score (table, body->id, head, book->scorer) : NULL);
        write_words (out, row, 8, words, self->wrap);
        set_height (out, row, MAX (MAX (count_lines (head->name, 24), count_lines (head->standard, 36)), count_lines (words, 70)));
      }
  worksheet_autofilter (out, 3, 0, MAX (row, 5) - 1, G_N_ELEMENTS (columns) - 1);
}

static void
write_result (Book              *self,
              const DzScoreBook *book,
              DzScoreTable      *table)
{
  static const Column fixed[] = { { "单位", 14 }, { "平均分", 9 }, { "等次", 9 }, { "最高分", 9 }, { "最低分", 9 }, { "标准差", 9 },
                                  { "评齐人数", 9 }, { "未评齐", 30 } };
  const DzScoreSheet *sheet = dz_score_table_get_sheet (table);
  GPtrArray *scorers = dz_score_table_list_scorers (table);
  g_autofree char *title = dup_title (sheet);
  lxw_worksheet *out = add_sheet (self, "评分结果", title, fixed, G_N_ELEMENTS (fixed), 1);
  guint first = G_N_ELEMENTS (fixed), row = 2;

  for (guint k = 0; k < scorers->len; k++)
    write_words (out, 1, first + k, g_ptr_array_index (scorers, k), self->head);
  for (guint k = 0; k < sheet->heads->len; k++)
    {
      g_autofree char *path = dz_score_head_dup_path (g_ptr_array_index (sheet->heads, k));

      worksheet_set_column (out, (lxw_col_t) (first + scorers->len + k), (lxw_col_t) (first + scorers->len + k), 14, NULL);
      write_words (out, 1, first + scorers->len + k, path, self->head);
    }
  worksheet_set_row (out, 1, 84, NULL);
  for (guint i = 0; i < dz_score_table_get_n (table); i++, row++)
    {
      const DzScoreRow *one = dz_score_table_get (table, i);
      g_autofree char *missing = dz_score_row_dup_missing (one);

      write_words (out, row, 0, one->body->name, self->wrap);
      write_points (self, out, row, 1, one->mean);
      write_words (out, row, 2, dz_score_grade_get_name (one->grade), self->centre);
      write_points (self, out, row, 3, one->high);
      write_points (self, out, row, 4, one->low);
      write_points (self, out, row, 5, one->spread);
      write_points (self, out, row, 6, one->n_complete);
      write_words (out, row, 7, missing, self->wrap);
      set_height (out, row, count_lines (missing, 30));
      for (guint k = 0; k < one->scorers->len; k++)
        write_points (self, out, row, first + k, g_array_index (one->scorers, DzScorerTotal, k).total);
      for (guint k = 0; k < sheet->heads->len; k++)
        write_points (self, out, row, first + scorers->len + k,
                      dz_score_table_get_head_mean (table, one, g_ptr_array_index (sheet->heads, k)));
    }
}

/* What each scorer gave: read back like any filled-in form. */
static void
write_given (Book         *self,
             DzScoreTable *table)
{
  static const Column columns[] = { { "单位", 14 }, { "评分人", 10 }, { "一级指标", 14 }, { "评议内容", 30 }, { "计分方式", 10 },
                                    { "分值", 8 },  { "得分", 8 },    { "理由", 40 } };
  const DzScoreSheet *sheet = dz_score_table_get_sheet (table);
  GPtrArray *scorers = dz_score_table_list_scorers (table);
  g_autofree char *title = dup_title (sheet);
  lxw_worksheet *out = add_sheet (self, "各评分人", title, columns, G_N_ELEMENTS (columns), 1);
  guint row = 2;

  for (guint i = 0; i < dz_score_table_get_n (table); i++)
    for (guint k = 0; k < scorers->len; k++)
      for (guint n = 0; n < sheet->heads->len; n++)
        {
          const DzBody *body = dz_score_table_get (table, i)->body;
          const DzScoreHead *head = g_ptr_array_index (sheet->heads, n);
          const DzScore *score = dz_score_table_get_score (table, body->id, head, g_ptr_array_index (scorers, k));

          if (score == NULL)
            continue;
          write_words (out, row, 0, body->name, self->wrap);
          write_words (out, row, 1, score->scorer, self->wrap);
          write_words (out, row, 2, head->group, self->wrap);
          write_words (out, row, 3, head->name, self->wrap);
          write_words (out, row, 4, dz_head_kind_get_name (head->kind), self->centre);
          write_points (self, out, row, 5, head->most);
          write_points (self, out, row, 6, score->points);
          write_words (out, row, 7, score->note, self->wrap);
          set_height (out, row, MAX (count_lines (head->name, 30), count_lines (score->note, 40)));
          row++;
        }
  worksheet_autofilter (out, 1, 0, MAX (row, 3) - 1, G_N_ELEMENTS (columns) - 1);
}

/**
 * dz_score_book_write:
 * @path: .xlsx
 *
 * Returns: %FALSE with @error set where the year has no score sheet, or the file cannot be written
 */
gboolean
dz_score_book_write (const DzScoreBook *self,
                     const char        *path,
                     GError           **error)
{
  g_auto(DzAtomicFile) file = { 0 };
  g_autoptr(DzScoreTable) table = dz_score_table_new (self->review, self->year, self->scope);
  lxw_doc_properties properties = { .author = (char *) "Duizhao", .created = 946684800 };
  Book book = { 0 };
  lxw_error status;

  if (dz_score_table_get_sheet (table)->heads->len == 0)
    {
      dz_set_error (error, DZ_ERROR_NO_DATA, _("There is no score sheet of %d yet. Import the county's sheet first."), self->year);
      return FALSE;
    }
  if (!dz_atomic_file_init (&file, path, error))
    return FALSE;
  book.workbook = workbook_new (file.part);
  /* 2000-01-01: the bytes must not tell when they were written */
  workbook_set_properties (book.workbook, &properties);
  make_formats (&book);
  if (self->is_form)
    write_form (&book, self, table);
  else
    {
      write_result (&book, self, table);
      write_given (&book, table);
    }
  write_sheet (&book, self->codebook, dz_score_table_get_sheet (table));
  status = workbook_close (book.workbook);
  if (status != LXW_NO_ERROR || !dz_zip_is_whole_xml (file.part))
    return dz_atomic_file_refuse (path, 0, error);

  return dz_atomic_file_finish (&file, error);
}
