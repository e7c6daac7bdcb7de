/* dz-outline-walk.h - sections while they are being found: inside find/ only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-report-lines.h"
#include "dz-outline.h"
#include "dz-rule-set.h"

G_BEGIN_DECLS

#define NO_ROLE (-1)
#define SOFT_WEIGHT 1 /* a rule of this weight only hints at a role */

struct _DzOutline
{
  DzCodebook *codebook;
  DzRuleSet *headings; /* heading and not */
  DzRuleSet *lead_ins;
  DzRuleSet *closing;
  DzRuleSet *furniture;
  DzRuleSet *no_lead_in; /* 针对存在的问题： what follows is no problem */
  DzRuleSet *signs; /* what the text of a part says: shortfalls, intentions, causes, deeds */
};

/* A section while it is being found: spans are folded, the first line says where it begins. */
typedef struct
{
  int kind;
  DzSpan heading;
  guint level;
  guint line;
  DzOrdinalStyle style;
  double confidence;
  gsize at; /* 0, or the sentence of the line it begins with */
} DzFound;

/* A heading of the top level, and what speaks for each role. */
typedef struct
{
  guint line;
  guint end;                         /* the line its section ends before */
  DzSpan words;                      /* of the heading, its ordinal aside */
  double scores[DZ_N_SECTION_KINDS];
  int strong;                        /* the role its words name, or -1 */
  guint named;                       /* bits of all roles its words name */
  guint hinted;                      /* bits of all roles its words hint at */
  int role;                          /* decided */
} DzTopHeading;

typedef struct
{
  DzOutline *self;
  DzContext *context;
  GArray *lines; /* DzLine */
  GArray *found; /* DzFound */
  GArray *tops;  /* DzTopHeading */
  DzOrdinalStyle top;
  gunichar bullet;       /* the sign of the top level, where it has no numbers */
  gboolean bare;         /* headings have neither numbers nor signs */
  gboolean has_plan;     /* some part is the plan */
  gboolean last_is_this; /* 上一年度 names the year reported on */
  gboolean labelled;     /* lines begin with 不足： and 打算： */
} DzOutlineWalk;

#define LINE(walk, i) (&g_array_index ((walk)->lines, DzLine, i))

guint    dz_outline_find_closing  (DzOutlineWalk *walk);
void     dz_outline_fold_empty    (DzOutlineWalk *walk);
gboolean dz_outline_begins_with_admission (DzOutlineWalk      *walk,
                                           const DzTopHeading *top);
void     dz_outline_take_headless (DzOutlineWalk *walk,
                                   guint          end);
void     dz_outline_take_sentences (DzOutlineWalk *walk,
                                    guint          end);
void     dz_outline_take_trailing (DzOutlineWalk *walk,
                                   guint          end);
gboolean dz_outline_is_labelled   (DzOutlineWalk *walk);
gsize    dz_outline_find_label    (DzOutlineWalk *walk,
                                   const DzLine  *line,
                                   gsize          from,
                                   int           *kind);
gboolean dz_outline_take_labels   (DzOutlineWalk *walk,
                                   guint          index);
gboolean dz_outline_is_cause_label (DzOutlineWalk *walk,
                                    DzSpan         rest);
void     dz_outline_write         (DzOutlineWalk *walk,
                                   guint          closing);
void     dz_outline_find_tops     (DzOutlineWalk *walk,
                                   guint          end);
gboolean dz_outline_is_title      (DzOutlineWalk *walk,
                                   const DzLine  *line);
void     dz_outline_decide_roles  (DzOutlineWalk *walk);
guint    dz_outline_count_shortfalls (DzOutlineWalk *walk,
                                      DzSpan         span,
                                      gboolean       mostly);
int      dz_outline_name_roles    (DzOutlineWalk *walk,
                                   DzSpan         words,
                                   double        *hints,
                                   guint         *named);

G_END_DECLS
