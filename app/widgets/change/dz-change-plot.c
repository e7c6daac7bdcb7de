/* dz-change-plot.c - 数值变化: one indicator of all bodies, ring last year, dot this year
 *
 * 未报 is the hollow dash at the end of the track, never a zero. Two values in
 * one report are both drawn, red, and no line joins them with the other year.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-change-plot.h"

#include "dz-change-columns.h"
#include "dz-figure-draw.h"
#include "dz-spoken.h"
#include "dz-text-scale.h"
#include "dz-tip.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Pixels at 100 %. */
#define ROW_HEIGHT (23 * self->scale)

struct _DzChangePlot
{
  GtkWidget parent_instance;

  double scale; /* of text */

  GtkWidget *area;
  DzFigureChanges *changes;
  GArray *shown; /* guint: bodies of changes that have both reports */
  DzChangeColumns columns;
  guint measured_in; /* serial of the fonts they were measured in */
  double least;
  double most;
  int row;
  int hover;
  GtkAdjustment *down; /* (nullable): of the part it is scrolled in, while it is seen */
};

static guint row_activated;

G_DEFINE_FINAL_TYPE (DzChangePlot, dz_change_plot, GTK_TYPE_WIDGET)

static int
n_rows (DzChangePlot *self)
{
  return (int) self->shown->len;
}

static const DzFigureChange *
get_change (DzChangePlot *self,
            int           row)
{
  return dz_figure_changes_get_change (self->changes, g_array_index (self->shown, guint, row));
}

static void
widen (DzChangePlot *self,
       double        value)
{
  if (isnan (value))
    return;
  self->least = isnan (self->least) ? value : MIN (self->least, value);
  self->most = isnan (self->most) ? value : MAX (self->most, value);
}

/* Counts stand on a track from zero, rates on the stretch they take. */
static void
find_range (DzChangePlot *self)
{
  const DzEntry *entry = dz_figure_changes_get_entry (self->changes);

  self->least = self->most = NAN;
  for (int i = 0; i < n_rows (self); i++)
    {
      const DzFigureChange *change = get_change (self, i);

      widen (self, change->last.value);
      widen (self, change->last.second);
      widen (self, change->current.value);
      widen (self, change->current.second);
    }
  if (isnan (self->least))
    self->least = self->most = 0;
  if (g_strcmp0 (entry->kind, "rate") == 0)
    self->least = self->least >= 90 ? 90 : 0;
  else
    self->least = MIN (self->least, 0);
  if (self->most <= self->least)
    self->most = self->least + 1;
}

static double
get_x (DzChangePlot *self,
       double        value,
       double        width)
{
  return self->columns.name + 8 +
         dz_change_columns_place (&self->columns, width).track * (value - self->least) / (self->most - self->least);
}

typedef enum { RING, DOT, RED_RING } Sign;

static void
draw_sign (GtkWidget *area,
           cairo_t   *cr,
           double     x,
           double     y,
           Sign       sign)
{
  const char *names[] = { "dz_secondary", "accent_bg_color", "dz_error" };
  GdkRGBA colour;
  GdkRGBA ground;

  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (area), names[sign], &colour))
    gdk_rgba_parse (&colour, "#5f5f62");
  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (area), "view_bg_color", &ground))
    gdk_rgba_parse (&ground, "#ffffff");
  cairo_arc (cr, x, y, sign == DOT ? 6 : 5, 0, 2 * G_PI);
  gdk_cairo_set_source_rgba (cr, sign == DOT ? &colour : &ground);
  if (sign == RED_RING)
    cairo_new_path (cr), cairo_arc (cr, x, y, 5, 0, 2 * G_PI);
  else
    cairo_fill_preserve (cr);
  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_set_line_width (cr, 1.8);
  if (sign == DOT)
    cairo_new_path (cr);
  else
    cairo_stroke (cr);
}

static void
draw_dash (GtkWidget *area,
           cairo_t   *cr,
           double     x,
           double     y)
{
  GdkRGBA colour;

  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (area), "dz_secondary", &colour))
    gdk_rgba_parse (&colour, "#5f5f62");
  colour.alpha = 0.75f;
  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_set_line_width (cr, 1.5);
  cairo_arc (cr, x - 5, y, 4, G_PI / 2, 1.5 * G_PI);
  cairo_arc (cr, x + 5, y, 4, -G_PI / 2, G_PI / 2);
  cairo_close_path (cr);
  cairo_stroke (cr);
}

