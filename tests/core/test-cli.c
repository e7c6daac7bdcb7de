/* test-cli.c - the batch program keeps its contract: a line a report, in order, errors named
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char *out;
  char *err;
  int status;
} Result;

static char *folder;

static void
clear_result (Result *result)
{
  g_free (result->out);
  g_free (result->err);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Result, clear_result)

static char *
write_file (const char *name,
            const char *contents)
{
  char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, contents, -1, NULL));

  return path;
}

static Result
run (const char *input,
     const char *first,
     ...)
{
  g_autoptr(GPtrArray) argv = g_ptr_array_new ();
  g_autoptr(GSubprocess) process = NULL;
  Result result = { 0 };
  va_list rest;

  g_ptr_array_add (argv, (gpointer) g_getenv ("DZ_CLI"));
  va_start (rest, first);
  for (const char *word = first; word != NULL; word = va_arg (rest, const char *))
    g_ptr_array_add (argv, (gpointer) word);
  va_end (rest);
  g_ptr_array_add (argv, NULL);
  process = g_subprocess_newv ((const char *const *) argv->pdata,
                               G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                                 G_SUBPROCESS_FLAGS_STDERR_PIPE,
                               NULL);
  g_assert_nonnull (process);
  g_assert_true (g_subprocess_communicate_utf8 (process, input != NULL ? input : "", NULL, &result.out,
                                                &result.err, NULL));
  result.status = g_subprocess_get_exit_status (process);

  return result;
}

static const char report[] = "青禾镇2024年度法治政府建设情况报告\n一、主要做法\n全年调处矛盾纠纷806件。\n";

static guint
count_lines (const char *text)
{
  guint n = 0;

  for (; *text != '\0'; text++)
    n += *text == '\n';

  return n;
}

static void
test_order_errors_status (void)
{
  g_autofree char *one = write_file ("1.txt", report);
  g_autofree char *two = write_file ("2.txt", "");
  g_autofree char *three = write_file ("3.txt", report);
  g_auto(Result) result = run (NULL, "extract", three, two, "/nowhere/4.txt", one, NULL);
  g_auto(GStrv) lines = g_strsplit (result.out, "\n", -1);

  g_assert_cmpint (result.status, ==, 1);
  g_assert_cmpuint (count_lines (result.out), ==, 4);
  g_assert_nonnull (strstr (lines[0], "3.txt"));
  g_assert_nonnull (strstr (lines[1], "\"schema\": \"duizhao-error-1\""));
  g_assert_nonnull (strstr (lines[1], "\"code\": \"empty\""));
  g_assert_nonnull (strstr (lines[2], "\"code\": \"io\""));
  g_assert_nonnull (strstr (lines[3], "1.txt"));
  g_assert_nonnull (strstr (result.err, "2.txt: "));
  g_assert_nonnull (strstr (result.err, "/nowhere/4.txt: "));
}

static void
test_all_well (void)
{
  g_autofree char *one = write_file ("1.txt", report);
  g_auto(Result) result = run (NULL, "extract", "--with-text", one, NULL);

  g_assert_cmpint (result.status, ==, 0);
  g_assert_cmpstr (result.err, ==, "");
  g_assert_nonnull (strstr (result.out, "\"schema\": \"duizhao-report-1\""));
  g_assert_nonnull (strstr (result.out, "\"text\": \"青禾镇2024年度"));
}

static void
test_same_bytes_any_threads (void)
{
  g_autofree char *one = write_file ("1.txt", report);
  g_autofree char *three = write_file ("3.txt", report);
  g_auto(Result) alone = run (NULL, "extract", "--threads=1", one, three, one, three, NULL);
  g_auto(Result) four = run (NULL, "extract", "--threads=4", one, three, one, three, NULL);

  g_assert_cmpstr (alone.out, ==, four.out);
}

/* What is told is in the user's language, what is written the same in every one. */
static void
test_languages (void)
{
  static const char *const locales[] = { "C.UTF-8", "zh_CN.UTF-8" };
  g_autofree char *words = g_build_filename (g_getenv ("DZ_BUILD"), "po", NULL);
  g_autofree char *one = write_file ("1.txt", report);
  g_autofree char *two = write_file ("2.txt", "");
  Result results[2] = { { 0 } };

  g_setenv ("DZ_LOCALEDIR", words, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (locales); i++)
    {
      g_auto(Result) usage = { 0 };

      g_setenv ("LC_ALL", locales[i], TRUE);
      usage = run (NULL, "compare", NULL);
      g_assert_cmpint (usage.status, ==, 2);
      g_assert_nonnull (strstr (usage.err, i == 0 ? "name a review or report files" : "请写明评议簿或报告文件"));
      results[i] = run (NULL, "extract", one, two, NULL);
      g_assert_cmpint (results[i].status, ==, 1);
      g_assert_nonnull (strstr (results[i].err, i == 0 ? "The file is empty" : "文件"));
    }
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  g_unsetenv ("DZ_LOCALEDIR");
  g_assert_cmpstr (results[0].out, ==, results[1].out);
  clear_result (&results[0]);
  clear_result (&results[1]);
}

