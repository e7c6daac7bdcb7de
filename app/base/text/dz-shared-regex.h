/* dz-shared-regex.h - a regular expression that several threads match with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

GRegex *dz_shared_regex_new          (const char  *pattern,
                                      GError     **error);
GRegex *dz_shared_regex_new_anchored (const char  *pattern,
                                      GError     **error);

G_END_DECLS
