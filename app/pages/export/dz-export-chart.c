/* dz-export-chart.c - one chart as a file of its own
 *
 * SVG and PNG are drawn for the screen, in colour; PDF for paper, in grey.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-export.h"

#include "dz-chart-kinds.h"
#include "dz-cover.h"
#include "dz-error.h"
#include "dz-gallery.h"
#include "dz-atomic-file.h"
#include "dz-series-build.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SCREEN_WIDTH 1000

static gboolean
find_format (const char    *path,
             DzChartFormat *format,
             GError       **error)
{
  const char *dot = strrchr (path, '.');
  g_autofree char *word = dot != NULL ? g_ascii_strdown (dot + 1, -1) : NULL;

  if (word != NULL && dz_chart_format_from_string (word, format))
    return TRUE;
  g_set_error (error, DZ_ERROR, DZ_ERROR_USAGE, _("“%s”: a chart is written as .svg, .png or .pdf."), path);

  return FALSE;
}

/* @look: a DzChartLook, or -1; @width: 0: as the format has it */
static GBytes *
draw (const DzChart *chart,
      DzSeries      *series,
      DzChartFormat  format,
      int            look,
      double         width,
      GError       **error)
{
  gboolean paper = format == DZ_CHART_PDF;
  DzChartStyle style;

  if (look < 0)
    look = paper ? DZ_CHART_PAPER_GREY : DZ_CHART_SCREEN_LIGHT;
  dz_chart_style_init (&style, (DzChartLook) look, paper ? DZ_CHART_PAPER_U : DZ_CHART_SCREEN_U);
  style.draws_title = TRUE;
  style.draws_background = TRUE;
  if (!paper) /* a picture stands alone, whatever its look; on a page the page has the margin */
    style.margin = DZ_CHART_MARGIN * style.u;

  return dz_chart_export (chart, series, &style, width > 0 ? width : paper ? DZ_TYPE_WIDTH : SCREEN_WIDTH, 0,
                          format, error);
}

/**
 * dz_export_chart_picture:
 * @format: PDF is for paper, grey and as wide as the text of a page; the others are for the screen
 *
 * The picture of a chart: the same bytes for the window's export and clipboard and for the batch program.
 *
 * Returns: (transfer full) (nullable): the bytes, or %NULL with @error set
 */
GBytes *
dz_export_chart_picture (const DzChart *chart,
                         DzSeries      *series,
                         DzChartFormat  format,
                         GError       **error)
{
  return draw (chart, series, format, -1, 0, error);
}

static gboolean
save (GBytes     *picture,
      const char *path,
      GError    **error)
{
  gsize len;
  const char *data = g_bytes_get_data (picture, &len);

  return dz_atomic_file_save (path, data, len, error);
}

/**
 * dz_export_chart_file:
 * @path: its ending says the format: .svg, .png or .pdf
 *
 * Returns: %FALSE with @error set if the file cannot be written; an older one is as it was
 */
gboolean
dz_export_chart_file (const DzChart *chart,
                      DzSeries      *series,
                      const char    *path,
                      GError       **error)
{
  g_autoptr(GBytes) picture = NULL;
  DzChartFormat format;

  if (!find_format (path, &format, error))
    return FALSE;
  picture = dz_export_chart_picture (chart, series, format, error);

  return picture != NULL && save (picture, path, error);
}

/**
 * dz_export_chart:
 *
 * Returns: %FALSE with @error set if the chart is not known, refuses, or cannot be written
 */
gboolean
dz_export_chart (const DzChartFileOrder *order,
                 GError                **error)
{
  g_autoptr(DzReview) covered = dz_review_cover (order->review);
  DzSeriesQuery query = { .review = covered, .codebook = order->codebook, .year = order->year, .subject = order->chart,
                          .focus_body = order->body, .per = DZ_PER_NONE, .order = DZ_ORDER_VALUE };
  g_autoptr(DzSeries) series = NULL;
  g_autoptr(GBytes) picture = NULL;
  g_auto(DzChartRefusal) refusal = { 0 };
  const DzChart *kind;
  const char *own;
  DzChartFormat format;

  if (!find_format (order->path, &format, error))
    return FALSE;
  own = dz_gallery_get_chart (order->codebook, order->chart);
  kind = dz_chart_find (order->as != NULL ? order->as : own);
  query.alone = kind != NULL && kind->draws_one && !g_str_equal (kind->id, own);
  series = dz_series_build (&query, error);
  if (series == NULL)
    return FALSE;
  if (kind == NULL || !dz_chart_can_draw (kind, series, &refusal))
    {
      g_set_error (error, DZ_ERROR, DZ_ERROR_NO_DATA, "%s%s",
                   refusal.what != NULL ? refusal.what : "没有可画的数据。", refusal.next != NULL ? refusal.next : "");
      return FALSE;
    }
  picture = draw (kind, series, format, order->look, order->width, error);

  return picture != NULL && save (picture, order->path, error);
}
