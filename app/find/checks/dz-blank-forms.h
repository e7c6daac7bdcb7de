/* dz-blank-forms.h - signs that something was left to be filled in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-text.h"

G_BEGIN_DECLS

typedef struct _DzBlankForms DzBlankForms;

DzBlankForms *dz_blank_forms_new     (const char   *measures,
                                      GError      **error);
void          dz_blank_forms_free    (DzBlankForms *self);
GArray       *dz_blank_forms_find    (DzBlankForms *self,
                                      const char   *text,
                                      gsize         len);
gsize         dz_blank_forms_measure (DzBlankForms *self,
                                      const char   *at,
                                      const char   *end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzBlankForms, dz_blank_forms_free)

G_END_DECLS
