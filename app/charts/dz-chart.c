/* dz-chart.c - the common refusals, drawing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-chart.h"

#include "dz-chart-kind.h"

#include <math.h>

void
dz_chart_refusal_clear (DzChartRefusal *refusal)
{
  g_clear_pointer (&refusal->what, g_free);
  g_clear_pointer (&refusal->next, g_free);
  refusal->advice = DZ_ADVICE_NONE;
}

/**
 * dz_chart_refuse:
 * @what: (transfer full): one line what
 * @next: (nullable): one line what next
 *
 * Returns: %FALSE
 */
gboolean
dz_chart_refuse (DzChartRefusal *refusal,
                 DzChartAdvice   advice,
                 char           *what,
                 const char     *next)
{
  refusal->what = what;
  refusal->next = g_strdup (next);
  refusal->advice = advice;
  return FALSE;
}

/* Rows by year of report: 0 and the series' own year are the same. */
static gboolean
refuse_mixed_years (DzSeries       *series,
                    DzChartRefusal *refusal)
{
  GString *what = g_string_new ("这些报告不是同一年度（");
  gboolean first = TRUE;

  for (int year = 1900; year < 2200; year++)
    {
      guint n = 0;

      for (guint i = 0; i < dz_series_get_n_rows (series); i++)
        n += dz_series_get_row (series, i)->report_year == year;
      if (n > 0)
        g_string_append_printf (what, "%s%d年%u份", first ? "" : "、", year, n);
      first = first && n == 0;
    }
  g_string_append (what, "），不能放在一张图里比较。");
  return dz_chart_refuse (refusal, DZ_ADVICE_SPLIT_YEARS, g_string_free (what, FALSE),
                          "可以按年度分开，或者并列画出。");
}

static guint
count_due (DzSeries *series)
{
  return series->due > 0 ? series->due : dz_series_get_n_rows (series);
}

/**
 * dz_chart_need_figures:
 * @refusal: (out): filled in if it returns %FALSE
 *
 * Returns: %FALSE for a series of weaknesses
 */
gboolean
dz_chart_need_figures (DzSeries       *series,
                       DzChartRefusal *refusal)
{
  if (dz_series_get_n_measures (series) == 0 && dz_series_get_n_codes (series) > 0)
    return dz_chart_refuse (refusal, DZ_ADVICE_CHOOSE_MORE, g_strdup ("这种图画的是指标，不画报告提出的问题。"),
                            "请换一种图。");
  return TRUE;
}

/**
 * dz_chart_need_measures:
 * @n: measures the kind draws
 * @refusal: (out): filled in if it returns %FALSE
 *
 * Returns: whether there is enough to draw
 */
gboolean
dz_chart_need_measures (DzSeries       *series,
                        guint           n,
                        DzChartRefusal *refusal)
{
  guint with_value = 0;

  if (!dz_chart_need_figures (series, refusal))
    return FALSE;
  if (dz_series_get_n_measures (series) > MAX (n, 2))
    return dz_chart_refuse (refusal, DZ_ADVICE_CHOOSE_MORE,
                            g_strdup_printf ("这种图只画%u项指标，这里有%u项。", n, dz_series_get_n_measures (series)),
                            "请选其中一项指标，或者换一种图。");
  if (dz_series_get_n_measures (series) < n)
    return dz_chart_refuse (refusal, DZ_ADVICE_CHOOSE_MORE,
                            g_strdup_printf ("这种图要有%u项指标。", n), "请再选指标，或者换一种图。");
  for (guint i = 0; i < dz_series_get_n_rows (series); i++)
    {
      gboolean has = FALSE;

      for (guint m = 0; m < n; m++)
        has = has || dz_cell_has_value (dz_series_get_cell (series, i, m));
      with_value += has;
    }
  if (with_value == 0)
    return dz_chart_refuse (refusal, DZ_ADVICE_CHOOSE_MORE,
                            g_strdup_printf ("没有可画的数据。应报%u个单位，0个已报。",
                                             count_due (series)),
                            "请换一项指标，或者先导入报告。");
  return TRUE;
}

/**
 * dz_chart_are_years:
 * @series: with two measures
 *
 * Returns: whether they are one indicator in two years, not two indicators of one year
 */
gboolean
dz_chart_are_years (DzSeries *series)
{
  return g_strcmp0 (dz_series_get_measure (series, 0)->id, dz_series_get_measure (series, 1)->id) == 0;
}

