/* dz-reader.h - file bytes become text: the table of formats
 *
 * One file per format, one row each (the table is made by meson from the lists
 * of the folders). A format is picked by content first, then by name.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-reader-kind.h"

G_BEGIN_DECLS

const DzReader        *dz_reader_by_name (const char    *name);
const DzReader        *dz_reader_pick    (GBytes        *bytes,
                                          const char    *name);
char                 **dz_reader_list_endings (void);
DzText                *dz_reader_read    (GBytes        *bytes,
                                          DzSource      *source,
                                          GCancellable  *cancellable,
                                          GError       **error);
DzText                *dz_reader_read_as (const DzReader  *self,
                                          GBytes          *bytes,
                                          DzSource        *source,
                                          GCancellable    *cancellable,
                                          GError         **error);

G_END_DECLS
