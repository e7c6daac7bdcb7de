/* test-charts.c - geometry of every kind at many sizes, never pixels
 *
 * Each kind is laid out with 2 to 90 bodies, wide and narrow, on screen and on paper: no label
 * touches another, nothing leaves the rectangle, missing is hollow, bounds are open, no line
 * begins with a closing mark, and a file has the same bytes twice.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-chart-export.h"
#include "dz-axis.h"
#include "dz-chart-kinds.h"

#include "dz-sample-series.h"

#include <string.h>

static const guint sizes[] = { 2, 5, 12, 30, 60, 90 };

static const struct
{
  const char *name;
  DzChartLook look;
  double width, height; /* 0: natural */
} places[] = {
  { "screen", DZ_CHART_SCREEN_LIGHT, 1000, 620 },
  { "screen-narrow", DZ_CHART_SCREEN_DARK, 720, 0 },
  { "card", DZ_CHART_SCREEN_LIGHT, 380, 0 },
  { "paper", DZ_CHART_PAPER_GREY, 442, 286 },
  { "paper-tall", DZ_CHART_PAPER_COLOUR, 442, 581 },
};

static gboolean
can_draw (const DzChart *chart,
          DzSeries      *series)
{
  g_auto(DzChartRefusal) refusal = { 0 };

  return dz_chart_can_draw (chart, series, &refusal);
}

/* Two measures, weaknesses, one chosen body: any kind can draw it, or the same as two counts, or as one of two years. */
static DzSeries *
make_series (const DzChart *chart,
             guint          n)
{
  DzSeries *series = sample_county (n);

  sample_add_codes (series, n);
  series->focus_body = 2;
  if (!can_draw (chart, series))
    {
      DzMeasure *second = g_ptr_array_index (series->measures, 1);

      second->unit = g_intern_string ("件");
      second->kind = g_intern_string ("count");
      second->whole = dz_series_get_measure (series, 0)->id; /* a part of it */
      if (!can_draw (chart, series))
        {
          second->id = dz_series_get_measure (series, 0)->id;
          ((DzMeasure *) g_ptr_array_index (series->measures, 0))->year = 2023;
          second->year = 2024;
        }
    }
  g_assert_true (can_draw (chart, series));

  return series;
}

static DzChartGeometry *
lay_out (const DzChart *chart,
         DzSeries      *series,
         guint          place,
         guint          page,
         DzRect        *rect)
{
  DzChartView view = { .page = page };
  DzChartStyle style;

  dz_chart_style_init (&style, places[place].look, 0);
  *rect = (DzRect) { 10, 20, places[place].width, places[place].height };
  if (rect->height == 0)
    rect->height = dz_chart_get_natural_height (chart, series, &style, rect->width);
  return dz_chart_measure (chart, series, &style, rect, &view);
}

/* A character does not fill its em to the edge. */
static gboolean
touch (const DzRect *a,
       const DzRect *b)
{
  double tolerance = 0.1 * MIN (a->height, b->height);

  return a->x + 0.6 < b->x + b->width && b->x + 0.6 < a->x + a->width &&
         a->y + tolerance < b->y + b->height && b->y + tolerance < a->y + a->height;
}

static gboolean
is_inside (const DzRect *inner,
           const DzRect *outer)
{
  return inner->x >= outer->x - 0.6 && inner->y >= outer->y - 0.6 &&
         inner->x + inner->width <= outer->x + outer->width + 0.6 &&
         inner->y + inner->height <= outer->y + outer->height + 0.6;
}

/* Whether the full line @before goes on with one character and its full stop. */
static gboolean
is_alone (const DzChartText *last,
          const DzChartText *before,
          const DzRect      *rect)
{
  return before->rect.x == last->rect.x && before->rect.width > 0.8 * rect->width && last->rect.y > before->rect.y &&
         g_utf8_strlen (last->text, -1) < 3;
}

