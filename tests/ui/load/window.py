"""The program in a process of its own: ``python -m tests.ui.load.window URL LOGIN PASSWORD``.

It syncs while Calendar, Contacts and Activity are looked at in turn, waits until everything is
read and drawn, and prints what its heart told as JSON.
"""

from __future__ import annotations

import json
import os
import sys
from dataclasses import asdict

from ksync.composition import Parts
from ksync.config import load
from ksync.paths import Paths
from ksync.service import Service
from ksync.service.accounts import NewAccount
from tests.ui.load.beats import Heart, until
from ui.app import SWITCH_SECONDS
from ui.program import Program, application

PAGES = ("calendar", "contacts", "activity")
TURN_SECONDS = 2.0


def busy(program: Program, heart: Heart) -> dict[str, object]:
    """A run, the pages in turn, and then each until it shows everything."""
    reports: list[object] = []
    program.bridge.finished.connect(reports.append)
    program.start("calendar")
    until(lambda: program.bridge.known_now.tally.active)
    heart.start()
    number = 0
    while not reports:
        name = PAGES[number % len(PAGES)]
        heart.during = f"run: {name}"
        program.show_page(name)
        until(lambda: reports, TURN_SECONDS)
        number += 1
    window = program.window
    for name in PAGES:
        heart.during = f"after: {name}"
        program.show_page(name)
        page = window.page(name)
        until(lambda page=page: program.bridge.idle and getattr(page, "settled", True), 120.0)
        until(lambda: False, 0.5)
    calendar, contacts, activity = map(window.page, PAGES)
    until(lambda: activity.items.lines.lines, 60.0)
    return {
        "turns": number,
        "events": calendar.span.total,
        "people": len(contacts.crowd.people),
        "items": len(activity.items.lines.lines),
    }


def add_account(paths: Paths, url: str, login: str, password: str) -> None:
    """The account "home"."""
    os.environ["LOAD_PASSWORD"] = password
    Service(Parts(paths, load(paths.config_file).config)).accounts.add(
        NewAccount("home", login, "generic", url, password_command="printenv LOAD_PASSWORD")
    )


def main(words: list[str]) -> None:
    """See the module."""
    sys.setswitchinterval(SWITCH_SECONDS)
    paths = Paths.from_environment()
    add_account(paths, *words)
    program = Program(application(), paths)
    heart = Heart()
    told = busy(program, heart)
    heart.stop()
    print(json.dumps({"count": heart.count, "late": [asdict(b) for b in heart.late], **told}))
    program.bridge.end()
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main(sys.argv[1:])
