/* dz-session.h - the review on screen: its snapshot, the year and scope, and what is being looked at
 *
 * Views read the snapshot and listen to "changed". Every correction goes
 * through here to the store, which gives a new snapshot; the session tells the
 * views and offers undo. Signals:
 *
 *   changed ()                                review, year or scope changed
 *   evidence ()                               dz_session_list_evidence() changed: the pane shows it
 *   go (view name, body id, report id, start, end)   show this in that view
 *   compare (GArray of report ids)            show these side by side
 *   toast (text, undoable)                    tell the user in passing
 *   trouble (text)                            tell the user until it is dealt with
 *   unkept (text)                             tell the user until "kept": the review could not be written, or not found
 *   kept ()                                   it can be, and is where it was
 *   work (DzWork)                             a long work began: show it until it ends
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-codebook.h"
#include "dz-evidence-item.h"
#include "dz-review.h"
#include "dz-shared-tables.h"
#include "dz-step.h"
#include "dz-work.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define DZ_TYPE_SESSION (dz_session_get_type ())
G_DECLARE_FINAL_TYPE (DzSession, dz_session, DZ, SESSION, GObject)

DzSession     *dz_session_new             (const char     *path,
                                           gboolean        create,
                                           GError        **error);
const char    *dz_session_get_path        (DzSession      *self);
char          *dz_session_dup_title       (DzSession      *self);
char          *dz_session_dup_counties    (DzSession      *self);
gboolean       dz_session_is_temporary    (DzSession      *self);
void           dz_session_set_temporary   (DzSession      *self,
                                           gboolean        temporary);
void           dz_session_save_as_async   (DzSession      *self,
                                           DzWork         *work,
                                           GAsyncReadyCallback callback,
                                           gpointer        user_data);
gboolean       dz_session_save_as_finish  (DzSession      *self,
                                           GAsyncResult   *result,
                                           GError        **error);

DzReview      *dz_session_get_review      (DzSession      *self);
DzCodebook    *dz_session_get_codebook    (DzSession      *self);
const char    *dz_session_get_refusal     (DzSession      *self);
void           dz_session_check_seals_soon (DzSession     *self);
char          *dz_session_dup_untrue       (DzSession      *self);
int            dz_session_get_year        (DzSession      *self);
void           dz_session_set_year        (DzSession      *self,
                                           int             year);
DzScopeFilter *dz_session_get_scope       (DzSession      *self);
void           dz_session_set_scope       (DzSession      *self,
                                           DzScopeFilter  *scope);
DzSharedTables *dz_session_get_tables     (DzSession      *self);
gboolean       dz_session_reload          (DzSession      *self,
                                           GError        **error);
gboolean       dz_session_refresh         (DzSession      *self);
gboolean       dz_session_catch_up        (DzSession      *self);
void           dz_session_reload_async    (DzSession      *self,
                                           GAsyncReadyCallback callback,
                                           gpointer        user_data);
gboolean       dz_session_reload_finish   (DzSession      *self,
                                           GAsyncResult   *result,
                                           GError        **error);
gboolean       dz_session_check_place     (DzSession      *self,
                                           const char     *trouble);
gboolean       dz_session_is_loading      (DzSession      *self);
DzWork        *dz_session_begin_work      (DzSession      *self,
                                           const char     *title,
                                           const char     *path);

/* What the evidence pane shows. */
void           dz_session_show_evidence   (DzSession      *self,
                                           const char     *title,
                                           GListModel     *evidence,
                                           guint           position);
void           dz_session_show_figure     (DzSession      *self,
                                           DzReport       *report,
                                           guint           index);
void           dz_session_show_weakness   (DzSession      *self,
                                           DzReport       *report,
                                           guint           index);
void           dz_session_show_span       (DzSession      *self,
                                           DzReport       *report,
                                           DzSpan          span);
GListModel    *dz_session_list_evidence   (DzSession      *self);
const char    *dz_session_get_evidence_title (DzSession   *self);
guint          dz_session_get_evidence_position (DzSession *self);
void           dz_session_set_evidence_position (DzSession *self,
                                                 guint      position);

void           dz_session_go              (DzSession      *self,
                                           const char     *view,
                                           gint64          body_id,
                                           gint64          report_id,
                                           DzSpan          span);
void           dz_session_compare         (DzSession      *self,
                                           GArray         *report_ids);
void           dz_session_toast           (DzSession      *self,
                                           const char     *text,
                                           gboolean        undoable);
void           dz_session_toast_error     (DzSession      *self,
                                           const GError   *error);
void           dz_session_tell            (DzSession      *self,
                                           const char     *text);
void           dz_session_tell_unkept     (DzSession      *self,
                                           const char     *text);
void           dz_session_tell_kept       (DzSession      *self);
void           dz_session_tell_error      (DzSession      *self,
                                           const char     *what,
                                           const GError   *error);

G_END_DECLS
