/* pristine.c - the whole review the mutations begin with: bench-pristine FILE
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-mutator.h"

#include <gio/gio.h>

int
main (int    argc,
      char **argv)
{
  DzMutator *mutator = argc == 2 ? dz_mutator_new () : NULL;
  g_autofree char *bytes = NULL;
  g_autoptr(GError) error = NULL;
  gsize len;

  if (mutator == NULL)
    {
      g_printerr ("bench-pristine FILE\n");
      return 2;
    }
  if (!g_file_get_contents (dz_mutator_get_review (mutator), &bytes, &len, &error) ||
      !g_file_set_contents (argv[1], bytes, (gssize) len, &error))
    g_printerr ("%s\n", error->message);
  dz_mutator_free (mutator);

  return error != NULL;
}
