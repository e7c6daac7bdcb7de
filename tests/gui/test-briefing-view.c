/* test-briefing-view.c - 简报: the pages on screen are the pages printed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-test-window.h"

#include "dz-briefing.h"
#include "dz-briefing-view.h"
#include "dz-charts-view.h"
#include "dz-contents-row.h"
#include "dz-page-view.h"
#include "dz-print.h"
#include "dz-sentence-popover.h"
#include "dz-tip.h"

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

/* The place of the first sentence of ours on the first page that has one. */
static gboolean
find_sentence (DzBriefing *briefing,
               guint      *page,
               guint      *index)
{
  for (*page = 0; *page < dz_briefing_get_n_pages (briefing); (*page)++)
    {
      GPtrArray *areas = dz_document_list_areas (dz_briefing_get_document (briefing), *page);

      for (*index = 0; *index < areas->len; (*index)++)
        {
          const DzPageArea *area = g_ptr_array_index (areas, *index);

          if (area->kind == DZ_AREA_TEXT && area->text_key != NULL &&
              dz_briefing_get_sentence (briefing, area->text_key, FALSE) != NULL)
            return TRUE;
        }
    }

  return FALSE;
}

static gboolean
is_kept (gpointer data)
{
  DzTestWindow *self = data;
  const char *contents = dz_session_get_review (self->session)->county->brief_contents;

  return contents != NULL && strstr (contents, "另一句话") != NULL;
}

static gboolean
is_restored (gpointer self)
{
  return !is_kept (self);
}

/* Opens the sentence on a page and presses a button under it. */
static void
press_in_popover (GtkWidget  *view,
                  guint       page,
                  guint       index,
                  const char *words,
                  const char *button)
{
  GtkWidget *shown = dz_test_find_mapped (view, DZ_TYPE_PAGE_VIEW, NULL);
  GtkWidget *popover;

  g_signal_emit_by_name (shown, "area-activated", page, index, 2);
  popover = dz_test_find (shown, DZ_TYPE_SENTENCE_POPOVER, NULL);
  dz_test_wait_mapped (popover);
  if (words != NULL)
    gtk_text_buffer_set_text (
      gtk_text_view_get_buffer (GTK_TEXT_VIEW (dz_test_find (popover, GTK_TYPE_TEXT_VIEW, NULL))), words, -1);
  g_signal_emit_by_name (dz_test_find (popover, GTK_TYPE_BUTTON, button), "clicked");
}

#define UNUSED "1 sentence was put in other words when the data were different; it stands as made from the data of today."

static gboolean
tells_unused (gpointer view)
{
  return dz_test_find_mapped (view, GTK_TYPE_LABEL, UNUSED) != NULL;
}

static gboolean
tells_none_unused (gpointer view)
{
  return !tells_unused (view);
}

/* Our own sentence in other words, and in ours again. In another year ours stands, and that is told. */
static void
test_sentence_in_other_words (DzTestWindow  *self,
                              gconstpointer  data)
{
  GtkWidget *view = dz_test_show_view (self, "briefing", DZ_TYPE_BRIEFING_VIEW);
  DzReview *review = dz_session_get_review (self->session);
  g_autoptr(DzBriefingOptions) options = dz_briefing_options_new (review, 2024);
  g_autoptr(DzBriefing) briefing = dz_briefing_new (review, dz_session_get_codebook (self->session), options);
  guint page = 0, index = 0;

  dz_test_wait (has_pages, view);
  g_assert_true (find_sentence (briefing, &page, &index));
  press_in_popover (view, page, index, "另一句话。", "Take Over");
  dz_test_wait (is_kept, self);
  dz_test_wait (has_pages, view);
  dz_session_set_year (self->session, 2023);
  dz_test_wait (tells_unused, view);
  dz_session_set_year (self->session, 2024);
  dz_test_wait (tells_none_unused, view);
  press_in_popover (view, page, index, NULL, "Restore the Sentence");
  dz_test_wait (is_restored, self);
}

typedef struct
{
  GtkWidget *view;
  const char *id;
} Wanted;

static gboolean
is_second (gpointer data)
{
  const Wanted *wanted = data;
  GtkWidget *row = gtk_widget_get_next_sibling (dz_test_find (wanted->view, DZ_TYPE_CONTENTS_ROW, NULL));

  return strcmp (dz_contents_row_get_id (DZ_CONTENTS_ROW (row)), wanted->id) == 0;
}

