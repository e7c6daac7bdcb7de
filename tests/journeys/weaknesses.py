"""weaknesses.py - journeys: what is common, what only one declares, what has no code, and what became of last year's

SPDX-License-Identifier: GPL-3.0-or-later
"""
import re

from desk import Failed
from ways import count, journey, pick, ready, same_number, same_place, save_copy, view

NO_CODE = "^无归类 (\\d+)$"


@journey("--sample")
def common_cell_shows_its_passage(desk):
    """A cell of the common weaknesses shows the township's own sentence; from there to the text, and back."""
    ready(desk)
    view(desk, 4, "^共性 \\d+$", "push button")
    desk.see("^\\d+ 个单位中 \\d+ 个提出", "label")
    names = [node.name for node in desk.nodes() if node.role == "label" and re.search("(镇|乡|街道)$", node.name)
             and node.inside("^DzCommonQuotations$")]
    desk.click("^并排看 \\d+ 份$", "label")
    desk.see("^按段落$", "push button")
    for name in names:
        desk.see(f"^{name}$", "label")
    desk.key("alt+Left")
    desk.see("^共性 \\d+$", "push button")


@journey("--sample")
def group_by_kind(desk):
    """Grouped by kind of body, and back."""
    ready(desk)
    view(desk, 4, "^共性 \\d+$", "push button")
    pick(desk, "分组", "按类型|类型")
    desk.never("^出错")
    pick(desk, "分组", "不分组")
    desk.see("^不分组$", "label")


@journey("--sample")
def give_a_sentence_its_code(desk):
    """A sentence without a code is given one; nothing is without a code then, and undo brings it back."""
    ready(desk)
    view(desk, 4, NO_CODE, "push button")
    before = count(desk, NO_CODE)
    desk.click(NO_CODE, "push button")
    desk.click("^归类…$", "push button")
    desk.rest()
    desk.click("^制度机制不健全$|^重视不够", "label", "GtkPopover")
    same_number(desk, NO_CODE, before - 1)
    desk.key("ctrl+z")
    same_number(desk, NO_CODE, before)


@journey("--sample")
def only_one_declares(desk):
    """What only one body declares, with who it is."""
    ready(desk)
    view(desk, 4, "^共性 \\d+$", "push button")
    desk.click("^个性 \\d+$", "push button")
    desk.is_("^个性 \\d+$", "pressed", "push button")
    desk.see("乡|镇|街道", "label")


@journey("--sample")
def from_year_to_year(desk):
    """What became of last year's weaknesses: a tag shows both years' passages; figures and plans have pages of theirs."""
    ready(desk)
    view(desk, 5, "^问题去向$", "push button")
    desk.click("^普法针对性、覆盖面和实效不足$", "push button")
    desk.see("^原文依据$", "label")
    desk.key("Escape")
    desk.gone("^原文依据$", "label")
    desk.click("^计划落实$", "push button")
    desk.is_("^计划落实$", "pressed", "push button")
    desk.rest()
    desk.click("^数值变化$", "push button")
    desk.is_("^数值变化$", "pressed", "push button")


@journey("--sample")
def a_promise_is_decided(desk):
    """An act of last year's plan is put under what became of it, and undone by name."""
    ready(desk)
    view(desk, 5, "^问题去向$", "push button")
    desk.click("^计划落实$", "push button")
    before = count(desk, "^部分落实 (\\d+)$")
    desk.click("^未见提及？$")
    desk.click("^部分落实$", "push button")
    desk.wait(lambda: count(desk, "^部分落实 (\\d+)$") == before + 1, "one more is kept in part")
    desk.key("ctrl+z")
    desk.wait(lambda: count(desk, "^部分落实 (\\d+)$") == before, "as before")


def acts(desk):
    """The acts of last year's plans that are in sight, from above."""
    return [node for node in desk.all(".", "list item", "^上年计划$") if node.sight()]


@journey("--sample")
def a_promise_keeps_the_place(desk):
    """Deciding far down the list leaves the next act where the decided one stood, with the keyboard on it; what a
    person gave as its ground stands in the row."""
    ready(desk)
    view(desk, 5, "^问题去向$", "push button")
    desk.click("^计划落实$", "push button")
    x, y = desk.place(desk.see("^上年计划$", "list"))
    desk.wheel(x, y, 2)
    desk.rest()
    rows = acts(desk)
    row, below = rows[4], rows[5]
    desk.click("^未见提及？$", "push button", f"^{re.escape(row.name)}$")
    desk.rest()
    desk.paste("见今年报告第二部分")
    desk.click("^部分落实$", "push button", "GtkPopover")
    desk.gone(f"^{re.escape(row.name)}$", "list item")
    desk.rest()
    now = desk.see(f"^{re.escape(below.name)}$", "list item")
    if abs(now.box[1] - row.box[1]) > row.box[3]:
        raise Failed(f"the list moved: what stood at {row.box} is followed by {now.box}")
    focus = desk.focus()
    if focus is None or not focus.inside(f"^{re.escape(below.name)}$", "list item"):
        raise Failed(f"the keyboard is at {focus}")
    desk.click(r"^部分落实 \d+$", "push button")
    desk.see("^依据：见今年报告第二部分$", "label")
    desk.click("^✓ 部分落实$", "push button", "^上年计划$")
    desk.rest()
    desk.see(f"{re.escape(row.name.split('，', 1)[1])}", "label", "GtkPopover")
    desk.see("^依据", "text", "GtkPopover")


