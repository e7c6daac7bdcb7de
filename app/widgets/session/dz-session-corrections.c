/* dz-session-corrections.c - what a person decides: to the store, a new snapshot, a toast with undo
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-session-private.h"

#include "dz-error.h"
#include "dz-journal.h"
#include "dz-session-corrections.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Says what was not kept and why, and lets the views go back to what is kept. */
static void
tell_failure (DzSession    *self,
              const char   *what,
              const GError *error)
{
  g_autofree char *text =
    g_strdup_printf (_("Not kept: %s. %s"), what,
                     error != NULL ? error->message : _("The review cannot be reached. Open it again."));

  dz_session_tell_unkept (self, text);
  dz_session_show_kept (self);
}

/* "State of a report: 青禾镇 2024" */
static char *
dup_what (DzSession  *self,
          const char *verb,
          gint64      report_id)
{
  DzReport *report = dz_review_find_report (self->review, report_id);
  const DzBody *body = report != NULL ? dz_review_find_body (self->review, report->body_id) : NULL;

  if (body == NULL)
    return g_strdup (dz_step_verb_name (verb));

  return g_strdup_printf ("%s: %s %d", dz_step_verb_name (verb), body->name, report->identity.year);
}

/*
 * What every correction ends with: a new snapshot and a toast, or the person is told what was not
 * kept. @error is the place of the error and not the error itself: arguments are worked out in any
 * order, and the place is the same before the store's verb and after.
 *
 * @verb: of the step, as in #DzLogEntry
 * @report_id: what it is about, 0 for no report
 * @done: (nullable): what the toast says
 */
gboolean
dz_session_finish_change (DzSession   *self,
                          gboolean     ok,
                          GError     **error,
                          const char  *verb,
                          gint64       report_id,
                          const char  *done)
{
  g_autofree char *told = NULL;
  gboolean elsewhere;

  if (!ok)
    {
      g_autofree char *what = dup_what (self, verb, report_id);

      tell_failure (self, what, *error);
      return FALSE;
    }
  dz_session_tell_kept (self);
  dz_session_own_step (self, dz_store_get_step (self->store));
  /* our own handle's writing makes nothing stale: somebody else was at work, too */
  elsewhere = dz_store_is_stale (self->store);
  dz_session_refresh (self);
  if (elsewhere)
    told = g_strdup_printf (_("%s. The review was changed elsewhere, too; it is shown as it is now"),
                            done != NULL ? done : _("Kept"));
  if (told != NULL || done != NULL)
    dz_session_toast (self, told != NULL ? told : done, TRUE);

  return TRUE;
}

/**
 * dz_session_say_state:
 *
 * Returns: (transfer none): what a person did to a figure or weakness that is @state now
 */
const char *
dz_session_say_state (DzState state)
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

static gboolean
set_gone (GError **error)
{
  g_set_error (error, DZ_ERROR, DZ_ERROR_STORE,
               _("What you changed is not in the review any more. Load it again."));

  return FALSE;
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

/**
 * dz_session_set_author:
 * @name: stands beside what is changed from now on; "": that of the login
 */
void
dz_session_set_author (const char *name)
{
  dz_journal_set_who (*name != '\0' ? name : NULL);
}

/**
 * dz_session_confirm_figures:
 * @figure_ids: (element-type gint64): at least one
 *
 * Confirms them in one step of undo.
 */
gboolean
dz_session_confirm_figures (DzSession *self,
                            GArray    *figure_ids)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *done = g_strdup_printf (ngettext ("%u figure confirmed", "%u figures confirmed", figure_ids->len),
                                           figure_ids->len);
  gboolean ok = dz_store_hold (self->store, "confirm", &error);
  gboolean all = ok;

  for (guint i = 0; all && i < figure_ids->len; i++)
    all = dz_store_set_figure_state (self->store, g_array_index (figure_ids, gint64, i), DZ_STATE_CONFIRMED, &error);
  if (ok)
    ok = dz_store_release (self->store, all, &error);

  return dz_session_finish_change (self, ok, &error, "confirm", 0, done);
}

gboolean
dz_session_set_figure_state (DzSession *self,
                             gint64     report_id,
                             gint64     figure_id,
                             DzState    state)
{
  g_autoptr(GError) error = NULL;

  return dz_session_finish_change (self, dz_store_set_figure_state (self->store, figure_id, state, &error), &error,
                 "figure", report_id, dz_session_say_state (state));
}

