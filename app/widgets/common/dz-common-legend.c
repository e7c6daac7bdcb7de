/* dz-common-legend.c - what marks and colours of the common weaknesses mean
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-common-legend.h"

#include "dz-common-draw.h"
#include "dz-text-scale.h"
#include "dz-tip.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LARGE_TEXT 1.3

/* In place of a theme: the frame of words that wait to be confirmed. */
static const char waiting[] = "";

static void
swatch_draw_cb (GtkDrawingArea *area,
                cairo_t        *cr,
                int             width,
                int             height,
                gpointer        theme)
{
  if (theme == waiting)
    dz_common_draw_waiting (cr, NULL, 1, 1, width - 2, height - 2);
  else if (theme != NULL)
    dz_common_draw_solid (cr, theme, 0, 0, width, height, 2);
  else
    dz_common_draw_hatched (GTK_WIDGET (area), cr, 0, 0, width, height);
}

static GtkWidget *
make_swatch (const char *theme,
             int         width)
{
  GtkWidget *swatch = gtk_drawing_area_new ();

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (swatch), width);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (swatch), 10);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (swatch), swatch_draw_cb, (gpointer) theme, NULL);
  gtk_widget_set_valign (swatch, GTK_ALIGN_CENTER);

  return swatch;
}

static void
add_legend (GtkWidget  *legend,
            GtkWidget  *swatch,
            const char *words,
            const char *tooltip)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);
  GtkWidget *label = gtk_label_new (words);

  gtk_widget_add_css_class (label, "dz-secondary");
  if (swatch != NULL)
    gtk_box_append (GTK_BOX (box), swatch);
  gtk_box_append (GTK_BOX (box), label);
  dz_tip_set (box, tooltip);
  gtk_widget_set_parent (box, legend);
}

/**
 * dz_common_legend_fill:
 * @legend: a #DzWrapBox
 * @many: columns are too narrow for words: the marks are dots
 */
void
dz_common_legend_fill (GtkWidget  *legend,
                       DzCodebook *codebook,
                       gboolean    many)
{
  GPtrArray *themes = dz_codebook_list (codebook, DZ_ENTRY_THEME);
  GtkWidget *space = gtk_label_new (NULL);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (legend)) != NULL)
    gtk_widget_unparent (child);
  add_legend (legend, NULL, many ? _("● named last year too") : _("Again: named last year too"), NULL);
  add_legend (legend, NULL, many ? _("○ the words of another body") : _("Same: the words of another body"), NULL);
  add_legend (legend, make_swatch (NULL, 18), _("declares no weakness at all"), NULL);
  add_legend (legend, make_swatch (waiting, 18), _("to be confirmed"), _("to be confirmed, not counted"));
  gtk_widget_set_hexpand (space, TRUE);
  gtk_widget_set_parent (space, legend);
  /* with large text the rows need the room; their squares tell the theme, and its name, too */
  for (guint i = 0; i < themes->len && dz_text_scale (legend) <= LARGE_TEXT; i++)
    {
      const DzEntry *theme = g_ptr_array_index (themes, i);

      if (g_strcmp0 (theme->kind, "weaknesses") == 0)
        {
          const char *bare = strchr (theme->id, ':');

          add_legend (legend, make_swatch (bare != NULL ? bare + 1 : theme->id, 10),
                      theme->short_name != NULL ? theme->short_name : theme->name, theme->name);
        }
    }
}
