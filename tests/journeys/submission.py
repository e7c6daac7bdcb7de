"""submission.py - journeys: who has sent what, by when, and what state it is in

SPDX-License-Identifier: GPL-3.0-or-later
"""
import subprocess

from desk import Failed
from ways import SAMPLES, count, import_folder, journey, main_again, ready, townships

TABLE = "^各单位及其报告$"


def bodies(desk):
    """The names of the first column, from above."""
    rows = [node for node in desk.nodes() if node.role == "table row" and node.inside(TABLE)]
    return [next((one.name for one in row.below() if one.role == "label"), "") for row in rows
            if any(one.role == "table cell" for one in row.below())]


def rows_of(desk, pattern):
    """The buttons of that name in the table, from above."""
    return sorted((node for node in desk.all(pattern, "push button", TABLE) if node.box), key=lambda node: node.box[1])


def numbers(desk, pattern):
    """What the buttons of that name count, from above; in words, none."""
    words = [node.name.partition("：")[2] for node in rows_of(desk, pattern)]
    return [int(one) if one.isdigit() else 0 for one in words]


@journey("--sample")
def filter_the_roster(desk):
    """The toggles count and filter; one that counts nothing cannot be pressed."""
    ready(desk)
    lacking = count(desk, "^要素不全 (\\d+)$")
    desk.click("^要素不全 \\d+$", "push button")
    desk.rest()
    if len(bodies(desk)) != lacking:
        raise Failed(f"{lacking} lack something, these are shown: {bodies(desk)}")
    if desk.see("^未报送 0$", "push button").is_("sensitive"):
        raise Failed("a filter that finds nothing can be pressed")
    desk.click("^全部 12$", "push button")
    desk.rest()
    if len(bodies(desk)) != 12:
        raise Failed(f"all are shown again: {bodies(desk)}")
    last = desk.see("^历年情况$", "push button", "^各单位及其报告$")
    pane = next(one for one in last.ancestors() if one.role == "scroll pane")
    if last.box[0] + last.box[2] > pane.box[0] + pane.box[2] - 8:
        raise Failed(f"the last column does not fit 1,366 pixels: {last.box} in {pane.box}")


@journey("--sample")
def a_body_over_its_years(desk):
    """From a row of the roster to the body's years, from a cell to its passage, and back."""
    ready(desk)
    desk.click("^历年情况$", "push button", TABLE)
    desk.see("^2023$", "push button")
    desk.see("^2024$", "push button")
    desk.click("，2024：提出$", "push button")
    desk.see("^原文依据$", "label")
    desk.key("Escape")
    desk.gone("^原文依据$", "label")
    desk.click("^返回报送$", "push button")
    desk.see("^已收 12 / 12")


@journey("--sample")
def sort_the_roster(desk):
    """A click on a head sorts, a second one the other way; by clicks, nothing is decided. The largest counts come first,
    names and days from the first on."""
    ready(desk)
    before = bodies(desk)
    desk.click("^问题数$", "label", TABLE)
    desk.rest()
    once = bodies(desk)
    counts = numbers(desk, "^问题数：")
    if counts != sorted(counts, reverse=True) or counts[0] == counts[-1]:
        raise Failed(f"the first click does not begin with the largest: {counts}")
    if once != [name for _, name in sorted(zip(counts, once), key=lambda one: (-one[0], before.index(one[1])))]:
        raise Failed(f"bodies of one count do not stand as on the roster: {once} of {counts}")
    desk.shot(desk.build / "journeys" / "largest-first.png")
    desk.click("^问题数$", "label", TABLE)
    desk.rest()
    twice = bodies(desk)
    if (turned := numbers(desk, "^问题数：")) != counts[::-1]:
        raise Failed(f"the second click does not turn {counts}: {turned}")
    for head in ("数值数", "未过核查"):
        desk.click(f"^{head}$", "label", TABLE)
        desk.rest()
        if (counts := numbers(desk, f"^{head}：")) != sorted(counts, reverse=True):
            raise Failed(f"the first click on {head} does not begin with the largest: {counts}")
    desk.click("^收到$", "label", TABLE)
    desk.rest()
    desk.sight(f"^{bodies(desk)[0]}$", "label", TABLE)
    days = [node.name for node in rows_of(desk, "^收到：")]
    if days != sorted(days):
        raise Failed(f"days do not begin with the first: {days}")
    if sorted(before) != sorted(once) or once == before or twice == once:
        raise Failed(f"not sorted: {before} {once} {twice}")


