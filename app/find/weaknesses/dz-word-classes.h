/* dz-word-classes.h - who or what falls short, and how: words that say the same count as one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-codebook.h"
#include "dz-grams.h"

G_BEGIN_DECLS

typedef struct _DzWordClasses DzWordClasses;

DzWordClasses *dz_word_classes_new      (DzCodebook    *codebook);
void           dz_word_classes_free     (DzWordClasses *self);
void           dz_word_classes_add      (DzWordClasses *self,
                                         const char    *folded,
                                         DzSpan         span,
                                         GArray        *grams);
gboolean       dz_word_classes_are_gram (DzGram         gram);
DzGram         dz_word_classes_read     (DzWordClasses *self,
                                         const char    *word,
                                         gsize          len);
char          *dz_word_classes_dup_word (DzWordClasses *self,
                                         DzGram         gram);
char          *dz_word_classes_dup_told (DzWordClasses *self,
                                         const char    *folded,
                                         DzSpan         span,
                                         DzGram         gram,
                                         DzSpan        *where);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzWordClasses, dz_word_classes_free)

G_END_DECLS
