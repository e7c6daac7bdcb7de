/* dz-uncoded-list.h - 无归类: sentences declared as weaknesses that fit no code
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-common-weaknesses.h"
#include "dz-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define DZ_TYPE_UNCODED_LIST (dz_uncoded_list_get_type ())
G_DECLARE_FINAL_TYPE (DzUncodedList, dz_uncoded_list, DZ, UNCODED_LIST, AdwBin)

void dz_uncoded_list_set_common (DzUncodedList      *self,
                                 DzSession          *session,
                                 DzCommonWeaknesses *common);

G_END_DECLS
