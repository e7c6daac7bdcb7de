/* dz-own-entries.h - the county's own codes, indicators and cues, a form each
 *
 * Signals:
 *   changed (): dz_own_entries_get_xml() is another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-codebook.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define DZ_TYPE_OWN_ENTRIES (dz_own_entries_get_type ())
G_DECLARE_FINAL_TYPE (DzOwnEntries, dz_own_entries, DZ, OWN_ENTRIES, AdwPreferencesGroup)

GtkWidget  *dz_own_entries_new     (DzCodebook   *codebook);
void        dz_own_entries_set_xml (DzOwnEntries *self,
                                    const char   *xml);
const char *dz_own_entries_get_xml (DzOwnEntries *self);

G_END_DECLS
