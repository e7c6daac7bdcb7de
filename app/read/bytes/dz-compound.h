/* dz-compound.h - storages and streams of a compound file, in memory
 *
 * What Outlook keeps a letter in. Every place is checked against the file's
 * own size, so a cut or hostile one gives less, never something else.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _DzCompound DzCompound;

DzCompound *dz_compound_open          (GBytes     *bytes);
void        dz_compound_free          (DzCompound *self);
const char *dz_compound_get_name      (DzCompound *self,
                                       guint       entry);
GArray     *dz_compound_list          (DzCompound *self,
                                       guint       storage);
int         dz_compound_find          (DzCompound *self,
                                       guint       storage,
                                       const char *name);
GBytes     *dz_compound_read          (DzCompound *self,
                                       guint       entry);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzCompound, dz_compound_free)

G_END_DECLS
