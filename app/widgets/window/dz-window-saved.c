/* dz-window-saved.c - scopes and views that were saved, and the drop-down of scopes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-window-private.h"

#include "dz-choices.h"
#include "dz-saved-views.h"
#include "dz-scope-window.h"
#include "dz-view.h"
#include "dz-views.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

/* Under the names they were saved with. */
static void
add_saved_scopes (DzWindow  *self,
                  GPtrArray *names,
                  guint     *selected)
{
  DzReview *review = dz_session_get_review (self->session);

  for (guint i = 0; i < review->county->scopes->len; i++)
    {
      const char *words = g_ptr_array_index (review->county->scopes, i);
      const char *tab = strchr (words, '\t');
      g_autofree char *name = tab != NULL ? g_strndup (words, (gsize) (tab - words)) : NULL;
      DzScopeFilter *scope = tab != NULL ? dz_scope_filter_from_words (tab + 1, review) : NULL;

      if (scope == NULL)
        continue;
      g_ptr_array_add (names, (gpointer) g_intern_string (name));
      g_ptr_array_add (self->scopes, scope);
      if (*selected == 0 && !dz_scope_filter_is_all (scope) &&
          dz_scope_filter_is_same (scope, dz_session_get_scope (self->session)))
        *selected = self->scopes->len - 1;
    }
}

/* The drop-down of scopes: all, the kinds of bodies, those saved, and the one chosen. */
void
dz_window_fill_scopes (DzWindow *self)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  DzScopeFilter *current = dz_session_get_scope (self->session);
  g_autoptr(GPtrArray) kinds = dz_scope_filter_list_kinds (NULL, dz_session_get_review (self->session));
  guint selected = 0;

  g_ptr_array_set_size (self->scopes, 0);
  g_ptr_array_add (names, _("All bodies"));
  g_ptr_array_add (self->scopes, dz_scope_filter_new_all ());
  for (guint i = 0; i < kinds->len; i++)
    {
      char *kind = g_ptr_array_index (kinds, i);

      g_ptr_array_add (names, kind);
      g_ptr_array_add (self->scopes, dz_scope_filter_new_kind (kind));
      if (g_strcmp0 (dz_scope_filter_get_kind (current), kind) == 0)
        selected = self->scopes->len - 1;
    }
  add_saved_scopes (self, names, &selected);
  if (!dz_scope_filter_is_all (current) && selected == 0)
    {
      g_ptr_array_add (names, _("Chosen bodies"));
      g_ptr_array_add (self->scopes, dz_scope_filter_ref (current));
      selected = self->scopes->len - 1;
    }
  g_ptr_array_add (names, _("Choose bodies…"));
  g_ptr_array_add (names, NULL);
  dz_choices_set (self->scope_drop, (const char *const *) names->pdata, selected, self);
}

void
dz_window_scope_selected (DzWindow *self)
{
  guint position = gtk_drop_down_get_selected (self->scope_drop);

  if (self->session == NULL)
    return;
  if (position == self->scopes->len)
    {
      /* the last row is no scope: it asks for one, and the drop-down goes back to what holds */
      dz_window_fill_scopes (self);
      gtk_window_present (GTK_WINDOW (dz_scope_window_new (self->session, GTK_WINDOW (self))));
    }
  else if (position < self->scopes->len)
    dz_session_set_scope (self->session, g_ptr_array_index (self->scopes, position));
}

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
