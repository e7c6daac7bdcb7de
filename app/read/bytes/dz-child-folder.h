/* dz-child-folder.h - a folder for what another program reads and writes, gone after a kill too
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _DzChildFolder DzChildFolder;

DzChildFolder *dz_child_folder_new      (GError        **error);
const char    *dz_child_folder_get_path (DzChildFolder  *self);
void           dz_child_folder_free     (DzChildFolder  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzChildFolder, dz_child_folder_free)

G_END_DECLS
