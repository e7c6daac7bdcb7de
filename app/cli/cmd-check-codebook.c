/* cmd-check-codebook.c - duizhao-cli check-codebook: codebook files checked before they are used
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-command.h"

#include "dz-check-codebook.h"
#include "dz-error.h"

#include <glib/gi18n-lib.h>

static int
run_check_codebook (int    argc,
                    char **argv)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) complaints = NULL;

  if (argc < 2 || argv[1][0] == '-')
    {
      g_printerr ("check-codebook: %s\n", _("name at least one file"));
      return DZ_EXIT_USAGE;
    }
  complaints = dz_check_codebook_files ((const char *const *) argv + 1, &error);
  if (complaints == NULL)
    {
      g_printerr ("%s\n", error->message);
      return g_error_matches (error, DZ_ERROR, DZ_ERROR_IO) ? DZ_EXIT_USAGE : DZ_EXIT_SOME_FAILED;
    }
  for (guint i = 0; i < complaints->len; i++)
    g_printerr ("%s\n", (const char *) g_ptr_array_index (complaints, i));

  return complaints->len == 0 ? DZ_EXIT_OK : DZ_EXIT_SOME_FAILED;
}

const DzCommand dz_command_check_codebook = { "check-codebook", "FILE...", run_check_codebook };
