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
 * DzOcrPlace:
 * @x: left edge of the picture on the page, in points; likewise @y
 * @width: the picture's width on the page; 0: the picture is a page of its own
 */
typedef struct
{
  double x, y;
  double width;
} DzOcrPlace;

gboolean dz_ocr_is_available (void);
gboolean dz_ocr_add_page     (DzLayout          *layout,
                              GBytes            *picture,
                              const DzOcrPlace  *place,
                              GCancellable      *cancellable,
                              GError           **error);

G_END_DECLS
