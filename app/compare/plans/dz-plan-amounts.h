/* dz-plan-amounts.h - whether what was done is as much as was promised
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean dz_plan_amounts_has        (const char *clause,
                                     gsize       len);
gsize    dz_plan_amounts_skip       (const char *clause,
                                     gsize       len,
                                     gsize       at);
gboolean dz_plan_amounts_fall_short (const char *promise,
                                     const char *sentence);

G_END_DECLS
