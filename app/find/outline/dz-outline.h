/* dz-outline.h - sections by role from headings and lead-in lines
 *
 * A section begins at a heading that names its role, whatever its numbering,
 * place or layout, or at a lead-in line (究其原因，主要有：). The words that
 * give a role away are in sections.xml.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-context.h"

G_BEGIN_DECLS

typedef struct _DzOutline DzOutline;

DzOutline *dz_outline_new      (DzCodebook   *codebook,
                                GError      **error);
void       dz_outline_free     (DzOutline    *self);
void       dz_outline_find     (DzOutline    *self,
                                DzContext    *context);
int        dz_outline_classify (DzOutline    *self,
                                const char   *folded,
                                DzSpan        heading);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzOutline, dz_outline_free)

G_END_DECLS
