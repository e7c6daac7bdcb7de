/* dz-command.c - what every command of duizhao-cli says alike
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-command.h"

#include "dz-output.h"

/**
 * dz_command_complain:
 *
 * Names a file and what is wrong with it on stderr, after what is on stdout already.
 */
void
dz_command_complain (const DzSource *source,
                     const char     *reason)
{
  dz_output_flush ();
  if (source->member != NULL)
    g_printerr ("%s > %s: %s\n", source->path, source->member, reason);
  else
    g_printerr ("%s: %s\n", source->path, reason);
}
