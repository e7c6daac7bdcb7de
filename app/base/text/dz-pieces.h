/* dz-pieces.h - a regular expression that several threads match with, in a long text, a piece at a time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-text.h"

G_BEGIN_DECLS

GRegex *dz_shared_regex_new          (const char  *pattern,
                                      GError     **error);
GRegex *dz_shared_regex_new_anchored (const char  *pattern,
                                      GError     **error);
gboolean dz_pieces_match_at  (GRegex      *regex,
                              const char  *text,
                              gsize        len,
                              gsize        at,
                              GMatchInfo **match);
DzSpan   dz_pieces_find_next (GRegex      *regex,
                              const char  *text,
                              gsize        len,
                              gsize        from);

G_END_DECLS
