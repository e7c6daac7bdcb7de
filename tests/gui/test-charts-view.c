/* test-charts-view.c - 图表: cards with drawn charts, and the same charts on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-test-window.h"

#include "dz-chart-area.h"
#include "dz-chart-card.h"
#include "dz-charts-view.h"
#include "dz-print.h"

static void
collect (GtkWidget *root,
         GArray    *charts)
{
  if (DZ_IS_CHART_AREA (root))
    {
      DzPrintChart chart = { dz_chart_area_get_chart (DZ_CHART_AREA (root)),
                             dz_chart_area_get_series (DZ_CHART_AREA (root)) };

      g_array_append_val (charts, chart);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, charts);
}

/* Those below the page come when there is time. */
static gboolean
has_several (gpointer view)
{
  g_autoptr(GArray) charts = g_array_new (FALSE, FALSE, sizeof (DzPrintChart));

  collect (view, charts);

  return charts->len >= 2;
}

static void
test_cards_have_marks (DzTestWindow  *self,
                       gconstpointer  data)
{
  GtkWidget *view = dz_test_show_view (self, "charts", DZ_TYPE_CHARTS_VIEW);
  g_autoptr(GArray) charts = g_array_new (FALSE, FALSE, sizeof (DzPrintChart));

  dz_test_wait (has_several, view);
  collect (view, charts);
  for (guint i = 0; i < charts->len; i++)
    g_assert_nonnull (g_array_index (charts, DzPrintChart, i).series);
}

static void
test_prints_two_a_page (DzTestWindow  *self,
                        gconstpointer  data)
{
  GtkWidget *view = dz_test_show_view (self, "charts", DZ_TYPE_CHARTS_VIEW);
  g_autoptr(GArray) charts = g_array_new (FALSE, FALSE, sizeof (DzPrintChart));
  g_autofree char *pdf = g_strconcat (self->path, ".pdf", NULL);
  g_autoptr(GError) error = NULL;
  int n_pages;

  dz_test_wait (has_several, view);
  collect (view, charts);
  g_assert_true (dz_print_charts ((const DzPrintChart *) (gpointer) charts->data, charts->len, 2,
                                  GTK_PRINT_OPERATION_ACTION_EXPORT, pdf, NULL, &error));
  g_assert_no_error (error);
  n_pages = dz_test_count_pages (pdf);
  if (n_pages < 0)
    g_test_skip ("pdfinfo is not installed");
  else
    g_assert_cmpint (n_pages, ==, (int) (charts->len + 1) / 2);
}

static GtkWidget *
find_card (GtkWidget *root)
{
  GtkWidget *found = DZ_IS_CHART_CARD (root) ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_card (child);

  return found;
}

static const char *
get_kind (GtkWidget *card)
{
  return dz_chart_area_get_chart (dz_chart_card_get_area (DZ_CHART_CARD (card)))->id;
}

static DzSeries *
get_series (GtkWidget *card)
{
  return dz_chart_area_get_series (dz_chart_card_get_area (DZ_CHART_CARD (card)));
}

/* The same numbers by another kind; it stays so when the view is filled again, and a kind that cannot draw them is not taken. */
static void
test_draws_as (DzTestWindow  *self,
               gconstpointer  data)
{
  GtkWidget *view = dz_test_show_view (self, "charts", DZ_TYPE_CHARTS_VIEW);
  GtkWidget *card = find_card (view);

  g_assert_cmpstr (get_kind (card), ==, "pair");
  gtk_widget_activate_action (card, "card.draw-as", "s", "bar");
  g_assert_cmpstr (get_kind (card), ==, "bar");
  /* bars are of one measure: no title, no note of the other */
  g_assert_cmpuint (dz_series_get_n_measures (get_series (card)), ==, 1);
  g_assert_cmpstr (get_series (card)->title, ==, "2024年调处矛盾纠纷数");
  dz_session_set_year (self->session, 2023);
  card = find_card (view);
  g_assert_cmpstr (get_kind (card), ==, "bar");
  g_assert_cmpstr (get_series (card)->title, ==, "2023年调处矛盾纠纷数");
  gtk_widget_activate_action (card, "card.draw-as", "s", "pair");
  g_assert_cmpuint (dz_series_get_n_measures (get_series (card)), ==, 2);
  gtk_widget_activate_action (card, "card.draw-as", "s", "no such kind");
  g_assert_cmpstr (get_kind (card), ==, "pair");
}

/* Whether the menu of a card has the item, and lets it be clicked. */
static gboolean
offers (GtkWidget  *card,
        const char *words)
{
  GtkWidget *item = dz_test_find (card, GTK_TYPE_LABEL, words);

  g_assert_nonnull (item);

  return gtk_widget_is_sensitive (item);
}

