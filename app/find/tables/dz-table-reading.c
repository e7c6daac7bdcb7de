/* dz-table-reading.c - a table of the county understood: columns, bodies, cells
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-table-reading.h"

#include "dz-head-match.h"
#include "dz-sheet.h"
#include "dz-table-grid.h"

#include <math.h>
#include <string.h>

#define MOST_SAMPLES 4

struct _DzTableReading
{
  DzBodyNames *names;
  DzHeadMatcher *matcher;
  GHashTable *said; /* key of a head -> id of an indicator, "" for a column left out */
};

/**
 * dz_table_reading_new:
 * @bodies: (element-type DzBody): the roster
 * @heads: (element-type utf8): what a person said before, as in #DzCounty
 *
 * Returns: (transfer full) (nullable): a reading; %NULL if the codebook's rules are wrong
 */
DzTableReading *
dz_table_reading_new (DzCodebook *codebook,
                      GPtrArray  *bodies,
                      GPtrArray  *heads,
                      GError    **error)
{
  g_autoptr(DzHeadMatcher) matcher = dz_head_matcher_new (codebook, error);
  DzTableReading *self;

  if (matcher == NULL)
    return NULL;
  self = g_new0 (DzTableReading, 1);
  self->matcher = g_steal_pointer (&matcher);
  self->names = dz_body_names_new (bodies);
  self->said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < heads->len; i++)
    {
      g_auto(GStrv) pair = g_strsplit (g_ptr_array_index (heads, i), "\t", 2);

      if (pair[0] != NULL && pair[1] != NULL)
        g_hash_table_replace (self->said, g_strdup (pair[0]), g_strdup (pair[1]));
    }

  return self;
}

void
dz_table_reading_free (DzTableReading *self)
{
  if (self == NULL)
    return;

  dz_body_names_free (self->names);
  dz_head_matcher_free (self->matcher);
  g_hash_table_unref (self->said);
  g_free (self);
}

typedef enum { CELL_BLANK, CELL_NUMBER, CELL_WORDS } CellKind;

/* "1,234", "12件", "98.5%", "1.2万"; 无 and a dash say that nothing is told. */
static CellKind
read_cell (const char *words,
           double     *value)
{
  static const char *const blanks[] = { "", "-", "--", "/", "\\", "无", "不详", "暂缺", "未报", "未统计", "空", "…" };
  g_autofree char *folded = dz_sheet_cell_key (words);
  g_autoptr(GString) digits = g_string_new (NULL);
  const char *at = folded;
  double factor = 1;
  char *end;

  for (guint i = 0; i < G_N_ELEMENTS (blanks); i++)
    if (g_str_equal (folded, blanks[i]))
      return CELL_BLANK;
  for (; g_ascii_isdigit (*at) || *at == '.' || *at == ','; at++)
    if (g_ascii_isdigit (*at) || *at == '.')
      g_string_append_c (digits, *at);
  *value = digits->len > 0 ? g_ascii_strtod (digits->str, &end) : NAN;
  if (digits->len == 0 || *end != '\0')
    return CELL_WORDS;
  if (g_str_has_prefix (at, "万"))
    {
      factor = 1e4;
      at += strlen ("万");
    }
  *value *= factor;

  return *at == '\0' || dz_head_words_is_unit (at) ? CELL_NUMBER : CELL_WORDS;
}

/* Numbers that count nothing. */
static gboolean
is_idle_head (const DzHeadWords *head)
{
  static const char *const words[] = { "序号", "编号", "序", "备注", "说明", "联系人", "联系电话", "电话", "手机", "排名", "名次",
                                       "位次", "排序", "代码", "编码", "邮编", "日期", "时间", "填报人", "审核人", "负责人",
                                       "得分", "分值", "评分", "总分", "等次" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (head->leaf, words[i]) || (g_utf8_strlen (words[i], -1) > 1 && g_str_has_suffix (head->leaf, words[i]) &&
                                               strstr (head->leaf, "负责人") == NULL))
      return TRUE;

  return *head->leaf == '\0';
}

/* Whether a row sums up others, in whatever column it says so. */
static gboolean
is_total (const DzTableGrid *grid,
          guint              row)
{
  return dz_body_names_is_total (dz_table_grid_peek (grid, row, grid->body_column)) ||
         dz_body_names_is_total (dz_table_grid_peek (grid, row, grid->body_column + 1)) ||
         (grid->body_column > 0 && dz_body_names_is_total (dz_table_grid_peek (grid, row, grid->body_column - 1)));
}

static gboolean
has_numbers (const DzTableGrid *grid,
             guint              row)
{
  double unused;

  for (guint column = grid->body_column + 1; column < grid->n_columns; column++)
    if (read_cell (dz_table_grid_peek (grid, row, column), &unused) == CELL_NUMBER)
      return TRUE;

  return FALSE;
}

