/* dz-briefing-words.h - a sentence of the briefing as a person wrote it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-briefing.h"

G_BEGIN_DECLS

char *dz_briefing_dup_worded (DzBriefing *self,
                              const char *sentence,
                              const char *key);

G_END_DECLS
