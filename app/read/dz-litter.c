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

/* A picture in the folder a browser keeps beside a page it saved (白杨镇_files). */
static gboolean
is_of_page (const char *folder,
            const char *ending)
{
  static const char *const pictures[] = { ".png", ".gif", ".jpg", ".jpeg", ".webp", ".svg", ".bmp", ".ico", NULL };

  return (g_str_has_suffix (folder, "_files") || g_str_has_suffix (folder, ".files")) && is_one_of (ending, pictures);
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
    "Thumbs.db", "ehthumbs.db", "ehthumbs_vista.db", "desktop.ini", "Icon\r", "Icon_", "smime.p7s", NULL,
  };
  static const char *const endings[] = {
    ".tmp", ".lnk", ".url", ".crdownload", ".part", ".duizhao", ".duizhao-wal", ".duizhao-shm",
    /* what browsers save with a page, the last as they name what they are told is a program */
    ".css", ".js", ".woff", ".woff2", ".下载", ".download", NULL,
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
      if (steps[i + 1] == NULL && i > 0 && dot != NULL && is_of_page (steps[i - 1], dot))
        return TRUE;
    }

  return FALSE;
}
