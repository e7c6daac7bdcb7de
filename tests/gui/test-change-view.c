/* test-change-view.c - 年度对比 shows the sample county; a tag leads to both years' passages
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-change-columns.h"
#include "dz-change-plot.h"
#include "dz-change-view.h"
#include "dz-destination-table.h"
#include "dz-gui-test.h"
#include "dz-promise-list.h"
#include "dz-session-corrections.h"

static void
test_sample (void)
{
  GuiTest test = { 0 };
  GtkWidget *table;

  gui_test_open (&test, DZ_TYPE_CHANGE_VIEW);
  table = gui_test_find (test.view, DZ_TYPE_DESTINATION_TABLE);
  g_assert_nonnull (table);
  g_assert_true (gui_test_shows (table, "Said rectified, named again"));
  g_assert_true (gui_test_shows (table, "望溪街道"));
  g_assert_false (gui_test_shows (table, "鹭陂乡")); /* has no report of last year */
  g_assert_true (gui_test_shows (test.view, "2023 → 2024"));
  gui_test_narrow (&test);
  gui_test_close (&test);
}

static void
test_tag (void)
{
  GuiTest test = { 0 };
  GtkWidget *tag;
  GListModel *evidence;

  gui_test_open (&test, DZ_TYPE_CHANGE_VIEW);
  tag = gui_test_find_button (gui_test_find (test.view, DZ_TYPE_DESTINATION_TABLE), "执法缺人");
  g_assert_nonnull (tag);
  g_signal_emit_by_name (tag, "clicked");
  evidence = dz_session_list_evidence (test.session);
  g_assert_nonnull (evidence);
  g_assert_cmpuint (g_list_model_get_n_items (evidence), >=, 2);
  gui_test_close (&test);
}

static void
test_figure (void)
{
  GuiTest test = { 0 };
  GtkWidget *plot;

  gui_test_open (&test, DZ_TYPE_CHANGE_VIEW);
  plot = gui_test_find (test.view, DZ_TYPE_CHANGE_PLOT);
  g_assert_nonnull (plot);
  g_signal_emit_by_name (plot, "row-activated", 0, 1);
  g_assert_cmpuint (g_list_model_get_n_items (dz_session_list_evidence (test.session)), >=, 2);
  gui_test_close (&test);
}

static GtkWidget *
get_area (GuiTest *test)
{
  return gui_test_find (gui_test_find (test->view, DZ_TYPE_CHANGE_PLOT), GTK_TYPE_DRAWING_AREA);
}

static void
press_down (GtkWidget *area,
            int        times)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (area);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) keys = g_list_model_get_item (controllers, i);
      gboolean taken;

      for (int k = 0; k < times && GTK_IS_EVENT_CONTROLLER_KEY (keys); k++)
        g_signal_emit_by_name (keys, "key-pressed", GDK_KEY_Down, 0, 0, &taken);
    }
}

/* A decision about a figure leaves its row chosen: a screen reader, and the eye, are still there. */
static void
test_row_stays (void)
{
  GuiTest test = { 0 };
  DzReport *report;

  gui_test_open (&test, DZ_TYPE_CHANGE_VIEW);
  press_down (get_area (&test), 3);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_area (&test)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "澜桥镇，调处（化解）矛盾纠纷数，248 → 276");
  report = g_ptr_array_index (dz_session_get_review (test.session)->reports, 0);
  g_assert_true (dz_session_set_figure_state (test.session, report->id,
                                              g_array_index (report->figures, DzFigure, 0).id, DZ_STATE_CONFIRMED));
  gui_test_spin ();
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_area (&test)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "澜桥镇，调处（化解）矛盾纠纷数，248 → 276");
  gui_test_close (&test);
}

/* A column with no room is left out whole; what stands is never narrower than its words, nor lies over others. */
static void
test_numbers_are_whole (void)
{
  const DzChangeColumns columns = { .name = 96, .values = 150, .undecided = 190, .difference = 70, .per_cent = 80, .least_track = 40 };
  DzChangePlaces places = { 0 };

  for (double width = dz_change_columns_least (&columns); width < 900; width++)
    {
      places = dz_change_columns_place (&columns, width);
      g_assert_true (places.difference == 0 || places.difference == columns.difference);
      g_assert_true (places.per_cent == 0 || places.per_cent == columns.per_cent);
      g_assert_true (places.difference > 0 || places.per_cent == 0);
      g_assert_cmpfloat (places.values_x, >=, columns.name + places.track);
      g_assert_cmpfloat (places.values_x + columns.undecided, <=, width);
      g_assert_cmpfloat (places.values_x + columns.values + places.difference + places.per_cent, <=, width);
    }
  g_assert_cmpfloat (places.track, >=, 40);
  g_assert_cmpfloat (places.per_cent, ==, 80);
  places = dz_change_columns_place (&columns, 96 + 150 + 70 + 79);
  g_assert_cmpfloat (places.difference, ==, 70);
  g_assert_cmpfloat (places.per_cent, ==, 0);
}

