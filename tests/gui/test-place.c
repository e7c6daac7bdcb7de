/* test-place.c - what a click, a key, a choice or a decision may move: nothing but what it is meant to move
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-test-window.h"

#include "dz-choices.h"
#include "dz-evidence-pane.h"
#include "dz-common-matrix.h"
#include "dz-common-view.h"
#include "dz-figure-matrix.h"
#include "dz-figures-view.h"
#include "dz-growing.h"
#include "dz-passage-view.h"
#include "dz-reading-view.h"
#include "dz-section-grid.h"
#include "dz-session-corrections.h"
#include "dz-view.h"
#include "dz-views.h"

static GtkDropDown *
find_drop (DzTestWindow *self,
           const char   *tooltip)
{
  GtkWidget *found = dz_test_find_tooltip (GTK_WIDGET (self->window), tooltip);

  g_assert_true (GTK_IS_DROP_DOWN (found));

  return GTK_DROP_DOWN (found);
}

static guint
count_choices (GtkDropDown *drop)
{
  return g_list_model_get_n_items (gtk_drop_down_get_model (drop));
}

static void
test_every_scope_in_every_view (DzTestWindow  *self,
                                gconstpointer  data)
{
  GtkDropDown *scope = find_drop (self, "The bodies all views show");
  guint n = count_choices (scope) - 1; /* the last asks for bodies */

  g_assert_cmpuint (n, >=, 4);
  for (guint v = 0; v < dz_n_views; v++)
    {
      dz_test_show_view (self, dz_views[v].name, dz_views[v].get_type ());
      for (guint i = 0; i < n; i++)
        {
          gtk_drop_down_set_selected (scope, i);
          g_assert_cmpuint (gtk_drop_down_get_selected (scope), ==, i);
          g_assert_cmpuint (count_choices (scope), ==, n + 1);
          g_assert_true (dz_scope_filter_is_all (dz_session_get_scope (self->session)) == (i == 0));
        }
    }
}

static void
test_bodies_chosen_one_by_one (DzTestWindow  *self,
                               gconstpointer  data)
{
  GtkDropDown *scope = find_drop (self, "The bodies all views show");
  DzReview *review = dz_session_get_review (self->session);
  g_autoptr(DzScopeFilter) two = dz_scope_filter_new_bodies (
    (gint64[]){ ((DzBody *) review->bodies->pdata[0])->id, ((DzBody *) review->bodies->pdata[5])->id }, 2);
  g_autoptr(DzScopeFilter) none = dz_scope_filter_new_bodies (NULL, 0);
  guint n = count_choices (scope);
  GListModel *windows = gtk_window_get_toplevels ();
  guint n_windows = g_list_model_get_n_items (windows);

  gtk_drop_down_set_selected (scope, n - 1);
  g_assert_cmpuint (gtk_drop_down_get_selected (scope), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (windows), ==, n_windows + 1);
  dz_session_set_scope (self->session, two);
  g_assert_cmpuint (count_choices (scope), ==, n + 1);
  g_assert_cmpuint (gtk_drop_down_get_selected (scope), ==, n - 1);
  for (guint v = 0; v < dz_n_views; v++)
    {
      dz_session_set_scope (self->session, none);
      dz_test_show_view (self, dz_views[v].name, dz_views[v].get_type ());
      dz_session_set_scope (self->session, two);
    }
  gtk_drop_down_set_selected (scope, 0);
  g_assert_cmpuint (count_choices (scope), ==, n);
}

static void
test_year_with_a_scope (DzTestWindow  *self,
                        gconstpointer  data)
{
  GtkDropDown *scope = find_drop (self, "The bodies all views show");
  GtkDropDown *year = find_drop (self, "The year all views show");

  for (guint v = 0; v < dz_n_views; v++)
    {
      dz_test_show_view (self, dz_views[v].name, dz_views[v].get_type ());
      gtk_drop_down_set_selected (scope, 1);
      for (guint i = count_choices (year); i > 0; i--)
        gtk_drop_down_set_selected (year, i - 1);
      for (guint i = 0; i < count_choices (year); i++)
        {
          gtk_drop_down_set_selected (year, i);
          g_assert_cmpuint (gtk_drop_down_get_selected (year), ==, i);
          g_assert_cmpuint (gtk_drop_down_get_selected (scope), ==, 1);
        }
      gtk_drop_down_set_selected (scope, 0);
    }
}

typedef struct
{
  GtkDropDown *drop;
  guint told;
} Listener;

