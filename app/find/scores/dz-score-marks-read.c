/* dz-score-marks-read.c - what scorers gave, out of the files they filled in
 *
 * Three shapes: a row for each body and head, as the program writes it; heads side by side above a column of bodies; a
 * sheet for each body with heads below each other. Who scored stands in a column, or in a line 评分人：… around the table.
 * An empty cell says nothing. A cell that cannot be meant so is told with its place, and the rest goes on.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-score-reader.h"

#include "dz-body-names.h"
#include "dz-error.h"
#include "dz-sheet.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

typedef struct
{
  DzScoreWords *words;
  const DzScoreSheet *sheet;
  DzBodyNames *names;
  GPtrArray *told;
  GPtrArray *scores;
  GHashTable *seen;    /* "head body scorer" -> DzScore */
  GHashTable *unnamed; /* sheets that tell no scorer */
  const char *file_sheet;
  char *scorer;        /* (nullable): of the lines around the table */
  gint64 body_id;      /* of the lines, 0: none */
  int columns[DZ_N_SCORE_COLUMNS];
  GArray *heads;       /* gint64: of each column, where heads stand side by side; 0: none */
  GPtrArray *keys;     /* utf8: of each head, its name and its part, one after the other */
} Reading;

static void
tell (Reading          *self,
      const DzSheetRow *row,
      const char       *what,
      const char       *words)
{
  g_ptr_array_add (self->told, g_strdup_printf (_("%s, row %u, “%s”: %s"), self->file_sheet, row->number, words, what));
}

/* 评分内容（20分） is 评分内容; blanks and marks do not count. */
static char *
make_key (const char *words)
{
  char *key = dz_sheet_cell_key (words);
  char *bracket = strrchr (key, '(');
  gsize len = strlen (key);

  if (bracket != NULL && bracket != key && g_ascii_isdigit (bracket[1]) && len > 0 && key[len - 1] == ')')
    *bracket = '\0';

  return key;
}

/* @part: (nullable). Returns: (nullable): the head of these words; of one name in two parts none without its part */
static const DzScoreHead *
find_head (Reading    *self,
           const char *part,
           const char *name)
{
  g_autofree char *key = make_key (name);
  g_autofree char *part_key = part != NULL ? make_key (part) : NULL;
  const DzScoreHead *found = NULL;
  guint n = 0;

  for (guint i = 0; *key != '\0' && i < self->sheet->heads->len; i++)
    {
      const DzScoreHead *head = g_ptr_array_index (self->sheet->heads, i);
      const char *own = g_ptr_array_index (self->keys, 2 * i);
      const char *own_part = g_ptr_array_index (self->keys, 2 * i + 1);
      gsize len = strlen (own_part);

      /* 执法/学法 is 学法 of the part 执法 */
      if (!g_str_equal (own, key) && !(g_str_has_prefix (key, own_part) && key[len] == '/' && g_str_equal (key + len + 1, own)))
        continue;
      if (part_key != NULL && g_str_equal (part_key, own_part))
        return head;
      found = head;
      n++;
    }

  return n == 1 ? found : NULL;
}

/* (transfer full) (nullable): a dash is nobody */
static char *
dup_scorer (const char *words)
{
  g_autofree char *name = dz_score_dup_scorer (words);

  return name != NULL && !dz_score_cell_is_empty (name) ? g_steal_pointer (&name) : NULL;
}

/* 评分人：张三, or 评分人 | 张三; 被评单位：青禾镇 likewise. */
static void
read_line (Reading          *self,
           const DzSheetRow *row)
{
  for (guint i = 0; i < row->cells->len; i++)
    {
      g_autofree char *plain = g_strdup (dz_sheet_row_peek (row, i));
      g_autoptr(GString) colons = g_string_new (plain);
      const char *next = i + 1 < row->cells->len ? dz_sheet_row_peek (row, i + 1) : "";
      g_auto(GStrv) parts = NULL;
      int column;

      g_string_replace (colons, "：", ":", 0);
      parts = g_strsplit_set (colons->str, ":", 2);
      column = parts[0] != NULL ? dz_score_words_find_column (self->words, parts[0]) : -1;
      if (parts[0] != NULL && parts[1] != NULL && *g_strstrip (parts[1]) != '\0')
        next = parts[1];
      else if (g_str_equal (next, plain))
        next = "";
      if (column == DZ_SCORE_COLUMN_SCORER && *next != '\0')
        {
          g_free (self->scorer);
          self->scorer = dup_scorer (next);
        }
      else if (column == DZ_SCORE_COLUMN_BODY && *next != '\0')
        self->body_id = dz_body_names_find (self->names, next);
    }
}

