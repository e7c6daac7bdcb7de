/* dz-paragraph-shelf.h - short paragraphs that stand in many places, set in lines once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-paragraph.h"

G_BEGIN_DECLS

DzParagraph *dz_paragraph_shelf_get       (DzPaper                *paper,
                                           DzRich                 *rich,
                                           const DzParagraphStyle *style);
DzParagraph *dz_paragraph_shelf_get_plain (DzPaper                *paper,
                                           const char             *text,
                                           const DzParagraphStyle *style);

G_END_DECLS
