/* test-roster-view.c - 报送: rows, missing bodies, what a click opens
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-test-window.h"

#include "dz-date-popover.h"
#include "dz-passage-view.h"
#include "dz-reading-view.h"
#include "dz-roster-table.h"
#include "dz-roster-view.h"
#include "dz-content-mark.h"
#include "dz-state-popover.h"
#include "dz-section-grid.h"
#include "dz-session-corrections.h"

static GtkSelectionModel *
get_rows (GtkWidget *view)
{
  GtkWidget *table = dz_test_find (view, GTK_TYPE_COLUMN_VIEW, NULL);

  return gtk_column_view_get_model (GTK_COLUMN_VIEW (table));
}

static gboolean
is_missing (GtkSelectionModel *rows,
            guint              position)
{
  g_autoptr(DzRosterRow) row = g_list_model_get_item (G_LIST_MODEL (rows), position);

  return dz_roster_row_is_missing (row);
}

static void
test_a_row_for_each_body (DzTestWindow  *self,
                          gconstpointer  data)
{
  GtkWidget *view = dz_test_show_view (self, "roster", DZ_TYPE_ROSTER_VIEW);
  GtkWidget *table = dz_test_find (view, GTK_TYPE_COLUMN_VIEW, NULL);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_rows (view))), ==, 12);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_column_view_get_columns (GTK_COLUMN_VIEW (table))), ==, 15);
  g_assert_nonnull (dz_test_find (view, GTK_TYPE_LABEL, "Received 12 / 12"));
  g_assert_nonnull (dz_test_find (view, GTK_TYPE_BUTTON, "none"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (table), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Bodies and their reports");
}

static void
test_missing_bodies_first (DzTestWindow  *self,
                           gconstpointer  data)
{
  GtkWidget *view = dz_test_show_view (self, "roster", DZ_TYPE_ROSTER_VIEW);
  GtkSelectionModel *rows = get_rows (view);
  guint n_missing = 0;

  dz_session_set_year (self->session, 2023);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rows)), ==, 12);
  for (guint i = 0; i < 12; i++)
    {
      if (is_missing (rows, i))
        {
          g_assert_cmpuint (n_missing, ==, i);
          n_missing++;
        }
    }
  g_assert_cmpuint (n_missing, ==, 4);
  g_assert_nonnull (dz_test_find (view, GTK_TYPE_LABEL, "Missing"));
}

static void
test_filter_and_scope (DzTestWindow  *self,
                       gconstpointer  data)
{
  GtkWidget *view = dz_test_show_view (self, "roster", DZ_TYPE_ROSTER_VIEW);
  GtkWidget *toggle = dz_test_find (view, GTK_TYPE_TOGGLE_BUTTON, "Contents missing");
  g_autoptr(DzScopeFilter) towns = dz_scope_filter_new_kind ("镇");
  guint n;

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
  n = g_list_model_get_n_items (G_LIST_MODEL (get_rows (view)));
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (n, <, 12);
  toggle = dz_test_find (view, GTK_TYPE_TOGGLE_BUTTON, "All");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
  dz_session_set_scope (self->session, towns);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_rows (view))), ==, 6);
}

static void
test_chosen_rows_side_by_side (DzTestWindow  *self,
                               gconstpointer  data)
{
  GtkWidget *view = dz_test_show_view (self, "roster", DZ_TYPE_ROSTER_VIEW);
  GtkWidget *grid = dz_test_find (GTK_WIDGET (self->window), DZ_TYPE_SECTION_GRID, NULL);
  GtkSelectionModel *rows = get_rows (view);

  gtk_selection_model_select_item (rows, 0, TRUE);
  gtk_widget_activate_action (view, "roster.compare", NULL);
  g_assert_cmpuint (self->n_toasts, ==, 1);
  gtk_selection_model_select_range (rows, 2, 4, TRUE);
  gtk_widget_activate_action (view, "roster.compare", NULL);
  dz_test_wait_mapped (grid);
  g_assert_nonnull (dz_test_find_mapped (GTK_WIDGET (self->window), DZ_TYPE_READING_VIEW, NULL));
}

static DzRosterRow *
find_row (GtkSelectionModel *rows,
          const char        *body)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (rows)); i++)
    {
      g_autoptr(DzRosterRow) row = g_list_model_get_item (G_LIST_MODEL (rows), i);

      if (g_str_equal (dz_roster_row_get_body (row)->name, body))
        return row; /* the model keeps it */
    }

  return NULL;
}

