/* dz-command.h - a command of duizhao-cli: cmd-NAME.c and its word in meson.build
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-source.h"

#include <glib.h>

G_BEGIN_DECLS

/* Exit statuses of every command. */
enum
{
  DZ_EXIT_OK = 0,
  DZ_EXIT_SOME_FAILED = 1,
  DZ_EXIT_USAGE = 2
};

/**
 * DzCommand:
 * @name: the word on the command line
 * @usage: what follows it
 * @run: gets the words after @name, argv[0] being @name; returns the exit status
 */
typedef struct
{
  const char *name;
  const char *usage;
  int (*run) (int argc, char **argv);
} DzCommand;

GOptionContext *dz_command_new_context      (const char         *parameters,
                                             const GOptionEntry *entries);
void            dz_command_keep_words_plain (void);
gboolean        dz_command_spares           (const char         *output,
                                             char              **inputs);
void            dz_command_complain         (const DzSource     *source,
                                             const char         *reason);

G_END_DECLS
