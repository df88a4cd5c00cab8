"""Start the server by hand: ``python -m tests.adversary``.

It prints its address and login, has a few collections, and runs until Ctrl-C.
``--profile`` takes another server's ways, ``--fault`` lets something go wrong at the
n-th request that it can happen to::

    python -m tests.adversary --profile sogo
    python -m tests.adversary --fault "cut at an octet" --nth 3 --number 700
"""

from __future__ import annotations

import argparse
import contextlib
import threading
import time

from tests.adversary.faults import FAULTS, fault
from tests.adversary.handler import ADDRESSBOOK, LOGIN, PASSWORD, Adversary
from tests.adversary.model import Clock
from tests.adversary.quirks import PROFILES
from tests.adversary.sockets import SocketServer
from tests.servers.samples import contacts, events, tasks


def filled(server: Adversary) -> Adversary:
    """With collections as people have them."""
    for name, bodies, more in (
        ("work", events(30, seed=1), {}),
        ("tasks", tasks(10, seed=2), {"components": ("VTODO",)}),
        ("holidays", events(5, seed=3), {"read_only": True}),
    ):
        calendar = server.add(name, **more)
        for number, body in enumerate(bodies):
            calendar.put(f"r-{number:05d}.ics", body)
    book = server.add("contacts", ADDRESSBOOK)
    for number, body in enumerate(contacts(20, seed=4)):
        book.put(f"r-{number:05d}.vcf", body)
    return server


def main(words: list[str] | None = None) -> None:
    """See the module."""
    parser = argparse.ArgumentParser(prog="python -m tests.adversary", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--profile", choices=sorted(PROFILES), default="infomaniak")
    parser.add_argument("--port", type=int, default=0, help="0 (default): a free one")
    parser.add_argument("--fault", choices=sorted(FAULTS))
    parser.add_argument("--nth", type=int, default=1, help="of the requests it can happen to")
    parser.add_argument("--times", type=int, default=1)
    parser.add_argument("--number", type=int, default=0, help="the octet, row or seconds")
    chosen = parser.parse_args(words)
    server = filled(Adversary(PROFILES[chosen.profile], clock=Clock(time.time())))
    if chosen.fault:
        server.faults.append(
            fault(chosen.fault, nth=chosen.nth, left=chosen.times, number=chosen.number)
        )
    with SocketServer(server, port=chosen.port) as running:
        print(f"address   {running.url}\nuser      {LOGIN}\npassword  {PASSWORD}", flush=True)
        print("Ctrl-C ends it.", flush=True)
        with contextlib.suppress(KeyboardInterrupt):
            _keep_time(server)


def _keep_time(server: Adversary) -> None:
    """The server's clock goes with ours."""
    while True:
        threading.Event().wait(0.25)
        server.clock.now = max(server.clock.now, time.time())


if __name__ == "__main__":
    main()
