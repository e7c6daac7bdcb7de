/* dz-score-sheet-read.c - the county's own 评分表 out of a spreadsheet: heads, weights, standards, limits of grades
 *
 * Offices write it in many shapes: parts merged down the left, the weight in a column of its own or at the end of the
 * words, 合计 below, the limits of the grades in a line or a little table around it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-score-reader.h"

#include "dz-error.h"
#include "dz-head-words.h"
#include "dz-score-shows.h"
#include "dz-sheet.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MOST_PARTS 3

typedef struct
{
  DzScoreWords *words;
  DzCodebook *codebook;
  DzScoreSheet *sheet;
  GPtrArray *told;
  GString *around; /* the lines around the table */
  int columns[DZ_N_SCORE_COLUMNS];
  int parts[MOST_PARTS];
  int second; /* a second column of standards; -1: none */
  guint n_parts;
  gboolean says_shows;
} Reading;

static void
forget_columns (Reading *self)
{
  for (guint i = 0; i < DZ_N_SCORE_COLUMNS; i++)
    self->columns[i] = -1;
  self->second = -1;
  self->n_parts = 0;
}

/* Of several columns that name something the last names the head, those before it what it is part of. */
static void
take_name (Reading *self,
           int      column)
{
  int *name = &self->columns[DZ_SCORE_COLUMN_NAME];

  if (*name >= 0 && self->n_parts < MOST_PARTS)
    self->parts[self->n_parts++] = *name;
  *name = column;
}

/* Whether the row is the head of such a table. */
static gboolean
read_head (Reading          *self,
           const DzSheetRow *row)
{
  Reading found = *self;
  const char *last = "";

  forget_columns (&found);
  for (guint i = 0; i < row->cells->len; i++)
    {
      const char *cell = dz_sheet_row_peek (row, i);
      int column = g_str_equal (cell, last) ? -1 : dz_score_words_find_column (self->words, cell);

      last = cell;
      if (column == DZ_SCORE_COLUMN_BODY)
        return FALSE;
      if (column == DZ_SCORE_COLUMN_NAME)
        take_name (&found, (int) i);
      else if (column == DZ_SCORE_COLUMN_PART && found.n_parts < MOST_PARTS)
        found.parts[found.n_parts++] = (int) i;
      else if (column == DZ_SCORE_COLUMN_STANDARD && found.columns[column] >= 0 && found.second < 0)
        found.second = (int) i;
      else if (column >= 0 && found.columns[column] < 0)
        found.columns[column] = (int) i;
    }
  /* 项目 beside 考核标准 and 扣分标准 and no weights: 项目 is what the standards are parts of */
  if (found.second >= 0 && found.columns[DZ_SCORE_COLUMN_MOST] < 0 && found.columns[DZ_SCORE_COLUMN_NAME] >= 0 && found.n_parts < MOST_PARTS)
    {
      found.parts[found.n_parts++] = found.columns[DZ_SCORE_COLUMN_NAME];
      found.columns[DZ_SCORE_COLUMN_NAME] = -1;
    }
  /* no column of names: the standard names the head */
  if (found.columns[DZ_SCORE_COLUMN_NAME] < 0 && (found.n_parts > 0 || found.columns[DZ_SCORE_COLUMN_MOST] >= 0))
    {
      found.columns[DZ_SCORE_COLUMN_NAME] = found.columns[DZ_SCORE_COLUMN_STANDARD];
      found.columns[DZ_SCORE_COLUMN_STANDARD] = found.second;
      found.second = -1;
    }
  if (found.columns[DZ_SCORE_COLUMN_NAME] < 0 ||
      (found.columns[DZ_SCORE_COLUMN_MOST] < 0 && found.columns[DZ_SCORE_COLUMN_STANDARD] < 0))
    return FALSE;
  *self = found;

  return TRUE;
}

static const char *
peek (const Reading    *self,
      const DzSheetRow *row,
      int               column)
{
  return column >= 0 ? dz_sheet_row_peek (row, (guint) column) : "";
}

static char *
dup_cell (const Reading    *self,
          const DzSheetRow *row,
          int               column)
{
  g_autofree char *words = g_strdup (peek (self, row, column));
  g_auto(GStrv) lines = g_strsplit_set (words, "\r\n", -1);
  GString *joined = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    g_string_append (joined, g_strstrip (lines[i]));

  return g_string_free (joined, FALSE);
}