/* The heads of the sheet side by side: at least two, or all there are. */
static gboolean
read_wide_head (Reading          *self,
                const DzSheetRow *row)
{
  g_autoptr(GArray) heads = g_array_new (FALSE, TRUE, sizeof (gint64));
  guint n = 0;

  for (guint i = 0; i < row->cells->len; i++)
    {
      const DzScoreHead *head = find_head (self, NULL, dz_sheet_row_peek (row, i));
      gint64 id = head != NULL ? head->id : 0;

      for (guint k = 0; k < heads->len; k++)
        if (g_array_index (heads, gint64, k) == id)
          id = 0;
      g_array_append_val (heads, id);
      n += id != 0;
    }
  if (n < MIN (2, self->sheet->heads->len))
    return FALSE;
  g_clear_pointer (&self->heads, g_array_unref);
  self->heads = g_steal_pointer (&heads);

  return TRUE;
}

static void
forget_columns (int *columns)
{
  for (guint i = 0; i < DZ_N_SCORE_COLUMNS; i++)
    columns[i] = -1;
}

/* The columns by their heads. Returns: whether any of them is one of ours */
static gboolean
read_columns (Reading          *self,
              const DzSheetRow *row,
              int              *columns)
{
  gboolean any = FALSE;
  const char *last = "";

  forget_columns (columns);
  for (guint i = 0; i < row->cells->len; i++)
    {
      const char *cell = dz_sheet_row_peek (row, i);
      int column = g_str_equal (cell, last) ? -1 : dz_score_words_find_column (self->words, cell);

      last = cell;
      if (column < 0)
        continue;
      /* 项目 before 评议内容 is what it is part of */
      if (column == DZ_SCORE_COLUMN_NAME && columns[column] >= 0)
        columns[DZ_SCORE_COLUMN_PART] = columns[column];
      if (columns[column] < 0 || column == DZ_SCORE_COLUMN_NAME)
        columns[column] = (int) i;
      any = TRUE;
    }

  return any;
}

static gboolean
read_head (Reading          *self,
           const DzSheetRow *row)
{
  int columns[DZ_N_SCORE_COLUMNS];
  gboolean any = read_columns (self, row, columns);

  if (read_wide_head (self, row))
    {
      if (any)
        memcpy (self->columns, columns, sizeof columns);
      /* 得分 above a head would be no column of points here */
      self->columns[DZ_SCORE_COLUMN_NAME] = -1;
      return TRUE;
    }
  if (columns[DZ_SCORE_COLUMN_NAME] < 0 && columns[DZ_SCORE_COLUMN_STANDARD] >= 0)
    {
      columns[DZ_SCORE_COLUMN_NAME] = columns[DZ_SCORE_COLUMN_STANDARD];
      columns[DZ_SCORE_COLUMN_STANDARD] = -1;
    }
  if (columns[DZ_SCORE_COLUMN_NAME] < 0 || (columns[DZ_SCORE_COLUMN_GIVEN] < 0 && columns[DZ_SCORE_COLUMN_DEDUCTED] < 0 &&
                                            columns[DZ_SCORE_COLUMN_BONUS] < 0))
    {
      /* 单位 above bodies, where the heads stand a row lower */
      if (columns[DZ_SCORE_COLUMN_BODY] >= 0 && dz_score_row_find_first (row) == NULL)
        memcpy (self->columns, columns, sizeof columns);
      return FALSE;
    }
  memcpy (self->columns, columns, sizeof columns);
  g_clear_pointer (&self->heads, g_array_unref);

  return TRUE;
}

static const char *
peek (const Reading    *self,
      const DzSheetRow *row,
      DzScoreWord       column)
{
  return self->columns[column] >= 0 ? dz_sheet_row_peek (row, (guint) self->columns[column]) : "";
}