/* Longer numbers make wider columns. */
static void
test_columns_fit_words (void)
{
  GuiTest test = { 0 };
  GListModel *figures;
  GtkWidget *plot;

  gui_test_open (&test, DZ_TYPE_CHANGE_VIEW);
  plot = gui_test_find (test.view, DZ_TYPE_CHANGE_PLOT);
  figures = dz_year_change_list_figures (dz_shared_tables_get_change (dz_session_get_tables (test.session)));
  g_assert_cmpuint (g_list_model_get_n_items (figures), >, 0);
  for (guint i = 0; i < g_list_model_get_n_items (figures); i++)
    {
      g_autoptr(DzFigureChanges) changes = g_list_model_get_item (figures, i);
      g_autoptr(GArray) shown = g_array_new (FALSE, FALSE, sizeof (guint));
      DzChangeColumns columns;

      for (guint k = 0; k < dz_figure_changes_get_n (changes); k++)
        g_array_append_val (shown, k);
      dz_change_columns_measure (&columns, plot, changes, shown);
      for (guint k = 0; k < shown->len; k++)
        {
          const DzFigureChange *change = dz_figure_changes_get_change (changes, k);
          g_autofree char *values = dz_change_dup_values (change);
          g_autofree char *per_cent = dz_change_dup_per_cent (change);
          g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (plot, values);
          int width;

          pango_layout_get_pixel_size (layout, &width, NULL);
          g_assert_cmpfloat (dz_change_is_undecided (change) ? columns.undecided : columns.values, >=, width - 2);
          pango_layout_set_text (layout, per_cent != NULL ? per_cent : "", -1);
          pango_layout_get_pixel_size (layout, &width, NULL);
          g_assert_cmpfloat (columns.per_cent, >=, width);
        }
    }
  gui_test_close (&test);
}

/* The view as narrow as a window of 800 px leaves it: no part of a row lies outside of what is seen. */
static void
test_narrow_figures (void)
{
  GuiTest test = { 0 };
  GtkWidget *area;
  GtkWidget *scroll;
  GtkAdjustment *across;

  gui_test_open (&test, DZ_TYPE_CHANGE_VIEW);
  area = get_area (&test);
  scroll = gtk_widget_get_ancestor (area, GTK_TYPE_SCROLLED_WINDOW);
  gtk_window_set_default_size (GTK_WINDOW (test.window), 800, 720);
  gui_test_spin ();
  g_test_message ("view %d, list %d, rows %d", gtk_widget_get_width (test.view), gtk_widget_get_width (scroll),
                  gtk_widget_get_width (area));
  across = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scroll));
  g_assert_cmpfloat (gtk_adjustment_get_upper (across), <=, gtk_adjustment_get_page_size (across));
  g_assert_false (gtk_scrolled_window_get_overlay_scrolling (GTK_SCROLLED_WINDOW (scroll))); /* a bar tells that more is there */
  gui_test_close (&test);
}

/* A list longer than its part of the view: the keys bring the chosen body into sight, and it is drawn there. */
static void
test_keys_scroll (void)
{
  GuiTest test = { 0 };
  GtkWidget *area, *scroll;
  GtkAdjustment *down;

  gui_test_open (&test, DZ_TYPE_CHANGE_VIEW);
  area = get_area (&test);
  scroll = gtk_widget_get_ancestor (area, GTK_TYPE_SCROLLED_WINDOW);
  gtk_widget_set_vexpand (scroll, FALSE);
  gtk_widget_set_valign (scroll, GTK_ALIGN_START);
  gtk_widget_set_size_request (scroll, -1, 60);
  gui_test_spin ();
  down = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroll));
  g_assert_cmpfloat (gtk_adjustment_get_upper (down), >, 2 * gtk_adjustment_get_page_size (down));
  press_down (area, 5);
  g_assert_cmpfloat (gtk_adjustment_get_value (down), >, 0);
  for (int i = 0; i < 40; i++)
    press_down (area, 1);
  gui_test_spin ();
  g_assert_cmpfloat (gtk_adjustment_get_value (down) + gtk_adjustment_get_page_size (down), >=,
                     gtk_adjustment_get_upper (down) - 20);
  gui_test_close (&test);
}

/* Half a window leaves the figures the whole width: the plans have a page of their own, and come back beside them. */
static void
test_plans_make_room (void)
{
  GuiTest test = { 0 };
  GtkWidget *plans, *scroll;
  int whole;

  gui_test_open (&test, DZ_TYPE_CHANGE_VIEW);
  plans = gui_test_find (test.view, DZ_TYPE_PROMISE_LIST);
  scroll = gtk_widget_get_ancestor (get_area (&test), GTK_TYPE_SCROLLED_WINDOW);
  g_assert_true (gtk_widget_get_mapped (plans));
  gtk_window_set_default_size (GTK_WINDOW (test.window), 700, 720);
  while (gtk_widget_get_mapped (plans))
    g_main_context_iteration (NULL, TRUE);
  gui_test_spin ();
  whole = gtk_widget_get_width (test.view);
  g_assert_cmpint (whole, <, 800);
  g_assert_cmpint (gtk_widget_get_width (scroll), >, whole - 20);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (gui_test_find_button (test.view, "Plans Followed Up")), TRUE);
  gui_test_spin ();
  g_assert_true (gtk_widget_get_mapped (plans));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (gui_test_find_button (test.view, "Destinations")), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (test.window), 1200, 720);
  while (!gtk_widget_get_mapped (plans))
    g_main_context_iteration (NULL, TRUE);
  gui_test_close (&test);
}

int
main (int   argc,
      char *argv[])
{
  if (!gui_test_init (&argc, &argv))
    return 0;
  g_test_add_func ("/change-view/sample", test_sample);
  g_test_add_func ("/change-view/tag", test_tag);
  g_test_add_func ("/change-view/figure", test_figure);
  g_test_add_func ("/change-view/row-stays", test_row_stays);
  g_test_add_func ("/change-view/numbers-are-whole", test_numbers_are_whole);
  g_test_add_func ("/change-view/columns-fit-words", test_columns_fit_words);
  g_test_add_func ("/change-view/narrow-figures", test_narrow_figures);
  g_test_add_func ("/change-view/keys-scroll", test_keys_scroll);
  g_test_add_func ("/change-view/plans-make-room", test_plans_make_room);

  return g_test_run ();
}
