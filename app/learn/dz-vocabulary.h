/* dz-vocabulary.h - the grams of all examples, and how much each can tell
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _DzVocabulary DzVocabulary;

DzVocabulary *dz_vocabulary_new       (void);
void          dz_vocabulary_free      (DzVocabulary *self);
guint         dz_vocabulary_add       (DzVocabulary *self,
                                       const char   *gram);
guint         dz_vocabulary_get_size  (DzVocabulary *self);
const char   *dz_vocabulary_get_gram  (DzVocabulary *self,
                                       guint         id);
guint         dz_vocabulary_get_count (DzVocabulary *self,
                                       guint         id);
double        dz_vocabulary_get_worth (DzVocabulary *self,
                                       guint         id,
                                       guint         n_examples);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzVocabulary, dz_vocabulary_free)

G_END_DECLS
