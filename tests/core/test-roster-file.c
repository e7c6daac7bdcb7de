/* test-roster-file.c - rosters as counties keep them
 *
 * roster.xlsx was written by a script for these tests.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-error.h"
#include "dz-roster-file.h"
#include "dz-table-file.h"

#include <string.h>

static const struct
{
  const char *claim;
  const char *file;
  const char *expected; /* name kind households population villages contact due; or the error */
} cases[] = {
  { "plain", "单位,类型,户数,人口,村（社区）数,联系人\n望溪街道,街道,17860,52340,11,\n六渠乡,乡,4127,12806,9,李四\n",
    "望溪街道 街道 17860 52340 11 - 0\n六渠乡 乡 4127 12806 9 李四 0\n" },
  { "semicolons-and-quotes", "\"乡镇\";\"人口\"\r\n\"青禾镇\";\"17,860\"\r\n\"上\"\"河\"\"镇\";5\r\n",
    "青禾镇 镇 0 17860 0 - 0\n上\"河\"镇 镇 0 5 0 - 0\n" },
  { "tabs-title-and-total", "2024年乡镇基本情况表\n\n序号\t单位名称\t总户数\t人口（万人）\n1\t青禾镇人民政府\t约3200户\t1.25\n2\t畲族乡\t／\t\n合计\t合计\t3200\t1.25\n\t合计\t3200\t1.25\n",
    "青禾镇 镇 3200 12500 0 - 0\n畲族乡 民族乡 0 0 0 - 0\n" },
  { "two-lines-of-heads", "单位,基本情况,,\n,户数,人口,村居数\n甲镇,1,2,3\n", "甲镇 镇 1 2 3 - 0\n" },
  { "due", "名称,应报种类,联系电话,联络员\n甲镇,年度报告,1380000,张三\n乙镇,述职报告,,\n丙镇,均可,,\n",
    "甲镇 镇 0 0 0 张三 1\n乙镇 镇 0 0 0 - 2\n丙镇 镇 0 0 0 - 0\n" },
  { "full-width", "单位，人口\n", "unknown-format" },
  { "full-width-digits", "单位,人口\n甲 镇,１２３４５\n", "甲镇 镇 0 12345 0 - 0\n" },
  { "names-alone", "乡镇\n甲镇\n乙乡\n", "甲镇 镇 0 0 0 - 0\n乙乡 乡 0 0 0 - 0\n" },
  { "line-end-in-quotes", "单位,\"村\n(社区)数\",人口\n甲镇,3,5\n乙镇,x,1\n", "Row 4" },
  { "no-number", "单位,人口\n甲镇,很多\n", "Row 2" },
  { "twice", "单位,人口\n甲镇,1\n乙镇,1\n甲镇,2\n", "Row 4" },
  { "no-head", "甲镇,1,2,3\n乙镇,2,3,4\n", "unknown-format" },
  { "statistics", "单位,调解纠纷（件）,普法宣传场次,信访量\n甲镇,12,3,5\n乙镇,8,4,1\n", "no-data" },
  { "statistics-with-population", "单位,人口,调解纠纷,法治讲座,成功率\n甲镇,12000,3,5,98%\n", "no-data" },
  { "roster-with-more-columns", "序号,单位,类型,户数,人口,面积（平方公里）,联系电话,备注\n1,甲镇,镇,5,9,41,138,无\n",
    "甲镇 镇 5 9 0 - 0\n" },
  { "past", "单位,人口,沿革\n甲镇,1,由甲乡2023年更名\n乙镇,1,—\n", "甲镇 镇 0 1 0 - 0 2023年更名：甲乡\n乙镇 镇 0 1 0 - 0 \n" },
  { "past-of-nobody", "单位,人口,沿革\n甲镇,1,2023年更名\n", "Row 2" },
  { "no-rows", "单位,人口\n", "empty" },
  { "old-workbook", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "unknown-format" },
  { "no-zip", "PK\3\4nothing", "broken" },
};

static char *
dump (GBytes *bytes)
{
  g_autoptr(DzSource) source = dz_source_new ("roster");
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) bodies = dz_roster_file_read (bytes, source, &error);
  GString *out = g_string_new (NULL);

  if (bodies == NULL)
    return g_strdup_printf ("%s %s", dz_error_code_name (error->code), error->message);
  for (guint i = 0; i < bodies->len; i++)
    {
      const DzBody *body = bodies->pdata[i];

      g_assert_cmpuint (body->position, ==, i + 1);
      g_string_append_printf (out, "%s %s %u %u %u %s %d%s%s\n", body->name, body->kind,
                              body->households, body->population, body->villages,
                              body->contact != NULL ? body->contact : "-", body->due,
                              body->past != NULL ? " " : "", body->past != NULL ? body->past : "");
    }

  return g_string_free (out, FALSE);
}

static void
test_case (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr(GBytes) bytes = g_bytes_new (cases[i].file, strlen (cases[i].file));
  g_autofree char *result = dump (bytes);

  if (strchr (cases[i].expected, '\n') != NULL)
    g_assert_cmpstr (result, ==, cases[i].expected);
  else if (strstr (result, cases[i].expected) == NULL)
    g_error ("%s: %s", cases[i].claim, result);
}

static void
test_gb18030 (void)
{
  gsize len;
  g_autofree char *encoded = g_convert (cases[0].file, -1, "GB18030", "UTF-8", NULL, &len, NULL);
  g_autoptr(GBytes) bytes = g_bytes_new (encoded, len);
  g_autofree char *result = dump (bytes);

  g_assert_cmpstr (result, ==, cases[0].expected);
}

