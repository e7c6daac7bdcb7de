/* dz-input-file.c - the bytes of a file a person chose
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-input-file.h"

#include "dz-error.h"
#include "dz-limits.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/**
 * dz_input_file_read:
 *
 * Reads a whole file. A pipe or a device, which may never end, is not opened, nor what is larger than any report.
 *
 * Returns: (transfer full) (nullable): the bytes; %NULL with @error set
 */
GBytes *
dz_input_file_read (const char  *path,
                    GError     **error)
{
  g_autoptr(GError) inner = NULL;
  GStatBuf info;
  char *contents;
  gsize len;

  if (g_stat (path, &info) != 0)
    {
      dz_set_error (error, DZ_ERROR_IO, _("The file cannot be read: %s"),
                    g_strerror (errno));
      return NULL;
    }
  if (!S_ISREG (info.st_mode) && !S_ISDIR (info.st_mode))
    {
      dz_set_error (error, DZ_ERROR_IO, _("This is no file: a device or a pipe."));
      return NULL;
    }
  if (S_ISREG (info.st_mode) && !dz_limits_check_input (&dz_limits_default, (gsize) info.st_size, error))
    return NULL;
  if (!g_file_get_contents (path, &contents, &len, &inner))
    {
      dz_set_error (error, DZ_ERROR_IO, _("The file cannot be read: %s"), inner->message);
      return NULL;
    }

  return g_bytes_new_take (contents, len);
}
