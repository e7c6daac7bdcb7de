/* dz-roster-file.c - the county's list of bodies from a table
 *
 * Columns are found by what their heads mean, in any order: 单位, 类型, 户数,
 * 人口, 村（社区）数, 联系人, 应报种类, 沿革. A title above the head, a second line of
 * heads, totals and blank rows are no bodies. What stands in a column of
 * numbers and is none is an error that names the row: a roster read wrong would
 * spoil every rate computed from it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-roster-file.h"

#include "dz-error.h"
#include "dz-past.h"
#include "dz-sheet.h"
#include "dz-table-file.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MAX_HEAD_ROW 12
#define LONGEST_NAME 4096 /* bytes; a review keeps no longer one */
#define NO_COLUMN G_MAXUINT

typedef enum { NAME, KIND, HOUSEHOLDS, POPULATION, VILLAGES, CONTACT, DUE, PAST, N_HEADS } Head;

/* In this order: 村（社区）数 holds 社区, 联系人 is no count of people. */
static const struct
{
  Head head;
  const char *words[8];
  const char *not_words[6];
} heads[] = {
  { PAST, { "沿革", "曾用名", "原名", "原单位", "区划调整", "更名", "合并情况" }, { NULL } },
  { DUE, { "应报", "应报送", "报告种类", "报送种类", "报告类型", "报送类型" }, { NULL } },
  { CONTACT, { "联系人", "联络员", "联络人", "报送人" }, { "电话", "方式", "号码" } },
  { VILLAGES, { "村数", "社区数", "村社区", "村居", "行政村", "村个数", "村委会" },
    { "名称", "人口", "人数" } },
  { HOUSEHOLDS, { "户数", "总户", "家庭户" }, { NULL } },
  { POPULATION, { "人口", "总人数", "常住人" }, { NULL } },
  { KIND, { "类型", "类别", "单位性质", "性质" }, { NULL } },
  { NAME, { "单位", "乡镇", "镇街", "乡街", "街镇", "名称", "街道" },
    { "电话", "代码", "编码", "数", "负责", "地址" } },
};

typedef struct
{
  guint columns[N_HEADS];
  double factors[N_HEADS]; /* 人口（万人） */
  guint n_found;
} Heads;

/* Without blanks, brackets and signs; full-width digits become plain. */
static char *
fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  GString *folded = g_string_new (NULL);

  for (const char *at = normal != NULL ? normal : ""; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar ch = g_utf8_get_char (at);

      if (!g_unichar_isspace (ch) && strchr ("()[]*", ch < 0x80 ? (int) ch : 'x') == NULL)
        g_string_append_unichar (folded, ch);
    }

  return g_string_free (folded, FALSE);
}

static gboolean
contains_one (const char        *text,
              const char *const *words,
              guint              n)
{
  for (guint i = 0; i < n && words[i] != NULL; i++)
    if (strstr (text, words[i]) != NULL)
      return TRUE;

  return FALSE;
}

/* The first column that means a head is that head; a longer text is a title, not a head. */
static void
find_heads (const DzSheetRow *row,
            Heads            *found)
{
  for (guint column = 0; column < row->cells->len; column++)
    {
      g_autofree char *text = fold (dz_sheet_row_peek (row, column));

      if (*text == '\0' || g_utf8_strlen (text, -1) > 14)
        continue;
      for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
        {
          if (!contains_one (text, heads[i].words, G_N_ELEMENTS (heads[i].words)) ||
              contains_one (text, heads[i].not_words, G_N_ELEMENTS (heads[i].not_words)))
            continue;
          if (found->columns[heads[i].head] == NO_COLUMN)
            {
              found->columns[heads[i].head] = column;
              found->factors[heads[i].head] = strstr (text, "万") != NULL ? 10000 : 1;
              found->n_found++;
            }
          break;
        }
    }
}

static void
clear_heads (Heads *found)
{
  for (guint i = 0; i < N_HEADS; i++)
    {
      found->columns[i] = NO_COLUMN;
      found->factors[i] = 1;
    }
  found->n_found = 0;
}

