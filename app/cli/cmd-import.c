/* cmd-import.c - duizhao-cli import: report files, a roster and JSON Lines of extract into a review
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-command.h"
#include "dz-import-scores.h"
#include "dz-import-tables.h"

#include "dz-backup.h"
#include "dz-error.h"
#include "dz-import.h"
#include "dz-json-read.h"
#include "dz-codebook-job.h"
#include "dz-ledger-job.h"
#include "dz-journal.h"
#include "dz-merge.h"
#include "dz-output.h"
#include "dz-overlaps-job.h"
#include "dz-reread.h"
#include "dz-roster-job.h"
#include "dz-untrue.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static char *roster;
static char **statistics;
static char **heads;
static char **ledgers;
static char **score_sheets;
static char **scores;
static int table_year;
static char *received;
static gboolean replace;
static gboolean keep;
static gboolean quiet;
static gboolean no_overlaps;
static int n_threads;
static char **arguments;

static const GOptionEntry options[] = {
  { "roster", 0, 0, G_OPTION_ARG_FILENAME, &roster, N_("the county's roster, csv, xlsx, xls or et"), "FILE" },
  { "statistics", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &statistics,
    N_("what the county itself counted of its bodies, csv, xlsx, xls, et or docx with tables; may be given again"), "FILE" },
  { "head", 0, 0, G_OPTION_ARG_STRING_ARRAY, &heads,
    N_("what the column of a table counts: an indicator, or nothing to leave it out; remembered"), "WORDS=INDICATOR" },
  { "ledger", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &ledgers,
    N_("a list of problems to be put right, csv, xlsx, xls, et or docx with tables; may be given again"), "FILE" },
  { "score-sheet", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &score_sheets,
    N_("the county's score sheet: heads, points, limits of grades; csv, xlsx, xls, et or docx with tables; one a year; sample: that of the program"), "FILE|sample" },
  { "scores", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &scores,
    N_("what scorers gave: the sheet as it was handed out, filled in; may be given again"), "FILE" },
  { "table-year", 0, 0, G_OPTION_ARG_INT, &table_year, N_("year of the tables whose title tells none"), "YEAR" },
  { "received", 0, 0, G_OPTION_ARG_STRING, &received, N_("day the reports came in"), "YYYY-MM-DD" },
  { "replace", 0, 0, G_OPTION_ARG_NONE, &replace,
    N_("put a newer text in the place of the older of the same body, year and kind"), NULL },
  { "keep", 0, 0, G_OPTION_ARG_NONE, &keep, N_("store a text again that is there already"), NULL },
  { "quiet", 'q', 0, G_OPTION_ARG_NONE, &quiet, N_("only tell what went wrong"), NULL },
  { "no-overlaps", 0, 0, G_OPTION_ARG_NONE, &no_overlaps,
    N_("do not look for text that reports share; the window does it later"), NULL },
  { "threads", 0, 0, G_OPTION_ARG_INT, &n_threads, N_("readers at once; 0: one per processor"), "N" },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &arguments, NULL, NULL },
  { NULL }
};

typedef struct
{
  guint stored;
  guint same;
  guint failed;
  guint taken;     /* decisions of another review */
  guint conflicts; /* of two reviews, told one by one */
} Tally;

static const char *const outcome_words[DZ_N_OUTCOMES] = { "failed", "unsure",  "older",
                                                          "same",   "losses", "read" };

static void
tell_record (const DzImportRecord *record,
             guint                 done,
             guint                 total,
             gpointer              user_data)
{
  Tally *tally = user_data;

  if (record == NULL)
    return;
  tally->stored += record->report_id != 0;
  tally->same += record->outcome == DZ_OUTCOME_DUPLICATE;
  tally->failed += record->outcome == DZ_OUTCOME_FAILED;
  if (record->outcome == DZ_OUTCOME_FAILED)
    dz_command_complain (record->source, record->error);
  else if (!quiet)
    {
      g_autofree char *line =
        g_strdup_printf ("%s\t%s\t%d\t%s\t%s%s%s\n", outcome_words[record->outcome],
                         record->township != NULL ? record->township : "-", record->year,
                         dz_import_record_is_paper (record) ? "inspection" : dz_report_kind_to_string (record->kind),
                         record->source->path,
                         record->source->member != NULL ? " > " : "",
                         record->source->member != NULL ? record->source->member : "");

      dz_output_write (line, strlen (line));
      dz_output_flush ();
    }
}

/* Reports that came before the roster are read anew: what comes first changes nothing.
 * @culprit: (out): the file an error is about */
