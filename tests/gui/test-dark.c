/* test-dark.c - in the dark style: what the program draws itself stands out, and has the ground behind it that is there
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-test-window.h"

#include "dz-chart-card.h"
#include "dz-chart-style.h"
#include "dz-charts-view.h"
#include "dz-figure-matrix.h"
#include "dz-figures-view.h"

#include <math.h>

static void
open_dark (DzTestWindow  *self,
           gconstpointer  data)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
  dz_test_window_open (self, data);
}

static void
close_dark (DzTestWindow  *self,
            gconstpointer  data)
{
  dz_test_window_close (self, data);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
}

static gboolean
has_content (gpointer widget)
{
  g_autoptr(GdkPaintable) paintable = gtk_widget_paintable_new (widget);

  return gtk_widget_get_mapped (widget) && gdk_paintable_get_intrinsic_width (paintable) > 100;
}

/* What is on screen of a widget, on nothing. */
static cairo_surface_t *
draw (GtkWidget *widget)
{
  g_autoptr(GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  GskRenderNode *node;

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  gsk_render_node_draw (node, cr);
  gsk_render_node_unref (node);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

static guint32
get_pixel (cairo_surface_t *surface,
           int              x,
           int              y)
{
  return ((guint32 *) (gpointer) (cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface)))[x] &
         0xffffff;
}

static double
get_light (guint32 pixel)
{
  static const double share[] = { 0.0722, 0.7152, 0.2126 };
  double light = 0;

  for (guint i = 0; i < 3; i++)
    {
      double c = (pixel >> 8 * i & 0xff) / 255.0;

      light += share[i] * (c <= 0.03928 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4));
    }

  return light;
}

static double
get_contrast (guint32 a,
              guint32 b)
{
  double light = get_light (a), other = get_light (b);

  return (MAX (light, other) + 0.05) / (MIN (light, other) + 0.05);
}

/* Numbers over the marks of a chart have the chart's ground behind them: it must be that of the card. */
static void
test_ground_of_charts (DzTestWindow  *self,
                       gconstpointer  data)
{
  GtkWidget *view = dz_test_show_view (self, "charts", DZ_TYPE_CHARTS_VIEW);
  GtkWidget *card;
  cairo_surface_t *surface;
  DzChartStyle style;
  guint32 ground;

  dz_test_wait_mapped (view);
  card = dz_test_find_mapped (view, DZ_TYPE_CHART_CARD, NULL);
  dz_test_wait (has_content, card);
  surface = draw (card);
  dz_chart_style_init (&style, DZ_CHART_SCREEN_DARK, 0);
  ground = (guint32) lround (style.background.red * 255) << 16 | (guint32) lround (style.background.green * 255) << 8 |
           (guint32) lround (style.background.blue * 255);
  g_assert_cmphex (get_pixel (surface, cairo_image_surface_get_width (surface) / 2, 4), ==, ground);
  cairo_surface_destroy (surface);
}

/* How many bluish pixels there are whose contrast to the ground is at least that. */
static guint
count_blue (cairo_surface_t *surface,
            double           contrast)
{
  guint32 ground = get_pixel (surface, 2, 2);
  guint n = 0;

  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
      {
        guint32 pixel = get_pixel (surface, x, y);

        if ((pixel & 0xff) > (pixel >> 16 & 0xff) + 60 && get_contrast (pixel, ground) >= contrast)
          n++;
      }

  return n;
}

/* Bars of figures are marks a person reads: 3:1 and more, but for the softened edge of one. */
static void
test_bars_of_figures (DzTestWindow  *self,
                      gconstpointer  data)
{
  GtkWidget *view = dz_test_show_view (self, "figures", DZ_TYPE_FIGURES_VIEW);
  GtkWidget *matrix = dz_test_find (view, DZ_TYPE_FIGURE_MATRIX, NULL);
  cairo_surface_t *surface;
  guint all, strong;

  dz_test_wait (has_content, matrix);
  surface = draw (matrix);
  all = count_blue (surface, 1);
  strong = count_blue (surface, 3);
  g_test_message ("%u of %u pixels", strong, all);
  g_assert_cmpuint (all, >, 2000);
  g_assert_cmpuint (strong, >, all * 9 / 10);
  cairo_surface_destroy (surface);
}

int
main (int   argc,
      char *argv[])
{
  if (!dz_test_window_init (&argc, &argv))
    return 0;

  g_test_add ("/gui/dark/ground-of-charts", DzTestWindow, NULL, open_dark, test_ground_of_charts, close_dark);
  g_test_add ("/gui/dark/bars-of-figures", DzTestWindow, NULL, open_dark, test_bars_of_figures, close_dark);

  return dz_test_window_run ();
}
