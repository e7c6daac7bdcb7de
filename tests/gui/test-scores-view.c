/* test-scores-view.c - 评分: points by keyboard from head to head, what cannot be given is marked, others' points stay theirs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-test-window.h"

#include "dz-score-card.h"
#include "dz-scores-view.h"
#include "dz-session-corrections.h"
#include "dz-session-scores.h"

#include <math.h>

static const DzScoreSheet *
get_sheet (DzTestWindow *self)
{
  return dz_review_score_sheet_of (dz_session_get_review (self->session), 2024);
}

/* The view with the sample sheet, the first body chosen and somebody named who scores. */
static GtkWidget *
show (DzTestWindow *self,
      const char   *scorer)
{
  GtkWidget *view;
  GtkWidget *combo;

  g_assert_true (dz_session_take_sample_sheet (self->session));
  view = dz_test_show_view (self, "scores", DZ_TYPE_SCORES_VIEW);
  combo = dz_test_find_mapped (view, GTK_TYPE_COMBO_BOX_TEXT, NULL);
  g_assert_nonnull (combo);
  gtk_editable_set_text (GTK_EDITABLE (gtk_combo_box_get_child (GTK_COMBO_BOX (combo))), scorer);

  return view;
}

/* The @n-th card, and its field of points or of the reason. */
static GtkWidget *
get_entry (GtkWidget *view,
           guint      n,
           gboolean   note)
{
  GtkWidget *card = dz_test_find_mapped (view, DZ_TYPE_SCORE_CARD, NULL);
  GtkWidget *entry;

  for (guint i = 0; card != NULL && i < n; i++)
    card = gtk_widget_get_next_sibling (card);
  g_assert_nonnull (card);
  entry = dz_test_find_mapped (card, GTK_TYPE_ENTRY, NULL);
  g_assert_nonnull (entry);

  return note ? gtk_widget_get_next_sibling (entry) : entry;
}

static void
type (GtkWidget  *view,
      guint       n,
      const char *words)
{
  GtkWidget *entry = get_entry (view, n, FALSE);

  gtk_editable_set_text (GTK_EDITABLE (entry), words);
  g_signal_emit_by_name (entry, "activate");
}

static const DzScore *
find (DzTestWindow *self,
      guint         head,
      const char   *scorer)
{
  const DzScoreSheet *sheet = get_sheet (self);
  const DzBody *body = g_ptr_array_index (dz_session_get_review (self->session)->bodies, 0);

  for (guint i = 0; i < sheet->scores->len; i++)
    {
      const DzScore *one = g_ptr_array_index (sheet->scores, i);

      if (one->head_id == ((const DzScoreHead *) g_ptr_array_index (sheet->heads, head))->id && one->body_id == body->id &&
          g_strcmp0 (one->scorer, scorer) == 0)
        return one;
    }

  return NULL;
}

static void
test_from_head_to_head (DzTestWindow  *self,
                        gconstpointer  data)
{
  GtkWidget *view = show (self, "张　 三");
  GtkWidget *second = get_entry (view, 1, FALSE);

  type (view, 0, "２４.5分");
  g_assert_cmpfloat (find (self, 0, "张三")->points, ==, 24.5);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (gtk_widget_get_root (view)), second));
  g_assert_true (self->undoable);
  gtk_editable_set_text (GTK_EDITABLE (get_entry (view, 0, TRUE)), "会议记录齐全");
  g_signal_emit_by_name (get_entry (view, 0, TRUE), "activate");
  g_assert_cmpstr (find (self, 0, "张三")->note, ==, "会议记录齐全");
  /* an empty field takes back what was given; undo brings it again */
  gtk_editable_set_text (GTK_EDITABLE (get_entry (view, 0, TRUE)), "");
  type (view, 0, "");
  g_assert_null (find (self, 0, "张三"));
  g_assert_true (dz_session_undo (self->session));
  g_assert_cmpfloat (find (self, 0, "张三")->points, ==, 24.5);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_entry (view, 0, FALSE))), ==, "24.5");
}

static void
test_what_cannot_be_given (DzTestWindow  *self,
                           gconstpointer  data)
{
  static const char *const wrong[] = { "26", "-1", "很好" };
  GtkWidget *view = show (self, "张三");

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      type (view, 0, wrong[i]);
      g_assert_true (gtk_widget_has_css_class (get_entry (view, 0, FALSE), "error"));
      g_assert_null (find (self, 0, "张三"));
      g_assert_nonnull (dz_test_find_mapped (view, GTK_TYPE_LABEL, "A number from 0 to 25, please."));
    }
  type (view, 0, "25");
  g_assert_false (gtk_widget_has_css_class (get_entry (view, 0, FALSE), "error"));
  g_assert_cmpfloat (find (self, 0, "张三")->points, ==, 25);
}

