/* dz-own-words.h - the county's own codes, indicators and cues, as a form edits them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DzOwnWords: an entry of the county's additions
 * @weakness: a weakness, else an indicator
 * @id: of the codebook's entry it adds to, or one of its own
 * @name, @theme, @kind, @unit: (nullable): where the codebook has it already they stay its own; @name is "" while one of
 *   the county's own has none yet
 * @cues: (element-type utf8): patterns that give it away
 * @nots: (element-type utf8): patterns that speak against it
 */
typedef struct
{
  gboolean weakness;
  char *id;
  char *name;
  char *theme;
  char *kind;
  char *unit;
  GPtrArray *cues;
  GPtrArray *nots;
} DzOwnWords;

DzOwnWords *dz_own_words_new     (gboolean           weakness,
                                  const char        *id);
void        dz_own_words_free    (DzOwnWords        *self);
GPtrArray  *dz_own_words_list    (const char        *xml,
                                  GError           **error);
char       *dz_own_words_dup_id  (const char        *xml);
char       *dz_own_words_put     (const char        *xml,
                                  const DzOwnWords  *words,
                                  GError           **error);
char       *dz_own_words_remove  (const char        *xml,
                                  const DzOwnWords  *words,
                                  GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzOwnWords, dz_own_words_free)

G_END_DECLS
