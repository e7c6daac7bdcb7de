/* test-personal.c - no name, number or address of a person leaves the office
 *
 * Every output the batch program can write is written for reports in which people are named in
 * twenty ways, and for the counties at hand; all their words are searched for all that was planted,
 * found by C-PRIVACY or not.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-cover.h"
#include "dz-find-read.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

static char *
run (const char *const *arguments)
{
  g_autoptr(GError) error = NULL;
  char *out = NULL;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &out,
                NULL, NULL, &error);
  g_assert_no_error (error);

  return out;
}

/* Without blanks and without the tags of XML, so that a name is found over the end of a line or a run. */
static char *
squeeze (const char *text)
{
  GString *out = g_string_new (NULL);
  gboolean tag = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '<')
        tag = TRUE;
      else if (c == '>' && tag)
        tag = FALSE;
      else if (!tag && !g_unichar_isspace (c) && !g_unichar_iscntrl (c))
        g_string_append_unichar (out, c);
    }

  return g_string_free (out, FALSE);
}

static char *
read_words (const char *path)
{
  const char *pdf[] = { "pdftotext", "-raw", path, "-", NULL };
  const char *package[] = { "unzip", "-p", path, "*.xml", NULL };
  g_autofree char *words = NULL;
  g_autofree char *valid = NULL;

  if (g_str_has_suffix (path, ".pdf"))
    words = run (pdf);
  else if (g_str_has_suffix (path, ".docx") || g_str_has_suffix (path, ".xlsx"))
    words = run (package);
  else
    g_assert_true (g_file_get_contents (path, &words, NULL, NULL));
  valid = g_utf8_make_valid (words, -1);

  return squeeze (valid);
}

static void
write_table (const char *input,
             const char *folder,
             const char *table,
             const char *format)
{
  g_autofree char *path = g_strdup_printf ("%s/%s.%s", folder, table, format);
  const char *arguments[] = { g_getenv ("DZ_CLI"), "compare", "--table", table, "--format", format, "-o", path, input,
                              NULL };

  g_free (run (arguments));
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
write_all (const char *input,
           const char *folder)
{
  static const char *const tables[] = { "figures", "weaknesses", "checks", "roster", "changes", "overlap" };
  static const char *const briefings[] = { "b.pdf", "b.docx", "b.xlsx", "b.csv" };
  static const char *const charts[] = { "c.svg", "c.pdf" };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      write_table (input, folder, tables[i], "csv");
      write_table (input, folder, tables[i], "jsonl");
    }
  for (guint i = 0; i < G_N_ELEMENTS (briefings); i++)
    {
      g_autofree char *path = g_build_filename (folder, briefings[i], NULL);
      const char *arguments[] = { g_getenv ("DZ_CLI"), "brief", "--contents", "all", "--letters", folder, "--include",
                                  "likely", "-o", path, input, NULL };

      g_free (run (arguments));
      g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
    }
  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    {
      g_autofree char *path = g_build_filename (folder, charts[i], NULL);
      const char *arguments[] = { g_getenv ("DZ_CLI"), "chart", "--chart", "heatmap", "-o", path, input, NULL };

      g_free (run (arguments));
    }
}

/* Every file of the folder against every secret, then the folder is removed. */
static void
search (const char *folder,
        GPtrArray  *secrets)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  guint n_files = 0, n_found = 0;
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *words = read_words (path);

      n_files++;
      for (guint i = 0; i < secrets->len; i++)
        {
          g_autofree char *secret = squeeze (g_ptr_array_index (secrets, i));

          if (strstr (words, secret) == NULL)
            continue;
          g_test_message ("%s tells “%s”", name, secret);
          n_found++;
        }
      g_unlink (path);
    }
  g_rmdir (folder);
  g_test_message ("%u files searched for %u secrets", n_files, secrets->len);
  g_assert_cmpuint (n_files, >=, 18);
  g_assert_cmpuint (secrets->len, >, 0);
  g_assert_cmpuint (n_found, ==, 0);
}

static gboolean
has_tools (void)
{
  g_autofree char *pdftotext = g_find_program_in_path ("pdftotext");
  g_autofree char *unzip = g_find_program_in_path ("unzip");

  if (pdftotext == NULL || unzip == NULL)
    g_test_skip ("pdftotext or unzip is not installed");

  return pdftotext != NULL && unzip != NULL;
}

static GPtrArray *
list_planted (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("DZ_TESTS"), "data", "personal", "planted.tsv", NULL);
  g_autofree char *contents = NULL;
  g_auto(GStrv) lines = NULL;
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (lines[i][0] != '#' && strrchr (lines[i], '\t') != NULL)
      g_ptr_array_add (list, g_strdup (strrchr (lines[i], '\t') + 1));

  return list;
}

static void
test_planted (void)
{
  g_autofree char *input = g_build_filename (g_getenv ("DZ_TESTS"), "data", "personal", NULL);
  g_autofree char *folder = g_dir_make_tmp ("duizhao-test-XXXXXX", NULL);
  g_autoptr(GPtrArray) secrets = list_planted ();

  if (!has_tools ())
    return;
  write_all (input, folder);
  search (folder, secrets);
}