/* 行政执法 / 队伍建设, without what the name says itself; (nullable) */
static char *
dup_part (const Reading    *self,
          const DzSheetRow *row,
          const char       *name)
{
  g_autoptr(GString) part = g_string_new (NULL);
  g_autofree char *last = NULL;

  for (guint i = 0; i < self->n_parts; i++)
    {
      g_autofree char *words = dup_cell (self, row, self->parts[i]);

      if (dz_score_cell_is_empty (words) || g_strcmp0 (words, last) == 0 || g_str_equal (words, name))
        continue;
      g_string_append_printf (part, "%s%s", part->len > 0 ? "/" : "", words);
      g_free (last);
      last = g_steal_pointer (&words);
    }

  return part->len > 0 ? g_strdup (part->str) : NULL;
}

/* Cuts （20分）, 20分 off the end of the words. Returns: NAN where nothing of the kind stands there. */
static double
cut_points (char *words)
{
  gsize len = strlen (words);
  gsize end = len, start;
  double value;

  while (end > 0 && (g_ascii_isspace (words[end - 1]) || words[end - 1] == ')'))
    end--;
  if (end >= 3 && g_str_has_prefix (words + end - 3, "）"))
    end -= 3;
  if (end < 3 || strncmp (words + end - 3, "分", 3) != 0)
    return NAN;
  end -= 3;
  for (start = end; start > 0 && (g_ascii_isdigit (words[start - 1]) || words[start - 1] == '.'); start--)
    ;
  if (start == end)
    return NAN;
  value = g_ascii_strtod (words + start, NULL);
  if (start >= 3 && g_str_has_prefix (words + start - 3, "（"))
    start -= 3;
  else if (start >= 1 && words[start - 1] == '(')
    start--;
  words[start] = '\0';
  g_strchomp (words);

  return value;
}

static DzHeadKind
find_kind (Reading    *self,
           const char *kind,
           const char *part,
           const char *name,
           char        sign)
{
  const char *const said[] = { kind, part, name };

  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    {
      if (dz_score_words_match (self->words, DZ_SCORE_SAYS_DEDUCTION, said[i]) ||
          (i == 0 && dz_score_words_match (self->words, DZ_SCORE_COLUMN_DEDUCTED, said[i])))
        return DZ_HEAD_DEDUCTION;
      if (dz_score_words_match (self->words, DZ_SCORE_SAYS_BONUS, said[i]))
        return DZ_HEAD_BONUS;
    }

  return sign == '-' ? DZ_HEAD_DEDUCTION : sign == '+' ? DZ_HEAD_BONUS : DZ_HEAD_POINTS;
}

static void
tell (Reading          *self,
      const DzSheetRow *row,
      const char       *what,
      const char       *words)
{
  g_ptr_array_add (self->told, g_strdup_printf (_("Row %u, “%s”: %s"), row->number, words, what));
}

/* The ids of the column that says beside what it is shown, else what the words suggest. */
static void
set_shows (Reading          *self,
           const DzSheetRow *row,
           DzScoreHead      *head)
{
  g_autoptr(GPtrArray) unknown = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *all = g_strjoin (" ", head->group != NULL ? head->group : "", head->name,
                                    head->standard != NULL ? head->standard : "", NULL);

  if (self->columns[DZ_SCORE_COLUMN_SHOWS] >= 0)
    {
      self->says_shows = TRUE;
      head->shows = dz_score_shows_read (self->codebook, peek (self, row, self->columns[DZ_SCORE_COLUMN_SHOWS]), unknown);
      for (guint i = 0; i < unknown->len; i++)
        tell (self, row, _("no indicator, weakness, check or theme of the codebook"), g_ptr_array_index (unknown, i));
    }
  else
    head->shows = dz_score_words_guess (self->words, all);
}

