"""journeys.py - what a person does in a day, done by hand in the real program

SPDX-License-Identifier: GPL-3.0-or-later
"""
from desk import Failed, main

VIEWS = 8


def open_view(desk, number, landmark, role=None):
    desk.key(f"alt+{number}")
    node = desk.see(landmark, role)
    desk.rest()
    return node


def choose(desk, name, *keys):
    """Opens a drop-down of the header and goes to one of its rows."""
    desk.click(desk.see(f"^{name}$", "combo box"))
    desk.rest()
    desk.key(*keys, "Return")


def same_place(desk, node, before, what):
    desk.rest()
    after = desk.place(node)
    if after[:2] != before[:2]:
        raise Failed(f"{what} moved the text from {before[:2]} to {after[:2]}")


def scope(desk):
    """The scope holds in all views, and gives way to another."""
    desk.see("^已收 12 / 12")
    choose(desk, "范围", "Down")
    desk.see("^已收 2 / 2")
    for number in range(1, VIEWS + 1):
        desk.key(f"alt+{number}")
        desk.rest()
    desk.key("alt+1")
    choose(desk, "范围", "Down")
    desk.see("^已收 6 / 6|^已收 5 / 5")
    choose(desk, "范围", "End")
    desk.see("^选择单位", "frame|dialog|window".split("|")[0])
    desk.key("Escape")
    choose(desk, "范围", "Home")
    desk.see("^已收 12 / 12")


def year(desk):
    """The year changes to and fro, with a scope that stays."""
    desk.see("^已收 12 / 12")
    choose(desk, "范围", "Down")
    desk.see("^已收 2 / 2")
    choose(desk, "年度", "End")
    desk.gone("^截止 2025")
    choose(desk, "年度", "Home")
    desk.see("^截止 2025")
    desk.see("^已收 2 / 2")


def click_keeps_place(desk):
    """A click into a long text, and dragging over it, leave it where it is."""
    desk.see("^已收 12 / 12")
    button = open_view(desk, 2, "^成效$", "push button")
    desk.click(button)
    desk.rest()
    passage = desk.see("把学法列为")
    before = desk.place(passage)
    left, top = desk.origin()
    x, y = left + before[0] + 150, top + max(before[1], 200) + 260
    desk.click_at(x, y)
    same_place(desk, passage, before, "a click")
    desk.drag(x, y, x + 160, y + 40)
    desk.see("^复制引文$")
    same_place(desk, passage, before, "a drag")
    desk.key("Escape")


def decision_keeps_place(desk):
    """A weakness gone to is confirmed and the confirmation undone: the passage stays, the pane with it."""
    desk.see("^已收 12 / 12")
    open_view(desk, 2, "^成效$", "push button")
    passage = desk.see("无障碍")
    left, top = desk.origin()
    x, y, _, _ = desk.place(passage)
    desk.click_at(left + x + 200, top + y + 150)
    desk.key("n")
    desk.see("^确认$", "push button")
    desk.rest()
    passage = desk.see("数字化支撑不足")
    before = desk.place(passage)
    if not 0 < before[1] < 700:
        raise Failed(f"the passage gone to is not in sight but at {before}")
    desk.key("space")
    desk.see("^已确认$")
    same_place(desk, passage, before, "a decision")
    desk.key("ctrl+z")
    desk.gone("^已确认$", "label")
    same_place(desk, passage, before, "undoing")
    desk.see("^确认$", "push button")


def keys_need_a_choice(desk):
    """With only a row of weaknesses chosen no key decides anything, and F4 opens nothing."""
    desk.see("^已收 12 / 12")
    open_view(desk, 4, "^共性", "toggle button")
    left, top = desk.origin()
    desk.click_at(left + 260, top + 300)
    desk.rest()
    desk.key("space", "Delete", "e", "F4")
    desk.key("ctrl+f")
    desk.see("搜索全部报告的正文|搜索全部报告", "text|entry".split("|")[0])
    for words in ("^已确认", "^不再采用", "^原文依据"):
        if desk.all(words):
            raise Failed(f"a key did something: {words}")


def large_text(desk):
    """At 200 % every view stays inside the screen."""
    desk.see("^已收 12 / 12")
    for number in range(1, VIEWS + 1):
        desk.key(f"alt+{number}")
        desk.rest()
        desk.shot(desk.build / "journeys" / f"large-text-{number}.png")
        frame = desk.windows()[0]
        _, _, width, height = desk.place(frame)
        if width > 1366 or height > 768:
            raise Failed(f"view {number} makes the window {width} x {height}")


large_text.desk = {"dpi": 192}

if __name__ == "__main__":
    main([scope, year, click_keeps_place, decision_keeps_place, keys_need_a_choice, large_text])
