/* dz-pattern-tables.h - a set of patterns as it is searched: private to dz-pattern.c and dz-pattern-find.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-pattern.h"

G_BEGIN_DECLS

/* A word serves a step of a pattern; the same word may serve many. */
typedef struct
{
  guint pattern;
  guint step;
} DzWordUse;

typedef struct
{
  guint gap;     /* characters allowed before it; 0: it must follow at once */
  guint64 words; /* a bit for each word that serves it, by number modulo 64: most are told apart */
} DzPatternStep;

/* A word that begins a pattern. */
typedef struct
{
  DzPatternStep next; /* what has to follow; nothing, where no word serves it: the word is all of the pattern */
  guint pattern;
  guint number;       /* as it is reported */
} DzPatternStart;

/* Compiled: what finding looks at lies together, as it is looked at for each word of each text. */
typedef struct
{
  guint n_words;
  guint32 *use_at;    /* by word: its first in uses; one more at the end */
  DzWordUse *uses;
  guint32 *start_at;  /* by word: its first in starts; one more at the end */
  DzPatternStart *starts;
  guint32 *step_at;   /* by pattern: its first in steps; one more at the end */
  DzPatternStep *steps;
  guint32 *number_at; /* by number that is reported: its first pattern; one more at the end */
  guint32 *first_at;  /* by pattern: its first in firsts; one more at the end; %NULL where nothing is kept back */
  guint32 *firsts;    /* the words that begin it */
} DzPatternTables;

struct _DzPatternSet
{
  GPtrArray *sources; /* char *, by the number reported */
  GArray *kept_back;  /* gboolean, likewise */
  gboolean keeps_back; /* any of them */
  GArray *patterns;   /* of dz-pattern.c; one that is reported may have been spread to several */
  GPtrArray *uses;    /* GArray of DzWordUse, by word, in order of patterns; gone after compile */
  DzLexicon *lexicon;
  guint reader;       /* of the lexicon */
  gboolean shared;    /* the lexicon is not its own */
  DzPatternTables tables;
  gboolean compiled;
};

G_END_DECLS
