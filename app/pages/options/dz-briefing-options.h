/* dz-briefing-options.h - what of a briefing is ticked, in which order, and how it is set
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-review.h"
#include "dz-scope-filter.h"

G_BEGIN_DECLS

typedef enum
{
  DZ_LAYOUT_OFFICIAL,  /* 公文A4 */
  DZ_LAYOUT_LANDSCAPE, /* 表格横排: tables of numbers lie on their side, up to 10 columns a block */
  DZ_LAYOUT_SHEETS,    /* 一镇一页: nothing but one page a body, whatever is ticked */
  DZ_LAYOUT_FOLDOUT    /* 数据大表: the table of numbers whole on A3, folded in, 16 columns a block */
} DzBriefingLayout;

/**
 * DzBriefingPart: one tick of the contents, in paper order
 * @id: stable: "cover", "circular", "summary", "required", "figures", "chart:ID", "weaknesses", "single",
 *   "year-change", "checks", "ledger", "scores", "score-forms", "bodies", "sources"
 * @name: what the tick list says
 * @ticked: wanted
 * @possible: %FALSE if the review has nothing for it; it is then left out even if ticked
 * @reason: (nullable): why not, a Chinese line for the tick list
 */
typedef struct
{
  char *id;
  char *name;
  gboolean ticked;
  gboolean possible;
  char *reason;
} DzBriefingPart;

/**
 * DzBriefingOptions:
 * @year: the reported year
 * @bodies: (nullable) (element-type gint64): ids of the bodies to speak of; %NULL: the whole roster
 * @parts: (element-type DzBriefingPart): contents in the order wanted; reorder or tick freely
 * @layout: how it is set
 * @hide_names: print 甲单位, 乙单位 … instead of names (quotations that would tell are masked ＊＊)
 * @one_sided: binding side always left
 * @subtitle: (nullable): line in brackets under the title; %NULL: 供述法评议会议使用; "": none
 * @number: (nullable): of the issue, 2025年第3期: a circular then has a 报头
 * @date: (nullable): YYYY-MM-DD under a circular; %NULL: left open
 * @points: (element-type utf8 int): codes a person took into the common weaknesses (1) or left out of them (0)
 * @overrides: (element-type utf8 utf8): text_key of an area to the words wanted instead; by dz_rewording_set()
 *   also for which sentence
 */
typedef struct
{
  int year;
  GArray *bodies;
  GPtrArray *parts;
  DzBriefingLayout layout;
  gboolean hide_names;
  gboolean one_sided;
  char *subtitle;
  char *number;
  char *date;
  GHashTable *points;
  GHashTable *overrides;
} DzBriefingOptions;

DzBriefingOptions *dz_briefing_options_new       (DzReview                *review,
                                                  int                      year);
DzBriefingOptions *dz_briefing_options_copy      (const DzBriefingOptions *self);
void               dz_briefing_options_free      (DzBriefingOptions       *self);
char              *dz_briefing_options_to_string (const DzBriefingOptions *self);
void               dz_briefing_options_parse     (DzBriefingOptions       *self,
                                                  const char              *string);
void               dz_briefing_options_set_point (DzBriefingOptions       *self,
                                                  const char              *code,
                                                  gboolean                 taken,
                                                  gboolean                 is_common);
gboolean           dz_briefing_options_has_point (const DzBriefingOptions *self,
                                                  const char              *code,
                                                  gboolean                 is_common);
const char        *dz_briefing_find_template         (const char              *word);
gboolean           dz_briefing_options_take_template (DzBriefingOptions *self,
                                                  const char              *id);
const char        *dz_briefing_options_get_template  (const DzBriefingOptions *self);
void               dz_briefing_options_take_scope    (DzBriefingOptions   *self,
                                                      const DzScopeFilter *scope,
                                                      DzReview            *review);
DzBriefingPart    *dz_briefing_options_find_part (const DzBriefingOptions *self,
                                                  const char              *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzBriefingOptions, dz_briefing_options_free)

G_END_DECLS