static void
check_texts (const DzChart   *chart,
             guint            n,
             guint            place,
             DzChartGeometry *geometry,
             const DzRect    *rect)
{
  for (guint i = 0; i < geometry->texts->len; i++)
    {
      const DzChartText *a = &g_array_index (geometry->texts, DzChartText, i);
      gunichar first = g_utf8_get_char (a->text);

      if (!is_inside (&a->rect, rect))
        g_error ("%s, %u bodies, %s: “%s” leaves the rectangle: %g %g %g %g in %g %g %g %g", chart->id, n,
                 places[place].name, a->text, a->rect.x, a->rect.y, a->rect.width, a->rect.height,
                 rect->x, rect->y, rect->width, rect->height);
      if (i > 0 && is_alone (a, a - 1, rect))
        g_error ("%s, %u bodies, %s: a line of “%s”", chart->id, n, places[place].name, a->text);
      if (a->text[0] != '\0' && a->rect.width > 0)
        g_assert_null (g_utf8_strchr ("，。；、）」”", -1, first));
      if (places[place].look >= DZ_CHART_PAPER_GREY)
        g_assert_cmpfloat (a->rect.height, >=, 7.499);
      for (guint j = i + 1; j < geometry->texts->len; j++)
        {
          const DzChartText *b = &g_array_index (geometry->texts, DzChartText, j);

          if (touch (&a->rect, &b->rect))
            g_error ("%s, %u bodies, %s: “%s” touches “%s” (%g %g %g %g; %g %g %g %g)", chart->id, n,
                     places[place].name, a->text, b->text, a->rect.x, a->rect.y, a->rect.width,
                     a->rect.height, b->rect.x, b->rect.y, b->rect.width, b->rect.height);
        }
    }
}

/* A part, a line between two years and a place in a crowd have no open end: they say bounds by words. */
static gboolean
says_bounds (const DzChart *chart)
{
  static const char *const kinds[] = { "stack", "slope", "strip", NULL };

  return g_strv_contains (kinds, chart->id);
}

static void
check_marks (const DzChart   *chart,
             DzSeries        *series,
             DzChartGeometry *geometry,
             const DzRect    *rect)
{
  gboolean words = g_str_equal (chart->id, "stack") || g_str_equal (chart->id, "dumbbell");

  for (guint i = 0; i < geometry->marks->len; i++)
    {
      const DzChartMark *mark = &g_array_index (geometry->marks, DzChartMark, i);
      double x = mark->hit.x + mark->hit.width / 2, y = mark->hit.y + mark->hit.height / 2;

      g_assert_nonnull (mark->spoken);
      g_assert_true (mark->ink.width == 0 || is_inside (&mark->ink, rect));
      g_assert_nonnull (dz_chart_geometry_at (geometry, x, y));
      if (mark->measure < 0 || words)
        continue;
      if (mark->mark == DZ_MARK_MISSING && mark->ink.width > 0)
        g_assert_true (mark->hollow);
      if (mark->mark != DZ_MARK_VALUE || says_bounds (chart))
        continue;
      if (mark->bound == DZ_BOUND_AT_LEAST)
        g_assert_true (mark->open_right || mark->ink.width < 8);
      if (mark->bound == DZ_BOUND_AT_MOST)
        g_assert_true (mark->open_left);
    }
}

/* Nor does a cell of a heat map lie on the name of its row. */
static void
check_cells (DzSeries        *series,
             DzChartGeometry *geometry)
{
  for (guint i = 0; i < geometry->marks->len; i++)
    {
      const DzChartMark *mark = &g_array_index (geometry->marks, DzChartMark, i);

      for (guint j = 0; j < geometry->texts->len && mark->ink.width > 0; j++)
        for (guint c = 0; c < dz_series_get_n_codes (series); c++)
          {
            const DzChartText *text = &g_array_index (geometry->texts, DzChartText, j);
            const DzSeriesCode *code = dz_series_get_code (series, c);

            if (g_str_equal (text->text, code->short_name) || g_str_equal (text->text, code->theme_name))
              g_assert_false (touch (&mark->ink, &text->rect));
          }
    }
}

/* In charts of rows no label lies on a bar, and every body has its row, once, over all pages. */
static void
check_rows (const DzChart   *chart,
            DzSeries        *series,
            GHashTable      *seen,
            DzChartGeometry *geometry)
{
  if (!g_str_equal (chart->id, "bar") && !g_str_equal (chart->id, "pair"))
    return;
  for (guint i = 0; i < geometry->marks->len; i++)
    {
      const DzChartMark *mark = &g_array_index (geometry->marks, DzChartMark, i);

      if (mark->panel == 0)
        g_assert_true (g_hash_table_add (seen, GINT_TO_POINTER (mark->row)));
      for (guint j = 0; j < geometry->texts->len; j++)
        {
          const DzChartText *text = &g_array_index (geometry->texts, DzChartText, j);

          if (mark->ink.width > 0 && text->text[0] != '\0')
            g_assert_false (touch (&mark->ink, &text->rect));
        }
    }
}

