/* dz-ocr.h - characters of a picture, by tesseract where it is installed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-layout.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* How the words can be had, for messages. */
#define DZ_OCR_PACKAGES "tesseract-ocr tesseract-ocr-chi-sim"

/* Seconds one page may take. */
#define DZ_OCR_SECONDS 90

/**
 * DzOcrPage:
 * @width: of the picture, in pixels; likewise @height
 * @glyphs: (element-type DzGlyph): places and sizes in pixels
 * @confidence: mean of the characters', 0 without any
 */
typedef struct
{
  double width, height;
  GArray *glyphs;
  double confidence;
} DzOcrPage;

gboolean   dz_ocr_is_available (void);
GPtrArray *dz_ocr_read         (GBytes        *picture,
                                GCancellable  *cancellable,
                                GError       **error);

G_END_DECLS