/* Two rows of a body and no sum of them: whoever made the table has to say which holds. */
static void
tell_repeated (DzTableReading    *self,
               const DzTableGrid *grid,
               GHashTable        *rows,
               DzTablePlan       *plan)
{
  for (guint row = grid->first_row; row < grid->n_rows; row++)
    {
      const char *name = dz_table_grid_peek (grid, row, grid->body_column);
      gint64 id = *name != '\0' ? dz_body_names_find (self->names, name) : 0;
      guint kept = id != 0 ? GPOINTER_TO_UINT (g_hash_table_lookup (rows, &id)) : row;

      if (kept != row && !is_total (grid, kept) && has_numbers (grid, row))
        {
          g_autofree char *place = dz_table_grid_place (grid, row, grid->body_column);

          g_ptr_array_add (plan->again, g_strdup_printf ("%s “%s”", place, name));
        }
    }
}

/* (element-type gint64): by row the body it is of, 0 for none; of several rows of a body that which
 * sums them up, else the first. */
static GArray *
list_rows (DzTableReading    *self,
           const DzTableGrid *grid,
           DzTablePlan       *plan)
{
  GArray *owners = g_array_new (FALSE, TRUE, sizeof (gint64));
  g_autoptr(GHashTable) rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  g_array_set_size (owners, grid->n_rows);
  for (guint row = grid->first_row; row < grid->n_rows; row++)
    {
      const char *name = dz_table_grid_peek (grid, row, grid->body_column);
      gint64 id = *name != '\0' ? dz_body_names_find (self->names, name) : 0;
      guint before = id != 0 ? GPOINTER_TO_UINT (g_hash_table_lookup (rows, &id)) : 0;
      gboolean total = is_total (grid, row);
      double unused;

      if (id != 0 && (total || before == 0))
        {
          g_hash_table_insert (rows, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (row));
          g_array_index (owners, gint64, row) = id;
          if (before != 0)
            g_array_index (owners, gint64, before) = 0;
        }
      else if (id == 0 && total)
        plan->n_totals++;
      /* a note below the table has no numbers */
      else if (id == 0 && *name != '\0' && g_utf8_strlen (name, -1) <= 20 &&
               read_cell (dz_table_grid_peek (grid, row, grid->body_column + 1), &unused) == CELL_NUMBER)
        g_ptr_array_add (plan->strangers, g_strdup (name));
    }
  tell_repeated (self, grid, rows, plan);

  return owners;
}

static void
add_sample (DzPlanColumn *column,
            const char    *words)
{
  g_autofree char *before = column->sample;

  column->sample = column->n_cells == 0 ? g_strdup (words) : column->n_cells < MOST_SAMPLES
                     ? g_strconcat (before, "、", words, NULL) : g_strdup (before);
}

/* Takes up the numbers of a column; @most: (out): the largest. Returns how many cells are words. */
static guint
read_column (const DzTableGrid *grid,
             guint              at,
             GArray            *owners,
             DzTablePlan       *plan,
             DzPlanColumn     *column,
             double            *most)
{
  guint n_words = 0;

  *most = 0;
  for (guint row = grid->first_row; row < grid->n_rows; row++)
    {
      const char *words = dz_table_grid_peek (grid, row, at);
      DzTableCell cell = { g_array_index (owners, gint64, row), plan->columns->len, 0, NULL };
      CellKind kind = cell.body_id != 0 ? read_cell (words, &cell.value) : CELL_BLANK;
      g_autofree char *place = kind != CELL_BLANK ? dz_table_grid_place (grid, row, at) : NULL;

      if (kind == CELL_NUMBER)
        {
          cell.place = g_intern_string (place);
          add_sample (column, words);
          column->n_cells++;
          *most = MAX (*most, cell.value);
          g_array_append_val (plan->cells, cell);
        }
      else if (kind == CELL_WORDS)
        {
          n_words++;
          g_ptr_array_add (plan->unread, g_strdup_printf ("%s “%s”", place, words));
        }
    }

  return n_words;
}

/* What the column is taken for, and whether a person has to say. */
static void
judge (DzTableReading    *self,
       const DzHeadWords *head,
       const char        *title,
       DzPlanColumn     *column)
{
  const char *said = g_hash_table_lookup (self->said, column->key);
  DzHeadMatch match = { 0 };

  if (head->time != DZ_HEAD_YEAR)
    {
      column->ground = DZ_COLUMN_NO_YEAR;
      return;
    }
  if (said != NULL)
    {
      column->indicator = *said != '\0' ? g_intern_string (said) : NULL;
      column->ground = DZ_COLUMN_SAID;
      return;
    }
  match = dz_head_matcher_find (self->matcher, head, title);
  column->total = head->total;
  column->indicator = match.indicator;
  column->ground = match.indicator == NULL ? DZ_COLUMN_UNKNOWN : match.named ? DZ_COLUMN_NAMED : DZ_COLUMN_LIKELY;
  column->asked = !match.sure;
}

