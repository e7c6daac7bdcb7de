"""reviews.py - journeys: reviews are saved elsewhere, opened, left, and found again

SPDX-License-Identifier: GPL-3.0-or-later
"""
import contextlib
import re
import shutil
import subprocess

from desk import MAIN
from eyes import Eyes
from ways import Failed, check_one, import_files, import_folder, journey, main_again, menu, pick, ready, save_and_leave, save_copy, townships, view


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
    desk.wait(lambda: desk.eyes.count() > 1, "a question")
    desk.rest()
    desk.key("Escape")
    desk.wait(lambda: desk.eyes.count() == 1, "the question gone")
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


def mark(desk, state):
    """The first report on the board that is unread gets another state."""
    desk.click("^未读$", "label", "^各单位及其报告$")
    desk.click(f"^{state}$", "push button", "GtkPopover")


def open_review(desk, path, count):
    desk.key("ctrl+o")
    desk.choose_file(path)
    desk.see(f"^{path.name}$", "label")
    desk.see(count, "push button")
    desk.rest()


@journey("--sample")
def merge_two_reviews(desk):
    """Two analysts marked the same report differently: what comes in and both sides are shown, one is chosen, undo takes all back."""
    title = "合并另一份评议簿"
    ready(desk)
    mine, theirs = desk.papers / "甲.duizhao", desk.papers / "乙.duizhao"
    save_copy(desk, theirs)
    shutil.copy(theirs, mine)
    mark(desk, "核对中")
    desk.see("^未读 11$", "push button")
    mark(desk, "已核对")
    desk.see("^未读 10$", "push button")
    open_review(desk, mine, "^未读 12$")
    mark(desk, "已核对")
    desk.see("^未读 11$", "push button")
    menu(desk, title)
    desk.choose_file(theirs, title)
    desk.see("^“乙.duizhao”将带来：1 处这里还没有的核对结果", "label")
    desk.see("^还有 1 处待定$", "label")
    if desk.see("^合并$", "push button").is_("sensitive"):
        raise Failed("merged before the person has decided")
    desk.click("^对方的 报告状态：核对中", "check box")
    desk.rest()
    desk.click("^合并$", "push button")
    main_again(desk)
    desk.see("^已合并：0 份新报告，采纳 2 处核对结果$", "label")
    desk.see("^未读 10$", "push button")
    desk.see("^核对中$", "label", "^各单位及其报告$")
    desk.rest()
    menu(desk, title)
    desk.choose_file(theirs)
    desk.see("没有这里还没有的内容", "label")


@journey("--sample")
def merge_brings_a_second(desk):
    """The other review has another text of a body's year: named before, asked about after, decided as at an import, undone."""
    title = "合并另一份评议簿"
    ready(desk)
    mine, theirs = desk.papers / "甲.duizhao", desk.papers / "乙.duizhao"
    save_copy(desk, theirs)
    shutil.copy(theirs, mine)
    draft = desk.papers / "望溪街道.txt"
    draft.write_text("望溪街道办事处2024年度法治政府建设工作报告\n一、2024年法治政府建设工作情况\n全年举办法治培训4场次。\n"
                     "二、存在的问题\n（一）执法力量不足。执法人员仅5名。\n三、2025年工作计划\n（一）充实执法力量。\n"
                     "望溪街道办事处\n2025年1月20日\n")
    import_files(desk, draft)
    desk.see("^有旧稿$", "label")
    desk.rest()
    open_review(desk, mine, "^未读 12$")
    menu(desk, title)
    desk.choose_file(theirs, title)
    desk.see("^“乙.duizhao”将带来：1 份新报告。其中 1 份在这里已有同一单位、同一年度的另一份（望溪街道 2024）", "label")
    desk.click("^合并$", "push button")
    main_again(desk)
    desk.see("^已合并：1 份新报告", "label")
    desk.see("^有旧稿$", "label")
    desk.rest()
    desk.click("^替换$", "push button")
    desk.gone("^替换$", "push button")
    desk.rest()
    desk.key("ctrl+z")
    desk.see("^替换$", "push button")


@journey("--sample")
def package_and_open(desk):
    """The review and its originals go into one file; the file is opened like a review."""
    ready(desk)
    save_copy(desk, desk.papers / "望泽县.duizhao")
    menu(desk, "整理移交包")
    package = desk.papers / "移交.zip"
    desk.choose_file(package)
    desk.see("^移交包已写好，含评议簿和全部 20 份原件$", "label")
    desk.rest()
    desk.key("ctrl+o")
    desk.choose_file(package)
    desk.see("^移交包已解开", "label")
    desk.see("^已收 12 / 12")
    if not (desk.papers / "移交" / "望泽县.duizhao").exists():
        raise Failed("the review does not lie where the program says")


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
    """The file is renamed while it is open: what is decided is refused and told; named as before it is written again, and
    nothing is told any more. Renamed once more, a copy keeps what there was, and the bar is gone with its cause."""
    ready(desk)
    target = desk.papers / "望泽县.duizhao"
    save_copy(desk, target)
    other = desk.papers / "改名.duizhao"
    target.rename(other)
    check_one(desk)
    desk.see("^没有保存", "label")
    other.rename(target)
    check_one(desk)
    desk.see("^未读 11$", "push button")
    desk.gone("^没有保存", "label")
    target.rename(other)
    check_one(desk)
    desk.see("^没有保存", "label")
    save_copy(desk, desk.papers / "救回.duizhao")
    desk.gone("^没有保存", "label")
    check_one(desk)
    desk.see("^未读 10$", "push button")


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


