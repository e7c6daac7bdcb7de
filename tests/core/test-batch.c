/* test-batch.c - the batch program at its edges: numbers beyond trust, full disks, closed pipes
 *
 * Runs duizhao-cli as a shell would, in a folder of its own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

static const char report[] = "%s2024年度法治政府建设情况报告\n一、主要做法\n全年调处矛盾纠纷%s件，"
                             "调解成功率98%%。\n二、存在问题\n执法人员不足。\n";

static char *folder;

typedef struct
{
  char *out;
  char *err;
  int status; /* 128 and the signal where one ended it, as a shell tells */
} Result;

static void
clear_result (Result *result)
{
  g_free (result->out);
  g_free (result->err);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Result, clear_result)

/* Runs shell words in the folder; $DZ_CLI is the batch program. */
static Result
run (const char *format,
     ...) G_GNUC_PRINTF (1, 2);

static Result
run (const char *format,
     ...)
{
  g_autofree char *script = NULL;
  char *argv[] = { (char *) "sh", (char *) "-c", NULL, NULL };
  g_autoptr(GError) error = NULL;
  Result result = { 0 };
  va_list arguments;
  int wait_status;

  va_start (arguments, format);
  script = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  argv[2] = script;
  g_spawn_sync (folder, argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &result.out, &result.err,
                &wait_status, &error);
  g_assert_no_error (error);
  result.status = WIFEXITED (wait_status) ? WEXITSTATUS (wait_status) : 128 + WTERMSIG (wait_status);

  return result;
}

static void
write_text (const char *name,
            const char *contents)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, contents, -1, NULL));
}

static void
write_report (const char *name,
              const char *body,
              const char *number)
{
  g_autofree char *text = g_strdup_printf (report, body, number);

  write_text (name, text);
}

static char *
repeat (const char *first,
        const char *word,
        guint       n)
{
  GString *string = g_string_new (first);

  for (guint i = 0; i < n; i++)
    g_string_append (string, word);

  return g_string_free (string, FALSE);
}

/* Everything that reckons with figures, on @inputs: none is ended by a signal, none prints what is no
 * number. */
static void
try_all (const char *inputs)
{
  static const char *const commands[] = {
    "compare",
    "compare --format xlsx -o o.xlsx",
    "chart --chart mediation -o o.svg",
    "brief -o o.pdf",
  };

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_auto(Result) result = run ("\"$DZ_CLI\" %s %s", commands[i], inputs);

      g_test_message ("%s: %d %s", commands[i], result.status, result.err);
      g_assert_cmpint (result.status, <=, 1);
      g_assert_null (strstr (result.err, "CRITICAL"));
      g_assert_null (strstr (result.out, "inf"));
      g_assert_null (strstr (result.out, "nan"));
    }
}

/* As the machine reads them, and one that can just be trusted. */
static void
test_numbers_of_reports (void)
{
  g_autofree char *digits = repeat ("", "9", 400);
  g_autofree char *units = repeat ("1", "亿", 60);
  g_autofree char *chinese = repeat ("三", "亿", 60);
  g_autofree char *long_digits = repeat ("", "9", 300);
  g_autofree char *scaled = g_strconcat (long_digits, "亿亿", NULL);
  g_auto(Result) read = { 0 };
  g_auto(GStrv) lines = NULL;

  write_report ("1.txt", "青禾镇", digits);
  write_report ("2.txt", "澜桥镇", units);
  write_report ("3.txt", "白杨镇", chinese);
  write_report ("4.txt", "栖砚镇", scaled);
  write_report ("5.txt", "六渠乡", "9999999999999999");
  write_report ("6.txt", "石竺乡", "900000000000000");
  write_report ("7.txt", "禾泉镇", "31");
  read = run ("\"$DZ_CLI\" extract ?.txt");
  g_assert_cmpint (read.status, ==, 0);
  lines = g_strsplit (read.out, "\n", -1);
  for (guint i = 0; i < 5; i++)
    {
      g_assert_nonnull (strstr (lines[i], "\"set_aside\": \"too-large\""));
      g_assert_null (strstr (lines[i], "\"disputes_mediated\""));
    }
  g_assert_nonnull (strstr (lines[5], "\"value\": 900000000000000"));
  try_all ("?.txt");
}

