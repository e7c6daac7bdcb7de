/* dz-scan.h - a page that is a picture: turned upright, recognised, judged
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-layout.h"
#include "dz-picture.h"

G_BEGIN_DECLS

/**
 * DzScanPlace:
 * @x: left edge of the picture on the page, in points; likewise @y
 * @width: the picture's width on the page; 0: the picture is a page of its own
 */
typedef struct
{
  double x, y;
  double width;
} DzScanPlace;

typedef enum
{
  DZ_SCAN_READ,
  DZ_SCAN_BLANK,     /* nothing was seen on it */
  DZ_SCAN_UNREADABLE /* what was seen is no text */
} DzScanVerdict;

/**
 * DzScanner:
 * @quarters: how far the last page was turned: the next one lies the same way, most often
 */
typedef struct
{
  guint quarters;
} DzScanner;

gboolean dz_scan_add       (DzScanner          *self,
                            DzLayout           *layout,
                            const DzPicture    *picture,
                            const DzScanPlace  *place,
                            DzScanVerdict      *verdict,
                            GCancellable       *cancellable,
                            GError            **error);
gboolean dz_scan_add_file  (DzScanner          *self,
                            DzLayout           *layout,
                            GBytes             *file,
                            const DzScanPlace  *place,
                            DzScanVerdict      *verdict,
                            GCancellable       *cancellable,
                            GError            **error);

G_END_DECLS
