/* dz-sentence-private.h - putting sentences together; inside compare/ only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-sentences.h"

G_BEGIN_DECLS

#define DZ_NAMES_ALL 8   /* so many names are written out */
#define DZ_NAMES_FIRST 5 /* of more, these */
#define DZ_MIN_PERCENT 10 /* bodies below which no per cent is given */

void  dz_sentence_add         (DzSentence   *self,
                               const char   *words);
void  dz_sentence_addf        (DzSentence   *self,
                               const char   *format,
                               ...) G_GNUC_PRINTF (2, 3);
void  dz_sentence_add_source  (DzSentence   *self,
                               DzReport     *report,
                               DzSpan        span);
void  dz_sentence_add_table   (DzSentence   *self,
                               const char   *key);
void  dz_sentence_add_names   (DzSentence   *self,
                               GPtrArray    *bodies,
                               const char   *table);
void  dz_sentence_add_counted_names (DzSentence   *self,
                                     GPtrArray    *bodies,
                                     const char   *table);
char *dz_sentence_share       (guint         part,
                               guint         whole);
char *dz_sentence_plain_name  (const char   *name);
void  dz_sentences_take       (GPtrArray    *sentences,
                               DzSentence   *sentence);

G_END_DECLS
