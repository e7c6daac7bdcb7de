"""reading.py - journeys: reports side by side, what a click may move, deciding and coding in the text

SPDX-License-Identifier: GPL-3.0-or-later
"""
from desk import TOP, Failed
from ways import import_folder, journey, ready, same_place, view


def open_long_section(desk):
    ready(desk)
    desk.click(view(desk, 2, "^成效$", "push button"))
    desk.rest()


@journey("--sample")
def click_keeps_place(desk):
    """A click into a long text, and dragging over it, leave it where it is; Escape shuts what popped up."""
    open_long_section(desk)
    passage = desk.see("把学法列为")
    before = passage.box
    left, top = desk.origin(passage)
    x, y = left + before[0] + 150, top + max(before[1], 200) + 236
    for _ in range(4):  # where no figure stands: one shows its evidence, and the columns make room
        y += 24
        desk.click_at(x, y)
        desk.rest()
        if not desk.all("^原文依据$", "label"):
            break
        desk.key("Escape")
        desk.rest()
    same_place(desk, "把学法列为", None, before, "a click")
    desk.drag(x, y, x + 160, y + 40)
    desk.see("^复制引文$", "push button", "GtkPopover")
    same_place(desk, "把学法列为", None, before, "a drag")
    desk.key("Escape")
    desk.gone("^复制引文$", "push button", "GtkPopover")


@journey("--sample")
def decide_and_see_the_next(desk):
    """A weakness gone to is confirmed, and taken back: the passage stays in sight, the pane with it; N goes on."""
    ready(desk)
    view(desk, 2, "^成效$", "push button")
    desk.key("n")
    desk.see("^确认$", "push button")
    desk.rest()
    before = desk.sight("数字化支撑不足").box
    desk.click("^确认$", "push button")
    desk.see("^已确认", "label")
    same_place(desk, "数字化支撑不足", None, before, "a decision")
    desk.key("ctrl+z")
    desk.gone("^已确认$", "label")
    same_place(desk, "数字化支撑不足", None, before, "undoing")
    desk.see("^确认$", "push button")
    first = desk.see("^望溪街道  2024$", "label")
    desk.key("n")
    desk.rest()
    desk.see("^确认$", "push button")
    if not first:
        raise Failed("the pane does not say whose passage it shows")


@journey("--sample")
def code_a_sentence(desk):
    """A sentence is marked by hand as a weakness, with a code that is searched for; undo takes it away."""
    ready(desk)
    view(desk, 2, "^成效$", "push button")
    desk.click("^问题$", "push button", "^转到段落$")
    desk.rest()
    passage = desk.sight("数字化支撑不足")
    left, top = desk.origin(passage)
    x, y, _, _ = passage.sight()
    desk.drag(left + x + 60, top + y + 70, left + x + 220, top + y + 70)
    desk.click("添加问题", "push button", "GtkPopover")
    desk.rest()
    desk.never("^已添加")


@journey("--sample")
def columns_come_and_go(desk):
    """A column is shut; another comes by typing its name and Enter, without the mouse."""
    ready(desk)
    view(desk, 2, "^成效$", "push button")
    desk.click("^关闭这一栏$", "push button")
    desk.gone("^望溪街道$", "label")
    desk.click("^添加一栏$", "push button")
    desk.rest()
    desk.paste("鹭陂")
    desk.rest()
    desk.key("Return")
    desk.see("^鹭陂乡$", "label")
    desk.click("^添加一栏$", "push button")
    desk.see("^望溪街道  2024", "label", "GtkPopover")
    desk.key("Escape")
    desk.gone("^望溪街道  2024", "label", "GtkPopover")


@journey("--sample")
def by_weakness(desk):
    """The same reports by what they declare; what is sorted and filtered stays readable, Alt+Left comes back."""
    ready(desk)
    view(desk, 2, "^成效$", "push button")
    desk.click("^按问题$", "push button")
    desk.see("措施")
    desk.rest()
    desk.click("^按段落$", "push button")
    desk.see("^转到段落$")
    desk.key("alt+Left")
    desk.see("^已收 12 / 12")


