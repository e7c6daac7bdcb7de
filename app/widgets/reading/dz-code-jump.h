/* dz-code-jump.h - to the passages of one code or indicator in all columns at once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DzCodeAside:
 * @report_id: whose passage could not come into sight with the others
 * @section: interned title of the section it stands in
 * @below: whether further down, else further up
 */
typedef struct
{
  gint64 report_id;
  const char *section;
  gboolean below;
} DzCodeAside;

GArray *dz_code_jump (GPtrArray  *passages,
                      const char *code,
                      const char *indicator);

G_END_DECLS
