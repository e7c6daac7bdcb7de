/* dz-quotation.h - a sentence of a report with its span highlighted, ready for a label
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-review.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

char       *dz_quotation_dup_markup (DzReport      *report,
                                     DzSpan         span,
                                     guint          most_characters);
char       *dz_quotation_dup_text   (DzReport      *report,
                                     DzSpan         span);
char       *dz_quotation_dup_place  (DzReport      *report,
                                     DzSpan         span);
GtkWidget  *dz_quotation_label_new  (const char    *text,
                                     const char    *css_class);
GtkWidget  *dz_quotation_edge_new   (const char    *theme,
                                     int            width);
const char *dz_section_kind_title   (DzSectionKind  kind);
char       *dz_report_dup_year      (DzReport      *report);
char       *dz_report_dup_title     (DzReport      *report,
                                     DzReview      *review);
const char *dz_report_kind_title    (DzReportKind   kind);
const char *dz_grade_title          (DzGrade        grade);

G_END_DECLS
