"""frame.py - journeys: the frame of the window, its keys, the year and the scope

SPDX-License-Identifier: GPL-3.0-or-later
"""
import re

from desk import Failed
from ways import VIEWS, choose, go_to, journey, main_again, menu, only_bodies, pick, ready, tip_at, view


@journey("--sample")
def scope(desk):
    """The scope holds in all views, and gives way to another."""
    ready(desk)
    choose(desk, "范围", "Down")
    desk.see("^已收 2 / 2")
    for number in range(1, len(VIEWS) + 1):
        go_to(desk, number)
        desk.rest()
    desk.key("alt+1")
    choose(desk, "范围", "Down")
    desk.see("^已收 [3-9] / ")
    choose(desk, "范围", "End")
    desk.see("^选择单位", "frame")
    desk.rest()
    desk.key("Escape")
    desk.gone("^选择单位", "frame")
    choose(desk, "范围", "Home")
    desk.see("^已收 12 / 12")


@journey("--sample")
def year(desk):
    """The year changes to and fro, with a scope that stays."""
    ready(desk)
    choose(desk, "范围", "Down")
    desk.see("^已收 2 / 2")
    choose(desk, "年度", "Home")
    desk.gone("^截止 2025")
    pick(desk, "年度", "^2024$")
    desk.see("^截止 2025")
    desk.see("^已收 2 / 2")


@journey("--sample")
def tab_stays_in_the_view(desk):
    """Tab goes through what is there and never switches the view; Alt and a number does."""
    ready(desk)
    for number, name in enumerate(VIEWS, 1):
        go_to(desk, number)
        desk.rest()
        desk.key(*["Tab"] * 25)
        shown = [node.name for node in desk.all(".", "list item") if node.is_("selected") and node.name in VIEWS]
        if shown != [name]:
            raise Failed(f"Tab went from {name} to {shown}")


@journey("--sample")
def large_text(desk):
    """At 200 % text is twice as large, every view stays inside the screen, and heads stand over their columns."""
    ready(desk)
    before = desk.see("^按时 \\d+", "label").box
    desk.leave()
    desk.text_size(200)
    desk.again("--sample")
    ready(desk)
    after = desk.see("^按时 \\d+", "label").box
    if not 1.8 * before[2] < after[2] < 2.2 * before[2]:
        raise Failed(f"words were {before[2]} wide and are {after[2]}")
    for number, name in enumerate(VIEWS, 1):
        go_to(desk, number)
        desk.rest()
        desk.shot(desk.build / "journeys" / f"large-text-{number}.png")
        _, _, width, height = desk.eyes.look()[0].box
        if width > 1366 or height > 768:
            raise Failed(f"{name} makes the window {width} x {height}")
    desk.key("alt+5")
    head, tag = desk.sight("^今年新提出 \\d+", "push button"), desk.sight("^顾问少用$", "label")
    if abs(head.box[0] - tag.box[0]) > 40:
        raise Failed(f"the head stands at {head.box}, what is under it at {tag.box}")
    view(desk, 6, "^公开日期$")
    name = desk.sight("^澜桥镇$", "label")
    if name.box[3] > 60:
        raise Failed(f"the buttons leave the name beside them {name.box}")


@journey("--sample")
def views_by_key_and_back(desk):
    """Alt and a number goes to each view, Alt+Left all the way back."""
    ready(desk)
    for number in range(1, len(VIEWS) + 1):
        go_to(desk, number)
    desk.is_(f"^{VIEWS[-1]}$", "selected", "list item")
    for name in reversed(VIEWS[:-1]):
        desk.key("alt+Left")
        desk.is_(f"^{name}$", "selected", "list item")


@journey("--sample")
def panes_by_key(desk):
    """F9 hides the sidebar and brings it back; Escape shuts the pane before the search."""
    ready(desk)
    desk.key("F9")
    desk.gone("^对照阅读$", "list item")
    desk.key("F9")
    desk.see("^对照阅读$", "list item")
    desk.key("ctrl+f")
    desk.see("^搜索全部报告的正文$", "entry")
    desk.key("Escape")
    desk.gone("^搜索全部报告的正文$", "entry")


@journey("--sample")
def help_and_keys(desk):
    """F1 shows the help, Ctrl+? the keys, the menu who made it; Escape shuts each."""
    ready(desk)
    for key in ("F1", "ctrl+question"):
        desk.key(key)
        desk.wait(lambda: desk.eyes.count() > 1, f"a window by {key}")
        desk.rest()
        desk.key("Escape")
        desk.wait(lambda: desk.eyes.count() == 1, f"the window of {key} gone")


