/* test-life-view.c - 历年情况: its head says what it is; digits stand below digits
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-gui-test.h"
#include "dz-life-view.h"

#define BODY "万榆镇"

/* Labels of digits only, and how many of them begin at the left. */
static void
count_digits (GtkWidget *from,
              guint     *n,
              guint     *n_left)
{
  if (GTK_IS_LABEL (from) && g_regex_match_simple ("^[0-9.]+$", gtk_label_get_text (GTK_LABEL (from)), 0, 0) &&
      !gtk_widget_has_css_class (gtk_widget_get_parent (from), "text-button"))
    {
      (*n)++;
      *n_left += gtk_label_get_xalign (GTK_LABEL (from)) < 1;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (from); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    count_digits (child, n, n_left);
}

static void
test_head_and_digits (void)
{
  GuiTest test = { 0 };
  guint n = 0, n_left = 0;

  gui_test_open (&test, DZ_TYPE_LIFE_VIEW);
  dz_view_open (DZ_VIEW (test.view), dz_review_body_named (dz_session_get_review (test.session), BODY)->id, 0, DZ_SPAN_NONE);
  gui_test_spin ();
  g_assert_true (gui_test_shows (test.view, BODY ": over the years"));
  count_digits (gui_test_find (test.view, GTK_TYPE_GRID), &n, &n_left);
  g_assert_cmpuint (n, >, 4);
  g_assert_cmpuint (n_left, ==, 0);
  gui_test_close (&test);
}

int
main (int   argc,
      char *argv[])
{
  if (!gui_test_init (&argc, &argv))
    return 0;
  g_test_add_func ("/life-view/head-and-digits", test_head_and_digits);

  return g_test_run ();
}
