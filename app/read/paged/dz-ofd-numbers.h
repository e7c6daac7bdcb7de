/* dz-ofd-numbers.h - lists of numbers as attributes of an OFD hold them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define DZ_OFD_MAX_STEPS 100000 /* of one text */

guint   dz_ofd_parse_numbers (const char *string,
                              double     *numbers,
                              guint       n);
GArray *dz_ofd_parse_steps   (const char *string,
                              guint       most);
double  dz_ofd_usual_width   (gunichar    ch,
                              double      size);

G_END_DECLS
