/* dz-window-way.c - the button that leads back, and where it leads
 *
 * Whoever was sent to a passage by a click need not know that a key leads back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-tip.h"
#include "dz-views.h"
#include "dz-window-private.h"

#include <glib/gi18n-lib.h>

static const char *
find_title (const char *name)
{
  for (guint i = 0; name != NULL && i < dz_n_views; i++)
    if (g_str_equal (dz_views[i].name, name))
      return dz_views[i].title;

  return NULL;
}

/**
 * dz_window_tell_way:
 *
 * The way was made longer or shorter: the button tells where it leads now.
 */
void
dz_window_tell_way (DzWindow *self)
{
  const char *name = self->way->len > 0 ? g_ptr_array_index (self->way, self->way->len - 1) : NULL;
  const char *title = find_title (name);
  g_autofree char *tip = title != NULL ? g_strdup_printf (_("Back to %s (Alt+←)"), _(title)) : NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (self->back_button), name != NULL);
  dz_tip_set (GTK_WIDGET (self->back_button), tip != NULL ? tip : _("Back (Alt+←)"));
}