@journey("--sample")
def go_to_sections(desk):
    """Every button of 转到 brings its section into sight."""
    ready(desk)
    view(desk, 2, "^成效$", "push button")
    seen = []
    for name in ("问题", "计划", "成效"):
        desk.click(f"^{name}$", "push button", "^转到段落$")
        desk.rest()
        seen.append(desk.see("数字化支撑不足").box[1])
    if len(set(seen)) != 3:
        raise Failed(f"the text did not move: {seen}")


@journey("--sample")
def chips_lead_to_passages(desk):
    """A chip sends the columns to the passages of its code."""
    ready(desk)
    view(desk, 2, "^成效$", "push button")
    before = desk.see("数字化支撑不足").box
    desk.click("^数字化应用不足$", "push button")
    desk.rest()
    if desk.sight("数字化支撑不足").box == before:
        raise Failed("the column did not go to its passage")


@journey()
def a_chip_says_who_is_elsewhere(desk):
    """Of columns that line up one has its passage in another section, screens away: its head says in which. Each column
    by itself goes to its own."""
    folder = desk.papers / "in"
    folder.mkdir()
    one = "（一）执法力量不足。执法人员仅3名，难以满足工作需要。\n"
    many = "".join(f"（{n}）普法形式单一。宣传以发资料为主，针对性不强，第{n}片区群众参与不多，效果不够明显，"
                   "入户走访时仍有不少群众反映看不懂、记不住，农闲时节外出务工的人多，集中宣讲难以召集，"
                   "年纪大的村民又不大会用手机，推送的短视频很少有人点开。\n" for n in "二三四五六七八九")
    for name, rest in (("赵家镇", f"二、存在的问题\n{one}{many}三、2025年工作计划\n（一）充实执法力量。\n"),
                       ("钱桥镇", f"二、存在的问题和下一步工作计划\n{one}下一步，充实执法力量。\n")):
        (folder / f"{name}2024.txt").write_text(
            f"{name}人民政府2024年度法治政府建设工作报告\n一、2024年法治政府建设工作情况\n"
            f"全年专题研究法治建设会议3次。\n{rest}{name}人民政府\n2025年1月8日\n")
    import_folder(desk, folder)
    desk.see("^已收 2 / 2")
    desk.rest()
    view(desk, 2, "^成效$", "push button")
    desk.click("^执法力量不足$", "push button")
    desk.see("^见[上下]方“", "label")
    desk.click("^同步滚动$", "push button")
    desk.rest()
    desk.click("^执法力量不足$", "push button")
    desk.rest()
    if len([node for node in desk.all("执法人员仅3名", "document text") if node.sight()]) < 2:
        raise Failed("a column did not go to its passage")


@journey()
def page_beside_its_text(desk):
    """The page of the PDF stands beside what was read from it and turns as one reads on; a file that was changed since is
    not shown as if it were the report."""
    folder = desk.papers / "in"
    folder.mkdir()
    paper = folder / "栖砚镇2024.pdf"
    paper.write_bytes((TOP / "tests/data/read/pdf/furniture.pdf").read_bytes())
    import_folder(desk, folder)
    desk.see("^已收 1 / 1")
    desk.rest()
    view(desk, 2, "^原页$", "push button")
    desk.click("^原页$", "push button")
    desk.see("^第1页，共3页 · 栖砚镇2024.pdf$", "label")
    desk.rest()
    text = desk.sight("第1项工作", "document text")
    x, y = desk.place(text)
    desk.wheel(x, y, 60)
    desk.see("^第2页，共3页", "label")
    desk.rest()
    desk.shot(desk.build / "journeys" / "page-beside-its-text-2.png")
    paper.write_bytes(paper.read_bytes() + b"%")
    desk.wheel(x, y, -60)
    desk.see("^这个文件在识读之后改动过", "label")