/* What names a file or a number is told in the user's language too: an error carries both. */
static void
test_languages_with_names (void)
{
  static const char *const locales[] = { "C.UTF-8", "zh_CN.UTF-8" };
  g_autofree char *words = g_build_filename (g_getenv ("DZ_BUILD"), "po", NULL);
  g_autofree char *archive = g_build_filename (g_getenv ("DZ_TESTS"), "data", "read", "archive", "deflate64.zip", NULL);
  g_autofree char *one = write_file ("1.txt", report);
  g_autofree char *nowhere = g_build_filename (folder, "nowhere.txt", NULL);
  g_auto(Result) plain = { 0 }, spoken = { 0 };

  g_setenv ("DZ_LOCALEDIR", words, TRUE);
  g_setenv ("LC_ALL", locales[0], TRUE);
  plain = run (NULL, "extract", one, archive, nowhere, NULL);
  g_setenv ("LC_ALL", locales[1], TRUE);
  spoken = run (NULL, "extract", one, archive, nowhere, NULL);
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  g_unsetenv ("DZ_LOCALEDIR");
  g_assert_nonnull (strstr (plain.err, "is packed in an unusual way"));
  g_assert_nonnull (strstr (spoken.err, "的压缩方式少见"));
  g_assert_null (strstr (spoken.err, "packed in"));
  g_assert_nonnull (strstr (spoken.err, "无法读取"));
  g_assert_nonnull (strstr (spoken.out, "is packed in an unusual way"));
  g_assert_cmpstr (plain.out, ==, spoken.out);
}

/* So is what is wrong with a member of an archive, which is taken apart under a locale of its own. */
static void
test_archive_language (void)
{
  g_autofree char *words = g_build_filename (g_getenv ("DZ_BUILD"), "po", NULL);
  g_autofree char *archive = g_build_filename (g_getenv ("DZ_TESTS"), "data", "read", "archive", "deflate64.zip", NULL);
  g_autofree char *review = g_build_filename (folder, "archive.duizhao", NULL);
  g_auto(Result) result = { 0 };

  g_setenv ("DZ_LOCALEDIR", words, TRUE);
  g_setenv ("LC_ALL", "zh_CN.UTF-8", TRUE);
  result = run (NULL, "import", review, archive, NULL);
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  g_unsetenv ("DZ_LOCALEDIR");
  g_assert_cmpint (result.status, ==, 1);
  g_assert_nonnull (strstr (result.err, "的压缩方式少见"));
}

/* What a package tells is in the user's language too, though its names are read as UTF-8. */
static void
test_package_language (void)
{
  g_autofree char *words = g_build_filename (g_getenv ("DZ_BUILD"), "po", NULL);
  g_autofree char *review = g_build_filename (folder, "language.duizhao", NULL);
  g_autofree char *package = g_build_filename (folder, "language.zip", NULL);
  g_autofree char *one = write_file ("1.txt", report);

  g_setenv ("DZ_LOCALEDIR", words, TRUE);
  g_setenv ("LC_ALL", "zh_CN.UTF-8", TRUE);
  {
    g_auto(Result) import = run (NULL, "import", review, one, NULL);
    g_auto(Result) kept = run (NULL, "package", review, "-o", package, NULL);
    g_auto(Result) there = run (NULL, "package", "--open", folder, package, NULL);
    g_auto(Result) again = run (NULL, "package", one, "-o", package, NULL);

    g_assert_cmpint (import.status, ==, 0);
    g_assert_cmpint (kept.status, ==, 0);
    g_assert_cmpint (there.status, ==, 1);
    g_assert_nonnull (strstr (there.err, "已经存在"));
    g_assert_cmpint (again.status, ==, 1);
    g_assert_null (strstr (again.err, "This file"));
  }
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  g_unsetenv ("DZ_LOCALEDIR");
}

