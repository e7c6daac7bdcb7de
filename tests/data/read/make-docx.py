#!/usr/bin/env python3
"""Makes the .docx cases beside it: run by hand when a case is added, never by the tests.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import zipfile

HERE = os.path.dirname(os.path.abspath(__file__))
W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
STRICT = 'http://purl.oclc.org/ooxml/wordprocessingml/main'
NS = ('xmlns:w="%s" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
      'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
      'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
      'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
      'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
      'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"')


def run(text, props=''):
    return '<w:r>%s<w:t xml:space="preserve">%s</w:t></w:r>' % ('<w:rPr>%s</w:rPr>' % props if props else '', text)


def para(content, props=''):
    if not content.startswith('<'):
        content = run(content)
    return '<w:p>%s%s</w:p>' % ('<w:pPr>%s</w:pPr>' % props if props else '', content)


def num(text, num_id, level=0):
    return para(text, '<w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%d"/></w:numPr>' % (level, num_id))


def level(i, fmt, text, start=1, more=''):
    return ('<w:lvl w:ilvl="%d"><w:start w:val="%d"/><w:numFmt w:val="%s"/>%s<w:lvlText w:val="%s"/></w:lvl>'
            % (i, start, fmt, more, text))


PARTS = [('document', 'document.main'), ('styles', 'styles'), ('numbering', 'numbering'), ('footnotes', 'footnotes'),
         ('endnotes', 'endnotes')]


def write(name, body, styles='', numbering='', more=None, ns=W):
    parts = {
        '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
                               '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
                               'relationships+xml"/>' + ''.join(
                                   '<Override PartName="/word/%s.xml" ContentType="application/vnd.openxmlformats-'
                                   'officedocument.wordprocessingml.%s+xml"/>' % part for part in PARTS) + '</Types>',
        'word/_rels/document.xml.rels':
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' + ''.join(
                '<Relationship Id="r%d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" '
                'Target="%s.xml"/>' % (i, part[0], part[0]) for i, part in enumerate(PARTS[1:])) + '</Relationships>',
        '_rels/.rels': '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                       '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
                       'relationships/officeDocument" Target="word/document.xml"/></Relationships>',
        'word/document.xml': '<w:document %s><w:body>%s</w:body></w:document>' % (NS % ns, body),
    }
    if styles:
        parts['word/styles.xml'] = '<w:styles %s>%s</w:styles>' % (NS % ns, styles)
    if numbering:
        parts['word/numbering.xml'] = '<w:numbering %s>%s</w:numbering>' % (NS % ns, numbering)
    parts.update(more or {})
    with zipfile.ZipFile(os.path.join(HERE, name + '.docx'), 'w', zipfile.ZIP_DEFLATED) as z:
        for path, text in parts.items():
            info = zipfile.ZipInfo(path, (2024, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            data = text if isinstance(text, bytes) else ('<?xml version="1.0" encoding="UTF-8"?>' + text).encode()
            z.writestr(info, data)


def abstract(i, levels, more=''):
    return '<w:abstractNum w:abstractNumId="%d">%s%s</w:abstractNum>' % (i, more, levels)


def nums(*pairs):
    return ''.join('<w:num w:numId="%d"><w:abstractNumId w:val="%d"/>%s</w:num>' % (n, a, more)
                   for n, a, more in pairs)


# Every way to count, one list each.
FORMATS = ['chineseCounting', 'chineseCountingThousand', 'ideographDigital', 'decimal', 'decimalFullWidth',
           'decimalEnclosedCircle', 'upperRoman', 'lowerRoman', 'upperLetter', 'lowerLetter', 'japaneseCounting',
           'ideographTraditional', 'chineseLegalSimplified', 'decimalZero', 'none', 'bullet']
write('numbering-formats',
      ''.join(num('%s 甲' % f, i + 1) + num('乙', i + 1) for i, f in enumerate(FORMATS)),
      numbering=''.join(abstract(i, level(0, f, '第%1条' if f == 'decimal' else '%1、', 11 if i < 3 else 1))
                        for i, f in enumerate(FORMATS)) + nums(*[(i + 1, i, '') for i in range(len(FORMATS))]))

LEVELS = (level(0, 'chineseCounting', '%1、') + level(1, 'chineseCounting', '（%2）') + level(2, 'decimal', '%3.') +
          level(3, 'decimal', '%3.%4', 1) + level(4, 'decimal', '第%1章第%5条', 1, '<w:isLgl/>'))
write('numbering-levels',
      num('主要举措', 1) + num('抓学习', 1, 1) + num('理论学习', 1, 2) + num('集体学习', 1, 2) + num('细目', 1, 3) +
      num('抓决策', 1, 1) + num('重新起数', 1, 2) + num('存在问题', 1) + num('章条', 1, 4) + num('重新起级', 1, 1) +
      num('另起一列', 2) + num('接着另列', 2) + num('回到前列', 1) + num('覆盖格式', 3) + num('不接续的级别', 3, 3) +
      para('没有编号', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'),
      numbering=abstract(1, LEVELS) +
      nums((1, 1, ''), (2, 1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'),
           (3, 1, '<w:lvlOverride w:ilvl="0">' + level(0, 'decimal', '%1）') + '</w:lvlOverride>')))

STYLES = ('<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
          '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:numPr>'
          '<w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
          '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:basedOn w:val="1"/><w:pPr><w:numPr>'
          '<w:ilvl w:val="1"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
          '<w:style w:type="paragraph" w:styleId="t"><w:name w:val="Title"/></w:style>'
          '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>'
          '<w:style w:type="character" w:styleId="h"><w:name w:val="Hid"/><w:rPr><w:vanish/></w:rPr></w:style>')
write('styles-headings',
      para('青禾镇2024年度法治政府建设情况报告', '<w:pStyle w:val="t"/>') +
      para('一、主要举措……1', '<w:pStyle w:val="TOC1"/>') +
      para('主要举措', '<w:pStyle w:val="1"/>') + para('抓学习', '<w:pStyle w:val="2"/>') + para('正文一段。') +
      para('抓执法', '<w:pStyle w:val="2"/>') + para('直接定级', '<w:outlineLvl w:val="2"/>') +
      para('存在问题', '<w:pStyle w:val="1"/>') +
      para(run('看得见') + run('看不见', '<w:vanish/>') + run('也看不见', '<w:rStyle w:val="h"/>') +
           run('又看得见', '<w:vanish w:val="0"/>')),
      styles=STYLES,
      numbering=abstract(1, level(0, 'chineseCounting', '%1、', 1, '<w:pStyle w:val="1"/>') +
                         level(1, 'chineseCounting', '（%2）', 1, '<w:pStyle w:val="2"/>')) + nums((1, 1, '')))

write('tracked-changes',
      para(run('全年调处纠纷') + '<w:del w:id="1"><w:r><w:delText>700</w:delText></w:r></w:del>'
           '<w:ins w:id="2">' + run('806') + '</w:ins>' + run('件。')) +
      para(run('前半句，'), '<w:rPr><w:del w:id="3"/></w:rPr>') + para('后半句。') +
      para('<w:moveFrom w:id="4">' + run('移走的句子。') + '</w:moveFrom>' + run('留下的句子。')) +
      para('<w:moveTo w:id="5">' + run('移走的句子。') + '</w:moveTo>') +
      para(run('格式改过', '<w:b/><w:rPrChange w:id="6"><w:rPr><w:vanish/></w:rPr></w:rPrChange>'),
           '<w:outlineLvl w:val="0"/><w:pPrChange w:id="7"><w:pPr><w:outlineLvl w:val="5"/></w:pPr></w:pPrChange>') +
      '<w:tbl><w:tr><w:tc>' + para('项目') + '</w:tc><w:tc>' + para('数量') + '</w:tc></w:tr><w:tr><w:trPr><w:del w:id="8"/>'
      '</w:trPr><w:tc>' + para('删去') + '</w:tc><w:tc>' + para('9') + '</w:tc></w:tr></w:tbl>' +
      para(run('有批注') + '<w:r><w:commentReference w:id="0"/></w:r>'))

CELL = '<w:tc>%s%s</w:tc>'
write('tables',
      '<w:tbl><w:tr>' + CELL % ('<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>', para('项目')) +
      CELL % ('<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>', para('数量')) + CELL % ('', para('备注')) + '</w:tr><w:tr>' +
      CELL % ('<w:tcPr><w:vMerge/></w:tcPr>', '<w:p/>') + CELL % ('', para('2023年')) + CELL % ('', para('2024年')) +
      CELL % ('', '<w:p/>') + '</w:tr><w:tr>' + CELL % ('', para('培训')) + CELL % ('', para('3期')) +
      CELL % ('', para('4期') + para('120人次')) + CELL % ('', para('增加')) + '</w:tr></w:tbl>' +
      para('下面是版式用的单格表：') +
      '<w:tbl><w:tr>' + CELL % ('', para('第一段。') + para('第二段。')) + '</w:tr></w:tbl>' +
      '<w:tbl><w:tr>' + CELL % ('', para('外') + '<w:tbl><w:tr>' + CELL % ('', para('内一')) + CELL % ('', para('内二')) +
                              '</w:tr></w:tbl><w:p/>') + CELL % ('', para('右')) + '</w:tr></w:tbl>')

BOX = '<w:txbxContent>' + para('文本框里的字') + '</w:txbxContent>'
NOTES = '<w:%ss %s><w:%s w:id="0">%s</w:%s><w:%s w:id="2">%s</w:%s></w:%ss>'


def notes(kind, text):
    return NOTES % (kind, NS % W, kind, para('分隔'), kind, kind, para(text), kind, kind)


def field(instruction, result):
    return ('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>%s</w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>%s<w:r><w:fldChar w:fldCharType="end"/></w:r>'
            % (instruction, result))


write('boxes-notes-fields',
      para(run('正文前') + '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>' + BOX +
           '</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>' + BOX +
           '</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>' + run('正文后')) +
      para(run('全年办件806件') + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run('，另见') +
           '<w:r><w:endnoteReference w:id="2"/></w:r>') +
      para(field(' DATE ', run('2025年2月26日') + field(' PAGE ', run('（第1页）'))) +
           '<w:fldSimple w:instr=" AUTHOR ">' + run('（青禾镇）') + '</w:fldSimple>'
           '<w:hyperlink w:anchor="x">' + run('链接文字') + '</w:hyperlink>') +
      para('<w:r><w:t>左</w:t><w:tab/><w:t>右</w:t><w:br/><w:t>下一行</w:t><w:softHyphen/><w:noBreakHyphen/><w:t>1</w:t>'
           '<w:sym w:font="Wingdings" w:char="F0FE"/></w:r>') +
      para('<w:r><w:ruby><w:rt>' + run('jiū') + '</w:rt><w:rubyBase>' + run('纠') + '</w:rubyBase></w:ruby></w:r>' +
           run('纷')) +
      '<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>' + para('单击此处输入文字') +
      '</w:sdtContent></w:sdt><w:sdt><w:sdtContent>' + para('控件里的字') + '</w:sdtContent></w:sdt>'
      '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
      '<w:sdtContent>' + para('一、目录项…1') + '</w:sdtContent></w:sdt>' +
      para('<w:r><w:drawing><pic:pic/></w:drawing></w:r><w:r><w:drawing><c:chart/></w:drawing></w:r>'
           '<w:r><w:object><v:shape><v:imagedata/></v:shape><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>'
           '<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>') +
      para('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>没有结束</w:instrText></w:r>') +
      para('域没有结束，正文还在。'),
      more={'word/footnotes.xml': notes('footnote', '含信访转办件。'), 'word/endnotes.xml': notes('endnote', '附表。')})

write('strict-namespace', para('严格格式的正文。'), ns=STRICT)
write('utf16-part', '', more={'word/document.xml': ('<?xml version="1.0" encoding="UTF-16"?><w:document xmlns:w="%s">'
      '<w:body>%s</w:body></w:document>' % (W, para('双字节编码的正文。'))).encode('utf-16')})

# The number of a note behind a number, a power, a number struck out before the right one.
RAISED = '<w:vertAlign w:val="superscript"/>'
HIGH = '<w:position w:val="8"/>'
write('raised-and-struck',
      para(run('全年调解纠纷356') + run('1', RAISED) + run('件，处罚') + run('9', '<w:strike/>') + run('10') +
           run('件，走访42') + run('[2]', RAISED) + run('户，耕地10') + run('3', RAISED) + run('亩，抽查') +
           run('7', '<w:strike w:val="0"/>') + run('8', '<w:dstrike/>') + run('次。')) +
      para(run('受理申请23') + run('4', '<w:rStyle w:val="note"/>') + run('件，办结') + run('5', '<w:rStyle w:val="out"/>') +
           run('6', '<w:rStyle w:val="out"/><w:strike w:val="0"/>') + run('件。')) +
      # set high without being called raised: a line as a whole, digits on the line, and numbers of notes
      para(run('整行抬高的188件', HIGH)) +
      para(run('调解纠纷') + run('356', '<w:position w:val="2"/>') + run('件，化解') + run('344', HIGH) + run('件。')) +
      para(run('接访77') + run('1', HIGH) + run('2', HIGH) + run('人次，占98%') + run('3', HIGH) + run('，立案', '<w:sz w:val="32"/>') +
           run('4', HIGH + '<w:sz w:val="18"/>') + run('8件，排查66') + run('5', '<w:rStyle w:val="high"/>') + run('处。')),
      styles='<w:style w:type="character" w:styleId="mark"><w:name w:val="mark"/><w:rPr>' + RAISED + '</w:rPr></w:style>'
             '<w:style w:type="character" w:styleId="note"><w:name w:val="note"/><w:basedOn w:val="mark"/></w:style>'
             '<w:style w:type="character" w:styleId="high"><w:name w:val="high"/><w:rPr>' + HIGH + '</w:rPr></w:style>'
             '<w:style w:type="character" w:styleId="out"><w:name w:val="out"/><w:rPr><w:strike/></w:rPr></w:style>')
