/* dz-ignored-parts.c - parts of a sentence whose words do not mean what they say
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-ignored-parts.h"

#include "dz-report-lines.h"

#include <string.h>

#define SHORTEST_QUOTATION 9

struct _DzMasks
{
  DzRuleSet *words; /* all lists in one set, told apart by their name */
};

/**
 * dz_ignored_parts_new:
 *
 * Returns: (transfer full) (nullable): the compiled words
 */
DzIgnoredParts *
dz_ignored_parts_new (DzCodebook *codebook,
                      GError    **error)
{
  static const char *const names[] = { "nobody",  "though",      "but",
                                       "because", "not-because", "growing", "because-all",
                                       "goes-on", "goes-to-end", "own-shortfall" };
  g_autoptr(DzIgnoredParts) self = g_new0 (DzIgnoredParts, 1);

  self->words = dz_rule_set_new (codebook);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (!dz_rule_set_add_words (self->words, names[i], error))
      return NULL;
  dz_rule_set_compile (self->words);

  return g_steal_pointer (&self);
}

void
dz_ignored_parts_free (DzIgnoredParts *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->words, dz_rule_set_free);
  g_free (self);
}

static gboolean
is_named (const DzRuleHit *hit,
          const char      *name)
{
  return g_str_equal (dz_rule_get_word (hit->rule, "name"), name);
}

/* The end of the clause that goes on at @at: the next comma or the end of the sentence. */
static gsize
clause_end (const char *folded,
            DzSpan      sentence,
            gsize       at)
{
  for (const char *p = folded + at; p < folded + sentence.end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0xff0c || c == 0xff1b || c == 0x3002 || c == '\n')
        return (gsize) (p - folded);
    }

  return sentence.end;
}

static void
add (GArray     *masks,
     DzMaskKind  kind,
     DzSpan      span,
     const char *cue,
     DzSpan      cue_span)
{
  DzMask mask = { kind, span, cue, cue_span };

  g_array_append_val (masks, mask);
}

static void
add_quotations (GArray     *masks,
                const char *folded,
                DzSpan      sentence)
{
  gsize open = 0;
  gunichar closes = 0;

  for (const char *p = folded + sentence.start; p < folded + sentence.end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gsize at = (gsize) (p - folded);

      if (closes == 0 && (c == 0x300a || c == 0x201c))
        {
          open = at;
          closes = c == 0x300a ? 0x300b : 0x201d;
        }
      else if (closes != 0 && c == closes)
        {
          DzSpan span = { open, at + 3 };

          if (c == 0x300b || dz_report_lines_count (folded, span) >= SHORTEST_QUOTATION + 2)
            add (masks, DZ_MASK_QUOTED, span, NULL, span);
          closes = 0;
        }
    }
}

static gboolean
is_cause_word (GArray          *hits,
               const DzRuleHit *hit)
{
  for (guint i = 0; i < hits->len; i++)
    {
      const DzRuleHit *other = &g_array_index (hits, DzRuleHit, i);

      /* 因 inside 因此 or 原因 */
      if (is_named (other, "not-because") && dz_span_contains (other->span, hit->span))
        return FALSE;
    }

  return TRUE;
}

static gboolean
holds_word (GArray     *hits,
            const char *name,
            DzSpan      clause)
{
  for (guint i = 0; i < hits->len; i++)
    {
      const DzRuleHit *hit = &g_array_index (hits, DzRuleHit, i);

      if (is_named (hit, name) && dz_span_contains (clause, hit->span))
        return TRUE;
    }

  return FALSE;
}

static gboolean
begins_with_word (GArray     *hits,
                  const char *name,
                  DzSpan      clause)
{
  for (guint i = 0; i < hits->len; i++)
    {
      const DzRuleHit *hit = &g_array_index (hits, DzRuleHit, i);

      if (is_named (hit, name) && hit->span.start == clause.start)
        return TRUE;
    }

  return FALSE;
}

/* The clause after 由于, and those after it that go on: with 又, 没有, or with what grows as long as it is no
 * shortfall of the body's own. The last clause of a sentence is what the cause led to, but not one that turns
 * against it: 因一次下放了83项权力，人却没有跟着下来. */
static DzSpan
causal_span (GArray          *hits,
             const char      *folded,
             DzSpan           sentence,
             const DzRuleHit *hit)
{
  DzSpan span = { hit->span.start, clause_end (folded, sentence, hit->span.end) };

  while (span.end + 3 < sentence.end)
    {
      DzSpan next = { span.end + 3, clause_end (folded, sentence, span.end + 3) };
      gboolean grows = holds_word (hits, "growing", next) && !holds_word (hits, "own-shortfall", next);
      gboolean goes_on = (begins_with_word (hits, "goes-on", next) && next.end + 3 < sentence.end) ||
                         begins_with_word (hits, "goes-to-end", next);

      if (!grows && !goes_on)
        break;
      span.end = next.end;
    }

  return span;
}

static void
add_concession (GArray          *masks,
                GArray          *hits,
                DzSpan           sentence,
                const DzRuleHit *though)
{
  for (guint i = 0; i < hits->len; i++)
    {
      const DzRuleHit *but = &g_array_index (hits, DzRuleHit, i);

      if (is_named (but, "but") && but->span.start > though->span.end)
        {
          add (masks, DZ_MASK_CONCEDED, (DzSpan){ though->span.start, but->span.start },
               though->cue, though->span);
          return;
        }
    }
}

/**
 * dz_ignored_parts_find:
 *
 * Returns: (transfer full) (element-type DzMask): the masked parts of @sentence
 */
GArray *
dz_ignored_parts_find (DzIgnoredParts *self,
                       const char     *folded,
                       DzSpan          sentence)
{
  g_autoptr(GArray) hits = dz_rule_set_find (self->words, folded, sentence);
  GArray *masks = g_array_new (FALSE, FALSE, sizeof (DzMask));

  add_quotations (masks, folded, sentence);
  for (guint i = 0; i < hits->len; i++)
    {
      const DzRuleHit *hit = &g_array_index (hits, DzRuleHit, i);
      DzSpan rest = { hit->span.start, clause_end (folded, sentence, hit->span.end) };

      if (is_named (hit, "nobody"))
        add (masks, DZ_MASK_DENIED, rest, hit->cue, hit->span);
      else if (is_named (hit, "though"))
        add_concession (masks, hits, sentence, hit);
      else if (is_named (hit, "because-all")) /* 究其原因，既有…，也有… */
        add (masks, DZ_MASK_CAUSAL, (DzSpan){ hit->span.start, sentence.end }, hit->cue, hit->span);
      else if (is_named (hit, "because") && is_cause_word (hits, hit))
        add (masks, DZ_MASK_CAUSAL, causal_span (hits, folded, sentence, hit), hit->cue,
             hit->span);
    }

  return masks;
}

/**
 * dz_ignored_parts_cover:
 *
 * Returns: (transfer none) (nullable): the mask that takes its meaning from @cue; a cause only
 *   where it holds the cue whole
 */
const DzMask *
dz_ignored_parts_cover (GArray *masks,
                        DzSpan  cue)
{
  for (guint i = 0; i < masks->len; i++)
    {
      const DzMask *mask = &g_array_index (masks, DzMask, i);

      if (dz_span_contains (mask->span, cue))
        return mask;
      if ((mask->kind == DZ_MASK_DENIED || mask->kind == DZ_MASK_CONCEDED) &&
          cue.end > mask->span.start && cue.end <= mask->span.end)
        return mask;
    }

  return NULL;
}
