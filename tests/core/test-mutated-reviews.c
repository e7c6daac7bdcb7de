/* test-mutated-reviews.c - a review damaged or made by hand is refused, or read without what is untrue
 *
 * Mutations are drawn from a seed, the same in every run: rows changed by SQL, as by another
 * program, and bytes of the file changed or cut, as by a broken disk. Each mutated file goes
 * through what compare, chart and brief do with it; a warning ends the test as a crash does.
 *
 * DZ_MUTATIONS: how many, 500 by habit. DZ_MUTATION: that one only.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-codebook-job.h"
#include "dz-export.h"
#include "dz-import.h"
#include "dz-ledger-table.h"
#include "dz-make-briefing.h"
#include "dz-overlaps-job.h"
#include "dz-roster-job.h"
#include "dz-scratch.h"
#include "dz-tables.h"

#include <errno.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <unistd.h>

static volatile sig_atomic_t current = -1;

/* Which one it was, in a program that is about to end. */
static void
tell_current (int number)
{
  char words[] = "# mutation 000000\n";

  for (int i = 16, n = (int) current; i > 10; i--, n /= 10)
    words[i] = (char) ('0' + n % 10);
  (void) !write (STDERR_FILENO, words, sizeof words - 1);
  signal (number, SIG_DFL);
  raise (number);
}

/* Values no row of ours has. */
static const char *const values[] = {
  "NULL", "-1", "0", "1", "2", "7", "99", "2147483647", "-2147483648", "9223372036854775807",
  "4294967296", "1e308", "-0.5", "9e999", "''", "'9'", "'2024'", "'2024-02-31'", "'99999-01-01'",
  "'镇'", "'corrected '", "'duty-report'", "'C-CERT'", "'disputes_mediated'", "'5 3 -1 8'",
  "'99999999999 99999999999'", "'1 2 3'", "printf('%.*c', 9000, 'x')", "CAST(x'e5ff80' AS TEXT)",
  "x'00ff10'", "zeroblob(300)", "'=1+1'", "'&<>\"'",
};

static char *
dup_one (sqlite3    *handle,
         const char *sql)
{
  sqlite3_stmt *statement = NULL;
  char *word = NULL;

  if (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL) == SQLITE_OK &&
      sqlite3_step (statement) == SQLITE_ROW)
    word = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);

  return word;
}

static char *
pick_row (GRand      *random,
          sqlite3    *handle,
          const char *list)
{
  g_autofree char *count_sql = g_strdup_printf ("SELECT count(*) FROM (%s)", list);
  g_autofree char *count = dup_one (handle, count_sql);
  int n = count != NULL ? atoi (count) : 0;
  g_autofree char *sql =
    g_strdup_printf ("%s LIMIT 1 OFFSET %d", list, n > 0 ? g_rand_int_range (random, 0, n) : 0);

  return dup_one (handle, sql);
}

static char *
make_change (GRand   *random,
             sqlite3 *handle)
{
  g_autofree char *table =
    pick_row (random, handle, "SELECT name FROM sqlite_schema WHERE type = 'table'");
  g_autofree char *columns = g_strdup_printf ("SELECT name FROM pragma_table_info('%s')", table);
  g_autofree char *column = pick_row (random, handle, columns);
  g_autofree char *rows = g_strdup_printf ("SELECT rowid FROM %s", table);
  g_autofree char *row = pick_row (random, handle, rows);
  const char *value = values[g_rand_int_range (random, 0, G_N_ELEMENTS (values))];

  switch (g_rand_int_range (random, 0, 14))
    {
    case 10: /* the id of a row that is not there, or is another table's */
      return g_strdup_printf ("UPDATE %s SET %s = (SELECT max(rowid) + %d FROM %s) WHERE rowid = %s", table, column,
                              g_rand_int_range (random, -3, 4), g_rand_boolean (random) ? "report" : "version", row);

    case 11: /* a text of a megabyte, a name of one */
      return g_strdup_printf ("UPDATE %s SET %s = printf('%%.*c', 1000000, '%s') WHERE rowid = %s", table, column,
                              g_rand_boolean (random) ? "9" : "x", row);

    case 12: /* two columns say each other's */
      {
        g_autofree char *other = pick_row (random, handle, columns);

        return g_strdup_printf ("UPDATE %s SET %s = %s, %s = %s WHERE rowid = %s", table, column, other, other, column, row);
      }

    case 13: /* nothing in a whole column */
      return g_strdup_printf ("UPDATE %s SET %s = NULL", table, column);

    case 0: /* all rows */
      return g_strdup_printf ("UPDATE %s SET %s = %s", table, column, value);

    case 1:
      return g_strdup_printf ("DELETE FROM %s WHERE rowid = %s", table, row);

    case 2: /* what another row says */
      return g_strdup_printf ("UPDATE %s SET %s = (SELECT %s FROM %s ORDER BY rowid DESC LIMIT 1)"
                              " WHERE rowid = %s", table, column, column, table, row);

    case 3: /* spans of sections and facts turned round */
      return g_strdup ("UPDATE section SET span_start = span_end, span_end = span_start;"
                       "UPDATE figure SET number_start = number_end, number_end = number_start"
                       " WHERE id % 2 = 0; UPDATE weakness SET span_start = span_end + 3 WHERE id % 3 = 0");

    case 4: /* into the middle of a character, or a little behind the end */
      return g_strdup_printf ("UPDATE %s SET %s = %s + %d WHERE rowid = %s", table, column, column,
                              g_rand_int_range (random, -4000, 4000), row);

    case 5: /* twice */
      return g_strdup_printf ("CREATE TEMP TABLE d AS SELECT * FROM %s WHERE rowid = %s;"
                              "UPDATE d SET id = 100000; INSERT INTO %s SELECT * FROM d", table, row,
                              table);

    default:
      return g_strdup_printf ("UPDATE %s SET %s = %s WHERE rowid = %s", table, column, value, row);
    }
}

