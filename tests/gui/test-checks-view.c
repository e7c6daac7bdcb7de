/* test-checks-view.c - 核查 shows the sample county; findings are explained, pairs stand side by side
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-checks-table.h"
#include "dz-checks-view.h"
#include "dz-finding-list.h"
#include "dz-gui-test.h"
#include "dz-overlap-view.h"
#include "dz-session-corrections.h"

static void
select_row (GtkWidget  *view,
            const char *name)
{
  GtkWidget *list = gui_test_find (view, GTK_TYPE_LIST_BOX);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), i)) != NULL; i++)
    if (gui_test_shows (GTK_WIDGET (row), name))
      {
        gtk_list_box_select_row (GTK_LIST_BOX (list), row);
        gui_test_spin ();
        return;
      }
  g_assert_not_reached ();
}

static void
test_sample (void)
{
  GuiTest test = { 0 };

  gui_test_open (&test, DZ_TYPE_CHECKS_VIEW);
  g_assert_true (gui_test_shows (test.view, "必备内容"));
  g_assert_true (gui_test_shows (test.view, "内容质量"));
  select_row (test.view, "缺存在问题");
  g_assert_true (gui_test_shows (gui_test_find (test.view, DZ_TYPE_FINDING_LIST), "鹭陂乡"));
  gui_test_narrow (&test);
  gui_test_close (&test);
}

static void
test_by_body (void)
{
  GuiTest test = { 0 };

  gui_test_open (&test, DZ_TYPE_CHECKS_VIEW);
  dz_view_open (DZ_VIEW (test.view), dz_review_body_named (dz_session_get_review (test.session), "鹭陂乡")->id, 0,
                DZ_SPAN_NONE);
  gui_test_spin ();
  g_assert_true (gui_test_shows (gui_test_find (test.view, GTK_TYPE_LIST_BOX), "鹭陂乡"));
  g_assert_true (gui_test_shows (gui_test_find (test.view, DZ_TYPE_FINDING_LIST), "缺存在问题"));
  gui_test_close (&test);
}

static guint
count_unhandled (DzSession *session)
{
  g_autoptr(DzChecksTable) table =
    dz_checks_table_new (dz_session_get_review (session), dz_session_get_codebook (session),
                         dz_session_get_year (session), dz_session_get_scope (session));

  return dz_checks_table_count_unhandled (table);
}

/* Accepting a finding with a reason takes it from the open ones; undo brings it back. */
static void
test_explain (void)
{
  GuiTest test = { 0 };
  GtkWidget *entry;
  guint before;

  gui_test_open (&test, DZ_TYPE_CHECKS_VIEW);
  before = count_unhandled (test.session);
  select_row (test.view, "留有外单位名称");
  entry = gui_test_find (gui_test_find (test.view, DZ_TYPE_FINDING_LIST), GTK_TYPE_ENTRY);
  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "两镇联合举办");
  g_signal_emit_by_name (entry, "activate");
  gui_test_spin ();
  g_assert_cmpuint (count_unhandled (test.session), ==, before - 1);
  dz_session_undo (test.session);
  gui_test_spin ();
  g_assert_cmpuint (count_unhandled (test.session), ==, before);
  gui_test_close (&test);
}

/* The beginning of the passage F8 stands at, where the cursor is, is in sight on both sides. */
static void
assert_passage_in_sight (GtkWidget *widget,
                         int       *n_sides)
{
  if (GTK_IS_TEXT_VIEW (widget))
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));
      GdkRectangle shown, at;
      GtkTextIter iter;

      gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
      gtk_text_view_get_iter_location (GTK_TEXT_VIEW (widget), &iter, &at);
      gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (widget), &shown);
      g_test_message ("passage at %d, shown from %d, %d high", at.y, shown.y, shown.height);
      g_assert_cmpint (at.y, >=, shown.y);
      g_assert_cmpint (at.y, <, shown.y + shown.height / 2);
      ++*n_sides;
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    assert_passage_in_sight (child, n_sides);
}

static void
test_overlap (void)
{
  int n_sides = 0;
  GuiTest test = { 0 };
  GtkWidget *overlap;

  gui_test_open (&test, DZ_TYPE_CHECKS_VIEW);
  select_row (test.view, "与其他单位重合");
  overlap = gui_test_find (test.view, DZ_TYPE_OVERLAP_VIEW);
  g_assert_true (gtk_widget_get_mapped (overlap));
  g_assert_true (gui_test_shows (overlap, "澜桥镇"));
  g_assert_true (gui_test_shows (overlap, "栖砚镇"));
  assert_passage_in_sight (overlap, &n_sides);
  g_assert_cmpint (n_sides, ==, 2);
  for (int i = 0; i < 40; i++)
    dz_overlap_view_step (DZ_OVERLAP_VIEW (overlap), i < 30 ? 1 : -1);
  gui_test_spin ();
  gui_test_close (&test);
}

int
main (int   argc,
      char *argv[])
{
  if (!gui_test_init (&argc, &argv))
    return 0;
  g_test_add_func ("/checks-view/sample", test_sample);
  g_test_add_func ("/checks-view/by-body", test_by_body);
  g_test_add_func ("/checks-view/explain", test_explain);
  g_test_add_func ("/checks-view/overlap", test_overlap);

  return g_test_run ();
}