@journey("--sample", animations=True)
def with_animations(desk):
    """As most people have it: a pane that slides is there in the end, and gone in the end."""
    ready(desk)
    view(desk, 2, "^成效$", "push button")
    desk.key("n")
    desk.sight("^关闭原文依据$", "push button")
    desk.key("Escape")
    desk.gone("^关闭原文依据$", "push button")


@journey("--sample")
def choose_bodies(desk):
    """Some bodies are chosen by name as the scope of all views."""
    ready(desk)
    only_bodies(desk, "禾泉镇", "苇洲镇")
    desk.see("^已收 2 / 2")
    desk.key("alt+3")
    desk.see("^选指标", "push button")
    desk.key("alt+1")
    desk.see("^已收 2 / 2")


@journey("--sample")
def help_of_the_view(desk):
    """F1 opens the page of the view that is looked at, with its picture; nothing in it is selected."""
    ready(desk)
    for number, landmark, words in ((3, "^选指标", "^每个单位一行，每项指标一列"), (6, "^未处理", "^每项核查都有"),
                                      (1, "^已收", "^名册上每个单位一行")):
        desk.key(f"alt+{number}")
        desk.see(landmark)
        desk.rest()
        desk.key("F1")
        desk.see("^帮助$", "frame")
        desk.see(words, "label")
        desk.key("Escape")
        main_again(desk)


@journey("--sample")
def who_works_here(desk):
    """A name is set; it stands beside the next decision in the log."""
    ready(desk)
    menu(desk, "谁在使用")
    desk.click("^您的名字$", "text")
    desk.paste("李文书")
    desk.key("Return")
    main_again(desk)
    view(desk, 2, "^成效$", "push button")
    desk.key("n")
    desk.click("^确认$", "push button")
    desk.see("李文书  已确认", "label")


@journey("--sample")
def saved_scope_and_view(desk):
    """A choice of bodies is saved under a name; a view with its columns too, and both are gone to again."""
    ready(desk)
    only_bodies(desk, "禾泉镇", "苇洲镇", name="南片")
    desk.see("^已收 2 / 2")
    desk.see("^已保存范围$", "label")
    view(desk, 2, "^成效$", "push button")
    desk.see("^苇洲镇这一栏的更多选项$")
    menu(desk, "保存的视图")
    desk.see("^视图的名称$")
    desk.rest()
    desk.key("ctrl+a")
    desk.paste("南片两镇")
    desk.key("Return")
    main_again(desk)
    choose(desk, "范围", "Home")
    desk.key("alt+1")
    desk.see("^已收 12 / 12")
    pick(desk, "范围", "^南片$")
    desk.see("^已收 2 / 2")
    choose(desk, "范围", "Home")
    desk.see("^已收 12 / 12")
    menu(desk, "保存的视图")
    desk.click("^南片两镇$", "label")
    main_again(desk)
    desk.see("^禾泉镇这一栏的更多选项$")
    desk.see("^苇洲镇这一栏的更多选项$")
    desk.key("alt+1")
    desk.see("^已收 2 / 2")
    only_bodies(desk, "禾泉镇", name="县城南部片区近三年没有督察过的乡镇，第一组" * 30)
    desk.see("^已收 1 / 1")
    desk.rest()
    if (found := list(cut(desk))):
        raise Failed(f"a long name of a scope pushes out of the window: {found[0]}")


@journey("--sample")
def second_reading(desk):
    """A second person judges the sentences of a report without the first's codes; then both are compared."""
    ready(desk)
    menu(desk, "复核")
    desk.see("^复核$", "frame")
    desk.rest()
    count = int(re.search("共 (\\d+) 句", desk.see("^已判 0 句", "label").name).group(1))
    desk.see("^一份报告的句子全部判完后", "label")
    first = next(node for node in desk.all(".", "combo box") if node.inside("^要复核的句子$"))
    for i in range(count):
        if desk.all("^第一人：", "label"):
            raise Failed("the first's code is seen before all are judged")
        if i == 0:
            desk.click(first)
        else:
            desk.key("Tab", "space")
        desk.rest()
        desk.key("Down", "Return")
        desk.see(f"^已判 {i + 1} 句" if i + 1 < count else f"^{count} 句全部判完$", "label")
    desk.see(f"^{count} 句全部判完$", "label")
    desk.see("^1 份报告、\\d+ 句：一致 \\d+%", "label")
    desk.see("^第一人：", "label")
    before = len(desk.all("^采用复核的归类$", "push button"))
    desk.click("^采用复核的归类$", "push button")
    desk.wait(lambda: len(desk.all("^采用复核的归类$", "push button")) < before, "one difference less")
    desk.key("Escape")
    main_again(desk)


