/* dz-overlap-map.c - two reports in full length, bands joining the passages they share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-overlap-map.h"

#include <glib/gi18n-lib.h>

#define WIDTH 64
#define BAR 12
#define EDGE 20

struct _DzOverlapMap
{
  GtkWidget parent_instance;

  GtkWidget *area;
  GArray *bands; /* DzOverlapBand */
  double lengths[2];
  DzOverlapBand visible;
  int side; /* being dragged */
  double drag_start;
};

static guint scrolled_to;

G_DEFINE_FINAL_TYPE (DzOverlapMap, dz_overlap_map, GTK_TYPE_WIDGET)

static double
get_room (DzOverlapMap *self)
{
  return MAX (gtk_widget_get_height (self->area) - 2 * EDGE, 1);
}

/* Both reports are drawn to one scale: the longer one fills the height. */
static double
get_y (DzOverlapMap *self,
       int           side,
       double        fraction)
{
  double longest = MAX (MAX (self->lengths[0], self->lengths[1]), 1);

  return EDGE + fraction * get_room (self) * self->lengths[side] / longest;
}

static void
set_colour (DzOverlapMap *self,
            cairo_t      *cr,
            const char   *name,
            const char   *fallback,
            double        alpha)
{
  GdkRGBA colour;

  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (self->area), name, &colour))
    gdk_rgba_parse (&colour, fallback);
  colour.alpha = (float) alpha;
  gdk_cairo_set_source_rgba (cr, &colour);
}

static void
draw_cb (GtkDrawingArea *area,
         cairo_t        *cr,
         int             width,
         int             height,
         gpointer        user_data)
{
  DzOverlapMap *self = user_data;
  double x[2] = { 2, width - BAR - 2 };

  set_colour (self, cr, "dz_secondary", "#5f5f62", 0.22);
  for (int side = 0; side < 2; side++)
    cairo_rectangle (cr, x[side], get_y (self, side, 0), BAR, get_y (self, side, 1) - get_y (self, side, 0));
  cairo_fill (cr);
  for (guint i = 0; i < self->bands->len; i++)
    {
      const DzOverlapBand *band = &g_array_index (self->bands, DzOverlapBand, i);

      set_colour (self, cr, "dz_same_tint", "#fdf0c2", 0.9);
      cairo_move_to (cr, x[0] + BAR, get_y (self, 0, band->from[0]));
      cairo_line_to (cr, x[1], get_y (self, 1, band->from[1]));
      cairo_line_to (cr, x[1], get_y (self, 1, band->to[1]));
      cairo_line_to (cr, x[0] + BAR, get_y (self, 0, band->to[0]));
      cairo_fill (cr);
      set_colour (self, cr, "dz_same", "#c88c00", 1);
      for (int side = 0; side < 2; side++)
        cairo_rectangle (cr, x[side], get_y (self, side, band->from[side]), BAR,
                         MAX (get_y (self, side, band->to[side]) - get_y (self, side, band->from[side]), 1));
      cairo_fill (cr);
    }
  set_colour (self, cr, "accent_bg_color", "#3584e4", 1);
  cairo_set_line_width (cr, 2);
  for (int side = 0; side < 2; side++)
    cairo_rectangle (cr, x[side] - 1, get_y (self, side, self->visible.from[side]), BAR + 2,
                     MAX (get_y (self, side, self->visible.to[side]) - get_y (self, side, self->visible.from[side]),
                          6));
  cairo_stroke (cr);
}

static void
go_to (DzOverlapMap *self,
       double        y)
{
  double top = get_y (self, self->side, 0);
  double bottom = get_y (self, self->side, 1);

  g_signal_emit (self, scrolled_to, 0, self->side, CLAMP ((y - top) / MAX (bottom - top, 1), 0, 1));
}

static void
drag_begin_cb (GtkGestureDrag *drag,
               double          x,
               double          y,
               DzOverlapMap   *self)
{
  self->side = x < gtk_widget_get_width (self->area) / 2.0 ? 0 : 1;
  self->drag_start = y;
  go_to (self, y);
}

static void
drag_update_cb (GtkGestureDrag *drag,
                double          x,
                double          y,
                DzOverlapMap   *self)
{
  go_to (self, self->drag_start + y);
}

static void
dz_overlap_map_dispose (GObject *object)
{
  DzOverlapMap *self = DZ_OVERLAP_MAP (object);

  g_clear_pointer (&self->area, gtk_widget_unparent);
  g_clear_pointer (&self->bands, g_array_unref);

  G_OBJECT_CLASS (dz_overlap_map_parent_class)->dispose (object);
}

static void
dz_overlap_map_class_init (DzOverlapMapClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dz_overlap_map_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  scrolled_to = g_signal_new ("scrolled-to", DZ_TYPE_OVERLAP_MAP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                              G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_DOUBLE);
}

static void
dz_overlap_map_init (DzOverlapMap *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->bands = g_array_new (FALSE, FALSE, sizeof (DzOverlapBand));
  self->area = gtk_drawing_area_new ();
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (self->area), WIDTH);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->area), draw_cb, self, NULL);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (self->area, GTK_EVENT_CONTROLLER (drag));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->area), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Where the two reports share their words"), -1);
  gtk_widget_set_parent (self->area, GTK_WIDGET (self));
}

/**
 * dz_overlap_map_set_bands:
 * @bands: (element-type DzOverlapBand): the shared passages
 * @lengths: of the two reports, in characters
 */
void
dz_overlap_map_set_bands (DzOverlapMap *self,
                          GArray       *bands,
                          const double  lengths[2])
{
  g_return_if_fail (DZ_IS_OVERLAP_MAP (self));

  g_array_unref (self->bands);
  self->bands = g_array_ref (bands);
  self->lengths[0] = lengths[0];
  self->lengths[1] = lengths[1];
  gtk_widget_queue_draw (self->area);
}

void
dz_overlap_map_set_visible_part (DzOverlapMap        *self,
                                 const DzOverlapBand *visible)
{
  g_return_if_fail (DZ_IS_OVERLAP_MAP (self));

  self->visible = *visible;
  gtk_widget_queue_draw (self->area);
}
