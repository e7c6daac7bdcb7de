/* dz-words.h - what became of problems and plans, and what a report must hold, in the words of the interface
 *
 * Paper and tables for programs have the Chinese names of compare in every locale; the window speaks its own language.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-plan-items.h"
#include "dz-roster-table.h"
#include "dz-year-change.h"

G_BEGIN_DECLS

const char *dz_words_destination (DzDestination destination);
const char *dz_words_promise     (DzPromise     promise);
const char *dz_words_content     (DzContent     content);

G_END_DECLS
