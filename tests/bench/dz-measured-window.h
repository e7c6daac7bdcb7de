/* dz-measured-window.h - the real window that is measured, and what of a morning is done in it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-test-window.h"

extern DzTestWindow dz_measured;

const char *dz_measured_begin (int    argc,
                               char  *argv[],
                               char ***wanted);
gboolean    dz_measured_wants (char       **wanted,
                               const char  *view);
void dz_measured_present (void);
void dz_measured_turn    (void);
void dz_measured_open    (gconstpointer path);
void dz_measured_view    (gconstpointer name);
void dz_measured_year    (gconstpointer year);
void dz_measured_confirm (gconstpointer data);
