/* dz-briefing-template.h - the kinds of paper the briefing can be: chosen, and seen to be chosen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-briefing.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void     dz_briefing_template_fill (GtkDropDown             *drop);
void     dz_briefing_template_show (GtkDropDown             *drop,
                                    const DzBriefingOptions *options);
gboolean dz_briefing_template_take (GtkDropDown             *drop,
                                    DzBriefingOptions       *options);
gboolean dz_briefing_template_has_part (const DzBriefingOptions *options);

G_END_DECLS