/* Nothing drawn is nothing to save, copy or print: neither from the start nor after another kind was drawn. */
static void
test_nothing_to_draw_is_not_saved (DzTestWindow  *self,
                                   gconstpointer  data)
{
  static const char *const items[] = { "Copy as Picture", "Save as PNG…", "Print…" };
  GtkWidget *view = dz_test_show_view (self, "charts", DZ_TYPE_CHARTS_VIEW);
  g_autoptr(DzScopeFilter) nobody = dz_scope_filter_new_kind ("开发区");
  g_autoptr(DzSeries) empty = dz_series_new (2024);
  g_autoptr(DzSeries) full = dz_series_ref (get_series (find_card (view)));
  const DzChart *chart = dz_chart_area_get_chart (dz_chart_card_get_area (DZ_CHART_CARD (find_card (view))));

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_test_message ("%s", items[i]);
      g_assert_true (offers (find_card (view), items[i]));
      dz_chart_card_draw (DZ_CHART_CARD (find_card (view)), chart, empty);
      g_assert_false (offers (find_card (view), items[i]));
      dz_chart_card_draw (DZ_CHART_CARD (find_card (view)), chart, full);
    }
  g_assert_true (offers (find_card (view), items[0]));
  dz_session_set_scope (self->session, nobody);
  g_assert_false (offers (find_card (view), items[0]));
}

static void
test_other_years_and_scopes (DzTestWindow  *self,
                             gconstpointer  data)
{
  GtkWidget *view = dz_test_show_view (self, "charts", DZ_TYPE_CHARTS_VIEW);
  g_autoptr(DzScopeFilter) towns = dz_scope_filter_new_kind ("镇");
  g_autoptr(GArray) charts = g_array_new (FALSE, FALSE, sizeof (DzPrintChart));

  dz_session_set_year (self->session, 2023);
  dz_session_set_scope (self->session, towns);
  collect (view, charts);
  g_assert_cmpuint (charts->len, >, 0);
}

/* A saved view shows the same charts each time it is gone to, and one of another version no order that is not offered. */
static void
test_goes_to_what_was_saved (DzTestWindow  *self,
                             gconstpointer  data)
{
  static const char saved[] = "0|1|0|0|disputes_found,disputes_accepted";
  DzView *view = DZ_VIEW (dz_test_show_view (self, "charts", DZ_TYPE_CHARTS_VIEW));

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *state = NULL;

      dz_view_set_state (view, saved);
      state = dz_view_dup_state (view);
      g_assert_cmpstr (state, ==, saved);
    }
  dz_view_set_state (view, "77|77|0|0|no such indicator");
  {
    g_autofree char *state = dz_view_dup_state (view);

    g_assert_cmpstr (state, ==, "0|1|0|0|");
  }
}

static int
measure_height (const DzChart *chart,
                const char    *title)
{
  g_autoptr(DzSeries) empty = dz_series_new (2024);
  GtkWidget *area;
  int height;

  empty->title = g_strdup (title);
  area = g_object_ref_sink (GTK_WIDGET (dz_chart_area_new (chart, empty)));
  gtk_widget_measure (area, GTK_ORIENTATION_VERTICAL, 400, &height, NULL, NULL, NULL);
  g_object_unref (area);

  return height;
}

/* A card without anything to draw says whose numbers are missing, and has the room for all it says. */
static void
test_nothing_to_draw_has_a_title (DzTestWindow  *self,
                                  gconstpointer  data)
{
  GtkWidget *view = dz_test_show_view (self, "charts", DZ_TYPE_CHARTS_VIEW);
  g_autoptr(GArray) charts = g_array_new (FALSE, FALSE, sizeof (DzPrintChart));
  const DzChart *chart;
  int without;

  collect (view, charts);
  chart = g_array_index (charts, DzPrintChart, 0).chart;
  without = measure_height (chart, NULL);
  g_assert_cmpint (without, >, 0);
  g_assert_cmpint (measure_height (chart, "行政执法人员"), >, without);
}

int
main (int   argc,
      char *argv[])
{
  if (!dz_test_window_init (&argc, &argv))
    return 0;

  DZ_TEST_ADD ("/widgets/charts-view/cards-have-marks", test_cards_have_marks);
  DZ_TEST_ADD ("/widgets/charts-view/prints-two-a-page", test_prints_two_a_page);
  DZ_TEST_ADD ("/widgets/charts-view/draws-as", test_draws_as);
  DZ_TEST_ADD ("/widgets/charts-view/nothing-to-draw-has-a-title", test_nothing_to_draw_has_a_title);
  DZ_TEST_ADD ("/widgets/charts-view/nothing-to-draw-is-not-saved", test_nothing_to_draw_is_not_saved);
  DZ_TEST_ADD ("/widgets/charts-view/goes-to-what-was-saved", test_goes_to_what_was_saved);
  DZ_TEST_ADD ("/widgets/charts-view/other-years-and-scopes", test_other_years_and_scopes);

  return dz_test_window_run ();
}
