/* dz-window-counts.c - how many reports and findings there are, as the sidebar tells it beside and below its views
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-window-private.h"

#include <glib/gi18n-lib.h>

#define SLICE 4000 /* µs */

/* The tables of all bodies, whatever the scope: the badges count them. */
static DzSharedTables *
dup_tables_of_all (DzWindow *self)
{
  DzSharedTables *shown = dz_session_get_tables (self->session);
  g_autoptr(DzScopeFilter) all = dz_scope_filter_new_all ();

  if (dz_scope_filter_is_all (dz_session_get_scope (self->session)))
    return g_object_ref (shown);

  return dz_shared_tables_new (dz_session_get_review (self->session), dz_session_get_codebook (self->session),
                               dz_session_get_year (self->session), all, shown);
}

static void
tell_received (DzWindow *self)
{
  const DzRosterTotals *totals = dz_roster_table_get_totals (dz_shared_tables_get_roster (self->counted));
  g_autofree char *received = g_strdup_printf ("%u/%u", totals->received, totals->due);

  dz_sidebar_set_badge (self->sidebar, "roster", totals->due > 0 ? received : NULL,
                        totals->received < totals->due);
}

static void
tell_unhandled (DzWindow *self)
{
  guint unhandled = dz_checks_table_count_unhandled (dz_shared_tables_get_checks (self->counted));
  g_autofree char *count = unhandled > 0 ? g_strdup_printf ("%u", unhandled) : NULL;

  dz_sidebar_set_badge (self->sidebar, "checks", count, unhandled > 0);
}

/* All checks of all bodies are counted, a few bodies at a time: they stand in the way neither of the view nor of who uses it. */
static gboolean
count_cb (gpointer data)
{
  DzWindow *self = data;

  if (self->counted == NULL && self->session != NULL)
    {
      self->counted = dup_tables_of_all (self);
      tell_received (self);
    }
  if (self->session != NULL)
    {
      if (dz_checks_table_prepare (dz_shared_tables_get_checks (self->counted), g_get_monotonic_time () + SLICE))
        return G_SOURCE_CONTINUE;
      tell_unhandled (self);
    }
  g_clear_object (&self->counted);
  self->counting = 0;

  return G_SOURCE_REMOVE;
}

/* No number rather than that of something else, until it is counted. */
static void
drop_badges (DzWindow *self,
             int       year)
{
  dz_sidebar_set_badge (self->sidebar, "roster", NULL, FALSE);
  dz_sidebar_set_badge (self->sidebar, "checks", NULL, FALSE);
  self->counted_year = year;
}

/**
 * dz_window_forget_counts:
 *
 * Another review is shown, or none: the numbers beside the views are not its own.
 */
void
dz_window_forget_counts (DzWindow *self)
{
  drop_badges (self, -1);
}

/**
 * dz_window_tell_counts:
 *
 * The snapshot, the year or the scope is another: the sidebar tells its numbers, those beside the views when there is time.
 */
void
dz_window_tell_counts (DzWindow *self)
{
  DzReview *review = dz_session_get_review (self->session);
  g_autofree char *status = g_strdup_printf (_("%u reports · %u bodies\nSaved automatically"), review->reports->len,
                                             review->bodies->len);

  dz_sidebar_set_status (self->sidebar, status);
  if (self->counted_year != dz_session_get_year (self->session))
    drop_badges (self, dz_session_get_year (self->session));
  g_clear_object (&self->counted);
  if (self->counting == 0)
    self->counting = g_idle_add_full (G_PRIORITY_LOW, count_cb, self, NULL);
}
