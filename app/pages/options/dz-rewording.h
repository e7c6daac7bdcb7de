/* dz-rewording.h - what a person wrote in place of our sentences, and for which
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef char *(*DzRewordingMask) (gpointer    user_data,
                                 const char *words);

void  dz_rewording_set  (GHashTable     *overrides,
                         const char     *key,
                         const char     *sentence,
                         const char     *words);
char *dz_rewording_find (GHashTable     *overrides,
                         const char     *key,
                         const char     *sentence,
                         DzRewordingMask  mask,
                         gpointer        user_data,
                         gboolean       *other);

G_END_DECLS
