/* main.c - duizhao: the window program
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-application.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

int
main (int   argc,
      char *argv[])
{
  const char *locale_dir = g_getenv ("DZ_LOCALEDIR");
  g_autoptr(DzApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir != NULL ? locale_dir : DZ_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  /* Chinese glyph forms, whatever the locale: the reports are Chinese. */
  g_set_prgname ("duizhao");

  application = dz_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
