/* dz-theme.h - the codebook's colours of weakness themes, as GTK paints them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-theme-look.h"

#include <gdk/gdk.h>

G_BEGIN_DECLS

/* Solid for fills and edges, tint behind a sentence, label for the short name on the tint. */
typedef struct
{
  GdkRGBA solid;
  GdkRGBA label;
  GdkRGBA tint;
} DzThemePaint;

void     dz_theme_take        (DzCodebook     *codebook);
void     dz_theme_get_paint   (const char     *theme,
                               gboolean        dark,
                               DzThemePaint   *paint);
gboolean dz_theme_is_dark     (void);

G_END_DECLS
