/* dz-codebook-test.c - the codebook's own test sentences
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-codebook-test.h"

#include "dz-causes.h"
#include "dz-figures.h"
#include "dz-outline.h"
#include "dz-reading.h"
#include "dz-rule-set.h"
#include "dz-weaknesses.h"

#include <string.h>

typedef struct
{
  DzCodebook *codebook;
  DzWeaknesses *weaknesses;
  DzCauses *causes;
  DzOutline *outline;
  GPtrArray *complaints;
} Check;

static gboolean
holds (GPtrArray  *codes,
       const char *code)
{
  for (guint i = 0; i < codes->len; i++)
    if (g_ptr_array_index (codes, i) == code)
      return TRUE;

  return FALSE;
}

static void
complain (Check         *check,
          const DzEntry *entry,
          const DzRule  *rule,
          gboolean       wanted,
          const char    *found)
{
  g_ptr_array_add (check->complaints,
                   g_strdup_printf ("%s:%d: %s %s: “%s” (%s)", rule->file, rule->line, entry->id,
                                    wanted ? "not found in" : "wrongly found in", rule->text,
                                    found));
}

static char *
join (GPtrArray *codes)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < codes->len; i++)
    g_string_append_printf (line, "%s%s", i > 0 ? ", " : "",
                            (const char *) g_ptr_array_index (codes, i));

  return g_string_free (line, FALSE);
}

static void
check_codes (Check         *check,
             const DzEntry *entry,
             const DzRule  *rule,
             GPtrArray     *codes)
{
  gboolean wanted = !g_str_equal (dz_rule_get_word (rule, "expect"), "no");

  if (holds (codes, entry->id) != wanted)
    {
      g_autofree char *found = join (codes);

      complain (check, entry, rule, wanted, found);
    }
}

static void
check_section (Check         *check,
               const DzEntry *entry,
               const DzRule  *rule)
{
  g_autofree char *folded = dz_fold_string (rule->text);
  gboolean wanted = !g_str_equal (dz_rule_get_word (rule, "expect"), "no");
  int role = dz_outline_classify (check->outline, folded, (DzSpan){ 0, strlen (folded) });
  const char *found = role >= 0 ? dz_section_kind_to_string ((DzSectionKind) role) : "-";

  if (g_str_equal (found, entry->id) != wanted)
    complain (check, entry, rule, wanted, found);
}

/* A check's sentence must show one of its cues, and no <not> over it. */
static gboolean
check_cues (Check         *check,
            const DzEntry *entry,
            const DzRule  *rule,
            GError       **error)
{
  g_autoptr(DzRuleSet) cues = dz_rule_set_new (check->codebook);
  g_autofree char *folded = dz_fold_string (rule->text);
  g_autoptr(GArray) hits = NULL;
  gboolean wanted = !g_str_equal (dz_rule_get_word (rule, "expect"), "no");
  gboolean found = FALSE;
  gboolean denied = FALSE;

  for (guint i = 0; i < entry->rules->len; i++)
    {
      const DzRule *other = g_ptr_array_index (entry->rules, i);

      /* what a role asks for is found beside a cue, not by itself */
      if ((g_str_equal (other->name, "cue") || g_str_equal (other->name, "not")) &&
          dz_rule_get_attribute (other, "role") == NULL && !dz_rule_set_add (cues, entry, other, error))
        return FALSE;
    }
  dz_rule_set_compile (cues);
  hits = dz_rule_set_find (cues, folded, (DzSpan){ 0, strlen (folded) });
  for (guint i = 0; i < hits->len; i++)
    {
      found |= g_str_equal (g_array_index (hits, DzRuleHit, i).rule->name, "cue");
      denied |= g_str_equal (g_array_index (hits, DzRuleHit, i).rule->name, "not");
    }
  if ((found && !denied) != wanted)
    complain (check, entry, rule, wanted, "-");

  return TRUE;
}

static gboolean
check_test (Check         *check,
            DzEntryKind    kind,
            const DzEntry *entry,
            const DzRule  *rule,
            GError       **error)
{
  g_autoptr(GPtrArray) codes = NULL;

  switch (kind)
    {
    case DZ_ENTRY_WEAKNESS:
      codes = dz_weaknesses_read_sentence (check->weaknesses, rule->text);
      check_codes (check, entry, rule, codes);
      return TRUE;
    case DZ_ENTRY_CAUSE:
      codes = dz_causes_read_sentence (check->causes, rule->text);
      check_codes (check, entry, rule, codes);
      return TRUE;
    case DZ_ENTRY_SECTION:
      check_section (check, entry, rule);
      return TRUE;
    case DZ_ENTRY_CHECK:
      return check_cues (check, entry, rule, error);
    case DZ_ENTRY_INDICATOR: /* dz_figures_check_codebook() has them */
    case DZ_ENTRY_THEME:
    case DZ_ENTRY_DOCUMENT:
    case DZ_ENTRY_PLAN:
    case DZ_ENTRY_CONGRESS:
    case DZ_ENTRY_LAW:
    case DZ_ENTRY_TERM:
    case DZ_ENTRY_SUBJECT:
    case DZ_ENTRY_FIRST:
    case DZ_ENTRY_INCOMPARABLE:
    case DZ_ENTRY_PHRASES:
    default:
      return TRUE;
    }
}

static gboolean
check_tests (Check   *check,
             GError **error)
{
  for (guint kind = 0; kind < DZ_N_ENTRY_KINDS; kind++)
    {
      GPtrArray *entries = dz_codebook_list (check->codebook, kind);

      for (guint i = 0; i < entries->len; i++)
        {
          const DzEntry *entry = g_ptr_array_index (entries, i);

          for (guint k = 0; k < entry->rules->len; k++)
            {
              const DzRule *rule = g_ptr_array_index (entry->rules, k);

              if (g_str_equal (rule->name, "test") &&
                  !check_test (check, kind, entry, rule, error))
                return FALSE;
            }
        }
    }

  return TRUE;
}

/**
 * dz_codebook_check:
 * @error: return location for rules that cannot be compiled
 *
 * Compiles every pattern of @codebook and reads every test sentence.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): one line, with file and line, for each
 *   sentence that is not read as it says; %NULL with @error set if a rule is badly written
 */
GPtrArray *
dz_codebook_check (DzCodebook  *codebook,
                   GError     **error)
{
  g_autoptr(DzReading) reading = NULL;
  g_autoptr(DzWeaknesses) weaknesses = NULL;
  g_autoptr(DzCauses) causes = NULL;
  g_autoptr(DzOutline) outline = NULL;
  g_autoptr(GPtrArray) complaints = NULL;
  Check check = { codebook, NULL, NULL, NULL, NULL };

  g_return_val_if_fail (codebook != NULL, NULL);

  if ((reading = dz_reading_new (codebook, error)) == NULL ||
      (weaknesses = dz_weaknesses_new (codebook, error)) == NULL ||
      (causes = dz_causes_new (codebook, error)) == NULL ||
      (outline = dz_outline_new (codebook, error)) == NULL ||
      (complaints = dz_figures_check_codebook (codebook, error)) == NULL)
    return NULL;
  check.weaknesses = weaknesses;
  check.causes = causes;
  check.outline = outline;
  check.complaints = complaints;
  if (!check_tests (&check, error))
    return NULL;

  return g_steal_pointer (&complaints);
}
