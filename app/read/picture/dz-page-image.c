/* dz-page-image.c - a page of a file as it looks
 *
 * Drawn as wide as asked for and never larger than a screen shows, whatever
 * size the page says it has.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-page-image.h"

#include "dz-error.h"
#include "dz-ofd-sheet.h"
#include "dz-pixbuf-paint.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <poppler.h>
#include <string.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerDocument, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerPage, g_object_unref)

#define MAX_WIDTH 1600  /* pixels */
#define MAX_HEIGHT 4000
#define SCAN_DPI 300    /* what a picture without a page is taken to be scanned at, as it is when read */

/**
 * dz_page_image_can:
 * @format: (nullable): as the reader named it
 *
 * Returns: whether files of it have pages that can be drawn
 */
gboolean
dz_page_image_can (const char *format)
{
  return g_strcmp0 (format, "pdf") == 0 || g_strcmp0 (format, "ofd") == 0 || g_strcmp0 (format, "image") == 0;
}

void
dz_page_image_free (DzPageImage *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->pixels, g_bytes_unref);
  g_free (self);
}

static DzPageImage *
take_surface (cairo_surface_t *surface,
              double           page_width,
              double           page_height,
              guint            n_pages)
{
  DzPageImage *self = g_new0 (DzPageImage, 1);
  gsize row;
  guchar *pixels;

  cairo_surface_flush (surface);
  self->width = cairo_image_surface_get_width (surface);
  self->height = cairo_image_surface_get_height (surface);
  self->page_width = page_width;
  self->page_height = page_height;
  self->n_pages = n_pages;
  row = (gsize) self->width * 4;
  pixels = g_malloc (row * (gsize) self->height);
  for (int y = 0; y < self->height; y++)
    memcpy (pixels + (gsize) y * row,
            cairo_image_surface_get_data (surface) + (gsize) y * (gsize) cairo_image_surface_get_stride (surface), row);
  self->pixels = g_bytes_new_take (pixels, row * (gsize) self->height);

  return self;
}

/* A white sheet of this many pixels; @scale: (out): from points to them */
static cairo_surface_t *
new_sheet (double  page_width,
           double  page_height,
           int     width,
           double *scale)
{
  cairo_surface_t *surface;
  cairo_t *cr;

  *scale = MIN (CLAMP (width, 1, MAX_WIDTH) / page_width, MAX_HEIGHT / page_height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, MAX ((int) round (page_width * *scale), 1),
                                        MAX ((int) round (page_height * *scale), 1));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_destroy (cr);

  return surface;
}

static DzPageImage *
draw_pdf (GBytes  *bytes,
          guint    page_number,
          int      width,
          GError **error)
{
  g_autoptr(PopplerDocument) document = poppler_document_new_from_bytes (bytes, NULL, error);
  g_autoptr(PopplerPage) page = NULL;
  guint n = document != NULL ? (guint) MAX (poppler_document_get_n_pages (document), 0) : 0;
  cairo_surface_t *surface;
  cairo_t *cr;
  DzPageImage *image;
  double page_width, page_height, scale;

  if (document == NULL)
    return NULL;
  page = page_number >= 1 && page_number <= n ? poppler_document_get_page (document, (int) page_number - 1) : NULL;
  if (page == NULL)
    {
      dz_set_error (error, DZ_ERROR_NO_DATA, _("The file has no page %u."), page_number);
      return NULL;
    }
  poppler_page_get_size (page, &page_width, &page_height);
  page_width = MAX (page_width, 1);
  page_height = MAX (page_height, 1);
  surface = new_sheet (page_width, page_height, width, &scale);
  cr = cairo_create (surface);
  cairo_scale (cr, scale, scale);
  poppler_page_render (page, cr);
  cairo_destroy (cr);
  image = take_surface (surface, page_width, page_height, n);
  cairo_surface_destroy (surface);

  return image;
}

static void
prepare_cb (GdkPixbufLoader *loader,
            int              width,
            int              height,
            gpointer         user_data)
{
  int *sizes = user_data; /* wanted width; out: those of the file */
  double scale = MIN ((double) sizes[0] / MAX (width, 1), (double) MAX_HEIGHT / MAX (height, 1));

  sizes[1] = width;
  sizes[2] = height;
  gdk_pixbuf_loader_set_size (loader, MAX ((int) (width * scale), 1), MAX ((int) (height * scale), 1));
}

static DzPageImage *
draw_ofd (GBytes  *bytes,
          guint    page_number,
          int      width,
          GError **error)
{
  g_autoptr(DzOfdSheet) sheet = dz_ofd_sheet_new (bytes, page_number, error);
  cairo_surface_t *surface;
  cairo_t *cr;
  DzPageImage *image;
  double page_width, page_height, scale;

  if (sheet == NULL)
    return NULL;
  dz_ofd_sheet_get_size (sheet, &page_width, &page_height);
  surface = new_sheet (page_width, page_height, width, &scale);
  cr = cairo_create (surface);
  cairo_scale (cr, scale, scale);
  dz_ofd_sheet_draw (sheet, cr);
  cairo_destroy (cr);
  image = take_surface (surface, page_width, page_height, dz_ofd_sheet_get_n_pages (sheet));
  cairo_surface_destroy (surface);

  return image;
}

static DzPageImage *
draw_picture (GBytes  *bytes,
              int      width,
              GError **error)
{
  g_autoptr(GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  int sizes[3] = { CLAMP (width, 1, MAX_WIDTH), 1, 1 };
  GdkPixbuf *pixbuf;
  cairo_surface_t *surface;
  DzPageImage *image;
  gboolean written;

  g_signal_connect (loader, "size-prepared", G_CALLBACK (prepare_cb), sizes);
  written = gdk_pixbuf_loader_write_bytes (loader, bytes, error);
  if (!gdk_pixbuf_loader_close (loader, written ? error : NULL) || !written)
    return NULL;
  pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  if (pixbuf == NULL)
    {
      dz_set_error (error, DZ_ERROR_BROKEN, "%s", _("The picture cannot be drawn."));
      return NULL;
    }
  surface = dz_pixbuf_paint (pixbuf);
  image = take_surface (surface, sizes[1] * 72.0 / SCAN_DPI, sizes[2] * 72.0 / SCAN_DPI, 1);
  cairo_surface_destroy (surface);

  return image;
}

/**
 * dz_page_image_new:
 * @bytes: the file
 * @format: as the reader named it
 * @page: from 1
 * @width: pixels wanted
 *
 * Returns: (transfer full): the page; %NULL with @error set if it cannot be drawn
 */
DzPageImage *
dz_page_image_new (GBytes      *bytes,
                   const char  *format,
                   guint        page,
                   int          width,
                   GError     **error)
{
  g_return_val_if_fail (bytes != NULL && format != NULL, NULL);

  if (g_str_equal (format, "pdf"))
    return draw_pdf (bytes, page, width, error);
  if (g_str_equal (format, "ofd"))
    return draw_ofd (bytes, page, width, error);
  if (g_str_equal (format, "image"))
    return draw_picture (bytes, width, error);
  dz_set_error (error, DZ_ERROR_UNKNOWN_FORMAT, "%s", _("Pages of this kind of file cannot be drawn."));

  return NULL;
}