static void
check_place (const DzChart *chart,
             DzSeries      *series,
             guint          n,
             guint          place)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);
  guint n_pages = 1, on_first = 0, before = 0;

  for (guint page = 0; page < n_pages; page++)
    {
      DzRect rect;
      g_autoptr(DzChartGeometry) geometry = lay_out (chart, series, place, page, &rect);

      n_pages = geometry->n_pages;
      g_assert_cmpuint (n_pages, <, 20);
      if (places[place].height == 0 && strcmp (chart->id, "heatmap") != 0)
        g_assert_cmpuint (n_pages, ==, 1);
      /* strips, profiles and slopes do not break: in too small a place they say they are crowded */
      if (geometry->crowded && n_pages == 1)
        continue;
      check_texts (chart, n, place, geometry, &rect);
      check_marks (chart, series, geometry, &rect);
      check_rows (chart, series, seen, geometry);
      /* no page holds only what was left over */
      if (page == 0)
        on_first = g_hash_table_size (seen);
      g_assert_cmpuint (2 * (g_hash_table_size (seen) - before), >=, on_first);
      before = g_hash_table_size (seen);
      if (g_str_equal (chart->id, "heatmap"))
        check_cells (series, geometry);
    }
  if (g_hash_table_size (seen) > 0)
    g_assert_cmpuint (g_hash_table_size (seen), ==, n);
}

static void
test_kind (gconstpointer data)
{
  const DzChart *chart = data;

  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      g_autoptr(DzSeries) series = make_series (chart, sizes[s]);

      for (guint place = 0; place < G_N_ELEMENTS (places); place++)
        check_place (chart, series, sizes[s], place);
    }
}

/* Sessions and people: dots of large numbers, many of them ≥. */
static void
test_people (void)
{
  const DzChart *chart = dz_chart_find ("pair");

  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      g_autoptr(DzSeries) series = sample_county (sizes[s]);
      DzMeasure *people = g_ptr_array_index (series->measures, 1);

      people->unit = g_intern_string ("人次");
      people->kind = g_intern_string ("count");
      for (guint i = 0; i < sizes[s]; i++)
        dz_series_set_value (series, i, 1, i % 7 == 0 ? 1300 + i : 160 + 31 * i,
                             i % 3 == 0 ? DZ_BOUND_AT_LEAST : DZ_BOUND_EXACT);
      for (guint place = 0; place < G_N_ELEMENTS (places); place++)
        check_place (chart, series, sizes[s], place);
    }
}

static void
test_same_bytes (void)
{
  guint n;
  const DzChart *const *charts = dz_chart_list (&n);
  DzChartStyle style;

  dz_chart_style_init (&style, DZ_CHART_PAPER_GREY, 0);
  for (guint i = 0; i < n; i++)
    for (int format = DZ_CHART_SVG; format <= DZ_CHART_PDF; format++)
      {
        g_autoptr(DzSeries) a = make_series (charts[i], 12), b = make_series (charts[i], 12);
        g_autoptr(GError) error = NULL;
        g_autoptr(GBytes) first = dz_chart_export (charts[i], a, &style, 442, 0, (DzChartFormat) format, &error);
        g_autoptr(GBytes) second = dz_chart_export (charts[i], b, &style, 442, 0, (DzChartFormat) format, &error);

        g_assert_no_error (error);
        g_assert_cmpuint (g_bytes_get_size (first), >, 1000);
        if (!g_bytes_equal (first, second))
          g_error ("%s differs as %s", charts[i]->id, format == 0 ? "svg" : format == 1 ? "png" : "pdf");
      }
}

static void
test_signs (void)
{
  g_autoptr(DzSeries) series = sample_mediation ();
  DzRect rect;
  g_autoptr(DzChartGeometry) geometry = lay_out (dz_chart_find ("pair"), series, 0, 0, &rect);
  const DzChartMark *zero = NULL, *missing = NULL, *bound = NULL, *two = NULL, *arrow = NULL, *ring = NULL;

  for (guint i = 0; i < geometry->marks->len; i++)
    {
      const DzChartMark *mark = &g_array_index (geometry->marks, DzChartMark, i);

      if (mark->panel == 0)
        *(mark->row == 9 ? &zero : mark->row == 1 ? &missing : mark->row == 8 ? &bound : &two) = mark;
      else if (mark->row == 1)
        arrow = mark;
      else if (mark->row == 5)
        ring = mark;
    }
  g_assert_cmpint (zero->mark, ==, DZ_MARK_VALUE);
  g_assert_false (zero->hollow);
  g_assert_cmpfloat (zero->ink.width, <, 3); /* an upright stroke */
  g_assert_cmpint (missing->mark, ==, DZ_MARK_MISSING);
  g_assert_true (missing->hollow);
  g_assert_cmpfloat (missing->ink.width, >, 10);
  g_assert_true (bound->open_right);
  g_assert_true (arrow->open_right);
  g_assert_cmpfloat (arrow->ink.x + arrow->ink.width, ==, arrow->ink.x + arrow->ink.width);
  g_assert_true (ring->hollow);
  g_assert_nonnull (two);
}

