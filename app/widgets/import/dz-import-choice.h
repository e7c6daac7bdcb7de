/* dz-import-choice.h - body, year or kind of an imported report, chosen from a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-view.h"

G_BEGIN_DECLS

typedef enum { DZ_IMPORT_BODY, DZ_IMPORT_YEAR, DZ_IMPORT_KIND } DzImportField;

GtkWidget *dz_import_choice_new  (DzImportField  field);
void       dz_import_choice_fill (DzView        *view,
                                  GtkMenuButton *button,
                                  DzReport      *report,
                                  DzImportField  field);

G_END_DECLS
