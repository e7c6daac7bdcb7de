/* dz-promise-list.h - 上年计划: the acts of last year's plans, with the sentence that mentions each
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-session.h"
#include "dz-year-change.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define DZ_TYPE_PROMISE_LIST (dz_promise_list_get_type ())
G_DECLARE_FINAL_TYPE (DzPromiseList, dz_promise_list, DZ, PROMISE_LIST, AdwBin)

void dz_promise_list_set_change (DzPromiseList *self,
                                 DzSession     *session,
                                 DzYearChange  *change);

G_END_DECLS