static char *
join_texts (DzChartGeometry *geometry)
{
  GString *all = g_string_new (NULL); /* a line may end amid the words */

  for (guint i = 0; i < geometry->texts->len; i++)
    g_string_append (all, g_array_index (geometry->texts, DzChartText, i).text);

  return g_string_free (all, FALSE);
}

static gboolean
says (DzChartGeometry *geometry,
      const char      *words)
{
  g_autofree char *all = join_texts (geometry);

  return strstr (all, words) != NULL;
}

/* A value nobody decided about does not set the axis: it is drawn to its end, its number stands, and the note tells. */
static void
test_doubtful (void)
{
  g_autoptr(DzSeries) series = sample_mediation ();
  g_autoptr(DzSeries) wild = sample_mediation ();
  DzAxis axis, same;
  DzRect rect;
  g_autoptr(DzChartGeometry) geometry = NULL;

  sample_cell (wild, 5, 0)->value = 99000;
  sample_cell (wild, 5, 0)->mark = DZ_MARK_CONFLICT;
  sample_cell (wild, 5, 1)->value = 196.4;
  dz_axis_init (&same, series, 1, TRUE, 3);
  dz_axis_init (&axis, wild, 1, TRUE, 3);
  g_assert_cmpfloat (axis.end, ==, 100);
  g_assert_cmpfloat (axis.start, ==, same.start);
  dz_axis_init (&axis, wild, 0, FALSE, 5);
  g_assert_cmpfloat (axis.end, <=, 500);
  geometry = lay_out (dz_chart_find ("pair"), wild, 0, 0, &rect);
  g_assert_true (says (geometry, "刻度以外"));
  g_assert_true (says (geometry, "196.4"));
}

/* A rate alone stands on a track that ends at 100, as dots; an increase in per cent has bars. */
static void
test_rate_alone (void)
{
  g_autoptr(DzSeries) series = sample_new ("2024年调解成功率");
  DzRect rect;
  g_autoptr(DzChartGeometry) geometry = NULL;
  static const double values[] = { 98, 97, 96.6, 100, 99, 98, -1, 97, 96, 98, 99, 100 };

  dz_series_add_measure (series, "mediation_success_rate", "调解成功率", "成功率", "%", "rate");
  sample_values (series, 0, values);
  geometry = lay_out (dz_chart_find ("bar"), series, 0, 0, &rect);
  for (guint i = 0; i < geometry->marks->len; i++)
    g_assert_cmpfloat (g_array_index (geometry->marks, DzChartMark, i).ink.width, <, 30);
  g_assert_true (says (geometry, "95"));
  g_assert_true (says (geometry, "自95%起"));
}

/* Under the title of the strips, too, no report is not one that does not say it, and a rate of nothing is neither. */
static void
test_silent_strips (void)
{
  g_autoptr(DzSeries) series = sample_new ("2024年调解成功率的分布");
  DzRect rect;
  g_autoptr(DzChartGeometry) geometry = NULL;
  static const double values[] = { 98, 97, 96.6, 100, 99, 98, -1, 97, -2, 98, -1, -1 };

  dz_series_add_measure (series, "mediation_success_rate", "调解成功率", "成功率", "%", "rate");
  sample_values (series, 0, values);
  dz_series_set_mark (series, 6, 0, DZ_MARK_NO_REPORT);
  geometry = lay_out (dz_chart_find ("strip"), series, 0, 0, &rect);
  g_assert_true (says (geometry, "8个已报、2个未报、1个无报告、1个不适用。"));
}

