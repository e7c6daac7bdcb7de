/* cmd-chart.c - duizhao-cli chart: one chart of a review or of loose files as a picture
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-command.h"

#include "dz-chart-job.h"
#include "dz-gather.h"

static char *output;
static char *chart;
static gboolean grey;
static int year;
static char **paths;

static const GOptionEntry options[] = {
  { "chart", 0, 0, G_OPTION_ARG_STRING, &chart,
    "mediation, training, weaknesses ... or the id of an indicator", "CHART" },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, "file to write: .svg, .png, .pdf", "FILE" },
  { "grey", 0, 0, G_OPTION_ARG_NONE, &grey, "patterns in place of colours", NULL },
  { "year", 0, 0, G_OPTION_ARG_INT, &year, "reported year; the latest if left out", "YEAR" },
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

static void
list_charts (void)
{
  guint n;
  const DzSubject *subjects = dz_subject_list (&n);

  g_printerr ("chart: name a review or report files, --chart and -o OUT; charts:");
  for (guint i = 0; i < n; i++)
    g_printerr (" %s", subjects[i].id);
  g_printerr (", change:INDICATOR, spread:INDICATOR, INDICATOR\n");
}

static int
run_chart (int    argc,
           char **argv)
{
  g_autoptr(GOptionContext) context = g_option_context_new ("REVIEW|FILE|DIR... --chart CHART -o OUT");
  g_autoptr(GError) error = NULL;
  g_autoptr(DzReview) review = NULL;
  g_autoptr(DzCodebook) codebook = NULL;
  DzSeriesQuery query = { 0 };
  guint n_failed = 0;

  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      g_printerr ("chart: %s\n", error->message);
      return DZ_EXIT_USAGE;
    }
  if (paths == NULL || output == NULL || chart == NULL)
    {
      list_charts ();
      return DZ_EXIT_USAGE;
    }
  review = dz_gather_review ((const char *const *) paths, &codebook, problem_cb, &n_failed, NULL,
                             &error);
  if (review == NULL)
    {
      g_printerr ("%s: %s\n", paths[0], error->message);
      return DZ_EXIT_SOME_FAILED;
    }
  query.review = review;
  query.codebook = codebook;
  query.year = year != 0 ? year : dz_review_latest_year (review);
  query.subject = chart;
  if (!dz_make_chart (&query, grey, output, &error))
    {
      g_printerr ("%s: %s\n", output, error->message);
      return DZ_EXIT_SOME_FAILED;
    }
  g_strfreev (paths);

  return n_failed == 0 ? DZ_EXIT_OK : DZ_EXIT_SOME_FAILED;
}

const DzCommand dz_command_chart = {
  "chart", "--chart mediation|training|weaknesses|INDICATOR [--year YEAR] REVIEW|FILE... -o OUT.svg|png|pdf",
  run_chart
};