/* In lines of extract, and in a review made by hand. */
static void
test_numbers_of_files (void)
{
  static const char *const lines[] = { "1e400", "-1e300", "1e15000" };
  static const char *const acts[] = {
    "value = 9e999", "value = -9e999", "high = 9e999", "value = 1e300", "value = 1, high = 1e300",
  };
  g_autofree char *path = g_build_filename (folder, "r.duizhao", NULL);
  sqlite3 *db;

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.txt", i);
      g_autofree char *body = g_strdup_printf ("%s镇", (const char *[]) { "青禾", "澜桥", "白杨" }[i]);
      g_auto(Result) made = { 0 };

      write_report (name, body, "806");
      made = run ("\"$DZ_CLI\" extract --with-text %s | sed 's/\"value\": 806/\"value\": %s/' > l.jsonl && "
                  "\"$DZ_CLI\" import -q r.duizhao l.jsonl", name, lines[i]);
      g_assert_null (strstr (made.err, "CRITICAL"));
      g_assert_cmpint (made.status, <=, 1);
    }
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.txt", i);
      g_autofree char *body = g_strdup_printf ("%s乡", (const char *[]) { "六渠", "石竺", "鹭陂", "禾泉", "槐堤" }[i]);

      write_report (name, body, "806");
    }
  {
    g_auto(Result) made = run ("\"$DZ_CLI\" import -q r.duizhao ?.txt");

    g_assert_cmpint (made.status, ==, 0);
  }
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    {
      g_autofree char *sql = g_strdup_printf ("UPDATE figure SET %s WHERE indicator = 'disputes_mediated' AND id %% 5 = %u",
                                              acts[i], i);

      g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
    }
  sqlite3_close (db);
  try_all ("r.duizhao");
}

/* Whether the folder holds a file whose name begins with "out". */
static gboolean
left_something (void)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, "out"))
      return TRUE;

  return FALSE;
}

/* Loose files are no roster: a body of which last year's report alone was given owes nothing. */
static void
test_letters_of_other_years (void)
{
  const char *last = "澜桥镇2023年度法治政府建设情况报告\n一、主要做法\n全年调处矛盾纠纷31件。\n";
  g_autofree char *path = g_build_filename (folder, "last.txt", NULL);

  write_report ("1.txt", "青禾镇", "806");
  g_assert_true (g_file_set_contents (path, last, -1, NULL));
  {
    g_auto(Result) made = run ("\"$DZ_CLI\" brief --year 2024 --letters out-letters --include likely 1.txt last.txt; "
                               "ls out-letters; rm -r out-letters");

    g_assert_nonnull (strstr (made.out, "青禾镇反馈单.docx"));
    g_assert_null (strstr (made.out, "澜桥镇"));
  }
}

static const char *const printing[] = {
  "--help", "compare --help", "extract --with-text 1.txt", "extract --format=text 1.txt",
  "extract --format=csv 1.txt", "compare 1.txt 2.txt",
};

static void
write_two (void)
{
  write_report ("1.txt", "青禾镇", "806");
  write_report ("2.txt", "澜桥镇", "31");
}

static void
test_full_output (void)
{
  write_two ();
  for (guint i = 0; i < G_N_ELEMENTS (printing); i++)
    {
      g_auto(Result) result = run ("\"$DZ_CLI\" %s > /dev/full", printing[i]);

      g_test_message ("%s: %d %s", printing[i], result.status, result.err);
      g_assert_cmpint (result.status, ==, 1);
      g_assert_nonnull (strstr (result.err, "standard output: "));
    }
}

/* The reader has gone before the first byte. */
static void
test_closed_pipe (void)
{
  write_two ();
  for (guint i = 0; i < G_N_ELEMENTS (printing); i++)
    {
      g_auto(Result) result = run ("{ sleep 0.1; \"$DZ_CLI\" %s; echo $? > status; } | true; cat status", printing[i]);

      g_test_message ("%s: %s %s", printing[i], result.out, result.err);
      g_assert_cmpstr (result.out, ==, "1\n");
    }
  {
    g_auto(Result) result = run ("rm -f p.duizhao; { sleep 0.1; \"$DZ_CLI\" import p.duizhao 1.txt 2.txt; "
                                 "echo $? > status; } | true; cat status; \"$DZ_CLI\" compare p.duizhao");

    /* nobody saw the lines, but the reports are there, all of them */
    g_assert_true (g_str_has_prefix (result.out, "1\n"));
    g_assert_nonnull (strstr (result.out, "青禾镇"));
    g_assert_nonnull (strstr (result.out, "澜桥镇"));
  }
}