static void
test_keyboard (void)
{
  g_autoptr(DzSeries) series = sample_mediation ();
  DzRect rect;
  g_autoptr(DzChartGeometry) geometry = lay_out (dz_chart_find ("pair"), series, 0, 0, &rect);

  g_assert_cmpint (dz_chart_geometry_move (geometry, -1, DZ_MOVE_DOWN), ==, 0);
  g_assert_cmpint (dz_chart_geometry_move (geometry, 0, DZ_MOVE_DOWN), ==, 1);
  g_assert_cmpint (dz_chart_geometry_move (geometry, 0, DZ_MOVE_UP), ==, 0);
  g_assert_cmpint (dz_chart_geometry_move (geometry, 3, DZ_MOVE_RIGHT), ==, 15);
  g_assert_cmpint (dz_chart_geometry_move (geometry, 15, DZ_MOVE_LEFT), ==, 3);
  g_assert_cmpint (dz_chart_geometry_move (geometry, 3, DZ_MOVE_NEXT_PANEL), ==, 15);
  g_assert_cmpint (dz_chart_geometry_move (geometry, 15, DZ_MOVE_NEXT_PANEL), ==, -1);
  g_assert_cmpint (dz_chart_geometry_move (geometry, 4, DZ_MOVE_LAST), ==, 23);
}

static void
assert_refusal (const char *kind,
                DzSeries   *series,
                const char *what)
{
  g_auto(DzChartRefusal) refusal = { 0 };

  g_assert_false (dz_chart_can_draw (dz_chart_find (kind), series, &refusal));
  g_assert_cmpstr (refusal.what, ==, what);
}

static void
test_refusals (void)
{
  g_autoptr(DzSeries) empty = dz_series_new (2024);
  g_autoptr(DzSeries) one = sample_county (1);
  g_autoptr(DzSeries) mixed = sample_county (3);
  g_autoptr(DzSeries) years = sample_county (2);
  g_autoptr(DzSeries) units = sample_mediation ();
  g_autoptr(DzSeries) codes = sample_weaknesses ("各单位提出的问题");
  g_autoptr(DzSeries) many = sample_profile ();
  g_auto(DzChartRefusal) refusal = { 0 };
  guint n;
  const DzChart *const *charts = dz_chart_list (&n);

  assert_refusal ("bar", empty, "没有可画的数据。应报0个单位，0个已报。");
  assert_refusal ("bar", one, "桥湾镇，调处矛盾纠纷数16件；桥湾镇，调解成功率94.8%。");
  for (guint i = 0; i < 3; i++)
    ((DzSeriesRow *) dz_series_get_row (mixed, i))->report_year = i == 0 ? 2023 : 2024;
  mixed->mixed_years = TRUE;
  assert_refusal ("pair", mixed, "这些报告不是同一年度（2023年1份、2024年2份），不能放在一张图里比较。");
  mixed->side_by_side = TRUE;
  g_assert_true (dz_chart_can_draw (dz_chart_find ("pair"), mixed, &refusal));
  assert_refusal ("stack", units, "“件数”与“成功率”计量单位不同，不能合并。");
  assert_refusal ("ranking", units, "这种图画的是报告提出的问题，不画指标。");
  assert_refusal ("heatmap", units, "这种图画的是报告提出的问题，不画指标。");
  assert_refusal ("bar", codes, "这种图画的是指标，不画报告提出的问题。");
  assert_refusal ("profile", codes, "这种图画的是指标，不画报告提出的问题。");
  assert_refusal ("bar", many, "这种图只画1项指标，这里有15项。");
  assert_refusal ("pair", many, "这种图只画2项指标，这里有15项。");
  ((DzMeasure *) g_ptr_array_index (years->measures, 1))->unit = g_intern_string ("件");
  assert_refusal ("stack", years, "“调解成功率”不是“调处矛盾纠纷数”中的一部分，不能算占比。");
  assert_refusal ("slope", years, "“调处矛盾纠纷数”与“调解成功率”不是同一指标，不能画成两个年度。");
  assert_refusal ("dumbbell", years, "“调处矛盾纠纷数”与“调解成功率”不是同一指标，不能画成两个年度。");
  ((DzMeasure *) g_ptr_array_index (years->measures, 1))->id = dz_series_get_measure (years, 0)->id;
  assert_refusal ("stack", years, "同一指标的两个年度不是总数和其中数。");
  assert_refusal ("pair", years, "同一指标的两个年度不分两栏画。");
  assert_refusal ("profile", years, "单位概况图画的是一个年度的各项指标。");
  dz_series_set_mark (years, 0, 0, DZ_MARK_NO_REPORT);
  assert_refusal ("slope", years, "两年都报的单位不足2个，请看表。");

  /* a refusal is drawn, in any kind */
  for (guint i = 0; i < n; i++)
    {
      DzRect rect;
      g_autoptr(DzChartGeometry) geometry = lay_out (charts[i], empty, 0, 0, &rect);

      g_assert_cmpuint (geometry->marks->len, ==, 0);
      g_assert_cmpuint (geometry->texts->len, >, 0);
    }
}

