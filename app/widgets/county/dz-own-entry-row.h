/* dz-own-entry-row.h - a code, an indicator or cues of the county's own as a form
 *
 * Signals:
 *   changed (): something was entered
 *   removed (): it is to go
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-codebook.h"
#include "dz-own-words.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define DZ_TYPE_OWN_ENTRY_ROW (dz_own_entry_row_get_type ())
G_DECLARE_FINAL_TYPE (DzOwnEntryRow, dz_own_entry_row, DZ, OWN_ENTRY_ROW, AdwExpanderRow)

GtkWidget        *dz_own_entry_row_new       (DzCodebook       *codebook,
                                              DzOwnWords       *words);
const DzOwnWords *dz_own_entry_row_get_words (DzOwnEntryRow    *self);

G_END_DECLS
