/* test-reading-view.c - 对照阅读: columns, passages, weaknesses as a table, the search
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-test-window.h"

#include "dz-add-popover.h"
#include "dz-chips.h"
#include "dz-evidence-item.h"
#include "dz-frozen-table.h"
#include "dz-passage-view.h"
#include "dz-quotation.h"
#include "dz-reading-view.h"
#include "dz-search-list.h"
#include "dz-window-private.h"
#include "dz-section-grid.h"
#include "dz-session-corrections.h"
#include "dz-strips.h"
#include "dz-weakness-grid.h"

static GtkWidget *
show_two (DzTestWindow *self)
{
  GtkWidget *view = dz_test_show_view (self, "reading", DZ_TYPE_READING_VIEW);
  gint64 ids[] = { dz_test_find_report (self, "万榆镇", 2024)->id,
                   dz_test_find_report (self, "鹭陂乡", 2024)->id };

  dz_reading_view_set_reports (DZ_READING_VIEW (view), ids, G_N_ELEMENTS (ids));

  return view;
}

static gboolean
has_evidence (gpointer data)
{
  DzTestWindow *self = data;

  return dz_session_list_evidence (self->session) != NULL;
}

static void
test_columns_and_roles (DzTestWindow  *self,
                        gconstpointer  data)
{
  GtkWidget *view = show_two (self);

  g_assert_nonnull (dz_test_find (view, GTK_TYPE_LABEL, "万榆镇"));
  g_assert_nonnull (dz_test_find (view, GTK_TYPE_LABEL, "鹭陂乡"));
  g_assert_nonnull (dz_test_find (view, DZ_TYPE_PASSAGE_VIEW, NULL));
  /* 鹭陂乡 declares nothing: its gap says so */
  g_assert_nonnull (dz_test_find (view, GTK_TYPE_LABEL, "No section of its own"));
}

/* Where lists name reports no two names are the same; one that stands alone needs no file in it. */
static void
test_names_of_reports (DzTestWindow  *self,
                       gconstpointer  data)
{
  DzReview *review = dz_session_get_review (self->session);
  DzReport *alone = dz_test_find_report (self, "鹭陂乡", 2024);
  DzReport *first = dz_test_find_report (self, "万榆镇", 2024);
  DzReport *second = dz_test_find_report (self, "禾泉镇", 2024);
  gint64 body_id = second->body_id;
  DzReportKind kind = second->identity.kind;

  g_assert_nonnull (first);
  g_assert_nonnull (second);
  second->body_id = first->body_id;
  second->identity.kind = first->identity.kind;
  {
    g_autofree char *one = dz_report_dup_title (first, review);
    g_autofree char *two = dz_report_dup_title (second, review);
    g_autofree char *other = dz_report_dup_title (alone, review);
    g_autofree char *file = dz_source_dup_name (second->source);
    g_autofree char *no_file = dz_source_dup_name (alone->source);

    g_assert_cmpstr (one, !=, two);
    g_assert_true (g_str_has_prefix (two, "万榆镇"));
    g_assert_true (g_str_has_suffix (two, file));
    g_assert_true (g_str_has_prefix (other, "鹭陂乡"));
    g_assert_null (strstr (other, no_file));
  }
  second->body_id = body_id;
  second->identity.kind = kind;
  {
    int year = alone->identity.year;
    g_autofree char *told = NULL;

    alone->identity.year = 0; /* nobody said it yet: a year 0 there never was */
    told = dz_report_dup_title (alone, review);
    alone->identity.year = year;
    g_assert_nonnull (strstr (told, "Unknown year"));
    g_assert_null (strstr (told, "  0  "));
  }
}

static void
test_steps_through_weaknesses (DzTestWindow  *self,
                               gconstpointer  data)
{
  GtkWidget *view = show_two (self);
  g_autoptr(DzEvidenceItem) first = NULL;
  g_autoptr(DzEvidenceItem) second = NULL;

  g_assert_true (dz_view_step (DZ_VIEW (view), 1));
  g_assert_true (has_evidence (self));
  first = g_list_model_get_item (dz_session_list_evidence (self->session),
                                 dz_session_get_evidence_position (self->session));
  g_assert_cmpint (dz_evidence_item_get_kind (first), ==, DZ_EVIDENCE_WEAKNESS);
  g_assert_true (dz_view_step (DZ_VIEW (view), 1));
  second = g_list_model_get_item (dz_session_list_evidence (self->session),
                                  dz_session_get_evidence_position (self->session));
  g_assert_cmpuint (dz_evidence_item_get_index (first), !=, dz_evidence_item_get_index (second));
}

