/* dz-session-corrections.c - what a person decides: to the store, a new snapshot, a toast with undo
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-session-private.h"

#include "dz-import-record.h"
#include "dz-journal.h"

#include <glib/gi18n-lib.h>
#include <math.h>

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
