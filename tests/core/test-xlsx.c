/* test-xlsx.c - the workbook: sheets, links to sources, native charts; the same as CSV
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-export.h"
#include "dz-made-review.h"
#include "dz-pages-check.h"

#include "dz-figure-table.h"

#include <glib/gstdio.h>
#include <math.h>

#define YEAR 2024

static char *
export_table (const char *name)
{
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();
  g_autoptr(DzReview) review = dz_made_review (codebook, 12, 11);
  g_autoptr(DzBriefingOptions) options = dz_briefing_options_new (review, YEAR);
  g_autoptr(DzBriefing) briefing = dz_briefing_new (review, codebook, options);
  g_autofree char *folder = g_dir_make_tmp ("duizhao-test-XXXXXX", NULL);
  char *path = g_build_filename (folder, name, NULL);
  g_autoptr(GError) error = NULL;

  if (g_str_has_suffix (name, ".csv"))
    dz_export_csv (briefing, DZ_TABLE_FIGURES, path, &error);
  else
    dz_export_xlsx (briefing, path, NULL, &error);
  g_assert_no_error (error);

  return path;
}

static void
remove_file (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_unlink (path);
  g_rmdir (folder);
}

/* A member's bytes; NULL where unzip is not installed. */
static char *
unzip (const char *path,
       const char *member)
{
  g_autofree char *program = g_find_program_in_path ("unzip");
  const char *arguments[] = { program, member != NULL ? "-p" : "-tqq", path, member, NULL };
  g_autofree char *quoted = member != NULL && member[0] == '[' ? g_strconcat ("\\", member, NULL) : NULL;
  char *out = NULL;
  int status;

  if (program == NULL)
    return NULL;
  if (quoted != NULL)
    arguments[3] = quoted;
  g_assert_true (g_spawn_sync (NULL, (char **) arguments, NULL, 0, NULL, NULL, &out, NULL, &status, NULL));
  g_assert_cmpint (status, ==, 0);

  return out;
}

static guint
count (const char *text,
       const char *what)
{
  guint n = 0;

  for (const char *at = text; (at = strstr (at, what)) != NULL; at += strlen (what))
    n++;

  return n;
}

static guint
count_figures (void)
{
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();
  g_autoptr(DzReview) review = dz_made_review (codebook, 12, 11);
  guint n = 0;

  for (guint i = 0; i < review->reports->len; i++)
    {
      DzReport *report = g_ptr_array_index (review->reports, i);

      n += report->identity.year == YEAR ? report->figures->len : 0;
    }

  return n;
}