static void
test_table (void)
{
  g_autoptr(DzSeries) series = sample_mediation ();
  g_autoptr(DzChartTable) table = dz_chart_make_table (dz_chart_find ("pair"), series);
  char **row = g_ptr_array_index (table->rows, 5);

  g_assert_cmpuint (table->rows->len, ==, 12);
  g_assert_cmpstr (table->head[1], ==, "调处矛盾纠纷数（件）");
  g_assert_cmpstr (row[0], ==, "槐堤镇");
  g_assert_cmpstr (row[1], ==, "163／185 待核");
  row = g_ptr_array_index (table->rows, 11);
  g_assert_cmpstr (row[1], ==, "未报");
  g_assert_cmpstr (row[2], ==, "≥97");
}

static guint
count_marks (DzChartGeometry *geometry,
             guint            first,
             guint            last)
{
  guint n = 0;

  for (guint i = 0; i < geometry->marks->len; i++)
    {
      guint line = g_array_index (geometry->marks, DzChartMark, i).line;

      n += line >= first && line <= last;
    }

  return n;
}

static guint
count_usable (DzSeries *series,
              guint     measure)
{
  guint n = 0;

  for (guint i = 0; i < dz_series_get_n_rows (series); i++)
    n += dz_cell_is_usable (dz_series_get_cell (series, i, measure));

  return n;
}

/* 60 bodies fit a picture of the design in two columns; 61 to 120 scroll; 130 are cut to their ends. */
static void
test_many (void)
{
  const DzChart *chart = dz_chart_find ("pair");
  g_autoptr(DzSeries) sixty = sample_county (60);
  g_autoptr(DzSeries) hundred = sample_county (100);
  g_autoptr(DzSeries) more = sample_county (130);
  DzRect rect;
  g_autoptr(DzChartGeometry) a = lay_out (chart, sixty, 0, 0, &rect);
  g_autoptr(DzChartGeometry) b = lay_out (chart, hundred, 1, 0, &rect);
  g_autoptr(DzChartGeometry) c = lay_out (chart, more, 1, 0, &rect);
  g_autoptr(DzChartGeometry) d = lay_out (chart, more, 4, 0, &rect);
  g_autoptr(DzChartGeometry) e = lay_out (chart, hundred, 4, 0, &rect);

  g_assert_cmpuint (a->n_pages, ==, 1);
  g_assert_cmpuint (a->marks->len, ==, 120);
  g_assert_cmpuint (a->panels->len, ==, 4);
  g_assert_cmpuint (b->marks->len, ==, 200);
  g_assert_cmpuint (count_marks (c, 0, 29), ==, 60);
  /* under the ends all values stand, a dot each, on the axis of their panel */
  g_assert_cmpuint (count_marks (c, 30, 30), ==, count_usable (more, 0) + count_usable (more, 1));
  g_assert_cmpuint (c->marks->len, ==, 60 + count_marks (c, 30, 30));
  g_assert_true (says (c, "全部"));
  for (guint i = 60; i < c->marks->len; i++)
    {
      const DzChartMark *mark = &g_array_index (c->marks, DzChartMark, i);
      const DzRect *panel = &g_array_index (c->panels, DzRect, mark->panel);

      g_assert_cmpfloat (mark->ink.x, >=, panel->x - 4);
      g_assert_cmpfloat (mark->ink.x + mark->ink.width, <=, panel->x + panel->width + 4);
      g_assert_cmpfloat (mark->ink.y, >=, panel->y);
      g_assert_cmpfloat (mark->ink.y + mark->ink.height, <=, panel->y + panel->height + 1);
    }
  /* on paper one column says nothing of two */
  g_assert_true (says (a, "先左栏后右栏") && says (e, "先左栏后右栏"));
  g_assert_false (says (d, "先左栏后右栏"));
}

/* However many rows there are, the signs among them are explained; and where names or labels are so long that two columns
 * would press the bars flat there is one, which says nothing of two. */