/* No file may grow beyond some blocks of 512 bytes, as if the disk were full: nothing half is left, and
 * no name of a file nobody asked for is told. */
static void
test_full_disk (void)
{
  static const struct { guint blocks; const char *words; } writing[] = {
    { 0, "compare -o out.csv 1.txt 2.txt" },
    { 8, "compare --format xlsx -o out.xlsx 1.txt 2.txt" },
    { 400, "compare --format xlsx -o out.xlsx long.txt 2.txt" }, /* its sheets are larger than itself */
    { 0, "chart --chart mediation -o out.svg 1.txt 2.txt" },
    { 8, "chart --chart mediation -o out.pdf 1.txt 2.txt" },
    { 8, "brief -o out.pdf 1.txt 2.txt" },
    { 80, "brief -o out.pdf 1.txt 2.txt" }, /* where cairo is about to end */
    { 8, "brief -o out.docx 1.txt 2.txt" },
    { 0, "brief -o out.csv 1.txt 2.txt" },
  };
  g_autofree char *many = repeat ("1", "件，全年调处矛盾纠纷1", 3000);

  write_two ();
  write_report ("long.txt", "白杨镇", many);
  for (guint i = 0; i < G_N_ELEMENTS (writing); i++)
    {
      g_auto(Result) result = run ("trap '' XFSZ; ulimit -f %u; exec \"$DZ_CLI\" %s", writing[i].blocks,
                                   writing[i].words);

      g_test_message ("%s within %u blocks: %d %s", writing[i].words, writing[i].blocks, result.status,
                      result.err);
      g_assert_cmpint (result.status, ==, 1);
      g_assert_nonnull (strstr (result.err, "“out."));
      g_assert_nonnull (strstr (result.err, "Is the disk full?"));
      g_assert_false (left_something ());
    }
}

/* What stood there before stands there still, and a device is written to, never replaced. */
static void
test_target_is_kept (void)
{
  g_auto(Result) kept = { 0 };
  g_auto(Result) device = { 0 };
  g_auto(Result) there = { 0 };

  write_two ();
  kept = run ("echo before > out.csv; trap '' XFSZ; ulimit -f 0; \"$DZ_CLI\" brief -o out.csv 1.txt 2.txt; "
              "echo $?; cat out.csv; rm out.csv");
  g_assert_cmpstr (kept.out, ==, "1\nbefore\n");
  device = run ("ln -s /dev/full full.csv; \"$DZ_CLI\" brief -o full.csv 1.txt 2.txt; echo $?; test -c full.csv && "
                "echo device");
  g_assert_cmpstr (device.out, ==, "1\ndevice\n");
  there = run ("\"$DZ_CLI\" compare -o nowhere/out.csv 1.txt 2.txt; echo $?");
  g_assert_cmpstr (there.out, ==, "1\n");
  g_assert_nonnull (strstr (there.err, "Choose another folder"));
}

/* A body called like a formula, in every table. */
static void
test_formulas (void)
{
  static const char *const tables[] = { "figures", "roster" };

  write_text ("roster.csv", "单位,类别\n\"=HYPERLINK(1)镇\",镇\n青禾镇,镇\n");
  write_report ("=1+1.txt", "青禾镇", "806");
  {
    g_auto(Result) made = run ("rm -f f.duizhao; \"$DZ_CLI\" import -q --roster roster.csv f.duizhao '=1+1.txt'");

    g_assert_cmpstr (made.err, ==, "");
  }
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_auto(Result) result = run ("\"$DZ_CLI\" compare --table %s f.duizhao", tables[i]);

      g_assert_null (strstr (result.out, "\n="));
      g_assert_null (strstr (result.out, ",="));
    }
  {
    g_auto(Result) roster = run ("\"$DZ_CLI\" compare --table roster f.duizhao");
    g_auto(Result) files = run ("\"$DZ_CLI\" extract --format=csv '=1+1.txt'; rm '=1+1.txt'");

    g_assert_nonnull (strstr (roster.out, "\n\"'=HYPERLINK"));
    g_assert_nonnull (strstr (files.out, "\n\"'=1+1.txt\""));
  }
}

