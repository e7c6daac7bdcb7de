"""figures.py - journeys: the table of figures, correcting, confirming, undecided ones

SPDX-License-Identifier: GPL-3.0-or-later
"""
from desk import Failed
from ways import count, journey, pick, ready, same_number, view

CELLS = "：?12 个单位|^Table of figures"


def table(desk):
    """The table, at its first cell."""
    ready(desk)
    view(desk, 3, "^选指标", "push button")
    body = next(node for node in desk.nodes() if node.role == "filler" and node.is_("focusable") and
                node.inside("DzFigureMatrix") and node.box[0] > 200 and node.box[1] > 120)
    left, top = desk.origin(body)
    desk.click_at(left + body.box[0] + 40, top + body.box[1] + 15)
    desk.rest()
    return body


def cell(desk):
    """What a screen reader hears of the cell the keys are at."""
    return desk.wait(desk.focus, "a focus").name


@journey("--sample")
def keys_walk_the_table(desk):
    """The arrow keys go from cell to cell, and the pane shows the cell they are at."""
    table(desk)
    first = cell(desk)
    desk.key("Down")
    desk.rest()
    second = cell(desk)
    if first == second or "，" not in second:
        raise Failed(f"the key did not move: {first} {second}")
    body = second.split("，")[0]
    desk.see(f"^{body} · ", "label")
    desk.key("Right", "Right")
    desk.rest()
    desk.see(f"^{body} · ", "label")


@journey("--sample")
def correct_a_figure(desk):
    """A figure is corrected: the table shows it, the log keeps it, undo brings the old one back."""
    table(desk)
    before = cell(desk)
    desk.key("e")
    desk.wait(lambda: (desk.focus() or desk).role == "text" if desk.focus() else False, "the entry")
    desk.key("ctrl+a")
    desk.type("9")
    desk.key("Return")
    desk.see("9.*", "label")
    desk.see("→ 9", "label")
    desk.key("ctrl+z")
    desk.gone("→ 9", "label")
    desk.rest()
    if before not in [node.name for node in desk.nodes()] and before.split("，")[0] not in str(cell(desk)):
        raise Failed(f"the cell is not the one before: {before} {cell(desk)}")


@journey("--sample")
def confirm_undecided(desk):
    """Only what is undecided is shown; confirmed, the next one is offered."""
    ready(desk)
    view(desk, 3, "^选指标", "push button")
    desk.click("^只看待核 \\d+$", "push button")
    desk.rest()
    body = next(node for node in desk.nodes() if node.role == "filler" and node.is_("focusable") and
                node.inside("DzFigureMatrix") and node.box[0] > 200 and node.box[1] > 120)
    left, top = desk.origin(body)
    desk.click_at(left + body.box[0] + 40, top + body.box[1] + 15)
    desk.rest()
    desk.see("^确认$", "push button")
    desk.click("^只看待核", "push button")
    desk.see("^确认$", "push button")


@journey("--sample")
def keys_need_a_choice(desk):
    """With nothing chosen no key decides anything, and F4 opens nothing."""
    ready(desk)
    view(desk, 4, "^共性", "push button")
    row = desk.see("^DzCommonMatrix$")
    desk.click(row, dx=120, dy=260)
    desk.rest()
    desk.key("space", "Delete", "e", "F4")
    for words in ("^已确认", "^不再采用", "^已更正"):
        desk.never(words)


@journey("--sample")
def choose_indicators(desk):
    """Indicators are searched for and ticked; the table has a column more, and a set brings its own."""
    ready(desk)
    view(desk, 3, "^选指标… 8/\\d+", "push button")
    desk.click("^选指标", "push button")
    desk.rest()
    desk.paste("责任书")
    desk.click("签订责任书", "check box")
    desk.see("^选指标… 9/\\d+", "push button")
    desk.key("Escape")
    desk.gone("签订责任书", "check box")


