/* dz-inspection-term.h - until when something is to be done, as people write it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean dz_term_find (const char *words,
                       int         year,
                       char      **day,
                       char      **term);

G_END_DECLS
