/* dz-chart-style.c - the four looks, in the colours of the design
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-chart-style.h"

static DzColour
make_colour (guint rgb)
{
  return (DzColour) { ((rgb >> 16) & 0xff) / 255.0, ((rgb >> 8) & 0xff) / 255.0,
                      (rgb & 0xff) / 255.0, 1 };
}

static void
set_screen_light (DzChartStyle *self)
{
  self->background = make_colour (0xffffff);
  self->text = make_colour (0x1e252b);
  self->secondary = make_colour (0x56606a);
  self->grid = make_colour (0xe1e5e9);
  self->axis = make_colour (0x9aa3ab);
  self->bar = make_colour (0x6f92b5);
  self->strong = make_colour (0x2f5d8c);
  self->rest = make_colour (0xd3deea);
  self->rest_edge = self->strong;
  self->dot = self->doubt = make_colour (0xa63d1f);
  self->band = make_colour (0xe3eaf1);
  self->focus = make_colour (0x1c71d8);
  self->selection = self->focus;
  self->selection.alpha = 0.08;
}

static void
set_screen_dark (DzChartStyle *self)
{
  self->background = make_colour (0x242424);
  self->text = make_colour (0xe6e9ec);
  self->secondary = make_colour (0xaab2ba);
  self->grid = make_colour (0x3a4046);
  self->axis = make_colour (0x7b858e);
  self->bar = make_colour (0x7fa3c7);
  self->strong = make_colour (0x9cc0e4);
  self->rest = make_colour (0x33475b);
  self->rest_edge = self->strong;
  self->dot = self->doubt = make_colour (0xe07a55);
  self->band = make_colour (0x34404c);
  self->focus = make_colour (0x78aeed);
  self->selection = self->focus;
  self->selection.alpha = 0.12;
}

static void
set_paper_grey (DzChartStyle *self)
{
  self->background = make_colour (0xffffff);
  self->text = self->doubt = self->dot = make_colour (0);
  self->secondary = make_colour (0x333333);
  self->grid = make_colour (0xcfcfcf);
  self->axis = make_colour (0x777777);
  self->bar = make_colour (0x9a9a9a);
  self->strong = make_colour (0x3a3a3a);
  self->rest = make_colour (0xffffff);
  self->rest_edge = make_colour (0);
  self->band = make_colour (0xe4e4e4);
  self->focus = make_colour (0);
  self->selection = make_colour (0);
  self->selection.alpha = 0.06;
}

/**
 * dz_chart_style_init:
 * @self: (out caller-allocates): a style
 * @u: size of a row label; 0: the usual one of the look
 *
 * Fills in a look of the design; change single fields afterwards. On screen the
 * picture has its title and margin, on paper the caption has the title.
 */
void
dz_chart_style_init (DzChartStyle *self,
                     DzChartLook   look,
                     double        u)
{
  gboolean paper = look == DZ_CHART_PAPER_GREY || look == DZ_CHART_PAPER_COLOUR;

  g_return_if_fail (self != NULL);

  *self = (DzChartStyle) { .look = look };
  self->u = u > 0 ? u : paper ? DZ_CHART_PAPER_U : DZ_CHART_SCREEN_U;
  self->min_text = paper ? 7.5 : 0;
  self->margin = paper ? 0 : DZ_CHART_MARGIN * self->u;
  self->min_hit = paper ? 0 : 24;
  self->draws_title = !paper;
  self->draws_notes = TRUE;
  self->patterns = look == DZ_CHART_PAPER_GREY;
  self->family = g_intern_static_string ("Noto Sans CJK SC, Source Han Sans SC, Noto Sans SC, "
                                         "Microsoft YaHei, WenQuanYi Micro Hei, sans-serif");
  if (look == DZ_CHART_PAPER_GREY)
    set_paper_grey (self);
  else if (look == DZ_CHART_SCREEN_DARK)
    set_screen_dark (self);
  else
    set_screen_light (self);
}

/**
 * dz_chart_style_is_paper:
 *
 * Returns: whether lengths are points and charts may split into pages
 */
gboolean
dz_chart_style_is_paper (const DzChartStyle *self)
{
  return self->look == DZ_CHART_PAPER_GREY || self->look == DZ_CHART_PAPER_COLOUR;
}

/**
 * dz_chart_style_theme:
 *
 * Returns: the solid of a theme on this ground; on grey paper, that of the theme whose pattern is none
 */
DzColour
dz_chart_style_theme (const DzChartStyle *self,
                      const DzThemeLook  *look)
{
  return make_colour (self->look == DZ_CHART_PAPER_GREY    ? 0x4a4a4a
                      : self->look == DZ_CHART_SCREEN_DARK ? look->dark.solid
                                                           : look->light.solid);
}