@journey()
def page_of_an_ofd(desk):
    """The page of an OFD stands beside its text."""
    folder = desk.papers / "in"
    folder.mkdir()
    (folder / "柳坪镇2024.ofd").write_bytes((TOP / "tests/data/read/ofd/report.ofd").read_bytes())
    import_folder(desk, folder)
    desk.see("^导入 1 个文件$", "label")
    desk.rest()
    view(desk, 2, "^原页$", "push button")
    desk.click("^原页$", "push button")
    desk.see("^第1页，共\\d+页 · 柳坪镇2024.ofd$", "label")


@journey("--sample")
def search_and_go(desk):
    """Words are searched for in all reports, of the year shown first; Enter opens a hit, Escape ends the search."""
    ready(desk)
    desk.key("ctrl+f")
    desk.see("^搜索全部报告的正文$", "entry")
    desk.rest()
    desk.paste("执法力量")
    desk.see("^\\d+ 份报告，\\d+ 处")
    hits = [node for node in desk.all("年度报告|述职报告", "list item") if node.inside("^含有这些字的报告$")]
    if "2024" not in hits[0].name:
        raise Failed(f"the first hit is of another year: {hits[0].name}")
    desk.click(hits[0])
    desk.see("^按段落$", "push button")
    desk.rest()
    desk.sight("执法力量")
    desk.key("ctrl+f")
    desk.rest()
    desk.key("Escape")
    desk.gone("^含有这些字的报告$", "list")


@journey("--sample")
def search_keeps_the_columns(desk):
    """A hit in another report comes in a further column, in sight; those that were there stay where they stood."""
    ready(desk)
    view(desk, 2, "^按段落$", "push button")
    first = heads(desk)
    desk.key("ctrl+f")
    desk.see("^搜索全部报告的正文$", "entry")
    desk.rest()
    desk.paste("人民调解")
    desk.see("^\\d+ 份报告，\\d+ 处")
    desk.rest()
    for node in desk.all("2024.*年度报告", "list item", "^含有这些字的报告$")[:6]:
        name = node.name.split()[0]
        if name in first:
            continue
        desk.click(node)
        desk.rest()
        desk.sight(f"^{name}这一栏的更多选项$", "push button")
        break
    else:
        raise Failed("no hit in another report")
    desk.key("Escape")
    desk.rest()
    if (kept := [node.name for node in desk.all("这一栏的更多选项$")]) and not all(
            f"{name}这一栏的更多选项" in kept for name in first):
        raise Failed(f"of {first} there are {kept}")


@journey("--sample")
def search_from_hit_to_hit(desk):
    """Enter goes on hit by hit and the words stay under the hands; Shift+Enter goes back."""
    ready(desk)
    desk.key("ctrl+f")
    desk.see("^搜索全部报告的正文$", "entry")
    desk.rest()
    desk.paste("人民调解")
    desk.see("^\\d+ 份报告，\\d+ 处")
    told = []
    for key in ("Return", "Return", "Return", "shift+Return"):
        desk.key(key)
        desk.rest()
        told.append(desk.see("^第 \\d+ 份（").name)
        if (focus := desk.focus()) is None or focus.name != "搜索全部报告的正文":
            raise Failed(f"the words lost the keyboard: {focus}")
    if len(set(told[:3])) < 3 or told[3] != told[1]:
        raise Failed(f"not from hit to hit: {told}")


@journey("--sample")
def search_finds_nothing(desk):
    """Words that stand nowhere are told as that."""
    ready(desk)
    desk.key("ctrl+f")
    desk.see("^搜索全部报告的正文$", "entry")
    desk.rest()
    desk.paste("子虚乌有之事")
    desk.see("没有")
    desk.never("年度报告，\\d+ 处")
    desk.key("ctrl+a")
    desk.paste("子虚乌有之事" * 20000)  # a whole report by mistake: the window does not grow with what it says
    desk.see("^没有一份报告写到“(子虚乌有之事)+.*…”$", "label")
    desk.rest()
    if desk.sight("^没有一份报告写到", "label").box[2] > 1366:
        raise Failed("the window is wider than the screen")


