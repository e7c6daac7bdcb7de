/* dz-docx-names.c - the elements of a .docx that say something about its text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-docx-names.h"

const char *const dz_docx_namespaces[] = {
  "wordprocessingml", "markup-compatibility", "/picture", "/chart", "vml", "office:office", "/math", "/diagram", NULL,
};

const DzXmlName dz_docx_names[] = {
  { 0, P, "p" }, { 0, PPR, "pPr" }, { 0, PSTYLE, "pStyle" }, { 0, NUM_PR, "numPr" }, { 0, ILVL, "ilvl" },
  { 0, NUM_ID, "numId" }, { 0, OUTLINE, "outlineLvl" }, { 0, R, "r" }, { 0, RPR, "rPr" }, { 0, RSTYLE, "rStyle" },
  { 0, VANISH, "vanish" }, { 0, RAISED, "vertAlign" }, { 0, STRUCK, "strike" }, { 0, STRUCK, "dstrike" },
  { 0, POSITION, "position" }, { 0, SIZE, "sz" },
  { 0, T, "t" }, { 0, TAB, "tab" }, { 0, BR, "br" }, { 0, CR, "cr" }, { 0, SYM, "sym" },
  { 0, NO_BREAK_HYPHEN, "noBreakHyphen" }, { 0, DEL, "del" }, { 0, INS, "ins" }, { 0, MOVE_FROM, "moveFrom" },
  { 0, MOVE_TO, "moveTo" }, { 0, CELL_DEL, "cellDel" }, { 0, CHANGE, "pPrChange" }, { 0, CHANGE, "rPrChange" },
  { 0, CHANGE, "tblPrChange" }, { 0, CHANGE, "trPrChange" }, { 0, CHANGE, "tcPrChange" },
  { 0, CHANGE, "sectPrChange" }, { 0, CHANGE, "tblGridChange" }, { 0, CHANGE, "tblPrExChange" },
  { 0, CHANGE, "numberingChange" }, { 0, DEL_TEXT, "delText" }, { 0, INSTR_TEXT, "instrText" },
  { 0, FLD_CHAR, "fldChar" }, { 0, FLD_SIMPLE, "fldSimple" }, { 0, FOOTNOTE_REF, "footnoteReference" },
  { 0, ENDNOTE_REF, "endnoteReference" }, { 0, COMMENT_REF, "commentReference" }, { 0, TBL, "tbl" }, { 0, TR, "tr" },
  { 0, TRPR, "trPr" }, { 0, TC, "tc" }, { 0, TCPR, "tcPr" }, { 0, GRID_SPAN, "gridSpan" },
  { 0, GRID_BEFORE, "gridBefore" }, { 0, TXBX, "txbxContent" }, { 0, OBJECT, "object" }, { 0, SDT, "sdt" },
  { 0, SDT_PR, "sdtPr" }, { 0, PLACEHOLDER, "showingPlcHdr" }, { 0, GALLERY, "docPartGallery" }, { 0, RUBY, "ruby" },
  { 0, RT, "rt" }, { 0, RUBY_BASE, "rubyBase" }, { 0, HEADER_REF, "headerReference" },
  { 0, FOOTER_REF, "footerReference" }, { 0, TITLE_PAGE, "titlePg" }, { 0, ALT_CHUNK, "altChunk" }, { 0, ALT_CHUNK, "subDoc" },
  { 0, FOOTNOTE, "footnote" }, { 0, FOOTNOTE, "endnote" }, { 0, PTAB, "ptab" },
  { 0, FORM_LIST, "ddList" }, { 0, FORM_ENTRY, "listEntry" }, { 0, FORM_RESULT, "result" }, { 0, FORM_BOX, "checkBox" },
  { 0, FORM_CHECKED, "checked" }, { 0, FORM_DEFAULT, "default" }, { 0, RFONTS, "rFonts" }, { 0, FRAME, "framePr" },
  { 1, ALTERNATE, "AlternateContent" }, { 1, CHOICE, "Choice" }, { 1, FALLBACK, "Fallback" }, { 2, PIC, "pic" },
  { 3, CHART, "chart" }, { 4, IMAGE_DATA, "imagedata" }, { 4, TEXT_PATH, "textpath" }, { 5, OLE_OBJECT, "OLEObject" },
  { 6, OMATH, "oMath" }, { 6, MATH_TEXT, "t" }, { 6, MATH_NUM, "num" }, { 6, MATH_DEN, "den" },
  { 6, MATH_SUP, "sup" }, { 6, MATH_SUB, "sub" }, { 6, MATH_RAD, "rad" }, { 6, MATH_DELIM, "d" }, { 6, MATH_OTHER, "nary" },
  { 6, MATH_OTHER, "m" }, { 6, MATH_OTHER, "eqArr" }, { 6, MATH_OTHER, "limLow" }, { 6, MATH_OTHER, "limUpp" }, { 7, CHART, "relIds" }, { 0 },
};
