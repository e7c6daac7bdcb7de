/* dz-figures-test.c - the test sentences of the indicators
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-figures.h"

#include <math.h>

#define TEST_YEAR 2024

static void
describe_found (const GArray *figures,
                GString      *found)
{
  for (guint i = 0; i < figures->len; i++)
    {
      const DzFigure *figure = &g_array_index (figures, DzFigure, i);
      char value[G_ASCII_DTOSTR_BUF_SIZE];

      g_string_append_printf (found, "%s%s %s", found->len > 0 ? ", " : "",
                              figure->indicator != NULL   ? figure->indicator
                              : figure->set_aside != NULL ? figure->set_aside
                                                          : "?",
                              g_ascii_formatd (value, sizeof value, "%.10g", figure->value));
    }
}

/* Whether the figures hold what the test demands. */
static gboolean
is_as_told (const GArray  *figures,
            const DzEntry *entry,
            const DzRule  *rule)
{
  const char *value = dz_rule_get_attribute (rule, "value");
  const char *bound = dz_rule_get_attribute (rule, "bound");
  gboolean none = g_strcmp0 (value, "none") == 0;

  for (guint i = 0; i < figures->len; i++)
    {
      const DzFigure *figure = &g_array_index (figures, DzFigure, i);

      if (figure->indicator != entry->id)
        continue;
      if (none)
        return FALSE;
      if (value != NULL && fabs (figure->value - g_ascii_strtod (value, NULL)) > 1e-6)
        continue;
      if (bound != NULL && !g_str_equal (dz_bound_to_string (figure->bound), bound))
        continue;
      return TRUE;
    }

  return none;
}

static void
check_sentence (DzFigures     *self,
                DzCodebook    *codebook,
                const DzEntry *entry,
                const DzRule  *rule,
                GPtrArray     *complaints)
{
  g_autoptr(DzText) text = dz_text_new_from_string (rule->text);
  g_autoptr(DzReport) report = dz_report_new (text, dz_source_new (""));
  g_autoptr(DzFold) fold = NULL;
  g_autoptr(GString) found = g_string_new (NULL);
  DzContext context = { 0 };
  const char *string;
  gsize len;

  string = dz_text_peek (text, &len);
  fold = dz_fold_new (string, len);
  context.report = report;
  context.codebook = codebook;
  context.fold = fold;
  context.folded = dz_fold_peek (fold, &context.folded_len);
  report->identity.year = TEST_YEAR;
  dz_figures_find (self, &context);
  if (is_as_told (report->figures, entry, rule))
    return;

  describe_found (report->figures, found);
  g_ptr_array_add (complaints,
                   g_strdup_printf ("%s:%d: %s %s: “%s” (%s)", rule->file, rule->line, entry->id,
                                    dz_rule_get_attribute (rule, "value"), rule->text, found->str));
}

/**
 * dz_figures_check_codebook:
 * @error: return location for rules that cannot be compiled
 *
 * Reads every test sentence of the indicators of @codebook.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): one line, with file and line, for each
 *   sentence that is not read as it says; %NULL with @error set if the rules are badly written
 */
GPtrArray *
dz_figures_check_codebook (DzCodebook  *codebook,
                           GError     **error)
{
  g_autoptr(DzFigures) figures = dz_figures_new (codebook, error);
  GPtrArray *indicators = dz_codebook_list (codebook, DZ_ENTRY_INDICATOR);
  GPtrArray *complaints;

  if (figures == NULL)
    return NULL;
  complaints = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < indicators->len; i++)
    {
      const DzEntry *entry = g_ptr_array_index (indicators, i);

      for (guint k = 0; k < entry->rules->len; k++)
        {
          const DzRule *rule = g_ptr_array_index (entry->rules, k);

          if (g_str_equal (rule->name, "test"))
            check_sentence (figures, codebook, entry, rule, complaints);
        }
    }

  return complaints;
}
