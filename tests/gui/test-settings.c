/* test-settings.c - windows that keep what a person entered only when told to, and tooltips out of a popover's way
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-test-window.h"

#include "dz-county-window.h"
#include "dz-table-plan.h"
#include "dz-tables-window.h"
#include "dz-tip.h"

static DzCountyWindow *edited; /* (nullable): as long as it is there */

#define ADDITIONS "<weaknesses xmlns=\"urn:duizhao:codebook\">\n" \
                  "  <weakness id=\"enforce_staff_short\"><cue>执法骨干偏少</cue></weakness>\n" \
                  "</weaknesses>"

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

/* The newest: one that was answered may still be on its way out. */
static gpointer
find_toplevel (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();
  gpointer found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type))
        found = window;
    }

  return found;
}

static void
n_applied_cb (guint    *n,
              gboolean  reread)
{
  *n += 1 + (reread ? 100 : 0);
}

/* The additions as XML: the one text in letters of one width. */
static GtkTextView *
find_xml (GtkWidget *root)
{
  GtkTextView *found = NULL;

  if (GTK_IS_TEXT_VIEW (root) && gtk_text_view_get_monospace (GTK_TEXT_VIEW (root)))
    return GTK_TEXT_VIEW (root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_xml (child);

  return found;
}

/* In sight; @edited is it as long as it is there. */
static DzCountyWindow *
open_settings (DzTestWindow *self)
{
  DzCountyWindow *window = dz_county_window_new (self->session, GTK_WINDOW (self->window));

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &edited);
  edited = window;
  gtk_window_present (GTK_WINDOW (window));
  dz_test_wait_mapped (GTK_WIDGET (window));

  return window;
}

/* Settings whose additions to the codebook were edited. @n: counts how often they were applied, by 101 to read anew */
static DzCountyWindow *
open_edited (DzTestWindow *self,
             guint        *n)
{
  DzCountyWindow *window = open_settings (self);
  GtkTextView *xml = find_xml (GTK_WIDGET (window));

  g_signal_connect_swapped (window, "applied", G_CALLBACK (n_applied_cb), n);
  g_assert_nonnull (xml);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (xml), ADDITIONS, -1);

  return window;
}

static void
answer (const char *response)
{
  AdwMessageDialog *dialog = find_toplevel (ADW_TYPE_MESSAGE_DIALOG);

  g_assert_nonnull (dialog);
  adw_message_dialog_response (dialog, response);
}

static GtkWidget *
find_titled (GtkWidget  *root,
             const char *title)
{
  GtkWidget *found = NULL;

  if (ADW_IS_ENTRY_ROW (root) && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_titled (child, title);

  return found;
}

static const char *
get_additions (DzTestWindow *self)
{
  return dz_session_get_review (self->session)->county->codebook_xml;
}

/* Closing asks; given up, the window stays with what was entered; discarded, nothing is kept or read anew. */
static void
test_closing_asks (DzTestWindow  *self,
                   gconstpointer  data)
{
  guint n = 0;
  DzCountyWindow *window = open_edited (self, &n);

  gtk_window_close (GTK_WINDOW (window));
  answer ("cancel");
  g_assert_nonnull (edited);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (window)));
  g_assert_cmpuint (n, ==, 0);
  gtk_window_close (GTK_WINDOW (window));
  answer ("discard");
  dz_test_wait (is_gone, &edited);
  g_assert_cmpuint (n, ==, 1);
  g_assert_null (get_additions (self));
}

static void
test_closing_keeps_when_told (DzTestWindow  *self,
                              gconstpointer  data)
{
  guint n = 0;

  gtk_window_close (GTK_WINDOW (open_edited (self, &n)));
  answer ("keep");
  dz_test_wait (is_gone, &edited);
  g_assert_cmpuint (n, ==, 101);
  g_assert_cmpstr (get_additions (self), ==, ADDITIONS);
}

/* The button that keeps asks nothing more, and is not destroyed while it is still being clicked. */
static void
test_button_keeps (DzTestWindow  *self,
                   gconstpointer  data)
{
  guint n = 0;
  DzCountyWindow *window = open_edited (self, &n);

  g_signal_emit_by_name (dz_test_find (GTK_WIDGET (window), GTK_TYPE_BUTTON, "Keep and Read Anew"), "clicked");
  g_assert_nonnull (edited);
  dz_test_wait (is_gone, &edited);
  g_assert_null (find_toplevel (ADW_TYPE_MESSAGE_DIALOG));
  g_assert_cmpuint (n, ==, 101);
  g_assert_cmpstr (get_additions (self), ==, ADDITIONS);
}

