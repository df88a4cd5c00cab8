"""A quick server with many resources: ``python -m tests.ui.load.serving EVENTS CONTACTS``.

It is the tests' own server over real sockets, in a process of its own; one line on stdout
says its address, login and password. It serves until its stdin ends.
"""

from __future__ import annotations

import json
import sys
import time

from tests.adversary.handler import ADDRESSBOOK, LOGIN, PASSWORD, Adversary
from tests.adversary.model import Clock
from tests.adversary.quirks import PROFILES
from tests.adversary.sockets import SocketServer
from tests.servers.samples import contacts, events

EACH = 2000
"""Events of one calendar."""


def main(number_of_events: int, number_of_contacts: int) -> None:
    """Serve."""
    server = Adversary(PROFILES["infomaniak"], clock=Clock(time.time()))
    for number in range((number_of_events + EACH - 1) // EACH):
        calendar = server.add(f"calendar-{number}")
        for n, body in enumerate(
            events(min(EACH, number_of_events - number * EACH), seed=number + 1)
        ):
            calendar.put(f"r-{n:05d}.ics", body)
    book = server.add("contacts", ADDRESSBOOK)
    for n, body in enumerate(contacts(number_of_contacts, seed=1)):
        book.put(f"r-{n:05d}.vcf", body)
    with SocketServer(server) as running:
        print(json.dumps([running.url, LOGIN, PASSWORD]), flush=True)
        sys.stdin.read()


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
