/* dz-codebook-test.h - the codebook's own test sentences
 *
 * Every <test> of the indicators, weaknesses, causes, sections and checks is
 * read with the codebook's own rules: whoever changes a cue sees at once what
 * else it changed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-codebook.h"

G_BEGIN_DECLS

GPtrArray *dz_codebook_check (DzCodebook  *codebook,
                              GError     **error);

G_END_DECLS
