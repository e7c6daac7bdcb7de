#!/usr/bin/env python3
"""make.py - workbooks that are small and would take much, and one that only looks large

SPDX-License-Identifier: GPL-3.0-or-later
"""
import zipfile

REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
RELS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">%s</Relationships>'
ROWS = ('<row><c t="inlineStr"><is><t>单位</t></is></c><c t="inlineStr"><is><t>户数</t></is></c></row>'
        '<row><c t="inlineStr"><is><t>青禾镇</t></is></c><c><v>3562</v></c></row>')


def write(name, rows, words=None, n_sheets=1, after=''):
    def put(member, text):
        info = zipfile.ZipInfo(member, (2024, 1, 1, 0, 0, 0))
        info.compress_type = zipfile.ZIP_DEFLATED
        book.writestr(info, text, compresslevel=9)
    with zipfile.ZipFile(name, 'w') as book:
        put('xl/workbook.xml', '<workbook xmlns="%s" xmlns:r="%s"><sheets>%s</sheets></workbook>' % (
            MAIN, REL, ''.join('<sheet name="表%d" sheetId="%d" r:id="r"/>' % (i, i) for i in range(1, n_sheets + 1))))
        put('xl/_rels/workbook.xml.rels', RELS % ('<Relationship Id="r" Type="%s/worksheet" Target="worksheets/sheet1.xml"/>' % REL))
        put('xl/worksheets/sheet1.xml', '<worksheet xmlns="%s"><sheetData>%s</sheetData>%s</worksheet>' % (MAIN, rows, after))
        if words is not None:
            put('xl/sharedStrings.xml', '<sst xmlns="%s"><si><t>%s</t></si></sst>' % (MAIN, words))


# a word of a third of a megabyte in each of 20,000 cells
write('shared-word.xlsx', '<row>' + '<c t="s"><v>0</v></c>' * 400 + '</row>' + ROWS, '青禾镇' * 30000)
# one sheet of 14 MB of blanks, ten times
write('same-sheet.xlsx', ROWS + ' ' * 14000000, n_sheets=10)
# more elements than a tree can hold
write('elements.xlsx', ROWS + '<c/>' * 1000001)
# cells at the far end of many rows
write('far-cells.xlsx', ROWS + '<row><c r="SF3"><v>1</v></c></row>' * 9000)
# rows that are only formatted, as programs write them down to the last: a table of one body
write('formatted-rows.xlsx', ROWS + '<row><c s="1"/><c s="1"/></row>' * 60000)
# all 40,000 cells of a table say a word of thirty kilobytes
write('merged-word.xlsx', '<row><c t="s"><v>0</v></c></row>' + '<row><c r="GR2"><v>1</v></c></row>' * 200, '青禾镇' * 3300,
      after='<mergeCells><mergeCell ref="A1:GR201"/></mergeCells>')
with zipfile.ZipFile('table.ods', 'w') as table:
    table.writestr(zipfile.ZipInfo('mimetype', (2024, 1, 1, 0, 0, 0)), 'application/vnd.oasis.opendocument.spreadsheet')
    table.writestr(zipfile.ZipInfo('content.xml', (2024, 1, 1, 0, 0, 0)), '<content/>')
