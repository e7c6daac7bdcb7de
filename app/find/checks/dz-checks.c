/* dz-checks.c - the precise tests one report alone decides
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-checks.h"

#include "dz-check-run.h"

/* In codebook order. */
static const struct
{
  const char *id;
  DzCheckFunc run;
} rows[] = {
  { "C-RESULTS", dz_check_results },   { "C-PROBLEM", dz_check_problem },
  { "C-CAUSE", dz_check_cause },       { "C-DUTY", dz_check_duty },
  { "C-PLAN", dz_check_plan },         { "C-LASTYEAR", dz_check_last_year },
  { "C-YEAR", dz_check_year },         { "C-NAME", dz_check_name },
  { "C-BLANK", dz_check_blank },       { "C-NUMBER", dz_check_number },
  { "C-CERT", dz_check_cert },         { "C-PERCENT", dz_check_percent },
  { "C-SHORT", dz_check_short },       { "C-VAGUE", dz_check_vague },
  { "C-ANSWER", dz_check_answer },     { "C-ORDINAL", dz_check_ordinal },
  { "C-CITE", dz_check_cite },         { "C-PRIVACY", dz_check_privacy },
  { "C-SIGN", dz_check_sign },
};

struct _DzChecks
{
  DzCodebook *codebook;
  DzRuleSet *cues[G_N_ELEMENTS (rows)];  /* NULL where the entry has none */
  DzRuleSet *roles[G_N_ELEMENTS (rows)]; /* likewise */
  DzRuleSet *names;
  DzRuleSet *plans;
  DzRuleSet *empty;
  DzPersonal *personal; /* NULL where the codebook has no C-PRIVACY */
  DzBlankForms *blanks; /* likewise for C-BLANK */
  DzDatedNames *dated;
};

static gboolean
compile_cues (DzChecks  *self,
              guint      row,
              GError   **error)
{
  const DzEntry *entry = dz_codebook_find (self->codebook, DZ_ENTRY_CHECK, rows[row].id);

  for (guint i = 0; entry != NULL && i < entry->rules->len; i++)
    {
      const DzRule *rule = g_ptr_array_index (entry->rules, i);
      DzRuleSet **set = dz_rule_get_attribute (rule, "role") != NULL ? &self->roles[row]
                                                                     : &self->cues[row];

      if (!g_str_equal (rule->name, "cue") && !g_str_equal (rule->name, "not"))
        continue;
      if (*set == NULL)
        *set = dz_rule_set_new (self->codebook);
      if (!dz_rule_set_add (*set, entry, rule, error))
        return FALSE;
    }
  if (self->cues[row] != NULL)
    dz_rule_set_compile (self->cues[row]);
  if (self->roles[row] != NULL)
    dz_rule_set_compile (self->roles[row]);

  return TRUE;
}

/* The words of C-VAGUE that name nothing, which other checks ask as well. */
static gboolean
compile_empty (DzChecks  *self,
               GError   **error)
{
  const DzEntry *vague = dz_codebook_find (self->codebook, DZ_ENTRY_CHECK, "C-VAGUE");

  self->empty = dz_rule_set_new (self->codebook);
  for (guint i = 0; vague != NULL && i < vague->rules->len; i++)
    {
      const DzRule *rule = g_ptr_array_index (vague->rules, i);

      if (g_str_equal (dz_rule_get_word (rule, "role"), "empty") && !dz_rule_set_add (self->empty, vague, rule, error))
        return FALSE;
    }
  dz_rule_set_compile (self->empty);

  return TRUE;
}

static gboolean
compile_blanks (DzChecks  *self,
                GError   **error)
{
  DzCheckRun run = { .entry = dz_codebook_find (self->codebook, DZ_ENTRY_CHECK, "C-BLANK") };

  if (run.entry != NULL)
    self->blanks = dz_blank_forms_new (dz_check_list (&run, "measure"), error);

  return run.entry == NULL || self->blanks != NULL;
}

/**
 * dz_checks_new:
 *
 * Returns: (transfer full) (nullable): the compiled rules
 */
DzChecks *
dz_checks_new (DzCodebook  *codebook,
               GError     **error)
{
  g_autoptr(DzChecks) self = g_new0 (DzChecks, 1);
  const DzEntry *privacy;

  self->codebook = dz_codebook_ref (codebook);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (!compile_cues (self, i, error))
      return NULL;
  privacy = dz_codebook_find (codebook, DZ_ENTRY_CHECK, "C-PRIVACY");
  if (privacy != NULL && (self->personal = dz_personal_new (privacy, error)) == NULL)
    return NULL;
  self->dated = dz_dated_names_new (codebook);
  if (!compile_blanks (self, error))
    return NULL;
  self->names = dz_rule_set_new (codebook);
  if (!dz_rule_set_add_words (self->names, "not-a-stem", error))
    return NULL;
  dz_rule_set_compile (self->names);
  if (!compile_empty (self, error))
    return NULL;
  self->plans = dz_rule_set_new (codebook);
  if (!dz_rule_set_add_kind (self->plans, DZ_ENTRY_PLAN, "edition", error))
    return NULL;
  dz_rule_set_compile (self->plans);

  return g_steal_pointer (&self);
}

void
dz_checks_free (DzChecks *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_clear_pointer (&self->cues[i], dz_rule_set_free);
      g_clear_pointer (&self->roles[i], dz_rule_set_free);
    }
  g_clear_pointer (&self->names, dz_rule_set_free);
  g_clear_pointer (&self->plans, dz_rule_set_free);
  g_clear_pointer (&self->empty, dz_rule_set_free);
  g_clear_pointer (&self->personal, dz_personal_free);
  g_clear_pointer (&self->blanks, dz_blank_forms_free);
  g_clear_pointer (&self->dated, dz_dated_names_free);
  g_clear_pointer (&self->codebook, dz_codebook_unref);
  g_free (self);
}

/**
 * dz_checks_find:
 *
 * Runs every check the codebook lists. Everything else of the reading must be there.
 */
void
dz_checks_find (DzChecks  *self,
                DzContext *context)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      DzCheckRun run = { context, context->report,
                         dz_codebook_find (self->codebook, DZ_ENTRY_CHECK, rows[i].id),
                         self->cues[i], self->roles[i], self->names, self->plans,
                         self->empty, self->personal, self->blanks, self->dated };

      if (run.entry != NULL)
        rows[i].run (&run);
    }
}