@journey("--sample")
def copy_the_table(desk):
    """The table goes to the clipboard with its heads and digits a spreadsheet can add."""
    ready(desk)
    view(desk, 3, "^选指标", "push button")
    desk.click("^复制表格$", "push button")
    desk.wait(lambda: "望溪街道\t" in desk.clipboard(), "the table on the clipboard")
    if "\u2009" in desk.clipboard():
        raise Failed("numbers with thin spaces: no spreadsheet adds them")
    if "专题研究法治建设会议次数" not in desk.clipboard():
        raise Failed("the heads are missing")


@journey("--sample")
def per_thousand(desk):
    """Figures per thousand people, or why not."""
    ready(desk)
    view(desk, 3, "^选指标", "push button")
    desk.click("^每千人$", "push button")
    desk.is_("^每千人$", "pressed", "push button")
    desk.click("^原值$", "push button")
    desk.is_("^原值$", "pressed", "push button")


@journey("--sample")
def what_has_no_indicator(desk):
    """The quantities that belong to no indicator are opened and shut again."""
    ready(desk)
    view(desk, 3, "^选指标", "push button")
    desk.see("^未归入 \\d+")
    desk.click("^展开或收起$", "push button")
    desk.rest()
    before = desk.see("^未归入 \\d+").box
    desk.click("^展开或收起$", "push button")
    desk.rest()
    if desk.see("^未归入 \\d+").box == before:
        raise Failed("nothing opened or shut")


@journey("--sample")
def dragged_onto_a_head(desk):
    """A quantity without indicator is dragged onto the head of a column, and counts there; undone by name."""
    body = table(desk)
    head = next(node for node in desk.nodes() if node.inside("DzFigureMatrix") and node.box and
                node.box[0] > 200 and 80 < node.box[1] < 120)
    desk.click("^展开或收起$", "push button")
    desk.rest()
    card = next(node for node in desk.all("，", "push button") if node.inside("^未列入各栏的数量$") and node.sight())
    before = count(desk, "^未归入 (\\d+)")
    left, top = desk.origin(body)
    desk.drag_until(lambda: (desk.place(card), (left + head.box[0] + 60, top + head.box[1] + 20)),
                    lambda: desk.all("^已更正", "label"), "the correction")
    same_number(desk, "^未归入 (\\d+)", before - 1)
    desk.key("ctrl+z")
    same_number(desk, "^未归入 (\\d+)", before)


@journey("--sample")
def columns_of_figures_are_dragged(desk):
    """The head of a column is dragged to another place: the cells follow, nothing is sorted by that."""
    body = table(desk)
    first = cell(desk).split("，")
    desk.key("Right", "Right")
    desk.rest()
    third = cell(desk).split("，")
    left, top = desk.origin(body)
    head = next(node for node in desk.nodes() if node.inside("DzFigureMatrix") and node.box and
                node.box[0] > 200 and 80 < node.box[1] < 120)
    width = head.box[2] // 8
    y = top + head.box[1] + 20
    desk.drag(left + head.box[0] + width // 2, y, left + head.box[0] + 2 * width + width // 2, y)
    desk.rest()
    desk.click_at(left + body.box[0] + 2 * width + width // 2, top + body.box[1] + 15)
    desk.rest()
    if cell(desk).split("，") != first:
        raise Failed(f"the third column shows {cell(desk)}, not {first}")
    if third[0] != first[0]:
        raise Failed("the rows were sorted")


@journey("--sample")
def no_report_is_not_silence(desk):
    """Of a body that sent nothing nobody says that its report is silent."""
    body = table(desk)
    pick(desk, "年度", "^2023$")
    left, top = desk.origin(body)
    desk.click_at(left + body.box[0] + 40, top + body.box[1] + 15)
    desk.rest()
    for _ in range(12):
        name = cell(desk)
        desk.see(f"^{name.split('，')[0]} · ", "label")
        if any(node.name == "没有收到本年度的报告。" for node in desk.nodes()):
            return
        desk.key("Down")
        desk.rest()
    raise Failed("four bodies sent nothing for 2023")
