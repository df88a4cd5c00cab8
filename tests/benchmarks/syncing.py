"""Whole syncs of the installed program against Cyrus, each beside its floor."""

from __future__ import annotations

import base64
import json
import secrets
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from tests.acceptance.cli import Client
from tests.acceptance.sides import retitled
from tests.benchmarks.measuring import Add, Row, Spent, least, megabytes, spent, tell
from tests.benchmarks.vdirsyncer import VdirSyncer, installed
from tests.servers import KINDS, Account, TestServer, samples
from tests.servers.wire import CountingProxy, SeenRequest

WRITERS = 8


def _cyrus() -> TestServer:
    server = KINDS["cyrus"]()
    # plain enough for every client that it is compared with
    server._new_password = lambda: secrets.token_urlsafe(12)  # type: ignore[method-assign]  # of this one
    return server


def ksync(client: Client, *words: str) -> Spent:
    """One call of the program."""
    command = [sys.executable, "-m", "ksync", *words, "--json"]
    return spent(command, client.environment)


def floor(requests: Sequence[SeenRequest], port: int, folder: Path) -> Spent:
    """The same requests once more, and as many files."""
    folder.mkdir(parents=True)
    record = folder / "record.jsonl"
    with record.open("w", encoding="utf-8") as file:
        for seen in requests:
            headers = {k: v for k, v in seen.headers.items() if k != "content-length"}
            body = base64.b64encode(seen.body).decode()
            row = {"method": seen.method, "path": seen.path, "headers": headers, "body": body}
            file.write(json.dumps(row) + "\n")
    return spent(
        [
            *(sys.executable, "-m", "tests.benchmarks.bare", "127.0.0.1", str(port)),
            *(str(record), str(folder)),
        ]
    )


def first_sync(add: Add, folder: Path) -> None:
    """2,000 events and 1,000 contacts."""
    with _cyrus() as server:
        account = server.new_account()
        tell("seeding 2,000 events and 1,000 contacts")
        account.seed(account.make_calendar("work"), samples.events(2000, 1), writers=WRITERS)
        account.seed(account.make_addressbook("people"), samples.contacts(1000, 2), writers=WRITERS)
        client = Client(folder / "home")
        with CountingProxy(server.port) as proxy:
            client.add(account, url=proxy.rebase(account.url))
            proxy.reset()
            tell("the first sync")
            ksync(client, "sync")
            requests = proxy.requests
        # once more without the proxy in between: that one is measured
        again = Client(folder / "again")
        again.add(account)
        mine = ksync(again, "sync")
        bare = least(2, _numbered(lambda n: floor(requests, server.port, folder / f"bare{n}")))
        _tell_first(add, mine, bare, len(requests))
        _compare(add, account, folder, mine)


def _numbered(action):  # type: ignore[no-untyped-def]  # counts its calls
    count = iter(range(1000))
    return lambda: action(next(count))


def _tell_first(add: Add, mine: Spent, bare: Spent, requests: int) -> None:
    ratio = mine.cpu / bare.cpu
    add(
        Row(
            "first sync, 2,000 events and 1,000 contacts: CPU of the client",
            f"{ratio:.1f} times the floor's ({mine.cpu:.1f} s to {bare.cpu:.1f} s)",
            "at most 3 times",
            ratio <= 3,
        )
    )
    add(
        Row(
            "… requests, discovery of the home sets included",
            str(requests),
            "at most 12 beyond discovery",
            requests <= 12 + 2,
        )
    )
    add(
        Row(
            "… wall",
            f"{mine.wall / bare.wall:.1f} times the floor's "
            f"({mine.wall:.1f} s to {bare.wall:.1f} s)",
        )
    )


def _compare(add: Add, account: Account, folder: Path, mine: Spent) -> None:
    if "--alone" in sys.argv:
        return
    program = installed(folder)
    if program is None:
        add(Row("… wall against vdirsyncer 0.21", "it could not be installed"))
        return
    tell("the same with vdirsyncer")
    other = VdirSyncer(program, folder / "other")
    other.prepare(account)
    theirs = other.sync()
    add(
        Row(
            "… wall against vdirsyncer 0.21",
            f"{mine.wall / theirs.wall:.2f} of its time "
            f"({mine.wall:.1f} s to {theirs.wall:.1f} s); "
            f"CPU {mine.cpu:.1f} s to {theirs.cpu:.1f} s",
        )
    )


