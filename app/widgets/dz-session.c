/* dz-session.c - the review on screen: its snapshot, the year and scope, and what is being looked at
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-session.h"

#include "dz-codebook-job.h"
#include "dz-error.h"
#include "dz-import-record.h"
#include "dz-journal.h"
#include "dz-store.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <math.h>

struct _DzSession
{
  GObject parent_instance;

  DzStore *store;
  DzReview *review;
  DzCodebook *codebook;
  char *codebook_xml;       /* (nullable) the additions it was made with */
  GPtrArray *old_codebooks; /* DzCodebook */
  DzScopeFilter *scope;
  int year;
  gboolean temporary;

  GListModel *evidence; /* (nullable) DzEvidenceItem */
  char *evidence_title;
  guint evidence_position;
};

enum
{
  CHANGED,
  EVIDENCE,
  GO,
  COMPARE,
  TOAST,
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

  G_OBJECT_CLASS (dz_session_parent_class)->dispose (object);
}

static void
dz_session_finalize (GObject *object)
{
  DzSession *self = DZ_SESSION (object);

  g_clear_pointer (&self->review, dz_review_unref);
  g_clear_pointer (&self->codebook, dz_codebook_unref);
  g_ptr_array_unref (self->old_codebooks);
  g_free (self->codebook_xml);
  g_clear_pointer (&self->scope, dz_scope_filter_unref);
  g_free (self->evidence_title);

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
}

