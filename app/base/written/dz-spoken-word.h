/* dz-spoken-word.h - what the words of files and databases are called in a table that people read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *dz_spoken_word (const char *word);

G_END_DECLS
