"""reviews.py - journeys: reviews are saved elsewhere, opened, left, and found again

SPDX-License-Identifier: GPL-3.0-or-later
"""
from ways import check_one, import_folder, journey, menu, ready, save_and_leave, save_copy, townships, view


@journey("--sample")
def save_as_and_go_on(desk):
    """The sample is saved elsewhere, the work goes on in the copy and is there the next time."""
    ready(desk)
    desk.again(save_and_leave(desk))
    desk.see("^未读 11$", "push button")


@journey("--sample")
def decide_after_a_question(desk):
    """On another day N goes to a weakness, Ctrl+Z asks, Escape: Space decides about it at once, without a click."""
    ready(desk)
    desk.again(save_and_leave(desk))
    desk.see("^已收 12 / 12")
    desk.rest()
    view(desk, 2, "^按段落$", "push button")
    desk.key("n")
    desk.see("^更正$", "push button")
    desk.rest()
    desk.key("ctrl+z")
    desk.wait(lambda: len(desk.eyes.look()) > 1, "a question")
    desk.rest()
    desk.key("Escape")
    desk.wait(lambda: len(desk.eyes.look()) == 1, "the question gone")
    desk.rest()
    desk.key("space")
    desk.see("^撤销$", "push button")
    desk.see("^已确认")


@journey("--sample")
def open_another(desk):
    """Another review is opened in place of this one; of the first nothing is left on screen."""
    ready(desk)
    target = desk.papers / "望泽县.duizhao"
    save_copy(desk, target)
    desk.key("ctrl+n")
    other = desk.papers / "另一本.duizhao"
    desk.choose_file(other)
    desk.see("^另一本.duizhao$", "label")
    desk.gone("^望溪街道$", "label")
    desk.key("ctrl+o")
    desk.choose_file(target)
    desk.see("^已收 12 / 12")


@journey("--sample")
def recent_reviews(desk):
    """The page of the beginning lists what was worked in; a click opens it again."""
    ready(desk)
    target = desk.papers / "望泽县.duizhao"
    save_copy(desk, target)
    menu(desk, "最近的评议簿")
    desk.see("^最近的评议簿", None)
    desk.rest()
    desk.click("望泽县", "list item")
    desk.see("^已收 12 / 12")


@journey("--sample")
def moved_under_the_program(desk):
    """The file is renamed while it is open: what is decided is refused and told, a copy keeps what there was."""
    ready(desk)
    target = desk.papers / "望泽县.duizhao"
    save_copy(desk, target)
    target.rename(desk.papers / "改名.duizhao")
    check_one(desk)
    desk.see("移走|移动|改名", "label")
    save_copy(desk, desk.papers / "救回.duizhao")
    check_one(desk)
    desk.see("^未读 11$", "push button")


@journey()
def broken_review(desk):
    """A file that is no review is told as that, and what was there stays."""
    broken = desk.papers / "坏.duizhao"
    broken.write_bytes(b"SQLite format 3\x00" + b"\xff" * 4000)
    desk.see("^新建一本评议簿$")
    desk.key("ctrl+o")
    desk.choose_file(broken)
    desk.see("打不开|没能打开|无法打开", "label")
    desk.see("^新建一本评议簿$")


@journey()
def sample_from_the_first_page(desk):
    """The first page offers the sample county; it is thrown away with the program, and says so."""
    desk.click("^试用示例县$", "push button")
    desk.see("^已收 12 / 12")
    desk.see("^示例，不保留$", "label")


@journey("--sample")
def import_into_a_saved_review(desk):
    """A review saved elsewhere takes reports in like any other."""
    ready(desk)
    save_copy(desk, desk.papers / "望泽县.duizhao")
    import_folder(desk, townships(desk.papers / "in", 3))
    desk.see("^读入 3 份", "label")
    desk.click("^请选择", "push button")
    desk.click("^栖砚镇$", "label", "GtkPopoverContent")
    desk.see("^栖砚镇$", "push button")