/* A neighbour's name only the roster knows is a finding whichever came first, the roster or the report. */
static void
test_roster_behind_reports (void)
{
  const char *left = "青禾镇2024年度法治政府建设情况报告\n一、主要做法\n认真落实柳沟镇党委各项部署，全年调处矛盾纠纷31件。\n"
                     "二、存在的问题\n执法力量不足。\n三、下一步打算\n招录执法人员两名。\n";

  write_text ("roster.csv", "单位,类别\n青禾镇,镇\n柳沟镇,镇\n");
  write_text ("left.txt", left);
  {
    g_auto(Result) made = run ("\"$DZ_CLI\" import -q later.duizhao left.txt; "
                               "\"$DZ_CLI\" import -q --roster roster.csv at-once.duizhao left.txt");
    g_auto(Result) early = run ("\"$DZ_CLI\" compare --table checks later.duizhao");
    g_auto(Result) roster = run ("\"$DZ_CLI\" import -q --roster roster.csv later.duizhao");
    g_auto(Result) behind = run ("\"$DZ_CLI\" compare --table checks later.duizhao");
    g_auto(Result) both = run ("\"$DZ_CLI\" compare --table checks at-once.duizhao; rm left.txt later.duizhao at-once.duizhao");

    g_assert_cmpstr (made.err, ==, "");
    g_assert_cmpstr (roster.err, ==, "");
    g_assert_null (strstr (early.out, "“柳沟镇”"));
    g_assert_nonnull (strstr (behind.out, "“柳沟镇”"));
    g_assert_cmpstr (behind.out, ==, both.out);
  }
}

/* A county's own additions that no longer pass: what only shows the review goes on and says so, what
 * would read reports without the county's words does not. */
static void
test_refused_additions (void)
{
  static const char *const shows[] = { "compare a.duizhao", "brief a.duizhao -o a.csv", "chart a.duizhao --chart mediation -o a.svg" };
  static const char *const reads[] = { "import -q a.duizhao 2.txt", "extract --review a.duizhao 2.txt" };
  g_autofree char *path = g_build_filename (folder, "a.duizhao", NULL);
  sqlite3 *db;

  write_two ();
  {
    g_auto(Result) made = run ("\"$DZ_CLI\" import -q a.duizhao 1.txt");

    g_assert_cmpint (made.status, ==, 0);
  }
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "INSERT OR REPLACE INTO county (key, value) VALUES ('codebook_xml', "
                                     "'<indicators xmlns=\"urn:duizhao:codebook\"><indicator id=\"a\">' || char (10) ||"
                                     "'<cue wihtin=\"clause\">a</cue></indicator></indicators>')",
                                 NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  for (guint i = 0; i < G_N_ELEMENTS (shows) + G_N_ELEMENTS (reads); i++)
    {
      const char *words = i < G_N_ELEMENTS (shows) ? shows[i] : reads[i - G_N_ELEMENTS (shows)];
      g_auto(Result) result = run ("\"$DZ_CLI\" %s", words);

      g_test_message ("%s: %d %s", words, result.status, result.err);
      g_assert_cmpint (result.status, ==, 1);
      g_assert_nonnull (strstr (result.err, "additions to the codebook are not used. Line 2: "));
      g_assert_nonnull (strstr (result.err, "Correct it under"));
      if (i == 0)
        g_assert_nonnull (strstr (result.out, "青禾镇"));
    }
}