static void
test_workbook (void)
{
  static const char *const sheets[] = { "要求内容", "指标", "问题", "统计", "核查", "两年对比", "上年问题去向", "问题排行", "图表", "出处" };
  g_autofree char *path = export_table ("out.xlsx");
  g_autofree char *workbook = unzip (path, "xl/workbook.xml");
  g_autofree char *figures = unzip (path, "xl/worksheets/sheet2.xml");
  g_autofree char *chart = unzip (path, "xl/charts/chart1.xml");

  if (workbook == NULL)
    {
      g_test_skip ("unzip is not installed");
      remove_file (path);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    g_assert_nonnull (strstr (workbook, sheets[i]));
  g_assert_nonnull (strstr (figures, "state=\"frozen\""));
  g_assert_nonnull (strstr (chart, "<c:barChart>"));
  /* a unit has its own line, and every chart begins a page: no other may cut it */
  {
    g_autofree char *strings = unzip (path, "xl/sharedStrings.xml");
    g_autofree char *charts = unzip (path, "xl/worksheets/sheet9.xml");
    g_autofree char *drawing = unzip (path, "xl/drawings/drawing2.xml");

    g_assert_nonnull (strstr (strings, "调处（化解）矛盾纠纷数\n（件）"));
    g_assert_null (strstr (charts, "fitToPage"));
    g_assert_cmpuint (count (drawing, "<xdr:graphicFrame "), >, 1);
    g_assert_cmpuint (count (charts, "<brk "), ==, count (drawing, "<xdr:graphicFrame ") - 1);
  }
  /* each figure links to its row of the sources, and the sources have a row each */
  g_assert_cmpuint (count (figures, "<hyperlink "), ==, count_figures ());
  {
    g_autofree char *sources = unzip (path, "xl/worksheets/sheet10.xml");

    g_assert_cmpuint (count (sources, "<row "), ==, count_figures () + 1);
  }
  remove_file (path);
}

/* Names of many bodies in one cell: the row says how high it is, and nothing lies over the next. */
static void
test_row_heights (void)
{
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();
  g_autoptr(DzReview) review = dz_made_review (codebook, 150, 150);
  g_autoptr(DzBriefingOptions) options = dz_briefing_options_new (review, YEAR);
  g_autoptr(DzBriefing) briefing = dz_briefing_new (review, codebook, options);
  g_autofree char *folder = g_dir_make_tmp ("duizhao-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "out.xlsx", NULL);
  g_autofree char *ranking = NULL;
  g_autofree char *charts = NULL;
  g_autoptr(GError) error = NULL;

  dz_export_xlsx (briefing, path, NULL, &error);
  g_assert_no_error (error);
  ranking = unzip (path, "xl/worksheets/sheet8.xml"); /* 问题排行 */
  charts = unzip (path, "xl/worksheets/sheet9.xml");
  if (ranking != NULL)
    {
      g_assert_cmpuint (count (ranking, "customHeight=\"1\""), >, 3);
      /* a column has room for seven characters: 受理信访件数 has six, 调处（化解）矛盾纠纷数 has eleven */
      g_assert_cmpuint (count (charts, "ht=\"30\" customHeight=\"1\""), >=, 1);
    }
  else
    g_test_skip ("unzip is not installed");
  remove_file (path);
}

static void
test_csv (void)
{
  g_autofree char *path = export_table ("out.csv");
  g_autofree char *csv = NULL;
  g_auto(GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (path, &csv, NULL, NULL));
  g_assert_true (g_str_has_prefix (csv, "\357\273\277序号,单位,类型,"));
  lines = g_strsplit (csv, "\r\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 14); /* head, 12 bodies, the end */
  g_assert_nonnull (strstr (lines[12], "无报告")); /* a body that sent none, */
  g_assert_null (strstr (lines[12], "未报"));
  g_assert_nonnull (strstr (csv, "未报")); /* and reports that do not say it */
  remove_file (path);
}

/* No id of the codebook and no word of the program stands in a cell: people read them. */
static void
test_no_raw_words (void)
{
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();
  g_autoptr(DzReview) review = dz_made_review (codebook, 12, 11);
  g_autoptr(DzBriefingOptions) options = dz_briefing_options_new (review, YEAR);
  g_autoptr(DzBriefing) briefing = dz_briefing_new (review, codebook, options);
  g_autofree char *folder = g_dir_make_tmp ("duizhao-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "table.csv", NULL);
  g_autoptr(GRegex) word = g_regex_new ("^(C-)?[A-Za-z][A-Za-z_-]+$", 0, 0, NULL);

  for (int table = DZ_TABLE_REQUIRED; table <= DZ_TABLE_SOURCES; table++)
    {
      g_autofree char *contents = NULL;
      g_auto(GStrv) fields = NULL;

      g_assert_true (dz_export_csv (briefing, (DzTableId) table, path, NULL));
      g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
      fields = g_strsplit_set (contents, ",\"\r\n", -1);
      g_assert_cmpuint (g_strv_length (fields), >, 20);
      for (guint i = 0; fields[i] != NULL; i++)
        {
          if (g_regex_match (word, fields[i], 0, NULL))
            g_test_message ("table %d has the field “%s”", table, fields[i]);
          g_assert_false (g_regex_match (word, fields[i], 0, NULL));
        }
    }
  remove_file (path);
}

static void
test_same_bytes (void)
{
  static const char *const names[] = { "out.xlsx", "out.csv" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *first = export_table (names[i]);
      g_autofree char *second = export_table (names[i]);
      g_autofree char *a = NULL;
      g_autofree char *b = NULL;
      gsize n_a, n_b;

      g_assert_true (g_file_get_contents (first, &a, &n_a, NULL));
      g_assert_true (g_file_get_contents (second, &b, &n_b, NULL));
      g_assert_cmpmem (a, n_a, b, n_b);
      remove_file (first);
      remove_file (second);
    }
}

/* Returns: (transfer full): a table of @briefing as it is written */
static char *
dup_csv (DzBriefing *briefing,
         DzTableId   table)
{
  g_autofree char *folder = g_dir_make_tmp ("duizhao-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "table.csv", NULL);
  char *csv = NULL;

  g_assert_true (dz_export_csv (briefing, table, path, NULL));
  g_assert_true (g_file_get_contents (path, &csv, NULL, NULL));
  remove_file (path);

  return csv;
}

/* What the county counted, beside what the report says. */
static void
test_statistics (void)
{
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();
  g_autoptr(DzReview) review = dz_made_review (codebook, 12, 11);
  g_autoptr(DzBriefingOptions) options = dz_briefing_options_new (review, YEAR);
  g_autoptr(DzBriefing) briefing = NULL;
  g_autofree char *csv = NULL;
  const DzBody *body = g_ptr_array_index (review->bodies, 0);
  DzCountyTable *table = dz_county_table_new ("统计.xlsx", "全年", NULL, NULL);
  DzCountyValue value = { body->id, YEAR, g_intern_static_string ("village_rules"), 7, TRUE, "村规民约审查（个）", "B3" };

  g_array_append_val (table->values, value);
  g_ptr_array_add (review->tables, table);
  briefing = dz_briefing_new (review, codebook, options);
  csv = dup_csv (briefing, DZ_TABLE_STATISTICS);
  g_assert_nonnull (strstr (csv, "对账"));
  g_assert_nonnull (strstr (csv, "不一致,59,7,52,统计.xlsx,全年,B3,村规民约审查（个）"));
}

/* The ledger is a book of its own, whose heads are those its reader knows; names are covered like all else. */
static void
test_ledger (void)
{
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();
  g_autoptr(DzReview) review = dz_made_review (codebook, 12, 11);
  g_autoptr(DzBriefingOptions) options = dz_briefing_options_new (review, YEAR);
  g_autoptr(DzBriefing) briefing = NULL;
  g_autofree char *csv = NULL;
  const DzBody *body = g_ptr_array_index (review->bodies, 0);
  DzLedgerEntry *entry = dz_ledger_entry_new ("持证人员不足3人；", YEAR);

  g_assert_false (dz_briefing_options_find_part (options, "ledger")->possible);
  entry->body_id = body->id;
  entry->deadline = g_strdup ("2025-03-31");
  entry->state = DZ_LEDGER_UNDER_WAY;
  g_ptr_array_add (review->ledger, entry);
  g_clear_pointer (&options, dz_briefing_options_free);
  options = dz_briefing_options_new (review, YEAR);
  g_assert_true (dz_briefing_options_take_template (options, "ledger"));
  briefing = dz_briefing_new (review, codebook, options);
  g_assert_cmpuint (dz_briefing_get_n_pages (briefing), >=, 1);
  g_assert_nonnull (strstr (dz_document_get_title (dz_briefing_get_document (briefing)), "整改台账"));
  /* a state nothing is in is not told with a nought */
  g_assert_nonnull (strstr (dz_briefing_get_sentence (briefing, "ledger/count", FALSE), "涉及1个单位。整改中1项。"));
  csv = dup_csv (briefing, DZ_TABLE_LEDGER);
  g_assert_nonnull (strstr (csv, "序号,责任单位,年度,问题,问题类别,整改措施,整改时限,截止日期,整改状态,整改情况,本单位报告"));
  g_assert_nonnull (strstr (csv, "持证人员不足3人；,,,,2025-03-31,整改中,,不能对照"));
}

/* A sheet of nothing says so: of a head alone nobody knows whether something is missing. */
static void
test_nothing_to_list (void)
{
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();
  g_autoptr(DzReview) review = dz_made_review (codebook, 3, 3);
  g_autoptr(DzBriefingOptions) options = dz_briefing_options_new (review, YEAR);
  g_autoptr(DzBriefing) briefing = NULL;
  g_autofree char *folder = g_dir_make_tmp ("duizhao-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "out.xlsx", NULL);
  g_autofree char *checks = NULL;
  g_autofree char *strings = NULL;

  for (guint i = 0; i < review->reports->len; i++)
    g_array_set_size (((DzReport *) g_ptr_array_index (review->reports, i))->checks, 0);
  briefing = dz_briefing_new (review, codebook, options);
  g_assert_true (dz_export_xlsx (briefing, path, NULL, NULL));
  checks = unzip (path, "xl/worksheets/sheet5.xml");
  strings = unzip (path, "xl/sharedStrings.xml");
  remove_file (path);
  if (checks == NULL)
    {
      g_test_skip ("unzip is not installed");
      return;
    }
  g_assert_cmpuint (count (checks, "<row "), ==, 2);
  g_assert_nonnull (strstr (strings, "没有可列的内容。"));
}

/* The sum of all numbers a spreadsheet program finds in a sheet. */
static double
sum_sheet (const char *fods,
           const char *sheet,
           guint      *n)
{
  g_autofree char *head = g_strdup_printf ("<table:table table:name=\"%s\"", sheet);
  const char *start = strstr (fods, head), *end;
  double sum = 0;

  g_assert_nonnull (start);
  end = strstr (start, "</table:table>");
  for (const char *at = start; (at = strstr (at, "office:value=\"")) != NULL && at < end; (*n)++)
    {
      at += strlen ("office:value=\"");
      sum += g_ascii_strtod (at, NULL);
    }

  return sum;
}

/* Values with ≥ ≈ ≤ are numbers to a spreadsheet program: LibreOffice opens the book, and what it adds up is what the
 * figure table holds, with the numbers of the rows. */
static void
test_sums (void)
{
  g_autoptr(DzCodebook) codebook = dz_made_codebook ();
  g_autoptr(DzReview) review = dz_made_review (codebook, 12, 11);
  g_autoptr(DzFigureTable) table = dz_figure_table_new (review, codebook, YEAR, NULL, NULL);
  g_autofree char *office = g_find_program_in_path ("soffice");
  g_autofree char *path = export_table ("out.xlsx");
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *own = g_strdup_printf ("-env:UserInstallation=file://%s/profile", folder);
  const char *arguments[] = { office, "--headless", own, "--convert-to", "fods", "--outdir", folder, path, NULL };
  g_autofree char *fods = NULL;
  g_autofree char *made = g_build_filename (folder, "out.fods", NULL);
  g_autofree char *remove = g_strdup_printf ("rm -rf %s", folder);
  double sum = 12 * 13 / 2;
  guint n = 12, n_inexact = 0, n_found = 0;

  if (office == NULL)
    {
      g_test_skip ("LibreOffice is not installed");
      remove_file (path);
      return;
    }
  g_assert_true (g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL,
                               NULL, NULL, NULL, NULL, NULL, NULL));
  g_assert_true (g_file_get_contents (made, &fods, NULL, NULL));
  for (guint r = 0; r < dz_figure_table_get_n_rows (table); r++)
    for (guint c = 0; c < dz_figure_table_get_n_columns (table); c++)
      {
        const DzFigureCell *cell = dz_figure_row_get_cell (dz_figure_table_get_row (table, r), c);

        if (!dz_figure_cell_is_usable (cell) || !isnan (cell->high))
          continue;
        sum += cell->value;
        n++;
        n_inexact += dz_figure_cell_is_inexact (cell);
      }
  g_assert_cmpuint (n_inexact, >, 0);
  g_assert_cmpfloat_with_epsilon (sum_sheet (fods, "指标", &n_found), sum, 0.001);
  g_assert_cmpuint (n_found, ==, n);
  g_assert_nonnull (strstr (fods, "table:print-ranges="));
  g_assert_true (g_spawn_command_line_sync (remove, NULL, NULL, NULL, NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pages/xlsx/sheets-links-charts", test_workbook);
  g_test_add_func ("/pages/xlsx/row-heights", test_row_heights);
  g_test_add_func ("/pages/csv/bom-rows-and-missing", test_csv);
  g_test_add_func ("/pages/xlsx/no-raw-words", test_no_raw_words);
  g_test_add_func ("/pages/xlsx/statistics", test_statistics);
  g_test_add_func ("/pages/xlsx/ledger", test_ledger);
  g_test_add_func ("/pages/xlsx/nothing-to-list", test_nothing_to_list);
  g_test_add_func ("/pages/xlsx/same-input-same-bytes", test_same_bytes);

  g_test_add_func ("/pages/xlsx/values-with-bounds-are-added", test_sums);

  return g_test_run ();
}
