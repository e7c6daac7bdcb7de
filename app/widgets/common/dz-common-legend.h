/* dz-common-legend.h - what marks and colours of the common weaknesses mean
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-codebook.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void dz_common_legend_fill (GtkWidget  *legend,
                            DzCodebook *codebook,
                            gboolean    many);

G_END_DECLS