/* One number a cell says, without its sign; NAN: it says nothing, and a dash alone is no sign. A cell that says something
 * else is told. */
static double
read_points (Reading          *self,
             const DzSheetRow *row,
             const char       *cell,
             char             *sign)
{
  DzScoreCell points = dz_score_cell_read (cell);

  if (isnan (points.value) && !dz_score_cell_is_empty (cell))
    tell (self, row, _("no number"), cell);
  *sign = isnan (points.value) ? 0 : points.sign;

  return points.value;
}

/* From what was given, taken off or added the points of a head; NAN: nothing, or what cannot be. */
static double
settle_points (Reading           *self,
               const DzSheetRow  *row,
               const DzScoreHead *head)
{
  char sign, other;
  double given = read_points (self, row, peek (self, row, DZ_SCORE_COLUMN_GIVEN), &sign);
  double deducted = read_points (self, row, peek (self, row, DZ_SCORE_COLUMN_DEDUCTED), &other);
  double bonus = read_points (self, row, peek (self, row, DZ_SCORE_COLUMN_BONUS), &other);

  if (bonus > 0 && head->kind != DZ_HEAD_BONUS)
    tell (self, row, _("a bonus on a head that gives none; it was left out"), head->name);
  if (deducted > 0 && head->kind == DZ_HEAD_BONUS)
    tell (self, row, _("a deduction on a head of bonus; it was left out"), head->name);
  if (head->kind == DZ_HEAD_DEDUCTION)
    return !isnan (deducted) ? deducted : given;
  if (head->kind == DZ_HEAD_BONUS)
    return !isnan (bonus) ? bonus : sign == '-' ? -given : given;
  if (sign == '-')
    {
      tell (self, row, _("less than 0 points"), head->name);
      return NAN;
    }
  if (isnan (given))
    return isnan (deducted) ? NAN : head->most - deducted;
  if (!isnan (deducted) && deducted > 0 && fabs (head->most - deducted - given) > 1e-6)
    {
      tell (self, row, _("points and deduction do not make its weight; nothing was taken"), head->name);
      return NAN;
    }

  return given;
}

static void
add_score (Reading           *self,
           const DzSheetRow  *row,
           const DzScoreHead *head,
           gint64             body_id,
           double             points,
           const char        *note)
{
  g_autofree char *scorer = dup_scorer (peek (self, row, DZ_SCORE_COLUMN_SCORER));
  const char *who = scorer != NULL ? scorer : self->scorer;
  g_autofree char *key = NULL;
  const DzScore *first;
  DzScore *score;

  if (isnan (points))
    return;
  if (who == NULL)
    {
      g_hash_table_add (self->unnamed, g_strdup (self->file_sheet));
      return;
    }
  if (points < 0)
    {
      tell (self, row, _("less than 0 points"), head->name);
      return;
    }
  if (!dz_score_head_allows (head, points))
    {
      g_autofree char *what = g_strdup_printf (_("%g points, and it is worth %g"), points, head->most);

      tell (self, row, what, head->name);
      return;
    }
  key = g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s", head->id, body_id, who);
  first = g_hash_table_lookup (self->seen, key);
  if (first != NULL && first->points != points)
    tell (self, row, _("scored twice by one person, and not the same; the first counts"), head->name);
  if (first != NULL)
    return;
  score = dz_score_new (head->id, body_id, who, points, !dz_score_cell_is_empty (note) ? note : NULL);
  g_ptr_array_add (self->scores, score);
  g_hash_table_insert (self->seen, g_steal_pointer (&key), score);
}

/* Whether the cell sums up; of many that are the same only the first is told. */
static gboolean
is_total (Reading    *self,
          const char *cell)
{
  return g_utf8_strlen (cell, -1) <= 8 && dz_score_words_match (self->words, DZ_SCORE_TOTAL, cell);
}

static gint64
find_body (Reading          *self,
           const DzSheetRow *row)
{
  const char *cell = peek (self, row, DZ_SCORE_COLUMN_BODY);
  gint64 id = *cell != '\0' ? dz_body_names_find (self->names, cell) : 0;

  if (self->columns[DZ_SCORE_COLUMN_BODY] < 0)
    return self->body_id;
  if (id == 0 && !dz_score_cell_is_empty (cell) && !dz_body_names_is_total (cell) && !is_total (self, cell))
    tell (self, row, _("not on the roster"), cell);

  return id;
}

