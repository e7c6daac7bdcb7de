"""desk.py - a desk for journeys: a display, a session bus, a window manager, and the program put on them anew for each

Hands are xdotool's keys and clicks, eyes are the accessible tree. Nothing here waits for a time: what is waited for is
a state, and a state that does not come within PATIENCE seconds fails the journey.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import re
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

from eyes import Eyes, Node

PATIENCE = int(os.environ.get("DZ_PATIENCE", 60))  # seconds; a busy machine is slow, a broken program never comes
PAUSE = 0.03    # between two looks
MAIN = "对照"   # the title of the program's own window
TOP = Path(__file__).resolve().parents[2]


class Failed(Exception):
    """What should have been seen was not."""


class NoDesk(Exception):
    """No display can be made on this machine."""


class Desk:
    def __init__(self, build):
        self.build = Path(build).resolve()
        self.folder = Path(tempfile.mkdtemp(prefix="duizhao-desk-"))
        self.papers = None       # a folder of its own for each journey: what is imported and saved
        self.processes = []
        self.program = None
        self.env = dict(os.environ)
        for name in ("WAYLAND_DISPLAY", "DISPLAY", "XAUTHORITY", "DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS"):
            self.env.pop(name, None)
        (self.folder / "run").mkdir(mode=0o700)
        self.env.update(HOME=str(self.folder), XDG_RUNTIME_DIR=str(self.folder / "run"), GDK_BACKEND="x11",
                        GSK_RENDERER="cairo", GTK_A11Y="atspi", LANG="zh_CN.UTF-8", LANGUAGE="", LC_ALL="",
                        GSETTINGS_BACKEND="memory", DZ_LOCALEDIR=str(self.build / "po"), DZ_DATADIR=str(TOP / "data"),
                        GSETTINGS_SCHEMA_DIR=str(self.build / "data"), G_DEBUG="", NO_AT_BRIDGE="0")
        try:
            self._start_display()
        except FileNotFoundError as missing:
            raise NoDesk(str(missing)) from missing
        self._start_bus()
        self._run("openbox", "--sm-disable", log="openbox")
        self._run("/usr/libexec/at-spi-bus-launcher", "--launch-immediately", log="accessibility")

    # the desk itself

    def _run(self, *command, log, **more):
        with open(self.folder / log, "ab") as out:
            process = subprocess.Popen(command, env=self.env, stdin=subprocess.DEVNULL, stderr=out,
                                       stdout=more.pop("stdout", out), start_new_session=True, **more)
        self.processes.append(process)
        return process

    def _start_display(self):
        """The server chooses a free number itself and tells it; what is on screen lies in a file."""
        reading, writing = os.pipe()
        self._run("Xvfb", "-displayfd", str(writing), "-screen", "0", "1366x768x24", "-nolisten", "tcp", "-noreset",
                  "-fbdir", str(self.folder), log="xvfb", pass_fds=[writing])
        os.close(writing)
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        if not number:
            raise NoDesk((self.folder / "xvfb").read_text(errors="replace"))
        self.env["DISPLAY"] = ":" + number

    def _start_bus(self):
        reading, writing = os.pipe()
        self._run("dbus-daemon", "--session", "--nofork", f"--print-address={writing}", log="bus", pass_fds=[writing])
        os.close(writing)
        with os.fdopen(reading) as told:
            self.env["DBUS_SESSION_BUS_ADDRESS"] = told.readline().strip()

    def open(self, *arguments, animations=False):
        """The program, at the home of a person who never used it."""
        self.papers = Path(tempfile.mkdtemp(prefix="papers-", dir=self.folder))
        settings = self.papers / "home/.config/gtk-4.0/settings.ini"
        settings.parent.mkdir(parents=True)
        # a cursor that blinks is no screen at rest
        settings.write_text(f"[Settings]\ngtk-enable-animations={int(animations)}\ngtk-cursor-blink=0\n")
        for name in ("文档", "tmp"):
            (self.papers / "home" / name).mkdir()
        (self.papers / "home/.config/user-dirs.dirs").write_text('XDG_DOCUMENTS_DIR="$HOME/文档"\n')
        self.again(*arguments)

    def text_size(self, percent):
        """Of the programs started from now on. Without a desktop's own settings the display asks the X resources."""
        (self.papers / "home/.Xdefaults").write_text(f"Xft.dpi: {96 * percent // 100}\n")

    def again(self, *arguments):
        """The program once more, in the same home."""
        home = self.papers / "home"
        self.env.update(HOME=str(home), TMPDIR=str(home / "tmp"))
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
            self.env.pop(name, None)
        self.stderr = self.papers / "stderr"
        turns = {} if "DZ_TURNS" not in os.environ else {"LD_PRELOAD": str(self.build / "tests/bench-turns.so"),
                                                         "DZ_TURNS": str(self.papers / "turns")}
        with open(self.stderr, "ab") as out:
            self.program = subprocess.Popen([str(self.build / "app/duizhao"), *map(str, arguments)], env=self.env | turns,
                                            stdin=subprocess.DEVNULL, stdout=out, stderr=out, start_new_session=True,
                                            cwd=home)
        self.eyes = Eyes(self.env["DBUS_SESSION_BUS_ADDRESS"])
        self.wait(lambda: self.eyes.find(self.program.pid), "the program on the accessibility bus")
        self.wait(self.eyes.look, "a window")
        self.xdo("mousemove", 683, 760)

    def leave(self):
        """Ends the program, if the journey has not."""
        if self.program is not None and self.program.poll() is None:
            self.program.send_signal(signal.SIGTERM)
            try:
                self.program.wait(10)
            except subprocess.TimeoutExpired:
                self.program.kill()
                self.program.wait()
        self.program = None

    def close(self):
        self.leave()
        for process in reversed(self.processes):
            process.terminate()
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()
        shutil.rmtree(self.folder, ignore_errors=True)

    # Not the program's doing: GTK's print dialog looks for a system bus; GTK 4.8 now and then draws a part of a scroll
    # bar (GtkGizmo is only ever GTK's own) in the frame before it gives it a place, when keys come faster than frames;
    # the switcher of pages in a settings window of libadwaita 1.2 lets go of a watch twice when the window closes after
    # a page was chosen (the program itself has no weak references that it takes back).
    NOT_OURS = (r"\*\* Message: .*D-Bus system bus|Trying to snapshot GtkGizmo \w+ without a current allocation|"
                r"g_object_weak_unref: couldn't find weak ref")

    def complaints(self):
        """What the program wrote that it should not have: every line is one too many."""
        lines = self.stderr.read_text(errors="replace").splitlines() if self.stderr.exists() else []
        return [line for line in lines if line.strip() and not re.search(self.NOT_OURS, line)]

    def longest_turn(self):
        """Milliseconds of the processor and by the clock the main loop took for one turn at most, if they are timed."""
        path = self.papers / "turns"
        lines = path.read_text().splitlines() if path.exists() else []
        return [max(column) for column in zip(*(map(int, line.split()) for line in lines))] or None

    # waiting

    def wait(self, condition, what):
        begin = time.monotonic()
        while True:
            found = condition()
            if found:
                return found
            if self.program.poll() is not None:
                raise Failed(f"the program ended with {self.program.returncode} before: {what}")
            if time.monotonic() - begin > PATIENCE:
                raise Failed(f"not seen: {what}")
            time.sleep(PAUSE)

    def ended(self):
        """The program ends by itself."""
        begin = time.monotonic()
        while self.program.poll() is None:
            if time.monotonic() - begin > PATIENCE:
                raise Failed("the program did not end")
            time.sleep(PAUSE)
        return self.program.returncode

    def rest(self):
        """The program has answered, and nothing moves on screen any more."""
        seen = []

        def same():
            self.eyes.turn()
            seen.append((self.folder / "Xvfb_screen0").read_bytes())
            del seen[:-4]
            return len(seen) == 4 and seen[0] == seen[1] == seen[2] == seen[3]
        self.wait(same, "a screen at rest")

    # eyes

    def nodes(self):
        """All that is told, the window in front first."""
        for window in reversed(self.eyes.look()):
            yield window
            yield from window.below()

    def all(self, pattern, role=None, within=None):
        return [node for node in self.nodes() if node.fits(pattern, role) and
                (within is None or node.inside(within))]

    def foremost(self, pattern, role=None, within=None, fits=lambda node: True):
        """Those in the first window, from the front, that has any."""
        for window in self.eyes.from_the_front():
            found = [node for node in (window, *window.below()) if node.fits(pattern, role) and
                     (within is None or node.inside(within)) and fits(node)]
            if found:
                return found
        return []

    def see(self, pattern, role=None, within=None):
        """It is there, on screen or behind an edge that can be scrolled."""
        return self.wait(lambda: self.foremost(pattern, role, within), f"{role or 'anything'} named /{pattern}/" +
                         (f" in /{within}/" if within else ""))[0]

    def sight(self, pattern, role=None, within=None):
        """It is there, and some of it is in sight."""
        return self.wait(lambda: self.foremost(pattern, role, within, Node.sight),
                         f"{role or 'anything'} named /{pattern}/ in sight")[0]

    def gone(self, pattern, role=None, within=None):
        self.wait(lambda: not self.all(pattern, role, within), f"nothing named /{pattern}/ any more")

    def never(self, pattern, role=None):
        """It is not there once all is at rest."""
        self.rest()
        if self.all(pattern, role):
            raise Failed(f"seen, and should not be: {pattern}")

    def is_(self, pattern, state, role=None, within=None):
        """Something of that name has that state."""
        return self.wait(lambda: self.foremost(pattern, role, within, lambda node: node.is_(state)),
                         f"/{pattern}/ {state}")[0]

    def focus(self):
        """What has the keyboard; the innermost, for a row that holds a cell."""
        front = None
        for window in self.eyes.from_the_front():
            if front is None or window.is_("active"):
                front = window
            if front.is_("active"):
                break
        found = [node for node in front.below() if node.is_("focused")] if front else []
        return found[-1] if found else None

    def holds(self, text):
        """Whether what has the keyboard is an entry with just this."""
        node = self.focus()
        return node is not None and node.is_("editable") and node.text() == text

    def shot(self, path):
        subprocess.run(["convert", f"xwd:{self.folder / 'Xvfb_screen0'}", str(path)], env=self.env, check=False,
                       stderr=subprocess.DEVNULL)

    def tree(self):
        def lines(node, depth):
            yield "  " * depth + str(node)
            for child in node.children:
                yield from lines(child, depth + 1)
        return "\n".join(line for window in self.eyes.look() for line in lines(window, 0))

    # hands

    def xdo(self, *words):
        return subprocess.run(["xdotool", *map(str, words)], env=self.env, capture_output=True, text=True,
                              check=False).stdout

    def geometry(self, *window):
        told = dict(line.split("=") for line in self.xdo(*window).split() if "=" in line)
        return tuple(int(told.get(name, 0)) for name in ("X", "Y", "WIDTH", "HEIGHT"))

    def origin(self, node):
        """Where on the screen the places begin that are told of @node's window: that of the active one. What it lies
        in may have popped up, in a surface of its own, which GTK tells as if it lay elsewhere."""
        popover = next((one.parent for one in node.ancestors() if one.name == "GtkPopoverContent"), None)
        if popover is not None:
            active = self.xdo("getactivewindow").strip()
            for window in self.xdo("search", "--onlyvisible", "--pid", self.program.pid).split():
                x, y, width, height = self.geometry("getwindowgeometry", "--shell", window)
                if window != active and abs(width - popover.box[2]) < 3 and abs(height - popover.box[3]) < 20:
                    return x - popover.box[0], y - popover.box[1]
        x, y, width, height = self.geometry("getactivewindow", "getwindowgeometry", "--shell")
        box = node.window.box
        shadow = width - box[2] if width - box[2] == height - box[3] else 0  # all round; a chooser has none
        return x + shadow // 2, y + shadow // 2

    def key(self, *names):
        for name in names:
            self.xdo("key", "--clearmodifiers", name)
            self.eyes.turn()

    def type(self, text):
        self.xdo("type", "--delay", 30, text)
        self.eyes.turn()

    def copy(self, text):
        """What another program would have put on the clipboard."""
        with subprocess.Popen(["xclip", "-selection", "clipboard"], stdin=subprocess.PIPE, env=self.env,
                              stderr=subprocess.DEVNULL) as clip:
            clip.communicate(text.encode())

    def paste(self, text):
        """Chinese words come from the clipboard: keys for them would have to be invented."""
        self.copy(text)
        self.key("ctrl+v")

    def clipboard(self):
        return subprocess.run(["xclip", "-selection", "clipboard", "-o"], env=self.env, capture_output=True, text=True,
                              check=False).stdout

    def point_at(self, x, y):
        """As a hand does, in more than one move: GTK 4.8 may answer the first one after a popover was shut by a motion
        of its own over that popover, and what is pressed then goes to it, out of sight."""
        self.xdo("mousemove", x + 1, y)
        self.eyes.turn()
        self.xdo("mousemove", x, y)

    def click_at(self, x, y, times=1, button=1):
        self.point_at(x, y)
        self.xdo("click", "--repeat", times, "--delay", 60, button)
        self.eyes.turn()

    def place(self, node, dx=None, dy=None):
        """On the screen: the middle of what is in sight of it, or so far from its corner."""
        left, top = self.origin(node)
        if dx is not None:
            return left + node.box[0] + dx, top + node.box[1] + dy
        sight = node.sight()
        if sight is None:
            raise Failed(f"out of sight: {node}")
        x, y, width, height = sight
        return left + x + width // 2, top + y + height // 2

    def click(self, what, role=None, within=None, times=1, button=1, hold=None, dx=None, dy=None):
        """A name, or what was seen; where it is once nothing moves."""
        node = self.steady(what, role, within) if isinstance(what, str) else what
        x, y = self.place(node, dx, dy)
        if hold:
            self.point_at(x, y)
            self.xdo("keydown", hold, "click", "--repeat", times, button, "keyup", hold)
            self.eyes.turn()
        else:
            self.click_at(x, y, times, button)
        return node

    def steady(self, pattern, role=None, within=None):
        """In sight, and in the same place at two looks in a row."""
        seen = []

        def same():
            found = self.foremost(pattern, role, within, Node.sight)
            seen.append(found[0].box if found else None)
            return found[:1] if len(seen) > 1 and seen[-1] is not None and seen[-1] == seen[-2] else None
        return self.wait(same, f"{role or 'anything'} named /{pattern}/ in sight")[0]

    def double_click(self, what, role=None, within=None):
        return self.click(what, role, within, times=2)

    def drag(self, x0, y0, x1, y1):
        """The button is let go only when the program has followed: a drop before it answered is none."""
        self.xdo("mousemove", x0, y0, "mousedown", 1)
        for i in range(1, 9):
            self.xdo("mousemove", x0 + (x1 - x0) * i // 8, y0 + (y1 - y0) * i // 8)
            self.eyes.turn()
        self.rest()
        self.xdo("mouseup", 1)
        self.eyes.turn()

    def drag_until(self, places, done, what):
        """Drags from and to what @places tells, as a person does who sees that the first time it did not take."""
        for _ in range(3):
            (x0, y0), (x1, y1) = places()
            self.drag(x0, y0, x1, y1)
            self.rest()
            if done():
                return
        self.wait(done, what)

    def wheel(self, x, y, n):
        """Down; up where @n is negative."""
        self.xdo("mousemove", x, y, "click", "--repeat", abs(n), "--delay", 10, 5 if n > 0 else 4)
        self.eyes.turn()

    def scroll_to(self, pattern, role=None, within=None):
        """Turns the wheel over the pane it lies in until it is well in sight."""
        for _ in range(60):
            node = self.see(pattern, role, within)
            pane = next((one for one in node.ancestors() if one.role == "scroll pane" and
                         one.box[3] < node.window.box[3] * 2), None)
            if pane is None or pane.sight() is None:
                raise Failed(f"nothing scrolls to {node}")
            x, y, width, height = pane.sight()
            middle = node.box[1] + min(node.box[3], 40) // 2
            if y + 20 <= middle <= y + height - 20:
                self.rest()
                return self.see(pattern, role, within)
            left, top = self.origin(pane)
            far = abs(middle - (y + height // 2))
            self.wheel(left + x + width // 2, top + y + height // 2,
                       max(1, far // 120) * (1 if middle > y + height // 2 else -1))
        raise Failed(f"cannot be scrolled to: {pattern}")

    def front(self):
        """The title of the window the keys go to."""
        return self.xdo("getactivewindow", "getwindowname").strip()

    # what every journey needs

    def choose_file(self, path, then=MAIN):
        """Types a path into the file chooser in front; then: the window that comes after it."""
        self.wait(lambda: self.front() not in (MAIN, ""), "a file chooser")
        self.rest()
        self.key("ctrl+l")
        self.rest()
        self.key("ctrl+a")
        self.paste(str(path))
        self.rest()
        self.key("Return")
        self.rest()
        asked = time.monotonic()

        def answered():
            """One that was reading the folder of the path swallowed Enter; one on its way out must not get another."""
            nonlocal asked
            front = self.front()
            if front not in (MAIN, then, "") and time.monotonic() - asked > 4:
                self.key("Return")
                asked = time.monotonic()
            return front == then

        self.wait(answered, "the chooser gone")
