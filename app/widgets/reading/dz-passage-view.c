/* dz-passage-view.c - a part of a report's own text, with what was found in it marked
 *
 * One PangoLayout holds the whole part. A text view could neither draw a
 * dotted underline nor write a name into the margin, and its height does not
 * follow its width, which the rows of the side by side view need.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-passage-view.h"

#include "dz-copy.h"
#include "dz-format.h"
#include "dz-passage-text.h"
#include "dz-text-scale.h"
#include "dz-strips.h"
#include "dz-theme.h"
#include "dz-tip.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

/* Pixels at 100 %. */
#define GUTTER (36 * self->scale) /* edge and vertical short name */
#define MARGIN (14 * self->scale)
#define TOP 4
#define FONT_SIZE (15 * self->scale)
#define LINE_HEIGHT 1.6
#define MOST_CHARACTERS 40 /* of a line */

struct _DzPassageView
{
  GtkWidget parent_instance;

  DzReport *report;
  DzCodebook *codebook;
  DzSpan span;
  DzPassageText *text;
  PangoLayout *layout;

  DzSpan highlight;
  const char *focus_code;
  const char *focus_indicator;
  int select_from; /* shown bytes, -1: nothing selected */
  int select_to;
  gboolean dragged;
  double scale; /* of text */
};

enum
{
  FIGURE_CLICKED,
  WEAKNESS_CLICKED,
  SELECTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DzPassageView, dz_passage_view, GTK_TYPE_WIDGET)

static void
make_layout (DzPassageView *self)
{
  PangoFontDescription *font = pango_font_description_new ();
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();

  g_clear_object (&self->layout);
  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->text->shown->str);
  pango_font_description_set_absolute_size (font, FONT_SIZE * PANGO_SCALE);
  pango_layout_set_font_description (self->layout, font);
  pango_font_description_free (font);
  pango_attr_list_insert (attributes, pango_attr_line_height_new (LINE_HEIGHT * 0.69));
  pango_attr_list_insert (attributes, pango_attr_language_new (pango_language_from_string ("zh-cn")));
  pango_layout_set_attributes (self->layout, attributes);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_indent (self->layout, (int) (2 * FONT_SIZE * PANGO_SCALE));
  pango_layout_set_spacing (self->layout, 0);
}

static int
text_width (DzPassageView *self,
            int            width)
{
  return (int) CLAMP (width - GUTTER - MARGIN, 60, MOST_CHARACTERS * FONT_SIZE);
}

/* How far a text that is narrower than its column stands in from the left: its margins grow, not its lines. */
static int
get_side (DzPassageView *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  return (int) MAX ((width - GUTTER - MARGIN - text_width (self, width)) / 2, 0);
}

static void
dz_passage_view_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  DzPassageView *self = DZ_PASSAGE_VIEW (widget);
  int height;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = (int) (240 * self->scale);
      *natural = (int) (360 * self->scale);
      return;
    }
  pango_layout_set_width (self->layout, text_width (self, for_size > 0 ? for_size : (int) (360 * self->scale)) * PANGO_SCALE);
  pango_layout_get_pixel_size (self->layout, NULL, &height);
  *minimum = *natural = height + 12;
}

static GtkSizeRequestMode
dz_passage_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* Rectangles of a range of shown bytes, one a line, in widget coordinates. */
static GArray *
get_rectangles (DzPassageView *self,
                int            start,
                int            end)
{
  GArray *rectangles = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
  PangoLayoutIter *iter = pango_layout_get_iter (self->layout);

  do
    {
      PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
      int from = MAX (start, line->start_index);
      int to = MIN (end, line->start_index + line->length);
      PangoRectangle logical;
      int *ranges;
      int n_ranges;

      if (from >= to)
        continue;
      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      pango_layout_line_get_x_ranges (line, from, to, &ranges, &n_ranges);
      for (int i = 0; i < n_ranges; i++)
        {
          graphene_rect_t rectangle = GRAPHENE_RECT_INIT (
            (float) GUTTER + (float) ranges[2 * i] / PANGO_SCALE, TOP + (float) logical.y / PANGO_SCALE,
            (float) (ranges[2 * i + 1] - ranges[2 * i]) / PANGO_SCALE,
            (float) logical.height / PANGO_SCALE);

          g_array_append_val (rectangles, rectangle);
        }
      g_free (ranges);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);

  return rectangles;
}

