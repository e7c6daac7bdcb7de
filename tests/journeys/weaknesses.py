"""weaknesses.py - journeys: what is common, what only one declares, what has no code, and what became of last year's

SPDX-License-Identifier: GPL-3.0-or-later
"""
from ways import journey, pick, ready, view


@journey("--sample")
def common_cell_shows_its_passage(desk):
    """A cell of the common weaknesses shows the township's own sentence; from there to the text, and back."""
    ready(desk)
    view(desk, 4, "^共性 15$", "push button")
    desk.see("^执法力量不足$", "label")
    desk.see("打算 ")
    desk.click("^并排看 3 份$", "label")
    desk.see("^按段落$", "push button")
    for name in ("万榆镇", "槐堤镇", "枫梧畲族乡"):
        desk.see(f"^{name}$", "label")
    desk.key("alt+Left")
    desk.see("^共性 15$", "push button")


@journey("--sample")
def group_by_kind(desk):
    """Grouped by kind of body, and back."""
    ready(desk)
    view(desk, 4, "^共性 15$", "push button")
    pick(desk, "分组", "按类型|类型")
    desk.never("^出错")
    pick(desk, "分组", "不分组")
    desk.see("^不分组$", "label")


@journey("--sample")
def give_a_sentence_its_code(desk):
    """A sentence without a code is given one; nothing is without a code then, and undo brings it back."""
    ready(desk)
    view(desk, 4, "^无归类 1$", "push button")
    desk.click("^无归类 1$", "push button")
    desk.click("^归类…$", "push button")
    desk.rest()
    desk.click("^制度机制不健全$|^重视不够", "label", "GtkPopover")
    desk.see("^无归类 0$", "push button")
    desk.key("ctrl+z")
    desk.see("^无归类 1$", "push button")


@journey("--sample")
def only_one_declares(desk):
    """What only one body declares, with who it is."""
    ready(desk)
    view(desk, 4, "^共性 15$", "push button")
    desk.click("^个性 7$", "push button")
    desk.is_("^个性 7$", "pressed", "push button")
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