static gboolean
is_refused (gpointer window)
{
  return adw_preferences_window_get_visible_page_name (window) != NULL &&
         g_str_equal (adw_preferences_window_get_visible_page_name (window), "codebook");
}

static void
found_cb (guint *n)
{
  (*n)++;
}

static gboolean
has_found (gpointer n)
{
  return *(guint *) n > 0;
}

/* All rules are made anew to look at the additions: the window goes on meanwhile, and stays, at their page, where they are
 * wrong. */
static void
test_wrong_additions (DzTestWindow  *self,
                      gconstpointer  data)
{
  guint n = 0, found = 0;
  DzCountyWindow *window = open_edited (self, &n);
  GtkTextView *xml = find_xml (GTK_WIDGET (window));
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (gtk_widget_get_ancestor (GTK_WIDGET (xml), ADW_TYPE_PREFERENCES_PAGE));

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (xml), "<weaknesses xmlns=\"urn:duizhao:codebook\"><weakness id=\"own-x\">"
                            "<name>样</name><cue>(卷</cue></weakness></weaknesses>", -1);
  adw_preferences_page_set_name (page, "codebook");
  g_signal_connect_swapped (page, "checked", G_CALLBACK (found_cb), &found);
  g_signal_emit_by_name (dz_test_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, "Check"), "clicked");
  g_assert_cmpuint (found, ==, 0);
  dz_test_wait (has_found, &found);
  gtk_window_close (GTK_WINDOW (window));
  answer ("keep");
  dz_test_wait (is_refused, window);
  g_assert_nonnull (edited);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (window)));
  g_assert_cmpuint (n, ==, 0);
  gtk_window_close (GTK_WINDOW (window));
  answer ("discard");
  dz_test_wait (is_gone, &edited);
  g_assert_null (get_additions (self));
}

static gboolean
is_looked_at (gpointer window)
{
  return dz_test_find (window, GTK_TYPE_LABEL, "The additions are being looked at…") != NULL;
}

/* Closed once more while what is to be kept is looked at: it asks, and nothing is kept or shut before the answer. */
static void
test_closing_twice (DzTestWindow  *self,
                    gconstpointer  data)
{
  guint n = 0, found = 0;
  DzCountyWindow *window = open_edited (self, &n);
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (find_xml (GTK_WIDGET (window))), ADW_TYPE_PREFERENCES_PAGE);

  g_signal_connect_swapped (page, "checked", G_CALLBACK (found_cb), &found);
  g_signal_emit_by_name (dz_test_find (GTK_WIDGET (window), GTK_TYPE_BUTTON, "Keep and Read Anew"), "clicked");
  dz_test_wait (is_looked_at, window);
  gtk_window_close (GTK_WINDOW (window));
  answer ("cancel");
  dz_test_wait (has_found, &found);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_nonnull (edited);
  g_assert_cmpuint (n, ==, 0);
  g_signal_emit_by_name (dz_test_find (GTK_WIDGET (window), GTK_TYPE_BUTTON, "Check"), "clicked");
  g_signal_emit_by_name (dz_test_find (GTK_WIDGET (window), GTK_TYPE_BUTTON, "Discard Changes"), "clicked");
  g_assert_cmpuint (found, ==, 2);
  gtk_window_close (GTK_WINDOW (window));
  dz_test_wait (is_gone, &edited);
  g_assert_cmpuint (n, ==, 1);
  g_assert_null (get_additions (self));
}

/* A table without a year, with a column nobody knows: nothing can be imported until both are told. */
static void
test_nothing_to_import (DzTestWindow  *self,
                        gconstpointer  data)
{
  const DzBody *body = g_ptr_array_index (dz_session_get_review (self->session)->bodies, 0);
  GPtrArray *plans = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_table_plan_free);
  DzTablePlan *plan = dz_table_plan_new ("统计.csv", NULL, NULL);
  DzPlanColumn column = { .head = g_strdup ("出动车辆（台次）"), .key = g_strdup ("/出动车辆(台次)"), .unit = g_strdup ("台次"),
                          .ground = DZ_COLUMN_UNKNOWN, .asked = TRUE, .n_cells = 1 };
  DzTableCell cell = { body->id, 0, 5, g_intern_static_string ("B2") };
  guint n_toasts = self->n_toasts;
  GtkWidget *window, *import, *drop, *year;

  g_array_append_val (plan->columns, column);
  g_array_append_val (plan->cells, cell);
  g_ptr_array_add (plans, plan);
  window = GTK_WIDGET (dz_tables_window_new (self->session, GTK_WINDOW (self->window), plans));
  import = dz_test_find (window, GTK_TYPE_BUTTON, "Import");
  g_assert_false (gtk_widget_get_sensitive (import));
  year = dz_test_find (window, GTK_TYPE_DROP_DOWN, NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (year), 2);
  g_assert_cmpint (plan->year, !=, 0);
  g_assert_false (gtk_widget_get_sensitive (import));
  drop = dz_test_find (gtk_widget_get_next_sibling (gtk_widget_get_ancestor (year, ADW_TYPE_ACTION_ROW)),
                       GTK_TYPE_DROP_DOWN, NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop), 2);
  g_assert_true (gtk_widget_get_sensitive (import));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (year), 0);
  g_assert_false (gtk_widget_get_sensitive (import));
  g_assert_cmpuint (self->n_toasts, ==, n_toasts);
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
is_unmapped (gpointer widget)
{
  return !gtk_widget_get_mapped (widget);
}

