/* dz-section-grid.h - reports in columns that line up at the section roles
 *
 * Signal "passage-selected" (DzPassageView *): the user selected text in it, or took that back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define DZ_TYPE_SECTION_GRID (dz_section_grid_get_type ())
G_DECLARE_FINAL_TYPE (DzSectionGrid, dz_section_grid, DZ, SECTION_GRID, AdwBin)

void       dz_section_grid_set_reports (DzSectionGrid *self,
                                        DzSession     *session,
                                        GPtrArray     *reports,
                                        gboolean       together);
void       dz_section_grid_go_to_kind (DzSectionGrid  *self,
                                       DzSectionKind   kind);
void       dz_section_grid_go_to_span (DzSectionGrid  *self,
                                       gint64          report_id,
                                       DzSpan          span);
void       dz_section_grid_go_to_line (DzSectionGrid  *self,
                                       gint64          report_id,
                                       gsize           offset);
gint64     dz_section_grid_get_line   (DzSectionGrid  *self,
                                       gsize          *offset);
void       dz_section_grid_choose     (DzSectionGrid  *self,
                                       gint64          report_id,
                                       DzSpan          span);
gint64     dz_section_grid_get_chosen (DzSectionGrid  *self,
                                       DzSpan         *span);
void       dz_section_grid_focus      (DzSectionGrid  *self,
                                       gint64          report_id,
                                       gsize           offset);
GArray    *dz_section_grid_focus_code (DzSectionGrid  *self,
                                       const char     *code,
                                       const char     *indicator);
void       dz_section_grid_set_written (DzSectionGrid *self,
                                        gint64         report_id,
                                        gboolean       written);
gboolean   dz_section_grid_is_written (DzSectionGrid  *self,
                                       gint64          report_id);
DzReport  *dz_section_grid_get_seen   (DzSectionGrid  *self,
                                       DzSpan         *span);
void       dz_section_grid_show_evidence (DzSectionGrid *self);
gboolean   dz_section_grid_step       (DzSectionGrid  *self,
                                       int             by);
gboolean   dz_section_grid_has_kind   (DzSectionGrid  *self,
                                       DzSectionKind   kind);

G_END_DECLS