def columns(desk):
    return len([node for node in desk.all("这一栏的更多选项$", "push button") if node.is_("focusable")])


@journey("--sample")
def plans_are_read_one_after_another(desk):
    """看计划 shows plan after plan in one column beside the chosen ones; the button in the head leads back to the act."""
    ready(desk)
    view(desk, 2, "^按段落$", "push button")
    chosen = columns(desk)
    view(desk, 5, "^问题去向$", "push button")
    desk.click("^计划落实$", "push button")
    x, y = desk.place(desk.see("^上年计划$", "list"))
    desk.wheel(x, y, 3)
    desk.rest()
    names = [node.name for node in acts(desk)]
    for name in (names[1], names[-2]):
        before = desk.see(f"^{re.escape(name)}$", "list item").box
        desk.click("^看计划$", "push button", f"^{re.escape(name)}$")
        desk.sight(f"^{name.split('，')[0]}这一栏的更多选项$", "push button")
        desk.rest()
        if columns(desk) != chosen + 1:
            raise Failed(f"there were {chosen} columns, and now {columns(desk)}")
        desk.click("^返回$", "push button")
        same_place(desk, f"^{re.escape(name)}$", "list item", before, "the way back")


@journey("--sample")
def a_point_goes_into_the_briefing(desk):
    """A weakness only one body names is written into the briefing: its pages tell of it; undone by name."""
    ready(desk)
    view(desk, 4, "^共性 \\d+$", "push button")
    desk.click("^个性 \\d+$", "push button")
    desk.rest()
    desk.see("^写入简报$", "push button")
    desk.click("^写入简报$", "push button")
    desk.see("^已写入简报$", "label")
    desk.is_("^写入简报$", "pressed", "push button")
    desk.click("^共性 \\d+$", "push button")
    desk.rest()
    desk.click("^个性 \\d+$", "push button")
    desk.is_("^写入简报$", "pressed", "push button")
    desk.key("ctrl+z")
    desk.wait(lambda: not desk.see("^写入简报$", "push button").is_("pressed"), "not in the briefing any more")


@journey("--sample")
def a_note_on_a_passage(desk):
    """A note is written about a figure, stands in its log, and outlives a decision about another and closing."""
    ready(desk)
    view(desk, 2, "^成效$", "push button")
    desk.key("n")
    desk.see("^确认$", "push button")
    desk.rest()
    title = next(node.name for node in desk.all("^望溪街道  2024$", "label"))
    note = desk.see("^备注$", "text")
    desk.click(note)
    desk.paste("去年也这么说")
    desk.key("ctrl+Return")
    desk.see("^已记下备注$", "label")
    desk.see("备注：去年也这么说", "label")
    low = desk.see("^备注$", "text").box[3]
    if desk.see("^备注$", "text").text() != "去年也这么说" or not desk.all(title, "label"):
        raise Failed("the note does not stand where it was written")
    desk.click("^确认$", "push button")
    desk.see("^已确认", "label")
    desk.wait(lambda: desk.see("^备注$", "text").text() == "去年也这么说", "the note after a decision")
    desk.click(desk.see("^备注$", "text"))
    desk.key("ctrl+a")
    desk.paste("镇里的人说，这个数把村里报的也算在里面了。" * 4)
    desk.rest()
    if desk.see("^备注$", "text").box[3] <= low + 20:
        raise Failed("a longer note is written and read through a slit")
    desk.key("ctrl+a")
    desk.paste("还没记下")
    desk.key("F9")  # something else is drawn anew
    desk.rest()
    if desk.see("^备注$", "text").text() != "还没记下":
        raise Failed("what was being typed is gone")


@journey("--sample")
def a_note_being_typed_is_kept(desk):
    """A note nobody pressed 存下备注 for is there again after closing; beside a report's state a click beside keeps it,
    Escape gives it up."""
    ready(desk)
    target = desk.papers / "望泽县.duizhao"
    save_copy(desk, target)
    for words, away in (("等镇里补数", lambda: desk.click_at(640, 640)), ("不要这句", lambda: desk.key("Escape"))):
        desk.click("^未读$", "label", "^各单位及其报告$")
        desk.click("^备注$", "text", "GtkPopover")
        desk.key("ctrl+a")
        desk.paste(words)
        desk.rest()
        away()
        desk.gone("^备注$", "text", "GtkPopover")
    desk.rest()
    desk.click("^未读$", "label", "^各单位及其报告$")
    if (kept := desk.see("^备注$", "text", "GtkPopover").text()) != "等镇里补数":
        raise Failed(f"the note about the report: {kept}")
    desk.key("Escape")
    desk.rest()
    view(desk, 2, "^成效$", "push button")
    desk.key("n")
    desk.click(desk.see("^备注$", "text"))
    desk.paste("去年也这么说")
    desk.key("ctrl+q")
    desk.ended()
    desk.again(target)
    desk.wait(lambda: desk.see("^备注$", "text").text() == "去年也这么说", "the note after closing")
