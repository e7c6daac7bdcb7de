/* dz-chart-export.c - a chart as a file: SVG, PNG, PDF; same input, same bytes
 *
 * cairo dates a PDF by the clock: the date is set to a constant. It counts the surfaces of a process
 * in the ids of an SVG: they are numbered anew.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-chart-export.h"

#include "dz-error.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <math.h>
#include <string.h>

#define FIXED_DATE "2000-01-01T00:00:00Z"

/**
 * dz_chart_format_from_string:
 * @word: "svg", "png", "pdf"
 *
 * Returns: whether the word is a format
 */
gboolean
dz_chart_format_from_string (const char    *word,
                             DzChartFormat *format)
{
  static const char *const words[] = { "svg", "png", "pdf" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strcmp0 (word, words[i]) == 0)
      {
        *format = (DzChartFormat) i;
        return TRUE;
      }
  return FALSE;
}

static cairo_status_t
append_bytes (void                *closure,
              const unsigned char *data,
              unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
make_surface (DzChartFormat  format,
              const char    *title,
              double         width,
              double         height,
              GByteArray    *bytes)
{
  cairo_surface_t *surface;

  if (format == DZ_CHART_PNG)
    return cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (width), (int) ceil (height));
  if (format == DZ_CHART_SVG)
    return cairo_svg_surface_create_for_stream (append_bytes, bytes, width, height);
  surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes, width, height);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, FIXED_DATE);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, FIXED_DATE);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  return surface;
}

/* surface17 -> surface1, in the order they occur. */
static GBytes *
renumber_surfaces (GByteArray *bytes)
{
  static const char word[] = "surface";
  g_autoptr(GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GString *out = g_string_sized_new (bytes->len);
  const char *data = (const char *) bytes->data, *end = data + bytes->len;

  for (const char *p = data; p < end;)
    {
      const char *digits = p + strlen (word), *stop = digits;
      g_autofree char *id = NULL;

      if ((gsize) (end - p) <= strlen (word) || strncmp (p, word, strlen (word)) != 0)
        {
          g_string_append_c (out, *p++);
          continue;
        }
      while (stop < end && g_ascii_isdigit (*stop))
        stop++;
      id = g_strndup (digits, (gsize) (stop - digits));
      if (!g_hash_table_contains (numbers, id))
        g_hash_table_insert (numbers, g_strdup (id),
                             GUINT_TO_POINTER (g_hash_table_size (numbers) + 1));
      g_string_append (out, word);
      if (stop > digits)
        g_string_append_printf (out, "%u", GPOINTER_TO_UINT (g_hash_table_lookup (numbers, id)));
      p = stop;
    }
  return g_string_free_to_bytes (out);
}

/* A picture has whole pixels: the ground reaches to its edge. */
static void
paint_ground (const DzChartStyle *style,
              cairo_t            *cr)
{
  cairo_set_source_rgb (cr, style->background.red, style->background.green, style->background.blue);
  cairo_paint (cr);
}

/* The names of the bodies that were really drawn, each once, for who hears or searches the file. */
static void
add_names (GPtrArray       *names,
           DzSeries        *series,
           DzChartGeometry *geometry)
{
  for (guint i = 0; i < geometry->marks->len; i++)
    {
      const DzChartMark *mark = &g_array_index (geometry->marks, DzChartMark, i);
      const char *name = mark->row >= 0 ? dz_series_get_row (series, (guint) mark->row)->name : NULL;

      if (name != NULL && !g_ptr_array_find (names, name, NULL))
        g_ptr_array_add (names, (gpointer) name);
    }
}

/* One page under another where the format has no pages. */
static void
draw_pages (const DzChart      *chart,
            DzSeries           *series,
            const DzChartStyle *style,
            cairo_t            *cr,
            DzRect              rect,
            guint               n,
            gboolean            paged,
            GPtrArray          *names)
{
  for (guint page = 0; page < n; page++)
    {
      DzChartView view = { .page = page };
      g_autoptr(DzChartGeometry) geometry = NULL;

      if (paged || page == 0)
        paint_ground (style, cr);
      geometry = dz_chart_draw (chart, series, style, cr, &rect, &view);
      add_names (names, series, geometry);
      if (paged)
        cairo_show_page (cr);
      else
        rect.y += rect.height;
    }
}

/* cairo writes letters as outlines: title and names of an SVG are told in words besides. */
static GBytes *
describe (GBytes    *svg,
          DzSeries  *series,
          GPtrArray *names)
{
  gsize len;
  const char *data = g_bytes_get_data (svg, &len);
  const char *root = g_strstr_len (data, (gssize) len, "<svg");
  const char *inside = root != NULL ? memchr (root, '>', (gsize) (data + len - root)) : NULL;
  g_autofree char *joined = NULL;
  g_autofree char *words = NULL;
  GString *out;

  if (inside == NULL)
    return svg;
  g_ptr_array_add (names, NULL);
  joined = g_strjoinv ("、", (char **) names->pdata);
  words = g_markup_printf_escaped ("\n<title>%s</title>\n<desc>%s</desc>", series->title, joined);
  out = g_string_new_len (data, inside + 1 - data);
  g_string_append (out, words);
  g_string_append_len (out, inside + 1, data + len - inside - 1);
  g_bytes_unref (svg);

  return g_string_free_to_bytes (out);
}

/**
 * dz_chart_export:
 * @style: its background is drawn
 * @width, @height: in the units of the style; 0 for @height: the natural one
 * @error: return location
 *
 * A PDF has as many pages as the chart needs; in the other formats they stand one under another.
 *
 * Returns: (transfer full): the bytes of the file, or %NULL with @error set
 */
GBytes *
dz_chart_export (const DzChart      *chart,
                 DzSeries           *series,
                 const DzChartStyle *style,
                 double              width,
                 double              height,
                 DzChartFormat       format,
                 GError            **error)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  DzChartStyle painted = *style;
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  gboolean paged = format == DZ_CHART_PDF;
  guint n;

  if (height <= 0)
    height = dz_chart_get_natural_height (chart, series, style, width);
  n = MAX (1, dz_chart_count_pages (chart, series, style, width, height));
  painted.draws_background = TRUE;
  surface = make_surface (format, series->title, width, paged ? height : n * ceil (height), bytes);
  cr = cairo_create (surface);
  draw_pages (chart, series, &painted, cr, (DzRect) { 0, 0, width, ceil (height) }, n, paged, names);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS && format == DZ_CHART_PNG)
    status = cairo_surface_write_to_png_stream (surface, append_bytes, bytes);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, DZ_ERROR, DZ_ERROR_IO, "The chart could not be drawn: %s",
                   cairo_status_to_string (status));
      return NULL;
    }
  if (format == DZ_CHART_SVG)
    return describe (renumber_surfaces (bytes), series, names);
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
