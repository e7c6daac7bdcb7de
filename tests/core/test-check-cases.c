/* test-check-cases.c - what the checks say of whole reports, and of reports with one thing changed
 *
 * The reports and the cases stand in tests/data/checks; README.md there tells
 * how. Those whose names begin with aside were written with the others and
 * are never tuned on. The floors are a little under what is reached.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-find-read.h"

typedef struct
{
  guint hit, missed, extra;
} Tally;

static char *
read_data (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("DZ_TESTS"), "data", "checks", name, NULL);
  g_autoptr(GError) error = NULL;
  char *contents = NULL;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);

  return contents;
}

/* \n in a cell is a new line. */
static char *
dup_cell (const char *cell)
{
  g_auto(GStrv) parts = g_strsplit (cell, "\\n", -1);

  return g_strjoinv ("\n", parts);
}

/* @was stands once in the report, and @is takes its place. */
static char *
change (const char *report,
        const char *was,
        const char *is)
{
  g_autofree char *name = g_strconcat (report, ".txt", NULL);
  g_autofree char *text = read_data (name);
  g_autofree char *old = dup_cell (was);
  g_autofree char *new = dup_cell (is);
  g_auto(GStrv) parts = g_strsplit (text, old, -1);

  if (g_strv_length (parts) != 2)
    g_error ("%s does not hold once: %s", report, was);

  return g_strjoinv (new, parts);
}

static gboolean
is_wanted (const char *wanted,
           DzResult    result)
{
  g_auto(GStrv) words = g_strsplit (wanted, "|", -1);

  return g_strv_contains ((const char *const *) words, dz_result_to_string (result));
}

static void
judge_cases (const char *file,
             guint       floor)
{
  g_autofree char *contents = read_data (file);
  g_auto(GStrv) lines = g_strsplit (contents, "\n", -1);
  guint right = 0, all = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto(GStrv) cells = g_strsplit (lines[i], "\t", -1);
      g_autoptr(DzReport) report = NULL;
      g_autofree char *text = NULL;
      const DzCheck *check;

      if (*lines[i] == '\0' || *lines[i] == '#')
        continue;
      g_assert_cmpuint (g_strv_length (cells), ==, 6);
      text = change (cells[2], cells[3], cells[4]);
      report = dz_test_read (text);
      check = dz_report_find_check (report, cells[0]);
      g_assert_nonnull (check);
      all++;
      if (is_wanted (cells[1], check->result))
        right++;
      else
        g_test_message ("%s %s (%s): %s: %s", cells[0], cells[2], cells[5], dz_result_to_string (check->result),
                        check->message);
    }
  g_test_message ("%s: %u of %u right", file, right, all);
  g_assert_cmpuint (right * 100, >=, floor * all);
}

/* Words of the row that begins with @word. */
static GHashTable *
read_row (const char *expected,
          const char *word)
{
  GHashTable *ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto(GStrv) lines = g_strsplit (expected, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto(GStrv) words = g_strsplit (lines[i], " ", -1);

      for (guint k = 1; words[0] != NULL && g_str_equal (words[0], word) && words[k] != NULL; k++)
        g_hash_table_add (ids, g_strdup (words[k]));
    }

  return ids;
}

static void
judge_report (Tally      *tally,
              const char *name)
{
  g_autofree char *text_name = g_strconcat (name, ".txt", NULL);
  g_autofree char *expected_name = g_strconcat (name, ".expected", NULL);
  g_autofree char *text = read_data (text_name);
  g_autofree char *expected = read_data (expected_name);
  g_autoptr(GHashTable) must = read_row (expected, "fail");
  g_autoptr(GHashTable) either = read_row (expected, "either");
  g_autoptr(DzReport) report = dz_test_read (text);

  for (guint i = 0; i < report->checks->len; i++)
    {
      const DzCheck *check = &g_array_index (report->checks, DzCheck, i);
      gboolean fails = check->result == DZ_RESULT_FAIL;
      gboolean wanted = g_hash_table_contains (must, check->id);

      tally->hit += fails && wanted;
      tally->missed += !fails && wanted;
      tally->extra += fails && !wanted && !g_hash_table_contains (either, check->id);
      if (fails != wanted && !g_hash_table_contains (either, check->id))
        g_test_message ("%s: %s %s: %s", name, fails ? "extra" : "missed", check->id, check->message);
    }
}

