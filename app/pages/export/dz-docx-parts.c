/* dz-docx-parts.c - the parts of a docx that do not depend on what is in it
 *
 * Styles by GB/T 9704: body 仿宋 16 pt on lines of 29 pt, headings 黑体 and 楷体,
 * title 小标宋 22 pt. Word and WPS take the fonts named; where one is missing,
 * fontTable says what to take instead.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-docx-parts.h"

#define W "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""

#define FONTS(name, latin)                                                                         \
  "<w:rFonts w:ascii=\"" latin "\" w:hAnsi=\"" latin "\" w:eastAsia=\"" name "\" w:cs=\"" latin "\"/>"
#define FONT(name) FONTS (name, "Times New Roman")
#define SANS(name) FONTS (name, "Arial")
#define SIZE(half) "<w:sz w:val=\"" half "\"/><w:szCs w:val=\"" half "\"/>"
/* 28 characters of 16 pt on 156 mm, in every program alike: no character grid, closer setting */
#define TRACKING "<w:spacing w:val=\"-4\"/>"
#define LINE(twips) "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"" twips "\" w:lineRule=\"exact\"/>"
#define STYLE(id, name, paragraph, run)                                                            \
  "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"" id "\"><w:name w:val=\"" name      \
  "\"/><w:basedOn w:val=\"Normal\"/><w:qFormat/><w:pPr>" paragraph "</w:pPr><w:rPr>" run              \
  "</w:rPr></w:style>"
#define BUILT_IN(id, name, paragraph, run)                                                         \
  "<w:style w:type=\"paragraph\" w:styleId=\"" id "\"><w:name w:val=\"" name                          \
  "\"/><w:basedOn w:val=\"Normal\"/><w:next w:val=\"Body\"/><w:qFormat/><w:pPr>" paragraph            \
  "</w:pPr><w:rPr>" run "</w:rPr></w:style>"

/* Dots up to the number at the right edge of the text. */
#define TOC(id, name, paragraph, run)                                                              \
  "<w:style w:type=\"paragraph\" w:styleId=\"" id "\"><w:name w:val=\"" name "\"/><w:basedOn w:val=\"Normal\"/>" \
  "<w:next w:val=\"Normal\"/><w:pPr><w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"8844\"/></w:tabs>"   \
  paragraph "</w:pPr><w:rPr>" run "</w:rPr></w:style>"