@journey("--sample")
def second_reading_taken_back(desk):
    """What the second judged is taken back by Ctrl+Z, can be judged the same once more; another year behind the window
    brings its own reports, another review shuts it, and it is there only once."""
    ready(desk)
    menu(desk, "复核")
    desk.see("^复核$", "frame")
    desk.rest()
    first = next(node for node in desk.all(".", "combo box") if node.inside("^要复核的句子$"))
    for _ in range(2):
        desk.click(first)
        desk.click("^不是问题$", "label", "GtkPopover")
        desk.see("^已判 1 句", "label")
        desk.rest()
        desk.key("ctrl+z")
        desk.gone("^已判 1 句", "label")
        desk.rest()
        if desk.all("^不是问题$", "label", "^要复核的句子$"):
            raise Failed("what was taken back is still shown as judged")
    desk.see(" 2024$", "label", "^要复核的报告$")
    main, = (window for window in desk.xdo("search", "--name", "^对照$").split())
    desk.xdo("windowactivate", "--sync", main)
    pick(desk, "年度", "^2023$")
    desk.see(" 2023$", "label", "^要复核的报告$")
    desk.gone(" 2024$", "label", "^要复核的报告$")
    menu(desk, "复核")
    desk.rest()
    if len(desk.all("^复核$", "frame")) != 1:
        raise Failed("a second window of the same reading")
    desk.xdo("windowactivate", "--sync", main)
    desk.key("ctrl+n")
    desk.choose_file(desk.papers / "另一本.duizhao")
    desk.gone("^复核$", "frame")


@journey("--sample")
def words_show_where_the_pointer_is(desk):
    """In what is drawn as one, a table, a heat map, a plot, a chart, the words of a place show at the pointer, not over
    it, and whole on the screen."""
    ready(desk)
    for number, landmark, places in (
            (3, "^选指标", ((600, 350), (1340, 350), (600, 640))),
            (4, "^共性 \\d+$", ((900, 300), (1340, 430), (300, 300))),
            (5, "^问题去向$", ((380, 640),)),
            (7, "^灰度$", ((360, 420), (1315, 480)))):
        view(desk, number, landmark, "push button")
        for x, y in places:
            left, top, right, bottom = tip_at(desk, x, y)
            if left < 0 or top < 0 or right > 1366 or bottom > 768:
                raise Failed(f"in view {number} at {x}, {y} the words are cut: {left}, {top}, {right}, {bottom}")
            if top <= y < bottom or max(top - y, y - bottom) > 60 or not left - 8 <= x <= right + 8:
                raise Failed(f"in view {number} at {x}, {y} the words show at {left}, {top}, {right}, {bottom}")


def make_wide(desk, pixels):
    """The window, as large as the screen or not, takes this width at one stroke."""
    window = desk.xdo("getactivewindow").strip()
    desk.xdo("windowsize", window, pixels, 740)
    desk.rest()
    desk.xdo("windowmove", window, 20, 0)
    desk.rest()
    if (width := desk.geometry("getwindowgeometry", "--shell", window)[2]) != pixels:
        raise Failed(f"the window cannot be made {pixels} pixels wide: {width}")


def half_a_screen(desk):
    """The window becomes 800 pixels wide."""
    desk.click_at(560, 28, 2)
    desk.rest()
    make_wide(desk, NARROW)


LOOKS = {
    "narrow": ({}, 100),
    "dark": ({"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"}, 100),
    "contrast": ({"ADW_DEBUG_HIGH_CONTRAST": "1"}, 100),
    "large": ({}, 200),
    "large-narrow": ({}, 200),
}
NARROW = 800


def cut(desk):
    """What can be pressed and lies in part outside the window, where nothing scrolls to it."""
    window = next(node for node in desk.eyes.look() if node.is_("active"))
    for node in window.below():
        if node.role not in ("push button", "toggle button", "combo box", "check box") or node.box is None:
            continue
        if any(one.role == "scroll pane" or one.name == "GtkPopoverContent" for one in node.ancestors()):
            continue
        x, y, width, height = node.box
        if x < 0 or y < 0 or x + width > window.box[2] + 1 or y + height > window.box[3] + 1:
            yield node