static void
test_click_on_a_figure (DzTestWindow  *self,
                        gconstpointer  data)
{
  GtkWidget *view = show_two (self);
  GtkWidget *passage = dz_test_find (view, DZ_TYPE_PASSAGE_VIEW, NULL);
  g_autoptr(DzEvidenceItem) item = NULL;

  g_signal_emit_by_name (passage, "figure-clicked", 0u);
  g_assert_true (has_evidence (self));
  item = g_list_model_get_item (dz_session_list_evidence (self->session),
                                dz_session_get_evidence_position (self->session));
  g_assert_cmpint (dz_evidence_item_get_kind (item), ==, DZ_EVIDENCE_FIGURE);
}

static void
test_by_weakness (DzTestWindow  *self,
                  gconstpointer  data)
{
  GtkWidget *view = show_two (self);
  GtkWidget *grid = dz_test_find (view, DZ_TYPE_WEAKNESS_GRID, NULL);
  GtkWidget *toggle = dz_test_find (view, GTK_TYPE_TOGGLE_BUTTON, "By Weakness");
  g_autofree char *table = NULL;

  g_assert_nonnull (toggle);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
  dz_test_wait_mapped (grid);
  table = dz_weakness_grid_dup_table (DZ_WEAKNESS_GRID (grid));
  g_assert_nonnull (strstr (table, "万榆镇"));
  g_assert_false (dz_view_step (DZ_VIEW (view), 1));
}

static double
get_left (GtkWidget *widget,
          GtkWidget *of)
{
  graphene_rect_t at;

  g_assert_true (gtk_widget_compute_bounds (widget, of, &at));

  return at.origin.x;
}

/* Six columns, some of long and some of short words: a quotation under the neighbour's name would be a lie. */
static void
test_heads_over_their_columns (DzTestWindow  *self,
                               gconstpointer  data)
{
  const char *bodies[] = { "望溪街道", "万榆镇", "鹭陂乡", "枫梧畲族乡", "澜桥镇", "槐堤镇" };
  GtkWidget *view = dz_test_show_view (self, "reading", DZ_TYPE_READING_VIEW);
  gint64 ids[G_N_ELEMENTS (bodies)];
  DzFrozenTable *table;

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    ids[i] = dz_test_find_report (self, bodies[i], 2024)->id;
  dz_reading_view_set_reports (DZ_READING_VIEW (view), ids, G_N_ELEMENTS (ids));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (dz_test_find (view, GTK_TYPE_TOGGLE_BUTTON, "By Weakness")), TRUE);
  table = DZ_FROZEN_TABLE (dz_test_find (view, DZ_TYPE_FROZEN_TABLE, NULL));
  dz_test_wait_mapped (dz_frozen_table_get (table, 6, 1));
  for (guint k = 1; k <= 6; k++)
    {
      double head = get_left (dz_frozen_table_get (table, k, 0), GTK_WIDGET (table));

      g_assert_nonnull (dz_test_find (dz_frozen_table_get (table, k, 0), GTK_TYPE_LABEL, bodies[k - 1]));
      for (guint row = 1; dz_frozen_table_get (table, k, row) != NULL; row++)
        g_assert_cmpfloat (get_left (dz_frozen_table_get (table, k, row), GTK_WIDGET (table)), ==, head);
    }
}

static int
measure_height (GtkWidget *passage,
                int        width)
{
  int height;

  gtk_widget_measure (passage, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);

  return height;
}

/* Lines grow no longer than forty characters, however wide the window: of 15 pixels, and 50 for both margins. */
static void
test_lines_are_read_at_ease (DzTestWindow  *self,
                             gconstpointer  data)
{
  GtkWidget *passage = dz_test_find (show_two (self), DZ_TYPE_PASSAGE_VIEW, NULL);

  g_assert_nonnull (passage);
  g_assert_cmpint (measure_height (passage, 1300), ==, measure_height (passage, 40 * 15 + 50));
  g_assert_cmpint (measure_height (passage, 1300), <, measure_height (passage, 30 * 15 + 50));
}

