/* dz-child-folder.c - a folder for what another program reads and writes, gone after a kill too
 *
 * It lies under the user's runtime directory, for the user alone. A lock is held on it while it is in
 * use; whoever makes the next one removes those that nobody holds any more.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-child-folder.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define PREFIX "work-"

struct _DzChildFolder
{
  char *path;
  int lock;
};

/* Never through a link. */
static void
remove_tree (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        remove_tree (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

static int
take_lock (const char *path)
{
  int fd = open (path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);

  if (fd >= 0 && flock (fd, LOCK_EX | LOCK_NB) == 0)
    return fd;
  if (fd >= 0)
    close (fd);

  return -1;
}

/* What programs left that were killed. */
static void
sweep (const char *base)
{
  g_autoptr(GDir) dir = g_dir_open (base, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (base, name, NULL);
      GStatBuf info;
      int lock;

      if (!g_str_has_prefix (name, PREFIX) || g_lstat (path, &info) != 0 || !S_ISDIR (info.st_mode) ||
          info.st_uid != geteuid ())
        continue;
      lock = take_lock (path);
      if (lock < 0)
        continue;
      remove_tree (path);
      close (lock);
    }
}

/* A folder that is somebody else's, or open to others, is no place of our own. */
static gboolean
is_ours (const char *path)
{
  GStatBuf info;

  return g_lstat (path, &info) == 0 && S_ISDIR (info.st_mode) && info.st_uid == geteuid () &&
         (info.st_mode & 0077) == 0;
}

/**
 * dz_child_folder_new:
 *
 * Returns: (transfer full) (nullable): an empty folder for this user alone, to be given to
 *   dz_child_folder_free(); %NULL with @error set
 */
DzChildFolder *
dz_child_folder_new (GError **error)
{
  static GMutex one_at_a_time; /* between making a folder and locking it another thread might sweep it */
  g_autofree char *base = g_build_filename (g_get_user_runtime_dir (), "duizhao", NULL);
  g_autofree char *path = g_build_filename (base, PREFIX "XXXXXX", NULL);
  DzChildFolder *self = NULL;

  g_mutex_lock (&one_at_a_time);
  if (g_mkdir_with_parents (base, 0700) == 0 && is_ours (base))
    {
      sweep (base);
      if (g_mkdtemp_full (path, 0700) != NULL)
        self = g_new0 (DzChildFolder, 1);
    }
  if (self != NULL)
    {
      self->lock = take_lock (path);
      self->path = g_steal_pointer (&path);
    }
  else
    g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno), "%s: %s", base, g_strerror (errno));
  g_mutex_unlock (&one_at_a_time);

  return self;
}

const char *
dz_child_folder_get_path (DzChildFolder *self)
{
  return self->path;
}

/**
 * dz_child_folder_free:
 *
 * Removes the folder with all that is in it.
 */
void
dz_child_folder_free (DzChildFolder *self)
{
  if (self == NULL)
    return;

  remove_tree (self->path);
  if (self->lock >= 0)
    close (self->lock);
  g_free (self->path);
  g_free (self);
}