static gboolean
shows_tip (GtkWidget *widget)
{
  GtkTooltip *tip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  gboolean shows = FALSE;

  g_signal_emit_by_name (widget, "query-tooltip", 1, 1, FALSE, tip, &shows);
  g_object_unref (tip);

  return shows;
}

/* The pointer rests on the button it clicked: no tooltip over what it opened, but those of what is in there. */
static void
test_tip_under_popover (DzTestWindow  *self,
                        gconstpointer  data)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *inside = gtk_button_new_with_label ("inside");

  dz_tip_set (box, "All of it");
  dz_tip_set (button, "More");
  dz_tip_set (inside, "Does something");
  gtk_popover_set_child (GTK_POPOVER (popover), inside);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_box_append (GTK_BOX (box), button);
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
  dz_test_wait_mapped (button);
  g_assert_true (shows_tip (button));
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  dz_test_wait_mapped (popover);
  g_assert_false (shows_tip (button));
  g_assert_false (shows_tip (box));
  g_assert_true (shows_tip (inside));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  dz_test_wait (is_unmapped, popover);
  g_assert_true (shows_tip (button));
  g_assert_true (shows_tip (box));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A day that is none keeps the settings open and is said; one that is, however it is written, is kept. */
static void
test_wrong_day (DzTestWindow  *self,
                gconstpointer  data)
{
  DzCountyWindow *window = open_settings (self);
  GtkEditable *reply;

  reply = GTK_EDITABLE (find_titled (GTK_WIDGET (window), "Feedback letters ask for an answer by (year-month-day)"));
  g_assert_nonnull (reply);
  gtk_editable_set_text (reply, "下周五");
  gtk_window_close (GTK_WINDOW (window));
  g_assert_nonnull (dz_test_find (find_toplevel (ADW_TYPE_MESSAGE_DIALOG), GTK_TYPE_LABEL,
                                  "“下周五” under “Feedback letters ask for an answer by (year-month-day)” is no day. "
                                  "Write it like 03-31, with a year like 2025-03-31."));
  answer ("back");
  g_assert_nonnull (edited);
  /* a day of a leap year, and this is none */
  gtk_editable_set_text (reply, "2-29");
  gtk_window_close (GTK_WINDOW (window));
  answer ("back");
  g_assert_nonnull (edited);
  gtk_editable_set_text (reply, "2025年3月15日");
  gtk_window_close (GTK_WINDOW (window));
  dz_test_wait (is_gone, &edited);
  g_assert_cmpstr (dz_session_get_review (self->session)->county->reply_by, ==, "2025-03-15");
}

