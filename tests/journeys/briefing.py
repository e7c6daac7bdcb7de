"""briefing.py - journeys: the paper for the meeting is put together, looked at, written and printed

SPDX-License-Identifier: GPL-3.0-or-later
"""
import subprocess

from desk import Failed
from ways import chooser, journey, main_again, ready, view


def paper(desk):
    ready(desk)
    view(desk, 8, "^\\d+ 页$", "label")


def write(desk, item, target):
    """Writes the briefing by one item of the list of formats."""
    buttons = [node for node in desk.nodes() if node.role == "push button" and node.box[1] > 690 and
               280 < node.box[0] < 420 and node.is_("focusable")]
    desk.click(buttons[-1])
    desk.click(item, "menu item")
    if target is not None:
        desk.choose_file(target)


@journey("--sample")
def make_a_pdf(desk):
    """The briefing as PDF: as many pages as were shown, and the names are in it."""
    paper(desk)
    pages = int(desk.see("^\\d+ 页$", "label").name.split()[0])
    target = desk.papers / "简报.pdf"
    write(desk, "PDF", target)
    desk.wait(target.exists, "the PDF")
    desk.rest()
    told = subprocess.run(["pdfinfo", target], capture_output=True, text=True, check=True).stdout
    if f"Pages:           {pages}\n" not in told:
        raise Failed(f"{pages} pages were shown: {told}")
    text = subprocess.run(["pdftotext", target, "-"], capture_output=True, text=True, check=True).stdout
    if "望溪街道" not in text:
        raise Failed("no body is named in the PDF")


@journey("--sample")
def make_a_docx(desk):
    """The briefing as a document to go on with."""
    paper(desk)
    target = desk.papers / "简报.docx"
    write(desk, "^存为 Word", target)
    desk.wait(target.exists, "the document")
    desk.rest()
    if target.read_bytes()[:2] != b"PK":
        raise Failed("that is no document")


@journey("--sample")
def write_the_letters(desk):
    """A letter to each body, into a folder."""
    paper(desk)
    folder = desk.papers / "反馈"
    folder.mkdir()
    write(desk, "^反馈单（docx）", folder)
    desk.wait(lambda: len(list(folder.iterdir())) >= 1, "the letters")


@journey("--sample")
def tick_and_see_the_pages(desk):
    """What is ticked is in, the pages follow; names may be left out."""
    paper(desk)
    before = desk.see("^\\d+ 页$", "label").name
    desk.click("^图：法治培训$", "check box")
    desk.wait(lambda: desk.see("^\\d+ 页$", "label").name != before or
              desk.see("^图：法治培训$", "check box").is_("checked"), "the tick")
    desk.click("^显示单位名称$", "check box")
    desk.rest()
    if desk.see("^显示单位名称$", "check box").is_("checked"):
        raise Failed("the names cannot be left out")
    desk.see("^\\d+ 页$", "label")


@journey("--sample")
def preview_without_a_viewer(desk):
    """The dialog's own preview needs another program: where there is none, that is said, and printing goes on."""
    desk.leave()
    with open(desk.papers / "home/.config/gtk-4.0/settings.ini", "a", encoding="utf-8") as settings:
        settings.write("gtk-print-preview-command=no-such-viewer %f\n")
    desk.again("--sample")
    paper(desk)
    for _ in range(2):
        desk.key("ctrl+p")
        chooser(desk)
        desk.key("alt+v")
        desk.see("^这台电脑没有安装打印预览程序", "label")
        main_again(desk)


@journey("--sample")
def print_to_a_file(desk):
    """Ctrl+P shows the system's own dialog; given up, nothing is printed and the view is as it was."""
    paper(desk)
    desk.key("ctrl+p")
    chooser(desk)
    desk.see("^打印", None)
    desk.key("Escape")
    desk.wait(lambda: desk.eyes.count() == 1, "the dialog gone")
    desk.see("^\\d+ 页$", "label")
