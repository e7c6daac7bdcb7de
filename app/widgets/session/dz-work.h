/* dz-work.h - one long work of the window: what it is, how far it has come, how to stop it
 *
 * Made by whoever starts a job, shown by the window's work bar. Signals:
 *
 *   changed ()                 it came further
 *   ended (text, GError)       it is over: what to tell the user in passing (nullable), what went wrong (nullable)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define DZ_TYPE_WORK (dz_work_get_type ())
G_DECLARE_FINAL_TYPE (DzWork, dz_work, DZ, WORK, GObject)

DzWork       *dz_work_new             (const char   *title,
                                       const char   *path);
const char   *dz_work_get_title       (DzWork       *self);
const char   *dz_work_get_path        (DzWork       *self);
char         *dz_work_dup_words       (DzWork       *self);
double        dz_work_get_fraction    (DzWork       *self);
GCancellable *dz_work_get_cancellable (DzWork       *self);
void          dz_work_progress        (const char   *name,
                                       guint         done,
                                       guint         total,
                                       gpointer      work);
void          dz_work_end             (DzWork       *self,
                                       const char   *text,
                                       const GError *error);

G_END_DECLS
