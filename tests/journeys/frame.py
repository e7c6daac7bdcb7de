"""frame.py - journeys: the frame of the window, its keys, the year and the scope

SPDX-License-Identifier: GPL-3.0-or-later
"""
from desk import Failed
from ways import VIEWS, choose, journey, pick, ready


@journey("--sample")
def scope(desk):
    """The scope holds in all views, and gives way to another."""
    ready(desk)
    choose(desk, "范围", "Down")
    desk.see("^已收 2 / 2")
    for number in range(1, len(VIEWS) + 1):
        desk.key(f"alt+{number}")
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
        desk.key(f"alt+{number}")
        desk.rest()
        desk.key(*["Tab"] * 25)
        shown = [node.name for node in desk.all(".", "list item") if node.is_("selected") and node.name in VIEWS]
        if shown != [name]:
            raise Failed(f"Tab went from {name} to {shown}")


@journey("--sample", dpi=192)
def large_text(desk):
    """At 200 % every view stays inside the screen."""
    ready(desk)
    for number, name in enumerate(VIEWS, 1):
        desk.key(f"alt+{number}")
        desk.rest()
        desk.shot(desk.build / "journeys" / f"large-text-{number}.png")
        _, _, width, height = desk.eyes.look()[0].box
        if width > 1366 or height > 768:
            raise Failed(f"{name} makes the window {width} x {height}")
