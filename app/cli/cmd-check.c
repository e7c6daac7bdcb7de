/* cmd-check.c - duizhao-cli check: whether a review is as it was kept, and what is left of a broken one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-command.h"

#include "dz-backup.h"
#include "dz-output.h"
#include "dz-review-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static char *repaired;
static char *restored;
static gboolean backups;
static char **arguments;

static const GOptionEntry options[] = {
  { "repair", 0, 0, G_OPTION_ARG_FILENAME, &repaired, N_("write what can be saved of the review to NEW"), "NEW" },
  { "backups", 0, 0, G_OPTION_ARG_NONE, &backups, N_("list the backups of the review, the newest first"), NULL },
  { "restore", 0, 0, G_OPTION_ARG_FILENAME, &restored,
    N_("put a backup in the place of the review, which becomes a backup itself"), "BACKUP" },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &arguments, NULL, NULL },
  { NULL }
};

static void
print_line (const char *line)
{
  dz_output_write (line, strlen (line));
  dz_output_write ("\n", 1);
}

static void
list_backups (const char *path)
{
  static const char *const kinds[] = { "day", "update", "restore" };
  g_autoptr(GPtrArray) list = dz_backup_list (path);

  for (guint i = 0; i < list->len; i++)
    {
      const DzBackup *backup = g_ptr_array_index (list, i);
      g_autofree char *line = g_strdup_printf ("%s\t%s\t%u\t%u\t%s", backup->at, kinds[backup->kind],
                                               backup->n_reports, backup->n_decisions, backup->path);

      print_line (line);
    }
}

/* Returns: (nullable): what there is to tell */
static GPtrArray *
look (const char  *path,
      GError     **error)
{
  g_autoptr(DzStore) store = dz_store_open (path, error);

  return store != NULL ? dz_store_check (store, error) : NULL;
}

static int
run_check (int    argc,
           char **argv)
{
  g_autoptr(GOptionContext) context = dz_command_new_context ("REVIEW", options);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) told = NULL;

  if (!g_option_context_parse (context, &argc, &argv, &error) || arguments == NULL || arguments[1] != NULL)
    {
      g_printerr ("check: %s\n", error != NULL ? error->message : _("name one review"));
      return DZ_EXIT_USAGE;
    }
  if (backups)
    {
      list_backups (arguments[0]);
      return DZ_EXIT_OK;
    }
  if (repaired != NULL)
    told = dz_review_repair (arguments[0], repaired, &error);
  else if (restored == NULL || dz_backup_restore (restored, arguments[0], &error))
    told = look (arguments[0], &error);
  if (told == NULL)
    g_printerr ("%s: %s\n", arguments[0], error->message);
  for (guint i = 0; told != NULL && i < told->len; i++)
    print_line (g_ptr_array_index (told, i));
  g_strfreev (arguments);

  return told != NULL && (told->len == 0 || repaired != NULL) ? DZ_EXIT_OK : DZ_EXIT_SOME_FAILED;
}

const DzCommand dz_command_check = { "check", "[--repair NEW.duizhao | --backups | --restore BACKUP] REVIEW", run_check };
