"""journeys.py - goes each journey, or those named, on two desks at once: journeys.py BUILD [NAME...]

Pictures of the end of each go to BUILD/journeys; of one that failed, what was told to a screen reader as well.
A journey that failed is gone once more from its beginning, and told so: a key may be lost on a busy machine. One after
which the program complained is not. Ends with 0, 1 where one failed, 77 where no display can be made.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import importlib
import multiprocessing
import os
import shutil
import sys
import time
import traceback
from pathlib import Path

from desk import Desk, Failed, NoDesk

# The rooms a morning passes through: each file holds the journeys of one.
ROOMS = ["importing", "submission", "reading", "figures", "weaknesses", "checks", "charts", "briefing", "scoring", "reviews", "frame"]


def collect():
    """name -> journey, in the order of the files."""
    found = {}
    for room in ROOMS:
        for name, thing in vars(importlib.import_module(room)).items():
            if hasattr(thing, "journey"):
                found[name.replace("_", "-")] = thing
    return found


def go(desk, name, journey, shots):
    """Returns what was wrong, None if nothing."""
    arguments, options = journey.journey
    problem = None
    try:
        desk.open(*arguments, **options)
        journey(desk)
        if desk.program.poll() is None:
            desk.rest()
    except Failed as failure:
        problem = str(failure)
    except Exception:  # of the journey itself, or of a program that is gone
        problem = traceback.format_exc(limit=-3)
    desk.shot(shots / f"{name}.png")
    tree = shots / f"{name}.tree"
    tree.unlink(missing_ok=True)
    if problem is not None:
        try:
            tree.write_text(desk.tree())
        except Exception:
            pass
    desk.leave()
    if turn := desk.longest_turn():
        print(f"      longest turn in {name}: {turn[0]} ms of the processor, {turn[1]} by the clock", flush=True)
    complaints = desk.complaints()
    if complaints:
        problem = (problem + "\n" if problem else "") + "the program complained:\n" + "\n".join(complaints[:8])
    shutil.rmtree(desk.papers, ignore_errors=True)
    return problem


def work(build, names, told):
    """One desk, until no journey is left."""
    journeys = collect()
    try:
        desk = Desk(build)
    except NoDesk as reason:
        told.put((None, str(reason), 0, None))
        return
    try:
        while (name := names.get()) is not None:
            begin = time.monotonic()
            problem = go(desk, name, journeys[name], build / "journeys")
            first = None
            if problem is not None and "the program complained" not in problem:
                first, problem = problem, go(desk, name, journeys[name], build / "journeys")
            told.put((name, problem, time.monotonic() - begin, first if problem is None else None))
    finally:
        desk.close()


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    build, journeys = Path(sys.argv[1]).resolve(), collect()
    wanted = sys.argv[2:] or list(journeys)
    if set(wanted) - set(journeys):
        sys.exit("no such journey; there are: " + " ".join(journeys))
    (build / "journeys").mkdir(parents=True, exist_ok=True)
    names, told = multiprocessing.Queue(), multiprocessing.Queue()
    n_desks = min(len(wanted), int(os.environ.get("DZ_DESKS", 2)))
    for name in wanted + [None] * n_desks:
        names.put(name)
    workers = [multiprocessing.Process(target=work, args=(build, names, told)) for _ in range(n_desks)]
    for worker in workers:
        worker.start()
    failed = again = 0
    for _ in wanted:
        name, problem, seconds, first = told.get()
        if name is None:
            print("no display can be made here:", problem)
            sys.exit(77)
        failed += problem is not None
        again += first is not None
        print(f"{'ok   ' if problem is None else 'FAIL '} {name} ({seconds:.1f} s)" +
              ("" if problem is None else ": " + problem.replace("\n", "\n      ")) +
              ("" if first is None else " at the second try, after: " + first.replace("\n", "\n      ")), flush=True)
    for worker in workers:
        worker.join()
    print(f"{len(wanted) - failed} journeys went well, {again} of them at the second try, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
