/* test-every-view.c - what holds of all views: names for a screen reader, room for large text and for half a screen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-test-window.h"

#include "dz-common-matrix.h"
#include "dz-evidence-pane.h"
#include "dz-kept-name.h"
#include "dz-prose.h"
#include "dz-session-corrections.h"
#include "dz-text-scale.h"
#include "dz-tip.h"
#include "dz-view.h"
#include "dz-views.h"
#include "dz-wrap-box.h"

#define SCREEN_WIDTH 1366
#define SCREEN_HEIGHT 768
#define HELP "/org/duizhao/Duizhao/help/"
#define HALF_WIDTH 775 /* with English words; Chinese ones need less */

/* What a person can reach by key or press. */
static gboolean
is_control (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget) || !gtk_widget_get_sensitive (widget))
    return FALSE;
  /* the part of an entry that takes the focus bears the name of the whole; what scrolls hands it on to
   * what it shows; the row a drop-down shows of its list is a picture of its choice */
  if (GTK_IS_TEXT (widget) || GTK_IS_SCROLLED_WINDOW (widget) ||
      gtk_widget_get_ancestor (widget, GTK_TYPE_DROP_DOWN) != NULL)
    return FALSE;

  return gtk_widget_get_focusable (widget) || GTK_IS_BUTTON (widget);
}

static gboolean
has_name (GtkWidget *widget)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (widget);
  GtkWidget *parent = gtk_widget_get_parent (widget);

  if (gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL) ||
      gtk_test_accessible_has_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY) ||
      (GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)) != '\0'))
    return TRUE;

  /* the head and the rows of a column view are called by it */
  if (GTK_IS_COLUMN_VIEW (parent) && has_name (parent))
    return TRUE;

  /* the button within a drop-down or menu button is one with it */
  return GTK_IS_TOGGLE_BUTTON (widget) && (GTK_IS_DROP_DOWN (parent) || GTK_IS_MENU_BUTTON (parent)) &&
         has_name (parent);
}