/**
 * dz_session_correct_figure:
 * @indicator: (nullable): id of the codebook; %NULL: it belongs to none
 * @value: in the indicator's base unit
 *
 * What is set aside stays so, for the same reason, until it is given an indicator it did not have. Nothing changed is a
 * confirmation: who looked and found it right has not corrected it.
 */
gboolean
dz_session_correct_figure (DzSession  *self,
                           gint64      report_id,
                           gint64      figure_id,
                           const char *indicator,
                           double      value,
                           DzBound     bound)
{
  const DzFigure *was = find_figure (self, report_id, figure_id);
  const DzEntry *entry = dz_codebook_find (self->codebook, DZ_ENTRY_INDICATOR, indicator);
  g_autoptr(GError) error = NULL;
  DzFigure figure;

  if (was == NULL)
    return dz_session_finish_change (self, set_gone (&error), &error, "figure", report_id, NULL);
  if (g_strcmp0 (indicator, was->indicator) == 0 && value == was->value && bound == was->bound && was->state != DZ_STATE_CORRECTED)
    return dz_session_set_figure_state (self, report_id, figure_id, DZ_STATE_CONFIRMED);
  figure = *was;
  figure.indicator = indicator != NULL ? g_intern_string (indicator) : NULL;
  if (entry != NULL && entry->unit != NULL)
    figure.unit = entry->unit;
  if (g_strcmp0 (figure.indicator, was->indicator) != 0)
    figure.set_aside = NULL;
  figure.value = value;
  figure.bound = bound;
  figure.state = DZ_STATE_CORRECTED;

  return dz_session_finish_change (self, dz_store_set_figure (self->store, &figure, was, &error), &error, "figure",
                 report_id, dz_session_say_state (DZ_STATE_CORRECTED));
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
  g_autoptr(GError) error = NULL;
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

  return dz_session_finish_change (self, dz_store_add_figure (self->store, report_id, &figure, &error) != 0, &error,
                 "added", report_id, _("Figure added"));
}

gboolean
dz_session_set_weakness_state (DzSession *self,
                               gint64     report_id,
                               gint64     weakness_id,
                               DzState    state)
{
  g_autoptr(GError) error = NULL;

  return dz_session_finish_change (self, dz_store_set_weakness_state (self->store, weakness_id, state, &error), &error,
                 "weakness", report_id, dz_session_say_state (state));
}

/**
 * dz_session_correct_weakness:
 * @code: (nullable): id of the codebook; %NULL: it belongs to none. The code it has already is a confirmation
 */
gboolean
dz_session_correct_weakness (DzSession  *self,
                             gint64      report_id,
                             gint64      weakness_id,
                             const char *code)
{
  const DzWeakness *was = find_weakness (self, report_id, weakness_id);
  g_autoptr(GError) error = NULL;
  DzWeakness weakness;

  if (was == NULL)
    return dz_session_finish_change (self, set_gone (&error), &error, "weakness", report_id, NULL);
  if (code != NULL && g_strcmp0 (code, was->code) == 0 && was->state != DZ_STATE_CORRECTED)
    return dz_session_set_weakness_state (self, report_id, weakness_id, DZ_STATE_CONFIRMED);
  weakness = *was;
  weakness.code = code != NULL ? g_intern_string (code) : NULL;
  weakness.state = DZ_STATE_CORRECTED;

  return dz_session_finish_change (self, dz_store_set_weakness (self->store, &weakness, was, &error), &error, "weakness",
                 report_id, dz_session_say_state (DZ_STATE_CORRECTED));
}

static DzWeakness
new_by_hand (const char *code,
             DzSpan      span)
{
  return (DzWeakness) { .code = g_intern_string (code), .span = span, .confidence = 1, .state = DZ_STATE_CORRECTED,
                        .ground = { .rule = g_intern_string ("user"), .clause = span } };
}

gboolean
dz_session_add_weakness (DzSession  *self,
                         gint64      report_id,
                         const char *code,
                         DzSpan      span)
{
  g_autoptr(GError) error = NULL;
  DzWeakness weakness = new_by_hand (code, span);

  return dz_session_finish_change (self, dz_store_add_weakness (self->store, report_id, &weakness, &error) != 0, &error,
                 "added", report_id, _("Weakness added"));
}

