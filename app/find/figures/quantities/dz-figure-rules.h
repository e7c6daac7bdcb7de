/* dz-figure-rules.h - the codebook's rules for figures, made ready to match
 *
 * Everything that decides what a quantity is stands in the codebook:
 *   in an indicator
 *     <measure>@case 份</measure>            measure words; @name is a class of phrases.xml
 *     <cue with="P" not="P" where="any" within="sentence" weight="5" measure="份" base="yes">P</cue>
 *     <not within="clause" as="sub-case" unless="P">P</not>
 *     <state value="0">P</state>             all and none without a number
 *     <sum of="a b"/>                        the parts, where no total is told
 *     <test value="12" bound="about">…</test>
 *   in phrases.xml
 *     <words id="measure" class="case">件 起</words>
 *     <words id="money">罚 经费</words>      behind which 3万6 are yuan
 *     <words id="grammar" class="verb">开展|召开</words>
 *     <set-aside reason="plan" reach="clause" unless="P" until="P">P</set-aside>
 *
 * P is a pattern (dz-pattern.h). All are found in one pass. Made once, then only read, by any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-codebook.h"
#include "dz-pattern.h"

G_BEGIN_DECLS

#define DZ_NO_PATTERN (-1)

/* A set of measure words, a bit each. */
__extension__ typedef unsigned __int128 DzMeasures;

typedef enum
{
  DZ_REACH_NUMBER,   /* the pattern covers the number */
  DZ_REACH_NEAR,     /* it ends right before the number, or a character or two away */
  DZ_REACH_CLAUSE,   /* it stands before the number in the same clause */
  DZ_REACH_AFTER,    /* it begins right behind the quantity */
  DZ_REACH_SENTENCE, /* it stands before the number in the same sentence */
  DZ_REACH_PARAGRAPH, DZ_REACH_AROUND, /* around: anywhere in the same sentence */
  DZ_REACH_STATE     /* it stands in the clause of an all or none form */
} DzReach;

/* The words the grammar of quantities goes by: <words id="grammar" class="..."> of phrases.xml. */
typedef enum
{
  DZ_GRAMMAR_VERB,       /* ends the noun behind a measure word */
  DZ_GRAMMAR_FOREIGN,    /* a noun that is counted for itself: 部门, 村, 议题 */
  DZ_GRAMMAR_ALL,        /* 全部, 均, 都 */
  DZ_GRAMMAR_NOW,        /* opens this year: 今年, 全年, 目前 */
  DZ_GRAMMAR_BODY,       /* opens the reporting body: 全镇, 我镇, 镇级 */
  DZ_GRAMMAR_LEAD,       /* stands before a number and names nothing */
  DZ_GRAMMAR_TOTAL,      /* 合计, 共计 */
  DZ_GRAMMAR_RESPECTIVE, /* 分别, 依次 */
  DZ_GRAMMAR_CHANGED,    /* 增加, 压减, 调整: what leads from one value to the next */
  DZ_GRAMMAR_LONGER,     /* a word a cue may not begin or end within: 回应诉求 is no 应诉 */
  DZ_GRAMMAR_AGENT,      /* who acts, named by the deed: 调解组织 does not 调解 yet */
  DZ_GRAMMAR_LEVEL,      /* says only which of a kind: 镇级, 村级, 专职 */
  DZ_GRAMMAR_SPOKEN,     /* a deed that names nothing: 学了, 跑下来 */
  DZ_GRAMMAR_LAST
} DzGrammar;

typedef enum { DZ_WHERE_BEFORE, DZ_WHERE_AFTER, DZ_WHERE_ANY } DzWhere;

typedef struct
{
  guint indicator; /* position in indicators */
  int pattern;
  int with;        /* must stand near, or DZ_NO_PATTERN */
  int not;         /* must not stand in the windows, or DZ_NO_PATTERN */
  int noun;        /* nouns behind the measure word it accepts, or DZ_NO_PATTERN */
  DzReach within;  /* how far away @with may stand */
  DzWhere where;
  gboolean carry;  /* may be carried over a comma to a bare number */
  gboolean base;   /* says what there was to do: nothing where what was done of it follows */
  int weight;
  DzMeasures measures; /* 0: those of the indicator */
  const DzRule *rule;
} DzCue;

typedef struct
{
  int pattern;
  int unless;
  DzReach within;
  gboolean head;  /* asks only from the cue on: what stands before it are modifiers */
  const char *as; /* (nullable) interned: the word to set the quantity aside with */
} DzNot;

/* What values an indicator has, from its kind in the codebook. */
typedef enum { DZ_VALUE_COUNT, DZ_VALUE_SIZE /* money, area */, DZ_VALUE_RATE, DZ_VALUE_CHANGE } DzValueForm;

typedef struct
{
  const DzEntry *entry;
  DzValueForm form;
  DzMeasures measures;
  GArray *nots;      /* DzNot */
  GPtrArray *sum_of; /* (nullable) interned ids */
} DzIndicatorRules;

typedef struct
{
  guint indicator;
  int pattern, with, not;
  DzReach within;
  double value;
  const DzRule *rule;
} DzStateRule;

typedef struct
{
  const char *reason; /* interned */
  int pattern;
  int unless;
  int until;          /* closes the scope between the cue and the number, or DZ_NO_PATTERN */
  int after;          /* must stand behind the number in the same clause, or DZ_NO_PATTERN */
  DzReach reach;
  int sign;           /* of a change: -1 for less, 1 for more, 0 if the words do not say */
  const DzRule *rule;
} DzAside;

typedef struct
{
  guint first_cue, n_cues; /* what a pattern is used for: places in the lists below */
  GArray *states, *asides; /* (nullable) guint */
} DzPatternUse;

typedef struct
{
  DzCodebook *codebook; /* its rules are pointed to */
  DzPatternSet *patterns;
  GHashTable *by_source;  /* pattern text -> number + 1 */
  GArray *uses;           /* DzPatternUse, by pattern number */
  GArray *indicators;     /* DzIndicatorRules */
  GArray *cues;           /* DzCue, by pattern */
  GArray *states;         /* DzStateRule */
  GArray *asides;         /* DzAside */
  int grammar[DZ_GRAMMAR_LAST]; /* patterns */
  GPtrArray *measures, *money; /* interned words: of measures, longest first; of money, and %NULL */
  GHashTable *measure_bits; /* interned word -> bit number + 1 */
  GHashTable *classes;    /* class name -> DzMeasures * */
  guint32 measure_first[64]; /* which first characters a measure word can have: a small filter */
} DzFigureRules;

DzFigureRules *dz_figure_rules_new         (DzCodebook     *codebook,
                                            GError        **error);
void           dz_figure_rules_free        (DzFigureRules  *self);
const char    *dz_figure_rules_measure_at  (DzFigureRules  *self,
                                            const char     *text,
                                            gsize           len,
                                            gsize           at);
const char    *dz_figure_rules_measure_of_label (DzFigureRules *self, const char *text, DzSpan label);
DzMeasures     dz_figure_rules_measure_bit (DzFigureRules  *self,
                                            const char     *unit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzFigureRules, dz_figure_rules_free)

G_END_DECLS