/* The point, not only its heading: “12、持证力量与任务不匹配。” and what stands behind it. */
static void
test_cells_hold_the_words (DzTestWindow  *self,
                           gconstpointer  data)
{
  GtkWidget *view = show_two (self);
  GtkWidget *found;

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (dz_test_find (view, GTK_TYPE_TOGGLE_BUTTON, "By Weakness")), TRUE);
  found = dz_test_find (view, GTK_TYPE_LABEL, "（一）执法力量仍显不足。全镇总人口38051人");
  g_assert_nonnull (found);
  g_assert_cmpint (gtk_label_get_lines (GTK_LABEL (found)), ==, 4);
}

/* A decision in the table leaves its rows, and the focus, where they are. */
static void
test_decisions_keep_the_cell (DzTestWindow  *self,
                              gconstpointer  data)
{
  GtkWidget *view = show_two (self);
  DzReport *report = dz_test_find_report (self, "万榆镇", 2024);
  DzFrozenTable *table;
  GtkWidget *cell;

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (dz_test_find (view, GTK_TYPE_TOGGLE_BUTTON, "By Weakness")), TRUE);
  table = DZ_FROZEN_TABLE (dz_test_find (view, DZ_TYPE_FROZEN_TABLE, NULL));
  dz_test_wait_mapped (dz_frozen_table_get (table, 1, 3));
  gtk_widget_grab_focus (dz_frozen_table_get (table, 1, 3));
  g_assert_true (dz_session_set_weakness_state (
    self->session, report->id, g_array_index (report->weaknesses, DzWeakness, 0).id, DZ_STATE_CONFIRMED));
  table = DZ_FROZEN_TABLE (dz_test_find (view, DZ_TYPE_FROZEN_TABLE, NULL));
  cell = dz_frozen_table_get (table, 1, 3);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (self->window)) == cell);
}

static void
press (GtkWidget *widget,
       guint      key)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) keys = g_list_model_get_item (controllers, i);
      gboolean taken = FALSE;

      if (GTK_IS_EVENT_CONTROLLER_KEY (keys))
        g_signal_emit_by_name (keys, "key-pressed", key, 0, 0, &taken);
      if (taken)
        return;
    }
  g_assert_not_reached ();
}

static gboolean
is_tall (gpointer passage)
{
  GtkAdjustment *down =
    gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (gtk_widget_get_ancestor (passage, GTK_TYPE_VIEWPORT)));

  return gtk_adjustment_get_upper (down) > gtk_adjustment_get_page_size (down) + 500;
}

/* Reading by keys: the arrows scroll, and six columns can be gone across. */
static void
test_arrows_scroll (DzTestWindow  *self,
                    gconstpointer  data)
{
  GtkWidget *view = show_two (self);
  GtkWidget *grid = dz_test_find (view, DZ_TYPE_SECTION_GRID, NULL);
  GtkWidget *passage = dz_test_find (view, DZ_TYPE_PASSAGE_VIEW, NULL);
  GtkAdjustment *down;

  dz_test_wait_mapped (passage);
  dz_test_wait (is_tall, passage);
  down = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (gtk_widget_get_ancestor (passage, GTK_TYPE_VIEWPORT)));
  gtk_widget_grab_focus (passage);
  press (grid, GDK_KEY_Down);
  press (grid, GDK_KEY_Down);
  g_assert_cmpfloat (gtk_adjustment_get_value (down), ==, 96);
  press (grid, GDK_KEY_Up);
  g_assert_cmpfloat (gtk_adjustment_get_value (down), ==, 48);
  press (grid, GDK_KEY_Home);
  g_assert_cmpfloat (gtk_adjustment_get_value (down), ==, 0);
}

static gboolean
has_focus (gpointer data)
{
  DzTestWindow *self = data;

  return DZ_IS_PASSAGE_VIEW (gtk_window_get_focus (GTK_WINDOW (self->window)));
}

