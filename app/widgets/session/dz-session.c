/* dz-session.c - the review on screen: its snapshot, the year and scope, and what is being looked at
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-session-private.h"

#include "dz-codebook-job.h"
#include "dz-error.h"
#include "dz-store.h"
#include "dz-theme.h"

#include <glib/gi18n-lib.h>

enum
{
  CHANGED,
  EVIDENCE,
  GO,
  COMPARE,
  TOAST,
  TROUBLE,
  UNKEPT,
  KEPT,
  WORK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DzSession, dz_session, G_TYPE_OBJECT)

static void
dz_session_dispose (GObject *object)
{
  DzSession *self = DZ_SESSION (object);

  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_clear_object (&self->store);
  g_clear_object (&self->evidence);
  g_clear_object (&self->tables);

  G_OBJECT_CLASS (dz_session_parent_class)->dispose (object);
}

static void
dz_session_finalize (GObject *object)
{
  DzSession *self = DZ_SESSION (object);

  g_clear_pointer (&self->review, dz_review_unref);
  g_clear_pointer (&self->codebook, dz_codebook_unref);
  g_ptr_array_unref (self->old_codebooks);
  g_clear_error (&self->refusal);
  g_clear_pointer (&self->scope, dz_scope_filter_unref);
  g_free (self->evidence_title);
  g_clear_pointer (&self->undo_step, dz_step_free);
  g_clear_pointer (&self->redo_step, dz_step_free);
  g_hash_table_unref (self->own_steps);

  G_OBJECT_CLASS (dz_session_parent_class)->finalize (object);
}

static void
dz_session_class_init (DzSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dz_session_dispose;
  object_class->finalize = dz_session_finalize;

  signals[CHANGED] = g_signal_new ("changed", DZ_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[EVIDENCE] = g_signal_new ("evidence", DZ_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 0);
  signals[GO] = g_signal_new ("go", DZ_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                              G_TYPE_NONE, 5, G_TYPE_STRING, G_TYPE_INT64, G_TYPE_INT64,
                              G_TYPE_UINT64, G_TYPE_UINT64);
  signals[COMPARE] = g_signal_new ("compare", DZ_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_ARRAY);
  signals[TOAST] = g_signal_new ("toast", DZ_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[TROUBLE] = g_signal_new ("trouble", DZ_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[UNKEPT] = g_signal_new ("unkept", DZ_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[KEPT] = g_signal_new ("kept", DZ_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[WORK] = g_signal_new ("work", DZ_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, DZ_TYPE_WORK);
}

static void
dz_session_init (DzSession *self)
{
  self->scope = dz_scope_filter_new_all ();
  self->own_steps = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->old_codebooks = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_codebook_unref);
}

/**
 * dz_session_new:
 * @path: the review file
 * @create: make it if it is not there
 *
 * Returns: (transfer full): the opened review, or %NULL with an error that says what to do
 */