static GtkWidget *
find_expander (GtkWidget  *root,
               const char *title)
{
  GtkWidget *found = NULL;

  if (ADW_IS_EXPANDER_ROW (root) && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_expander (child, title);

  return found;
}

/* Closing is refused with these words, and nothing of the roster is kept. */
static void
assert_refused (DzTestWindow   *self,
                DzCountyWindow *window,
                const char     *words)
{
  gtk_window_close (GTK_WINDOW (window));
  g_assert_nonnull (find_toplevel (ADW_TYPE_MESSAGE_DIALOG));
  g_assert_cmpstr (adw_message_dialog_get_body (find_toplevel (ADW_TYPE_MESSAGE_DIALOG)), ==, words);
  answer ("back");
  g_assert_nonnull (edited);
  g_assert_nonnull (dz_review_body_named (dz_session_get_review (self->session), "万榆镇"));
}

/* A body without its name, two of one name, and a past that names nobody are told; none is kept. */
static void
test_wrong_body (DzTestWindow  *self,
                 gconstpointer  data)
{
  DzCountyWindow *window = open_settings (self);
  GtkWidget *row;
  GtkEditable *name, *past;

  row = find_expander (GTK_WIDGET (window), "万榆镇");
  g_assert_nonnull (row);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  name = GTK_EDITABLE (find_titled (row, "Name"));
  past = GTK_EDITABLE (find_titled (row, "What it was before: 2023年更名：王河乡, 2021年合并：甲乡、乙乡"));
  gtk_editable_set_text (past, "2023年更名：");
  assert_refused (self, window, "What “万榆镇” was before cannot be read: “2023年更名：”. Write it like 2023年更名：王河乡, "
                                "2021年合并：甲乡、乙乡.");
  gtk_editable_set_text (past, "");
  gtk_editable_set_text (name, " ");
  assert_refused (self, window, "“万榆镇” is left without a name. Write its name, or take it off the roster if it has no "
                                "reports.");
  gtk_editable_set_text (name, "禾 泉镇");
  assert_refused (self, window, "Two bodies are called “禾 泉镇”. Give each a name of its own; a body that goes on in another "
                                "is written under what that was before.");
  gtk_editable_set_text (name, "万榆镇");
  gtk_window_close (GTK_WINDOW (window));
  dz_test_wait (is_gone, &edited);
}

/* A body others were made of goes onto the roster only when a person, asked, says so: its name may be mistyped. */
static void
test_unlisted_body (DzTestWindow  *self,
                    gconstpointer  data)
{
  DzCountyWindow *window = open_settings (self);
  guint n = dz_session_get_review (self->session)->bodies->len;
  GtkWidget *row;
  GtkEditable *past;

  row = find_expander (GTK_WIDGET (window), "万榆镇");
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  past = GTK_EDITABLE (find_titled (row, "What it was before: 2023年更名：王河乡, 2021年合并：甲乡、乙乡"));
  gtk_editable_set_text (past, "2021年合并：禾泉镇、青屿乡");
  gtk_window_close (GTK_WINDOW (window));
  g_assert_nonnull (find_toplevel (ADW_TYPE_MESSAGE_DIALOG));
  g_assert_cmpstr (adw_message_dialog_get_heading (find_toplevel (ADW_TYPE_MESSAGE_DIALOG)), ==, "Not on the roster: 青屿乡");
  answer ("back");
  g_assert_nonnull (edited);
  g_assert_cmpuint (dz_session_get_review (self->session)->bodies->len, ==, n);

  /* an earlier name, and what is listed, are nobody new */
  gtk_editable_set_text (past, "2023年更名：青屿乡；2021年析出：禾泉镇");
  gtk_window_close (GTK_WINDOW (window));
  dz_test_wait (is_gone, &edited);
  g_assert_cmpuint (dz_session_get_review (self->session)->bodies->len, ==, n);

  window = open_settings (self);
  row = find_expander (GTK_WIDGET (window), "万榆镇");
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  past = GTK_EDITABLE (find_titled (row, "What it was before: 2023年更名：王河乡, 2021年合并：甲乡、乙乡"));
  gtk_editable_set_text (past, "2021年合并：禾泉镇、青屿乡");
  gtk_window_close (GTK_WINDOW (window));
  answer ("add");
  dz_test_wait (is_gone, &edited);
  g_assert_nonnull (dz_review_body_named (dz_session_get_review (self->session), "青屿乡"));
}

/* Rows moved were all made anew: what was typed and cannot be read was lost without a word, the page began at its top
 * again, and the keyboard went to the first body. */
static void
test_body_moved (DzTestWindow  *self,
                 gconstpointer  data)
{
  DzCountyWindow *window = open_settings (self);
  GtkWidget *row, *down;

  row = find_expander (GTK_WIDGET (window), "万榆镇");
  g_assert_nonnull (row);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (find_titled (row, "What it was before: 2023年更名：王河乡, 2021年合并：甲乡、乙乡")),
                         "2024年拆为：禾泉镇");
  down = dz_test_find_tooltip (row, "Move down");
  g_assert_nonnull (down);
  g_signal_emit_by_name (down, "clicked");
  g_assert_true (find_expander (GTK_WIDGET (window), "万榆镇") == row);
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == down);
  assert_refused (self, window, "What “万榆镇” was before cannot be read: “2024年拆为：禾泉镇”. Write it like "
                                "2023年更名：王河乡, 2021年合并：甲乡、乙乡.");
  gtk_window_close (GTK_WINDOW (window));
  answer ("give-up");
  dz_test_wait (is_gone, &edited);
}