/* Another program need not keep to our types: the schema is loosened and put back. */
static gboolean
run_loosely (sqlite3    *handle,
             const char *sql,
             gboolean    loosely)
{
  static const char loosen[] =
    "CREATE TEMP TABLE kept AS SELECT name, sql FROM sqlite_schema; PRAGMA writable_schema = ON;"
    "UPDATE sqlite_schema SET sql = replace(replace(replace(sql, ' STRICT', ''), ' NOT NULL', ''),"
    " ' UNIQUE', ' ') WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND sql NOT LIKE '%UNIQUE%';"
    "PRAGMA writable_schema = RESET";
  static const char tighten[] =
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = (SELECT k.sql FROM temp.kept k WHERE"
    " k.name = sqlite_schema.name) WHERE type = 'table' AND name NOT LIKE 'sqlite%';"
    "PRAGMA writable_schema = RESET";
  gboolean ok;

  sqlite3_db_config (handle, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
  if (loosely && sqlite3_exec (handle, loosen, NULL, NULL, NULL) != SQLITE_OK)
    return FALSE;
  ok = sqlite3_exec (handle, sql, NULL, NULL, NULL) == SQLITE_OK;
  if (loosely)
    sqlite3_exec (handle, tighten, NULL, NULL, NULL);

  return ok;
}

static void
mutate_rows (GRand      *random,
             const char *path)
{
  sqlite3 *handle = NULL;
  guint done = 0, wanted = (guint) g_rand_int_range (random, 1, 4);
  gboolean loosely = g_rand_int_range (random, 0, 3) == 0;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  for (guint tries = 0; done < wanted && tries < 40; tries++)
    {
      g_autofree char *sql = make_change (random, handle);

      if (!run_loosely (handle, sql, loosely))
        continue;
      done++;
      if (g_getenv ("DZ_MUTATION") != NULL)
        g_test_message ("%s%s", loosely ? "loosely " : "", sql);
    }
  sqlite3_close (handle);
}

#define PAGE 4096

static void
mutate_bytes (GRand *random,
              char  *bytes,
              gsize *len)
{
  guint kind = (guint) g_rand_int_range (random, 0, 6);
  gsize at = (gsize) g_rand_int_range (random, 0, (int) *len - 600);
  gsize one = PAGE * (gsize) g_rand_int_range (random, 0, (int) (*len / PAGE));
  gsize other = PAGE * (gsize) g_rand_int_range (random, 0, (int) (*len / PAGE));

  switch (kind)
    {
    case 0:
      *len = at;
      break;

    case 1:
      memset (bytes + at, 0, 512);
      break;

    case 4: /* pages in each other's place */
      {
        g_autofree char *kept = g_memdup2 (bytes + one, PAGE);

        memmove (bytes + one, bytes + other, PAGE);
        memcpy (bytes + other, kept, PAGE);
        break;
      }

    case 5: /* a page that was never written */
      memset (bytes + one, 0, PAGE);
      break;

    case 2:
      memmove (bytes + at, bytes + (gsize) g_rand_int_range (random, 0, (int) *len - 600), 512);
      break;

    default:
      for (int n = g_rand_int_range (random, 1, 9); n > 0; n--)
        bytes[g_rand_int_range (random, 0, (int) *len)] ^= (char) (1 << g_rand_int_range (random, 0, 8));
    }
}

typedef struct
{
  DzCodebook *codebook;
  char *folder;
  char *review;
  char *pristine;
  gsize len;
  guint refused; /* files */
  guint less;    /* files of which something was left out */
} Bench;

static void
mutate (Bench *self,
        guint  number)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (20240601 + number);
  g_autofree char *log = g_strconcat (self->review, "-wal", NULL);
  g_autofree char *bytes = g_memdup2 (self->pristine, self->len);
  gboolean rows = number % 5 < 4;
  gsize len = self->len;

  g_unlink (log);
  if (!rows)
    mutate_bytes (random, bytes, &len);
  g_assert_true (g_file_set_contents (self->review, bytes, (gssize) len, NULL));
  if (rows)
    mutate_rows (random, self->review);
}

/* All tables as compare prints them. */
static void
make_tables (DzReview   *review,
             DzCodebook *codebook)
{
  static const char *const names[] = { "figures", "weaknesses", "checks", "roster", "changes",
                                       "overlap", "statistics", "ledger" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const DzTableKind *kind = dz_tables_find (names[i]);
      DzTableRequest request = { review, codebook, dz_review_latest_year (review), NULL, i % 2 == 0 };
      g_autoptr(DzListing) listing = kind->make (&request);
      g_autoptr(GString) out = g_string_new (NULL);

      if (request.wide)
        dz_listing_print_csv (listing, out);
      else
        dz_listing_print_jsonl (listing, out);
    }
}

/* A different chart each time, and now and then a paper: all of them over the run. */
static void
make_papers (Bench      *self,
             guint       number,
             DzReview   *review)
{
  static const char *const papers[] = { "a.pdf", "a.docx", "a.xlsx", "a.csv" };
  static const char *const charts[] = { "mediation", "training",   "enforcement", "materials",
                                        "petitions", "weaknesses", "heatmap",     "change",
                                        "spread",    "profile" };
  int year = dz_review_latest_year (review);
  g_autofree char *paper = g_build_filename (self->folder, papers[number % 4], NULL);
  g_autofree char *chart = g_build_filename (self->folder, "a.svg", NULL);
  g_autofree char *letters = g_build_filename (self->folder, "letters", NULL);
  g_autoptr(DzBriefingOptions) options = dz_briefing_options_new (review, year);
  DzBriefingOrder briefing = { review, self->codebook, options, paper };
  DzLetterOrder order = { .review = review, .codebook = self->codebook, .options = { .year = year },
                          .as_docx = TRUE, .folder = letters };
  gint64 body = review->bodies->len > 0 ? ((DzBody *) g_ptr_array_index (review->bodies, 0))->id : 0;

  DzChartFileOrder picture = { review, self->codebook, year, charts[number / 2 % G_N_ELEMENTS (charts)], body,
                               chart, -1, 0 };

  if (number % 2 == 0)
    dz_export_chart (&picture, NULL);
  if (number % 32 < 4)
    dz_make_briefing (&briefing, NULL, NULL, NULL, NULL);
  if (number % 32 == 4)
    dz_export_letters (&order, NULL, NULL, NULL, NULL);
}

/* What the window asks besides. */
static void
use_store (DzStore *store)
{
  g_autoptr(GPtrArray) log = dz_store_list_log (store, NULL, 0, NULL);
  g_autoptr(GPtrArray) unplaced = dz_store_list_unplaced (store, 0);
  g_autoptr(GPtrArray) records = dz_store_list_records (store, 0, NULL);
  g_autoptr(DzReview) review = NULL;

  dz_store_undo (store, 0, NULL);
  review = dz_store_load (store, NULL, NULL);
}

static void
use (Bench *self,
     guint  number)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DzStore) store = dz_store_open (self->review, &error);
  g_autoptr(DzReview) review = store != NULL ? dz_store_load (store, NULL, &error) : NULL;
  g_autofree char *less = review != NULL ? dz_store_describe_untrue (store) : NULL;

  if (current < 0 || g_getenv ("DZ_MUTATION") != NULL)
    g_test_message ("%s", error != NULL ? error->message : less != NULL ? less : "nothing to tell");
  if (review == NULL)
    {
      g_assert_nonnull (error);
      self->refused++;
      return;
    }
  self->less += less != NULL;
  make_tables (review, self->codebook);
  make_papers (self, number, review);
  use_store (store);
}

