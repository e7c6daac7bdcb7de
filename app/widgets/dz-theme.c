/* dz-theme.c - the colours of the seven weakness themes on screen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-theme.h"

#include <adwaita.h>

static const struct
{
  const char *theme;
  const char *solid;
  const char *label;
  const char *tint;
  const char *dark_solid;
  const char *dark_tint;
} themes[] = {
  { "awareness_duty", "#522781", "#522781", "#ece5f5", "#b2ace9", "#42404f" },
  { "enforcement_team", "#0086e6", "#0063ac", "#dcedfc", "#5084ec", "#2a364f" },
  { "enforcement_conduct", "#004844", "#004844", "#d9ece9", "#6effed", "#315450" },
  { "legal_support", "#9f7a0d", "#7a5c05", "#f6ecd0", "#edd767", "#504a30" },
  { "decision_rules", "#7a885b", "#56633a", "#e9eedd", "#beffb9", "#445443" },
  { "publicity", "#cd569b", "#a52f73", "#fae2ef", "#e6638e", "#4e2f39" },
  { "society_disputes", "#682a00", "#682a00", "#f2e1d6", "#bb8452", "#44362a" },
};

/* What a county's own theme, or a sentence without a code, looks like. */
static const char *const plain[] = { "#5f5f62", "#5f5f62", "#ececee", "#b4b4b4", "#3d3d3d" };

/**
 * dz_theme_get_colours:
 * @theme: (nullable): id of a weakness theme; others are grey
 */
void
dz_theme_get_colours (const char     *theme,
                      gboolean        dark,
                      DzThemeColours *colours)
{
  for (guint i = 0; i < G_N_ELEMENTS (themes); i++)
    if (g_strcmp0 (themes[i].theme, theme) == 0)
      {
        gdk_rgba_parse (&colours->solid, dark ? themes[i].dark_solid : themes[i].solid);
        gdk_rgba_parse (&colours->label, dark ? "#f6f5f4" : themes[i].label);
        gdk_rgba_parse (&colours->tint, dark ? themes[i].dark_tint : themes[i].tint);
        return;
      }
  gdk_rgba_parse (&colours->solid, dark ? plain[3] : plain[0]);
  gdk_rgba_parse (&colours->label, dark ? "#f6f5f4" : plain[1]);
  gdk_rgba_parse (&colours->tint, dark ? plain[4] : plain[2]);
}

gboolean
dz_theme_is_dark (void)
{
  return adw_style_manager_get_dark (adw_style_manager_get_default ());
}