static const DzEntry *
get_code (DzPassageView *self,
          const DzPassageMark    *mark)
{
  const DzWeakness *weakness = &g_array_index (self->report->weaknesses, DzWeakness, mark->index);

  return dz_codebook_find (self->codebook, DZ_ENTRY_WEAKNESS, weakness->code);
}

static void
fill_range (DzPassageView *self,
            GtkSnapshot   *snapshot,
            int            start,
            int            end,
            const GdkRGBA *colour)
{
  g_autoptr(GArray) rectangles = get_rectangles (self, start, end);

  for (guint i = 0; i < rectangles->len; i++)
    gtk_snapshot_append_color (snapshot, colour, &g_array_index (rectangles, graphene_rect_t, i));
}

static void
draw_bar (DzPassageView *self,
          GtkSnapshot   *snapshot,
          const GdkRGBA *colour,
          double         left,
          double         top,
          double         bottom)
{
  gtk_snapshot_append_color (snapshot, colour,
                             &GRAPHENE_RECT_INIT ((float) (left * self->scale), (float) top + 2, 3 * (float) self->scale,
                                                  (float) (bottom - top) - 4));
}

/* The short name set vertically beside the sentence; the theme's name where there is no room. */
static void
draw_margin (DzPassageView        *self,
             GtkSnapshot          *snapshot,
             const DzEntry        *entry,
             const DzThemePaint *colours,
             double                top,
             double                bottom)
{
  const char *name = entry != NULL ? (entry->short_name != NULL ? entry->short_name : entry->name) : "?";
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  g_autoptr(GString) column = g_string_new (NULL);
  PangoFontDescription *font = pango_font_description_new ();
  guint room = (guint) MAX ((bottom - top) / FONT_SIZE, 2);
  guint n = 0;

  if (entry != NULL && (glong) room < g_utf8_strlen (name, -1))
    {
      g_autofree char *theme_id = g_strconcat ("w:", entry->theme, NULL);
      const char *theme = dz_codebook_short_name (self->codebook, DZ_ENTRY_THEME, theme_id);

      if (theme != NULL && !g_str_equal (theme, theme_id))
        name = theme;
    }
  for (const char *p = name; *p != '\0' && n < room; p = g_utf8_next_char (p), n++)
    {
      g_string_append_len (column, p, g_utf8_next_char (p) - p);
      g_string_append_c (column, '\n');
    }
  pango_font_description_set_absolute_size (font, 12.5 * self->scale * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, column->str, -1);
  pango_layout_set_line_spacing (layout, room == 2 ? 0.68f : 0.82f); /* two are to fit beside one line */
  draw_bar (self, snapshot, &colours->solid, 8, top, bottom);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) MARGIN, (float) (top - (room == 2 ? 2.5 * self->scale : 0))));
  gtk_snapshot_append_layout (snapshot, layout, &colours->label);
  gtk_snapshot_restore (snapshot);
}

static gboolean
is_dimmed (DzPassageView *self,
           const DzPassageMark    *mark)
{
  const DzWeakness *weakness = &g_array_index (self->report->weaknesses, DzWeakness, mark->index);

  return self->focus_indicator != NULL || (self->focus_code != NULL && weakness->code != self->focus_code);
}

static void
get_paint (DzPassageView       *self,
           const DzPassageMark *mark,
           gboolean             dark,
           DzThemePaint        *colours)
{
  const DzEntry *entry = get_code (self, mark);

  dz_theme_get_paint (entry != NULL ? entry->theme : NULL, dark, colours);
  if (is_dimmed (self, mark))
    colours->tint.alpha = 0.35f;
}

/* @strips: (element-type DzCodeStrip): each beside all of its lines */
static void
draw_strips (DzPassageView *self,
             GtkSnapshot   *snapshot,
             GArray        *strips,
             gboolean       dark)
{
  dz_strips_share (strips, 20 * self->scale);
  for (guint i = 0; i < strips->len; i++)
    {
      const DzCodeStrip *strip = &g_array_index (strips, DzCodeStrip, i);
      const DzPassageMark *mark = &g_array_index (self->text->marks, DzPassageMark, strip->index);
      DzThemePaint colours;

      get_paint (self, mark, dark, &colours);
      if (strip->aside)
        draw_bar (self, snapshot, &colours.solid, 3, strip->top, strip->bottom);
      else
        draw_margin (self, snapshot, get_code (self, mark), &colours, strip->top, strip->bottom);
    }
}

