/* dz-db-backup.h - dated copies of a review in the user's own folder
 *
 * For store/ only.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-db.h"

G_BEGIN_DECLS

/* What a backup was made for: a day of work, a newer schema, another backup put in its place. */
typedef enum
{
  DZ_BACKUP_DAY,
  DZ_BACKUP_UPDATE,
  DZ_BACKUP_RESTORE,
  DZ_N_BACKUPS
} DzBackupKind;

extern const char *const dz_backup_words[DZ_N_BACKUPS];

char     *dz_backup_dup_folder (const char    *path);
gboolean  dz_backup_prove      (const char    *path,
                                gint64         n_reports,
                                GError       **error);
gboolean  dz_db_keep_backup    (DzDb          *self,
                                DzBackupKind   kind,
                                GError       **error);

G_END_DECLS
