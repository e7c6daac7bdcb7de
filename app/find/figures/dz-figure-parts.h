/* dz-figure-parts.h - a part told beside its whole, in a clause of its own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-context.h"

void dz_figure_parts_set_aside (DzContext *context);
