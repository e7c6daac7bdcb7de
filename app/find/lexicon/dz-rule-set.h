/* dz-rule-set.h - rules of the codebook compiled into one set of patterns
 *
 * A rule's text is a pattern of dz-pattern.h in which {name} stands for the
 * words of <words name="name"> in phrases.xml: lists that many rules share are
 * written once. Each hit leads back to its entry and rule, so that every
 * decision can be told with its cue, file and line.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-codebook.h"
#include "dz-pattern.h"

G_BEGIN_DECLS

typedef struct _DzRuleSet DzRuleSet;

/**
 * DzRuleHit:
 * @entry: whose rule it is
 * @rule: the rule
 * @cue: (nullable): interned text of the rule, what a DzGround names
 * @span: folded span of the match
 */
typedef struct
{
  const DzEntry *entry;
  const DzRule *rule;
  const char *cue;
  DzSpan span;
} DzRuleHit;

DzRuleSet *dz_rule_set_new      (DzCodebook      *codebook);
void       dz_rule_set_free     (DzRuleSet       *self);
gboolean   dz_rule_set_add      (DzRuleSet       *self,
                                 const DzEntry   *entry,
                                 const DzRule    *rule,
                                 GError         **error);
gboolean   dz_rule_set_add_kind (DzRuleSet       *self,
                                 DzEntryKind      kind,
                                 const char      *name,
                                 GError         **error);
gboolean   dz_rule_set_add_words (DzRuleSet      *self,
                                  const char     *name,
                                  GError        **error);
void       dz_rule_set_compile  (DzRuleSet       *self);
gboolean   dz_rule_set_make_words (DzRuleSet    **set,
                                   DzCodebook    *codebook,
                                   const char    *name,
                                   GError       **error);
GArray    *dz_rule_set_find     (DzRuleSet       *self,
                                 const char      *folded,
                                 DzSpan           span);
gboolean   dz_rule_set_matches  (DzRuleSet       *self,
                                 const char      *folded,
                                 DzSpan           span);
char      *dz_rule_expand       (DzCodebook      *codebook,
                                 const char      *text,
                                 GError         **error);
int        dz_rule_get_int      (const DzRule    *rule,
                                 const char      *name,
                                 int              otherwise);
const char *dz_rule_get_word    (const DzRule    *rule,
                                 const char      *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzRuleSet, dz_rule_set_free)

G_END_DECLS