static void
draw_side (DzChangePlot       *self,
           cairo_t            *cr,
           const DzFigureCell *cell,
           double              y,
           double              width,
           Sign                sign)
{
  if (!dz_figure_cell_is_reported (cell) || isnan (cell->value))
    {
      draw_dash (self->area, cr, get_x (self, self->most, width) + 12, y);
      return;
    }
  if (dz_figure_cell_is_undecided (cell))
    sign = RED_RING;
  draw_sign (self->area, cr, get_x (self, cell->value, width), y, sign);
  if (!isnan (cell->second))
    draw_sign (self->area, cr, get_x (self, cell->second, width), y, RED_RING);
}

static void
draw_words (DzChangePlot         *self,
            DzFigurePen          *pen,
            const DzFigureChange *change,
            double                y,
            double                width)
{
  DzChangePlaces places = dz_change_columns_place (&self->columns, width);
  double x = places.values_x;
  g_autofree char *values = dz_change_dup_values (change);
  g_autofree char *difference = dz_change_dup_difference (change);
  g_autofree char *per_cent = dz_change_dup_per_cent (change);

  dz_figure_pen_text (pen, values, x, y, dz_change_is_undecided (change) ? self->columns.undecided : self->columns.values, ROW_HEIGHT,
                      dz_change_is_undecided (change) ? DZ_PEN_ERROR
                      : change->both                  ? DZ_PEN_TEXT
                                                      : DZ_PEN_SECONDARY,
                      0, FALSE);
  x += self->columns.values;
  if (difference != NULL && places.difference > 0)
    dz_figure_pen_text (pen, difference, x, y, places.difference, ROW_HEIGHT, DZ_PEN_TEXT, 1, FALSE);
  if (per_cent != NULL && places.per_cent > 0)
    dz_figure_pen_text (pen, per_cent, x + places.difference, y, places.per_cent, ROW_HEIGHT,
                        change->per_cent_about ? DZ_PEN_SECONDARY : DZ_PEN_TEXT, 1, FALSE);
}

static void
draw_line (DzChangePlot         *self,
           cairo_t              *cr,
           const DzFigureChange *change,
           double                y,
           double                width)
{
  GdkRGBA colour;

  if (!change->both ||
      !gtk_style_context_lookup_color (gtk_widget_get_style_context (self->area), "accent_bg_color", &colour))
    return;
  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_set_line_width (cr, 2.5);
  cairo_move_to (cr, get_x (self, change->last.value, width), y);
  cairo_line_to (cr, get_x (self, change->current.value, width), y);
  cairo_stroke (cr);
}

static void
draw_track (DzChangePlot         *self,
            cairo_t              *cr,
            DzFigurePen          *pen,
            const DzFigureChange *change,
            double                middle,
            double                width)
{
  dz_figure_pen_line (pen, get_x (self, self->least, width), floor (middle) + 0.5, get_x (self, self->most, width),
                      floor (middle) + 0.5);
  draw_line (self, cr, change, middle, width);
  draw_side (self, cr, &change->last, middle, width, RING);
  draw_side (self, cr, &change->current, middle, width, DOT);
}

/* Where the area begins in what is scrolled; 0 while it has no place. */
static double
get_top (DzChangePlot *self)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_VIEWPORT);
  graphene_rect_t bounds;

  return viewport != NULL && gtk_widget_compute_bounds (self->area, gtk_viewport_get_child (GTK_VIEWPORT (viewport)), &bounds)
           ? bounds.origin.y : 0;
}

/* The rows in sight: of 1,500 some ten. */
static void
find_seen (DzChangePlot *self,
           int          *first,
           int          *end)
{
  double top;

  *first = 0;
  *end = n_rows (self);
  if (self->down == NULL)
    return;
  top = gtk_adjustment_get_value (self->down) - get_top (self);
  *first = CLAMP ((int) floor (top / ROW_HEIGHT) - 1, 0, *end);
  *end = CLAMP ((int) ceil ((top + gtk_adjustment_get_page_size (self->down)) / ROW_HEIGHT) + 1, *first, *end);
}

static void
draw_cb (GtkDrawingArea *area,
         cairo_t        *cr,
         int             width,
         int             height,
         gpointer        user_data)
{
  DzChangePlot *self = user_data;
  g_autoptr(DzFigurePen) pen = dz_figure_pen_new (GTK_WIDGET (area), cr);
  int first, end;

  find_seen (self, &first, &end);
  for (int i = first; i < end; i++)
    {
      const DzFigureChange *change = get_change (self, i);
      double y = i * ROW_HEIGHT;
      double middle = y + ROW_HEIGHT / 2.0;

      if (i == self->row)
        dz_figure_pen_fill (pen, 0, y, width, ROW_HEIGHT, DZ_PEN_SELECTED);
      else if (i == self->hover)
        dz_figure_pen_fill (pen, 0, y, width, ROW_HEIGHT, DZ_PEN_HOVER);
      dz_figure_pen_text (pen, change->body->name, 0, y, self->columns.name - 8, ROW_HEIGHT, DZ_PEN_TEXT, 0, FALSE);
      if (dz_change_columns_place (&self->columns, width).track > 0)
        draw_track (self, cr, pen, change, middle, width);
      draw_words (self, pen, change, y, width);
    }
}

