/* charts.c - draws every kind of chart: how long one redraw takes, and the pictures
 *
 * Without argument: a table of redraw times (of the processor) at 12 and 60 bodies on an image surface.
 * With a folder: writes each kind as PNG at 1000 x 620 into it, to be looked at.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-chart-export.h"
#include "dz-chart-kinds.h"

#include "../core/dz-sample-series.h"

#include <time.h>

#define REDRAWS 100

typedef DzSeries *(*Make) (void);

static DzSeries *
make_ranking (void)
{
  return sample_weaknesses ("2024年各单位提出的问题");
}

static DzSeries *
make_heatmap (void)
{
  return sample_weaknesses ("2024年问题与单位对照");
}

static DzSeries *
make_sixty (void)
{
  return sample_county (60);
}

static DzSeries *
make_sixty_weaknesses (void)
{
  DzSeries *series = sample_county (60);

  sample_add_codes (series, 60);
  return series;
}

static DzSeries *
make_five (void)
{
  return sample_county (5);
}

static DzSeries *
make_two (void)
{
  return sample_county (2);
}

static DzSeries *
make_real (void)
{
  static const char *const names[] = { "田镇街道", "草滩街道", "后塘瑶族乡", "文昌街道", "江湾镇" };
  DzSeries *series = dz_series_new (2024);

  g_free (series->title);
  series->title = g_strdup ("五份报告：调处矛盾纠纷数与调解成功率");
  dz_series_add_measure (series, "disputes_mediated", "调处矛盾纠纷数", "件数", "件", "count");
  dz_series_add_measure (series, "mediation_success_rate", "调解成功率", "成功率", "%", "rate");
  for (guint i = 0; i < 5; i++)
    dz_series_add_row (series, i + 1, names[i], "街道")->report_year = i == 4 ? 2023 : 2024;
  series->mixed_years = series->side_by_side = TRUE;
  dz_series_set_value (series, 0, 0, 806, DZ_BOUND_EXACT);
  dz_series_set_value (series, 1, 0, 484, DZ_BOUND_EXACT)->derived = TRUE;
  dz_series_set_value (series, 2, 0, 42, DZ_BOUND_EXACT);
  dz_series_set_value (series, 0, 1, 98, DZ_BOUND_EXACT);
  dz_series_set_value (series, 1, 1, 96.5, DZ_BOUND_EXACT);
  dz_series_set_value (series, 2, 1, 100, DZ_BOUND_EXACT);
  dz_series_set_value (series, 3, 1, 97, DZ_BOUND_AT_LEAST);
  dz_series_explain (series, "＊由书面调解54件与口头调解430件相加得出。文昌街道另报接收92件、受理90件，均不是调处数，不代填。");
  dz_series_add_incomparable (series, "江湾镇为2023年度，隔线另列");
  return series;
}

static DzSeries *
make_refused (void)
{
  DzSeries *series = make_real ();

  series->side_by_side = FALSE;
  return series;
}

static const struct
{
  const char *file, *kind;
  Make make;
  DzChartLook look;
  double width, height;
} pictures[] = {
  { "01-pair", "pair", sample_mediation, DZ_CHART_SCREEN_LIGHT, 1000, 620 },
  { "02-training", "pair", sample_training, DZ_CHART_SCREEN_LIGHT, 1000, 620 },
  { "03-stack", "stack", sample_staff, DZ_CHART_SCREEN_LIGHT, 1000, 620 },
  { "04-materials", "bar", sample_materials, DZ_CHART_SCREEN_LIGHT, 1000, 620 },
  { "05-ranking", "ranking", make_ranking, DZ_CHART_SCREEN_LIGHT, 1000, 620 },
  { "05b-ranking", "ranking", make_ranking, DZ_CHART_PAPER_GREY, 442, 420 },
  { "06-heatmap", "heatmap", make_heatmap, DZ_CHART_SCREEN_LIGHT, 1000, 620 },
  { "06b-heatmap", "heatmap", make_heatmap, DZ_CHART_PAPER_GREY, 442, 420 },
  { "06c-heatmap-60", "heatmap", make_sixty_weaknesses, DZ_CHART_SCREEN_LIGHT, 1300, 760 },
  { "07-slope", "slope", sample_years, DZ_CHART_SCREEN_LIGHT, 1000, 620 },
  { "07b-dumbbell", "dumbbell", sample_years, DZ_CHART_SCREEN_LIGHT, 1000, 620 },
  { "08-strip", "strip", sample_events, DZ_CHART_SCREEN_LIGHT, 1000, 620 },
  { "09-profile", "profile", sample_profile, DZ_CHART_SCREEN_LIGHT, 1000, 620 },
  { "10-pair-60", "pair", make_sixty, DZ_CHART_SCREEN_LIGHT, 1000, 620 },
  { "10b-bar-60", "bar", make_sixty, DZ_CHART_SCREEN_LIGHT, 1000, 620 },
  { "10c-range", "range", sample_mediation, DZ_CHART_SCREEN_LIGHT, 1000, 620 },
  { "10d-ranking-60", "ranking", make_sixty_weaknesses, DZ_CHART_SCREEN_LIGHT, 1000, 720 },
  { "10e-strip-60", "strip", make_sixty, DZ_CHART_SCREEN_LIGHT, 1000, 720 },
  { "11-grey", "pair", sample_mediation, DZ_CHART_PAPER_GREY, 442, 286 },
  { "12-real", "pair", make_real, DZ_CHART_SCREEN_LIGHT, 1000, 620 },
  { "13-dark", "pair", sample_mediation, DZ_CHART_SCREEN_DARK, 1000, 620 },
  { "14-refused", "pair", make_refused, DZ_CHART_SCREEN_LIGHT, 1000, 300 },
  { "15-two", "pair", make_two, DZ_CHART_SCREEN_LIGHT, 1000, 620 },
  { "16-grouped", "grouped", sample_staff, DZ_CHART_SCREEN_LIGHT, 1000, 620 },
  { "17-five", "strip", make_five, DZ_CHART_SCREEN_LIGHT, 1000, 620 },
  { "18-narrow", "pair", sample_mediation, DZ_CHART_SCREEN_LIGHT, 380, 420 },
  { "19-selected", "pair", sample_mediation, DZ_CHART_SCREEN_LIGHT, 1000, 620 },
  { "20-card-pair", "pair", sample_mediation, DZ_CHART_SCREEN_LIGHT, 380, 280 },
  { "20-card-ranking", "ranking", make_ranking, DZ_CHART_SCREEN_LIGHT, 380, 280 },
  { "20-card-stack", "stack", sample_staff, DZ_CHART_SCREEN_LIGHT, 380, 280 },
  { "20-card-heatmap", "heatmap", make_heatmap, DZ_CHART_SCREEN_LIGHT, 380, 280 },
  { "20-card-slope", "slope", sample_years, DZ_CHART_SCREEN_LIGHT, 380, 280 },
  { "21-page-60", "pair", make_sixty, DZ_CHART_PAPER_GREY, 442, 581 },
  { "22-strip-grey", "strip", sample_events, DZ_CHART_PAPER_GREY, 442, 286 },
  { "23-profile-grey", "profile", sample_profile, DZ_CHART_PAPER_GREY, 442, 286 },
  { "24-stack-grey", "stack", sample_staff, DZ_CHART_PAPER_GREY, 442, 286 },
  { "25-slope-grey", "slope", sample_years, DZ_CHART_PAPER_GREY, 442, 286 },
};

/* Paper is shown at 150 dpi. */
static void
write_picture (const char *folder,
               guint       i)
{
  const DzChart *chart = dz_chart_find (pictures[i].kind);
  gboolean paper = pictures[i].look >= DZ_CHART_PAPER_GREY;
  double scale = paper ? 150 / 72.0 : 1;
  g_autoptr(DzSeries) series = pictures[i].make ();
  g_autofree char *path = g_strdup_printf ("%s/%s.png", folder, pictures[i].file);
  DzRect rect = { 0, 0, pictures[i].width, pictures[i].height };
  cairo_surface_t *surface;
  DzChartView view = { 0 };
  DzChartStyle style;
  cairo_t *cr;

  if (chart == NULL)
    return;
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (rect.width * scale),
                                        (int) (rect.height * scale));
  dz_chart_style_init (&style, pictures[i].look, 0);
  style.draws_background = TRUE;
  cr = cairo_create (surface);
  cairo_scale (cr, scale, scale);
  if (g_str_has_prefix (pictures[i].file, "19"))
    view = (DzChartView) { .selected_body = 7, .has_focus = TRUE, .focus_mark = 17 };
  if (g_str_has_prefix (pictures[i].file, "20"))
    style.draws_title = style.draws_notes = FALSE;
  dz_chart_geometry_unref (dz_chart_draw (chart, series, &style, cr, &rect, &view));
  cairo_surface_write_to_png (surface, path);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static double