static void
test_long_names (void)
{
  g_autoptr(DzSeries) series = sample_county (62);
  const DzChart *pair = dz_chart_find ("pair"), *bar = dz_chart_find ("bar");
  DzRect rect;
  g_autoptr(DzChartGeometry) two = lay_out (pair, series, 4, 0, &rect);
  g_autoptr(DzChartGeometry) one = NULL;
  g_autoptr(DzChartGeometry) bars = NULL;
  double longest = 0;

  g_assert_true (says (two, "≥（报告写“余、以上”）") && says (two, "先左栏后右栏"));
  for (guint i = 0; i < 62; i += 9)
    {
      DzSeriesRow *row = g_ptr_array_index (series->rows, i);

      g_free (row->name);
      row->name = g_strdup_printf ("云河湖%c国家湿地旅游度假区管理委员会", 'A' + i % 26);
    }
  one = lay_out (pair, series, 4, 0, &rect);
  for (guint i = 1; i < 62; i += 9) /* words after a label need their room too */
    dz_cell_set_note (dz_series_set_value (series, i, 0, 240 + i, DZ_BOUND_EXACT), "与云河湖国家湿地同值");
  bars = lay_out (bar, series, 4, 0, &rect);
  g_assert_true (says (one, "≥（报告写“余、以上”）"));
  g_assert_false (says (one, "先左栏后右栏"));
  for (guint i = 0; i < bars->marks->len; i++)
    longest = MAX (longest, g_array_index (bars->marks, DzChartMark, i).ink.width);
  g_assert_cmpfloat (longest, >, rect.width / 6);
}

/* The label at the end of an axis, 10 000 under bars that leave it its full length, is no wider than its place. */
static void
test_end_of_axis (void)
{
  g_autoptr(DzSeries) series = sample_county (5);
  const DzChart *bar = dz_chart_find ("bar");

  for (guint i = 0; i < 5; i++)
    dz_series_set_value (series, i, 0, 8011 - 1700 * i, DZ_BOUND_EXACT);
  for (guint place = 0; place < G_N_ELEMENTS (places); place++)
    {
      DzRect rect;
      g_autoptr(DzChartGeometry) geometry = lay_out (bar, series, place, 0, &rect);

      check_texts (bar, 5, place, geometry, &rect);
    }
}

/* Of many bodies and two years the ends of this year's order are drawn, whatever last year has not. */
static void
test_many_years (void)
{
  const DzChart *chart = dz_chart_find ("dumbbell");
  g_autoptr(DzSeries) series = make_series (chart, 130);
  DzRect rect;
  g_autoptr(DzChartGeometry) geometry = NULL;

  for (guint i = 0; i < 130; i++)
    dz_series_set_value (series, i, 1, 10 + i, DZ_BOUND_EXACT);
  for (guint i = 60; i < 130; i++)
    dz_series_set_mark (series, i, 0, DZ_MARK_NO_REPORT);
  geometry = lay_out (chart, series, 4, 0, &rect);
  g_assert_cmpuint (geometry->n_pages, ==, 1);
  g_assert_true (says (geometry, "只列前20个和后10个"));
}

/* 核 is explained where it stands, and only there. */
static void
test_short_word (void)
{
  const DzChart *chart = dz_chart_find ("pair");
  g_autoptr(DzSeries) series = sample_county (100);
  DzRect rect;
  g_autoptr(DzChartGeometry) doubtful = NULL;
  g_autoptr(DzChartGeometry) sure = NULL;

  for (guint i = 0; i < 100; i++)
    for (guint m = 0; m < 2; m++)
      dz_series_set_value (series, i, m, 90 + i % 9, DZ_BOUND_EXACT)->mark = DZ_MARK_VALUE;
  sure = lay_out (chart, series, 4, 0, &rect);
  dz_series_set_value (series, 3, 1, 95, DZ_BOUND_EXACT)->mark = DZ_MARK_CONFLICT;
  doubtful = lay_out (chart, series, 4, 0, &rect);
  g_assert_true (says (doubtful, "核＝待核"));
  g_assert_false (says (sure, "核＝待核"));
}

