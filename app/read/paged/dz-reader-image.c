/* dz-reader-image.c - a photographed or scanned page by itself
 *
 * The picture goes to character recognition as it is; only its size is looked
 * at here, so that a picture that unpacks to gigabytes is not handed on.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE /* memmem */

#include "dz-reader-image.h"

#include "dz-limits.h"
#include "dz-ocr.h"
#include "dz-reader-kind.h"
#include "dz-scan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define TAIL 65536
#define MIN_SIDE 400 /* pixels: a line of a page scanned at 72 dpi; what is smaller is a sign, a stamp, a face */
#define MAX_SIDE 12000 /* pixels: more than A3 at 600 dpi */

static int
sniff_image (const guint8 *data,
             gsize         len,
             const char   *name)
{
  static const struct
  {
    const char *bytes;
    gsize len;
  } starts[] = {
    { "\x89PNG\r\n\x1a\n", 8 }, { "\xff\xd8\xff", 3 }, { "II*\0", 4 }, { "MM\0*", 4 },
    { "BM", 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    if (len > 64 && memcmp (data, starts[i].bytes, starts[i].len) == 0)
      return starts[i].len > 2 ? 90 : 15;

  return 0;
}

/* The mark a JPEG ends with. */
static gboolean
holds_end (const guint8 *data,
           gsize         len)
{
  for (gsize i = 0; i + 1 < len; i++)
    if (data[i] == 0xff && data[i + 1] == 0xd9)
      return TRUE;

  return FALSE;
}

static guint
big_endian (const guint8 *data,
            guint         n)
{
  guint value = 0;

  for (guint i = 0; i < n; i++)
    value = value << 8 | data[i];

  return value;
}

/* Sides of a PNG or JPEG; 0 where they are not found. */
static void
find_size (const guint8 *data,
           gsize         len,
           guint        *width,
           guint        *height)
{
  *width = *height = 0;
  if (len > 24 && data[0] == 0x89)
    {
      *width = big_endian (data + 16, 4);
      *height = big_endian (data + 20, 4);
      return;
    }
  if (data[0] != 0xff)
    return;
  for (gsize at = 2; at + 9 < len && data[at] == 0xff;)
    {
      guint8 marker = data[at + 1];

      if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc)
        {
          *height = big_endian (data + at + 5, 2);
          *width = big_endian (data + at + 7, 2);
          return;
        }
      at += 2 + MAX (big_endian (data + at + 2, 2), 2);
    }
}

/**
 * dz_reader_image_is_small:
 *
 * Returns: whether @bytes are a PNG or JPEG too small for a page
 */
gboolean
dz_reader_image_is_small (GBytes *bytes)
{
  gsize len;
  const guint8 *data = g_bytes_get_data (bytes, &len);
  guint width, height;

  if (sniff_image (data, len, NULL) == 0)
    return FALSE;
  find_size (data, len, &width, &height);

  return width > 0 && height > 0 && (width < MIN_SIDE || height < MIN_SIDE);
}

/**
 * dz_reader_image_is_page:
 *
 * Returns: whether @bytes are a picture as large as a page, whole as far as its end tells
 */
gboolean
dz_reader_image_is_page (GBytes *bytes)
{
  gsize len;
  const guint8 *data = g_bytes_get_data (bytes, &len);

  if (sniff_image (data, len, NULL) == 0 || dz_reader_image_is_small (bytes))
    return FALSE;
  if (data[0] != 0x89 && data[0] != 0xff) /* the other kinds are not looked into */
    return TRUE;

  /* programs write after the end, but not much */
  return data[0] == 0x89 ? memmem (data + len - MIN (len, TAIL), MIN (len, TAIL), "IEND", 4) != NULL
                         : holds_end (data + len - MIN (len, TAIL), MIN (len, TAIL));
}

static gboolean
check_picture (GBytes  *bytes,
               GError **error)
{
  gsize len;
  const guint8 *data = g_bytes_get_data (bytes, &len);
  guint width, height;

  if (!dz_limits_check_input (&dz_limits_default, len, error))
    return FALSE;
  find_size (data, len, &width, &height);
  if (width > MAX_SIDE || height > MAX_SIDE)
    {
      dz_set_error (error, DZ_ERROR_TOO_LARGE,
                    _("The picture is more than %u pixels wide or high. Scan the page at 300 dpi."),
                    MAX_SIDE);
      return FALSE;
    }
  if (!dz_ocr_is_available ())
    {
      dz_set_error (error, DZ_ERROR_NEEDS_PROGRAM,
                    _("This is a picture. Install the packages %s to read it by character recognition, or ask for the report as .docx."),
                    DZ_OCR_PACKAGES);
      return FALSE;
    }

  return TRUE;
}

static DzText *
read_image (GBytes        *bytes,
            DzSource      *source,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr(DzLayout) layout = dz_layout_new ();
  const DzScanPlace place = { 0, 0, 0 };
  DzScanner scanner = { 0 };
  DzScanVerdict verdict = DZ_SCAN_BLANK;

  if (!check_picture (bytes, error) ||
      !dz_scan_add_file (&scanner, layout, bytes, &place, &verdict, cancellable, error))
    return NULL;
  if (verdict == DZ_SCAN_READ)
    dz_layout_end_page (layout);
  else
    {
      dz_set_error (error, DZ_ERROR_EMPTY,
                    _("There is no text in the picture. Ask for the report as .docx."));
      return NULL;
    }
  dz_source_add_loss (source, DZ_LOSS_PAGES_OCR, 1, NULL);

  return dz_layout_finish (layout, source);
}

static const char *const extensions[] = { "png", "jpg", "jpeg", "tif", "tiff", "bmp", NULL };

const DzReader dz_reader_image = { "image", extensions, sniff_image, read_image, TRUE };
