/* dz-reading-view.h - 对照阅读: two to six reports side by side
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-view.h"

G_BEGIN_DECLS

#define DZ_TYPE_READING_VIEW (dz_reading_view_get_type ())
G_DECLARE_FINAL_TYPE (DzReadingView, dz_reading_view, DZ, READING_VIEW, DzView)

void dz_reading_view_set_reports (DzReadingView *self,
                                  const gint64  *report_ids,
                                  guint          n_ids);
void dz_reading_view_bring_back  (DzReadingView *self);

G_END_DECLS
