/* dz-grams.h - what the second reader sees of a text: its characters, by ones, twos and threes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-text.h"

G_BEGIN_DECLS

#define DZ_GRAM_LONGEST 3

/* One to three characters in one number, in the order of their bytes; 0 is none. */
typedef guint64 DzGram;

GArray *dz_grams_new     (const char *folded,
                          DzSpan      span);
double  dz_grams_weight  (guint       n);
DzGram  dz_gram_read     (const char *word,
                          gsize       len);
char   *dz_gram_dup_word (DzGram      gram);
DzGram  dz_gram_of       (gunichar    first,
                          gunichar    second,
                          gunichar    third);
gunichar dz_gram_get_character (DzGram gram,
                               guint  n);
gboolean dz_gram_has_ascii (DzGram     gram);
gboolean dz_gram_is_single (DzGram     gram);
int     dz_gram_compare  (gconstpointer a,
                          gconstpointer b);

G_END_DECLS