/* What a view does when its choices depend on the choice. */
static void
refill_cb (Listener *self)
{
  const char *names[] = { "one", "two", gtk_drop_down_get_selected (self->drop) == 1 ? "three" : "3", NULL };

  self->told++;
  dz_choices_set (self->drop, names, gtk_drop_down_get_selected (self->drop), self);
}

static void
test_choices_change_while_chosen (DzTestWindow  *self,
                                  gconstpointer  data)
{
  Listener listener = { GTK_DROP_DOWN (g_object_ref_sink (gtk_drop_down_new (NULL, NULL))), 0 };
  GListModel *model;

  dz_choices_add_search (listener.drop);
  dz_choices_set (listener.drop, (const char *const[]){ "one", "two", "3", NULL }, 0, &listener);
  model = gtk_drop_down_get_model (listener.drop);
  g_signal_connect_swapped (listener.drop, "notify::selected", G_CALLBACK (refill_cb), &listener);
  for (guint i = 1; i <= 4; i++)
    {
      gtk_drop_down_set_selected (listener.drop, i % 2);
      g_assert_cmpuint (gtk_drop_down_get_selected (listener.drop), ==, i % 2);
      g_assert_cmpuint (listener.told, ==, i);
    }
  g_assert_true (gtk_drop_down_get_model (listener.drop) == model);
  g_assert_cmpstr (gtk_string_list_get_string (GTK_STRING_LIST (model), 2), ==, "3");
  g_object_unref (listener.drop);
}

/* The first passage that is taller than what is seen of it. */
static GtkWidget *
find_tall (GtkWidget *root)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (root, GTK_TYPE_VIEWPORT);

  if (DZ_IS_PASSAGE_VIEW (root) && viewport != NULL &&
      gtk_widget_get_height (root) > gtk_widget_get_height (viewport) && gtk_widget_get_height (viewport) > 100)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_tall (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
has_tall (gpointer view)
{
  return find_tall (view) != NULL;
}

static GtkAdjustment *
get_down (GtkWidget *inside)
{
  return gtk_scrollable_get_vadjustment (
    GTK_SCROLLABLE (gtk_widget_get_ancestor (inside, GTK_TYPE_VIEWPORT)));
}

/* Long enough for whatever a change has set going to be laid out and drawn. */
static void
settle (GtkWidget *widget)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  gint64 last = gdk_frame_clock_get_frame_counter (clock) + 8;

  while (gdk_frame_clock_get_frame_counter (clock) < last)
    {
      gtk_widget_queue_draw (widget);
      g_main_context_iteration (NULL, TRUE);
    }
}

/* The reading view with its longest section on screen, some way down in it. */
static GtkWidget *
read_far_down (DzTestWindow *self,
               double       *value)
{
  GtkWidget *view = dz_test_show_view (self, "reading", DZ_TYPE_READING_VIEW);
  GtkWidget *passage;
  graphene_rect_t bounds;

  dz_test_wait (has_tall, view);
  passage = find_tall (view);
  g_assert_true (gtk_widget_compute_bounds (
    passage, gtk_viewport_get_child (GTK_VIEWPORT (gtk_widget_get_ancestor (passage, GTK_TYPE_VIEWPORT))), &bounds));
  *value = bounds.origin.y + 60;
  gtk_adjustment_set_value (get_down (passage), *value);
  settle (view);

  return passage;
}

static void
test_focus_does_not_throw (DzTestWindow  *self,
                           gconstpointer  data)
{
  double value;
  GtkWidget *passage = read_far_down (self, &value);

  gtk_widget_grab_focus (passage);
  settle (passage);
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (get_down (passage)), value, 1);
}

static void
test_decisions_keep_the_passage (DzTestWindow  *self,
                                 gconstpointer  data)
{
  double value;
  GtkWidget *passage = read_far_down (self, &value);
  DzReport *report = dz_passage_view_get_report (DZ_PASSAGE_VIEW (passage));
  gint64 id = report->id;

  gtk_widget_grab_focus (passage);
  for (guint i = 0; i < 3; i++)
    {
      report = dz_passage_view_get_report (DZ_PASSAGE_VIEW (passage));
      g_assert_true (dz_session_set_figure_state (
        self->session, id, g_array_index (report->figures, DzFigure, i).id, DZ_STATE_CONFIRMED));
      settle (passage);
      g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (get_down (passage)), value, 1);
    }
  dz_session_undo (self->session);
  dz_session_redo (self->session);
  g_assert_true (dz_session_reload (self->session, NULL));
  settle (passage);
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (get_down (passage)), value, 1);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (self->window)) == passage);
}

