"""ways.py - what many journeys do on their way

SPDX-License-Identifier: GPL-3.0-or-later
"""
from desk import TOP, Failed

SAMPLES = TOP / "data/samples"
VIEWS = ["报送", "对照阅读", "指标", "共性问题", "年度对比", "核查", "图表", "简报"]


def journey(*arguments, **options):
    """What the program is started with, and how: options of Desk.open()."""
    def mark(function):
        function.journey = arguments, options
        return function
    return mark


def ready(desk):
    """The sample county is open, and all of it shown."""
    desk.see("^已收 12 / 12")
    desk.rest()


def view(desk, number, landmark, role=None):
    desk.key(f"alt+{number}")
    node = desk.see(landmark, role)
    desk.rest()
    return node


def choose(desk, name, *keys, within=None):
    """Opens a drop-down and goes to one of its rows."""
    desk.click(f"^{name}$", "combo box", within)
    desk.rest()
    desk.key(*keys, "Return")
    desk.rest()


def same_place(desk, pattern, role, before, what):
    """@before: its box earlier."""
    desk.rest()
    after = desk.see(pattern, role).box
    if after[:2] != before[:2]:
        raise Failed(f"{what} moved /{pattern}/ from {before[:2]} to {after[:2]}")


def pick(desk, name, row, within=None):
    """Opens a drop-down and clicks one of its rows."""
    desk.click(f"^{name}$", "combo box", within)
    desk.click(row, "label", "GtkPopoverContent")
    desk.rest()