/* A template is called as the window calls it, or by its id: the same bytes. */
static void
test_templates_by_name (void)
{
  static const char *const names[][2] = { { "circular", "通报" }, { "annex", "数据附件" }, { "sheets", "一镇一页" } };
  g_autofree char *one = write_file ("1.txt", report);
  g_autofree char *a = g_build_filename (folder, "a.docx", NULL);
  g_autofree char *b = g_build_filename (folder, "b.docx", NULL);
  g_auto(Result) wrong = run (NULL, "brief", "--template", "公函", one, "-o", a, NULL);

  g_assert_cmpint (wrong.status, ==, 2);
  g_assert_nonnull (strstr (wrong.err, "通报"));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_auto(Result) by_id = run (NULL, "brief", "--template", names[i][0], one, "-o", a, NULL);
      g_auto(Result) by_name = run (NULL, "brief", "--template", names[i][1], one, "-o", b, NULL);
      g_autofree char *first = NULL;
      g_autofree char *second = NULL;
      gsize n_first, n_second;

      g_assert_cmpint (by_id.status, ==, 0);
      g_assert_cmpint (by_name.status, ==, 0);
      g_assert_true (g_file_get_contents (a, &first, &n_first, NULL));
      g_assert_true (g_file_get_contents (b, &second, &n_second, NULL));
      g_assert_cmpmem (first, n_first, second, n_second);
    }
}

static void
test_wrong_usage (void)
{
  g_auto(Result) nothing = run (NULL, "extract", NULL);
  g_auto(Result) option = run (NULL, "extract", "--no-such", "a.txt", NULL);
  g_auto(Result) format = run (NULL, "extract", "--format=doc", "a.txt", NULL);
  g_auto(Result) command = run (NULL, "no-such-command", NULL);
  g_auto(Result) import = run (NULL, "import", NULL);

  g_assert_cmpint (nothing.status, ==, 2);
  g_assert_cmpint (option.status, ==, 2);
  g_assert_cmpint (format.status, ==, 2);
  g_assert_cmpint (command.status, ==, 2);
  g_assert_cmpint (import.status, ==, 2);
  g_assert_nonnull (strstr (command.err, "no-such-command"));
}

/* Of several things that may be wrong the one that is. */
static void
test_compare_says_what_is_wrong (void)
{
  static const struct { const char *option, *told; } cases[] = {
    { "--table=nonsense", "no table called “nonsense”" },
    { "--format=excel", "“excel”: a table is written as" },
    { "--format=xlsx", "-o OUT.xlsx" },
    { "--year=24", "24 is no year" },
  };
  g_autofree char *one = write_file ("wrong.txt", report);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto(Result) result = run (NULL, "compare", cases[i].option, one, NULL);

      g_test_message ("%s: %s", cases[i].option, result.err);
      g_assert_cmpint (result.status, ==, 2);
      g_assert_cmpuint (count_lines (result.err), ==, 1);
      g_assert_nonnull (strstr (result.err, cases[i].told));
    }
}

static void
test_standard_input (void)
{
  g_autofree char *one = write_file ("1.txt", report);
  g_autofree char *list = g_strdup_printf ("%s\n%s\n", one, one);
  g_auto(Result) content = run (report, "extract", "-", NULL);
  g_auto(Result) paths = run (list, "extract", "-", NULL);

  g_assert_cmpint (content.status, ==, 0);
  g_assert_cmpuint (count_lines (content.out), ==, 1);
  g_assert_nonnull (strstr (content.out, "\"path\": \"-\""));
  g_assert_cmpint (paths.status, ==, 0);
  g_assert_cmpuint (count_lines (paths.out), ==, 2);
}