static void
test_xlsx (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("DZ_TESTS"), "data", "read", "roster",
                                            "roster.xlsx", NULL);
  g_autofree char *contents = NULL;
  gsize len;

  g_assert_true (g_file_get_contents (path, &contents, &len, NULL));
  for (gsize cut = len; cut > 0; cut = cut * 4 / 5)
    {
      g_autoptr(GBytes) bytes = g_bytes_new (contents, cut);
      g_autofree char *result = dump (bytes);

      if (cut == len)
        g_assert_cmpstr (result, ==, "望溪街道 街道 17860 52340 11 王五 0\n"
                                     "青禾镇 镇 3562 0 8 - 1\n");
    }
}

/* Of tests/data/workbooks, made by make.py there. */
static GBytes *
load_workbook (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("DZ_TESTS"), "data", "workbooks", name, NULL);
  char *contents;
  gsize len;

  g_assert_true (g_file_get_contents (path, &contents, &len, NULL));

  return g_bytes_new_take (contents, len);
}

/* .xls and .et, as Excel and WPS wrote them before, through LibreOffice. */
static void
test_old_workbook (void)
{
  static const char *const cells[] = { "单位", "行政复议案件数（件）", "行政应诉案件数（件）" };
  g_autofree char *program = g_find_program_in_path ("soffice");
  g_autofree char *path = g_build_filename (g_getenv ("DZ_TESTS"), "data", "tables", "旧版复议应诉统计.xls", NULL);
  g_autoptr(DzSource) source = dz_source_new (path);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GBytes) cut = NULL;
  g_autoptr(GPtrArray) sheets = NULL;
  const DzSheet *sheet;
  char *contents;
  gsize len;

  if (program == NULL)
    {
      g_test_skip ("LibreOffice is not installed");
      return;
    }
  g_assert_true (g_file_get_contents (path, &contents, &len, NULL));
  bytes = g_bytes_new_take (contents, len);
  sheets = dz_table_file_read (bytes, source, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sheets->len, ==, 1);
  sheet = g_ptr_array_index (sheets, 0);
  g_assert_cmpuint (sheet->rows->len, ==, 5);
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    g_assert_cmpstr (dz_sheet_row_peek (g_ptr_array_index (sheet->rows, 1), i), ==, cells[i]);
  g_assert_cmpstr (dz_sheet_row_peek (g_ptr_array_index (sheet->rows, 2), 0), ==, "青禾镇");
  g_assert_cmpstr (dz_sheet_row_peek (g_ptr_array_index (sheet->rows, 2), 1), ==, "3");
  g_assert_cmpstr (source->format, ==, "xls");

  /* a container with nothing of a workbook in it */
  cut = g_bytes_new_from_bytes (bytes, 0, 512);
  g_assert_null (dz_table_file_read (cut, source, &error));
  g_assert_error (error, DZ_ERROR, DZ_ERROR_UNKNOWN_FORMAT);
}

/* Workbooks that are small and would take gigabytes are refused by name; one of formatted rows is read. */
static void
test_hostile_workbooks (void)
{
  static const struct
  {
    const char *name;
    int code;
  } files[] = {
    { "shared-word.xlsx", DZ_ERROR_TOO_MANY }, { "same-sheet.xlsx", DZ_ERROR_TOO_LARGE },    { "elements.xlsx", DZ_ERROR_TOO_LARGE },
    { "far-cells.xlsx", DZ_ERROR_TOO_MANY },   { "table.ods", DZ_ERROR_UNKNOWN_FORMAT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr(GBytes) bytes = load_workbook (files[i].name);
      g_autoptr(DzSource) source = dz_source_new (files[i].name);
      g_autoptr(GError) error = NULL;

      g_assert_null (dz_table_file_read (bytes, source, &error));
      g_assert_error (error, DZ_ERROR, files[i].code);
    }
}

static void
test_formatted_rows (void)
{
  g_autoptr(GBytes) bytes = load_workbook ("formatted-rows.xlsx");
  g_autofree char *result = dump (bytes);

  g_assert_cmpstr (result, ==, "青禾镇 镇 3562 0 0 - 0\n");
}

/* A word spread over a table fills no more than a bound; what it filled stays. */
static void
test_merged_word (void)
{
  g_autoptr(GBytes) bytes = load_workbook ("merged-word.xlsx");
  g_autoptr(DzSource) source = dz_source_new ("merged-word.xlsx");
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) sheets = dz_table_file_read (bytes, source, &error);
  gsize filled = 0;
  DzSheet *sheet;

  g_assert_no_error (error);
  sheet = g_ptr_array_index (sheets, 0);
  dz_sheet_spread_merges (sheet);
  for (guint row = 0; row < sheet->rows->len; row++)
    for (guint column = 0; column < 200; column++)
      filled += strlen (dz_sheet_row_peek (g_ptr_array_index (sheet->rows, row), column));
  g_assert_cmpuint (filled, <, 64 << 20);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/read/roster-file/", cases[i].claim, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/read/roster-file/gb18030", test_gb18030);
  g_test_add_func ("/read/roster-file/xlsx", test_xlsx);
  g_test_add_func ("/read/roster-file/xls", test_old_workbook);
  g_test_add_func ("/read/roster-file/hostile-workbooks", test_hostile_workbooks);
  g_test_add_func ("/read/roster-file/formatted-rows", test_formatted_rows);
  g_test_add_func ("/read/roster-file/merged-word", test_merged_word);

  return g_test_run ();
}
