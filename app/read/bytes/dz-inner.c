/* dz-inner.c - a document inside a document, read by whichever reader knows it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-inner.h"

#include "dz-error.h"

#include <glib/gi18n-lib.h>

#define MAX_DEPTH 2

static DzInnerRead inner_read;
static GPrivate depth_key; /* documents the thread is inside of */

/**
 * dz_inner_set_read:
 *
 * Says how documents are read; the table of formats calls it once.
 */
void
dz_inner_set_read (DzInnerRead read)
{
  g_atomic_pointer_set (&inner_read, read);
}

/**
 * dz_inner_read:
 * @name: of the member, to tell its kind from where its content does not
 * @source: of the document around it: what is lost of the inner one is told there
 *
 * Returns: (transfer full): its text, or %NULL with @error set: no reader, or documents too deep in
 *   each other
 */
DzText *
dz_inner_read (GBytes        *bytes,
               const char    *name,
               DzSource      *source,
               GCancellable  *cancellable,
               GError       **error)
{
  DzInnerRead read = g_atomic_pointer_get (&inner_read);
  guint depth = GPOINTER_TO_UINT (g_private_get (&depth_key));
  DzText *text;

  if (read == NULL || depth >= MAX_DEPTH)
    {
      dz_set_error (error, DZ_ERROR_TOO_DEEP, _("A document inside the document was not opened."));
      return NULL;
    }
  g_private_set (&depth_key, GUINT_TO_POINTER (depth + 1));
  text = read (bytes, name, source, cancellable, error);
  g_private_set (&depth_key, GUINT_TO_POINTER (depth));

  return text;
}
