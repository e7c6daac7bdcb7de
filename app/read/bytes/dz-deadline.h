/* dz-deadline.h - work that may hang in somebody else's code
 *
 * A library that draws a page cannot be interrupted. The work runs in a thread
 * of its own that says before each step how long the step may take; if a step
 * takes longer, the caller gets an error and the thread is left to end alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _DzDeadline DzDeadline;

typedef gpointer (*DzDeadlineFunc) (DzDeadline *deadline, gpointer data, GError **error);

gpointer      dz_deadline_run             (DzDeadlineFunc   func,
                                           gpointer         data,
                                           GDestroyNotify   free_data,
                                           GDestroyNotify   free_result,
                                           GCancellable    *cancellable,
                                           GError         **error);
gboolean      dz_deadline_step            (DzDeadline      *self,
                                           guint            seconds,
                                           GError         **error);
GCancellable *dz_deadline_get_cancellable (DzDeadline      *self);

G_END_DECLS
