/* dz-import-bar.h - how far an import has come, with a way to stop it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define DZ_TYPE_IMPORT_BAR (dz_import_bar_get_type ())
G_DECLARE_FINAL_TYPE (DzImportBar, dz_import_bar, DZ, IMPORT_BAR, AdwBin)

void dz_import_bar_begin  (DzImportBar  *self,
                           GCancellable *cancellable);
void dz_import_bar_update (DzImportBar  *self,
                           const char   *name,
                           guint         done,
                           guint         total);
void dz_import_bar_end    (DzImportBar  *self);
gboolean dz_import_bar_is_busy (DzImportBar *self);

G_END_DECLS
