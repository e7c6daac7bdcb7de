/* cmd-compare.c - duizhao-cli compare: the tables of a review or of loose files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-command.h"

#include "dz-cover.h"
#include "dz-load-review.h"
#include "dz-make-briefing.h"
#include "dz-output.h"
#include "dz-score-book.h"
#include "dz-atomic-file.h"
#include "dz-tables.h"
#include "dz-untrue.h"

#include <glib/gi18n-lib.h>
#include <gio/gio.h>
#include <string.h>

static char *table_name;
static char *format;
static char *kind;
static char *output;
static char *set_phrases;
static int year;
static char **paths;

static const GOptionEntry options[] = {
  { "table", 0, 0, G_OPTION_ARG_STRING, &table_name,
    N_("figures (default), weaknesses, checks, roster, changes, overlap, years, promises, life, causes, statistics, ledger, scores, score-points, score-evidence or score-form"), "TABLE" },
  { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_("csv (default), jsonl, or xlsx: all tables in one workbook, with -o"), "FORMAT" },
  { "year", 0, 0, G_OPTION_ARG_INT, &year, N_("reported year; default: the one the window shows"), "YEAR" },
  { "kind", 0, 0, G_OPTION_ARG_STRING, &kind, N_("only bodies of a kind: 街道, 镇, 乡"), "KIND" },
  { "set-phrases", 0, 0, G_OPTION_ARG_FILENAME, &set_phrases,
    N_("wording left out of overlap, one a line"), "FILE" },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("file to write; standard output if left out"),
    "FILE" },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &paths, NULL, NULL },
  { NULL }
};

static void
problem_cb (const DzSource *source,
            const GError   *error,
            gpointer        user_data)
{
  guint *n_failed = user_data;

  dz_command_complain (source, error->message);
  ++*n_failed;
}

/* What scorers gave is a workbook of its own, and so is what they are to fill in. */
static gboolean
write_scores (const DzTableRequest *request,
              const char           *path,
              GError              **error)
{
  DzScoreBook book = { request->review, request->codebook, request->year, request->scope,
                       g_str_equal (table_name, "score-form"), NULL };

  return dz_score_book_write (&book, path, error);
}

/* All tables are one workbook, the same the window exports; the ledger is one of its own, to be handed out. */
static int
write_workbook (const DzTableRequest *request)
{
  g_autoptr(DzBriefingOptions) briefing = dz_briefing_options_new (request->review, request->year);
  g_autofree char *path = g_str_has_suffix (output, ".xlsx") ? g_strdup (output)
                                                             : g_strconcat (output, ".xlsx", NULL);
  DzBriefingOrder order = { request->review, request->codebook, briefing, path };
  g_autoptr(GError) error = NULL;

  if (g_strcmp0 (table_name, "ledger") == 0)
    dz_briefing_options_take_template (briefing, "ledger");
  if (table_name != NULL && g_str_has_prefix (table_name, "score") ? !write_scores (request, path, &error)
                                                                  : !dz_make_briefing (&order, NULL, NULL, NULL, &error))
    {
      g_printerr ("%s: %s\n", path, error->message);
      return DZ_EXIT_SOME_FAILED;
    }

  return DZ_EXIT_OK;
}

/* Compares anew with the phrases of the file left out. */
static gboolean
leave_out_phrases (DzReview   *review,
                   DzCodebook *codebook)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;

  if (!g_file_get_contents (set_phrases, &text, NULL, &error))
    {
      g_printerr ("compare: %s\n", error->message);
      return FALSE;
    }
  if (!g_utf8_validate (text, -1, NULL))
    {
      g_printerr (_("compare: %s: not text in UTF-8\n"), set_phrases);
      return FALSE;
    }
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      g_ptr_array_add (review->county->set_phrases, g_strdup (lines[i]));
  dz_load_review_compare (review, codebook, NULL);

  return TRUE;
}

