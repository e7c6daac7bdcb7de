/* dz-ledger-entry.c - one problem of the 整改台账
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-ledger-entry.h"

static const char *const state_words[DZ_N_LEDGER_STATES] = { "open", "under-way", "done", "lasting" };
static const char *const state_names[DZ_N_LEDGER_STATES] = { "未整改", "整改中", "已整改", "长期坚持" };

/**
 * dz_ledger_entry_new:
 * @problem: the paper's words
 * @year: of the paper
 *
 * Returns: (transfer full): a problem nobody has put right yet
 */
DzLedgerEntry *
dz_ledger_entry_new (const char *problem,
                     int         year)
{
  DzLedgerEntry *self = g_new0 (DzLedgerEntry, 1);

  self->problem = g_strdup (problem);
  self->year = year;

  return self;
}

DzLedgerEntry *
dz_ledger_entry_copy (const DzLedgerEntry *self)
{
  DzLedgerEntry *copy = g_memdup2 (self, sizeof *self);

  copy->asked = g_strdup (self->asked);
  copy->problem = g_strdup (self->problem);
  copy->measure = g_strdup (self->measure);
  copy->deadline = g_strdup (self->deadline);
  copy->term = g_strdup (self->term);
  copy->evidence = g_strdup (self->evidence);
  copy->source = g_strdup (self->source);

  return copy;
}

void
dz_ledger_entry_free (DzLedgerEntry *self)
{
  if (self == NULL)
    return;

  g_free (self->asked);
  g_free (self->problem);
  g_free (self->measure);
  g_free (self->deadline);
  g_free (self->term);
  g_free (self->evidence);
  g_free (self->source);
  g_free (self);
}

/**
 * dz_ledger_entry_is_same:
 *
 * Returns: whether both are the same words about the same body and year, whatever became of it and wherever they stand
 */
gboolean
dz_ledger_entry_is_same (const DzLedgerEntry *self,
                         const DzLedgerEntry *other)
{
  return self->body_id == other->body_id && self->year == other->year &&
         g_strcmp0 (self->problem, other->problem) == 0 && g_strcmp0 (self->asked, other->asked) == 0;
}

/**
 * dz_ledger_entry_is_overdue:
 * @today: YYYY-MM-DD
 *
 * Returns: whether its day is over and nobody said it is put right
 */
gboolean
dz_ledger_entry_is_overdue (const DzLedgerEntry *self,
                            const char          *today)
{
  return self->deadline != NULL && today != NULL && g_strcmp0 (self->deadline, today) < 0 &&
         (self->state == DZ_LEDGER_OPEN || self->state == DZ_LEDGER_UNDER_WAY);
}

const char *
dz_ledger_state_to_string (DzLedgerState state)
{
  return state_words[state];
}

/**
 * dz_ledger_state_from_string:
 * @word: (nullable)
 *
 * Returns: whether it is a state's word
 */
gboolean
dz_ledger_state_from_string (const char    *word,
                             DzLedgerState *state)
{
  for (int i = 0; i < DZ_N_LEDGER_STATES; i++)
    if (g_strcmp0 (word, state_words[i]) == 0)
      {
        *state = (DzLedgerState) i;
        return TRUE;
      }

  return FALSE;
}

/* Chinese: on paper and in tables for people; see dz_ledger_row for the window. */
const char *
dz_ledger_state_get_name (DzLedgerState state)
{
  return state_names[state];
}