def heads(desk):
    """The bodies over the columns, from left to right."""
    found = [node for node in desk.all("这一栏的更多选项$", "push button") if node.sight()]
    names = [node.name.removesuffix("这一栏的更多选项") for node in sorted(found, key=lambda node: node.box)]
    return list(dict.fromkeys(names))


@journey("--sample")
def as_it_was_written(desk):
    """A column stands in the report's own order, headings and all, and lined up again; the focus stays at its menu."""
    ready(desk)
    view(desk, 2, "^成效$", "push button")
    menu = "^望溪街道这一栏的更多选项$"
    desk.click(menu, "push button")
    desk.is_("^原文顺序$", "focused", "menu item")
    desk.key("Return")
    desk.see("^原文顺序$", "label")
    desk.is_(menu, "focused", "push button")
    desk.click("^问题$", "push button", "^转到段落$")
    desk.rest()
    desk.sight("三、存在的不足及原因")
    desk.click(menu, "push button")
    desk.is_("^原文顺序$", "checked", "menu item")
    desk.key("Return")
    desk.gone("^原文顺序$", "label")


@journey("--sample")
def a_head_is_dragged(desk):
    """A column is dragged by its head onto another, and brought back by its menu; what is read stays in sight."""
    ready(desk)
    view(desk, 2, "^成效$", "push button")
    desk.click("^问题$", "push button", "^转到段落$")
    desk.rest()
    first = heads(desk)

    def ends():
        labels = (next(node for node in desk.all(f"^{name}$", "label") if node.sight()) for name in (first[-1], first[0]))
        return tuple(desk.place(node) for node in labels)
    desk.drag_until(ends, lambda: heads(desk) == [first[-1], *first[:-1]], "the last column first")
    desk.rest()
    desk.sight("数字化支撑不足")
    for _ in range(len(first) - 1):
        desk.click(f"^{first[-1]}这一栏的更多选项$", "push button")
        desk.see("^右移一栏$", "menu item")
        desk.rest()
        desk.key("Up", "Return")
        desk.rest()
    if heads(desk) != first:
        raise Failed(f"the columns stand as {heads(desk)}")


@journey("--sample")
def an_indicator_by_its_chip(desk):
    """Chips of indicators: one is searched for and taken, N goes through its numbers, a column without it says so."""
    ready(desk)
    view(desk, 2, "^成效$", "push button")
    desk.click("^转到某个指标的原文$", "push button")
    desk.rest()
    desk.paste("法律顾问")
    desk.rest()
    desk.key("Return")
    desk.is_("法律顾问", "pressed", "push button")
    desk.rest()
    desk.key("n")
    desk.see("^更正$", "push button")
    desk.see(" · .*法律顾问", "label")


@journey("--sample")
def pattern_and_pin(desk):
    """A regular expression finds what words cannot; the search is pinned, taken again, undone by name."""
    ready(desk)
    desk.key("ctrl+f")
    desk.see("^搜索全部报告的正文$", "entry")
    desk.rest()
    desk.paste("第.{1,3}次党")
    desk.see("^没有一份报告写到")
    desk.click("^正则表达式$", "push button")
    desk.see("^\\d+ 份报告，\\d+ 处")
    desk.click("^固定的搜索$", "push button")
    desk.click("^固定这次搜索$", "push button")
    desk.see("^已固定这次搜索$")
    desk.click("^搜索全部报告的正文$", "entry")
    desk.key("ctrl+a")
    desk.type("(")
    desk.see("不是完整的正则表达式")
    desk.rest()
    if any(node.sight() for node in desk.all("^含有这些字的报告$", "list")):
        raise Failed("an empty list stands under what is wrong")
    desk.click("^正则表达式$")
    desk.click("^固定的搜索$", "push button")
    desk.click("^第", "list item", "^固定的搜索$")
    desk.see("^\\d+ 份报告，\\d+ 处")
    desk.click("^撤销", "push button")
    desk.click("^固定的搜索$", "push button")
    desk.see("^固定这次搜索$", "push button")
    desk.gone("^第", "list item", "^固定的搜索$")
