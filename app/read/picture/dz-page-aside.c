/* dz-page-aside.c - a page drawn in a process of its own
 *
 * The page of a stranger's PDF may take a gigabyte to draw, and the window is not to hold it: who reads aside draws,
 * too, with the same bounds.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-page-aside.h"

#include "dz-aside-begin.h"
#include "dz-aside-letter.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define QUESTION "(sui)" /* format, page, width */
#define ANSWER "(biiddussay)" /* drawn, width, height, page's width and height, pages, code's name, message, pixels */
#define MOST_SIDE 4000
#define PIXEL 4

static GBytes *
pack (GVariant *value)
{
  g_autoptr(GVariant) sunk = g_variant_ref_sink (value);

  return g_variant_get_data_as_bytes (sunk);
}

/* Draws what was asked for. */
static GBytes *
answer (GBytes *question,
        GBytes *file)
{
  g_autoptr(GVariant) asked = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (QUESTION), question, FALSE));
  g_autoptr(DzPageImage) image = NULL;
  g_autoptr(GError) error = NULL;
  const char *format;
  guint32 page;
  gint32 width;

  g_variant_get (asked, "(&sui)", &format, &page, &width);
  image = dz_page_image_new (file, format, page, width, &error);
  if (image == NULL)
    return pack (g_variant_new ("(biiddus@s@ay)", FALSE, 0, 0, 0.0, 0.0, 0,
                                error->domain == DZ_ERROR ? dz_error_code_name (error->code) : "broken",
                                g_variant_new_string (error->message), g_variant_new_bytestring ("")));

  return pack (g_variant_new ("(biiddus@s@ay)", TRUE, image->width, image->height, image->page_width, image->page_height,
                              image->n_pages, "", g_variant_new_string (""),
                              g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, image->pixels, TRUE)));
}

/* The answer is a stranger's: its sizes must be those of its pixels. */
static DzPageImage *
take (GBytes  *letter,
      GError **error)
{
  g_autoptr(GVariant) answered = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (ANSWER), letter, FALSE));
  g_autoptr(DzPageImage) image = g_new0 (DzPageImage, 1);
  g_autoptr(GVariant) pixels = NULL;
  const char *code, *message;
  gboolean drawn;

  g_variant_get (answered, "(biiddu&s&s@ay)", &drawn, &image->width, &image->height, &image->page_width, &image->page_height,
                 &image->n_pages, &code, &message, &pixels);
  if (drawn && isfinite (image->page_width) && image->page_width > 0 && isfinite (image->page_height) && image->page_height > 0 &&
      image->width > 0 && image->height > 0 && image->width <= MOST_SIDE && image->height <= MOST_SIDE &&
      g_variant_get_size (pixels) == (gsize) image->width * (gsize) image->height * PIXEL)
    {
      image->pixels = g_variant_get_data_as_bytes (pixels);
      return g_steal_pointer (&image);
    }
  if (drawn || *message == '\0')
    dz_set_error (error, DZ_ERROR_BROKEN, "%s", _("The page cannot be drawn."));
  else
    dz_set_error (error, g_str_equal (code, dz_error_code_name (DZ_ERROR_NO_DATA)) ? DZ_ERROR_NO_DATA : DZ_ERROR_BROKEN, "%s", message);

  return NULL;
}

/* The process tells of files that could not be read; this one was, and only its page is not to be seen. */
static void
set_end_error (const GError  *end,
               GError       **error)
{
  if (g_error_matches (end, DZ_ERROR, DZ_ERROR_TOO_LARGE))
    dz_set_error (error, DZ_ERROR_TOO_LARGE, _("Drawing the page takes more than %u MB of memory. Open the file itself to see it."),
                  (guint) (DZ_ASIDE_MEMORY >> 20));
  else if (g_error_matches (end, DZ_ERROR, DZ_ERROR_TIMEOUT))
    dz_set_error (error, DZ_ERROR_TIMEOUT, _("Drawing the page takes too long. Open the file itself to see it."));
  else if (g_error_matches (end, DZ_ERROR, DZ_ERROR_BROKEN))
    dz_set_error (error, DZ_ERROR_BROKEN, "%s", _("The page cannot be drawn."));
  else
    g_propagate_error (error, g_error_copy (end));
}

/**
 * dz_page_aside_allow:
 *
 * For programs that show pages, before dz_aside_begin(): that they draw them aside.
 */
void
dz_page_aside_allow (void)
{
  dz_aside_set_other (answer);
}

/**
 * dz_page_aside_new:
 *
 * dz_page_image_new() in another process, where the program can be started once more.
 *
 * Returns: (transfer full): the page; %NULL with @error set if it cannot be drawn, or takes more than a page may
 */
DzPageImage *
dz_page_aside_new (GBytes        *bytes,
                   const char    *format,
                   guint          page,
                   int            width,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autoptr(GBytes) question = NULL;
  g_autoptr(GBytes) letter = NULL;
  g_autoptr(GError) end = NULL;

  if (!dz_aside_can_other ())
    return dz_page_image_new (bytes, format, page, width, error);
  question = pack (g_variant_new (QUESTION, format, page, width));
  letter = dz_aside_ask_other (question, bytes, cancellable, &end);
  if (letter != NULL)
    return take (letter, error);
  set_end_error (end, error);

  return NULL;
}
