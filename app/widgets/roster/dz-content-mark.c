/* dz-content-mark.c - the small round marks of the roster board, and the not-reported dash
 *
 * Filled tick: a section of its own; ring with tick: found elsewhere in the
 * text; cross: not found; dot: not asked. Shape and colour say the same, so
 * the marks survive a grey screen.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-content-mark.h"

#include "dz-text-scale.h"
#include "dz-tip.h"

#include <glib/gi18n-lib.h>

#define SIZE 22 /* px at 100 % */

struct _DzContentMarkWidget
{
  GtkWidget parent_instance;

  DzContentMark mark;
  gboolean dash;
  const char *words; /* (nullable) a translated literal */
};

G_DEFINE_FINAL_TYPE (DzContentMarkWidget, dz_content_mark, GTK_TYPE_WIDGET)

static GdkRGBA
get_colour (DzContentMarkWidget *self,
            const char          *name,
            const char          *fallback)
{
  GdkRGBA colour;

  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)), name, &colour))
    gdk_rgba_parse (&colour, fallback);

  return colour;
}

static void
draw_tick (cairo_t *cr)
{
  cairo_move_to (cr, -4, 0);
  cairo_line_to (cr, -1.2, 3);
  cairo_line_to (cr, 4, -3);
  cairo_stroke (cr);
}

static void
draw_disc (cairo_t       *cr,
           const GdkRGBA *fill)
{
  gdk_cairo_set_source_rgba (cr, fill);
  cairo_arc (cr, 0, 0, 10, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
draw_dash (cairo_t       *cr,
           const GdkRGBA *ink)
{
  cairo_set_line_width (cr, 1.5);
  gdk_cairo_set_source_rgba (cr, ink);
  cairo_new_sub_path (cr);
  cairo_arc (cr, -5.75, 0, 3.25, G_PI / 2, 3 * G_PI / 2);
  cairo_arc (cr, 5.75, 0, 3.25, -G_PI / 2, G_PI / 2);
  cairo_close_path (cr);
  cairo_stroke (cr);
}

static void
draw_mark (DzContentMarkWidget *self,
           cairo_t             *cr)
{
  GdkRGBA good = get_colour (self, "dz_good", "#1b7a3e");
  GdkRGBA good_tint = get_colour (self, "dz_good_tint", "#dcf3e3");
  GdkRGBA error = get_colour (self, "dz_error", "#c01c28");
  GdkRGBA error_tint = get_colour (self, "dz_error_tint", "#fbe3e4");
  GdkRGBA secondary = get_colour (self, "dz_secondary", "#5f5f62");

  cairo_set_line_width (cr, 1.8);
  switch (self->mark)
    {
    case DZ_CONTENT_OWN:
      draw_disc (cr, &good_tint);
      gdk_cairo_set_source_rgba (cr, &good);
      draw_tick (cr);
      break;

    case DZ_CONTENT_ELSEWHERE:
      gdk_cairo_set_source_rgba (cr, &good);
      cairo_arc (cr, 0, 0, 9.2, 0, 2 * G_PI);
      cairo_stroke (cr);
      draw_tick (cr);
      break;

    case DZ_CONTENT_ABSENT:
      draw_disc (cr, &error_tint);
      gdk_cairo_set_source_rgba (cr, &error);
      cairo_move_to (cr, -3, -3);
      cairo_line_to (cr, 3, 3);
      cairo_move_to (cr, 3, -3);
      cairo_line_to (cr, -3, 3);
      cairo_stroke (cr);
      break;

    case DZ_CONTENT_NOT_ASKED:
      gdk_cairo_set_source_rgba (cr, &secondary);
      cairo_arc (cr, 0, 0, 1.3, 0, 2 * G_PI);
      cairo_fill (cr);
      break;

    case DZ_CONTENT_UNKNOWN:
    default:
      break;
    }
}

static void
dz_content_mark_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  DzContentMarkWidget *self = DZ_CONTENT_MARK (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  GdkRGBA secondary = get_colour (self, "dz_secondary", "#5f5f62");

  cairo_translate (cr, width / 2.0, height / 2.0);
  cairo_scale (cr, dz_text_scale (widget), dz_text_scale (widget));
  secondary.alpha = 0.75f;
  if (self->dash)
    draw_dash (cr, &secondary);
  else
    draw_mark (self, cr);
  cairo_destroy (cr);
}

static void
dz_content_mark_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  *minimum = *natural = (int) (SIZE * dz_text_scale (widget));
}

static gboolean
dz_content_mark_query_tooltip (GtkWidget  *widget,
                               int         x,
                               int         y,
                               gboolean    keyboard,
                               GtkTooltip *tip)
{
  const char *words = DZ_CONTENT_MARK (widget)->words;

  if (words == NULL)
    return FALSE;
  dz_tip_set_words (tip, words);

  return TRUE;
}

static void
dz_content_mark_class_init (DzContentMarkWidgetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = dz_content_mark_snapshot;
  widget_class->measure = dz_content_mark_measure;
  widget_class->query_tooltip = dz_content_mark_query_tooltip;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
dz_content_mark_init (DzContentMarkWidget *self)
{
}

GtkWidget *
dz_content_mark_new (void)
{
  return g_object_new (DZ_TYPE_CONTENT_MARK, NULL);
}

static void
set_words (DzContentMarkWidget *self,
           const char          *words)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), words != NULL);
  self->words = words;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words != NULL ? words : "", -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
dz_content_mark_set (DzContentMarkWidget *self,
                     DzContentMark        mark)
{
  g_return_if_fail (DZ_IS_CONTENT_MARK (self));

  self->mark = mark;
  self->dash = FALSE;
  switch (mark)
    {
    case DZ_CONTENT_OWN: set_words (self, _("A section of its own")); break;
    case DZ_CONTENT_ELSEWHERE: set_words (self, _("Found elsewhere in the text")); break;
    case DZ_CONTENT_ABSENT: set_words (self, _("Not found")); break;
    case DZ_CONTENT_NOT_ASKED: set_words (self, _("Not asked of this kind of report")); break;
    case DZ_CONTENT_UNKNOWN:
    default: set_words (self, NULL); break;
    }
}

/**
 * dz_content_mark_get_words:
 *
 * Returns: (transfer none): what the mark says, "" if it says nothing
 */
const char *
dz_content_mark_get_words (DzContentMarkWidget *self)
{
  g_return_val_if_fail (DZ_IS_CONTENT_MARK (self), "");

  return self->words != NULL ? self->words : "";
}

/**
 * dz_content_mark_set_dash:
 *
 * Shows the hollow dash: not reported.
 */
void
dz_content_mark_set_dash (DzContentMarkWidget *self)
{
  g_return_if_fail (DZ_IS_CONTENT_MARK (self));

  self->dash = TRUE;
  set_words (self, _("Not reported"));
}
