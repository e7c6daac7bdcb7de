/* dz-output.h - standard output, of which every byte is asked whether it arrived
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void     dz_output_start  (void);
gboolean dz_output_write  (const char *text,
                           gsize       len);
gboolean dz_output_flush  (void);
int      dz_output_finish (int         status);

G_END_DECLS