DzSession *
dz_session_new (const char  *path,
                gboolean     create,
                GError     **error)
{
  g_autoptr(DzSession) self = g_object_new (DZ_TYPE_SESSION, NULL);

  g_return_val_if_fail (path != NULL, NULL);

  self->store = create ? dz_store_open_or_create (path, error) : dz_store_open (path, error);
  if (self->store == NULL)
    return NULL;
  dz_store_put_off_seals (self->store);
  if (!dz_session_reload (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

const char *
dz_session_get_path (DzSession *self)
{
  g_return_val_if_fail (DZ_IS_SESSION (self), NULL);

  return dz_store_get_path (self->store);
}

/**
 * dz_session_dup_title:
 *
 * Returns: (transfer full): what the title bar says: the review's title, or the county's, or the
 *   file's name
 */
char *
dz_session_dup_title (DzSession *self)
{
  const DzCounty *county;

  g_return_val_if_fail (DZ_IS_SESSION (self), NULL);

  county = self->review->county;
  if (county->title != NULL && *county->title != '\0')
    return g_strdup (county->title);
  if (county->name != NULL && *county->name != '\0')
    return g_strdup_printf (_("%s: review of rule-of-law work"), county->name);

  return g_strdup (_("Review of rule-of-law work"));
}

/**
 * dz_session_dup_counties:
 *
 * Returns: (transfer full) (nullable): what to say where the reports name several counties
 */
char *
dz_session_dup_counties (DzSession *self)
{
  g_autofree char *counties = NULL;

  g_return_val_if_fail (DZ_IS_SESSION (self), NULL);

  counties = dz_store_dup_counties (self->store);

  return counties != NULL ? g_strdup_printf (_("The reports name several counties: %s"), counties) : NULL;
}

/**
 * dz_session_is_temporary:
 *
 * Returns: whether the review wants saving elsewhere to stay, as the sample does
 */
gboolean
dz_session_is_temporary (DzSession *self)
{
  g_return_val_if_fail (DZ_IS_SESSION (self), FALSE);

  return self->temporary;
}

void
dz_session_set_temporary (DzSession *self,
                          gboolean   temporary)
{
  g_return_if_fail (DZ_IS_SESSION (self));

  if (self->temporary == temporary)
    return;
  self->temporary = temporary;
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * dz_session_get_review:
 *
 * Returns: (transfer none): the snapshot; take a reference to keep it over a change
 */
DzReview *
dz_session_get_review (DzSession *self)
{
  g_return_val_if_fail (DZ_IS_SESSION (self), NULL);

  return self->review;
}

DzCodebook *
dz_session_get_codebook (DzSession *self)
{
  g_return_val_if_fail (DZ_IS_SESSION (self), NULL);

  return self->codebook;
}

/**
 * dz_session_get_refusal:
 *
 * Returns: (transfer none) (nullable): why the county's own additions are not in the codebook; who
 *   takes the session over tells it, as nobody listened when it opened
 */
const char *
dz_session_get_refusal (DzSession *self)
{
  g_return_val_if_fail (DZ_IS_SESSION (self), NULL);

  return self->refusal != NULL ? self->refusal->message : NULL;
}

/**
 * dz_session_dup_untrue:
 *
 * Returns: (transfer full) (nullable): what of the file cannot be true or is not as it was kept, and
 *   that nothing can be kept in it, for whoever takes the session over to tell; %NULL: nothing
 */
char *
dz_session_dup_untrue (DzSession *self)
{
  g_autofree char *untrue = NULL;

  g_return_val_if_fail (DZ_IS_SESSION (self), NULL);

  untrue = dz_store_describe_untrue (self->store);
  if (!dz_store_is_read_only (self->store))
    return g_steal_pointer (&untrue);

  return g_strdup_printf ("%s%s%s", _("The review can only be read here: nothing may be written where it lies,"
                                      " or the disk is full. Save a copy to work in it."),
                          untrue != NULL ? " " : "", untrue != NULL ? untrue : "");
}

/* What the views show from now on; who changes review, codebook, year or scope calls it before it tells of
 * the change. @tables: (nullable): made of these already */
static void
renew_tables (DzSession      *self,
              DzSharedTables *tables)
{
  g_autoptr(DzSharedTables) previous = g_steal_pointer (&self->tables);

  if (tables != NULL && dz_shared_tables_get_review (tables) == self->review &&
      dz_shared_tables_get_codebook (tables) == self->codebook && dz_shared_tables_get_year (tables) == self->year &&
      dz_shared_tables_get_scope (tables) == self->scope)
    self->tables = g_object_ref (tables);
  else
    self->tables = dz_shared_tables_new (self->review, self->codebook, self->year, self->scope,
                                         tables != NULL ? tables : previous);
}

int
dz_session_get_year (DzSession *self)
{
  g_return_val_if_fail (DZ_IS_SESSION (self), 0);

  return self->year;
}

void
dz_session_set_year (DzSession *self,
                     int        year)
{
  g_autoptr(GError) error = NULL;

  g_return_if_fail (DZ_IS_SESSION (self));

  self->wanted_year = year;
  if (self->year == year)
    return;
  self->year = year;
  /* a review that cannot be written to is still looked at; that it is not as it was kept is told by the first that finds it */
  if (!dz_store_set_shown_year (self->store, year, &error) && g_error_matches (error, DZ_ERROR, DZ_ERROR_BROKEN))
    dz_session_tell (self, error->message);
  renew_tables (self, NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}

DzScopeFilter *
dz_session_get_scope (DzSession *self)
{
  g_return_val_if_fail (DZ_IS_SESSION (self), NULL);

  return self->scope;
}

void
dz_session_set_scope (DzSession     *self,
                      DzScopeFilter *scope)
{
  g_return_if_fail (DZ_IS_SESSION (self) && scope != NULL);

  if (self->scope == scope)
    return;
  dz_scope_filter_ref (scope);
  dz_scope_filter_unref (self->scope);
  self->scope = scope;
  renew_tables (self, NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * dz_session_get_tables:
 *
 * Returns: (transfer none): the tables of the snapshot for the year and scope, shared by all views; take a
 *   reference to keep them over a change
 */
DzSharedTables *
dz_session_get_tables (DzSession *self)
{
  g_return_val_if_fail (DZ_IS_SESSION (self), NULL);

  return self->tables;
}

/* A step of the journal that the person made here, by hand. */
void
dz_session_own_step (DzSession *self,
                     gint64     step)
{
  if (step != 0)
    g_hash_table_add (self->own_steps, g_memdup2 (&step, sizeof step));
}

static gboolean
read_steps (DzSession  *self,
            GError    **error)
{
  g_autoptr(GError) local = NULL;

  g_clear_pointer (&self->undo_step, dz_step_free);
  g_clear_pointer (&self->redo_step, dz_step_free);
  self->undo_step = dz_store_dup_step (self->store, self->codebook, TRUE, &local);
  if (local == NULL)
    self->redo_step = dz_store_dup_step (self->store, self->codebook, FALSE, &local);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));

  return FALSE;
}

/* @snapshot: (transfer full): its tables may be missing */
gboolean
dz_session_take (DzSession   *self,
                 DzSnapshot  *snapshot,
                 GError     **error)
{
  gboolean ok;

  self->n_loads++;
  g_clear_pointer (&self->review, dz_review_unref);
  self->review = dz_review_ref (snapshot->review);
  if (snapshot->is_new)
    {
      /* views may still hold entries of the older one until they hear of the change */
      if (self->codebook != NULL)
        g_ptr_array_add (self->old_codebooks, self->codebook);
      self->codebook = dz_codebook_ref (snapshot->codebook);
      dz_theme_take (self->codebook);
      g_clear_error (&self->refusal);
      self->refusal = g_steal_pointer (&snapshot->refusal);
      if (self->refusal != NULL)
        dz_session_tell (self, self->refusal->message);
    }
  self->year = dz_review_choose_year (self->review, self->wanted_year, self->year);
  if (self->wanted_year == 0)
    self->wanted_year = self->year;
  renew_tables (self, snapshot->tables);
  dz_snapshot_free (snapshot);
  self->mark = dz_store_get_mark (self->store);
  ok = read_steps (self, error);
  g_signal_emit (self, signals[CHANGED], 0);
  if (self->evidence != NULL)
    g_signal_emit (self, signals[EVIDENCE], 0);

  return ok;
}

/**
 * dz_session_reload:
 *
 * Loads a new snapshot after a correction, and tells the views.
 */
gboolean
dz_session_reload (DzSession  *self,
                   GError    **error)
{
  g_autoptr(DzSnapshot) snapshot = g_new0 (DzSnapshot, 1);

  g_return_val_if_fail (DZ_IS_SESSION (self), FALSE);

  snapshot->review = dz_store_load (self->store, self->review, error);
  if (snapshot->review == NULL)
    return FALSE;
  if (self->codebook == NULL || g_strcmp0 (self->review->county->codebook_xml,
                                           snapshot->review->county->codebook_xml) != 0)
    {
      snapshot->is_new = TRUE;
      snapshot->codebook = dz_codebook_load_stored (snapshot->review->county->codebook_xml, &snapshot->refusal, error);
      if (snapshot->codebook == NULL)
        return FALSE;
    }

  return dz_session_take (self, g_steal_pointer (&snapshot), error);
}

/* Views go back to the snapshot after something was not kept: what was ticked, chosen or typed there
 * must not look as if it were. */
void
dz_session_show_kept (DzSession *self)
{
  if (dz_store_is_stale (self->store) && dz_session_reload (self, NULL))
    return;
  g_signal_emit (self, signals[CHANGED], 0);
  if (self->evidence != NULL)
    g_signal_emit (self, signals[EVIDENCE], 0);
}

/**
 * dz_session_refresh:
 *
 * dz_session_reload() that tells the person where it fails.
 *
 * Returns: whether what is shown is what the file holds
 */
gboolean
dz_session_refresh (DzSession *self)
{
  g_autoptr(GError) error = NULL;

  if (dz_session_reload (self, &error))
    return TRUE;
  dz_session_tell_error (self, _("What is shown may be out of date."), error);

  return FALSE;
}

/**
 * dz_session_catch_up:
 *
 * Loads what another window or program changed since the last snapshot.
 *
 * Returns: whether somebody changed something; what follows from the texts is no change
 */
gboolean
dz_session_catch_up (DzSession *self)
{
  gint64 before;

  g_return_val_if_fail (DZ_IS_SESSION (self), FALSE);

  if (!dz_store_is_stale (self->store))
    return FALSE;
  before = self->mark;

  return dz_session_refresh (self) && before != self->mark;
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  DzSession *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr(DzSnapshot) snapshot = dz_review_load_finish (result, &error);

  self->loading--;
  /* whatever was loaded since is newer than this */
  if (snapshot != NULL && GPOINTER_TO_UINT (g_task_get_task_data (task)) == self->n_loads)
    {
      dz_store_set_seen (self->store, self->seen);
      dz_session_take (self, g_steal_pointer (&snapshot), &error);
    }
  if (error == NULL)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  dz_session_tell_error (self, _("What is shown may be out of date."), error);
  g_task_return_error (task, error);
}

/**
 * dz_session_reload_async:
 *
 * dz_session_reload() off the main thread, after a job changed much. Of several loads under way the one
 * asked for last is taken; one that fails is told.
 */
void
dz_session_reload_async (DzSession           *self,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (DZ_IS_SESSION (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, dz_session_reload_async);
  g_task_set_task_data (task, GUINT_TO_POINTER (++self->n_loads), NULL);
  self->seen = dz_store_get_version (self->store);
  self->loading++;
  dz_review_load_async (dz_store_get_path (self->store), self->tables, self->wanted_year, NULL, loaded_cb, task);
}

gboolean
dz_session_reload_finish (DzSession    *self,
                          GAsyncResult *result,
                          GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * dz_session_is_loading:
 *
 * Returns: whether a newer snapshot is on its way
 */
gboolean
dz_session_is_loading (DzSession *self)
{
  g_return_val_if_fail (DZ_IS_SESSION (self), FALSE);

  return self->loading > 0;
}

/**
 * dz_session_begin_work:
 * @title: what is done
 * @path: (nullable): the file or folder it is done to
 *
 * Returns: (transfer full): a work the window shows until dz_work_end()
 */
DzWork *
dz_session_begin_work (DzSession  *self,
                       const char *title,
                       const char *path)
{
  DzWork *work = dz_work_new (title, path);

  g_signal_emit (self, signals[WORK], 0, work);

  return work;
}

/**
 * dz_session_show_evidence:
 * @title: (nullable): head of the pane; %NULL: the pane makes its own
 * @evidence: (nullable) (element-type DzEvidenceItem): what to show; %NULL closes the pane
 * @position: the one to begin with
 */
void
dz_session_show_evidence (DzSession  *self,
                          const char *title,
                          GListModel *evidence,
                          guint       position)
{
  g_return_if_fail (DZ_IS_SESSION (self));

  if (evidence == NULL && self->evidence == NULL)
    return;
  g_set_object (&self->evidence, evidence);
  g_free (self->evidence_title);
  self->evidence_title = g_strdup (title);
  self->evidence_position = position;
  g_signal_emit (self, signals[EVIDENCE], 0);
}

static void
show_one (DzSession      *self,
          DzEvidenceItem *item)
{
  g_autoptr(GListStore) list = g_list_store_new (DZ_TYPE_EVIDENCE_ITEM);

  g_list_store_append (list, item);
  g_object_unref (item);
  dz_session_show_evidence (self, NULL, G_LIST_MODEL (list), 0);
}

void
dz_session_show_figure (DzSession *self,
                        DzReport  *report,
                        guint      index)
{
  show_one (self, dz_evidence_item_new_figure (report, index));
}

void
dz_session_show_weakness (DzSession *self,
                          DzReport  *report,
                          guint      index)
{
  show_one (self, dz_evidence_item_new_weakness (report, index));
}

void
dz_session_show_span (DzSession *self,
                      DzReport  *report,
                      DzSpan     span)
{
  show_one (self, dz_evidence_item_new (DZ_EVIDENCE_SPAN, report->id, 0, span));
}

/**
 * dz_session_list_evidence:
 *
 * Returns: (transfer none) (nullable): what the pane shows
 */
GListModel *
dz_session_list_evidence (DzSession *self)
{
  g_return_val_if_fail (DZ_IS_SESSION (self), NULL);

  return self->evidence;
}

const char *
dz_session_get_evidence_title (DzSession *self)
{
  g_return_val_if_fail (DZ_IS_SESSION (self), NULL);

  return self->evidence_title;
}

guint
dz_session_get_evidence_position (DzSession *self)
{
  g_return_val_if_fail (DZ_IS_SESSION (self), 0);

  return self->evidence_position;
}

void
dz_session_set_evidence_position (DzSession *self,
                                  guint      position)
{
  g_return_if_fail (DZ_IS_SESSION (self));

  if (self->evidence == NULL || position >= g_list_model_get_n_items (self->evidence) ||
      position == self->evidence_position)
    return;
  self->evidence_position = position;
  g_signal_emit (self, signals[EVIDENCE], 0);
}

/**
 * dz_session_go:
 * @view: "roster", "reading", "figures", "common", "change", "checks", "charts", "briefing", "import", "life"
 * @body_id: 0: none; likewise @report_id, and an empty @span
 */
void
dz_session_go (DzSession  *self,
               const char *view,
               gint64      body_id,
               gint64      report_id,
               DzSpan      span)
{
  g_return_if_fail (DZ_IS_SESSION (self));

  g_signal_emit (self, signals[GO], 0, view, body_id, report_id, (guint64) span.start,
                 (guint64) span.end);
}

/**
 * dz_session_compare:
 * @report_ids: (element-type gint64): reports to show side by side, in this order
 */
void
dz_session_compare (DzSession *self,
                    GArray    *report_ids)
{
  g_return_if_fail (DZ_IS_SESSION (self) && report_ids != NULL);

  g_signal_emit (self, signals[COMPARE], 0, report_ids);
}

void
dz_session_toast (DzSession  *self,
                  const char *text,
                  gboolean    undoable)
{
  g_return_if_fail (DZ_IS_SESSION (self));

  g_signal_emit (self, signals[TOAST], 0, text, undoable);
}

/**
 * dz_session_toast_error:
 *
 * Says for a moment what went wrong; what a person stopped went not wrong and is not said.
 */
void
dz_session_toast_error (DzSession    *self,
                        const GError *error)
{
  g_return_if_fail (DZ_IS_SESSION (self) && error != NULL);

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[TOAST], 0, error->message, FALSE);
}


/**
 * dz_session_tell:
 *
 * Tells the person what must be seen until it is dealt with.
 */
void
dz_session_tell (DzSession  *self,
                 const char *text)
{
  g_return_if_fail (DZ_IS_SESSION (self) && text != NULL);

  g_signal_emit (self, signals[TROUBLE], 0, text);
}

/**
 * dz_session_tell_unkept:
 *
 * Tells the person that the review could not be written or is not where it was, until it can be and is.
 */
void
dz_session_tell_unkept (DzSession  *self,
                        const char *text)
{
  g_return_if_fail (DZ_IS_SESSION (self) && text != NULL);

  g_signal_emit (self, signals[UNKEPT], 0, text);
}

/**
 * dz_session_tell_kept:
 *
 * The review was written, or found where it was: what dz_session_tell_unkept() told holds no more.
 */
void
dz_session_tell_kept (DzSession *self)
{
  g_return_if_fail (DZ_IS_SESSION (self));

  g_signal_emit (self, signals[KEPT], 0);
}

/**
 * dz_session_tell_error:
 * @what: a sentence: what did not come about
 */
void
dz_session_tell_error (DzSession    *self,
                       const char   *what,
                       const GError *error)
{
  g_autofree char *text = NULL;

  g_return_if_fail (DZ_IS_SESSION (self) && what != NULL && error != NULL);

  /* TRANSLATORS: one sentence, then another */
  text = g_strdup_printf (_("%s %s"), what, error->message);
  dz_session_tell (self, text);
}
