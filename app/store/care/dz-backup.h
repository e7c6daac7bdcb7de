/* dz-backup.h - the dated copies of a review: one a day of work, kept by a rule, put back whole
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-store.h"

G_BEGIN_DECLS

/**
 * DzBackup:
 * @at: YYYY-MM-DD HH:MM when it was made
 * @date: the day of it, in days since the year 1
 * @kind: 0: before a day of work, 1: before an update of the file, 2: before another backup was
 *   put in its place
 * @n_reports: in it
 * @n_decisions: changes made by hand in it
 */
typedef struct
{
  char *path;
  char *at;
  guint32 date;
  guint kind;
  guint n_reports;
  guint n_decisions;
} DzBackup;

void       dz_backup_free      (DzBackup    *self);
GPtrArray *dz_backup_list      (const char  *path);
void       dz_backup_prune     (const char  *path);
gboolean   dz_backup_keep_day  (DzStore     *store,
                                gboolean    *made,
                                GError     **error);
gboolean   dz_backup_restore   (const char  *backup,
                                const char  *path,
                                GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzBackup, dz_backup_free)

G_END_DECLS
