/* dz-reader-image.h - a photographed or scanned page by itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean dz_reader_image_is_small (GBytes *bytes);
gboolean dz_reader_image_is_page  (GBytes *bytes);

G_END_DECLS
