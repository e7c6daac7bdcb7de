/* dz-inspection-words.c - the words inspections' papers and ledgers are known by
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-inspection-words.h"

#include "dz-rule-set.h"
#include "dz-sheet.h"

#include <string.h>

#define LONGEST_HEAD 14

struct _DzInspectionWords
{
  DzRuleSet *sets[DZ_N_INSPECTION_WORDS];
};

static const char *const names[DZ_N_INSPECTION_WORDS] = {
  "inspection-title", "inspection-answer", "inspection-problems", "inspection-demands", "inspection-all",
  "ledger-problem",   "ledger-body",       "ledger-measure",      "ledger-term",        "ledger-state",
  "ledger-evidence",  "ledger-day",        "ledger-year",         "ledger-no-head",     "ledger-work",
  "ledger-nobody",    "ledger-done",       "ledger-under-way",    "ledger-lasting",     "ledger-open",
};

/**
 * dz_inspection_words_new:
 *
 * Returns: (transfer full) (nullable): the compiled words; %NULL with @error of %DZ_ERROR_CODEBOOK
 */
DzInspectionWords *
dz_inspection_words_new (DzCodebook *codebook,
                         GError    **error)
{
  g_autoptr(DzInspectionWords) self = g_new0 (DzInspectionWords, 1);

  for (guint i = 0; i < DZ_N_INSPECTION_WORDS; i++)
    if (!dz_rule_set_make_words (&self->sets[i], codebook, names[i], error))
      return NULL;

  return g_steal_pointer (&self);
}

void
dz_inspection_words_free (DzInspectionWords *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < DZ_N_INSPECTION_WORDS; i++)
    g_clear_pointer (&self->sets[i], dz_rule_set_free);
  g_free (self);
}

gboolean
dz_inspection_words_match (DzInspectionWords *self,
                           DzInspectionWord   word,
                           const char        *folded)
{
  return dz_rule_set_matches (self->sets[word], folded, (DzSpan){ 0, strlen (folded) });
}

/* Returns: (transfer full) (nullable): the first words that match */
char *
dz_inspection_words_dup_hit (DzInspectionWords *self,
                             DzInspectionWord   word,
                             const char        *folded)
{
  g_autoptr(GArray) hits = dz_rule_set_find (self->sets[word], folded, (DzSpan){ 0, strlen (folded) });
  const DzRuleHit *best = NULL;

  for (guint i = 0; i < hits->len; i++)
    {
      const DzRuleHit *hit = &g_array_index (hits, DzRuleHit, i);

      if (best == NULL || hit->span.start < best->span.start ||
          (hit->span.start == best->span.start && hit->span.end > best->span.end))
        best = hit;
    }

  return best != NULL ? g_strndup (folded + best->span.start, best->span.end - best->span.start) : NULL;
}

/* A year alone: 年度, not 2024年度问题. */
static gboolean
is_column (DzInspectionWords *self,
           DzInspectionWord   word,
           const char        *key)
{
  g_autofree char *hit = word == DZ_LEDGER_YEAR ? dz_inspection_words_dup_hit (self, word, key) : NULL;

  return word == DZ_LEDGER_YEAR ? g_strcmp0 (hit, key) == 0 : dz_inspection_words_match (self, word, key);
}

/**
 * dz_inspection_words_find_column:
 * @cell: as written
 *
 * Returns: which column of a ledger has that head, as a #DzInspectionWord; -1: none
 */
int
dz_inspection_words_find_column (DzInspectionWords *self,
                                 const char        *cell)
{
  g_autofree char *key = dz_sheet_cell_key (cell != NULL ? cell : "");

  if (*key == '\0' || g_utf8_strlen (key, -1) > LONGEST_HEAD || dz_inspection_words_match (self, DZ_LEDGER_NO_HEAD, key))
    return -1;
  /* 整改措施完成时限 is a term, 责任单位 no measure: what says when and who comes before what says what */
  for (guint i = 0; i < DZ_N_LEDGER_COLUMNS; i++)
    {
      static const DzInspectionWord order[DZ_N_LEDGER_COLUMNS] = { DZ_LEDGER_YEAR, DZ_LEDGER_DAY, DZ_LEDGER_TERM, DZ_LEDGER_BODY,
                                                                   DZ_LEDGER_MEASURE, DZ_LEDGER_STATE, DZ_LEDGER_EVIDENCE,
                                                                   DZ_LEDGER_PROBLEM };

      if (is_column (self, order[i], key))
        return (int) order[i];
    }

  return -1;
}

/**
 * dz_inspection_words_read_state:
 * @folded: what a person wrote into the column of states
 *
 * Returns: whether it says one; what is begun and not done is under way
 */
gboolean
dz_inspection_words_read_state (DzInspectionWords *self,
                                const char        *folded,
                                DzLedgerState     *state)
{
  static const struct { DzInspectionWord word; DzLedgerState state; } order[] = {
    { DZ_LEDGER_SAYS_LASTING, DZ_LEDGER_LASTING }, { DZ_LEDGER_SAYS_OPEN, DZ_LEDGER_OPEN },
    { DZ_LEDGER_SAYS_UNDER_WAY, DZ_LEDGER_UNDER_WAY }, { DZ_LEDGER_SAYS_DONE, DZ_LEDGER_DONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (dz_inspection_words_match (self, order[i].word, folded))
      {
        *state = order[i].state;
        return TRUE;
      }

  return FALSE;
}
