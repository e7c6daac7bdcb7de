/* dz-causes.c - what the report blames: under a heading, or in a causal clause
 *
 * Under a heading or lead-in of causes every sentence is read; in the problems
 * part only the clause after 由于, 因, 随着, 受…影响 and their like.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-causes.h"

#include "dz-report-lines.h"
#include "dz-ignored-parts.h"
#include "dz-report-sentences.h"

#include <string.h>

struct _DzCauses
{
  DzRuleSet *rules; /* cue and not */
  DzIgnoredParts *masks;
};

/**
 * dz_causes_new:
 *
 * Returns: (transfer full) (nullable): the compiled rules
 */
DzCauses *
dz_causes_new (DzCodebook  *codebook,
               GError     **error)
{
  g_autoptr(DzCauses) self = g_new0 (DzCauses, 1);

  self->rules = dz_rule_set_new (codebook);
  if (!dz_rule_set_add_kind (self->rules, DZ_ENTRY_CAUSE, "cue", error) ||
      !dz_rule_set_add_kind (self->rules, DZ_ENTRY_CAUSE, "not", error) ||
      (self->masks = dz_ignored_parts_new (codebook, error)) == NULL)
    return NULL;
  dz_rule_set_compile (self->rules);

  return g_steal_pointer (&self);
}

void
dz_causes_free (DzCauses *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->rules, dz_rule_set_free);
  g_clear_pointer (&self->masks, dz_ignored_parts_free);
  g_free (self);
}

static gboolean
is_excluded (GArray          *hits,
             const DzRuleHit *cue)
{
  for (guint i = 0; i < hits->len; i++)
    {
      const DzRuleHit *hit = &g_array_index (hits, DzRuleHit, i);

      if (hit->entry == cue->entry && g_str_equal (hit->rule->name, "not") &&
          dz_span_overlaps (hit->span, cue->span))
        return TRUE;
    }

  return FALSE;
}

/* The weakness declared in the same sentence, else the last one before it in its paragraph. */
static int
find_weakness (DzContext              *context,
               const DzReportSentence *sentence,
               DzSpan                  line)
{
  DzSpan here = dz_fold_to_original (context->fold, sentence->span);
  DzSpan around = dz_fold_to_original (context->fold, line);
  int best = -1;

  for (guint i = 0; i < context->report->weaknesses->len; i++)
    {
      const DzWeakness *weakness = &g_array_index (context->report->weaknesses, DzWeakness, i);

      if (weakness->last_year)
        continue;
      if (dz_span_overlaps (weakness->span, here))
        return (int) i;
      if (dz_span_contains (around, weakness->span) && weakness->span.start < here.start)
        best = (int) i;
    }

  return best;
}

static gboolean
is_told (DzContext  *context,
         const char *code,
         DzSpan      clause)
{
  for (guint i = 0; i < context->report->causes->len; i++)
    {
      const DzCause *cause = &g_array_index (context->report->causes, DzCause, i);

      if (cause->code == code && dz_span_overlaps (cause->span, clause))
        return TRUE;
    }

  return FALSE;
}

static void
read_part (DzCauses               *self,
           DzContext              *context,
           const DzReportSentence *sentence,
           DzSpan                  part,
           GArray                 *masks)
{
  g_autoptr(GArray) hits = dz_rule_set_find (self->rules, context->folded, part);

  for (guint i = 0; i < hits->len; i++)
    {
      const DzRuleHit *hit = &g_array_index (hits, DzRuleHit, i);
      const DzMask *mask = masks != NULL ? dz_ignored_parts_cover (masks, hit->span) : NULL;
      DzCause cause = { 0 };
      DzSpan clause;

      if (!g_str_equal (hit->rule->name, "cue") || is_excluded (hits, hit) ||
          (mask != NULL && mask->kind != DZ_MASK_CAUSAL))
        continue;
      clause = dz_report_sentences_clause (context->folded, part, hit->span);
      cause.code = hit->entry->id;
      cause.span = dz_fold_to_original (context->fold, clause);
      if (is_told (context, cause.code, cause.span))
        continue;
      cause.ground.rule = hit->cue;
      cause.ground.cue = dz_fold_to_original (context->fold, hit->span);
      cause.ground.clause = cause.span;
      cause.weakness = -1;
      if (sentence->zone != DZ_ZONE_CAUSE)
        cause.weakness = find_weakness (context, sentence,
                                        g_array_index (context->lines, DzLine,
                                                       sentence->line).span);
      g_array_append_val (context->report->causes, cause);
    }
}

/**
 * dz_causes_find:
 *
 * Fills the report's causes. Its weaknesses must be known.
 */
void
dz_causes_find (DzCauses  *self,
                DzContext *context)
{
  for (guint i = 0; i < context->sentences->len; i++)
    {
      const DzReportSentence *sentence = &g_array_index (context->sentences, DzReportSentence, i);
      g_autoptr(GArray) masks = NULL;

      if (sentence->zone != DZ_ZONE_CAUSE && sentence->zone != DZ_ZONE_PROBLEM &&
          sentence->zone != DZ_ZONE_ADMISSION)
        continue;
      masks = dz_ignored_parts_find (self->masks, context->folded, sentence->span);
      if (sentence->zone == DZ_ZONE_CAUSE)
        {
          read_part (self, context, sentence, sentence->span, masks);
          continue;
        }
      for (guint k = 0; k < masks->len; k++)
        {
          const DzMask *mask = &g_array_index (masks, DzMask, k);

          if (mask->kind == DZ_MASK_CAUSAL)
            read_part (self, context, sentence, mask->span, NULL);
        }
    }
}

/**
 * dz_causes_read_sentence:
 *
 * Returns: (transfer container) (element-type utf8): the codes a sentence under a heading of
 *   causes would get, for the test sentences
 */
GPtrArray *
dz_causes_read_sentence (DzCauses   *self,
                         const char *sentence)
{
  g_autofree char *folded = dz_fold_string (sentence);
  g_autoptr(GArray) hits = dz_rule_set_find (self->rules, folded, (DzSpan){ 0, strlen (folded) });
  GPtrArray *codes = g_ptr_array_new ();

  for (guint i = 0; i < hits->len; i++)
    {
      const DzRuleHit *hit = &g_array_index (hits, DzRuleHit, i);

      if (g_str_equal (hit->rule->name, "cue") && !is_excluded (hits, hit))
        g_ptr_array_add (codes, (gpointer) hit->entry->id);
    }

  return codes;
}
