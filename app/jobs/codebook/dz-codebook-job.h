/* dz-codebook-job.h - the codebook both programs carry, with the county's additions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-codebook.h"
#include "dz-store.h"

G_BEGIN_DECLS

DzCodebook *dz_codebook_load            (const char *additions_xml,
                                         GError    **error);
DzCodebook *dz_codebook_load_stored     (const char *additions_xml,
                                         GError    **refusal,
                                         GError    **error);
void        dz_codebook_prepare         (void);
DzCodebook *dz_codebook_load_for        (DzStore    *store,
                                         GError    **error);
const char *dz_codebook_additions_place (const char *complaint,
                                         int        *line);

G_END_DECLS