static void
dz_session_init (DzSession *self)
{
  self->scope = dz_scope_filter_new_all ();
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

  if (create && !g_file_test (path, G_FILE_TEST_EXISTS))
    self->store = dz_store_create (path, error);
  else
    self->store = dz_store_open (path, error);
  if (self->store == NULL)
    return NULL;
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
 * dz_session_save_as:
 *
 * Copies the review to @path and goes on with the copy.
 */
gboolean
dz_session_save_as (DzSession   *self,
                    const char  *path,
                    GError     **error)
{
  g_autoptr(GFile) from = NULL;
  g_autoptr(GFile) to = NULL;
  g_autofree char *old_path = NULL;
  DzStore *store;

  g_return_val_if_fail (DZ_IS_SESSION (self) && path != NULL, FALSE);

  /* Closing the last handle moves what WAL still holds into the file itself. */
  old_path = g_strdup (dz_store_get_path (self->store));
  g_signal_handlers_disconnect_by_data (self->store, self);
  g_clear_object (&self->store);
  from = g_file_new_for_path (old_path);
  to = g_file_new_for_path (path);
  if (!g_file_copy (from, to, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, error))
    {
      self->store = dz_store_open (old_path, NULL);
      return FALSE;
    }
  store = dz_store_open (path, error);
  if (store == NULL)
    {
      self->store = dz_store_open (old_path, NULL);
      return FALSE;
    }
  self->store = store;
  self->temporary = FALSE;

  return dz_session_reload (self, error);
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
  g_return_if_fail (DZ_IS_SESSION (self));

  if (self->year == year)
    return;
  self->year = year;
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
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
has_year (DzReview *review,
          int       year)
{
  g_autoptr(GArray) years = dz_review_list_years (review);

  for (guint i = 0; i < years->len; i++)
    if (g_array_index (years, int, i) == year)
      return TRUE;

  return FALSE;
}

/**
 * dz_session_reload:
 *
 * Loads a new snapshot, after an import or a correction, and tells the views.
 */
gboolean
dz_session_reload (DzSession  *self,
                   GError    **error)
{
  DzReview *review;

  g_return_val_if_fail (DZ_IS_SESSION (self), FALSE);

  review = dz_store_load (self->store, self->review, error);
  if (review == NULL)
    return FALSE;
  g_clear_pointer (&self->review, dz_review_unref);
  self->review = review;

  if (self->codebook != NULL &&
      g_strcmp0 (self->codebook_xml, review->county->codebook_xml) != 0)
    {
      /* views may still hold entries of it until they hear of the change */
      g_ptr_array_add (self->old_codebooks, g_steal_pointer (&self->codebook));
    }
  if (self->codebook == NULL)
    {
      g_free (self->codebook_xml);
      self->codebook_xml = g_strdup (review->county->codebook_xml);
      self->codebook = dz_codebook_load (review->county->codebook_xml, error);
      /* The county's own additions may be wrong: then the review still opens without them. */
      if (self->codebook == NULL && review->county->codebook_xml != NULL)
        {
          g_clear_error (error);
          self->codebook = dz_codebook_load (NULL, error);
        }
      if (self->codebook == NULL)
        return FALSE;
    }
  if (self->year == 0 || !has_year (review, self->year))
    self->year = dz_review_latest_year (review);
  g_signal_emit (self, signals[CHANGED], 0);
  if (self->evidence != NULL)
    g_signal_emit (self, signals[EVIDENCE], 0);

  return TRUE;
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

/**
 * dz_session_go:
 * @view: "roster", "reading", "figures", "common", "change", "checks", "charts", "briefing", "import"
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

void
dz_session_toast_error (DzSession    *self,
                        const GError *error)
{
  g_return_if_fail (DZ_IS_SESSION (self) && error != NULL);

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[TOAST], 0, error->message, FALSE);
}

/* What every correction ends with: a new snapshot and a toast, or what went wrong. */
static gboolean
finish (DzSession   *self,
        gboolean     ok,
        GError      *error,
        const char  *text)
{
  g_autoptr(GError) own = error;

  if (ok)
    ok = dz_session_reload (self, own == NULL ? &own : NULL);
  if (!ok)
    {
      if (own != NULL)
        dz_session_toast_error (self, own);
      return FALSE;
    }
  if (text != NULL)
    dz_session_toast (self, text, TRUE);

  return TRUE;
}

static const char *
say_state (DzState state)
{
  switch (state)
    {
    case DZ_STATE_CONFIRMED: return _("Confirmed");
    case DZ_STATE_CORRECTED: return _("Corrected");
    case DZ_STATE_REJECTED: return _("Not used from now on");
    case DZ_STATE_SUGGESTED: return _("Back to a suggestion");
    default: return "";
    }
}

static const DzFigure *
find_figure (DzSession *self,
             gint64     report_id,
             gint64     figure_id)
{
  DzReport *report = dz_review_find_report (self->review, report_id);

  for (guint i = 0; report != NULL && i < report->figures->len; i++)
    {
      const DzFigure *figure = &g_array_index (report->figures, DzFigure, i);

      if (figure->id == figure_id)
        return figure;
    }

  return NULL;
}

static const DzWeakness *
find_weakness (DzSession *self,
               gint64     report_id,
               gint64     weakness_id)
{
  DzReport *report = dz_review_find_report (self->review, report_id);

  for (guint i = 0; report != NULL && i < report->weaknesses->len; i++)
    {
      const DzWeakness *weakness = &g_array_index (report->weaknesses, DzWeakness, i);

      if (weakness->id == weakness_id)
        return weakness;
    }

  return NULL;
}

gboolean
dz_session_set_figure_state (DzSession *self,
                             gint64     report_id,
                             gint64     figure_id,
                             DzState    state)
{
  GError *error = NULL;
  gboolean ok = dz_store_set_figure_state (self->store, figure_id, state, &error);

  return finish (self, ok, error, say_state (state));
}

/**
 * dz_session_correct_figure:
 * @indicator: (nullable): id of the codebook; %NULL: it belongs to none
 * @value: in the indicator's base unit
 */
gboolean
dz_session_correct_figure (DzSession  *self,
                           gint64      report_id,
                           gint64      figure_id,
                           const char *indicator,
                           double      value,
                           DzBound     bound)
{
  const DzFigure *old = find_figure (self, report_id, figure_id);
  const DzEntry *entry = dz_codebook_find (self->codebook, DZ_ENTRY_INDICATOR, indicator);
  GError *error = NULL;
  DzFigure figure;

  if (old == NULL)
    return FALSE;
  figure = *old;
  figure.indicator = indicator != NULL ? g_intern_string (indicator) : NULL;
  if (entry != NULL && entry->unit != NULL)
    figure.unit = entry->unit;
  figure.set_aside = NULL;
  figure.value = value;
  figure.bound = bound;
  figure.state = DZ_STATE_CORRECTED;

  return finish (self, dz_store_set_figure (self->store, &figure, &error), error,
                 say_state (DZ_STATE_CORRECTED));
}

gboolean
dz_session_add_figure (DzSession  *self,
                       gint64      report_id,
                       const char *indicator,
                       double      value,
                       DzBound     bound,
                       DzSpan      span)
{
  const DzEntry *entry = dz_codebook_find (self->codebook, DZ_ENTRY_INDICATOR, indicator);
  GError *error = NULL;
  DzFigure figure = { 0 };

  figure.indicator = g_intern_string (indicator);
  figure.unit = entry != NULL ? entry->unit : NULL;
  figure.value = value;
  figure.high = NAN;
  figure.bound = bound;
  figure.confidence = 1;
  figure.span = span;
  figure.number = span;
  figure.ground.rule = g_intern_string ("user");
  figure.ground.clause = span;
  figure.state = DZ_STATE_CORRECTED;

  return finish (self, dz_store_add_figure (self->store, report_id, &figure, &error) != 0, error,
                 _("Figure added"));
}

gboolean
dz_session_set_weakness_state (DzSession *self,
                               gint64     report_id,
                               gint64     weakness_id,
                               DzState    state)
{
  GError *error = NULL;
  gboolean ok = dz_store_set_weakness_state (self->store, weakness_id, state, &error);

  return finish (self, ok, error, say_state (state));
}

gboolean
dz_session_correct_weakness (DzSession  *self,
                             gint64      report_id,
                             gint64      weakness_id,
                             const char *code)
{
  const DzWeakness *old = find_weakness (self, report_id, weakness_id);
  GError *error = NULL;
  DzWeakness weakness;

  if (old == NULL)
    return FALSE;
  weakness = *old;
  weakness.code = code != NULL ? g_intern_string (code) : NULL;
  weakness.state = DZ_STATE_CORRECTED;

  return finish (self, dz_store_set_weakness (self->store, &weakness, &error), error,
                 say_state (DZ_STATE_CORRECTED));
}

gboolean
dz_session_add_weakness (DzSession  *self,
                         gint64      report_id,
                         const char *code,
                         DzSpan      span)
{
  GError *error = NULL;
  DzWeakness weakness = { 0 };

  weakness.code = g_intern_string (code);
  weakness.span = span;
  weakness.confidence = 1;
  weakness.ground.rule = g_intern_string ("user");
  weakness.ground.clause = span;
  weakness.state = DZ_STATE_CORRECTED;

  return finish (self, dz_store_add_weakness (self->store, report_id, &weakness, &error) != 0,
                 error, _("Weakness added"));
}

gboolean
dz_session_set_check_state (DzSession  *self,
                            gint64      report_id,
                            const char *check_id,
                            DzState     state,
                            const char *note)
{
  GError *error = NULL;
  gboolean ok = dz_store_set_check (self->store, report_id, check_id, state, note, &error);

  return finish (self, ok, error, say_state (state));
}

gboolean
dz_session_set_reviewing (DzSession   *self,
                          gint64       report_id,
                          DzReviewing  reviewing,
                          const char  *note)
{
  GError *error = NULL;
  gboolean ok;

  dz_store_begin_step (self->store, "reviewing");
  ok = dz_store_set_reviewing (self->store, report_id, reviewing, &error);
  if (ok && note != NULL)
    ok = dz_store_set_note (self->store, report_id, note, &error);
  dz_store_end_step (self->store);

  return finish (self, ok, error, NULL);
}

/**
 * dz_session_set_dates:
 * @received: (nullable): YYYY-MM-DD; %NULL leaves it, "" takes it back; likewise @published
 */
gboolean
dz_session_set_dates (DzSession  *self,
                      gint64      report_id,
                      const char *received,
                      const char *published)
{
  GError *error = NULL;
  gboolean ok = TRUE;

  dz_store_begin_step (self->store, "received");
  if (received != NULL)
    ok = dz_store_set_received (self->store, report_id, *received != '\0' ? received : NULL, &error);
  if (ok && published != NULL)
    ok = dz_store_set_published (self->store, report_id, *published != '\0' ? published : NULL,
                                 &error);
  dz_store_end_step (self->store);

  return finish (self, ok, error, _("Date noted"));
}

gboolean
dz_session_set_identity (DzSession    *self,
                         gint64        report_id,
                         gint64        body_id,
                         int           year,
                         DzReportKind  kind)
{
  GError *error = NULL;
  gboolean ok = dz_store_set_identity (self->store, report_id, body_id, year, kind, TRUE, &error);

  return finish (self, ok, error, _("Noted"));
}

/**
 * dz_session_supersede:
 *
 * Puts a newer text in the place of the older report; what the analyst did is carried over.
 */
gboolean
dz_session_supersede (DzSession *self,
                      gint64     older_id,
                      gint64     newer_id)
{
  GError *error = NULL;
  guint unplaced = 0;
  gboolean ok = dz_store_supersede (self->store, older_id, newer_id, &unplaced, &error);
  g_autofree char *text = unplaced > 0
                            ? g_strdup_printf (ngettext ("Replaced; %u correction found no place in the new text",
                                                         "Replaced; %u corrections found no place in the new text",
                                                         unplaced), unplaced)
                            : g_strdup (_("Replaced; all corrections were kept"));

  return finish (self, ok, error, text);
}

/**
 * dz_session_list_import:
 *
 * Returns: (transfer full) (element-type DzImportRecord): what became of the files of the last import
 */
GPtrArray *
dz_session_list_import (DzSession *self)
{
  guint run;

  g_return_val_if_fail (DZ_IS_SESSION (self), NULL);

  run = dz_store_next_import (self->store);

  return run > 1 ? dz_store_list_records (self->store, run - 1)
                 : g_ptr_array_new_with_free_func ((GDestroyNotify) dz_import_record_free);
}

gboolean
dz_session_remove_report (DzSession *self,
                          gint64     report_id)
{
  GError *error = NULL;
  gboolean ok = dz_store_remove_report (self->store, report_id, &error);

  return finish (self, ok, error, _("Report removed"));
}

gboolean
dz_session_set_county (DzSession      *self,
                       const DzCounty *county)
{
  GError *error = NULL;

  g_return_val_if_fail (DZ_IS_SESSION (self), FALSE);

  return finish (self, dz_store_set_county (self->store, county, &error), error, NULL);
}

gboolean
dz_session_set_roster (DzSession *self,
                       GPtrArray *bodies)
{
  GError *error = NULL;

  g_return_val_if_fail (DZ_IS_SESSION (self), FALSE);

  return finish (self, dz_store_set_roster (self->store, bodies, &error), error,
                 _("Roster changed"));
}

/**
 * dz_session_set_decision:
 * @kind: "destination", "plan-done" or "check", as in #DzDecision
 * @value: (nullable): dz_destination_to_string(), "done", dz_state_to_string(); %NULL takes it back
 * @note: (nullable): why
 */
gboolean
dz_session_set_decision (DzSession  *self,
                         const char *kind,
                         gint64      body_id,
                         int         year,
                         const char *key,
                         const char *value,
                         const char *note)
{
  GError *error = NULL;
  DzDecision decision = { g_intern_string (kind), body_id, year, (char *) key, (char *) value,
                          (char *) note };

  g_return_val_if_fail (DZ_IS_SESSION (self), FALSE);

  return finish (self, dz_store_set_decision (self->store, &decision, &error), error, _("Noted"));
}

static char *
describe_change (DzSession        *self,
                 const DzLogEntry *entry)
{
  const char *from = entry->from != NULL ? entry->from : "—";
  const char *to = entry->to != NULL ? entry->to : "—";

  if (g_strcmp0 (entry->field, "indicator") == 0)
    {
      from = dz_codebook_name (self->codebook, DZ_ENTRY_INDICATOR, from);
      to = dz_codebook_name (self->codebook, DZ_ENTRY_INDICATOR, to);
    }
  else if (g_strcmp0 (entry->field, "code") == 0)
    {
      from = dz_codebook_name (self->codebook, DZ_ENTRY_WEAKNESS, from);
      to = dz_codebook_name (self->codebook, DZ_ENTRY_WEAKNESS, to);
    }
  else if (g_strcmp0 (entry->field, "state") == 0)
    {
      DzState state;

      if (dz_state_from_string (to, &state))
        return g_strdup_printf ("%s  %s  %s", entry->at, entry->who, say_state (state));
    }

  return g_strdup_printf ("%s  %s  %s → %s", entry->at, entry->who, from, to);
}

/**
 * dz_session_dup_log:
 *
 * Returns: (transfer full) (array zero-terminated=1): the corrections of what @evidence shows, a
 *   line each, oldest first
 */
char **
dz_session_dup_log (DzSession      *self,
                    DzEvidenceItem *evidence)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new ();
  g_autoptr(GPtrArray) log = NULL;
  DzReport *report = dz_review_find_report (self->review,
                                            dz_evidence_item_get_report_id (evidence));
  guint index = dz_evidence_item_get_index (evidence);
  DzEvidenceKind kind = dz_evidence_item_get_kind (evidence);

  if (report != NULL && kind == DZ_EVIDENCE_FIGURE && index < report->figures->len)
    log = dz_store_list_log (self->store, "figure",
                             g_array_index (report->figures, DzFigure, index).id);
  else if (report != NULL && kind == DZ_EVIDENCE_WEAKNESS && index < report->weaknesses->len)
    log = dz_store_list_log (self->store, "weakness",
                             g_array_index (report->weaknesses, DzWeakness, index).id);
  for (guint i = 0; log != NULL && i < log->len; i++)
    g_ptr_array_add (lines, describe_change (self, g_ptr_array_index (log, i)));
  g_ptr_array_add (lines, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&lines), FALSE);
}

gboolean
dz_session_can_undo (DzSession *self)
{
  g_return_val_if_fail (DZ_IS_SESSION (self), FALSE);

  return dz_store_can_undo (self->store);
}

gboolean
dz_session_can_redo (DzSession *self)
{
  g_return_val_if_fail (DZ_IS_SESSION (self), FALSE);

  return dz_store_can_redo (self->store);
}

void
dz_session_undo (DzSession *self)
{
  GError *error = NULL;

  g_return_if_fail (DZ_IS_SESSION (self));

  finish (self, dz_store_undo (self->store, &error), error, NULL);
}

void
dz_session_redo (DzSession *self)
{
  GError *error = NULL;

  g_return_if_fail (DZ_IS_SESSION (self));

  finish (self, dz_store_redo (self->store, &error), error, NULL);
}
