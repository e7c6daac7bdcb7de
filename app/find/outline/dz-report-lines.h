/* dz-report-lines.h - the paragraphs of the folded text, with their ordinals and headings
 *
 * Whatever stands at the beginning of a paragraph is read once: its ordinal
 * (一、 （一） 1. 一是 ...), and the heading that follows it, alone on the line
 * or run in before the first full stop.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-context.h"
#include "dz-ordinal.h"

G_BEGIN_DECLS

/**
 * DzLine:
 * @span: folded, without the end of line
 * @style: of its ordinal
 * @number: the ordinal's number, 0 if it has none
 * @ordinal: folded span of the ordinal, empty if none
 * @heading: folded span of the heading with its ordinal, empty if the line is body text
 * @whole: nothing but the heading stands on the line
 * @hint: heading level the file itself gives, 0 if it does not
 * @furniture: labels, links or a menu of the page, no text of the report
 * @bullet: the sign before an item without a number, 0 if there is none
 */
typedef struct
{
  DzSpan span;
  DzOrdinalStyle style;
  guint number;
  DzSpan ordinal;
  DzSpan heading;
  gboolean whole;
  guint hint;
  gboolean furniture;
  gunichar bullet;
} DzLine;

GArray        *dz_report_lines_new          (DzContext      *context);
gboolean       dz_report_lines_ends_in      (const char        *folded,
                                             DzSpan             span,
                                             const char *const *words);
gboolean       dz_report_lines_holds        (const char        *folded,
                                             DzSpan             span,
                                             const char        *word);
gboolean       dz_report_lines_is_told      (const char        *folded,
                                             const DzLine      *line);
gsize          dz_report_lines_count        (const char     *folded,
                                             DzSpan          span);
gsize          dz_report_lines_sentence_end (const char *folded,
                                             DzSpan      span);
/* The ordinal at the beginning of folded text: dz_ordinal_read(). */
#define dz_report_lines_read_ordinal dz_ordinal_read
#define dz_report_lines_han_number dz_ordinal_read_han_number

G_END_DECLS
