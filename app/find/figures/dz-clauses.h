/* dz-clauses.h - folded text cut into clauses, sentences and paragraphs
 *
 * A clause ends at ，：and at the end of a sentence (。；！？ and the end of a
 * paragraph), but not at a comma inside a number or a 《title》.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-text.h"

G_BEGIN_DECLS

/**
 * DzClause:
 * @span: without its end mark
 * @sentence: counted from 0; a ； parts sentences
 * @full: counted from 0; only 。！？ and paragraphs part these
 * @paragraph: counted from 0
 */
typedef struct
{
  DzSpan span;
  guint sentence;
  guint full;
  guint paragraph;
} DzClause;

GArray *dz_clauses_split (const char   *text,
                          gsize         len,
                          const GArray *numbers);
guint   dz_clauses_at    (const GArray *clauses,
                          gsize         offset);

G_END_DECLS
