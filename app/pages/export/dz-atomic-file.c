/* dz-atomic-file.c - a file written beside its name and moved into place at the end
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-atomic-file.h"

#include "dz-error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

void
dz_atomic_file_init (DzAtomicFile *self,
                     const char   *path)
{
  self->path = g_strdup (path);
  self->part = g_strconcat (path, ".part", NULL);
}

/* Moves the file into place. */
gboolean
dz_atomic_file_finish (DzAtomicFile *self,
                       GError      **error)
{
  if (g_rename (self->part, self->path) != 0)
    {
      int code = errno;

      g_set_error (error, DZ_ERROR, DZ_ERROR_IO, _("“%s” cannot be written: %s. Choose another folder."), self->path,
                   g_strerror (code));
      return FALSE;
    }
  g_clear_pointer (&self->part, g_free);

  return TRUE;
}

/* Removes what was not finished. */
void
dz_atomic_file_clear (DzAtomicFile *self)
{
  if (self->part != NULL)
    g_unlink (self->part);
  g_clear_pointer (&self->part, g_free);
  g_clear_pointer (&self->path, g_free);
}
