/* dz-contents-row.h - a part of the briefing: whether it is printed, on which pages, and where it stands
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-briefing-options.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DZ_TYPE_CONTENTS_ROW (dz_contents_row_get_type ())

G_DECLARE_FINAL_TYPE (DzContentsRow, dz_contents_row, DZ, CONTENTS_ROW, GtkListBoxRow)

GtkWidget  *dz_contents_row_new    (const DzBriefingPart *part,
                                    const char           *pages,
                                    gboolean              first);
const char *dz_contents_row_get_id (DzContentsRow        *self);

G_END_DECLS
