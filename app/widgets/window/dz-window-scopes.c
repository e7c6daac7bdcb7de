/* dz-window-scopes.c - the drop-down of scopes: all, the kinds of bodies, those saved, and the one chosen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-window-private.h"

#include "dz-choices.h"
#include "dz-scope-window.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LONGEST 16 /* characters of a name */
#define TAIL 5

/* The drop-down stands in the header bar, which is as wide as it is: a long name keeps its beginning and its end. */
static const char *
intern_short (const char *name)
{
  glong len = g_utf8_strlen (name, -1);
  g_autofree char *head = len > LONGEST ? g_utf8_substring (name, 0, LONGEST - TAIL - 1) : NULL;
  g_autofree char *both = head != NULL ? g_strconcat (head, "…", g_utf8_offset_to_pointer (name, len - TAIL), NULL) : NULL;

  return g_intern_string (both != NULL ? both : name);
}

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
      g_ptr_array_add (names, (gpointer) intern_short (name));
      g_ptr_array_add (self->scopes, scope);
      if (*selected == 0 && !dz_scope_filter_is_all (scope) &&
          dz_scope_filter_is_same (scope, dz_session_get_scope (self->session)))
        *selected = self->scopes->len - 1;
    }
}

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
