/* dz-window-saved.c - the view on screen as words, and back: which one, year, scope, and what it shows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-window-private.h"

#include "dz-saved-views.h"
#include "dz-view.h"
#include "dz-views.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

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

static void
go_cb (DzWindow   *self,
       const char *words)
{
  g_auto(GStrv) parts = g_strsplit (words, "\t", N_WORDS);
  g_autoptr(DzScopeFilter) scope = NULL;
  GtkWidget *view;

  if (self->session == NULL || g_strv_length (parts) < N_WORDS)
    return;
  scope = dz_scope_filter_from_words (parts[SCOPE], dz_session_get_review (self->session));
  if (scope == NULL)
    {
      dz_session_toast (self->session, _("None of the bodies of this view is on the roster any more"), FALSE);
      return;
    }
  dz_window_show_view (self, parts[VIEW]);
  dz_session_set_year (self->session, atoi (parts[YEAR]));
  if (!dz_scope_filter_is_same (scope, dz_session_get_scope (self->session)))
    dz_session_set_scope (self->session, scope);
  view = gtk_stack_get_child_by_name (self->views, parts[VIEW]);
  if (view != NULL)
    dz_view_set_state (DZ_VIEW (view), parts[STATE]);
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
