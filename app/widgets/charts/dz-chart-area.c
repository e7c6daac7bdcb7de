/* dz-chart-area.c - a chart on screen: drawn, hovered, clicked, walked by the arrow keys
 *
 * The chart is laid out anew for the size it gets, with the interface's font
 * size as its unit; the geometry of the last drawing answers the pointer.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-chart-area.h"

#include "dz-text-scale.h"
#include "dz-theme.h"
#include "dz-tip.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define REFUSAL_MARGIN 20
#define LEAST_WIDTH 316 /* two beside each other in half a screen of 1366 */
#define INTERFACE_SIZE 14.0

struct _DzChartArea
{
  GtkWidget parent_instance;

  const DzChart *chart;
  DzSeries *series;
  gboolean grey;
  double scale;
  DzChartGeometry *geometry; /* (nullable) of the last drawing */
  DzChartView view;
};

enum
{
  MARK_ACTIVATED,
  MARK_MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DzChartArea, dz_chart_area, GTK_TYPE_WIDGET)

static void
make_style (DzChartArea  *self,
            DzChartStyle *style)
{
  dz_chart_style_init (style, self->grey ? DZ_CHART_PAPER_GREY
                              : dz_theme_is_dark () ? DZ_CHART_SCREEN_DARK : DZ_CHART_SCREEN_LIGHT,
                       INTERFACE_SIZE * 0.93 * dz_text_scale (GTK_WIDGET (self)) * self->scale);
  style->draws_title = TRUE;
  style->draws_background = FALSE;
  if (self->grey)
    style->margin = style->u;
}

/* Why nothing is drawn and what to do, as two lines; "" where something is. */
static char *
dup_refusal (DzChartArea *self)
{
  g_auto(DzChartRefusal) refusal = { 0 };

  if (dz_chart_can_draw (self->chart, self->series, &refusal))
    return g_strdup ("");

  return g_strdup_printf ("%s\n%s", refusal.what != NULL ? refusal.what : "", refusal.next != NULL ? refusal.next : "");
}

/* Under the chart's own title: several cards of a gallery may have nothing to draw. */
static PangoLayout *
lay_out_refusal (DzChartArea *self,
                 int          width)
{
  g_autofree char *words = dup_refusal (self);
  const char *title = self->series->title;
  g_autofree char *text = title != NULL ? g_strdup_printf ("%s\n%s", title, words) : g_strdup (words);
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_SEMIBOLD);
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);

  bold->end_index = title != NULL ? (guint) strlen (title) : 0;
  pango_attr_list_insert (attributes, bold);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_width (layout, MAX (width - 2 * REFUSAL_MARGIN, 1) * PANGO_SCALE);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);

  return layout;
}

static void
dz_chart_area_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  DzChartArea *self = DZ_CHART_AREA (widget);
  DzChartStyle style;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = LEAST_WIDTH;
      *natural = 560;
      return;
    }
  *minimum = *natural = 0;
  if (for_size <= 0) /* GTK asks what the least height could be, and does nothing with it */
    return;
  if (!dz_chart_area_can_draw_one (self->chart, self->series))
    {
      g_autoptr(PangoLayout) layout = lay_out_refusal (self, for_size);

      pango_layout_get_pixel_size (layout, NULL, minimum);
      *natural = *minimum += REFUSAL_MARGIN;
      return;
    }
  make_style (self, &style);
  *minimum = *natural = (int) ceil (dz_chart_get_natural_height (self->chart, self->series, &style, for_size));
}

static GtkSizeRequestMode
dz_chart_area_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
draw_refusal (DzChartArea *self,
              GtkSnapshot *snapshot,
              int          width,
              int          height)
{
  g_autoptr(PangoLayout) layout = lay_out_refusal (self, width);
  GdkRGBA colour;
  int w, h;

  pango_layout_get_pixel_size (layout, &w, &h);
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &colour);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (REFUSAL_MARGIN, (float) (height - h) / 2));
  gtk_snapshot_append_layout (snapshot, layout, &colour);
  gtk_snapshot_restore (snapshot);
}