/* Likewise for a series of weaknesses. */
gboolean
dz_chart_need_codes (DzSeries       *series,
                     DzChartRefusal *refusal)
{
  guint n = 0;

  for (guint i = 0; i < dz_series_get_n_rows (series); i++)
    n += dz_series_get_row (series, i)->has_report;
  if (dz_series_get_n_codes (series) == 0 && dz_series_get_n_measures (series) > 0)
    return dz_chart_refuse (refusal, DZ_ADVICE_CHOOSE_MORE, g_strdup ("这种图画的是报告提出的问题，不画指标。"),
                            "请换一种图。");
  if (dz_series_get_n_codes (series) == 0 || n == 0)
    return dz_chart_refuse (refusal, DZ_ADVICE_CHOOSE_MORE,
                            g_strdup_printf ("没有可画的数据。应报%u个单位，%u个已报。",
                                             count_due (series), n), "请先导入报告。");
  return TRUE;
}

/* One body: the values as sentences. */
static gboolean
refuse_one_body (DzSeries       *series,
                 DzChartRefusal *refusal)
{
  GString *what = g_string_new (NULL);

  for (guint m = 0; m < MIN (dz_series_get_n_measures (series), 2); m++)
    {
      g_autofree char *spoken = dz_series_dup_spoken (series, 0, m);

      g_string_append_printf (what, "%s%s", m > 0 ? "；" : "", spoken);
    }
  g_string_append (what, what->len > 0 ? "。" : "只有1个单位。");
  return dz_chart_refuse (refusal, DZ_ADVICE_CHOOSE_MORE, g_string_free (what, FALSE),
                          "只有1个单位，不画图。");
}

/**
 * dz_chart_can_draw:
 * @refusal: (out caller-allocates): what to say instead; clear it
 *
 * Returns: whether the series can be drawn so
 */
gboolean
dz_chart_can_draw (const DzChart  *self,
                   DzSeries       *series,
                   DzChartRefusal *refusal)
{
  g_return_val_if_fail (self != NULL && series != NULL && refusal != NULL, FALSE);

  *refusal = (DzChartRefusal) { 0 };
  if (dz_series_get_n_rows (series) == 0)
    return dz_chart_refuse (refusal, DZ_ADVICE_CHOOSE_MORE,
                            g_strdup_printf ("没有可画的数据。应报%u个单位，0个已报。",
                                             count_due (series)), "请先导入报告。");
  if (series->mixed_years && !series->side_by_side)
    return refuse_mixed_years (series, refusal);
  if (!self->can_draw (series, refusal))
    return FALSE;
  if (dz_series_get_n_rows (series) == 1 && dz_series_get_n_codes (series) == 0)
    return refuse_one_body (series, refusal);
  return TRUE;
}

static void
clear_mark (gpointer data)
{
  DzChartMark *mark = data;

  g_free (mark->spoken);
  g_free (mark->words);
}

static void
clear_text (gpointer data)
{
  g_free (((DzChartText *) data)->text);
}

static DzChartGeometry *
geometry_new (void)
{
  DzChartGeometry *self = g_new0 (DzChartGeometry, 1);

  g_atomic_ref_count_init (&self->refs);
  self->marks = g_array_new (FALSE, FALSE, sizeof (DzChartMark));
  g_array_set_clear_func (self->marks, clear_mark);
  self->texts = g_array_new (FALSE, FALSE, sizeof (DzChartText));
  g_array_set_clear_func (self->texts, clear_text);
  self->panels = g_array_new (FALSE, FALSE, sizeof (DzRect));
  self->n_pages = 1;
  return self;
}

static double
draw_refusal (DzChartCanvas        *canvas,
              const DzChartRefusal *refusal)
{
  DzInk ink = dz_ink (canvas, DZ_SIZE_LABEL, DZ_ALIGN_LEFT);
  double width = MIN (canvas->right - canvas->left, 40 * canvas->u), y, height;
  DzRect place = { (canvas->left + canvas->right - width) / 2, 0, width, 0 };

  height = dz_canvas_paragraph (canvas, refusal->what, ink, place, 1.6 * canvas->u, FALSE) +
           1.6 * canvas->u;
  y = canvas->natural ? canvas->top : MAX ((canvas->top + canvas->bottom - height) / 2, canvas->top);
  place.y = y;
  y += dz_canvas_paragraph (canvas, refusal->what, ink, place, 1.6 * canvas->u, TRUE);
  place.y = y;
  ink.colour = canvas->style.secondary;
  if (refusal->next != NULL)
    y += dz_canvas_paragraph (canvas, refusal->next, ink, place, 1.6 * canvas->u, TRUE);
  return y;
}

