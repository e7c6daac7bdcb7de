/* dz-grid.h - a table of words on its way out: CSV for WPS and Excel, JSON Lines for programs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _DzGrid DzGrid;

DzGrid *dz_grid_new        (void);
void    dz_grid_free       (DzGrid     *self);
void    dz_grid_add_column (DzGrid     *self,
                            const char *key,
                            const char *title);
void    dz_grid_add_row    (DzGrid     *self);
void    dz_grid_put        (DzGrid     *self,
                            const char *text);
void    dz_grid_put_number (DzGrid     *self,
                            double      value);
guint   dz_grid_get_n_rows (DzGrid     *self);
void    dz_grid_print_csv  (DzGrid     *self,
                            GString    *out);
void    dz_grid_print_jsonl (DzGrid    *self,
                             GString   *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzGrid, dz_grid_free)

G_END_DECLS
