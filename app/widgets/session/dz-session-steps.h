/* dz-session-steps.h - what was decided in the review on screen: its log, undo and redo, an import taken back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-session.h"

G_BEGIN_DECLS

char         **dz_session_dup_log            (DzSession   *self,
                                              DzEvidenceItem *evidence);
const DzStep  *dz_session_get_undo_step      (DzSession   *self);
const DzStep  *dz_session_get_redo_step      (DzSession   *self);
gboolean       dz_session_must_ask           (DzSession   *self,
                                              const DzStep *step);
gboolean       dz_session_undo               (DzSession   *self);
gboolean       dz_session_redo               (DzSession   *self);
GPtrArray     *dz_session_list_import        (DzSession   *self);
guint          dz_session_count_import       (DzSession   *self,
                                              guint        run,
                                              guint       *n_later);
gboolean       dz_session_take_back          (DzSession   *self,
                                              guint        run);

G_END_DECLS
