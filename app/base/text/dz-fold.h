/* dz-fold.h - a report's text folded for matching, with the way back
 *
 * Folding: traditional to simplified characters (OpenCC tw2s, only where the
 * text is traditional), full width to half width, blanks between Chinese
 * characters and round digits left out, lines broken in mid-sentence joined,
 * pinyin in brackets after a Chinese character left out, Markdown marks left
 * out. One '\n' ends a paragraph, '\t' parts cells, also where blanks did.
 * The original is what is shown, stored and quoted; the folded copy is only
 * for matching.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-text.h"

G_BEGIN_DECLS

typedef struct _DzFold DzFold;

DzFold     *dz_fold_new           (const char *text,
                                   gsize       len);
DzFold     *dz_fold_new_joined    (const char *text,
                                   gsize       len);
DzFold     *dz_fold_new_simplified (const char *text,
                                   gsize       len);
void        dz_fold_free          (DzFold     *self);
const char *dz_fold_peek          (DzFold     *self,
                                   gsize      *len);
DzSpan      dz_fold_to_original   (DzFold     *self,
                                   DzSpan      folded);
DzSpan      dz_fold_from_original (DzFold     *self,
                                   DzSpan      original);
gboolean    dz_fold_was_traditional (DzFold   *self);
char       *dz_fold_string        (const char *text);
char       *dz_fold_words         (const char *words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzFold, dz_fold_free)

G_END_DECLS
