"""eyes.py - what a screen reader is told of the program: the accessible tree, read straight from its bus

One look asks for a whole level of the tree at once and waits for the answers, so a look at a thousand nodes takes a
fraction of a second. Nothing is kept from one look to the next: what is told is what is there now.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import re

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

ACCESSIBLE = "org.a11y.atspi.Accessible"
COMPONENT = "org.a11y.atspi.Component"
PROPERTIES = "org.freedesktop.DBus.Properties"
ROOT = "/org/a11y/atspi/accessible/root"
IN_WINDOW = 1       # places are told from the corner of the window
MOST_ROWS = 60      # of one list: GTK keeps some two hundred rows alive
STATES = {name: bit for bit, name in enumerate(
    "invalid active armed busy checked collapsed defunct editable enabled expandable expanded focusable focused "
    "has-tooltip horizontal iconified modal multi-line multiselectable opaque pressed resizable selectable selected "
    "sensitive showing single-line stale transient vertical visible".split())}


class Node:
    """Something on screen, as it was at one look."""

    def __init__(self, eyes, path, parent):
        self.eyes, self.path, self.parent = eyes, path, parent
        self.name, self.description, self.role = "", "", ""
        self.box = None      # x, y, width, height in its window; None: it has no place of its own
        self.children = []
        self.bits = 0

    @property
    def window(self):
        node = self
        while node.parent is not None:
            node = node.parent
        return node

    def is_(self, state):
        return bool(self.bits >> STATES[state] & 1)

    def ancestors(self):
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    def inside(self, pattern, role=None):
        return any(node.fits(pattern, role) for node in self.ancestors())

    def fits(self, pattern, role=None):
        return (role is None or self.role == role) and re.search(pattern, self.name) is not None

    def below(self):
        for child in self.children:
            yield child
            yield from child.below()

    def text(self):
        """What an entry or a text holds now; nothing if it is gone."""
        try:
            return self.eyes.ask(self.path, "org.a11y.atspi.Text", "GetText", GLib.Variant("(ii)", (0, -1)))[0]
        except GLib.Error:
            return ""

    def left_behind(self):
        """A row GTK keeps above those it shows is told where it lay when it was last shown: upon a later one."""
        if self.role not in ("table row", "list item") or self.parent is None or self.box is None:
            return False
        rows = self.parent.children
        return any(self.covered_by(row) for row in rows[rows.index(self) + 1:])

    def covered_by(self, other):
        x, y, width, height = self.box
        return (other.role == self.role and other.box is not None and
                x < other.box[0] + other.box[2] and other.box[0] < x + width and
                y < other.box[1] + other.box[3] and other.box[1] < y + height)

    def sight(self):
        """The part of its place no scrolled pane hides; None: out of sight."""
        if self.box is None:
            return None
        x, y, width, height = self.box
        right, bottom = x + width, y + height
        if self.left_behind():
            return None
        for node in self.ancestors():
            if node.name == "GtkPopoverContent":  # a surface of its own, told as if it lay elsewhere
                break
            if node.left_behind():
                return None
            if node.box is not None and (node.role == "scroll pane" or node.parent is None):
                x, y = max(x, node.box[0]), max(y, node.box[1])
                right = min(right, node.box[0] + node.box[2])
                bottom = min(bottom, node.box[1] + node.box[3])
        return (x, y, right - x, bottom - y) if right > x and bottom > y else None

    def __str__(self):
        words = " ".join(name for name in STATES if self.is_(name) and name not in ("visible", "sensitive"))
        return f"{self.role} {self.name!r} {self.box or '-'} {words}" + ("" if self.is_("sensitive") else " -insensitive")


class Eyes:
    def __init__(self, session_address):
        session = self._connect(session_address)
        address = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None,
                                    Gio.DBusCallFlags.NONE, -1, None).unpack()[0]
        self.bus = self._connect(address)
        self.program = None
        self.context = GLib.MainContext.default()

    @staticmethod
    def _connect(address):
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        return Gio.DBusConnection.new_for_address_sync(address, flags, None, None)

    def _sync(self, name, path, interface, method, arguments=None):
        return self.bus.call_sync(name, path, interface, method, arguments, None, Gio.DBusCallFlags.NONE, 60000,
                                  None).unpack()

    def find(self, pid):
        """Whether the process has told the bus of itself."""
        for name, _ in self._sync("org.a11y.atspi.Registry", ROOT, ACCESSIBLE, "GetChildren")[0]:
            try:
                if self._sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                              "GetConnectionUnixProcessID", GLib.Variant("(s)", (name,)))[0] == pid:
                    self.program = name
                    return True
            except GLib.Error:
                continue
        return False

    def ask(self, path, interface, method, arguments=None):
        return self._sync(self.program, path, interface, method, arguments)

    def turn(self):
        """The program's main loop has answered: what came before was dealt with. Or it is gone."""
        try:
            self.ask(ROOT, ACCESSIBLE, "GetChildren")
        except GLib.Error:
            pass

    def _ask_all(self, requests):
        """[(path, interface, method, arguments)] -> answers in the same order, None where there is none."""
        answers = [None] * len(requests)
        left = [len(requests)]

        def answered(bus, result, k):
            try:
                answers[k] = bus.call_finish(result).unpack()
            except GLib.Error:
                pass
            left[0] -= 1
        for k, (path, interface, method, arguments) in enumerate(requests):
            self.bus.call(self.program, path, interface, method, arguments, None, Gio.DBusCallFlags.NONE, 60000, None,
                          answered, k)
        while left[0] > 0:
            self.context.iteration(True)
        return answers

    def _windows(self):
        try:
            return [Node(self, path, None) for _, path in self.ask(ROOT, ACCESSIBLE, "GetChildren")[0]]
        except GLib.Error:
            return []

    def count(self):
        """How many windows there are."""
        return len(self._windows())

    def look(self):
        """The windows, each the root of what is in it."""
        windows = level = self._windows()
        while level:
            level = self._look_at(level)
        return [window for window in windows if window.role]

    def from_the_front(self):
        """The same, the window in front first, and none looked at before it is asked for: what lies behind a dialog is
        five times as much as the dialog."""
        for window in reversed(self._windows()):
            level = [window]
            while level:
                level = self._look_at(level)
            if window.role:
                yield window

    def _look_at(self, level):
        """Fills the nodes of one level in; the next level, below those that show."""
        names, places, roles, states = (
            self._ask_all([(node.path, *question) for node in level]) for question in (
                (PROPERTIES, "GetAll", GLib.Variant("(s)", (ACCESSIBLE,))),
                (COMPONENT, "GetExtents", GLib.Variant("(u)", (IN_WINDOW,))),
                (ACCESSIBLE, "GetRole", None),
                (ACCESSIBLE, "GetState", None)))
        shown = []
        for node, name, place, role, state in zip(level, names, places, roles, states):
            if name is None or role is None or state is None:  # it went away while it was looked at
                continue
            node.name, node.description = name[0].get("Name") or "", name[0].get("Description") or ""
            node.role, node.box = Atspi.role_get_name(Atspi.Role(role[0])), place[0] if place else None
            node.bits = sum(word << 32 * k for k, word in enumerate(state[0]))
            if node.parent is not None:
                if node.box is not None and (node.box[2] <= 0 or node.box[3] <= 0):
                    continue
                node.parent.children.append(node)
            if node.role != "scroll bar":
                shown.append(node)
        below = self._ask_all([(node.path, ACCESSIBLE, "GetChildren", None) for node in shown])
        return [Node(self, path, node) for node, children in zip(shown, below) if children
                for _, path in children[0][:MOST_ROWS] if path != "/org/a11y/atspi/null"]