@journey()
def the_board_as_it_was_left(desk):
    """Sorted and scrolled, the board keeps both through a decision, its undo and another view, and after the review was
    closed and opened again."""
    desk.see("^新建一本评议簿$")
    import_folder(desk, townships(desk.papers / "in", 40))
    desk.click("^完成$", "push button")
    desk.see("^已收 40 / 40")
    desk.rest()
    table = next(node for node in desk.all(TABLE) if node.sight())
    x, y = desk.place(table)

    def seen():
        desk.xdo("mousemove", 683, 760)
        desk.rest()
        desk.shot(desk.papers / "seen.png")
        left, top = desk.origin(table)
        part = f"150x480+{left + table.box[0]}+{top + table.box[1] + 60}"
        return subprocess.run(["convert", desk.papers / "seen.png", "-crop", part, "-depth", "8", "gray:-"],
                              capture_output=True, check=True).stdout

    def moved(before):
        """A pixel or two of a line are drawn softer at times."""
        return sum(one != other for one, other in zip(before, seen(), strict=True)) > 50
    desk.click("^数值数$", "label", TABLE)
    desk.rest()
    top = seen()
    desk.wheel(x, y, 7)
    left = seen()
    if not moved(top):
        raise Failed("nothing was scrolled")
    state = next(node for node in desk.all("^未读$", "label", TABLE) if node.sight() and
                 table.box[1] + 100 < node.box[1] < table.box[1] + 500)
    desk.click(state)
    desk.click("^已核对$", "push button", "GtkPopover")
    desk.see("^未读 39$", "push button")
    if moved(left):
        raise Failed("a decision moved the rows")
    desk.key("ctrl+z")
    desk.see("^未读 40$", "push button")
    desk.key("alt+3")
    desk.rest()
    desk.key("alt+1")
    if moved(left):
        raise Failed("undo, or another view, moved the rows")
    desk.key("ctrl+q")
    if desk.ended() != 0:
        raise Failed("the program did not end well")
    desk.again(next((desk.papers / "home/文档").glob("*.duizhao")))
    desk.see("^已收 40 / 40")
    if moved(left):
        raise Failed("opened again, the board is not as it was left")


@journey("--sample")
def mark_opens_the_evidence(desk):
    """A mark of the roster shows where in the report it comes from, and Escape shuts the pane."""
    ready(desk)
    desk.click("：有专段$|^有专段$", None, TABLE)
    desk.see("^原文依据$", "label")
    desk.see("^在原文中看$", "push button")
    desk.key("Escape")
    desk.gone("^原文依据$", "label")
    desk.see("^已收 12 / 12")


@journey("--sample")
def state_and_undo(desk):
    """A report is marked as done, the counts follow; Ctrl+Z takes it back and says what it took back."""
    ready(desk)
    desk.click("^未读$", "label", TABLE)
    desk.click("^已核对$", "push button", "GtkPopover")
    desk.see("^未读 11$", "push button")
    desk.key("ctrl+z")
    desk.see("^未读 12$", "push button")
    desk.see("已撤销.*(状态|报告)|撤销了", "label")
    desk.key("ctrl+shift+z")
    desk.see("^未读 11$", "push button")


@journey("--sample")
def date_of_publication(desk):
    """The day a report was published is typed, what is no day is not taken."""
    ready(desk)
    desk.click("^公开：未报$", "push button")
    desk.see("^公开日期$", "text")
    desk.rest()
    desk.type("2025-02-27")
    desk.key("Return")
    desk.see("^公开：2025-02-27$", "push button")
    desk.see("已公开", "label")


@journey()
def date_of_receipt(desk):
    """Where no day of receipt is known it is said to be unknown, not that nothing came; typed in, it counts as on time."""
    desk.see("^新建一本评议簿$")
    import_folder(desk, townships(desk.papers / "in", 5))
    desk.see("^读入 5 份$")
    desk.click("^完成$", "push button")
    desk.see("^按时 0，收到日期不详 5$", "label")
    desk.click("^收到：不详$", "push button")
    desk.see("^收到日期$", "text")
    desk.rest()
    desk.type("2025-02-27")
    desk.key("Return")
    desk.see("^收到：2025-02-27$", "push button")
    desk.see("^按时 1，收到日期不详 4$", "label")
    desk.key("ctrl+z")
    desk.see("^按时 0，收到日期不详 5$", "label")


@journey("--sample")
def several_side_by_side(desk):
    """Rows chosen with Ctrl and the mouse are read side by side by Ctrl+Enter."""
    ready(desk)
    desk.click("^双渚街道$", "label", TABLE)
    desk.rest()
    desk.click("^禾泉镇$", "label", TABLE, hold="ctrl")
    desk.click("^苇洲镇$", "label", TABLE, hold="ctrl")
    desk.rest()
    desk.key("ctrl+Return")
    desk.see("^按段落$", "push button")
    for name in ("双渚街道", "禾泉镇", "苇洲镇"):
        desk.see(f"^{name}$", "label")
    if desk.all("^望溪街道$", "label"):
        raise Failed("a report that was not chosen is shown")


@journey("--sample")
def enter_opens_the_report(desk):
    """From the keyboard: down to a row, Enter reads its report, Alt+Left comes back to the row."""
    ready(desk)
    desk.click("^禾泉镇$", "label", TABLE)
    desk.rest()
    desk.key("Escape", "Down", "Return")
    desk.see("^按段落$", "push button")
    desk.see("^万榆镇$", "label")
    desk.key("alt+Left")
    desk.see("^已收 12 / 12")


