/* dz-paragraph.h - a paragraph set in lines by the rules of Chinese setting
 *
 * Lines break where Chinese may: no line starts with ，。；、）」” or a source
 * number, none ends with （“《, numbers stay whole. Lines are justified by the
 * gaps between characters; punctuation gives way a little before a character
 * is driven over. Pango shapes, this file places.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-paper.h"
#include "dz-rich.h"

G_BEGIN_DECLS

typedef enum
{
  DZ_ALIGN_JUSTIFY,
  DZ_ALIGN_LEFT,
  DZ_ALIGN_CENTRE,
  DZ_ALIGN_RIGHT,
  DZ_ALIGN_ITEMS /* of a column: left, parted after 、 wherever that is possible */
} DzTextAlign;

/**
 * DzParagraphStyle: lengths in points
 * @width: of the lines
 * @pitch: from line to line
 * @first: indent of the first line; negative: all others are indented instead
 * @tracking: added to each character's advance
 * @source_size: of source numbers
 * @bold: the face's own bold
 * @items: a list: a line ends after 、 if there is one
 * @one_line: breaks only at '\n'; what is too long stands out on the far side
 */
typedef struct
{
  DzFace face;
  double size;
  double width;
  double pitch;
  double first;
  double tracking;
  double source_size;
  DzTextAlign align;
  gboolean bold;
  gboolean one_line;
  gboolean items;
} DzParagraphStyle;

typedef struct _DzParagraph DzParagraph;

/* Called for each piece of a run or key on a line. */
typedef void (*DzPieceFunc) (const DzRichRun *run,
                             const DzRichKey *key,
                             double           x,
                             double           y,
                             double           width,
                             double           height,
                             gpointer         user_data);

DzParagraph *dz_paragraph_new         (DzPaper                *paper,
                                       DzRich                 *rich,
                                       const DzParagraphStyle *style);
DzParagraph *dz_paragraph_ref         (DzParagraph            *self);
void         dz_paragraph_unref       (DzParagraph            *self);
guint        dz_paragraph_get_n_lines (DzParagraph            *self);
double       dz_paragraph_get_height  (DzParagraph            *self);
double       dz_paragraph_get_line_width (DzParagraph         *self,
                                       guint                   line);
char        *dz_paragraph_dup_line    (DzParagraph            *self,
                                       guint                   line);
void         dz_paragraph_draw        (DzParagraph            *self,
                                       cairo_t                *cr,
                                       double                  x,
                                       double                  y,
                                       guint                   from,
                                       guint                   to);
void         dz_paragraph_foreach     (DzParagraph            *self,
                                       double                  x,
                                       double                  y,
                                       guint                   from,
                                       guint                   to,
                                       DzPieceFunc             func,
                                       gpointer                user_data);
void         dz_hollow_dash_draw      (cairo_t                *cr,
                                       double                  x,
                                       double                  centre,
                                       double                  width,
                                       double                  height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzParagraph, dz_paragraph_unref)

G_END_DECLS