static gboolean
import_roster (const char  *review,
               const char **culprit,
               GError     **error)
{
  g_autoptr(DzStore) store = dz_store_open_or_create (review, error);
  gboolean names_changed;

  if (store == NULL)
    return FALSE;
  if (dz_roster_import (store, roster, NULL, &names_changed, error))
    {
      g_clear_object (&store);
      return !names_changed || dz_reread_run (review, NULL, NULL, NULL, NULL, error);
    }
  if (!g_error_matches (*error, DZ_ERROR, DZ_ERROR_STORE) && !g_error_matches (*error, DZ_ERROR, DZ_ERROR_MOVED))
    *culprit = roster;

  return FALSE;
}

/* Lines of extract --with-text, made on other machines. */
static gboolean
merge_lines (const char *review,
             const char *path,
             Tally      *tally,
             GError    **error)
{
  g_autoptr(DzStore) store = dz_store_open_or_create (review, error);

  return store != NULL &&
         dz_json_read_file (path, store, &tally->stored, &tally->same, &tally->failed, error);
}

static gboolean
merge_review (const char *review,
              const char *path,
              Tally      *tally,
              GError    **error)
{
  g_autoptr(DzStore) store = dz_store_open_or_create (review, error);
  g_auto(DzMerged) merged = { 0 };
  gboolean ok = store != NULL && dz_store_merge (store, path, NULL, &merged, error);

  tally->stored += merged.added;
  tally->same += merged.skipped;
  tally->taken += merged.taken;
  for (guint i = 0; merged.conflicts != NULL && i < merged.conflicts->len; i++, tally->conflicts++)
    {
      g_autofree char *line = dz_conflict_to_line (g_ptr_array_index (merged.conflicts, i));

      g_printerr ("%s: %s\n", path, line);
    }
  for (guint i = 0; merged.left_out != NULL && i < merged.left_out->len; i++)
    g_printerr ("%s: %s\n", path, (const char *) g_ptr_array_index (merged.left_out, i));
  for (guint i = 0; merged.second != NULL && i < merged.second->len; i++)
    g_printerr (_("%s: %s: another report of this body and year is here already; both are kept, and the window asks which holds\n"),
                path, (const char *) g_ptr_array_index (merged.second, i));

  return ok;
}

static gboolean
import_tables (const char *review,
               Tally      *tally,
               GError    **error)
{
  g_autoptr(DzStore) store = dz_store_open_or_create (review, error);
  DzTableAnswers answers = { (const char *const *) heads, table_year, quiet };
  gboolean ok = store != NULL;

  for (guint i = 0; ok && statistics[i] != NULL; i++)
    ok = dz_import_table_file (store, statistics[i], &answers, &tally->failed, error);

  return ok;
}

/* Its own title's year, else the year told, else that of the reports. */
static gboolean
import_ledger (DzStore    *store,
               const char *path,
               Tally      *tally,
               GError    **error)
{
  g_autoptr(DzReview) review = dz_store_load (store, NULL, error);
  g_autoptr(DzCodebook) codebook = review != NULL ? dz_codebook_load_for (store, error) : NULL;
  g_autoptr(GError) refusal = NULL;
  DzLedgerTally problems;
  int year = table_year != 0 || review == NULL ? table_year : dz_review_choose_year (review, 0, 0);

  if (codebook == NULL)
    return FALSE;
  if (!dz_ledger_import (store, codebook, path, year, &problems, &refusal))
    {
      g_printerr ("%s: %s\n", path, refusal->message);
      tally->failed++;
    }
  else if (!quiet)
    {
      g_printerr (_("%s: %u problems, %u of them new on the ledger\n"), path, problems.found, problems.added);
      if (problems.left > 0)
        g_printerr (ngettext ("%s: %u row tells no problem and was left out\n", "%s: %u rows tell no problem and were left out\n",
                              problems.left), path, problems.left);
    }

  return TRUE;
}

static gboolean
import_ledgers (const char *review,
                Tally      *tally,
                GError    **error)
{
  g_autoptr(DzStore) store = dz_store_open_or_create (review, error);
  gboolean ok = store != NULL;

  for (guint i = 0; ok && ledgers[i] != NULL; i++)
    ok = import_ledger (store, ledgers[i], tally, error);

  return ok;
}

static gboolean
import_scores (const char *review,
               Tally      *tally,
               GError    **error)
{
  g_autoptr(DzStore) store = dz_store_open_or_create (review, error);
  DzScoreFiles files = { score_sheets, scores, table_year, quiet };

  return store != NULL && dz_import_score_files (store, &files, &tally->failed, error);
}

/* Tables of the county, of any kind, without a report. */
static gboolean
has_tables (void)
{
  return roster != NULL || statistics != NULL || ledgers != NULL || score_sheets != NULL || scores != NULL;
}