def large(add: Add, folder: Path, *, each: int = 1000, collections: int = 20) -> None:
    """20 collections with 20,000 events: first sync, nothing changed, ten changes a side."""
    with _cyrus() as server:
        small = server.new_account()
        small.seed(small.make_calendar("one"), samples.events(2000, 1), writers=WRITERS)
        client = Client(folder / "small")
        client.add(small)
        tell("2,000 events")
        two = ksync(client, "sync")
        account = server.new_account()
        hrefs = []
        for number in range(collections):
            tell(f"seeding collection {number + 1} of {collections}")
            hrefs.append(account.make_calendar(f"cal-{number}"))
            account.seed(hrefs[-1], samples.events(each, 100 + number), writers=WRITERS)
        client = Client(folder / "large")
        with CountingProxy(server.port) as proxy:
            client.add(account, url=proxy.rebase(account.url))
            tell("the first sync of all")
            whole = ksync(client, "sync")
            ratio = whole.cpu / two.cpu
            size = each * collections
            add(
                Row(
                    f"first sync, {size:,} events",
                    f"{ratio:.1f} times the CPU of 2,000 ({whole.cpu:.1f} s to {two.cpu:.1f} s)",
                    "at most 11 times",
                    ratio <= 11,
                )
            )
            peak = whole.peak
            add(Row("… peak of memory", megabytes(peak), "under 200 MB", peak < 200e6))
            _idle(add, client, proxy, size)
            _ten_each(add, client, account, proxy, hrefs)


def _idle(add: Add, client: Client, proxy: CountingProxy, size: int) -> None:
    for _ in range(6):
        proxy.reset()
        ksync(client, "sync")
        if len(proxy.requests) <= 2:
            break
    proxy.reset()
    idle = least(3, lambda: ksync(client, "sync"))
    requests = len(proxy.requests) / 3
    add(
        Row(
            f"nothing changed, {size:,} resources: CPU with the interpreter's start",
            f"{idle.cpu:.2f} s",
            "under 0.6 s",
            idle.cpu < 0.6,
        )
    )
    add(Row("… requests", f"{requests:.0f}", "one for each of 2 home sets", requests <= 2))


def _ten_each(
    add: Add, client: Client, account: Account, proxy: CountingProxy, hrefs: Sequence[str]
) -> None:
    href = hrefs[3]
    folder = Path(client.row(href, synced=True)["path"])
    names = sorted(file.name for file in folder.glob("*.ics"))
    for number, name in enumerate(names[:10]):
        file = folder / name
        file.write_bytes(retitled(file.read_bytes(), f"mine {number}"))
    for number, body in enumerate(samples.events(10, 999)):
        account.put(f"{href}theirs-{number}.ics", body)
    time.sleep(3)  # what was saved this moment is left to settle
    proxy.reset()
    done = ksync(client, "sync")
    methods = proxy.methods()
    puts = methods["PUT"]
    rest = len(proxy.requests) - puts
    counts = [
        one["downloaded"] + one["uploaded"]
        for each in done.envelope["data"]["accounts"]
        for one in each["collections"]
    ]
    add(
        Row(
            f"ten changes on each side ({sum(counts)} of 20 carried out): requests",
            f"{puts} PUT and {rest} others",
            "the PUTs, one for each of 2 home sets, one for the collection, at most 3 reads",
            sum(counts) == 20 and rest <= 2 + 1 + 3,
        )
    )
    add(Row("… CPU", f"{done.cpu:.2f} s"))


def upload(add: Add, folder: Path, *, number: int = 500, trip: float = 0.05) -> None:
    """A first upload over a line with 50 ms of round-trip time."""
    with _cyrus() as server:
        for collections, wanted in ((1, "at most 0.2 with 8 writers"), (8, "at most 0.2")):
            # an account each: a server refuses a UID that another calendar has
            account = server.new_account()
            client = Client(folder / f"upload-{collections}")
            hrefs = [account.make_calendar(f"up{collections}-{n}") for n in range(collections)]
            with CountingProxy(server.port) as proxy:
                client.add(account, url=proxy.rebase(account.url))
                ksync(client, "sync")
                for place, href in enumerate(hrefs):
                    path = Path(client.row(href, synced=True)["path"])
                    for n, body in enumerate(samples.events(number // collections, 50 + place)):
                        (path / f"{n}.ics").write_bytes(body)
                time.sleep(3)
                tell(f"uploading into {collections} collections at {trip * 1000:.0f} ms")
                proxy.reset()
                proxy.delay = trip
                mine = ksync(client, "sync")
                puts = proxy.methods()["PUT"]
                ratio = mine.wall / (puts * trip)
                add(
                    Row(
                        f"first upload of {puts} at 50 ms into {collections} collection(s)",
                        f"{ratio:.2f} of the round trips one after the other ({mine.wall:.1f} s)",
                        wanted,
                        ratio <= 0.2 if wanted else None,
                    )
                )