/* However long a note is, its last line is no character with a full stop. */
static void
test_last_line (void)
{
  for (guint length = 60; length < 120; length++)
    {
      const DzChart *chart = dz_chart_find ("pair");
      g_autoptr(DzSeries) series = sample_county (8);
      g_autoptr(GString) words = g_string_new (NULL);
      g_autoptr(DzChartGeometry) geometry = NULL;
      DzRect rect;

      for (guint i = 0; i < length; i++)
        g_string_append (words, "永");
      g_string_append (words, "。");
      g_ptr_array_add (series->explanations, g_strdup (words->str));
      geometry = lay_out (chart, series, 4, 0, &rect);
      check_texts (chart, 8, 4, geometry, &rect);
    }
}

/* A kind that has an order of its own says once how many it leaves out, and says it of that order. */
static void
test_cut_once (void)
{
  guint n;
  const DzChart *const *charts = dz_chart_list (&n);
  guint n_cut = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(DzSeries) series = make_series (charts[i], 130);
      DzRect rect;
      g_autoptr(DzChartGeometry) geometry = lay_out (charts[i], series, 4, 0, &rect);
      g_autofree char *words = join_texts (geometry);
      const char *first = strstr (words, "只列前");

      n_cut += first != NULL;
      g_assert_true (first == NULL || strstr (first + 1, "只列前") == NULL);
    }
  g_assert_cmpuint (n_cut, >, 2);
}

/* A picture has no pages: all the columns of a heat map stand in it, one page under another. */
static void
test_every_column_is_exported (void)
{
  static const guint counts[] = { 12, 40, 62, 150 };
  const DzChart *chart = dz_chart_find ("heatmap");
  DzChartStyle style;

  dz_chart_style_init (&style, DZ_CHART_SCREEN_LIGHT, 0);
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autoptr(DzSeries) series = make_series (chart, counts[i]);
      double height = dz_chart_get_natural_height (chart, series, &style, 1000);
      guint n = dz_chart_count_pages (chart, series, &style, 1000, height);
      g_autoptr(GError) error = NULL;
      g_autoptr(GBytes) svg = dz_chart_export (chart, series, &style, 1000, 0, DZ_CHART_SVG, &error);
      g_autoptr(GBytes) png = dz_chart_export (chart, series, &style, 1000, 0, DZ_CHART_PNG, &error);
      const guint8 *head = g_bytes_get_data (png, NULL);
      g_autofree char *words = g_strndup (g_bytes_get_data (svg, NULL), g_bytes_get_size (svg));

      g_assert_no_error (error);
      /* the height stands in the file's head, big-endian */
      g_assert_cmpuint (head[20] << 24 | head[21] << 16 | head[22] << 8 | head[23], ==, n * (guint) height);
      for (guint k = 0; k < counts[i]; k++)
        g_assert_nonnull (strstr (words, dz_series_get_row (series, k)->name));
    }
}

int
main (int    argc,
      char **argv)
{
  guint n;
  const DzChart *const *charts = dz_chart_list (&n);

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = g_strdup_printf ("/charts/geometry/%s-is-clean-at-every-size", charts[i]->id);

      g_test_add_data_func (path, charts[i], test_kind);
    }
  g_test_add_func ("/charts/geometry/people-beside-sessions", test_people);
  g_test_add_func ("/charts/export/same-input-same-bytes", test_same_bytes);
  g_test_add_func ("/charts/export/every-column-of-a-heat-map", test_every_column_is_exported);
  g_test_add_func ("/charts/geometry/signs-of-the-mediation-chart", test_signs);
  g_test_add_func ("/charts/axis/doubtful-values-do-not-set-it", test_doubtful);
  g_test_add_func ("/charts/axis/a-rate-alone-is-a-track", test_rate_alone);
  g_test_add_func ("/charts/subtitle/of-strips-tells-who-is-silent", test_silent_strips);
  g_test_add_func ("/charts/geometry/keyboard-order", test_keyboard);
  g_test_add_func ("/charts/refusals/say-what", test_refusals);
  g_test_add_func ("/charts/table/same-rows-and-signs", test_table);
  g_test_add_func ("/charts/geometry/many-bodies", test_many);
  g_test_add_func ("/charts/geometry/many-bodies-two-years", test_many_years);
  g_test_add_func ("/charts/geometry/many-long-names", test_long_names);
  g_test_add_func ("/charts/geometry/end-of-an-axis", test_end_of_axis);
  g_test_add_func ("/charts/notes/what-is-left-out-once", test_cut_once);
  g_test_add_func ("/charts/notes/no-line-of-one-character", test_last_line);
  g_test_add_func ("/charts/notes/a-short-word-where-it-stands", test_short_word);
  return g_test_run ();
}
