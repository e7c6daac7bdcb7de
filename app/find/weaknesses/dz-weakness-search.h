/* dz-weakness-search.h - weaknesses while they are being found: inside find/ only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-rule-set.h"
#include "dz-weaknesses.h"

G_BEGIN_DECLS

#define SURE 0.9
#define LIKELY 0.7
#define GUESSED 0.5

struct _DzWeaknesses
{
  DzCodebook *codebook;
  DzRuleSet *rules;  /* cue and not */
  DzRuleSet *topics_of_headings;
  DzRuleSet *answers; /* what shows that last year's shortfall was worked on */
  DzRuleSet *told; /* what was pointed out last year, what is not yet solved */
  DzRuleSet *words;
  DzIgnoredParts *masks;
  DzTopics *topics;
};

/* A weakness while it is being found; spans are folded. */
typedef struct
{
  const DzEntry *entry; /* NULL: no code */
  const char *cue;
  DzSpan cue_span;
  DzSpan clause;
  guint sentence;
  guint point;
  gboolean residual;
  double confidence;
} DzCandidate;

typedef struct
{
  DzWeaknesses *self;
  const char *folded;
  GArray *sentences;  /* DzReportSentence */
  GArray *candidates; /* DzCandidate */
} DzWeaknessSearch;

#define SENTENCE(search, i) (&g_array_index ((search)->sentences, DzReportSentence, i))

gboolean dz_weaknesses_has_words (DzWeaknesses *self,
                                  const char   *folded,
                                  DzSpan        span,
                                  const char   *name);
void     dz_weaknesses_name_uncoded (DzWeaknessSearch *search,
                                     guint             first);

G_END_DECLS
