/* dz-reading.h - a report read whole: sections, identity, figures, weaknesses, checks, in order
 *
 * A DzReading holds what is compiled from the codebook once; it is used for
 * any number of reports and by several threads at once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-codebook.h"
#include "dz-report.h"

G_BEGIN_DECLS

typedef struct _DzReading DzReading;

DzReading *dz_reading_new   (DzCodebook  *codebook,
                             GError     **error);
void       dz_reading_free  (DzReading   *self);
void       dz_reading_read  (DzReading   *self,
                             DzReport    *report);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzReading, dz_reading_free)

G_END_DECLS
