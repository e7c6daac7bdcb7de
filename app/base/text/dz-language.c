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

/**
 * dz_language_enter_users:
 *
 * From here to dz_language_leave() this thread says things in the user's language, also where the program keeps its
 * words plain (dz_command_keep_words_plain()).
 *
 * Returns: what dz_language_leave() wants back
 */
DzLanguage
dz_language_enter_users (void)
{
  DzLanguage language = { newlocale (LC_MESSAGES_MASK, "", duplocale (LC_GLOBAL_LOCALE)), (locale_t) 0 };

  if (language.users != (locale_t) 0)
    language.before = uselocale (language.users);

  return language;
}

void
dz_language_leave (DzLanguage language)
{
  if (language.users == (locale_t) 0)
    return;
  uselocale (language.before);
  freelocale (language.users);
}
