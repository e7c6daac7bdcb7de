/* dz-session-steps.c - what was decided: its log, undo and redo, an import taken back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-session-private.h"

#include "dz-format.h"
#include "dz-import-record.h"
#include "dz-journal.h"
#include "dz-session-steps.h"
#include "dz-spoken-word.h"

#include <glib/gi18n-lib.h>

/* A value of the journal as people read it: numbers without .0, words instead of ids. */
static char *
say_logged (const char *field,
            const char *value)
{
  if (value == NULL)
    return g_strdup ("—");
  if (g_strcmp0 (field, "value") == 0 || g_strcmp0 (field, "high") == 0)
    return dz_format_plain (g_ascii_strtod (value, NULL));
  if (g_strcmp0 (field, "set_aside") == 0 || g_strcmp0 (field, "bound") == 0)
    return g_strdup (dz_spoken_word (value));

  return g_strdup (value);
}

static char *
describe_change (DzSession        *self,
                 const DzLogEntry *entry)
{
  g_autofree char *said_from = say_logged (entry->field, entry->from);
  g_autofree char *said_to = say_logged (entry->field, entry->to);
  const char *from = said_from;
  const char *to = said_to;

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
  else if (g_strcmp0 (entry->field, "set_aside") == 0)
    return g_strdup_printf (_("%s  %s  Why set aside: %s → %s"), entry->at, entry->who, from, to);
  else if (g_strcmp0 (entry->field, "note") == 0)
    return g_strdup_printf (_("%s  %s  Note: %s"), entry->at, entry->who, to);
  else if (g_strcmp0 (entry->field, "state") == 0)
    {
      DzState state;

      if (dz_state_from_string (to, &state))
        return g_strdup_printf ("%s  %s  %s", entry->at, entry->who, dz_session_say_state (state));
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
  g_autoptr(GError) error = NULL;
  DzReport *report = dz_review_find_report (self->review,
                                            dz_evidence_item_get_report_id (evidence));
  guint index = dz_evidence_item_get_index (evidence);
  DzEvidenceKind kind = dz_evidence_item_get_kind (evidence);

  if (report != NULL && kind == DZ_EVIDENCE_FIGURE && index < report->figures->len)
    log = dz_store_list_log (self->store, "figure",
                             g_array_index (report->figures, DzFigure, index).id, &error);
  else if (report != NULL && kind == DZ_EVIDENCE_WEAKNESS && index < report->weaknesses->len)
    log = dz_store_list_log (self->store, "weakness",
                             g_array_index (report->weaknesses, DzWeakness, index).id, &error);
  if (error != NULL)
    dz_session_tell_error (self, _("The log of this passage could not be read."), error);
  for (guint i = 0; log != NULL && i < log->len; i++)
    g_ptr_array_add (lines, describe_change (self, g_ptr_array_index (log, i)));
  g_ptr_array_add (lines, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&lines), FALSE);
}

/**
 * dz_session_get_undo_step:
 *
 * Returns: (transfer none) (nullable): what dz_session_undo() takes back
 */
const DzStep *
dz_session_get_undo_step (DzSession *self)
{
  g_return_val_if_fail (DZ_IS_SESSION (self), NULL);

  return self->undo_step;
}

/**
 * dz_session_get_redo_step:
 *
 * Returns: (transfer none) (nullable): what dz_session_redo() does again
 */
const DzStep *
dz_session_get_redo_step (DzSession *self)
{
  g_return_val_if_fail (DZ_IS_SESSION (self), NULL);

  return self->redo_step;
}

/**
 * dz_session_must_ask:
 * @step: what is to be undone or done again
 *
 * Returns: whether the person has to be asked by name: at once goes only one decision made in this
 *   window since the review was opened, and again what was undone here; never an import, the roster
 *   or the settings, nor what was done in another window or on another day
 */
gboolean
dz_session_must_ask (DzSession    *self,
                     const DzStep *step)
{
  g_return_val_if_fail (DZ_IS_SESSION (self) && step != NULL, TRUE);

  return (step->whole && step == self->undo_step) ||
         !g_hash_table_contains (self->own_steps, &step->id);
}

static gboolean
move (DzSession *self,
      gboolean   undo)
{
  const DzStep *step = undo ? self->undo_step : self->redo_step;
  g_autofree char *name = g_strdup (step != NULL ? step->name : dz_step_verb_name ("undo"));
  gint64 id = step != NULL ? step->id : 0;
  g_autoptr(GError) error = NULL;

  if (!(undo ? dz_store_undo (self->store, id, &error) : dz_store_redo (self->store, id, &error)))
    {
      g_autofree char *text = g_strdup_printf (undo ? _("Not undone: %s. %s") : _("Not done again: %s. %s"),
                                               name, error->message);

      dz_session_tell (self, text);
      dz_session_show_kept (self);
      return FALSE;
    }
  dz_session_own_step (self, id);
  dz_session_refresh (self);

  return TRUE;
}

/**
 * dz_session_undo:
 *
 * Takes back dz_session_get_undo_step(), unasked.
 */
gboolean
dz_session_undo (DzSession *self)
{
  g_return_val_if_fail (DZ_IS_SESSION (self), FALSE);

  return move (self, TRUE);
}

/**
 * dz_session_redo:
 *
 * Does dz_session_get_redo_step() again, unasked.
 */
gboolean
dz_session_redo (DzSession *self)
{
  g_return_val_if_fail (DZ_IS_SESSION (self), FALSE);

  return move (self, FALSE);
}

/**
 * dz_session_list_import:
 *
 * Returns: (transfer full) (element-type DzImportRecord): what became of the files of the last import
 */
GPtrArray *
dz_session_list_import (DzSession *self)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *records;

  g_return_val_if_fail (DZ_IS_SESSION (self), NULL);

  records = dz_store_list_records (self->store, 0, &error);
  if (records != NULL)
    return records;
  dz_session_tell_error (self, _("The list of imported files could not be read."), error);

  return g_ptr_array_new_with_free_func ((GDestroyNotify) dz_import_record_free);
}

/**
 * dz_session_count_import:
 * @run: number of an import
 * @n_later: (out): decisions in its reports since
 *
 * Returns: reports of it that taking it back would remove
 */
guint
dz_session_count_import (DzSession *self,
                         guint      run,
                         guint     *n_later)
{
  g_autoptr(GError) error = NULL;
  guint n;

  g_return_val_if_fail (DZ_IS_SESSION (self), 0);

  n = dz_store_count_import (self->store, run, n_later, &error);
  if (error != NULL)
    dz_session_tell_error (self, _("The list of imported files could not be read."), error);

  return n;
}

/**
 * dz_session_take_back:
 *
 * Takes one import back, whatever was done since; a step of its own.
 */
gboolean
dz_session_take_back (DzSession *self,
                      guint      run)
{
  g_autoptr(GError) error = NULL;
  guint n_later;
  guint n = dz_store_count_import (self->store, run, &n_later, NULL);
  g_autofree char *text = g_strdup_printf (ngettext ("Import of %u report taken back",
                                                     "Import of %u reports taken back", n), n);

  return dz_session_finish_change (self, dz_store_take_back (self->store, run, &error), &error, "take-back", 0, text);
}
