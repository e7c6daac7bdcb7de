/* dz-session-private.h - the session's own parts, shared by its files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-session.h"

#include "dz-review-job.h"
#include "dz-step.h"
#include "dz-store.h"

G_BEGIN_DECLS

struct _DzSession
{
  GObject parent_instance;

  DzStore *store;
  DzReview *review;
  DzCodebook *codebook;
  GError *refusal;          /* (nullable) why the codebook was made without the additions of the county */
  GPtrArray *old_codebooks; /* DzCodebook */
  DzScopeFilter *scope;
  DzSharedTables *tables;   /* of review, codebook, year and scope */
  int year;
  int wanted_year;          /* chosen; comes back with its reports */
  gboolean temporary;
  guint n_loads; /* snapshots asked for until now */
  guint loading; /* of these, on their way */
  gint64 seen; /* version of the file when the last load was asked for */
  gint64 mark; /* of what was decided, as of the snapshot */
  guint copied_at; /* n_loads when the copy being saved was begun */

  DzStep *undo_step;        /* (nullable); as of the snapshot, like redo_step */
  DzStep *redo_step;
  GHashTable *own_steps;    /* gint64: made, undone or redone by hand in this session */

  GListModel *evidence; /* (nullable) DzEvidenceItem */
  char *evidence_title;
  guint evidence_position;
};

void     dz_session_own_step    (DzSession   *self,
                                 gint64       step);
void     dz_session_show_kept   (DzSession   *self);
void     dz_session_finish_seals (DzSession  *self);
gboolean dz_session_finish_change (DzSession *self,
                                 gboolean     ok,
                                 GError     **error,
                                 const char  *verb,
                                 gint64       report_id,
                                 const char  *done);
const char *dz_session_say_state (DzState    state);
gboolean dz_session_take        (DzSession   *self,
                                 DzSnapshot  *snapshot,
                                 GError     **error);

G_END_DECLS
