/* dz-checks.c - the precise tests one report alone decides
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-checks.h"

#include "dz-check-rows.h"

#include <string.h>

#define LONGEST_QUOTE 30

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

      if (!g_str_equal (rule->name, "cue") && !g_str_equal (rule->name, "not") &&
          !g_str_equal (rule->name, "citation"))
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

  self->codebook = dz_codebook_ref (codebook);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (!compile_cues (self, i, error))
      return NULL;
  self->names = dz_rule_set_new (codebook);
  if (!dz_rule_set_add_words (self->names, "not-a-stem", error))
    return NULL;
  dz_rule_set_compile (self->names);

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
                         self->cues[i], self->roles[i], self->names };

      if (run.entry != NULL)
        rows[i].run (&run);
    }
}

/**
 * dz_check_add:
 * @format: the message, in Chinese
 *
 * Returns: (transfer none): the check, to add spans to before the next is added
 */
DzCheck *
dz_check_add (const DzCheckRun *run,
              DzResult          result,
              const char       *format,
              ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  return dz_report_add_check (run->report, run->entry->id, result, message);
}

void
dz_check_add_span (DzCheck *check,
                   DzSpan   span)
{
  if (!dz_span_is_empty (span))
    g_array_append_val (check->spans, span);
}

/**
 * dz_check_cue_hits:
 * @attribute: (nullable): only rules whose attribute has @value; without it, rules that lack
 *   every attribute
 *
 * Returns: (transfer full) (element-type DzRuleHit): hits of the check's cues, those a <not>
 *   stands over left out
 */
GArray *
dz_check_cue_hits (const DzCheckRun *run,
                   DzSpan            folded,
                   const char       *attribute,
                   const char       *value)
{
  GArray *kept = g_array_new (FALSE, FALSE, sizeof (DzRuleHit));
  DzRuleSet *set = g_strcmp0 (attribute, "role") == 0 ? run->roles : run->cues;
  g_autoptr(GArray) hits = NULL;

  if (set == NULL || dz_span_is_empty (folded))
    return kept;
  hits = dz_rule_set_find (set, run->context->folded, folded);
  for (guint i = 0; i < hits->len; i++)
    {
      const DzRuleHit *hit = &g_array_index (hits, DzRuleHit, i);
      gboolean wanted = attribute != NULL
                          ? g_str_equal (dz_rule_get_word (hit->rule, attribute), value)
                          : hit->rule->attributes == NULL;

      for (guint k = 0; k < hits->len && wanted; k++)
        {
          const DzRuleHit *other = &g_array_index (hits, DzRuleHit, k);

          if (g_str_equal (other->rule->name, "not") && dz_span_overlaps (other->span, hit->span))
            wanted = FALSE;
        }
      if (wanted && !g_str_equal (hit->rule->name, "not"))
        g_array_append_val (kept, *hit);
    }

  return kept;
}

/**
 * dz_check_list:
 *
 * Returns: (transfer none): the words of the check's <list> for @role, parted by |
 */
const char *
dz_check_list (const DzCheckRun *run,
               const char       *role)
{
  for (guint i = 0; i < run->entry->rules->len; i++)
    {
      const DzRule *rule = g_ptr_array_index (run->entry->rules, i);

      if (g_str_equal (rule->name, "list") && g_str_equal (dz_rule_get_word (rule, "role"), role))
        return rule->text;
    }

  return "";
}

/**
 * dz_check_quote:
 *
 * Returns: (transfer full): the report's own words in “”, ends of lines and the tail left out
 */
char *
dz_check_quote (const DzCheckRun *run,
                DzSpan            original)
{
  g_autofree char *text = dz_text_dup_span (run->report->text, original);
  g_auto(GStrv) lines = g_strsplit_set (text, "\r\n", -1);
  g_autofree char *joined = g_strjoinv ("", lines);

  g_strstrip (joined);
  if (g_utf8_strlen (joined, -1) > LONGEST_QUOTE)
    {
      g_autofree char *head = g_utf8_substring (joined, 0, LONGEST_QUOTE);

      return g_strconcat ("“", head, "……”", NULL);
    }

  return g_strconcat ("“", joined, "”", NULL);
}
