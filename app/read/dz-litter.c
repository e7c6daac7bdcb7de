/* dz-litter.c - what systems and office programs leave among files
 *
 * One list for folders, archives and letters: locks, thumbnails, shortcuts, folders of systems,
 * and the program's own reviews.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-litter.h"

#include <string.h>

static gboolean
is_one_of (const char        *name,
           const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (g_ascii_strcasecmp (name, names[i]) == 0)
      return TRUE;

  return FALSE;
}

/**
 * dz_litter_is:
 * @path: a name, or a path with '/'
 *
 * Returns: whether it, or a folder it lies in, is nothing a person put there
 */
gboolean
dz_litter_is (const char *path)
{
  static const char *const folders[] = { "__MACOSX", "$RECYCLE.BIN", "System Volume Information", "@eaDir", NULL };
  static const char *const names[] = {
    "Thumbs.db", "ehthumbs.db", "ehthumbs_vista.db", "desktop.ini", "Icon\r", "Icon_", "smime.p7s", "winmail.dat", NULL,
  };
  static const char *const endings[] = {
    ".tmp", ".lnk", ".url", ".crdownload", ".part", ".duizhao", ".duizhao-wal", ".duizhao-shm", NULL,
  };
  g_auto(GStrv) steps = g_strsplit (path, "/", -1);

  for (guint i = 0; steps[i] != NULL; i++)
    {
      const char *name = steps[i];
      const char *dot = strrchr (name, '.');

      if (name[0] == '\0' || g_str_equal (name, ".") || g_str_equal (name, ".."))
        continue;
      if (name[0] == '.' || g_str_has_prefix (name, "~$") || is_one_of (name, folders))
        return TRUE;
      if (steps[i + 1] == NULL && (is_one_of (name, names) || (dot != NULL && is_one_of (dot, endings))))
        return TRUE;
    }

  return FALSE;
}
