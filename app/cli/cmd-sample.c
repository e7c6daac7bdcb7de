/* cmd-sample.c - duizhao-cli sample: a review of the sample county
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-command.h"

#include "dz-sample.h"

#include <glib/gi18n-lib.h>

static int
run_sample (int    argc,
            char **argv)
{
  g_autoptr(GError) error = NULL;

  if (argc != 2 || argv[1][0] == '-')
    {
      g_printerr ("sample: %s\n", _("name the review to make"));
      return DZ_EXIT_USAGE;
    }
  if (!dz_sample_create (argv[1], NULL, &error))
    {
      g_printerr ("%s: %s\n", argv[1], error->message);
      return DZ_EXIT_SOME_FAILED;
    }

  return DZ_EXIT_OK;
}

const DzCommand dz_command_sample = { "sample", "REVIEW", run_sample };
