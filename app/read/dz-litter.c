/* dz-litter.c - what systems and office programs leave among files
 *
 * One list for folders, archives and letters: locks, thumbnails, shortcuts, folders of systems,
 * and the program's own reviews.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-litter.h"

#include "dz-web-words.h"

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

/* How long the name of the page is beside which a browser keeps the folder (白杨镇_files); 0: it is no such folder. */
static gsize
page_name_length (const char *folder)
{
  static const char *const endings[] = { "_files", ".files", "_文件", ".文件", "-Dateien" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (folder, endings[i]))
      return strlen (folder) - strlen (endings[i]);

  return 0;
}

static gboolean
is_picture_of_page (const char *folder,
                    const char *ending)
{
  static const char *const pictures[] = { ".png", ".gif", ".jpg", ".jpeg", ".webp", ".svg", ".bmp", ".ico", NULL };

  return page_name_length (folder) > 0 && is_one_of (ending, pictures);
}

/**
 * dz_litter_is_document:
 *
 * Returns: whether the name is one of a document, which is none of what is shown around a page
 */
gboolean
dz_litter_is_document (const char *name)
{
  return dz_web_words_end (DZ_WEB_FILES, name);
}

/**
 * dz_litter_is_page_folder:
 * @folder: a path with '/'
 * @names: (element-type utf8 utf8): paths of what lies with it
 *
 * Returns: whether a browser or an office program made it beside a page that lies there: what is in it is the page's
 */
gboolean
dz_litter_is_page_folder (const char *folder,
                          GHashTable *names)
{
  static const char *const endings[] = { ".html", ".htm", ".xhtml", ".shtml", ".HTML", ".HTM" };
  gsize len = page_name_length (folder);
  g_autoptr(GString) page = g_string_new_len (folder, (gssize) len);

  for (guint i = 0; len > 0 && i < G_N_ELEMENTS (endings); i++)
    {
      g_string_truncate (page, len);
      g_string_append (page, endings[i]);
      if (g_hash_table_contains (names, page->str))
        return TRUE;
    }

  return FALSE;
}

/**
 * dz_litter_is_of_page:
 * @path: of a file, with '/'
 * @names: (nullable) (element-type utf8 utf8): paths of all files; %NULL: they are not known yet
 *
 * Returns: whether it lies, or may lie, in such a folder and is no document of its own: frames, scripts, what is shown around the page
 */
gboolean
dz_litter_is_of_page (const char *path,
                      GHashTable *names)
{
  g_autofree char *folder = g_strdup (path);
  char *slash;

  if (dz_litter_is_document (path))
    return FALSE;
  while ((slash = strrchr (folder, '/')) != NULL)
    {
      *slash = '\0';
      if (names == NULL ? page_name_length (folder) > 0 : dz_litter_is_page_folder (folder, names))
        return TRUE;
    }

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
    "Thumbs.db", "ehthumbs.db", "ehthumbs_vista.db", "desktop.ini", "Icon\r", "Icon_", "smime.p7s", NULL,
  };
  static const char *const endings[] = {
    ".tmp", ".lnk", ".url", ".crdownload", ".part", ".duizhao", ".duizhao-wal", ".duizhao-shm",
    /* what browsers save with a page, the last as they name what they are told is a program */
    ".css", ".js", ".woff", ".woff2", ".下载", ".download",
    /* what mail programs send with a letter of themselves */
    ".vcf", ".ics", NULL,
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
      if (steps[i + 1] == NULL && i > 0 && dot != NULL && is_picture_of_page (steps[i - 1], dot))
        return TRUE;
    }

  return FALSE;
}
