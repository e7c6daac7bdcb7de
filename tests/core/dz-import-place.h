/* dz-import-place.h - a temporary folder for what is imported, and a review that is made in it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib/gstdio.h>

typedef struct
{
  char *folder;
  char *review;
} Place;

static inline void
remove_tree (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

static inline Place *
place_new (void)
{
  Place *self = g_new0 (Place, 1);

  self->folder = g_dir_make_tmp ("dz-import-XXXXXX", NULL);
  self->review = g_build_filename (self->folder, "a.duizhao", NULL);

  return self;
}

static inline void
place_free (Place *self)
{
  remove_tree (self->folder);
  g_free (self->folder);
  g_free (self->review);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Place, place_free)

static inline char *
write_file (Place      *place,
            const char *name,
            const char *contents,
            gssize      len)
{
  char *path = g_build_filename (place->folder, name, NULL);
  g_autofree char *folder = g_path_get_dirname (path);

  g_mkdir_with_parents (folder, 0755);
  g_assert_true (g_file_set_contents (path, contents, len, NULL));

  return path;
}
