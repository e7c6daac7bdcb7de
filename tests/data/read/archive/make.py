#!/usr/bin/env python3
"""Makes the archives beside it: run by hand when a case is added, never by the tests.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import io
import os
import struct
import subprocess
import tarfile
import zipfile
import zlib

HERE = os.path.dirname(os.path.abspath(__file__))


def path(name):
    return os.path.join(HERE, name)


def make_zip(members, raw=None, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, 'w', method) as z:
        for name, data in members:
            z.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), data, method)
    data = out.getvalue()
    for ascii_name, other in raw or []:  # the same length in another encoding
        assert len(ascii_name) == len(other), other
        data = data.replace(ascii_name, other)
    return data


def save(name, data):
    with open(path(name), 'wb') as f:
        f.write(data)


REPORT = '全年调处纠纷806件。\n'.encode()
gb = '青禾镇报告.txt'.encode('gb18030')
save('gb18030-names.zip', make_zip([('A' * len(gb), REPORT)], [(b'A' * len(gb), gb)]))
save('utf8-names.zip', make_zip([('报送/青禾镇报告.txt', REPORT), ('__MACOSX/._a.txt', b'x'), ('报送/~$锁.docx', b'x')]))
save('slip.zip', make_zip([('../../etc/passwd', REPORT), ('/abs.txt', REPORT), ('C:\\win.txt', REPORT), ('a\\b.txt', REPORT)]))
inner = make_zip([('内/报告.txt', REPORT)])
save('nested.zip', make_zip([('一.zip', make_zip([('二.zip', inner)])), ('外.txt', REPORT)]))
save('too-deep.zip', make_zip([('一.zip', make_zip([('二.zip', make_zip([('三.zip', inner)]))])), ('外.txt', REPORT)]))
save('bomb.zip', make_zip([('bomb.txt', b'0' * (40 << 20)), ('好.txt', REPORT)]))
whole = make_zip([('好.txt', REPORT), ('半.txt', os.urandom(0) + bytes(range(256)) * 20)])
save('cut.zip', whole[:len(whole) // 2])
crypt = bytearray(make_zip([('密.txt', REPORT), ('好.txt', REPORT)]))
crypt[6] |= 1
at = crypt.find(b'PK\1\2')
crypt[at + 8] |= 1
save('encrypted.zip', bytes(crypt))
wrong = bytearray(make_zip([('坏.txt', REPORT), ('好.txt', REPORT)], method=zipfile.ZIP_STORED))
at = wrong.find(b'806')
wrong[at] = ord('9')
save('wrong-sum.zip', bytes(wrong))
save('report.txt.gz', zlib.compress(REPORT, 9, 31))
for suffix, mode in (('gz', 'w:gz'), ('xz', 'w:xz'), ('bz2', 'w:bz2')):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as t:
        info = tarfile.TarInfo('报送/青禾镇报告.txt')
        info.size = len(REPORT)
        t.addfile(info, io.BytesIO(REPORT))
        link = tarfile.TarInfo('链接.txt')
        link.type = tarfile.SYMTYPE
        link.linkname = '/etc/passwd'
        t.addfile(link)
    save('tar-%s.tar.%s' % (suffix, suffix), out.getvalue())
os.makedirs('/tmp/dz-7z', exist_ok=True)
with open('/tmp/dz-7z/青禾镇报告.txt', 'wb') as f:
    f.write(REPORT)
for name, options in (('seven.7z', []), ('seven-encrypted.7z', ['-pgeheim']), ('seven-headers-encrypted.7z', ['-pgeheim', '-mhe=on'])):
    if os.path.exists(path(name)):
        os.remove(path(name))
    subprocess.run(['7z', 'a', '-bso0'] + options + [path(name), '青禾镇报告.txt'], cwd='/tmp/dz-7z', check=True)
# A rar cannot be made with free tools.
out = io.BytesIO()


class Stream(io.RawIOBase):
    def writable(self):
        return True

    def write(self, b):
        out.write(b)
        return len(b)


with zipfile.ZipFile(Stream(), 'w', zipfile.ZIP_DEFLATED) as z:  # unseekable: sizes follow the data
    z.writestr('后写大小.txt', REPORT)
save('descriptor.zip', out.getvalue())
save('descriptor-cut.zip', out.getvalue()[:out.getvalue().find(b'PK\1\2')])
save('prefix.zip', b'MZ' + b'\0' * 100 + make_zip([('自解压.txt', REPORT)]))
save('empty.zip', struct.pack('<4s4H2LH', b'PK\5\6', 0, 0, 0, 0, 0, 0, 0))