time_redraw (const DzChart *chart,
             DzSeries      *series,
             DzChartStyle  *style,
             double        *first)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 1000, 620);
  cairo_t *cr = cairo_create (surface);
  DzRect rect = { 0, 0, 1000, 620 };
  clock_t start = clock (), second;

  dz_chart_geometry_unref (dz_chart_draw (chart, series, style, cr, &rect, NULL));
  second = clock ();
  *first = (double) (second - start) * 1000 / CLOCKS_PER_SEC;
  for (int i = 0; i < REDRAWS; i++)
    dz_chart_geometry_unref (dz_chart_draw (chart, series, style, cr, &rect, NULL));
  start = clock ();
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return (double) (start - second) * 1000 / CLOCKS_PER_SEC / REDRAWS;
}

/* What the kind can draw: cases and rate, one measure twice, or fifteen indicators. */
static DzSeries *
make_for (const DzChart *chart,
          guint          n)
{
  static const char *const one_unit[] = { "stack", "slope", "dumbbell", NULL };
  DzSeries *series = sample_county (n);

  sample_add_codes (series, n);
  series->focus_body = 3;
  if (g_strv_contains (one_unit, chart->id))
    {
      DzMeasure *second = g_ptr_array_index (series->measures, 1);

      second->unit = g_intern_string ("件");
      second->kind = g_intern_string ("count");
      if (g_str_equal (chart->id, "stack"))
        second->whole = dz_series_get_measure (series, 0)->id;
      else
        {
          second->id = dz_series_get_measure (series, 0)->id;
          ((DzMeasure *) g_ptr_array_index (series->measures, 0))->year = 2023;
          second->year = 2024;
        }
    }
  for (guint m = 2; m < 15 && g_str_equal (chart->id, "profile"); m++)
    {
      dz_series_add_measure (series, "more", "另一项指标", NULL, "件", "count");
      for (guint i = 0; i < n; i++)
        dz_series_set_value (series, i, m, (i * 31 * m) % 97, DZ_BOUND_EXACT);
    }
  return series;
}

static void
print_times (void)
{
  static const guint sizes[] = { 12, 60 };
  guint n_charts;
  const DzChart *const *list = dz_chart_list (&n_charts);
  DzChartStyle style;

  dz_chart_style_init (&style, DZ_CHART_SCREEN_LIGHT, 0);
  style.draws_background = TRUE;
  g_print ("%-10s %8s %10s %10s\n", "chart", "bodies", "first ms", "redraw ms");
  for (guint i = 0; i < n_charts; i++)
    for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
      {
        g_autoptr(DzSeries) series = make_for (list[i], sizes[s]);
        g_auto(DzChartRefusal) refusal = { 0 };
        double first, redraw;

        if (!dz_chart_can_draw (list[i], series, &refusal)) /* drawn fast, for nothing is drawn */
          {
            g_print ("%-10s %8u    refused: %s\n", list[i]->id, sizes[s], refusal.what);
            continue;
          }
        redraw = time_redraw (list[i], series, &style, &first);
        g_print ("%-10s %8u %10.2f %10.2f\n", list[i]->id, sizes[s], first, redraw);
      }
}

int
main (int    argc,
      char **argv)
{
  if (argc > 1)
    for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
      write_picture (argv[1], i);
  else
    print_times ();
  return 0;
}