static void
read_row (Reading          *self,
          const DzSheetRow *row)
{
  g_autofree char *name = dup_cell (self, row, self->columns[DZ_SCORE_COLUMN_NAME]);
  g_autofree char *standard = dup_cell (self, row, self->columns[DZ_SCORE_COLUMN_STANDARD]);
  g_autofree char *part = dup_part (self, row, name);
  const char *cell = peek (self, row, self->columns[DZ_SCORE_COLUMN_MOST]);
  DzScoreCell points = dz_score_cell_read (cell);
  gboolean unlimited = dz_score_words_match (self->words, DZ_SCORE_UNLIMITED, cell);
  double at_end = cut_points (name);
  DzScoreHead *head;
  DzHeadKind kind;

  if (part != NULL && !isnan (cut_points (part)) && *part == '\0')
    g_clear_pointer (&part, g_free);
  if (dz_score_cell_is_empty (cell) && isnan (points.value))
    points.value = !isnan (at_end) ? at_end : *standard != '\0' ? cut_points (standard) : NAN;
  kind = find_kind (self, peek (self, row, self->columns[DZ_SCORE_COLUMN_KIND]), part, name, points.sign);
  /* 项目 merged over several 考核标准: the standard is what is judged */
  if (dz_score_sheet_find_named (self->sheet, part, name) != NULL && *standard != '\0')
    {
      g_autofree char *whole = part != NULL ? g_strdup_printf ("%s/%s", part, name) : g_strdup (name);

      g_free (part);
      part = g_steal_pointer (&whole);
      g_free (name);
      name = g_steal_pointer (&standard);
      standard = g_strdup (peek (self, row, self->second));
    }
  if (isnan (points.value) && (kind == DZ_HEAD_POINTS || !(unlimited || dz_score_cell_is_empty (cell))))
    {
      tell (self, row, _("how many points is it worth? Write a number into the column 分值."), name);
      return;
    }
  if (points.value <= 0)
    {
      tell (self, row, _("its weight is not more than 0"), name);
      return;
    }
  if (dz_score_sheet_find_named (self->sheet, part, name) != NULL)
    {
      tell (self, row, _("stands on the sheet twice; the first counts"), name);
      return;
    }
  head = dz_score_sheet_add_head (self->sheet, part, name, kind, unlimited ? NAN : points.value);
  head->standard = !dz_score_cell_is_empty (standard) ? g_strdup (standard) : NULL;
  set_shows (self, row, head);
}

/* The first of several standards under one merged name was read as a head of that name: it too is named by its standard. */
static void
settle_first (DzScoreSheet *sheet)
{
  for (guint i = 0; i < sheet->heads->len; i++)
    {
      DzScoreHead *head = g_ptr_array_index (sheet->heads, i);
      g_autofree char *path = head->group != NULL ? g_strdup_printf ("%s/%s", head->group, head->name) : g_strdup (head->name);
      const DzScoreHead *next = i + 1 < sheet->heads->len ? g_ptr_array_index (sheet->heads, i + 1) : NULL;

      if (next == NULL || g_strcmp0 (next->group, path) != 0 || head->standard == NULL)
        continue;
      g_free (head->group);
      head->group = g_steal_pointer (&path);
      g_free (head->name);
      head->name = g_steal_pointer (&head->standard);
    }
}

/* A weight of .2, all of which make 1, is 20 of 100. */
static void
settle_shares (DzScoreSheet *sheet)
{
  if (fabs (dz_score_sheet_get_full (sheet) - 1) > 1e-6)
    return;
  for (guint i = 0; i < sheet->heads->len; i++)
    {
      DzScoreHead *head = g_ptr_array_index (sheet->heads, i);

      head->most *= 100;
    }
}

static void
read_around (Reading    *self,
             const char *line)
{
  g_string_append_printf (self->around, "%s\n", line);
}

/* 优秀 alone in a cell; 优化服务 is a head. */
static gboolean
is_grade (Reading    *self,
          const char *cell)
{
  for (int i = DZ_SCORE_SAYS_EXCELLENT; i <= DZ_SCORE_SAYS_POOR; i++)
    if (dz_score_words_is (self->words, (DzScoreWord) i, cell))
      return TRUE;

  return FALSE;
}

/* Short words that sum up; 合计执法案件 would be a head. */
static gboolean
is_total (Reading          *self,
          const DzSheetRow *row)
{
  for (guint i = 0; i < row->cells->len; i++)
    {
      const char *cell = dz_sheet_row_peek (row, i);

      if (!dz_score_cell_is_empty (cell))
        return g_utf8_strlen (cell, -1) <= 8 && dz_score_words_match (self->words, DZ_SCORE_TOTAL, cell);
    }

  return FALSE;
}

static char *
dup_line (const DzSheetRow *row)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < row->cells->len; i++)
    if (i == 0 || g_strcmp0 (dz_sheet_row_peek (row, i), dz_sheet_row_peek (row, i - 1)) != 0)
      g_string_append_printf (line, "%s ", dz_sheet_row_peek (row, i));

  return g_string_free (line, FALSE);
}

