/* dz-page-view.c - one page of a document on screen
 *
 * Drawn once into a surface of the screen's pixels and kept, so that scrolling
 * does not set the page again.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-page-view.h"
#include "dz-tip.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _DzPageView
{
  GtkWidget parent_instance;

  DzDocument *document;
  guint page;
  double scale;
  GdkTexture *texture; /* (nullable) */
};

enum
{
  AREA_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DzPageView, dz_page_view, GTK_TYPE_WIDGET)

static void
get_size (DzPageView *self,
          double     *width,
          double     *height)
{
  *width = 595;
  *height = 842;
  if (self->document != NULL)
    dz_document_get_page_size (self->document, self->page, width, height);
  *width *= self->scale;
  *height *= self->scale;
}

static void
dz_page_view_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  double width, height;

  get_size (DZ_PAGE_VIEW (widget), &width, &height);
  *minimum = *natural = (int) ceil (orientation == GTK_ORIENTATION_HORIZONTAL ? width : height);
}

static GdkTexture *
make_texture (DzPageView *self)
{
  double width, height;
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  cairo_surface_t *surface;
  cairo_t *cr;
  GBytes *bytes;
  GdkTexture *texture;

  get_size (self, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) ceil (width * factor),
                                        (int) ceil (height * factor));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, self->scale * factor, self->scale * factor);
  dz_document_draw_page (self->document, self->page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface),
                       (gsize) cairo_image_surface_get_stride (surface) *
                         (gsize) cairo_image_surface_get_height (surface));
  texture = gdk_memory_texture_new (cairo_image_surface_get_width (surface),
                                    cairo_image_surface_get_height (surface), GDK_MEMORY_DEFAULT, bytes,
                                    (gsize) cairo_image_surface_get_stride (surface));
  g_bytes_unref (bytes);
  cairo_surface_destroy (surface);

  return texture;
}

static void
dz_page_view_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  DzPageView *self = DZ_PAGE_VIEW (widget);
  double width, height;

  if (self->document == NULL)
    return;
  if (self->texture == NULL)
    self->texture = make_texture (self);
  get_size (self, &width, &height);
  gtk_snapshot_append_texture (snapshot, self->texture,
                               &GRAPHENE_RECT_INIT (0, 0, (float) ceil (width), (float) ceil (height)));
}

static const DzPageArea *
get_area_at (DzPageView *self,
             double      x,
             double      y)
{
  return self->document != NULL
           ? dz_document_area_at (self->document, self->page, x / self->scale, y / self->scale) : NULL;
}

static void
pressed_cb (GtkGestureClick *click,
            int              n_press,
            double           x,
            double           y,
            DzPageView      *self)
{
  const DzPageArea *area = get_area_at (self, x, y);
  GPtrArray *areas;
  guint index;

  if (area == NULL)
    return;
  areas = dz_document_list_areas (self->document, self->page);
  if (g_ptr_array_find (areas, area, &index))
    g_signal_emit (self, signals[AREA_ACTIVATED], 0, self->page, index, n_press);
}

static gboolean
query_tooltip_cb (DzPageView *self,
                  int         x,
                  int         y,
                  gboolean    keyboard,
                  GtkTooltip *tooltip)
{
  const DzPageArea *area = keyboard ? NULL : get_area_at (self, x, y);

  if (area == NULL || area->label == NULL)
    return FALSE;
  dz_tip_set_words_at (tooltip, area->label, x, y - DZ_TIP_REACH, 2 * DZ_TIP_REACH);

  return TRUE;
}

static void
motion_cb (GtkEventControllerMotion *motion,
           double                    x,
           double                    y,
           DzPageView               *self)
{
  const DzPageArea *area = get_area_at (self, x, y);

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), area != NULL && area->kind == DZ_AREA_SOURCE
                                                        ? "pointer" : NULL);
}

static void
dz_page_view_dispose (GObject *object)
{
  DzPageView *self = DZ_PAGE_VIEW (object);

  g_clear_object (&self->texture);
  g_clear_pointer (&self->document, dz_document_unref);

  G_OBJECT_CLASS (dz_page_view_parent_class)->dispose (object);
}

static void
dz_page_view_class_init (DzPageViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dz_page_view_dispose;
  widget_class->measure = dz_page_view_measure;
  widget_class->snapshot = dz_page_view_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DOCUMENT);
  gtk_widget_class_set_css_name (widget_class, "paperpage");

  signals[AREA_ACTIVATED] = g_signal_new ("area-activated", DZ_TYPE_PAGE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_UINT,
                                          G_TYPE_INT);
}

static void
dz_page_view_init (DzPageView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->scale = 1;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

GtkWidget *
dz_page_view_new (void)
{
  return g_object_new (DZ_TYPE_PAGE_VIEW, NULL);
}

/**
 * dz_page_view_set:
 * @document: (nullable): %NULL shows nothing
 * @scale: pixels a point
 */
void
dz_page_view_set (DzPageView *self,
                  DzDocument *document,
                  guint       page,
                  double      scale)
{
  g_autofree char *words = NULL;

  g_return_if_fail (DZ_IS_PAGE_VIEW (self));

  g_clear_object (&self->texture);
  g_clear_pointer (&self->document, dz_document_unref);
  self->document = document != NULL ? dz_document_ref (document) : NULL;
  self->page = page;
  self->scale = scale;
  gtk_widget_set_visible (GTK_WIDGET (self), document != NULL);
  if (document != NULL)
    {
      words = g_strdup_printf (_("Page %u"), page + 1);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
