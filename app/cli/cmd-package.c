/* cmd-package.c - duizhao-cli package: a review with its originals in one file, and taken apart again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-command.h"

#include "dz-output.h"
#include "dz-package.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static char *output;
static char *opened;
static char **arguments;

static const GOptionEntry options[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("the package to write"), "OUT.zip" },
  { "open", 0, 0, G_OPTION_ARG_FILENAME, &opened, N_("take the package apart into a new FOLDER"), "FOLDER" },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &arguments, NULL, NULL },
  { NULL }
};

static int
write_package (const char *review,
               GError    **error)
{
  DzPackaged packaged;

  if (!dz_package_write (review, output, NULL, NULL, &packaged, NULL, error))
    return DZ_EXIT_SOME_FAILED;
  g_printerr (_("%u originals kept, %u changed since they were read, %u not found\n"), packaged.kept, packaged.changed,
              packaged.missing);

  return packaged.changed + packaged.missing == 0 ? DZ_EXIT_OK : DZ_EXIT_SOME_FAILED;
}

static int
open_package (const char *package,
              GError    **error)
{
  g_autofree char *review = dz_package_open (package, opened, error);

  if (review == NULL)
    return DZ_EXIT_SOME_FAILED;
  dz_output_write (review, strlen (review));
  dz_output_write ("\n", 1);

  return DZ_EXIT_OK;
}

static int
run_package (int    argc,
             char **argv)
{
  g_autoptr(GOptionContext) context = dz_command_new_context ("REVIEW|PACKAGE", options);
  g_autoptr(GError) error = NULL;
  int status;

  if (!g_option_context_parse (context, &argc, &argv, &error) || arguments == NULL || arguments[1] != NULL ||
      (output == NULL) == (opened == NULL))
    {
      g_printerr ("package: %s\n",
                  error != NULL ? error->message : _("name a review with -o OUT.zip, or a package with --open FOLDER"));
      return DZ_EXIT_USAGE;
    }
  status = output != NULL ? write_package (arguments[0], &error) : open_package (arguments[0], &error);
  if (error != NULL)
    g_printerr ("%s: %s\n", arguments[0], error->message);
  g_strfreev (arguments);

  return status;
}

const DzCommand dz_command_package = { "package", "REVIEW -o OUT.zip | --open FOLDER PACKAGE.zip", run_package };
