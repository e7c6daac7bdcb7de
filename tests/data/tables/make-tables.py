#!/usr/bin/env python3
"""Makes the tables beside it and gold.tsv: run by hand when a table is added, never by the tests.

Every number of a body stands in gold.tsv: file, sheet, cell, body, year, indicator, value in its base
unit; "-" for an indicator where the column counts what the codebook has no name for.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import csv
import os
import random
import zipfile
from xml.sax.saxutils import escape

HERE = os.path.dirname(os.path.abspath(__file__))
BODIES = ['望溪街道', '双渚街道', '澜桥镇', '栖砚镇', '禾泉镇', '万榆镇', '槐堤镇', '苇洲镇', '六渠乡', '石竺乡', '枫梧畲族乡', '鹭陂乡']
GOLD = []
DATE = (2025, 1, 20, 8, 0, 0)


def letters(column):
    word = ''
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        word = chr(65 + rest) + word
    return word


def place(row, column):
    return '%s%d' % (letters(column), row + 1)


class Sheet:
    """Cells by row and column from 0, merges, and what is expected of them."""

    def __init__(self, name):
        self.name, self.cells, self.merges = name, {}, []

    def put(self, row, column, words, to=None):
        self.cells[row, column] = words
        if to:
            self.merges.append((row, column) + to)

    def gold(self, file, row, column, body, year, indicator, value):
        GOLD.append((file, self.name, place(row, column), body, year, indicator, value))


def number(value):
    return ('%.4f' % value).rstrip('0').rstrip('.') if isinstance(value, float) else str(value)


def write_zip(path, members):
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as out:
        for name, text in members:
            info = zipfile.ZipInfo(name, DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            out.writestr(info, text)


def sheet_xml(sheet):
    rows = {}
    for (row, column), words in sheet.cells.items():
        rows.setdefault(row, {})[column] = words
    xml = ['<?xml version="1.0" encoding="UTF-8"?><worksheet '
           'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>']
    for row in sorted(rows):
        xml.append('<row r="%d">' % (row + 1))
        for column in sorted(rows[row]):
            words = rows[row][column]
            if isinstance(words, (int, float)):
                xml.append('<c r="%s"><v>%s</v></c>' % (place(row, column), number(words)))
            else:
                xml.append('<c r="%s" t="inlineStr"><is><t xml:space="preserve">%s</t></is></c>'
                           % (place(row, column), escape(words)))
        xml.append('</row>')
    xml.append('</sheetData>')
    if sheet.merges:
        xml.append('<mergeCells count="%d">' % len(sheet.merges))
        for top, left, bottom, right in sheet.merges:
            xml.append('<mergeCell ref="%s:%s"/>' % (place(top, left), place(bottom, right)))
        xml.append('</mergeCells>')
    return ''.join(xml) + '</worksheet>'


def write_xlsx(name, sheets):
    main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
    rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
    pack = 'http://schemas.openxmlformats.org/package/2006/'
    book = ''.join('<sheet name="%s" sheetId="%d" r:id="rId%d"/>' % (escape(s.name), i + 1, i + 1) for i, s in enumerate(sheets))
    rels = ''.join('<Relationship Id="rId%d" Type="%s/worksheet" Target="worksheets/sheet%d.xml"/>' % (i + 1, rel, i + 1)
                   for i in range(len(sheets)))
    types = ''.join('<Override PartName="/xl/worksheets/sheet%d.xml" ContentType="application/vnd.openxmlformats-'
                    'officedocument.spreadsheetml.worksheet+xml"/>' % (i + 1) for i in range(len(sheets)))
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    write_zip(os.path.join(HERE, name), [
        ('[Content_Types].xml', head + '<Types xmlns="%scontent-types"><Default Extension="rels" ContentType="application/'
         'vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override '
         'PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
         '%s</Types>' % (pack, types)),
        ('_rels/.rels', head + '<Relationships xmlns="%srelationships"><Relationship Id="rId1" Type="%s/officeDocument" '
         'Target="xl/workbook.xml"/></Relationships>' % (pack, rel)),
        ('xl/workbook.xml', head + '<workbook xmlns="%s" xmlns:r="%s"><sheets>%s</sheets></workbook>' % (main, rel, book)),
        ('xl/_rels/workbook.xml.rels', head + '<Relationships xmlns="%srelationships">%s</Relationships>' % (pack, rels)),
    ] + [('xl/worksheets/sheet%d.xml' % (i + 1), sheet_xml(s)) for i, s in enumerate(sheets)])


def cell_xml(words, span=1, upright=None):
    props = ('<w:gridSpan w:val="%d"/>' % span if span > 1 else '') + (
        '' if upright is None else '<w:vMerge w:val="restart"/>' if upright else '<w:vMerge/>')
    return '<w:tc><w:tcPr>%s</w:tcPr><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:tc>' % (props, escape(words))


def write_docx(name, blocks):
    w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
    pack = 'http://schemas.openxmlformats.org/package/2006/'
    body = ''
    for block in blocks:
        if isinstance(block, str):
            body += '<w:p><w:r><w:t>%s</w:t></w:r></w:p>' % escape(block)
        else:
            body += '<w:tbl>%s</w:tbl>' % ''.join('<w:tr>%s</w:tr>' % ''.join(row) for row in block)
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    write_zip(os.path.join(HERE, name), [
        ('[Content_Types].xml', head + '<Types xmlns="%scontent-types"><Default Extension="rels" ContentType="application/'
         'vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override '
         'PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.'
         'document.main+xml"/></Types>' % pack),
        ('_rels/.rels', head + '<Relationships xmlns="%srelationships"><Relationship Id="rId1" Type="http://schemas.'
         'openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
         % pack),
        ('word/document.xml', head + '<w:document xmlns:w="%s"><w:body>%s</w:body></w:document>' % (w, body))])


def enforcement(rng):
    """Two levels of heads, units in brackets, a numbering row, a total, a note; kinds of penalty no indicator has."""
    sheet, file = Sheet('Sheet1'), '行政执法数据统计表.xlsx'
    columns = [('行政处罚实施数量（宗）', '警告', None, 0), ('行政处罚实施数量（宗）', '罚款', None, 0),
               ('行政处罚实施数量（宗）', '没收违法所得', None, 0), ('行政处罚实施数量（宗）', '合计', 'penalty_cases', 1),
               ('罚没金额\n（万元）', None, 'penalty_amount', 10000), ('行政检查次数', None, 'inspections', 1),
               ('行政许可', '申请数量（件）', None, 0), ('行政许可', '许可数量（件）', 'licences_issued', 1),
               ('行政强制措施实施数量（宗）', None, 'coercive_measures', 1), ('执法人员（人）', '总数', 'enforcement_staff', 1),
               ('执法人员（人）', '其中：持证人数', 'certified_enforcers', 1), ('持证率', None, 'certified_rate', 100),
               ('案卷评查数（卷）', None, 'case_file_reviews', 1)]
    last = len(columns) + 2
    sheet.put(0, 0, '望泽县2024年度乡镇（街道）行政执法数据统计表', (0, last))
    sheet.put(1, 0, '填报单位：望泽县司法局', (1, 6))
    sheet.put(1, 8, '填报日期：2025年1月10日', (1, last))
    sheet.put(2, 0, '序号', (3, 0))
    sheet.put(2, 1, '单位', (3, 1))
    sheet.put(2, last, '备注', (3, last))
    for i, (upper, lower, _, _) in enumerate(columns):
        column = i + 2
        if lower is None:
            sheet.put(2, column, upper, (3, column))
        else:
            sheet.put(3, column, lower)
            if i == 0 or columns[i - 1][0] != upper:
                wide = sum(1 for c in columns if c[0] == upper and c[1])
                sheet.put(2, column, upper, (2, column + wide - 1))
    for column in range(2, last):
        sheet.put(4, column, column - 1)
    for b, body in enumerate(BODIES):
        row = 5 + b
        warn, fine, take = rng.randrange(0, 9), rng.randrange(5, 60), rng.randrange(0, 4)
        staff = rng.randrange(5, 30)
        held = rng.randrange(3, staff + 1)
        values = [warn, fine, take, warn + fine + take, rng.randrange(10, 900) / 100, rng.randrange(40, 900),
                  rng.randrange(60, 300), rng.randrange(30, 60), rng.randrange(0, 6), staff, held,
                  round(held / staff, 4), rng.randrange(2, 20)]
        sheet.put(row, 0, b + 1)
        sheet.put(row, 1, body)
        for i, value in enumerate(values):
            column = i + 2
            if i == 8 and b == 3:
                sheet.put(row, column, '—')
                continue
            sheet.put(row, column, value)
            _, _, indicator, factor = columns[i]
            sheet.gold(file, row, column, body, 2024, indicator or '-', value * factor if indicator else value)
    row = 5 + len(BODIES)
    sheet.put(row, 0, '合计', (row, 1))
    for column in range(2, last):
        sheet.put(row, column, rng.randrange(100, 900))
    sheet.put(row + 1, 0, '注：1.行政处罚实施数量的统计范围为当年1月1日至12月31日。2.持证率=持证人数/总数。', (row + 1, last))
    write_xlsx(file, [sheet])


def mediation(rng):
    """Short names, subtotals by kind, months that are no year, shares as per cents in words; one sheet of notes."""
    notes = Sheet('填表说明')
    notes.put(0, 0, '一、本表由各司法所填报。')
    sheet, file = Sheet('2024年全年'), '人民调解工作统计.xlsx'
    columns = [('矛盾纠纷排查数（件）', 'disputes_found', 1), ('受理纠纷数（件）', 'disputes_accepted', 1), ('调解成功数（件）', 'disputes_mediated', 1),
               ('调解成功率（%）', 'mediation_success_rate', 1), ('书面调解协议（份）', 'written_mediations', 1), ('口头协议（件）', 'oral_mediations', 1),
               ('涉及金额（万元）', 'mediation_amount', 10000), ('司法确认（件）', 'judicial_confirmations', 1), ('婚姻家庭纠纷', None, 0),
               ('邻里纠纷', None, 0), ('人民调解员数（名）', 'mediators', 1), ('12月份受理（件）', '', 0)]
    sheet.put(0, 0, '人民调解工作情况统计表', (0, len(columns)))
    sheet.put(1, 0, '单位')
    for i, (head, _, _) in enumerate(columns):
        sheet.put(1, i + 1, head)
    row = 2
    for b, body in enumerate(BODIES):
        if b in (2, 8):
            sheet.put(row, 0, '镇小计' if b == 8 else '街道小计')
            for i in range(len(columns)):
                sheet.put(row, i + 1, rng.randrange(100, 999))
            row += 1
        accepted = rng.randrange(40, 300)
        done = accepted - rng.randrange(0, 6)
        written = rng.randrange(5, done)
        values = [rng.randrange(20, 200), accepted, done, '%.1f%%' % (done * 100 / accepted), written, done - written,
                  rng.randrange(300, 9000) / 10, rng.randrange(0, 9), rng.randrange(5, 40), rng.randrange(5, 40),
                  rng.randrange(20, 90), rng.randrange(1, 20)]
        sheet.put(row, 0, body.replace('畲族乡', '').replace('街道', '').rstrip('镇乡'))
        for i, value in enumerate(values):
            sheet.put(row, i + 1, value)
            head, indicator, factor = columns[i]
            plain = float(value[:-1]) if isinstance(value, str) else value
            sheet.gold(file, row, i + 1, body, 2024, indicator or '-', plain * factor if indicator else plain)
        row += 1
    sheet.put(row, 0, '全县合计')
    for i in range(len(columns)):
        sheet.put(row, i + 1, rng.randrange(1000, 9999))
    write_xlsx(file, [notes, sheet])


def litigation(rng):
    """A csv of an older system: whole county first, names of governments, last year beside this year."""
    file = '2024年行政复议应诉情况.csv'
    heads = [('行政复议案件数（件）', 'admin_reconsideration', 2024), ('上年行政复议案件数（件）', 'admin_reconsideration', 2023), ('同比增减', '', 0),
             ('行政应诉案件数（件）', 'admin_litigation', 2024), ('负责人出庭应诉数（次）', 'court_appearances', 2024),
             ('负责人出庭应诉率（%）', 'court_appearance_rate', 2024), ('败诉、纠错数（件）', 'lost_cases', 2024), ('受理信访件数（件）', 'petitions_received', 2024),
             ('合法性审核（件）', 'legal_reviews', 2024), ('审查合同（份）', 'contracts_reviewed', 2024), ('考核得分', '', 0), ('联系电话', '', 0)]
    rows = [['镇（街道）'] + [h for h, _, _ in heads], ['全县'] + [str(rng.randrange(50, 500)) for _ in heads]]
    for b, body in enumerate(BODIES):
        cases = rng.randrange(1, 9)
        values = [rng.randrange(0, 9), rng.randrange(0, 9), '%d%%' % rng.randrange(-50, 90), cases, cases, 100,
                  rng.randrange(0, 2), rng.randrange(20, 200), '%s' % format(rng.randrange(900, 1400), ','), rng.randrange(10, 150),
                  rng.randrange(80, 100), '0558-%d' % rng.randrange(1000000, 9999999)]
        rows.append([body + ('办事处' if body.endswith('街道') else '人民政府')] + [str(v) for v in values])
        for i, value in enumerate(values):
            _, indicator, year = heads[i]
            plain = float(str(value).replace(',', '')) if indicator else value
            if indicator:
                GOLD.append((file, '', place(len(rows) - 1, i + 1), body, year, indicator, plain))
    with open(os.path.join(HERE, file), 'w', encoding='gb18030', newline='') as out:
        csv.writer(out).writerows(rows)


def publicity(rng):
    """Two tables of a document: merged cells in both directions, a unit above the table, a stranger's row."""
    file = '普法依法治理工作台账.docx'
    heads = [('法治宣传活动（场）', 'propaganda_events'), ('法治讲座（场）', 'law_lectures'), ('发放宣传资料（万份）', 'propaganda_materials'),
             ('受众（人次）', 'propaganda_audience'), ('法律明白人（名）', 'law_literate_people'), ('法治文化阵地（个）', 'law_culture_sites')]
    table = [[cell_xml('序号', upright=True), cell_xml('单 位', upright=True), cell_xml('宣传情况', span=4), cell_xml('队伍阵地', span=2)],
             [cell_xml('', upright=False), cell_xml('', upright=False)] + [cell_xml(h) for h, _ in heads]]
    for b, body in enumerate(BODIES):
        values = [rng.randrange(5, 60), rng.randrange(2, 30), rng.randrange(2, 300) / 100, rng.randrange(500, 20000), rng.randrange(20, 90),
                  rng.randrange(1, 20)]
        table.append([cell_xml(str(b + 1)), cell_xml('望泽县' + body)] + [cell_xml(number(v)) for v in values])
        for i, value in enumerate(values):
            GOLD.append((file, '表1', place(len(table) - 1, i + 2), body, 2024, heads[i][1],
                         value * 10000 if i == 2 else value))
    table.append([cell_xml('13'), cell_xml('县司法局')] + [cell_xml('9') for _ in heads])
    table.append([cell_xml('合计', span=2)] + [cell_xml('999') for _ in heads])
    study = [('中心组专题学法次数', 'center_group_study'), ('会前学法次数', 'cadre_study'), ('法治培训场次', 'law_training_sessions'),
             ('培训人次', 'law_training_people'), ('学法考试参考率', 'law_exam_participation_rate'), ('法治建设投入', 'law_funding')]
    other = [[cell_xml('乡镇（街道）')] + [cell_xml(h) for h, _ in study]]
    for b, body in enumerate(BODIES):
        values = [rng.randrange(2, 14), rng.randrange(4, 20), rng.randrange(1, 9), rng.randrange(30, 900), rng.choice([100, 98.5, 97]),
                  rng.randrange(10, 400) / 10]
        other.append([cell_xml(body)] + [cell_xml(number(v) + ('%' if i == 4 else '')) for i, v in enumerate(values)])
        for i, value in enumerate(values):
            GOLD.append((file, '表2', place(len(other) - 1, i + 1), body, 2024, study[i][1], value * 10000 if i == 5 else value))
    write_docx(file, ['望泽县普法依法治理工作台账', '一、2024年普法宣传情况表', '填报单位：县普法办', table, '二、2024年学法用法情况表', '单位：万元', other])


