/* dz-neutral-text.h - a report as clauses of neutral characters
 *
 * Only Han characters count, and what stands for numbers, names and words that
 * mean the same (dz-neutral-words.h). Three in a row inside a clause are a gram.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-neutral-words.h"

G_BEGIN_DECLS

/**
 * DzNeutralClause:
 * @start: of the clause in the original text, in bytes; likewise @end, its end mark left out
 * @first: its first gram; it has @n of them
 * @chars: its length in neutral characters
 * @sentence: the sentence it stands in, counted from 0
 */
typedef struct
{
  guint32 start;
  guint32 end;
  guint first;
  guint16 n;
  guint16 chars;
  guint sentence;
} DzNeutralClause;

/**
 * DzNeutralText:
 * @clauses: (element-type DzNeutralClause): in the order of the text
 * @grams: (element-type guint32): of all clauses, one after the other: hashes
 */
typedef struct
{
  GArray *clauses;
  GArray *grams;
} DzNeutralText;

DzNeutralText *dz_neutral_text_new  (DzText         *text,
                                     DzNeutralWords *words);
void           dz_neutral_text_free (DzNeutralText  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzNeutralText, dz_neutral_text_free)

G_END_DECLS
