/* dz-page-aside.h - a page drawn in a process of its own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-page-image.h"

#include <gio/gio.h>

G_BEGIN_DECLS

void         dz_page_aside_allow (void);
DzPageImage *dz_page_aside_new   (GBytes        *bytes,
                                  const char    *format,
                                  guint          page,
                                  int            width,
                                  GCancellable  *cancellable,
                                  GError       **error);

G_END_DECLS