static void
get_line_place (GtkWidget *passage,
                gsize      offset,
                double    *top)
{
  double x, y;

  g_assert_true (dz_passage_view_get_y (DZ_PASSAGE_VIEW (passage), offset, &y));
  g_assert_true (gtk_widget_translate_coordinates (
    passage, gtk_widget_get_ancestor (passage, GTK_TYPE_VIEWPORT), 0, y, &x, top));
}

static void
test_closing_a_column_keeps_the_line (DzTestWindow  *self,
                                      gconstpointer  data)
{
  double value, before, after;
  GtkWidget *passage = read_far_down (self, &value);
  GtkWidget *view = gtk_widget_get_ancestor (passage, DZ_TYPE_READING_VIEW);
  DzReport *report = dz_passage_view_get_report (DZ_PASSAGE_VIEW (passage));
  DzReview *review = dz_session_get_review (self->session);
  gint64 ids[] = { report->id, ((DzReport *) review->reports->pdata[0])->id == report->id
                                 ? ((DzReport *) review->reports->pdata[1])->id
                                 : ((DzReport *) review->reports->pdata[0])->id };
  gsize offset = dz_passage_view_get_offset (DZ_PASSAGE_VIEW (passage), 60);

  get_line_place (passage, offset, &before);
  dz_reading_view_set_reports (DZ_READING_VIEW (view), ids, 2);
  settle (view);
  dz_test_wait (has_tall, view);
  passage = find_tall (view);
  g_assert_true (dz_passage_view_get_report (DZ_PASSAGE_VIEW (passage)) == report);
  get_line_place (passage, offset, &after);
  g_assert_cmpfloat_with_epsilon (before, after, 2);
}

static gboolean
is_open (DzTestWindow *self)
{
  GtkWidget *pane = dz_test_find (GTK_WIDGET (self->window), DZ_TYPE_EVIDENCE_PANE, NULL);

  return adw_flap_get_reveal_flap (ADW_FLAP (gtk_widget_get_ancestor (pane, ADW_TYPE_FLAP)));
}

static void
test_pane_closes_with_its_choice (DzTestWindow  *self,
                                  gconstpointer  data)
{
  GtkWidget *view = dz_test_show_view (self, "figures", DZ_TYPE_FIGURES_VIEW);
  GtkWidget *matrix = dz_test_find (view, DZ_TYPE_FIGURE_MATRIX, NULL);
  GtkWidget *pane = dz_test_find (GTK_WIDGET (self->window), DZ_TYPE_EVIDENCE_PANE, NULL);
  DzReport *report = dz_test_find_report (self, "万榆镇", 2024);

  g_assert_false (is_open (self));
  g_signal_emit_by_name (matrix, "cell-activated", 2, 0, 0); /* gone to by key: a closed pane stays closed */
  g_assert_false (is_open (self));
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.evidence", NULL);
  g_assert_true (is_open (self));
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.escape", NULL);
  g_assert_false (is_open (self));
  /* closed, it does not come back by itself, and nothing can be decided */
  g_assert_true (dz_session_set_dates (self->session, report->id, "2025-02-20", NULL));
  g_assert_false (is_open (self));
  g_assert_false (dz_evidence_pane_can_decide (DZ_EVIDENCE_PANE (pane)));
  g_signal_emit_by_name (matrix, "cell-activated", 2, 0, 1);
  g_assert_true (is_open (self));
  dz_test_show_view (self, "common", DZ_TYPE_COMMON_VIEW);
  g_assert_false (is_open (self));
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.evidence", NULL);
  g_assert_false (is_open (self));
}