static void
test_tables (void)
{
  g_autofree char *one = write_file ("1.txt", report);
  g_auto(Result) csv = run (NULL, "extract", "--format=csv", one, NULL);
  g_auto(Result) text = run (NULL, "extract", "--format=text", one, NULL);

  g_assert_true (g_str_has_prefix (csv.out, "\xef\xbb\xbf文件,单位"));
  g_assert_nonnull (strstr (text.out, "report 青禾镇, 2024, annual_report"));
}

static void
test_lines_come_back (void)
{
  g_autofree char *one = write_file ("1.txt", report);
  g_autofree char *lines = g_build_filename (folder, "lines.jsonl", NULL);
  g_autofree char *review = g_build_filename (folder, "merged.duizhao", NULL);
  g_auto(Result) extracted = run (NULL, "extract", "--with-text", one, NULL);
  g_auto(Result) first = { 0 };
  g_auto(Result) second = { 0 };

  g_file_set_contents (lines, extracted.out, -1, NULL);
  first = run (NULL, "import", review, lines, NULL);
  g_assert_cmpint (first.status, ==, 0);
  g_assert_nonnull (strstr (first.err, "1 stored"));
  second = run (NULL, "import", review, lines, one, NULL);
  g_assert_nonnull (strstr (second.err, "0 stored, 2 already there"));
}

/* A shard of reports holds lines of those that could not be read: they are counted, and each file is named. */
static void
test_lines_of_errors (void)
{
  g_autofree char *one = write_file ("1.txt", report);
  g_autofree char *two = write_file ("2.txt", "");
  g_autofree char *lines = g_build_filename (folder, "errors.jsonl", NULL);
  g_autofree char *review = g_build_filename (folder, "errors.duizhao", NULL);
  g_auto(Result) extracted = run (NULL, "extract", "--with-text", one, two, NULL);
  g_auto(Result) result = { 0 };

  g_file_set_contents (lines, extracted.out, -1, NULL);
  result = run (NULL, "import", review, lines, NULL);
  g_assert_cmpint (result.status, ==, 1);
  g_assert_nonnull (strstr (result.err, "errors.jsonl:2: "));
  g_assert_nonnull (strstr (result.err, "2.txt: The file is empty"));
  g_assert_nonnull (strstr (result.err, "1 stored, 0 already there, 1 failed"));
}

static void
test_not_a_review (void)
{
  g_autofree char *one = write_file ("1.txt", report);
  g_auto(Result) result = run (NULL, "import", one, one, NULL);

  g_assert_cmpint (result.status, ==, 1);
  g_assert_nonnull (strstr (result.err, "1.txt: This file is not a review."));
}

static void
test_compare_prints_tables (void)
{
  static const char *const tables[] = { "figures", "weaknesses", "checks", "roster", "changes", "overlap", "years" };
  g_autofree char *one = write_file ("1.txt", report);
  g_auto(Result) wrong = run (NULL, "compare", "--table=nothing", one, NULL);

  g_assert_cmpint (wrong.status, ==, 2);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_auto(Result) csv = run (NULL, "compare", "--table", tables[i], one, NULL);
      g_auto(Result) again = run (NULL, "compare", "--table", tables[i], one, NULL);

      g_assert_cmpint (csv.status, ==, 0);
      g_assert_true (g_str_has_prefix (csv.out, "\xef\xbb\xbf"));
      g_assert_cmpstr (csv.out, ==, again.out);
    }
}

/* What stands in one year only is as much a change as what stands in both. */
static void
test_years_tell_all_figures (void)
{
  g_autofree char *last = write_file ("1.txt", "澜桥镇2023年度法治政府建设情况报告\n一、主要做法\n全年举办法治培训6场次。\n");
  g_autofree char *current = write_file ("2.txt", "澜桥镇2024年度法治政府建设情况报告\n一、主要做法\n全年调处矛盾纠纷31件。\n");
  g_auto(Result) result = run (NULL, "compare", "--table=years", "--format=jsonl", last, current, NULL);

  g_assert_cmpint (result.status, ==, 0);
  g_assert_true (g_regex_match_simple ("\"law_training_sessions\".*\"last\": 6, \"this\": null", result.out, 0, 0));
  g_assert_true (g_regex_match_simple ("\"disputes_mediated\".*\"last\": null, \"this\": 31", result.out, 0, 0));
}