static guint
count_nameless (GtkWidget  *widget,
                const char *view)
{
  guint n = 0;

  if (is_control (widget) && !has_name (widget))
    {
      GtkWidget *parent = gtk_widget_get_parent (widget);

      g_test_message ("%s: %s in %s in %s has no name (tip: %s)", view, G_OBJECT_TYPE_NAME (widget),
                      G_OBJECT_TYPE_NAME (parent), G_OBJECT_TYPE_NAME (gtk_widget_get_parent (parent)),
                      dz_tip_get (widget));
      n++;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_nameless (child, view);

  return n;
}

static void
list_toggles (GtkWidget *widget,
              GPtrArray *toggles)
{
  if (GTK_IS_TOGGLE_BUTTON (widget) && gtk_widget_get_mapped (widget) && gtk_widget_get_sensitive (widget) &&
      !gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (widget)) && !GTK_IS_DROP_DOWN (gtk_widget_get_parent (widget)) &&
      !GTK_IS_MENU_BUTTON (gtk_widget_get_parent (widget)))
    g_ptr_array_add (toggles, g_object_ref (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    list_toggles (child, toggles);
}

/* What stands behind the toggles of a view: another mode, another list. */
static guint
count_in_modes (DzTestWindow *self,
                GtkWidget    *view,
                const char   *name)
{
  g_autoptr(GPtrArray) toggles = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = 0;

  list_toggles (view, toggles);
  for (guint i = 0; i < toggles->len; i++)
    {
      if (!gtk_widget_get_mapped (g_ptr_array_index (toggles, i)))
        continue; /* gone with the mode before */
      gtk_toggle_button_set_active (g_ptr_array_index (toggles, i), TRUE);
      while (g_main_context_iteration (NULL, FALSE))
        ;
      n += count_nameless (view, name);
    }

  return n;
}

static void
test_every_control_has_a_name (DzTestWindow  *self,
                               gconstpointer  data)
{
  guint n = 0;

  for (guint v = 0; v < dz_n_views; v++)
    {
      GtkWidget *view = dz_test_show_view (self, dz_views[v].name, dz_views[v].get_type ());

      n += count_nameless (GTK_WIDGET (self->window), dz_views[v].name);
      n += count_in_modes (self, view, dz_views[v].name);
    }
  g_assert_cmpuint (n, ==, 0);
}

/* Pages behind the one on screen would be styled and measured with it. */
static void
test_one_view_at_a_time (DzTestWindow  *self,
                         gconstpointer  data)
{
  for (guint v = 0; v < dz_n_views; v++)
    {
      dz_test_show_view (self, dz_views[v].name, dz_views[v].get_type ());
      for (guint i = 0; i < dz_n_views; i++)
        g_assert_true (gtk_widget_get_visible (dz_test_find (GTK_WIDGET (self->window), dz_views[i].get_type (), NULL)) ==
                       (i == v));
    }
}

/* What a view says it shows is what it shows when told so, however often; words it never said do it no harm. */
static void
test_states_go_round (DzTestWindow  *self,
                      gconstpointer  data)
{
  static const char *const strange[] = { "x", "99|99|99", "99|99|9|9|x,y|z|q|w|||", ",,,", "|||||||||" };

  for (guint v = 0; v < dz_n_views; v++)
    {
      DzView *view = DZ_VIEW (dz_test_show_view (self, dz_views[v].name, dz_views[v].get_type ()));
      g_autofree char *state = NULL;

      dz_test_wait_mapped (GTK_WIDGET (view));
      state = dz_view_dup_state (view);
      for (guint i = 0; i < G_N_ELEMENTS (strange); i++)
        {
          g_autofree char *kept = NULL;

          dz_view_set_state (view, strange[i]);
          kept = dz_view_dup_state (view);
          g_test_message ("%s told %s says %s", dz_views[v].name, strange[i], kept);
          dz_view_set_state (view, kept);
        }
      /* one that says nothing is told nothing; any words are the name of a scorer */
      for (guint i = 0; i < 2 && *state != '\0'; i++)
        {
          g_autofree char *again = NULL;

          dz_view_set_state (view, state);
          again = dz_view_dup_state (view);
          g_test_message ("%s: %s", dz_views[v].name, again);
          g_assert_cmpstr (again, ==, state);
        }
    }
}

/* A body of the sample takes a name with every sign that parts the words of what is kept. */
static const DzBody *
give_odd_name (DzTestWindow *self)
{
  static const char name[] = "*北山|一,二\t三@四%7C镇";
  DzReview *review = dz_session_get_review (self->session);
  gint64 id = dz_test_find_report (self, "万榆镇", 2024)->body_id;
  g_autoptr(GPtrArray) bodies = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_body_free);

  for (guint i = 0; i < review->bodies->len; i++)
    {
      DzBody *body = dz_body_copy (g_ptr_array_index (review->bodies, i));

      if (body->id == id)
        {
          g_free (body->name);
          body->name = g_strdup (name);
        }
      g_ptr_array_add (bodies, body);
    }
  g_assert_true (dz_session_set_county (self->session, review->county, bodies));

  return dz_review_find_body (dz_session_get_review (self->session), id);
}

/* A body is chosen in a view, in a table as by a click. */
static void
choose_body (DzView   *view,
             DzReport *report)
{
  GtkWidget *matrix = dz_test_find (GTK_WIDGET (view), DZ_TYPE_COMMON_MATRIX, NULL);
  int row, column;

  dz_view_open (view, report->body_id, report->id, DZ_SPAN_NONE);
  if (matrix == NULL)
    return;
  dz_matrix_get_chosen (DZ_MATRIX (matrix), &row, &column);
  g_signal_emit_by_name (matrix, "cell-activated", row, column, 1);
}

/* What is kept of a view names a body whatever its name, and so does a scope. */
static void
test_states_hold_any_name (DzTestWindow  *self,
                           gconstpointer  data)
{
  static const char *const views[] = { "roster", "life", "reading", "figures", "common", "checks", NULL };
  const DzBody *body = give_odd_name (self);
  DzReview *review = dz_session_get_review (self->session);
  DzReport *report = dz_review_report_of (review, body->id, 2024), *other = dz_test_find_report (self, "栖砚镇", 2024);
  g_autoptr(DzScopeFilter) scope =
    dz_scope_filter_new_bodies ((gint64[]){ ((DzBody *) review->bodies->pdata[0])->id, body->id }, 2);
  g_autofree char *words = dz_scope_filter_to_words (scope, review);
  g_autoptr(DzScopeFilter) again = dz_scope_filter_from_words (words, review);

  g_assert_true (dz_scope_filter_is_same (scope, again));
  g_assert_null (strchr (words, '\t'));
  for (guint v = 0; v < dz_n_views; v++)
    {
      DzView *view;
      g_autofree char *state = NULL;
      g_autofree char *other_state = NULL;
      g_autofree char *back = NULL;

      if (!g_strv_contains (views, dz_views[v].name))
        continue;
      view = DZ_VIEW (dz_test_show_view (self, dz_views[v].name, dz_views[v].get_type ()));
      dz_test_wait_mapped (GTK_WIDGET (view));
      choose_body (view, report);
      state = dz_view_dup_state (view);
      g_test_message ("%s: %s", dz_views[v].name, state);
      g_assert_nonnull (strstr (state, "北山"));
      g_assert_null (strchr (state, '\t'));
      choose_body (view, other);
      other_state = dz_view_dup_state (view);
      g_assert_cmpstr (other_state, !=, state);
      dz_view_set_state (view, state);
      back = dz_view_dup_state (view);
      g_assert_cmpstr (back, ==, state);
    }
}

/* Names kept before they were made safe are still read. */
static void
test_bare_names_are_read (DzTestWindow  *self,
                          gconstpointer  data)
{
  DzReview *review = dz_session_get_review (self->session);
  gint64 id = dz_test_find_report (self, "万榆镇", 2024)->body_id;
  g_autoptr(DzScopeFilter) scope = dz_scope_filter_from_words ("栖砚镇,万榆镇", review);
  g_autoptr(GPtrArray) bodies = dz_scope_filter_list_bodies (scope, review);

  g_assert_cmpuint (bodies->len, ==, 2);
  g_assert_true (dz_review_body_kept (review, "万榆镇")->id == id);
  g_assert_null (dz_review_body_kept (review, "100%"));
}

static void
test_evidence_has_names (DzTestWindow  *self,
                         gconstpointer  data)
{
  DzReport *report = dz_test_find_report (self, "万榆镇", 2024);
  guint n;

  dz_session_show_figure (self->session, report, 0);
  dz_test_wait_mapped (dz_test_find (GTK_WIDGET (self->window), DZ_TYPE_EVIDENCE_PANE, NULL));
  n = count_nameless (GTK_WIDGET (self->window), "evidence of a figure");
  dz_session_show_weakness (self->session, report, 0);
  n += count_nameless (GTK_WIDGET (self->window), "evidence of a weakness");
  g_assert_cmpuint (n, ==, 0);
}

/* Whether what is wider or higher than its place can be scrolled to. */
static gboolean
is_scrolled (GtkWidget *widget)
{
  return gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW) != NULL ||
         gtk_widget_get_ancestor (widget, GTK_TYPE_POPOVER) != NULL;
}

