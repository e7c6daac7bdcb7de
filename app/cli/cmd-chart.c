/* cmd-chart.c - duizhao-cli chart: one chart as svg, png or pdf
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-command.h"

#include "dz-export.h"
#include "dz-load-review.h"
#include "dz-untrue.h"

static char *output;
static char *chart;
static char *body_name;
static int year;
static char **arguments;

static const GOptionEntry entries[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, "file to write: .svg, .png or .pdf", "OUT" },
  { "chart", 0, 0, G_OPTION_ARG_STRING, &chart,
    "mediation, training, enforcement, materials, petitions, weaknesses, heatmap, change, spread, profile, "
    "or an indicator's id", "ID" },
  { "body", 0, 0, G_OPTION_ARG_STRING, &body_name, "the body a profile is about, or that is marked", "NAME" },
  { "year", 0, 0, G_OPTION_ARG_INT, &year, "reported year; default: the latest", "Y" },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &arguments, NULL, NULL },
  { NULL }
};

static void
tell_problem (const DzSource *source,
              const GError   *error,
              gpointer        user_data)
{
  gboolean *all_read = user_data;

  *all_read = FALSE;
  dz_command_complain (source, error->message);
}

/* Returns: %FALSE if @body_name is not on the roster */
static gboolean
find_body (DzReview *review,
           gint64   *id)
{
  const DzBody *body = body_name != NULL ? dz_review_body_named (review, body_name) : NULL;

  *id = body != NULL ? body->id : 0;
  if (body_name == NULL || body != NULL)
    return TRUE;
  g_printerr ("chart: no body is called “%s”\n", body_name);

  return FALSE;
}

static int
run_chart (int    argc,
           char **argv)
{
  g_autoptr(GOptionContext) context = g_option_context_new ("REVIEW|FILE...");
  g_autoptr(GError) error = NULL;
  g_autoptr(DzReview) review = NULL;
  g_autoptr(DzCodebook) codebook = NULL;
  gboolean all_read = TRUE, ok;
  gint64 body = 0;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || arguments == NULL || output == NULL || chart == NULL || !dz_is_year (year))
    {
      g_printerr ("chart: %s\n", error != NULL ? error->message : "name a review or reports, --chart ID and -o OUT, and a year there may be");
      return DZ_EXIT_USAGE;
    }
  review = dz_load_review ((const char *const *) arguments, &codebook, tell_problem, &all_read, NULL, &error);
  if (review != NULL && !find_body (review, &body))
    return DZ_EXIT_USAGE;
  ok = review != NULL && dz_export_chart (review, codebook, year != 0 ? year : dz_review_latest_year (review), chart,
                                          body, output, &error);
  if (!ok)
    g_printerr ("%s: %s\n", review == NULL ? arguments[0] : "chart", error->message);
  g_strfreev (arguments);

  return ok && all_read ? DZ_EXIT_OK : DZ_EXIT_SOME_FAILED;
}

const DzCommand dz_command_chart = { "chart", "[--year Y] [--body NAME] REVIEW|FILE... --chart ID -o OUT.svg|png|pdf", run_chart };