/* Whether no passage shown begins with what closed its heading. */
static gboolean
begins_without_close (GtkWidget *widget)
{
  if (DZ_IS_PASSAGE_VIEW (widget))
    {
      DzPassageView *passage = DZ_PASSAGE_VIEW (widget);
      const char *words =
        dz_text_peek (dz_passage_view_get_report (passage)->text, NULL) + dz_passage_view_get_span (passage).start;

      return !g_str_has_prefix (words, "：") && !g_str_has_prefix (words, "。");
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!begins_without_close (child))
      return FALSE;

  return TRUE;
}

/* Whoever comes to a report reads on by the arrows at once; a heading's “：” does not begin the text. */
static void
test_text_has_the_focus (DzTestWindow  *self,
                         gconstpointer  data)
{
  DzReport *report = dz_test_find_report (self, "望溪街道", 2024);
  GtkWidget *view;
  GtkWidget *passage;

  dz_session_go (self->session, "reading", report->body_id, report->id, DZ_SPAN_NONE);
  view = dz_test_find (GTK_WIDGET (self->window), DZ_TYPE_READING_VIEW, NULL);
  dz_test_wait_mapped (view);
  dz_test_wait (has_focus, self);
  passage = gtk_window_get_focus (GTK_WINDOW (self->window));
  g_assert_cmpint (dz_passage_view_get_report (DZ_PASSAGE_VIEW (passage))->id, ==, report->id);
  g_assert_true (begins_without_close (view));
}

/* One careless click must not add the first code of the codebook. */
static void
test_added_only_when_chosen (DzTestWindow  *self,
                             gconstpointer  data)
{
  GtkWidget *view = show_two (self);
  GtkWidget *passage = dz_test_find (view, DZ_TYPE_PASSAGE_VIEW, NULL);
  GtkWidget *popover = dz_add_popover_new (self->session, DZ_PASSAGE_VIEW (passage));
  const char *buttons[] = { "Add Weakness", "Add Figure" };

  gtk_widget_set_parent (popover, passage);
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      GtkWidget *button = dz_test_find (popover, GTK_TYPE_BUTTON, buttons[i]);
      GtkWidget *names = dz_test_find (gtk_widget_get_parent (button), GTK_TYPE_DROP_DOWN, NULL);

      g_assert_false (gtk_widget_get_sensitive (button));
      gtk_drop_down_set_selected (GTK_DROP_DOWN (names), 3);
      g_assert_true (gtk_widget_get_sensitive (button));
      gtk_drop_down_set_selected (GTK_DROP_DOWN (names), 0);
      g_assert_false (gtk_widget_get_sensitive (button));
    }
  gtk_widget_unparent (popover);
}

static void
test_search_goes_to_places (DzTestWindow  *self,
                            gconstpointer  data)
{
  GtkWidget *list = dz_test_find (GTK_WIDGET (self->window), DZ_TYPE_SEARCH_LIST, NULL);
  GtkWidget *rows = dz_test_find (list, GTK_TYPE_LIST_BOX, NULL);

  dz_search_list_search (DZ_SEARCH_LIST (list), "人民调解", FALSE);
  g_assert_cmpuint (dz_search_list_count (DZ_SEARCH_LIST (list)), >, 1);
  g_assert_nonnull (gtk_list_box_get_row_at_index (GTK_LIST_BOX (rows), 0));
  g_assert_true (dz_search_list_step (DZ_SEARCH_LIST (list), 1));
  dz_test_wait_mapped (dz_test_find (GTK_WIDGET (self->window), DZ_TYPE_READING_VIEW, NULL));
  g_assert_true (dz_search_list_step (DZ_SEARCH_LIST (list), -1));
  dz_search_list_search (DZ_SEARCH_LIST (list), "没有这几个字", FALSE);
  g_assert_cmpuint (dz_search_list_count (DZ_SEARCH_LIST (list)), ==, 0);
  g_assert_false (dz_search_list_step (DZ_SEARCH_LIST (list), 1));
  g_assert_nonnull (dz_test_find (list, GTK_TYPE_LABEL, "No report has"));
}

static int
get_selected (DzTestWindow *self)
{
  GtkWidget *list = dz_test_find (GTK_WIDGET (self->window), DZ_TYPE_SEARCH_LIST, NULL);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (dz_test_find (list, GTK_TYPE_LIST_BOX, NULL)));

  return row != NULL ? gtk_list_box_row_get_index (row) : -1;
}