/* A spreadsheet keeps 98.5% as 0.985. */
static gboolean
is_share (const DzHeadWords   *head,
          const DzPlanColumn *column,
          double               most)
{
  return most <= 1 && most > 0 && column->n_cells > 0 &&
         (g_str_has_suffix (head->leaf, "率") || g_str_has_suffix (head->leaf, "比例") || g_str_equal (head->unit, "%"));
}

/* Words that say without doubt what is counted: a column under them counts, however many of its cells are words. */
static gboolean
is_known (DzTableReading    *self,
          const DzHeadWords *head,
          const char        *title)
{
  DzHeadMatch match = dz_head_matcher_find (self->matcher, head, title);

  return match.indicator != NULL && match.named && match.sure;
}

static void
add_column (DzTableReading    *self,
            const DzTableGrid *grid,
            guint              at,
            GArray            *owners,
            DzTablePlan       *plan)
{
  g_autoptr(GPtrArray) levels = dz_table_grid_list_heads (grid, at);
  g_autoptr(DzHeadWords) head = dz_head_words_new (levels, grid->unit);
  DzPlanColumn column = { 0 };
  guint n_cells_before = plan->cells->len, n_unread = plan->unread->len;
  guint n_words;
  double most;

  if (levels->len == 0)
    return;
  n_words = read_column (grid, at, owners, plan, &column, &most);
  column.head = g_strdup (head->shown);
  column.key = g_strdup (head->key);
  column.unit = g_strdup (head->unit);
  column.years_back = head->year != 0 ? 0 : head->years_back;
  column.year = head->year != 0 ? head->year : plan->year != 0 ? plan->year - head->years_back : 0;
  if (is_idle_head (head) || column.n_cells == 0 || (column.n_cells <= n_words && !is_known (self, head, plan->title)))
    {
      g_array_set_size (plan->cells, n_cells_before);
      g_ptr_array_set_size (plan->unread, (int) n_unread);
      column.n_cells = 0;
    }
  else
    {
      judge (self, head, plan->title, &column);
      if (column.ground == DZ_COLUMN_NO_YEAR)
        g_ptr_array_set_size (plan->unread, (int) n_unread);
    }
  column.share = is_share (head, &column, most);
  g_array_append_val (plan->columns, column);
}

static guint
get_rank (const DzPlanColumn *column)
{
  if (column->asked)
    return 0;

  return column->ground != DZ_COLUMN_LIKELY ? (guint) column->ground : column->total ? 2 : 1;
}

/* Two columns of one year cannot both be it: that which is named so is, or sums up the others, and those
 * are asked about. */
static void
part_rivals (DzTablePlan *plan)
{
  g_autofree gboolean *rivals = g_new0 (gboolean, plan->columns->len + 1);

  for (guint i = 0; i < plan->columns->len; i++)
    for (guint k = 0; k < plan->columns->len; k++)
      {
        const DzPlanColumn *one = &g_array_index (plan->columns, DzPlanColumn, i);
        const DzPlanColumn *other = &g_array_index (plan->columns, DzPlanColumn, k);

        if (i != k && one->indicator != NULL && one->indicator == other->indicator && one->year == other->year &&
            one->ground != DZ_COLUMN_SAID && get_rank (one) > 0 && get_rank (one) <= get_rank (other))
          rivals[i] = TRUE;
      }
  for (guint i = 0; i < plan->columns->len; i++)
    if (rivals[i])
      g_array_index (plan->columns, DzPlanColumn, i).asked = TRUE;
}

/* The year of the table, unless it tells part of one only. */
static int
find_year (const DzSheet     *sheet,
           const DzTableGrid *grid,
           const char        *file)
{
  const char *places[] = { grid->title, sheet->name, file };
  int year = 0;
  gboolean part = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *words = dz_sheet_cell_key (places[i] != NULL ? places[i] : "");
      DzHeadTime time;
      int one = dz_head_words_read_year (words, &time);

      part = part || time == DZ_HEAD_PART || time == DZ_HEAD_TOTAL;
      if (year == 0)
        year = one;
    }

  return part ? 0 : year;
}

/**
 * dz_table_reading_read:
 * @file: its name
 *
 * Returns: (transfer full) (nullable): the table; %NULL where the sheet names no body of the roster
 */
DzTablePlan *
dz_table_reading_read (DzTableReading *self,
                       const DzSheet  *sheet,
                       const char     *file)
{
  g_autoptr(DzTableGrid) grid = dz_table_grid_new (sheet, self->names);
  g_autoptr(GArray) owners = NULL;
  DzTablePlan *plan;

  if (grid == NULL)
    return NULL;
  plan = dz_table_plan_new (file, sheet->name, grid->title);
  plan->year = find_year (sheet, grid, file);
  owners = list_rows (self, grid, plan);
  for (guint column = 0; column < grid->n_columns; column++)
    if (column != grid->body_column)
      add_column (self, grid, column, owners, plan);
  part_rivals (plan);

  return plan;
}
