/* dz-page-pane.c - the page of the file beside the text that was read from it
 *
 * Shows the page a passage stands on, its place outlined, and lines recognised
 * with little confidence tinted. The page is drawn in a job; while another one
 * is under way the one there is stays.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-page-pane.h"

#include "dz-page-job.h"
#include "dz-text-scale.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define WIDTH 560       /* of the page */
#define LEAST_WIDTH 300 /* of the pane: beside it the text is to be read */
#define UNSURE 0.8    /* below it a line may be recognised wrongly */
#define PAUSE_MS 120
#define ROOM_ABOVE 90 /* px over the outlined place */

struct _DzPagePane
{
  AdwBin parent_instance;

  GtkLabel *title;          /* borrowed, like the widgets below */
  GtkLabel *trouble;
  GtkPicture *picture;
  GtkScrolledWindow *scroll;
  GtkStack *stack;

  DzReport *report;         /* (nullable) */
  DzSpan span;
  guint page;
  DzPageImage *image;       /* (nullable): of the page and report above */
  GCancellable *drawing;    /* (nullable) */
  DzSectionGrid *grid;      /* (nullable): what is read */
  guint pause;              /* what is in sight moved: its page follows in a moment */
};

G_DEFINE_FINAL_TYPE (DzPagePane, dz_page_pane, ADW_TYPE_BIN)

static void moved_cb (DzPagePane *self);

static const DzPart *
find_part (DzReport *report,
           gsize     offset)
{
  DzPlace place;

  return dz_text_locate (report->text, offset, &place) ? dz_text_get_part (report->text, place.part) : NULL;
}

static void
frame_part (cairo_t      *cr,
            const DzPart *part,
            double        scale)
{
  if (part->width <= 0)
    return;
  cairo_rectangle (cr, part->x * scale - 4, part->y * scale - 3, part->width * scale + 8, part->height * scale + 6);
  cairo_set_source_rgba (cr, 1, 0.89, 0.54, 0.28);
  cairo_fill_preserve (cr);
  cairo_set_source_rgb (cr, 0.75, 0.11, 0.16);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
}

/* Parts of the page from the beginning of the text to its end, each once. */
static void
mark_parts (DzPagePane *self,
            cairo_t    *cr,
            double      scale)
{
  const DzPart *before = NULL;
  gsize len;
  DzPlace place;

  dz_text_peek (self->report->text, &len);
  for (gsize offset = 0; offset < len; offset = dz_text_get_line (self->report->text, offset).end + 1)
    {
      DzSpan line = dz_text_get_line (self->report->text, offset);
      const DzPart *part =
        dz_text_locate (self->report->text, offset, &place) ? dz_text_get_part (self->report->text, place.part) : NULL;

      if (part == NULL || part == before || part->page != self->page)
        continue;
      before = part;
      if (part->confidence < UNSURE && part->width > 0)
        {
          cairo_rectangle (cr, part->x * scale, part->y * scale, part->width * scale, part->height * scale);
          cairo_set_source_rgba (cr, 0.85, 0.64, 0.08, 0.25);
          cairo_fill (cr);
        }
      if (!dz_span_is_empty (self->span) && dz_span_overlaps (line, self->span))
        frame_part (cr, part, scale);
    }
}

static void
show_image (DzPagePane *self)
{
  DzPageImage *image = self->image;
  gsize size = g_bytes_get_size (image->pixels);
  guchar *pixels = g_memdup2 (g_bytes_get_data (image->pixels, NULL), size);
  cairo_surface_t *surface =
    cairo_image_surface_create_for_data (pixels, CAIRO_FORMAT_ARGB32, image->width, image->height, image->width * 4);
  cairo_t *cr = cairo_create (surface);
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GdkTexture) texture = NULL;

  mark_parts (self, cr, image->width / image->page_width);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  bytes = g_bytes_new_take (pixels, size);
  texture = gdk_memory_texture_new (image->width, image->height, GDK_MEMORY_DEFAULT, bytes, (gsize) image->width * 4);
  gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (texture));
  gtk_stack_set_visible_child_name (self->stack, "page");
}

/* The outlined place into sight, once the picture has its size. */
static gboolean
scroll_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       unused)
{
  DzPagePane *self = DZ_PAGE_PANE (widget);
  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (self->scroll);
  const DzPart *part = self->report != NULL ? find_part (self->report, self->span.start) : NULL;

  if (part != NULL && self->image != NULL)
    gtk_adjustment_set_value (down, part->y * self->image->width / self->image->page_width - ROOM_ABOVE);

  return G_SOURCE_REMOVE;
}

static void
tell_title (DzPagePane *self)
{
  g_autofree char *name = self->report->source->path != NULL ? g_path_get_basename (self->report->source->path) : NULL;
  g_autofree char *title = NULL;

  if (self->image != NULL && self->image->n_pages > 0)
    title = g_strdup_printf (_("Page %u of %u · %s"), self->page, self->image->n_pages, name != NULL ? name : "");
  else
    title = g_strdup (name != NULL ? name : "");
  gtk_label_set_label (self->title, title);
}

static void
tell_trouble (DzPagePane *self,
              const char *text)
{
  gtk_label_set_label (self->trouble, text);
  gtk_stack_set_visible_child_name (self->stack, "trouble");
  tell_title (self);
}

static void
drawn_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(DzPagePane) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(DzPageImage) image = dz_page_draw_finish (result, &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->drawing || self->report == NULL)
    return;
  g_clear_object (&self->drawing);
  if (image == NULL)
    {
      tell_trouble (self, error->message);
      return;
    }
  self->image = g_steal_pointer (&image);
  tell_title (self);
  show_image (self);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
}

