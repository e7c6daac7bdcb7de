/* dz-progress.h - how far a job has come, told where the job was asked for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * DzProgressFunc:
 * @name: (nullable): what was finished last, as the user knows it: a file's name, a township
 * @done: so many are finished; of @total, 0 while nobody knows
 */
typedef void (*DzProgressFunc) (const char *name,
                                guint       done,
                                guint       total,
                                gpointer    user_data);

void dz_progress_watch (GTask          *task,
                        DzProgressFunc  func,
                        gpointer        user_data);
void dz_progress_tell  (GTask          *task,
                        const char     *name,
                        guint           done,
                        guint           total);

G_END_DECLS
