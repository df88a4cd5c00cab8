"""SIGKILL at random moments of a first sync, an upload, a merge and an undo.

Ten kills on each server here; ``./dev soak`` has eleven such rounds on fresh accounts. The
seed is printed, and ``KSYNC_TEST_SEED`` gives the same moments again.
"""

from __future__ import annotations

import copy
import os
import random
import secrets
import shutil
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.acceptance.cli import Client
from tests.acceptance.kills import KINDS, Course, Executioner, Life
from tests.acceptance.sides import Pair, harmless, uid_of
from tests.servers import Account
from tests.servers.wire import CountingProxy

KILLS = {"first sync": 3, "upload": 3, "merge": 2, "undo": 2}
SOAK_ROUNDS = 11
"""Of ten kills on each of two servers."""

_EVENT = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//example//EN
BEGIN:VEVENT
UID:{uid}
DTSTAMP:20260101T000000Z
DTSTART:20260301T100000Z
DTEND:20260301T110000Z
SUMMARY:{title}
LOCATION:{place}
END:VEVENT
END:VCALENDAR
"""


def event(uid: str, title: str, place: str) -> bytes:
    return _EVENT.format(uid=uid, title=title, place=place).replace("\n", "\r\n").encode()


@dataclass
class Bench:
    """What kills, and the tally.

    :param folder: for the homes.
    """

    proxy: CountingProxy
    folder: Path
    dice: random.Random
    killed: Counter[tuple[str, str]] = field(default_factory=Counter)
    courses: dict[str, Course] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.executioner = Executioner(self.proxy, self.folder)

    def strike(self, phase: str, client: Client, *words: str) -> bool:
        """Run it undisturbed the first time; later kill it. Whether it was killed."""
        key = f"{phase}: {' '.join(words)}"
        if key not in self.courses:
            self.courses[key] = self.executioner.undisturbed(client, *words)
            return False
        course = self.courses[key]
        kinds = KINDS if course.requests else ("time", "deed")
        kind = kinds[self.killed.total() % len(kinds)]
        moment = course.moment(self.dice, kind)
        hit = self.executioner.kill(client, moment, *words)
        self.killed[phase, moment.kind] += hit
        return hit


def after(life: Life) -> None:
    """What holds after a kill, and after the sync that follows."""
    life.sound()
    life.client.sync()
    life.converged()
    life.nothing_lost()


def first_sync(bench: Bench, account: Account, kills: int) -> Life:
    """Into an empty home; each kill has one of its own."""
    href = account.make_calendar("work", ("VEVENT",), title="Work")
    client = Client(bench.folder / "home")
    client.add(account, url=bench.proxy.rebase(account.url))
    pair = Pair(account, client, href)
    pair.seed(harmless(60, 31))
    shutil.copytree(client.home, bench.folder / "fresh")
    life = Life(account, client, pair)
    hits = number = 0
    while hits < kills:
        if number:
            life = in_another_home(life, bench.folder / "fresh", f"home-{number}")
        number += 1
        hits += bench.strike("first sync", life.client, "sync")
        life.sound()
        life.client.sync()
        life.pair.check()
        life.converged()
        life.settled()
    return life


def in_another_home(life: Life, fresh: Path, name: str) -> Life:
    """The same calendar, for a client that knows the account and has never synced."""
    home = fresh.with_name(name)
    shutil.copytree(fresh, home)
    pair = copy.copy(life.pair)
    pair.client = Client(home)
    pair.folder = home / life.pair.folder.relative_to(life.client.home)
    return Life(life.account, pair.client, pair)


def upload(bench: Bench, life: Life, kills: int) -> None:
    """New, edited and deleted files, and the same from the other side."""
    hits = 0
    while hits < kills:
        seed = bench.dice.randrange(1 << 30)
        pair = life.pair
        fresh = harmless(12, seed)
        for index, body in enumerate(fresh[:11]):
            pair.create_local(body, f"upload {seed} {index}")
        there = {href: uid_of(body) for href, body in sorted(pair.server().items())}
        hrefs = iter(there)
        pair.edit_remote(next(hrefs), f"There {seed}")
        pair.delete_remote(next(hrefs))
        pair.edit_local(pair.path_of(there[next(hrefs)]), f"Here {seed}")
        pair.delete_local(pair.path_of(there[next(hrefs)]))
        renamed = pair.path_of(there[next(hrefs)])
        renamed.rename(renamed.with_name(f"renamed {seed}.ics"))
        pair.create_remote(fresh[11], f"there-{seed}")
        life.remember()
        hits += bench.strike("upload", life.client, "sync")
        after(life)
        pair.check()
        life.settled()


def merge(bench: Bench, life: Life, kills: int) -> None:
    """Each event edited on both sides: in different properties, and the last in one."""
    pair = life.pair
    uids = [f"merge-{number}" for number in range(6)]
    for uid in uids:
        pair.create_remote(event(uid, "a title", "a place"), uid)
    life.client.sync()
    hits = turn = 0
    while hits < kills:
        turn += 1
        for uid in uids:
            path = pair.path_of(uid)
            body = path.read_bytes()
            old = {part.partition(b":")[0]: part for part in body.split(b"\r\n")}
            here = body.replace(old[b"SUMMARY"], b"SUMMARY:here %d" % turn)
            there = body.replace(old[b"LOCATION"], b"LOCATION:there %d" % turn)
            if uid == uids[-1]:
                there = body.replace(old[b"SUMMARY"], b"SUMMARY:there %d" % turn)
            path.write_bytes(here)
            life.account.put(f"{pair.href}{uid}.ics", there)
        life.remember()
        hits += bench.strike("merge", life.client, "sync")
        after(life)
        life.settled()
        for body in (*pair.files().values(), *pair.server().values()):
            uid = uid_of(body)
            if uid == uids[-1]:
                assert b"SUMMARY:there %d\r\n" % turn in body, body
            elif uid in uids:
                assert b"SUMMARY:here %d\r\n" % turn in body, body
                assert b"LOCATION:there %d\r\n" % turn in body, body
    life.take_over()


def undo(bench: Bench, life: Life, kills: int) -> None:
    """A run that brought edits, a deletion and a creation is taken back.

    Killed in the undo itself, and in the sync that carries it to the server, in turn.
    """
    pair = life.pair
    uids = [f"undo-{number}" for number in range(6)]
    for uid in uids:
        pair.create_remote(event(uid, "before", "before"), uid)
    life.client.sync()
    hits = turn = 0
    while hits < kills:
        turn += 1
        before = pair.files()
        hrefs = {uid_of(body): href for href, body in pair.server().items()}
        for uid in uids[:4]:
            life.account.put(hrefs[uid], event(uid, f"by another {turn}", "before"))
        life.account.delete(hrefs[uids[4]])
        life.account.put(f"{pair.href}fresh-{turn}.ics", event(f"fresh-{turn}", "fresh", "x"))
        done = life.client.sync()
        assert done.counts() == {"downloaded": 5, "deleted_local": 1}
        run = done.data["run"]
        life.remember()
        if turn % 2:
            hits += bench.strike("undo", life.client, "undo", run)
            after(life)
        life.client.run("undo", run)
        if not turn % 2:
            hits += bench.strike("undo", life.client, "sync")
        after(life)
        life.settled()
        assert sorted(pair.files().values()) == sorted(before.values())


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    soaking = metafunc.config.getoption("--hypothesis-profile") == "soak"
    metafunc.parametrize("round_", range(SOAK_ROUNDS if soaking else 1))


@pytest.mark.kills
@pytest.mark.timeout(1500)
@pytest.mark.parametrize("server", ["cyrus", "radicale"], indirect=True)
def test_killed_at_random(server, tmp_path, watched, round_):
    seed = int(os.environ.get("KSYNC_TEST_SEED", secrets.randbits(32)))
    print(f"\n{server.kind}: seed {seed}, round {round_}")
    bench = Bench(watched(server), tmp_path, random.Random(f"{seed} {server.kind} {round_}"))
    begin = time.monotonic()
    life = first_sync(bench, server, KILLS["first sync"])
    upload(bench, life, KILLS["upload"])
    merge(bench, life, KILLS["merge"])
    undo(bench, life, KILLS["undo"])
    tally = ", ".join(f"{phase} {kind} {n}" for (phase, kind), n in sorted(bench.killed.items()))
    print(f"{bench.killed.total()} kills in {time.monotonic() - begin:.0f} s: {tally}")
