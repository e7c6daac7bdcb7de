/* dz-page-job.h - a page of a report's file drawn, if the file is still the one that was read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-page-image.h"
#include "dz-source.h"

#include <gio/gio.h>

G_BEGIN_DECLS

void         dz_page_draw_async  (const DzSource       *source,
                                  guint                 page,
                                  int                   width,
                                  GCancellable         *cancellable,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data);
DzPageImage *dz_page_draw_finish (GAsyncResult         *result,
                                  GError              **error);

G_END_DECLS
