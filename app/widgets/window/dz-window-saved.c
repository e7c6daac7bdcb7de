/* dz-window-saved.c - the view on screen as words, and back: which one, year, scope, and what it shows
 *
 * Saved views stand in the review; the place where a person left it, in her own list of recent reviews.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-window-private.h"

#include "dz-recent.h"
#include "dz-saved-views.h"
#include "dz-view.h"
#include "dz-views.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

/* Words of a view are parted by tabs; of a place, which is kept for the next time, a view a line. */
enum { VIEW, YEAR, SCOPE, STATE, N_WORDS };

static char *
dup_words (DzWindow *self)
{
  DzReview *review = dz_session_get_review (self->session);
  g_autofree char *scope = dz_scope_filter_to_words (dz_session_get_scope (self->session), review);
  g_autofree char *state = dz_view_dup_state (DZ_VIEW (gtk_stack_get_visible_child (self->views)));

  return g_strdup_printf ("%s\t%d\t%s\t%s", gtk_stack_get_visible_child_name (self->views),
                          dz_session_get_year (self->session), scope, state);
}

static char *
dup_title (DzWindow *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->views);

  for (guint i = 0; i < dz_n_views; i++)
    if (g_str_equal (dz_views[i].name, name) && dz_views[i].title != NULL)
      return g_strdup_printf ("%s %d", _(dz_views[i].title), dz_session_get_year (self->session));

  return g_strdup ("");
}

static gboolean
has_year (DzWindow *self,
          int       year)
{
  g_autoptr(GArray) years = dz_review_list_years (dz_session_get_review (self->session));

  for (guint i = 0; i < years->len; i++)
    if (g_array_index (years, int, i) == year)
      return TRUE;

  return FALSE;
}

/* Another version of the program may have had a view that this one lacks. */
static gboolean
has_view (DzWindow   *self,
          const char *words)
{
  g_autofree char *name = g_strndup (words, strcspn (words, "\t"));

  return gtk_stack_get_child_by_name (self->views, name) != NULL;
}

/* Returns: %FALSE where none of the bodies of its scope is there any more, and nothing was done */
static gboolean
show_words (DzWindow   *self,
            const char *words)
{
  g_auto(GStrv) parts = g_strsplit (words, "\t", N_WORDS);
  g_autoptr(DzScopeFilter) scope = NULL;
  GtkWidget *view;

  if (g_strv_length (parts) < N_WORDS)
    return TRUE;
  scope = dz_scope_filter_from_words (parts[SCOPE], dz_session_get_review (self->session));
  if (scope == NULL)
    return FALSE;
  if (has_year (self, atoi (parts[YEAR])))
    dz_session_set_year (self->session, atoi (parts[YEAR]));
  if (!dz_scope_filter_is_same (scope, dz_session_get_scope (self->session)))
    dz_session_set_scope (self->session, scope);
  dz_window_show_view (self, parts[VIEW]);
  view = gtk_stack_get_child_by_name (self->views, parts[VIEW]);
  if (view != NULL)
    dz_view_set_state (DZ_VIEW (view), parts[STATE]);

  return TRUE;
}

static void
go_cb (DzWindow   *self,
       const char *words)
{
  if (self->session != NULL && !show_words (self, words))
    dz_session_toast (self->session, _("None of the bodies of this view is on the roster any more"), FALSE);
}

static void
append_state (DzWindow  *self,
              GtkWidget *view,
              GString   *place)
{
  GtkStackPage *page = gtk_stack_get_page (self->views, view);
  g_autofree char *state = dz_view_dup_state (DZ_VIEW (view));

  if (*state != '\0')
    g_string_append_printf (place, "\n%s\t%s", gtk_stack_page_get_name (page), state);
}

/**
 * dz_window_keep_place:
 *
 * Remembers where this person leaves the review: the view on screen, year, scope, whether the pane lies open, and what
 * each view shows.
 */
void
dz_window_keep_place (DzWindow *self)
{
  GtkWidget *shown = gtk_stack_get_visible_child (self->views);
  g_autofree char *words = NULL;
  g_autoptr(GString) place = NULL;

  if (self->session == NULL || dz_session_is_temporary (self->session))
    return;
  words = dup_words (self);
  place = g_string_new (dz_session_list_evidence (self->session) != NULL ? "pane\n" : "\n");
  g_string_append (place, words);
  for (GtkWidget *view = gtk_widget_get_first_child (GTK_WIDGET (self->views)); view != NULL;
       view = gtk_widget_get_next_sibling (view))
    if (view != shown)
      append_state (self, view, place);
  dz_recent_set_place (dz_session_get_path (self->session), place->str);
}

/* Shows the review as this person left it, 报送 where she was never in it. What is not there any more (a year, bodies, a
 * passage) is passed over. Before anything of the review is on screen: one view is filled then and not two.
 * Returns: whether the pane lay open */
static gboolean
go_to_place (DzWindow *self)
{
  g_autofree char *place = dz_recent_dup_place (dz_session_get_path (self->session));
  g_auto(GStrv) lines = g_strsplit (place != NULL ? place : "", "\n", -1);

  if (g_strv_length (lines) < 2 || !has_view (self, lines[1]) || !show_words (self, lines[1]))
    {
      dz_window_show_view (self, "roster");
      return FALSE;
    }
  for (guint i = 2; lines[i] != NULL; i++)
    {
      g_auto(GStrv) parts = g_strsplit (lines[i], "\t", 2);
      GtkWidget *view = gtk_stack_get_child_by_name (self->views, parts[0]);

      if (view != NULL && parts[1] != NULL)
        dz_view_set_state (DZ_VIEW (view), parts[1]);
    }

  return g_str_equal (lines[0], "pane");
}

/**
 * dz_window_change_session:
 * @session: (transfer full) (nullable): what the window shows from now on
 *
 * Leaves the review that is open, and shows another where this person left it.
 */
void
dz_window_change_session (DzWindow  *self,
                          DzSession *session)
{
  gboolean pane;

  dz_window_keep_place (self);
  dz_window_take_session (self, session);
  pane = session != NULL && go_to_place (self);
  dz_window_show_frame (self);
  if (pane)
    dz_view_show_evidence (DZ_VIEW (gtk_stack_get_visible_child (self->views)));
}

/**
 * dz_window_show_saved:
 *
 * Opens the list of saved views.
 */
void
dz_window_show_saved (DzWindow *self)
{
  g_autofree char *words = NULL;
  g_autofree char *title = NULL;
  DzSavedViews *saved;

  if (self->session == NULL)
    return;
  words = dup_words (self);
  title = dup_title (self);
  saved = dz_saved_views_new (self->session, GTK_WINDOW (self), words, title);
  g_signal_connect_object (saved, "go", G_CALLBACK (go_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (saved));
}

/**
 * dz_window_get_view_name:
 *
 * Returns: the view on screen, as its page of the help is called too
 */
const char *
dz_window_get_view_name (DzWindow *self)
{
  g_return_val_if_fail (DZ_IS_WINDOW (self), NULL);

  return self->session != NULL ? gtk_stack_get_visible_child_name (self->views) : "import";
}