/* What people open in WPS speaks their language: every word of these columns, and no id of the codebook. */
static void
test_spoken_tables (void)
{
  static const char *const shows[] = { "compare --table weaknesses", "compare --table checks",
                                       "compare --table roster", "compare --table changes" };
  g_autoptr(GRegex) ids = g_regex_new ("(^|,)([a-z]+([_-][a-z]+)*|C-[A-Z-]+)(,|\r?$)", G_REGEX_MULTILINE, 0, NULL);
  g_autofree char *digits = repeat ("", "9", 40);

  {
    g_auto(Result) made = run ("\"$DZ_CLI\" sample s.duizhao");

    g_assert_cmpint (made.status, ==, 0);
  }
  for (guint i = 0; i < G_N_ELEMENTS (shows); i++)
    {
      g_auto(Result) people = run ("\"$DZ_CLI\" %s s.duizhao", shows[i]);
      g_autoptr(GMatchInfo) match = NULL;

      g_assert_cmpint (people.status, ==, 0);
      if (g_regex_match (ids, people.out, 0, &match))
        g_test_message ("%s: %s", shows[i], g_match_info_get_string (match));
      g_assert_false (g_match_info_matches (match));
    }
  {
    g_auto(Result) programs = run ("\"$DZ_CLI\" %s --format jsonl s.duizhao", shows[0]);

    g_assert_true (g_regex_match_simple ("\"code\": \"[a-z_]+\".*\"grade\": \"(direct|partial)\"", programs.out, 0, 0));
  }
  write_report ("large.txt", "青禾镇", digits);
  {
    g_auto(Result) facts = run ("\"$DZ_CLI\" extract --format=csv large.txt; rm large.txt");

    g_assert_nonnull (strstr (facts.out, "数值过大，不可信"));
    g_assert_null (strstr (facts.out, "annual_report"));
  }
}

/* Where /proc is not there (a sealed room), what is read aside is read all the same, and may hold no more than elsewhere. */
static void
test_without_proc (void)
{
  static const char sealed[] = "unshare -rm sh -c 'mount -t tmpfs none /proc && exec \"$0\" \"$@\"'";
  g_auto(Result) may = run ("%s true", sealed);
  g_auto(Result) read = { 0 };
  g_auto(Result) large = { 0 };

#if defined(__SANITIZE_ADDRESS__)
  g_test_skip ("who looks for leaks asks /proc for the threads");
  return;
#endif
  if (may.status != 0)
    {
      g_test_skip ("this machine lets nobody hide /proc");
      return;
    }
  read = run ("%s \"$DZ_CLI\" extract --with-text \"$DZ_TESTS\"/data/read/pdf/furniture.pdf", sealed);
  g_assert_cmpint (read.status, ==, 0);
  g_assert_nonnull (strstr (read.out, "\"text\""));
  large = run ("%s \"$DZ_CLI\" extract \"$DZ_TESTS\"/data/aside/picture.png.gz", sealed);
  g_assert_cmpint (large.status, ==, 1);
  g_assert_true (strstr (large.err, "more memory than the") != NULL || strstr (large.err, "Install the packages") != NULL);
}

/* A table whose cells all say one long word, where the program may have no more than a gigabyte and a half. */
static void
test_merged_word (void)
{
  g_auto(Result) result = { 0 };

#if defined(__SANITIZE_ADDRESS__)
  g_test_skip ("the sanitizer's own memory counts");
  return;
#endif
  result = run ("ulimit -v 1500000; \"$DZ_CLI\" import -q --statistics \"$DZ_TESTS\"/data/workbooks/merged-word.xlsx m.duizhao");
  g_assert_cmpint (result.status, ==, 1);
  g_assert_nonnull (strstr (result.err, "No table of the file has numbers"));
}

/* Decisions in a review that comes in an archive are not passed over in silence. */
static void
test_review_in_archive (void)
{
  g_auto(Result) result = { 0 };

  write_report ("inside.txt", "青禾镇", "31");
  result = run ("\"$DZ_CLI\" import -q v.duizhao inside.txt && \"$DZ_CLI\" package v.duizhao -o v.zip && "
                "\"$DZ_CLI\" import -q other.duizhao v.zip");
  g_assert_cmpint (result.status, ==, 1);
  g_assert_nonnull (strstr (result.err, "v.duizhao” is a review"));
}