static void
test_pane_follows_the_cell (DzTestWindow  *self,
                            gconstpointer  data)
{
  GtkWidget *view = dz_test_show_view (self, "figures", DZ_TYPE_FIGURES_VIEW);
  GtkWidget *matrix = dz_test_find (view, DZ_TYPE_FIGURE_MATRIX, NULL);
  g_autoptr(DzScopeFilter) towns = dz_scope_filter_new_kind ("镇");
  g_autoptr(DzScopeFilter) streets = dz_scope_filter_new_kind ("街道");
  GListModel *first;
  int row, column;

  g_signal_emit_by_name (matrix, "cell-activated", 3, 1, 1);
  dz_matrix_select (DZ_MATRIX (matrix), 3, 1);
  first = dz_session_list_evidence (self->session);
  g_signal_emit_by_name (matrix, "cell-activated", 4, 1, 0);
  g_assert_true (dz_session_list_evidence (self->session) != first);
  /* the fourth and fifth of the roster are towns: the cell stays chosen where it stands now */
  dz_session_set_scope (self->session, towns);
  dz_matrix_get_chosen (DZ_MATRIX (matrix), &row, &column);
  g_assert_cmpint (row, ==, 2);
  g_assert_cmpint (column, ==, 1);
  g_assert_true (is_open (self));
  /* out of the scope it is chosen no more */
  dz_session_set_scope (self->session, streets);
  dz_matrix_get_chosen (DZ_MATRIX (matrix), &row, &column);
  g_assert_cmpint (row, ==, -1);
  g_assert_false (is_open (self));
}

static void
test_row_of_weaknesses_shows_no_old_evidence (DzTestWindow  *self,
                                              gconstpointer  data)
{
  GtkWidget *view = dz_test_show_view (self, "common", DZ_TYPE_COMMON_VIEW);
  GtkWidget *matrix = dz_test_find (view, DZ_TYPE_COMMON_MATRIX, NULL);

  dz_matrix_select (DZ_MATRIX (matrix), 1, 2);
  g_signal_emit_by_name (matrix, "cell-activated", 1, 2, 1);
  g_assert_true (is_open (self));
  dz_matrix_select (DZ_MATRIX (matrix), 3, -1);
  g_signal_emit_by_name (matrix, "cell-activated", 3, -1, 1);
  g_assert_false (is_open (self));
}

static gboolean
is_cut (gpointer adjustment)
{
  return gtk_adjustment_get_page_size (adjustment) > 0 &&
         gtk_adjustment_get_upper (adjustment) > gtk_adjustment_get_page_size (adjustment) + 50;
}

static void
test_matrix_does_not_jump (DzTestWindow  *self,
                           gconstpointer  data)
{
  GtkWidget *view;
  GtkWidget *matrix;
  GtkWidget *viewport;
  GtkAdjustment *down;
  GtkWidget *toggle;

  view = dz_test_show_view (self, "figures", DZ_TYPE_FIGURES_VIEW);
  matrix = dz_test_find (view, DZ_TYPE_FIGURE_MATRIX, NULL);
  viewport = dz_test_find (matrix, GTK_TYPE_VIEWPORT, NULL);
  down = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport));
  gtk_widget_set_size_request (matrix, -1, 200);
  gtk_widget_set_valign (matrix, GTK_ALIGN_START);
  gtk_widget_set_vexpand (matrix, FALSE);
  dz_test_wait (is_cut, down);
  toggle = dz_test_find (view, GTK_TYPE_TOGGLE_BUTTON, NULL);
  gtk_widget_grab_focus (toggle);
  gtk_adjustment_set_value (down, 40);
  gtk_widget_grab_focus (gtk_viewport_get_child (GTK_VIEWPORT (viewport)));
  settle (matrix);
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (down), 40, 0.5);
}

static void
make_part_cb (guint    index,
              gpointer made)
{
  g_assert_cmpuint (index, ==, ((GArray *) made)->len);
  g_array_append_val (made, index);
}

static void
let_it_grow (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* A list of a thousand rows: the first are made, more when the end comes near, and those that were made again for a
 * newer snapshot, so that whoever had scrolled on stays there. */
static void
test_long_list_grows (void)
{
  g_autoptr(GArray) made = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GtkAdjustment) along = g_object_ref_sink (gtk_adjustment_new (0, 0, 400, 10, 100, 100));
  DzGrowing *growing = dz_growing_new (along, 12, 40, make_part_cb, made);

  dz_growing_start (growing, 1000, FALSE);
  g_assert_cmpuint (made->len, ==, 12);
  let_it_grow ();
  g_assert_cmpuint (made->len, ==, 40);
  gtk_adjustment_set_value (along, 150);
  g_assert_cmpuint (made->len, ==, 40);
  gtk_adjustment_set_value (along, 250);
  g_assert_cmpuint (made->len, ==, 80);
  g_array_set_size (made, 0);
  dz_growing_start (growing, 990, TRUE);
  g_assert_cmpuint (made->len, >, 70); /* what stood on the page: 250 to 350 of 400 */
  let_it_grow ();
  g_assert_cmpuint (made->len, ==, 80);
  for (guint i = 0; i < 30; i++)
    {
      gtk_adjustment_set_upper (along, made->len * 10);
      gtk_adjustment_set_value (along, 0);
      gtk_adjustment_set_value (along, made->len * 10);
    }
  g_assert_cmpuint (made->len, ==, 990);
  g_array_set_size (made, 0);
  dz_growing_start (growing, 7, FALSE);
  g_assert_cmpuint (made->len, ==, 7);
  dz_growing_free (growing);
  gtk_adjustment_set_value (along, 0);
  g_assert_cmpuint (made->len, ==, 7);
}

