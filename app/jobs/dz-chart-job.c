/* dz-chart-job.c - one chart of a review as a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-chart-job.h"

#include "dz-chart-export.h"
#include "dz-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The width of the text block of GB/T 9704 in points: what a briefing prints. */
#define WIDTH (156 / 25.4 * 72)
#define PIXELS_PER_POINT 3 /* of a picture: 216 dpi */

static GBytes *
draw (const DzChart *chart,
      DzSeries      *series,
      gboolean       grey,
      DzChartFormat  format,
      GError       **error)
{
  double scale = format == DZ_CHART_PNG ? PIXELS_PER_POINT : 1;
  double width = WIDTH * scale;
  DzChartStyle style;
  g_auto(DzChartRefusal) refusal = { 0 };

  if (!dz_chart_can_draw (chart, series, &refusal))
    {
      g_set_error (error, DZ_ERROR, DZ_ERROR_NO_DATA, "%s%s", refusal.what,
                   refusal.next != NULL ? refusal.next : "");
      return NULL;
    }
  dz_chart_style_init (&style, grey ? DZ_CHART_PAPER_GREY : DZ_CHART_PAPER_COLOUR,
                       DZ_CHART_PAPER_U * scale);
  style.draws_title = TRUE;
  style.draws_background = TRUE;
  style.margin = style.u;

  return dz_chart_export (chart, series, &style, width,
                          dz_chart_get_natural_height (chart, series, &style, width), format, error);
}

/**
 * dz_make_chart:
 * @query: review, year, subject, scope ...
 * @grey: patterns in place of hues, for a grey copier
 * @path: .svg, .png or .pdf
 *
 * Writes one chart as wide as a briefing prints it; what stood at @path stays if it fails.
 */
gboolean
dz_make_chart (const DzSeriesQuery *query,
               gboolean             grey,
               const char          *path,
               GError             **error)
{
  g_autoptr(DzSeries) series = NULL;
  g_autoptr(GBytes) bytes = NULL;
  const DzChart *chart;
  DzChartFormat format;
  const char *dot;

  g_return_val_if_fail (query != NULL && path != NULL, FALSE);

  dot = strrchr (path, '.');
  if (dot == NULL || !dz_chart_format_from_string (dot + 1, &format))
    {
      g_set_error (error, DZ_ERROR, DZ_ERROR_USAGE, _("End the file's name with .svg, .png or .pdf."));
      return FALSE;
    }
  series = dz_series_build (query, error);
  if (series == NULL)
    return FALSE;
  chart = dz_chart_find (dz_subject_get_chart (query->subject));
  if (chart == NULL)
    {
      g_set_error (error, DZ_ERROR, DZ_ERROR_NO_DATA, _("This chart cannot be drawn yet."));
      return FALSE;
    }
  bytes = draw (chart, series, grey, format, error);

  return bytes != NULL && g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                               (gssize) g_bytes_get_size (bytes), error);
}
