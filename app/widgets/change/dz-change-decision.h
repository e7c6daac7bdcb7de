/* dz-change-decision.h - what a person decides on the page of the two years: 改去向, 落实情况
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-session.h"
#include "dz-year-change.h"

#include <adwaita.h>

G_BEGIN_DECLS

void       dz_destination_menu_attach (GtkWidget              *tag,
                                       DzSession              *session,
                                       DzChangeRow            *row,
                                       const DzWeaknessChange *change);
GtkWidget *dz_promise_menu_new        (DzSession              *session,
                                       DzChangeRow            *row,
                                       const DzPlanItem       *item);

G_END_DECLS