static void
judge_reports (gboolean aside,
               guint    floor)
{
  g_autofree char *folder = g_build_filename (g_getenv ("DZ_TESTS"), "data", "checks", NULL);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  Tally tally = { 0, 0, 0 };
  const char *file;

  while ((file = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (file, ".expected") && g_str_has_prefix (file, "aside") == aside)
      {
        g_autofree char *name = g_strndup (file, strlen (file) - strlen (".expected"));

        judge_report (&tally, name);
      }
  g_test_message ("%s reports: %u right, %u missed, %u false", aside ? "aside" : "tuned", tally.hit, tally.missed, tally.extra);
  g_assert_cmpuint (tally.hit * 200, >=, floor * (2 * tally.hit + tally.missed + tally.extra));
}

/* The heading of the point a sentence is put into. */
static const struct
{
  const char *report;
  const char *heading;
} hosts[] = {
  { "gd-2023", "（五）坚持精准普法，营造法治氛围。" },
  { "zj-2021", "4.启动“八五”普法。" },
  { "hn-2026", "（四）服务企业。" },
};

static DzReport *
read_with_sentence (const char *report,
                    const char *sentence)
{
  g_autofree char *with = NULL;
  g_autofree char *whole = NULL;
  const char *heading = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (hosts); i++)
    if (g_str_equal (hosts[i].report, report))
      heading = hosts[i].heading;
  g_assert_nonnull (heading);
  with = g_strconcat (heading, sentence, NULL);
  whole = change (report, heading, with);

  return dz_test_read (whole);
}

/* Sentences that accuse nobody, and some that do. */
static void
judge_sentences (const char *file,
                 guint       most)
{
  g_autofree char *contents = read_data (file);
  g_auto(GStrv) lines = g_strsplit (contents, "\n", -1);
  guint wrong = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto(GStrv) cells = g_strsplit (lines[i], "\t", -1);
      g_autoptr(DzReport) report = NULL;
      gboolean accused = FALSE, right = TRUE;

      if (*lines[i] == '\0' || *lines[i] == '#')
        continue;
      report = read_with_sentence (cells[1], cells[2]);
      for (guint k = 0; k < report->checks->len; k++)
        {
          const DzCheck *check = &g_array_index (report->checks, DzCheck, k);

          accused |= check->result == DZ_RESULT_FAIL;
          if (g_str_equal (check->id, cells[0]))
            right = check->result == DZ_RESULT_FAIL;
        }
      if (g_str_equal (cells[0], "none"))
        right = !accused;
      wrong += !right;
      if (!right && !g_str_has_prefix (file, "aside"))
        g_test_message ("%s %s: %s", cells[0], cells[1], cells[2]);
    }
  g_test_message ("%s: %u wrong", file, wrong);
  g_assert_cmpuint (wrong, <=, most);
}

static void
test_sentences (void)
{
  judge_sentences ("sentences.tsv", 3);
}

static void
test_aside_sentences (void)
{
  judge_sentences ("aside-sentences.tsv", 3);
}

static void
test_cases (void)
{
  judge_cases ("cases.tsv", 95);
}

static void
test_aside_cases (void)
{
  judge_cases ("aside-cases.tsv", 91);
}

static void
test_reports (void)
{
  judge_reports (FALSE, 94);
}

static void
test_aside_reports (void)
{
  judge_reports (TRUE, 60);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/find/checks/sentences", test_sentences);
  g_test_add_func ("/find/checks/aside-sentences", test_aside_sentences);
  g_test_add_func ("/find/checks/cases", test_cases);
  g_test_add_func ("/find/checks/cases-aside", test_aside_cases);
  g_test_add_func ("/find/checks/whole-reports", test_reports);
  g_test_add_func ("/find/checks/whole-reports-aside", test_aside_reports);

  return g_test_run ();
}
