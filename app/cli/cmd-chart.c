/* cmd-chart.c - duizhao-cli chart: one chart as svg, png or pdf
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-command.h"

#include "dz-chart-kinds.h"
#include "dz-codebook-job.h"
#include "dz-export.h"
#include "dz-load-review.h"
#include "dz-untrue.h"

#include <glib/gi18n-lib.h>

static char *output;
static char *chart;
static char *as;
static char *body_name;
static char *look;
static double width;
static gboolean list;
static gboolean list_kinds;
static int year;
static char **arguments;

static const GOptionEntry entries[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("file to write: .svg, .png or .pdf"), "OUT" },
  { "chart", 0, 0, G_OPTION_ARG_STRING, &chart,
    N_("a subject or an indicator's id, see --list"), "ID" },
  { "as", 0, 0, G_OPTION_ARG_STRING, &as, N_("the kind of chart that draws it, see --list-kinds; default: the one it has"), "KIND" },
  { "list", 0, 0, G_OPTION_ARG_NONE, &list, N_("list the charts there are, an id and a name a line"), NULL },
  { "list-kinds", 0, 0, G_OPTION_ARG_NONE, &list_kinds, N_("list the kinds of chart, an id and a name a line"), NULL },
  { "look", 0, 0, G_OPTION_ARG_STRING, &look,
    N_("light, dark, grey or colour (paper); default: light, and grey in a PDF"), "LOOK" },
  { "width", 0, 0, G_OPTION_ARG_DOUBLE, &width, N_("width in pixels, or in points of a PDF: 300 to 4000"), "N" },
  { "body", 0, 0, G_OPTION_ARG_STRING, &body_name, N_("the body a profile is about, or that is marked"), "NAME" },
  { "year", 0, 0, G_OPTION_ARG_INT, &year, N_("reported year; default: the one the window shows"), "Y" },
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
  g_printerr (_("chart: no body is called “%s”\n"), body_name);

  return FALSE;
}

/* Returns: %FALSE if @look is none */
static gboolean
find_look (int *found)
{
  static const struct { const char *word; DzChartLook look; } looks[] = {
    { "light", DZ_CHART_SCREEN_LIGHT }, { "dark", DZ_CHART_SCREEN_DARK },
    { "grey", DZ_CHART_PAPER_GREY },    { "colour", DZ_CHART_PAPER_COLOUR },
  };

  *found = -1;
  if (look == NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    if (g_str_equal (looks[i].word, look))
      *found = looks[i].look;
  if (*found < 0)
    g_printerr (_("chart: no look is called “%s”: light, dark, grey or colour\n"), look);

  return *found >= 0;
}

static void
print_names (DzCodebook *codebook,
             DzEntryKind kind)
{
  GPtrArray *named = dz_codebook_list (codebook, kind);

  for (guint i = 0; i < named->len; i++)
    {
      const DzEntry *entry = g_ptr_array_index (named, i);

      g_print ("%s\t%s\n", entry->id, entry->name);
    }
}

static int
list_charts (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GError) refusal = NULL;
  g_autoptr(DzCodebook) codebook = dz_codebook_load_stored (NULL, &refusal, &error);

  if (codebook == NULL)
    {
      g_printerr ("chart: %s\n", error->message);
      return DZ_EXIT_SOME_FAILED;
    }
  print_names (codebook, DZ_ENTRY_SUBJECT);
  print_names (codebook, DZ_ENTRY_INDICATOR);

  return DZ_EXIT_OK;
}

static int
print_kinds (void)
{
  guint n;
  const DzChart *const *kinds = dz_chart_list (&n);

  for (guint i = 0; i < n; i++)
    g_print ("%s\t%s\n", kinds[i]->id, kinds[i]->name);

  return DZ_EXIT_OK;
}

/* Returns: %FALSE if @as is none */
static gboolean
check_kind (void)
{
  if (as == NULL || dz_chart_find (as) != NULL)
    return TRUE;
  g_printerr (_("chart: no kind of chart is called “%s”, see --list-kinds\n"), as);

  return FALSE;
}

static gboolean
is_width (void)
{
  return width == 0 || (width >= 300 && width <= 4000);
}

static int
run_chart (int    argc,
           char **argv)
{
  g_autoptr(GOptionContext) context = dz_command_new_context ("REVIEW|FILE...", entries);
  g_autoptr(GError) error = NULL;
  g_autoptr(DzReview) review = NULL;
  g_autoptr(DzCodebook) codebook = NULL;
  DzChartFileOrder order = { 0 };
  gboolean all_read = TRUE, ok;

  if (!g_option_context_parse (context, &argc, &argv, &error) ||
      (!list && !list_kinds && (arguments == NULL || output == NULL || chart == NULL || !dz_is_year (year) || !is_width ())))
    {
      g_printerr ("chart: %s\n", error != NULL ? error->message
                                               : _("name a review or reports, --chart ID and -o OUT, a year there may be and a width of 300 to 4000"));
      return DZ_EXIT_USAGE;
    }
  if (list)
    return list_charts ();
  if (list_kinds)
    return print_kinds ();
  if (!check_kind () || !find_look (&order.look) || !dz_command_spares (output, arguments))
    return DZ_EXIT_USAGE;
  review = dz_load_review ((const char *const *) arguments, &codebook, tell_problem, &all_read, NULL, &error);
  if (review != NULL && !find_body (review, &order.body))
    return DZ_EXIT_USAGE;
  order.review = review;
  order.codebook = codebook;
  order.year = year != 0 || review == NULL ? year : dz_review_choose_year (review, 0, 0);
  order.chart = chart;
  order.as = as;
  order.path = output;
  order.width = width;
  ok = review != NULL && dz_export_chart (&order, &error);
  if (!ok)
    g_printerr ("%s: %s\n", review == NULL ? arguments[0] : "chart", error->message);
  g_strfreev (arguments);

  return ok && all_read ? DZ_EXIT_OK : DZ_EXIT_SOME_FAILED;
}

const DzCommand dz_command_chart = { "chart", "[--year Y] [--body NAME] [--look LOOK] [--width N] [--as KIND] REVIEW|FILE... --chart ID -o OUT.svg|png|pdf, or --list or --list-kinds", run_chart };
