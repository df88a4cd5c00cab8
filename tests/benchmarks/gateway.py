"""What a program waits for, that asks the gateway whether anything changed among 2,000 events."""

from __future__ import annotations

import http.client
import os
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from tests.benchmarks.measuring import Add, Row
from tests.gateway.profile import Gateway, Profile, calendar, serving

EVENTS = 2000
_TIMES = 7
_NS = 'xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"'
_PATH = "calendars/home.work/"


class _Program:
    """A program with one connection."""

    def __init__(self, gateway: Gateway, connection: http.client.HTTPConnection) -> None:
        self._connection = connection
        self._root = f"/{gateway.token}/{_PATH}"

    def ask(self, method: str, body: str, depth: str = "1") -> bytes:
        """The body of the answer."""
        self._connection.request(method, self._root, body.encode(), {"Depth": depth})
        reply = self._connection.getresponse()
        answer = reply.read()
        if reply.status != 207:
            raise RuntimeError(f"{method}: {reply.status}")
        return answer

    def sync(self, token: str = "") -> tuple[int, str]:
        """How many resources changed since, and the new token."""
        answer = self.ask(
            "REPORT",
            f"<D:sync-collection {_NS}><D:sync-token>{token}</D:sync-token>"
            "<D:sync-level>1</D:sync-level><D:prop><D:getetag/></D:prop></D:sync-collection>",
        )
        new = answer.rpartition(b"<D:sync-token>")[2].partition(b"</D:sync-token>")[0].decode()
        return answer.count(b"<D:response>"), new

    def listing(self) -> int:
        """The ETags of all, by PROPFIND: what a program without tokens asks."""
        body = f"<D:propfind {_NS}><D:prop><D:getetag/></D:prop></D:propfind>"
        return self.ask("PROPFIND", body).count(b"<D:response>") - 1

    def everything(self, names: list[str]) -> int:
        """All texts, by multiget."""
        hrefs = "".join(f"<D:href>{self._root}{name}</D:href>" for name in names)
        body = (
            f"<C:calendar-multiget {_NS}><D:prop><D:getetag/><C:calendar-data/></D:prop>"
            f"{hrefs}</C:calendar-multiget>"
        )
        return self.ask("REPORT", body).count(b"<D:response>")


def measure(add: Add, folder: Path) -> None:
    """The best of several, each as a ratio to reading the files."""
    profile = Profile(folder / "home")
    work = calendar(profile, "Work", EVENTS)
    old = time.time() - 3600
    for file in work.iterdir():
        os.utime(file, (old, old))
    time.sleep(2.5)  # a file that is young by its times is read at every look
    names = sorted(file.name for file in work.glob("*.ics"))
    floor = _best(lambda: [(work / name).read_bytes() for name in names])
    with serving(profile) as gateway:
        connection = http.client.HTTPConnection("127.0.0.1", gateway.port, timeout=60)
        with closing(connection):
            program = _Program(gateway, connection)
            count, token = program.sync()
            _expect(count, EVENTS)
            quiet = _best(lambda: _expect(program.sync(token)[0], 0))
            listed = _best(lambda: _expect(program.listing(), EVENTS))
            texts = _best(lambda: _expect(program.everything(names), EVENTS))
    add(
        Row(
            f"gateway, {EVENTS:,} events, nothing changed: the program's sync with its token",
            f"{quiet * 1e3:.0f} ms, {quiet / floor:.2f} of reading the files "
            f"({floor * 1e3:.0f} ms)",
            "under 500 ms",
            quiet < 0.5,
        )
    )
    add(
        Row(
            "… of a program that knows no tokens (PROPFIND of all ETags)",
            f"{listed * 1e3:.0f} ms, {listed / floor:.2f} of it",
            "under 500 ms",
            listed < 0.5,
        )
    )
    add(Row("… all texts by multiget", f"{texts * 1e3:.0f} ms, {texts / floor:.1f} times it"))


def _best(action: Callable[[], object]) -> float:
    best = float("inf")
    for _ in range(_TIMES):
        start = time.perf_counter()
        action()
        best = min(best, time.perf_counter() - start)
    return best


def _expect(found: int, wanted: int) -> None:
    if found != wanted:
        raise RuntimeError(f"{found} rows instead of {wanted}")