/* A note is written with the state, taken back with it, and the row says that there is one. */
static void
test_note_about_a_report (DzTestWindow  *self,
                          gconstpointer  data)
{
  GtkWidget *view = dz_test_show_view (self, "roster", DZ_TYPE_ROSTER_VIEW);
  DzReport *report = dz_roster_row_get_report (find_row (get_rows (view), "禾泉镇"));
  GtkWidget *popover = g_object_ref_sink (dz_state_popover_new (self->session, report));
  GtkTextBuffer *buffer =
    gtk_text_view_get_buffer (GTK_TEXT_VIEW (dz_test_find (popover, GTK_TYPE_TEXT_VIEW, NULL)));

  gtk_text_buffer_set_text (buffer, "等镇里回话", -1);
  g_signal_emit_by_name (dz_test_find (popover, GTK_TYPE_BUTTON, "Disputed"), "clicked");
  report = dz_roster_row_get_report (find_row (get_rows (view), "禾泉镇"));
  g_assert_cmpstr (report->note, ==, "等镇里回话");
  g_assert_cmpint (report->reviewing, ==, DZ_REVIEWING_DISPUTED);
  dz_test_wait_mapped (dz_test_find_tooltip (view, "等镇里回话"));
  dz_session_undo (self->session);
  report = dz_roster_row_get_report (find_row (get_rows (view), "禾泉镇"));
  g_assert_true (report->note == NULL || *report->note == '\0');
  g_assert_cmpint (report->reviewing, ==, DZ_REVIEWING_UNREAD);
  g_object_unref (popover);

  /* closed by a click beside it, what was typed is kept */
  popover = g_object_ref_sink (dz_state_popover_new (self->session, report));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (dz_test_find (popover, GTK_TYPE_TEXT_VIEW, NULL)));
  gtk_text_buffer_set_text (buffer, "再问一次", -1);
  g_signal_emit_by_name (popover, "closed");
  report = dz_roster_row_get_report (find_row (get_rows (view), "禾泉镇"));
  g_assert_cmpstr (report->note, ==, "再问一次");
  g_object_unref (popover);
}

/* A change draws its own row anew and leaves all rows where they are; one that is filtered for goes with it. */
static void
test_rows_stay (DzTestWindow  *self,
                gconstpointer  data)
{
  GtkWidget *view = dz_test_show_view (self, "roster", DZ_TYPE_ROSTER_VIEW);
  GtkSelectionModel *rows = get_rows (view);
  DzRosterRow *row = find_row (rows, "禾泉镇"), *other = find_row (rows, "万榆镇");
  DzReport *report = dz_roster_row_get_report (row);
  GtkWidget *disputed = dz_test_find (view, GTK_TYPE_TOGGLE_BUTTON, "Disputed");

  dz_test_wait_mapped (dz_test_find (view, GTK_TYPE_COLUMN_VIEW, NULL));
  g_assert_true (dz_session_set_reviewing (self->session, report->id, DZ_REVIEWING_DISPUTED, NULL));
  g_assert_true (find_row (rows, "禾泉镇") == row && find_row (rows, "万榆镇") == other);
  g_assert_true (dz_roster_row_get_report (row) == dz_test_find_report (self, "禾泉镇", 2024));
  g_assert_nonnull (dz_test_find (dz_test_find (view, GTK_TYPE_COLUMN_VIEW, NULL), GTK_TYPE_LABEL, "Disputed"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (disputed), TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rows)), >, 0);
  g_assert_true (find_row (rows, "禾泉镇") == row);
  dz_session_undo (self->session);
  g_assert_null (find_row (rows, "禾泉镇"));
}

