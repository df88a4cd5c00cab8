"""Days in minutes: the real scheduler, engine and server, on a clock that runs ahead.

The clock stands while an account is synced and jumps while nothing happens: to the next
entry of an agenda, or to the moment that the scheduler waits for. So a day costs what
its runs cost.
"""

from __future__ import annotations

import heapq
import itertools
import random
import shlex
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from math import inf
from pathlib import Path

from ksync.composition import Parts
from ksync.config import load
from ksync.credentials.keyring_store import Keyring
from ksync.paths import Paths
from ksync.scheduler.loop import Scheduler
from ksync.service.sync import AccountReport
from tests.acceptance.cli import Client
from tests.ksync.secret_service import lock_default_collection, unlock_default_collection
from tests.servers import Account, samples
from tests.servers.wire import CountingProxy

HOUR = 3600.0
DAY = 24 * HOUR
BEGIN = 1_800_000_000.0
_TICK = 1e-3
_NOTICE_SECONDS = 5.0


class FastClock:
    """``ksync.scheduler.moments.Moments`` with an agenda."""

    def __init__(self) -> None:
        self._now = BEGIN
        self._woken = threading.Event()
        self._agenda: list[tuple[float, int, Callable[[], None]]] = []
        self._order = itertools.count()
        self.busy: Callable[[], bool] = lambda: False
        self.waits = 0
        self.wakes = 0

    def at(self, moment: float, act: Callable[[], None]) -> None:
        """Put an entry into the agenda."""
        heapq.heappush(self._agenda, (moment, next(self._order), act))

    def now(self) -> float:
        """Two moments are never the same, as in life."""
        self._now += _TICK
        return self._now

    def wait_until(self, moment: float) -> None:
        """Let what runs end; then jump."""
        self.waits += 1
        while self.busy():
            if self._woken.wait(0.005):
                break
        if self._woken.is_set():
            self._woken.clear()
            return
        entry = self._agenda[0][0] if self._agenda else inf
        if min(entry, moment) == inf:
            self._woken.wait()
            self._woken.clear()
            return
        self._now = max(self._now, min(entry, moment))
        if entry <= moment:
            heapq.heappop(self._agenda)[2]()

    def wake(self) -> None:
        """See ``Moments``."""
        self.wakes += 1
        self._woken.set()

    def sleep(self, seconds: float) -> None:
        """The computer sleeps: time goes on, nothing runs."""
        self._now += seconds

    def close(self) -> None:
        """Nothing is held."""


class PasswordFile:
    """The password comes from a command that reads a file."""

    def __init__(self, account: Account, folder: Path) -> None:
        self._password = account.password
        self._file = folder / "password"
        self.right()

    def add(self, client: Client, words: Sequence[str]) -> None:
        """``account add``."""
        client.run(*words, "--password-command", f"cat {shlex.quote(str(self._file))}")

    def right(self) -> None:
        """The right one is stored."""
        self._file.write_text(f"{self._password}\n")

    def wrong(self) -> None:
        """What is stored is not the right one any more."""
        self._file.write_text("another\n")

    def lock(self) -> None:
        """None can be had."""
        self._file.unlink()

    def unlock(self) -> None:
        """It can again."""
        self.right()


class RealKeyring:
    """The password is in gnome-keyring, on the bus of this process's environment.

    :param password: of the keyring itself.
    """

    def __init__(self, account: Account, password: str) -> None:
        self._account = account
        self._password = password
        self._id = ""

    def add(self, client: Client, words: Sequence[str]) -> None:
        """``account add``."""
        client.run(*words, "--password-stdin", stdin=f"{self._account.password}\n")
        self._id = client.run("config", "get", "accounts.acc.id").data["value"]

    def right(self) -> None:
        """The right one is stored."""
        Keyring().set(self._id, self._account.password)

    def wrong(self) -> None:
        """What is stored is not the right one any more."""
        Keyring().set(self._id, "another")

    def lock(self) -> None:
        """As a screen locker does."""
        lock_default_collection()

    def unlock(self) -> None:
        """As a login does."""
        unlock_default_collection(self._password)


