/* dz-recent.h - the reviews opened last, newest first
 *
 * A key file in the user's data folder, written whole at every change.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-review.h"

G_BEGIN_DECLS

/* missing: the file is not there any more; opened: "YYYY-MM-DD"; place: where this person left it, in words of the window */
typedef struct
{
  char *path;
  char *title;
  guint n_bodies;
  guint n_reports;
  char *opened;
  char *place; /* (nullable) */
  gboolean missing;
} DzRecent;

GPtrArray *dz_recent_list   (void);
void       dz_recent_add    (DzReview   *review);
void       dz_recent_remove (const char *path);
char      *dz_recent_dup_place (const char *path);
void       dz_recent_set_place (const char *path,
                                const char *place);
void       dz_recent_free   (DzRecent   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzRecent, dz_recent_free)

G_END_DECLS
