/* dz-common-quotations.h - what each body says of one weakness: sentence, answer of the plan, causes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-common-weaknesses.h"
#include "dz-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define DZ_TYPE_COMMON_QUOTATIONS (dz_common_quotations_get_type ())
G_DECLARE_FINAL_TYPE (DzCommonQuotations, dz_common_quotations, DZ, COMMON_QUOTATIONS, AdwBin)

void       dz_common_quotations_show      (DzCommonQuotations *self,
                                           DzSession          *session,
                                           DzCommonWeaknesses *common,
                                           DzCommonRow        *row);

G_END_DECLS