def turned(rng):
    """Indicators in rows with a column of units, bodies side by side; a sheet a year, and one of half a year."""
    file, sheets = '法治建设指标汇总.xlsx', []
    rows = [('行政执法', '行政处罚案件数', '件', 'penalty_cases'), ('行政执法', '罚没款金额', '元', 'penalty_amount'),
            ('行政执法', '拆除违建面积', '平方米', 'demolished_area'), ('矛盾调解', '调处矛盾纠纷数', '件', 'disputes_mediated'),
            ('矛盾调解', '调解成功率', '%', 'mediation_success_rate'), ('公共服务', '解答法律咨询人次', '人次', 'consultation_people'),
            ('公共服务', '法律援助件数', '件', 'legal_aid_cases'), ('公共服务', '12345热线受理件数', '件', 'hotline_accepted'),
            ('公共服务', '热线办结率', '%', 'hotline_close_rate'), ('公共服务', '出动车辆', '台次', None),
            ('基本情况', '村（社区）数', '个', 'villages'), ('基本情况', '常住人口', '万人', 'population')]
    for year in (2023, 2024):
        sheet = Sheet('%d年' % year)
        sheet.put(0, 0, '乡镇（街道）法治建设指标汇总表', (0, len(BODIES) + 3))
        for column, words in enumerate(['序号', '类别', '指标', '计量单位'] + BODIES + ['合计']):
            sheet.put(1, column, words)
        for i, (group, name, unit, indicator) in enumerate(rows):
            row = i + 2
            sheet.put(row, 0, i + 1)
            if i == 0 or rows[i - 1][0] != group:
                sheet.put(row, 1, group, (row + sum(1 for r in rows if r[0] == group) - 1, 1))
            sheet.put(row, 2, name)
            sheet.put(row, 3, unit)
            for b, body in enumerate(BODIES):
                value = rng.choice([98, 98.5, 99.2, 100]) if unit == '%' else rng.randrange(90, 600) / 100 if unit == '万人' else rng.randrange(5, 400)
                sheet.put(row, b + 4, value)
                sheet.gold(file, row, b + 4, body, year, indicator or '-', value * 10000 if unit == '万人' else value)
            sheet.put(row, len(BODIES) + 4, rng.randrange(1000, 5000))
        sheets.append(sheet)
    half = Sheet('2025年上半年')
    half.put(0, 0, '单位')
    half.put(0, 1, '行政处罚案件数（件）')
    for b, body in enumerate(BODIES):
        half.put(b + 1, 0, body)
        half.put(b + 1, 1, rng.randrange(1, 30))
        half.gold(file, b + 1, 1, body, 0, '-', 0)
    write_xlsx(file, sheets + [half])


def main():
    rng = random.Random(14)
    for make in (enforcement, mediation, litigation, publicity, turned):
        make(rng)
    with open(os.path.join(HERE, 'gold.tsv'), 'w', encoding='utf-8') as out:
        for row in GOLD:
            out.write('\t'.join(number(round(x, 6)) if isinstance(x, float) else str(x) for x in row) + '\n')


if __name__ == '__main__':
    main()