/* One report whose year is mistyped does not decide which year is told. */
static void
test_mistyped_year (void)
{
  g_autofree char *one = write_file ("1.txt", report);
  g_autofree char *two = write_file ("2.txt", "澜桥镇2024年度法治政府建设情况报告\n一、主要做法\n全年调处矛盾纠纷31件。\n");
  g_autofree char *wrong = write_file ("3.txt", "白杨镇2034年度法治政府建设情况报告\n一、主要做法\n全年调处矛盾纠纷57件。\n");
  g_auto(Result) result = run (NULL, "compare", "--table=figures", one, two, wrong, NULL);

  g_assert_cmpint (result.status, ==, 0);
  g_assert_nonnull (strstr (result.out, "806"));
  g_assert_null (strstr (result.out, "57"));
}

/* What a person must confirm before it is said can be told from what is certain. */
static void
test_checks_say_how_certain (void)
{
  g_autofree char *one = write_file ("1.txt", report);
  g_auto(Result) result = run (NULL, "compare", "--table=checks", "--format=jsonl", one, NULL);
  g_auto(GStrv) lines = g_strsplit (g_strchomp (result.out), "\n", -1);

  g_assert_cmpint (result.status, ==, 0);
  g_assert_cmpuint (g_strv_length (lines), >, 0);
  for (guint i = 0; lines[i] != NULL; i++)
    g_assert_true (g_regex_match_simple ("\"certainty\": ?\"(certain|likely)\"", lines[i], 0, 0));
}

static void
test_chart_is_the_same_bytes (void)
{
  g_autofree char *one = write_file ("1.txt", report);
  g_autofree char *a = g_build_filename (folder, "a.svg", NULL);
  g_autofree char *b = g_build_filename (folder, "b.svg", NULL);
  g_autofree char *c = g_build_filename (folder, "c.svg", NULL);
  g_autofree char *doc = g_build_filename (folder, "c.doc", NULL);
  g_autofree char *third = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *two = write_file ("2.txt", "澜桥镇2024年度法治政府建设情况报告\n一、主要做法\n"
                                              "全年调处矛盾纠纷31件。\n");
  g_auto(Result) result = run (NULL, "chart", one, "--chart=roster_none", "-o", a, NULL);
  g_auto(Result) right = run (NULL, "chart", one, two, "--chart=mediation", "-o", a, NULL);
  g_auto(Result) again = run (NULL, "chart", one, two, "--chart=mediation", "-o", b, NULL);
  g_auto(Result) list = run (NULL, "chart", "--list", NULL);
  g_auto(Result) grey = run (NULL, "chart", one, two, "--chart=mediation", "--look=grey", "--width=600", "-o", c, NULL);
  g_auto(Result) no_look = run (NULL, "chart", one, two, "--chart=mediation", "--look=pink", "-o", c, NULL);
  g_auto(Result) no_width = run (NULL, "chart", one, two, "--chart=mediation", "--width=9", "-o", c, NULL);
  g_auto(Result) format = run (NULL, "chart", one, two, "--chart=mediation", "-o", doc, NULL);

  g_assert_cmpint (result.status, ==, 1);
  g_assert_nonnull (strstr (result.err, "roster_none"));
  g_assert_cmpint (right.status, ==, 0);
  g_assert_true (g_file_get_contents (a, &first, NULL, NULL));
  g_assert_true (g_file_get_contents (b, &second, NULL, NULL));
  g_assert_cmpstr (first, ==, second);
  g_assert_cmpint (list.status, ==, 0);
  g_assert_nonnull (strstr (list.out, "mediation\t"));
  g_assert_nonnull (strstr (list.out, "disputes_mediated\t"));
  g_assert_cmpint (grey.status, ==, 0);
  g_assert_true (g_file_get_contents (c, &third, NULL, NULL));
  g_assert_nonnull (strstr (third, "width=\"600"));
  g_assert_cmpint (no_look.status, ==, 2);
  g_assert_cmpint (no_width.status, ==, 2);
  g_assert_cmpint (format.status, ==, 1);
  g_assert_false (g_file_test (doc, G_FILE_TEST_EXISTS));
}

