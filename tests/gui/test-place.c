/* test-place.c - what a click, a key, a choice or a decision may move: nothing but what it is meant to move
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-test-window.h"

#include "dz-choices.h"
#include "dz-evidence-pane.h"
#include "dz-figure-matrix.h"
#include "dz-figures-view.h"
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

  return dz_test_window_run ();
}