static void
read_sheet (Reading *self,
            DzSheet *sheet)
{
  gboolean in_table = FALSE;

  dz_sheet_spread_merges (sheet);
  forget_columns (self);
  if (sheet->title != NULL)
    read_around (self, sheet->title);
  for (guint i = 0; i < sheet->rows->len; i++)
    {
      const DzSheetRow *row = g_ptr_array_index (sheet->rows, i);
      g_autofree char *line = dup_line (row);
      const char *name;

      if (read_head (self, row))
        {
          in_table = TRUE;
          continue;
        }
      name = peek (self, row, self->columns[DZ_SCORE_COLUMN_NAME]);
      if (!in_table || dz_score_row_find_first (row) != NULL || is_grade (self, name) || is_grade (self, dz_sheet_row_peek (row, 0)))
        read_around (self, line);
      else if (!is_total (self, row) && !dz_score_cell_is_empty (name))
        read_row (self, row);
    }
}

/* Title, year and limits out of the lines around the tables. */
static void
settle_around (Reading *self,
               int      year)
{
  g_auto(GStrv) lines = g_strsplit (self->around->str, "\n", -1);
  g_autofree char *folded = dz_sheet_cell_key (self->around->str);
  double limits[DZ_N_SCORE_LIMITS];
  DzHeadTime time;

  for (guint i = 0; lines[i] != NULL && self->sheet->title == NULL; i++)
    if (strstr (g_strstrip (lines[i]), "表") != NULL || strstr (lines[i], "细则") != NULL || strstr (lines[i], "标准") != NULL)
      self->sheet->title = g_strdup (lines[i]);
  self->sheet->year = self->sheet->title != NULL ? dz_head_words_read_year (self->sheet->title, &time) : 0;
  if (self->sheet->year == 0)
    self->sheet->year = year;
  self->sheet->drops_extremes = dz_score_words_match (self->words, DZ_SCORE_DROPS, folded);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *one = g_strdup (lines[i]);

      if (!dz_score_words_read_limits (self->words, one, limits))
        continue;
      self->sheet->excellent = limits[0];
      self->sheet->good = limits[1];
      self->sheet->fair = limits[2];
      return;
    }
  /* a table of grades is read line after line */
  if (dz_score_words_read_limits (self->words, folded, limits))
    {
      self->sheet->excellent = limits[0];
      self->sheet->good = limits[1];
      self->sheet->fair = limits[2];
    }
}

static void
tell_whole (Reading *self)
{
  double full = dz_score_sheet_get_full (self->sheet);

  if (full != 100)
    g_ptr_array_add (self->told, g_strdup_printf (_("The weights make %g, not 100."), full));
  if (!dz_score_sheet_has_grades (self->sheet))
    g_ptr_array_add (self->told, g_strdup (_("The sheet does not say from how many points on a grade is given. Write below the"
                                             " table: 优秀：90分以上；良好：80—89分；一般：60—79分；较差：60分以下")));
}

/**
 * dz_score_sheet_read:
 * @sheets: (element-type DzSheet): of a file; their merges are spread
 * @year: of a sheet whose title tells none; 0: not known
 * @says_shows: (out): a column says beside what each head is shown; else it was guessed
 * @told: (element-type utf8): a sentence for each thing that could not be used, or that a person ought to know
 *
 * Returns: (transfer full) (nullable): the score sheet; %NULL with @error set where no table has heads with points, or nobody
 *   knows the year
 */
DzScoreSheet *
dz_score_sheet_read (DzScoreWords *words,
                     DzCodebook   *codebook,
                     GPtrArray    *sheets,
                     int           year,
                     gboolean     *says_shows,
                     GPtrArray    *told,
                     GError      **error)
{
  g_autoptr(DzScoreSheet) sheet = dz_score_sheet_new (0);
  g_autoptr(GString) around = g_string_new (NULL);
  Reading self = { words, codebook, sheet, told, around };

  for (guint i = 0; i < sheets->len; i++)
    read_sheet (&self, g_ptr_array_index (sheets, i));
  *says_shows = self.says_shows;
  settle_first (sheet);
  settle_shares (sheet);
  settle_around (&self, year);
  if (!(dz_score_sheet_get_full (sheet) > 0))
    {
      dz_set_error (error, DZ_ERROR_NO_DATA,
                    _("No table of the file has heads with points. Name the columns: 评议内容, 分值, and 评分标准."));
      return NULL;
    }
  if (sheet->year == 0)
    {
      dz_set_error (error, DZ_ERROR_NO_DATA,
                    _("The sheet does not say of which year it is. Write it above the table: 2024年度述法评议评分表."));
      return NULL;
    }
  tell_whole (&self);

  return g_steal_pointer (&sheet);
}
