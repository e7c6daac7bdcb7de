/* test-briefing-view.c - 简报: the pages on screen are the pages printed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-test-window.h"

#include "dz-briefing.h"
#include "dz-briefing-view.h"
#include "dz-page-view.h"
#include "dz-print.h"

static gboolean
has_pages (gpointer view)
{
  return dz_test_count_mapped (view, DZ_TYPE_PAGE_VIEW) > 0;
}

static void
test_pages_are_shown (DzTestWindow  *self,
                      gconstpointer  data)
{
  GtkWidget *view = dz_test_show_view (self, "briefing", DZ_TYPE_BRIEFING_VIEW);

  dz_test_wait (has_pages, view);
  g_assert_true (dz_view_can_print (DZ_VIEW (view)));
}

static void
test_prints_what_is_shown (DzTestWindow  *self,
                           gconstpointer  data)
{
  GtkWidget *view = dz_test_show_view (self, "briefing", DZ_TYPE_BRIEFING_VIEW);
  DzReview *review = dz_session_get_review (self->session);
  g_autoptr(DzBriefingOptions) options = dz_briefing_options_new (review, 2024);
  g_autoptr(DzBriefing) briefing = dz_briefing_new (review, dz_session_get_codebook (self->session),
                                                    options);
  g_autofree char *pdf = g_strconcat (self->path, ".pdf", NULL);
  g_autofree char *words = g_strdup_printf ("%u page", dz_briefing_get_n_pages (briefing));
  g_autoptr(GError) error = NULL;
  int n_pages;

  dz_test_wait (has_pages, view);
  g_assert_nonnull (dz_test_find (view, GTK_TYPE_LABEL, words));
  g_assert_true (dz_print_document (dz_briefing_get_document (briefing), "简报",
                                    GTK_PRINT_OPERATION_ACTION_EXPORT, pdf, NULL, &error));
  g_assert_no_error (error);
  n_pages = dz_test_count_pages (pdf);
  if (n_pages < 0)
    g_test_skip ("pdfinfo is not installed");
  else
    g_assert_cmpint (n_pages, ==, (int) dz_briefing_get_n_pages (briefing));
}

static GtkAdjustment *
get_down (GtkWidget *view)
{
  return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (gtk_widget_get_ancestor (dz_test_find (view, DZ_TYPE_PAGE_VIEW, NULL),
                                                                                  GTK_TYPE_LIST_VIEW)));
}

static gboolean
is_down (gpointer view)
{
  GtkAdjustment *down = get_down (view);

  gtk_adjustment_set_value (down, gtk_adjustment_get_upper (down));

  return gtk_adjustment_get_value (down) > 0;
}

static gboolean
is_up (gpointer view)
{
  return gtk_adjustment_get_value (get_down (view)) <= 0;
}

/* Another kind of paper is read from its first page, wherever the one before was left. */
static void
test_template_from_its_first_page (DzTestWindow  *self,
                                   gconstpointer  data)
{
  GtkWidget *view = dz_test_show_view (self, "briefing", DZ_TYPE_BRIEFING_VIEW);
  GtkWidget *drop;

  dz_test_wait (has_pages, view);
  dz_test_wait (is_down, view);
  drop = dz_test_find (view, GTK_TYPE_DROP_DOWN, NULL);
  g_assert_nonnull (drop);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop), 3);
  dz_test_wait (is_up, view);
}

int
main (int   argc,
      char *argv[])
{
  if (!dz_test_window_init (&argc, &argv))
    return 0;

  DZ_TEST_ADD ("/widgets/briefing-view/pages-are-shown", test_pages_are_shown);
  DZ_TEST_ADD ("/widgets/briefing-view/prints-what-is-shown", test_prints_what_is_shown);
  DZ_TEST_ADD ("/widgets/briefing-view/template-from-its-first-page", test_template_from_its_first_page);

  return dz_test_window_run ();
}