static void
list_marks (GtkWidget *widget,
            GPtrArray *marks)
{
  if (DZ_IS_CONTENT_MARK (widget))
    g_ptr_array_add (marks, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    list_marks (child, marks);
}

/* “·” says that a content is not asked of this kind of report: no pane says that it is missing. */
static void
test_not_asked_is_not_missing (DzTestWindow  *self,
                               gconstpointer  data)
{
  GtkWidget *view = dz_test_show_view (self, "roster", DZ_TYPE_ROSTER_VIEW);
  g_autoptr(GPtrArray) marks = g_ptr_array_new ();
  guint n = 0;

  list_marks (view, marks);
  for (guint i = 0; i < marks->len; i++)
    {
      GtkWidget *button = gtk_widget_get_ancestor (g_ptr_array_index (marks, i), GTK_TYPE_BUTTON);

      if (button == NULL || /* in the legend */
          !g_str_equal (dz_content_mark_get_words (g_ptr_array_index (marks, i)), "Not asked of this kind of report"))
        continue;
      n++;
      g_assert_false (gtk_widget_get_sensitive (button));
    }
  g_assert_cmpuint (n, >, 5);
}

static void
test_day_of_publication (DzTestWindow  *self,
                         gconstpointer  data)
{
  DzReport *report = dz_test_find_report (self, "万榆镇", 2024);

  g_assert_true (dz_session_set_dates (self->session, report->id, NULL, "2025-04-03"));
  report = dz_test_find_report (self, "万榆镇", 2024);
  g_assert_cmpstr (report->identity.published, ==, "2025-04-03");
  dz_session_undo (self->session);
  report = dz_test_find_report (self, "万榆镇", 2024);
  g_assert_null (report->identity.published);
}

typedef struct
{
  GtkWidget *table;
  const char *first;
  double at;
} Top;

static gboolean
count_frame_cb (GtkWidget     *widget,
                GdkFrameClock *clock,
                gpointer       n)
{
  return --*(int *) n > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static gboolean
is_zero (gpointer n)
{
  return *(int *) n == 0;
}

/* Rows find their places over some frames. */
static void
wait_some_frames (GtkWidget *widget)
{
  int n = 6;

  gtk_widget_add_tick_callback (widget, count_frame_cb, &n, NULL);
  dz_test_wait (is_zero, &n);
}

/* How many labels below @widget, in sight, have more words than room. */
static guint
count_cut (GtkWidget *widget)
{
  guint n = 0;

  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
      pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget))))
    {
      g_test_message ("cut: %s", gtk_label_get_label (GTK_LABEL (widget)));
      n++;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int natural = 0;

      /* what stands in a cell is given its least width where the column has less */
      if (g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkColumnViewCell"))
        gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
      if (natural > gtk_widget_get_width (widget) && gtk_widget_get_mapped (child))
        {
          g_test_message ("a cell is %d px and wants %d", gtk_widget_get_width (widget), natural);
          n++;
        }
      n += count_cut (child);
    }

  return n;
}

/* English, whose words are the longest: those of the heads, and of bodies with a report and without. */
static void
test_no_word_is_cut (DzTestWindow  *self,
                     gconstpointer  data)
{
  GtkWidget *view = dz_test_show_view (self, "roster", DZ_TYPE_ROSTER_VIEW);
  GtkWidget *table = dz_test_find (view, GTK_TYPE_COLUMN_VIEW, NULL);

  wait_some_frames (table);
  g_assert_cmpuint (count_cut (table), ==, 0);
  dz_session_set_year (self->session, 2023);
  wait_some_frames (table);
  g_assert_cmpuint (count_cut (table), ==, 0);
}

static gboolean
begins_so (gpointer data)
{
  const Top *top = data;
  GtkAdjustment *at = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (top->table));
  g_autoptr(DzRosterRow) row = g_list_model_get_item (G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (top->table))), 0);

  return row != NULL && g_str_equal (dz_roster_row_get_body (row)->name, top->first) &&
         gtk_adjustment_get_value (at) == top->at;
}

static void
add_bodies (DzTestWindow *self,
            const char   *name,
            guint         n)
{
  DzReview *review = dz_session_get_review (self->session);
  g_autoptr(GPtrArray) bodies = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_body_free);

  for (guint i = 0; i < review->bodies->len; i++)
    g_ptr_array_add (bodies, dz_body_copy (g_ptr_array_index (review->bodies, i)));
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *numbered = g_strdup_printf ("%s%u镇", name, i);

      g_ptr_array_insert (bodies, 0, dz_body_new (n > 1 ? numbered : name, "镇"));
    }
  g_assert_true (dz_session_set_county (self->session, review->county, bodies));
}

static gboolean
has_all (gpointer table)
{
  return g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (table))) == 12 + 60 + 1;
}

