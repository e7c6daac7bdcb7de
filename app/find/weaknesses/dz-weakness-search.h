/* dz-weakness-search.h - weaknesses while they are being found: inside find/ only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-rule-set.h"
#include "dz-second-reader.h"
#include "dz-weaknesses.h"

G_BEGIN_DECLS

#define SURE 0.9
#define LIKELY 0.7
#define GUESSED 0.5

struct _DzWeaknesses
{
  DzCodebook *codebook;
  DzRuleSet *rules;  /* cue and not */
  DzRuleSet *answers; /* what shows that last year's shortfall was worked on */
  DzRuleSet *told; /* what was pointed out last year, what is not yet solved */
  DzRuleSet *words;
  DzIgnoredParts *masks;
  DzTopics *topics;
  DzSecondReader *reader;
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
  gboolean certain;   /* by a rule the county added, or one that cannot mean anything else: nobody contradicts it */
  gboolean doubted;   /* the second reader contradicts the rule */
  gboolean agreed;    /* it says the same as the rule */
  double confidence;
} DzCandidate;

/* What is asked of all candidates over and over, without looking through them (dz-candidate-index.c). */
typedef struct _DzCandidateIndex DzCandidateIndex;

typedef struct
{
  DzWeaknesses *self;
  const char *folded;
  GArray *sentences;  /* DzReportSentence */
  GArray *candidates; /* DzCandidate */
  DzCandidateIndex *index; /* while candidates are only added */
} DzWeaknessSearch;

#define SENTENCE(search, i) (&g_array_index ((search)->sentences, DzReportSentence, i))

gboolean dz_weaknesses_has_words (DzWeaknesses *self,
                                  const char   *folded,
                                  DzSpan        span,
                                  const char   *name);
DzSpan   dz_weaknesses_find_point (DzWeaknessSearch *search,
                                   guint             index);
gboolean dz_weaknesses_announces (const char *folded,
                                  DzSpan      span);
void     dz_weaknesses_ask_reader (DzWeaknessSearch *search,
                                   guint             index);
void     dz_weaknesses_read_on (DzWeaknessSearch *search);
void     dz_weaknesses_doubt (DzWeaknessSearch *search);
void     dz_weaknesses_name_uncoded (DzWeaknessSearch *search);
void     dz_weaknesses_drop_repeated (DzWeaknessSearch *search);
void     dz_weaknesses_drop_residual (DzWeaknessSearch *search);
void     dz_weaknesses_drop_doubted (DzWeaknessSearch *search);

void     dz_candidate_index_begin (DzWeaknessSearch *search);
void     dz_candidate_index_end   (DzWeaknessSearch *search);
gboolean dz_candidate_index_has_point  (DzWeaknessSearch *search,
                                        guint             point);
gboolean dz_candidate_index_is_named   (DzWeaknessSearch *search,
                                        guint             point);
gboolean dz_candidate_index_has_line   (DzWeaknessSearch *search,
                                        guint             line);
gboolean dz_candidate_index_has_spoken (DzWeaknessSearch *search,
                                        guint             sentence);
gboolean dz_candidate_index_knows      (DzWeaknessSearch *search,
                                        guint             point,
                                        const char       *code);
GArray  *dz_candidate_index_list_spans (DzWeaknessSearch *search,
                                        guint             sentence);

G_END_DECLS