/* A kind of chart that stands in the list can be asked for, and draws what it can draw; nobody has to name it elsewhere. */
static void
test_every_kind_is_reached (void)
{
  static const char *const subjects[] = { "mediation", "weaknesses", "change", "enforcement", "profile" };
  g_autofree char *review = g_build_filename (folder, "kinds.duizhao", NULL);
  g_autofree char *out = g_build_filename (folder, "kind.svg", NULL);
  g_auto(Result) made = run (NULL, "sample", review, NULL);
  g_auto(Result) list = run (NULL, "chart", "--list-kinds", NULL);
  g_auto(Result) none = run (NULL, "chart", review, "--chart=mediation", "--as=cake", "-o", out, NULL);
  g_auto(Result) no_years = run (NULL, "chart", review, "--chart=enforcement", "--as=slope", "-o", out, NULL);
  g_auto(GStrv) kinds = g_strsplit (g_strchomp (list.out), "\n", -1);

  g_assert_cmpint (made.status, ==, 0);
  g_assert_cmpint (none.status, ==, 2);
  g_assert_nonnull (strstr (none.err, "cake"));
  /* two indicators of one year are no two years of one */
  g_assert_cmpint (no_years.status, ==, 1);
  g_assert_nonnull (strstr (no_years.err, "不是同一指标"));
  g_assert_cmpuint (g_strv_length (kinds), >=, 9);
  for (guint i = 0; kinds[i] != NULL; i++)
    {
      g_autofree char *id = g_strndup (kinds[i], strcspn (kinds[i], "\t"));
      g_autofree char *as = g_strconcat ("--as=", id, NULL);
      gboolean drawn = FALSE;

      for (guint k = 0; !drawn && k < G_N_ELEMENTS (subjects); k++)
        {
          g_autofree char *chart = g_strconcat ("--chart=", subjects[k], NULL);
          g_auto(Result) result = run (NULL, "chart", review, "--body=万榆镇", chart, as, "-o", out, NULL);

          drawn = result.status == 0;
        }
      if (!drawn)
        g_error ("no subject can be drawn as %s", id);
    }
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  if (g_getenv ("DZ_CLI") == NULL)
    {
      g_printerr ("DZ_CLI names no program\n");
      return 77;
    }
  folder = g_dir_make_tmp ("dz-cli-XXXXXX", NULL);

  g_test_add_func ("/cli/extract/order-errors-status", test_order_errors_status);
  g_test_add_func ("/cli/extract/all-well", test_all_well);
  g_test_add_func ("/cli/extract/same-bytes-any-threads", test_same_bytes_any_threads);
  g_test_add_func ("/cli/languages", test_languages);
  g_test_add_func ("/cli/languages/names", test_languages_with_names);
  g_test_add_func ("/cli/language-of-archives", test_archive_language);
  g_test_add_func ("/cli/package-language", test_package_language);
  g_test_add_func ("/cli/templates-by-name", test_templates_by_name);
  g_test_add_func ("/cli/wrong-usage", test_wrong_usage);
  g_test_add_func ("/cli/extract/standard-input", test_standard_input);
  g_test_add_func ("/cli/extract/tables", test_tables);
  g_test_add_func ("/cli/import/lines-come-back", test_lines_come_back);
  g_test_add_func ("/cli/import/lines-of-errors", test_lines_of_errors);
  g_test_add_func ("/cli/import/not-a-review", test_not_a_review);
  g_test_add_func ("/cli/compare/says-what-is-wrong", test_compare_says_what_is_wrong);
  g_test_add_func ("/cli/compare/prints-tables", test_compare_prints_tables);
  g_test_add_func ("/cli/compare/years-tell-all-figures", test_years_tell_all_figures);
  g_test_add_func ("/cli/compare/mistyped-year", test_mistyped_year);
  g_test_add_func ("/cli/checks-say-how-certain", test_checks_say_how_certain);
  g_test_add_func ("/cli/chart/is-the-same-bytes", test_chart_is_the_same_bytes);
  g_test_add_func ("/cli/chart/every-kind-is-reached", test_every_kind_is_reached);
  status = g_test_run ();
  {
    g_autofree char *command = g_strdup_printf ("rm -rf '%s'", folder);

    g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL);
  }
  g_free (folder);

  return status;
}
