/* dz-lexicon.h - all words anybody looks for, found in one pass over a text
 *
 * Rules of forty kinds ask for words. They share one machine: each is one of
 * its readers and has its words numbered by itself. A text that is opened is
 * scanned once, and every reader looks up what concerns it; any other text is
 * scanned when a reader asks. What is found is the same.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-automaton.h"

G_BEGIN_DECLS

typedef struct _DzLexicon DzLexicon;

/**
 * DzWords: words that begin in a span, by start, longest first; they may end beyond it
 */
typedef struct
{
  const DzWordHit *hits;
  guint n;
  GArray *own; /* (nullable): holds them, where the text was not open */
} DzWords;

DzLexicon *dz_lexicon_new        (void);
DzLexicon *dz_lexicon_ref        (DzLexicon  *self);
void       dz_lexicon_unref      (DzLexicon  *self);
guint      dz_lexicon_add_reader (DzLexicon  *self);
guint32    dz_lexicon_enter      (DzLexicon  *self,
                                  guint32     at,
                                  gunichar    c);
guint      dz_lexicon_end        (DzLexicon  *self,
                                  guint32     at,
                                  guint       reader);
gboolean   dz_lexicon_is_full    (DzLexicon  *self);
void       dz_lexicon_compile    (DzLexicon  *self);
void       dz_lexicon_open       (DzLexicon  *self,
                                  const char *text,
                                  gsize       len);
void       dz_lexicon_close      (DzLexicon  *self);
void       dz_lexicon_find       (DzLexicon  *self,
                                  guint       reader,
                                  const char *text,
                                  DzSpan      span,
                                  DzWords    *words);
void       dz_words_clear        (DzWords    *words);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DzWords, dz_words_clear)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzLexicon, dz_lexicon_unref)

G_END_DECLS
