/* dz-theme.h - the colours of the seven weakness themes on screen
 *
 * From screens.md: solid for fills and edges, tint behind a sentence, label
 * for the short name on the tint; light and dark.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

typedef struct
{
  GdkRGBA solid;
  GdkRGBA label;
  GdkRGBA tint;
} DzThemeColours;

void     dz_theme_get_colours (const char     *theme,
                               gboolean        dark,
                               DzThemeColours *colours);
gboolean dz_theme_is_dark     (void);

G_END_DECLS
