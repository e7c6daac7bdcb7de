/* main.c - duizhao: the window program
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-application.h"
#include "dz-aside-begin.h"
#include "dz-language.h"
#include "dz-page-aside.h"

#include <locale.h>

int
main (int   argc,
      char *argv[])
{
  g_autoptr(DzApplication) application = NULL;

  setlocale (LC_ALL, "");
  dz_language_bind ();
  dz_page_aside_allow ();
  dz_aside_begin (argc, argv);
  /* Chinese glyph forms, whatever the locale: the reports are Chinese. */
  g_set_prgname ("duizhao");

  application = dz_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