static void
draw_weaknesses (DzPassageView *self,
                 GtkSnapshot   *snapshot)
{
  gboolean dark = dz_theme_is_dark ();
  g_autoptr(GArray) strips = g_array_new (FALSE, FALSE, sizeof (DzCodeStrip));

  for (guint i = 0; i < self->text->marks->len; i++)
    {
      const DzPassageMark *mark = &g_array_index (self->text->marks, DzPassageMark, i);
      g_autoptr(GArray) rectangles = NULL;
      DzThemePaint colours;
      const graphene_rect_t *first, *last;
      DzCodeStrip strip = { .index = i };
      GdkRGBA wide;

      if (!mark->is_weakness)
        continue;
      get_paint (self, mark, dark, &colours);
      rectangles = get_rectangles (self, mark->wide_start, mark->wide_end);
      if (rectangles->len == 0)
        continue;
      wide = colours.tint;
      wide.alpha *= 0.5f;
      for (guint k = 0; k < rectangles->len; k++)
        gtk_snapshot_append_color (snapshot, &wide, &g_array_index (rectangles, graphene_rect_t, k));
      fill_range (self, snapshot, mark->start, mark->end, &colours.tint);
      first = &g_array_index (rectangles, graphene_rect_t, 0);
      last = &g_array_index (rectangles, graphene_rect_t, rectangles->len - 1);
      strip.top = first->origin.y;
      strip.bottom = last->origin.y + last->size.height;
      g_array_append_val (strips, strip);
    }
  draw_strips (self, snapshot, strips, dark);
}

static void
draw_figure (DzPassageView   *self,
             cairo_t         *cr,
             const DzFigure  *figure,
             const GArray    *rectangles,
             const GdkRGBA   *text,
             const GdkRGBA   *grey)
{
  static const double dots[] = { 2, 2.5 };
  gboolean assigned = figure->indicator != NULL && figure->set_aside == NULL;
  gboolean settled = figure->state == DZ_STATE_CONFIRMED || figure->state == DZ_STATE_CORRECTED;

  for (guint i = 0; i < rectangles->len; i++)
    {
      const graphene_rect_t *r = &g_array_index (rectangles, graphene_rect_t, i);
      double y = r->origin.y + r->size.height - 2.5;

      gdk_cairo_set_source_rgba (cr, assigned ? text : grey);
      cairo_set_line_width (cr, 1.4);
      cairo_set_dash (cr, dots, settled ? 0 : 2, 0);
      if (figure->state == DZ_STATE_REJECTED)
        y = r->origin.y + r->size.height / 2;
      cairo_move_to (cr, r->origin.x, y);
      cairo_line_to (cr, r->origin.x + r->size.width, y);
      cairo_stroke (cr);
    }
}

static void
draw_figures (DzPassageView *self,
              GtkSnapshot   *snapshot,
              const GdkRGBA *text)
{
  GdkRGBA grey = *text;
  cairo_t *cr = gtk_snapshot_append_cairo (
    snapshot, &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (GTK_WIDGET (self)),
                                   gtk_widget_get_height (GTK_WIDGET (self))));

  grey.alpha = 0.4f;
  for (guint i = 0; i < self->text->marks->len; i++)
    {
      const DzPassageMark *mark = &g_array_index (self->text->marks, DzPassageMark, i);
      g_autoptr(GArray) rectangles = NULL;

      if (mark->is_weakness)
        continue;
      rectangles = get_rectangles (self, mark->start, mark->end);
      draw_figure (self, cr, &g_array_index (self->report->figures, DzFigure, mark->index),
                   rectangles, text, &grey);
    }
  cairo_destroy (cr);
}

