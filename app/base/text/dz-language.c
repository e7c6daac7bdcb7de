/* dz-language.c - where the words of the user's language are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-language.h"

#include <libintl.h>

/**
 * dz_language_bind:
 *
 * Binds the translations that were installed with the program, or those in the folder the variable
 * DZ_LOCALEDIR names, where it was built and not installed. The locale is the caller's to set before.
 */
void
dz_language_bind (void)
{
  const char *folder = g_getenv ("DZ_LOCALEDIR");

  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : DZ_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