/* 9, 9.5分; a date is none. */
static gboolean
is_number (const char *cell)
{
  char *end = NULL;

  g_ascii_strtod (cell, &end);

  return end != cell && (*end == '\0' || g_str_equal (end, "分"));
}

/* A row of points that names no body: told, unless it sums up. */
static void
tell_nobodys (Reading          *self,
              const DzSheetRow *row)
{
  const char *first = NULL;
  gboolean any = FALSE;

  for (guint i = 0; i < row->cells->len; i++)
    {
      const char *cell = dz_sheet_row_peek (row, i);

      if (first == NULL && !dz_score_cell_is_empty (cell))
        first = cell;
      any |= i < self->heads->len && g_array_index (self->heads, gint64, i) != 0 && is_number (cell);
    }
  if (any && !is_total (self, first))
    tell (self, row, _("of which body? Write its name into the column 单位."), first);
}

static void
read_wide_row (Reading          *self,
               const DzSheetRow *row)
{
  const char *line = dz_score_row_find_first (row);
  gint64 body_id;

  /* 评分人：张三 below the table */
  if (line != NULL && g_str_equal (line, peek (self, row, DZ_SCORE_COLUMN_BODY)))
    return;
  body_id = find_body (self, row);
  if (body_id == 0 && dz_score_cell_is_empty (peek (self, row, DZ_SCORE_COLUMN_BODY)))
    tell_nobodys (self, row);
  for (guint i = 0; body_id != 0 && i < self->heads->len; i++)
    {
      gint64 id = g_array_index (self->heads, gint64, i);
      const DzScoreHead *head = id != 0 ? dz_score_sheet_find_head (self->sheet, id) : NULL;
      char sign;

      if (head == NULL)
        continue;
      {
        double points = read_points (self, row, dz_sheet_row_peek (row, i), &sign);

        if (sign == '-' && head->kind != DZ_HEAD_DEDUCTION)
          tell (self, row, _("less than 0 points"), head->name);
        else
          add_score (self, row, head, body_id, points, peek (self, row, DZ_SCORE_COLUMN_NOTE));
      }
    }
}

static void
read_long_row (Reading          *self,
               const DzSheetRow *row)
{
  const char *name = peek (self, row, DZ_SCORE_COLUMN_NAME);
  const char *part = self->columns[DZ_SCORE_COLUMN_PART] >= 0 ? peek (self, row, DZ_SCORE_COLUMN_PART) : NULL;
  const DzScoreHead *head;
  gint64 body_id;
  double points;

  if (dz_score_cell_is_empty (name) || dz_score_row_find_first (row) != NULL || is_total (self, name) ||
      is_total (self, dz_sheet_row_peek (row, 0)))
    return;
  head = find_head (self, part, name);
  /* the standard of a head that was named by it */
  if (head == NULL && self->columns[DZ_SCORE_COLUMN_STANDARD] >= 0)
    head = find_head (self, NULL, peek (self, row, DZ_SCORE_COLUMN_STANDARD));
  if (head == NULL)
    {
      tell (self, row, _("no head of the score sheet"), name);
      return;
    }
  body_id = find_body (self, row);
  points = settle_points (self, row, head);
  if (body_id == 0 && !isnan (points) && self->columns[DZ_SCORE_COLUMN_BODY] < 0)
    tell (self, row, _("of which body? Write 被评单位：… above the table."), name);
  else if (body_id == 0 && !isnan (points) && dz_score_cell_is_empty (peek (self, row, DZ_SCORE_COLUMN_BODY)))
    tell (self, row, _("of which body? Write its name into the column 单位."), name);
  if (body_id != 0)
    add_score (self, row, head, body_id, points, peek (self, row, DZ_SCORE_COLUMN_NOTE));
}