/* The figures of the indicator that was gone to. */
static void
fill_focus (DzPassageView *self,
            GtkSnapshot   *snapshot,
            const GdkRGBA *colour)
{
  for (guint i = 0; self->focus_indicator != NULL && i < self->text->marks->len; i++)
    {
      const DzPassageMark *mark = &g_array_index (self->text->marks, DzPassageMark, i);

      if (!mark->is_weakness &&
          g_array_index (self->report->figures, DzFigure, mark->index).indicator == self->focus_indicator)
        fill_range (self, snapshot, mark->start, mark->end, colour);
    }
}

static void
dz_passage_view_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  DzPassageView *self = DZ_PASSAGE_VIEW (widget);
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  GdkRGBA text, evidence, selection;

  gtk_style_context_get_color (style, &text);
  if (!gtk_style_context_lookup_color (style, "dz_evidence_mark", &evidence))
    gdk_rgba_parse (&evidence, "#ffe38a");
  if (!gtk_style_context_lookup_color (style, "accent_bg_color", &selection))
    gdk_rgba_parse (&selection, "#3584e4");
  selection.alpha = 0.3f;

  pango_layout_set_width (self->layout, text_width (self, gtk_widget_get_width (widget)) * PANGO_SCALE);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) get_side (self), 0));
  draw_weaknesses (self, snapshot);
  fill_focus (self, snapshot, &evidence);
  if (!dz_span_is_empty (self->highlight))
    fill_range (self, snapshot, dz_passage_text_find (self->text, self->highlight.start),
                dz_passage_text_find (self->text, self->highlight.end), &evidence);
  if (self->select_from >= 0 && self->select_to != self->select_from)
    fill_range (self, snapshot, MIN (self->select_from, self->select_to),
                MAX (self->select_from, self->select_to), &selection);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) GUTTER, TOP));
  gtk_snapshot_append_layout (snapshot, self->layout, &text);
  gtk_snapshot_restore (snapshot);
  draw_figures (self, snapshot, &text);
  gtk_snapshot_restore (snapshot);
}

static int
get_index_at (DzPassageView *self,
              double         x,
              double         y,
              gboolean       exact)
{
  int index, trailing;
  gboolean inside = pango_layout_xy_to_index (self->layout, (int) ((x - get_side (self) - GUTTER) * PANGO_SCALE),
                                              (int) ((y - TOP) * PANGO_SCALE), &index, &trailing);

  if (exact && !inside)
    return -1;
  if (!exact)
    while (trailing-- > 0 && index < (int) self->text->shown->len)
      index = (int) (g_utf8_next_char (self->text->shown->str + index) - self->text->shown->str);

  return index;
}

static char *
describe_mark (DzPassageView *self,
               const DzPassageMark    *mark)
{
  const DzFigure *figure;
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *value = NULL;

  if (mark->is_weakness)
    {
      const DzEntry *entry = get_code (self, mark);

      return g_strdup (entry != NULL ? entry->name : _("Declared, but fits no code"));
    }
  figure = &g_array_index (self->report->figures, DzFigure, mark->index);
  g_ascii_formatd (buffer, sizeof buffer, "%.10g", figure->value);
  value = g_strconcat (dz_format_bound_sign (figure->bound), buffer, NULL);
  if (figure->indicator == NULL || figure->set_aside != NULL)
    return g_strdup_printf (_("%s %s: belongs to no indicator"), value,
                            figure->unit != NULL ? figure->unit : "");

  return g_strdup_printf ("%s  %s %s",
                          dz_codebook_name (self->codebook, DZ_ENTRY_INDICATOR, figure->indicator),
                          value, figure->unit != NULL ? figure->unit : "");
}

static gboolean
query_tooltip_cb (DzPassageView *self,
                  int            x,
                  int            y,
                  gboolean       keyboard,
                  GtkTooltip    *tooltip)
{
  const DzPassageMark *mark = keyboard ? NULL : dz_passage_text_mark_at (self->text, get_index_at (self, x, y, TRUE));
  PangoRectangle place;
  g_autofree char *text = NULL;

  if (mark == NULL)
    return FALSE;
  text = describe_mark (self, mark);
  pango_layout_index_to_pos (self->layout, get_index_at (self, x, y, TRUE), &place);
  dz_tip_set_words_at (tooltip, text, x, TOP + PANGO_PIXELS (place.y), PANGO_PIXELS (place.height));

  return TRUE;
}

