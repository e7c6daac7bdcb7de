/* dz-automaton.h - many words found in one pass over a text
 *
 * The machine of Aho and Corasick (1975) over characters. Each word is kept
 * once, however many patterns ask for it. Nodes hold only the children they
 * have; the first character of a word, where the machine nearly always stands,
 * is looked up at once. Read-only once compiled.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-text.h"

G_BEGIN_DECLS

typedef struct _DzAutomaton DzAutomaton;

typedef struct
{
  guint word;
  gsize start;
  gsize end;
} DzWordHit;

typedef void (*DzWordFunc) (const DzWordHit *hit,
                            gpointer         data);

DzAutomaton *dz_automaton_new         (void);
void         dz_automaton_free        (DzAutomaton *self);
guint        dz_automaton_add         (DzAutomaton *self,
                                       const char  *word);
guint32      dz_automaton_enter       (DzAutomaton *self,
                                       guint32      at,
                                       gunichar     c);
guint        dz_automaton_end         (DzAutomaton *self,
                                       guint32      at);
void         dz_automaton_compile     (DzAutomaton *self);
void         dz_automaton_find        (DzAutomaton *self,
                                       const char  *text,
                                       DzSpan       span,
                                       GArray      *hits);
void         dz_automaton_visit       (DzAutomaton *self,
                                       const char  *text,
                                       DzSpan       span,
                                       DzWordFunc   func,
                                       gpointer     data);
void         dz_word_hits_insert      (GArray          *hits,
                                       guint            floor,
                                       const DzWordHit *hit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzAutomaton, dz_automaton_free)

G_END_DECLS