/* What is read, and a review of any name, is never written over by what is made of it. */
static void
test_output_over_input (void)
{
  static const char *const commands[] = {
    "compare g.duizhao -o g.duizhao", "compare --format xlsx g.duizhao -o g.duizhao", "chart --chart mediation g.duizhao -o g.duizhao",
    "brief g.duizhao -o g.duizhao", "package g.duizhao -o g.duizhao", "compare over.txt -o g.duizhao", "compare over.txt -o g.csv",
    "compare over.txt -o over.txt", "brief over.txt -o over.docx over.docx", "compare over.txt -o ./link.csv", "package g.duizhao -o h.zip",
  };
  g_auto(Result) made = { 0 };

  write_report ("over.txt", "青禾镇", "31");
  made = run ("\"$DZ_CLI\" import -q g.duizhao over.txt && cp g.duizhao g.csv && cp g.duizhao h.zip && cp over.txt over.docx && "
              "ln -s over.txt link.csv && mkdir kept && cp g.duizhao over.txt over.docx kept");
  g_assert_cmpint (made.status, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_auto(Result) result = run ("\"$DZ_CLI\" %s", commands[i]);
      g_auto(Result) same = run ("cmp g.duizhao kept/g.duizhao && cmp g.csv kept/g.duizhao && cmp h.zip kept/g.duizhao && "
                                 "cmp over.txt kept/over.txt && cmp over.docx kept/over.docx");

      g_test_message ("%s: %d %s", commands[i], result.status, result.err);
      g_assert_cmpint (same.status, ==, 0);
      g_assert_cmpint (result.status, !=, 0);
      g_assert_nonnull (strstr (result.err, "would be lost"));
    }
}

/* All threads read by the same rules; which of them reads what changes no byte, of readings or of tables. */
static void
test_threads (void)
{
  g_auto(Result) result = run (
    "for n in 1 8; do \"$DZ_CLI\" extract --with-text --threads=$n \"$DZ_TESTS\"/data/reports > $n.jsonl; "
    "\"$DZ_CLI\" import -q --threads=$n threads-$n.duizhao \"$DZ_TESTS\"/data/reports; "
    "for table in figures weaknesses checks overlap; do \"$DZ_CLI\" compare --table $table --format csv threads-$n.duizhao; done > $n.csv; "
    "done; test $(wc -l < 1.jsonl) -gt 10 && test -s 1.csv && cmp 1.jsonl 8.jsonl && cmp 1.csv 8.csv");

  g_test_message ("%s%s", result.out, result.err);
  g_assert_cmpint (result.status, ==, 0);
}

/* What is wrong with a roster is told of the roster, not of the review. */
static void
test_wrong_roster (void)
{
  g_auto(Result) result = run ("\"$DZ_CLI\" import -q --roster \"$DZ_TESTS\"/data/workbooks/table.ods w.duizhao");

  g_assert_cmpint (result.status, ==, 1);
  g_assert_nonnull (strstr (result.err, "table.ods: Tables are not read from"));
}

int
main (int   argc,
      char *argv[])
{
  int status;
  Result gone;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("dz-test-XXXXXX", NULL);
  g_assert_nonnull (folder);

  g_test_add_func ("/batch/numbers/of-reports", test_numbers_of_reports);
  g_test_add_func ("/batch/numbers/of-files", test_numbers_of_files);

  g_test_add_func ("/batch/letters-of-other-years", test_letters_of_other_years);
  g_test_add_func ("/batch/without-proc", test_without_proc);
  g_test_add_func ("/batch/merged-word", test_merged_word);
  g_test_add_func ("/batch/wrong-roster", test_wrong_roster);
  g_test_add_func ("/batch/output/over-input", test_output_over_input);
  g_test_add_func ("/batch/review-in-archive", test_review_in_archive);
  g_test_add_func ("/batch/output/full", test_full_output);
  g_test_add_func ("/batch/output/closed-pipe", test_closed_pipe);
  g_test_add_func ("/batch/output/full-disk", test_full_disk);
  g_test_add_func ("/batch/threads", test_threads);
  g_test_add_func ("/batch/output/target-is-kept", test_target_is_kept);
  g_test_add_func ("/batch/formulas", test_formulas);
  g_test_add_func ("/batch/roster-behind-reports", test_roster_behind_reports);
  g_test_add_func ("/batch/spoken-tables", test_spoken_tables);
  g_test_add_func ("/batch/refused-additions", test_refused_additions);

  status = g_test_run ();
  gone = run ("rm -rf \"$PWD\"");
  clear_result (&gone);
  g_free (folder);

  return status;
}
