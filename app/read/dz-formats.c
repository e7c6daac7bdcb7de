/* dz-formats.c - every format a report comes in, as meson gathered them from the lists of the folders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-formats.h"

#include "dz-readers.h"

#include <string.h>

/**
 * dz_formats_list:
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): all readers
 */
const DzReader *const *
dz_formats_list (guint *n)
{
  *n = G_N_ELEMENTS (dz_readers);

  return dz_readers;
}

/**
 * dz_formats_has_ending:
 * @name: (nullable): of a file
 *
 * Returns: whether @name ends as the files of @reader do
 */
gboolean
dz_formats_has_ending (const DzReader *reader,
                       const char     *name)
{
  const char *dot = name != NULL ? strrchr (name, '.') : NULL;

  if (dot == NULL)
    return FALSE;
  for (guint i = 0; reader->extensions[i] != NULL; i++)
    if (g_ascii_strcasecmp (dot + 1, reader->extensions[i]) == 0)
      return TRUE;

  return FALSE;
}