/* A title over the heads may hold their words. */
static gboolean
names_bodies (const DzSheetRow *row)
{
  Heads found;

  clear_heads (&found);
  find_heads (row, &found);

  return found.columns[NAME] != NO_COLUMN;
}

/* Index of the first row of bodies, or 0 if no row has @enough heads. */
static guint
find_head_row (const DzSheet *grid,
               guint          enough,
               Heads         *found)
{
  for (guint i = 0; i < MIN (grid->rows->len, MAX_HEAD_ROW); i++)
    {
      const DzSheetRow *next = i + 1 < grid->rows->len ? grid->rows->pdata[i + 1] : NULL;

      clear_heads (found);
      find_heads (grid->rows->pdata[i], found);
      if (found->columns[NAME] == NO_COLUMN)
        continue;
      if (next != NULL && *dz_sheet_row_peek (next, found->columns[NAME]) == '\0' &&
          !names_bodies (next))
        {
          guint before = found->n_found;

          find_heads (next, found);
          if (found->n_found > before)
            return i + 2;
        }
      if (found->n_found >= enough)
        return i + 1;
    }

  return 0;
}

static gboolean
is_blank_word (const char *text)
{
  static const char *const words[] = { "", "-", "--", "—", "——", "/", "无", "不详", "暂缺", "未报" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (text, words[i]))
      return TRUE;

  return FALSE;
}

/* "约1.2万人", "17,860", "１２户"; 0 with TRUE where the cell says that it is not known. */
static gboolean
parse_count (const char *cell,
             double      factor,
             guint      *count)
{
  static const char *const units[] = { "", "人", "户", "个", "名", "户籍人", "个村" };
  g_autofree char *folded = fold (cell);
  g_autoptr(GString) digits = g_string_new (NULL);
  const char *at = folded;
  char *end;
  double value;

  *count = 0;
  if (is_blank_word (folded))
    return TRUE;
  if (g_str_has_prefix (at, "约"))
    at += strlen ("约");
  for (; g_ascii_isdigit (*at) || *at == '.' || *at == ','; at++)
    if (*at != ',')
      g_string_append_c (digits, *at);
  if (digits->len == 0)
    return FALSE;
  value = g_ascii_strtod (digits->str, &end);
  if (*end != '\0')
    return FALSE;
  if (g_str_has_prefix (at, "万"))
    {
      factor = 10000;
      at += strlen ("万");
    }
  value = value * factor;
  if (!(value < 1e9))
    return FALSE;
  *count = (guint) floor (value + 0.5);
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_equal (at, units[i]))
      return TRUE;

  return FALSE;
}

static gboolean
set_count (const DzSheetRow *row,
           const Heads      *found,
           Head              head,
           guint            *count,
           GError          **error)
{
  const char *cell;

  if (found->columns[head] == NO_COLUMN)
    return TRUE;
  cell = dz_sheet_row_peek (row, found->columns[head]);
  if (parse_count (cell, found->factors[head], count))
    return TRUE;
  dz_set_error (error, DZ_ERROR_BROKEN,
                _("Row %u of the roster: “%s” is no number. Correct it and import the roster again."),
                row->number, cell);

  return FALSE;
}

/* Reports speak of 青禾镇, rosters sometimes of 青禾镇人民政府. */
static char *
dup_name (const char *cell)
{
  static const char *const tails[] = { "人民政府", "办事处", "党工委", "党委" };
  GString *name = g_string_new (NULL);
  char *result;

  for (const char *at = cell; *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_isspace (g_utf8_get_char (at)))
      g_string_append_unichar (name, g_utf8_get_char (at));
  result = g_string_free (name, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (tails); i++)
    if (g_str_has_suffix (result, tails[i]) && strlen (result) > strlen (tails[i]) + 3)
      result[strlen (result) - strlen (tails[i])] = '\0';

  return result;
}

