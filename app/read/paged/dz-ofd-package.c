/* dz-ofd-package.c - the members of an OFD and how they name each other
 *
 * A location is relative to the member that names it, or to the package if it
 * starts with "/"; some producers forget the slash or repeat the folder, so a
 * location that leads nowhere is tried from the package and by its tail.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-ofd-package.h"

#include "dz-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* "Doc_0/./Pages/../Res/a.xml" -> "Doc_0/Res/a.xml"; what climbs out stays at the top. */
static char *
tidy_path (const char *path)
{
  g_auto(GStrv) steps = g_strsplit_set (path, "/\\", -1);
  g_autoptr(GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; steps[i] != NULL; i++)
    {
      if (*steps[i] == '\0' || g_str_equal (steps[i], "."))
        continue;
      if (!g_str_equal (steps[i], ".."))
        g_ptr_array_add (kept, steps[i]);
      else if (kept->len > 0)
        g_ptr_array_set_size (kept, (int) kept->len - 1);
    }
  g_ptr_array_add (kept, NULL);

  return g_strjoinv ("/", (char **) kept->pdata);
}

static char *
find_by_tail (DzZip      *zip,
              const char *tail)
{
  gsize len = strlen (tail);

  for (guint i = 0; len > 0 && i < dz_zip_get_n_members (zip); i++)
    {
      const char *name = dz_zip_get_name (zip, i);
      gsize name_len = strlen (name);

      if (name_len > len && name[name_len - len - 1] == '/' &&
          g_ascii_strcasecmp (name + name_len - len, tail) == 0)
        return g_strdup (name);
    }

  return NULL;
}

/**
 * dz_ofd_resolve:
 * @from: the member that names @location
 *
 * Returns: (transfer full) (nullable): the member meant, or %NULL if there is none
 */
char *
dz_ofd_resolve (DzZip      *zip,
                const char *from,
                const char *location)
{
  const char *slash = strrchr (from, '/');
  g_autofree char *copy = g_strstrip (g_strdup (location));
  g_autofree char *folder = g_strndup (from, slash != NULL ? (gsize) (slash - from) : 0);
  g_autofree char *joined = g_strconcat (folder, "/", copy, NULL);
  g_autofree char *relative = tidy_path (joined);
  g_autofree char *absolute = tidy_path (copy);
  gboolean rooted = copy[0] == '/' || copy[0] == '\\';

  if (*absolute == '\0')
    return NULL;
  if (!rooted && dz_zip_has (zip, relative))
    return g_steal_pointer (&relative);
  if (dz_zip_has (zip, absolute))
    return g_steal_pointer (&absolute);
  if (dz_zip_has (zip, relative))
    return g_steal_pointer (&relative);

  return find_by_tail (zip, absolute);
}

static gboolean
is_encryption_list (const char *name)
{
  const char *slash = strrchr (name, '/');
  const char *base = slash != NULL ? slash + 1 : name;

  return g_ascii_strcasecmp (base, "Encryptions.xml") == 0 ||
         g_ascii_strcasecmp (base, "DecryptionSeed.dat") == 0 ||
         g_ascii_strcasecmp (base, "EntriesMap.dat") == 0 || g_str_has_suffix (base, ".esd");
}

/**
 * dz_ofd_is_encrypted:
 *
 * Returns: whether the package lists encrypted members (GM/T 0099)
 */
gboolean
dz_ofd_is_encrypted (DzZip *zip)
{
  for (guint i = 0; i < dz_zip_get_n_members (zip); i++)
    if (is_encryption_list (dz_zip_get_name (zip, i)))
      return TRUE;

  return FALSE;
}

/**
 * dz_ofd_get:
 *
 * Returns: (transfer full): the bytes of member @path
 */
GBytes *
dz_ofd_get (DzZip       *zip,
            const char  *path,
            GError     **error)
{
  if (path != NULL && dz_zip_has (zip, path))
    return dz_zip_get (zip, path, error);
  dz_set_error (error, DZ_ERROR_BROKEN,
                _("“%s” inside the file is missing. Ask for the file again."),
                path != NULL ? path : "OFD.xml");

  return NULL;
}

/**
 * dz_ofd_load:
 * @path: (nullable): the member
 *
 * Returns: (transfer full): member @path as a tree
 */
xmlDoc *
dz_ofd_load (DzZip       *zip,
             const char  *path,
             GError     **error)
{
  g_autoptr(GBytes) bytes = dz_ofd_get (zip, path, error);

  return bytes != NULL ? dz_xml_tree_parse (bytes, path, error) : NULL;
}