static char *
describe (DzChangePlot *self,
          int           row)
{
  const DzFigureChange *change = get_change (self, row);
  g_autofree char *values = dz_change_dup_values (change);
  g_autofree char *warning = dz_figure_change_dup_warning (change);

  return g_strdup_printf ("%s，%s，%s%s%s", change->body->name,
                          dz_figure_changes_get_entry (self->changes)->name, values, warning != NULL ? "\n" : "",
                          warning != NULL ? warning : "");
}

/* With what a narrow window leaves out. */
static char *
describe_whole (DzChangePlot *self,
                int           row)
{
  const DzFigureChange *change = get_change (self, row);
  g_autofree char *words = describe (self, row);
  g_autofree char *difference = dz_change_dup_difference (change);
  g_autofree char *per_cent = dz_change_dup_per_cent (change);

  return g_strdup_printf ("%s%s%s%s%s", words, difference != NULL ? "\n" : "", difference != NULL ? difference : "",
                          per_cent != NULL ? "　" : "", per_cent != NULL ? per_cent : "");
}

/* The area is called by its chosen row, which the arrows change. */
static void
speak (DzChangePlot *self)
{
  g_autofree char *words = NULL;

  if (self->row >= 0)
    words = describe (self, self->row);
  else if (self->changes != NULL)
    words = g_strdup_printf (_("%s: %d bodies; the arrow keys go from body to body"),
                             dz_figure_changes_get_entry (self->changes)->name, n_rows (self));
  dz_spoken_set_name (self->area, words != NULL ? words : "");
}

static void
move_to (DzChangePlot *self,
         int           row)
{
  if (n_rows (self) == 0)
    return;
  self->row = CLAMP (row, 0, n_rows (self) - 1);
  speak (self);
  gtk_widget_queue_draw (self->area);
}

static void
pressed_cb (GtkGestureClick *click,
            int              n_press,
            double           x,
            double           y,
            DzChangePlot    *self)
{
  int row = (int) (y / ROW_HEIGHT);

  gtk_widget_grab_focus (self->area);
  if (row < 0 || row >= n_rows (self))
    return;
  move_to (self, row);
  g_signal_emit (self, row_activated, 0, (int) g_array_index (self->shown, guint, row), n_press);
}

static void
move_by_key (DzChangePlot *self,
             int           row)
{
  double y;

  move_to (self, row);
  y = get_top (self) + self->row * ROW_HEIGHT;
  if (self->down != NULL && self->row >= 0)
    gtk_adjustment_clamp_page (self->down, y, y + ROW_HEIGHT);
  if (self->row >= 0)
    g_signal_emit (self, row_activated, 0, (int) g_array_index (self->shown, guint, self->row), 0);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                DzChangePlot          *self)
{
  switch (key)
    {
    case GDK_KEY_Up: move_by_key (self, self->row - 1); break;
    case GDK_KEY_Down: move_by_key (self, self->row + 1); break;
    case GDK_KEY_space:
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (self->row >= 0)
        g_signal_emit (self, row_activated, 0, (int) g_array_index (self->shown, guint, self->row),
                       key == GDK_KEY_space ? 1 : 2);
      break;
    default: return FALSE;
    }

  return TRUE;
}

static void
motion_cb (GtkEventControllerMotion *motion,
           double                    x,
           double                    y,
           DzChangePlot             *self)
{
  self->hover = (int) (y / ROW_HEIGHT);
  gtk_widget_queue_draw (self->area);
}

static void
leave_cb (GtkEventControllerMotion *motion,
          DzChangePlot             *self)
{
  self->hover = -1;
  gtk_widget_queue_draw (self->area);
}

static gboolean
tooltip_cb (GtkWidget    *area,
            int           x,
            int           y,
            gboolean      keyboard,
            GtkTooltip   *tooltip,
            DzChangePlot *self)
{
  g_autofree char *words = NULL;
  const DzFigureChange *change;
  int row = (int) floor (y / ROW_HEIGHT);

  /* GTK asks the widget whose tooltip is up for places outside of it, too */
  if (keyboard || row < 0 || row >= n_rows (self))
    return FALSE;
  change = get_change (self, row);
  words = describe_whole (self, row);
  if (change->current.note != NULL || change->last.note != NULL)
    {
      g_autofree char *plain = g_steal_pointer (&words);

      words = g_strdup_printf ("%s\n%s", plain,
                               change->current.note != NULL ? change->current.note : change->last.note);
    }
  dz_tip_set_words_at (tooltip, words, x, row * ROW_HEIGHT, ROW_HEIGHT);

  return TRUE;
}