@dataclass
class Life:
    """A client, its server behind a proxy, and what is done to both.

    :param expected: title -> which side made it; each has to be on both sides, once.
    """

    account: Account
    home: Path
    proxy: CountingProxy
    secret: PasswordFile | RealKeyring
    seed: int
    clock: FastClock = field(default_factory=FastClock)
    reports: list[AccountReport] = field(default_factory=list)
    expected: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.random = random.Random(self.seed)
        self.paths = Paths.under(self.home)
        self.href = self.account.make_calendar("cal", title="Cal")
        self.scheduler = Scheduler(self._parts, self.clock, finished=self.reports.append)
        self.clock.busy = lambda: self.scheduler.busy
        self._count = itertools.count()

    def _parts(self) -> Parts:
        return Parts(self.paths, load(self.paths.config_file).config, clock=self.clock.now)

    @property
    def folder(self) -> Path:
        """The calendar's files."""
        return self.paths.data / "acc" / "calendars" / "cal"

    # -- what happens ------------------------------------------------------------------

    def edit_here(self) -> None:
        """A new file; it is noticed, or the next run finds it."""
        title = f"here {next(self._count)}"
        self.expected[title] = "here"
        if not self.folder.is_dir():
            return self.edit_there()
        before = self.clock.wakes
        (self.folder / f"{title.replace(' ', '-')}.ics").write_bytes(event(title))
        deadline = time.monotonic() + _NOTICE_SECONDS
        while self.clock.wakes == before and time.monotonic() < deadline:
            time.sleep(0.002)
        return None

    def edit_there(self) -> None:
        """A new event on the server, past the proxy."""
        title = f"there {next(self._count)}"
        self.expected[title] = "there"
        self.account.put(f"{self.href}{title.replace(' ', '-')}.ics", event(title))

    def edit_at_random(self) -> None:
        """One of both."""
        self.random.choice((self.edit_here, self.edit_there))()

    def server_gone(self) -> None:
        """It refuses connections."""
        self.proxy.refuse()

    def server_back(self) -> None:
        """It takes them again; nobody is told."""
        self.proxy.accept()

    def network_back(self) -> None:
        """The same, and the system says that there is a network."""
        self.proxy.accept()
        self.scheduler.network_changed()

    def password_changed(self) -> None:
        """What is stored is not the right one any more."""
        self.secret.wrong()

    def password_mended(self) -> None:
        """It was stored anew."""
        self.secret.right()
        self.scheduler.settings_changed()

    def keyring_locked(self) -> None:
        """No password can be had."""
        self.secret.lock()

    def keyring_unlocked(self) -> None:
        """It can again; nobody is told."""
        self.secret.unlock()

    # -- what came of it ---------------------------------------------------------------

    def run(self, until: float) -> None:
        """Live until then."""
        self.clock.at(until, self.scheduler.stop)
        self.scheduler.run()

    def titles_here(self) -> list[str]:
        """Titles of all files."""
        return sorted(title(file.read_bytes()) for file in self.folder.glob("*.ics"))

    def titles_there(self) -> list[str]:
        """Titles of all events on the server."""
        return sorted(title(body) for body in self.account.listing(self.href).values())


def event(summary: str) -> bytes:
    """A small event of that title."""
    uid = summary.replace(" ", "-")
    return (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//days//EN\r\nBEGIN:VEVENT\r\n"
        f"UID:{uid}@days.example\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:20270101T100000Z\r\n"
        f"DTEND:20270101T110000Z\r\nSUMMARY:{summary}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    ).encode()


def title(body: bytes) -> str:
    """The title of an event."""
    (found,) = (
        line.partition(b":")[2] for line in body.splitlines() if line.startswith(b"SUMMARY:")
    )
    return found.decode()


__all__ = ["BEGIN", "DAY", "HOUR", "FastClock", "Life", "samples"]
