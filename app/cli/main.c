/* main.c - duizhao-cli: the batch program
 *
 * What is told on stderr is in the user's language; what is written is the same
 * whatever the locale, so the same input always gives the same bytes: numbers
 * stay plain, paper and tables are Chinese by themselves.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-aside-begin.h"
#include "dz-commands.h"
#include "dz-language.h"
#include "dz-output.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

static char *
dup_usage (void)
{
  GString *usage = g_string_new (_("Usage:\n"));

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (usage, "  duizhao-cli %s %s\n", commands[i]->name, commands[i]->usage);

  return g_string_free (usage, FALSE);
}

static int
run (int   argc,
     char *argv[])
{
  g_autofree char *usage = dup_usage ();

  if (argc == 2 && (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h")))
    {
      dz_output_write (usage, strlen (usage));
      return DZ_EXIT_OK;
    }
  if (argc == 2 && g_str_equal (argv[1], "--version"))
    {
      static const char version[] = "duizhao-cli " DZ_VERSION "\n";

      dz_output_write (version, strlen (version));
      return DZ_EXIT_OK;
    }
  for (guint i = 0; argc > 1 && i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i]->name, argv[1]))
      return commands[i]->run (argc - 1, argv + 1);

  if (argc > 1)
    g_printerr (_("There is no command called “%s”.\n"), argv[1]);
  g_printerr ("%s", usage);

  return DZ_EXIT_USAGE;
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_CTYPE, "C.UTF-8");
  setlocale (LC_MESSAGES, "");
  dz_language_bind ();
  dz_aside_begin (argc, argv);
  dz_output_start ();

  return dz_output_finish (run (argc, argv));
}
