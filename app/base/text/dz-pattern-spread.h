/* dz-pattern-spread.h - a pattern with gaps inside brackets as plain patterns: inside base/ only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

GPtrArray *dz_pattern_spread (const char *pattern);

G_END_DECLS