/* What cannot be done as it was asked, of the first thing that cannot; %NULL: all can. */
static char *
dup_refusal (const GError *error)
{
  if (error != NULL)
    return g_strdup (error->message);
  if (paths == NULL)
    return g_strdup (_("name a review or report files"));
  if (dz_tables_find (table_name) == NULL)
    return g_strdup_printf (_("there is no table called “%s”"), table_name);
  if (format != NULL && !g_str_equal (format, "csv") && !g_str_equal (format, "jsonl") && !g_str_equal (format, "xlsx"))
    return g_strdup_printf (_("“%s”: a table is written as csv, jsonl or xlsx"), format);
  if (g_strcmp0 (format, "xlsx") == 0 && output == NULL)
    return g_strdup (_("a table as xlsx needs a file: -o OUT.xlsx"));
  if (!dz_is_year (year))
    return g_strdup_printf (_("%d is no year of reports"), year);

  return NULL;
}

static int
run_compare (int    argc,
             char **argv)
{
  g_autoptr(GOptionContext) context = dz_command_new_context ("REVIEW|FILE|DIR...", options);
  g_autoptr(GError) error = NULL;
  g_autoptr(DzReview) review = NULL;
  g_autoptr(DzReview) covered = NULL;
  g_autoptr(DzCodebook) codebook = NULL;
  g_autoptr(DzScopeFilter) scope = NULL;
  g_autoptr(DzListing) listing = NULL;
  g_autoptr(GString) out = g_string_new (NULL);
  g_autofree char *refusal = NULL;
  const DzTableKind *table;
  DzTableRequest request = { 0 };
  guint n_failed = 0;

  g_option_context_parse (context, &argc, &argv, &error);
  refusal = dup_refusal (error);
  if (refusal != NULL)
    {
      g_printerr ("compare: %s\n", refusal);
      return DZ_EXIT_USAGE;
    }
  if (!dz_command_spares (output, paths))
    return DZ_EXIT_USAGE;
  table = dz_tables_find (table_name);
  review = dz_load_review ((const char *const *) paths, &codebook, problem_cb, &n_failed, NULL,
                           &error);
  if (review == NULL)
    {
      g_printerr ("%s: %s\n", paths[0], error->message);
      return DZ_EXIT_SOME_FAILED;
    }
  if (set_phrases != NULL && !leave_out_phrases (review, codebook))
    return DZ_EXIT_USAGE;
  scope = kind != NULL ? dz_scope_filter_new_kind (kind) : NULL;
  request.review = covered = dz_review_cover (review);
  request.codebook = codebook;
  request.year = year != 0 ? year : dz_review_choose_year (review, 0, 0);
  request.scope = scope;
  if (g_strcmp0 (format, "xlsx") == 0)
    {
      int status = write_workbook (&request);

      return status == DZ_EXIT_OK && n_failed > 0 ? DZ_EXIT_SOME_FAILED : status;
    }
  request.wide = format == NULL || g_str_equal (format, "csv");
  listing = table->make (&request);
  if (request.wide)
    dz_listing_print_csv (listing, out);
  else
    dz_listing_print_jsonl (listing, out);
  if (output == NULL)
    dz_output_write (out->str, out->len);
  else if (!dz_atomic_file_save (output, out->str, out->len, &error))
    {
      g_printerr ("compare: %s\n", error->message);
      return DZ_EXIT_SOME_FAILED;
    }
  g_strfreev (paths);

  return n_failed == 0 ? DZ_EXIT_OK : DZ_EXIT_SOME_FAILED;
}

const DzCommand dz_command_compare = {
  "compare",
  "[--table figures|weaknesses|checks|roster|changes|overlap|years|promises|life|causes|statistics|ledger|scores|score-points|score-evidence|score-form] [--format csv|jsonl|xlsx] [--year YEAR] "
  "REVIEW|FILE...",
  run_compare
};
