/* dz-theme-look.h - the one palette: how a weakness theme looks on screen, in charts and on paper
 *
 * Its colours and its pattern stand in the codebook, beside its name
 * (<look> in weaknesses.xml); nothing of it is decided in C or CSS.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-codebook.h"

G_BEGIN_DECLS

/* What stands for a theme where a copier knows no colours; in the order of their words. */
typedef enum
{
  DZ_HATCHING_SOLID,
  DZ_HATCHING_RISING,  /* wide strokes */
  DZ_HATCHING_FALLING, /* dense strokes */
  DZ_HATCHING_DOTS,
  DZ_HATCHING_LEVEL,
  DZ_HATCHING_UPRIGHT,
  DZ_HATCHING_SQUARES
} DzHatching;

/* Colours of one style, 0xRRGGBB: fills and edges, the short name on the tint, behind a sentence. */
typedef struct
{
  guint solid;
  guint label;
  guint tint;
} DzThemeColours;

typedef struct
{
  DzThemeColours light;
  DzThemeColours dark;
  DzHatching hatching;
} DzThemeLook;

void dz_theme_look_init (DzThemeLook   *self,
                         const DzEntry *theme);

G_END_DECLS
