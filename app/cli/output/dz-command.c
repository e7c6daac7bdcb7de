/* dz-command.c - what every command of duizhao-cli says alike
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-command.h"

#include "dz-language.h"
#include "dz-output.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <sys/stat.h>

/**
 * dz_command_new_context:
 * @entries: what may be said, with descriptions marked for translation
 *
 * Returns: (transfer full): what reads a command's words and tells of them in the user's language
 */
GOptionContext *
dz_command_new_context (const char         *parameters,
                        const GOptionEntry *entries)
{
  GOptionContext *context = g_option_context_new (parameters);

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);

  return context;
}

/**
 * dz_command_keep_words_plain:
 *
 * From here on messages are made in English, for they become part of what is written, which is the same
 * in every locale. dz_command_complain() goes on to say those it can in the user's language.
 */
void
dz_command_keep_words_plain (void)
{
  setlocale (LC_MESSAGES, "C");
}

/**
 * dz_command_spares:
 * @output: (nullable): file to write
 * @inputs: (nullable): files to read
 *
 * Returns: whether none of @inputs would be lost under @output; else it has been told
 */
gboolean
dz_command_spares (const char  *output,
                   char       **inputs)
{
  GStatBuf written, read;

  if (output == NULL || inputs == NULL || g_stat (output, &written) != 0 || !S_ISREG (written.st_mode))
    return TRUE;
  for (; *inputs != NULL; inputs++)
    if (g_stat (*inputs, &read) == 0 && read.st_dev == written.st_dev && read.st_ino == written.st_ino)
      {
        g_printerr (_("%s: this file is read, and would be lost if written. Choose another name.\n"), output);
        return FALSE;
      }

  return TRUE;
}

/**
 * dz_command_complain:
 *
 * Names a file and what is wrong with it on stderr, after what is on stdout already.
 */
void
dz_command_complain (const DzSource *source,
                     const char     *reason)
{
  DzLanguage language = dz_language_enter_users ();

  reason = *reason != '\0' ? _(reason) : reason;
  dz_output_flush ();
  if (source->member != NULL)
    g_printerr ("%s > %s: %s\n", source->path, source->member, reason);
  else
    g_printerr ("%s: %s\n", source->path, reason);
  dz_language_leave (language);
}
