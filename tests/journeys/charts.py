"""charts.py - journeys: charts are looked at, as tables too, changed and saved

SPDX-License-Identifier: GPL-3.0-or-later
"""
from desk import Failed
from ways import journey, pick, ready, view


@journey("--sample")
def save_a_chart(desk):
    """A chart becomes a picture, a drawing and a page, each where it was asked for."""
    ready(desk)
    view(desk, 7, "^常用$", "push button")
    for kind, head in (("PNG", b"\x89PNG"), ("SVG", b"<?xml"), ("PDF", b"%PDF")):
        desk.click("^保存、复制、打印$", "push button")
        desk.click(f"^存为 {kind}", "menu item")
        target = desk.papers / f"调解.{kind.lower()}"
        desk.choose_file(target)
        desk.wait(target.exists, f"the {kind}")
        desk.rest()
        if not target.read_bytes().startswith(head):
            raise Failed(f"that is no {kind}")


@journey("--sample")
def drawn_as_another_kind(desk):
    """The same numbers as another kind of chart, of those that can draw them; saved as it stands now."""
    ready(desk)
    view(desk, 7, "^常用$", "push button")
    saved = []
    for _ in range(2):
        desk.click("^保存、复制、打印$", "push button")
        desk.click("^存为 SVG", "menu item")
        target = desk.papers / f"图{len(saved)}.svg"
        desk.choose_file(target)
        desk.wait(target.exists, "the drawing")
        desk.rest()
        saved.append(target.read_bytes())
        if len(saved) == 1:
            desk.click("^保存、复制、打印$", "push button")
            desk.click("^画成$", "menu item")
            desk.click("^分布图$", "menu item")
            desk.rest()
    if saved[0] == saved[1]:
        raise Failed("it is the same chart as before")


@journey("--sample")
def all_charts_into_a_folder(desk):
    """All charts of the page go into a folder; the window lives meanwhile."""
    ready(desk)
    view(desk, 7, "^常用$", "push button")
    folder = desk.papers / "图"
    folder.mkdir()
    desk.click("^全部导出", "push button")
    desk.choose_file(folder)
    desk.wait(lambda: len(list(folder.iterdir())) >= 6, "the pictures")


@journey("--sample")
def chart_as_a_table(desk):
    """The same numbers as a table, with the marks said in words."""
    ready(desk)
    view(desk, 7, "^常用$", "push button")
    desk.click("^看同样数字的表格$", "push button")
    desk.see("^调处矛盾纠纷数（件）$", "label")
    desk.see("^未报$", "label")
    desk.click("^看同样数字的表格$", "push button")
    desk.gone("^调处矛盾纠纷数（件）$", "label")


@journey("--sample")
def chart_of_an_indicator(desk):
    """A chart of an indicator that is searched for, in grey as on paper, in another order."""
    ready(desk)
    view(desk, 7, "^常用$", "push button")
    desk.click("^按指标作图", "push button")
    desk.rest()
    desk.paste("责任书")
    desk.rest()
    desk.key("Return")
    desk.see("签订责任书", "image")
    desk.click("^灰度$", "push button")
    desk.is_("^灰度$", "pressed", "push button")
    pick(desk, "排列", "名册")
    desk.see("签订责任书", "image")


@journey("--sample")
def chart_on_the_whole_screen(desk):
    """One chart on the whole screen for the meeting; Escape comes back to all of them."""
    ready(desk)
    view(desk, 7, "^常用$", "push button")
    desk.click("^全屏放大", "push button")
    desk.wait(lambda: any(w.box[2] >= 1366 for w in desk.eyes.look()), "a window as large as the screen")
    desk.rest()
    desk.key("Escape")
    desk.wait(lambda: all(w.box[2] < 1366 for w in desk.eyes.look()), "the window as it was")
    desk.see("^常用$", "push button")