static void
measure (DzChangePlot *self)
{
  self->measured_in = pango_context_get_serial (gtk_widget_get_pango_context (GTK_WIDGET (self)));
  dz_change_columns_measure (&self->columns, GTK_WIDGET (self), self->changes, self->shown);
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (self->area), (int) dz_change_columns_least (&self->columns));
}

/* Another font is wider. */
static void
dz_change_plot_css_changed (GtkWidget         *widget,
                            GtkCssStyleChange *change)
{
  DzChangePlot *self = DZ_CHANGE_PLOT (widget);

  GTK_WIDGET_CLASS (dz_change_plot_parent_class)->css_changed (widget, change);
  if (self->area != NULL && self->measured_in != pango_context_get_serial (gtk_widget_get_pango_context (widget)))
    measure (self);
}

static void
moved_cb (DzChangePlot *self)
{
  gtk_widget_queue_draw (self->area);
}

static void
dz_change_plot_map (GtkWidget *widget)
{
  DzChangePlot *self = DZ_CHANGE_PLOT (widget);
  GtkWidget *viewport = gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);

  if (viewport != NULL)
    {
      self->down = g_object_ref (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)));
      g_signal_connect_swapped (self->down, "value-changed", G_CALLBACK (moved_cb), self);
      g_signal_connect_swapped (self->down, "changed", G_CALLBACK (moved_cb), self);
    }
  GTK_WIDGET_CLASS (dz_change_plot_parent_class)->map (widget);
}

static void
leave_adjustment (DzChangePlot *self)
{
  if (self->down != NULL)
    g_signal_handlers_disconnect_by_data (self->down, self);
  g_clear_object (&self->down);
}

static void
dz_change_plot_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (dz_change_plot_parent_class)->unmap (widget);
  leave_adjustment (DZ_CHANGE_PLOT (widget));
}

static void
dz_change_plot_dispose (GObject *object)
{
  DzChangePlot *self = DZ_CHANGE_PLOT (object);

  leave_adjustment (self);

  g_clear_pointer (&self->area, gtk_widget_unparent);
  g_clear_object (&self->changes);
  g_clear_pointer (&self->shown, g_array_unref);

  G_OBJECT_CLASS (dz_change_plot_parent_class)->dispose (object);
}

static void
dz_change_plot_class_init (DzChangePlotClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dz_change_plot_dispose;
  GTK_WIDGET_CLASS (klass)->css_changed = dz_change_plot_css_changed;
  GTK_WIDGET_CLASS (klass)->map = dz_change_plot_map;
  GTK_WIDGET_CLASS (klass)->unmap = dz_change_plot_unmap;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  row_activated = g_signal_new ("row-activated", DZ_TYPE_CHANGE_PLOT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
}

static void
dz_change_plot_init (DzChangePlot *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->row = self->hover = -1;
  self->scale = dz_text_scale (GTK_WIDGET (self));
  self->shown = g_array_new (FALSE, FALSE, sizeof (guint));
  self->area = gtk_drawing_area_new ();
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->area), draw_cb, self, NULL);
  gtk_widget_set_focusable (self->area, TRUE);
  gtk_widget_set_has_tooltip (self->area, TRUE);
  g_signal_connect (self->area, "query-tooltip", G_CALLBACK (tooltip_cb), self);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (self->area, GTK_EVENT_CONTROLLER (click));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->area, keys);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (self->area, motion);
  gtk_widget_set_parent (self->area, GTK_WIDGET (self));
}

/**
 * dz_change_plot_set_changes:
 * @changes: (nullable): the indicator to show
 *
 * The chosen body stays chosen.
 */
void
dz_change_plot_set_changes (DzChangePlot    *self,
                            DzFigureChanges *changes)
{
  gint64 chosen;

  g_return_if_fail (DZ_IS_CHANGE_PLOT (self));

  chosen = self->row >= 0 && self->row < n_rows (self) ? get_change (self, self->row)->body->id : 0;
  g_set_object (&self->changes, changes);
  self->row = self->hover = -1;
  g_array_set_size (self->shown, 0);
  for (guint i = 0; changes != NULL && i < dz_figure_changes_get_n (changes); i++)
    if (dz_figure_changes_get_change (changes, i)->last.report != NULL &&
        dz_figure_changes_get_change (changes, i)->current.report != NULL)
      g_array_append_val (self->shown, i);
  for (int i = 0; i < n_rows (self); i++)
    if (get_change (self, i)->body->id == chosen)
      self->row = i;
  if (changes != NULL)
    find_range (self);
  measure (self);
  speak (self);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (self->area), (int) (n_rows (self) * ROW_HEIGHT));
  gtk_widget_queue_draw (self->area);
}