/* Removed, taken back, read anew: what was found is what the review has, and whoever went through it is where he was. */
static void
test_search_follows_the_review (DzTestWindow  *self,
                                gconstpointer  data)
{
  DzSearchList *list = DZ_SEARCH_LIST (dz_test_find (GTK_WIDGET (self->window), DZ_TYPE_SEARCH_LIST, NULL));
  DzReport *report = dz_test_find_report (self, "万榆镇", 2024);
  g_autoptr(DzStore) store = dz_store_open (dz_session_get_path (self->session), NULL);
  g_autoptr(DzReport) newer = dz_store_load_report (store, report->id, NULL);
  g_autofree char *text = g_strconcat ("以前没有的字样\n", dz_text_peek (newer->text, NULL), NULL);
  gint64 id = report->id;
  guint n;
  int at;

  dz_search_list_search (list, "万榆镇", FALSE);
  n = dz_search_list_count (list);
  g_assert_cmpuint (n, >, 1);
  g_assert_true (dz_search_list_step (list, -1));
  at = get_selected (self);
  g_assert_cmpint (at, ==, n - 1);
  g_assert_true (dz_session_remove_report (self->session, id));
  g_assert_cmpuint (dz_search_list_count (list), ==, n - 1);
  g_assert_cmpint (get_selected (self), ==, at - 1);
  g_assert_true (dz_session_undo (self->session));
  g_assert_cmpuint (dz_search_list_count (list), ==, n);
  g_assert_cmpint (get_selected (self), ==, at);
  /* a decision about a report changes nothing here */
  g_assert_true (dz_session_set_reviewing (self->session, id, DZ_REVIEWING_DONE, NULL));
  g_assert_cmpuint (dz_search_list_count (list), ==, n);
  g_assert_cmpint (get_selected (self), ==, at);

  dz_search_list_search (list, "以前没有的字样", FALSE);
  g_assert_cmpuint (dz_search_list_count (list), ==, 0);
  dz_text_unref (newer->text);
  newer->text = dz_text_new_from_string (text);
  g_assert_true (dz_store_replace_report (store, id, newer, NULL, NULL));
  g_assert_true (dz_session_reload (self->session, NULL));
  g_assert_cmpuint (dz_search_list_count (list), ==, 1);
  g_assert_true (dz_search_list_step (list, 1));
  g_assert_cmpint (get_selected (self), ==, 0);
}

static void
list_reports_of_2024 (DzTestWindow *self,
                      gint64       *ids,
                      guint         n)
{
  DzReview *review = dz_session_get_review (self->session);
  guint found = 0;

  for (guint i = 0; i < review->reports->len && found < n; i++)
    {
      DzReport *report = g_ptr_array_index (review->reports, i);

      if (report->identity.year == 2024)
        ids[found++] = report->id;
    }
  g_assert_cmpuint (found, ==, n);
}

static guint
count_commas (const char *state)
{
  g_auto(GStrv) parts = g_strsplit (state, ",", -1);

  return g_strv_length (parts) - 1;
}

/* What stands behind the place where one reads. */
static char *
dup_columns (DzView *view)
{
  g_autofree char *state = dz_view_dup_state (view);

  return g_strdup (strchr (state, ','));
}

/* What somebody goes to never takes the place of a chosen column unsaid, and never without a way back. */
static void
test_columns_are_kept (DzTestWindow  *self,
                       gconstpointer  data)
{
  DzView *view = DZ_VIEW (dz_test_show_view (self, "reading", DZ_TYPE_READING_VIEW));
  g_autofree char *three = NULL;
  g_autofree char *four = NULL;
  g_autofree char *next = NULL;
  g_autofree char *six = NULL;
  g_autofree char *other = NULL;
  g_autofree char *third = NULL;
  g_autofree char *back = NULL;
  gint64 ids[8];

  list_reports_of_2024 (self, ids, G_N_ELEMENTS (ids));
  dz_reading_view_set_reports (DZ_READING_VIEW (view), ids, 3);
  three = dup_columns (view);
  dz_session_go (self->session, "reading", 0, ids[6], DZ_SPAN_NONE);
  four = dup_columns (view);
  g_assert_true (g_str_has_prefix (four, three) && strlen (four) > strlen (three));

  /* from passage to passage no column after column: nobody chose the one that came */
  dz_session_go (self->session, "reading", 0, ids[7], DZ_SPAN_NONE);
  next = dup_columns (view);
  g_assert_true (g_str_has_prefix (next, three) && g_strcmp0 (next, four) != 0);
  g_assert_cmpuint (count_commas (next), ==, count_commas (four));

  dz_reading_view_set_reports (DZ_READING_VIEW (view), ids, 6);
  six = dup_columns (view);
  dz_session_go (self->session, "reading", 0, ids[6], DZ_SPAN_NONE);
  other = dup_columns (view);
  g_assert_cmpstr (other, !=, six);
  g_assert_cmpstr (adw_toast_get_button_label (self->window->toast), ==, "Bring Back");

  /* another takes the place of the one that came: nobody chose that */
  dz_session_go (self->session, "reading", 0, ids[7], DZ_SPAN_NONE);
  third = dup_columns (view);
  g_assert_cmpstr (third, !=, other);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.column-offered", NULL);
  back = dup_columns (view);
  g_assert_cmpstr (back, ==, six);
}

