/* dz-window-counts.c - how many reports and findings there are, as the sidebar tells it beside and below its views
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-window-private.h"

#include <glib/gi18n-lib.h>

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
update_badges (DzWindow *self)
{
  g_autoptr(DzSharedTables) tables = dup_tables_of_all (self);
  const DzRosterTotals *totals = dz_roster_table_get_totals (dz_shared_tables_get_roster (tables));
  g_autofree char *received = g_strdup_printf ("%u/%u", totals->received, totals->due);
  guint unhandled = dz_checks_table_count_unhandled (dz_shared_tables_get_checks (tables));

  dz_sidebar_set_badge (self->sidebar, "roster", totals->due > 0 ? received : NULL,
                        totals->received < totals->due);
  if (unhandled > 0)
    {
      g_autofree char *count = g_strdup_printf ("%u", unhandled);

      dz_sidebar_set_badge (self->sidebar, "checks", count, TRUE);
    }
  else
    dz_sidebar_set_badge (self->sidebar, "checks", NULL, FALSE);
}

/* Counts every check of every body, so it does not stand in the way of the view. */
static void
count_cb (DzWindow *self)
{
  self->counting = 0;
  if (self->session != NULL)
    update_badges (self);
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
  if (self->counting == 0)
    self->counting = g_idle_add_once ((GSourceOnceFunc) count_cb, self);
}
