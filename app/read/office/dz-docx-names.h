/* dz-docx-names.h - the elements of a .docx that say something about its text
 *
 * Short names, because only the files that read a part include them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-xml.h"

G_BEGIN_DECLS

enum {
  P = 1, PPR, PSTYLE, NUM_PR, ILVL, NUM_ID, OUTLINE, R, RPR, RSTYLE, VANISH, T, TAB, BR, CR, SYM, NO_BREAK_HYPHEN,
  DEL, INS, MOVE_FROM, MOVE_TO, CELL_DEL, CHANGE, DEL_TEXT, INSTR_TEXT, FLD_CHAR, FLD_SIMPLE, FOOTNOTE_REF, ENDNOTE_REF,
  COMMENT_REF, TBL, TR, TRPR, TC, TCPR, GRID_SPAN, GRID_BEFORE, TXBX, OBJECT, SDT, SDT_PR, PLACEHOLDER, GALLERY,
  RUBY, RT, RUBY_BASE, HEADER_REF, FOOTER_REF, TITLE_PAGE, ALT_CHUNK, FOOTNOTE, ALTERNATE, CHOICE, FALLBACK, PIC, CHART, IMAGE_DATA,
  OLE_OBJECT, OMATH, MATH_TEXT, PTAB, TEXT_PATH, FORM_LIST, FORM_ENTRY, FORM_RESULT, FORM_BOX, FORM_CHECKED, FORM_DEFAULT,
  RFONTS, FRAME, MATH_NUM, MATH_DEN, MATH_SUP, MATH_SUB, MATH_RAD, MATH_DELIM, MATH_OTHER, RAISED, STRUCK,
  POSITION, SIZE
};

extern const char *const dz_docx_namespaces[];
extern const DzXmlName dz_docx_names[];

G_END_DECLS