static gboolean
is_at_the_end (gpointer across)
{
  return gtk_adjustment_get_value (across) > 0 &&
         gtk_adjustment_get_value (across) + gtk_adjustment_get_page_size (across) >= gtk_adjustment_get_upper (across);
}

static gboolean
is_at_the_beginning (gpointer across)
{
  return gtk_adjustment_get_value (across) == 0;
}

/* Whoever goes on at once, or from a column that is gone at once, sees the column he went to last. */
static void
test_column_comes_into_sight (DzTestWindow  *self,
                              gconstpointer  data)
{
  GtkWidget *view = dz_test_show_view (self, "reading", DZ_TYPE_READING_VIEW);
  GtkWidget *columns;
  GtkAdjustment *across;
  gint64 ids[8];

  list_reports_of_2024 (self, ids, G_N_ELEMENTS (ids));
  dz_reading_view_set_reports (DZ_READING_VIEW (view), ids, 6);
  columns = dz_test_find (view, DZ_TYPE_SECTION_GRID, NULL);
  dz_test_wait_mapped (columns);
  across = gtk_scrolled_window_get_hadjustment (
    GTK_SCROLLED_WINDOW (gtk_widget_get_ancestor (gtk_widget_get_parent (columns), GTK_TYPE_SCROLLED_WINDOW)));
  dz_session_go (self->session, "reading", 0, ids[0], DZ_SPAN_NONE);
  /* from the search, asked for before the text has the keyboard, which it is not to take: it would come into sight by that */
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.search", NULL);
  dz_test_wait_mapped (gtk_window_get_focus (GTK_WINDOW (self->window)));
  g_assert_true (GTK_IS_EDITABLE (gtk_window_get_focus (GTK_WINDOW (self->window))));
  dz_session_go (self->session, "reading", 0, ids[0], DZ_SPAN_NONE);
  dz_session_go (self->session, "reading", 0, ids[5], DZ_SPAN_NONE);
  dz_test_wait (is_at_the_end, across);
  dz_session_go (self->session, "reading", 0, ids[7], DZ_SPAN_NONE);
  dz_reading_view_set_reports (DZ_READING_VIEW (view), ids, 6);
  dz_session_go (self->session, "reading", 0, ids[0], DZ_SPAN_NONE);
  dz_test_wait (is_at_the_beginning, across);
}

static gboolean
is_on_chip (gpointer data)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (((DzTestWindow *) data)->window));

  return GTK_IS_TOGGLE_BUTTON (focus) && gtk_widget_get_ancestor (focus, DZ_TYPE_CHIPS) != NULL &&
         gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (focus));
}

/* An indicator taken from the list has a chip, and the keyboard is on it. */
static void
test_taken_indicator_has_the_focus (DzTestWindow  *self,
                                    gconstpointer  data)
{
  GtkWidget *view = show_two (self);
  GtkWidget *chips = dz_test_find (view, DZ_TYPE_CHIPS, NULL);
  GtkWidget *button = dz_test_find_tooltip (chips, "Go to the passages of an indicator");
  GtkWidget *popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
  GtkListBox *list = GTK_LIST_BOX (dz_test_find (popover, GTK_TYPE_LIST_BOX, NULL));

  dz_test_wait_mapped (button);
  gtk_widget_grab_focus (button);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  dz_test_wait_mapped (popover);
  gtk_widget_activate (GTK_WIDGET (gtk_list_box_get_row_at_index (list, 1)));
  dz_test_wait (is_on_chip, self);
}