/* The county's limits are changed in their place; what is none is said and not kept. */
static void
test_limits (DzTestWindow  *self,
             gconstpointer  data)
{
  GtkWidget *view = show (self, "张三");
  GtkWidget *button = dz_test_find_mapped (view, GTK_TYPE_MENU_BUTTON, NULL);
  GtkWidget *popover;
  GtkWidget *entries[DZ_N_SCORE_LIMITS];
  double good = get_sheet (self)->good;

  g_assert_nonnull (button);
  popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  entries[0] = dz_test_find (popover, GTK_TYPE_ENTRY, NULL);
  g_assert_nonnull (entries[0]);
  for (guint i = 1; i < DZ_N_SCORE_LIMITS; i++)
    /* a row of the grid: name, field, unit */
    entries[i] = gtk_grid_get_child_at (GTK_GRID (gtk_widget_get_parent (entries[0])), 1, (int) i);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entries[0])), ==, "90");
  gtk_editable_set_text (GTK_EDITABLE (entries[0]), "70");
  g_signal_emit_by_name (entries[0], "activate");
  g_assert_cmpfloat (get_sheet (self)->excellent, ==, 90);
  gtk_editable_set_text (GTK_EDITABLE (entries[0]), "很好");
  g_signal_emit_by_name (entries[0], "activate");
  g_assert_cmpfloat (get_sheet (self)->excellent, ==, 90);
  gtk_editable_set_text (GTK_EDITABLE (entries[0]), "92.5分");
  g_signal_emit_by_name (entries[0], "activate");
  g_assert_cmpfloat (get_sheet (self)->excellent, ==, 92.5);
  g_assert_cmpfloat (get_sheet (self)->good, ==, good);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  for (guint i = 0; i < DZ_N_SCORE_LIMITS; i++)
    gtk_editable_set_text (GTK_EDITABLE (entries[i]), "");
  g_signal_emit_by_name (entries[2], "activate");
  g_assert_false (dz_score_sheet_has_grades (get_sheet (self)));
  g_assert_true (dz_session_undo (self->session));
  g_assert_cmpfloat (get_sheet (self)->excellent, ==, 92.5);
}

/* Another name: empty fields, and the first one's points are still there. */
static void
test_two_scorers (DzTestWindow  *self,
                  gconstpointer  data)
{
  GtkWidget *view = show (self, "张三");
  GtkWidget *combo = dz_test_find_mapped (view, GTK_TYPE_COMBO_BOX_TEXT, NULL);

  type (view, 0, "20");
  gtk_editable_set_text (GTK_EDITABLE (gtk_combo_box_get_child (GTK_COMBO_BOX (combo))), "李四");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_entry (view, 0, FALSE))), ==, "");
  type (view, 0, "23");
  g_assert_cmpfloat (find (self, 0, "张三")->points, ==, 20);
  g_assert_cmpfloat (find (self, 0, "李四")->points, ==, 23);
  /* nobody named: nothing can be entered */
  gtk_editable_set_text (GTK_EDITABLE (gtk_combo_box_get_child (GTK_COMBO_BOX (combo))), "");
  g_assert_false (gtk_widget_is_sensitive (get_entry (view, 0, FALSE)));
}

/* A view kept while nobody scored brings that back: whoever is named meanwhile scores no more. A name kept bare, as it
 * once was, is still read. */
static void
test_state_without_scorer (DzTestWindow  *self,
                           gconstpointer  data)
{
  GtkWidget *view = show (self, "");
  GtkEditable *name = GTK_EDITABLE (gtk_combo_box_get_child (GTK_COMBO_BOX (
    dz_test_find_mapped (view, GTK_TYPE_COMBO_BOX_TEXT, NULL))));
  g_autofree char *nobody = dz_view_dup_state (DZ_VIEW (view));
  g_autofree char *somebody = NULL;

  gtk_editable_set_text (name, "张三");
  somebody = dz_view_dup_state (DZ_VIEW (view));
  dz_view_set_state (DZ_VIEW (view), nobody);
  g_assert_cmpstr (gtk_editable_get_text (name), ==, "");
  g_assert_false (gtk_widget_is_sensitive (get_entry (view, 0, FALSE)));
  dz_view_set_state (DZ_VIEW (view), somebody);
  g_assert_cmpstr (gtk_editable_get_text (name), ==, "张三");
  dz_view_set_state (DZ_VIEW (view), "李四");
  g_assert_cmpstr (gtk_editable_get_text (name), ==, "李四");
}

int
main (int   argc,
      char *argv[])
{
  if (!dz_test_window_init (&argc, &argv))
    return 0;
  DZ_TEST_ADD ("/scores-view/from-head-to-head", test_from_head_to_head);
  DZ_TEST_ADD ("/scores-view/what-cannot-be-given-is-marked", test_what_cannot_be_given);
  DZ_TEST_ADD ("/scores-view/limits-of-the-grades", test_limits);
  DZ_TEST_ADD ("/scores-view/two-scorers", test_two_scorers);
  DZ_TEST_ADD ("/scores-view/state-without-scorer", test_state_without_scorer);

  return dz_test_window_run ();
}
