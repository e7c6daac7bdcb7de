/* dz-pattern.h - the cues of the codebook, all found in one pass
 *
 * A pattern is words parted by gaps:
 *
 *   执法(人员|力量|队伍)…(不足|薄弱)    any of the words, then up to 12 characters, then ...
 *   调(处|解)~4纠纷                     up to 4 characters between
 *   (矛盾)?纠纷, 主要的?问题             a part, or one character, that may be missing
 *   (轮训|定期~10学习)                   alternatives may hold gaps of their own
 *
 * Gaps never cross the end of a sentence (。；！？ or the end of a paragraph).
 * All words of all sets that share a lexicon are found in one pass of an
 * Aho-Corasick automaton, so the time depends on the text, not on the number
 * of cues. Patterns are written for
 * folded text (dz-fold.h).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-lexicon.h"

G_BEGIN_DECLS

typedef struct _DzPatternSet DzPatternSet;

/**
 * DzHit:
 * @pattern: number dz_pattern_set_add() gave
 * @first: where its first word ends
 * @span: first to last byte of the match
 */
typedef struct
{
  guint pattern;
  gsize first;
  DzSpan span;
} DzHit;

DzPatternSet *dz_pattern_set_new     (DzLexicon    *shared);
void          dz_pattern_set_free    (DzPatternSet *self);
int           dz_pattern_set_add     (DzPatternSet *self,
                                      const char   *pattern,
                                      GError      **error);
void          dz_pattern_set_keep_back (DzPatternSet *self,
                                        guint         pattern);
void          dz_pattern_set_compile (DzPatternSet *self);
void          dz_pattern_set_find    (DzPatternSet *self,
                                      const char   *text,
                                      DzSpan        span,
                                      GArray       *hits);
gboolean      dz_pattern_set_matches (DzPatternSet *self,
                                      const char   *text,
                                      DzSpan        span);

/**
 * DzPatternScan: a text in which single patterns of a set are found
 */
typedef struct _DzPatternScan DzPatternScan;

DzPatternScan *dz_pattern_scan_new  (DzPatternSet  *set,
                                     const char    *text,
                                     gsize          len);
void           dz_pattern_scan_free (DzPatternScan *self);
void           dz_pattern_scan_find (DzPatternScan *self,
                                     guint          pattern,
                                     GArray        *spans);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzPatternSet, dz_pattern_set_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzPatternScan, dz_pattern_scan_free)

G_END_DECLS