/* One is taken away and one put behind the last: the next that is made is the one that was next. */
static void
test_part_is_dropped (void)
{
  g_autoptr(GArray) made = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GtkAdjustment) along = g_object_ref_sink (gtk_adjustment_new (0, 0, 400, 10, 100, 100));
  DzGrowing *growing = dz_growing_new (along, 12, 40, make_part_cb, made);

  dz_growing_start (growing, 50, FALSE);
  let_it_grow ();
  g_assert_cmpuint (made->len, ==, 40);
  g_array_remove_index (made, 20);
  dz_growing_drop (growing); /* 49 are left, 39 of them made */
  dz_growing_extend (growing, 50);
  dz_growing_reach (growing, 49);
  g_assert_cmpuint (made->len, ==, 50);
  dz_growing_free (growing);
}

/* On a page taller than the first parts nobody can scroll: it is filled by itself, and no further. */
static void
test_tall_page_is_filled (void)
{
  g_autoptr(GArray) made = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GtkAdjustment) along = g_object_ref_sink (gtk_adjustment_new (0, 0, 0, 10, 100, 0));
  DzGrowing *growing = dz_growing_new (along, 40, 40, make_part_cb, made);

  dz_growing_start (growing, 1000, FALSE);
  gtk_adjustment_set_page_size (along, 900);
  while (gtk_adjustment_get_upper (along) <= 900)
    {
      gtk_adjustment_set_upper (along, MAX (made->len * 10, 900)); /* as a scrolled window lays it out */
      g_main_context_iteration (NULL, TRUE);
    }
  g_assert_cmpuint (made->len, ==, 120);
  g_array_set_size (made, 0);
  gtk_adjustment_set_upper (along, 900);
  dz_growing_start (growing, 1000, FALSE);
  while (made->len < 80)
    g_main_context_iteration (NULL, TRUE);
  gtk_adjustment_set_page_size (along, 1300);
  dz_growing_free (growing);
  let_it_grow ();
  g_assert_cmpuint (made->len, ==, 80);
}

int
main (int   argc,
      char *argv[])
{
  if (!dz_test_window_init (&argc, &argv))
    return 0;

  DZ_TEST_ADD ("/widgets/place/every-scope-in-every-view", test_every_scope_in_every_view);
  DZ_TEST_ADD ("/widgets/place/bodies-chosen-one-by-one", test_bodies_chosen_one_by_one);
  DZ_TEST_ADD ("/widgets/place/year-with-a-scope", test_year_with_a_scope);
  DZ_TEST_ADD ("/widgets/place/choices-change-while-chosen", test_choices_change_while_chosen);
  DZ_TEST_ADD ("/widgets/place/focus-does-not-throw", test_focus_does_not_throw);
  DZ_TEST_ADD ("/widgets/place/decisions-keep-the-passage", test_decisions_keep_the_passage);
  DZ_TEST_ADD ("/widgets/place/closing-a-column-keeps-the-line", test_closing_a_column_keeps_the_line);
  DZ_TEST_ADD ("/widgets/place/pane-closes-with-its-choice", test_pane_closes_with_its_choice);
  DZ_TEST_ADD ("/widgets/place/pane-follows-the-cell", test_pane_follows_the_cell);
  DZ_TEST_ADD ("/widgets/place/row-of-weaknesses", test_row_of_weaknesses_shows_no_old_evidence);
  DZ_TEST_ADD ("/widgets/place/matrix-does-not-jump", test_matrix_does_not_jump);

  g_test_add_func ("/widgets/place/long-list-grows", test_long_list_grows);
  g_test_add_func ("/widgets/place/part-is-dropped", test_part_is_dropped);
  g_test_add_func ("/widgets/place/tall-page-is-filled", test_tall_page_is_filled);

  return dz_test_window_run ();
}
