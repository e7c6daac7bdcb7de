/* dz-automaton.h - many words found in one pass over a text
 *
 * The machine of Aho and Corasick (1975) over characters. Each word is kept
 * once, however many patterns ask for it. The edges of all nodes stand in one
 * table; the first character of a word, where the machine nearly always stands,
 * is looked up at once. Read-only once compiled.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-text.h"

G_BEGIN_DECLS

typedef struct _DzAutomaton DzAutomaton;

/* What the end of a sentence counts where characters are counted: more than any gap of a pattern. */
#define DZ_SENTENCE_STEPS 1024

/**
 * DzWordHit: a word in a text
 * @start: its first byte, and @end, behind its last
 * @from: characters before it, and %DZ_SENTENCE_STEPS more for each 。；！？ and end of a line; @to, behind it. What lies between
 *   two words is their difference; it may run over
 */
typedef struct
{
  guint32 word;
  guint32 start;
  guint32 end;
  guint32 from;
  guint32 to;
} DzWordHit;

DzAutomaton *dz_automaton_new         (void);
void         dz_automaton_free        (DzAutomaton *self);
guint        dz_automaton_add         (DzAutomaton *self,
                                       const char  *word);
guint32      dz_automaton_enter       (DzAutomaton *self,
                                       guint32      at,
                                       gunichar     c);
guint        dz_automaton_end         (DzAutomaton *self,
                                       guint32      at);
gboolean     dz_automaton_is_full (DzAutomaton *self);
void         dz_automaton_compile     (DzAutomaton *self);
void         dz_automaton_find        (DzAutomaton *self,
                                       const char  *text,
                                       DzSpan       span,
                                       GArray      *hits);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzAutomaton, dz_automaton_free)

G_END_DECLS
