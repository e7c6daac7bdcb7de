"""desk.py - a desk of its own for one journey: a display, a session bus, a window manager and the program on them

Hands are xdotool's keys and clicks, eyes are the accessible tree (AT-SPI). Nothing here waits for a time: what is
waited for is a state, and a state that does not come within PATIENCE seconds fails the journey.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PATIENCE = int(os.environ.get("DZ_PATIENCE", 120))  # seconds; a busy machine is slow, a broken program never comes
PAUSE = 0.1     # between two looks


class Failed(Exception):
    """What should have been seen was not."""


class Desk:
    def __init__(self, build, size="1366x768", dpi=None):
        self.build = Path(build).resolve()
        self.folder = Path(tempfile.mkdtemp(prefix="duizhao-journey-"))
        self.size = size
        self.dpi = dpi
        self.processes = []
        self.program = None
        self.env = dict(os.environ)
        for name in ("home", "run"):
            (self.folder / name).mkdir(mode=0o700)

    # the desk itself

    def start(self, *arguments):
        top = Path(__file__).resolve().parents[2]
        self.env.update(HOME=str(self.folder / "home"), XDG_RUNTIME_DIR=str(self.folder / "run"), GDK_BACKEND="x11",
                        GSK_RENDERER="cairo", GTK_A11Y="atspi", LANG="zh_CN.UTF-8", LANGUAGE="", NO_AT_BRIDGE="0",
                        GSETTINGS_BACKEND="memory", DZ_LOCALEDIR=str(self.build / "po"), DZ_DATADIR=str(top / "data"),
                        GSETTINGS_SCHEMA_DIR=str(self.build / "data"))
        self._start_display()
        if self.dpi:
            subprocess.run(["xrdb", "-merge"], input=f"Xft.dpi: {self.dpi}\n", text=True, env=self.env, check=True)
        self._start_bus()
        self._run("openbox", "--sm-disable", log="openbox")
        self._run("/usr/libexec/at-spi-bus-launcher", "--launch-immediately", log="accessibility")
        self.program = self._run(str(self.build / "app/duizhao"), *arguments, log="stderr")
        os.environ.update(self.env)
        import gi
        gi.require_version("Atspi", "2.0")
        from gi.repository import Atspi
        self.atspi = Atspi

    def _run(self, *command, log, **more):
        with open(self.folder / log, "ab") as out:
            process = subprocess.Popen(command, env=self.env, stdin=subprocess.DEVNULL, stderr=out,
                                       stdout=more.pop("stdout", out), start_new_session=True, **more)
        self.processes.append(process)
        return process

    def _start_display(self):
        """The server chooses a free number itself and tells it."""
        reading, writing = os.pipe()
        self._run("Xvfb", "-displayfd", str(writing), "-screen", "0", self.size + "x24", "-nolisten", "tcp",
                  "-noreset", log="xvfb", pass_fds=[writing])
        os.close(writing)
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        if not number:
            raise Failed("no display: " + (self.folder / "xvfb").read_text(errors="replace"))
        self.env["DISPLAY"] = ":" + number

    def _start_bus(self):
        reading, writing = os.pipe()
        self._run("dbus-daemon", "--session", "--nofork", f"--print-address={writing}", log="bus", pass_fds=[writing])
        os.close(writing)
        with os.fdopen(reading) as told:
            self.env["DBUS_SESSION_BUS_ADDRESS"] = told.readline().strip()

    def stop(self):
        for process in reversed(self.processes):
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)
                try:
                    process.wait(10)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def complaints(self):
        """What the program wrote that it should not have: every line is one too many."""
        lines = (self.folder / "stderr").read_text(errors="replace").splitlines()
        return [line for line in lines if line.strip()]

    # waiting

    def wait(self, condition, what):
        begin = time.monotonic()
        while True:
            if self.program.poll() is not None:
                raise Failed(f"the program ended with {self.program.returncode} before: {what}")
            found = condition()
            if found:
                return found
            if time.monotonic() - begin > PATIENCE:
                raise Failed(f"not seen: {what}")
            time.sleep(PAUSE)

    def wait_steady(self, what, look):
        """The same look three times in a row: whatever was moving has come to rest."""
        seen = []

        def same():
            seen.append(look())
            return len(seen) > 3 and seen[-1] is not None and seen[-1] == seen[-2] == seen[-3]
        self.wait(same, what)
        return seen[-1]

    # eyes

    def windows(self):
        desktop = self.atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            app = desktop.get_child_at_index(i)
            if app is not None and "duizhao" in (app.get_name() or "").lower():
                return [app.get_child_at_index(k) for k in range(app.get_child_count())]
        return []

    def place(self, node):
        box = node.get_extents(self.atspi.CoordType.WINDOW)
        return box.x, box.y, box.width, box.height

    def walk(self, node):
        try:
            _, _, width, height = self.place(node)
            if width <= 0 or height <= 0:  # hidden: GTK 4.8 tells no other sign of it
                return
            yield node
            for i in range(node.get_child_count()):
                child = node.get_child_at_index(i)
                if child is not None:
                    yield from self.walk(child)
        except Exception:  # it went away while it was looked at
            return

    def nodes(self):
        for window in reversed(self.windows()):
            if window is not None:
                window.clear_cache()
                yield from self.walk(window)

    def all(self, pattern, role=None):
        found = []
        for node in self.nodes():
            try:
                if (role is None or node.get_role_name() == role) and re.search(pattern, node.get_name() or ""):
                    found.append(node)
            except Exception:
                continue
        return found

    def see(self, pattern, role=None):
        return self.wait(lambda: self.all(pattern, role), f"{role or 'anything'} named /{pattern}/")[0]

    def gone(self, pattern, role=None):
        self.wait(lambda: not self.all(pattern, role), f"nothing named /{pattern}/ any more")

    def has_state(self, node, state):
        node.clear_cache()
        return node.get_state_set().contains(getattr(self.atspi.StateType, state))

    def picture(self):
        """The screen, to compare with another."""
        got = subprocess.run(["import", "-window", "root", "rgb:-"], env=self.env, capture_output=True, check=True)
        return got.stdout

    def rest(self):
        """The screen as it is once nothing moves on it any more."""
        return self.wait_steady("a screen at rest", self.picture)

    def shot(self, path):
        subprocess.run(["import", "-window", "root", str(path)], env=self.env, check=True)

    # hands

    def xdo(self, *words):
        return subprocess.run(["xdotool", *map(str, words)], env=self.env, capture_output=True, text=True,
                              check=False).stdout

    def origin(self):
        """Where the active window begins: the tree tells places inside it."""
        told = dict(line.split("=") for line in self.xdo("getactivewindow", "getwindowgeometry", "--shell").split()
                    if "=" in line)
        return int(told.get("X", 0)), int(told.get("Y", 0))

    def key(self, *names):
        for name in names:
            self.xdo("key", "--clearmodifiers", name)

    def type(self, text):
        self.xdo("type", "--delay", 40, text)

    def click_at(self, x, y, times=1):
        self.xdo("mousemove", x, y)
        self.xdo("click", "--repeat", times, "--delay", 80, 1)

    def click(self, node, dx=None, dy=None):
        """In the middle of it, or so far from its corner."""
        x, y, width, height = self.wait_steady("a place at rest", lambda: self.place(node))
        left, top = self.origin()
        self.click_at(left + x + (width // 2 if dx is None else dx), top + y + (height // 2 if dy is None else dy))

    def drag(self, x0, y0, x1, y1):
        self.xdo("mousemove", x0, y0, "mousedown", 1)
        for i in range(1, 9):
            self.xdo("mousemove", x0 + (x1 - x0) * i // 8, y0 + (y1 - y0) * i // 8)
        self.xdo("mouseup", 1)


def run(journeys, build, shots, only):
    """Runs each journey at a desk of its own; a line of it, and how many failed."""
    shots = Path(shots)
    shots.mkdir(parents=True, exist_ok=True)
    failed = 0
    for journey in journeys:
        name = journey.__name__.replace("_", "-")
        if only and name not in only:
            continue
        desk = Desk(build, **getattr(journey, "desk", {}))
        problem = None
        try:
            desk.start("--sample")
            journey(desk)
            desk.rest()
        except Failed as failure:
            problem = str(failure)
        except Exception as failure:
            problem = f"{type(failure).__name__}: {failure}"
        finally:
            try:
                desk.shot(shots / f"{name}.png")
            except Exception:
                pass
            complaints = desk.complaints() if (desk.folder / "stderr").exists() else []
            desk.stop()
        if problem is None and complaints:
            problem = "the program complained:\n      " + "\n      ".join(complaints[:8])
        print(f"{'ok   ' if problem is None else 'FAIL '} journey {name}" + (f": {problem}" if problem else ""), flush=True)
        failed += problem is not None
    return failed


def main(journeys):
    """Each journey in a process of its own: the accessible tree is connected to one bus for life."""
    if len(sys.argv) < 2:
        sys.exit("usage: journeys BUILD [NAME...]")
    names = [journey.__name__.replace("_", "-") for journey in journeys]
    wanted = sys.argv[2:] or names
    if len(wanted) == 1 and wanted[0] in names:
        sys.exit(1 if run(journeys, sys.argv[1], Path(sys.argv[1]) / "journeys", wanted) else 0)
    failed = sum(subprocess.run([sys.executable, sys.argv[0], sys.argv[1], name], check=False).returncode != 0
                 for name in wanted)
    sys.exit(1 if failed else 0)