def has_sidebar(desk):
    """Where there is no room beside the view it folds away."""
    return any(node.sight() for name in VIEWS for node in desk.all(f"^{name}$", "list item"))


def every_look(desk):
    """Begins the program anew in each look, and tells which it is."""
    ready(desk)
    for look, (variables, size) in LOOKS.items():
        desk.leave()
        desk.text_size(size)
        desk.env.update(variables)
        desk.again("--sample")
        for name in variables:
            del desk.env[name]
        ready(desk)
        yield look


@journey("--sample")
def every_view_in_every_look(desk):
    """All ten views at 800 pixels, dark, in high contrast, at 200 % and at 200 % on 800 pixels: nothing to press is cut by
    the window, no view makes it wider, the row of the view is in sight; a picture of each to look at."""
    for look in every_look(desk):
        narrow = look.endswith("narrow")
        if narrow:
            half_a_screen(desk)
        for number, name in enumerate(VIEWS, 1):
            go_to(desk, number)
            desk.rest()
            desk.wait(lambda: not desk.all("^正在编排各页"), "the pages")
            desk.rest()
            desk.shot(desk.build / "journeys" / f"look-{look}-{number}.png")
            if found := list(cut(desk)):
                raise Failed(f"{name} ({look}): cut by the window: {found[0]}")
            if narrow and (width := desk.geometry("getactivewindow", "getwindowgeometry", "--shell")[2]) != NARROW:
                raise Failed(f"{name} ({look}) makes the window {width} pixels wide")
            if not narrow:
                desk.wait(lambda row=f"^{name}$": any(node.sight() for node in desk.all(row, "list item") if node.is_("selected"))
                          or not has_sidebar(desk), f"the row of {name} ({look}) in sight")


@journey("--sample")
def half_of_a_small_screen(desk):
    """Every view, and the search, goes at one stroke from 1,366 to 800 and 683 pixels, while letters are written, and
    back: nothing to press is cut, and what was chosen stays chosen."""
    ready(desk)
    desk.click_at(560, 28, 2)
    desk.rest()
    letters = desk.papers / "letters"
    letters.mkdir()
    view(desk, 8, "^打印…$", "push button")
    desk.click("^导出", "push button")
    desk.click("^反馈单（docx）", "menu item")
    desk.choose_file(letters)
    for number, name in enumerate(VIEWS, 1):
        make_wide(desk, 1346)
        go_to(desk, number)
        desk.rest()
        for pixels in (800, 683):
            make_wide(desk, pixels)
            if found := list(cut(desk)):
                raise Failed(f"{name} at {pixels}: cut by the window: {found[0]}")
        desk.shot(desk.build / "journeys" / f"half-{number}.png")
    desk.key("ctrl+f")
    desk.rest()
    make_wide(desk, 683)
    desk.wait(lambda: any(one.suffix == ".docx" for one in letters.iterdir()), "the letters")


@journey("--sample")
def search_in_large_text(desk):
    """At 200 % and 760 pixels what was found has room for four reports, and the view keeps its beginning; once a place is
    gone to the list gives the room back."""
    ready(desk)
    desk.leave()
    desk.text_size(200)
    desk.again("--sample")
    ready(desk)
    desk.click_at(560, 28, 2)
    desk.rest()
    make_wide(desk, 760)
    desk.key("ctrl+f")
    desk.see("^搜索全部报告的正文$")
    desk.rest()
    desk.paste("执法")
    found = desk.see("\\d+ 处$", "list item")
    desk.rest()
    pane = next(one for one in found.ancestors() if one.role == "scroll pane").sight()
    rows = [node for node in desk.all("\\d+ 处$", "list item") if node.box[1] + node.box[3] <= pane[1] + pane[3]]
    if len(rows) < 4:
        raise Failed(f"only {len(rows)} reports are seen whole")
    desk.sight("^全部 12$", "push button")
    desk.shot(desk.build / "journeys" / "search-in-large-text-found.png")
    desk.key("Return")
    desk.sight("^按段落$", "push button")
    desk.rest()
    pane = next(one for one in desk.see("\\d+ 处$", "list item").ancestors() if one.role == "scroll pane").sight()
    if pane[3] > 2 * found.box[3]:
        raise Failed(f"the list keeps {pane[3]} pixels of the text that was gone to")
    desk.key("Escape")
    desk.gone("^搜索全部报告的正文$", "entry")
    desk.sight("^按段落$", "push button")