/* Below the table, too, stands who scored. */
static void
read_lines (Reading *self,
            DzSheet *sheet)
{
  self->body_id = sheet->name != NULL ? dz_body_names_find (self->names, sheet->name) : 0;
  g_clear_pointer (&self->scorer, g_free);
  for (guint i = 0; i < sheet->rows->len; i++)
    {
      const DzSheetRow *row = g_ptr_array_index (sheet->rows, i);
      int columns[DZ_N_SCORE_COLUMNS];

      /* 评分人 beside other heads is a column */
      read_columns (self, row, columns);
      if (columns[DZ_SCORE_COLUMN_NAME] < 0 && columns[DZ_SCORE_COLUMN_GIVEN] < 0)
        read_line (self, row);
    }
}

static void
read_sheet (Reading *self,
            DzSheet *sheet,
            guint    number)
{
  g_autofree char *place = sheet->name != NULL && *sheet->name != '\0' ? g_strdup (sheet->name) : g_strdup_printf (_("table %u"), number);
  gboolean in_table = FALSE;

  self->file_sheet = place;
  dz_sheet_spread_merges (sheet);
  forget_columns (self->columns);
  g_clear_pointer (&self->heads, g_array_unref);
  read_lines (self, sheet);
  if (sheet->title != NULL && self->body_id == 0)
    self->body_id = dz_body_names_find (self->names, sheet->title);
  for (guint i = 0; i < sheet->rows->len; i++)
    {
      const DzSheetRow *row = g_ptr_array_index (sheet->rows, i);

      if (read_head (self, row))
        in_table = TRUE;
      else if (in_table && self->heads != NULL)
        read_wide_row (self, row);
      else if (in_table)
        read_long_row (self, row);
    }
  self->file_sheet = NULL;
}

static gboolean
check_result (Reading *self,
              GError **error)
{
  if (self->scores->len > 0)
    return TRUE;
  if (g_hash_table_size (self->unnamed) > 0)
    dz_set_error (error, DZ_ERROR_NO_DATA,
                  _("The file does not say who scored. Write above the table 评分人：and the name, or add a column 评分人."));
  else if (self->told->len > 0)
    dz_set_error (error, DZ_ERROR_NO_DATA, "%s", (const char *) g_ptr_array_index (self->told, 0));
  else
    dz_set_error (error, DZ_ERROR_NO_DATA,
                  _("The file holds no points for the heads of the score sheet. Fill in the table the program writes"
                    " (Export for Scorers), or name the columns: 单位, 评议内容, 得分."));

  return FALSE;
}

/**
 * dz_score_marks_read:
 * @sheet: as it is kept, with the ids of its heads
 * @bodies: (element-type DzBody): the roster
 * @sheets: (element-type DzSheet): of a file; their merges are spread
 * @told: (element-type utf8): a sentence for each thing that could not be used
 *
 * Returns: (transfer full) (nullable) (element-type DzScore): what was given; %NULL with @error set for nothing
 */
GPtrArray *
dz_score_marks_read (DzScoreWords       *words,
                     const DzScoreSheet *sheet,
                     GPtrArray          *bodies,
                     GPtrArray          *sheets,
                     GPtrArray          *told,
                     GError            **error)
{
  g_autoptr(DzBodyNames) names = dz_body_names_new (bodies);
  g_autoptr(GPtrArray) scores = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_score_free);
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) unnamed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  Reading self = { words, sheet, names, told, scores, seen, unnamed, .keys = keys };
  GHashTableIter iter;
  gpointer place;
  gboolean ok;

  for (guint i = 0; i < sheet->heads->len; i++)
    {
      const DzScoreHead *head = g_ptr_array_index (sheet->heads, i);

      g_ptr_array_add (keys, make_key (head->name));
      g_ptr_array_add (keys, make_key (head->group != NULL ? head->group : ""));
    }
  for (guint i = 0; i < sheets->len; i++)
    read_sheet (&self, g_ptr_array_index (sheets, i), i + 1);
  g_clear_pointer (&self.scorer, g_free);
  g_clear_pointer (&self.heads, g_array_unref);
  ok = check_result (&self, error);
  g_hash_table_iter_init (&iter, unnamed);
  while (ok && g_hash_table_iter_next (&iter, &place, NULL))
    g_ptr_array_add (told, g_strdup_printf (_("%s: it does not say who scored; its points were left out"), (const char *) place));

  return ok ? g_steal_pointer (&scores) : NULL;
}
