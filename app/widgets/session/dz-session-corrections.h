/* dz-session-corrections.h - what a person changes in the review on screen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-session-steps.h"

G_BEGIN_DECLS

void           dz_session_set_author         (const char  *name);

/* Corrections. Each is one step of undo, logged, and told by a toast with undo. */
gboolean       dz_session_confirm_figures    (DzSession   *self,
                                              GArray      *figure_ids);
gboolean       dz_session_set_figure_state   (DzSession   *self,
                                              gint64       report_id,
                                              gint64       figure_id,
                                              DzState      state);
gboolean       dz_session_correct_figure     (DzSession   *self,
                                              gint64       report_id,
                                              gint64       figure_id,
                                              const char  *indicator,
                                              double       value,
                                              DzBound      bound);
gboolean       dz_session_add_figure         (DzSession   *self,
                                              gint64       report_id,
                                              const char  *indicator,
                                              double       value,
                                              DzBound      bound,
                                              DzSpan       span);
gboolean       dz_session_set_weakness_state (DzSession   *self,
                                              gint64       report_id,
                                              gint64       weakness_id,
                                              DzState      state);
gboolean       dz_session_correct_weakness   (DzSession   *self,
                                              gint64       report_id,
                                              gint64       weakness_id,
                                              const char  *code);
gboolean       dz_session_add_weakness       (DzSession   *self,
                                              gint64       report_id,
                                              const char  *code,
                                              DzSpan       span);
gboolean       dz_session_code_sentence      (DzSession   *self,
                                              gint64       report_id,
                                              DzSpan       sentence,
                                              const char  *code);
gboolean       dz_session_set_remark         (DzSession   *self,
                                              gint64       report_id,
                                              gboolean     is_weakness,
                                              gint64       row,
                                              const char  *note);
gboolean       dz_session_set_check_state    (DzSession   *self,
                                              gint64       report_id,
                                              const char  *check_id,
                                              DzState      state,
                                              const char  *note);
gboolean       dz_session_set_reviewing      (DzSession   *self,
                                              gint64       report_id,
                                              DzReviewing  reviewing,
                                              const char  *note);
gboolean       dz_session_set_dates          (DzSession   *self,
                                              gint64       report_id,
                                              const char  *received,
                                              const char  *published);
gboolean       dz_session_set_identity       (DzSession   *self,
                                              gint64       report_id,
                                              gint64       body_id,
                                              int          year,
                                              DzReportKind kind);
gboolean       dz_session_supersede          (DzSession   *self,
                                              gint64       older_id,
                                              gint64       newer_id);
gboolean       dz_session_remove_report      (DzSession   *self,
                                              gint64       report_id);
gboolean       dz_session_set_county         (DzSession   *self,
                                              const DzCounty *county,
                                              GPtrArray   *bodies);
gboolean       dz_session_set_decision       (DzSession   *self,
                                              const char  *kind,
                                              gint64       body_id,
                                              int          year,
                                              const char  *key,
                                              const char  *value,
                                              const char  *note);

G_END_DECLS