static gboolean
is_no_body (const char *name)
{
  static const char *const words[] = { "合计", "总计", "小计", "全县", "全市", "全区", "备注", "注：",
                                       "说明", "填表" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (name, words[i]))
      return TRUE;

  return *name == '\0' || strlen (name) > LONGEST_NAME;
}

static DzReportKind
parse_due (const char *cell)
{
  gboolean annual = strstr (cell, "年度") != NULL || strstr (cell, "年报") != NULL ||
                    strstr (cell, "法治政府") != NULL;
  gboolean duty = strstr (cell, "述职") != NULL || strstr (cell, "述法") != NULL;

  return annual == duty ? DZ_KIND_OTHER : annual ? DZ_KIND_ANNUAL_REPORT : DZ_KIND_DUTY_REPORT;
}

/* Without the column nothing is said of it; a blank cell says that there was no other before. */
static gboolean
set_past (const DzSheetRow *row,
          const Heads      *found,
          DzBody           *body,
          GError          **error)
{
  g_autofree char *wrong = NULL;
  g_autoptr(GPtrArray) events = NULL;
  const char *cell;

  if (found->columns[PAST] == NO_COLUMN)
    return TRUE;
  cell = dz_sheet_row_peek (row, found->columns[PAST]);
  events = dz_past_parse (is_blank_word (cell) ? NULL : cell, &wrong);
  body->past = dz_past_to_string (events);
  if (wrong == NULL)
    return TRUE;
  dz_set_error (error, DZ_ERROR_BROKEN,
                _("Row %u of the roster: “%s” names no earlier body. Write it as 2023年更名：王河乡 or "
                  "2021年合并：甲乡、乙乡 and import the roster again."), row->number, wrong);

  return FALSE;
}

static DzBody *
read_body (const DzSheetRow *row,
           const Heads      *found,
           const char       *name,
           GError          **error)
{
  g_autofree char *kind = found->columns[KIND] != NO_COLUMN
                            ? fold (dz_sheet_row_peek (row, found->columns[KIND])) : NULL;
  g_autoptr(DzBody) body = dz_body_new (name, kind != NULL && !is_blank_word (kind) ? kind : NULL);

  if (!set_count (row, found, HOUSEHOLDS, &body->households, error) ||
      !set_count (row, found, POPULATION, &body->population, error) ||
      !set_count (row, found, VILLAGES, &body->villages, error))
    return NULL;
  if (found->columns[CONTACT] != NO_COLUMN)
    {
      const char *contact = dz_sheet_row_peek (row, found->columns[CONTACT]);

      if (*contact != '\0')
        {
          g_free (body->contact);
          body->contact = g_strdup (contact);
        }
    }
  if (!set_past (row, found, body, error))
    return NULL;
  body->due = found->columns[DUE] != NO_COLUMN
                ? parse_due (dz_sheet_row_peek (row, found->columns[DUE])) : DZ_KIND_OTHER;

  return g_steal_pointer (&body);
}

static GPtrArray *
read_bodies (const DzSheet *grid,
             const Heads   *found,
             guint          from,
             GError       **error)
{
  g_autoptr(GPtrArray) bodies = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_body_free);
  g_autoptr(GHashTable) rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = from; i < grid->rows->len; i++)
    {
      const DzSheetRow *row = grid->rows->pdata[i];
      g_autofree char *name = dup_name (dz_sheet_row_peek (row, found->columns[NAME]));
      guint earlier;
      DzBody *body;

      if (is_no_body (name))
        continue;
      earlier = GPOINTER_TO_UINT (g_hash_table_lookup (rows, name));
      if (earlier != 0)
        {
          dz_set_error (error, DZ_ERROR_BROKEN,
                        _("Row %u of the roster names %s again, after row %u. Delete one of them and import the roster again."),
                        row->number, name, earlier);
          return NULL;
        }
      body = read_body (row, found, name, error);
      if (body == NULL)
        return NULL;
      g_hash_table_insert (rows, g_steal_pointer (&name), GUINT_TO_POINTER (row->number));
      g_ptr_array_add (bodies, body);
      body->position = bodies->len;
    }
  if (bodies->len == 0)
    {
      dz_set_error (error, DZ_ERROR_EMPTY,
                    _("The roster has no rows below its head. Fill it in and import it again."));
      return NULL;
    }

  return g_steal_pointer (&bodies);
}