/* A part moved up changes places with the one above; a tick taken is kept. */
static void
test_contents_by_ticks (DzTestWindow  *self,
                        gconstpointer  data)
{
  GtkWidget *view = dz_test_show_view (self, "briefing", DZ_TYPE_BRIEFING_VIEW);
  GtkWidget *row;
  Wanted wanted;
  g_autofree char *first = NULL;
  g_autofree char *contents = NULL;

  dz_test_wait (has_pages, view);
  row = dz_test_find (view, DZ_TYPE_CONTENTS_ROW, NULL);
  first = g_strdup (dz_contents_row_get_id (DZ_CONTENTS_ROW (row)));
  g_signal_emit_by_name (dz_test_find_tooltip (gtk_widget_get_next_sibling (row), "Move up"), "clicked");
  wanted = (Wanted){ view, first };
  dz_test_wait (is_second, &wanted);
  contents = g_strdup (dz_session_get_review (self->session)->county->brief_contents);
  row = dz_test_find (view, GTK_TYPE_CHECK_BUTTON, NULL);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (row), !gtk_check_button_get_active (GTK_CHECK_BUTTON (row)));
  g_assert_cmpstr (dz_session_get_review (self->session)->county->brief_contents, !=, contents);
}

static void
tick_all (GtkWidget *from,
          gboolean   ticked)
{
  if (GTK_IS_CHECK_BUTTON (from))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (from), ticked);
  for (GtkWidget *child = gtk_widget_get_first_child (from); child != NULL; child = gtk_widget_get_next_sibling (child))
    tick_all (child, ticked);
}

static gboolean
can_print (DzTestWindow *self)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (self->window), "print");
}

/* What would bring nothing to paper cannot be pressed, and says why: without a part that is ticked, and without reports. */
static void
test_nothing_to_print (DzTestWindow  *self,
                       gconstpointer  data)
{
  GtkWidget *view = dz_test_show_view (self, "briefing", DZ_TYPE_BRIEFING_VIEW);
  GtkWidget *print = dz_test_find (view, GTK_TYPE_BUTTON, "Print…");
  GtkWidget *out = gtk_widget_get_next_sibling (print);
  g_autofree char *empty = g_strconcat (self->path, "-empty.duizhao", NULL);

  dz_test_wait (has_pages, view);
  g_assert_true (gtk_widget_get_sensitive (print) && gtk_widget_get_sensitive (out) && can_print (self));
  g_assert_null (dz_tip_get (print));
  tick_all (view, FALSE);
  g_assert_false (gtk_widget_get_sensitive (print) || can_print (self));
  g_assert_cmpstr (dz_tip_get (print), ==, "Tick at least one part first");
  g_assert_true (gtk_widget_get_sensitive (out)); /* letters need no part */
  tick_all (view, TRUE);
  g_assert_true (gtk_widget_get_sensitive (print) && can_print (self));
  dz_test_wait (has_pages, view);

  g_signal_handlers_disconnect_by_data (self->session, self);
  g_assert_true (dz_window_open_review (self->window, empty, TRUE));
  self->session = dz_window_get_session (self->window);
  dz_test_show_view (self, "briefing", DZ_TYPE_BRIEFING_VIEW);
  g_assert_false (gtk_widget_get_sensitive (print) || gtk_widget_get_sensitive (out) || can_print (self));
  g_assert_cmpstr (dz_tip_get (print), ==, "There is no report to write about yet");
  g_assert_cmpstr (dz_tip_get (out), ==, "There is no report to write about yet");
  g_assert_nonnull (dz_test_find_tooltip (GTK_WIDGET (self->window), "Nothing to print here yet"));
  dz_test_show_view (self, "charts", DZ_TYPE_CHARTS_VIEW);
  g_assert_false (can_print (self));
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
  DZ_TEST_ADD ("/widgets/briefing-view/sentence-in-other-words", test_sentence_in_other_words);
  DZ_TEST_ADD ("/widgets/briefing-view/contents-by-ticks", test_contents_by_ticks);
  DZ_TEST_ADD ("/widgets/briefing-view/nothing-to-print", test_nothing_to_print);

  return dz_test_window_run ();
}
