/* dz-job-thread.h - where work off the main thread runs, and how a program waits for it at its end
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void     dz_job_run  (GTask           *task,
                      GTaskThreadFunc  func);
void     dz_job_run_alone (GTask           *task,
                           GTaskThreadFunc  func);
void     dz_job_join (GTask           *task);
gboolean dz_job_wait (guint            seconds);

G_END_DECLS
