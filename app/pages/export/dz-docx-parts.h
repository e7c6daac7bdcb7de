/* dz-docx-parts.h - the parts of a docx that do not depend on what is in it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define DZ_DOCX_PROLOGUE "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

typedef struct
{
  const char *name;
  const char *xml;
} DzDocxPart;

extern const DzDocxPart dz_docx_parts[];
extern const guint dz_docx_n_parts;

G_END_DECLS
