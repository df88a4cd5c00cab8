"""The state database is gone, damaged or old: found, set aside, and nothing is deleted.

Without its state a sync unites both sides. So what either side deleted since comes back:
that is the price, and the only one.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.acceptance.cli import Client
from tests.acceptance.kills import Life
from tests.acceptance.sides import Pair, Written, uid_of
from tests.acceptance.waiting import wait_until
from tests.servers import Account, samples
from tests.servers.wire import CountingProxy

SIZE = 24


def state_of(client: Client) -> Path:
    (path,) = (client.home / "state" / "accounts").glob("*/state.sqlite3")
    return path


def beside(path: Path, suffix: str) -> Path:
    return path.with_name(path.name + suffix)


def delete(path: Path) -> None:
    path.unlink()


def delete_with_its_log(path: Path) -> None:
    path.unlink()
    beside(path, "-wal").unlink(missing_ok=True)
    beside(path, "-shm").unlink(missing_ok=True)


def empty(path: Path) -> None:
    os.truncate(path, 0)


def truncate(path: Path) -> None:
    os.truncate(path, path.stat().st_size * 6 // 10)


def cut_in_a_page(path: Path) -> None:
    os.truncate(path, path.stat().st_size - 1000)


def overwrite(path: Path, at: int, octets: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(at)
        file.write(octets)


def garbage_header(path: Path) -> None:
    overwrite(path, 0, b"no database, for sure\n" * 5)


def zero_header(path: Path) -> None:
    overwrite(path, 0, bytes(100))


def zero_a_page(path: Path) -> None:
    overwrite(path, 4096 * (path.stat().st_size // 4096 // 2), bytes(4096))


def zero_all_but_the_first(path: Path) -> None:
    overwrite(path, 4096, bytes(path.stat().st_size - 4096))


def noise(path: Path) -> None:
    path.write_bytes(random.Random(1).randbytes(path.stat().st_size))


def texts_are_others(path: Path) -> None:
    """Sound for SQLite: only the texts are not what their hashes say."""
    data = path.read_bytes()
    assert b"DTSTAMP" in data
    path.write_bytes(data.replace(b"DTSTAMP", b"DTSTAMB"))


DAMAGES = (
    delete,
    delete_with_its_log,
    empty,
    truncate,
    cut_in_a_page,
    garbage_header,
    zero_header,
    zero_a_page,
    zero_all_but_the_first,
    noise,
    texts_are_others,
)
NOT_FOUND = {delete, delete_with_its_log, empty}
"""An empty or missing file is a new one: there is nothing to set aside."""


def settled_pair(account: Account, client: Client, url: str | None = None) -> Pair:
    href = account.make_calendar("work", ("VEVENT",), title="Work")
    client.add(account, url=url)
    pair = Pair(account, client, href)
    # short, so that the store does not compress them
    pair.seed([short(number) for number in range(SIZE)])
    client.sync()
    return pair


def short(number: int) -> bytes:
    return (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\n"
        f"UID:{number}\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:20260301T100000Z\r\n"
        f"DURATION:PT1H\r\nSUMMARY:{number}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    ).encode()


def work(pair: Pair) -> None:
    """An edit, a creation and a deletion on each side; what was deleted stays in the ledger."""
    there = {uid_of(body): href for href, body in pair.server().items()}
    pair.edit_remote(there["0"], "edited there")
    pair.edit_local(pair.path_of("1"), "edited here")
    pair.create_remote(samples.events(1, 5)[0], "made-there")
    pair.create_local(samples.events(1, 6)[0], "made here")
    for uid, delete_it in (("2", pair.delete_local), ("3", pair.delete_remote)):
        where = pair.path_of(uid) if uid == "2" else there[uid]
        delete_it(where)  # type: ignore[operator]  # each takes its own


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_a_damaged_state_is_set_aside_and_both_sides_unite(
    radicale, client, damage: Callable[[Path], None]
):
    pair = settled_pair(radicale, client)
    work(pair)
    path = state_of(client)
    damage(path)
    broken = path.read_bytes() if path.exists() else b""
    if damage is texts_are_others:  # found on the way, and not when it is opened
        done = client.sync(expect=4)
        assert done.references == {"state.damaged"}
        said = done.stderr
        done = client.sync()
    else:
        done = client.sync()
        said = done.stderr
    assert not {"deleted_local", "deleted_remote"} & done.counts().keys()
    aside = [file for file in path.parent.glob("*.damaged-*") if not file.name.endswith("-wal")]
    if damage in NOT_FOUND:
        assert aside == []
    else:
        assert len(aside) == 1
        # a run that found it on the way has written to it
        assert aside[0].read_bytes() == broken or damage is texts_are_others
        assert "The state store was damaged" in said
        assert aside[0].name in said
    for uid in ("2", "3"):  # they come back
        pair.ledger[uid] = Written(short(int(uid)), uid == "3")
    # an edit of a resource that was the same on both sides unites, and both may have it
    life = Life(radicale, client, pair)
    life.sound()
    life.converged()
    titles = {uid_of(body): body for body in pair.files().values()}
    assert titles.keys() == pair.ledger.keys()
    edits = b"".join(body for uid, body in titles.items()) + b"".join(life.history())
    assert b"SUMMARY:edited there" in edits
    assert b"SUMMARY:edited here" in edits
    life.settled()


def interrupted_in_an_upload(
    account: Account, client: Client, watched: Callable[[Account], CountingProxy]
) -> Pair:
    """Killed, so that what was committed last is in the log and not in the file."""
    proxy = watched(account)
    pair = settled_pair(account, client, proxy.rebase(account.url))
    for number in range(12):
        pair.create_local(samples.events(1, 20 + number)[0], f"new {number}")
    proxy.reset()
    proxy.delay = 0.02
    process = client.start("sync")
    wait_until(lambda: proxy.methods()["PUT"] > 5, "some uploads")
    process.send_signal(signal.SIGKILL)
    process.communicate()
    proxy.delay = 0
    assert beside(state_of(client), "-wal").stat().st_size > 0
    return pair


def without(log: Path) -> None:
    log.unlink()


def half(log: Path) -> None:
    os.truncate(log, log.stat().st_size // 2)


def spoilt(log: Path) -> None:
    overwrite(log, log.stat().st_size // 2, b"\xff" * 5000)


def header_spoilt(log: Path) -> None:
    overwrite(log, 0, bytes(32))


@pytest.mark.parametrize("damage", [without, half, spoilt, header_spoilt])
def test_a_log_that_is_lost_or_damaged_makes_the_state_older(
    radicale, client, watched, damage: Callable[[Path], None]
):
    """What was committed last is forgotten: uploads among it must not be made again."""
    pair = interrupted_in_an_upload(radicale, client, watched)
    damage(beside(state_of(client), "-wal"))
    beside(state_of(client), "-shm").unlink(missing_ok=True)
    client.sync()
    life = Life(radicale, client, pair)
    life.sound()
    pair.check()
    life.converged()
    life.settled()


def test_an_older_state_is_put_back(radicale, client):
    """A backup of the state folder, older than the files and the server."""
    pair = settled_pair(radicale, client)
    shutil.copytree(client.home / "state", client.home / "backup")
    work(pair)
    client.sync()
    pair.check()
    shutil.rmtree(client.home / "state")
    (client.home / "backup").rename(client.home / "state")
    client.sync()
    pair.check()
    life = Life(radicale, client, pair)
    life.converged()
    life.settled()


def test_several_processes_at_once_do_the_work_once(server, client):
    pair = settled_pair(server, client)
    for number in range(12):
        pair.create_local(samples.events(1, 40 + number)[0], f"new {number}")
    running = [client.start("sync", "--wait", "60") for _ in range(4)]
    counts = [client.finish(process).counts() for process in running]
    assert sorted(counts, key=len) == [{}, {}, {}, {"uploaded": 12}]
    pair.check()
    Life(server, client, pair).settled()