static void
call_off (DzPagePane *self)
{
  if (self->drawing != NULL)
    g_cancellable_cancel (self->drawing);
  g_clear_object (&self->drawing);
}

static void
draw (DzPagePane *self)
{
  call_off (self);
  g_clear_pointer (&self->image, dz_page_image_free);
  self->drawing = g_cancellable_new ();
  dz_page_draw_async (self->report->source, self->page,
                      (int) (WIDTH * dz_text_scale (GTK_WIDGET (self))) - 2 /* no bar across */, self->drawing,
                      drawn_cb, g_object_ref (self));
}

static void
dz_page_pane_dispose (GObject *object)
{
  DzPagePane *self = DZ_PAGE_PANE (object);

  call_off (self);
  g_clear_handle_id (&self->pause, g_source_remove);
  if (self->grid != NULL)
    g_signal_handlers_disconnect_by_func (self->grid, moved_cb, self);
  g_clear_object (&self->grid);
  g_clear_pointer (&self->report, dz_report_unref);
  g_clear_pointer (&self->image, dz_page_image_free);

  G_OBJECT_CLASS (dz_page_pane_parent_class)->dispose (object);
}

static void
dz_page_pane_class_init (DzPagePaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dz_page_pane_dispose;
}

static GtkWidget *
make_trouble (DzPagePane *self)
{
  GtkWidget *trouble = gtk_label_new (NULL);

  self->trouble = GTK_LABEL (trouble);
  gtk_label_set_wrap (self->trouble, TRUE);
  gtk_label_set_max_width_chars (self->trouble, 40);
  gtk_label_set_wrap_mode (self->trouble, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (self->trouble, TRUE);
  gtk_widget_set_valign (trouble, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (trouble, "dz-own-lines");

  return trouble;
}

static void
dz_page_pane_init (DzPagePane *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *picture = gtk_picture_new ();
  GtkWidget *scroll = gtk_scrolled_window_new ();
  GtkWidget *stack = gtk_stack_new ();

  self->title = GTK_LABEL (title);
  self->picture = GTK_PICTURE (picture);
  self->scroll = GTK_SCROLLED_WINDOW (scroll);
  self->stack = GTK_STACK (stack);
  gtk_label_set_xalign (self->title, 0);
  gtk_label_set_ellipsize (self->title, PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_add_css_class (title, "dz-column-head");
  gtk_picture_set_can_shrink (self->picture, FALSE);
  gtk_widget_set_halign (picture, GTK_ALIGN_START);
  gtk_widget_set_valign (picture, GTK_ALIGN_START);
  gtk_picture_set_alternative_text (self->picture, _("The page as it looks in the file"));
  gtk_scrolled_window_set_child (self->scroll, picture);
  gtk_scrolled_window_set_propagate_natural_width (self->scroll, TRUE);
  gtk_stack_add_named (self->stack, scroll, "page");
  gtk_stack_add_named (self->stack, make_trouble (self), "trouble");
  gtk_widget_set_vexpand (stack, TRUE);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), stack);
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "dz-divided");
  dz_text_scale_request (GTK_WIDGET (self), LEAST_WIDTH, -1);
}

/* @span: the passage whose page is shown and whose place is outlined */
static void
set_place (DzPagePane *self,
           DzReport   *report,
           DzSpan      span)
{
  const DzPart *part;
  gboolean same;

  part = find_part (report, span.start);
  same = self->report != NULL && self->report->id == report->id && self->page == (part != NULL ? part->page : 0);
  if (same && self->span.start == span.start && self->span.end == span.end)
    return;
  dz_report_ref (report);
  g_clear_pointer (&self->report, dz_report_unref);
  self->report = report;
  self->span = span;
  self->page = part != NULL ? part->page : 0;
  if (same && self->drawing != NULL)
    return;
  if (same && self->image != NULL)
    {
      show_image (self);
      gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
    }
  else if (self->page == 0)
    {
      call_off (self);
      g_clear_pointer (&self->image, dz_page_image_free);
      tell_trouble (self, _("This report came from a file without pages that could be shown."));
    }
  else
    draw (self);
}

static gboolean
place_cb (gpointer user_data)
{
  DzPagePane *self = user_data;
  DzSpan span;
  DzReport *report = dz_section_grid_get_seen (self->grid, &span);

  self->pause = 0;
  if (report != NULL)
    set_place (self, report, span);

  return G_SOURCE_REMOVE;
}

/* Reading on, or choosing a passage, turns the page. */
static void
moved_cb (DzPagePane *self)
{
  if (self->pause == 0)
    self->pause = g_timeout_add (PAUSE_MS, place_cb, self);
}

/**
 * dz_page_pane_follow:
 * @grid: (nullable): what is read; %NULL: nothing, the pane hides
 *
 * Shows the page of what is chosen there, or of the first line in sight.
 */
void
dz_page_pane_follow (DzPagePane    *self,
                     DzSectionGrid *grid)
{
  g_return_if_fail (DZ_IS_PAGE_PANE (self));

  gtk_widget_set_visible (GTK_WIDGET (self), grid != NULL);
  if (self->grid != grid)
    {
      if (self->grid != NULL)
        g_signal_handlers_disconnect_by_func (self->grid, moved_cb, self);
      g_set_object (&self->grid, grid);
      if (grid != NULL)
        g_signal_connect_object (grid, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
    }
  g_clear_handle_id (&self->pause, g_source_remove);
  if (grid != NULL)
    moved_cb (self);
}