@journey("--sample")
def numbers_lead_on(desk):
    """The counts of a row lead to where they come from, and back."""
    ready(desk)
    desk.click("^未过核查：", "push button")
    desk.see("^阈值与套话$", "push button")
    desk.key("alt+Left")
    desk.see("^已收 12 / 12")
    desk.rest()
    desk.click("^问题数：", "push button")
    desk.see("^按段落$", "push button")
    desk.key("alt+Left")
    desk.see("^已收 12 / 12")


@journey("--sample")
def remind_those_who_are_late(desk):
    """A body of the roster that sent nothing stands on top; the list of reminders is written for it; chosen to be read
    beside others it is named, as there is nothing to read."""
    ready(desk)
    roster = desk.papers / "名册.csv"
    roster.write_text((SAMPLES / "roster.csv").read_text("utf-8-sig").rstrip("\n") + "\n新圩镇,镇\n")
    desk.key("F10")
    desk.click("^导入名册", "menu item")
    desk.choose_file(roster)
    desk.see("^已收 12 / 13")
    desk.see("^未报送 1$", "push button")
    if bodies(desk)[0] != "新圩镇":
        raise Failed(f"who sent nothing is not on top: {bodies(desk)}")
    desk.click("^导出催报名单", "push button")
    target = desk.papers / "催报.csv"
    desk.choose_file(target)
    desk.wait(target.exists, "the list of reminders")
    if "新圩镇" not in target.read_text("utf-8-sig"):
        raise Failed("the list does not name who is late")
    main_again(desk)
    desk.click("^新圩镇$", "label", TABLE)
    for body in ("望溪街道", "双渚街道"):
        desk.click(f"^{body}$", "label", TABLE, hold="ctrl")
    desk.key("ctrl+Return")
    desk.see("没有报告，未放进来：新圩镇$", "label")


@journey("--sample")
def received_among_many_missing(desk):
    """With more bodies missing than a screen holds, those that sent a report are one click away; sorting shows the list
    from its top."""
    ready(desk)
    roster = desk.papers / "名册.csv"
    silent = "".join(f"\n{name}圩镇,镇" for name in "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许")
    roster.write_text((SAMPLES / "roster.csv").read_text("utf-8-sig").rstrip("\n") + silent + "\n")
    desk.key("F10")
    desk.click("^导入名册", "menu item")
    desk.choose_file(roster)
    desk.see("^未报送 20$", "push button")
    desk.rest()
    desk.scroll_to("^望溪街道$", "label", TABLE)
    desk.click("^问题数$", "label", TABLE)
    desk.rest()
    desk.sight("^赵圩镇$", "label", TABLE)
    desk.click("^已收 12$", "push button")
    desk.rest()
    if len(bodies(desk)) != 12 or "赵圩镇" in bodies(desk):
        raise Failed(f"not those that sent a report: {bodies(desk)}")


@journey()
def no_roster_yet(desk):
    """Reports without a roster: each body that sent one has its row."""
    desk.see("^新建一本评议簿$")
    import_folder(desk, townships(desk.papers / "in", 3))
    desk.click("^完成$", "push button")
    desk.see("^已收 3 / ")
    if len(bodies(desk)) != 3:
        raise Failed(f"three sent a report: {bodies(desk)}")


@journey("--sample")
def add_a_body(desk):
    """A body put on a roster longer than the window stands in sight and is typed at once; every button of the page has a name; a day that is none is said."""
    ready(desk)
    desk.key("ctrl+comma")
    desk.see("^名册与截止日$", "frame")
    desk.rest()
    desk.click("^单位名册$", "page tab")
    desk.click("^添加单位$", "push button")
    desk.sight("^名称$", "text")
    desk.rest()
    if desk.all("^GtkImage$", "push button", "^名册与截止日$"):
        raise Failed("a button of the roster has no name")
    desk.paste("新湾镇")
    desk.rest()
    desk.click("^县（市、区）$", "page tab")
    desk.click("^反馈单要求答复的日期", "text")
    desk.paste("下周五")
    desk.rest()
    desk.key("Escape")
    desk.see("^“下周五”不是日期", "label")
    desk.rest()
    desk.key("Escape")
    desk.rest()
    desk.key("ctrl+a")
    desk.paste("2025.3.15")
    desk.rest()
    desk.key("Escape")
    main_again(desk)
    desk.see("^新湾镇$", "label")
    desk.see("^全部 13$", "push button")


@journey()
def a_roster_before_reports(desk):
    """A roster alone begins a review: its bodies are there, and no last day is told of a year nobody knows."""
    roster = desk.papers / "名册.csv"
    roster.write_text("单位,人口\n甲河镇,100\n乙山乡,200\n")
    desk.click("^先导入名册", "push button")
    desk.choose_file(roster)
    desk.see("^已收 0 / 2", "label")
    desk.never("^截止", "label")
    desk.click("^评分$", "list item")
    desk.see("^还没有评分表$", "label")