/* A problem of a paper, one a body declares itself, one of many. */
static void
put_on_ledger (DzStore  *store,
               DzReview *review)
{
  g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_ledger_entry_free);
  DzReport *report = g_ptr_array_index (review->reports, 0);
  DzLedgerEntry *own = dz_ledger_entry_from_report (report, 0, "槐堤镇");
  DzLedgerEntry *many = dz_ledger_entry_new ("普法形式单一", 2024);

  own->deadline = g_strdup ("2025-03-31");
  own->evidence = g_strdup ("已报送");
  many->asked = g_strdup ("各镇街");
  many->many = TRUE;
  many->code = g_intern_static_string ("publicity_form_monotone");
  g_ptr_array_add (entries, own);
  g_ptr_array_add (entries, many);
  g_assert_true (dz_store_add_ledger (store, entries, NULL, NULL));
}

/* Four reports of two bodies and two years, read by the engine; decisions of a person on top. */
static void
make_pristine (Bench *self)
{
  static const char *const names[] = { "wz-2023-huaidi.txt", "wz-2023-weizhou.txt",
                                       "wz-2024-huaidi.odt", "wz-2024-weizhou.txt" };
  g_autofree char *samples = g_build_filename (g_getenv ("DZ_ROOT"), "data", "samples", NULL);
  g_autofree char *roster = g_build_filename (samples, "roster.csv", NULL);
  char *paths[G_N_ELEMENTS (names) + 1] = { NULL };
  g_autoptr(GPtrArray) records = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(DzStore) store = NULL;
  g_autoptr(DzReview) review = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    paths[i] = g_build_filename (samples, names[i], NULL);
  store = dz_store_create (self->review, &error);
  g_assert_no_error (error);
  g_assert_true (dz_roster_import (store, roster, NULL, &error));
  records = dz_import_run (self->review, (const char *const *) paths, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (dz_overlaps_run (self->review, NULL, &error));
  review = dz_store_load (store, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (review->reports->len, ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < review->reports->len; i++)
    {
      DzReport *report = g_ptr_array_index (review->reports, i);
      DzFigure figure = g_array_index (report->figures, DzFigure, 0);
      DzDecision decision = { "destination", report->body_id, 2024, (char *) "enforce_staff_short",
                              (char *) "kept", NULL };

      g_assert_true (dz_store_set_figure_state (store, figure.id, DZ_STATE_CONFIRMED, NULL));
      g_assert_true (dz_store_set_note (store, report->id, "已核", NULL));
      g_assert_true (dz_store_set_check (store, report->id, "C-CERT", DZ_STATE_CONFIRMED, "属实", NULL));
      g_assert_true (dz_store_set_decision (store, &decision, NULL));
      g_free (paths[i]);
    }
  g_assert_true (dz_store_undo (store, 0, NULL));
  put_on_ledger (store, review);
  g_clear_object (&store);
  g_assert_true (g_file_get_contents (self->review, &self->pristine, &self->len, NULL));
}

static void
remove_tree (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

static void
test_mutations (void)
{
  const char *wanted = g_getenv ("DZ_MUTATIONS");
  const char *only = g_getenv ("DZ_MUTATION");
  guint n = wanted != NULL ? (guint) strtoul (wanted, NULL, 10) : 500;
  guint first = only != NULL ? (guint) strtoul (only, NULL, 10) : 0;
  Bench self = { .folder = g_dir_make_tmp ("dz-mutated-XXXXXX", NULL) };

  self.review = g_build_filename (self.folder, "a.duizhao", NULL);
  self.codebook = dz_codebook_load (NULL, NULL);
  g_assert_nonnull (self.codebook);
  make_pristine (&self);
  use (&self, 0);
  g_assert_cmpuint (self.refused + self.less, ==, 0); /* nothing of ours is untrue */
  for (guint i = first; i < (only != NULL ? first + 1 : n); i++)
    {
      current = (sig_atomic_t) i;
      mutate (&self, i);
      use (&self, i);
    }
  g_test_message ("%u mutated reviews: %u refused, %u read without what is untrue", n, self.refused,
                  self.less);
  if (only == NULL)
    {
      g_assert_cmpuint (self.refused, >, n / 20);
      g_assert_cmpuint (self.less, >, n / 20);
    }
  dz_codebook_unref (self.codebook);
  remove_tree (self.folder);
  g_free (self.folder);
  g_free (self.review);
  g_free (self.pristine);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  signal (SIGSEGV, tell_current);
  signal (SIGABRT, tell_current);
  signal (SIGTRAP, tell_current);
  g_test_add_func ("/mutated-reviews", test_mutations);

  return g_test_run ();
}
