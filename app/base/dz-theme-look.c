/* dz-theme-look.c - the one palette: how a weakness theme looks on screen, in charts and on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-theme-look.h"

#include <string.h>

/* A theme of a county that tells no look, and a sentence without a code: grey. */
static const DzThemeLook plain = {
  { 0x5f5f62, 0x5f5f62, 0xececee }, { 0xb4b4b4, 0xf6f5f4, 0x3d3d3d }, DZ_HATCHING_SOLID
};

static void
take_colour (const DzRule *look,
             const char   *attribute,
             guint        *colour)
{
  const char *word = dz_rule_get_attribute (look, attribute);

  if (word != NULL && word[0] == '#' && strlen (word) == 7)
    *colour = (guint) g_ascii_strtoull (word + 1, NULL, 16);
}

static void
take_hatching (const DzRule *look,
               DzHatching   *hatching)
{
  static const char *const words[] = { "solid", "rising", "falling", "dots", "level", "upright", "squares" };
  const char *word = dz_rule_get_attribute (look, "pattern");

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strcmp0 (words[i], word) == 0)
      *hatching = (DzHatching) i;
}

/**
 * dz_theme_look_init:
 * @self: (out caller-allocates): filled in
 * @theme: (nullable): the theme's entry in the codebook; grey without one
 *
 * The codebook's last word counts: a county may give a theme another look.
 */
void
dz_theme_look_init (DzThemeLook   *self,
                    const DzEntry *theme)
{
  *self = plain;
  for (guint i = 0; theme != NULL && i < theme->rules->len; i++)
    {
      const DzRule *rule = g_ptr_array_index (theme->rules, i);

      if (!g_str_equal (rule->name, "look"))
        continue;
      take_colour (rule, "solid", &self->light.solid);
      take_colour (rule, "label", &self->light.label);
      take_colour (rule, "tint", &self->light.tint);
      take_colour (rule, "dark-solid", &self->dark.solid);
      take_colour (rule, "dark-label", &self->dark.label);
      take_colour (rule, "dark-tint", &self->dark.tint);
      take_hatching (rule, &self->hatching);
    }
}
