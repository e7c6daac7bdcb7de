/* dz-declared.h - a weakness in the township's own words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-report.h"

G_BEGIN_DECLS

char *dz_declared_dup_point    (DzReport         *report,
                                const DzWeakness *weakness);
char *dz_declared_dup_sentence (DzReport         *report,
                                DzSpan            span);

G_END_DECLS