/* A head that means none of a roster's columns, over a column of numbers that are no numbering. */
static gboolean
is_foreign_number (const DzSheet *grid,
                   guint         first,
                   guint         column)
{
  static const char *const numberings[] = { "序", "编号", "代码", "编码", "电话", "手机", "号码", "联系", "邮编", "面积",
                                            "身份证", "年份", "年度", "日期", "时间" };
  g_autofree char *head = fold (dz_sheet_row_peek (grid->rows->pdata[first - 1], column));
  guint n_numbers = 0;
  guint n_filled = 0;

  if (*head == '\0' || g_utf8_strlen (head, -1) > 20 || contains_one (head, numberings, G_N_ELEMENTS (numberings)))
    return FALSE;
  for (guint i = first; i < grid->rows->len; i++)
    {
      g_autofree char *cell = fold (dz_sheet_row_peek (grid->rows->pdata[i], column));
      guint count;

      if (is_blank_word (cell))
        continue;
      n_filled++;
      n_numbers += g_str_has_suffix (cell, "%") || parse_count (cell, 1, &count);
    }

  return n_filled > 0 && n_numbers * 2 > n_filled;
}

/* Numbers of other things than a place has outweigh those of the roster: a table of what bodies did
 * must not become the roster, and its numbers must not vanish without a word. */
static gboolean
is_statistics (const DzSheet  *grid,
               const Heads   *found,
               guint          first)
{
  const DzSheetRow *head = grid->rows->pdata[first - 1];
  guint n_foreign = 0;

  for (guint column = 0; column < head->cells->len; column++)
    {
      gboolean known = FALSE;

      for (guint i = 0; i < N_HEADS; i++)
        known = known || found->columns[i] == column;
      n_foreign += !known && is_foreign_number (grid, first, column);
    }

  return n_foreign > 2 * (found->n_found - 1);
}

/**
 * dz_roster_file_read:
 * @bytes: csv in any encoding, or xlsx
 * @source: format, encoding and losses are filled in
 *
 * Reads the first sheet whose head looks like a roster's. A table of other numbers is refused.
 *
 * Returns: (transfer full) (element-type DzBody): the bodies in the order of the file, with their
 *   positions; %NULL with @error set
 */
GPtrArray *
dz_roster_file_read (GBytes    *bytes,
                     DzSource  *source,
                     GError   **error)
{
  g_autoptr(GPtrArray) grids = NULL;
  gboolean statistics = FALSE;

  g_return_val_if_fail (bytes != NULL && source != NULL, NULL);

  if (g_bytes_get_size (bytes) == 0)
    {
      dz_set_error (error, DZ_ERROR_EMPTY, _("The file is empty. Ask for it again."));
      return NULL;
    }
  grids = dz_table_file_read (bytes, source, error);
  if (grids == NULL)
    return NULL;
  /* A list of names alone is a roster too, if nothing looks more like one. */
  for (guint enough = 2; enough > 0; enough--)
    for (guint i = 0; i < grids->len; i++)
      {
        Heads found;
        guint first = find_head_row (grids->pdata[i], enough, &found);

        if (first > 0 && is_statistics (grids->pdata[i], &found, first))
          statistics = TRUE;
        else if (first > 0)
          return read_bodies (grids->pdata[i], &found, first, error);
      }
  if (statistics)
    {
      dz_set_error (error, DZ_ERROR_NO_DATA,
                    _("This is a table of numbers by body, not a roster. Import it as a table of the county; for a "
                      "roster, leave 单位, 类型, 户数, 人口, 村（社区）数 and take the other numbers out."));
      return NULL;
    }
  dz_set_error (error, DZ_ERROR_UNKNOWN_FORMAT,
                _("No row of the table names its columns. Put 单位, 类型, 户数, 人口, 村（社区）数 above them and import the roster again."));

  return NULL;
}