@contextlib.contextmanager
def at_window(desk, eyes, program):
    """The hands and eyes go to another program's window."""
    before = desk.eyes, desk.program
    desk.eyes, desk.program = eyes, program
    try:
        window = desk.wait(lambda: desk.xdo("search", "--all", "--onlyvisible", "--pid", program.pid, "--name", MAIN).split(), "its window")[0]
        desk.xdo("windowactivate", "--sync", window)
        desk.wait(lambda: any(one.is_("active") for one in desk.eyes.look()), "its window in front")
        desk.rest()
        yield
    finally:
        desk.eyes, desk.program = before


def checked(desk, row, state):
    """The state of the report of that row, from the top, is set."""
    node = [one for one in desk.all("^(未读|核对中|已核对|有争议)$", "label", "^各单位及其报告$") if one.sight()][row]
    desk.click(node)
    desk.click(f"^{state}$", "push button", "GtkPopover")
    desk.rest()


@journey("--sample")
def two_windows_of_one_review(desk):
    """Two programs work on one review: each sees what the other did, and undo takes back only its own."""
    ready(desk)
    target = desk.papers / "望泽县.duizhao"
    save_copy(desk, target)
    complaints = desk.papers / "stderr-2"
    with open(complaints, "ab") as out:
        program = subprocess.Popen([str(desk.build / "app/duizhao"), str(target)], env=desk.env, stdin=subprocess.DEVNULL,
                                   stdout=out, stderr=out, start_new_session=True)
    try:
        eyes = Eyes(desk.env["DBUS_SESSION_BUS_ADDRESS"])
        desk.wait(lambda: eyes.find(program.pid), "the second program")
        with at_window(desk, eyes, program):
            ready(desk)
            checked(desk, 0, "已核对")
            desk.see("^未读 11$", "push button")
        with at_window(desk, desk.eyes, desk.program):
            desk.see("^评议簿在别处改过", "label")
            desk.see("^未读 11$", "push button")
            checked(desk, 1, "有争议")
            desk.see("^有争议 1$", "push button")
        with at_window(desk, eyes, program):
            desk.see("^有争议 1$", "push button")
            desk.key("ctrl+z")
            desk.see("^未读 11$", "push button")
            desk.see("^有争议 1$", "push button")
        with at_window(desk, desk.eyes, desk.program):
            desk.see("^未读 11$", "push button")
            desk.key("ctrl+z")
            desk.see("^未读 12$", "push button")
    finally:
        program.terminate()
        program.wait(10)
    if said := [line for line in complaints.read_text(errors="replace").splitlines()
                if line.strip() and not re.search(desk.NOT_OURS, line)]:
        raise Failed(f"the second program complained: {said[0]}")


def leave_and_open(desk, review):
    """The program is left, and the review opened again."""
    desk.key("ctrl+q")
    if desk.ended() != 0:
        raise Failed("the program did not end well")
    desk.again(review)
    desk.rest()


def words_of_pane(desk):
    pane = desk.sight("^原文依据$", "label").parent.parent
    return [node.name for node in pane.below() if node.role == "label" and node.name]


@journey("--sample")
def come_back_to_where_one_was(desk):
    """Left in last year with the pane open over a passage: opened again both are there, and so is the page of every other
    view once it is shown. Left without a pane, none comes back."""
    ready(desk)
    review = desk.papers / "望泽县.duizhao"
    save_copy(desk, review)
    pick(desk, "年度", "^2023$")
    view(desk, 6, "^按单位$", "push button")
    desk.click("^按单位$")
    view(desk, 2, "^同步滚动$")
    desk.key("n", "n", "n")
    desk.rest()
    desk.sight("^确认$", "push button")
    passage = words_of_pane(desk)
    leave_and_open(desk, review)
    desk.is_("^对照阅读$", "selected", "list item")
    desk.see("^2023$", "label", "^年度$")
    desk.sight("^确认$", "push button")
    if not passage or passage != words_of_pane(desk):
        raise Failed("the pane is of something else")
    desk.key("Escape")
    view(desk, 3, "^选指标", "push button")
    desk.key("Tab", "Tab")
    leave_and_open(desk, review)
    desk.is_("^指标$", "selected", "list item")
    desk.never("^确认$", "push button")
    view(desk, 6, "^按单位$")
    desk.is_("^按单位$", "pressed")
