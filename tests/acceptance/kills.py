"""A process that is killed at moments that hit, and what must hold after that.

A ``Moment`` is when: after some time, at the n-th request (before the server sees it, or
when it has answered and nobody reads the answer), or just before the n-th deed in the
file system (``death/sitecustomize``). ``Course`` is how long an undisturbed run takes, so
that a moment can be chosen within it.

``Life`` is a calendar seen from both sides, with every text that was ever on either. What
is asked after each kill: the state database is sound; the next sync completes; both sides
have the same and nothing twice; nothing of a write that was broken off lies about; every
text is on a side or in the history; a further sync plans nothing.
"""

from __future__ import annotations

import contextlib
import random
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import time
import zlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from tests.acceptance.cli import PATIENCE, Client
from tests.acceptance.sides import Pair, Written, known_rewriting, uid_of
from tests.acceptance.waiting import wait_until
from tests.servers import Account
from tests.servers.wire import CountingProxy, Fault

KINDS = ("time", "unsent", "deed", "unread")
_HOOK = Path(__file__).with_name("death")


@dataclass(frozen=True)
class Moment:
    """When the process is killed.

    :param at: seconds, or which one.
    """

    kind: str
    at: float


@dataclass
class Course:
    """An undisturbed run: its length after its first sign of life, and what it did."""

    seconds: float = 0.0
    requests: int = 0
    deeds: int = 0

    def moment(self, dice: random.Random, kind: str) -> Moment:
        """One within it."""
        if kind == "time":
            return Moment(kind, dice.uniform(0, self.seconds))
        number = self.deeds if kind == "deed" else self.requests
        return Moment(kind, dice.randint(1, max(1, number)))


class Executioner:
    """Runs ``ksync`` to its end, or to a moment.

    :param folder: for its own notes.
    """

    def __init__(self, proxy: CountingProxy, folder: Path) -> None:
        self._proxy = proxy
        self._count = folder / "deeds"

    def undisturbed(self, client: Client, *words: str) -> Course:
        """Run to the end and measure."""
        process, begin = self._start(client, words, deed=0)
        client.finish(process)
        return Course(time.monotonic() - begin, len(self._proxy.requests), self._deeds())

    def kill(self, client: Client, moment: Moment, *words: str) -> bool:
        """Run to the moment; false if the process had come to its end before."""
        process, _ = self._start(client, words, moment=moment)
        if moment.kind == "time":
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(moment.at)
            process.kill()
        try:
            process.communicate(timeout=PATIENCE)
        finally:
            process.kill()
            self._proxy.forget_faults()
        assert process.returncode in (0, -signal.SIGKILL), (words, moment, process.returncode)
        return process.returncode == -signal.SIGKILL

    def _start(
        self, client: Client, words: tuple[str, ...], *, deed: int = 0, moment: Moment | None = None
    ) -> tuple[subprocess.Popen[bytes], float]:
        self._count.write_bytes(b"")
        self._proxy.reset()
        started: list[subprocess.Popen[bytes]] = []
        if moment is not None and moment.kind in ("unsent", "unread"):
            fault = Fault.BEFORE if moment.kind == "unsent" else Fault.LOST_REPLY

            def strike() -> None:
                started[0].kill()

            self._proxy.fail(fault, nth=int(moment.at), then=strike)
        if moment is not None and moment.kind == "deed":
            deed = int(moment.at)
        hooked = Client(client.home, self._environment(client, deed), client.program)
        process = hooked.start(*words)
        started.append(process)
        wait_until(lambda: self._alive(process), "a sign of life")
        return process, time.monotonic()

    def _environment(self, client: Client, deed: int) -> dict[str, str]:
        paths = [str(_HOOK), client.environment.get("PYTHONPATH", "")]
        return {
            "PYTHONPATH": ":".join(filter(None, paths)),
            "KSYNC_TEST_FOLDER": str(client.home),
            "KSYNC_TEST_DEED": str(deed),
            "KSYNC_TEST_COUNT": str(self._count),
        }

    def _alive(self, process: subprocess.Popen[bytes]) -> bool:
        """It has done something, or is over."""
        return bool(self._proxy.requests or self._deeds()) or process.poll() is not None

    def _deeds(self) -> int:
        return self._count.stat().st_size


@dataclass
class Life:
    """A calendar on both sides, with all that was ever there."""

    account: Account
    client: Client
    pair: Pair
    ever: dict[str, set[bytes]] = field(default_factory=dict)
    """UID -> every text of it."""

    def remember(self) -> None:
        """Note what is on both sides now."""
        for body in (*self.pair.files().values(), *self.pair.server().values()):
            self.ever.setdefault(uid_of(body), set()).add(body)

    def sound(self) -> None:
        """The database is sound, as it was left (looked at in a copy)."""
        for path in (self.client.home / "state").glob("accounts/*/state.sqlite3"):
            with tempfile.TemporaryDirectory() as name:
                for part in path.parent.glob(f"{path.name}*"):
                    if not part.name.endswith("-shm"):
                        shutil.copy(part, name)
                with contextlib.closing(sqlite3.connect(Path(name, path.name))) as database:
                    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
                    assert database.execute("PRAGMA foreign_key_check").fetchall() == []

    def converged(self) -> None:
        """Both sides have the same, once, and nothing else is there."""
        here = by_uid(self.pair.files().values())
        there = by_uid(self.pair.server().values())
        assert here.keys() == there.keys(), here.keys() ^ there.keys()
        for uid, body in here.items():
            assert self._alike(body, there[uid]), (uid, body, there[uid])
        hidden = [path.name for path in self.pair.folder.glob(".*")]
        assert hidden == [".ksync"], hidden

    def nothing_lost(self) -> None:
        """Every text that ever was is on a side or in the history."""
        kept: dict[str, set[bytes]] = {}
        for body in (*self.history(), *self.pair.files().values(), *self.pair.server().values()):
            kept.setdefault(uid_of(body), set()).add(body)
        for uid, bodies in self.ever.items():
            for body in bodies - kept.get(uid, set()):
                assert any(self._alike(body, other) for other in kept.get(uid, ())), body

    def settled(self) -> None:
        """There is nothing left to do."""
        assert self.client.sync().counts() == {}

    def history(self) -> list[bytes]:
        """What ``ksync history list`` lists, read at once."""
        with self.client.state() as database:
            rows = database.execute(
                "SELECT packed, data FROM content WHERE hash IN (SELECT hash FROM history)"
            )
            return [zlib.decompress(data) if packed else bytes(data) for packed, data in rows]

    def take_over(self) -> None:
        """Let the ledger say what is there."""
        self.pair.ledger = {
            uid_of(body): Written(body, True) for body in self.pair.files().values()
        }

    def _alike(self, one: bytes, other: bytes) -> bool:
        kind = self.account.kind
        return known_rewriting(kind, one, other) or known_rewriting(kind, other, one)


def by_uid(bodies: Iterable[bytes]) -> dict[str, bytes]:
    """By their UIDs, each of which is there once."""
    listed = list(bodies)
    counts = Counter(map(uid_of, listed))
    assert not [uid for uid, number in counts.items() if number > 1], f"doubled: {counts}"
    return {uid_of(body): body for body in listed}
