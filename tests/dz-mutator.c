/* dz-mutator.c - reviews damaged or made by hand, drawn from a number: the same in every run
 *
 * Four of five have rows changed by SQL, as by another program; the others bytes of the file changed or cut, as by a
 * broken disk.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-mutator.h"

#include "dz-import.h"
#include "dz-journal.h"
#include "dz-ledger-table.h"
#include "dz-overlaps-job.h"
#include "dz-roster-job.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

struct _DzMutator
{
  char *folder;
  char *review;
  char *pristine;
  gsize len;
};

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

/* A sheet of two heads, and what one scorer gave on them. */
static void
give_points (DzStore *store)
{
  g_autoptr(DzScoreSheet) made = dz_score_sheet_new (2024);
  g_autoptr(DzReview) review = NULL;
  g_autoptr(GPtrArray) scores = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_score_free);
  const DzScoreSheet *sheet;

  made->title = g_strdup ("评分表");
  made->excellent = 90;
  made->good = 80;
  made->fair = 60;
  dz_score_sheet_add_head (made, "普法", "普法宣传", DZ_HEAD_POINTS, 100)->shows = g_strdup ("propaganda w:publicity C-ANSWER promises ledger");
  dz_score_sheet_add_head (made, NULL, "创新", DZ_HEAD_BONUS, 5);
  g_assert_true (dz_store_set_score_sheet (store, made, NULL, NULL));
  review = dz_store_load (store, NULL, NULL);
  sheet = dz_review_score_sheet_of (review, 2024);
  for (guint i = 0; i < sheet->heads->len; i++)
    g_ptr_array_add (scores, dz_score_new (((DzScoreHead *) g_ptr_array_index (sheet->heads, i))->id,
                                           ((DzBody *) g_ptr_array_index (review->bodies, 0))->id, "张三", 4.5, "理由"));
  g_assert_true (dz_store_set_scores (store, scores, NULL, NULL));
}

/* Four reports of two bodies and two years, read by the engine; decisions of a person on top. */
static void
make_pristine (DzMutator *self)
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
  g_assert_true (dz_roster_import (store, roster, NULL, NULL, &error));
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
  give_points (store);
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

/**
 * dz_mutator_new:
 *
 * Returns: (transfer full): with a folder of its own
 */
DzMutator *
dz_mutator_new (void)
{
  DzMutator *self = g_new0 (DzMutator, 1);

  self->folder = g_dir_make_tmp ("dz-mutated-XXXXXX", NULL);
  self->review = g_build_filename (self->folder, "a.duizhao", NULL);
  make_pristine (self);

  return self;
}

void
dz_mutator_free (DzMutator *self)
{
  remove_tree (self->folder);
  g_free (self->folder);
  g_free (self->review);
  g_free (self->pristine);
  g_free (self);
}

/**
 * dz_mutator_get_folder:
 *
 * Returns: (transfer none): for what is made of the reviews; gone with the mutator
 */
const char *
dz_mutator_get_folder (DzMutator *self)
{
  return self->folder;
}

/**
 * dz_mutator_get_review:
 *
 * Returns: (transfer none): the review as it was mutated last, at first as it was made
 */
const char *
dz_mutator_get_review (DzMutator *self)
{
  return self->review;
}

/**
 * dz_mutator_mutate:
 *
 * Makes the review of this number; nobody may have the one before open.
 */
void
dz_mutator_mutate (DzMutator *self,
                   guint      number)
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
