/* test-page-image.c - a page as it looks has ink where the reader found words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-page-image.h"
#include "dz-pixbuf-paint.h"
#include "dz-read-pairs.h"

#include <string.h>

#define WIDTH 800

static GBytes *
get_bytes (const char *path)
{
  char *contents;
  gsize len;

  g_assert_true (g_file_get_contents (path, &contents, &len, NULL));

  return g_bytes_new_take (contents, len);
}

/* Pixels darker than half within a place of the page, in points. */
static guint
count_ink (const DzPageImage *image,
           const DzPart      *part)
{
  double scale = image->width / image->page_width;
  const guint32 *pixels = g_bytes_get_data (image->pixels, NULL);
  int left = MAX ((int) (part->x * scale), 0), right = MIN ((int) ((part->x + part->width) * scale), image->width);
  int top = MAX ((int) (part->y * scale), 0), bottom = MIN ((int) ((part->y + part->height) * scale), image->height);
  guint n = 0;

  for (int y = top; y < bottom; y++)
    for (int x = left; x < right; x++)
      n += (pixels[y * image->width + x] >> 8 & 0xff) < 128;

  return n;
}

/* Every paragraph the reader found on a page is drawn where it says. */
static void
check_places (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("DZ_TESTS"), "data", "read", "ofd", name, NULL);
  g_autoptr(GBytes) bytes = get_bytes (path);
  g_autoptr(DzSource) source = NULL;
  g_autoptr(DzText) text = dz_read_pairs_read (path, &source, NULL);
  g_autoptr(DzPageImage) image = NULL;
  guint page = 0, n = 0;
  gsize len;

  g_assert_nonnull (text);
  dz_text_peek (text, &len);
  for (gsize offset = 0; offset < len; offset = dz_text_get_line (text, offset).end + 1)
    {
      const DzPart *part;
      DzPlace place;

      g_assert_true (dz_text_locate (text, offset, &place));
      part = dz_text_get_part (text, place.part);
      if (part->kind == DZ_PART_NOTE || part->width <= 0)
        continue;
      if (part->page != page)
        {
          g_clear_pointer (&image, dz_page_image_free);
          image = dz_page_image_new (bytes, "ofd", part->page, WIDTH, NULL);
          g_assert_nonnull (image);
          page = part->page;
        }
      g_assert_cmpuint (count_ink (image, part), >, 20);
      n++;
    }
  g_assert_cmpuint (n, >, 2);
}

static void
test_ofd_places (void)
{
  check_places ("report.ofd");
}

/* Whatever a file says of itself, there is a page or a reason. */
static void
test_ofd_any_file (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("DZ_TESTS"), "data", "read", "ofd", NULL);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr(GBytes) bytes = NULL;

      if (!g_str_has_suffix (name, ".ofd"))
        continue;
      bytes = get_bytes (path);
      for (guint page = 0; page < 4; page++)
        {
          g_autoptr(GError) error = NULL;
          g_autoptr(DzPageImage) image = dz_page_image_new (bytes, "ofd", page, WIDTH, &error);

          g_assert_true ((image == NULL) == (error != NULL));
          g_assert_true (image == NULL || (image->width == WIDTH && image->n_pages >= page));
        }
      n++;
    }
  g_assert_cmpuint (n, >, 5);
}

/* White, one bit a pixel. */
static GBytes *
make_bitmap (guint side)
{
  GString *bitmap = g_string_new (NULL);
  gsize head;

  g_string_printf (bitmap, "P4\n%u %u\n", side, side);
  head = bitmap->len;
  g_string_set_size (bitmap, head + (gsize) ((side + 7) / 8) * side);
  memset (bitmap->str + head, 0, bitmap->len - head);

  return g_string_free_to_bytes (bitmap);
}

/* A picture of a small file may unpack to gigabytes: it is left away. */
static void
test_picture_too_large (void)
{
  g_autoptr(GBytes) small = make_bitmap (80);
  g_autoptr(GBytes) large = make_bitmap (10400);
  cairo_surface_t *surface = dz_pixbuf_paint_bytes (small, 40);

  if (surface == NULL)
    {
      g_test_skip ("bitmaps of this kind are not known here");
      return;
    }
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 40);
  cairo_surface_destroy (surface);
  g_assert_null (dz_pixbuf_paint_bytes (large, 40));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page-image/ofd/places", test_ofd_places);
  g_test_add_func ("/page-image/ofd/any-file", test_ofd_any_file);
  g_test_add_func ("/page-image/picture-too-large", test_picture_too_large);

  return g_test_run ();
}
