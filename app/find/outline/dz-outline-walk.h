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

struct _DzOutline
{
  DzCodebook *codebook;
  DzRuleSet *headings; /* heading and not */
  DzRuleSet *lead_ins;
  DzRuleSet *closing;
  DzRuleSet *furniture;
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
} DzFound;

typedef struct
{
  DzOutline *self;
  DzContext *context;
  GArray *lines; /* DzLine */
  GArray *found; /* DzFound */
  DzOrdinalStyle top;
  gboolean has_plan; /* some heading names the plan */
} DzOutlineWalk;

#define LINE(walk, i) (&g_array_index ((walk)->lines, DzLine, i))

guint dz_outline_find_closing  (DzOutlineWalk *walk);
void  dz_outline_fold_empty    (DzOutlineWalk *walk);
void  dz_outline_take_headless (DzOutlineWalk *walk,
                                guint          end);
void  dz_outline_write         (DzOutlineWalk *walk,
                                guint          closing);

G_END_DECLS
