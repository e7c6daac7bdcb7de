/* dz-heading-marks.h - headings told by marks at both ends, or by a number without one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dz-context.h"

void dz_heading_marks_take (DzContext *context,
                            GArray    *lines);
