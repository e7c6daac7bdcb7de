/* dz-dated-names.h - the titles and terms dated.xml knows, looked for all at once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-codebook.h"

G_BEGIN_DECLS

typedef struct _DzDatedNames DzDatedNames;

DzDatedNames *dz_dated_names_new  (DzCodebook   *codebook);
void          dz_dated_names_free (DzDatedNames *self);
void          dz_dated_names_find (DzDatedNames *self,
                                   const char   *folded,
                                   gsize         len,
                                   DzWords      *words);
gboolean      dz_dated_names_next (DzDatedNames  *self,
                                   const DzWords *words,
                                   const char    *name,
                                   gsize          from,
                                   gsize         *at);
gboolean      dz_dated_names_know (DzDatedNames  *self,
                                   const char    *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzDatedNames, dz_dated_names_free)

G_END_DECLS
