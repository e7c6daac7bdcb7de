/* main.c - duizhao-cli: the batch program
 *
 * Messages stay English and numbers stay plain whatever the locale, so the
 * same input always gives the same bytes; paper and tables are Chinese by
 * themselves.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-commands.h"

#include <locale.h>
#include <stdio.h>

static void
print_usage (FILE *to)
{
  fprintf (to, "Usage:\n");
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    fprintf (to, "  duizhao-cli %s %s\n", commands[i]->name, commands[i]->usage);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_CTYPE, "C.UTF-8");

  if (argc == 2 && (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h")))
    {
      print_usage (stdout);
      return DZ_EXIT_OK;
    }
  if (argc == 2 && g_str_equal (argv[1], "--version"))
    {
      printf ("duizhao-cli %s\n", DZ_VERSION);
      return DZ_EXIT_OK;
    }
  for (guint i = 0; argc > 1 && i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i]->name, argv[1]))
      return commands[i]->run (argc - 1, argv + 1);

  print_usage (stderr);

  return DZ_EXIT_USAGE;
}