/* Declared by the report itself, in this sentence, and not rejected; with a code or without one. */
static gboolean
stands_in (const DzWeakness *weakness,
           DzSpan            sentence)
{
  return !weakness->last_year && !weakness->county && weakness->state != DZ_STATE_REJECTED &&
         weakness->span.start >= sentence.start && weakness->span.start < sentence.end;
}

/* That which is to have @code: the one that has it already, else the first with a code, else the first without. */
static const DzWeakness *
choose_bearer (DzReport   *report,
               DzSpan      sentence,
               const char *code)
{
  const DzWeakness *chosen = NULL;

  for (guint i = 0; code != NULL && i < report->weaknesses->len; i++)
    {
      const DzWeakness *weakness = &g_array_index (report->weaknesses, DzWeakness, i);

      if (!stands_in (weakness, sentence))
        continue;
      if (g_strcmp0 (weakness->code, code) == 0)
        return weakness;
      if (chosen == NULL || (chosen->code == NULL && weakness->code != NULL))
        chosen = weakness;
    }

  return chosen;
}

static gboolean
code_bearer (DzSession        *self,
             const DzWeakness *bearer,
             const char       *code,
             GError          **error)
{
  DzWeakness weakness = *bearer;

  if (g_strcmp0 (bearer->code, code) == 0)
    return bearer->state != DZ_STATE_SUGGESTED ||
           dz_store_set_weakness_state (self->store, bearer->id, DZ_STATE_CONFIRMED, error);
  weakness.code = g_intern_string (code);
  weakness.state = DZ_STATE_CORRECTED;

  return dz_store_set_weakness (self->store, &weakness, bearer, error);
}

static gboolean
code_sentence (DzSession  *self,
               DzReport   *report,
               DzSpan      sentence,
               const char *code,
               GError    **error)
{
  const DzWeakness *bearer = choose_bearer (report, sentence, code);
  gboolean ok = TRUE;

  for (guint i = 0; ok && i < report->weaknesses->len; i++)
    {
      const DzWeakness *weakness = &g_array_index (report->weaknesses, DzWeakness, i);

      if (weakness == bearer)
        ok = code_bearer (self, bearer, code, error);
      else if (weakness->code != NULL && stands_in (weakness, sentence))
        ok = dz_store_set_weakness_state (self->store, weakness->id, DZ_STATE_REJECTED, error);
    }
  if (ok && code != NULL && bearer == NULL)
    {
      DzWeakness added = new_by_hand (code, sentence);

      ok = dz_store_add_weakness (self->store, report->id, &added, error) != 0;
    }

  return ok;
}

/**
 * dz_session_code_sentence:
 * @code: (nullable): id of the codebook; %NULL: the sentence declares no weakness
 *
 * Makes @code the only one the sentence has, in one step of undo: what has it is confirmed, else the first takes it,
 * the others are not used; where nothing is declared it is added.
 */
gboolean
dz_session_code_sentence (DzSession  *self,
                          gint64      report_id,
                          DzSpan      sentence,
                          const char *code)
{
  DzReport *report = dz_review_find_report (self->review, report_id);
  g_autoptr(GError) error = NULL;
  gboolean ok, all;

  if (report == NULL)
    return dz_session_finish_change (self, set_gone (&error), &error, "weakness", report_id, NULL);
  ok = dz_store_hold (self->store, "weakness", &error);
  all = ok && code_sentence (self, report, sentence, code, &error);
  if (ok)
    ok = dz_store_release (self->store, all, &error);

  return dz_session_finish_change (self, ok, &error, "weakness", report_id, dz_session_say_state (DZ_STATE_CORRECTED));
}

/**
 * dz_session_set_remark:
 * @is_weakness: else @row is a figure of the report
 * @note: "" takes it back
 */
gboolean
dz_session_set_remark (DzSession  *self,
                       gint64      report_id,
                       gboolean    is_weakness,
                       gint64      row,
                       const char *note)
{
  g_autoptr(GError) error = NULL;

  return dz_session_finish_change (self, dz_store_set_remark (self->store, is_weakness, row, *note != '\0' ? note : NULL, &error),
                 &error, "remark", report_id, *note != '\0' ? _("Note kept") : _("Note taken back"));
}

gboolean
dz_session_set_check_state (DzSession  *self,
                            gint64      report_id,
                            const char *check_id,
                            DzState     state,
                            const char *note)
{
  g_autoptr(GError) error = NULL;

  return dz_session_finish_change (self, dz_store_set_check (self->store, report_id, check_id, state, note, &error),
                 &error, "check", report_id, dz_session_say_state (state));
}