static guint
count_cut (DzTestWindow *self,
           GtkWidget    *widget,
           const char   *view)
{
  graphene_rect_t at;
  guint n = 0;
  int needed;

  if (!gtk_widget_get_mapped (widget) || GTK_IS_NATIVE (widget))
    {
      if (widget != GTK_WIDGET (self->window))
        return 0;
    }
  else if (gtk_widget_compute_bounds (widget, GTK_WIDGET (self->window), &at) && !is_scrolled (widget) &&
           (at.origin.x + at.size.width > gtk_widget_get_width (GTK_WIDGET (self->window)) + 1 ||
            at.origin.y + at.size.height > gtk_widget_get_height (GTK_WIDGET (self->window)) + 1))
    {
      g_test_message ("%s: %s reaches beyond the window", view, G_OBJECT_TYPE_NAME (widget));
      return 1;
    }
  if (DZ_IS_WRAP_BOX (widget))
    {
      graphene_rect_t whole;

      g_assert_true (gtk_widget_compute_bounds (widget, widget, &whole));
      gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, (int) whole.size.width, &needed, NULL, NULL, NULL);
      if (needed > whole.size.height)
        {
          g_test_message ("%s: a bar of %g px has lines for %d", view, whole.size.height, needed);
          n++;
        }
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_cut (self, child, view);

  return n;
}