static gboolean
has_suffix (const char *path,
            const char *suffix)
{
  gsize len = strlen (path), n = strlen (suffix);

  return len > n && g_ascii_strcasecmp (path + len - n, suffix) == 0;
}

/* Reports in runs of their own, lines and reviews between them, all in the order given. */
static gboolean
import_all (const char  *review,
            char       **paths,
            Tally       *tally,
            GError     **error)
{
  DzImportOptions import = { received, NULL, keep, replace, (guint) n_threads };
  g_autoptr(GPtrArray) run = g_ptr_array_new ();
  gboolean ok = TRUE;

  for (guint i = 0; ok; i++)
    {
      gboolean lines = paths[i] != NULL && has_suffix (paths[i], ".jsonl");
      gboolean other = paths[i] != NULL && has_suffix (paths[i], DZ_REVIEW_EXTENSION);

      if (paths[i] != NULL && !lines && !other)
        {
          g_ptr_array_add (run, paths[i]);
          continue;
        }
      if (run->len > 0)
        {
          g_autoptr(GPtrArray) records = NULL;

          g_ptr_array_add (run, NULL);
          records = dz_import_run (review, (const char *const *) run->pdata, &import, tell_record,
                                   tally, NULL, error);
          ok = records != NULL;
          g_ptr_array_set_size (run, 0);
        }
      if (paths[i] == NULL)
        break;
      if (ok && lines)
        ok = merge_lines (review, paths[i], tally, error);
      else if (ok)
        ok = merge_review (review, paths[i], tally, error);
    }

  return ok;
}

/* What was there before this day's work is kept; where it cannot be, the work goes on. */
static void
back_up (const char *review)
{
  g_autoptr(DzStore) store =
    g_file_test (review, G_FILE_TEST_EXISTS) ? dz_store_open (review, NULL) : NULL;
  g_autoptr(GError) error = NULL;

  if (store != NULL && !dz_backup_keep_day (store, NULL, &error))
    g_printerr ("%s: %s\n", review, error->message);
}

/* Several counties in one review are seldom meant: their townships are compared with each other. */
static void
tell_counties (const char *review)
{
  g_autoptr(DzStore) store = dz_store_open (review, NULL);
  g_autofree char *counties = store != NULL ? dz_store_dup_counties (store) : NULL;

  if (counties != NULL)
    g_printerr (_("%s: the reports name several counties (%s); import the others into a review of their own\n"),
                review, counties);
}

static int
run_import (int    argc,
            char **argv)
{
  g_autoptr(GOptionContext) context = dz_command_new_context ("REVIEW FILE|DIR|ARCHIVE|LINES.jsonl...", options);
  g_autoptr(GError) error = NULL;
  Tally tally = { 0 };
  const char *culprit;
  gboolean ok;

  if (!g_option_context_parse (context, &argc, &argv, &error) || arguments == NULL ||
      (arguments[1] == NULL && !has_tables ()) || n_threads < 0 ||
      !dz_is_year (table_year) ||
      (received != NULL && !dz_is_day (received)))
    {
      g_printerr ("import: %s\n",
                  error != NULL ? error->message : _("name a review and at least one file; days are YYYY-MM-DD"));
      return DZ_EXIT_USAGE;
    }
  culprit = arguments[0];
  back_up (arguments[0]);
  ok = (roster == NULL || import_roster (arguments[0], &culprit, &error)) &&
       import_all (arguments[0], arguments + 1, &tally, &error) &&
       (statistics == NULL || import_tables (arguments[0], &tally, &error)) &&
       (ledgers == NULL || import_ledgers (arguments[0], &tally, &error)) &&
       ((score_sheets == NULL && scores == NULL) || import_scores (arguments[0], &tally, &error)) &&
       (no_overlaps || dz_overlaps_run (arguments[0], NULL, &error));
  if (!ok)
    g_printerr ("%s: %s\n", culprit, error->message);
  tell_counties (arguments[0]);
  if (!quiet)
    g_printerr (_("%u stored, %u already there, %u failed\n"), tally.stored, tally.same, tally.failed);
  if (!quiet && tally.taken + tally.conflicts > 0)
    g_printerr (_("%u decisions taken over, %u decided otherwise here: ours stand, theirs are in the history\n"),
                tally.taken, tally.conflicts);
  g_strfreev (arguments);

  return ok && tally.failed == 0 && tally.conflicts == 0 ? DZ_EXIT_OK : DZ_EXIT_SOME_FAILED;
}

const DzCommand dz_command_import = {
  "import", "[--roster FILE] [--statistics FILE] [--ledger FILE] [--score-sheet FILE] [--scores FILE] [--received DATE] [--replace] REVIEW FILE|DIR|ARCHIVE|LINES.jsonl...",
  run_import
};
