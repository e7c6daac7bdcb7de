/* dz-passage-text.h - the words of a part of a report as they are shown, and what was found in them
 *
 * Ends of line that only break a sentence are not shown, nor is white space before a line.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-report.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean is_weakness; /* else a figure */
  guint index; /* into those of the report */
  int start; /* bytes of the text shown */
  int end;
  int wide_start; /* of a weakness: the point it is made in */
  int wide_end;
} DzPassageMark;

typedef struct
{
  DzReport *report;
  DzSpan span;
  GString *shown;
  GArray *places; /* guint32 a shown byte: its byte in the report; one more for the end */
  GArray *marks;  /* DzPassageMark: weaknesses, then figures */
} DzPassageText;

DzPassageText       *dz_passage_text_new     (DzReport      *report,
                                              DzSpan         span);
void                 dz_passage_text_free    (DzPassageText *self);
void                 dz_passage_text_mark    (DzPassageText *self,
                                              DzReport      *report);
int                  dz_passage_text_find    (DzPassageText *self,
                                              gsize          offset);
const DzPassageMark *dz_passage_text_mark_at (DzPassageText *self,
                                              int            index);

G_END_DECLS
