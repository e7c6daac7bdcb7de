/* dz-inspection.h - what an inspection found: a paper's problem list, a ledger's rows, as entries of the 整改台账
 *
 * A 督察通报, a 督察报告, a 反馈意见 is no report of a township and is never counted as one. Its problems are read
 * with their own words; a body is named by the roster, or asked as the paper says (各镇街). Nothing is added to
 * what the paper says, and what became of a problem is not read out of its words, but for a ledger's column of states.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-codebook.h"
#include "dz-review.h"
#include "dz-sheet.h"

G_BEGIN_DECLS

typedef struct _DzInspection DzInspection;

DzInspection *dz_inspection_new        (DzCodebook    *codebook,
                                        GPtrArray     *bodies,
                                        GError       **error);
void          dz_inspection_free       (DzInspection  *self);
gboolean      dz_inspection_is_paper   (DzInspection  *self,
                                        DzReport      *report);
GPtrArray    *dz_inspection_read       (DzInspection  *self,
                                        DzReport      *report);
GPtrArray    *dz_inspection_read_sheet (DzInspection  *self,
                                        const DzSheet *sheet,
                                        const char    *file,
                                        int            year,
                                        guint         *n_left);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzInspection, dz_inspection_free)

G_END_DECLS
