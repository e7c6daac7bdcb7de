/* dz-briefing-write.h - the briefing and the letters as files, written while the window lives on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-make-briefing.h"
#include "dz-session.h"

G_BEGIN_DECLS

void dz_briefing_write         (DzSession         *session,
                                DzBriefingOptions *options,
                                const char        *path);
void dz_briefing_write_letters (DzSession         *session,
                                DzLetterOrder     *order);

G_END_DECLS
