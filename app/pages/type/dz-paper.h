/* dz-paper.h - the sheet and its type: GB/T 9704 measures, fonts really got
 *
 * A4, type area 156 x 225 mm, 22 lines of 28 characters. Lengths are points
 * with the origin at the sheet's upper left corner. Each face names the fonts
 * wanted and what stands in for them; lines are measured with the font really
 * got, and dz_paper_dup_substitutions() says in Chinese what was replaced.
 *
 * A paper belongs to the thread that made it (Pango font maps do).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <pango/pangocairo.h>

G_BEGIN_DECLS

#define DZ_MM (72.0 / 25.4)

#define DZ_PAPER_WIDTH (210.0 * DZ_MM)
#define DZ_PAPER_HEIGHT (297.0 * DZ_MM)
#define DZ_PAPER_TOP (37.0 * DZ_MM)
#define DZ_PAPER_BINDING (28.0 * DZ_MM) /* left on odd pages, right on even ones */
#define DZ_PAPER_OUTER (26.0 * DZ_MM)
#define DZ_TYPE_WIDTH (156.0 * DZ_MM)
#define DZ_TYPE_HEIGHT (225.0 * DZ_MM)
#define DZ_FOLDOUT_WIDTH (420.0 * DZ_MM)
#define DZ_FOLDOUT_TYPE_WIDTH (DZ_FOLDOUT_WIDTH - DZ_PAPER_BINDING - DZ_PAPER_OUTER)
#define DZ_PAPER_LINES 22
#define DZ_PAPER_CELLS 28
#define DZ_LINE_PITCH (DZ_TYPE_HEIGHT / DZ_PAPER_LINES)
#define DZ_CELL (DZ_TYPE_WIDTH / DZ_PAPER_CELLS)

typedef enum
{
  DZ_FACE_TITLE,      /* 方正小标宋, 22 pt */
  DZ_FACE_BODY,       /* 仿宋, 16 pt */
  DZ_FACE_HEADING,    /* 黑体: 一、 */
  DZ_FACE_SUBHEADING, /* 楷体: （一） */
  DZ_FACE_NUMBER,     /* sans with tabular digits: tables, source numbers */
  DZ_FACE_FOLIO       /* 宋体: page numbers */
} DzFace;
#define DZ_N_FACES (DZ_FACE_FOLIO + 1)

typedef struct _DzPaper DzPaper;

DzPaper       *dz_paper_new               (void);
DzPaper       *dz_paper_ref               (DzPaper *self);
void           dz_paper_unref             (DzPaper *self);

PangoContext  *dz_paper_get_context       (DzPaper *self);
const PangoFontDescription *
               dz_paper_get_font          (DzPaper *self,
                                           DzFace   face);
char          *dz_paper_dup_substitutions (DzPaper *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzPaper, dz_paper_unref)

G_END_DECLS