/* A wheel over the view, as the list has moved by it. */
static void
scroll_by_hand (GtkWidget     *view,
                GtkAdjustment *at,
                double         to)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (view);
  gboolean taken;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        g_signal_emit_by_name (controller, "scroll", 0.0, 1.0, &taken);
    }
  gtk_adjustment_set_value (at, to);
}

/* A list that stands at its top shows what comes first, also what comes before it; one that was scrolled, if only while
 * rows still come, keeps its place; until one asks for the top as it was kept. */
static void
test_at_top (DzTestWindow  *self,
             gconstpointer  data)
{
  GtkWidget *view = dz_test_show_view (self, "roster", DZ_TYPE_ROSTER_VIEW);
  Top top = { dz_test_find (view, GTK_TYPE_COLUMN_VIEW, NULL), "新圩镇", 0 };
  GtkAdjustment *at = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (top.table));

  add_bodies (self, "丙", 60);
  dz_test_wait_mapped (top.table);
  wait_some_frames (top.table);
  g_assert_cmpfloat (gtk_adjustment_get_upper (at), >, gtk_adjustment_get_page_size (at));
  add_bodies (self, "新圩镇", 1);
  dz_test_wait (has_all, top.table);
  dz_test_wait (begins_so, &top);
  wait_some_frames (top.table);
  g_assert_true (begins_so (&top));

  top.at = 450;
  scroll_by_hand (view, at, top.at);
  wait_some_frames (top.table);
  g_assert_true (dz_session_set_reviewing (self->session, dz_test_find_report (self, "禾泉镇", 2024)->id,
                                           DZ_REVIEWING_DISPUTED, NULL));
  for (int i = 0; i < 8; i++)
    {
      wait_some_frames (top.table);
      g_assert_true (begins_so (&top));
    }
  /* a board that was kept at its top is at its top again */
  top.at = 0;
  dz_view_set_state (DZ_VIEW (view), "0,,");
  dz_test_wait (begins_so, &top);
}

/* What is kept of the board names the column it is sorted by, also where that was dragged to another place. */
static void
test_order_of_a_dragged_column (DzTestWindow  *self,
                                gconstpointer  data)
{
  GtkWidget *view = dz_test_show_view (self, "roster", DZ_TYPE_ROSTER_VIEW);
  GtkColumnView *table = GTK_COLUMN_VIEW (dz_test_find (view, GTK_TYPE_COLUMN_VIEW, NULL));
  GListModel *columns = gtk_column_view_get_columns (table);
  g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, 10);
  g_autofree char *state = NULL;
  g_autofree char *again = NULL;
  g_autofree char *dragged = NULL;

  dz_test_wait_mapped (view);
  gtk_column_view_sort_by_column (table, column, GTK_SORT_DESCENDING);
  state = dz_view_dup_state (DZ_VIEW (view));
  g_assert_true (g_str_has_prefix (state, "0,-10,"));
  gtk_column_view_insert_column (table, 1, column);
  dragged = dz_view_dup_state (DZ_VIEW (view));
  g_assert_true (g_str_has_prefix (dragged, "0,-10,"));
  gtk_column_view_sort_by_column (table, NULL, GTK_SORT_ASCENDING);
  dz_view_set_state (DZ_VIEW (view), state);
  again = dz_view_dup_state (DZ_VIEW (view));
  g_assert_true (g_str_has_prefix (again, "0,-10,"));
}

typedef struct
{
  GtkWidget *table;
  gint64 body;
} Sought;

/* Whether the row of the body is in sight: rows are of one height. */
static gboolean
is_in_sight (gpointer data)
{
  Sought *sought = data;
  GListModel *rows = G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (sought->table)));
  GtkAdjustment *at = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (sought->table));
  guint n = g_list_model_get_n_items (rows);
  double height = gtk_adjustment_get_upper (at) / n;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(DzRosterRow) row = g_list_model_get_item (rows, i);

      if (dz_roster_row_get_body (row)->id == sought->body)
        return i * height >= gtk_adjustment_get_value (at) - 1 &&
               (i + 1) * height <= gtk_adjustment_get_value (at) + gtk_adjustment_get_page_size (at) + 1;
    }

  return FALSE;
}

/* Who comes back from a body's years sees its row: by the button of that view, which chooses it too, and by Alt+Left,
 * which moves nothing but what must be moved. */
