#!/usr/bin/env python3
"""Makes the letters, rar archives and litter beside it: run by hand when a case is added, never by the tests.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import base64
import gzip
import io
import os
import struct
import tarfile
import zipfile
import zlib

HERE = os.path.dirname(os.path.abspath(__file__))
REPORT = '全年调处纠纷806件。\n'.encode()


def save(name, data):
    with open(os.path.join(HERE, name), 'wb') as f:
        f.write(data)


def make_zip(members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, 'w', zipfile.ZIP_DEFLATED) as z:
        for name, data in members:
            z.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), data)
    return out.getvalue()


def compound(tree):
    """A compound file: {name: bytes or dict}. Small streams lie in the root's, as the format wants."""
    entries = []  # name, kind, child, right, start, size
    mini, big, minifat, fat = bytearray(), bytearray(), [], []

    def put(store, table, data, unit):
        start = len(table)
        n = -(-len(data) // unit)
        for i in range(n):
            table.append(start + i + 1 if i + 1 < n else 0xfffffffe)
        store += data + bytes(n * unit - len(data))
        return start if n else 0xfffffffe

    def add(name, node):
        index = len(entries)
        entries.append(None)
        if isinstance(node, dict):
            children = [add(*item) for item in sorted(node.items(), key=lambda i: (len(i[0]), i[0].upper()))]
            for a, b in zip(children, children[1:]):
                entries[a][3] = b
            entries[index] = [name, 1, children[0] if children else 0xffffffff, 0xffffffff, 0, 0]
        elif len(node) < 4096:
            entries[index] = [name, 2, 0xffffffff, 0xffffffff, put(mini, minifat, node, 64), len(node)]
        else:
            entries[index] = [name, 2, 0xffffffff, 0xffffffff, put(big, fat, node, 512), len(node)]
        return index

    add('Root Entry', tree)
    entries[0][1] = 5
    entries[0][4], entries[0][5] = put(big, fat, bytes(mini), 512), len(mini)
    minifat_start = put(big, fat, struct.pack('<%dI' % len(minifat), *minifat), 512)
    directory = b''
    for name, kind, child, right, start, size in entries:
        raw = name.encode('utf-16-le') + b'\0\0'
        directory += raw.ljust(64, b'\0') + struct.pack('<HBBIII', len(raw), kind, 1, 0xffffffff, right, child)
        directory += bytes(36) + struct.pack('<IQ', start, size)
    directory_start = put(big, fat, directory.ljust(-(-len(directory) // 512) * 512, b'\0'), 512)
    fat_start = len(fat)
    fat.append(0xfffffffd)
    assert len(fat) <= 128
    table = struct.pack('<%dI' % len(fat), *fat).ljust(512, b'\xff')
    head = b'\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' + bytes(16) + struct.pack('<HHHHH', 0x3e, 3, 0xfffe, 9, 6) + bytes(6)
    head += struct.pack('<IIIIIIIII', 0, 1, directory_start, 0, 4096, minifat_start, 1, 0xfffffffe, 0)
    head += struct.pack('<I', fat_start).ljust(436, b'\xff')
    return head + bytes(big) + table


def stored(name, data):
    return {'__properties_version1.0': bytes(32), '__substg1.0_37010102': data,
            '__substg1.0_3707001F': name.encode('utf-16-le')}


LETTER = {'__properties_version1.0': bytes(32), '__substg1.0_1000001F': '县局：报告见附件。'.encode('utf-16-le')}
save('letter-typed.msg', compound(LETTER))
save('letter-page.msg', compound({'__properties_version1.0': bytes(32), '__substg1.0_10130102':
                                  '<html><body><p>全年调处纠纷806件。</p></body></html>'.encode()}))
save('letter.msg', compound(dict(LETTER, **{
    '__attach_version1.0_#00000000': stored('青禾镇报告.txt', REPORT),
    '__attach_version1.0_#00000001': {'__properties_version1.0': bytes(32), '__substg1.0_3701000D': dict(LETTER, **{
        '__attach_version1.0_#00000000': stored('附件.txt', REPORT * 300)})}})))


def mail(*parts):
    text = 'Received: from x\nFrom: a@b.cn\nTo: c@d.cn\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="B"\n'
    return (text + ''.join('\n--B\n' + part + '\n' for part in parts) + '\n--B--\n').encode('gb18030')


TYPED = 'Content-Type: text/plain; charset=gb2312\nContent-Transfer-Encoding: 8bit\n\n县局：报告见附件。'
ENCLOSED = ('Content-Type: text/plain; charset=gb2312\nContent-Disposition: attachment; filename="青禾镇报告.txt"\n\n'
            '全年调处纠纷806件。')
SIGNATURE = 'Content-Type: image/png; name="logo.png"\nContent-ID: <logo>\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo='
save('letter.eml', mail(TYPED, SIGNATURE, ENCLOSED))
save('letter-alone.eml', mail(TYPED))


def picture(width, height):
    """A white PNG."""
    def chunk(kind, data):
        return struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data))

    return (b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', width, height, 1, 0, 0, 0, 0)) +
            chunk(b'IDAT', zlib.compress((b'\0' + b'\xff' * -(-width // 8)) * height)) + chunk(b'IEND', b''))


def enclosed(name, data):
    return ('Content-Type: image/png; name="%s"\nContent-Disposition: attachment; filename="%s"\nContent-Transfer-Encoding: base64\n\n%s'
            % (name, name, base64.encodebytes(data).decode()))


# a sign, a picture cut off and a page beside a report; a sign and a cut page with nothing else
save('letter-pictures.eml', mail(TYPED, enclosed('落款.png', picture(120, 60)), enclosed('照片.png', picture(900, 700)[:80]),
                                 enclosed('扫描.png', picture(900, 1200)), ENCLOSED))
save('letter-sign.eml', mail(TYPED, enclosed('落款.png', picture(120, 60))))
save('letter-cut-scan.eml', mail(TYPED, enclosed('扫描.png', picture(900, 1200)[:80])))
# a letter sent along with nothing in it is a file; one with files is a cover; what was only pointed at; cards and calendars
FORWARDED = ('Content-Type: message/rfc822\n\nFrom: c@d.cn\nTo: a@b.cn\nSubject: =?utf-8?b?%s?=\nContent-Type: text/plain; charset=gb2312\n\n'
             '全年调处纠纷806件。' % base64.b64encode('报送/青禾镇'.encode()).decode())
POINTED = 'Content-Type: message/external-body; access-type=URL; URL="http://x/1.docx"; name="1.docx"\n\nContent-Type: application/msword\n'
CARD = 'Content-Type: text/vcard; name="a.vcf"\nContent-Disposition: attachment; filename="a.vcf"\n\nBEGIN:VCARD'
save('letter-forwarded.eml', mail(TYPED, FORWARDED, CARD))
save('letter-pointed.eml', mail(TYPED, POINTED, ENCLOSED))
save('letter-forwarded.msg', compound(dict(LETTER, **{
    '__attach_version1.0_#00000000': {'__properties_version1.0': bytes(32), '__substg1.0_3701000D': {
        '__properties_version1.0': bytes(32), '__substg1.0_0037001F': '青禾镇'.encode('utf-16-le'),
        '__substg1.0_1000001F': '全年调处纠纷806件。'.encode('utf-16-le')}}})))
# something drawn into the letter that is no letter, and a file of which only the address was sent
DRAWN = {'__properties_version1.0': bytes(32), '__substg1.0_3701000D': {'\1Ole': bytes(20), 'CONTENTS': b'x' * 50}}
save('letter-drawn.msg', compound(dict(LETTER, **{
    '__attach_version1.0_#00000000': DRAWN, '__attach_version1.0_#00000001': stored('青禾镇报告.txt', REPORT),
    '__attach_version1.0_#00000002': {'__properties_version1.0': bytes(32), '__substg1.0_3707001F': '云附件.docx'.encode('utf-16-le')}})))
save('letter-drawn-alone.msg', compound(dict(LETTER, **{'__attach_version1.0_#00000000': DRAWN})))
save('litter.zip', make_zip([('报告.txt', REPORT)] + [(name, b'x') for name in (
    '~WRL0001.tmp', '.~报告.txt', '.~lock.报告.txt#', 'ehthumbs.db', '$RECYCLE.BIN/desktop.ini', 'Icon\r',
    '快捷方式.lnk', '网址.url', '.gitkeep', '__MACOSX/._报告.txt', '报告_files/样式.css', '报告_files/统计.js.下载',
    '报告_files/校徽.png')]))
# what was saved with a page is the page's, in whatever order; a folder of such a name without a page is not, nor is a document
PAGES = [('青禾.files/frame.htm', REPORT), ('青禾.files/a/menu.html', REPORT), ('青禾.files/附件.docx', b'x'), ('红岩_文件/甲.html', REPORT),
         ('青禾.htm', REPORT), ('报送_files/乙.html', REPORT), ('白杨.html', REPORT), ('白杨_files/saved_resource.html', REPORT),
         ('红岩_文件.txt', REPORT)]
save('saved-pages.zip', make_zip(PAGES))
out = io.BytesIO()
with tarfile.open(fileobj=out, mode='w', format=tarfile.PAX_FORMAT) as tar:
    for name, data in PAGES:
        info = tarfile.TarInfo(name)
        info.size = len(data)
        tar.addfile(info, io.BytesIO(data))
save('saved-pages.tar.gz', gzip.compress(out.getvalue(), mtime=0))


def packed(*files):
    """What Outlook packs into winmail.dat: (short name, long name, bytes); where the bytes are None, a letter with no more than
    what stands in the name's place."""
    def attribute(level, tag, data):
        return struct.pack('<BII', level, tag, len(data)) + data + struct.pack('<H', sum(data) & 0xffff)

    def wide(tag, text):
        raw = (text + '\0').encode('utf-16-le')
        return struct.pack('<HHII', 0x1f, tag, 1, len(raw)) + raw + bytes(-len(raw) % 4)

    out = struct.pack('<IH', 0x223e9f78, 1) + attribute(1, 0x00089006, struct.pack('<I', 0x10000))
    out += attribute(1, 0x0002800c, '县局：报告见附件。\0'.encode('gb18030'))
    for short, name, data in files:
        out += attribute(2, 0x00069002, b'\1\0' + bytes(12)) + attribute(2, 0x00018010, short.encode('gb18030') + b'\0')
        if data is None:
            inner = bytes.fromhex('0703020000000000c000000000000046') + name
            out += attribute(2, 0x00069005, struct.pack('<IHHII', 1, 0x0d, 0x3701, 1, len(inner)) + inner + bytes(-len(inner) % 4))
            continue
        out += attribute(2, 0x0006800f, data)
        if name:
            named = struct.pack('<HH16sII', 0x03, 0x8001, bytes(16), 0, 7) + struct.pack('<I', 5)
            out += attribute(2, 0x00069005, struct.pack('<I', 3) + struct.pack('<HHI', 0x03, 0x3705, 1) + named +
                             wide(0x3707, name))
    return out


WINMAIL = packed(('青禾镇~1.TXT', '青禾镇二〇二四年报告.txt', REPORT), ('红岩乡.txt', '', REPORT * 2))
save('letter-packed.dat', WINMAIL)
save('letter-packed-cut.dat', WINMAIL[:-40])
save('letter-packed-twice.dat', packed(('转发.msg', packed(('青禾镇.txt', '', REPORT)), None), ('插图.ole', b'OLE', None)))
save('letter-packed.eml', mail(TYPED, 'Content-Type: application/ms-tnef; name="winmail.dat"\nContent-Transfer-Encoding: base64\n'
                               'Content-Disposition: attachment; filename="winmail.dat"\n\n' + base64.encodebytes(WINMAIL).decode()))
save('letter-packed-typed.eml', mail(TYPED, 'Content-Type: application/ms-tnef; name="winmail.dat"\nContent-Transfer-Encoding: '
                                     'base64\n\n' + base64.encodebytes(packed()).decode()))
save('only-folder.zip', make_zip([('报送材料/', b'')]))
coats = REPORT
for _ in range(6):
    coats = gzip.compress(coats, mtime=0)
save('coats.txt.gz', coats)


def rar3(main, files):
    """Heads of the older rar, sums not right: (flags of the file, name, packed bytes)."""
    out = b'Rar!\x1a\x07\0' + struct.pack('<HBHH', 0, 0x73, main, 13) + bytes(6)
    for flags, name, data in files:
        raw = name.encode()
        out += struct.pack('<HBHHIIBIIBBHI', 0, 0x74, flags | 0x8000, 32 + len(raw), len(data), len(data), 2, 0, 0, 29, 0x30,
                           len(raw), 32) + raw + data
    return out + struct.pack('<HBHH', 0, 0x7b, 0, 7)


def rar5(main, files, head=b''):
    """Heads of the newer rar: (flags of the head, compression info, records behind it, name, packed bytes)."""
    def number(n):
        out = b''
        while n > 127:
            out, n = out + bytes([n & 127 | 128]), n >> 7
        return out + bytes([n])

    def block(body):
        body = number(len(body)) + body
        return struct.pack('<I', zlib.crc32(body)) + body

    out = b'Rar!\x1a\x07\x01\0' + head + block(number(1) + number(0) + number(main))
    for flags, info, records, name, data in files:
        raw = name.encode()
        body = number(2) + number(flags | 2 | (1 if records else 0)) + (number(len(records)) if records else b'')
        body += number(len(data)) + number(0) + number(len(data)) + number(0) + number(info) + number(1)
        out += block(body + number(len(raw)) + raw + records) + data
    return out + block(number(5) + number(0) + number(0))


save('rar3-solid.rar', rar3(0x8, [(0x10, 'a.txt', REPORT)]))
save('rar3-volume.rar', rar3(0x1, [(0x2, 'a.txt', REPORT)]))
save('rar3-password.rar', rar3(0, [(0x4, 'a.txt', REPORT)]))
save('rar5-stored.rar', rar5(0, [(0, 0, b'', 'a.txt', REPORT)]))
save('rar5-volume.rar', rar5(1, [(0x10, 0, b'', 'a.txt', REPORT)]))
save('rar5-password.rar', rar5(0, [(0, 0, bytes([0x21, 1]) + bytes(32), 'a.txt', REPORT)]))
save('rar5-heads-password.rar', rar5(0, [], struct.pack('<I', 0) + bytes([4, 4, 0, 0, 0])))
save('rar5-memory.rar', rar5(0, [(0, 15 << 10 | 3 << 7, b'', 'a.txt', REPORT)]))