static const char styles[] = DZ_DOCX_PROLOGUE
  "<w:styles " W "><w:docDefaults><w:rPrDefault><w:rPr>" FONT ("仿宋_GB2312") SIZE ("32")
  "<w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault>"
  "<w:pPrDefault><w:pPr><w:spacing w:before=\"0\" w:after=\"0\"/></w:pPr></w:pPrDefault></w:docDefaults>"
  "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/>"
  "<w:pPr><w:widowControl/><w:autoSpaceDE w:val=\"0\"/><w:autoSpaceDN w:val=\"0\"/><w:snapToGrid w:val=\"0\"/></w:pPr></w:style>"
  "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/>"
  "<w:tblPr><w:tblCellMar><w:left w:w=\"40\" w:type=\"dxa\"/><w:right w:w=\"40\" w:type=\"dxa\"/></w:tblCellMar>"
  "</w:tblPr></w:style>"
  BUILT_IN ("Title", "Title", "<w:keepNext/>" LINE ("714") "<w:jc w:val=\"center\"/>",
            FONT ("方正小标宋简体") SIZE ("44"))
  BUILT_IN ("Heading1", "heading 1", "<w:keepNext/>" LINE ("580") "<w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/>"
            "<w:outlineLvl w:val=\"0\"/>", SANS ("黑体") SIZE ("32"))
  BUILT_IN ("Heading2", "heading 2", "<w:keepNext/>" LINE ("580") "<w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/>"
            "<w:outlineLvl w:val=\"1\"/>", FONT ("楷体_GB2312") SIZE ("32"))
  BUILT_IN ("Heading3", "heading 3", "<w:keepNext/><w:spacing w:before=\"100\" w:after=\"20\" w:line=\"330\" w:lineRule=\"exact\"/>"
            "<w:outlineLvl w:val=\"2\"/>", SANS ("黑体") SIZE ("24"))
  BUILT_IN ("Caption", "caption", "<w:keepNext/><w:spacing w:before=\"60\" w:after=\"40\"/><w:jc w:val=\"center\"/>",
            SANS ("黑体") SIZE ("24"))
  STYLE ("Body", "公文正文", LINE ("580") "<w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/><w:jc w:val=\"both\"/>", TRACKING)
  STYLE ("Flush", "主送单位", "<w:keepNext/>" LINE ("580") "<w:jc w:val=\"both\"/>", TRACKING)
  STYLE ("Subtitle1", "标题下一行", "<w:spacing w:before=\"0\" w:after=\"113\" w:line=\"580\" w:lineRule=\"exact\"/>"
         "<w:jc w:val=\"center\"/>", "")
  STYLE ("SheetTitle", "单位页标题", "<w:keepNext/>" LINE ("600") "<w:jc w:val=\"center\"/><w:outlineLvl w:val=\"1\"/>",
         FONT ("方正小标宋简体") SIZE ("36"))
  STYLE ("Quotation", "引文", LINE ("480") "<w:ind w:left=\"632\"/><w:jc w:val=\"both\"/>", SIZE ("28"))
  STYLE ("Small", "单位页文字", LINE ("390"), SIZE ("24"))
  STYLE ("Centred", "单位页居中", LINE ("390") "<w:jc w:val=\"center\"/>", SIZE ("24"))
  STYLE ("Note", "表注", "<w:spacing w:before=\"60\" w:after=\"120\" w:line=\"260\" w:lineRule=\"exact\"/>"
         "<w:ind w:left=\"360\" w:hanging=\"360\"/><w:jc w:val=\"both\"/>", SIZE ("18"))
  STYLE ("Issuer", "发文机关", "<w:spacing w:before=\"580\" w:after=\"0\" w:line=\"580\" w:lineRule=\"exact\"/>"
         "<w:ind w:right=\"632\"/><w:jc w:val=\"right\"/>", "")
  STYLE ("DateLine", "成文日期", LINE ("580"), "")
  STYLE ("Masthead", "报头", "<w:keepNext/><w:spacing w:before=\"0\" w:after=\"113\" w:line=\"1247\" w:lineRule=\"exact\"/>"
         "<w:jc w:val=\"center\"/>", FONT ("方正小标宋简体") SIZE ("72"))
  STYLE ("NumberLine", "期号行", "<w:keepNext/><w:pBdr><w:bottom w:val=\"single\" w:sz=\"8\" w:space=\"1\" w:color=\"000000\"/></w:pBdr>"
         "<w:spacing w:before=\"0\" w:after=\"580\" w:line=\"580\" w:lineRule=\"exact\"/><w:jc w:val=\"center\"/>", "")
  STYLE ("Record", "版记", "<w:pBdr><w:top w:val=\"single\" w:sz=\"8\" w:space=\"1\" w:color=\"000000\"/>"
         "<w:bottom w:val=\"single\" w:sz=\"8\" w:space=\"1\" w:color=\"000000\"/></w:pBdr>"
         "<w:spacing w:before=\"580\" w:after=\"0\" w:line=\"580\" w:lineRule=\"exact\"/>"
         "<w:ind w:left=\"1156\" w:right=\"316\" w:hanging=\"840\"/><w:jc w:val=\"both\"/>", SIZE ("28"))
  STYLE ("Cell", "表格文字", "<w:spacing w:before=\"0\" w:after=\"0\"/>", SIZE ("21"))
  STYLE ("Picture", "图", "<w:keepNext/><w:spacing w:before=\"0\" w:after=\"0\"/><w:jc w:val=\"center\"/>", "")
  STYLE ("FigureCaption", "图题", "<w:spacing w:before=\"40\" w:after=\"160\"/><w:jc w:val=\"center\"/>",
         SANS ("黑体") SIZE ("21"))
  STYLE ("RunningHead", "页眉", "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"1\" w:color=\"000000\"/></w:pBdr>",
         SIZE ("18"))
  TOC ("TOC1", "toc 1", LINE ("540"), SANS ("黑体") SIZE ("28"))
  TOC ("TOC2", "toc 2", LINE ("410") "<w:ind w:left=\"360\"/>", SIZE ("24"))
  STYLE ("Folio", "页码", "", FONT ("宋体") SIZE ("28"))
  "</w:styles>";