/* “Never less on screen”: 12.5 px at 100 %. Pages of paper are drawn, and have no labels. */
static guint
count_small (GtkWidget  *widget,
             const char *view)
{
  const char *text = GTK_IS_LABEL (widget)   ? gtk_label_get_text (GTK_LABEL (widget))
                     : DZ_IS_PROSE (widget) ? dz_prose_get_text (DZ_PROSE (widget))
                                            : NULL;
  guint n = 0;

  if (text != NULL && gtk_widget_get_mapped (widget) && *text != '\0' && !g_str_equal (text, "●"))
    {
      const PangoFontDescription *font = pango_context_get_font_description (gtk_widget_get_pango_context (widget));
      double size = (double) pango_font_description_get_size (font) / PANGO_SCALE;

      if (!pango_font_description_get_size_is_absolute (font))
        size = size * 96 / 72;
      if (size < 12.49)
        {
          g_test_message ("%s: “%s” has %.1f px", view, text, size);
          n++;
        }
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_small (child, view);

  return n;
}

static void
test_no_small_text (DzTestWindow  *self,
                    gconstpointer  data)
{
  guint n = 0;

  for (guint v = 0; v < dz_n_views; v++)
    {
      dz_test_show_view (self, dz_views[v].name, dz_views[v].get_type ());
      n += count_small (GTK_WIDGET (self->window), dz_views[v].name);
    }
  g_assert_cmpuint (n, ==, 0);
}

static gboolean
is_zero (gpointer data)
{
  return *(int *) data == 0;
}

static gboolean
count_frame_cb (GtkWidget     *widget,
                GdkFrameClock *clock,
                gpointer       data)
{
  return --*(int *) data > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* Views answer a new size over some frames: the heads of tables follow their columns. */
static void
wait_some_frames (DzTestWindow *self)
{
  int n = 4;

  gtk_widget_add_tick_callback (GTK_WIDGET (self->window), count_frame_cb, &n, NULL);
  dz_test_wait (is_zero, &n);
}

/* Which view is it that asks for more? */
static void
tell_views (DzTestWindow *self,
            int           width)
{
  for (guint v = 0; v < dz_n_views; v++)
    {
      GtkWidget *view = dz_test_find (GTK_WIDGET (self->window), dz_views[v].get_type (), NULL);
      int least_width, least_height;

      gtk_widget_measure (view, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
      gtk_widget_measure (view, GTK_ORIENTATION_VERTICAL, MAX (width, least_width), &least_height, NULL, NULL, NULL);
      g_test_message ("  %s itself: at least %d × %d", dz_views[v].name, least_width, least_height);
    }
}

static void
check_room (DzTestWindow *self,
            int           width,
            int           height)
{
  guint n = 0;

  for (guint v = 0; v < dz_n_views; v++)
    {
      int least_width, least_height;

      dz_test_show_view (self, dz_views[v].name, dz_views[v].get_type ());
      wait_some_frames (self);
      gtk_widget_measure (GTK_WIDGET (self->window), GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
      gtk_widget_measure (GTK_WIDGET (self->window), GTK_ORIENTATION_VERTICAL, width, &least_height, NULL, NULL, NULL);
      g_test_message ("%s: at least %d × %d", dz_views[v].name, least_width, least_height);
      if (least_width > width || least_height > height)
        tell_views (self, width);
      n += least_width > width;
      n += least_height > height;
      n += count_cut (self, GTK_WIDGET (self->window), dz_views[v].name);
    }
  g_assert_cmpuint (n, ==, 0);
}

static void
test_text_twice_as_large (DzTestWindow  *self,
                          gconstpointer  data)
{
  check_room (self, SCREEN_WIDTH, SCREEN_HEIGHT);
}

/* What a view scales itself while it is made is not scaled again with the window it comes into. */
static void
test_scaled_once (DzTestWindow  *self,
                  gconstpointer  data)
{
  g_autoptr(GtkWidget) box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  int width[2];

  for (int i = 0; i < 2; i++)
    gtk_box_append (GTK_BOX (box), gtk_label_new (NULL));
  dz_text_scale_request (gtk_widget_get_first_child (box), 90, -1);
  gtk_widget_set_size_request (gtk_widget_get_last_child (box), 90, -1);
  dz_text_scale_tree (box);
  gtk_widget_get_size_request (gtk_widget_get_first_child (box), &width[0], NULL);
  gtk_widget_get_size_request (gtk_widget_get_last_child (box), &width[1], NULL);
  g_assert_cmpint (width[0], ==, 180);
  g_assert_cmpint (width[1], ==, 180);
}

static void
open_large (DzTestWindow  *self,
            gconstpointer  data)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 192 * 1024, NULL);
  dz_test_window_open (self, data);
}

static void
close_large (DzTestWindow  *self,
             gconstpointer  data)
{
  dz_test_window_close (self, data);
  gtk_settings_reset_property (gtk_settings_get_default (), "gtk-xft-dpi");
}

static void
test_half_a_screen (DzTestWindow  *self,
                    gconstpointer  data)
{
  gtk_window_set_default_size (GTK_WINDOW (self->window), HALF_WIDTH, 700);
  check_room (self, HALF_WIDTH, 700);
}

/* Of the working part of the picture, right of the sidebar: how many pixels differ clearly from the one before. */
static double
drawn_share (GdkPixbuf *picture)
{
  int width = gdk_pixbuf_get_width (picture), height = gdk_pixbuf_get_height (picture);
  int channels = gdk_pixbuf_get_n_channels (picture), stride = gdk_pixbuf_get_rowstride (picture);
  const guchar *pixels = gdk_pixbuf_read_pixels (picture);
  guint n = 0, from = (guint) width / 3;

  for (int y = 0; y < height; y++)
    for (int x = (int) from; x < width; x++)
      n += ABS (pixels[y * stride + x * channels + 1] - pixels[y * stride + (x - 1) * channels + 1]) > 24;

  return (double) n / ((width - (int) from) * height);
}

/* A picture of the help shows the view at work, not before anything is drawn. */
static void
test_help_pictures (DzTestWindow  *self,
                    gconstpointer  data)
{
  g_auto(GStrv) names = g_resources_enumerate_children (HELP, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert_nonnull (names);
  g_assert_cmpuint (g_strv_length (names), >, 0);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (HELP, names[i], NULL);
      g_autoptr(GdkPixbuf) picture = gdk_pixbuf_new_from_resource (path, NULL);

      g_assert_nonnull (picture);
      g_test_message ("%s: %.3f", names[i], drawn_share (picture));
      g_assert_cmpfloat (drawn_share (picture), >, 0.03);
    }
}

int
main (int   argc,
      char *argv[])
{
  if (!dz_test_window_init (&argc, &argv))
    return 0;

  DZ_TEST_ADD ("/gui/every-view/every-control-has-a-name", test_every_control_has_a_name);
  DZ_TEST_ADD ("/gui/every-view/one-view-at-a-time", test_one_view_at_a_time);
  DZ_TEST_ADD ("/gui/every-view/states-go-round", test_states_go_round);
  DZ_TEST_ADD ("/gui/every-view/states-hold-any-name", test_states_hold_any_name);
  DZ_TEST_ADD ("/gui/every-view/bare-names-are-read", test_bare_names_are_read);
  DZ_TEST_ADD ("/gui/every-view/evidence-has-names", test_evidence_has_names);
  DZ_TEST_ADD ("/gui/every-view/no-small-text", test_no_small_text);
  DZ_TEST_ADD ("/gui/every-view/fits-half-a-screen", test_half_a_screen);
  DZ_TEST_ADD ("/gui/every-view/help-pictures", test_help_pictures);
  g_test_add ("/gui/every-view/fits-with-text-twice-as-large", DzTestWindow, NULL, open_large,
              test_text_twice_as_large, close_large);
  g_test_add ("/gui/every-view/scaled-once", DzTestWindow, NULL, open_large, test_scaled_once, close_large);

  return dz_test_window_run ();
}
