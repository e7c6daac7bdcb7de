/* dz-views.h - the views of the window: one row each
 *
 * A view joins the window by its row in dz-views.c and its folder in
 * app/widgets/meson.build. A view without a title is reached by other ways
 * than the sidebar.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef struct
{
  const char *name;
  const char *title; /* (nullable) msgid */
  const char *icon_name;
  GType (*get_type) (void);
} DzViewEntry;

extern const DzViewEntry dz_views[];
extern const guint dz_n_views;

G_END_DECLS