gboolean
dz_session_set_reviewing (DzSession   *self,
                          gint64       report_id,
                          DzReviewing  reviewing,
                          const char  *note)
{
  g_autoptr(GError) error = NULL;
  gboolean ok = dz_store_hold (self->store, "reviewing", &error);

  if (ok)
    ok = dz_store_release (self->store,
                           dz_store_set_reviewing (self->store, report_id, reviewing, &error) &&
                             (note == NULL ||
                              dz_store_set_note (self->store, report_id, note, &error)),
                           &error);

  return dz_session_finish_change (self, ok, &error, "reviewing", report_id, NULL);
}

static const char *
date_or_null (const char *date)
{
  return *date != '\0' ? date : NULL;
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
  g_autoptr(GError) error = NULL;
  const char *verb = received != NULL ? "received" : "published";
  gboolean ok = dz_store_hold (self->store, verb, &error);

  if (ok)
    ok = dz_store_release (
      self->store,
      (received == NULL ||
       dz_store_set_received (self->store, report_id, date_or_null (received), &error)) &&
        (published == NULL ||
         dz_store_set_published (self->store, report_id, date_or_null (published), &error)),
      &error);

  return dz_session_finish_change (self, ok, &error, verb, report_id, _("Date noted"));
}

gboolean
dz_session_set_identity (DzSession    *self,
                         gint64        report_id,
                         gint64        body_id,
                         int           year,
                         DzReportKind  kind)
{
  g_autoptr(GError) error = NULL;

  return dz_session_finish_change (self,
                 dz_store_set_identity (self->store, report_id, body_id, year, kind, TRUE, &error),
                 &error, "identity", report_id, _("Noted"));
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
  g_autoptr(GError) error = NULL;
  guint unplaced = 0;
  gboolean ok = dz_store_supersede (self->store, older_id, newer_id, &unplaced, &error);
  g_autofree char *text = unplaced > 0
                            ? g_strdup_printf (ngettext ("Replaced; %u correction found no place in the new text",
                                                         "Replaced; %u corrections found no place in the new text",
                                                         unplaced), unplaced)
                            : g_strdup (_("Replaced; all corrections were kept"));

  return dz_session_finish_change (self, ok, &error, "replace", older_id, text);
}

gboolean
dz_session_remove_report (DzSession *self,
                          gint64     report_id)
{
  g_autoptr(GError) error = NULL;

  return dz_session_finish_change (self, dz_store_remove_report (self->store, report_id, &error), &error, "remove",
                 report_id, _("Report removed"));
}

static gboolean
write_settings (DzSession       *self,
                const DzCounty  *county,
                GPtrArray       *bodies,
                GError         **error)
{
  /* the list was made from the one on screen: written whole, it would undo another's changes */
  if (bodies != NULL && dz_store_is_stale (self->store))
    {
      g_set_error (error, DZ_ERROR, DZ_ERROR_STORE,
                   _("The review was changed elsewhere meanwhile. Open the settings again and enter it there."));
      return FALSE;
    }

  return dz_store_set_county (self->store, county, self->review->county, error) &&
         (bodies == NULL || dz_store_set_roster (self->store, bodies, error));
}

/**
 * dz_session_set_county:
 * @county: what differs from the settings on screen is written
 * @bodies: (nullable) (element-type DzBody): the roster, where that changed too
 *
 * All or nothing, one step of undo.
 */
gboolean
dz_session_set_county (DzSession      *self,
                       const DzCounty *county,
                       GPtrArray      *bodies)
{
  g_autoptr(GError) error = NULL;
  gboolean ok;

  g_return_val_if_fail (DZ_IS_SESSION (self), FALSE);

  ok = dz_store_hold (self->store, "county", &error);
  if (ok)
    ok = dz_store_release (self->store, write_settings (self, county, bodies, &error), &error);

  return dz_session_finish_change (self, ok, &error, bodies != NULL ? "roster" : "county", 0,
                 bodies != NULL ? _("Roster changed") : NULL);
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
  g_autoptr(GError) error = NULL;
  DzDecision decision = { g_intern_string (kind), body_id, year, (char *) key, (char *) value,
                          (char *) note };

  g_return_val_if_fail (DZ_IS_SESSION (self), FALSE);

  return dz_session_finish_change (self, dz_store_set_decision (self->store, &decision, &error), &error, "decision", 0,
                 _("Noted"));
}