/* The paper's grid, odd and even pages, margins that change sides. */
static const char settings[] = DZ_DOCX_PROLOGUE
  "<w:settings " W "><w:mirrorMargins/><w:evenAndOddHeaders/><w:drawingGridVerticalSpacing w:val=\"290\"/>"
  "<w:characterSpacingControl w:val=\"compressPunctuation\"/>"
  /* as Word has them for Chinese; a [ begins no line: the number of a source stays with its words */
  "<w:noLineBreaksAfter w:lang=\"zh-CN\" w:val=\"$([{£¥·‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥\"/>"
  "<w:noLineBreaksBefore w:lang=\"zh-CN\" w:val=\"!%),.:;&gt;?[]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠\"/>"
  "<w:compat><w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" "
  "w:val=\"15\"/></w:compat></w:settings>";

#define FOLIO(jc, side)                                                                            \
  DZ_DOCX_PROLOGUE "<w:ftr " W "><w:p><w:pPr><w:pStyle w:val=\"Folio\"/><w:ind w:" side "=\"316\"/><w:jc w:val=\"" jc \
  "\"/></w:pPr><w:r><w:t xml:space=\"preserve\">— </w:t></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>"       \
  "<w:r><w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" \
  "<w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"                               \
  "<w:r><w:t xml:space=\"preserve\"> —</w:t></w:r></w:p></w:ftr>"

static const char footer_odd[] = FOLIO ("right", "right");
static const char footer_even[] = FOLIO ("left", "left");

#define ALTERNATIVE(name, other, family)                                                             \
  "<w:font w:name=\"" name "\"><w:altName w:val=\"" other "\"/><w:charset w:val=\"86\"/>"             \
  "<w:family w:val=\"" family "\"/><w:pitch w:val=\"variable\"/></w:font>"

static const char font_table[] = DZ_DOCX_PROLOGUE
  "<w:fonts " W ">" ALTERNATIVE ("方正小标宋简体", "华文中宋", "roman") ALTERNATIVE ("仿宋_GB2312", "仿宋", "roman")
  ALTERNATIVE ("楷体_GB2312", "楷体", "roman") ALTERNATIVE ("黑体", "SimHei", "swiss") ALTERNATIVE ("宋体", "SimSun", "roman") "</w:fonts>";

static const char root_relations[] = DZ_DOCX_PROLOGUE
  "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
  "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" "
  "Target=\"word/document.xml\"/>"
  "<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" "
  "Target=\"docProps/core.xml\"/></Relationships>";

static const char content_types[] = DZ_DOCX_PROLOGUE
  "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
  "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
  "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
  "<Default Extension=\"png\" ContentType=\"image/png\"/><Default Extension=\"svg\" ContentType=\"image/svg+xml\"/>"
#define OVERRIDE(part, type)                                                                       \
  "<Override PartName=\"" part "\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml." type \
  "+xml\"/>"
  OVERRIDE ("/word/document.xml", "document.main") OVERRIDE ("/word/styles.xml", "styles")
  OVERRIDE ("/word/settings.xml", "settings") OVERRIDE ("/word/fontTable.xml", "fontTable")
  OVERRIDE ("/word/header1.xml", "header") OVERRIDE ("/word/header2.xml", "header")
  OVERRIDE ("/word/footer1.xml", "footer") OVERRIDE ("/word/footer2.xml", "footer")
  "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
  "</Types>";

const DzDocxPart dz_docx_parts[] = {
  { "[Content_Types].xml", content_types }, { "_rels/.rels", root_relations },
  { "word/styles.xml", styles },            { "word/settings.xml", settings },
  { "word/fontTable.xml", font_table },     { "word/footer1.xml", footer_odd },
  { "word/footer2.xml", footer_even },
};
const guint dz_docx_n_parts = G_N_ELEMENTS (dz_docx_parts);