static void
check_strips (double      a_top,
              double      a_bottom,
              double      b_top,
              double      b_bottom,
              const char *expected)
{
  g_autoptr(GArray) strips = g_array_new (FALSE, FALSE, sizeof (DzCodeStrip));
  DzCodeStrip a = { 0, a_top, a_bottom, FALSE };
  DzCodeStrip b = { 1, b_top, b_bottom, FALSE };
  g_autoptr(GString) words = g_string_new (NULL);

  g_array_append_val (strips, a);
  g_array_append_val (strips, b);
  dz_strips_share (strips, 20);
  for (guint i = 0; i < 2; i++)
    {
      const DzCodeStrip *strip = &g_array_index (strips, DzCodeStrip, i);

      g_string_append_printf (words, "%s%u:%.0f-%.0f%s", i > 0 ? " " : "", strip->index, strip->top, strip->bottom,
                              strip->aside ? " aside" : "");
    }
  g_assert_cmpstr (words->str, ==, expected);
}

/* Each code has a strip of its own in the margin, beside its own lines, also one that was added to a part of what has
 * another, in whatever order they were found. */
static void
test_strips (void)
{
  check_strips (0, 54, 54, 108, "0:0-54 1:54-108");
  check_strips (0, 54, 27, 108, "0:0-54 1:54-108");
  check_strips (0, 108, 54, 108, "0:0-54 1:54-108");
  check_strips (0, 108, 54, 81, "0:0-54 1:54-81");
  check_strips (54, 81, 0, 108, "1:0-54 0:54-81");
  check_strips (0, 108, 0, 27, "0:27-108 1:0-27");
  check_strips (0, 108, 0, 108, "0:0-54 1:54-108");
  check_strips (0, 27, 0, 27, "0:0-27 1:0-27 aside");
}

int
main (int   argc,
      char *argv[])
{
  if (!dz_test_window_init (&argc, &argv))
    return 0;

  DZ_TEST_ADD ("/widgets/reading-view/columns-and-roles", test_columns_and_roles);
  DZ_TEST_ADD ("/widgets/reading-view/names-of-reports", test_names_of_reports);
  DZ_TEST_ADD ("/widgets/reading-view/steps-through-weaknesses", test_steps_through_weaknesses);
  DZ_TEST_ADD ("/widgets/reading-view/click-on-a-figure", test_click_on_a_figure);
  DZ_TEST_ADD ("/widgets/reading-view/by-weakness", test_by_weakness);
  DZ_TEST_ADD ("/widgets/reading-view/heads-over-their-columns", test_heads_over_their_columns);
  DZ_TEST_ADD ("/widgets/reading-view/lines-are-read-at-ease", test_lines_are_read_at_ease);
  DZ_TEST_ADD ("/widgets/reading-view/cells-hold-the-words", test_cells_hold_the_words);
  DZ_TEST_ADD ("/widgets/reading-view/decisions-keep-the-cell", test_decisions_keep_the_cell);
  DZ_TEST_ADD ("/widgets/reading-view/added-only-when-chosen", test_added_only_when_chosen);
  DZ_TEST_ADD ("/widgets/reading-view/arrows-scroll", test_arrows_scroll);
  DZ_TEST_ADD ("/widgets/reading-view/text-has-the-focus", test_text_has_the_focus);
  DZ_TEST_ADD ("/widgets/reading-view/search-goes-to-places", test_search_goes_to_places);
  DZ_TEST_ADD ("/widgets/reading-view/search-follows-the-review", test_search_follows_the_review);
  DZ_TEST_ADD ("/widgets/reading-view/columns-are-kept", test_columns_are_kept);
  DZ_TEST_ADD ("/widgets/reading-view/column-comes-into-sight", test_column_comes_into_sight);
  DZ_TEST_ADD ("/widgets/reading-view/taken-indicator-has-the-focus", test_taken_indicator_has_the_focus);
  g_test_add_func ("/widgets/reading-view/strips", test_strips);

  return dz_test_window_run ();
}
