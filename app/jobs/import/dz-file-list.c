/* dz-file-list.c - the files in a folder and below, in an order that never changes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-file-list.h"

#include "dz-litter.h"

#include <string.h>

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* @of_page: the folder was saved with a page, or lies in one that was */
static void
list_folder (const char *folder,
             guint       depth,
             gboolean    of_page,
             GPtrArray  *files,
             guint      *n_skipped)
{
  g_autoptr(GHashTable) all = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GDir) dir = depth < 32 ? g_dir_open (folder, 0, NULL) : NULL;
  g_autofree char *base = NULL;
  const char *name;

  if (dir == NULL)
    {
      g_ptr_array_add (files, g_strdup (folder)); /* told as unreadable */
      return;
    }
  base = depth > 0 ? g_path_get_basename (folder) : g_strdup (""); /* how the first is called says nothing */
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *place = g_build_filename (base, name, NULL);

      if (dz_litter_is (place))
        *n_skipped += 1;
      else
        g_ptr_array_add (names, g_strdup (name));
    }
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    g_hash_table_add (all, names->pdata[i]);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, g_ptr_array_index (names, i), NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        list_folder (path, depth + 1, of_page || dz_litter_is_page_folder (names->pdata[i], all), files, n_skipped);
      else if (of_page && !dz_litter_is_document (names->pdata[i]))
        *n_skipped += 1;
      else
        g_ptr_array_add (files, g_steal_pointer (&path));
    }
}

/**
 * dz_file_list_new:
 * @path: a file or a folder
 * @n_skipped: (out): what systems left in the folder and is not in the list
 *
 * Returns: (transfer full) (element-type filename): @path, or the files in it and below, in byte
 *   order of their names
 */
GPtrArray *
dz_file_list_new (const char *path,
                  guint      *n_skipped)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (path != NULL, files);

  *n_skipped = 0;
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    list_folder (path, 0, FALSE, files, n_skipped);
  else
    g_ptr_array_add (files, g_strdup (path));

  return files;
}