static void
test_back_from_a_life (DzTestWindow  *self,
                       gconstpointer  data)
{
  GtkWidget *view = dz_test_show_view (self, "roster", DZ_TYPE_ROSTER_VIEW);
  Sought sought = { dz_test_find (view, GTK_TYPE_COLUMN_VIEW, NULL), 0 };
  GtkAdjustment *at = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (sought.table));
  double kept;

  add_bodies (self, "丙", 61);
  dz_test_wait (has_all, sought.table);
  wait_some_frames (sought.table);
  sought.body = dz_test_find_report (self, "禾泉镇", 2024)->body_id;
  g_assert_false (is_in_sight (&sought));

  dz_session_go (self->session, "life", sought.body, 0, DZ_SPAN_NONE);
  g_signal_emit_by_name (dz_test_find_tooltip (GTK_WIDGET (self->window), "Back to the roster"), "clicked");
  dz_test_wait (is_in_sight, &sought);
  g_assert_cmpuint (gtk_bitset_get_size (gtk_selection_model_get_selection (get_rows (view))), ==, 1);

  wait_some_frames (sought.table);
  gtk_adjustment_set_value (at, 0);
  wait_some_frames (sought.table);
  dz_session_go (self->session, "life", sought.body, 0, DZ_SPAN_NONE);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.back", NULL);
  dz_test_wait (is_in_sight, &sought);

  wait_some_frames (sought.table);
  kept = gtk_adjustment_get_value (at) + 20;
  gtk_adjustment_set_value (at, kept);
  wait_some_frames (sought.table);
  g_assert_true (is_in_sight (&sought));
  dz_session_go (self->session, "life", sought.body, 0, DZ_SPAN_NONE);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.back", NULL);
  wait_some_frames (sought.table);
  g_assert_cmpfloat (gtk_adjustment_get_value (at), ==, kept);
}

/* A board that was kept sorted from the least on is so again; only a click begins with the largest. */
static void
test_kept_order_is_not_turned (DzTestWindow  *self,
                               gconstpointer  data)
{
  GtkWidget *view = dz_test_show_view (self, "roster", DZ_TYPE_ROSTER_VIEW);
  GtkWidget *table = dz_test_find (view, GTK_TYPE_COLUMN_VIEW, NULL);
  g_autofree char *state = NULL;

  dz_test_wait_mapped (view);
  dz_view_set_state (DZ_VIEW (view), "0,+12,");
  wait_some_frames (table);
  state = dz_view_dup_state (DZ_VIEW (view));
  g_assert_true (g_str_has_prefix (state, "0,+12,"));
}

int
main (int   argc,
      char *argv[])
{
  if (!dz_test_window_init (&argc, &argv))
    return 0;

  DZ_TEST_ADD ("/widgets/roster-view/note-about-a-report", test_note_about_a_report);
  DZ_TEST_ADD ("/widgets/roster-view/not-asked-is-not-missing", test_not_asked_is_not_missing);
  DZ_TEST_ADD ("/widgets/roster-view/a-row-for-each-body", test_a_row_for_each_body);
  DZ_TEST_ADD ("/widgets/roster-view/no-word-is-cut", test_no_word_is_cut);
  DZ_TEST_ADD ("/widgets/roster-view/rows-stay", test_rows_stay);
  DZ_TEST_ADD ("/widgets/roster-view/missing-bodies-first", test_missing_bodies_first);
  DZ_TEST_ADD ("/widgets/roster-view/filter-and-scope", test_filter_and_scope);
  DZ_TEST_ADD ("/widgets/roster-view/chosen-rows-side-by-side", test_chosen_rows_side_by_side);
  DZ_TEST_ADD ("/widgets/roster-view/at-top", test_at_top);
  DZ_TEST_ADD ("/widgets/roster-view/day-of-publication", test_day_of_publication);
  DZ_TEST_ADD ("/widgets/roster-view/order-of-a-dragged-column", test_order_of_a_dragged_column);
  DZ_TEST_ADD ("/widgets/roster-view/kept-order-is-not-turned", test_kept_order_is_not_turned);
  DZ_TEST_ADD ("/widgets/roster-view/back-from-a-life", test_back_from_a_life);

  return dz_test_window_run ();
}
