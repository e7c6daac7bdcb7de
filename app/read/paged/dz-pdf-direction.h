/* dz-pdf-direction.h - the characters of a page with writing from right to left, one for each of their places
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean dz_pdf_direction_runs_to_left (const char *text);
char    *dz_pdf_direction_undo         (const char *text);

G_END_DECLS