/* What C-PRIVACY finds in the reports of a folder. */
static GPtrArray *
list_found (const char *input)
{
  g_autoptr(GDir) dir = g_dir_open (input, 0, NULL);
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (input, name, NULL);
      g_autofree char *text = NULL;
      g_autoptr(DzReport) report = NULL;
      const DzCheck *check;

      if (!g_str_has_suffix (name, ".txt") || !g_file_get_contents (path, &text, NULL, NULL) ||
          !g_utf8_validate (text, -1, NULL))
        continue;
      report = dz_test_read (text);
      check = dz_report_find_check (report, "C-PRIVACY");
      for (guint i = 0; i < check->spans->len; i++)
        g_ptr_array_add (list, dz_text_dup_span (report->text, g_array_index (check->spans, DzSpan, i)));
    }

  return list;
}

static void
test_county (gconstpointer data)
{
  g_autofree char *input = g_build_filename (g_getenv ("DZ_ROOT"), data, NULL);
  g_autoptr(GPtrArray) secrets = list_found (input);

  if (secrets->len == 0)
    {
      g_test_skip ("no such folder, or nobody is named in it");
      return;
    }
  if (has_tools ())
    {
      g_autofree char *folder = g_dir_make_tmp ("duizhao-test-XXXXXX", NULL);

      write_all (input, folder);
      search (folder, secrets);
    }
}

/* What goes onto the clipboard: words of any report of the review, and a selection that cuts a name. */
static void
test_clipboard (void)
{
  static const char text[] = "化解上访户鲁建平反映的问题，电话13907315562。責任明確，魯建平滿意。";
  g_autoptr(DzReview) review = dz_review_new ();
  DzReport *report = dz_test_read (text);
  g_autofree char *words = NULL;
  g_autofree char *part = NULL;
  g_autofree char *table = NULL;
  gsize at = (gsize) (strstr (text, "建平") - text);

  g_ptr_array_add (review->reports, report);
  words = dz_review_cover_words (review, text);
  g_assert_cmpstr (words, ==, "化解上访户鲁＊＊反映的问题，电话139********。責任明確，魯＊＊滿意。");
  part = dz_review_cover_span (review, report, (DzSpan){ at, at + strlen ("建平反映") });
  g_assert_cmpstr (part, ==, "＊＊反映");
  table = dz_review_cover_words (review, "单位\t鲁建平\t3");
  g_assert_cmpstr (table, ==, "单位\t鲁＊＊\t3");
  dz_report_find_check (report, "C-PRIVACY")->state = DZ_STATE_REJECTED;
  g_clear_pointer (&words, g_free);
  words = dz_review_cover_words (review, text);
  g_assert_cmpstr (words, ==, text);
}

/* Spans stay true: a covered text is as long as the text, and everything else stands where it stood. */
static void
test_same_length (void)
{
  g_autoptr(DzReview) review = dz_review_new ();
  g_autoptr(DzReview) covered = NULL;
  DzReport *report = dz_test_read ("受理申请人任明的申请。责任明确，任明满意。");

  g_ptr_array_add (review->reports, report);
  covered = dz_review_cover (review);
  g_assert_cmpstr (dz_text_peek (((DzReport *) g_ptr_array_index (covered->reports, 0))->text, NULL), ==,
                   "受理申请人任＊的申请。责任明确，任＊满意。");
  g_assert_cmpstr (dz_text_peek (report->text, NULL), ==, "受理申请人任明的申请。责任明确，任明满意。");
}

/* Officials, helpers and words that begin like a name are nobody's secret. */
static void
test_nobody (void)
{
  static const char *const texts[] = {
    "镇长田秀英多次调解纠纷，组织网格员王建国、李秀英与村民化解纠纷。",
    "群众高度认可，村民任务明确，当事人金额核实。居民关心的问题已解决。",
    "法律顾问王清源律师为群众解答咨询，调解员陈志强化解纠纷。",
    "统一社会信用代码113601210144852026，索引号：510321196803121234。",
    "学习不搞“大水漫灌”，管林业的重点学森林法，管民政的重点学社会救助办法。",
    "排查三组5户困难群众矛盾纠纷，上访户贾某反映的问题已化解。",
    "由于只发账号没教操作，掌上执法软件无人使用，群众投诉增多。",
    "鉴于当时联系方式不全，信访人多次来访，至于其电话，已补齐。",
    "不该公开的倒贴了满墙，连人家的身份证号都没遮，村民有意见。",
    "村民反映当事人白跑的手机信号问题已经解决。",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(DzReport) report = dz_test_read (texts[i]);
      const DzCheck *check = dz_report_find_check (report, "C-PRIVACY");

      g_test_message ("%s", check->message);
      g_assert_cmpint (check->result, ==, DZ_RESULT_PASS);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/personal/planted-in-twenty-ways-found-in-no-output", test_planted);
  g_test_add_data_func ("/personal/sample-county", "data/samples", test_county);
  g_test_add_data_func ("/personal/made-county", "../shared/corpus/made", test_county);
  g_test_add_func ("/personal/clipboard", test_clipboard);
  g_test_add_func ("/personal/covered-text-keeps-its-length", test_same_length);
  g_test_add_func ("/personal/officials-and-ordinary-words", test_nobody);

  return g_test_run ();
}