static void
tell_selection (DzPassageView *self)
{
  DzSpan span = dz_passage_view_get_selection (self);

  g_signal_emit (self, signals[SELECTED], 0, (guint64) span.start, (guint64) span.end);
}

static void
drag_begin_cb (DzPassageView *self,
               double         x,
               double         y)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->select_from = self->select_to = get_index_at (self, x, y, FALSE);
  self->dragged = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drag_update_cb (DzPassageView  *self,
                double          dx,
                double          dy,
                GtkGestureDrag *drag)
{
  double x, y;

  gtk_gesture_drag_get_start_point (drag, &x, &y);
  self->select_to = get_index_at (self, x + dx, y + dy, FALSE);
  self->dragged |= self->select_to != self->select_from;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drag_end_cb (DzPassageView  *self,
             double          dx,
             double          dy,
             GtkGestureDrag *drag)
{
  double x, y;
  const DzPassageMark *mark;

  if (self->dragged)
    {
      tell_selection (self);
      return;
    }
  self->select_from = self->select_to = -1;
  gtk_gesture_drag_get_start_point (drag, &x, &y);
  mark = dz_passage_text_mark_at (self->text, get_index_at (self, x, y, TRUE));
  if (mark != NULL)
    g_signal_emit (self, signals[mark->is_weakness ? WEAKNESS_CLICKED : FIGURE_CLICKED], 0,
                   mark->index);
  else
    tell_selection (self);
}

static void
copy_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DzPassageView *self = DZ_PASSAGE_VIEW (widget);
  DzSpan span = dz_passage_view_get_selection (self);
  g_autofree char *text = NULL;

  if (dz_span_is_empty (span))
    return;
  text = dz_copy_dup_passage (widget, self->report, span);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

static void
dz_passage_view_dispose (GObject *object)
{
  DzPassageView *self = DZ_PASSAGE_VIEW (object);

  g_clear_object (&self->layout);
  g_clear_pointer (&self->report, dz_report_unref);
  g_clear_pointer (&self->codebook, dz_codebook_unref);

  G_OBJECT_CLASS (dz_passage_view_parent_class)->dispose (object);
}

static void
dz_passage_view_finalize (GObject *object)
{
  DzPassageView *self = DZ_PASSAGE_VIEW (object);

  dz_passage_text_free (self->text);

  G_OBJECT_CLASS (dz_passage_view_parent_class)->finalize (object);
}

static void
dz_passage_view_class_init (DzPassageViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dz_passage_view_dispose;
  object_class->finalize = dz_passage_view_finalize;
  widget_class->measure = dz_passage_view_measure;
  widget_class->get_request_mode = dz_passage_view_get_request_mode;
  widget_class->snapshot = dz_passage_view_snapshot;

  signals[FIGURE_CLICKED] = g_signal_new ("figure-clicked", DZ_TYPE_PASSAGE_VIEW, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[WEAKNESS_CLICKED] = g_signal_new ("weakness-clicked", DZ_TYPE_PASSAGE_VIEW,
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                            G_TYPE_UINT);
  signals[SELECTED] = g_signal_new ("selected", DZ_TYPE_PASSAGE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT64, G_TYPE_UINT64);

  gtk_widget_class_install_action (widget_class, "passage.copy", NULL, copy_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "passage.copy",
                                       NULL);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DOCUMENT);
  gtk_widget_class_set_css_name (widget_class, "passage");
}

static void
dz_passage_view_init (DzPassageView *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->select_from = self->select_to = -1;
  self->scale = dz_text_scale (GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "text");
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

/**
 * dz_passage_view_new:
 * @span: what of the report's text to show
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
dz_passage_view_new (DzReport   *report,
                     DzCodebook *codebook,
                     DzSpan      span)
{
  DzPassageView *self = g_object_new (DZ_TYPE_PASSAGE_VIEW, NULL);

  self->report = dz_report_ref (report);
  self->codebook = dz_codebook_ref (codebook);
  self->span = span;
  self->text = dz_passage_text_new (report, span);
  make_layout (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->text->shown->str, -1);

  return GTK_WIDGET (self);
}

/**
 * dz_passage_view_set_report:
 * @report: a newer snapshot of the same report: the same text, perhaps other facts in it
 *
 * What is selected and highlighted stays.
 */
void
dz_passage_view_set_report (DzPassageView *self,
                            DzReport      *report)
{
  g_return_if_fail (DZ_IS_PASSAGE_VIEW (self) && report != NULL);

  if (self->report == report)
    return;
  dz_report_ref (report);
  dz_report_unref (self->report);
  self->report = report;
  dz_passage_text_mark (self->text, report);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

DzReport *
dz_passage_view_get_report (DzPassageView *self)
{
  g_return_val_if_fail (DZ_IS_PASSAGE_VIEW (self), NULL);

  return self->report;
}

DzSpan
dz_passage_view_get_span (DzPassageView *self)
{
  g_return_val_if_fail (DZ_IS_PASSAGE_VIEW (self), DZ_SPAN_NONE);

  return self->span;
}

/**
 * dz_passage_view_highlight:
 * @span: bytes of the report's text, empty: nothing
 */
void
dz_passage_view_highlight (DzPassageView *self,
                           DzSpan         span)
{
  g_return_if_fail (DZ_IS_PASSAGE_VIEW (self));

  self->highlight = dz_span_overlaps (span, self->span) ? span : DZ_SPAN_NONE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * dz_passage_view_set_focus_code:
 * @code: (nullable): interned: other codes are dimmed
 * @indicator: (nullable): interned: its figures are marked, all codes dimmed
 */
void
dz_passage_view_set_focus_code (DzPassageView *self,
                                const char    *code,
                                const char    *indicator)
{
  g_return_if_fail (DZ_IS_PASSAGE_VIEW (self));

  self->focus_code = code;
  self->focus_indicator = indicator;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * dz_passage_view_get_y:
 * @offset: byte of the report's text
 * @y: (out): where its line begins, in this widget
 *
 * Returns: %FALSE if @offset is not shown here
 */
gboolean
dz_passage_view_get_y (DzPassageView *self,
                       gsize          offset,
                       double        *y)
{
  PangoRectangle position;

  g_return_val_if_fail (DZ_IS_PASSAGE_VIEW (self), FALSE);

  if (offset < self->span.start || offset >= self->span.end)
    return FALSE;
  pango_layout_set_width (self->layout,
                          text_width (self, gtk_widget_get_width (GTK_WIDGET (self))) * PANGO_SCALE);
  pango_layout_index_to_pos (self->layout, dz_passage_text_find (self->text, offset), &position);
  *y = TOP + (double) position.y / PANGO_SCALE;

  return TRUE;
}

/**
 * dz_passage_view_get_offset:
 * @y: in this widget
 *
 * Returns: the byte of the report's text the line at @y begins with
 */
gsize
dz_passage_view_get_offset (DzPassageView *self,
                            double         y)
{
  int index;

  g_return_val_if_fail (DZ_IS_PASSAGE_VIEW (self), 0);

  pango_layout_set_width (self->layout,
                          text_width (self, gtk_widget_get_width (GTK_WIDGET (self))) * PANGO_SCALE);
  pango_layout_xy_to_index (self->layout, 0, (int) (MAX (y - TOP, 0) * PANGO_SCALE), &index, NULL);

  return g_array_index (self->text->places, guint32, CLAMP (index, 0, (int) self->text->places->len - 1));
}

/**
 * dz_passage_view_get_selection:
 *
 * Returns: the selected bytes of the report's text, empty if there are none
 */
DzSpan
dz_passage_view_get_selection (DzPassageView *self)
{
  int from, to;

  g_return_val_if_fail (DZ_IS_PASSAGE_VIEW (self), DZ_SPAN_NONE);

  if (self->select_from < 0 || self->select_from == self->select_to)
    return DZ_SPAN_NONE;
  from = MIN (self->select_from, self->select_to);
  to = MAX (self->select_from, self->select_to);

  return (DzSpan){ g_array_index (self->text->places, guint32, from),
                   g_array_index (self->text->places, guint32, to - 1) + 1 };
}

void
dz_passage_view_unselect (DzPassageView *self)
{
  g_return_if_fail (DZ_IS_PASSAGE_VIEW (self));

  self->select_from = self->select_to = -1;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
