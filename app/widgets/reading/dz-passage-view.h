/* dz-passage-view.h - a part of a report's own text, with what was found in it marked
 *
 * Weaknesses are tinted, with an edge and the short name in the margin;
 * figures have a dotted underline (solid once confirmed, struck when
 * rejected). A click on either is told by a signal, text can be selected to
 * the character. The words shown are the report's: only blank lines, the
 * blanks at the beginning of a line and line breaks in mid-sentence are left
 * out, and every place knows its byte in the report.
 *
 * Signals:
 *   figure-clicked (index), weakness-clicked (index): into the report's arrays
 *   selected (start, end): bytes of the report's text; empty when taken back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-codebook.h"
#include "dz-report.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DZ_TYPE_PASSAGE_VIEW (dz_passage_view_get_type ())
G_DECLARE_FINAL_TYPE (DzPassageView, dz_passage_view, DZ, PASSAGE_VIEW, GtkWidget)

GtkWidget *dz_passage_view_new           (DzReport   *report,
                                     DzCodebook *codebook,
                                     DzSpan      span);
void       dz_passage_view_set_report    (DzPassageView *self,
                                     DzReport   *report);
DzReport  *dz_passage_view_get_report    (DzPassageView *self);
DzSpan     dz_passage_view_get_span      (DzPassageView *self);
void       dz_passage_view_highlight     (DzPassageView *self,
                                     DzSpan      span);
void       dz_passage_view_set_focus_code (DzPassageView *self,
                                      const char *code,
                                      const char *indicator);
gboolean   dz_passage_view_get_y         (DzPassageView *self,
                                     gsize       offset,
                                     double     *y);
gsize      dz_passage_view_get_offset    (DzPassageView *self,
                                     double      y);
DzSpan     dz_passage_view_get_selection (DzPassageView *self);
void       dz_passage_view_unselect      (DzPassageView *self);

G_END_DECLS