static void
dz_chart_area_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  DzChartArea *self = DZ_CHART_AREA (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  DzRect rect = { 0, 0, width, height };
  DzChartStyle style;
  cairo_t *cr;

  g_clear_pointer (&self->geometry, dz_chart_geometry_unref);
  if (!dz_chart_area_can_draw_one (self->chart, self->series))
    {
      draw_refusal (self, snapshot, width, height);
      return;
    }
  make_style (self, &style);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  self->view.has_focus = self->view.has_focus && gtk_widget_has_focus (widget);
  self->geometry = dz_chart_draw (self->chart, self->series, &style, cr, &rect, &self->view);
  cairo_destroy (cr);
}

static int
get_index_at (DzChartArea *self,
              double       x,
              double       y)
{
  const DzChartMark *mark = self->geometry != NULL ? dz_chart_geometry_at (self->geometry, x, y) : NULL;

  return mark != NULL ? dz_chart_geometry_index (self->geometry, mark) : -1;
}

static gboolean
query_tooltip_cb (DzChartArea *self,
                  int          x,
                  int          y,
                  gboolean     keyboard,
                  GtkTooltip  *tooltip)
{
  int index = keyboard ? -1 : get_index_at (self, x, y);
  const DzChartMark *mark = index >= 0 ? dz_chart_area_get_mark (self, (guint) index) : NULL;
  g_autofree char *text = NULL;
  double top;

  if (mark == NULL || mark->spoken == NULL)
    return FALSE;
  text = mark->words != NULL && *mark->words != '\0'
           ? g_strdup_printf ("%s\n“%s”", mark->spoken, mark->words) : g_strdup (mark->spoken);
  top = MAX (mark->hit.y, y - DZ_TIP_REACH);
  dz_tip_set_words_at (tooltip, text, x, top, MIN (mark->hit.y + mark->hit.height, y + DZ_TIP_REACH) - top);

  return TRUE;
}

static void
pressed_cb (GtkGestureClick *click,
            int              n_press,
            double           x,
            double           y,
            DzChartArea     *self)
{
  int index = get_index_at (self, x, y);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (index < 0)
    return;
  self->view.selected_body = dz_chart_area_get_mark (self, (guint) index)->body_id;
  self->view.focus_mark = (guint) index;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[MARK_ACTIVATED], 0, (guint) index);
}

static gboolean
get_move (guint            key,
          GdkModifierType  state,
          DzChartMove     *move)
{
  switch (key)
    {
    case GDK_KEY_Up: *move = DZ_MOVE_UP; return TRUE;
    case GDK_KEY_Down: *move = DZ_MOVE_DOWN; return TRUE;
    case GDK_KEY_Left: *move = DZ_MOVE_LEFT; return TRUE;
    case GDK_KEY_Right: *move = DZ_MOVE_RIGHT; return TRUE;
    case GDK_KEY_Home: *move = DZ_MOVE_FIRST; return TRUE;
    case GDK_KEY_End: *move = DZ_MOVE_LAST; return TRUE;
    default: return FALSE;
    }
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                DzChartArea           *self)
{
  DzChartMove move;
  const DzChartMark *mark;
  int to;

  if (self->geometry == NULL || self->geometry->marks->len == 0)
    return FALSE;
  if ((key == GDK_KEY_Return || key == GDK_KEY_KP_Enter) && self->view.has_focus)
    {
      g_signal_emit (self, signals[MARK_ACTIVATED], 0, self->view.focus_mark);
      return TRUE;
    }
  if (!get_move (key, state, &move))
    return FALSE;
  to = self->view.has_focus ? dz_chart_geometry_move (self->geometry, (int) self->view.focus_mark, move) : 0;
  self->view.has_focus = TRUE;
  self->view.focus_mark = (guint) MAX (to, 0);
  mark = dz_chart_area_get_mark (self, self->view.focus_mark);
  if (mark != NULL)
    {
      self->view.selected_body = mark->body_id;
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      mark->spoken != NULL ? mark->spoken : "", -1);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[MARK_MOVED], 0, self->view.focus_mark);

  return TRUE;
}