/* The keyboard went to the first body of the roster, and the page with it. */
static void
test_body_removed (DzTestWindow  *self,
                   gconstpointer  data)
{
  DzCountyWindow *window = open_settings (self);
  GPtrArray *bodies = dz_session_get_review (self->session)->bodies;
  const DzBody *last = g_ptr_array_index (bodies, bodies->len - 1);
  GtkWidget *row;

  adw_preferences_window_set_visible_page (ADW_PREFERENCES_WINDOW (window),
                                           ADW_PREFERENCES_PAGE (gtk_widget_get_ancestor (find_expander (GTK_WIDGET (window), last->name),
                                                                                          ADW_TYPE_PREFERENCES_PAGE)));
  g_signal_emit_by_name (dz_test_find (GTK_WIDGET (window), GTK_TYPE_BUTTON, "Add a Body"), "clicked");
  row = find_expander (GTK_WIDGET (window), "New body");
  g_assert_nonnull (row);
  dz_test_wait_mapped (row);
  g_signal_emit_by_name (dz_test_find_tooltip (row, "Take off the roster"), "clicked");
  g_assert_null (find_expander (GTK_WIDGET (window), "New body"));
  row = find_expander (GTK_WIDGET (window), last->name);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)), row) ||
                 gtk_root_get_focus (GTK_ROOT (window)) == row);
  gtk_window_close (GTK_WINDOW (window));
  dz_test_wait (is_gone, &edited);
}

static guint
count_texts (GtkWidget *root)
{
  guint n = 0;

  if (GTK_IS_TEXT_VIEW (root))
    {
      g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (root), GTK_ACCESSIBLE_PROPERTY_LABEL));
      n++;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_texts (child);

  return n;
}

/* Whoever does not see the head over a text is told what is to be written into it. */
static void
test_texts_have_names (DzTestWindow  *self,
                       gconstpointer  data)
{
  DzCountyWindow *window = dz_county_window_new (self->session, GTK_WINDOW (self->window));

  gtk_window_present (GTK_WINDOW (window));
  dz_test_wait_mapped (GTK_WIDGET (window));
  g_assert_cmpuint (count_texts (GTK_WIDGET (window)), >=, 3); /* set phrases, citations, additions */
  gtk_window_close (GTK_WINDOW (window));
}

static void
assert_still (GtkWidget *root,
              guint     *n)
{
  if (GTK_IS_SPIN_BUTTON (root))
    {
      g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (root);

      (*n)++;
      for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
        {
          g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

          g_assert_true (!GTK_IS_EVENT_CONTROLLER_SCROLL (controller) ||
                         gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_NONE);
        }
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    assert_still (child, n);
}

/* Turning the wheel over a number scrolls on: it does not count a body's households. */
static void
test_wheel_over_numbers (DzTestWindow  *self,
                         gconstpointer  data)
{
  DzCountyWindow *window = dz_county_window_new (self->session, GTK_WINDOW (self->window));
  guint n = 0;

  gtk_window_present (GTK_WINDOW (window));
  dz_test_wait_mapped (GTK_WIDGET (window));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (find_expander (GTK_WIDGET (window), "万榆镇")), TRUE);
  assert_still (GTK_WIDGET (window), &n);
  g_assert_cmpuint (n, ==, 3 + 3); /* of the county, and of the body */
  gtk_window_close (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  if (!dz_test_window_init (&argc, &argv))
    return 0;
  DZ_TEST_ADD ("/widgets/settings/closing-asks", test_closing_asks);
  DZ_TEST_ADD ("/widgets/settings/closing-keeps-when-told", test_closing_keeps_when_told);
  DZ_TEST_ADD ("/widgets/settings/closing-twice", test_closing_twice);
  DZ_TEST_ADD ("/widgets/settings/button-keeps", test_button_keeps);
  DZ_TEST_ADD ("/widgets/settings/wrong-additions", test_wrong_additions);
  DZ_TEST_ADD ("/widgets/settings/wrong-day", test_wrong_day);
  DZ_TEST_ADD ("/widgets/settings/wrong-body", test_wrong_body);
  DZ_TEST_ADD ("/widgets/settings/unlisted-body", test_unlisted_body);
  DZ_TEST_ADD ("/widgets/settings/body-moved", test_body_moved);
  DZ_TEST_ADD ("/widgets/settings/body-removed", test_body_removed);
  DZ_TEST_ADD ("/widgets/settings/texts-have-names", test_texts_have_names);
  DZ_TEST_ADD ("/widgets/settings/wheel-over-numbers", test_wheel_over_numbers);
  DZ_TEST_ADD ("/widgets/settings/nothing-to-import", test_nothing_to_import);
  DZ_TEST_ADD ("/widgets/settings/tip-under-popover", test_tip_under_popover);

  return dz_test_window_run ();
}