static void
draw_focus (DzChartCanvas *canvas)
{
  const DzChartMark *mark;

  if (!canvas->view.has_focus || canvas->view.focus_mark >= canvas->geometry->marks->len)
    return;
  mark = &g_array_index (canvas->geometry->marks, DzChartMark, canvas->view.focus_mark);
  dz_canvas_box (canvas, mark->hit, canvas->style.focus, 0);
}

/* Returns the height used, both margins included. */
static double
run (const DzChart      *self,
     DzSeries           *series,
     DzChartCanvas      *canvas)
{
  g_auto(DzChartRefusal) refusal = { 0 };
  double end;

  dz_canvas_set_u (canvas, canvas->style.u);
  canvas->ground = canvas->style.background;
  if (canvas->style.draws_background)
    dz_canvas_fill (canvas, canvas->rect, canvas->style.background);
  if (dz_chart_can_draw (self, series, &refusal))
    end = self->draw (canvas, series);
  else
    end = draw_refusal (canvas, &refusal);
  draw_focus (canvas);
  return end + canvas->top - 2 * canvas->rect.y;
}

static DzChartGeometry *
run_in (const DzChart      *self,
        DzSeries           *series,
        const DzChartStyle *style,
        cairo_t            *cr,
        const DzRect       *rect,
        const DzChartView  *view)
{
  DzChartCanvas canvas = { .cr = cr, .style = *style, .rect = *rect };

  if (view != NULL)
    canvas.view = *view;
  canvas.geometry = geometry_new ();
  if (cr != NULL)
    cairo_save (cr);
  canvas.geometry->used = (DzRect) { rect->x, rect->y, rect->width, run (self, series, &canvas) };
  if (cr != NULL)
    cairo_restore (cr);
  return canvas.geometry;
}

/**
 * dz_chart_draw:
 * @cr: any cairo context
 * @rect: where, in user units
 * @view: (nullable): page, selected body, keyboard
 *
 * Lays the chart out for the rectangle and draws it; what cannot be drawn says why.
 *
 * Returns: (transfer full): where everything is
 */
DzChartGeometry *
dz_chart_draw (const DzChart      *self,
               DzSeries           *series,
               const DzChartStyle *style,
               cairo_t            *cr,
               const DzRect       *rect,
               const DzChartView  *view)
{
  g_return_val_if_fail (self != NULL && series != NULL && style != NULL, NULL);
  g_return_val_if_fail (cr != NULL && rect != NULL, NULL);

  return run_in (self, series, style, cr, rect, view);
}

/**
 * dz_chart_measure:
 *
 * As dz_chart_draw(), without ink.
 *
 * Returns: (transfer full): where everything would be
 */
DzChartGeometry *
dz_chart_measure (const DzChart      *self,
                  DzSeries           *series,
                  const DzChartStyle *style,
                  const DzRect       *rect,
                  const DzChartView  *view)
{
  g_return_val_if_fail (self != NULL && series != NULL && style != NULL && rect != NULL, NULL);

  return run_in (self, series, style, NULL, rect, view);
}

/**
 * dz_chart_get_natural_height:
 *
 * Returns: the height at which the chart is comfortable in this width, on one page
 */
double
dz_chart_get_natural_height (const DzChart      *self,
                             DzSeries           *series,
                             const DzChartStyle *style,
                             double              width)
{
  DzChartCanvas canvas = { .natural = TRUE, .style = *style, .rect = { 0, 0, width, 1e5 } };
  double height;

  g_return_val_if_fail (self != NULL && series != NULL, 0);

  canvas.geometry = geometry_new ();
  height = run (self, series, &canvas);
  dz_chart_geometry_unref (canvas.geometry);
  return ceil (height);
}

/**
 * dz_chart_count_pages:
 *
 * Returns: pages of this size the chart needs; draw them with DzChartView.page
 */
guint
dz_chart_count_pages (const DzChart      *self,
                      DzSeries           *series,
                      const DzChartStyle *style,
                      double              width,
                      double              height)
{
  DzRect rect = { 0, 0, width, height };
  g_autoptr(DzChartGeometry) geometry = dz_chart_measure (self, series, style, &rect, NULL);

  return geometry != NULL ? geometry->n_pages : 1;
}