static void
dz_chart_area_dispose (GObject *object)
{
  DzChartArea *self = DZ_CHART_AREA (object);

  g_clear_pointer (&self->geometry, dz_chart_geometry_unref);
  g_clear_pointer (&self->series, dz_series_unref);

  G_OBJECT_CLASS (dz_chart_area_parent_class)->dispose (object);
}

static void
dz_chart_area_class_init (DzChartAreaClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dz_chart_area_dispose;
  widget_class->measure = dz_chart_area_measure;
  widget_class->get_request_mode = dz_chart_area_get_request_mode;
  widget_class->snapshot = dz_chart_area_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "chart");

  signals[MARK_ACTIVATED] = g_signal_new ("mark-activated", DZ_TYPE_CHART_AREA, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[MARK_MOVED] = g_signal_new ("mark-moved", DZ_TYPE_CHART_AREA, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
dz_chart_area_init (DzChartArea *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->scale = 1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * dz_chart_area_can_draw_one:
 *
 * Returns: whether there is something to draw, for those who do not ask why not
 */
gboolean
dz_chart_area_can_draw_one (const DzChart *chart,
                            DzSeries      *series)
{
  g_auto(DzChartRefusal) refusal = { 0 };

  return dz_chart_can_draw (chart, series, &refusal);
}

/**
 * dz_chart_area_new:
 * @series: kept by reference
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
dz_chart_area_new (const DzChart *chart,
                   DzSeries      *series)
{
  DzChartArea *self = g_object_new (DZ_TYPE_CHART_AREA, NULL);
  g_autofree char *refusal = NULL;

  self->chart = chart;
  self->series = dz_series_ref (series);
  refusal = dup_refusal (self);
  if (*refusal != '\0')
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, refusal, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  series->title != NULL ? series->title : "", -1);

  return GTK_WIDGET (self);
}

/**
 * dz_chart_area_set_grey:
 * @grey: shown as a grey copier prints it
 */
void
dz_chart_area_set_grey (DzChartArea *self,
                        gboolean     grey)
{
  g_return_if_fail (DZ_IS_CHART_AREA (self));

  self->grey = grey;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * dz_chart_area_set_scale:
 * @scale: 1 for reading at the desk, larger for the meeting room
 */
void
dz_chart_area_set_scale (DzChartArea *self,
                         double       scale)
{
  g_return_if_fail (DZ_IS_CHART_AREA (self) && scale > 0);

  self->scale = scale;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * dz_chart_area_take_place:
 * @before: a chart that stood here; of the same kind, its chosen mark stays chosen
 */
void
dz_chart_area_take_place (DzChartArea *self,
                          DzChartArea *before)
{
  g_return_if_fail (DZ_IS_CHART_AREA (self) && DZ_IS_CHART_AREA (before));

  if (self->chart == before->chart)
    self->view = before->view;
}

const DzChart *
dz_chart_area_get_chart (DzChartArea *self)
{
  g_return_val_if_fail (DZ_IS_CHART_AREA (self), NULL);

  return self->chart;
}

DzSeries *
dz_chart_area_get_series (DzChartArea *self)
{
  g_return_val_if_fail (DZ_IS_CHART_AREA (self), NULL);

  return self->series;
}

/**
 * dz_chart_area_get_mark:
 *
 * Returns: (transfer none) (nullable): a mark of the last drawing, valid until the next
 */
const DzChartMark *
dz_chart_area_get_mark (DzChartArea *self,
                        guint        index)
{
  g_return_val_if_fail (DZ_IS_CHART_AREA (self), NULL);

  if (self->geometry == NULL || index >= self->geometry->marks->len)
    return NULL;

  return &g_array_index (self->geometry->marks, DzChartMark, index);
}
