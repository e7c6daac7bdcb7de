/* dz-signature.h - 落款 and 成文日期 at the end of a letter or a circular
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-document-private.h"

G_BEGIN_DECLS

void  dz_signature_add  (DzChapter  *chapter,
                         DzPaper    *paper,
                         DzRich     *issuer,
                         DzRich     *date,
                         gboolean    sealed);
char *dz_signature_date (const char *day);

G_END_DECLS
